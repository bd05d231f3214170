//! What follows by itself where somebody does not answer: the person, who is reminded and whose case ends; a program, which was
//! asked a question.

use jiff::civil::Date;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tests::{Backend, CONTACT, DIRECTOR, Desk, House, OFFICER, Public, Receipt, SENIOR, UPHELD, complaint, until};

use crate::audit::chain;
use crate::referred::{answer, open_desks};
use crate::silent::begins_again;

/// A house with a clock of its own, and an officer.
async fn house() -> (House, Public, Desk) {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.turn_clock(0);
    house.start_all().await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    (house, anyone, officer)
}

fn bare(receipt: &Receipt) -> String {
    receipt.reference.replace('-', "")
}

/// What the record says of this case.
async fn told_by_record(house: &House, sql: &'static str, receipt: &Receipt) -> Vec<String> {
    let db = house.db().await;
    let rows = db.read(sql, vec![bare(receipt).into()]).await.expect("what is asked");
    let texts = rows.iter().map(|row| row.text(0).expect("a text")).collect();
    db.close().await;
    texts
}

/// The day on which something is due in this case.
async fn due(house: &House, receipt: &Receipt) -> Date {
    let days = told_by_record(house, "SELECT due FROM cases WHERE reference = $1", receipt).await;
    days[0].parse().expect("a day")
}

/// The person was asked something, and is reminded twice by the program; the officer, on the last day of the office's patience.
async fn reminded_twice(house: &mut House, anyone: &Public, receipt: &Receipt) -> Desk {
    const REMINDED: &str = "system/system request_info awaiting-client> awaiting-client (reminder)";
    for times in 1..=2 {
        let day = due(house, receipt).await;
        begins_again(house, day, 0).await;
        until("the reminder", async || {
            let told = chain(house, &bare(receipt)).await;
            (told.iter().filter(|entry| *entry == REMINDED).count() == times).then_some(())
        })
        .await;
        let (_, page) = anyone.track(receipt).await;
        assert_eq!(page.matches("We asked you something and have no reply yet.").count(), times, "{page}");
        assert!(
            page.contains("<strong>Office for Client Satisfaction</strong>"),
            "nobody of the office said it: {page}"
        );
    }
    let last = due(house, receipt).await;
    begins_again(house, last, 23).await
}

const ASK: [(&str, &str); 1] = [("words", "Which office was it?")];
const ENDED: &str = "system/system close awaiting-client> closed (silence)";

#[tokio::test]
async fn a_person_who_says_nothing_is_reminded_twice_and_their_case_ends_by_itself_and_goes_on_when_they_reply() {
    let (mut house, anyone, officer) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    officer.does(&receipt, "ask", &ASK).await;
    let officer = reminded_twice(&mut house, &anyone, &receipt).await;
    let page = officer.case(&receipt).await;
    assert!(page.contains("Next: the person’s reply") && page.contains("This software, by itself"), "{page}");

    let after = due(&house, &receipt).await.tomorrow().expect("a day");
    begins_again(&mut house, after, 0).await;
    let told = until("the end", async || {
        let told = chain(&house, &bare(&receipt)).await;
        told.iter().any(|entry| entry == ENDED).then_some(told)
    })
    .await;
    assert_eq!(told.last().map(String::as_str), Some(ENDED), "nothing but that: {told:?}");
    assert!(house.command(&["audit", "verify"]).ends_with("The log is as it was written.\n"));
    let (status, page) = anyone.act(&receipt, "message", &[("words", "The one on Main Street.")]).await;
    assert!(status == StatusCode::OK && page.contains("We are looking into your complaint."), "{page}");
}

#[tokio::test]
async fn a_complaint_that_a_review_sent_back_goes_on_without_a_reply_and_ends_nothing_for_who_is_answered_with_it() {
    const WENT_ON: &str = "system/system resume awaiting-client> in-review (silence)";
    let (mut house, anyone, officer) = house().await;
    let kim = tests::Member { name: "kim", password: "quiet-orchard-plum", role: "officer" };
    for member in [SENIOR, DIRECTOR, kim] {
        house.hire(member);
    }
    let (senior, director, kim) =
        (house.sign_in(SENIOR).await, house.sign_in(DIRECTOR).await, house.sign_in(kim).await);
    let receipt = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    let twin = anyone.leave(&complaint("Ten weeks.")).await;
    anyone.recorded(&twin).await;
    officer.does(&twin, "merge", &[("to", &receipt.reference)]).await;
    officer.decides(&receipt, &senior, &UPHELD).await;
    anyone.act(&receipt, "review", &[("words", "It was ten.")]).await;
    director.does(&receipt, "review", &[("attested", "yes")]).await;
    director.does(&receipt, "reopen", &[("words", "Nobody looked at the envelope.")]).await;
    kim.does(&receipt, "assign", &[("attested", "yes")]).await;
    kim.does(&receipt, "ask", &ASK).await;
    reminded_twice(&mut house, &anyone, &receipt).await;
    let after = due(&house, &receipt).await.tomorrow().expect("a day");
    begins_again(&mut house, after, 0).await;
    until("it goes on", async || {
        let told = chain(&house, &bare(&receipt)).await;
        told.iter().any(|entry| entry == WENT_ON).then_some(())
    })
    .await;
    let told = chain(&house, &bare(&receipt)).await;
    assert!(!told.iter().any(|entry| entry.contains("close")), "nothing was closed: {told:?}");
    let told = chain(&house, &bare(&twin)).await;
    assert!(!told.iter().any(|entry| entry.contains("separate")), "the other keeps its answer: {told:?}");
    let (_, page) = anyone.track(&twin).await;
    assert!(page.contains("You were right."), "{page}");
}

