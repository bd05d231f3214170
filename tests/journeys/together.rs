//! Several complaints about the same matter: one is looked into, everyone gets its answer, and nobody learns who else asked.

use mail_parser::MessageParser;
use reqwest::StatusCode;
use serde_json::json;
use tests::{ADMIN, complaint, question};
use tests::{AUDITOR, Backend, Desk, House, Manner, OFFICER, PostOffice, Public, Receipt, SENIOR, UPHELD};

use crate::audit::chain;

async fn house() -> (House, Public, Desk, Desk) {
    let house = House::open(Backend::Embedded).await;
    house.hire(SENIOR);
    let (anyone, officer, senior) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(SENIOR).await);
    (house, anyone, officer, senior)
}

fn bare(receipt: &Receipt) -> String {
    receipt.reference.replace('-', "")
}

async fn left(anyone: &Public, card: &serde_json::Value) -> Receipt {
    let receipt = anyone.leave(card).await;
    anyone.recorded(&receipt).await;
    receipt
}

#[tokio::test]
pub async fn a_duplicate_is_answered_with_the_other_and_its_person_learns_nothing_of_the_other() {
    let (house, anyone, officer, senior) = house().await;
    let kept = officer.takes_on(&anyone, &complaint("The marker of the first person: nine weeks.")).await;
    let twin = left(&anyone, &complaint("It took nine weeks here too.")).await;
    officer.does(&twin, "merge", &[("to", &kept.reference)]).await;
    let (one, other) = (officer.case(&kept).await, officer.case(&twin).await);
    assert!(one.contains(&twin.reference) && one.contains("Whoever sent these is given the same answer"), "{one}");
    assert!(other.contains(&kept.reference) && other.contains("It is answered together with"), "{other}");
    let (_, page) = anyone.track(&twin).await;
    assert!(page.contains("together with another message") && page.contains("We answer by"), "{page}");

    officer.decides(&kept, &senior, &UPHELD).await;
    let (_, page) = anyone.track(&twin).await;
    for said in ["We have decided.", "You were right.", "It lay in a tray for nine weeks.", "We are sorry."] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let others = [kept.reference.as_str(), &bare(&kept), "marker of the first", "The passport took nine weeks."];
    assert!(others.iter().all(|secret| !page.contains(secret)), "neither the other's codes nor their words: {page}");
    assert!(!page.contains("Ask for a review"), "the review is the other's to ask for: {page}");

    let (status, page) = anyone.act(&twin, "apart", &[("words", "")]).await;
    assert!(status == StatusCode::CONFLICT && page.contains("Nothing was sent"), "{page}");
    let (status, page) = anyone.act(&twin, "apart", &[("words", "Mine was lost, <script>not late")]).await;
    assert!(status == StatusCode::OK && page.contains("We now look at your message by itself."), "{page}");
    assert!(page.contains("Mine was lost, ") && !page.contains("<script>not"), "{page}");
    assert!(!officer.case(&kept).await.contains(&twin.reference));
    officer.does(&twin, "acknowledge", &[]).await;
    let told = chain(&house, &bare(&twin)).await;
    assert!(told.contains(&"client/client separate closed> received".to_owned()), "{told:?}");
    house.hire(AUDITOR);
    assert!(house.command(&["audit", "verify"]).ends_with("The log is as it was written.\n"));
}

#[tokio::test]
async fn a_case_is_not_put_together_with_itself_in_a_circle_with_a_closed_one_or_across_services() {
    let (house, anyone, officer, senior) = house().await;
    let one = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    let two = left(&anyone, &complaint("Ten weeks.")).await;
    let mut elsewhere = complaint("Eleven weeks.");
    elsewhere["service"] = json!("employment-insurance");
    house.sign_in(ADMIN).await.set_service("employment-insurance", "open").await;
    let elsewhere = left(&anyone, &elsewhere).await;
    let reviewed = officer.takes_on(&anyone, &complaint("Twelve weeks.")).await;
    officer.decides(&reviewed, &senior, &UPHELD).await;
    anyone.act(&reviewed, "review", &[("words", "It was thirteen.")]).await;
    for to in [&two, &elsewhere, &reviewed] {
        let page = officer.may_not(&two, "merge", &[("to", &to.reference)]).await;
        assert!(page.contains("There is no open case of this reference"), "{page}");
    }
    officer.does(&two, "merge", &[("to", &one.reference)]).await;
    let page = officer.may_not(&one, "merge", &[("to", &two.reference)]).await;
    assert!(page.contains("There is no open case of this reference"), "a circle: {page}");
    for from in [&two, &reviewed] {
        let refused = officer.send(from, "merge", &[("to", &one.reference)]).await;
        assert_eq!(refused.status(), StatusCode::CONFLICT, "closed, or under review");
    }
}

