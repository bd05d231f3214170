//! A program that lets its time pass in silence: the complaint comes back to the office by itself, on the working day after.

use feedback::Language;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use ombudsman_server::words::Words;
use reqwest::StatusCode;
use serde_json::json;
use tests::{Backend, CONTACT, Desk, House, OFFICER, Public, Receipt, complaint};

use crate::audit::chain;
use crate::referred::{answer, open_desks};

const REFER: [(&str, &str); 3] = [("desk", "help"), ("question", "Can you send it this week?"), ("agreed", "yes")];

/// A house with a clock of its own, a program's desk with its contact, and an officer.
async fn house() -> (House, Public, Desk) {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.turn_clock(0);
    house.start_all().await;
    open_desks(&house).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    (house, anyone, officer)
}

/// Somebody's complaint, assessed; they can be reached by phone.
async fn assessed(anyone: &Public, officer: &Desk, words: &str) -> Receipt {
    let mut card = complaint(words);
    card["reply"] = json!({ "wanted": true, "phone": "613-555-0123" });
    card["consents"] = json!(["contact"]);
    let receipt = anyone.leave(&card).await;
    anyone.recorded(&receipt).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    officer.assesses(&receipt).await;
    receipt
}

fn bare(receipt: &Receipt) -> String {
    receipt.reference.replace('-', "")
}

/// The last day on which the program is in time with this complaint.
async fn last_day(house: &House, receipt: &Receipt) -> Date {
    let db = house.db().await;
    let sql = "SELECT due FROM cases WHERE reference = $1 AND stage = 'referred'";
    let rows = db.read(sql, vec![bare(receipt).into()]).await.expect("a case");
    let day = rows[0].text(0).expect("a day").parse().expect("a day");
    db.close().await;
    day
}

/// Lets the time come at which it is so late on this day where the office is; the officer, signed in again.
pub async fn begins_again(house: &mut House, day: Date, hour: i8) -> Desk {
    let zone = TimeZone::get("America/Toronto").expect("a zone");
    let then = day.at(hour, 30, 0, 0).to_zoned(zone).expect("a time").timestamp();
    house.stop().await;
    house.turn_clock(then.as_second() - jiff::Timestamp::now().as_second());
    house.start_all().await;
    house.sign_in(OFFICER).await
}

#[tokio::test]
async fn a_complaint_that_its_program_is_silent_about_comes_back_by_itself_once_the_time_is_over() {
    let (mut house, anyone, officer) = house().await;
    let silent = assessed(&anyone, &officer, "Nine weeks.").await;
    let by_phone = assessed(&anyone, &officer, "Ten weeks.").await;
    officer.does(&silent, "refer", &REFER).await;
    officer.does(&by_phone, "refer", &[("to", "The manager in Percé"), ("agreed", "yes")]).await;
    let last = last_day(&house, &silent).await;
    let on = Words::of(Language::English).date(last.tomorrow().expect("a day"));
    let page = officer.case(&silent).await;
    assert!(page.contains(&format!("the case comes back by itself on {on}.")), "{on}: {page}");

    let officer = begins_again(&mut house, last, 23).await;
    for receipt in [&silent, &by_phone] {
        assert!(officer.case(receipt).await.contains("With the program"), "the last day is not over");
    }
    let officer = begins_again(&mut house, last.tomorrow().expect("a day"), 0).await;
    let page = tests::until("both are back", async || {
        let page = officer.page("/desk").await;
        (page.matches("Came back: the program did not answer").count() == 2).then_some(page)
    })
    .await;
    assert!(page.contains("Next: write what you find"), "it is their officer's turn: {page}");
    let page = officer.case(&silent).await;
    for said in ["Passport help had until", "The case came back by itself.", "Gave no answer in time"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(page.contains("The service did not answer us in time. We are looking into your complaint."), "{page}");
    assert!(officer.case(&by_phone).await.contains("The manager in Percé had until"));
    assert!(anyone.track(&silent).await.1.contains("We are looking into your complaint."));
    let told = chain(&house, &bare(&silent)).await;
    assert!(told.contains(&"system/system program_silent referred> in-review".to_owned()), "{told:?}");
    assert!(house.command(&["audit", "verify"]).ends_with("The log is as it was written.\n"));

    let contact = house.sign_in(CONTACT).await;
    let path = format!("/desk/referrals/{}", bare(&silent));
    assert_eq!(contact.get(&path).send().await.expect("an answer").status(), StatusCode::NOT_FOUND, "it is too late");
    assert!(contact.page("/desk/referrals").await.contains("Gave no answer in time"));
    // Its officer goes on with it as with any other.
    officer.does(&silent, "draft", &tests::UPHELD).await;
}

#[tokio::test]
async fn a_complaint_about_which_its_program_said_anything_in_time_does_not_come_back_by_itself() {
    let (mut house, anyone, officer) = house().await;
    let settled = assessed(&anyone, &officer, "Nine weeks.").await;
    let silent = assessed(&anyone, &officer, "Ten weeks.").await;
    for receipt in [&settled, &silent] {
        officer.does(receipt, "refer", &REFER).await;
    }
    let contact = house.sign_in(CONTACT).await;
    assert_eq!(answer(&contact, &settled, "settled", "It was sent today.").await.0, StatusCode::SEE_OTHER);
    let late = last_day(&house, &settled).await.tomorrow().expect("a day");
    let officer = begins_again(&mut house, late, 0).await;
    tests::until("the other one is back", async || {
        officer.case(&silent).await.contains("The case came back by itself.").then_some(())
    })
    .await;
    // Both are looked at in one turn, in the order of their references or not: another turn is a start away.
    let officer = begins_again(&mut house, late, 1).await;
    let page = officer.case(&settled).await;
    assert!(page.contains("With the program") && !page.contains("came back by itself"), "the person is asked: {page}");
    assert!(page.contains("does not come back by itself. Ask the person."), "{page}");
    let told = chain(&house, &bare(&silent)).await;
    assert_eq!(told.iter().filter(|entry| entry.contains("program_silent")).count(), 1, "once: {told:?}");
}
