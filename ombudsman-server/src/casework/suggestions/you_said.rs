//! "You said, we did": what the office made of suggestions, in its own words in both languages. One member drafts an entry
//! here; a publisher, who is another person, publishes it (`publish.rs`).

pub(super) mod draft;
pub(super) mod store;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use feedback::Language;

use self::draft::{Draft, Fault};
use crate::casework::service_names::ServiceNames;
use crate::casework::story::day;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::secrets::hex;
use crate::staff::{Action, SignedIn, check_form, enter};

/// An entry, with who did what to it and when.
pub(super) struct Written {
    pub id: String,
    pub service: String,
    pub draft: Draft,
    pub suggestions: i64,
    /// The name that the author signs in with.
    pub author: String,
    pub drafted: (String, i64),
    pub published: Option<(String, i64)>,
    pub withdrawn: Option<(String, i64, String)>,
}

impl Written {
    /// Its last step: the end of the sentence's id, who and when.
    fn last(&self) -> (&'static str, &str, i64) {
        match (&self.withdrawn, &self.published) {
            (Some((who, at, _)), _) => ("withdrawn", who, *at),
            (None, Some((who, at))) => ("published", who, *at),
            (None, None) => ("drafted", &self.drafted.0, self.drafted.1),
        }
    }
}

/// An entry as pages of staff show it.
pub(super) struct Shown {
    pub written: Written,
    pub service: String,
    pub done_on: String,
    pub state: String,
}

impl Shown {
    /// These entries, as this visit reads them.
    pub(super) async fn all(house: &House, visit: &Visit, entries: Vec<Written>) -> Result<Vec<Self>, Failure> {
        let (mut names, words) = (ServiceNames::new(house, visit), visit.words());
        let mut shown = Vec::with_capacity(entries.len());
        for written in entries {
            let (state, who, at) = written.last();
            let values = [("member", who.into()), ("date", day(at, words).into())];
            shown.push(Self {
                service: names.of(&written.service).await?,
                done_on: written.draft.done_on.parse().map_or_else(|_| String::new(), |date| words.date(date)),
                state: words.with_all(&["you-said-state-", state].concat(), &values),
                written,
            });
        }
        Ok(shown)
    }
}

/// An answer that says that something will be done, of which nothing is told yet.
pub(super) struct Done {
    pub answer: String,
    pub service: String,
    pub reason_en: String,
    pub reason_fr: String,
    pub suggestions: i64,
}

#[derive(Template)]
#[template(path = "casework/you_said.html")]
struct YouSaidPage {
    page: Page,
    /// What can be told: the answer, and what it was about.
    done: Vec<(String, String)>,
    entries: Vec<Shown>,
    typed: Draft,
    form_token: String,
    fault: Option<&'static str>,
}

/// `GET /desk/you-said`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::WriteYouSaid).await?;
    page(house, visit, &signed_in, Draft::default(), None).await
}

/// `POST /desk/you-said`: keeps a draft.
pub(super) async fn draft(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::WriteYouSaid).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let typed = Draft::of(&form);
    let today = crate::standard::Standard::default().office_date(house.clock.now());
    if let Some(fault) = typed.fault(today) {
        return page(house, visit, &signed_in, typed, Some(fault.sentence())).await;
    }
    let theirs = store::unquotable(&house.db, &typed.answer).await.map_err(Failure::unavailable)?;
    if theirs.iter().any(|written| typed.texts().iter().any(|text| super::quoted::repeats(text, written))) {
        return page(house, visit, &signed_in, typed, Some(Fault::Quotes.sentence())).await;
    }
    let id = hex(&house.secrets.bytes::<8>().map_err(Failure::internal)?);
    let now = house.clock.millis();
    if !store::keep(&house.db, &id, &typed, &signed_in.actor(), now).await.map_err(Failure::unavailable)? {
        return Err(Failure::Conflict);
    }
    see_other(&Page::new(visit).link("/desk/you-said"))
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    typed: Draft,
    fault: Option<&'static str>,
) -> Result<Reply, Failure> {
    let mut names = ServiceNames::new(house, visit);
    let mut done = Vec::new();
    for one in store::done(&house.db).await.map_err(Failure::unavailable)? {
        let reason = if visit.official == Language::French { &one.reason_fr } else { &one.reason_en };
        let start: String = reason.chars().take(80).collect();
        done.push((one.answer, format!("{} – {start} ({})", names.of(&one.service).await?, one.suggestions)));
    }
    let entries = store::newest(&house.db).await.map_err(Failure::unavailable)?;
    let page = YouSaidPage {
        page: Page::for_staff(visit, &signed_in.shown_as, "desk"),
        done,
        entries: Shown::all(house, visit, entries).await?,
        typed,
        form_token: signed_in.form_token.clone(),
        fault,
    };
    html(if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}
