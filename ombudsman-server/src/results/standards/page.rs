//! `GET /results/standards` and `/results/standards/{organisation}`: how many standards there are, how many were measured, and how
//! many met; of everyone by organisation, and of an organisation by service. `year` chooses another year than the newest.

use std::collections::BTreeMap;

use ::http::StatusCode;
use askama::Template;

use super::of_service::{as_of, correction};
use super::sums::{Sums, sums};
use super::{Funnel, Import, said, store};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry::{self, Service};

#[derive(Template)]
#[template(path = "results/standards.html")]
struct StandardsPage {
    page: Page,
    /// The organisation, if it is the page of one.
    organisation: Option<String>,
    /// The year; nothing where none is public.
    year: Option<Year>,
}

/// What is public of a year.
struct Year {
    import: Import,
    as_of: String,
    correction: Option<String>,
    lead: Vec<String>,
    rows: Vec<Row>,
    /// The other years, and where they are.
    others: Vec<(String, String)>,
}

impl Year {
    /// Every file of it, and the hashes of those that never change.
    fn files(&self) -> [(&'static str, Option<&str>); 5] {
        let [(json, _), (csv, _)] = self.import.seals();
        [
            ("standards.csv", Some(csv)),
            ("standards.json", Some(json)),
            ("standards.schema.json", None),
            ("datapackage.json", None),
            ("dcat.jsonld", None),
        ]
    }
}

/// An organisation or a service.
struct Row {
    name: String,
    address: String,
    /// How many standards there are, were measured, were met of those with a target, and are told of.
    developed: String,
    measured: String,
    met: Option<String>,
    reported: String,
}

/// `GET /results/standards`.
pub(in crate::results) async fn overview(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    show(house, visit, None).await
}

/// `GET /results/standards/{organisation}`.
pub(in crate::results) async fn of_organisation(house: &House, visit: &Visit, slug: &str) -> Result<Reply, Failure> {
    show(house, visit, Some(slug)).await
}

async fn show(house: &House, visit: &Visit, organisation: Option<&str>) -> Result<Reply, Failure> {
    let services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let named = organisation.map(|slug| {
        let mut own = services.iter().filter(|service| service.organisation == slug);
        own.next().map(|service| service.organisation_name(visit.official).to_owned()).ok_or(Failure::NotFound)
    });
    let named = named.transpose()?;
    let public = store::public(&house.db).await.map_err(Failure::unavailable)?;
    let asked = visit.asked("year").and_then(|year| year.parse().ok());
    let import = public.iter().find(|import| asked.is_none_or(|year| import.year == year));
    let year = match import {
        Some(import) => Some(year(house, visit, (import, &public), (organisation, &services)).await?),
        None if asked.is_some() => return Err(Failure::NotFound),
        None => None,
    };
    html(StatusCode::OK, &StandardsPage { page: Page::new(visit), organisation: named, year })
}

async fn year(
    house: &House,
    visit: &Visit,
    (import, public): (&Import, &[Import]),
    (organisation, services): (Option<&str>, &[Service]),
) -> Result<Year, Failure> {
    let sums = sums(house, import).await?;
    let is_here = |slug: &str| {
        let of = |service: &&Service| service.slug == slug;
        organisation.is_none_or(|own| services.iter().find(of).is_some_and(|service| service.organisation == own))
    };
    let left_out: u64 = sums.left_out().filter(|(slug, _)| is_here(slug)).map(|(_, rows)| rows).sum();
    let words = visit.words();
    let here =
        organisation.map_or_else(|| "/results/standards".to_owned(), |slug| format!("/results/standards/{slug}"));
    let page = Page::new(visit);
    let mut years: Vec<_> = public.iter().map(|other| other.year).filter(|year| *year != import.year).collect();
    years.dedup();
    let in_year = |year: &dyn std::fmt::Display| format!("{}&year={year}", page.link(&here));
    Ok(Year {
        as_of: as_of(import, words),
        correction: correction(import, visit.official, words),
        lead: lead(&sums, (import, left_out), organisation, visit),
        rows: rows(&sums, services, organisation, visit),
        others: years.iter().map(|year| (year.to_string(), in_year(year))).collect(),
        import: import.clone(),
    })
}

fn lead(sums: &Sums, (import, left_out): (&Import, u64), organisation: Option<&str>, visit: &Visit) -> Vec<String> {
    let words = visit.words();
    let mut funnel = Funnel::default();
    for (_, _, of_service) in sums.services(organisation) {
        funnel += of_service;
    }
    let values = [("year", import.year.to_string().into()), ("number", words.number(funnel.developed).into())];
    let id = if organisation.is_some() { "standards-lead-organisation" } else { "standards-lead-all" };
    std::iter::once(words.with_all(id, &values)).chain(said(&funnel, left_out, words)).collect()
}

/// A row for each organisation, or for each service of one, by its name.
fn rows(sums: &Sums, services: &[Service], organisation: Option<&str>, visit: &Visit) -> Vec<Row> {
    let is_one = organisation.is_some();
    let mut groups: BTreeMap<&str, Funnel> = BTreeMap::new();
    for (service, of, funnel) in sums.services(organisation) {
        *groups.entry(if is_one { service } else { of }).or_default() += funnel;
    }
    let (words, page) = (visit.words(), Page::new(visit));
    let row = |(slug, funnel): (&str, Funnel)| {
        let mut found = services.iter();
        let (name, address) = if is_one {
            let service = found.find(|service| service.slug == slug)?;
            (service.name(visit.official), format!("/results/{}/{slug}", service.organisation))
        } else {
            let service = found.find(|service| service.organisation == slug)?;
            (service.organisation_name(visit.official), format!("/results/standards/{slug}"))
        };
        let [met, judged] = [funnel.met, funnel.judged()].map(|number| words.number(number).into());
        Some(Row {
            name: name.to_owned(),
            address: page.link(&address),
            developed: words.number(funnel.developed),
            measured: words.number(funnel.measured()),
            met: (funnel.judged() > 0).then(|| words.with_all("standards-counts", &[("met", met), ("volume", judged)])),
            reported: words.number(funnel.reported),
        })
    };
    let mut rows: Vec<Row> = groups.into_iter().filter_map(row).collect();
    let order = words.order();
    rows.sort_by(|a, b| order(&a.name, &b.name));
    rows
}
