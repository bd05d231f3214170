//! What kind of service it is, by what people come away with: services of one kind may be compared across organisations. The
//! list is a choice, made from the types of service in the government's inventory (decision 0044).

use crate::words::Words;

named! {
    /// A kind of service.
    ServiceKind {
        /// People are told or shown something.
        Information = "information",
        /// A fact about a person or a business is entered, or proved by a document: an identity document, a birth, a citizenship.
        Registration = "registration",
        /// Something is allowed: a permit, a licence, a stay.
        Permits = "permits",
        /// Money or its like is paid to a person.
        Benefits = "benefits",
        /// An organization or a business is funded.
        Grants = "grants",
        /// A tax, a duty or a contribution is assessed or paid.
        Taxes = "taxes",
        /// Somebody looks whether a rule is kept.
        Inspection = "inspection",
        /// People are treated or looked after.
        Care = "care",
        /// People learn, visit or play.
        Learning = "learning",
        /// People are protected, or a dispute or an offence is dealt with.
        Justice = "justice",
    }
}

impl ServiceKind {
    /// What people call it.
    #[must_use]
    pub fn said(self, words: &Words) -> String {
        words.text(&["service-kind-", self.as_str()].concat())
    }
}

#[cfg(test)]
mod tests {
    use feedback::Language;

    use super::*;

    #[test]
    fn every_kind_is_read_by_its_name_and_has_words_in_both_languages() {
        for kind in ServiceKind::ALL {
            assert_eq!(ServiceKind::parse(kind.as_str()), Some(*kind));
            assert_eq!(serde_json::json!(kind), kind.as_str(), "the same name in an edition");
            let [english, french] =
                [Language::English, Language::French].map(|language| kind.said(Words::of(language)));
            assert!(!english.is_empty() && english != french, "{english}: {french}");
        }
        assert_eq!(ServiceKind::parse("Permits"), None);
    }
}
