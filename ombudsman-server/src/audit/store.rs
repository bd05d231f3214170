//! The log's table of entries.

use super::Link;
use crate::db::{Arg, Db, DbError, Row, Tx};

/// Rows of one statement, where there are so many: a statement costs more than its rows.
const MANY: usize = 8;
const INSERT: &str = "INSERT INTO audit_entries (chain, seq, at, actor, role, action, about, from_stage, to_stage, \
    reason, payload, previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
const INSERT_MANY: &str = "INSERT INTO audit_entries (chain, seq, at, actor, role, action, about, from_stage, to_stage, \
    reason, payload, previous, hash) VALUES \
    ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13), \
    ($14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26), \
    ($27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39), \
    ($40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52), \
    ($53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65), \
    ($66, $67, $68, $69, $70, $71, $72, $73, $74, $75, $76, $77, $78), \
    ($79, $80, $81, $82, $83, $84, $85, $86, $87, $88, $89, $90, $91), \
    ($92, $93, $94, $95, $96, $97, $98, $99, $100, $101, $102, $103, $104)";

/// The place and hash of the last entry of a chain, as this write sees it.
pub(super) async fn last(tx: &mut Tx, chain: &str) -> Result<Option<(i64, String)>, DbError> {
    let sql = "SELECT seq, hash FROM audit_entries WHERE chain = $1 ORDER BY seq DESC LIMIT 1";
    let rows = tx.read(sql, vec![chain.into()]).await?;
    rows.first().map(|row| Ok((row.int(0)?, row.text(1)?))).transpose()
}

/// Adds an entry.
pub(super) async fn insert(tx: &mut Tx, link: &Link) -> Result<(), DbError> {
    tx.execute(INSERT, args(link).into()).await.map(drop)
}

/// Adds entries of different chains.
pub(super) async fn insert_all(tx: &mut Tx, links: &[Link]) -> Result<(), DbError> {
    let (many, rest) = links.as_chunks::<MANY>();
    for links in many {
        tx.execute(INSERT_MANY, links.iter().flat_map(args).collect()).await?;
    }
    for link in rest {
        insert(tx, link).await?;
    }
    Ok(())
}

/// The entries after this place, by chain and in their order, at most so many.
pub(super) async fn after(db: &Db, chain: &str, seq: i64, most: i64) -> Result<Vec<Link>, DbError> {
    let sql = "SELECT chain, seq, at, actor, role, action, about, from_stage, to_stage, reason, payload, previous, hash \
               FROM audit_entries WHERE (chain, seq) > ($1, $2) ORDER BY chain, seq LIMIT $3";
    let rows = db.read(sql, vec![chain.into(), seq.into(), most.into()]).await?;
    rows.iter().map(link).collect()
}

fn args(link: &Link) -> [Arg; 13] {
    [
        link.chain.as_str().into(),
        link.seq.into(),
        link.at.into(),
        link.actor.as_str().into(),
        link.role.as_str().into(),
        link.action.as_str().into(),
        link.about.clone().into(),
        link.from.clone().into(),
        link.to.clone().into(),
        link.reason.clone().into(),
        link.payload.clone().into(),
        link.previous.as_str().into(),
        link.hash.as_str().into(),
    ]
}

/// The entry of a row with every column in the order of the table.
pub(super) fn link(row: &Row) -> Result<Link, DbError> {
    Ok(Link {
        chain: row.text(0)?,
        seq: row.int(1)?,
        at: row.int(2)?,
        actor: row.text(3)?,
        role: row.text(4)?,
        action: row.text(5)?,
        about: row.maybe_text(6)?,
        from: row.maybe_text(7)?,
        to: row.maybe_text(8)?,
        reason: row.maybe_text(9)?,
        payload: row.maybe_text(10)?,
        previous: row.text(11)?,
        hash: row.text(12)?,
    })
}
