//! The pattern counts: the only input of every statistic.

use std::collections::BTreeMap;

use feedback::Card;
use jiff::civil::Date;

use crate::db::{Arg, DbError, Tx};

/// Those who answered a card of their own accord: the only population so far, never mixed with another.
pub(super) const POPULATION: &str = "card";

/// Rows of one statement, where there are so many: a statement costs more than its rows.
const MANY: usize = 8;

/// The same answers, by their pattern, to a service on a day.
pub type Answers = (Counted, Date, String);

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

/// Counts so many cards more of each of these answers. Part of the transaction that records the cards.
pub async fn count_patterns(tx: &mut Tx, counts: &BTreeMap<Answers, i64>) -> Result<(), DbError> {
    let rows: Vec<_> = counts.iter().map(|((of, day, pattern), cards)| args(of, *day, pattern, *cards)).collect();
    let (many, rest) = rows.as_chunks::<MANY>();
    for rows in many {
        tx.execute(
            "INSERT INTO pattern_counts (service, day, channel, language, population, instrument, pattern, n) VALUES \
            ($1, $2, $3, $4, $5, $6, $7, $8), \
            ($9, $10, $11, $12, $13, $14, $15, $16), \
            ($17, $18, $19, $20, $21, $22, $23, $24), \
            ($25, $26, $27, $28, $29, $30, $31, $32), \
            ($33, $34, $35, $36, $37, $38, $39, $40), \
            ($41, $42, $43, $44, $45, $46, $47, $48), \
            ($49, $50, $51, $52, $53, $54, $55, $56), \
            ($57, $58, $59, $60, $61, $62, $63, $64) \
            ON CONFLICT (service, day, channel, language, population, instrument, pattern) \
            DO UPDATE SET n = pattern_counts.n + excluded.n",
            rows.iter().flatten().cloned().collect(),
        )
        .await?;
    }
    for row in rest {
        tx.execute(
            "INSERT INTO pattern_counts (service, day, channel, language, population, instrument, pattern, n) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
             ON CONFLICT (service, day, channel, language, population, instrument, pattern) \
             DO UPDATE SET n = pattern_counts.n + excluded.n",
            row.to_vec(),
        )
        .await?;
    }
    Ok(())
}

fn args(of: &Counted, day: Date, pattern: &str, cards: i64) -> [Arg; 8] {
    [
        of.service.as_str().into(),
        day.to_string().into(),
        of.channel.as_str().into(),
        of.language.as_str().into(),
        POPULATION.into(),
        of.instrument.as_str().into(),
        pattern.into(),
        cards.into(),
    ]
}
