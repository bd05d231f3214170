//! The card's page: the widget's own component, rendered here, in a shell that brings the words.

use ::http::header::{HeaderName, RETRY_AFTER};
use ::http::{HeaderValue, StatusCode};
use askama::Template;
use feedback::{Channel, FaultKind, Fields, Instrument, Notice, PageAddress};
use widget::{Accepted, CardPage, CardPageProps, Delay, FieldFault, LiveProps, ReceiptPage, ReceiptPageProps};
use yew::ServerRenderer;

use super::{Intake, signs};
use crate::http::assets::{CARD_SET, CardStyle, card_style};
use crate::http::{Failure, Page, Reply, Visit, bearer, frame_ancestors, html, html_with_policy, qr_svg};
use crate::registry::Service;

#[derive(Template)]
#[template(path = "intake/card.html")]
struct Shell {
    page: Page,
    title: String,
    hash: &'static str,
    style: &'static str,
    switch: Switch,
    /// Whether another page has the card inside it.
    is_embedded: bool,
    /// On a screen that is shared, where nothing stays: the code that leads a phone to the tracking page.
    kiosk_code: Option<String>,
    /// Whether an officer fills it in for somebody else.
    is_desk: bool,
    /// Whether an officer came from the desk with a pass, and goes back to it from the receipt.
    leads_back: bool,
    body: String,
    /// What the browser takes over from; empty where the page stays as it is.
    props: String,
}

/// How the page offers its other languages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Switch {
    /// The form posts what is filled in, to be shown again.
    Posts,
    /// By links: there is nothing to lose.
    Links,
    /// Not at all: in another language this page could not be shown again.
    None,
    /// Nor here: a receipt is shown once. From it alone an officer goes back to the desk.
    Receipt,
}

#[derive(Template)]
#[template(path = "intake/no_card.html")]
struct NoCard {
    title: String,
    detail: String,
    unsent: Option<Unsent>,
}

/// What a person wrote, for them to keep.
struct Unsent {
    label: String,
    hint: String,
    text: String,
}

#[derive(Template)]
#[template(path = "intake/unbuilt.html")]
struct Unbuilt {
    page: Page,
}

/// Whether the card's files are in this program.
pub(super) const fn is_built() -> bool {
    CARD_SET.hash.is_some()
}

/// What is shown in place of a card where they are not.
pub(super) fn unbuilt(visit: &Visit) -> Result<Reply, Failure> {
    html(StatusCode::SERVICE_UNAVAILABLE, &Unbuilt { page: Page::new(visit) })
}

/// A card with these values, and the time of its first page: none in a fresh one, and what was filled in where the person
/// asked for another language.
pub(super) async fn card(
    intake: &Intake,
    visit: &Visit,
    service: &Service,
    (filled_in, begun): (&Fields, Option<String>),
) -> Result<Reply, Failure> {
    let mut props = props(intake, visit, service, filled_in)?;
    props.begun = begun.unwrap_or(props.begun);
    let live = LiveProps {
        language: props.language.clone(),
        action: props.action.clone(),
        track: track(visit),
        words: props.words.iter().filter(|(id, _)| may_appear(id)).map(|(id, text)| (id.into(), text.into())).collect(),
    };
    let brought: serde_json::Map<_, _> = live.brought().map(|(name, value)| (name, value.into())).collect();
    let json = serde_json::Value::Object(brought).to_string();
    let rendered = ServerRenderer::<CardPage>::with_props(move || props).hydratable(false).render().await;
    shell(intake, visit, Some(service), (StatusCode::OK, titled(visit, "card-heading"), Switch::Posts), rendered, &json)
}

/// How the privacy guard stands to a card.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Guard {
    /// The person is asked about what looks personal.
    Asks,
    /// They have answered.
    Answered,
    /// There is nothing to ask.
    Content,
}

