//! All that is kept of a survey: what is known of its method, and sums. No row of a person is among them, and no two answers of
//! one person can be put together.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::About;
use super::counts::Ratings;
use super::units::Unit;
use super::visits::Visits;
use crate::results::editions::Reason;

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
    /// What it corrects, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<Corrects>,
}

/// That a survey corrects one that was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrects {
    /// The one that it corrects.
    pub survey: String,
    /// The first of those that correct one another. Counts are rounded under its name, so that the same ones round alike.
    pub first: String,
    /// Which of them this is, from 2.
    pub number: i64,
    /// Why.
    pub reason: Reason,
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
