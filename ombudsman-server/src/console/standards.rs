//! `/publish/standards`: which service standards were imported, when and from which file, what was left out of it and in what it
//! differs from what is public. A publisher makes it public; after that it can only be corrected by another import.

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;

use super::remarks::{MOST_LINES, Naming, Row, state};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::registry;
use crate::registry::standards::{Outcome, ServiceStandard};
use crate::results::standards::{self, Difference, Funnel, Import};
use crate::staff::{Action, SignedIn, check_form, enter};

#[derive(Template)]
#[template(path = "console/standards.html")]
struct StandardsPage {
    page: Page,
    waiting: Vec<Waiting>,
    public: Vec<Listed>,
    form_token: String,
}

/// An import that nobody has published yet.
struct Waiting {
    id: String,
    /// The hash by which the form says which one was shown.
    sha256: String,
    source_sha256: String,
    state: String,
    reason: Option<String>,
    lead: Vec<String>,
    remarks: Vec<Row>,
    /// How many remarks are not on the page.
    more: usize,
    difference: Option<Differs>,
}

/// An import that is public.
struct Listed {
    id: String,
    source_sha256: String,
    state: String,
    reason: Option<String>,
}

/// In what an import differs from one that is public: which standard, and how.
struct Differs {
    from: String,
    rows: Vec<(String, String)>,
    /// How many are not on the page.
    more: usize,
}

/// `GET /publish/standards`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::PublishEditions).await?;
    page(house, visit, &signed_in).await
}

/// `POST /publish/standards`.
pub(super) async fn publish(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::PublishEditions).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let shown = (body::value(&form, "import"), body::value(&form, "sha256"));
    let is_done = standards::publish(house, shown, &signed_in.actor()).await.map_err(Failure::unavailable)?;
    if is_done { see_other(&Page::new(visit).link("/publish/standards")) } else { Err(Failure::Conflict) }
}

/// `GET /publish/standards/{import}/{file}`: what would be published.
pub(super) async fn file(house: &House, visit: &Visit, id: &str, name: &str) -> Result<Reply, Failure> {
    enter(house, visit, Action::PublishEditions).await?;
    let all = standards::all(&house.db).await.map_err(Failure::unavailable)?;
    let import = all.iter().find(|import| import.id() == id).ok_or(Failure::NotFound)?;
    standards::file(house, import, name).await
}

async fn page(house: &House, visit: &Visit, signed_in: &SignedIn) -> Result<Reply, Failure> {
    let words = visit.words();
    let services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let naming = Naming::of(&services, visit);
    let (mut waiting, mut public) = (Vec::new(), Vec::new());
    for import in standards::all(&house.db).await.map_err(Failure::unavailable)? {
        if import.published.is_none() {
            waiting.push(naming.waiting(house, &import).await?);
        } else {
            let (id, source_sha256) = (import.id(), import.source_sha256.clone());
            let reason = import.reason_in(visit.official).map(str::to_owned);
            public.push(Listed { id, source_sha256, state: state(&import, words), reason });
        }
    }
    let page = Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room());
    html(StatusCode::OK, &StandardsPage { page, waiting, public, form_token: signed_in.form_token.clone() })
}

impl Naming<'_> {
    async fn waiting(&self, house: &House, import: &Import) -> Result<Waiting, Failure> {
        let words = self.visit.words();
        let figures = standards::figures(&house.db, import).await.map_err(Failure::unavailable)?;
        let funnel = Funnel::of(figures.iter().map(|kept| (kept.outcome, kept.is_reported)));
        let remarks = standards::remarks(&house.db, import).await.map_err(Failure::unavailable)?;
        let left_out = remarks.iter().filter(|remark| !remark.matter.is_taken()).count() as u64;
        let values = [("year", import.year.to_string().into()), ("number", words.number(funnel.developed).into())];
        let first = words.with_all("standards-lead-all", &values);
        let difference = standards::difference(&house.db, import).await.map_err(Failure::unavailable)?;
        Ok(Waiting {
            id: import.id(),
            sha256: import.sha256[0].clone(),
            source_sha256: import.source_sha256.clone(),
            state: state(import, words),
            reason: import.reason_in(self.visit.official).map(str::to_owned),
            lead: std::iter::once(first).chain(standards::said(&funnel, left_out, words)).collect(),
            more: remarks.len().saturating_sub(MOST_LINES),
            remarks: remarks.into_iter().take(MOST_LINES).map(|remark| self.row(remark)).collect(),
            difference: difference.map(|difference| self.differs(difference)),
        })
    }

    fn differs(&self, difference: Difference) -> Differs {
        let words = self.visit.words();
        let Difference { from, added, removed, changed } = difference;
        let added = added.iter().map(|new| (self.about(new), words.text("standards-difference-added")));
        let removed = removed.iter().map(|old| (self.about(old), words.text("standards-difference-removed")));
        let changed = changed.iter().map(|(old, new)| {
            let values = [("before", self.figures(old).into()), ("now", self.figures(new).into())];
            (self.about(new), words.with_all("standards-difference-changed", &values))
        });
        let mut rows: Vec<_> = changed.chain(added).chain(removed).collect();
        let more = rows.len().saturating_sub(MOST_LINES);
        rows.truncate(MOST_LINES);
        Differs { from, rows, more }
    }

    /// Which standard of which service.
    fn about(&self, standard: &ServiceStandard) -> String {
        let service = self.names.get(standard.service.as_str()).copied().unwrap_or(&standard.service);
        format!("{service} – {} ({})", standard.text_in(self.visit.official), standard.id)
    }

    /// How often it was kept, and what that says.
    fn figures(&self, standard: &ServiceStandard) -> String {
        let words = self.visit.words();
        let outcome: Outcome = standard.outcome();
        let outcome = words.text(&["standards-outcome-", outcome.as_str()].concat());
        let counts = standard.counted.map(|counted| {
            let [met, volume] = [counted.met(), counted.volume()].map(|number| words.number(number).into());
            words.with_all("standards-counts", &[("met", met), ("volume", volume)])
        });
        counts.map_or_else(|| outcome.clone(), |counts| format!("{counts} ({outcome})"))
    }
}
