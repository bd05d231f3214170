//! In which language a comment is written, which need not be the language of the card.

use lingua::{IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder};

/// Below this confidence (0 to 1) a guess is worse than none.
const CONFIDENT: f64 = 0.75;
/// Fewer words than this say too little.
const FEWEST_WORDS: usize = 3;

/// Recognises languages. Its models are read when first needed and then shared by every worker of the process.
pub struct Recogniser(LanguageDetector);

impl Default for Recogniser {
    fn default() -> Self {
        Self::new()
    }
}

impl Recogniser {
    /// A recogniser of English, French, Spanish, Portuguese and Arabic. The last three are there so that a Spanish
    /// comment is not taken for a French one.
    #[must_use]
    pub fn new() -> Self {
        use Language::{Arabic, English, French, Portuguese, Spanish};
        Self(LanguageDetectorBuilder::from_languages(&[English, French, Spanish, Portuguese, Arabic]).build())
    }

    /// The two-letter code (ISO 639-1) of the text's language, or `None` where it cannot be told.
    #[must_use]
    pub fn recognise(&self, text: &str) -> Option<String> {
        if text.split_whitespace().count() < FEWEST_WORDS {
            return None;
        }
        let (language, confidence) = self.0.compute_language_confidence_values(text).into_iter().next()?;
        let code: IsoCode639_1 = language.iso_code_639_1();
        (confidence >= CONFIDENT).then(|| code.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_recognised_and_short_ones_left_undetermined() {
        let recogniser = Recogniser::new();
        for (text, expected) in [
            ("I waited three weeks and nobody could tell me why.", Some("en")),
            ("J'ai attendu trois semaines et personne ne pouvait me dire pourquoi.", Some("fr")),
            ("Esperé tres semanas y nadie supo decirme por qué.", Some("es")),
            ("Merci beaucoup", None),
            ("12345 67890 !!!", None),
        ] {
            assert_eq!(recogniser.recognise(text).as_deref(), expected, "{text}");
        }
    }
}
