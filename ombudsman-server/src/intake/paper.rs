//! The paper card of a service: one sheet, English on one side and French on the other. Each time it is shown it is a
//! new sheet: its code gives the card's id, so that the stub already has the reference and the access code.

use ::http::StatusCode;
use askama::Template;
use feedback::{Driver, Intent, Language, Rating};

use super::poster::as_typed;
use super::{Intake, qr};
use crate::http::{Failure, Page, Reply, Visit, html};
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
    /// The tracking page as people type it.
    track: String,
    track_qr: String,
}

/// A side of the sheet.
struct Face {
    words: &'static Words,
    other: &'static Words,
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

    /// The sentence whose id is this beginning and this name.
    fn named(&self, beginning: &str, name: &str) -> String {
        self.words.text(&[beginning, name].concat())
    }

    /// A point of the scale.
    fn point(&self, rating: Rating) -> String {
        self.words.text(&format!("card-point-{}", rating.points()))
    }
}

/// Lines to write on. The side shows as many as it has room for.
const LINES: std::ops::Range<usize> = 0..14;

/// `GET /card/{service}/paper`.
pub(super) async fn show(intake: &Intake, visit: &Visit, slug: &str) -> Result<Reply, Failure> {
    let service = intake.open_service(slug).await?;
    let secrets = &intake.house.secrets;
    let sheet = secrets.sheet_code().map_err(Failure::internal)?;
    let reference = secrets.reference(&secrets.card_of_sheet(&sheet));
    let (english, french) = (Words::of(Language::English), Words::of(Language::French));
    let track = format!("{}/track", intake.house.config.public_url);
    let page = PaperCard {
        page: Page::on_paper(visit),
        service,
        faces: [Face { words: english, other: french }, Face { words: french, other: english }],
        sheet: sheet.grouped(),
        reference: reference.grouped(),
        access_code: secrets.access_code(&reference).grouped(),
        postal_address: intake.house.config.postal_address.clone(),
        track_qr: qr::svg(&track)?,
        track: as_typed(&track).to_owned(),
    };
    html(StatusCode::OK, &page)
}
