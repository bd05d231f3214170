//! A program is asked about a complaint: its desk sees what was referred to it, masked, and nothing else; and what it answers.

use reqwest::StatusCode;
use serde_json::json;
use tests::reading::hidden;
use tests::{ADMIN, Backend, CONTACT, Desk, House, OFFICER, Public, Receipt, complaint};

use crate::audit::chain;

const OWN: &str = "/desk/referrals";

/// Opens two desks of programs, and puts the contact at one of them.
pub async fn open_desks(house: &House) {
    house.hire(CONTACT);
    let admin = house.sign_in(ADMIN).await;
    let token = hidden(&admin.page("/console/desks").await, "form_token");
    for slug in ["help", "other"] {
        let names = [("name_en", "Passport help"), ("name_fr", "Aide passeport"), ("kind", "program")];
        let rest = [("language", "en"), ("form_token", token.as_str()), ("slug", slug)];
        let form: Vec<(&str, &str)> = names.into_iter().chain(rest).collect();
        let made = admin.post("/console/desks").form(&form).send().await.expect("an answer");
        assert_eq!(made.status(), StatusCode::SEE_OTHER);
    }
    assert!(house.command(&["staff", "desks", "--name", "contact", "--desk", "help"]).contains("only: help"));
}

/// A house with a program's desk for passports, its contact, and an officer of the office.
async fn house() -> (House, Public, Desk, Desk) {
    let house = House::open(Backend::Embedded).await;
    open_desks(&house).await;
    let (anyone, officer, contact) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(CONTACT).await);
    (house, anyone, officer, contact)
}

fn bare(receipt: &Receipt) -> String {
    receipt.reference.replace('-', "")
}

/// Somebody's complaint, with everything in it that nobody at a program may learn.
async fn assessed(anyone: &Public, officer: &Desk, words: &str) -> Receipt {
    let mut card = complaint(words);
    card["reply"] = json!({ "wanted": true, "email": "quixotic.marker@people.example.ca" });
    card["consents"] = json!(["contact"]);
    let receipt = anyone.leave(&card).await;
    anyone.recorded(&receipt).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    officer.assesses(&receipt).await;
    receipt
}

const REFER: [(&str, &str); 4] = [
    ("desk", "help"),
    ("question", "Can you send it this week?"),
    ("words", "We asked the manager to call you."),
    ("agreed", "yes"),
];

