//! Who may be commented on and who answers: organisations, their services, what these promise (standards), whether a service
//! takes cards now, the desks, and how a card fares on the pages that embed it.

pub mod desks;
pub mod embedding;
pub mod inventory;
mod kind;
mod lines;
mod lookup;
mod misread;
pub mod standards;
mod store;

use feedback::Language;

pub use kind::ServiceKind;
pub use lines::Lines;
pub use lookup::{Lookup, Unreadable};
pub use misread::Misread;
pub use store::{add_site, all, by_inventory_id, find, import, remove_site, set_asks_more, set_kind, set_open};

/// A service in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Its name in addresses.
    pub slug: String,
    /// Its organisation's name in addresses.
    pub organisation: String,
    /// Whether it takes cards.
    pub is_open: bool,
    /// Whether its card asks the optional part: expectations, ideal, trust.
    pub asks_more: bool,
    /// The sites whose pages may embed its card, beside those of the settings, in the order of the alphabet.
    pub sites: Vec<String>,
    /// What kind of service it is, where somebody has said so.
    pub kind: Option<ServiceKind>,
    name_en: String,
    name_fr: String,
    organisation_en: String,
    organisation_fr: String,
}

impl Service {
    /// A service of this organisation, with names that are its own in addresses.
    #[cfg(test)]
    pub(crate) fn for_testing(slug: &str, organisation: &str) -> Self {
        let [name_en, name_fr] = ["en", "fr"].map(|language| format!("{slug} ({language})"));
        let [organisation_en, organisation_fr] = ["en", "fr"].map(|language| format!("{organisation} ({language})"));
        let (slug, organisation) = (slug.to_owned(), organisation.to_owned());
        let (is_open, asks_more, sites, kind) = (true, false, Vec::new(), None);
        Self { slug, organisation, is_open, asks_more, sites, kind, name_en, name_fr, organisation_en, organisation_fr }
    }

    /// Its name in this language. The register has names in English and French; whoever reads another language is told
    /// the English one.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        if language == Language::French { &self.name_fr } else { &self.name_en }
    }

    /// Its organisation's name in this language, in the same way.
    #[must_use]
    pub fn organisation_name(&self, language: Language) -> &str {
        if language == Language::French { &self.organisation_fr } else { &self.organisation_en }
    }
}
