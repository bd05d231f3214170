//! What there is to say about single rows: why one was left out, and what to look at in one that was taken.

use crate::registry::Misread;

/// A row that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The line of the file on which the row begins, from 1; zero where the reader lost count.
    pub line: u64,
    /// Why.
    pub reason: Reason,
}

/// Why a row was left out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The row could not be read.
    #[error(transparent)]
    Misread(#[from] Misread),
    /// A value that every service needs is missing.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// The value cannot be made part of an address.
    #[error("{column} {value:?} has no letter or digit of the English alphabet, or is longer than 30 characters")]
    UnusableCode {
        /// The column.
        column: &'static str,
        /// What it holds.
        value: String,
    },
    /// The file asks for a slug that is none.
    #[error("service_slug {0:?} is not made of lower-case letters, digits and single hyphens, at most 80")]
    UnusableSlug(String),
    /// Another row has this slug.
    #[error("another row has taken the slug {0}")]
    SlugTaken(String),
    /// Another row describes the same service and was kept.
    #[error("line {kept_line} describes the same service_id and was kept")]
    RepeatedId {
        /// The line of the row that was kept.
        kept_line: u64,
    },
}

/// Something to look at in a row that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The line of the file on which the row begins, from 1.
    pub line: u64,
    /// What it is.
    pub matter: Matter,
}

/// What a person should look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Matter {
    /// The name may not have been translated.
    #[error("the English and the French name are the same")]
    SameName,
    /// `owner_org_title` is not two names around a `|`.
    #[error("owner_org_title is in one language and serves for both")]
    OrganisationInOneLanguage,
    /// A page address was left out, for it is not one.
    #[error("{0} is not an http or https address and was left out")]
    NotAnAddress(&'static str),
    /// `service_kind` is none of the kinds.
    #[error("service_kind is none of the kinds of service and was left out")]
    UnknownKind,
}