#[tokio::test]
async fn nothing_ends_by_itself_while_a_call_to_the_person_is_owed_or_their_e_mail_could_not_be_sent() {
    let (mut house, anyone, officer) = house().await;
    let mut card: Value = complaint("Nine weeks.");
    card["reply"] = json!({ "wanted": true, "phone": "613-555-0123" });
    card["consents"] = json!(["contact"]);
    let receipt = officer.takes_on(&anyone, &card).await;
    officer.does(&receipt, "ask", &ASK).await;
    // The office of the tests has no mail server.
    let mut card: Value = complaint("Eight weeks.");
    card["reply"] = json!({ "wanted": true, "email": "two@people.example.ca" });
    card["consents"] = json!(["contact"]);
    let by_email = officer.takes_on(&anyone, &card).await;
    officer.does(&by_email, "ask", &ASK).await;
    let officer = reminded_twice(&mut house, &anyone, &receipt).await;
    let after = due(&house, &receipt).await.tomorrow().expect("a day");
    // Beside it somebody whom the office reaches on the page only: once that case moves, it was looked.
    let other = officer.takes_on(&anyone, &complaint("Ten weeks.")).await;
    officer.does(&other, "ask", &ASK).await;
    let beside = due(&house, &other).await;
    assert!(beside > after);
    let officer = begins_again(&mut house, beside, 0).await;
    until("it was looked", async || {
        let told = chain(&house, &bare(&other)).await;
        told.iter().any(|entry| entry.contains("(reminder)")).then_some(())
    })
    .await;
    assert!(officer.case(&receipt).await.contains("Next: the person’s reply"), "a call is owed");
    let owed = "SELECT id FROM outbox WHERE reference = $1 AND state = 'owed'";
    for letter in told_by_record(&house, owed, &receipt).await {
        officer.does(&receipt, "letter-told", &[("letter", &letter)]).await;
    }
    begins_again(&mut house, beside, 1).await;
    until("the end", async || chain(&house, &bare(&receipt)).await.iter().any(|entry| entry == ENDED).then_some(()))
        .await;
    let told = chain(&house, &bare(&by_email)).await;
    let is_reminded = told.iter().any(|entry| entry.contains("(reminder)"));
    assert!(is_reminded && !told.iter().any(|entry| entry == ENDED), "nobody wrote to them: {told:?}");
}

#[tokio::test]
async fn a_question_that_a_program_does_not_answer_is_noted_once_comes_first_and_is_asked_again_at_a_press() {
    const MISSED: &str = "system/system program_silent in-review> in-review (question)";
    let (mut house, anyone, officer) = house().await;
    open_desks(&house).await;
    house.hire(SENIOR);
    let receipt = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    officer.does(&receipt, "ask-program", &[("desk", "help"), ("question", "When did the file come?")]).await;
    let page = officer.case(&receipt).await;
    assert!(page.contains("The program was asked something.") && page.contains("The program answered"), "{page}");
    assert!(officer.may_not(&receipt, "remind-program", &[]).await.contains("too early"), "it has three days");
    let missed = due(&house, &receipt).await;
    let after = missed.tomorrow().expect("a day");
    let officer = begins_again(&mut house, after, 0).await;
    let noted = async || {
        let told = chain(&house, &bare(&receipt)).await;
        told.iter().filter(|entry| *entry == MISSED).count()
    };
    until("it is noted", async || (noted().await == 1).then_some(())).await;
    let desk = officer.page("/desk").await;
    assert!(desk.contains("Next: remind the program") && desk.contains("class=\"late\""), "{desk}");
    let load = house.sign_in(SENIOR).await.page("/desk/load/cases?of=officer&which=overdue").await;
    assert!(load.contains(&receipt.reference), "it counts as late: {load}");
    let (_, page) = anyone.track(&receipt).await;
    assert!(!page.contains("We are late"), "the person waits for the office, which has time: {page}");

    // Another look finds nothing new.
    let officer = begins_again(&mut house, after, 1).await;
    officer.does(&receipt, "remind-program", &[]).await;
    let told = chain(&house, &bare(&receipt)).await;
    assert_eq!(told.iter().filter(|entry| *entry == MISSED).count(), 1, "once: {told:?}");
    assert_eq!(
        told.last().map(String::as_str),
        Some("officer/officer request_program in-review> in-review (reminder)")
    );
    let contact = house.sign_in(CONTACT).await;
    let page = contact.page("/desk/referrals").await;
    assert!(page.contains("Gave no answer in time"), "the first question is over: {page}");
    assert_eq!(answer(&contact, &receipt, "answered", "On 4 May.").await.0, StatusCode::SEE_OTHER);
    let page = officer.case(&receipt).await;
    assert!(page.contains("On 4 May.") && page.contains("Next: write what you find"), "{page}");
    officer.does(&receipt, "draft", &UPHELD).await;
}
