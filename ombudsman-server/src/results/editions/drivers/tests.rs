//! What answers tell together: what is told of a service, its sentences, the bytes, and attacks on them.

mod account;
mod attack;
mod bytes;
mod importance;
mod told;

use super::figure::Figure;
use super::{Built, Document};
use crate::results::editions::inputs::Inputs;
use crate::results::editions::made::drivers_of;
use crate::results::editions::tests::{Row, built, inputs, quarter};
use crate::secrets::Secrets;

fn part_of(inputs: &Inputs) -> Built {
    drivers_of(inputs, &built(inputs).document, quarter(), &Secrets::for_testing()).expect("it can be written")
}

fn part(rows: &[Row]) -> Document {
    part_of(&inputs(rows)).document
}

/// The figures of the passport by a method: group or item, status, number of answers, value.
fn figures<'a>(document: &'a Document, method: &str) -> Vec<(&'a str, &'a str, Option<u64>, Option<u64>)> {
    let own = document.figures.iter().filter(|figure| figure.service == "passport" && figure.method_id == method);
    let named = |figure: &'a Figure| figure.group.as_deref().unwrap_or(&figure.item);
    own.map(|figure| (named(figure), figure.status.as_str(), figure.n, figure.value)).collect()
}
