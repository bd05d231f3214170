//! The publisher's room: what the office drafted is published, or withdrawn with a reason. Nobody publishes what they drafted.

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;

use super::you_said::{Shown, store};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::staff::{Action, SignedIn, check_form, enter};

/// The longest reason for a withdrawal, in characters.
const REASON_LIMIT: usize = 600;

#[derive(Template)]
#[template(path = "casework/publish.html")]
struct PublishPage {
    page: Page,
    entries: Vec<Shown>,
    /// The name that this member signs in with: of their own drafts they publish none.
    me: String,
    form_token: String,
    fault: Option<&'static str>,
}

/// `GET /publish`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::PublishYouSaid).await?;
    page(house, visit, &signed_in, None).await
}

/// `POST /publish`.
pub(super) async fn decide(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::PublishYouSaid).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let (id, actor, now) = (body::value(&form, "entry"), signed_in.actor(), house.clock.millis());
    let done = match body::value(&form, "do") {
        "publish" => store::publish(&house.db, id, &actor, now).await,
        "withdraw" => {
            let because = body::value(&form, "because").trim();
            if because.is_empty() || because.chars().count() > REASON_LIMIT {
                return page(house, visit, &signed_in, Some("publish-no-reason")).await;
            }
            let was_published = body::value(&form, "state") == "published";
            store::withdraw(&house.db, id, was_published, because, (&actor, now)).await
        }
        _ => return Err(Failure::Malformed),
    };
    if !done.map_err(Failure::unavailable)? {
        return Err(Failure::Conflict);
    }
    see_other(&Page::new(visit).link("/publish"))
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    fault: Option<&'static str>,
) -> Result<Reply, Failure> {
    let entries = store::standing(&house.db).await.map_err(Failure::unavailable)?;
    let page = PublishPage {
        page: Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room()),
        entries: Shown::all(house, visit, entries).await?,
        me: signed_in.name.clone(),
        form_token: signed_in.form_token.clone(),
        fault,
    };
    html(if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}
