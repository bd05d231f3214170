//! The texts of an entry, as they are typed and kept: each in English and in French.

use jiff::civil::Date;

use crate::http::body;

/// The longest title and the longest text, in characters.
const TITLE_LIMIT: usize = 100;
const TEXT_LIMIT: usize = 600;

/// What is typed.
#[derive(Debug, Clone, Default)]
pub(in crate::casework::suggestions) struct Draft {
    /// The answer to the suggestions that it is about.
    pub answer: String,
    /// The day on which it was done.
    pub done_on: String,
    pub title_en: String,
    pub title_fr: String,
    pub said_en: String,
    pub said_fr: String,
    pub did_en: String,
    pub did_fr: String,
}

/// Why a draft is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Something is missing or too long.
    Incomplete,
    /// The day has not come yet.
    NotYet,
    /// It has somebody's own words who did not allow it.
    Quotes,
}

impl Fault {
    /// The id of the sentence that says so.
    pub(super) const fn sentence(self) -> &'static str {
        match self {
            Self::Incomplete => "you-said-incomplete",
            Self::NotYet => "you-said-not-yet",
            Self::Quotes => "you-said-quotes",
        }
    }
}

impl Draft {
    /// What a form says.
    pub(super) fn of(form: &[(String, String)]) -> Self {
        let text = |name| body::value(form, name).trim().to_owned();
        Self {
            answer: text("answer"),
            done_on: text("done_on"),
            title_en: text("title_en"),
            title_fr: text("title_fr"),
            said_en: text("said_en"),
            said_fr: text("said_fr"),
            did_en: text("did_en"),
            did_fr: text("did_fr"),
        }
    }

    /// Everything that is published of it.
    pub(super) fn texts(&self) -> [&str; 6] {
        [&self.title_en, &self.title_fr, &self.said_en, &self.said_fr, &self.did_en, &self.did_fr]
    }

    /// What is wrong with it by itself.
    pub(super) fn fault(&self, today: Date) -> Option<Fault> {
        let is_said = |text: &str, most: usize| !text.is_empty() && text.chars().count() <= most;
        let (titles, texts) = self.texts().into_iter().enumerate().partition::<Vec<_>, _>(|(place, _)| *place < 2);
        let is_whole = !self.answer.is_empty()
            && titles.iter().all(|(_, text)| is_said(text, TITLE_LIMIT))
            && texts.iter().all(|(_, text)| is_said(text, TEXT_LIMIT));
        match self.done_on.parse::<Date>() {
            Ok(day) if is_whole => (day > today).then_some(Fault::NotYet),
            _ => Some(Fault::Incomplete),
        }
    }
}
