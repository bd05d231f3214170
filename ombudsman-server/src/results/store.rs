//! The pattern counts: the only input of every statistic.

use feedback::Card;
use jiff::civil::Date;

use crate::db::{DbError, Tx};

/// Those who answered a card of their own accord: the only population so far, never mixed with another.
pub(super) const POPULATION: &str = "card";

/// Of what a card's answers are counted: with those of the same service, channel, language and questions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    /// The service.
    pub service: String,
    /// The channel.
    pub channel: String,
    /// The card's language.
    pub language: String,
    /// The version of the questions.
    pub instrument: String,
}

impl Counted {
    /// That of a card.
    #[must_use]
    pub fn of(card: &Card) -> Self {
        Self {
            service: card.service.as_str().to_owned(),
            channel: card.channel.as_str().to_owned(),
            language: card.language.as_str().to_owned(),
            instrument: card.instrument().as_str().to_owned(),
        }
    }
}

/// Counts the same answers of so many cards. Part of the transaction that records the cards.
pub async fn count_pattern(tx: &mut Tx, of: &Counted, day: Date, pattern: &str, cards: i64) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO pattern_counts (service, day, channel, language, population, instrument, pattern, n) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (service, day, channel, language, population, instrument, pattern) \
         DO UPDATE SET n = pattern_counts.n + excluded.n",
        vec![
            of.service.as_str().into(),
            day.to_string().into(),
            of.channel.as_str().into(),
            of.language.as_str().into(),
            POPULATION.into(),
            of.instrument.as_str().into(),
            pattern.into(),
            cards.into(),
        ],
    )
    .await?;
    Ok(())
}
