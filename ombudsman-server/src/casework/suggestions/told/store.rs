//! What became of one card, as its own person may read it.

use crate::casework::suggestions::Verdict;
use crate::db::{Db, DbError};

/// The answer that a suggestion has.
pub(super) struct Answer {
    pub verdict: Verdict,
    pub reason_en: String,
    pub reason_fr: String,
    pub at: i64,
    /// The service, where everyone can read what was done.
    pub published: Option<String>,
}

/// The answer to this suggestion.
pub(super) async fn answer(db: &Db, reference: &str) -> Result<Option<Answer>, DbError> {
    let sql = "SELECT a.verdict, a.reason_en, a.reason_fr, a.answered_at, y.service FROM suggestions_answered t \
               JOIN suggestion_answers a ON a.id = t.answer LEFT JOIN you_said y ON y.answer = a.id \
               AND y.published_at IS NOT NULL AND y.withdrawn_at IS NULL WHERE t.reference = $1";
    let rows = db.read(sql, vec![reference.into()]).await?;
    let answer = rows.first().map(|row| {
        Ok(Answer {
            verdict: row.parsed(0, Verdict::parse)?,
            reason_en: row.text(1)?,
            reason_fr: row.text(2)?,
            at: row.int(3)?,
            published: row.maybe_text(4)?,
        })
    });
    answer.transpose()
}

/// The service whose program a compliment was passed on to, and when.
pub(super) async fn passed(db: &Db, reference: &str) -> Result<Option<(String, i64)>, DbError> {
    let sql = "SELECT k.service, p.passed_at FROM compliments_passed p JOIN cards k ON k.reference = p.reference \
               WHERE p.reference = $1";
    let rows = db.read(sql, vec![reference.into()]).await?;
    rows.first().map(|row| Ok((row.text(0)?, row.int(1)?))).transpose()
}
