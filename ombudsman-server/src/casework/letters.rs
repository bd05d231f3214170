//! The letters on a case's page: what became of each, what an officer can do about it, and the decision as the person will get
//! it, before it is sent.

use ::http::StatusCode;
use askama::Template;
use feedback::ReplyBy;

use super::Case;
use super::contact::{self, Contact};
use super::letter::{self, Told};
use super::story::day;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::mail::{self, Letter, State};
use crate::staff::SignedIn;
use crate::standard::Standard;
use crate::words::Words;

/// The paragraphs with which every letter begins: a greeting, and what it is about.
const GREETING: usize = 2;

/// The letters of a case.
pub(super) struct Letters {
    /// Those that were written, the first in front.
    pub all: Vec<Shown>,
    /// The decision as a letter and as on the page, before it is sent.
    pub preview: Option<(String, Told)>,
}

/// A letter as the case's page shows it.
pub(super) struct Shown {
    /// Its name.
    pub id: String,
    /// What became of it, in words.
    pub state: String,
    /// What it tells, in its own first words, so that one is known from the next.
    pub gist: String,
    /// The day on which it was written.
    pub written: String,
    /// Its language.
    pub language: &'static str,
    /// What it says.
    pub body: String,
    /// Why it could not be delivered, by name.
    pub failed: Option<&'static str>,
    /// The way by which an officer still owes it, by name.
    pub owed: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "casework/letter.html")]
struct LetterPage {
    page: Page,
    letter: Letter,
    address: String,
    day: String,
    back: String,
}

/// The letters of this case, whose person is reached in this way.
pub(super) async fn of(house: &House, visit: &Visit, case: &Case, way: Option<ReplyBy>) -> Result<Letters, Failure> {
    let words = visit.words();
    let all = mail::of_case(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    let standard = Standard::default();
    let today = standard.office_date(house.clock.now());
    let preview = letter::as_if_sent(case, today).and_then(|sent| {
        let told = Told::of(&sent, Words::of(case.language), &house.config, &standard)?;
        Some((letter::preview(house, &sent, way.unwrap_or(ReplyBy::Email)), told))
    });
    Ok(Letters { all: all.into_iter().map(|letter| shown(letter, words)).collect(), preview })
}

fn shown(letter: Letter, words: &Words) -> Shown {
    let is_owed = letter.state == State::Owed;
    let ended = letter.ended_at.map(|at| day(at, words)).unwrap_or_default();
    let state = match letter.state {
        State::Owed => words.text(&["case-letter-state-owed-", letter.by.as_str()].concat()),
        State::Sent => words.with("case-letter-state-sent", "date", ended),
        State::Told => words.with("case-letter-state-told", "date", ended),
        State::Waiting => words.text("case-letter-state-waiting"),
        State::Failed => words.text("case-letter-state-failed"),
        State::Stopped => words.text("case-letter-state-stopped"),
    };
    Shown {
        state,
        gist: letter.body.split("\n\n").nth(GREETING).unwrap_or_default().to_owned(),
        written: day(letter.written_at, words),
        language: letter.language.as_str(),
        failed: letter.reason.filter(|_| letter.state == State::Failed).map(mail::Reason::as_str),
        owed: is_owed.then(|| letter.by.as_str()),
        id: letter.id,
        body: letter.body,
    }
}

/// A letter to print, with the address, for who may have that opened.
pub(super) async fn print(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    case: &Case,
    id: &str,
) -> Result<Reply, Failure> {
    let letter = mail::find(&house.db, &case.reference, id).await.map_err(Failure::unavailable)?;
    let letter = letter.ok_or(Failure::NotFound)?;
    let Contact { address, .. } = contact::opened(house, signed_in, case).await?;
    let address = address.unwrap_or_default();
    let page = Page::on_paper(visit);
    let back = page.link(&format!("/desk/cases/{}", case.reference));
    let day = day(letter.written_at, Words::of(letter.language));
    html(StatusCode::OK, &LetterPage { page, letter, address, day, back })
}
