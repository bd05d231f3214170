//! The cards in quarantine, and what people decided about them.

use feedback::{Intent, Reference};

use super::Kept;
use super::asked::{Asked, Shelf};
use super::decide::Decision;
use crate::audit::{self, Actor, Entry};
use crate::db::{Db, DbError, Row};

/// Cards on a shelf, the oldest in front, so that nobody who wrote one waits behind those who came later.
pub(super) async fn kept(db: &Db, asked: &Asked, most: usize) -> Result<Vec<Kept>, DbError> {
    let rows = db
        .read(
            "SELECT k.reference, k.service, k.intent, k.comment, k.put_right, k.mark_reason, k.received_at, \
             COALESCE(s.shown_as, d.officer), d.decided_at FROM cards k \
             LEFT JOIN quarantine_decisions d ON d.reference = k.reference AND d.decision = 'confirmed' \
             LEFT JOIN staff s ON s.name = d.officer \
             WHERE k.mark = $1 AND k.removed_at IS NULL AND ($2 = '' OR ' ' || k.mark_reason || ' ' LIKE '% ' || $2 || ' %') \
             AND (k.received_at, k.reference) > ($3, $4) ORDER BY k.received_at, k.reference LIMIT $5",
            vec![
                asked.shelf.mark().into(),
                asked.sign.unwrap_or_default().into(),
                asked.after.0.into(),
                asked.after.1.as_str().into(),
                i64::try_from(most).unwrap_or(i64::MAX).into(),
            ],
        )
        .await?;
    rows.iter().map(card).collect()
}

fn card(row: &Row) -> Result<Kept, DbError> {
    let signs = row.maybe_text(5)?.unwrap_or_default();
    Ok(Kept {
        reference: row.text(0)?,
        service: row.text(1)?,
        intent: row.parsed(2, Intent::parse)?,
        texts: [row.maybe_text(3)?, row.maybe_text(4)?].into_iter().flatten().collect(),
        signs: signs.split_whitespace().map(str::to_owned).collect(),
        received_at: row.int(6)?,
        confirmed: row.maybe_text(7)?.zip(row.maybe_int(8)?),
    })
}

/// How many cards lie in quarantine, by shelf and signs.
pub(super) struct Counts(Vec<(String, String, u64)>);

impl Counts {
    /// How many lie on a shelf, or have this sign there.
    pub(super) fn on(&self, place: Shelf, only: Option<&str>) -> u64 {
        let has = |signs: &str| only.is_none_or(|sign| signs.split_whitespace().any(|one| one == sign));
        self.0.iter().filter(|(mark, reasons, _)| mark == place.mark() && has(reasons)).map(|(.., number)| number).sum()
    }
}

/// Counts the cards in quarantine.
pub(super) async fn counts(db: &Db) -> Result<Counts, DbError> {
    let sql = "SELECT mark, mark_reason, COUNT(*) FROM cards WHERE mark IN ('spam', 'confirmed') AND removed_at IS NULL \
         GROUP BY mark, mark_reason";
    let rows = db.read(sql, Vec::new()).await?;
    let count = |row: &Row| -> Result<(String, String, u64), DbError> {
        Ok((row.text(0)?, row.maybe_text(1)?.unwrap_or_default(), row.int(2)?.unsigned_abs()))
    };
    Ok(Counts(rows.iter().map(count).collect::<Result<_, _>>()?))
}

/// How many wait for a person.
pub(in crate::casework) async fn number_waiting(db: &Db) -> Result<i64, DbError> {
    let rows = db.read("SELECT COUNT(*) FROM cards WHERE mark = 'spam' AND removed_at IS NULL", Vec::new()).await?;
    rows.first().map_or(Ok(0), |row| row.int(0))
}

/// Decides about these cards, all in one write, and keeps who did. How many it was decided about: one that somebody else
/// has let in stays in, and one that is confirmed is not confirmed again.
pub(super) async fn decide(
    db: &Db,
    references: &[Reference],
    decision: Decision,
    actor: &Actor,
    now: i64,
) -> Result<u64, DbError> {
    let mut tx = db.begin().await?;
    let mut done = 0;
    for reference in references {
        let update = match decision {
            Decision::Restored => {
                "UPDATE cards SET mark = 'restored' WHERE reference = $1 AND mark IN ('spam', 'confirmed') \
                 AND removed_at IS NULL"
            }
            Decision::Confirmed => {
                "UPDATE cards SET mark = 'confirmed' WHERE reference = $1 AND mark = 'spam' AND removed_at IS NULL"
            }
        };
        if tx.execute(update, vec![reference.as_str().into()]).await? == 1 {
            let insert =
                "INSERT INTO quarantine_decisions (reference, decision, officer, decided_at) VALUES ($1, $2, $3, $4)";
            let args = vec![reference.as_str().into(), decision.as_str().into(), actor.name().into(), now.into()];
            tx.execute(insert, args).await?;
            let entry = Entry::of_case(reference.as_str(), now, actor.clone(), decision.action());
            audit::append(&mut tx, &entry).await?;
            done += 1;
        }
    }
    tx.commit().await?;
    Ok(done)
}
