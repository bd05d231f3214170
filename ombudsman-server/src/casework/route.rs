//! Routing: which desk a case goes to, and why; when it opens, and when a person labels it. The service's own desk comes first, then the one that stands in for
//! it, then the office. The desk of a program gets questions only, without any label: a complaint is the office's, which is
//! neutral. A desk of another office gets nothing by itself. No desk gets what is in a language in which it cannot answer, except the
//! office, where everything ends.

use feedback::{Intent, Language};

use super::Labels;
use crate::registry::desks::{Desk, Kind, Line, OFFICE};

/// Why a case goes where it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is the service's own desk.
    OwnDesk,
    /// The service has no desk of its own.
    NoDesk,
    /// The service's own desk is the program's, and this is no question.
    Neutral,
    /// The service's own desk is the program's, and a person of the office must see this.
    Labelled,
    /// The service's own desk cannot answer in the card's language.
    Language,
}

impl Reason {
    /// The reason's name, in the record and in the words' ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OwnDesk => "own-desk",
            Self::NoDesk => "no-desk",
            Self::Neutral => "neutral",
            Self::Labelled => "labelled",
            Self::Language => "language",
        }
    }
}

/// The desk for a card of this kind with these labels in this language, whose service has this line of desks.
#[must_use]
pub fn desk<'a>(intent: Intent, labels: &Labels, language: Language, line: &'a Line) -> (&'a str, Reason) {
    let against = |desk: &Desk| match desk.kind {
        Kind::Outside => Some(Reason::NoDesk),
        Kind::Program if !labels.is_empty() => Some(Reason::Labelled),
        Kind::Program if intent != Intent::Question => Some(Reason::Neutral),
        _ if !desk.speaks(language) => Some(Reason::Language),
        _ => None,
    };
    let reason = line.0.first().map_or(Reason::NoDesk, |own| against(own).unwrap_or(Reason::OwnDesk));
    let desk = line.0.iter().find(|desk| against(desk).is_none());
    (desk.map_or(OFFICE, |desk| &desk.slug), reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk_of(slug: &str, kind: Kind, languages: &[Language]) -> Desk {
        let (slug, name) = (slug.to_owned(), slug.to_owned());
        Desk { slug, kind, name_en: name.clone(), name_fr: name, languages: languages.to_vec(), fallback: None }
    }

    #[test]
    fn a_card_goes_to_the_first_desk_that_may_and_can_answer_it() {
        use feedback::Intent::{Complaint, Question, Suggestion};
        use feedback::Language::{Arabic, English, French};
        let program = desk_of("passport", Kind::Program, &[English]);
        let team = desk_of("team", Kind::Office, &[English, French]);
        let neither = Line::default();
        let alone = Line(vec![program.clone()]);
        let both = Line(vec![program, team.clone()]);
        let outside = Line(vec![desk_of("other-office", Kind::Outside, &[English, French]), team.clone()]);
        let own_team = Line(vec![team]);
        for (intent, labels, language, line, expected, why) in [
            (Question, "", English, &alone, "passport", Reason::OwnDesk),
            (Question, "", English, &neither, OFFICE, Reason::NoDesk),
            (Question, "", French, &alone, OFFICE, Reason::Language),
            (Question, "", French, &both, "team", Reason::Language),
            (Question, "", Arabic, &both, OFFICE, Reason::Language),
            (Question, "danger", English, &alone, OFFICE, Reason::Labelled),
            (Question, "privacy", English, &both, "team", Reason::Labelled),
            (Complaint, "", English, &alone, OFFICE, Reason::Neutral),
            (Complaint, "", French, &both, "team", Reason::Neutral),
            (Suggestion, "complaint", English, &both, "team", Reason::Labelled),
            (Question, "", English, &outside, "team", Reason::NoDesk),
            (Complaint, "threat", French, &own_team, "team", Reason::OwnDesk),
            (Complaint, "", Arabic, &own_team, OFFICE, Reason::Language),
        ] {
            let routed = desk(intent, &Labels::parse(labels), language, line);
            assert_eq!(routed, (expected, why), "{intent:?} {labels} {language:?}");
        }
    }
}
