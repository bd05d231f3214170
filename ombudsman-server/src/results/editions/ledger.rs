//! What was published of a quarter stays known: a later edition is held against the earlier ones, and refused where a reader
//! could subtract one from the other and be left with a group of fewer than ten.

use std::collections::BTreeSet;
use std::fmt;

use feedback::Item;

use super::Document;
use super::counted::{definition, people};
use super::cube::{ITEMS, Rounding, cells};
use super::cut::Cut;
use super::hold::{Told, hold};
use super::inputs::Inputs;
use crate::results::disclosure::{Refusal, Released};

/// An edition with what it was made from.
pub(super) struct Kept {
    pub inputs: Inputs,
    pub document: Document,
}

/// A cell that may not be published beside what was published before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    organisation: String,
    item: &'static str,
    refusal: Refusal,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { organisation, item, refusal } = self;
        write!(f, "{organisation}, {item}: {refusal}")
    }
}

/// The cells of a new edition that may not be published beside the earlier ones of its quarter.
pub(super) fn refused(new: &Kept, earlier: &[Kept], rounding: Rounding<'_>) -> Vec<Refused> {
    let editions: Vec<&Kept> = earlier.iter().chain([new]).collect();
    let organisations: BTreeSet<&str> = editions.iter().flat_map(|kept| kept.inputs.organisations()).collect();
    let each = organisations.into_iter().flat_map(|organisation| ITEMS.map(|item| (organisation, item)));
    let refused = each.flat_map(|(organisation, item)| {
        let refusals = refusals(&editions, organisation, item, rounding);
        refusals.into_iter().map(move |refusal| Refused {
            organisation: organisation.to_owned(),
            item: item.as_str(),
            refusal,
        })
    });
    refused.collect()
}

fn refusals(editions: &[&Kept], organisation: &str, item: Item, rounding: Rounding<'_>) -> Vec<Refusal> {
    let inputs: Vec<&Inputs> = editions.iter().map(|kept| &kept.inputs).collect();
    let mut told: Vec<Vec<Told>> = (1..)
        .zip(editions)
        .map(|(number, kept)| {
            let cells = cells(&kept.inputs, organisation, item, rounding);
            let told = |cut: Cut| {
                let released = Released { definition: definition(&cut, number), cell: *cells.get(&cut)? };
                Some(Told { cut, released })
            };
            kept.document.shown(organisation, item.as_str()).into_iter().filter_map(told).collect()
        })
        .collect();
    let new = told.pop().unwrap_or_default();
    hold(&new, &told.concat(), &people(&inputs, organisation, item), editions.len())
}
