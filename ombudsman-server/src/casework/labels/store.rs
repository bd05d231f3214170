//! Why a case has its labels, and what people decided about them.

use feedback::{Intent, Language};

use super::Decision;
use crate::audit::{self, Entry};
use crate::casework::moving::{self, By};
use crate::casework::{Label, Labels, StoreError, route};
use crate::db::{Db, DbError, Row};
use crate::house::House;
use crate::registry::desks::{self, Kind};

/// A case's labels and version, and what its desk follows from.
const AS_IT_IS: &str = "SELECT c.labels, c.version, c.desk, c.desk_reason, d.kind, c.service, c.intent, k.language \
                    FROM cases c JOIN cards k ON k.reference = c.reference LEFT JOIN desks d ON d.slug = c.desk \
                    WHERE c.reference = $1";

/// The words of our own lists that led to labels of this card.
pub(super) async fn words(db: &Db, reference: &str) -> Result<Vec<(Label, String)>, DbError> {
    let sql = "SELECT label, words FROM label_words WHERE reference = $1";
    let rows = db.read(sql, vec![reference.into()]).await?;
    rows.iter().map(|row| Ok((row.parsed(0, Label::parse)?, row.text(1)?))).collect()
}

/// What people decided about the labels of this case, the first in front.
pub(super) async fn decisions(db: &Db, reference: &str) -> Result<Vec<Decision>, DbError> {
    let sql = "SELECT d.label, d.holds, COALESCE(s.shown_as, d.officer), d.decided_at FROM label_decisions d \
               LEFT JOIN staff s ON s.name = d.officer WHERE d.reference = $1 ORDER BY d.version";
    let rows = db.read(sql, vec![reference.into()]).await?;
    let decision = |row: &Row| -> Result<Decision, DbError> {
        Ok(Decision {
            label: row.parsed(0, Label::parse)?,
            holds: row.int(1)? == 1,
            officer: row.text(2)?,
            decided_at: row.int(3)?,
        })
    };
    rows.iter().map(decision).collect()
}

/// Keeps a decision about a label and gives the case the labels that follow, if nobody has changed it since `version`. The
/// desk that has it then: a program's keeps nothing that has a label. The log tells of it as this entry does.
pub(super) async fn decide(
    house: &House,
    by: &By<'_>,
    (reference, version): (&str, i64),
    decision: &Decision,
    entry: Entry,
) -> Result<String, StoreError> {
    let mut tx = house.db.begin().await?;
    moving::is_impartial(&mut tx, house, by, reference).await?;
    let rows = tx.read(AS_IT_IS, vec![reference.into()]).await?;
    let row = rows.first().ok_or(StoreError::NotFound)?;
    let labels = Labels::parse(&row.text(0)?).decided(decision.label, decision.holds);
    let Some(labels) = labels.filter(|_| row.int(1).is_ok_and(|now| now == version)) else {
        return Err(StoreError::Changed);
    };
    let (mut desk, mut why) = (row.text(2)?, row.text(3)?);
    let mut entry = entry.deciding(&labels.to_record());
    if !labels.is_empty() && row.maybe_text(4)?.as_deref() == Some(Kind::Program.as_str()) {
        let line = desks::of_service(&mut tx, &row.text(5)?).await?;
        let (intent, language) = (row.parsed(6, Intent::parse)?, row.parsed(7, Language::parse)?);
        let (to, reason) = route::desk(intent, &labels, language, &line);
        (desk, why) = (to.to_owned(), reason.as_str().to_owned());
        // Who took it up at the program's desk sees it no more; somebody else has to.
        let sql = "UPDATE cases SET stage = 'received', facts = '\"received\"', due = acknowledge_by, \
                   holder = '' \
                   WHERE reference = $1 AND stage = 'acknowledged'";
        if tx.execute(sql, vec![reference.into()]).await? == 1 {
            entry = entry.moving("acknowledged", "received");
        }
    }
    tx.execute(
        "UPDATE cases SET labels = $1, desk = $2, desk_reason = $3, version = version + 1 WHERE reference = $4",
        vec![labels.to_record().into(), desk.as_str().into(), why.into(), reference.into()],
    )
    .await?;
    tx.execute(
        "INSERT INTO label_decisions (reference, version, label, holds, officer, decided_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        vec![
            reference.into(),
            (version + 1).into(),
            decision.label.as_str().into(),
            decision.holds.into(),
            decision.officer.as_str().into(),
            decision.decided_at.into(),
        ],
    )
    .await?;
    audit::append(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(desk)
}
