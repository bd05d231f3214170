//! The outbox's table. It holds no address.

use std::collections::BTreeSet;

use feedback::{Consent, Language, ReplyBy};

use super::{Letter, Reason, State};
use crate::audit::{self, Action, Actor, Entry};
use crate::db::{Arg, Db, DbError, Row, Tx};

/// A letter that is to be written.
pub struct New<'a> {
    /// Its name, made by chance.
    pub id: String,
    /// The case that it is about.
    pub reference: &'a str,
    /// The way by which the person is reached.
    pub by: ReplyBy,
    /// Its language.
    pub language: Language,
    /// What it is called.
    pub subject: String,
    /// What it says.
    pub body: String,
}

/// What waits in the outbox.
#[derive(Debug, Clone, Copy)]
pub struct Waiting {
    /// How many letters.
    pub letters: i64,
    /// When the oldest was written, in milliseconds since 1970.
    pub since: Option<i64>,
}

/// A letter in the sender's hands.
pub(super) struct Taken {
    pub letter: Letter,
    pub sealed: Vec<u8>,
}

/// The way by which the person of this case allowed to be reached.
pub async fn way_to(tx: &mut Tx, reference: &str) -> Result<Option<ReplyBy>, DbError> {
    Ok(address(tx, reference).await?.map(|(by, _)| by))
}

async fn address(tx: &mut Tx, reference: &str) -> Result<Option<(ReplyBy, Vec<u8>)>, DbError> {
    let sql = "SELECT v.reached_by, v.sealed FROM vault v JOIN cards k ON k.reference = v.reference \
        WHERE v.reference = $1 AND ' ' || k.consents || ' ' LIKE '% ' || $2 || ' %'";
    let rows = tx.read(sql, vec![reference.into(), Consent::Contact.as_str().into()]).await?;
    rows.first().map(|row| Ok((row.parsed(0, ReplyBy::parse)?, row.bytes(1)?))).transpose()
}

/// Writes a letter, as a part of the write of what it tells. An e-mail is the sender's, anything else an officer's.
pub async fn write(tx: &mut Tx, letter: New<'_>, actor: Actor, now: i64) -> Result<(), DbError> {
    let state = if letter.by == ReplyBy::Email { State::Waiting } else { State::Owed };
    let entry = Entry::of_case(letter.reference, now, actor, Action::LetterWrite).deciding(&letter.body);
    let sql = "INSERT INTO outbox (id, reference, reached_by, language, subject, body, written_at, state, next_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7)";
    let args = vec![
        letter.id.into(),
        letter.reference.into(),
        letter.by.as_str().into(),
        letter.language.as_str().into(),
        letter.subject.into(),
        letter.body.into(),
        now.into(),
        state.as_str().into(),
    ];
    tx.execute(sql, args).await?;
    audit::append(tx, &entry).await
}

/// Stops what has not left of the letters about this case.
pub async fn stop(tx: &mut Tx, reference: &str, actor: Actor, now: i64) -> Result<(), DbError> {
    let sql =
        "UPDATE outbox SET state = 'stopped', ended_at = $2 WHERE reference = $1 AND state IN ('waiting', 'owed')";
    if tx.execute(sql, vec![reference.into(), now.into()]).await? > 0 {
        audit::append(tx, &Entry::of_case(reference, now, actor, Action::LetterStop)).await?;
    }
    Ok(())
}

/// Keeps that an officer told the person, by the letter or another way; whether it was still owed.
pub async fn told(tx: &mut Tx, reference: &str, id: &str, actor: Actor, now: i64) -> Result<bool, DbError> {
    let sql = "UPDATE outbox SET state = 'told', ended_at = $3 WHERE reference = $1 AND id = $2 AND state IN ('owed', 'failed')";
    let is_changed = tx.execute(sql, vec![reference.into(), id.into(), now.into()]).await? > 0;
    if is_changed {
        audit::append(tx, &Entry::of_case(reference, now, actor, Action::LetterTold).about(id)).await?;
    }
    Ok(is_changed)
}

/// Has a letter that was given up sent once more; whether it was.
pub async fn again(tx: &mut Tx, reference: &str, id: &str, actor: Actor, now: i64) -> Result<bool, DbError> {
    let sql = "UPDATE outbox SET state = 'waiting', tries = 0, next_at = $3, ended_at = NULL, reason = NULL \
        WHERE reference = $1 AND id = $2 AND state = 'failed' AND reached_by = 'email'";
    let is_changed = tx.execute(sql, vec![reference.into(), id.into(), now.into()]).await? > 0;
    if is_changed {
        audit::append(tx, &Entry::of_case(reference, now, actor, Action::LetterAgain).about(id)).await?;
    }
    Ok(is_changed)
}

/// The cases whose person the office owes a letter that has not reached them, as far as it knows.
pub async fn unreached(db: &Db) -> Result<BTreeSet<String>, DbError> {
    let sql = "SELECT DISTINCT o.reference FROM outbox o JOIN cases c ON c.reference = o.reference \
        WHERE o.state IN ('waiting', 'owed', 'failed') AND c.stage = 'awaiting-client'";
    db.read(sql, Vec::new()).await?.iter().map(|row| row.text(0)).collect()
}

