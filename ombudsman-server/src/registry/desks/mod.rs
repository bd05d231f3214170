//! Who answers: the office, teams of it, and the desks of programs, each with the languages in which it can. A service has
//! a desk of its own or none; the office is there for whatever no other desk may or can answer.

mod place;
mod store;

use feedback::Language;

pub use place::{Misplaced, placed};
pub use store::{Line, add, all, all_in, change, find, of_service, set_of_service, slug_of};

/// The office's own desk. It is always there, and may answer everything.
pub const OFFICE: &str = "office";
/// The longest slug of a desk.
const SLUG_LIMIT: usize = 40;

/// What a desk belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The office, which is neutral.
    Office,
    /// The program that people comment on: no judge in its own cause.
    Program,
    /// Another office: it has what nobody of this one may have, case by case, and nothing comes to it by itself.
    Outside,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Office, Self::Program, Self::Outside];

    /// The kind's name, in the record and in forms.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Program => "program",
            Self::Outside => "outside",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// A desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Its name in addresses and in the record.
    pub slug: String,
    /// What it belongs to.
    pub kind: Kind,
    /// Its name in English.
    pub name_en: String,
    /// Its name in French.
    pub name_fr: String,
    /// The languages in which it can answer.
    pub languages: Vec<Language>,
    /// The desk that takes what this one may not or cannot answer; without it, the office does.
    pub fallback: Option<String>,
}

impl Desk {
    /// Its name in this language; in English for whoever reads neither English nor French.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        if language == Language::French { &self.name_fr } else { &self.name_en }
    }

    /// Whether it can answer in this language.
    #[must_use]
    pub fn speaks(&self, language: Language) -> bool {
        self.languages.contains(&language)
    }
}

/// Whether a text can be the slug of a desk: small letters, digits and hyphens, a letter in front.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.len() <= SLUG_LIMIT && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(is_plain)
}

#[cfg(test)]
mod tests;
