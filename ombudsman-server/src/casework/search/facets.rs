//! What a search is narrowed to. All of it stands in the page's address, so that it can be kept, sent on and gone back to.
//! The words do not: they may be somebody's name. In their place stands what only this office opens, for this member.

use feedback::{Intent, Language};
use jiff::ToSpan;
use jiff::civil::Date;

use super::store::Matching;
use super::words::Words;
use crate::casework::life::Severity;
use crate::http::Visit;
use crate::secrets::hex;
use crate::standard::Standard;

named! {
    /// What a case can be told from others by.
    Facet {
        /// Where it is.
        Stage = "stage",
        /// Complaint or question.
        Intent = "intent",
        /// How much is at stake.
        Severity = "severity",
        /// The service that it is about.
        Service = "service",
        /// The desk that works on it.
        Desk = "desk",
        /// The language of the card.
        Language = "language",
    }
}

/// The stages, in their order, after the name of all that are not over.
pub(super) const STAGES: [&str; 17] = [
    "open",
    "received",
    "acknowledged",
    "answered",
    "triaged",
    "referred",
    "in-review",
    "awaiting-client",
    "suspended",
    "finding-draft",
    "decided",
    "decision-sent",
    "remedy-pending",
    "under-review",
    "decided-final",
    "closed",
    "anonymised",
];

impl Facet {
    /// Whether there can be such a value.
    fn has(self, value: &str) -> bool {
        match self {
            Self::Stage => STAGES.contains(&value),
            Self::Intent => Intent::parse(value).is_some(),
            Self::Severity => value == "urgent" || Severity::parse(value).is_some(),
            Self::Language => Language::parse(value).is_some(),
            Self::Service | Self::Desk => {
                let is_of_slug = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
                !value.is_empty() && value.len() <= 100 && value.as_bytes().iter().all(is_of_slug)
            }
        }
    }

    /// The word under which the index knows this value.
    pub(super) fn word(self, value: &str) -> String {
        hex(format!("{}:{value}", self.as_str()).as_bytes())
    }
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// The facets that are chosen.
    pub chosen: Vec<(Facet, String)>,
    /// The first day on which cards came, and the last.
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// The words, sealed.
    pub words: Option<String>,
    /// The reference of the last case of the page before.
    pub after: Option<String>,
}

impl Asked {
    /// What the address of this visit asks for. What cannot be read is not asked for.
    pub(super) fn of(visit: &Visit) -> Self {
        Self::read(&visit.query)
    }

    /// The same of the fields of a form.
    pub(super) fn read(pairs: &[(String, String)]) -> Self {
        let value = |name: &str| pairs.iter().find(|(one, value)| one == name && !value.is_empty()).map(|pair| &pair.1);
        let chosen = |facet: Facet| Some((facet, value(facet.as_str()).filter(|value| facet.has(value))?.clone()));
        Self {
            chosen: Facet::ALL.iter().copied().filter_map(chosen).collect(),
            from: value("from").and_then(|day| day.parse().ok()),
            to: value("to").and_then(|day| day.parse().ok()),
            words: value("words").cloned(),
            after: value("after").cloned(),
        }
    }

    /// Whether this facet is chosen.
    pub(super) fn has(&self, facet: Facet) -> bool {
        self.chosen.iter().any(|(one, _)| *one == facet)
    }

    /// The same from the first case on, narrowed to this value as well.
    pub(super) fn with(&self, facet: Facet, value: &str) -> Self {
        let mut asked = self.without(facet);
        asked.chosen.push((facet, value.to_owned()));
        asked
    }

    /// The same from the first case on, whatever its value of this facet.
    pub(super) fn without(&self, facet: Facet) -> Self {
        let chosen = self.chosen.iter().filter(|(one, _)| *one != facet).cloned().collect();
        Self { chosen, after: None, ..self.clone() }
    }

