//! All that is kept of a survey: what is known of its method, and sums. No row of a person is among them, and no two answers of
//! one person can be put together.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::About;
use super::counts::Ratings;
use super::units::Unit;
use super::visits::Visits;

/// All that a survey is made from. Its JSON is the same for the same rows, in whatever order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// How it was done.
    pub about: About,
    /// The services that it is about, by their names in addresses.
    pub services: BTreeMap<String, Service>,
    /// What it is held against, if it is about engagement.
    pub against: Option<Against>,
    /// What was found.
    pub counts: Counts,
}

/// A service, as the register names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Its organisation's name in addresses.
    pub organisation: String,
    /// Its name in English.
    pub en: String,
    /// In French.
    pub fr: String,
}

/// Published results of cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Against {
    /// The edition.
    pub edition: String,
    /// The overall score of each service, where it tells one that may be compared.
    pub scores: BTreeMap<String, u64>,
}

/// What was found, added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counts {
    /// Ratings, by service.
    Ratings(BTreeMap<String, Ratings>),
    /// Visits, by service.
    Visits(BTreeMap<String, Visits>),
    /// Units, in the order of their names.
    Units(Vec<Unit>),
}
