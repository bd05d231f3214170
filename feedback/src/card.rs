//! The card itself, and the door through which everything comes in.

use serde::Serialize;

use crate::{
    Achieved, Address, Answer, COMMENT_LIMIT, CardId, Channel, Comment, Consent, Driver, Drivers, Fault, FaultKind,
    Fields, Instrument, Intent, Language, Notice, PUT_RIGHT_LIMIT, PageAddress, Rating, Reply, ReplyBy, ServiceSlug,
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
    /// The version of the questions that the person was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// Satisfaction with the service as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overall: Option<Rating>,
    /// The five drivers.
    #[serde(skip_serializing_if = "Drivers::is_empty")]
    pub drivers: Drivers,
    /// Whether they got what they needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub achieved: Option<Achieved>,
    /// How it was against what they expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expectations: Option<Rating>,
    /// How it was against the best that they can imagine.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ideal: Option<Rating>,
    /// Whether they trust the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trust: Option<Rating>,
    /// What they wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<Comment>,
    /// What would put it right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub put_right: Option<Comment>,
    /// The page that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<PageAddress>,
    /// The reply that they asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
    /// What they allow.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<Consent>,
    /// The version of the privacy notice that they were shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
}

impl Card {
    /// Parses what arrived. On failure, says everything that is wrong, in the order of the card.
    pub fn parse(fields: Fields) -> Result<Self, Vec<Fault>> {
        Self::judge(fields, true)
    }

    /// Parses what was taken before: a rule that came later does not turn it away.
    pub fn read(fields: Fields) -> Result<Self, Vec<Fault>> {
        Self::judge(fields, false)
    }

    fn judge(fields: Fields, is_new: bool) -> Result<Self, Vec<Fault>> {
        let mut door = Door { fields, faults: Vec::new() };
        let id = door.required("id", CardId::parse);
        let service = door.required("service", |text| ServiceSlug::parse(text).ok_or(FaultKind::NotAChoice));
        let intent = door.required("intent", |text| Intent::parse(text).ok_or(FaultKind::NotAChoice));
        let language = door.required("language", |text| Language::parse(text).ok_or(FaultKind::NotAChoice));
        let channel = door.choice("channel", Channel::parse);
        let instrument = door.choice("instrument", Instrument::parse);
        let overall = door.rating("overall");
        let drivers = door.drivers();
        let achieved = door.choice("achieved", Achieved::parse);
        let [expectations, ideal, trust] = ["expectations", "ideal", "trust"].map(|name| door.rating(name));
        let comment = door.optional("comment", |text| Comment::parse(text, COMMENT_LIMIT)).flatten();
        let put_right = door.optional("put_right", |text| Comment::parse(text, PUT_RIGHT_LIMIT)).flatten();
        let page = door.optional("page", PageAddress::parse);
        let (reply, consents) = door.reply();
        let notice = door.choice("notice", Notice::parse);
        let rates = [overall, expectations, ideal, trust].iter().any(Option::is_some) || achieved.is_some();
        let writes = comment.is_some() || put_right.is_some();
        if is_new && comment.is_none() && intent == Some(Intent::Question) && !door.refused("comment") {
            door.faults.push(Fault::at("comment", FaultKind::AsksNothing));
        } else if !rates && drivers.is_empty() && !writes && !door.refused("comment") && !door.refused("put_right") {
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
                instrument,
                overall,
                drivers,
                achieved,
                expectations,
                ideal,
                trust,
                comment,
                put_right,
                page,
                reply,
                consents,
                notice,
            }),
            _ => Err(faults),
        }
    }

    /// The same card under another id.
    #[must_use]
    pub fn under(self, id: CardId) -> Self {
        Self { id, ..self }
    }

    /// The version of the questions that it answers: the newest where it says none.
    #[must_use]
    pub fn instrument(&self) -> Instrument {
        self.instrument.unwrap_or(Instrument::Card2)
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

    fn choice<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        self.optional(name, |text| parse(text).ok_or(FaultKind::NotAChoice))
    }

    fn rating(&mut self, name: &str) -> Option<Rating> {
        self.optional(name, |text| Rating::parse(text).ok_or(FaultKind::NotARating))
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
        let by = self.choice("reply.by", ReplyBy::parse);
        let to = self.address(by);
        let consents = self.consents();
        let by_address = by.is_some_and(|by| by != ReplyBy::Code) || to.is_some();
        if by_address && !consents.contains(&Consent::Contact) {
            self.faults.push(Fault::at("consents", FaultKind::NeedsConsent));
        }
        let reply = (wanted.is_some() || by_address).then(|| Reply { wanted: wanted.unwrap_or(by_address), to });
        (reply, consents)
    }

    /// The one address. Where a way was chosen, its address is needed, and no other is taken.
    fn address(&mut self, by: Option<ReplyBy>) -> Option<Address> {
        let ways = [ReplyBy::Email, ReplyBy::Phone, ReplyBy::Post];
        let given = ways.map(|way| self.optional(&["reply.", way.as_str()].concat(), |text| Address::parse(way, text)));
        let mut given = given.into_iter().flatten();
        let (first, second) = (given.next(), given.next());
        if let Some(other) = second {
            self.faults.push(Fault::at(["reply.", other.by().as_str()].concat(), FaultKind::Twice));
        }
        let Some(by) = by else { return first };
        let wanted = ["reply.", by.as_str()].concat();
        match &first {
            Some(address) if address.by() != by => {
                let given = ["reply.", address.by().as_str()].concat();
                self.faults.push(Fault::at(given, FaultKind::Unknown));
            }
            None if by != ReplyBy::Code && !self.refused(&wanted) => {
                self.faults.push(Fault::at(wanted, FaultKind::Missing));
            }
            _ => {}
        }
        first
    }

    fn consents(&mut self) -> Vec<Consent> {
        let mut consents = Vec::new();
        for text in self.fields.take_all("consents") {
            match Consent::parse(&text) {
                Some(consent) if !consents.contains(&consent) => consents.push(consent),
                Some(_) => {}
                None => self.faults.push(Fault::at("consents", FaultKind::NotAChoice)),
            }
        }
        consents
    }

    fn close(mut self) -> Vec<Fault> {
        self.faults.extend(self.fields.into_names().map(|name| Fault::at(name, FaultKind::Unknown)).take(MOST_FAULTS));
        self.faults.truncate(MOST_FAULTS);
        self.faults
    }
}
