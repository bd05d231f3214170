//! What programs need to use a survey: its columns, schema, Data Package and DCAT record, and what a feed says of it. All of it is made
//! from the record of the survey, and tells nothing more.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{Kind, Measure, Mode, RangeKind, Survey, store};
use crate::house::House;
use crate::http::{Failure, Reply, Visit};
use crate::results::editions::open::columns::{Column, Holds, another, column};
use crate::results::editions::open::dcat::{self, Dataset, Distribution};
use crate::results::editions::open::feed::Entry;
use crate::results::editions::open::package::{Package, Resource, table, whole};
use crate::results::editions::open::schema::{self, day, hash, in_each_language, line, object, text, version};
use crate::results::editions::open::{Office, document, in_both};

/// What the schema of a survey's JSON is called.
const SCHEMA: &str = "survey.schema.json";

const KINDS: [&str; 5] = [
    Kind::Probability.as_str(),
    Kind::Panel.as_str(),
    Kind::MysteryShopping.as_str(),
    Kind::Employees.as_str(),
    Kind::Engagement.as_str(),
];
const MODES: [&str; 5] =
    [Mode::Phone.as_str(), Mode::Online.as_str(), Mode::Mail.as_str(), Mode::InPerson.as_str(), Mode::Mixed.as_str()];
const RANGES: [&str; 2] = [RangeKind::Confidence.as_str(), RangeKind::IfDrawn.as_str()];
const UNITS: [&str; 7] = ["answers", "people", "percent", "points", "hundredths", "ten-thousandths", "step"];
const STATUSES: [&str; 8] =
    ["published", "at-most", "at-least", "over-95-percent", "below-30", "below-8", "not-weighted", "suppressed"];

/// The columns of `survey.csv`; but for the first four they are also the fields of a number in `survey.json`.
pub(super) const COLUMNS: [Column; 19] = [
    another("survey", "populations-survey", Holds::Text),
    another("population", "populations-population", Holds::OneOf(&KINDS)),
    another("first_day", "populations-first_day", Holds::Text),
    another("last_day", "populations-last_day", Holds::Text),
    another("service", "populations-service", Holds::Text),
    another("channel", "populations-channel", Holds::Text),
    another("language", "populations-language", Holds::Text),
    another("item", "populations-item", Holds::Text),
    column("method_id", Holds::OneOf(Measure::NAMES)),
    column("method_version", Holds::Whole(1, None)),
    another("unit", "populations-unit", Holds::OneOf(&UNITS)),
    column("rating", Holds::WholeOrNothing(1, Some(5))),
    column("tier", Holds::OneOf(&["T0", "T1", "T2", "T3"])),
    column("status", Holds::OneOf(&STATUSES)),
    another("n", "populations-n", Holds::WholeOrNothing(0, None)),
    column("value", Holds::AnyWholeOrNothing),
    another("low", "populations-low", Holds::AnyWholeOrNothing),
    another("high", "populations-high", Holds::AnyWholeOrNothing),
    another("range", "populations-range", Holds::OneOfOrNothing(&RANGES)),
];

/// How many of the columns stand above the numbers in the JSON.
const ABOVE: usize = 4;

/// A file that describes a survey; nothing where it has no such file.
pub(super) fn description(house: &House, survey: &Survey, name: &str) -> Option<Result<Reply, Failure>> {
    let office = Office::of(house);
    let (media_type, value) = match name {
        SCHEMA => (schema::MEDIA_TYPE, described(office, survey)),
        "datapackage.json" => ("application/json", package(office, survey)),
        "dcat.jsonld" => (dcat::MEDIA_TYPE, dataset(office, survey).document(office.server)),
        _ => return None,
    };
    Some(document(media_type, &value))
}

/// Every survey that is public, for the catalogue.
pub(in crate::results) async fn datasets(house: &House) -> Result<Vec<Value>, Failure> {
    let public = store::public(&house.db).await.map_err(Failure::unavailable)?;
    let office = Office::of(house);
    let there = public.iter().filter(|survey| survey.withdrawn().is_none());
    Ok(there.map(|survey| dataset(office, survey).node(office.server)).collect())
}

/// What a feed says of the surveys: of those that correct one another, of the newest that stands; of each that was withdrawn, that it was.
pub(in crate::results) async fn entries(house: &House, visit: &Visit) -> Result<Vec<Entry>, Failure> {
    let public = store::public(&house.db).await.map_err(Failure::unavailable)?;
    let listed = public.iter().filter(|survey| survey.is_listed());
    Ok(listed.map(|survey| entry(Office::of(house), visit, survey)).collect())
}

fn entry(office: Office<'_>, visit: &Visit, survey: &Survey) -> Entry {
    let (words, published) = (visit.words(), published_at(survey));
    let [json, csv] = survey.sizes;
    let mut entry = Entry {
        page: format!("/results/populations/{}", survey.name),
        folder: format!("/data/{}", folder(&survey.name)),
        title: survey.title_in(visit.official).to_owned(),
        published,
        updated: published,
        summary: survey.note_in(visit).unwrap_or_else(|| office.described(words.text("populations-open-what"), words)),
        files: vec![("survey.csv", "text/csv", csv), ("survey.json", "application/json", json)],
    };
    if let Some((_, at)) = survey.withdrawn() {
        entry.updated = Timestamp::from_millisecond(at).unwrap_or_default();
        entry.files = Vec::new();
    }
    entry
}

