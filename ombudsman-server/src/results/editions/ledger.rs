//! What was published of a quarter stays known: a later edition is held against the earlier ones, and refused where a reader
//! could subtract one from the other and be left with a group of fewer than ten.

use std::collections::BTreeSet;
use std::fmt;

use feedback::Item;

use super::Document;
use super::counted::{definition, people};
use super::cube::{ITEMS, Rounding, cells};
use super::cut::Cut;
use super::drivers;
use super::hold::{Told, hold};
use super::inputs::{Cards, Inputs};
use crate::results::disclosure::{Band, Refusal, Released};

/// An edition with what it was made from.
pub(super) struct Kept {
    pub inputs: Inputs,
    pub document: Document,
    /// Its part about what answers tell together; an edition of before has none.
    pub drivers: Option<drivers::Document>,
}

impl Kept {
    /// The bands of the ladder and of trust that it tells and that were counted from its own inputs. Those that were carried
    /// on are of the people of an earlier edition, which tells them as well.
    fn bands(&self, organisation: &str, number: u32, rounding: Rounding<'_>) -> Vec<Told> {
        let Some(part) = self.drivers.as_ref().filter(|part| part.is_counted_here()) else { return Vec::new() };
        let all: Vec<Cards<'_>> = self.inputs.cards(organisation).collect();
        let own = |service: &str| all.iter().filter(|cards| cards.service == service).copied().collect::<Vec<_>>();
        let whole = |service: &str| definition(&Cut::whole_service(service), number);
        let told =
            |service: &str, released: Released| Told { cut: Cut::whole_service(service), released, is_band: true };
        let ladder = |(service, band): (&str, Band)| {
            let cell = drivers::cell(&own(service), band, rounding);
            told(service, Released { definition: drivers::within(whole(service), band), cell })
        };
        let trust = |service: &str| -> Vec<Told> {
            let bands = drivers::by_satisfaction(&own(service), &whole(service), rounding);
            bands.into_iter().map(|released| told(service, released)).collect()
        };
        let ladder = part.bands(organisation).into_iter().map(ladder);
        ladder.chain(part.with_trust(organisation).into_iter().flat_map(trust)).collect()
    }
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
                Some(Told { cut, released, is_band: false })
            };
            let mut told: Vec<Told> =
                kept.document.shown(organisation, item.as_str()).into_iter().filter_map(told).collect();
            if item == Item::Overall {
                told.extend(kept.bands(organisation, number, rounding));
            }
            told
        })
        .collect();
    let new = told.pop().unwrap_or_default();
    hold(&new, &told.concat(), &people(&inputs, organisation, item), editions.len())
}
