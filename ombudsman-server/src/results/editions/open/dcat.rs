//! `dcat.jsonld`: an edition as a dataset of DCAT 3, and all of them as a catalogue, for the portals that gather such records.

use serde_json::{Value, json};

use super::files::{self, File};
use super::{LICENCE, Office, in_both, published, title};
use crate::results::editions::Edition;

/// What such a file is.
pub(in crate::results) const MEDIA_TYPE: &str = "application/ld+json";

/// One edition.
pub(super) fn record(office: Office<'_>, edition: &Edition) -> Value {
    with_context(dataset(office, edition))
}

/// Every edition, and what else is published.
pub(super) fn catalogue(office: Office<'_>, public: &[Edition], others: Vec<Value>) -> Value {
    let datasets: Vec<Value> = public.iter().map(|edition| dataset(office, edition)).chain(others).collect();
    let server = office.server;
    with_context(json!({
        "@id": format!("{server}/data/dcat.jsonld"),
        "@type": "dcat:Catalog",
        "dct:title": said("editions-title"),
        "dct:description": said("editions-intro"),
        "dct:publisher": publisher(server),
        "dct:license": { "@id": LICENCE },
        "dct:language": languages(),
        "foaf:homepage": { "@id": format!("{server}/results/editions") },
        "dcat:dataset": datasets,
    }))
}

fn with_context(mut node: Value) -> Value {
    node["@context"] = json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "adms": "http://www.w3.org/ns/adms#",
        "spdx": "http://spdx.org/rdf/terms#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    });
    node
}

fn dataset(office: Office<'_>, edition: &Edition) -> Value {
    let (server, id, quarter) = (office.server, &edition.id, edition.quarter);
    let file = |file: &File<'_>| Distribution {
        address: format!("{server}/data/{id}/{}", file.name),
        media_type: file.media_type(),
        title: file.title,
        sha256: file.sha256.to_owned(),
        size: file.size,
        conforms_to: file.schema.map(|schema| format!("{server}/data/{id}/{schema}")),
    };
    Dataset {
        folder: id.clone(),
        title: in_both(|words| title(edition, words)),
        what: in_both(|words| office.what(words)),
        issued: published(edition),
        days: [quarter.first_day(), quarter.last_day()],
        number: edition.number,
        page: format!("{server}/results/editions/{id}"),
        files: files::all(edition).iter().map(file).collect(),
        before: (edition.number > 1).then(|| format!("{quarter}.{}", edition.number - 1)),
        reason: edition.reason.as_ref().map(|reason| [reason.en.clone(), reason.fr.clone()]),
    }
    .node(server)
}

/// Something that is published once and never changes, as a dataset.
pub(in crate::results) struct Dataset {
    /// What its folder under `/data` is called.
    pub folder: String,
    /// What it is called and what it is, in English and in French.
    pub title: [String; 2],
    pub what: [String; 2],
    /// From when on it is public, as programs write it.
    pub issued: String,
    /// The first and the last day that it tells of.
    pub days: [jiff::civil::Date; 2],
    /// Which of its kind it is, from 1.
    pub number: i64,
    /// The page for people.
    pub page: String,
    pub files: Vec<Distribution>,
    /// The folder of the one that it corrects, and why it does.
    pub before: Option<String>,
    pub reason: Option<[String; 2]>,
}

/// A file of a dataset.
pub(in crate::results) struct Distribution {
    pub address: String,
    pub media_type: &'static str,
    /// The words' id of what it is.
    pub title: &'static str,
    pub sha256: String,
    /// In bytes.
    pub size: i64,
    /// Where the schema is that it keeps to.
    pub conforms_to: Option<String>,
}

impl Dataset {
    /// It, as a part of a catalogue of the office at this address.
    pub(in crate::results) fn node(self, server: &str) -> Value {
        let [first, last] = self.days.map(|day| typed("xsd:date", &day.to_string()));
        let mut dataset = json!({
            "@id": of(server, &self.folder),
            "@type": "dcat:Dataset",
            "dct:identifier": self.folder,
            "dct:title": tagged(self.title),
            "dct:description": tagged(self.what),
            "dct:issued": typed("xsd:dateTime", &self.issued),
            "dct:temporal": { "@type": "dct:PeriodOfTime", "dcat:startDate": first, "dcat:endDate": last },
            "dct:publisher": publisher(server),
            "dct:license": { "@id": LICENCE },
            "dct:language": languages(),
            "dcat:version": self.number.to_string(),
            "dcat:landingPage": { "@id": self.page },
            "dcat:distribution": self.files.into_iter().map(Distribution::node).collect::<Vec<_>>(),
        });
        if let Some(before) = self.before {
            dataset["dcat:previousVersion"] = json!({ "@id": of(server, &before) });
        }
        if let Some(reason) = self.reason {
            dataset["adms:versionNotes"] = tagged(reason);
        }
        dataset
    }

    /// It alone, as a document.
    pub(in crate::results) fn document(self, server: &str) -> Value {
        with_context(self.node(server))
    }
}

impl Distribution {
    fn node(self) -> Value {
        let mut file = json!({
            "@id": self.address,
            "@type": "dcat:Distribution",
            "dct:title": tagged(in_both(|words| words.text(self.title))),
            "dcat:accessURL": { "@id": self.address },
            "dcat:downloadURL": { "@id": self.address },
            "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{}", self.media_type) },
            "dcat:byteSize": typed("xsd:nonNegativeInteger", &self.size.to_string()),
            "dct:license": { "@id": LICENCE },
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
                "spdx:checksumValue": typed("xsd:hexBinary", &self.sha256),
            },
        });
        if let Some(schema) = self.conforms_to {
            file["dct:conformsTo"] = json!({ "@id": schema });
        }
        file
    }
}

/// What a dataset is called by programs: an address that tells of it.
fn of(server: &str, folder: &str) -> String {
    format!("{server}/data/{folder}/dcat.jsonld#dataset")
}

fn publisher(server: &str) -> Value {
    json!({ "@id": format!("{server}/"), "@type": "foaf:Organization", "foaf:name": said("office") })
}

fn languages() -> Value {
    json!(["en", "fr"].map(|language| json!({ "@id": format!("http://id.loc.gov/vocabulary/iso639-1/{language}") })))
}

fn said(id: &'static str) -> Value {
    tagged(in_both(|words| words.text(id)))
}

fn tagged([english, french]: [String; 2]) -> Value {
    json!([{ "@language": "en", "@value": english }, { "@language": "fr", "@value": french }])
}

fn typed(kind: &str, value: &str) -> Value {
    json!({ "@type": kind, "@value": value })
}
