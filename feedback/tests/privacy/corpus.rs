//! Recall, measured: sentences in both languages with one personal value each whose place is known.
//!
//! The values are synthetic and the author of the rules wrote the sentences, so this guards against losing what is found
//! today; it does not tell how much of what people really write is found.

use feedback::privacy::{Finding, Kind, find};

use crate::chance::Chance;
use crate::values;

/// The language of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    English,
    French,
}

const EACH: usize = 1_000;
const MOST_MISSED: usize = EACH / 100;

/// The kinds whose shape is known; of the others recall is printed, too.
const STRUCTURED: [Kind; 10] = [
    Kind::Sin,
    Kind::PaymentCard,
    Kind::Phone,
    Kind::Email,
    Kind::PostalCode,
    Kind::Passport,
    Kind::IpAddress,
    Kind::BirthDate,
    Kind::CaseNumber,
    Kind::HealthCard,
];

/// Sentences for a kind that needs no word beside it.
const PLAIN: [&[&str]; 2] = [
    &[
        "I sent {} twice and heard nothing.",
        "They asked for it again ({}), why?",
        "{}",
        "It is {}.",
        "Line one\n{}\nline three",
        "The form would not take \"{}\"; I gave up after 3 tries.",
        "Please use {}, thank you! 🙂",
    ],
    &[
        "J'ai donné {} deux fois sans réponse.",
        "On me l'a encore demandé ({}) : pourquoi?",
        "{}",
        "C'est le\u{a0}: {}.",
        "Première ligne\n{}\ntroisième ligne",
        "Le formulaire refuse «\u{a0}{}\u{a0}»; après 3 essais j'ai abandonné.",
        "Utilisez {}, merci! 🙂",
    ],
];

const SIN: [&[&str]; 2] = [
    &["My SIN is {}.", "social insurance number: {}", "SIN {} was refused", "Is {} a wrong SIN?"],
    &["Mon NAS est {}.", "numéro d'assurance sociale\u{a0}: {}", "NAS\u{a0}{} refusé", "Est-ce que {} est un bon NAS?"],
];
const BIRTH: [&[&str]; 2] = [
    &[
        "I was born on {}.",
        "DOB: {}",
        "date of birth (yyyy-mm-dd): {}",
        "My birthday is {}, ok?",
        "{} is my date of birth",
    ],
    &[
        "Je suis née le {}.",
        "Né le {}",
        "date de naissance (aaaa-mm-jj)\u{a0}: {}",
        "Mon anniversaire est le {}",
        "DDN {}",
    ],
];
const CASE: [&[&str]; 2] = [
    &["My client ID is {}.", "case number {}", "UCI: {}", "about file no. {}, still open", "application # {}"],
    &["Mon dossier est le {}.", "numéro de client {}", "IUC\u{a0}: {}", "la demande n° {} traîne", "identifiant {}"],
];
const HEALTH: [&[&str]; 2] = [
    &["My health card is {}.", "OHIP {}", "driver's licence no. {}", "PHN: {}", "health card number {}, expired"],
    &[
        "Ma carte santé est {}.",
        "RAMQ {}",
        "permis de conduire {}",
        "assurance maladie\u{a0}: {}",
        "carte soleil n° {}",
    ],
];
const NAME: [&[&str]; 2] = [
    &["My officer {} was kind.", "Mr. {} never called.", "an agent named {}", "My name is {}.", "I met Dr. {}"],
    &[
        "Mon agente {} est gentille.",
        "Mme {} n'a pas rappelé.",
        "un agent nommé {}",
        "Je m'appelle {}.",
        "le conseiller {}",
    ],
];

/// The sentences of a kind, the value they carry and where it stands.
fn sentence(kind: Kind, tongue: Tongue, chance: &mut Chance) -> (String, usize, usize) {
    let mut sentences = PLAIN;
    let value = match kind {
        Kind::Sin if chance.within(0, 2) == 0 => {
            sentences = SIN;
            values::mistyped_sin(chance)
        }
        Kind::Sin => values::sin(chance),
        Kind::PaymentCard => values::card(chance),
        Kind::Phone => values::phone(chance),
        Kind::Email => values::email(chance),
        Kind::PostalCode => values::postal_code(chance),
        Kind::Passport => values::passport(chance),
        Kind::IpAddress => values::ip_address(chance),
        Kind::Address => values::address(chance, tongue),
        Kind::BirthDate => {
            sentences = BIRTH;
            values::date(chance, tongue)
        }
        Kind::CaseNumber => {
            sentences = CASE;
            values::case_number(chance)
        }
        Kind::PersonName => {
            sentences = NAME;
            values::name(chance)
        }
        Kind::HealthCard => {
            sentences = HEALTH;
            values::health_card(chance)
        }
    };
    let template = chance.one(sentences[usize::from(tongue == Tongue::French)]);
    let start = template.find("{}").expect("a place for the value");
    (template.replace("{}", &value), start, start + value.len())
}

/// Whether a value is explained: covered, and as what it is. A number that happens to be valid as two kinds may be
/// explained as the other, since it is hidden all the same.
fn explains(hit: &Finding, kind: Kind, start: usize, end: usize) -> bool {
    let twins = [Kind::Sin, Kind::Phone, Kind::CaseNumber, Kind::HealthCard, Kind::Passport];
    let same = hit.kind == kind || twins.contains(&kind) && twins.contains(&hit.kind);
    same && hit.start <= start && hit.end >= end
}

#[test]
fn of_every_structured_kind_99_in_100_are_found_in_both_languages() {
    let mut chance = Chance(2026);
    let mut short = Vec::new();
    for kind in Kind::ALL {
        for tongue in [Tongue::English, Tongue::French] {
            let mut missed = Vec::new();
            for _ in 0..EACH {
                let (text, start, end) = sentence(*kind, tongue, &mut chance);
                if !find(&text).iter().any(|hit| explains(hit, *kind, start, end)) {
                    missed.push(text);
                }
            }
            println!("{:<13} {tongue:<7?} {} of {EACH} found", kind.as_str(), EACH - missed.len());
            missed.iter().take(3).for_each(|text| println!("    missed: {text}"));
            if STRUCTURED.contains(kind) && missed.len() > MOST_MISSED {
                short.push((kind.as_str(), tongue, missed.len()));
            }
        }
    }
    assert!(short.is_empty(), "too many missed: {short:?}");
}
