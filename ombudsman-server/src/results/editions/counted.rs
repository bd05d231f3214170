//! Who is counted in which of several editions of one quarter, as groups that disclosure control can hold cells against.

use std::collections::BTreeMap;

use feedback::Item;

use super::cut::Cut;
use super::inputs::Inputs;
use crate::results::disclosure::{Definition, Dimension, Group};

const IN: &str = "in";
const OUT: &str = "out";

/// Of whom a cell of an edition, by its number, counts the answers.
pub(super) fn definition(cut: &Cut, edition: u32) -> Definition {
    cut.definition().only(Dimension::Edition(edition), [IN])
}

/// The people of an organisation who answered an item, by service, channel and language, and by the editions in which they
/// are, each with its cut: `editions` in their order, the first is number 1. Of as many with the same answers in two editions, it is taken that
/// they are the same people.
pub(super) fn people(editions: &[&Inputs], organisation: &str, item: Item) -> Vec<(Cut, Group)> {
    let mut counted: BTreeMap<(Cut, &str), Vec<u64>> = BTreeMap::new();
    for (place, inputs) in editions.iter().enumerate() {
        for cards in inputs.cards(organisation).filter(|cards| cards.answers.rating(item).is_some()) {
            let n = counted.entry((Cut::finest(&cards), cards.pattern)).or_insert_with(|| vec![0; editions.len()]);
            n[place] = cards.n;
        }
    }
    let mut groups: BTreeMap<(Cut, Vec<bool>), u64> = BTreeMap::new();
    for ((cut, _), n) in counted {
        let mut levels = n.clone();
        levels.sort_unstable();
        let mut below = 0;
        for level in levels {
            *groups.entry((cut.clone(), n.iter().map(|n| *n >= level).collect())).or_default() += level - below;
            below = level;
        }
    }
    let group =
        |((cut, is_in), n): ((Cut, Vec<bool>), u64)| (cut.clone(), Group { definition: among(&cut, &is_in), n });
    groups.into_iter().map(group).collect()
}

fn among(cut: &Cut, is_in: &[bool]) -> Definition {
    let editions = (1..).zip(is_in);
    editions.fold(cut.definition(), |all, (edition, is_in)| {
        all.only(Dimension::Edition(edition), [if *is_in { IN } else { OUT }])
    })
}
