//! `GET /console`, `GET` and `POST /console/{service}`; the same of `/console/desks`, `/console/staff` and
//! `/console/staff/{member}`; `/publish/editions`, `GET /publish/editions/{edition}` and its files; the same of `/publish/populations`;
//! `/publish/standards` and the files of an import; `/console/imports/standards` and `/console/imports/standards/{import}`.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use bytes::Bytes;
use warp::Filter;

use super::{desks, editions, imports, members, page, populations, standards};
use crate::audit::{self, Entry};
use crate::house::House;
use crate::http::{
    Failure, Page, Reply, Routes, Site, Visit, answer, body, either, get, get_one, get_two, post, post_one, see_other,
    visit, with,
};
use crate::registry::{self, ServiceKind, embedding};
use crate::staff::{Action, Resource, SignedIn, can, check_form, enter};

/// The routes of this room.
#[must_use]
pub fn routes(house: &Arc<House>) -> Routes {
    let list = get("/console")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, list(&house, &visit).await) });
    let show_desks = get("/console/desks")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, desks::show(&house, &visit).await) });
    let write_desk =
        post("/console/desks").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
            |house: Arc<House>, visit, sent| async move { answer(&visit, desks::write(&house, &visit, sent).await) },
        );
    let one = get_one("/console/{service}").and(with(house)).and(visit()).then(
        |service: String, house: Arc<House>, visit| async move { answer(&visit, one(&house, &visit, &service).await) },
    );
    let change =
        post_one("/console/{service}").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
            |service: String, house: Arc<House>, visit, sent| async move {
                answer(&visit, change(&house, &visit, &service, sent).await)
            },
        );
    // The desks and the staff first: their addresses are also of the form of a service's.
    let desks = either(either(show_desks.boxed(), write_desk.boxed()), members::routes::routes(house));
    let console = either(either(list.boxed(), desks), either(one.boxed(), change.boxed()));
    let published = either(population_routes(house), standard_routes(house));
    either(either(console, import_routes(house)), either(edition_routes(house), published))
}

fn import_routes(house: &Arc<House>) -> Routes {
    let list = get("/console/imports/standards")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, imports::list(&house, &visit).await) });
    let one = get_one("/console/imports/standards/{import}").and(with(house)).and(visit()).then(
        |id: String, house: Arc<House>, visit| async move { answer(&visit, imports::one(&house, &visit, &id).await) },
    );
    either(list.boxed(), one.boxed())
}

fn population_routes(house: &Arc<House>) -> Routes {
    let show = get("/publish/populations")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, populations::show(&house, &visit).await) });
    let approve = post("/publish/populations").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
        |house: Arc<House>, visit, sent| async move { answer(&visit, populations::approve(&house, &visit, sent).await) },
    );
    let one = get_one("/publish/populations/{survey}").and(with(house)).and(visit()).then(
        |name: String, house: Arc<House>, visit| async move {
            answer(&visit, populations::one(&house, &visit, &name).await)
        },
    );
    let file = get_two("/publish/populations/{survey}/{file}").and(with(house)).and(visit()).then(
        |name: String, file: String, house: Arc<House>, visit| async move {
            answer(&visit, populations::file(&house, &visit, &name, &file).await)
        },
    );
    either(either(show.boxed(), approve.boxed()), either(one.boxed(), file.boxed()))
}

fn edition_routes(house: &Arc<House>) -> Routes {
    let show = get("/publish/editions")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, editions::show(&house, &visit).await) });
    let approve = post("/publish/editions").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
        |house: Arc<House>, visit, sent| async move { answer(&visit, editions::approve(&house, &visit, sent).await) },
    );
    let one = get_one("/publish/editions/{edition}").and(with(house)).and(visit()).then(
        |id: String, house: Arc<House>, visit| async move {
            answer(&visit, editions::contents::service(&house, &visit, &id).await)
        },
    );
    let file = get_two("/publish/editions/{edition}/{file}").and(with(house)).and(visit()).then(
        |id: String, file: String, house: Arc<House>, visit| async move {
            answer(&visit, editions::contents::file(&house, &visit, &id, &file).await)
        },
    );
    either(either(show.boxed(), approve.boxed()), either(one.boxed(), file.boxed()))
}

fn standard_routes(house: &Arc<House>) -> Routes {
    let show = get("/publish/standards")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, standards::show(&house, &visit).await) });
    let publish = post("/publish/standards").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
        |house: Arc<House>, visit, sent| async move { answer(&visit, standards::publish(&house, &visit, sent).await) },
    );
    let file = get_two("/publish/standards/{import}/{file}").and(with(house)).and(visit()).then(
        |id: String, file: String, house: Arc<House>, visit| async move {
            answer(&visit, standards::file(&house, &visit, &id, &file).await)
        },
    );
    either(either(show.boxed(), publish.boxed()), file.boxed())
}

async fn list(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ManageServices).await?;
    page::services(house, visit, signed_in).await
}

