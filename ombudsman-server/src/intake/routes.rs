//! `GET` and `POST /card/{service}`, `POST /api/v1/cards` and what it takes; `/receipt`; the poster and the paper card.

use std::sync::Arc;

use ::http::{HeaderName, StatusCode};
use bytes::Bytes;
use feedback::{BODY_LIMIT, Card, Fields};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;
use warp::Filter;
use widget::Accepted;

use super::card_page::{Guard, Return};
use super::signs::Signs;
use super::{Coming, Intake, Receipt, card_page, check, next, paper, poster, sheet};
use crate::http::{
    self, CardTaken, Failure, Peer, Reply, Routes, Visit, answer, body, either, get, get_one, is_from_elsewhere, peer,
    post, post_one, visit, visit_in_any_language, with,
};
use crate::registry::embedding::Kind;

/// The most bytes of a form's names and values: 4,000 characters of a script whose characters take several bytes fit.
const FIELDS_LIMIT: usize = 2 * BODY_LIMIT;
/// The largest body of the card's form, in bytes: a form may write each byte of a text as three ("%C3").
const FORM_LIMIT: usize = 3 * FIELDS_LIMIT;

/// What the door for programs takes and answers, for them to read.
const OPEN_API: &str = include_str!("openapi.json");

/// The routes of this room.
#[must_use]
pub fn routes(intake: &Arc<Intake>) -> Routes {
    let api = post("/api/v1/cards")
        .and(with(intake))
        .and(visit_in_any_language())
        .and(peer())
        .and(body::limited(BODY_LIMIT))
        .then(|intake: Arc<Intake>, visit, peer, sent| async move {
            answer(&visit, counted(&intake, take_json(&intake, &visit, peer, sent).await))
        });
    let page =
        get_one("/card/{service}").and(with(intake)).and(visit_in_any_language()).then(
            |service: String, intake: Arc<Intake>, visit| async move {
                answer(&visit, show(&intake, &visit, &service).await)
            },
        );
    let form = post_one("/card/{service}")
        .and(with(intake))
        .and(visit_in_any_language())
        .and(peer())
        .and(body::limited(FORM_LIMIT))
        .then(|service: String, intake: Arc<Intake>, visit, peer, sent| async move {
            answer(&visit, counted(&intake, take_form(&intake, (&visit, peer), &service, sent).await))
        });
    let told = get("/api/openapi.json")
        .map(|| http::of_type(StatusCode::OK, "application/json", OPEN_API.as_bytes().to_vec()));
    let others = either(either(told.boxed(), print_routes(intake)), receipt_routes(intake));
    // Each join that a card passes costs it something: the doors come first.
    either(api.boxed(), either(either(page.boxed(), form.boxed()), others))
}

/// What is made to be printed: the poster and the paper card of a service.
fn print_routes(intake: &Arc<Intake>) -> Routes {
    let poster = get_one("/card/{service}/poster").and(with(intake)).and(visit()).then(
        |service: String, intake: Arc<Intake>, visit| async move {
            answer(&visit, poster::show(&intake, &visit, &service).await)
        },
    );
    let paper = get_one("/card/{service}/paper").and(with(intake)).and(visit()).then(
        |service: String, intake: Arc<Intake>, visit| async move {
            answer(&visit, paper::show(&intake, &visit, &service).await)
        },
    );
    either(poster.boxed(), paper.boxed())
}

fn receipt_routes(intake: &Arc<Intake>) -> Routes {
    let form = get("/receipt")
        .and(with(intake))
        .and(visit())
        .map(|intake: Arc<Intake>, visit| answer(&visit, check::form(&intake, &visit)));
    let key = get("/receipt/key").and(with(intake)).map(|intake: Arc<Intake>| check::public_keys(&intake));
    let check = post("/receipt").and(with(intake)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
        |intake: Arc<Intake>, visit, sent| async move { answer(&visit, check::check(&intake, &visit, sent).await) },
    );
    either(either(form.boxed(), key.boxed()), check.boxed())
}

async fn show(intake: &Intake, visit: &Visit, slug: &str) -> Result<Reply, Failure> {
    let (service, failure) = match intake.service(slug).await {
        Ok(service) if service.is_open => {
            if card_page::is_from_a_loader(visit) {
                intake.tally.note(&service.slug, Kind::Opened);
            }
            return card_page::card(intake, visit, &service, (&Fields::default(), None)).await;
        }
        Ok(service) => (Some(service), Failure::ServiceClosed),
        Err(failure @ Failure::UnknownService) => (None, failure),
        Err(failure) => return Err(failure),
    };
    // Inside another page the sentence must be allowed to appear there.
    if visit.wants_a_page() { card_page::instead(intake, visit, service.as_ref(), &failure) } else { Err(failure) }
}

