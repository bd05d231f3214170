//! The tables of anchors, and of the last entries that each covers.

use serde_json::{Value, json};

use super::{Anchor, Head};
use crate::audit::verify::Covered;
use crate::db::{Db, DbError, Row, Sql, Tx};

/// Chains of one page.
const PAGE: i64 = 1_000;
/// Heads that are written by one statement.
const AT_ONCE: usize = 10_000;
/// The chains after one of them whose last entry no anchor covers yet, and where the page ends.
const GROWN: &str = "SELECT e.chain, e.seq, e.hash, COALESCE((SELECT MAX(h.seq) FROM audit_heads h WHERE h.chain = e.chain), 0) \
    FROM (SELECT chain, MAX(seq) AS seq FROM audit_entries WHERE chain > $1 GROUP BY chain ORDER BY chain LIMIT $2) l \
    JOIN audit_entries e ON e.chain = l.chain AND e.seq = l.seq ORDER BY e.chain";
const ANCHORS: &str = "SELECT number, day, heads, root, previous, signature FROM audit_anchors ORDER BY number";
const LAST: &str =
    "SELECT number, day, heads, root, previous, signature FROM audit_anchors ORDER BY number DESC LIMIT 1";

/// The last entries of the chains that have grown since the last anchor.
pub(super) async fn grown(db: &Db) -> Result<Vec<Head>, DbError> {
    let (mut heads, mut after) = (Vec::new(), String::new());
    loop {
        let rows = db.read(GROWN, vec![after.as_str().into(), PAGE.into()]).await?;
        let Some(last) = rows.last() else { return Ok(heads) };
        after = last.text(0)?;
        for row in &rows {
            let head = head(row, 0)?;
            if head.seq > row.int(3)? {
                heads.push(head);
            }
        }
    }
}

/// Keeps an anchor and what it covers.
pub(super) async fn keep(tx: &mut Tx, anchor: &Anchor, heads: &[Head]) -> Result<(), DbError> {
    // Many at once: everybody who writes waits for this, and a statement costs more than its rows.
    for heads in heads.chunks(AT_ONCE) {
        let sql = Sql {
            sqlite: "INSERT INTO audit_heads (anchor, chain, seq, hash) \
                SELECT $1, value ->> 0, value ->> 1, value ->> 2 FROM json_each($2)",
            postgres: "INSERT INTO audit_heads (anchor, chain, seq, hash) \
                SELECT $1, value ->> 0, CAST(value ->> 1 AS BIGINT), value ->> 2 \
                FROM json_array_elements(CAST($2 AS JSON)) AS heads (value)",
        };
        let rows = heads.iter().map(|head| json!([head.chain, head.seq, head.hash])).collect::<Value>();
        tx.execute(sql, vec![anchor.number.into(), rows.to_string().into()]).await?;
    }
    let sql =
        "INSERT INTO audit_anchors (number, day, heads, root, previous, signature) VALUES ($1, $2, $3, $4, $5, $6)";
    let (day, root) = (anchor.day.as_str(), anchor.root.as_str());
    let (previous, signature) = (anchor.previous.as_str(), anchor.signature.as_str());
    let number = anchor.number.into();
    let args = vec![number, day.into(), anchor.heads.into(), root.into(), previous.into(), signature.into()];
    tx.execute(sql, args).await.map(drop)
}

/// The last anchor, as this write sees it.
pub(super) async fn last(tx: &mut Tx) -> Result<Option<Anchor>, DbError> {
    tx.read(LAST, Vec::new()).await?.first().map(anchor).transpose()
}

/// Every anchor, in their order.
pub(super) async fn all(db: &Db) -> Result<Vec<Anchor>, DbError> {
    db.read(ANCHORS, Vec::new()).await?.iter().map(anchor).collect()
}

/// Whether there is one of this day.
pub(super) async fn has_day(db: &Db, day: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM audit_anchors WHERE day = $1 LIMIT 1";
    Ok(!db.read(sql, vec![day.into()]).await?.is_empty())
}

/// What anchors cover after this place, by anchor and chain, each with the entry that is in its place now.
pub(in crate::audit) async fn covered(db: &Db, anchor: i64, chain: &str) -> Result<Vec<Covered>, DbError> {
    let sql = "SELECT h.anchor, h.chain, h.seq, h.hash, e.hash FROM audit_heads h \
               LEFT JOIN audit_entries e ON e.chain = h.chain AND e.seq = h.seq \
               WHERE (h.anchor, h.chain) > ($1, $2) ORDER BY h.anchor, h.chain LIMIT $3";
    let rows = db.read(sql, vec![anchor.into(), chain.into(), PAGE.into()]).await?;
    let covered = |row: &Row| -> Result<Covered, DbError> {
        Ok(Covered { anchor: row.int(0)?, head: head(row, 1)?, now: row.maybe_text(4)? })
    };
    rows.iter().map(covered).collect()
}

fn head(row: &Row, first: usize) -> Result<Head, DbError> {
    Ok(Head { chain: row.text(first)?, seq: row.int(first + 1)?, hash: row.text(first + 2)? })
}

fn anchor(row: &Row) -> Result<Anchor, DbError> {
    Ok(Anchor {
        number: row.int(0)?,
        day: row.text(1)?,
        heads: row.int(2)?,
        root: row.text(3)?,
        previous: row.text(4)?,
        signature: row.text(5)?,
    })
}
