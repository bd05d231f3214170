//! Editions as their inputs make them: the same bytes in whatever order, and nothing from which a few people follow.

mod bytes;
mod corrected;
mod older;
mod quarter;
mod story;

use super::document::Imprint;
use super::inputs::Inputs;
use super::ledger::Kept;
use super::made::drivers_of;
use super::{Built, Quarter};
use crate::registry::Service;
use crate::secrets::Secrets;

/// Cards: service, channel, language, pattern, how many.
pub(super) type Row = (&'static str, &'static str, &'static str, &'static str, u64);

pub(super) fn quarter() -> Quarter {
    "2026-Q3".parse().expect("a quarter")
}

pub(super) fn inputs(rows: &[Row]) -> Inputs {
    inputs_in("office", rows)
}

/// The same, where the passport belongs to this organisation.
fn inputs_in(organisation: &str, rows: &[Row]) -> Inputs {
    let of = |slug| Service::for_testing(slug, if slug == "passport" { organisation } else { "office" });
    let services = ["passport", "pension", "permits"].map(of);
    let mut inputs = Inputs::about(&services);
    for (service, channel, language, pattern, n) in rows {
        assert!(inputs.add(service, [channel, language, pattern], *n));
    }
    inputs.counted_only()
}

pub(super) fn built(inputs: &Inputs) -> Built {
    let imprint = Imprint { quarter: quarter(), number: 1, reason: None, code_version: "0.0.0" };
    Built::of(inputs, imprint, &Secrets::for_testing()).expect("it can be written")
}

pub(super) fn kept(rows: &[Row]) -> Kept {
    let inputs = inputs(rows);
    let document = built(&inputs).document;
    let drivers = drivers_of(&inputs, &document, quarter(), &Secrets::for_testing()).expect("it can be written");
    Kept { document, inputs, drivers: Some(drivers.document) }
}
