//! Anchors: once a day the office signs the last entries of the chains that have grown since the anchor before. Whoever
//! keeps the line of an anchor elsewhere can show what the log was on that day: nothing that it covers can be cut off, nor
//! written anew, without it.
//!
//! The last entries are the leaves of a Merkle tree; its root, their number, the day and the hash of the anchor before are
//! signed. So an anchor covers every chain: those that have not grown by way of the anchors before it.

pub(super) mod store;

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{ED25519, UnparsedPublicKey};
use tokio::sync::watch;

use super::link::NONE;
use super::tree::Tree;
use crate::db::{Db, DbError};
use crate::house::House;
use crate::secrets::{self, PublicKey, sha256_hex};

/// How often it is looked whether the day has its anchor.
const LOOK_EVERY: Duration = Duration::from_hours(1);

/// What was signed on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Its number, from 1.
    pub number: i64,
    /// The day, by universal time: `YYYY-MM-DD`.
    pub day: String,
    /// How many chains had grown: the leaves of the tree.
    pub heads: i64,
    /// The tree's root, in hexadecimal.
    pub root: String,
    /// The hash of the anchor before, or zeros.
    pub previous: String,
    /// The office's signature (Ed25519), in base 64 for addresses.
    pub signature: String,
}

/// The last entry of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub chain: String,
    pub seq: i64,
    pub hash: String,
}

impl Head {
    /// The leaf that it is in the tree.
    pub(super) fn leaf(&self) -> String {
        format!("{}\n{}\n{}\n", self.chain, self.seq, self.hash)
    }
}

impl Anchor {
    /// What is signed. The first line says what it is, so that no other signature of the office can pass for it.
    fn signed(&self) -> String {
        let Self { number, day, heads, root, previous, .. } = self;
        format!("comment-card-audit-anchor-1\n{number}\n{day}\n{heads}\n{root}\n{previous}\n")
    }

    /// The hash by which the next one names it.
    pub(super) fn hash(&self) -> String {
        sha256_hex(self.signed().as_bytes())
    }

    /// Whether one of these keys signed it.
    pub(super) fn is_signed(&self, keys: &[PublicKey]) -> bool {
        let signature = URL_SAFE_NO_PAD.decode(&self.signature).unwrap_or_default();
        let signed = self.signed();
        keys.iter().any(|key| UnparsedPublicKey::new(&ED25519, key).verify(signed.as_bytes(), &signature).is_ok())
    }

    /// The line to keep elsewhere.
    #[must_use]
    pub fn line(&self) -> String {
        let Self { number, day, heads, root, previous, signature } = self;
        format!("{number} {day} {heads} {root} {previous} {signature}")
    }

    /// The anchor of such a line, or of the line of the office's log that has it.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let logged = line.split_once("anchor=\"").and_then(|(_, rest)| rest.split('"').next());
        let line = logged.unwrap_or(line);
        let [number, day, heads, root, previous, signature] =
            line.split_whitespace().collect::<Vec<_>>().try_into().ok()?;
        let [day, root, previous, signature] = [day, root, previous, signature].map(str::to_owned);
        Some(Self { number: number.parse().ok()?, day, heads: heads.parse().ok()?, root, previous, signature })
    }
}

/// Every anchor, in their order.
pub async fn all(db: &Db) -> Result<Vec<Anchor>, DbError> {
    store::all(db).await
}

/// Anchors the log as it is now.
pub async fn make(house: &House) -> Result<Anchor, DbError> {
    // Read before the write begins, so that nobody who writes waits for it: an entry that comes meanwhile is the next's.
    let heads = store::grown(&house.db).await?;
    let mut tree = Tree::default();
    for head in &heads {
        tree.add(&head.leaf());
    }
    let mut tx = house.db.begin().await?;
    let last = store::last(&mut tx).await?;
    let mut anchor = Anchor {
        number: last.as_ref().map_or(0, |last| last.number) + 1,
        day: secrets::today(&house.clock).to_string(),
        heads: tree.leaves(),
        root: tree.root(),
        previous: last.map_or_else(|| NONE.to_owned(), |last| last.hash()),
        signature: String::new(),
    };
    anchor.signature = URL_SAFE_NO_PAD.encode(house.secrets.sign(anchor.signed().as_bytes()));
    store::keep(&mut tx, &anchor, &heads).await?;
    tx.commit().await?;
    Ok(anchor)
}

/// Anchors the log once a day, until the office stops. Each anchor is said in the log of the process, whose lines are often
/// kept elsewhere.
pub async fn keep_anchoring(house: Arc<House>, mut stopped: watch::Receiver<bool>) {
    loop {
        match anchor_of_the_day(&house).await {
            Ok(Some(anchor)) => tracing::info!(anchor = anchor.line(), "the log is anchored"),
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "the log could not be anchored; it is tried again in an hour"),
        }
        if tokio::time::timeout(LOOK_EVERY, stopped.wait_for(|stop| *stop)).await.is_ok() {
            return;
        }
    }
}

/// Anchors the log unless that was done today.
async fn anchor_of_the_day(house: &House) -> Result<Option<Anchor>, DbError> {
    let today = secrets::today(&house.clock).to_string();
    if store::has_day(&house.db, &today).await? { Ok(None) } else { make(house).await.map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_an_anchor_is_read_as_it_was_written() {
        let [day, root, signature] = ["2026-05-04", "ab", "c-_d"].map(str::to_owned);
        let anchor = Anchor { number: 3, day, heads: 12, root, previous: NONE.to_owned(), signature };
        let logged = format!(
            "2026-11-27T00:00:00Z  INFO ombudsman_server::audit::anchor: the log is anchored anchor=\"{}\"",
            anchor.line()
        );
        assert_eq!(Anchor::parse(&logged).as_ref(), Some(&anchor));
        assert_eq!(Anchor::parse(&anchor.line()), Some(anchor));
        for line in ["", "3 2026-05-04 12 ab cd", "x 2026-05-04 12 ab cd ef", "1 2026-05-04 2 a b c d"] {
            assert_eq!(Anchor::parse(line), None, "{line}");
        }
    }
}
