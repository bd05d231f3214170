//! A service as a whole in an edition: neither by channel nor by language.

use feedback::{Driver, Item};

use super::Document;
use super::figure::{ALL, Figure};
use super::told::{Number, Told};
use crate::results::measures::Method;

/// Its figures.
pub(super) struct Whole<'a>(Vec<&'a Figure>);

impl<'a> Whole<'a> {
    pub(super) fn of(document: &'a Document, service: &str) -> Self {
        let own = document.figures.iter().filter(|figure| figure.service == service && is_whole(figure));
        Self(own.collect())
    }

    /// The score of an item.
    pub(super) fn score(&self, item: Item) -> Told {
        Told::of(self.by(Method::SCORE, item).next())
    }

    /// Of a hundred, how many gave one of the two best ratings to the service as a whole.
    pub(super) fn top_two(&self) -> Option<Number> {
        self.by(Method::TOP_TWO, Item::Overall).next().and_then(Number::of)
    }

    /// Of a hundred, how many gave a driver one of the two best ratings.
    pub(super) fn performance(&self, driver: Driver) -> Option<Number> {
        self.by(Method::TOP_TWO, Item::Driver(driver)).next().and_then(Number::of)
    }

    /// How many gave each rating to the service as a whole, from 1 on; nothing where that is not published.
    pub(super) fn ratings(&self) -> impl DoubleEndedIterator<Item = &'a Figure> {
        self.by(Method::RATINGS, Item::Overall)
    }

    fn by(&self, method: Method, item: Item) -> impl DoubleEndedIterator<Item = &'a Figure> {
        self.0.iter().copied().filter(move |figure| figure.method_id == method.id && figure.item == item.as_str())
    }
}

/// Whether a figure is of everyone who answered about its service.
pub(super) fn is_whole(figure: &Figure) -> bool {
    figure.channel == ALL && figure.language == ALL
}
