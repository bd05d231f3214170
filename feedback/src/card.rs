//! The card itself, and the door through which everything comes in.

use serde::Serialize;

use crate::{
    Achieved, Answer, CardId, Channel, Comment, Consent, Driver, Drivers, Email, Fault, FaultKind, Fields, Intent,
    Language, PageAddress, Rating, Reply, ServiceSlug,
};

/// What a person said about a service. It exists only well formed: [`Card::parse`] is the only way to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Card {
    /// Made where the card was begun.
    pub id: CardId,
    /// The service that the card is about. That it exists is the registry's to say.
    pub service: ServiceSlug,
    /// What the person wants it taken as.
    pub intent: Intent,
    /// The language that the card was shown in, which need not be that of the comment.
    pub language: Language,
    /// The way by which it came.
    pub channel: Channel,
    /// Satisfaction with the service as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overall: Option<Rating>,
    /// The five drivers.
    #[serde(skip_serializing_if = "Drivers::is_empty")]
    pub drivers: Drivers,
    /// Whether they got what they needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub achieved: Option<Achieved>,
    /// What they wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<Comment>,
    /// The page that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<PageAddress>,
    /// The reply that they asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
    /// What they allow.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<Consent>,
}

impl Card {
    /// Parses what arrived. On failure, says everything that is wrong, in the order of the card.
    pub fn parse(fields: Fields) -> Result<Self, Vec<Fault>> {
        let mut door = Door { fields, faults: Vec::new() };
        let id = door.required("id", CardId::parse);
        let service = door.required("service", |text| ServiceSlug::parse(text).ok_or(FaultKind::NotAChoice));
        let intent = door.required("intent", |text| Intent::parse(text).ok_or(FaultKind::NotAChoice));
        let language = door.required("language", |text| Language::parse(text).ok_or(FaultKind::NotAChoice));
        let channel = door.optional("channel", |text| Channel::parse(text).ok_or(FaultKind::NotAChoice));
        let overall = door.optional("overall", |text| Rating::parse(text).ok_or(FaultKind::NotARating));
        let drivers = door.drivers();
        let achieved = door.optional("achieved", |text| Achieved::parse(text).ok_or(FaultKind::NotAChoice));
        let comment = door.optional("comment", Comment::parse).flatten();
        let page = door.optional("page", PageAddress::parse);
        let (reply, consents) = door.reply();
        if overall.is_none() && drivers.is_empty() && comment.is_none() && !door.refused("comment") {
            door.faults.push(Fault::at("comment", FaultKind::SaysNothing));
        }
        let faults = door.close();
        match (id, service, intent, language) {
            (Some(id), Some(service), Some(intent), Some(language)) if faults.is_empty() => Ok(Self {
                id,
                service,
                intent,
                language,
                channel: channel.unwrap_or(Channel::Web),
                overall,
                drivers,
                achieved,
                comment,
                page,
                reply,
                consents,
            }),
            _ => Err(faults),
        }
    }
}

/// The most faults that are said of one card.
const MOST_FAULTS: usize = 30;

/// What is left to read, and what was wrong so far.
struct Door {
    fields: Fields,
    faults: Vec<Fault>,
}

impl Door {
    fn optional<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, FaultKind>) -> Option<T> {
        let text = self.fields.take(name, &mut self.faults)?;
        parse(&text).map_err(|kind| self.faults.push(Fault::at(name, kind))).ok()
    }

    fn required<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, FaultKind>) -> Option<T> {
        let value = self.optional(name, parse);
        if value.is_none() && !self.refused(name) {
            self.faults.push(Fault::at(name, FaultKind::Missing));
        }
        value
    }

    fn refused(&self, name: &str) -> bool {
        self.faults.iter().any(|fault| fault.field == name)
    }

    fn drivers(&mut self) -> Drivers {
        let mut drivers = Drivers::default();
        for driver in Driver::ALL {
            if let Some(answer) = self.optional(driver.field(), |text| Answer::parse(text).ok_or(FaultKind::NotARating))
            {
                drivers.set(driver, answer);
            }
        }
        drivers
    }

    fn reply(&mut self) -> (Option<Reply>, Vec<Consent>) {
        let wanted = self.optional("reply.wanted", |text| match text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(FaultKind::NotAChoice),
        });
        let email = self.optional("reply.email", Email::parse);
        let mut consents = Vec::new();
        for text in self.fields.take_all("consents") {
            match Consent::parse(&text) {
                Some(consent) if !consents.contains(&consent) => consents.push(consent),
                Some(_) => {}
                None => self.faults.push(Fault::at("consents", FaultKind::NotAChoice)),
            }
        }
        if email.is_some() && !consents.contains(&Consent::Contact) {
            self.faults.push(Fault::at("consents", FaultKind::NeedsConsent));
        }
        let reply =
            (wanted.is_some() || email.is_some()).then(|| Reply { wanted: wanted.unwrap_or(email.is_some()), email });
        (reply, consents)
    }

    fn close(mut self) -> Vec<Fault> {
        self.faults.extend(self.fields.into_names().map(|name| Fault::at(name, FaultKind::Unknown)).take(MOST_FAULTS));
        self.faults.truncate(MOST_FAULTS);
        self.faults
    }
}
