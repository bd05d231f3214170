//! `/releases`: the custodian lets one named officer have something sealed opened, for a stated reason and for a day, and
//! reads none of it. Everything that was released stays listed, with whether it was opened: for the custodian, and for the
//! auditor.

pub mod routes;
mod store;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use feedback::Reference;
use jiff::Timestamp;

use super::desk::grouped;
use crate::audit::{self, Entry};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::staff::{self, Action, Resource, Sealed, SignedIn, can, check_form, enter};
use crate::standard::Standard;

/// A release is good for a day.
const GOOD_FOR_MILLIS: i64 = 24 * 60 * 60 * 1_000;
/// The longest reason, in characters.
const REASON_LIMIT: usize = 500;

/// Something that was released.
pub(super) struct Release {
    /// The reference of the case.
    pub reference: String,
    /// What of it.
    pub sealed: Sealed,
    /// To whom, by whom: by the names that people see, and to be written by the names that they sign in with.
    pub to: String,
    pub by: String,
    /// Why.
    pub reason: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Whether it was opened while the release was good.
    pub is_opened: bool,
}

/// Whether this was released to this member, and the release is still good.
pub(super) async fn is_released(house: &House, name: &str, reference: &str, sealed: Sealed) -> Result<bool, Failure> {
    let since = house.clock.millis() - GOOD_FOR_MILLIS;
    store::is_released(&house.db, name, reference, sealed, since).await.map_err(Failure::unavailable)
}

#[derive(Template)]
#[template(path = "casework/releases.html")]
struct ReleasesPage {
    page: Page,
    rows: Vec<Row>,
    /// Who something may be released to, by both names, and whether they are chosen; none for who may not release.
    officers: Vec<(String, String, bool)>,
    may_release: bool,
    /// What was filled in.
    reference: String,
    reason: String,
    form_token: String,
    done: bool,
    faults: Vec<String>,
}

struct Row {
    release: Release,
    reference: String,
    day: String,
}

/// `GET /releases`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ReadReleases).await?;
    page(house, visit, &signed_in, &[], &[]).await
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    form: &[(String, String)],
    faults: &[&'static str],
) -> Result<Reply, Failure> {
    let words = visit.words();
    let may_release = can(signed_in, Action::ReleaseIdentity, Resource::Room);
    let releases = store::list(&house.db, GOOD_FOR_MILLIS).await.map_err(Failure::unavailable)?;
    let row = |release: Release| {
        let moment = Timestamp::from_millisecond(release.at).unwrap_or(Timestamp::UNIX_EPOCH);
        let day = words.date(Standard::default().office_date(moment));
        Row { reference: grouped(&release.reference), day, release }
    };
    let officers = if may_release { officers(house, body::value(form, "to")).await? } else { Vec::new() };
    let page = ReleasesPage {
        page: Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room()),
        rows: releases.into_iter().map(row).collect(),
        officers,
        may_release,
        reference: body::value(form, "reference").to_owned(),
        reason: body::value(form, "reason").to_owned(),
        form_token: signed_in.form_token.clone(),
        done: visit.asked("done").is_some() && faults.is_empty(),
        faults: faults.iter().map(|id| words.text(id)).collect(),
    };
    html(if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

/// Who works on cases and may sign in, but for program contacts: these never learn an identity.
async fn officers(house: &House, chosen: &str) -> Result<Vec<(String, String, bool)>, Failure> {
    let members = staff::list(&house.db).await.map_err(Failure::unavailable)?;
    let officers = members.into_iter().filter(|member| member.is_active && member.role.is_of_officers());
    Ok(officers.map(|member| (member.name.clone(), member.shown_as, member.name == chosen)).collect())
}

/// `POST /releases`.
pub(super) async fn release(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::ReleaseIdentity).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let sealed = Sealed::parse(body::value(&form, "sealed")).ok_or(Failure::Malformed)?;
    let to = officers(house, body::value(&form, "to")).await?.into_iter().find(|(_, _, is_chosen)| *is_chosen);
    let reason = body::value(&form, "reason").trim();
    let reference = Reference::parse(body::value(&form, "reference")).ok();
    let is_there = match &reference {
        None => false,
        Some(reference) => {
            store::is_sealed(&house.db, reference.as_str(), sealed).await.map_err(Failure::unavailable)?
        }
    };
    let mut faults = Vec::new();
    if !is_there {
        faults.push("releases-fault-reference");
    }
    if to.is_none() {
        faults.push("releases-fault-to");
    }
    if reason.is_empty() || reason.chars().count() > REASON_LIMIT {
        faults.push("releases-fault-reason");
    }
    let (Some(reference), Some((to, _, _)), true) = (reference, to, faults.is_empty()) else {
        return page(house, visit, &signed_in, &form, &faults).await;
    };
    let actor = signed_in.actor();
    let release = Release {
        reference: reference.as_str().to_owned(),
        sealed,
        to,
        by: signed_in.name,
        reason: reason.to_owned(),
        at: house.clock.millis(),
        is_opened: false,
    };
    let entry = Entry::of_case(&release.reference, release.at, actor, audit::Action::Unredact);
    let entry = entry.about(&release.to).because(sealed.as_str()).deciding(reason);
    store::keep(&house.db, &release, &entry).await.map_err(Failure::unavailable)?;
    see_other(&format!("{}&done=1", Page::new(visit).link("/releases")))
}
