//! `GET /results/populations`: every survey that is public, the newest first; with `service`, those about one service.

use ::http::StatusCode;
use askama::Template;

use super::page::published;
use super::{Survey, store};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry::{self, Service};

#[derive(Template)]
#[template(path = "results/populations.html")]
struct PopulationsPage {
    page: Page,
    /// The service that they are about, if not any.
    service: Option<Service>,
    surveys: Vec<Listed>,
}

/// A survey in the list.
struct Listed {
    address: String,
    title: String,
    kind: String,
    published: String,
    /// Why it corrects the one before it; or that it was withdrawn, and why.
    note: Option<String>,
}

/// `GET /results/populations`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let service = match visit.asked("service") {
        Some(slug) => {
            let found = registry::find(&house.db, slug).await.map_err(Failure::unavailable)?;
            Some(found.ok_or(Failure::NotFound)?)
        }
        None => None,
    };
    let public = store::public(&house.db).await.map_err(Failure::unavailable)?;
    let (page, words) = (Page::new(visit), visit.words());
    let is_about = |survey: &Survey| service.as_ref().is_none_or(|service| survey.services.contains(&service.slug));
    let listed = |survey: Survey| Listed {
        address: page.link_to("/results/populations/", &survey.name),
        kind: words.text(&["populations-kind-", survey.kind.as_str()].concat()),
        published: published(&survey, words),
        note: survey.note_in(visit),
        title: survey.title_in(visit.official).to_owned(),
    };
    let surveys = public.into_iter().filter(Survey::is_listed).filter(is_about).map(listed).collect();
    html(StatusCode::OK, &PopulationsPage { page, service, surveys })
}
