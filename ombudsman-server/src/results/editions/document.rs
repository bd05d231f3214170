//! An edition as it is published, and how it is made from its inputs: the same inputs give the same bytes.

use std::collections::BTreeMap;

use feedback::Language;
use serde::{Deserialize, Serialize};

use super::counted::people;
use super::cube::{ITEMS, Rounding, cells};
use super::cut::Cut;
use super::figure::Figure;
use super::inputs::{Inputs, Names};
use super::withhold::{Why, withheld};
use super::{Quarter, csv_file};
use crate::registry::ServiceKind;
use crate::results::disclosure::Shown;
use crate::results::store::POPULATION;
use crate::secrets::Secrets;

/// Raised by one when the same inputs would give other numbers, or the same numbers under other names.
const METHOD_VERSION: u16 = 2;

/// Why an edition corrects the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

impl Reason {
    /// It in French, or else in English.
    #[must_use]
    pub fn in_language(&self, language: feedback::Language) -> &str {
        if language == feedback::Language::French { &self.fr } else { &self.en }
    }
}

/// An edition. Its fields stand in this order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The quarter and the number: `2026-Q3.1`.
    pub edition: String,
    /// The quarter.
    pub quarter: String,
    /// Which edition of the quarter it is, from 1.
    pub number: u32,
    /// Why it corrects the one before it.
    pub reason: Option<Reason>,
    /// The first and the last day.
    pub days: [String; 2],
    /// Who was asked.
    pub population: String,
    /// How several services are added up.
    pub aggregation: String,
    /// Under which licence it may be used.
    pub licence: String,
    /// The program that made it.
    pub code_version: String,
    /// The version of the rules as a whole.
    pub method_version: u16,
    /// What binds it to its inputs, under a key of the office: nobody outside can test a guess at them.
    pub inputs_hmac: String,
    /// The services that somebody rated, by their names in addresses.
    pub services: BTreeMap<String, Names>,
    /// What kind each of them is, where the register said so; it has no such field where that is said of none, as before kinds.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kinds: BTreeMap<String, ServiceKind>,
    /// Every number, in a fixed order.
    pub figures: Vec<Figure>,
}

/// A cell that is withheld, for staff to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// The organisation.
    pub organisation: String,
    /// The service, unless it is all of them.
    pub service: Option<String>,
    /// The channel, unless it is all of them.
    pub channel: Option<String>,
    /// The language, unless it is all of them.
    pub language: Option<String>,
    /// What was rated.
    pub item: String,
    /// Why.
    pub why: Why,
}

/// An edition that was made, with the bytes that are published.
pub struct Built {
    /// It.
    pub document: Document,
    /// What it withholds.
    pub withheld: Vec<Withheld>,
    /// Its JSON.
    pub json: Vec<u8>,
    /// Its numbers as CSV.
    pub csv: Vec<u8>,
}

/// Which edition is made, and by which program.
pub(super) struct Imprint<'a> {
    pub quarter: Quarter,
    pub number: u32,
    pub reason: Option<Reason>,
    pub code_version: &'a str,
}

impl Built {
    /// Makes an edition.
    pub(super) fn of(inputs: &Inputs, imprint: Imprint<'_>, secrets: &Secrets) -> Result<Self, serde_json::Error> {
        let Imprint { quarter, number, reason, code_version } = imprint;
        let rounding = Rounding { secret: secrets.rounding(), quarter };
        let (mut figures, mut hidden) = (Vec::new(), Vec::new());
        for organisation in inputs.organisations() {
            for item in ITEMS {
                let cells = cells(inputs, organisation, item, rounding);
                let withheld = withheld(&cells, &people(&[inputs], organisation, item));
                for (cut, cell) in &cells {
                    let shown = Shown::of(cell).filter(|_| !withheld.contains_key(cut));
                    let period = quarter.to_string();
                    figures.extend(Figure::of_cell(organisation, cut, item.as_str(), &period, shown.as_ref()));
                }
                let told = |(cut, why)| Withheld::of(organisation, cut, item.as_str(), why);
                hidden.extend(withheld.into_iter().map(told));
            }
        }
        let names = |(slug, service): (&String, &super::inputs::OfService)| (slug.clone(), service.names.clone());
        let kind = |(slug, service): (&String, &super::inputs::OfService)| Some((slug.clone(), service.kind?));
        let document = Document {
            edition: format!("{quarter}.{number}"),
            quarter: quarter.to_string(),
            number,
            reason,
            days: [quarter.first_day(), quarter.last_day()].map(|day| day.to_string()),
            population: POPULATION.to_owned(),
            aggregation: "experience".to_owned(),
            licence: "Open Government Licence - Canada 2.0".to_owned(),
            code_version: code_version.to_owned(),
            method_version: METHOD_VERSION,
            inputs_hmac: secrets.mark_of_inputs(&bytes(inputs)?),
            services: inputs.0.iter().map(names).collect(),
            kinds: inputs.0.iter().filter_map(kind).collect(),
            figures,
        };
        let (json, csv) = (bytes(&document)?, csv_file::of(&document.figures));
        Ok(Self { document, withheld: hidden, json, csv })
    }
}

impl Withheld {
    fn of(organisation: &str, cut: Cut, item: &str, why: Why) -> Self {
        let Cut { service, channel, language } = cut;
        Self { organisation: organisation.to_owned(), service, channel, language, item: item.to_owned(), why }
    }
}

impl Document {
    /// What people call an organisation.
    #[must_use]
    pub fn organisation_name(&self, organisation: &str, language: Language) -> &str {
        let mut own = self.figures.iter().filter(|figure| figure.organisation == organisation);
        let names = own.find_map(|figure| self.services.get(&figure.service));
        names.map_or("", |names| names.organisation_name(language))
    }

    /// The cells of an organisation that it shows, for an item.
    pub(super) fn shown(&self, organisation: &str, item: &str) -> Vec<Cut> {
        let of = |figure: &&Figure| figure.organisation == organisation && figure.item == item;
        let scores = self.figures.iter().filter(of).filter(|figure| figure.is_score() && !figure.is_suppressed());
        scores.map(Figure::cut).collect()
    }
}

/// The JSON of something whose order is fixed, in one line.
pub(in crate::results) fn bytes(value: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}
