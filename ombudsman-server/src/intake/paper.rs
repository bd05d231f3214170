//! The paper card of a service: one sheet, English on one side and French on the other; on
//! top is the language in which it was asked for. Each time it is shown it is a
//! new sheet: its code gives the card's id, so that the stub already has the reference and the access code.

use ::http::StatusCode;
use askama::Template;
use feedback::{Achieved, Consent, Driver, Intent, Item, Language, Rating, ReplyBy};

use super::Intake;
use super::poster::as_typed;
use crate::config::Config;
use crate::http::{Failure, Page, Reply, Visit, html, qr_svg};
use crate::registry::Service;
use crate::words::Words;

#[derive(Template)]
#[template(path = "intake/paper.html")]
struct PaperCard {
    page: Page,
    service: Service,
    faces: [Face; 2],
    sheet: String,
    reference: String,
    access_code: String,
    postal_address: String,
    /// Whether the office may ask for an address: it has a privacy notice to show.
    asks_address: bool,
    /// The tracking page as people type it.
    track: String,
    track_qr: String,
}

/// A side of the sheet.
struct Face {
    words: &'static Words,
    other: &'static Words,
    /// The privacy notice; empty where there is none to show.
    notice: String,
}

impl Face {
    const fn language(&self) -> Language {
        self.words.language()
    }

    /// The rating questions as the card asks them, and whether one may not apply.
    fn ratings(&self) -> Vec<(String, bool)> {
        let overall = (self.words.text("card-overall"), false);
        let driver = |driver: Driver| (self.words.text(&format!("card-driver-{}", driver.as_str())), true);
        std::iter::once(overall).chain(Driver::ALL.map(driver)).collect()
    }

    /// The questions that a service may switch on, each with the points of its own scale.
    fn more(&self) -> Vec<(String, Vec<String>)> {
        let question = |item: &Item| {
            let name = item.as_str();
            let points = Rating::ALL.map(|rating| self.words.text(&format!("card-more-{name}-{}", rating.points())));
            (self.words.text(&format!("card-more-{name}")), points.to_vec())
        };
        Item::MORE.iter().map(question).collect()
    }

    /// The sentence whose id is this beginning and this name.
    fn named(&self, beginning: &str, name: &str) -> String {
        self.words.text(&[beginning, name].concat())
    }

    /// A point of the scale.
    fn point(&self, rating: Rating) -> String {
        self.words.text(&format!("card-point-{}", rating.points()))
    }
}

/// The privacy notice in one paragraph, as the card's form has it line by line.
fn notice(config: &Config, words: &Words) -> String {
    if !config.has_privacy_notice() {
        return String::new();
    }
    let authority = config.privacy_authority(words.language());
    let lines = [
        words.text("card-notice-why"),
        words.with("card-notice-authority", "authority", authority),
        words.text("card-notice-shared"),
        words.text("card-notice-choice"),
        words.text("card-notice-rights"),
        words.with("card-notice-bank", "bank", config.privacy_bank.clone()),
        words.text("card-notice-complain"),
    ];
    lines.join(" ")
}

/// Lines to write on. The side shows as many as it has room for.
const LINES: std::ops::Range<usize> = 0..14;

/// `GET /card/{service}/paper`.
pub(super) async fn show(intake: &Intake, visit: &Visit, slug: &str) -> Result<Reply, Failure> {
    let service = intake.open_service(slug).await?;
    let secrets = &intake.house.secrets;
    let sheet = secrets.sheet_code().map_err(Failure::internal)?;
    let reference = secrets.reference(&secrets.card_of_sheet(&sheet));
    let config = &intake.house.config;
    let face = |language, other| {
        let words = Words::of(language);
        Face { words, other: Words::of(other), notice: notice(config, words) }
    };
    let (first, second) = match visit.official {
        Language::French => (Language::French, Language::English),
        _ => (Language::English, Language::French),
    };
    let track = format!("{}/track", config.public_url);
    let page = PaperCard {
        page: Page::on_paper(visit),
        service,
        faces: [face(first, second), face(second, first)],
        sheet: sheet.grouped(),
        reference: reference.grouped(),
        access_code: secrets.access_code(&reference).grouped(),
        postal_address: config.postal_address.clone(),
        asks_address: config.has_privacy_notice(),
        track_qr: qr_svg(&track)?,
        track: as_typed(&track).to_owned(),
    };
    html(StatusCode::OK, &page)
}