/// The folder of the survey of this name, under `/data`.
fn folder(name: &str) -> String {
    format!("populations/{name}")
}

fn title(survey: &Survey) -> [String; 2] {
    [survey.title.en.clone(), survey.title.fr.clone()]
}

fn what(office: Office<'_>) -> [String; 2] {
    in_both(|words| office.described(words.text("populations-open-what"), words))
}

fn page(office: Office<'_>, survey: &Survey) -> String {
    format!("{}/results/populations/{}", office.server, survey.name)
}

fn published_at(survey: &Survey) -> Timestamp {
    let at = survey.approved.as_ref().map_or(survey.prepared_at, |(_, at, _)| *at);
    Timestamp::from_millisecond(at).unwrap_or_default()
}

/// The hash of the JSON and its size in bytes, and those of the CSV.
fn seals(survey: &Survey) -> [(&str, i64); 2] {
    let [json, csv] = survey.sizes;
    [(&survey.json_sha256, json), (&survey.csv_sha256, csv)]
}

fn dataset(office: Office<'_>, survey: &Survey) -> Dataset {
    let own = folder(&survey.name);
    let [json, csv] = seals(survey);
    let file = |name: &str, media_type, title, (sha256, size): (&str, i64), schema: Option<&str>| Distribution {
        address: format!("{}/data/{own}/{name}", office.server),
        media_type,
        title,
        sha256: sha256.to_owned(),
        size,
        conforms_to: schema.map(|schema| format!("{}/data/{own}/{schema}", office.server)),
    };
    Dataset {
        title: title(survey),
        what: what(office),
        issued: published_at(survey).to_string(),
        days: survey.days,
        number: survey.number,
        page: page(office, survey),
        files: vec![
            file("survey.csv", "text/csv", "populations-open-csv", csv, None),
            file("survey.json", "application/json", "populations-open-json", json, Some(SCHEMA)),
        ],
        before: survey.corrects.as_ref().map(|(before, _)| folder(before)),
        reason: survey.corrects.as_ref().map(|(_, reason)| [reason.en.clone(), reason.fr.clone()]),
        folder: own,
    }
}

fn package(office: Office<'_>, survey: &Survey) -> Value {
    let [json, csv] = seals(survey);
    Package {
        name: format!("survey-{}", survey.name),
        page: page(office, survey),
        title: title(survey),
        what: what(office),
        number: survey.number,
        created: published_at(survey).to_string(),
        resources: vec![
            table(&COLUMNS, &Resource::new("numbers", "survey.csv", "populations-open-csv", csv)),
            whole(Some(SCHEMA), &Resource::new("survey", "survey.json", "populations-open-json", json)),
        ],
    }
    .document()
}

/// The schema of a survey's JSON.
fn described(office: Office<'_>, survey: &Survey) -> Value {
    let service = object(&[("organisation", text()), ("en", text()), ("fr", text())]);
    let mut fields = vec![
        ("survey", name()),
        ("population", json!({ "enum": KINDS })),
        ("about", about(survey.kind)),
        ("services", json!({ "type": "object", "additionalProperties": service })),
        ("units", json!({ "type": "object", "additionalProperties": in_each_language() })),
        ("against", json!({ "type": ["string", "null"], "minLength": 1 })),
        ("licence", text()),
        ("code_version", text()),
        ("method_version", version()),
        ("inputs_hmac", hash()),
        ("figures", json!({ "type": "array", "items": line(&COLUMNS[ABOVE..]) })),
    ];
    if survey.corrects.is_some() {
        let corrects = [("survey", name()), ("first", name()), ("number", version()), ("reason", in_each_language())];
        fields.push(("corrects", object(&corrects)));
    }
    let [title, _] = title(survey);
    schema::schema(&fields, &format!("{}/data/{}/{SCHEMA}", office.server, folder(&survey.name)), title)
}

/// How a survey of this kind was done.
fn about(kind: Kind) -> Value {
    let list = |item: Value| json!({ "type": "array", "items": item });
    let count = || json!({ "type": ["integer", "null"], "minimum": 0 });
    let group = object(&[("channel", text()), ("language", text()), ("people", version())]);
    let service = [("slug", text()), ("people", count()), ("invited", count()), ("group", list(group))];
    let mut fields = vec![
        ("name", name()),
        ("kind", json!({ "enum": [kind.as_str()] })),
        ("title", in_each_language()),
        ("fielded_by", in_each_language()),
        ("frame", in_each_language()),
        ("question", in_each_language()),
        ("mode", json!({ "enum": MODES })),
        ("first_day", day()),
        ("last_day", day()),
        ("is_drawn", json!({ "type": "boolean" })),
        ("service", list(object(&service))),
        ("criterion", list(object(&[("name", name()), ("en", text()), ("fr", text())]))),
    ];
    if kind == Kind::Engagement {
        fields.push(("quarter", text()));
    }
    object(&fields)
}

/// A name for addresses.
fn name() -> Value {
    json!({ "type": "string", "pattern": "^[a-z0-9-]{1,60}$" })
}
