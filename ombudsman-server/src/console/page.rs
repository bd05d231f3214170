//! The console's pages, filled: all services, and everything about embedding one.

use ::http::StatusCode;
use askama::Template;
use jiff::ToSpan;

use crate::house::House;
use crate::http::assets::current_loader;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry::desks::{self, Desk, Kind, OFFICE};
use crate::registry::embedding::{self, Counts};
use crate::registry::{self, Service, ServiceKind};
use crate::staff::{Action, Resource, SignedIn, can};
use crate::words::Words;

/// The days whose openings and failures are summed, today included.
const DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "console/services.html")]
struct ServicesPage {
    page: Page,
    services: Vec<Service>,
    form_token: String,
    is_administrator: bool,
}

#[derive(Template)]
#[template(path = "console/service.html")]
struct ServicePage {
    page: Page,
    service: Service,
    form_token: String,
    is_administrator: bool,
    public_url: String,
    /// The loader's hash and integrity, where there is a loader.
    loader: Option<(&'static str, &'static str)>,
    /// The sites that the settings name for every service.
    house_sites: Vec<String>,
    health: Health,
    /// What was typed as a site and is none.
    refused: Option<String>,
    /// Every desk, and whether it is the service's.
    desks: Vec<(Desk, bool)>,
    /// Every kind by its name in the form and in words, and whether it is the service's.
    kinds: Vec<(&'static str, String, bool)>,
}

/// How the card fared on the pages that embed it.
struct Health {
    counts: Counts,
    opened: String,
    failed: String,
    /// Failures in a hundred openings, where there were openings.
    share: Option<String>,
}

impl Health {
    fn of(counts: Counts, words: &Words) -> Self {
        let number = |n: i64| words.number(n.unsigned_abs());
        let share = (counts.opened > 0).then(|| number(share(counts)));
        Self { counts, opened: number(counts.opened), failed: number(counts.failed), share }
    }

    fn is_empty(&self) -> bool {
        self.counts == Counts::default()
    }
}

/// Failures in a hundred openings, rounded up: one failure in a thousand is not none.
fn share(counts: Counts) -> i64 {
    let hundredfold = counts.failed.saturating_mul(100);
    hundredfold / counts.opened.max(1) + i64::from(hundredfold % counts.opened.max(1) > 0)
}

/// The list of all services.
pub(super) async fn services(house: &House, visit: &Visit, signed_in: SignedIn) -> Result<Reply, Failure> {
    let services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let page = Page::for_staff(visit, &signed_in.shown_as, "console");
    let is_administrator = can(&signed_in, Action::ManageDesks, Resource::Room);
    html(StatusCode::OK, &ServicesPage { page, services, is_administrator, form_token: signed_in.form_token })
}

/// One service; with what was typed as a site, where that is none.
pub(super) async fn service(
    house: &House,
    visit: &Visit,
    signed_in: SignedIn,
    slug: &str,
    refused: Option<String>,
) -> Result<Reply, Failure> {
    let service = registry::find(&house.db, slug).await.map_err(Failure::unavailable)?.ok_or(Failure::NotFound)?;
    let today = embedding::today(&house.clock);
    let since = today.checked_sub((DAYS - 1).days()).map_err(Failure::internal)?;
    let counts = embedding::counts_since(&house.db, slug, since).await.map_err(Failure::unavailable)?;
    let own = desks::slug_of(&house.db, slug).await.map_err(Failure::unavailable)?;
    let is_own = |desk: &Desk| desk.slug == own.as_deref().unwrap_or(OFFICE);
    let desks = desks::all(&house.db).await.map_err(Failure::unavailable)?;
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let kind = |kind: &ServiceKind| (kind.as_str(), kind.said(visit.words()), service.kind == Some(*kind));
    let kinds = ServiceKind::ALL.iter().map(kind).collect();
    let page = ServicePage {
        page: Page::for_staff(visit, &signed_in.shown_as, "console"),
        service,
        is_administrator: can(&signed_in, Action::ManageDesks, Resource::Room),
        form_token: signed_in.form_token,
        public_url: house.config.public_url.clone(),
        loader: current_loader().map(|loader| (loader.hash.as_str(), loader.integrity.as_str())),
        house_sites: house.config.sites.clone(),
        health: Health::of(counts, visit.words()),
        refused,
        desks: desks
            .into_iter()
            .filter(|desk| desk.kind != Kind::Outside || is_own(desk))
            .map(|desk| (desk.clone(), is_own(&desk)))
            .collect(),
        kinds,
    };
    html(status, &page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_failures_is_rounded_up_and_holds_where_nothing_was_opened() {
        for (opened, failed, expected) in [(1000, 0, 0), (1000, 1, 1), (4, 1, 25), (3, 1, 34), (0, 2, 200)] {
            assert_eq!(share(Counts { opened, failed }), expected, "{failed} of {opened}");
        }
    }
}
