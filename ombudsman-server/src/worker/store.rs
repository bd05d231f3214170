//! The record's cards and the vault.

use std::collections::HashMap;

use feedback::{Intent, Language, ReplyBy};

use super::SortedCard;
use super::screen::{ALIKE_WITHIN_MILLIS, Mark};
use crate::casework::{Label, Labels};
use crate::db::{Arg, Db, DbError, Row, Tx};
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

/// Cards of one statement at most: a statement costs more than its rows. Where there are fewer, the rest of its rows is empty.
const TOGETHER: usize = 8;
/// What is told of each.
const COLUMNS: usize = 23;
/// Which of that is a number.
const RECEIVED_AT: usize = 12;
const INSERT: &str = "WITH said (id, reference, digest, service, intent, language, channel, pattern, achieved, comment, \
    comment_language, page, received_at, put_right, consents, notice, source, spam, likeness, labels, instrument, \
    entered_by, beside) AS (VALUES (CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS \
    TEXT), CAST($6 AS TEXT), CAST($7 AS TEXT), CAST($8 AS TEXT), CAST($9 AS TEXT), CAST($10 AS TEXT), CAST($11 AS \
    TEXT), CAST($12 AS TEXT), CAST($13 AS BIGINT), CAST($14 AS TEXT), CAST($15 AS TEXT), CAST($16 AS TEXT), CAST($17 \
    AS TEXT), CAST($18 AS TEXT), CAST($19 AS TEXT), CAST($20 AS TEXT), CAST($21 AS TEXT), CAST($22 AS TEXT), CAST($23 \
    AS TEXT)), ($24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, \
    $44, $45, $46), ($47, $48, $49, $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65, \
    $66, $67, $68, $69), ($70, $71, $72, $73, $74, $75, $76, $77, $78, $79, $80, $81, $82, $83, $84, $85, $86, $87, \
    $88, $89, $90, $91, $92), ($93, $94, $95, $96, $97, $98, $99, $100, $101, $102, $103, $104, $105, $106, $107, \
    $108, $109, $110, $111, $112, $113, $114, $115), ($116, $117, $118, $119, $120, $121, $122, $123, $124, $125, \
    $126, $127, $128, $129, $130, $131, $132, $133, $134, $135, $136, $137, $138), ($139, $140, $141, $142, $143, \
    $144, $145, $146, $147, $148, $149, $150, $151, $152, $153, $154, $155, $156, $157, $158, $159, $160, $161), \
    ($162, $163, $164, $165, $166, $167, $168, $169, $170, $171, $172, $173, $174, $175, $176, $177, $178, $179, $180, \
    $181, $182, $183, $184)) INSERT INTO cards (id, reference, digest, service, intent, language, channel, pattern, \
    achieved, comment, comment_language, page, received_at, recorded_at, put_right, consents, notice, source, mark, \
    mark_reason, likeness, labels, instrument, entered_by, beside) SELECT said.id, said.reference, said.digest, \
    said.service, said.intent, said.language, said.channel, said.pattern, said.achieved, said.comment, \
    said.comment_language, said.page, said.received_at, CAST($185 AS BIGINT), said.put_right, said.consents, \
    said.notice, said.source, CASE WHEN said.spam IS NOT NULL THEN 'spam' WHEN said.beside IS NOT NULL AND EXISTS \
    (SELECT 1 FROM cards k WHERE (k.reference = said.beside OR k.beside = said.beside) AND (k.mark IS NULL OR k.mark = \
    'duplicate')) THEN 'duplicate' WHEN said.likeness IS NOT NULL AND EXISTS (SELECT 1 FROM cards k WHERE k.likeness = \
    said.likeness AND k.received_at > said.received_at - CAST($186 AS BIGINT) AND k.received_at < said.received_at + \
    CAST($186 AS BIGINT) AND k.mark IS NULL) THEN 'duplicate' END, said.spam, said.likeness, said.labels, \
    said.instrument, said.entered_by, said.beside FROM said WHERE said.id IS NOT NULL ON CONFLICT DO NOTHING RETURNING \
    id, mark";

/// Inserts cards. One is marked as a duplicate where the same network said the same minutes before, and where it is of a
/// form of which another card counts: one form counts once. What was found of each, in their order.
pub(super) async fn insert(
    tx: &mut Tx,
    cards: &[(&SortedCard, Option<String>)],
    now: i64,
) -> Result<Vec<Inserted>, DbError> {
    let (mut found, mut rest) = (Vec::with_capacity(cards.len()), cards);
    while !rest.is_empty() {
        let (together, others) = rest.split_at(apart(rest));
        insert_together(tx, together, now, &mut found).await?;
        rest = others;
    }
    Ok(found)
}

/// How many of the first of these have nothing to do with each other: a statement does not see what it inserts itself.
fn apart(cards: &[(&SortedCard, Option<String>)]) -> usize {
    let most = cards.len().min(TOGETHER);
    let is_alike = |(card, likeness): &(&SortedCard, Option<String>),
                    (other, other_likeness): &(&SortedCard, Option<String>)| {
        card.card.id == other.card.id
            || card.form() == other.form()
            || (likeness.is_some() && likeness == other_likeness)
    };
    (1..most).find(|&place| cards[..place].iter().any(|before| is_alike(before, &cards[place]))).unwrap_or(most)
}

async fn insert_together(
    tx: &mut Tx,
    cards: &[(&SortedCard, Option<String>)],
    now: i64,
    found: &mut Vec<Inserted>,
) -> Result<(), DbError> {
    let told = cards.iter().flat_map(|(sorted, likeness)| told(sorted, likeness.clone()));
    let empty = std::iter::repeat_n(nothing(), TOGETHER - cards.len()).flatten();
    let args = told.chain(empty).chain([now.into(), ALIKE_WITHIN_MILLIS.into()]).collect();
    let inserted = tx.read(INSERT, args).await?;
    let inserted: HashMap<String, Option<String>> =
        inserted.iter().map(|row| Ok((row.text(0)?, row.maybe_text(1)?))).collect::<Result<_, DbError>>()?;
    for (sorted, _) in cards {
        let id = sorted.card.id.to_string();
        found.push(match inserted.get(&id) {
            Some(mark) => Inserted::New(mark.as_deref().and_then(Mark::parse)),
            None if is_there(tx, id, &sorted.digest).await? => Inserted::Same,
            None => Inserted::Another,
        });
    }
    Ok(())
}

async fn is_there(tx: &mut Tx, id: String, digest: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM cards WHERE id = $1 AND digest = $2";
    Ok(!tx.read(sql, vec![id.into(), digest.into()]).await?.is_empty())
}

fn told(sorted: &SortedCard, likeness: Option<String>) -> [Arg; COLUMNS] {
    let card = &sorted.card;
    [
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
        card.put_right.as_ref().map(|wish| wish.as_str().to_owned()).into(),
        card.consents.iter().map(|consent| consent.as_str()).collect::<Vec<_>>().join(" ").into(),
        card.notice.map(|notice| notice.as_str().to_owned()).into(),
        sorted.source.clone().into(),
        sorted.spam.clone().into(),
        likeness.into(),
        sorted.labels.to_record().into(),
        card.instrument().as_str().into(),
        sorted.entered_by.clone().into(),
        sorted.beside.as_ref().map(|first| first.as_str().to_owned()).into(),
    ]
}

/// A row of no card.
fn nothing() -> [Arg; COLUMNS] {
    std::array::from_fn(|column| if column == RECEIVED_AT { Arg::Int(None) } else { Arg::Text(None) })
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
