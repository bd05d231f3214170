//! Recording: what a batch of cards leads to, in one transaction.

use feedback::{Card, Pattern, Reference, ReplyBy};
use jiff::Timestamp;
use jiff::civil::Date;

use super::store::{self, Inserted};
use crate::casework;
use crate::db::DbError;
use crate::house::House;
use crate::results;
use crate::secrets::sha256_hex;
use crate::standard::Standard;

/// A card with what was worked out about it.
pub struct SortedCard {
    /// The card.
    pub card: Card,
    /// Its reference.
    pub reference: Reference,
    /// The SHA-256 of its wire form, in hexadecimal.
    pub digest: String,
    /// Its answers.
    pub pattern: Option<Pattern>,
    /// The language of its comment, where it could be told.
    pub comment_language: Option<String>,
    /// The address to answer to, sealed, and the way by which it is reached.
    pub sealed: Option<(ReplyBy, Vec<u8>)>,
    /// When the intake accepted it, in milliseconds since 1970.
    pub received_at: i64,
}

/// What became of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// It is in the record now.
    New,
    /// It was there already, the same in every character.
    Again,
    /// Another card is there under its id.
    AnotherUnderItsId,
}

impl SortedCard {
    /// Works out what the record needs; `None` if it cannot be written or its address cannot be sealed.
    pub(super) fn new(house: &House, card: Card, received_at: i64, comment_language: Option<String>) -> Option<Self> {
        let reference = house.secrets.reference(&card.id);
        let sealed = match card.reply.as_ref().and_then(|reply| reply.to.as_ref()) {
            None => None,
            Some(to) => Some((to.by(), house.secrets.seal(reference.as_str(), to.as_str()).ok()?)),
        };
        let digest = sha256_hex(&serde_json::to_vec(&card).ok()?);
        let pattern = Pattern::of(&card);
        Some(Self { card, reference, digest, pattern, comment_language, sealed, received_at })
    }

    /// The day on which the office's clocks say that it was received.
    fn received_on(&self, standard: &Standard) -> Date {
        standard.office_date(self.received())
    }

    fn received(&self) -> Timestamp {
        Timestamp::from_millisecond(self.received_at).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// Records these cards, all or none. What became of each, in their order.
pub(super) async fn record(house: &House, standard: &Standard, cards: &[SortedCard]) -> Result<Vec<Recorded>, DbError> {
    let mut tx = house.db.begin().await?;
    let mut outcomes = Vec::with_capacity(cards.len());
    for sorted in cards {
        let outcome = match store::insert(&mut tx, sorted, house.clock.millis()).await? {
            Inserted::New => Recorded::New,
            Inserted::Same => Recorded::Again,
            Inserted::Another => Recorded::AnotherUnderItsId,
        };
        if outcome == Recorded::New {
            if let Some((by, sealed)) = &sorted.sealed {
                store::keep_address(&mut tx, &sorted.reference, *by, sealed).await?;
            }
            if let Some(pattern) = &sorted.pattern {
                let day = sorted.received_on(standard);
                results::count_pattern(&mut tx, &sorted.card, day, pattern).await?;
            }
            if sorted.card.intent.is_owed_an_answer() {
                casework::open_case(&mut tx, standard, &sorted.reference, &sorted.card, sorted.received()).await?;
            }
        }
        outcomes.push(outcome);
    }
    tx.commit().await?;
    Ok(outcomes)
}
