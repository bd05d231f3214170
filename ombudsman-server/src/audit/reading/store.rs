//! Reads of the log's table, each by the index that narrows it most.

use super::Asked;
use crate::audit::{Link, store};
use crate::db::{Db, DbError};

macro_rules! latest {
    ($by:literal) => {
        concat!(
            "SELECT chain, seq, at, actor, role, action, about, from_stage, to_stage, reason, payload, previous, hash \
             FROM audit_entries WHERE ",
            $by,
            " AND ($1 = '' OR chain = $1) AND ($2 = '' OR actor = $2) AND ($3 = '' OR action = $3) \
             AND at >= $4 AND at < $5 AND (at, chain, seq) < ($6, $7, $8) \
             ORDER BY at DESC, chain DESC, seq DESC LIMIT $9"
        )
    };
}

/// The latest entries within this span of time.
pub(super) async fn latest(db: &Db, asked: &Asked, span: (i64, i64), most: i64) -> Result<Vec<Link>, DbError> {
    let sql = if !asked.chain.is_empty() {
        latest!("chain = $1")
    } else if !asked.actor.is_empty() {
        latest!("actor = $2")
    } else if !asked.action.is_empty() {
        latest!("action = $3")
    } else {
        latest!("at < $5")
    };
    let (at, chain, seq) = asked.before.clone().unwrap_or((i64::MAX, String::new(), 0));
    let args = vec![
        asked.chain.as_str().into(),
        asked.actor.as_str().into(),
        asked.action.as_str().into(),
        span.0.into(),
        span.1.into(),
        at.into(),
        chain.into(),
        seq.into(),
        most.into(),
    ];
    db.read(sql, args).await?.iter().map(store::link).collect()
}