/// The door for programs.
async fn take_json(
    intake: &Intake,
    visit: &Visit,
    peer: Option<Peer>,
    sent: Result<Bytes, Failure>,
) -> Result<Reply, Failure> {
    if !visit.sends("application/json") {
        return Err(Failure::WrongType);
    }
    // Programs do not say where they come from; a page of another site cannot help it.
    if is_from_elsewhere(visit, &intake.house.config.public_url) {
        return Err(Failure::Foreign);
    }
    let value: Value = serde_json::from_slice(&sent?).map_err(|_| Failure::Malformed)?;
    let fields = Fields::from_json(value).map_err(|_| Failure::Malformed)?;
    let card = Card::parse(fields).map_err(Failure::Card)?;
    let service = intake.open_service(card.service.as_str()).await?;
    let network = intake.network(visit, peer);
    intake.admit(&network, &service.slug, visit.header(&PROOF)).await?;
    let receipt = intake.keep(&card, Coming { network, ..Coming::default() }).await?;
    for_a_program(intake, &card, &receipt)
}

/// Counts a card that was taken, or why it was not. A form that comes back with a reason is counted where it is made.
fn counted(intake: &Intake, taken: Result<Reply, Failure>) -> Result<Reply, Failure> {
    let metrics = &intake.house.metrics;
    match &taken {
        Ok(reply) if reply.extensions().get::<CardTaken>().is_some() => drop(metrics.accepted.inc()),
        Ok(_) => {}
        Err(failure) => metrics.refused(failure.code()),
    }
    taken
}

/// The header in which a program sends the proof that it was asked for.
const PROOF: HeaderName = HeaderName::from_static("proof");

/// The name of the buttons that ask for the card in another language, with what is filled in.
const SHOW_IN: &str = "show_in";

/// The door for the card's form: a page for a browser without script, data for the card that sends it in place. A form
/// that comes back keeps what was filled in; so does one that is asked for in another language, and nothing is judged.
async fn take_form(
    intake: &Intake,
    (visit, peer): (&Visit, Option<Peer>),
    slug: &str,
    sent: Result<Bytes, Failure>,
) -> Result<Reply, Failure> {
    if !card_page::is_built() {
        // Without the card's files there would be no receipt to show for a card that was kept.
        return card_page::unbuilt(visit);
    }
    if is_from_elsewhere(visit, &intake.house.config.public_url) {
        return Err(Failure::Foreign);
    }
    let mut pairs = body::form(visit, &sent?)?;
    let signs = Signs::take(&mut pairs);
    let service = match intake.service(slug).await {
        Ok(service) if service.is_open => service,
        Ok(service) => return card_page::unsent(intake, visit, Some(&service), (&pairs, Failure::ServiceClosed)),
        Err(failure) => return card_page::unsent(intake, visit, None, (&pairs, failure)),
    };
    if pairs.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>() > FIELDS_LIMIT {
        return card_page::unsent(intake, visit, Some(&service), (&pairs, Failure::TooLarge { limit: FIELDS_LIMIT }));
    }
    let (asked, pairs): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| name == SHOW_IN);
    let fields = Fields::from_form(pairs);
    if !asked.is_empty() && visit.wants_a_page() {
        return card_page::card(intake, visit, &service, (&fields, Some(signs.begun))).await;
    }
    let mut fields = fields.as_shown();
    fields.set("service", &service.slug);
    let is_answered = widget::guard::is_answered(&mut fields, || card_page::words(intake, visit, &service));
    let guard = match (is_answered, widget::guard::found_in(&fields).is_empty()) {
        (true, _) => Guard::Answered,
        // Where a script sends the card, it has asked already.
        (false, false) if visit.wants_a_page() => Guard::Asks,
        (false, _) => Guard::Content,
    };
    let (card, is_on_a_sheet) = match sheet::parse(fields.clone(), &intake.house.secrets) {
        Ok(parsed) if guard != Guard::Asks => parsed,
        Err(faults) if !visit.wants_a_page() => return Err(Failure::Card(faults)),
        stopped => {
            if stopped.is_err() {
                intake.house.metrics.refused("card");
            }
            let faults = stopped.err().map(|faults| Failure::Card(faults).errors(visit.words())).unwrap_or_default();
            let back = Return { guard, begun: signs.begun, reason: Err(faults) };
            return card_page::returned(intake, visit, &service, &fields, back).await;
        }
    };
    let receipt = match let_in(intake, &card, (visit, peer), &signs).await {
        Err(failure) if failure.retry_after().is_some() && visit.wants_a_page() => {
            intake.house.metrics.refused(failure.code());
            let back = Return { guard, begun: signs.begun, reason: Ok(failure) };
            return card_page::returned(intake, visit, &service, &fields, back).await;
        }
        receipt => receipt?,
    };
    let mut accepted = accepted(intake, &card, &receipt, service.name(visit.official))?;
    if is_on_a_sheet {
        // The person tore it off with the stub. Whoever comes by the sheet afterwards cannot follow the card with it.
        accepted.access_code = String::new();
        accepted.keep = next::on_a_sheet(card.language);
    }
    if visit.wants_a_page() {
        card_page::receipt(intake, visit, &service, accepted).await.map(as_taken)
    } else {
        in_place(&accepted)
    }
}

