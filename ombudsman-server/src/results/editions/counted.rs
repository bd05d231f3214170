//! Who is counted in which of several editions of one quarter, as groups that disclosure control can hold cells against.

use std::collections::BTreeMap;

use feedback::Item;

use super::cut::Cut;
use super::inputs::Inputs;
use crate::results::disclosure::{Definition, Dimension, Group};
use crate::results::measures::{Answers, Ladder, TrustByBand};

const IN: &str = "in";
const OUT: &str = "out";
/// Stands for those who did not rate all drivers, or not trust.
const UNKNOWN: &str = "unknown";

/// Of whom a cell of an edition, by its number, counts the answers.
pub(super) fn definition(cut: &Cut, edition: u32) -> Definition {
    cut.definition().only(Dimension::Edition(edition), [IN])
}

/// What people have in common: the finest cell, the rung of the ladder and the band of trust where there are any, and in which
/// editions they are.
type InCommon = (Cut, [Option<usize>; 2], Vec<bool>);

/// The people of an organisation who answered an item, by service, channel and language, those who rated the service as a whole also by
/// how many drivers failed them and, if they rated trust, by how satisfied they are, and by the editions in which they are, each with its
/// cut: `editions` in their order, the first is number 1. Of as many with the same answers in two editions, it is taken that they are the
/// same people.
pub(super) fn people(editions: &[&Inputs], organisation: &str, item: Item) -> Vec<(Cut, Group)> {
    let mut counted: BTreeMap<(Cut, &str), (Answers, Vec<u64>)> = BTreeMap::new();
    for (place, inputs) in editions.iter().enumerate() {
        for cards in inputs.cards(organisation).filter(|cards| cards.answers.rating(item).is_some()) {
            let nobody = || (cards.answers, vec![0; editions.len()]);
            let (_, n) = counted.entry((Cut::finest(&cards), cards.pattern)).or_insert_with(nobody);
            n[place] = cards.n;
        }
    }
    let mut groups: BTreeMap<InCommon, u64> = BTreeMap::new();
    for ((cut, _), (answers, n)) in counted {
        let is_overall = item == Item::Overall;
        let apart = [Ladder::step(&answers), TrustByBand::of_both(&answers)].map(|place| place.filter(|_| is_overall));
        let mut levels = n.clone();
        levels.sort_unstable();
        let mut below = 0;
        for level in levels {
            let is_in = n.iter().map(|n| *n >= level).collect();
            *groups.entry((cut.clone(), apart, is_in)).or_default() += level - below;
            below = level;
        }
    }
    let each = groups.into_iter();
    each.map(|((cut, apart, is_in), n)| {
        let definition = among(&cut, apart, &is_in);
        (cut, Group { definition, n })
    })
    .collect()
}

fn among(cut: &Cut, [failed, band]: [Option<usize>; 2], is_in: &[bool]) -> Definition {
    let failed = failed.map_or_else(|| UNKNOWN.to_owned(), |failed| failed.to_string());
    let band = band.map_or(UNKNOWN, |band| TrustByBand::NAMES[band]);
    let all = cut.definition().only(Dimension::Failed, [failed]).only(Dimension::Trust, [band]);
    (1..)
        .zip(is_in)
        .fold(all, |all, (edition, is_in)| all.only(Dimension::Edition(edition), [if *is_in { IN } else { OUT }]))
}
