//! In which language a comment is written, which need not be the language of the card.

mod commonest;

use lingua::{IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder};

/// Below this confidence (0 to 1) a guess is worse than none.
const CONFIDENT: f64 = 0.75;
/// More characters than this say no more.
const ENOUGH: usize = 160;
/// Fewer words than this say too little.
const FEWEST_WORDS: usize = 3;

/// The card's languages, and the ones that most people in Canada speak at home after English and French (Statistics
/// Canada, census of 2021). Without the others a German comment would be taken for an English one.
const LANGUAGES: [Language; 17] = [
    Language::English,
    Language::French,
    Language::Spanish,
    Language::Portuguese,
    Language::Arabic,
    Language::Chinese,
    Language::Punjabi,
    Language::Tagalog,
    Language::Italian,
    Language::German,
    Language::Hindi,
    Language::Persian,
    Language::Urdu,
    Language::Vietnamese,
    Language::Korean,
    Language::Tamil,
    Language::Russian,
];

/// Recognises languages. Its models are read when first needed and then shared by every worker of the process.
pub struct Recogniser(LanguageDetector);

impl Default for Recogniser {
    fn default() -> Self {
        Self::new()
    }
}

impl Recogniser {
    /// A recogniser of the card's five languages and of those that are spoken most in Canada after English and French.
    #[must_use]
    pub fn new() -> Self {
        Self(LanguageDetectorBuilder::from_languages(&LANGUAGES).build())
    }

    /// The two-letter code (ISO 639-1) of the text's language, or `None` where it cannot be told.
    #[must_use]
    pub fn recognise(&self, text: &str) -> Option<String> {
        // Chinese sets no spaces; most of its words are two characters long.
        let chinese = text.chars().filter(|character| ('\u{3400}'..='\u{9fff}').contains(character)).count() / 2;
        if text.split_whitespace().count().max(chinese) < FEWEST_WORDS {
            return None;
        }
        // Recognising takes longer than all other steps together, and a few words say it as surely as many.
        let beginning = text.char_indices().nth(ENOUGH).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
        if let Some(language) = commonest::language(beginning) {
            return Some(language.to_owned());
        }
        let (language, confidence) = self.0.compute_language_confidence_values(beginning).into_iter().next()?;
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
            ("Esperei três semanas e ninguém soube me dizer por quê.", Some("pt")),
            ("انتظرت ثلاثة أسابيع ولم يستطع أحد أن يخبرني بالسبب.", Some("ar")),
            ("Ich habe drei Wochen gewartet und niemand wusste warum.", Some("de")),
            ("Naghintay ako ng tatlong linggo at walang makapagsabi sa akin kung bakit.", Some("tl")),
            ("ਮੈਂ ਤਿੰਨ ਹਫ਼ਤੇ ਉਡੀਕ ਕੀਤੀ ਅਤੇ ਕੋਈ ਨਹੀਂ ਦੱਸ ਸਕਿਆ ਕਿ ਕਿਉਂ।", Some("pa")),
            ("我等了三个星期，没有人能告诉我原因。", Some("zh")),
            // In plain words, and in words that are neither among the commonest nor few.
            ("The officer told me that they had lost my file and that I would have to start again.", Some("en")),
            ("Friendly staff, quick answers, clear instructions: everybody deserves such treatment.", Some("en")),
            ("Bureau propre, personnel aimable, réponses rapides : chacun mérite un tel accueil.", Some("fr")),
            ("谢谢", None),
            ("Merci beaucoup", None),
            ("12345 67890 !!!", None),
        ] {
            assert_eq!(recogniser.recognise(text).as_deref(), expected, "{text}");
        }
    }
}
