//! A survey as it is published, and how it is made from its inputs: the same inputs give the same bytes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::about::Both;
use super::figure::Figure;
use super::inputs::{Corrects, Counts, Inputs, Service};
use super::keys::Keys;
use super::{About, Kind, csv_file, told, units};
use crate::results::editions::bytes;
use crate::secrets::Secrets;

/// Raised by one when the same inputs would give other numbers, or the same numbers under other names.
const METHOD_VERSION: u16 = 1;

/// A survey. Its fields stand in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its name.
    pub survey: String,
    /// What kind of population answered: never the cards'.
    pub population: Kind,
    /// How it was done.
    pub about: About,
    /// The services that it is about, by their names in addresses.
    pub services: BTreeMap<String, Service>,
    /// The units that it is about, by their names in data.
    pub units: BTreeMap<String, Both>,
    /// The edition against which engagement is held.
    pub against: Option<String>,
    /// What it corrects, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<Corrects>,
    /// Under which licence it may be used.
    pub licence: String,
    /// The program that made it.
    pub code_version: String,
    /// The version of the rules as a whole.
    pub method_version: u16,
    /// What binds it to its inputs, under a key of the office: nobody outside can test a guess at them.
    pub inputs_hmac: String,
    /// Every number, in a fixed order.
    pub figures: Vec<Figure>,
}

/// A survey, with the bytes that are published and those of what it was made from.
pub struct Built {
    /// It.
    pub document: Document,
    /// Its inputs.
    pub inputs: Vec<u8>,
    /// Its JSON.
    pub json: Vec<u8>,
    /// Its numbers as CSV.
    pub csv: Vec<u8>,
}

impl Built {
    /// Makes a survey.
    pub fn of(inputs: &Inputs, code_version: &str, secrets: &Secrets) -> Result<Self, serde_json::Error> {
        let about = &inputs.about;
        let first = inputs.corrects.as_ref().map_or(&about.name, |corrects| &corrects.first);
        let keys = Keys { secret: secrets.rounding(), survey: first };
        let bytes_of_inputs = bytes(inputs)?;
        let document = Document {
            survey: about.name.clone(),
            population: about.kind,
            about: about.clone(),
            services: inputs.services.clone(),
            units: names(&inputs.counts),
            against: inputs.against.as_ref().map(|against| against.edition.clone()),
            corrects: inputs.corrects.clone(),
            licence: "Open Government Licence - Canada 2.0".to_owned(),
            code_version: code_version.to_owned(),
            method_version: METHOD_VERSION,
            inputs_hmac: secrets.mark_of_inputs(&bytes_of_inputs),
            figures: figures(inputs, &keys),
        };
        let (json, csv) = (bytes(&document)?, csv_file::of(&document));
        Ok(Self { document, inputs: bytes_of_inputs, json, csv })
    }

    /// How many numbers it tells, and how many it does not.
    #[must_use]
    pub fn told(&self) -> (usize, usize) {
        let told = self.document.figures.iter().filter(|figure| figure.is_told()).count();
        (told, self.document.figures.len() - told)
    }
}

fn figures(inputs: &Inputs, keys: &Keys<'_>) -> Vec<Figure> {
    let about = &inputs.about;
    let services = about.services.iter();
    match (&inputs.counts, &inputs.against) {
        (Counts::Ratings(found), _) => {
            let of = |service: &super::about::OfService| found.get(&service.slug).cloned().unwrap_or_default();
            services.flat_map(|service| told::figures(about.kind, service, &of(service), keys)).collect()
        }
        (Counts::Visits(found), _) => {
            let of = |slug: &String| found.get(slug).cloned().unwrap_or_default();
            services.flat_map(|service| of(&service.slug).figures(about, &service.slug, keys)).collect()
        }
        (Counts::Units(found), Some(against)) => units::figures(found, against, keys),
        (Counts::Units(_), None) => Vec::new(),
    }
}

fn names(counts: &Counts) -> BTreeMap<String, Both> {
    let Counts::Units(units) = counts else { return BTreeMap::new() };
    units.iter().map(|unit| (unit.name.clone(), Both { en: unit.en.clone(), fr: unit.fr.clone() })).collect()
}
