//! The cells of an organisation for one item, each with the keys by which its counts are rounded.

use std::collections::BTreeMap;

use feedback::{Driver, Item};
use ring::hmac;

use super::Quarter;
use super::cut::Cut;
use super::inputs::{Cards, Inputs};
use crate::results::disclosure::{Cell, RecordKey};

/// The items of which an edition tells.
pub(super) const ITEMS: [Item; 6] = [
    Item::Overall,
    Item::Driver(Driver::Timeliness),
    Item::Driver(Driver::Knowledge),
    Item::Driver(Driver::Courtesy),
    Item::Driver(Driver::Fairness),
    Item::Driver(Driver::Outcome),
];

/// How the counts of a quarter are rounded: the same answers alike, in every cell and every edition.
#[derive(Clone, Copy)]
pub(super) struct Rounding<'a> {
    pub secret: &'a hmac::Key,
    pub quarter: Quarter,
}

impl Rounding<'_> {
    /// The key of cards with the same answers.
    pub fn key(&self, cards: &Cards<'_>) -> RecordKey {
        let Cards { service, channel, language, pattern, .. } = cards;
        let name = format!("{}\n{service}\n{channel}\n{language}\n{pattern}", self.quarter);
        RecordKey::of(self.secret, name.as_bytes())
    }

    /// The key of the same cards where something else than their number is rounded.
    pub fn key_for(&self, matter: &str, cards: &Cards<'_>) -> RecordKey {
        let Cards { service, channel, language, pattern, .. } = cards;
        let name = format!("{}\n{matter}\n{service}\n{channel}\n{language}\n{pattern}", self.quarter);
        RecordKey::of(self.secret, name.as_bytes())
    }
}

/// The cells of an organisation in which somebody answered this item.
pub(super) fn cells(inputs: &Inputs, organisation: &str, item: Item, rounding: Rounding<'_>) -> BTreeMap<Cut, Cell> {
    let mut cells: BTreeMap<Cut, Cell> = BTreeMap::new();
    for cards in inputs.cards(organisation) {
        let Some(rating) = cards.answers.rating(item) else { continue };
        let key = rounding.key(&cards);
        for cut in Cut::of(&cards) {
            cells.entry(cut).or_default().add(rating, key, cards.n);
        }
    }
    cells
}
