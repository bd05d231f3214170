//! What can be said about a form before it is sent, cheaply enough for every person's browser.
//!
//! [`crate::Card::parse`] is the judge. This finds only what a person can do wrong with the card's own form, and never
//! anything that the judge would let pass.

use crate::{COMMENT_LIMIT, Driver, Fault, FaultKind, Fields};

/// What is wrong with a form whose comment has this many characters, counted as people count them.
#[must_use]
pub fn early_faults(fields: &Fields, characters: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    if fields.get("intent").is_none() {
        faults.push(Fault::at("intent", FaultKind::Missing));
    }
    let rates =
        fields.get("overall").is_some() || Driver::ALL.iter().any(|driver| fields.get(driver.field()).is_some());
    let writes = fields.get("comment").is_some_and(|comment| !comment.trim().is_empty());
    if characters > COMMENT_LIMIT {
        faults.push(Fault::at("comment", FaultKind::TooLong { limit: COMMENT_LIMIT, given: characters }));
    } else if !rates && !writes {
        faults.push(Fault::at("comment", FaultKind::SaysNothing));
    }
    faults
}
