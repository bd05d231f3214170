//! Every sentence that people read: one Fluent file a language, and how dates and numbers are written in it.

mod format;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use feedback::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

/// The sentences of one language.
pub struct Words {
    language: Language,
    ids: Vec<String>,
    bundle: FluentBundle<FluentResource>,
}

static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| Words::read(Language::English, langid!("en-CA"), include_str!("en.ftl")));
static FRENCH: LazyLock<Words> =
    LazyLock::new(|| Words::read(Language::French, langid!("fr-CA"), include_str!("fr.ftl")));
static SPANISH: LazyLock<Words> =
    LazyLock::new(|| Words::read(Language::Spanish, langid!("es-419"), include_str!("es.ftl")));
static PORTUGUESE: LazyLock<Words> =
    LazyLock::new(|| Words::read(Language::Portuguese, langid!("pt-BR"), include_str!("pt.ftl")));
static ARABIC: LazyLock<Words> = LazyLock::new(|| Words::read(Language::Arabic, langid!("ar"), include_str!("ar.ftl")));

impl Words {
    /// The sentences of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
            Language::Spanish => &SPANISH,
            Language::Portuguese => &PORTUGUESE,
            Language::Arabic => &ARABIC,
        }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The sentence of this id. The house rules prove that every id asked for exists in English and French, and in
    /// every language where the card, its receipt, the tracking page or a failure asks for it.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// The sentence of this id with one named value.
    #[must_use]
    pub fn with<'a>(&self, id: &str, name: &str, value: impl Into<FluentValue<'a>>) -> String {
        let mut args = FluentArgs::new();
        args.set(name.to_owned(), value);
        self.format(id, Some(&args))
    }

    /// The sentence of this id with named values.
    #[must_use]
    pub fn with_all(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let args: FluentArgs = values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        self.format(id, Some(&args))
    }

    /// The sentences whose ids begin so, for a page of this channel to carry: on a card that somebody else fills in they
    /// speak to that person. A value's place is left as `{name}`.
    #[must_use]
    pub fn beginning(&self, prefix: &str, channel: &str) -> BTreeMap<String, String> {
        let mut places = FluentArgs::new();
        for name in ["count", "over", "authority", "bank"] {
            places.set(name, format!("{{{name}}}"));
        }
        places.set("channel", channel.to_owned());
        let ids = self.ids.iter().filter(|id| id.starts_with(prefix));
        ids.map(|id| (id.clone(), self.format(id, Some(&places)))).collect()
    }

    fn format(&self, id: &str, args: Option<&FluentArgs>) -> String {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        pattern.map_or_else(
            || id.to_owned(),
            |pattern| self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned(),
        )
    }

    fn read(language: Language, locale: LanguageIdentifier, text: &str) -> Self {
        // A catalogue is part of the program: one that cannot be read is caught by the tests of every build.
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let ids = resource.entries().filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        });
        let ids = ids.collect();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // A date or a count inside a sentence that runs from right to left keeps its own order.
        bundle.set_use_isolating(language.direction() == "rtl");
        bundle.add_resource_overriding(resource);
        Self { language, ids, bundle }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_calls_itself_by_its_own_name() {
        let names = Language::ALL.iter().map(|language| Words::of(*language).text("own-name"));
        assert_eq!(names.collect::<Vec<_>>(), ["English", "Français", "Español", "Português", "العربية"]);
    }

    #[test]
    fn a_value_in_an_arabic_sentence_is_set_apart_from_its_order() {
        let left = |language, days: u64| Words::of(language).with("lateness-on-time", "days", days);
        assert!(left(Language::Arabic, 7).contains("\u{2068}7\u{2069}"), "{}", left(Language::Arabic, 7));
        assert_ne!(left(Language::Arabic, 2), left(Language::Arabic, 3));
        assert_eq!(left(Language::Spanish, 1), "Queda 1 día hábil.");
    }

    #[test]
    fn a_page_carries_its_sentences_with_places_for_values() {
        let words = Words::of(Language::English).beginning("card-", "web");
        assert!(words["card-comment-left"].contains("{count}"));
        assert!(words.keys().all(|id| id.starts_with("card-")));
    }

    #[test]
    fn a_receipt_speaks_to_whoever_reads_it() {
        for language in Language::ALL {
            let keep = ["web", "kiosk", "phone", "paper"]
                .map(|channel| Words::of(*language).with("next-keep", "channel", channel));
            let different: std::collections::BTreeSet<_> = keep.iter().collect();
            assert_eq!(different.len(), 4, "{language:?}");
        }
    }

    #[test]
    fn nothing_personal_is_found_in_the_words_that_stand_in_place_of_it() {
        for language in Language::ALL {
            for kind in feedback::privacy::Kind::ALL {
                let word = Words::of(*language).text(&["card-guard-kind-", kind.as_str()].concat());
                let text = format!("20240115, [{word}] 20240115, 12345678 and [{word}]: 1234567890");
                let bare = "20240115, 20240115, 12345678 and 1234567890";
                assert_eq!(feedback::privacy::find(&text), feedback::privacy::find(bare), "{word}");
            }
        }
    }
}
