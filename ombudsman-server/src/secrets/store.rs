//! What the record knows of keys: the generations that it has seen, and what each still seals.

use super::rotation::Noted;
use super::vault;
use crate::db::{Arg, Db, DbError, Row, Tx};

/// The most values that are sealed anew in one write.
pub(super) const PAGE: i64 = 256;

const KNOWN: &str =
    "SELECT id, public_key, CASE WHEN retired_on IS NULL THEN 0 ELSE 1 END FROM key_generations ORDER BY id";

/// Of the first generation is also what does not say which one sealed it: it was sealed when there was one.
const SEALED_BY: &str = "SELECT \
    (SELECT COUNT(*) FROM vault WHERE substr(sealed, 1, 8) = $1 OR ($2 = 1 AND substr(sealed, 1, 6) <> $3)), \
    (SELECT COUNT(*) FROM originals WHERE substr(sealed, 1, 8) = $1 OR ($2 = 1 AND substr(sealed, 1, 6) <> $3)), \
    (SELECT COUNT(*) FROM second_factors WHERE substr(sealed, 1, 8) = $1)";

/// A kind of sealed value.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Address,
    Original,
    SecondFactor,
}

/// How many values of each kind a generation sealed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sealed {
    pub addresses: i64,
    pub originals: i64,
    pub second_factors: i64,
}

impl Sealed {
    pub fn all(self) -> i64 {
        self.addresses + self.originals + self.second_factors
    }
}

/// A sealed value, and what its seal is about: the reference of a card, or whose second factor it is.
pub(super) struct SealedValue {
    pub about: String,
    pub sealed: Vec<u8>,
}

/// The generations that the record has seen, in their order.
pub(super) async fn known(db: &Db) -> Result<Vec<Noted>, DbError> {
    db.read(KNOWN, Vec::new()).await?.iter().map(noted).collect()
}

/// The same as this write sees them.
pub(super) async fn known_now(tx: &mut Tx) -> Result<Vec<Noted>, DbError> {
    tx.read(KNOWN, Vec::new()).await?.iter().map(noted).collect()
}

/// Notes a generation before anything is sealed with it.
pub(super) async fn note(tx: &mut Tx, id: u16, public_key: &str, today: &str) -> Result<(), DbError> {
    let sql = "INSERT INTO key_generations (id, public_key, noted_on) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    tx.execute(sql, vec![i64::from(id).into(), public_key.into(), today.into()]).await.map(drop)
}

pub(super) async fn note_retired(tx: &mut Tx, id: u16, today: &str) -> Result<(), DbError> {
    let sql = "UPDATE key_generations SET retired_on = $1 WHERE id = $2 AND retired_on IS NULL";
    tx.execute(sql, vec![today.into(), i64::from(id).into()]).await.map(drop)
}

/// How many values of each kind this generation sealed.
pub(super) async fn sealed_by(db: &Db, id: u16) -> Result<Sealed, DbError> {
    sealed(&db.read(SEALED_BY, whose(id)).await?)
}

/// How many values in all, as this write sees them.
pub(super) async fn still_sealed_by(tx: &mut Tx, id: u16) -> Result<i64, DbError> {
    Ok(sealed(&tx.read(SEALED_BY, whose(id)).await?)?.all())
}

fn whose(id: u16) -> Vec<Arg> {
    let is_first = i64::from(id == vault::FIRST);
    vec![vault::header(id).to_vec().into(), is_first.into(), vault::BEGINNING.to_vec().into()]
}

/// The sealed values after what this one is about, in the order of that.
pub(super) async fn page(db: &Db, kind: Kind, after: &str) -> Result<Vec<SealedValue>, DbError> {
    let sql = match kind {
        Kind::Address => "SELECT reference, sealed FROM vault WHERE reference > $1 ORDER BY reference LIMIT $2",
        Kind::Original => "SELECT reference, sealed FROM originals WHERE reference > $1 ORDER BY reference LIMIT $2",
        Kind::SecondFactor => {
            "SELECT 'second factor of ' || staff, sealed FROM second_factors \
             WHERE 'second factor of ' || staff > $1 ORDER BY 'second factor of ' || staff LIMIT $2"
        }
    };
    let rows = db.read(sql, vec![after.into(), PAGE.into()]).await?;
    rows.iter().map(|row| Ok(SealedValue { about: row.text(0)?, sealed: row.bytes(1)? })).collect()
}

/// Puts another sealing of the same in the place of one; nothing where that one is no longer there.
pub(super) async fn replace(tx: &mut Tx, kind: Kind, from: &SealedValue, to: Vec<u8>) -> Result<(), DbError> {
    let sql = match kind {
        Kind::Address => "UPDATE vault SET sealed = $1 WHERE reference = $2 AND sealed = $3",
        Kind::Original => "UPDATE originals SET sealed = $1 WHERE reference = $2 AND sealed = $3",
        Kind::SecondFactor => {
            "UPDATE second_factors SET sealed = $1 WHERE 'second factor of ' || staff = $2 AND sealed = $3"
        }
    };
    tx.execute(sql, vec![to.into(), from.about.as_str().into(), from.sealed.clone().into()]).await.map(drop)
}

fn noted(row: &Row) -> Result<Noted, DbError> {
    Ok(Noted { id: number(row, 0)?, public_key: row.text(1)?, is_retired: row.int(2)? == 1 })
}

fn number(row: &Row, column: usize) -> Result<u16, DbError> {
    u16::try_from(row.int(column)?).map_err(|_| DbError::Inconsistent { column })
}

fn sealed(rows: &[Row]) -> Result<Sealed, DbError> {
    let row = rows.first().ok_or(DbError::Inconsistent { column: 0 })?;
    Ok(Sealed { addresses: row.int(0)?, originals: row.int(1)?, second_factors: row.int(2)? })
}
