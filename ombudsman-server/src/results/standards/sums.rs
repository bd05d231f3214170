//! What a year says of each service, added up once and kept in memory: the pages of everyone and of an organisation would otherwise
//! read every standard of the year at each visit. What is public never changes, so it is known by the hash of its JSON; which import
//! is the newest is asked of the record each time, and so a year that any process publishes or corrects shows at the next visit.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Funnel, Import, Kept, store};
use crate::db::DbError;
use crate::house::House;
use crate::http::Failure;
use crate::results::editions::held::Held;

/// So many imports are kept in memory: a year each, and what corrected it.
const MOST: usize = 12;

static SUMS: Held<Arc<Sums>> = Held::new(MOST);

/// What is read of an import: its standards, and how many rows about each service were left out.
type Rows = (Vec<Kept>, Vec<(String, u64)>);

/// The funnel of each service in a year.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sums {
    /// By the services' names in addresses, each with its organisation's when it was imported.
    services: BTreeMap<String, (String, Funnel)>,
    /// How many rows about each service were left out.
    left_out: BTreeMap<String, u64>,
}

impl Sums {
    pub(super) fn of((kept, left_out): Rows) -> Self {
        let mut services: BTreeMap<String, (String, Funnel)> = BTreeMap::new();
        for Kept { organisation, service, outcome, is_reported } in kept {
            let (_, funnel) = services.entry(service).or_insert_with(|| (organisation, Funnel::default()));
            funnel.count(outcome, is_reported);
        }
        Self { services, left_out: left_out.into_iter().collect() }
    }

    /// The services that have a standard, of an organisation where it is named: each with its organisation and its funnel.
    pub(super) fn services<'a>(
        &'a self,
        organisation: Option<&'a str>,
    ) -> impl Iterator<Item = (&'a str, &'a str, Funnel)> {
        let all = self.services.iter().map(|(service, (of, funnel))| (service.as_str(), of.as_str(), *funnel));
        all.filter(move |(_, of, _)| organisation.is_none_or(|organisation| *of == organisation))
    }

    /// The services of which rows were left out, and how many of each.
    pub(super) fn left_out(&self) -> impl Iterator<Item = (&str, u64)> {
        self.left_out.iter().map(|(service, rows)| (service.as_str(), *rows))
    }
}

/// Those of an import that is public.
pub(super) async fn sums(house: &House, import: &Import) -> Result<Arc<Sums>, Failure> {
    let [(json, _), _] = import.seals();
    let rows = async {
        let kept = store::figures(&house.db, import).await?;
        let left_out = store::left_out(&house.db, import).await?;
        Ok::<Option<Rows>, DbError>(Some((kept, left_out)))
    };
    SUMS.get(json, rows, |rows| Some(Arc::new(Sums::of(rows)))).await
}

/// Reads those of the newest import that is public, if there is one.
pub(in crate::results) async fn read_newest(house: &House) -> Result<(), Failure> {
    let public = store::public(&house.db).await.map_err(Failure::unavailable)?;
    if let Some(newest) = public.first() {
        sums(house, newest).await?;
    }
    Ok(())
}
