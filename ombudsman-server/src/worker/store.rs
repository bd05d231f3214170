//! The record's cards and the vault.

use feedback::{Intent, Language, ReplyBy};

use super::SortedCard;
use super::screen::{ALIKE_WITHIN_MILLIS, Mark};
use crate::casework::{Label, Labels};
use crate::db::{Db, DbError, Row, Tx};
use crate::results::Counted;

/// What inserting a card found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inserted {
    /// It was not there; it has this mark now.
    New(Option<Mark>),
    /// It was there.
    Same,
    /// Another card was there under its id.
    Another,
}

/// Inserts a card. It is marked as a duplicate where the same network said the same minutes before, and where it is of a
/// form of which another card counts: one form counts once.
pub(super) async fn insert(
    tx: &mut Tx,
    sorted: &SortedCard,
    likeness: Option<String>,
    now: i64,
) -> Result<Inserted, DbError> {
    let card = &sorted.card;
    let inserted = tx
        .read(
            "INSERT INTO cards (id, reference, digest, service, intent, language, channel, pattern, achieved, comment, \
             comment_language, page, received_at, recorded_at, put_right, consents, notice, source, mark, mark_reason, \
             likeness, labels, instrument, entered_by, beside) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, \
             $17, $18, CASE WHEN CAST($19 AS TEXT) IS NOT NULL THEN 'spam' WHEN CAST($26 AS TEXT) IS NOT NULL AND EXISTS (SELECT 1 FROM cards WHERE (reference = $26 OR beside = $26) \
             AND (mark IS NULL OR mark = 'duplicate')) THEN 'duplicate' WHEN CAST($20 AS TEXT) IS NOT NULL AND EXISTS (SELECT 1 FROM cards \
             WHERE likeness = $20 AND received_at > $21 AND received_at < $22 AND mark IS NULL) THEN 'duplicate' END, $19, $20, $23, $24, $25, $26 \
             WHERE true ON CONFLICT DO NOTHING RETURNING mark",
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
                sorted.source.clone().into(),
                sorted.spam.clone().into(),
                likeness.into(),
                (sorted.received_at - ALIKE_WITHIN_MILLIS).into(),
                (sorted.received_at + ALIKE_WITHIN_MILLIS).into(),
                sorted.labels.to_record().into(),
                card.instrument().as_str().into(),
                sorted.entered_by.clone().into(),
                sorted.beside.as_ref().map(|first| first.as_str().to_owned()).into(),
            ],
        )
        .await?;
    if let Some(row) = inserted.first() {
        let mark = row.maybe_text(0)?;
        return Ok(Inserted::New(mark.as_deref().and_then(Mark::parse)));
    }
    let same = tx
        .read(
            "SELECT 1 FROM cards WHERE id = $1 AND digest = $2",
            vec![card.id.to_string().into(), sorted.digest.as_str().into()],
        )
        .await?;
    Ok(if same.is_empty() { Inserted::Another } else { Inserted::Same })
}

/// A card that a person has let out of quarantine.
pub(super) struct RestoredCard {
    pub reference: String,
    pub counted: Counted,
    pub intent: Intent,
    pub language: Language,
    pub pattern: Option<String>,
    pub labels: Labels,
    pub received_at: i64,
    pub digest: String,
}

/// Cards let out of quarantine, and what the next page comes after.
pub(super) struct Restored {
    /// Each card, or why it cannot be read.
    pub cards: Vec<Result<RestoredCard, DbError>>,
    /// The last of a full page; `None` where there are no more.
    pub last: Option<After>,
}

/// Where a page begins: after the card that was received then and has this reference.
pub(super) type After = (i64, String);

/// A page of such cards, those first that were received first.
pub(super) async fn restored(db: &Db, after: Option<&After>, most: i64) -> Result<Restored, DbError> {
    let (time, reference) = after.map_or((i64::MIN, ""), |(time, reference)| (*time, reference.as_str()));
    let rows = db
        .read(
            "SELECT reference, service, channel, language, instrument, intent, pattern, labels, received_at, digest FROM cards \
             WHERE mark = 'restored' AND received_at >= $1 AND (received_at > $1 OR reference > $2) \
             ORDER BY received_at, reference LIMIT $3",
            vec![time.into(), reference.into(), most.into()],
        )
        .await?;
    let is_full = i64::try_from(rows.len()).is_ok_and(|found| found >= most);
    let last = match rows.last() {
        Some(row) if is_full => Some((row.int(8)?, row.text(0)?)),
        _ => None,
    };
    Ok(Restored { cards: rows.iter().map(restored_card).collect(), last })
}

fn restored_card(row: &Row) -> Result<RestoredCard, DbError> {
    Ok(RestoredCard {
        reference: row.text(0)?,
        counted: Counted {
            service: row.text(1)?,
            channel: row.text(2)?,
            language: row.text(3)?,
            instrument: row.text(4)?,
        },
        intent: row.parsed(5, Intent::parse)?,
        language: row.parsed(3, Language::parse)?,
        pattern: row.maybe_text(6)?,
        labels: Labels::parse(&row.text(7)?),
        received_at: row.int(8)?,
        digest: row.text(9)?,
    })
}

/// Takes the mark of a restored card away, or gives it that of a duplicate; nothing where another worker has.
pub(super) async fn unmark(tx: &mut Tx, reference: &str) -> Result<Option<Option<Mark>>, DbError> {
    // The same message may have been caught twice and let out twice, and so may two cards of one form.
    let sql = "UPDATE cards SET mark = CASE WHEN EXISTS (SELECT 1 FROM cards k WHERE k.reference <> cards.reference \
               AND (k.reference = cards.beside OR k.beside = cards.beside OR k.beside = cards.reference) \
               AND (k.mark IS NULL OR k.mark = 'duplicate')) THEN 'duplicate' WHEN likeness IS NOT NULL AND EXISTS (SELECT 1 FROM cards k \
               WHERE k.likeness = cards.likeness AND k.received_at > cards.received_at - $2 \
               AND k.received_at < cards.received_at + $2 AND k.mark IS NULL) THEN 'duplicate' END \
               WHERE reference = $1 AND mark = 'restored' RETURNING mark";
    let rows = tx.read(sql, vec![reference.into(), ALIKE_WITHIN_MILLIS.into()]).await?;
    rows.first().map(|row| Ok(row.maybe_text(0)?.as_deref().and_then(Mark::parse))).transpose()
}

pub(super) async fn keep_label_words(tx: &mut Tx, reference: &str, label: Label, words: &str) -> Result<(), DbError> {
    let sql = "INSERT INTO label_words (reference, label, words) VALUES ($1, $2, $3)";
    tx.execute(sql, vec![reference.into(), label.as_str().into(), words.into()]).await?;
    Ok(())
}

pub(super) async fn keep_original(tx: &mut Tx, reference: &str, sealed: &[u8]) -> Result<(), DbError> {
    let sql = "INSERT INTO originals (reference, sealed) VALUES ($1, $2)";
    tx.execute(sql, vec![reference.into(), sealed.to_vec().into()]).await?;
    Ok(())
}

pub(super) async fn keep_address(tx: &mut Tx, reference: &str, by: ReplyBy, sealed: &[u8]) -> Result<(), DbError> {
    let sql = "INSERT INTO vault (reference, sealed, reached_by) VALUES ($1, $2, $3)";
    tx.execute(sql, vec![reference.into(), sealed.to_vec().into(), by.as_str().into()]).await?;
    Ok(())
}
