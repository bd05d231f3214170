//! The record's cards and the vault.

use feedback::{Reference, ReplyBy};

use super::SortedCard;
use crate::db::{DbError, Tx};

/// What inserting a card found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inserted {
    /// It was not there.
    New,
    /// It was there.
    Same,
    /// Another card was there under its id.
    Another,
}

pub(super) async fn insert(tx: &mut Tx, sorted: &SortedCard, now: i64) -> Result<Inserted, DbError> {
    let card = &sorted.card;
    let inserted = tx
        .execute(
            "INSERT INTO cards (id, reference, digest, service, intent, language, channel, pattern, achieved, comment, \
             comment_language, page, received_at, recorded_at, put_right, consents, notice) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT DO NOTHING",
            vec![
                card.id.to_string().into(),
                sorted.reference.as_str().into(),
                sorted.digest.as_str().into(),
                card.service.as_str().into(),
                card.intent.as_str().into(),
                card.language.as_str().into(),
                card.channel.as_str().into(),
                sorted.pattern.as_ref().map(|pattern| pattern.as_str().to_owned()).into(),
                card.achieved.map(|achieved| achieved.as_str().to_owned()).into(),
                card.comment.as_ref().map(|comment| comment.as_str().to_owned()).into(),
                sorted.comment_language.clone().into(),
                card.page.as_ref().map(|page| page.as_str().to_owned()).into(),
                sorted.received_at.into(),
                now.into(),
                card.put_right.as_ref().map(|wish| wish.as_str().to_owned()).into(),
                card.consents.iter().map(|consent| consent.as_str()).collect::<Vec<_>>().join(" ").into(),
                card.notice.map(|notice| notice.as_str().to_owned()).into(),
            ],
        )
        .await?;
    if inserted == 1 {
        return Ok(Inserted::New);
    }
    let same = tx
        .read(
            "SELECT 1 FROM cards WHERE id = $1 AND digest = $2",
            vec![card.id.to_string().into(), sorted.digest.as_str().into()],
        )
        .await?;
    Ok(if same.is_empty() { Inserted::Another } else { Inserted::Same })
}

pub(super) async fn keep_address(
    tx: &mut Tx,
    reference: &Reference,
    by: ReplyBy,
    sealed: &[u8],
) -> Result<(), DbError> {
    let sql = "INSERT INTO vault (reference, sealed, reached_by) VALUES ($1, $2, $3)";
    tx.execute(sql, vec![reference.as_str().into(), sealed.to_vec().into(), by.as_str().into()]).await?;
    Ok(())
}