/// Answers what the contact's desk was asked about this case, from the page of now.
pub async fn answer(contact: &Desk, receipt: &Receipt, verdict: &str, words: &str) -> (StatusCode, String) {
    let path = format!("{OWN}/{}", bare(receipt));
    let page = contact.page(&path).await;
    let (token, number) = (hidden(&page, "form_token"), hidden(&page, "number"));
    let form = [("form_token", token.as_str()), ("number", &number), ("verdict", verdict), ("answer", words)];
    let answer = contact.post(&path).form(&form).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

async fn status(desk: &Desk, path: &str) -> StatusCode {
    desk.get(path).send().await.expect("an answer").status()
}

#[tokio::test]
async fn a_program_contact_sees_the_complaints_that_were_referred_to_their_desk_and_nothing_else() {
    let (_house, anyone, officer, contact) = house().await;
    let referred = assessed(&anyone, &officer, "Nine weeks. My SIN is 130 692 544.").await;
    let kept = assessed(&anyone, &officer, "The office keeps this one.").await;
    let elsewhere = assessed(&anyone, &officer, "Another desk is asked.").await;
    officer.does(&referred, "refer", &REFER).await;
    officer.does(&elsewhere, "refer", &[("desk", "other"), ("agreed", "yes")]).await;
    let page = officer.may_not(&kept, "refer", &[("desk", "office"), ("agreed", "yes")]).await;
    assert!(page.contains("Something is missing"), "only a program's desk is asked: {page}");

    let list = contact.page(OWN).await;
    assert!(list.contains(&referred.reference) && list.contains("Settle it with the person"), "{list}");
    assert!(!list.contains(&kept.reference) && !list.contains(&elsewhere.reference), "{list}");
    assert!(contact.page("/desk").await.contains("Complaints referred to you (1)"));
    let page = contact.page(&format!("{OWN}/{}", bare(&referred))).await;
    for said in ["Nine weeks.", "Can you send it this week?", "The passport took nine weeks.", "Answer by"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    for secret in ["130 692 544", "quixotic", "call you", "2 of 5", &referred.access_code] {
        assert!(!page.contains(secret), "{secret}: {page}");
    }
    for receipt in [&kept, &elsewhere] {
        assert_eq!(status(&contact, &format!("{OWN}/{}", bare(receipt))).await, StatusCode::NOT_FOUND);
    }
    for receipt in [&referred, &kept] {
        assert_eq!(status(&contact, &format!("/desk/cases/{}", bare(receipt))).await, StatusCode::FORBIDDEN);
    }
    assert_eq!(status(&officer, OWN).await, StatusCode::FORBIDDEN, "the office is not the program");
    assert!(!contact.page("/desk/open").await.contains(&referred.reference));
}

#[tokio::test]
async fn a_program_that_declines_a_referral_sends_the_case_back_into_review_by_itself() {
    const SCRIPT: &str = "We cannot. <script>alert(1)</script>";
    let (house, anyone, officer, contact) = house().await;
    let receipt = assessed(&anyone, &officer, "Nine weeks.").await;
    officer.does(&receipt, "refer", &REFER).await;
    assert!(anyone.track(&receipt).await.1.contains("We asked the service to settle this with you."));
    let (status_of, page) = answer(&contact, &receipt, "declined", " ").await;
    assert!(status_of == StatusCode::UNPROCESSABLE_ENTITY && page.contains("Write your answer"), "{page}");
    let (status_of, _) = answer(&contact, &receipt, "answered", "It is not what was asked.").await;
    assert_eq!(status_of, StatusCode::CONFLICT);
    assert_eq!(answer(&contact, &receipt, "declined", SCRIPT).await.0, StatusCode::SEE_OTHER);
    assert!(anyone.track(&receipt).await.1.contains("We are looking into your complaint."));
    let page = officer.case(&receipt).await;
    assert!(
        page.contains("The program declines") && page.contains("We cannot. ") && !page.contains("<script>"),
        "{page}"
    );
    assert!(page.contains("Being looked into"), "{page}");
    assert_eq!(
        status(&contact, &format!("{OWN}/{}", bare(&receipt))).await,
        StatusCode::NOT_FOUND,
        "it is theirs no more"
    );
    assert!(contact.page(OWN).await.contains("The program declines"));
    let told = chain(&house, &bare(&receipt)).await;
    assert_eq!(told.last().expect("an entry"), "contact/program-contact program_reply referred> in-review (declined)");
}

#[tokio::test]
async fn a_program_that_settles_it_says_so_and_the_office_asks_the_person_before_it_closes() {
    let (_house, anyone, officer, contact) = house().await;
    let receipt = assessed(&anyone, &officer, "Nine weeks.").await;
    officer.does(&receipt, "refer", &REFER).await;
    assert_eq!(answer(&contact, &receipt, "settled", "It was sent by courier.").await.0, StatusCode::SEE_OTHER);
    let page = officer.case(&receipt).await;
    assert!(page.contains("It was sent by courier.") && page.contains("With the program"), "{page}");
    officer.does(&receipt, "settle", &[("words", "You told us that it came.")]).await;
    assert!(anyone.track(&receipt).await.1.contains("The service settled this with you."));
}

#[tokio::test]
async fn a_program_answers_a_question_of_the_office_and_sees_nothing_once_the_case_goes_on_without_it() {
    let (house, anyone, officer, contact) = house().await;
    let receipt = assessed(&anyone, &officer, "Nine weeks.").await;
    officer.does(&receipt, "assign", &[("attested", "yes")]).await;
    let page = officer.may_not(&receipt, "ask-program", &[("desk", "help")]).await;
    assert!(page.contains("Something is missing"), "{page}");
    let asked = [("desk", "help"), ("question", "When did the file come?")];
    officer.does(&receipt, "ask-program", &asked).await;
    assert!(!anyone.track(&receipt).await.1.contains("When did the file come?"), "it is not the person's to read");
    assert_eq!(answer(&contact, &receipt, "answered", "On 4 May.").await.0, StatusCode::SEE_OTHER);
    assert!(officer.case(&receipt).await.contains("On 4 May."));
    let told = chain(&house, &bare(&receipt)).await;
    assert!(told.last().expect("an entry").contains("program_reply in-review> in-review (answered)"), "{told:?}");

    officer.does(&receipt, "ask-program", &asked).await;
    officer.does(&receipt, "ask", &[("words", "Which office was it?")]).await;
    assert_eq!(status(&contact, &format!("{OWN}/{}", bare(&receipt))).await, StatusCode::NOT_FOUND);
    assert!(contact.page(OWN).await.contains("Went on without an answer"));
}
