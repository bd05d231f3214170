//! What programs need to use an import: its columns, schema, Data Package and DCAT record. All of it is made from the record of the
//! import, and tells nothing more.

use serde_json::{Value, json};

use super::{Import, store};
use crate::house::House;
use crate::http::{Failure, Reply};
use crate::registry::standards::{Channel, Kind, Outcome};
use crate::results::editions::open::columns::{Column, Holds, another};
use crate::results::editions::open::dcat::{Dataset, Distribution, MEDIA_TYPE};
use crate::results::editions::open::package::{Package, Resource, table, whole};
use crate::results::editions::open::schema::{self, day, hash, in_each_language, line, object, text, version};
use crate::results::editions::open::{Office, document, in_both};

/// How the folders of imports begin, under `/data`.
pub(in crate::results) const FOLDER: &str = "standards-";

const KINDS: [&str; 4] =
    [Kind::Access.as_str(), Kind::Accuracy.as_str(), Kind::Timeliness.as_str(), Kind::Other.as_str()];
const CHANNELS: [&str; 7] = [
    Channel::Email.as_str(),
    Channel::Fax.as_str(),
    Channel::InPerson.as_str(),
    Channel::Online.as_str(),
    Channel::Other.as_str(),
    Channel::Phone.as_str(),
    Channel::Post.as_str(),
];
const OUTCOMES: [&str; 5] = [
    Outcome::Met.as_str(),
    Outcome::NotMet.as_str(),
    Outcome::NoTarget.as_str(),
    Outcome::NoVolume.as_str(),
    Outcome::NotReported.as_str(),
];

/// The columns of `standards.csv`, which are also the fields of a standard in `standards.json`. What each means is in the words
/// (`column-standards-…`).
pub(super) const COLUMNS: [Column; 15] = [
    another("organisation", "standards-organisation", Holds::Text),
    another("service", "standards-service", Holds::Text),
    another("fiscal_year", "standards-fiscal_year", Holds::Text),
    another("standard", "standards-standard", Holds::Text),
    another("type", "standards-type", Holds::OneOf(&KINDS)),
    another("channel", "standards-channel", Holds::OneOf(&CHANNELS)),
    another("text_en", "standards-text_en", Holds::Text),
    another("text_fr", "standards-text_fr", Holds::Text),
    another("status", "standards-status", Holds::OneOf(&OUTCOMES)),
    another("target", "standards-target", Holds::ShareOrNothing),
    another("volume", "standards-volume", Holds::WholeOrNothing(0, None)),
    another("met", "standards-met", Holds::WholeOrNothing(0, None)),
    another("performance", "standards-performance", Holds::ShareOrNothing),
    another("results_en", "standards-results_en", Holds::AddressOrNothing),
    another("results_fr", "standards-results_fr", Holds::AddressOrNothing),
];

/// A file that describes an import; nothing where it has no such file.
pub(super) fn description(house: &House, import: &Import, name: &str) -> Option<Result<Reply, Failure>> {
    let office = Office::of(house);
    let (media_type, value) = match name {
        "standards.schema.json" => (schema::MEDIA_TYPE, described(office, import)),
        "datapackage.json" => ("application/json", package(office, import)),
        "dcat.jsonld" => (MEDIA_TYPE, dataset(office, import).document(office.server)),
        _ => return None,
    };
    Some(document(media_type, &value))
}

/// Every import that is public, for the catalogue.
pub(in crate::results) async fn datasets(house: &House) -> Result<Vec<Value>, Failure> {
    let public = store::public(&house.db).await.map_err(Failure::unavailable)?;
    let office = Office::of(house);
    Ok(public.iter().map(|import| dataset(office, import).node(office.server)).collect())
}

fn folder(import: &Import) -> String {
    format!("{FOLDER}{}", import.id())
}

fn title(import: &Import) -> [String; 2] {
    in_both(|words| words.with("standards-open-title", "year", import.year.to_string()))
}

fn what(office: Office<'_>) -> [String; 2] {
    in_both(|words| office.described(words.text("standards-open-what"), words))
}

/// The page for people: that of the year.
fn page(office: Office<'_>, import: &Import) -> String {
    format!("{}/results/standards?year={}", office.server, import.year)
}

fn published(import: &Import) -> String {
    let at = import.published.as_ref().map_or(import.imported_at, |(_, at)| *at);
    jiff::Timestamp::from_millisecond(at).unwrap_or_default().to_string()
}

fn dataset(office: Office<'_>, import: &Import) -> Dataset {
    let folder = folder(import);
    let [json, csv] = import.seals();
    let file = |name: &str, media_type, title, (sha256, size): (&str, i64), schema: Option<&str>| Distribution {
        address: format!("{}/data/{folder}/{name}", office.server),
        media_type,
        title,
        sha256: sha256.to_owned(),
        size,
        conforms_to: schema.map(|schema| format!("{}/data/{folder}/{schema}", office.server)),
    };
    Dataset {
        title: title(import),
        what: what(office),
        issued: published(import),
        days: [import.year.first_day(), import.year.last_day()],
        number: import.number,
        page: page(office, import),
        files: vec![
            file("standards.csv", "text/csv", "standards-open-csv", csv, None),
            file("standards.json", "application/json", "standards-open-json", json, Some("standards.schema.json")),
        ],
        before: (import.number > 1).then(|| format!("{FOLDER}{}", super::name(import.year, import.number - 1))),
        reason: import.reason.as_ref().map(|reason| [reason.en.clone(), reason.fr.clone()]),
        folder,
    }
}

fn package(office: Office<'_>, import: &Import) -> Value {
    let [json, csv] = import.seals();
    Package {
        name: folder(import),
        page: page(office, import),
        title: title(import),
        what: what(office),
        number: import.number,
        created: published(import),
        resources: vec![
            table(&COLUMNS, &Resource::new("standards", "standards.csv", "standards-open-csv", csv)),
            whole(
                Some("standards.schema.json"),
                &Resource::new("import", "standards.json", "standards-open-json", json),
            ),
        ],
    }
    .document()
}

fn described(office: Office<'_>, import: &Import) -> Value {
    let [name, _] = title(import);
    let names = ["en", "fr", "organisation_en", "organisation_fr"].map(|name| (name, text()));
    let fields = [
        ("import", json!({ "type": "string", "pattern": "^\\d{4}-\\d{4}\\.[1-9]\\d*$" })),
        ("fiscal_year", json!({ "type": "string", "pattern": "^\\d{4}-\\d{4}$" })),
        ("number", version()),
        ("reason", json!({ "oneOf": [{ "type": "null" }, in_each_language()] })),
        ("days", json!({ "type": "array", "items": day(), "minItems": 2, "maxItems": 2 })),
        ("source", object(&[("name", text()), ("sha256", hash())])),
        ("licence", text()),
        ("code_version", text()),
        ("method_version", version()),
        ("services", json!({ "type": "object", "additionalProperties": object(&names) })),
        ("standards", json!({ "type": "array", "items": line(&COLUMNS) })),
    ];
    schema::schema(&fields, &format!("{}/data/{}/standards.schema.json", office.server, folder(import)), name)
}
