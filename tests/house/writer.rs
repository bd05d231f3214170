//! Somebody who writes cards, in English and French, the same ones for the same seed but for their ids.

use serde_json::{Value, json};

use crate::card::card_id;
use crate::ledger::Owed;

/// Two comments in three have one; the others are ratings only.
const WITH_COMMENT: u64 = 2;
/// One complaint in so many has an address, and something personal in its words.
const WITH_ADDRESS: u64 = 8;
/// The lengths of comments, in words.
const WORDS: std::ops::RangeInclusive<u64> = 20..=80;

const ENGLISH: [&str; 20] = [
    "I waited in line for over two hours before anybody called my number.",
    "The officer at the counter was kind and explained every step to me.",
    "The online form lost everything when I went back one page to correct a date.",
    "My file was sent to three offices and nobody could say where it is now.",
    "Please put the list of papers to bring at the top of the page.",
    "The letter used words that my mother could not understand at all.",
    "After the second call the matter was settled within a single day.",
    "The office closes before people who work during the day can get there.",
    "I was asked for the same proof of residence that I had already mailed in.",
    "The photo was refused twice although the same shop took both of them.",
    "It would help to know how long the review normally takes in summer.",
    "The site works well on my phone and the text is easy to read.",
    "Nobody answered the phone during the whole of last week.",
    "The parking lot has no space for a wheelchair van near the door.",
    "Thank you for calling back on the day that you had promised.",
    "The decision gave no reason and did not say how to ask for another look.",
    "I paid the fee by card and was told later that it never arrived.",
    "The waiting room was clean, quiet and had enough seats for everyone.",
    "Two people gave me two different answers about the same rule.",
    "The renewal notice came three weeks after my document had expired.",
];
const FRENCH: [&str; 20] = [
    "J’ai attendu plus de deux heures avant que quelqu’un appelle mon numéro.",
    "La personne au comptoir était aimable et m’a expliqué chaque étape.",
    "Le formulaire en ligne a tout perdu quand je suis revenu d’une page pour corriger une date.",
    "Mon dossier a été envoyé à trois bureaux et personne ne sait où il se trouve.",
    "Veuillez mettre la liste des documents à apporter en haut de la page.",
    "La lettre employait des mots que ma mère ne comprenait pas du tout.",
    "Après le deuxième appel, la question a été réglée en une seule journée.",
    "Le bureau ferme avant que les gens qui travaillent le jour puissent s’y rendre.",
    "On m’a demandé la même preuve de résidence que j’avais déjà envoyée par la poste.",
    "La photo a été refusée deux fois même si le même magasin avait pris les deux.",
    "Il serait utile de savoir combien de temps dure normalement l’examen en été.",
    "Le site fonctionne bien sur mon téléphone et le texte est facile à lire.",
    "Personne n’a répondu au téléphone pendant toute la semaine dernière.",
    "Le stationnement n’a aucune place pour une fourgonnette adaptée près de la porte.",
    "Merci de m’avoir rappelé le jour que vous aviez promis.",
    "La décision ne donnait aucune raison et ne disait pas comment demander une révision.",
    "J’ai payé les frais par carte et on m’a dit plus tard que rien n’était arrivé.",
    "La salle d’attente était propre, calme et comptait assez de sièges pour tous.",
    "Deux personnes m’ont donné deux réponses différentes sur la même règle.",
    "L’avis de renouvellement est arrivé trois semaines après l’expiration de mon document.",
];

/// The writer. It counts on from its seed (`SplitMix64`, Steele and others 2014), which is chance enough for words.
pub struct Writer(u64);

impl Writer {
    /// A writer whose cards follow from the seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next card: its id, the card in its wire form, and what it is owed.
    #[must_use]
    pub fn card(&mut self) -> (String, String, Owed) {
        let id = card_id();
        let is_english = self.below(2) == 0;
        let intent = ["complaint", "complaint", "question", "suggestion", "compliment", "compliment"][self.place(6)];
        let mut card = json!({
            "id": id, "service": "passport", "intent": intent, "language": if is_english { "en" } else { "fr" },
            "overall": self.rating(), "drivers": { "timeliness": self.rating(), "courtesy": self.rating() },
        });
        // A question is asked in words.
        if self.below(3) < WITH_COMMENT || intent == "question" {
            card["comment"] = Value::from(self.words(if is_english { &ENGLISH } else { &FRENCH }));
        }
        let sealed = intent == "complaint" && self.below(WITH_ADDRESS) == 0;
        if sealed {
            card["put_right"] = Value::from(if is_english { "Call 613-555-0123." } else { "Appelez le 613-555-0123." });
            card["reply"] = json!({ "wanted": true, "email": "somebody@example.ca" });
            card["consents"] = json!(["contact"]);
        }
        let owed = Owed { case: matches!(intent, "complaint" | "question"), sealed };
        (id, card.to_string(), owed)
    }

    /// A number from 0 up to 1.
    pub fn share(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a thousandth is fine enough")]
        let share = self.below(1000) as f64 / 1000.0;
        share
    }

    /// A number from 0 to one less than `most`.
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % most
    }

    fn place(&mut self, most: u64) -> usize {
        usize::try_from(self.below(most)).unwrap_or(0)
    }

    fn rating(&mut self) -> u64 {
        1 + self.below(5)
    }

    /// A comment in one language or the other.
    pub fn comment(&mut self) -> String {
        let sentences = [&ENGLISH, &FRENCH][self.place(2)];
        self.words(sentences)
    }

    fn words(&mut self, sentences: &[&str; 20]) -> String {
        let length = WORDS.start() + self.below(WORDS.end() - WORDS.start() - 15);
        let mut comment = String::new();
        while (comment.split(' ').count() as u64) < length {
            comment.push_str(if comment.is_empty() { "" } else { " " });
            comment.push_str(sentences[self.place(20)]);
        }
        comment
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_writes_the_same_cards_and_comments_have_a_few_dozen_words() {
        let comments = |seed| -> Vec<Value> {
            let mut writer = Writer::new(seed);
            let read =
                |card: (String, String, Owed)| serde_json::from_str::<Value>(&card.1).expect("JSON")["comment"].take();
            (0..50).map(|_| read(writer.card())).collect()
        };
        assert_eq!(comments(7), comments(7));
        assert_ne!(comments(7), comments(8));
        let lengths =
            comments(7).iter().filter_map(|c| c.as_str().map(|c| c.split(' ').count() as u64)).collect::<Vec<_>>();
        assert!(lengths.len() > 20 && lengths.iter().all(|length| WORDS.contains(length)), "{lengths:?}");
    }
}