#[tokio::test]
async fn where_the_other_is_taken_back_everyone_who_was_to_hear_its_answer_goes_on_by_themselves() {
    let (house, anyone, officer, _) = house().await;
    let first = left(&anyone, &complaint("Nine weeks.")).await;
    let second = left(&anyone, &complaint("Ten weeks.")).await;
    let third = officer.takes_on(&anyone, &complaint("Eleven weeks.")).await;
    officer.does(&first, "merge", &[("to", &second.reference)]).await;
    officer.does(&second, "merge", &[("to", &third.reference)]).await;
    let page = officer.case(&third).await;
    assert!(page.contains(&first.reference) && page.contains(&second.reference), "both go on in the third: {page}");
    anyone.act(&third, "withdraw", &[("sure", "yes")]).await;
    for receipt in [&first, &second] {
        let (_, page) = anyone.track(receipt).await;
        assert!(page.contains("We have your message. An officer will take it up."), "{page}");
        assert!(officer.page("/desk/team").await.contains(&receipt.reference));
        let told = chain(&house, &bare(receipt)).await;
        assert_eq!(told.last().expect("an entry"), "system/system separate closed> received");
    }
}

#[tokio::test]
async fn who_left_an_address_is_written_the_answer_to_the_other_case_and_none_of_its_codes() {
    let post = PostOffice::open(Manner::Takes).await;
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.mail_by(&post);
    house.start_all().await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let kept = left(&anyone, &question("Where is the counter, asks the marker?")).await;
    let mut card = question("Which counter?");
    card["reply"] = json!({ "wanted": true, "email": "two@people.example.ca" });
    card["consents"] = json!(["contact"]);
    let twin = left(&anyone, &card).await;
    officer.does(&twin, "merge", &[("to", &kept.reference)]).await;
    officer.step(&kept, "acknowledge", "").await;
    officer.step(&kept, "answer", "At 12 Main Street.").await;
    let parcel = post.parcel(2).await;
    let message = MessageParser::default().parse(&parcel.bytes).expect("a message");
    let text = message.body_text(0).expect("a text");
    for said in ["At 12 Main Street.", "together with another message", &twin.reference] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains(&kept.reference) && !text.contains("the marker"), "{text}");
    assert!(anyone.track(&twin).await.1.contains("At 12 Main Street."));
}

#[tokio::test]
async fn one_answer_is_for_cases_of_one_kind_and_one_language_and_an_interest_in_either_bars_who_would_give_it() {
    let (house, anyone, officer, senior) = house().await;
    let kept = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    let mut french = complaint("Neuf semaines.");
    french["language"] = json!("fr");
    let asked = left(&anyone, &question("Where is it?")).await;
    for (from, to) in [(&left(&anyone, &french).await, &kept), (&asked, &kept), (&kept, &asked)] {
        let page = officer.may_not(from, "merge", &[("to", &to.reference)]).await;
        assert!(page.contains("One answer does not fit both."), "{page}");
    }
    // Whoever has the other case is named in this one.
    let twin = left(&anyone, &complaint("Ten weeks, says the officer.")).await;
    senior.does(&twin, "interest", &[("staff", "officer"), ("rule", "named")]).await;
    let page = senior.may_not(&twin, "merge", &[("to", &kept.reference)]).await;
    assert!(page.contains("Something stands between this case and the officer"), "{page}");
    let told = chain(&house, &bare(&twin)).await;
    assert_eq!(told.last().expect("an entry"), "senior/senior coi_block another (named)");
    // Nobody has the other yet: whoever is named in either does not take it.
    let other = left(&anyone, &complaint("Eleven weeks.")).await;
    senior.does(&twin, "merge", &[("to", &other.reference)]).await;
    let page = officer.may_not(&other, "acknowledge", &[]).await;
    assert!(page.contains("They are named in it"), "{page}");
    senior.does(&other, "acknowledge", &[]).await;
}

#[tokio::test]
async fn what_one_person_accepts_from_the_program_ends_nobody_elses_complaint() {
    let (_house, anyone, officer, _) = house().await;
    let kept = left(&anyone, &complaint("Nine weeks.")).await;
    officer.does(&kept, "acknowledge", &[]).await;
    officer.assesses(&kept).await;
    let twin = left(&anyone, &complaint("Ten weeks.")).await;
    officer.does(&twin, "merge", &[("to", &kept.reference)]).await;
    let asked = [("to", "The passport office"), ("words", "We asked the manager to call you."), ("agreed", "yes")];
    officer.does(&kept, "refer", &asked).await;
    officer.does(&kept, "settle", &[("words", "You told us that it came.")]).await;
    let (_, page) = anyone.track(&twin).await;
    assert!(page.contains("We have your message. An officer will take it up."), "{page}");
    assert!(!page.contains("You told us that it came."), "{page}");
}
