//! Why settings cannot be used: which, and what to write. What stands there is not said again, for it may be a password.

use std::path::PathBuf;

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file could not be read.
    #[error("The settings file {path} could not be read: {source}. Check the path given to --config.")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        source: std::io::Error,
    },
    /// The text is not TOML, or a value is of the wrong kind.
    #[error("The settings could not be understood{place}: {why}")]
    Malformed {
        /// The line, where it is known. What stands there is not said again: it may be a password.
        place: String,
        /// What is wrong.
        why: String,
    },
    /// A key that no setting has.
    #[error("There is no setting `{key}`. Did you mean `{nearest}`? `check-config --defaults` prints them all.")]
    UnknownKey {
        /// The key as written.
        key: String,
        /// The setting whose name is most like it.
        nearest: String,
    },
    /// A value that is not of the kind that the setting takes.
    #[error(
        "The setting `{key}` cannot be understood: it must be written like {like}, which is what it is by default."
    )]
    WrongKind {
        /// The setting.
        key: String,
        /// Its default.
        like: String,
    },
    /// A value that cannot work.
    #[error("The setting `{key}` cannot be used: {why}")]
    Unusable {
        /// The setting.
        key: &'static str,
        /// What it must be.
        why: &'static str,
    },
}

/// What is wrong with the settings, and where in this text.
pub(super) fn malformed(text: &str, error: &toml::de::Error) -> ConfigError {
    let before = error.span().and_then(|span| text.get(..span.start));
    let place = before.map_or_else(String::new, |before| format!(" in line {}", before.matches('\n').count() + 1));
    ConfigError::Malformed { place, why: error.message().to_owned() }
}
