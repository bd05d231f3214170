//! Who is counted in which of several editions of one quarter, as groups that disclosure control can hold cells against.

use std::collections::BTreeMap;

use feedback::Item;

use super::cut::Cut;
use super::inputs::Inputs;
use crate::results::disclosure::{Definition, Dimension, Group};
use crate::results::measures::{Answers, Ladder};

const IN: &str = "in";
const OUT: &str = "out";
/// Stands for those who did not rate all drivers.
const UNKNOWN: &str = "unknown";

/// Of whom a cell of an edition, by its number, counts the answers.
pub(super) fn definition(cut: &Cut, edition: u32) -> Definition {
    cut.definition().only(Dimension::Edition(edition), [IN])
}

/// The people of an organisation who answered an item, by service, channel and language, those who rated the service as a whole also by
/// how many drivers failed them, and by the editions in which they are, each with its cut: `editions` in their order, the first is
/// number 1. Of as many with the same answers in two editions, it is taken that they are the same people.
pub(super) fn people(editions: &[&Inputs], organisation: &str, item: Item) -> Vec<(Cut, Group)> {
    let mut counted: BTreeMap<(Cut, &str), (Answers, Vec<u64>)> = BTreeMap::new();
    for (place, inputs) in editions.iter().enumerate() {
        for cards in inputs.cards(organisation).filter(|cards| cards.answers.rating(item).is_some()) {
            let nobody = || (cards.answers, vec![0; editions.len()]);
            let (_, n) = counted.entry((Cut::finest(&cards), cards.pattern)).or_insert_with(nobody);
            n[place] = cards.n;
        }
    }
    let mut groups: BTreeMap<(Cut, Option<usize>, Vec<bool>), u64> = BTreeMap::new();
    for ((cut, _), (answers, n)) in counted {
        let failed = if item == Item::Overall { Ladder::step(&answers) } else { None };
        let mut levels = n.clone();
        levels.sort_unstable();
        let mut below = 0;
        for level in levels {
            let is_in = n.iter().map(|n| *n >= level).collect();
            *groups.entry((cut.clone(), failed, is_in)).or_default() += level - below;
            below = level;
        }
    }
    let each = groups.into_iter();
    each.map(|((cut, failed, is_in), n)| {
        let definition = among(&cut, failed, &is_in);
        (cut, Group { definition, n })
    })
    .collect()
}

fn among(cut: &Cut, failed: Option<usize>, is_in: &[bool]) -> Definition {
    let failed = failed.map_or_else(|| UNKNOWN.to_owned(), |failed| failed.to_string());
    let (editions, all) = ((1..).zip(is_in), cut.definition().only(Dimension::Failed, [failed]));
    editions.fold(all, |all, (edition, is_in)| all.only(Dimension::Edition(edition), [if *is_in { IN } else { OUT }]))
}
