//! The pattern counts: the only input of every statistic.

use feedback::Card;
use jiff::civil::Date;
use tokio::sync::Semaphore;

use super::measures::{Answers, Patterns};
use crate::db::{Db, DbError, Tx};

/// Those who answered a card of their own accord: the only population so far, never mixed with another.
pub(super) const POPULATION: &str = "card";

/// Adding up takes long when there is much: two at once, so that whoever leaves a card never waits behind readers.
static ADDING_UP: Semaphore = Semaphore::const_new(2);

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

/// The answers about one service.
pub(super) async fn patterns(db: &Db, service: &str) -> Result<Patterns, DbError> {
    // It is never closed; if it were, adding up would only be less polite.
    let _turn = ADDING_UP.acquire().await.ok();
    let rows = db
        .read(
            "SELECT pattern, CAST(SUM(n) AS BIGINT) FROM pattern_counts \
             WHERE service = $1 AND population = $2 GROUP BY pattern",
            vec![service.into(), POPULATION.into()],
        )
        .await?;
    let mut patterns = Patterns::default();
    for row in rows {
        let n = u64::try_from(row.int(1)?).map_err(|_| DbError::Inconsistent { column: 1 })?;
        patterns.add(Answers::of(&row.text(0)?).map_err(|_| DbError::Inconsistent { column: 0 })?, n);
    }
    Ok(patterns)
}

/// How many cards rate each service as a whole.
pub(super) async fn answers_by_service(db: &Db) -> Result<Vec<(String, u64)>, DbError> {
    let _turn = ADDING_UP.acquire().await.ok();
    let rows = db
        .read(
            "SELECT service, CAST(SUM(n) AS BIGINT) FROM pattern_counts \
             WHERE population = $1 AND pattern NOT LIKE '0%' GROUP BY service",
            vec![POPULATION.into()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.text(0)?, u64::try_from(row.int(1)?).unwrap_or(0)))).collect()
}
