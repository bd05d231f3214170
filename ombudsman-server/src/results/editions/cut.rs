//! By what an edition cuts: a service or all of an organisation, one channel or all, one language or all.

use super::inputs::Cards;
use crate::results::disclosure::{Definition, Dimension};

/// Of whom a cell of an organisation counts the answers. Where nothing is named, of all.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cut {
    pub service: Option<String>,
    pub channel: Option<String>,
    pub language: Option<String>,
}

impl Cut {
    /// The smallest group in which these cards are.
    pub(super) fn finest(cards: &Cards<'_>) -> Self {
        let [service, channel, language] =
            [cards.service, cards.channel, cards.language].map(|name| Some(name.to_owned()));
        Self { service, channel, language }
    }

    /// A service as a whole.
    pub(super) fn whole_service(service: &str) -> Self {
        Self { service: Some(service.to_owned()), ..Self::default() }
    }

    /// The cells in which these cards are: of the organisation, the service, its channel, its language.
    pub(super) fn of(cards: &Cards<'_>) -> [Self; 4] {
        let finest = Self::finest(cards);
        let whole = Self { service: finest.service.clone(), ..Self::default() };
        [
            Self::default(),
            Self { channel: finest.channel, ..whole.clone() },
            Self { language: finest.language, ..whole.clone() },
            whole,
        ]
    }

    /// Whether it is a service as a whole.
    pub(super) const fn is_whole_service(&self) -> bool {
        self.service.is_some() && self.channel.is_none() && self.language.is_none()
    }

    /// The whole service of which it is a part.
    pub(super) fn whole(&self) -> Option<Self> {
        let is_part = self.service.is_some() && !self.is_whole_service();
        is_part.then(|| Self { service: self.service.clone(), ..Self::default() })
    }

    /// Of whom it is, as disclosure control speaks of it.
    pub(super) fn definition(&self) -> Definition {
        let parts = [
            (Dimension::Service, &self.service),
            (Dimension::Channel, &self.channel),
            (Dimension::Language, &self.language),
        ];
        let named = parts.into_iter().filter_map(|(dimension, name)| Some((dimension, name.as_ref()?)));
        named.fold(Definition::default(), |all, (dimension, name)| all.only(dimension, [name]))
    }
}