async fn one(house: &House, visit: &Visit, service: &str) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ManageServices).await?;
    page::service(house, visit, signed_in, service, None).await
}

/// What a form of the console asks for.
enum Change {
    Open(bool),
    AskMore(bool),
    AddSite(Site),
    RemoveSite(String),
    Desk(Option<String>),
    Kind(Option<ServiceKind>),
}

impl Change {
    /// What the log tells of it.
    fn entry(&self, house: &House, signed_in: &SignedIn, service: &str) -> Entry {
        let (action, to) = match self {
            Self::Open(true) => (audit::Action::ServiceOpen, None),
            Self::Open(false) => (audit::Action::ServiceClose, None),
            Self::AskMore(more) => (audit::Action::ServiceAsk, Some(if *more { "more" } else { "less" })),
            Self::AddSite(site) => (audit::Action::SiteAdd, Some(site.as_str())),
            Self::RemoveSite(origin) => (audit::Action::SiteRemove, Some(origin.as_str())),
            Self::Kind(kind) => (audit::Action::ServiceKind, Some(kind.map_or("none", ServiceKind::as_str))),
            Self::Desk(desk) => (audit::Action::ServiceDesk, Some(desk.as_deref().unwrap_or(registry::desks::OFFICE))),
        };
        let actor = signed_in.actor();
        let entry = Entry::of_office(house.clock.millis(), actor, action).about(service);
        match to {
            Some(to) => entry.deciding(to),
            None => entry,
        }
    }
}

async fn change(house: &House, visit: &Visit, service: &str, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ManageServices).await?;
    let form = body::form(visit, &sent?)?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let known = registry::find(&house.db, service).await.map_err(Failure::unavailable)?.ok_or(Failure::NotFound)?;
    let given = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str());
    if let Some(desk) = given("desk") {
        if !can(&signed_in, Action::ManageDesks, Resource::Room) {
            return Err(Failure::Forbidden);
        }
        let desk = desk_of(house, desk).await?;
        make(house, &signed_in, &known.slug, &Change::Desk(desk)).await?;
        return see_other(&Page::new(visit).link_to("/console/", &known.slug));
    }
    if let Some(kind) = given("kind") {
        make(house, &signed_in, &known.slug, &Change::Kind(kind_of(kind)?)).await?;
        return see_other(&Page::new(visit).link_to("/console/", &known.slug));
    }
    let change = match (given("state"), given("add_site"), given("remove_site")) {
        (Some("open"), None, None) => Change::Open(true),
        (Some("closed"), None, None) => Change::Open(false),
        (Some("asks-more"), None, None) => Change::AskMore(true),
        (Some("asks-less"), None, None) => Change::AskMore(false),
        (None, Some(text), None) => match Site::parse(text) {
            Some(site) => Change::AddSite(site),
            None => return page::service(house, visit, signed_in, service, Some(text.to_owned())).await,
        },
        (None, None, Some(origin)) => Change::RemoveSite(origin.to_owned()),
        _ => return Err(Failure::Malformed),
    };
    make(house, &signed_in, &known.slug, &change).await?;
    see_other(&Page::new(visit).link_to("/console/", &known.slug))
}

/// The kind of this name; none where nothing is chosen.
fn kind_of(name: &str) -> Result<Option<ServiceKind>, Failure> {
    if name.is_empty() {
        return Ok(None);
    }
    Ok(Some(ServiceKind::parse(name).ok_or(Failure::Malformed)?))
}

/// The desk of this slug, for a service; none for the office's own.
async fn desk_of(house: &House, slug: &str) -> Result<Option<String>, Failure> {
    if slug == registry::desks::OFFICE {
        return Ok(None);
    }
    let found = registry::desks::find(&house.db, slug).await.map_err(Failure::unavailable)?;
    // Nothing comes to another office by itself.
    let found = found.filter(|desk| desk.kind != registry::desks::Kind::Outside);
    Ok(Some(found.ok_or(Failure::Malformed)?.slug))
}

async fn make(house: &House, signed_in: &SignedIn, service: &str, change: &Change) -> Result<(), Failure> {
    let (db, entry) = (&house.db, &change.entry(house, signed_in, service));
    let made = match change {
        Change::Open(is_open) => registry::set_open(db, service, *is_open, entry).await,
        Change::AskMore(more) => registry::set_asks_more(db, service, *more, entry).await,
        Change::AddSite(site) => registry::add_site(db, service, site, embedding::today(&house.clock), entry).await,
        Change::Kind(kind) => registry::set_kind(db, service, *kind, entry).await,
        Change::Desk(desk) => registry::desks::set_of_service(db, service, desk.as_deref(), entry).await,
        Change::RemoveSite(origin) => registry::remove_site(db, service, origin, entry).await,
    };
    // Also what failed may have been written.
    house.register_changes.fetch_add(1, Ordering::Release);
    made.map_err(Failure::unavailable)
}
