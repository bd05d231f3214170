//! Why keys cannot be used. Each says what to do next, and none says anything of a key.

use std::path::PathBuf;

/// Why the keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SecretsError {
    /// The file could not be read or made.
    #[error("The key file {path} could not be used: {source}. Check that it is there and may be read.")]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        source: std::io::Error,
    },
    /// The file could not be changed.
    #[error("{path} could not be written: {source}.")]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        source: std::io::Error,
    },
    /// The file that takes the place of another would have another owner, and the office could not read it.
    #[error(
        "A new {path} could not be given to the owner and group of the one that is there: {source}. Run this as that \
         owner or as root."
    )]
    NotGiven {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        source: std::io::Error,
    },
    /// The file is no key ring.
    #[error("The key file {0} is damaged. Restore it from a backup: without it no receipt or address can be read.")]
    Damaged(PathBuf),
    /// The text in the environment is no key ring.
    #[error("OMBUDSMAN_KEYS holds no key ring. Give the text of a key file, as it is or in one line of base 64.")]
    DamagedText,
    /// Anybody on the machine could read the file.
    #[error("The key file {0} can be used by everybody on this machine. Run `chmod 600 {0}`, then start again.")]
    Exposed(PathBuf),
    /// There is no file, and there was one.
    #[error(
        "The key file {0} is missing, and this record was made with one. Put it back from the backup. Where it is lost \
         for good, `keys begin-anew` makes another: access codes and sealed addresses are then lost too."
    )]
    Missing(PathBuf),
    /// The ring comes from the environment, which no program can change.
    #[error("The keys come from OMBUDSMAN_KEYS, which cannot be changed from here. Name a new file with --to.")]
    NoFile,
    /// The ring has other keys than the record was made with.
    #[error(
        "The keys are not those of this record: generation {0} is another. Start with the key ring that belongs to the \
         record."
    )]
    Foreign(u16),
    /// The ring does not have a generation with which something was sealed.
    #[error(
        "The key ring lacks generation {0}, with which something in the record is sealed. Start with the newest key ring \
         of this office."
    )]
    Lacks(u16),
    /// The system gives no random bytes, or a key could not be derived.
    #[error("The system could not make a key. Nothing was changed; start again, and check the machine if it recurs.")]
    Chance,
    /// What was sealed cannot be opened with this office's key.
    #[error("What was sealed could not be opened: it was sealed by another office, or was changed.")]
    Sealed,
}
