//! The overall score, and the share of the two best ratings, of each service in an edition and of each organisation's services
//! together. It is all that lists, comparisons and a line over quarters need, and so small that many editions stay in memory,
//! where one alone has room in full.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::data::File;
use super::figure::Figure;
use super::held::Held;
use super::inputs::Names;
use super::told::Told;
use super::whole::is_whole;
use super::{Document, Edition, store};
use crate::house::House;
use crate::http::Failure;
use crate::registry::ServiceKind;
use crate::results::measures::Method;
use crate::results::store::POPULATION;

/// Twelve years of quarters.
const MOST: usize = 48;

static OVERALL: Held<Arc<Overall>> = Held::new(MOST);

/// What is told of everyone who rated a service, or an organisation's services, as a whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rated {
    /// The score.
    pub score: Told,
    /// Of a hundred, how many gave one of the two best ratings.
    pub top_two: Told,
}

/// Of whom something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose<'a> {
    /// A service, by its name in addresses.
    Service(&'a str),
    /// All services of an organisation together, by its name in addresses.
    Organisation(&'a str),
}

/// What is told of a service as a whole.
#[derive(Debug, Clone)]
pub struct RatedService {
    /// Its organisation's name in addresses.
    pub organisation: String,
    /// What people call both.
    pub names: Names,
    /// What kind of service it was when the edition was prepared, where that was known.
    pub kind: Option<ServiceKind>,
    /// How it was rated.
    pub rated: Rated,
}

/// What an edition tells of everyone.
pub struct Overall {
    /// By the services' names in addresses.
    services: BTreeMap<String, RatedService>,
    organisations: BTreeMap<String, Rated>,
}

impl Rated {
    const NOBODY: Self = Self { score: Told::Nobody, top_two: Told::Nobody };
}

impl Overall {
    /// Of an edition.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut overall = Self { services: BTreeMap::new(), organisations: BTreeMap::new() };
        for figure in document.figures.iter().filter(|figure| is_overall(figure)) {
            let organisation = &figure.organisation;
            let rated = match (figure.cut().service, document.services.get(&figure.service)) {
                (None, _) => overall.organisations.entry(organisation.clone()).or_insert(Rated::NOBODY),
                (Some(service), Some(names)) => {
                    let kind = document.kinds.get(&service).copied();
                    let (organisation, rated) = (organisation.clone(), Rated::NOBODY);
                    let new = || RatedService { organisation, names: names.clone(), kind, rated };
                    &mut overall.services.entry(service).or_insert_with(new).rated
                }
                (Some(_), None) => continue,
            };
            match figure.method_id.as_str() {
                id if id == Method::SCORE.id => rated.score = Told::of(Some(figure)),
                id if id == Method::TOP_TWO.id => rated.top_two = Told::of(Some(figure)),
                _ => {}
            }
        }
        overall
    }

    /// What is told of a service or an organisation.
    #[must_use]
    pub fn rated(&self, whose: Whose<'_>) -> Rated {
        let found = match whose {
            Whose::Service(service) => self.services.get(service).map(|told| &told.rated),
            Whose::Organisation(organisation) => self.organisations.get(organisation),
        };
        found.copied().unwrap_or(Rated::NOBODY)
    }

    /// The services that somebody rated, by their names in addresses.
    pub fn services(&self) -> impl Iterator<Item = (&str, &RatedService)> {
        self.services.iter().map(|(service, told)| (service.as_str(), told))
    }

    /// The organisations of which a service was rated: their names, in addresses and for people.
    #[must_use]
    pub fn organisations(&self) -> BTreeMap<&str, &Names> {
        self.services.values().map(|told| (told.organisation.as_str(), &told.names)).collect()
    }
}

/// Whether a figure is of everyone who rated a service, or all of an organisation, as a whole on a card.
fn is_overall(figure: &Figure) -> bool {
    figure.item == "overall" && figure.population == POPULATION && is_whole(figure)
}

/// Those of an edition.
pub(super) async fn overall(house: &House, edition: &Edition) -> Result<Arc<Overall>, Failure> {
    let json = store::file(&house.db, &edition.id, File::Json);
    let read = |json: Vec<u8>| serde_json::from_slice(&json).ok().map(|document| Arc::new(Overall::of(&document)));
    OVERALL.get(&edition.json_sha256, json, read).await
}

/// The newest edition that is public, with its overall scores.
pub async fn newest(house: &House) -> Result<Option<(Edition, Arc<Overall>)>, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let Some(edition) = public.into_iter().next() else { return Ok(None) };
    let scores = overall(house, &edition).await?;
    Ok(Some((edition, scores)))
}