/// Why a card comes back to the person.
pub(super) struct Return {
    /// How the privacy guard stands to it.
    pub guard: Guard,
    /// The time of its first page.
    pub begun: String,
    /// What is wrong with its fields; or why it cannot be taken just now, though nothing is wrong with it.
    pub reason: Result<Failure, Vec<(String, String)>>,
}

/// The card as the person filled it in, with what is wrong with its fields and, where something in it looks personal,
/// the question what to do with that; or with the reason why it must be sent again a little later. It is a plain form
/// again, whatever the browser can do.
pub(super) async fn returned(
    intake: &Intake,
    visit: &Visit,
    service: &Service,
    sent: &Fields,
    back: Return,
) -> Result<Reply, Failure> {
    let mut props = props(intake, visit, service, sent)?;
    props.begun = back.begun;
    props.is_held = matches!(back.guard, Guard::Asks);
    props.guard_answer = matches!(back.guard, Guard::Answered).then_some("anyway");
    let mut retry_after = None;
    let (status, title) = match back.reason {
        Ok(failure) => {
            let words = visit.words();
            retry_after = failure.retry_after();
            let (heading, detail) = (failure.text(words, "title"), failure.text(words, "detail"));
            let (status, title) = (failure.status(), heading.clone());
            let proof = if let Failure::Asked { wait, .. } = failure { wait } else { String::new() };
            props.delay = Some(Delay { heading, detail, proof });
            (status, title)
        }
        Err(faults) => {
            let id = if faults.is_empty() { "card-guard-heading" } else { "card-summary-heading" };
            props.faults = faults.into_iter().map(|(field, detail)| FieldFault { field, detail }).collect();
            (StatusCode::UNPROCESSABLE_ENTITY, titled(visit, id))
        }
    };
    let rendered = ServerRenderer::<CardPage>::with_props(move || props).hydratable(false).render().await;
    shell(intake, visit, Some(service), (status, title, Switch::Posts), rendered, "")
        .map(|reply| later(reply, retry_after))
}

