//! Sorting: the steps that work out what the record needs of a card, without touching the record.

use feedback::{Card, Fields, Pattern, Reference, ReplyBy};
use jiff::Timestamp;
use jiff::civil::Date;

use super::Recogniser;
use super::{redact, screen, triage};
use crate::casework::{Label, Labels};
use crate::house::House;
use crate::queue::Letter;
use crate::secrets::{Secrets, SecretsError, sha256_hex};
use crate::standard::Standard;

/// A card with what was worked out about it.
#[derive(Clone)]
pub struct SortedCard {
    /// The card, as people may read it.
    pub card: Card,
    /// Its reference.
    pub reference: Reference,
    /// The reference of the card that has the id which this one came under.
    pub beside: Option<Reference>,
    /// What tells it from another card under its id: a keyed digest of its wire form, so that nobody can guess from it
    /// what was masked.
    pub digest: String,
    /// Its answers.
    pub pattern: Option<Pattern>,
    /// The language of its comment, where it could be told.
    pub comment_language: Option<String>,
    /// The address to answer to, sealed, and the way by which it is reached.
    pub sealed: Option<(ReplyBy, Vec<u8>)>,
    /// What people wrote before something in it was masked, sealed.
    pub original: Option<Vec<u8>>,
    /// How many of each kind were masked in it.
    pub masked: redact::Kinds,
    /// Where it came from, if not from its own page or door.
    pub source: Option<String>,
    /// Who keyed it in for somebody, by the name that they sign in with.
    pub entered_by: Option<String>,
    /// Why a machine seems to have sent it.
    pub spam: Option<String>,
    /// What it has in common with the same card sent twice; kept under a key only ([`super::alike`]), because it is made
    /// from what was written.
    pub likeness: Option<String>,
    /// What it says that a person must see.
    pub labels: Labels,
    /// The phrases of our lists that led to a label.
    pub label_words: Vec<(Label, String)>,
    /// When the intake accepted it, in milliseconds since 1970.
    pub received_at: i64,
}

/// Works out what the record needs of a letter; the reason if it cannot be done.
pub(super) fn sort(house: &House, recogniser: &Recogniser, letter: Letter) -> Result<SortedCard, &'static str> {
    let Letter::Card { card, received_at, source, suspicions, entered_by, network } = letter;
    let fields = Fields::from_json(card).map_err(|_| "the card cannot be read")?;
    let mut card = Card::read(fields).map_err(|_| "the card cannot be read")?;
    let wire = serde_json::to_vec(&card).map_err(|_| "the card cannot be written")?;
    let reference = house.secrets.reference(&card.id);
    let seal = |text: &str| house.secrets.seal(reference.as_str(), text).map_err(|_| "it cannot be sealed");
    let to = card.reply.as_ref().and_then(|reply| reply.to.as_ref());
    let sealed = to.map(|to| seal(to.as_str()).map(|sealed| (to.by(), sealed))).transpose()?;
    let pattern = Pattern::of(&card);
    let triage::Found { mut labels, words: label_words } = triage::look(&card);
    let spam = screen::spam(&card, &suspicions);
    // Whoever imports cards is told of rows alike, and their times are often no finer than a day.
    let likeness = screen::likeness(&card, pattern.as_ref(), &network).filter(|_| source.is_none());
    let comment_language = card.comment.as_ref().and_then(|comment| recogniser.recognise(comment.as_str()));
    let masked = redact::mask(&mut card);
    if masked.is_withheld {
        labels.add(Label::Withheld);
    }
    Ok(SortedCard {
        digest: house.secrets.digest(&sha256_hex(&wire)),
        original: masked.original.as_deref().map(seal).transpose()?,
        masked: masked.kinds,
        // Who may be in danger does not wait in quarantine.
        spam: spam.filter(|_| !labels.is_urgent()),
        card,
        reference,
        beside: None,
        pattern,
        comment_language,
        sealed,
        source,
        entered_by,
        likeness,
        labels,
        label_words,
        received_at,
    })
}

impl SortedCard {
    /// The same card under an id of its own, where another card has its id. It is made from both, so that the same letter
    /// always comes to the same one, and nobody else can come to it.
    pub(super) fn beside(&self, secrets: &Secrets) -> Result<Self, SecretsError> {
        let id = secrets.card_beside(&self.card.id, &self.digest);
        let reference = secrets.reference(&id);
        let moved = |sealed: &[u8]| {
            let text = secrets.open_sealed(self.reference.as_str(), sealed)?;
            secrets.seal(reference.as_str(), &text)
        };
        let sealed = self.sealed.as_ref().map(|(by, sealed)| moved(sealed).map(|sealed| (*by, sealed))).transpose()?;
        let original = self.original.as_deref().map(moved).transpose()?;
        let card = self.card.clone().under(id);
        Ok(Self { card, reference, beside: Some(self.reference.clone()), sealed, original, ..self.clone() })
    }

    /// The reference of the first card of the form that it is of.
    pub(super) const fn form(&self) -> &Reference {
        match &self.beside {
            Some(first) => first,
            None => &self.reference,
        }
    }

    /// The day on which the office's clocks say that it was received.
    pub(super) fn received_on(&self, standard: &Standard) -> Date {
        standard.office_date(self.received())
    }

    pub(super) fn received(&self) -> Timestamp {
        Timestamp::from_millisecond(self.received_at).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}
