//! The names of services on a page that shows many, each looked up once.

use std::collections::HashMap;

use crate::house::House;
use crate::http::{Failure, Visit};
use crate::registry;

/// The names that one page has asked for so far.
pub(super) struct ServiceNames<'a> {
    house: &'a House,
    visit: &'a Visit,
    known: HashMap<String, String>,
}

impl<'a> ServiceNames<'a> {
    /// The names for a page in the language of this visit.
    pub(super) fn new(house: &'a House, visit: &'a Visit) -> Self {
        Self { house, visit, known: HashMap::new() }
    }

    /// The name of the service of this slug; its slug where the register no longer has it.
    pub(super) async fn of(&mut self, slug: &str) -> Result<String, Failure> {
        if let Some(name) = self.known.get(slug) {
            return Ok(name.clone());
        }
        let found = registry::find(&self.house.db, slug).await.map_err(Failure::unavailable)?;
        let name = found.map_or_else(|| slug.to_owned(), |service| service.name(self.visit.official).to_owned());
        self.known.insert(slug.to_owned(), name.clone());
        Ok(name)
    }
}
