//! What can be wrong with the log, each in a sentence that names the place.

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// What an entry says is not what its hash was made of, or its hash was altered.
    #[error("chain {chain}, entry {seq}: altered, its hash is not that of what it says")]
    Altered {
        /// The chain.
        chain: String,
        /// The entry's place.
        seq: i64,
    },
    /// An entry does not name the hash of the one before it.
    #[error("chain {chain}, entry {seq}: does not follow entry {} as it is now: one of the two was written anew", .seq - 1)]
    DoesNotFollow {
        /// The chain.
        chain: String,
        /// The entry's place.
        seq: i64,
    },
    /// Entries are not there.
    #[error("chain {chain}, entries {from} to {to}: removed")]
    Missing {
        /// The chain.
        chain: String,
        /// The first that is not there.
        from: i64,
        /// The last.
        to: i64,
    },
    /// An entry has a place that no entry can have.
    #[error("chain {chain}, entry {seq}: inserted, a chain begins with 1")]
    OutOfPlace {
        /// The chain.
        chain: String,
        /// The entry's place.
        seq: i64,
    },
    /// An entry that an anchor covers is not there.
    #[error("chain {chain}, entry {seq}: removed, anchor {number} covers it")]
    Cut {
        /// The chain.
        chain: String,
        /// The entry's place.
        seq: i64,
        /// The anchor.
        number: i64,
    },
    /// Another entry is in the place of one that an anchor covers.
    #[error("chain {chain}, entry {seq}: another than the one that anchor {number} covers; the chain was written anew")]
    Replaced {
        /// The chain.
        chain: String,
        /// The entry's place.
        seq: i64,
        /// The anchor.
        number: i64,
    },
    /// No key of the office signed an anchor as it is.
    #[error("anchor {number}: altered, no key of the office signed it as it is")]
    AnchorAltered {
        /// The anchor.
        number: i64,
    },
    /// An anchor does not name the hash of the one before it.
    #[error("anchor {number}: does not follow the anchor before it")]
    AnchorDoesNotFollow {
        /// The anchor.
        number: i64,
    },
    /// An anchor is not there.
    #[error("anchor {number}: removed")]
    AnchorGone {
        /// The anchor.
        number: i64,
    },
    /// What stands with an anchor is not what it signed.
    #[error("anchor {number}: what it covers was altered or removed")]
    HeadsDiffer {
        /// The anchor.
        number: i64,
    },
    /// An anchor is another than the one that was kept elsewhere.
    #[error("anchor {number}: another than the one that was kept elsewhere")]
    AnchorDiffers {
        /// The anchor.
        number: i64,
    },
    /// No key of the office signed what was kept elsewhere.
    #[error("anchor {number}, as it was kept elsewhere: no key of this office signed it")]
    KeptUnsigned {
        /// The anchor.
        number: i64,
    },
}
