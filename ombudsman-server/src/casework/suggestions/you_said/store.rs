//! The table of entries.

use super::draft::Draft;
use super::{Done, Written};
use crate::audit::{self, Action, Actor, Entry};
use crate::db::{Arg, Db, DbError, Row};

/// The entries, and after that whatever a statement says of them.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "SELECT y.id, y.service, y.answer, y.done_on, y.title_en, y.title_fr, y.said_en, y.said_fr, y.did_en, \
             y.did_fr, y.suggestions, y.author, COALESCE(a.shown_as, y.author), y.drafted_at, \
             COALESCE(p.shown_as, y.publisher), y.published_at, COALESCE(w.shown_as, y.withdrawn_by), y.withdrawn_at, \
             COALESCE(y.withdrawn_because, '') FROM you_said y LEFT JOIN staff a ON a.name = y.author \
             LEFT JOIN staff p ON p.name = y.publisher LEFT JOIN staff w ON w.name = y.withdrawn_by ",
            $rest
        )
    };
}

/// What will be done and is not told yet, the newest first; what nobody's suggestion has any more is left out.
pub(super) async fn done(db: &Db) -> Result<Vec<Done>, DbError> {
    let sql = "SELECT a.id, a.service, a.reason_en, a.reason_fr, \
               (SELECT COUNT(*) FROM suggestions_answered t WHERE t.answer = a.id) FROM suggestion_answers a \
               WHERE a.verdict = 'will-be-done' \
               AND NOT EXISTS (SELECT 1 FROM you_said y WHERE y.answer = a.id AND y.withdrawn_at IS NULL) \
               AND EXISTS (SELECT 1 FROM suggestions_answered t WHERE t.answer = a.id) \
               ORDER BY a.answered_at DESC LIMIT 200";
    let done = |row: &Row| {
        Ok(Done {
            answer: row.text(0)?,
            service: row.text(1)?,
            reason_en: row.text(2)?,
            reason_fr: row.text(3)?,
            suggestions: row.int(4)?,
        })
    };
    db.read(sql, Vec::new()).await?.iter().map(done).collect()
}

/// What was written in the suggestions of this answer by those who did not allow that it is published.
pub(super) async fn unquotable(db: &Db, answer: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT COALESCE(k.comment, '') || '\n' || COALESCE(k.put_right, '') FROM suggestions_answered t \
               JOIN cards k ON k.reference = t.reference \
               WHERE t.answer = $1 AND ' ' || k.consents || ' ' NOT LIKE '% publish-quote %'";
    db.read(sql, vec![answer.into()]).await?.iter().map(|row| row.text(0)).collect()
}

/// Keeps a draft; whether its answer is still one of which nothing is told.
pub(super) async fn keep(db: &Db, id: &str, draft: &Draft, actor: &Actor, now: i64) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "INSERT INTO you_said (id, answer, service, done_on, suggestions, title_en, title_fr, said_en, said_fr, \
               did_en, did_fr, author, drafted_at) SELECT $1, a.id, a.service, $3, \
               (SELECT COUNT(*) FROM suggestions_answered t WHERE t.answer = a.id), $4, $5, $6, $7, $8, $9, $10, $11 \
               FROM suggestion_answers a WHERE a.id = $2 AND a.verdict = 'will-be-done' \
               AND EXISTS (SELECT 1 FROM suggestions_answered t WHERE t.answer = a.id) ON CONFLICT DO NOTHING";
    let first = [id, &draft.answer, &draft.done_on].into_iter().chain(draft.texts()).chain([actor.name()]);
    let args = first.map(Arg::from).chain([now.into()]).collect();
    let is_kept = tx.execute(sql, args).await? == 1;
    if is_kept {
        let entry = Entry::of_office(now, actor.clone(), Action::YouSaidDraft).about(id);
        audit::append(&mut tx, &entry.deciding(&draft.texts().join("\n"))).await?;
    }
    tx.commit().await?;
    Ok(is_kept)
}

/// The entries that were drafted last, whatever became of them.
pub(super) async fn newest(db: &Db) -> Result<Vec<Written>, DbError> {
    let sql = entries!("ORDER BY y.drafted_at DESC, y.id LIMIT 50");
    db.read(sql, Vec::new()).await?.iter().map(written).collect()
}

/// The entries that wait for a publisher, the oldest first, and then those that everyone can read.
pub(in crate::casework::suggestions) async fn standing(db: &Db) -> Result<Vec<Written>, DbError> {
    let sql = entries!(
        "WHERE y.withdrawn_at IS NULL ORDER BY CASE WHEN y.published_at IS NULL THEN 0 ELSE 1 END, \
         COALESCE(-y.published_at, y.drafted_at), y.id LIMIT 100"
    );
    db.read(sql, Vec::new()).await?.iter().map(written).collect()
}

/// Publishes a draft of somebody else; whether it was one.
pub(in crate::casework::suggestions) async fn publish(
    db: &Db,
    id: &str,
    actor: &Actor,
    now: i64,
) -> Result<bool, DbError> {
    let sql = "UPDATE you_said SET publisher = $1, published_at = $2 WHERE id = $3 AND author <> $1 \
               AND published_at IS NULL AND withdrawn_at IS NULL";
    let entry = Entry::of_office(now, actor.clone(), Action::YouSaidPublish).about(id);
    change(db, sql, vec![actor.name().into(), now.into(), id.into()], &entry).await
}

/// Withdraws a draft or what was published, with a reason; whether it still stood, as its page showed it.
pub(in crate::casework::suggestions) async fn withdraw(
    db: &Db,
    id: &str,
    was_published: bool,
    because: &str,
    (actor, now): (&Actor, i64),
) -> Result<bool, DbError> {
    let sql = "UPDATE you_said SET withdrawn_by = $1, withdrawn_at = $2, withdrawn_because = $3 WHERE id = $4 \
               AND withdrawn_at IS NULL AND (CASE WHEN published_at IS NULL THEN 0 ELSE 1 END) = $5";
    let entry = Entry::of_office(now, actor.clone(), Action::YouSaidWithdraw).about(id).deciding(because);
    let args = vec![actor.name().into(), now.into(), because.into(), id.into(), was_published.into()];
    change(db, sql, args, &entry).await
}

async fn change(db: &Db, sql: &'static str, args: Vec<Arg>, entry: &Entry) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let is_done = tx.execute(sql, args).await? == 1;
    if is_done {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await?;
    Ok(is_done)
}

/// A row as [`entries!`] reads it.
fn written(row: &Row) -> Result<Written, DbError> {
    let because = row.text(18)?;
    Ok(Written {
        id: row.text(0)?,
        service: row.text(1)?,
        draft: Draft {
            answer: row.text(2)?,
            done_on: row.text(3)?,
            title_en: row.text(4)?,
            title_fr: row.text(5)?,
            said_en: row.text(6)?,
            said_fr: row.text(7)?,
            did_en: row.text(8)?,
            did_fr: row.text(9)?,
        },
        suggestions: row.int(10)?,
        author: row.text(11)?,
        drafted: (row.text(12)?, row.int(13)?),
        published: row.maybe_text(14)?.zip(row.maybe_int(15)?),
        withdrawn: row.maybe_text(16)?.zip(row.maybe_int(17)?).map(|(who, at)| (who, at, because)),
    })
}