    /// The same after this case.
    pub(super) fn after(&self, reference: &str) -> Self {
        Self { after: Some(reference.to_owned()), ..self.clone() }
    }

    /// The address from its first case on without the words, in no language; `None` where it is narrowed to nothing.
    pub(super) fn to_keep(&self) -> Option<String> {
        let is_narrowed = !self.chosen.is_empty() || self.from.is_some() || self.to.is_some();
        let bare = Self { words: None, after: None, ..self.clone() };
        is_narrowed.then(|| format!("/desk/search?{}", bare.query().finish()))
    }

    /// The address of the page that shows it, in this language.
    pub(super) fn address(&self, language: Language) -> String {
        let mut query = self.query();
        query.append_pair("lang", language.as_str());
        format!("/desk/search?{}", query.finish())
    }

    fn query(&self) -> form_urlencoded::Serializer<'static, String> {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.chosen.iter().map(|(facet, value)| (facet.as_str(), value)));
        for (name, day) in [("from", self.from), ("to", self.to)] {
            if let Some(day) = day {
                query.append_pair(name, &day.to_string());
            }
        }
        for (name, value) in [("words", &self.words), ("after", &self.after)] {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        query
    }

    /// The same in the language of the index, for whoever sees these desks only; `None` where everything fits. Without desks
    /// every case is seen.
    pub(super) fn matching(&self, words: &Words, desks: &[String]) -> Option<Matching> {
        let facets: Vec<String> = self.chosen.iter().map(|(facet, value)| facet.word(value)).collect();
        let desks: Vec<String> = desks.iter().map(|desk| Facet::Desk.word(desk)).collect();
        let mut sqlite: Vec<String> = facets.iter().map(|word| format!("facets : \"{word}\"")).collect();
        let mut postgres: Vec<String> = facets.iter().map(|word| format!("'{word}'")).collect();
        if !desks.is_empty() {
            sqlite.push(format!("facets : (\"{}\")", desks.join("\" OR \"")));
            postgres.push(format!("('{}')", desks.join("' | '")));
        }
        if !words.is_empty() {
            sqlite.push(format!("{{reference said office}} : ({})", words.matching()));
            postgres.push(words.tsquery());
        }
        (!sqlite.is_empty()).then(|| Matching { sqlite: sqlite.join(" AND "), postgres: postgres.join(" & ") })
    }

    /// The first millisecond that is asked for, and the first after it that is not, by the office's days.
    pub(super) fn span(&self) -> (i64, i64) {
        let zone = Standard::default().zone;
        let begins = |day: Date| day.to_zoned(zone.clone()).map(|time| time.timestamp().as_millisecond()).ok();
        let from = self.from.and_then(begins);
        let to = self.to.and_then(|day| begins(day.checked_add(1.day()).ok()?));
        (from.unwrap_or(0), to.unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stands_in_the_address_and_is_read_from_it_again() {
        let pairs = [("stage", "open"), ("service", "ei-benefits"), ("from", "2026-05-01"), ("words", "c-_d")];
        let pairs: Vec<_> = pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let asked = Asked::read(&pairs);
        let address = "/desk/search?stage=open&service=ei-benefits&from=2026-05-01&words=c-_d&lang=fr";
        assert_eq!(asked.address(Language::French), address);
        assert_eq!(
            asked.with(Facet::Stage, "closed").without(Facet::Service).chosen,
            [(Facet::Stage, "closed".to_owned())]
        );
    }

    #[test]
    fn what_can_be_no_value_of_a_facet_is_not_asked_for() {
        for (name, value) in [
            ("stage", "nonsense"),
            ("intent", "\" OR"),
            ("severity", "high"),
            ("service", "a\"b"),
            ("desk", ""),
            ("language", "tlh"),
            ("from", "2026-02-30"),
        ] {
            let asked = Asked::read(&[(name.to_owned(), value.to_owned())]);
            assert_eq!(asked, Asked::default(), "{name} {value}");
        }
    }
}
