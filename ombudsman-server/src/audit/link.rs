//! An entry in its place: a link of a chain, with the hash of the one before it and its own.
//!
//! The hash is the SHA-256 of the entry's canonical JSON (as RFC 8785 has it): one object, its names in the order of the
//! alphabet, no white space, texts escaped as little as JSON allows, in UTF-8. `docs/METHOD.md` has an example.

use jiff::Timestamp;
use serde::Serialize;

use super::Entry;
use crate::secrets::sha256_hex;

/// What stands in place of the hash before the first.
pub(super) const NONE: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// An entry as it is kept. Every text is as the record has it: what was altered there is read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The reference of the case, or the office's own.
    pub chain: String,
    /// Its place in the chain, from 1.
    pub seq: i64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The sign-in name of who did it, or a word.
    pub actor: String,
    /// What they were there for.
    pub role: String,
    /// What was done.
    pub action: String,
    /// What it was done to, where it was no case.
    pub about: Option<String>,
    /// The stage before.
    pub from: Option<String>,
    /// The stage after.
    pub to: Option<String>,
    /// Why, by a code.
    pub reason: Option<String>,
    /// The hash of what was decided.
    pub payload: Option<String>,
    /// The hash of the entry before.
    pub previous: String,
    /// Its own.
    pub hash: String,
}

/// The canonical form. The fields stand in the order of the alphabet, and are written in the order in which they stand.
#[derive(Serialize)]
struct Canonical<'a> {
    about: Option<&'a str>,
    action: &'a str,
    actor_id: &'a str,
    actor_role: &'a str,
    chain: &'a str,
    from: Option<&'a str>,
    payload_sha256: Option<&'a str>,
    prev_hash: &'a str,
    reason: Option<&'a str>,
    seq: i64,
    to: Option<&'a str>,
    ts_utc: &'a str,
}

impl Link {
    /// The entry in the place after the last of its chain: after this place and hash, or in the first.
    pub(super) fn after(last: Option<(i64, String)>, entry: &Entry) -> Self {
        let (seq, previous) = last.unwrap_or_else(|| (0, NONE.to_owned()));
        let entry = entry.clone();
        let mut link = Self {
            seq: seq + 1,
            at: entry.at,
            actor: entry.actor.name().to_owned(),
            role: entry.actor.role().to_owned(),
            action: entry.action.as_str().to_owned(),
            chain: entry.chain,
            about: entry.about,
            from: entry.from,
            to: entry.to,
            reason: entry.reason,
            payload: entry.payload,
            previous,
            hash: String::new(),
        };
        link.hash = link.computed();
        link
    }

    /// The hash that it should have.
    pub(super) fn computed(&self) -> String {
        sha256_hex(self.canonical().as_bytes())
    }

    /// Its canonical JSON, without its own hash.
    pub(super) fn canonical(&self) -> String {
        let canonical = Canonical {
            about: self.about.as_deref(),
            action: &self.action,
            actor_id: &self.actor,
            actor_role: &self.role,
            chain: &self.chain,
            from: self.from.as_deref(),
            payload_sha256: self.payload.as_deref(),
            prev_hash: &self.previous,
            reason: self.reason.as_deref(),
            seq: self.seq,
            to: self.to.as_deref(),
            ts_utc: &self.time(),
        };
        // Texts and numbers can always be written.
        serde_json::to_string(&canonical).unwrap_or_default()
    }

    /// The time in its canonical form, by universal time and to the millisecond: `2026-05-04T13:02:03.000Z`.
    #[must_use]
    pub fn time(&self) -> String {
        Timestamp::from_millisecond(self.at).map_or_else(|_| self.at.to_string(), |time| format!("{time:.3}"))
    }
}

#[cfg(test)]
mod tests;
