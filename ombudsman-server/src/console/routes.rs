//! `GET /console`, `POST /console/{service}`.

use std::sync::Arc;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use warp::Filter;

use crate::house::House;
use crate::http::{Failure, Page, Reply, Routes, Visit, answer, body, either, html, see_other, visit, with};
use crate::registry::{self, Service};
use crate::staff::{Action, SignedIn, check_form, enter};

#[derive(Template)]
#[template(path = "console/services.html")]
struct ServicesPage {
    page: Page,
    services: Vec<Service>,
    form_token: String,
    public_url: String,
    sites: Vec<String>,
}

/// The routes of this room.
#[must_use]
pub fn routes(house: &Arc<House>) -> Routes {
    let list = warp::path!("console")
        .and(warp::get())
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, list(&house, &visit).await) });
    let change = warp::path!("console" / String)
        .and(warp::post())
        .and(with(house))
        .and(visit())
        .and(body::limited(body::FORM_LIMIT))
        .then(|service: String, house: Arc<House>, visit, sent| async move {
            answer(&visit, change(&house, &visit, &service, sent).await)
        });
    either(list.boxed(), change.boxed())
}

async fn list(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let SignedIn { shown_as, form_token, .. } = enter(house, visit, Action::ManageServices).await?;
    let services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let page = Page::for_staff(visit, &shown_as, "console");
    let (public_url, sites) = (house.config.public_url.clone(), house.config.sites.clone());
    html(StatusCode::OK, &ServicesPage { page, services, form_token, public_url, sites })
}

async fn change(house: &House, visit: &Visit, service: &str, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ManageServices).await?;
    let form = body::form(visit, &sent?)?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let is_open = match body::value(&form, "state") {
        "open" => true,
        "closed" => false,
        _ => return Err(Failure::Malformed),
    };
    let found = registry::set_open(&house.db, service, is_open).await.map_err(Failure::unavailable)?;
    if !found {
        return Err(Failure::NotFound);
    }
    see_other(&Page::new(visit).link("/console"))
}
