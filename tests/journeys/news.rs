//! A page of the desk that is open is told that there is something newer: that and nothing else, only who may see it, and only
//! while they are signed in and the office is open.

use std::time::Duration;

use reqwest::header::{ACCEPT, HeaderValue};
use reqwest::{Response, StatusCode};
use serde_json::json;
use tests::reading::between;
use tests::{ADMIN, Backend, CONTACT, Desk, House, OFFICER, Public, Receipt, SENIOR, card_id, complaint};
use tokio::time::timeout;

/// Longer than it takes to look again.
const SOON: Duration = Duration::from_secs(20);

async fn house() -> (House, Public, Desk) {
    let house = House::open(Backend::Embedded).await;
    house.hire(SENIOR);
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    (house, anyone, officer)
}

async fn left(anyone: &Public, words: &str) -> Receipt {
    let receipt = anyone.leave(&complaint(words)).await;
    anyone.recorded(&receipt).await;
    receipt
}

/// Where a page hears of what is newer.
fn from(page: &str) -> String {
    between(page, "data-from=\"", "\"").expect("where it hears").replace("&#38;", "&")
}

async fn listens(desk: &Desk, from: &str) -> Response {
    let as_a_stream = [(ACCEPT, HeaderValue::from_static("text/event-stream"))];
    desk.get(from).headers(as_a_stream.into_iter().collect()).send().await.expect("an answer")
}

/// Everything that the stream says until it ends.
async fn heard(mut stream: Response) -> String {
    assert_eq!(stream.status(), StatusCode::OK);
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    let mut all = String::new();
    let whole = timeout(SOON, async {
        while let Ok(Some(piece)) = stream.chunk().await {
            all.push_str(&String::from_utf8_lossy(&piece));
        }
    });
    whole.await.expect("the stream ends");
    all
}

#[tokio::test]
async fn who_has_a_case_open_is_told_that_it_has_changed_and_nothing_of_what() {
    let (house, anyone, officer) = house().await;
    let receipt = left(&anyone, "The marker of the case.").await;
    let senior = house.sign_in(SENIOR).await;
    let stream = listens(&officer, &from(&officer.case(&receipt).await)).await;
    senior.does(&receipt, "acknowledge", &[]).await;
    assert_eq!(heard(stream).await, "event:news\ndata:1\n\n");
    // What was there before the page listens is told at once; what its person adds without a step as well.
    let old = from(&officer.case(&receipt).await);
    let (status, page) = anyone.act(&receipt, "message", &[("words", "It came today.")]).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert_eq!(heard(listens(&officer, &old).await).await, "event:news\ndata:1\n\n");
}

#[tokio::test]
async fn who_has_a_list_open_is_told_that_it_has_changed_and_other_lists_are_quiet() {
    let (house, anyone, officer) = house().await;
    let first = left(&anyone, "One.").await;
    let (team, mine) = (from(&officer.page("/desk/team").await), from(&officer.page("/desk").await));
    let (team, mine) = (listens(&officer, &team).await, listens(&officer, &mine).await);
    house.sign_in(SENIOR).await.does(&first, "acknowledge", &[]).await;
    assert_eq!(heard(team).await, "event:news\ndata:1\n\n", "somebody took it");
    drop(mine);
    let mine = listens(&officer, &from(&officer.page("/desk").await)).await;
    officer.post("/sign-out").send().await.expect("an answer");
    assert_eq!(heard(mine).await, "", "who is signed out hears nothing more");
    let page = house.sign_in(OFFICER).await.page("/desk?after=0.0").await;
    assert!(!page.contains("data-from"), "a later page is told nothing: {page}");
}

#[tokio::test]
async fn nobody_listens_at_a_case_that_they_may_not_see_and_nobody_at_more_than_six_pages() {
    let (house, anyone, officer) = house().await;
    house.hire(CONTACT);
    house.sign_in(ADMIN).await.open_program_desk().await;
    assert!(house.command(&["staff", "desks", "--name", "contact", "--desk", "help"]).contains("only: help"));
    let mut card =
        json!({ "id": card_id(), "service": "employment-insurance", "intent": "question", "language": "en" });
    card["comment"] = json!("Where is the form?");
    let receipt = anyone.leave(&card).await;
    anyone.recorded(&receipt).await;
    let path = from(&officer.case(&receipt).await);
    let contact = house.sign_in(CONTACT).await;
    assert_eq!(listens(&contact, &path).await.status(), StatusCode::FORBIDDEN);
    let nobody = anyone.ask("GET", &path).header("accept", "text/event-stream").send().await.expect("an answer");
    assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);
    for wrong in ["/desk/events", "/desk/events?case=7K3M9QXA2B4CE&view=team&state=1", "/desk/events?view=team"] {
        assert_eq!(listens(&officer, wrong).await.status(), StatusCode::BAD_REQUEST, "{wrong}");
    }
    let mut streams = Vec::new();
    for _ in 0..6 {
        streams.push(listens(&officer, &path).await);
    }
    assert!(streams.iter().all(|stream| stream.status() == StatusCode::OK));
    assert_eq!(listens(&officer, &path).await.status(), StatusCode::NO_CONTENT);
    streams.pop();
    tests::until("a place is free again", async || {
        (listens(&officer, &path).await.status() == StatusCode::OK).then_some(())
    })
    .await;
}

#[tokio::test]
async fn an_office_that_closes_lets_those_who_listen_go_first_and_cuts_nothing() {
    let (mut house, anyone, officer) = house().await;
    let receipt = left(&anyone, "One.").await;
    let stream = listens(&officer, &from(&officer.case(&receipt).await)).await;
    let (said, status) = tokio::join!(heard(stream), house.stop());
    assert!(said.is_empty() && status.success(), "{said}");
    assert!(!house.log().contains("were cut"), "{}", house.log());
}

#[tokio::test]
async fn a_page_that_was_left_open_keeps_nobody_signed_in() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.turn_clock(0);
    house.start_all().await;
    let officer = house.sign_in(OFFICER).await;
    let path = from(&officer.page("/desk").await).replace("state=", "state=x");
    for (minutes, expected) in [(40, StatusCode::OK), (59, StatusCode::OK), (61, StatusCode::UNAUTHORIZED)] {
        house.turn_clock(minutes * 60);
        assert_eq!(listens(&officer, &path).await.status(), expected, "after {minutes} minutes");
    }
}
