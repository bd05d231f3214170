//! A publisher has looked at an import: everyone can read it from now on, in place of the one of the year before it.

use std::collections::BTreeMap;

use super::{Import, store};
use crate::audit::{self, Action, Actor, Entry};
use crate::db::{Db, DbError};
use crate::house::House;
use crate::registry::standards::ServiceStandard;

/// Publishes the import of this name, with the JSON of this hash; whether it waited and is still the one that was shown.
pub async fn publish(house: &House, (id, shown): (&str, &str), actor: &Actor) -> Result<bool, DbError> {
    let now = house.clock.millis();
    let mut tx = house.db.begin().await?;
    if !store::publish(&mut tx, (id, shown), (actor.name(), now)).await? {
        return Ok(false);
    }
    let action = if id.ends_with(".1") { Action::ReleasePublish } else { Action::ReleaseRevise };
    let entry = Entry::of_office(now, actor.clone(), action).about(id).deciding(shown);
    audit::append(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(true)
}

/// In what an import differs from the one that is public.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The one that is public.
    pub from: String,
    /// Standards that were not there.
    pub added: Vec<ServiceStandard>,
    /// Standards that are there no more.
    pub removed: Vec<ServiceStandard>,
    /// Standards that were otherwise: before, and now.
    pub changed: Vec<(ServiceStandard, ServiceStandard)>,
}

/// In what an import differs from the newest of its year that is public; nothing where none is.
pub async fn difference(db: &Db, import: &Import) -> Result<Option<Difference>, DbError> {
    let Some(public) = store::newest_of(db, import.year).await? else { return Ok(None) };
    let [before, now] = [store::standards(db, &public, None).await?, store::standards(db, import, None).await?];
    Ok(Some(Difference { from: public.id(), ..compared(before, now) }))
}

/// What was added, removed and changed.
pub(super) fn compared(before: Vec<ServiceStandard>, now: Vec<ServiceStandard>) -> Difference {
    let key = |standard: &ServiceStandard| (standard.service.clone(), standard.id.to_lowercase());
    let mut before: BTreeMap<_, _> = before.into_iter().map(|standard| (key(&standard), standard)).collect();
    let mut found = Difference::default();
    for standard in now {
        match before.remove(&key(&standard)) {
            None => found.added.push(standard),
            Some(other) if other != standard => found.changed.push((other, standard)),
            Some(_) => {}
        }
    }
    found.removed = before.into_values().collect();
    found
}