/// The cases that wait for the reply of a person who allowed to be written to by e-mail: where no mail server is set up, nobody
/// wrote to them.
pub async fn by_email(db: &Db) -> Result<BTreeSet<String>, DbError> {
    let sql = "SELECT v.reference FROM vault v JOIN cards k ON k.reference = v.reference \
        JOIN cases c ON c.reference = v.reference WHERE v.reached_by = 'email' AND c.stage = 'awaiting-client' \
        AND ' ' || k.consents || ' ' LIKE '% ' || $1 || ' %'";
    db.read(sql, vec![Consent::Contact.as_str().into()]).await?.iter().map(|row| row.text(0)).collect()
}

/// The letters about this case, the first in front.
pub async fn of_case(db: &Db, reference: &str) -> Result<Vec<Letter>, DbError> {
    let sql = "SELECT id, reference, reached_by, language, subject, body, written_at, state, tries, ended_at, reason \
        FROM outbox WHERE reference = $1 ORDER BY written_at, id";
    db.read(sql, vec![reference.into()]).await?.iter().map(letter).collect()
}

/// The letter of this name about this case.
pub async fn find(db: &Db, reference: &str, id: &str) -> Result<Option<Letter>, DbError> {
    Ok(of_case(db, reference).await?.into_iter().find(|letter| letter.id == id))
}

/// What waits.
pub async fn waiting(db: &Db) -> Result<Waiting, DbError> {
    let rows = db.read("SELECT COUNT(*), MIN(written_at) FROM outbox WHERE state = 'waiting'", Vec::new()).await?;
    let row = rows.first().ok_or(DbError::Inconsistent { column: 0 })?;
    Ok(Waiting { letters: row.int(0)?, since: row.maybe_int(1)? })
}

/// Takes the letter that has been due longest; nobody else gets it before `until`. Where its address may not be used any
/// more, it is stopped instead. That the address is opened is an entry first.
pub(super) async fn take(db: &Db, now: i64, until: i64) -> Result<Option<Taken>, DbError> {
    let due =
        db.read("SELECT 1 FROM outbox WHERE state = 'waiting' AND next_at <= $1 LIMIT 1", vec![now.into()]).await?;
    if due.is_empty() {
        return Ok(None);
    }
    let mut tx = db.begin().await?;
    let sql = "UPDATE outbox SET tries = tries + 1, next_at = $2 WHERE id = (SELECT id FROM outbox \
        WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, id LIMIT 1) \
        RETURNING id, reference, reached_by, language, subject, body, written_at, state, tries, ended_at, reason";
    let rows = tx.read(sql, vec![now.into(), until.into()]).await?;
    let Some(letter) = rows.first().map(letter).transpose()? else { return Ok(None) };
    let address = address(&mut tx, &letter.reference).await?.filter(|(by, _)| *by == ReplyBy::Email);
    let Some((_, sealed)) = address else {
        stop(&mut tx, &letter.reference, Actor::system(), now).await?;
        tx.commit().await?;
        return Ok(None);
    };
    let opening = Entry::of_case(&letter.reference, now, Actor::system(), Action::ViewIdentity);
    audit::append(&mut tx, &opening.because("letter").about(&letter.id)).await?;
    tx.commit().await?;
    Ok(Some(Taken { letter, sealed }))
}

/// Keeps that a mail server took a letter.
pub(super) async fn sent(db: &Db, letter: &Letter, now: i64) -> Result<(), DbError> {
    let sql = "UPDATE outbox SET state = 'sent', ended_at = $2, reason = NULL WHERE id = $1 AND state <> 'sent'";
    end(db, letter, sql, vec![now.into()], Action::LetterSend, None, now).await
}

/// Keeps that a letter cannot be delivered.
pub(super) async fn failed(db: &Db, letter: &Letter, reason: Reason, now: i64) -> Result<(), DbError> {
    let sql = "UPDATE outbox SET state = 'failed', ended_at = $2, reason = $3 WHERE id = $1 AND state = 'waiting'";
    end(db, letter, sql, vec![now.into(), reason.as_str().into()], Action::LetterFail, Some(reason), now).await
}

async fn end(
    db: &Db,
    letter: &Letter,
    sql: &'static str,
    args: Vec<Arg>,
    action: Action,
    reason: Option<Reason>,
    now: i64,
) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let args = std::iter::once(Arg::from(letter.id.as_str())).chain(args).collect();
    if tx.execute(sql, args).await? > 0 {
        let entry = Entry::of_case(&letter.reference, now, Actor::system(), action).about(&letter.id);
        let entry = if let Some(reason) = reason { entry.because(reason.as_str()) } else { entry };
        audit::append(&mut tx, &entry).await?;
    }
    tx.commit().await
}

/// Has a letter wait until then.
pub(super) async fn put_off(db: &Db, letter: &Letter, until: i64) -> Result<(), DbError> {
    let sql = "UPDATE outbox SET next_at = $2 WHERE id = $1 AND state = 'waiting'";
    db.execute(sql, vec![letter.id.as_str().into(), until.into()]).await.map(drop)
}

fn letter(row: &Row) -> Result<Letter, DbError> {
    Ok(Letter {
        id: row.text(0)?,
        reference: row.text(1)?,
        by: row.parsed(2, ReplyBy::parse)?,
        language: row.parsed(3, Language::parse)?,
        subject: row.text(4)?,
        body: row.text(5)?,
        written_at: row.int(6)?,
        state: row.parsed(7, State::parse)?,
        tries: usize::try_from(row.int(8)?).unwrap_or(usize::MAX),
        ended_at: row.maybe_int(9)?,
        reason: row.maybe_text(10)?.as_deref().and_then(Reason::parse),
    })
}
