//! English and French by their commonest words. Most comments are in one of the two and say so in every line; comparing them
//! with seventeen languages would take longer than all else that is done with a card.

/// So many different words at least must be the language's own: one may be a name, or part of a quotation.
const OWN: usize = 2;
/// So many different words at least, with those that other languages have as well. Fewer may be chance.
const FEWEST: usize = 5;
/// Of so many words at most, one is among the commonest of its language; in plain text it is every second.
const OF_WORDS: usize = 3;

/// Words that no other language of the recogniser has among its usual ones.
const ENGLISH: [&str; 89] = [
    "about", "after", "again", "and", "any", "anybody", "anyone", "are", "asked", "because", "been", "before", "being",
    "by", "called", "could", "did", "does", "during", "each", "every", "everyone", "for", "from", "get", "given",
    "had", "have", "how", "if", "is", "its", "just", "know", "made", "many", "my", "never", "nobody", "not", "nothing",
    "now", "of", "off", "one", "our", "out", "over", "people", "please", "said", "she", "should", "than", "thank",
    "that", "their", "them", "then", "there", "they", "this", "those", "through", "time", "told", "too", "took", "two",
    "until", "very", "wait", "waited", "we", "went", "were", "what", "when", "where", "which", "while", "who", "why",
    "with", "without", "would", "year", "you", "your",
];
/// Words that others have as well: "was" is German, "no" is Spanish, "can" and "the" are Vietnamese without its marks.
const ENGLISH_TOO: [&str; 22] = [
    "a", "all", "an", "as", "at", "but", "can", "do", "has", "he", "i", "in", "it", "me", "no", "on", "or", "so",
    "the", "to", "us", "was",
];
/// The same for French: its own words …
const FRENCH: [&str; 87] = [
    "alors", "après", "au", "aucun", "aucune", "aussi", "autre", "autres", "aux", "avaient", "avait", "avant", "avec",
    "avez", "avoir", "avons", "beaucoup", "cela", "celle", "celui", "ces", "cette", "ceux", "chaque", "chez", "dans",
    "depuis", "deux", "dit", "donc", "déjà", "elle", "elles", "encore", "est", "et", "faire", "fait", "faut", "fois",
    "ils", "j", "jamais", "jour", "jours", "jusqu", "leur", "leurs", "mon", "même", "notre", "nous", "ont", "où",
    "pas", "pendant", "personne", "peu", "peut", "pour", "pourquoi", "pouvait", "qu", "quand", "quelqu", "quelque",
    "rien", "sans", "sera", "serait", "sont", "suis", "toujours", "tout", "toute", "toutes", "trop", "très", "une",
    "vers", "votre", "vous", "ça", "étaient", "était", "été", "être",
];
/// … and those of others as well: "il" is Italian, "les" is Spanish, "sa" is Tagalog.
const FRENCH_TOO: [&str; 35] = [
    "ai", "c", "ce", "d", "de", "des", "du", "il", "je", "l", "la", "le", "les", "lui", "m", "mais", "me", "n", "ne",
    "nos", "on", "ou", "par", "plus", "que", "qui", "s", "sa", "se", "ses", "son", "sur", "un", "y", "à",
];

/// What a text has of a language's commonest words.
#[derive(Default)]
struct Found {
    /// Which of its own words, a bit for each.
    own: u128,
    /// Which of those that others have as well.
    too: u128,
    /// How many words of the text are among either.
    words: usize,
}

impl Found {
    fn look(&mut self, word: &str, own: &[&str], too: &[&str]) {
        if let Ok(place) = own.binary_search(&word) {
            self.own |= 1 << place;
            self.words += 1;
        } else if let Ok(place) = too.binary_search(&word) {
            self.too |= 1 << place;
            self.words += 1;
        }
    }

    /// Whether a text of so many words is in this language, and nothing of it in the other.
    const fn says_so(&self, words: usize, other: &Self) -> bool {
        let (own, too) = (self.own.count_ones() as usize, self.too.count_ones() as usize);
        other.own == 0 && own >= OWN && own + too >= FEWEST && self.words * OF_WORDS >= words
    }
}

/// The language, where many of the words are English and none is French alone, or the other way round; else only a comparison
/// can tell.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let (mut words, mut english, mut french) = (0, Found::default(), Found::default());
    for word in text.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty()) {
        // Who quotes an English letter in a comment of other letters writes no English.
        if !word.chars().all(is_latin) {
            return None;
        }
        let word = word.to_lowercase();
        words += 1;
        english.look(&word, &ENGLISH, &ENGLISH_TOO);
        french.look(&word, &FRENCH, &FRENCH_TOO);
    }
    if english.says_so(words, &french) {
        Some("en")
    } else if french.says_so(words, &english) {
        Some("fr")
    } else {
        None
    }
}

/// Whether a letter is one of those of Western Europe or Vietnam.
const fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_order_and_are_one_language_s_own_or_not() {
        for (own, too, other) in [(&ENGLISH[..], &ENGLISH_TOO[..], &FRENCH[..]), (&FRENCH, &FRENCH_TOO, &ENGLISH)] {
            assert!(own.is_sorted() && too.is_sorted() && own.len() <= 128 && too.len() <= 128);
            assert!(own.iter().all(|word| !too.contains(word) && !other.contains(word)));
        }
    }

    #[test]
    fn plain_english_and_french_say_so_and_others_do_not() {
        for (text, expected) in [
            ("I was told that the form had been sent, and nobody could say where it was.", Some("en")),
            ("On m’a dit que le formulaire était envoyé, et je ne sais pas dans quel bureau il est.", Some("fr")),
            ("Thank you very much", None),
            ("Merci beaucoup", None),
            // One quotes the other: only a comparison can tell which is which.
            ("The letter said « nous avons reçu votre demande » and that was all that it had.", None),
            ("Esperé tres semanas y nadie supo decirme por qué; les dije que no era la primera vez.", None),
            ("Esperei três semanas e ninguém soube me dizer por quê, mas o senhor do balcão foi muito gentil.", None),
            ("Ho aspettato tre settimane e nessuno mi ha saputo dire perché, ma qui sono stati tutti gentili.", None),
            (
                "Ich habe drei Wochen gewartet, und niemand wusste, was mit dem Antrag war. Des Rätsels Lösung kam nie.",
                None,
            ),
            ("Naghintay ako ng tatlong linggo at walang makapagsabi sa akin kung bakit.", None),
            ("Tôi đã chờ ba tuần và không ai có thể cho tôi biết lý do tại sao.", None),
            ("Toi can in the moi, so cua toi sai, no bi mat do loi cua van phong.", None),
            ("我收到一封信：Please wait for your letter and we will call you. 之后再也没有人联系我。", None),
            ("انتظرت ثلاثة أسابيع ولم يستطع أحد أن يخبرني بالسبب.", None),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }
}
