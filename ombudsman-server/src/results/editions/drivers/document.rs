//! The part of an edition about what answers tell together, as it is published, and how it is made: the same inputs give the same
//! bytes. It is made from the inputs of the first edition of its quarter that has it; a correction carries its numbers on, so that no
//! two counts can be subtracted.

use std::collections::{BTreeMap, BTreeSet};

use feedback::Item;
use serde::{Deserialize, Serialize};

use super::csv_file;
use super::figure::Figure;
use super::importance::importance;
use super::ladder::{self, ONLY, Of};
use super::priority::priority;
use super::single::{achieved, index};
use super::trust::trust;
use crate::results::disclosure::{Band, Group, Released};
use crate::results::editions::counted::{definition, people};
use crate::results::editions::cube::{Rounding, cells};
use crate::results::editions::cut::Cut;
use crate::results::editions::document::bytes;
use crate::results::editions::inputs::{Cards, Inputs};
use crate::results::editions::{self, Quarter};
use crate::results::measures::{Method, Patterns};
use crate::results::store::POPULATION;
use crate::secrets::Secrets;

/// Raised by one when the same inputs would give other numbers, or the same numbers under other names.
const METHOD_VERSION: u16 = 1;

/// The part of an edition. Its fields stand in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::results::editions) struct Document {
    /// The edition: `2026-Q3.1`.
    pub edition: String,
    /// The edition from whose inputs the numbers come: this one, or the first of its quarter that has this part.
    pub counted_in: String,
    /// The quarter.
    pub quarter: String,
    /// The first and the last day.
    pub days: [String; 2],
    /// Who was asked.
    pub population: String,
    /// Under which licence it may be used.
    pub licence: String,
    /// The program that counted.
    pub code_version: String,
    /// The version of the rules as a whole.
    pub method_version: u16,
    /// What binds it to its inputs, under a key of the office: nobody outside can test a guess at them.
    pub inputs_hmac: String,
    /// Every number, in a fixed order.
    pub figures: Vec<Figure>,
}

/// The part, with the bytes that are published.
pub(in crate::results::editions) struct Built {
    /// It.
    pub document: Document,
    /// Its JSON.
    pub json: Vec<u8>,
    /// Its numbers as CSV.
    pub csv: Vec<u8>,
}

/// Of which edition it is a part, and where it was counted.
pub(in crate::results::editions) struct Imprint<'a> {
    pub edition: &'a str,
    /// The edition whose inputs these are, and the program that made that.
    pub counted_in: &'a str,
    pub code_version: &'a str,
    pub quarter: Quarter,
}

impl Built {
    /// Makes the part from the inputs of an edition and what it tells.
    pub(in crate::results::editions) fn of(
        inputs: &Inputs,
        told: &editions::Document,
        imprint: &Imprint<'_>,
        secrets: &Secrets,
    ) -> Result<Self, serde_json::Error> {
        let Imprint { edition, counted_in, code_version, quarter } = *imprint;
        let rounding = Rounding { secret: secrets.rounding(), quarter };
        let organisations = inputs.organisations().into_iter();
        let figures = organisations.flat_map(|organisation| of_organisation(inputs, told, organisation, rounding));
        Self::written(Document {
            edition: edition.to_owned(),
            counted_in: counted_in.to_owned(),
            quarter: quarter.to_string(),
            days: [quarter.first_day(), quarter.last_day()].map(|day| day.to_string()),
            population: POPULATION.to_owned(),
            licence: "Open Government Licence - Canada 2.0".to_owned(),
            code_version: code_version.to_owned(),
            method_version: METHOD_VERSION,
            inputs_hmac: told.inputs_hmac.clone(),
            figures: figures.collect(),
        })
    }

    /// The same numbers, as a part of a correction.
    pub(in crate::results::editions) fn carried(document: &Document, edition: &str) -> Result<Self, serde_json::Error> {
        Self::written(Document { edition: edition.to_owned(), ..document.clone() })
    }

    fn written(document: Document) -> Result<Self, serde_json::Error> {
        let (json, csv) = (bytes(&document)?, csv_file::of(&document.figures));
        Ok(Self { document, json, csv })
    }
}

impl Document {
    /// Whether its numbers come from the inputs of its own edition.
    pub(in crate::results::editions) fn is_counted_here(&self) -> bool {
        self.edition == self.counted_in
    }

    /// The bands of the ladder that it tells of an organisation's services.
    pub(in crate::results::editions) fn bands(&self, organisation: &str) -> Vec<(&str, Band)> {
        let own = self.figures.iter().filter(|figure| figure.organisation == organisation);
        let told = own.filter(|figure| figure.is(Method::LADDER) && figure.value.is_some());
        told.filter_map(|figure| Some((figure.service.as_str(), figure.group.as_ref()?.parse().ok()?))).collect()
    }

    /// The services of an organisation of which it tells trust by how satisfied people are.
    pub(in crate::results::editions) fn with_trust(&self, organisation: &str) -> BTreeSet<&str> {
        let own = self.figures.iter().filter(|figure| figure.organisation == organisation);
        let told = own.filter(|figure| figure.is(Method::TRUST) && figure.value.is_some());
        told.map(|figure| figure.service.as_str()).collect()
    }

    /// How many numbers it tells, and how many it does not.
    pub(in crate::results::editions) fn told(&self) -> (usize, usize) {
        let told = self.figures.iter().filter(|figure| figure.value.is_some()).count();
        (told, self.figures.len() - told)
    }
}

/// The figures of an organisation's services, in their order.
fn of_organisation(
    inputs: &Inputs,
    told: &editions::Document,
    organisation: &str,
    rounding: Rounding<'_>,
) -> Vec<Figure> {
    let mut services: BTreeMap<&str, Vec<Cards<'_>>> = BTreeMap::new();
    for cards in inputs.cards(organisation) {
        services.entry(cards.service).or_default().push(cards);
    }
    let cells = cells(inputs, organisation, Item::Overall, rounding);
    let shown = told.shown(organisation, Item::Overall.as_str());
    let people = people(&[inputs], organisation, Item::Overall);
    let period = rounding.quarter.to_string();
    let of_service = |(service, cards): (&str, Vec<Cards<'_>>)| {
        let is_own = |cut: &Cut| cut.service.as_deref() == Some(service);
        let known = shown
            .iter()
            .filter(|cut| is_own(cut))
            .filter_map(|cut| Some(Released { definition: definition(cut, ONLY), cell: *cells.get(cut)? }));
        let own = people.iter().filter(|(cut, _)| is_own(cut));
        let people: Vec<Group> = own.map(|(_, group)| group.clone()).collect();
        let of = Of { service, cards: &cards, rounding, known: known.collect(), people };
        figures(&of, told, &Figure::bare(organisation, service, &period))
    };
    services.into_iter().flat_map(of_service).collect()
}

/// The figures of a service.
fn figures(of: &Of<'_>, told: &editions::Document, bare: &Figure) -> Vec<Figure> {
    let mut patterns = Patterns::default();
    of.cards.iter().for_each(|cards| patterns.add(cards.answers, cards.n));
    let importance = importance(of, &patterns, bare);
    let priority = priority(told, of.service, &importance, bare);
    let mut figures = ladder::ladder(of, bare);
    let bands = ladder::told(of, &figures);
    figures.extend(importance);
    figures.extend(priority);
    figures.extend(index(of, &patterns, bare));
    figures.extend(achieved(of, bare));
    figures.extend(trust(of, &bands, bare));
    figures
}
