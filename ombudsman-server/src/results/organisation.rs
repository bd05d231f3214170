//! `GET /results/{organisation}`: all of an organisation's services together, quarter by quarter, and each by name, from the newest
//! edition. Whoever answers for several services begins here.

use ::http::StatusCode;
use askama::Template;

use super::complaints::page::received;
use super::editions::{self, Course, Rated, Told, Value, Whose, quarter_in_words};
use super::measures::covered;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry;
use crate::words::Words;

#[derive(Template)]
#[template(path = "results/organisation.html")]
struct OrganisationPage {
    page: Page,
    slug: String,
    name: String,
    newest: Option<Newest>,
    /// The score of all services together, quarter by quarter.
    course: Option<Course>,
    services: Vec<Row>,
    /// How many complaints about them were received; nothing where the edition tells of the whole office alone.
    complaints: Option<String>,
}

/// What the newest edition tells of all services together.
struct Newest {
    edition: String,
    quarter: String,
    lead: Vec<String>,
    /// How many of the services in the register have a score.
    coverage: Option<String>,
}

/// A service, with what is told of it: the score, and the share of the two best ratings.
struct Row {
    address: String,
    name: String,
    answers: Option<String>,
    values: [Value; 2],
}

/// `GET /results/{organisation}`.
pub(super) async fn show(house: &House, visit: &Visit, organisation: &str) -> Result<Reply, Failure> {
    let mut own = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    own.retain(|service| service.organisation == organisation);
    let (language, words, page) = (visit.official, visit.words(), Page::new(visit));
    let name = own.first().ok_or(Failure::NotFound)?.organisation_name(language).to_owned();
    let newest = editions::newest(house).await?;
    let course = match &newest {
        Some((edition, _)) => Some(Course::of_organisation(house, edition, organisation, words).await?),
        None => None,
    };
    let complaints = match &newest {
        Some((edition, _)) => received(house, edition, organisation, words).await?,
        None => None,
    };
    let order = words.order();
    own.sort_by(|a, b| order(a.name(language), b.name(language)));
    let rated = |whose| newest.as_ref().map(|(_, overall)| overall.rated(whose));
    let services = own.iter().map(|service| {
        let address = page.link(&format!("/results/{organisation}/{}", service.slug));
        row(service.name(language), address, rated(Whose::Service(&service.slug)), words)
    });
    let services: Vec<Row> = services.collect();
    let newest = newest.map(|(edition, overall)| Newest {
        quarter: quarter_in_words(edition.quarter, words),
        lead: lead(&overall.rated(Whose::Organisation(organisation)), words),
        edition: edition.id,
        coverage: coverage(&services, words),
    });
    let slug = organisation.to_owned();
    html(StatusCode::OK, &OrganisationPage { page, slug, name, newest, course, services, complaints })
}

fn coverage(rows: &[Row], words: &Words) -> Option<String> {
    let scored = rows.iter().filter(|row| row.answers.is_some()).count();
    let [all, told] = [rows.len(), scored].map(|number| u64::try_from(number).unwrap_or(u64::MAX));
    let share = covered(told, all)?;
    let [all, told, share] = [all, told, share].map(|number| words.number(number).into());
    Some(words.with_all("organisation-coverage", &[("scored", told), ("services", all), ("share", share)]))
}

fn row(name: &str, address: String, rated: Option<Rated>, words: &Words) -> Row {
    let values =
        rated.map_or_else(Default::default, |rated| [rated.score, rated.top_two].map(|told| told.value(words)));
    let answers = rated.and_then(|rated| rated.score.number().map(|number| words.number(number.n)));
    Row { address, name: name.to_owned(), answers, values }
}

fn lead(rated: &Rated, words: &Words) -> Vec<String> {
    let score = match &rated.score {
        Told::Number(number) => number,
        Told::Withheld => return vec![words.text("organisation-withheld")],
        Told::Nobody => return vec![words.text("organisation-nobody")],
    };
    let shown = score.value(words);
    let values = [
        ("answers", words.number(score.n).into()),
        ("score", shown.shown.unwrap_or_default().into()),
        ("range", shown.range.unwrap_or_default().into()),
    ];
    vec![words.with_all("organisation-lead", &values), words.with_all("organisation-range", &values)]
}
