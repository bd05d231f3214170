//! `GET` and `POST /card/{service}`, `POST /api/v1/cards`.

use std::sync::Arc;

use ::http::StatusCode;
use bytes::Bytes;
use feedback::{BODY_LIMIT, Card, Fields};
use serde_json::{Value, json};
use warp::Filter;
use widget::Accepted;

use super::card_page::{self, Returned};
use super::{Intake, Receipt, next_steps};
use crate::http::{self, Failure, Reply, Routes, Visit, answer, body, either, visit, with};
use crate::registry::embedding::Kind;

/// The largest body of the card's form, in bytes: a form may write each byte of a text as three ("%C3").
const FORM_LIMIT: usize = 3 * BODY_LIMIT;

/// The routes of this room.
#[must_use]
pub fn routes(intake: &Arc<Intake>) -> Routes {
    let api = warp::path!("api" / "v1" / "cards")
        .and(warp::post())
        .and(with(intake))
        .and(visit())
        .and(body::limited(BODY_LIMIT))
        .then(|intake: Arc<Intake>, visit, sent| async move { answer(&visit, take_json(&intake, &visit, sent).await) });
    let page =
        warp::path!("card" / String).and(warp::get()).and(with(intake)).and(visit()).then(
            |service: String, intake: Arc<Intake>, visit| async move {
                answer(&visit, show(&intake, &visit, &service).await)
            },
        );
    let form = warp::path!("card" / String)
        .and(warp::post())
        .and(with(intake))
        .and(visit())
        .and(body::limited(FORM_LIMIT))
        .then(|service: String, intake: Arc<Intake>, visit, sent| async move {
            answer(&visit, take_form(&intake, &visit, &service, sent).await)
        });
    either(either(api.boxed(), page.boxed()), form.boxed())
}

async fn show(intake: &Intake, visit: &Visit, slug: &str) -> Result<Reply, Failure> {
    let (service, failure) = match intake.service(slug).await {
        Ok(service) if service.is_open => {
            if card_page::is_from_a_loader(visit) {
                intake.tally.note(&service.slug, Kind::Opened);
            }
            return card_page::fresh(intake, visit, &service).await;
        }
        Ok(service) => (Some(service), Failure::ServiceClosed),
        Err(failure @ Failure::UnknownService) => (None, failure),
        Err(failure) => return Err(failure),
    };
    // Inside another page the sentence must be allowed to appear there.
    if visit.wants_a_page() { card_page::instead(intake, visit, service.as_ref(), &failure) } else { Err(failure) }
}

/// The door for programs.
async fn take_json(intake: &Intake, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    if !visit.sends("application/json") {
        return Err(Failure::WrongType);
    }
    let value: Value = serde_json::from_slice(&sent?).map_err(|_| Failure::Malformed)?;
    let fields = Fields::from_json(&value).map_err(|_| Failure::Malformed)?;
    let card = Card::parse(fields).map_err(Failure::Card)?;
    intake.open_service(card.service.as_str()).await?;
    Ok(accepted_document(&card, &intake.keep(&card).await?))
}

/// The door for the card's form: a page for a browser without script, data for the card that sends it in place. A form
/// that comes back keeps what was filled in.
async fn take_form(intake: &Intake, visit: &Visit, slug: &str, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    if !card_page::is_built() {
        // Without the card's files there would be no receipt to show for a card that was kept.
        return card_page::unbuilt(visit);
    }
    let service = intake.open_service(slug).await?;
    let pairs = body::form(visit, &sent?)?;
    if pairs.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>() > BODY_LIMIT {
        return Err(Failure::TooLarge { limit: BODY_LIMIT });
    }
    let mut fields = Fields::from_form(pairs).as_shown();
    fields.set("service", &service.slug);
    // Where a script sends the card, it has asked already.
    if widget::guard::holds(&mut fields) && visit.wants_a_page() {
        return card_page::returned(intake, visit, &service, &fields, Returned::Held).await;
    }
    let card = match Card::parse(fields.clone()) {
        Ok(card) => card,
        Err(faults) if visit.wants_a_page() => {
            let faults = Failure::Card(faults).errors(visit.words());
            return card_page::returned(intake, visit, &service, &fields, Returned::Faults(faults)).await;
        }
        Err(faults) => return Err(Failure::Card(faults)),
    };
    let receipt = intake.keep(&card).await?;
    if visit.wants_a_page() {
        card_page::receipt(intake, visit, &service, accepted(&card, &receipt)).await
    } else {
        Ok(accepted_document(&card, &receipt))
    }
}

fn accepted_document(card: &Card, receipt: &Receipt) -> Reply {
    let accepted = accepted(card, receipt);
    let document = json!({
        "reference": accepted.reference, "access_code": accepted.access_code,
        "receipt": receipt.signed, "next": accepted.next,
    });
    http::json(StatusCode::ACCEPTED, "application/json", &document)
}

fn accepted(card: &Card, receipt: &Receipt) -> Accepted {
    Accepted {
        reference: receipt.reference.grouped(),
        access_code: receipt.access_code.grouped(),
        next: next_steps(card, card.language),
    }
}
