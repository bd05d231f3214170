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

/// Whether the card of this reference is kept beside that one.
pub(super) async fn is_beside(tx: &mut Tx, reference: &str, first: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM cards WHERE reference = $1 AND beside = $2";
    Ok(!tx.read(sql, vec![reference.into(), first.into()]).await?.is_empty())
}