/// The answer, saying after how many seconds to ask again.
fn later(mut reply: Reply, seconds: Option<u32>) -> Reply {
    if let Some(seconds) = seconds {
        reply.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    reply
}

/// A title that may speak to whoever fills in a card for somebody else.
fn titled(visit: &Visit, id: &str) -> String {
    visit.words().with(id, "channel", spoken_as(channel(visit)))
}

/// Why there is no card, in its place; on the sites of the service, where there is one.
pub(super) fn instead(
    intake: &Intake,
    visit: &Visit,
    service: Option<&Service>,
    failure: &Failure,
) -> Result<Reply, Failure> {
    no_card(intake, visit, service, (failure, Switch::Links), None)
}

fn no_card(
    intake: &Intake,
    visit: &Visit,
    service: Option<&Service>,
    (failure, switch): (&Failure, Switch),
    unsent: Option<Unsent>,
) -> Result<Reply, Failure> {
    let words = visit.words();
    let body = NoCard { title: failure.text(words, "title"), detail: failure.text(words, "detail"), unsent };
    let body = body.render().map_err(Failure::internal)?;
    let reply = shell(intake, visit, service, (failure.status(), titled(visit, "card-heading"), switch), body, "")?;
    Ok(later(reply, failure.retry_after()))
}

/// Why a form was not taken of which there is no card to come back in: to a person with what they wrote.
pub(super) fn unsent(
    intake: &Intake,
    visit: &Visit,
    service: Option<&Service>,
    (sent, failure): (&[(String, String)], Failure),
) -> Result<Reply, Failure> {
    let is_text = |name: &str| matches!(name, "comment" | "put_right");
    let written = sent.iter().filter(|(name, text)| is_text(name) && !text.trim().is_empty());
    let text = written.map(|(_, text)| text.trim()).collect::<Vec<_>>().join("\n\n");
    if text.is_empty() || !visit.wants_a_page() {
        return Err(failure);
    }
    intake.house.metrics.refused(failure.code());
    let words = visit.words();
    let unsent = Unsent { label: words.text("card-unsent"), hint: words.text("card-unsent-hint"), text };
    no_card(intake, visit, service, (&failure, Switch::None), Some(unsent))
}

/// The receipt, in place of the card.
pub(super) async fn receipt(
    intake: &Intake,
    visit: &Visit,
    service: &Service,
    accepted: Accepted,
) -> Result<Reply, Failure> {
    let props = props(intake, visit, service, &Fields::default())?;
    let props = ReceiptPageProps { accepted, again: props.action, track: track(visit), words: props.words };
    let rendered = ServerRenderer::<ReceiptPage>::with_props(move || props).hydratable(false).render().await;
    shell(
        intake,
        visit,
        Some(service),
        (StatusCode::OK, titled(visit, "card-receipt-heading"), Switch::Receipt),
        rendered,
        "",
    )
}

fn shell(
    intake: &Intake,
    visit: &Visit,
    service: Option<&Service>,
    (status, title, switch): (StatusCode, String, Switch),
    body: String,
    props: &str,
) -> Result<Reply, Failure> {
    let page = Page::new(visit);
    let (Some(hash), Some(style)) = (CARD_SET.hash, card_style()) else { return unbuilt(visit) };
    let follow = || qr_svg(&format!("{}{}", intake.house.config.public_url, track(visit)));
    let kiosk_code = (channel(visit) == Channel::Kiosk).then(follow).transpose()?;
    // In a script element `<` could end it; JSON may write it otherwise.
    let props = props.replace('<', "\\u003c");
    let (is_embedded, is_desk) = (is_embedded(visit), channel(visit).is_keyed_in());
    let house = &intake.house;
    let has_pass = || bearer(&house.config, &house.secrets, visit, house.clock.now()).is_some();
    let leads_back = switch == Switch::Receipt && is_desk && !is_embedded && has_pass();
    let shell = Shell {
        page,
        title,
        hash,
        style: style.text,
        switch,
        is_embedded,
        kiosk_code,
        is_desk,
        leads_back,
        body,
        props,
    };
    let mut reply = html_with_policy(status, &shell, &policy(intake, service, style))?;
    // A host page on a site of the same name must not share its thread, or its WebAssembly would make that page wait.
    reply.headers_mut().insert("origin-agent-cluster", HeaderValue::from_static("?1"));
    Ok(reply)
}

/// The card's policy: its own script and WebAssembly, and around it the pages of the sites that the settings name for
/// every service and the register for this one.
fn policy(intake: &Intake, service: Option<&Service>, style: &CardStyle) -> String {
    let sites = intake.house.config.sites.iter().chain(service.into_iter().flat_map(|service| &service.sites));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src {}; img-src 'self' data:; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; {}",
        style.named,
        frame_ancestors(sites.map(String::as_str))
    )
}

/// What the card stands on. A card that comes back keeps its id; in another language it is another card, because the
/// first may have been kept already.
fn props(intake: &Intake, visit: &Visit, service: &Service, values: &Fields) -> Result<CardPageProps, Failure> {
    let language = visit.language;
    let channel = channel(visit);
    let is_the_same = values.get("language") == Some(language.as_str());
    let known = values.get("id").filter(|_| is_the_same).and_then(|id| feedback::CardId::parse(id).ok());
    let fresh = || intake.house.secrets.card_id(intake.house.clock.now()).map_err(Failure::internal);
    let id = known.map_or_else(fresh, Ok)?;
    let page = visit.asked("page").and_then(|page| PageAddress::parse(page).ok());
    let notice = intake.house.config.has_privacy_notice().then(|| Notice::Privacy2.as_str().to_owned());
    Ok(CardPageProps {
        id: id.to_string(),
        service_name: service.name(visit.official).to_owned(),
        service_language: visit.official.as_str().to_owned(),
        language: language.as_str().to_owned(),
        channel: channel.as_str().to_owned(),
        instrument: Instrument::Card2.as_str().to_owned(),
        asks_more: service.asks_more,
        notice: notice.unwrap_or_default(),
        action: action(visit, service, channel, page.as_ref()),
        page: page.map(|page| page.as_str().to_owned()),
        words: words(intake, visit, service),
        begun: signs::begun(&intake.house.secrets, intake.house.clock.now()),
        values: values.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        faults: Vec::new(),
        is_held: false,
        guard_answer: None,
        delay: None,
    })
}

