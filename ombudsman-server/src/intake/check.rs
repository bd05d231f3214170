//! `/receipt`: anyone can check a receipt against this office's key. What was put in is judged and forgotten.

use std::sync::Arc;

use ::http::StatusCode;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use jiff::civil::Date;

use super::{Enclosed, Intake, SignedReceipt, Verdict, examine};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, of_type};
use crate::registry;
use crate::secrets::PublicKey;

#[derive(Template)]
#[template(path = "intake/check.html")]
struct CheckPage {
    page: Page,
    found: Option<Found>,
    key: String,
}

/// What was found, as the page says it.
struct Found {
    /// The id of the sentence that says it.
    verdict: &'static str,
    /// The id of the sentence that explains it, or says what to do.
    detail: &'static str,
    /// What a genuine receipt says.
    genuine: Option<Genuine>,
}

struct Genuine {
    reference: String,
    service: String,
    day: String,
    /// The id of the sentence about the card in the file; none where it was changed, which the verdict says.
    card: Option<&'static str>,
}

/// `GET /receipt`.
pub(super) fn form(intake: &Intake, visit: &Visit) -> Result<Reply, Failure> {
    html(StatusCode::OK, &CheckPage { page: Page::new(visit), found: None, key: key(intake) })
}

/// `GET /receipt/key`: every public key of the office (Ed25519), a line each, the newest first: the key in base 64 for
/// addresses, without padding, the number of its generation, and the days from which and up to which it signed, where
/// they are known.
pub(super) fn public_keys(intake: &Intake) -> Reply {
    let day = |day: Option<Date>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let line = |PublicKey { generation, since, retired, bytes }: PublicKey| {
        format!("{} {generation} {} {}\n", URL_SAFE_NO_PAD.encode(bytes), day(since), day(retired))
    };
    let lines: String = intake.house.secrets.public_keys().into_iter().map(line).collect();
    of_type(StatusCode::OK, "text/plain; charset=utf-8", lines.into_bytes())
}

/// `POST /receipt`. Only a genuine receipt, with its card or none, is answered with 200.
pub(super) async fn check(intake: &Intake, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form_with_files(visit, sent?).await?;
    let text = Some(body::value(&form, "file")).filter(|text| !text.trim().is_empty());
    let text = text.unwrap_or_else(|| body::value(&form, "text"));
    let verdict = judge(&intake.house, text).await;
    let (verdict, detail, genuine) = match verdict {
        Verdict::Genuine(receipt, card) => {
            let (verdict, detail) = match card {
                Enclosed::Changed => ("receipt-changed", "receipt-changed-detail"),
                Enclosed::AsSigned | Enclosed::Nothing => ("receipt-genuine", "receipt-genuine-detail"),
            };
            (verdict, detail, Some(genuine(intake, visit, *receipt, card).await?))
        }
        Verdict::OtherKey => ("receipt-other-key", "receipt-other-key-detail", None),
        Verdict::NotGenuine => ("receipt-not-genuine", "receipt-not-genuine-detail", None),
        Verdict::NotAReceipt => ("receipt-not-a-receipt", "receipt-not-a-receipt-detail", None),
    };
    intake.house.metrics.checked(verdict.trim_start_matches("receipt-"));
    let found = Found { verdict, detail, genuine };
    let is_good = found.genuine.as_ref().is_some_and(|genuine| genuine.card.is_some());
    let status = if is_good { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    html(status, &CheckPage { page: Page::new(visit), found: Some(found), key: key(intake) })
}

/// Examines a text against every key of the office; where none fits, also against those that were added since this
/// process started.
async fn judge(house: &Arc<House>, text: &str) -> Verdict {
    let verdict = examine(text, &house.secrets.public_keys());
    if !matches!(verdict, Verdict::OtherKey) {
        return verdict;
    }
    let reader = Arc::clone(house);
    match tokio::task::spawn_blocking(move || reader.secrets.reread()).await {
        Ok(Ok(())) => examine(text, &house.secrets.public_keys()),
        Ok(Err(_)) | Err(_) => verdict,
    }
}

async fn genuine(intake: &Intake, visit: &Visit, receipt: SignedReceipt, card: Enclosed) -> Result<Genuine, Failure> {
    let known = registry::find(&intake.house.db, &receipt.service).await.map_err(Failure::unavailable)?;
    let day = receipt.received_on.parse().map_or(receipt.received_on, |day| visit.words().date(day));
    Ok(Genuine {
        reference: receipt.reference,
        service: known.map_or(receipt.service, |service| service.name(visit.language).to_owned()),
        day,
        card: match card {
            Enclosed::AsSigned => Some("receipt-card-as-signed"),
            Enclosed::Nothing => Some("receipt-card-nothing"),
            Enclosed::Changed => None,
        },
    })
}

fn key(intake: &Intake) -> String {
    URL_SAFE_NO_PAD.encode(intake.house.secrets.verifying_key())
}
