//! What every page has around its own content: language, the way to the other language, the signed-in person.

use std::sync::OnceLock;

use feedback::Language;

use super::Visit;
use super::assets::{desk_js, pages_css, paper_css};
use crate::words::Words;

static FRONT: OnceLock<Front> = OnceLock::new();

/// What every page of this process knows of it.
#[derive(Debug, Clone, Copy)]
pub struct Front {
    /// Whether to say that the data is sample data.
    pub sample_data: bool,
    /// Whether this process serves the published results.
    pub has_results: bool,
    /// Whether this process takes cards, and so checks receipts.
    pub has_receipts: bool,
}

/// A page in one of its languages.
pub struct InLanguage {
    /// The language.
    pub language: Language,
    /// What the language calls itself.
    pub name: String,
    /// The page's address in it.
    pub address: String,
}

/// The frame of a page.
pub struct Page {
    /// The page's sentences.
    pub words: &'static Words,
    language: Language,
    /// English or French: the language of what is there in these two only.
    pub official: Language,
    /// The languages in which this page is there, its own among them.
    pub languages: Vec<InLanguage>,
    /// The address of the style sheet.
    pub css: &'static str,
    /// What the page knows of the process.
    pub front: Front,
    /// The signed-in person's name, and the room they are in.
    pub signed_in: Option<(String, &'static str)>,
}

impl Page {
    /// The frame of a page that anyone may see.
    #[must_use]
    pub fn new(visit: &Visit) -> Self {
        let in_language = |language: &Language| InLanguage {
            language: *language,
            name: Words::of(*language).text("own-name"),
            address: visit.in_language(*language),
        };
        Self {
            words: visit.words(),
            language: visit.language,
            official: visit.official,
            languages: visit.offered.iter().map(in_language).collect(),
            css: &pages_css().address,
            front: FRONT.get().copied().unwrap_or(Front { sample_data: false, has_results: true, has_receipts: true }),
            signed_in: None,
        }
    }

    /// The frame of a page for a signed-in person.
    #[must_use]
    pub fn for_staff(visit: &Visit, name: &str, room: &'static str) -> Self {
        Self { signed_in: Some((name.to_owned(), room)), ..Self::new(visit) }
    }

    /// The frame of a page that is made to be printed.
    #[must_use]
    pub fn on_paper(visit: &Visit) -> Self {
        Self { css: &paper_css().address, ..Self::new(visit) }
    }

    /// Tells every page, once at start, what to know of the process.
    pub fn announce(front: Front) {
        // A second server in the same process keeps what the first one said.
        let _ = FRONT.set(front);
    }

    /// The address of the desk's script, on a page of the desk.
    #[must_use]
    pub fn script(&self) -> Option<&'static str> {
        let is_at_desk = self.signed_in.as_ref().is_some_and(|(_, room)| *room == "desk");
        is_at_desk.then(|| desk_js().address.as_str())
    }

    /// Where the office's name leads.
    #[must_use]
    pub fn home(&self) -> String {
        match &self.signed_in {
            Some((_, room)) => self.link(&format!("/{room}")),
            None if self.front.has_results => self.link("/results"),
            None => self.link("/track"),
        }
    }

    /// The sentence of this id.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.words.text(id)
    }

    /// The sentence whose id is this beginning and this name.
    #[must_use]
    pub fn named(&self, beginning: &str, name: &str) -> String {
        self.words.text(&[beginning, name].concat())
    }

    /// What is said beside a way to a page that is there in English and French only, where this page is in neither.
    #[must_use]
    pub fn other_language(&self) -> Option<String> {
        (self.language != self.official).then(|| self.words.text(&["only-", self.official.as_str()].concat()))
    }

    /// The page's language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The language's tag.
    #[must_use]
    pub const fn lang(&self) -> &'static str {
        self.language.as_str()
    }

    /// The direction of the language's script.
    #[must_use]
    pub const fn direction(&self) -> &'static str {
        self.language.direction()
    }

    /// The address of one thing under a path of ours, kept in the page's language.
    #[must_use]
    pub fn link_to(&self, path: &str, name: &str) -> String {
        self.link(&format!("{path}{name}"))
    }

    /// An address of ours, kept in the page's language.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{path}?lang={}", self.lang())
    }
}
