//! `/console/imports/standards`: which files of service standards were imported, when, and who published what; and of one of them which
//! rows were left out, and why. A web team can have its organisation's file mended by it. They only read: what is published, a
//! publisher decides, and no figure of what still waits is here: what stands in a row is shown once it is public.

use ::http::StatusCode;
use askama::Template;

use super::remarks::{MOST_LINES, Naming, Row, state};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry;
use crate::results::standards::{self, Import};
use crate::staff::{Action, enter};
use crate::words::Words;

#[derive(Template)]
#[template(path = "console/imports.html")]
struct ImportsPage {
    page: Page,
    imports: Vec<Listed>,
}

#[derive(Template)]
#[template(path = "console/import.html")]
struct ImportPage {
    page: Page,
    listed: Listed,
    counts: String,
    one: Remarks,
}

/// An import.
struct Listed {
    id: String,
    source_sha256: String,
    state: String,
    reason: Option<String>,
    is_public: bool,
}

/// What there was to say of its rows.
struct Remarks {
    remarks: Vec<Row>,
    /// How many are not on the page.
    more: usize,
}

impl Listed {
    fn of(import: &Import, visit: &Visit) -> Self {
        Self {
            id: import.id(),
            source_sha256: import.source_sha256.clone(),
            state: state(import, visit.words()),
            reason: import.reason_in(visit.official).map(str::to_owned),
            is_public: import.published.is_some(),
        }
    }
}

/// `GET /console/imports/standards`.
pub(super) async fn list(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ReadImports).await?;
    let imports = standards::all(&house.db).await.map_err(Failure::unavailable)?;
    let imports = imports.iter().map(|import| Listed::of(import, visit)).collect();
    let page = Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room());
    html(StatusCode::OK, &ImportsPage { page, imports })
}

/// `GET /console/imports/standards/{import}`.
pub(super) async fn one(house: &House, visit: &Visit, id: &str) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ReadImports).await?;
    let all = standards::all(&house.db).await.map_err(Failure::unavailable)?;
    let import = all.iter().find(|import| import.id() == id).ok_or(Failure::NotFound)?;
    let taken = standards::figures(&house.db, import).await.map_err(Failure::unavailable)?.len();
    let remarks = standards::remarks(&house.db, import).await.map_err(Failure::unavailable)?;
    let left_out = remarks.iter().filter(|remark| !remark.matter.is_taken()).count();
    let services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let naming = Naming::of(&services, visit);
    let more = remarks.len().saturating_sub(MOST_LINES);
    let is_public = import.published.is_some();
    let row = |remark| if is_public { naming.row(remark) } else { naming.row(remark).without_detail() };
    let remarks = remarks.into_iter().take(MOST_LINES).map(row).collect();
    let page = ImportPage {
        page: Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room()),
        listed: Listed::of(import, visit),
        counts: counts(taken, left_out, visit.words()),
        one: Remarks { remarks, more },
    };
    html(StatusCode::OK, &page)
}

/// How many rows became a standard, and how many did not.
fn counts(taken: usize, left_out: usize, words: &Words) -> String {
    let number = |number: usize| words.number(number as u64).into();
    words.with_all("imports-counts", &[("taken", number(taken)), ("left_out", number(left_out))])
}
