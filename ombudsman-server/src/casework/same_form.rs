//! Cards of one form. A form that was changed and sent again under the id of its first sending is kept beside it, under a
//! reference that nobody was told: what the person was told leads to the first one.

use crate::db::{Db, DbError, Tx};

/// A case of the same form.
pub(super) struct Other {
    pub reference: String,
    pub desk: String,
}

/// The other cases of the form that this card is from, the first received first.
pub(super) async fn cases(db: &Db, reference: &str) -> Result<Vec<Other>, DbError> {
    let rows = db
        .read(
            "WITH form AS (SELECT COALESCE(beside, reference) AS first FROM cards WHERE reference = $1) \
             SELECT c.reference, c.desk FROM form JOIN cards k ON k.beside = form.first OR k.reference = form.first \
             JOIN cases c ON c.reference = k.reference WHERE k.reference <> $1 ORDER BY k.received_at, k.reference",
            vec![reference.into()],
        )
        .await?;
    rows.iter().map(|row| Ok(Other { reference: row.text(0)?, desk: row.text(1)? })).collect()
}

/// The card that was sent first of the form that this one is from.
pub(super) async fn first(tx: &mut Tx, reference: &str) -> Result<String, DbError> {
    let sql = "SELECT COALESCE(beside, reference) FROM cards WHERE reference = $1";
    let rows = tx.read(sql, vec![reference.into()]).await?;
    rows.first().map_or_else(|| Ok(reference.to_owned()), |row| row.text(0))
}
