//! `/account`: a member's own page: who they are here, their password, their second factor, and where they are signed in.

pub(super) mod factor;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use jiff::Timestamp;

use super::session::{self, Owed, SignedIn};
use super::sign_in::Door;
use super::{PasswordError, check_form, password, second_factor, store};
use crate::audit::{Action, Entry};
use crate::house::House;
use crate::http::{Failure, Page, Peer, Reply, Visit, body, html, see_other, with_cookie};
use crate::standard::Standard;
use crate::words::Words;

#[derive(Template)]
#[template(path = "staff/account.html")]
struct AccountPage {
    page: Page,
    role: &'static str,
    sessions: Vec<Shown>,
    is_of_organization: bool,
    has_second_factor: bool,
    /// How many recovery codes are left, in words.
    factor: String,
    owes: Option<Owed>,
    form_token: String,
    /// What was done a moment ago, or what is wrong with what was sent.
    done: Option<String>,
    fault: Option<String>,
}

/// A session as the page shows it.
struct Shown {
    handle: String,
    browser: String,
    begun: String,
    seen: String,
    is_this: bool,
}

/// `GET /account`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = session::current(house, visit).await?;
    page(house, visit, &signed_in, None).await
}

async fn page(house: &House, visit: &Visit, signed_in: &SignedIn, fault: Option<&str>) -> Result<Reply, Failure> {
    let words = visit.words();
    let member = store::find(&house.db, &signed_in.name).await.map_err(Failure::unavailable)?;
    let member = member.ok_or(Failure::NotSignedIn)?;
    let codes_left = second_factor::store::codes_left(&house.db, &signed_in.name).await;
    let sessions = session::own(house, visit, &signed_in.name).await?;
    let shown = |own: session::Own| Shown {
        browser: if own.browser.is_empty() { words.text("account-browser-unknown") } else { own.browser },
        begun: moment(own.begun_at, words),
        seen: moment(own.seen_at, words),
        handle: own.handle,
        is_this: own.is_this,
    };
    let done = match visit.asked("done") {
        Some("password") => Some(words.text("account-done-password")),
        Some("sessions") => Some(words.text("account-done-sessions")),
        Some("removed") => Some(words.text("account-done-removed")),
        _ => None,
    };
    let page = AccountPage {
        page: Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room()),
        role: signed_in.role.as_str(),
        sessions: sessions.into_iter().map(shown).collect(),
        is_of_organization: member.is_of_organization(),
        has_second_factor: member.has_second_factor(),
        factor: words.with("account-factor-on", "count", codes_left.map_err(Failure::unavailable)?),
        owes: signed_in.owes,
        form_token: signed_in.form_token.clone(),
        done: done.filter(|_| fault.is_none()),
        fault: fault.map(|id| words.text(id)),
    };
    html(if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

/// A time as the office's clock shows it.
fn moment(millis: i64, words: &Words) -> String {
    let standard = Standard::default();
    let moment = Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH);
    let time = moment.to_zoned(standard.zone.clone()).time();
    let values = [
        ("date", words.date(standard.office_date(moment)).into()),
        ("hour", time.hour().to_string().into()),
        ("minute", format!("{:02}", time.minute()).into()),
    ];
    words.with_all("account-moment", &values)
}

/// `POST /account/password`: another password, for who knows the one of now. Every session ends, and another begins here.
pub(super) async fn change_password(
    door: &Door,
    (visit, peer): (&Visit, Option<Peer>),
    sent: Result<Bytes, Failure>,
) -> Result<Reply, Failure> {
    let house = &door.house;
    let (form, signed_in) = own_form(house, visit, sent).await?;
    let (new, again) = (body::value(&form, "new"), body::value(&form, "again"));
    if new != again {
        return page(house, visit, &signed_in, Some("account-fault-again")).await;
    }
    let known = door.known((visit, peer), &signed_in.name, body::value(&form, "password"), None).await?;
    if known.is_err() {
        return page(house, visit, &signed_in, Some("account-fault-password")).await;
    }
    if body::value(&form, "password") == new {
        return page(house, visit, &signed_in, Some("account-fault-same")).await;
    }
    let password = match password::hashed(new.to_owned()).await {
        Ok(password) => password,
        Err(PasswordError::Length) => return page(house, visit, &signed_in, Some("account-fault-length")).await,
        Err(error) => return Err(Failure::internal(error)),
    };
    let entry = Entry::of_office(house.clock.millis(), signed_in.actor(), Action::StaffPassword).about(&signed_in.name);
    let kept = store::set_password(&house.db, &signed_in.name, &password, None, &entry).await;
    kept.map_err(Failure::unavailable)?;
    let cookie = session::begin(house, visit, &signed_in.name).await?;
    with_cookie(done(visit, "password")?, &cookie)
}

/// `POST /account/sessions`: ends one of them, or all but this one.
pub(super) async fn end_sessions(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let (form, signed_in) = own_form(house, visit, sent).await?;
    match body::value(&form, "end") {
        "" => return Err(Failure::Malformed),
        "others" => session::end_others(house, visit, &signed_in).await?,
        handle => session::end_one(house, &signed_in, handle).await?,
    }
    done(visit, "sessions")
}

/// A form that a member sent from their own pages, and who they are.
async fn own_form(
    house: &House,
    visit: &Visit,
    sent: Result<Bytes, Failure>,
) -> Result<(Vec<(String, String)>, SignedIn), Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = session::current(house, visit).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    Ok((form, signed_in))
}

fn done(visit: &Visit, what: &str) -> Result<Reply, Failure> {
    see_other(&format!("{}&done={what}", Page::new(visit).link("/account")))
}