fn as_taken(mut reply: Reply) -> Reply {
    reply.extensions_mut().insert(CardTaken);
    reply
}

/// Lets a form's card in, and keeps it with what is suspicious about it. An officer who keys cards in has a budget of their
/// own and no proof is asked of them; past it, their cards go the way of everyone's. Each is kept with their name.
async fn let_in(
    intake: &Intake,
    card: &Card,
    (visit, peer): (&Visit, Option<Peer>),
    signs: &Signs,
) -> Result<Receipt, Failure> {
    let (entered_by, network) = (officer(intake, visit, card), intake.network(visit, peer));
    let mut coming = Coming { network, entered_by, suspicions: Vec::new() };
    if let Some(name) = &coming.entered_by
        && intake.admit_entry(name).await
    {
        return intake.keep(card, coming).await;
    }
    intake.admit(&coming.network, card.service.as_str(), signs.proof.as_deref()).await?;
    let (house, least) = (&intake.house, intake.house.config.form_least_seconds);
    coming.suspicions = signs.suspicions(&house.secrets, house.clock.now(), least);
    intake.keep(card, coming).await
}

/// Who keys this card in for somebody, if they came with a pass.
fn officer(intake: &Intake, visit: &Visit, card: &Card) -> Option<String> {
    let house = &intake.house;
    let bearer = || http::bearer(&house.config, &house.secrets, visit, house.clock.now());
    card.channel.is_keyed_in().then(bearer).flatten()
}

/// What a program is told of a card that was kept.
#[derive(Serialize)]
struct Taken<'a> {
    reference: String,
    access_code: String,
    receipt: &'a RawValue,
    file: String,
    next: Vec<String>,
}

fn for_a_program(intake: &Intake, card: &Card, receipt: &Receipt) -> Result<Reply, Failure> {
    let file = receipt.file().map_err(Failure::internal)?;
    let taken = Taken {
        reference: receipt.reference.grouped(),
        access_code: receipt.access_code.grouped(),
        receipt: &file.receipt,
        file: file.text(),
        next: steps(intake, card, receipt),
    };
    http::json(StatusCode::ACCEPTED, "application/json", &taken).map(as_taken)
}

/// What the card is told that sent its form in place.
#[derive(Serialize)]
struct TakenInPlace<'a> {
    reference: &'a str,
    access_code: &'a str,
    keep: &'a str,
    file: &'a str,
    next: &'a [String],
}

fn in_place(accepted: &Accepted) -> Result<Reply, Failure> {
    let Accepted { reference, access_code, keep, file, next } = accepted;
    http::json(StatusCode::ACCEPTED, "application/json", &TakenInPlace { reference, access_code, keep, file, next })
        .map(as_taken)
}

fn accepted(intake: &Intake, card: &Card, receipt: &Receipt, service: &str) -> Result<Accepted, Failure> {
    let about = std::iter::once(next::about(card.language, receipt.taken, service));
    Ok(Accepted {
        reference: receipt.reference.grouped(),
        access_code: receipt.access_code.grouped(),
        keep: next::keep(card),
        file: receipt.file().map_err(Failure::internal)?.address(),
        next: steps(intake, card, receipt).into_iter().chain(about).collect(),
    })
}

fn steps(intake: &Intake, card: &Card, receipt: &Receipt) -> Vec<String> {
    next::steps(card, receipt.taken, &intake.house.config.public_url)
}
