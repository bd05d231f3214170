//! The poster of a service: a QR code and an address, in both languages, to hang where people wait.

use ::http::StatusCode;
use askama::Template;
use feedback::Language;

use super::Intake;
use crate::http::{Failure, Page, Reply, Visit, html, qr_svg};
use crate::registry::Service;
use crate::words::Words;

#[derive(Template)]
#[template(path = "intake/poster.html")]
struct Poster {
    page: Page,
    service: Service,
    /// The words of both languages, those of the page first.
    both: [&'static Words; 2],
    /// The words of the card's other languages, which the poster names.
    others: Vec<&'static Words>,
    qr: String,
    /// The address as people type it.
    address: String,
}

/// `GET /card/{service}/poster`.
pub(super) async fn show(intake: &Intake, visit: &Visit, slug: &str) -> Result<Reply, Failure> {
    let service = intake.open_service(slug).await?;
    let page = Page::on_paper(visit);
    let other = if visit.official == Language::French { Language::English } else { Language::French };
    let both = [page.words, Words::of(other)];
    let address = format!("{}/card/{}", intake.house.config.public_url, service.slug);
    let others = Language::ALL.iter().filter(|language| !Language::OFFICIAL.contains(language));
    let others = others.map(|language| Words::of(*language)).collect();
    let (qr, address) = (qr_svg(&address)?, as_typed(&address).to_owned());
    let poster = Poster { page, service, both, others, qr, address };
    html(StatusCode::OK, &poster)
}

/// An address without what browsers add by themselves.
pub(super) fn as_typed(address: &str) -> &str {
    address.trim_start_matches("https://")
}
