//! The part of an edition about complaints, as it is published, and how it is made from its inputs: the same inputs give the same
//! bytes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::by_organisation::{CELL, received};
use super::figure::{ALL, Figure};
use super::numbers::Numbers;
use super::withhold::{Told, told};
use super::{Cell, Inputs, csv_file};
use crate::results::editions::{Quarter, bytes};
use crate::results::measures::Method;
use crate::secrets::Secrets;

/// Raised by one when the same inputs would give other numbers, or the same numbers under other names.
const METHOD_VERSION: u16 = 2;

/// The version of before, which told of the whole office alone: its inputs do not name the organisations.
const OF_THE_OFFICE: u16 = 1;

/// The part of an edition. Its fields stand in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The edition: `2026-Q3.1`.
    pub edition: String,
    /// The quarter.
    pub quarter: String,
    /// The first and the last day.
    pub days: [String; 2],
    /// What was counted.
    pub population: String,
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

/// The part, with the bytes that are published and those of what it was made from.
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

/// Of which edition it is a part, and by which program it is made.
pub struct Imprint<'a> {
    /// The edition.
    pub edition: &'a str,
    /// Its quarter.
    pub quarter: Quarter,
    /// The program.
    pub code_version: &'a str,
}

impl Built {
    /// Makes the part of an edition.
    pub fn of(inputs: &Inputs, imprint: &Imprint<'_>, secrets: &Secrets) -> Result<Self, serde_json::Error> {
        let Imprint { edition, quarter, code_version } = *imprint;
        let figures = figures(inputs, quarter, secrets)?;
        let method_version = if inputs.by_organisation().is_some() { METHOD_VERSION } else { OF_THE_OFFICE };
        let inputs = bytes(inputs)?;
        let document = Document {
            edition: edition.to_owned(),
            quarter: quarter.to_string(),
            days: [quarter.first_day(), quarter.last_day()].map(|day| day.to_string()),
            population: "complaints".to_owned(),
            licence: "Open Government Licence - Canada 2.0".to_owned(),
            code_version: code_version.to_owned(),
            method_version,
            inputs_hmac: secrets.mark_of_inputs(&inputs),
            figures,
        };
        let (json, csv) = (bytes(&document)?, csv_file::of(&document));
        Ok(Self { document, inputs, json, csv })
    }

    /// How many numbers it tells, and how many it does not.
    #[must_use]
    pub fn told(&self) -> (usize, usize) {
        let told = self.document.figures.iter().filter(|figure| figure.is_told()).count();
        (told, self.document.figures.len() - told)
    }
}

impl Document {
    /// The cells whose count, of the whole office, has this status.
    pub(super) fn untold(&self, status: &'static str) -> impl Iterator<Item = Cell> {
        let counts =
            self.figures.iter().filter(|figure| figure.is_about(ALL) && figure.method_id == Method::COMPLAINTS.id);
        counts.filter(move |figure| figure.status == status).map(|figure| figure.cell)
    }

    /// The cells whose count is not told of every organisation, each once.
    pub(super) fn untold_of_organisations(&self) -> BTreeSet<Cell> {
        let counts =
            self.figures.iter().filter(|figure| !figure.is_about(ALL) && figure.method_id == Method::COMPLAINTS.id);
        counts.filter(|figure| !figure.is_told()).map(|figure| figure.cell).collect()
    }
}

/// Every number: of the whole office, then, where they were counted so, one of each organisation.
fn figures(inputs: &Inputs, quarter: Quarter, secrets: &Secrets) -> Result<Vec<Figure>, serde_json::Error> {
    let all = inputs.all();
    let told = told(&Numbers::of(&all, quarter, secrets.rounding())?);
    let of_office = Figure::all(&told, &all);
    let Some(organisations) = inputs.by_organisation() else { return Ok(of_office) };
    let office = told.get(&CELL).copied().unwrap_or(Told::Withheld);
    let of_organisations = organisations.iter().map(|(name, n)| Figure::received(received(office, *n)).about(name));
    Ok(of_office.into_iter().map(|figure| figure.about(ALL)).chain(of_organisations).collect())
}
