//! `/desk/enter`: an officer keys in what somebody says by phone or at the counter, or wrote on paper. The form is the
//! card's own page; the officer comes to it with a pass, by which the card is kept with their name.

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use feedback::{Channel, Language};

use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, pass, see_other, with_cookie};
use crate::registry::{self, Service};
use crate::staff::{Action, SignedIn, check_form, enter};
use crate::words::Words;

#[derive(Template)]
#[template(path = "casework/enter.html")]
struct EnterPage {
    page: Page,
    /// The services that take cards, by organisation.
    organisations: Vec<(String, Vec<Service>)>,
    channels: Vec<&'static str>,
    /// The card's languages: code and own name.
    languages: Vec<(&'static str, String)>,
    form_token: String,
    is_incomplete: bool,
}

/// `GET /desk/enter`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::EnterCards).await?;
    page(house, visit, &signed_in, false).await
}

/// `POST /desk/enter`: on to the card's page.
pub(super) async fn begin(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::EnterCards).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let service = registry::find(&house.db, body::value(&form, "service")).await.map_err(Failure::unavailable)?;
    let channel = Channel::parse(body::value(&form, "channel")).filter(|channel| channel.is_keyed_in());
    let language = Language::parse(body::value(&form, "language")).unwrap_or(visit.language);
    let (Some(service), Some(channel)) = (service.filter(|service| service.is_open), channel) else {
        return page(house, visit, &signed_in, true).await;
    };
    let pass = pass(&house.config, &house.secrets, &signed_in.name, house.clock.now()).map_err(Failure::internal)?;
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("lang", language.as_str()).append_pair("channel", channel.as_str());
    with_cookie(see_other(&format!("/card/{}?{}", service.slug, query.finish()))?, &pass)
}

async fn page(house: &House, visit: &Visit, signed_in: &SignedIn, is_incomplete: bool) -> Result<Reply, Failure> {
    let services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let mut organisations: Vec<(String, Vec<Service>)> = Vec::new();
    for service in services.into_iter().filter(|service| service.is_open) {
        let organisation = service.organisation_name(visit.official).to_owned();
        match organisations.last_mut() {
            Some((name, services)) if *name == organisation => services.push(service),
            _ => organisations.push((organisation, vec![service])),
        }
    }
    let page = EnterPage {
        page: Page::for_staff(visit, &signed_in.shown_as, "desk"),
        organisations,
        channels: Channel::ALL.iter().filter(|channel| channel.is_keyed_in()).map(|channel| channel.as_str()).collect(),
        languages: Language::ALL.iter().map(|one| (one.as_str(), Words::of(*one).text("own-name"))).collect(),
        form_token: signed_in.form_token.clone(),
        is_incomplete,
    };
    html(if is_incomplete { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}
