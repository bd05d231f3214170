//! English and French by their commonest words. Most comments are in one of the two and say so in every line; comparing them
//! with seventeen languages would take longer than all else that is done with a card.

/// Fewer of them may be a quotation, or chance.
const FEWEST: usize = 4;
/// Of so many words at most, one is among the commonest of its language; in plain text it is every third.
const OF_WORDS: usize = 5;

/// No other language of the recogniser in Latin letters has these among its usual words.
const ENGLISH: [&str; 28] = [
    "and", "are", "been", "could", "every", "for", "from", "had", "have", "is", "it", "my", "not", "of", "that", "the",
    "their", "there", "they", "this", "was", "were", "when", "which", "who", "with", "would", "you",
];
/// The same for French: "les", "des", "du", "mais", "que" and "qui" are words of others as well.
const FRENCH: [&str; 28] = [
    "ai", "au", "aux", "avait", "avec", "avez", "cette", "dans", "elle", "est", "et", "il", "ils", "je", "leur", "mon",
    "même", "nous", "ont", "pas", "plus", "pour", "sont", "une", "vous", "à", "étaient", "était",
];

/// The language, where many of the words are English and none French, or the other way round; else only a comparison can tell.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let (mut words, mut english, mut french) = (0, 0, 0);
    for word in text.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        words += 1;
        english += usize::from(ENGLISH.binary_search(&word.as_str()).is_ok());
        french += usize::from(FRENCH.binary_search(&word.as_str()).is_ok());
    }
    let says = |own: usize, other: usize| own >= FEWEST && own * OF_WORDS >= words && other == 0;
    if says(english, french) {
        Some("en")
    } else if says(french, english) {
        Some("fr")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_order_and_in_one_list() {
        assert!(ENGLISH.is_sorted() && FRENCH.is_sorted());
        assert!(ENGLISH.iter().all(|word| !FRENCH.contains(word)));
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
            ("انتظرت ثلاثة أسابيع ولم يستطع أحد أن يخبرني بالسبب.", None),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }
}
