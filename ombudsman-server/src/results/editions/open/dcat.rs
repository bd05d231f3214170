//! `dcat.jsonld`: an edition as a dataset of DCAT 3, and all of them as a catalogue, for the portals that gather such records.

use serde_json::{Value, json};

use super::files::{self, File};
use super::{LICENCE, Office, in_both, published, title};
use crate::results::editions::Edition;

pub(super) const MEDIA_TYPE: &str = "application/ld+json";

/// One edition.
pub(super) fn record(office: Office<'_>, edition: &Edition) -> Value {
    with_context(dataset(office, edition))
}

/// Every edition.
pub(super) fn catalogue(office: Office<'_>, public: &[Edition]) -> Value {
    let datasets: Vec<Value> = public.iter().map(|edition| dataset(office, edition)).collect();
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
    let day = |day: jiff::civil::Date| typed("xsd:date", &day.to_string());
    let mut dataset = json!({
        "@id": of(server, id),
        "@type": "dcat:Dataset",
        "dct:identifier": id,
        "dct:title": tagged(in_both(|words| title(edition, words))),
        "dct:description": tagged(in_both(|words| office.what(words))),
        "dct:issued": typed("xsd:dateTime", &published(edition)),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": day(quarter.first_day()),
            "dcat:endDate": day(quarter.last_day()),
        },
        "dct:publisher": publisher(server),
        "dct:license": { "@id": LICENCE },
        "dct:language": languages(),
        "dcat:version": edition.number.to_string(),
        "dcat:landingPage": { "@id": format!("{server}/results/editions/{id}") },
        "dcat:distribution": files::all(edition).iter().map(|file| distribution(server, id, file)).collect::<Vec<_>>(),
    });
    if edition.number > 1 {
        let before = format!("{quarter}.{}", edition.number - 1);
        dataset["dcat:previousVersion"] = json!({ "@id": of(server, &before) });
    }
    if let Some(reason) = &edition.reason {
        dataset["adms:versionNotes"] = tagged([reason.en.clone(), reason.fr.clone()]);
    }
    dataset
}

/// What an edition is called by programs: an address that tells of it.
fn of(server: &str, id: &str) -> String {
    format!("{server}/data/{id}/dcat.jsonld#dataset")
}

fn distribution(server: &str, edition: &str, file: &File<'_>) -> Value {
    let address = format!("{server}/data/{edition}/{}", file.name);
    json!({
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": said(file.title),
        "dcat:accessURL": { "@id": address },
        "dcat:downloadURL": { "@id": address },
        "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{}", file.media_type()) },
        "dcat:byteSize": typed("xsd:nonNegativeInteger", &file.size.to_string()),
        "dct:license": { "@id": LICENCE },
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
            "spdx:checksumValue": typed("xsd:hexBinary", file.sha256),
        },
    })
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