/// The tracking page.
fn track(visit: &Visit) -> String {
    format!("/track?lang={}", visit.language.as_str())
}

/// Whether a sentence may appear in the browser without the server's doing.
fn may_appear(id: &str) -> bool {
    const BEGINNINGS: [&str; 12] = [
        "card-comment-left",
        "card-comment-over",
        "card-danger-now",
        "card-summary",
        "card-fault",
        "card-guard",
        "card-waiting",
        "card-checking",
        "card-receipt",
        "card-reply-instead",
        "card-sending",
        "fault-",
    ];
    id == "card-changed" || BEGINNINGS.iter().any(|beginning| id.starts_with(beginning))
}

/// The sentences that this card can show; a person's network does not carry the others.
pub(super) fn words(intake: &Intake, visit: &Visit, service: &Service) -> widget::Words {
    let (config, channel, asks_more) = (&intake.house.config, channel(visit), service.asks_more);
    let asks_address = config.has_privacy_notice();
    let authority = config.privacy_authority(visit.official);
    let parts = [
        ("card-more-", asks_more),
        ("card-script-", channel.is_spoken()),
        ("card-sheet", channel == Channel::Paper),
        ("card-kiosk-", channel == Channel::Kiosk),
        ("card-notice-", asks_address),
        ("card-address-", asks_address),
        ("card-consent", asks_address),
        ("card-reply", asks_address),
    ];
    let early = [FaultKind::NotAnEmail, FaultKind::NotAPhone, FaultKind::NotAnAddress].map(FaultKind::sentence);
    let early = early.into_iter().filter(|_| asks_address).map(|id| (id.to_owned(), visit.words().text(id)));
    let words = visit.words().beginning("card-", spoken_as(channel)).into_iter().chain(early);
    let shown = words.filter(|(id, _)| parts.iter().all(|(prefix, is_shown)| *is_shown || !id.starts_with(prefix)));
    let named = |text: String| text.replace("{authority}", authority).replace("{bank}", &config.privacy_bank);
    shown.map(|(id, text)| (id, named(text))).collect()
}

/// Where the form posts, and where a fresh card of the same kind is.
fn action(visit: &Visit, service: &Service, channel: Channel, page: Option<&PageAddress>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("lang", visit.language.as_str()).append_pair("channel", channel.as_str());
    if let Some(page) = page {
        query.append_pair("page", page.as_str());
    }
    if is_embedded(visit) {
        query.append_pair("embed", "1");
    }
    format!("/card/{}?{}", service.slug, query.finish())
}

/// The channel by which the card comes.
fn channel(visit: &Visit) -> Channel {
    visit.asked("channel").and_then(Channel::parse).unwrap_or(Channel::Web)
}

/// The channel whose sentences are said: at the counter those of a call, with a letter those of a paper card.
pub(super) const fn spoken_as(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => Channel::Phone.as_str(),
        Channel::Letter => Channel::Paper.as_str(),
        other => other.as_str(),
    }
}

/// Whether a loader on another page asks, and not a link inside a card that is open already.
pub(super) fn is_from_a_loader(visit: &Visit) -> bool {
    let from = HeaderName::from_static("sec-fetch-site");
    is_embedded(visit) && visit.header(&from) != Some("same-origin")
}

/// Whether the loader asked for the card, to show it inside another page.
fn is_embedded(visit: &Visit) -> bool {
    visit.asked("embed") == Some("1")
}
