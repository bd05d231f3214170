//! A survey is imported: read whole or not at all, added up, made ready for another person to approve. Nothing is public yet, and
//! the counts of the cards are not touched.

use std::collections::{BTreeMap, BTreeSet};

use super::inputs::{Counts, Inputs, Service};
use super::{About, Built, Correction, ImportError, Kind, against, correct, ratings, store, units, visits};
use crate::audit::{Action, Actor, Entry};
use crate::house::House;
use crate::registry;
use crate::secrets::sha256_hex;
use crate::standard::Standard;

/// The version that a survey names.
pub(super) const CODE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// A survey that waits to be approved, or would.
pub struct Prepared {
    /// Its name.
    pub name: String,
    /// How many rows were counted.
    pub rows: u64,
    /// How many numbers it tells.
    pub told: usize,
    /// How many it withholds.
    pub withheld: usize,
    /// The office's mark of the file: the same file has the same one.
    pub file_hmac: String,
    /// The hash of its JSON.
    pub sha256: String,
}

/// Reads what is said of a survey and its rows, and keeps it unless `by` is nobody: a member in whose name it is imported.
pub async fn prepare(
    house: &House,
    (about, file): (&str, &[u8]),
    correction: Option<&Correction>,
    by: Option<&str>,
) -> Result<Prepared, ImportError> {
    let about = About::read(about, Standard::default().office_date(house.clock.now()))?;
    let (counts, rows) = counts(&about, file)?;
    let services = services(house, &about, &counts).await?;
    let slugs: Vec<String> = services.keys().cloned().collect();
    let against = match &about.quarter {
        Some(quarter) => Some(against::of_quarter(house, quarter).await?),
        None => None,
    };
    let public = store::public(&house.db).await?;
    let corrects = correct::corrects(&public, &about, correction)?;
    for other in public {
        if other.name == about.name {
            return Err(ImportError::Published(other.name));
        }
        let is_corrected = corrects.as_ref().is_some_and(|corrects| corrects.first == other.series);
        if !is_corrected && other.may_share_people(about.kind, [about.first_day, about.last_day], &slugs) {
            return Err(ImportError::Overlaps(other.name));
        }
    }
    let inputs = Inputs { about, services, against, counts, corrects };
    correct::hold(&house.db, &inputs).await?;
    let built = Built::of(&inputs, CODE_VERSION, &house.secrets)?;
    // A plain hash could be tried out: there are not many files with the few answers of a small survey.
    let (name, file_hmac) = (inputs.about.name, house.secrets.mark_of_inputs(file));
    if let Some(by) = by {
        let now = house.clock.millis();
        // Nobody has signed in here: the log names who did it, and in whose name they say that they did.
        let entry = Entry::of_office(now, Actor::operator(), Action::ResultsImport).about(&name).because(by);
        let entry = entry.deciding(&file_hmac);
        let draft = store::Draft { built: &built, services: &slugs, file_hmac: &file_hmac, preparer: by, now };
        if !store::keep(&house.db, &draft, &entry).await? {
            return Err(ImportError::Published(name));
        }
    }
    let (told, withheld) = built.told();
    Ok(Prepared { name, rows, told, withheld, file_hmac, sha256: sha256_hex(&built.json) })
}

fn counts(about: &About, file: &[u8]) -> Result<(Counts, u64), ImportError> {
    Ok(match about.kind {
        Kind::Probability | Kind::Panel | Kind::Employees => {
            let (found, rows) = ratings::ratings(about, file)?;
            (Counts::Ratings(found), rows)
        }
        Kind::MysteryShopping => {
            let (found, rows) = visits::visits(about, file)?;
            (Counts::Visits(found), rows)
        }
        Kind::Engagement => {
            let (found, rows) = units::units(file)?;
            (Counts::Units(found), rows)
        }
    })
}

/// The services that a survey is about, as the register names them.
async fn services(house: &House, about: &About, counts: &Counts) -> Result<BTreeMap<String, Service>, ImportError> {
    let of_units = match counts {
        Counts::Units(units) => units.iter().flat_map(|unit| unit.services.clone()).collect(),
        Counts::Ratings(_) | Counts::Visits(_) => BTreeSet::new(),
    };
    let slugs = about.services.iter().map(|service| service.slug.clone()).chain(of_units);
    let known = registry::all(&house.db).await?;
    let named = |slug: String| match known.iter().find(|service| service.slug == slug) {
        Some(service) => {
            let [en, fr] = [feedback::Language::English, feedback::Language::French]
                .map(|language| service.name(language).to_owned());
            Ok((slug, Service { organisation: service.organisation.clone(), en, fr }))
        }
        None => Err(ImportError::UnknownService(slug)),
    };
    slugs.map(named).collect()
}
