//! Verifying: the whole log is read once, from the first entry of the first chain to the last anchor, in pages. What is
//! wrong is named as it is found.

mod fault;

use std::collections::BTreeMap;

pub use fault::Fault;

use super::anchor::{self, Anchor, Head};
use super::link::{Link, NONE};
use super::store;
use super::tree::Tree;
use crate::db::{Db, DbError};
use crate::secrets::PublicKey;

/// Entries of one page.
const PAGE: i64 = 1_000;

/// Something that verifying says while it reads.
#[derive(Debug, PartialEq, Eq)]
pub enum Told {
    /// Something is wrong.
    Fault(Fault),
    /// So many entries were read so far.
    Entries(u64),
}

/// What was read.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Read {
    /// Entries.
    pub entries: u64,
    /// Chains.
    pub chains: u64,
    /// Anchors.
    pub anchors: u64,
}

/// A last entry that an anchor covers, and the hash of the entry that has its place now.
pub(super) struct Covered {
    pub anchor: i64,
    pub head: Head,
    pub now: Option<String>,
}

/// Reads the log, says what is wrong with it, and what was read. `kept` are anchors that were kept elsewhere.
pub async fn verify(db: &Db, keys: &[PublicKey], kept: &[Anchor], mut tell: impl FnMut(Told)) -> Result<Read, DbError> {
    let mut read = Read::default();
    read_chains(db, &mut read, &mut tell).await?;
    let anchors = anchor::all(db).await?;
    read.anchors = anchors.len() as u64;
    let mut fault = |fault| tell(Told::Fault(fault));
    compare(&anchors, kept, keys, &mut fault);
    follow(&anchors, keys, &mut fault);
    read_covered(db, &anchors, &mut fault).await?;
    Ok(read)
}

/// The entry before the one that is read.
struct Before {
    chain: String,
    seq: i64,
    hash: String,
    /// Whether its hash is that of what it says.
    is_whole: bool,
}

async fn read_chains(db: &Db, read: &mut Read, tell: &mut impl FnMut(Told)) -> Result<(), DbError> {
    let mut before: Option<Before> = None;
    loop {
        let (chain, seq) = before.as_ref().map_or(("", i64::MIN), |before| (&before.chain, before.seq));
        let page = store::after(db, chain, seq, PAGE).await?;
        if page.is_empty() {
            return Ok(());
        }
        for link in page {
            let same = before.as_ref().filter(|before| before.chain == link.chain);
            read.chains += u64::from(same.is_none());
            let computed = link.computed();
            judge(same, &link, &computed, &mut |fault| tell(Told::Fault(fault)));
            before =
                Some(Before { chain: link.chain, seq: link.seq, is_whole: link.hash == computed, hash: link.hash });
            read.entries += 1;
        }
        tell(Told::Entries(read.entries));
    }
}

/// What is wrong with an entry, after the one that stands before it in its chain.
fn judge(before: Option<&Before>, link: &Link, computed: &str, fault: &mut impl FnMut(Fault)) {
    let (chain, seq) = (link.chain.clone(), link.seq);
    let expected = before.map_or(0, |before| before.seq) + 1;
    if seq > expected {
        fault(Fault::Missing { chain: chain.clone(), from: expected, to: seq - 1 });
    } else if seq < expected {
        fault(Fault::OutOfPlace { chain: chain.clone(), seq });
    }
    if computed != link.hash {
        fault(Fault::Altered { chain, seq });
    } else if seq == expected {
        // Where the one before was altered, that is said of it, and not of this one as well.
        let follows = |before: &Before| link.previous == before.hash || !before.is_whole;
        if !before.map_or(link.previous == NONE, follows) {
            fault(Fault::DoesNotFollow { chain, seq });
        }
    }
}

/// Holds the anchors of the record against those that were kept elsewhere.
fn compare(anchors: &[Anchor], kept: &[Anchor], keys: &[PublicKey], fault: &mut impl FnMut(Fault)) {
    let known: BTreeMap<i64, &Anchor> = anchors.iter().map(|anchor| (anchor.number, anchor)).collect();
    for one in kept {
        let number = one.number;
        if !one.is_signed(keys) {
            fault(Fault::KeptUnsigned { number });
        }
        match known.get(&number) {
            None => fault(Fault::AnchorGone { number }),
            Some(anchor) if *anchor != one => fault(Fault::AnchorDiffers { number }),
            Some(_) => {}
        }
    }
}

/// Whether each anchor is signed, and follows the one before.
fn follow(anchors: &[Anchor], keys: &[PublicKey], fault: &mut impl FnMut(Fault)) {
    let mut before: Option<&Anchor> = None;
    for anchor in anchors {
        let (number, expected) = (anchor.number, before.map_or(0, |before| before.number) + 1);
        for number in expected..number {
            fault(Fault::AnchorGone { number });
        }
        let previous = before.map_or_else(|| NONE.to_owned(), Anchor::hash);
        if !anchor.is_signed(keys) {
            fault(Fault::AnchorAltered { number });
        } else if number == expected && anchor.previous != previous && before.is_none_or(|it| it.is_signed(keys)) {
            fault(Fault::AnchorDoesNotFollow { number });
        }
        before = Some(anchor);
    }
}

/// Whether what the anchors cover is what they signed, and is still there.
async fn read_covered(db: &Db, anchors: &[Anchor], fault: &mut impl FnMut(Fault)) -> Result<(), DbError> {
    let mut trees: BTreeMap<i64, Tree> = BTreeMap::new();
    let mut after = (i64::MIN, String::new());
    loop {
        let page = anchor::store::covered(db, after.0, &after.1).await?;
        let Some(last) = page.last() else { break };
        after = (last.anchor, last.head.chain.clone());
        for Covered { anchor: number, head, now } in page {
            trees.entry(number).or_default().add(&head.leaf());
            let Head { chain, seq, hash } = head;
            match now {
                None => fault(Fault::Cut { chain, seq, number }),
                Some(now) if now != hash => fault(Fault::Replaced { chain, seq, number }),
                Some(_) => {}
            }
        }
    }
    for anchor in anchors {
        let tree = trees.remove(&anchor.number).unwrap_or_default();
        if tree.leaves() != anchor.heads || tree.root() != anchor.root {
            fault(Fault::HeadsDiffer { number: anchor.number });
        }
    }
    for number in trees.into_keys() {
        fault(Fault::AnchorGone { number });
    }
    Ok(())
}
