//! All that an edition is made from: how often each combination of answers was given in a quarter, and the names of the
//! services. It is kept with the edition, so that anybody at the office can make it again, and a later edition can be held
//! against it. Parts add up to the whole, in any order.

use std::collections::{BTreeMap, BTreeSet};

use feedback::Language;
use serde::{Deserialize, Serialize};

use crate::registry::{Service, ServiceKind};
use crate::results::measures::Answers;

/// What was counted of a quarter, by service. Its JSON is the same for the same counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inputs(pub(super) BTreeMap<String, OfService>);

/// What was counted of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfService {
    /// Its organisation's name in addresses.
    pub organisation: String,
    /// Both names in English and in French.
    pub names: Names,
    /// What kind of service it is, where the register said so. Inputs of before kinds are the same bytes as they were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ServiceKind>,
    /// Cards by channel, language and pattern.
    counts: BTreeMap<String, BTreeMap<String, BTreeMap<String, u64>>>,
}

/// A service's names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Of the service, in English.
    pub en: String,
    /// The same in French.
    pub fr: String,
    /// Of the organisation, in English.
    pub organisation_en: String,
    /// The same in French.
    pub organisation_fr: String,
}

/// So many cards with the same answers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cards<'a> {
    pub service: &'a str,
    pub channel: &'a str,
    pub language: &'a str,
    pub pattern: &'a str,
    pub answers: Answers,
    pub n: u64,
}

impl Names {
    /// Those that a service has in the register.
    #[must_use]
    pub fn of(service: &Service) -> Self {
        Self {
            en: service.name(Language::English).to_owned(),
            fr: service.name(Language::French).to_owned(),
            organisation_en: service.organisation_name(Language::English).to_owned(),
            organisation_fr: service.organisation_name(Language::French).to_owned(),
        }
    }

    /// The service's name in this language.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        if language == Language::French { &self.fr } else { &self.en }
    }

    /// Its organisation's.
    #[must_use]
    pub fn organisation_name(&self, language: Language) -> &str {
        if language == Language::French { &self.organisation_fr } else { &self.organisation_en }
    }
}

impl Inputs {
    /// Nothing was counted yet of these services.
    pub fn about(services: &[Service]) -> Self {
        let of = |service: &Service| OfService {
            organisation: service.organisation.clone(),
            names: Names::of(service),
            kind: service.kind,
            counts: BTreeMap::new(),
        };
        Self(services.iter().map(|service| (service.slug.clone(), of(service))).collect())
    }

    /// Counts so many more cards; whether the service is one of them.
    pub fn add(&mut self, service: &str, [channel, language, pattern]: [&str; 3], n: u64) -> bool {
        let Some(service) = self.0.get_mut(service) else { return false };
        let by_language = service.counts.entry(channel.to_owned()).or_default();
        let counted = by_language.entry(language.to_owned()).or_default().entry(pattern.to_owned()).or_default();
        *counted = counted.saturating_add(n);
        true
    }

    /// The same counts, each service in the organisation in which it was counted before: what is held against one another
    /// must be of one organisation, also where a service has moved meanwhile.
    #[must_use]
    pub(super) fn organised_as(mut self, before: &Self) -> Self {
        for (slug, service) in &mut self.0 {
            let Some(known) = before.0.get(slug).filter(|known| known.organisation != service.organisation) else {
                continue;
            };
            service.organisation.clone_from(&known.organisation);
            service.names.organisation_en.clone_from(&known.names.organisation_en);
            service.names.organisation_fr.clone_from(&known.names.organisation_fr);
        }
        self
    }

    /// Leaves out services of which nothing was counted.
    #[must_use]
    pub fn counted_only(mut self) -> Self {
        self.0.retain(|_, service| !service.counts.is_empty());
        self
    }

    /// The organisations, in their order.
    pub(super) fn organisations(&self) -> BTreeSet<&str> {
        self.0.values().map(|service| service.organisation.as_str()).collect()
    }

    /// The cards about services of an organisation. What is no pattern was never counted.
    pub(super) fn cards<'a>(&'a self, organisation: &'a str) -> impl Iterator<Item = Cards<'a>> {
        let own = self.0.iter().filter(move |(_, service)| service.organisation == organisation);
        let each = own.flat_map(|(slug, service)| {
            service.counts.iter().flat_map(move |(channel, languages)| {
                languages.iter().flat_map(move |(language, patterns)| {
                    patterns.iter().map(move |(pattern, n)| (slug, channel, language, pattern, *n))
                })
            })
        });
        each.filter_map(|(service, channel, language, pattern, n)| {
            let answers = Answers::of(pattern).ok()?;
            Some(Cards { service, channel, language, pattern, answers, n })
        })
    }
}
