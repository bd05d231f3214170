//! One thing goes wrong for many: their cases are put under an incident, and everyone gets one answer.

use std::time::{Duration, Instant};

use mail_parser::MessageParser;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tests::reading::{between, hidden, ticking};
use tests::{AUDITOR, Backend, CONTACT, Desk, House, Manner, OFFICER, PostOffice, Public, Receipt, SENIOR, UPHELD};
use tests::{Record, complaint, question, until};

use crate::audit::chain;

const TEXTS: [(&str, &str); 4] = [
    ("fix_en", "The booking page was mended on Monday."),
    ("fix_fr", "La page de réservation est réparée depuis lundi."),
    ("answer_en", "Your appointment is kept."),
    ("answer_fr", "Votre rendez-vous est maintenu."),
];

async fn house() -> (House, Public, Desk, Desk) {
    let house = House::open(Backend::Embedded).await;
    house.hire(SENIOR);
    let (anyone, officer, senior) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(SENIOR).await);
    (house, anyone, officer, senior)
}

fn bare(receipt: &Receipt) -> String {
    receipt.reference.replace('-', "")
}

async fn left(anyone: &Public, card: &Value) -> Receipt {
    let receipt = anyone.leave(card).await;
    anyone.recorded(&receipt).await;
    receipt
}

async fn act(desk: &Desk, fields: &[(&str, &str)]) -> (StatusCode, String) {
    let token = hidden(&desk.page("/desk/incidents").await, "form_token");
    let form: Vec<(&str, &str)> = [("form_token", token.as_str())].into_iter().chain(fields.iter().copied()).collect();
    let answer = desk.post("/desk/incidents?lang=en").form(&form).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

/// Opens an incident about passports; its name in addresses.
async fn opened(desk: &Desk, title: &str) -> String {
    let fields = [("do", "open"), ("service", "passport"), ("title", title), ("known", "The booking page is down.")];
    assert_eq!(act(desk, &fields).await.0, StatusCode::SEE_OTHER);
    let list = desk.page("/desk/incidents").await;
    between(&list, "href=\"/desk/incidents/", "?").expect("an incident").to_owned()
}

/// Ticks these cases on the incident's page and puts them under it.
async fn put(desk: &Desk, incident: &str, page: &str, receipts: &[&Receipt]) -> (StatusCode, String) {
    let value = |receipt: &&Receipt| {
        let version = between(page, &format!("value=\"{}.", bare(receipt)), "\"").expect("a version");
        format!("{}.{version}", bare(receipt))
    };
    let ticked: Vec<String> = receipts.iter().map(value).collect();
    let fields: Vec<(&str, &str)> = [("do", "put"), ("incident", incident)]
        .into_iter()
        .chain(ticked.iter().map(|value| ("case", value.as_str())))
        .collect();
    act(desk, &fields).await
}

/// Writes what everyone is told, or sends it, from the page of now.
async fn tell(desk: &Desk, incident: &str, wish: &str, texts: &[(&str, &str)]) -> (StatusCode, String) {
    let page = desk.page(&format!("/desk/incidents/{incident}")).await;
    let version = if page.contains("name=\"version\"") { hidden(&page, "version") } else { "2".to_owned() };
    let fields = [("do", wish), ("incident", incident), ("version", version.as_str())];
    act(desk, &fields.into_iter().chain(texts.iter().copied()).collect::<Vec<_>>()).await
}

#[tokio::test]
async fn an_incident_with_200_cases_gets_one_fix_and_every_person_is_answered() {
    const CASES: usize = 200;
    let post = PostOffice::open(Manner::Takes).await;
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.mail_by(&post);
    house.start_all().await;
    house.hire(SENIOR);
    let (anyone, officer, senior) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(SENIOR).await);
    let mut receipts = Vec::new();
    for number in 0..CASES {
        let mut card = complaint(&format!("I could not book, I tried {number} times."));
        if number % 2 == 1 {
            card["language"] = json!("fr");
        }
        if number % 10 == 0 {
            card["reply"] = json!({ "wanted": true, "email": format!("number{number}@people.example.ca") });
            card["consents"] = json!(["contact"]);
        }
        receipts.push(anyone.leave(&card).await);
    }
    for receipt in &receipts {
        anyone.recorded(receipt).await;
    }
    let incident = opened(&officer, "Booking was down").await;
    let page = officer.page(&format!("/desk/incidents/{incident}")).await;
    let all: Vec<&Receipt> = receipts.iter().collect();
    let (status, page) = put(&officer, &incident, &page, &all).await;
    assert!(status == StatusCode::OK && page.contains("200 cases were put under it."), "{page}");
    let (_, page) = tell(&officer, &incident, "write", &TEXTS).await;
    assert!(page.contains("Another officer reads it and sends it."), "{page}");

    let begun = Instant::now();
    let (status, page) = tell(&senior, &incident, "send", &[]).await;
    let took = begun.elapsed();
    assert!(status == StatusCode::OK && page.contains("200 people got the answer."), "{page}");
    println!("200 cases were answered in {took:?}");
    assert!(took < Duration::from_secs(20), "200 cases were answered in {took:?}");

    for (number, receipt) in receipts.iter().enumerate() {
        let (_, page) = anyone.track(receipt).await;
        let language = usize::from(number % 2 == 1);
        for said in [TEXTS[language].1, TEXTS[2 + language].1] {
            assert!(page.contains(said), "{number}: {said}: {page}");
        }
    }
    let db = house.db().await;
    let count = async |sql| db.read(sql, Vec::new()).await.expect("a count")[0].int(0).expect("a number");
    assert_eq!(count("SELECT COUNT(*) FROM cases WHERE stage <> 'closed'").await, 0);
    let log = "SELECT COUNT(*) FROM audit_entries WHERE action = 'answer' AND reason = 'incident'";
    assert_eq!(count(log).await, 200, "each is in the log of its case");
    assert_eq!(count("SELECT COUNT(*) FROM outbox").await, 20, "a letter to each who left an address");
    until("the letters are sent", async || {
        (count("SELECT COUNT(*) FROM outbox WHERE state = 'sent'").await == 20).then_some(())
    })
    .await;
    db.close().await;
    let parcel = post.parcel(1).await;
    let message = MessageParser::default().parse(&parcel.bytes).expect("a message");
    let letter = message.body_text(0).expect("a text");
    assert!(letter.contains("Your appointment is kept.") && letter.contains("mended on Monday"), "{letter}");
    assert!(house.command(&["audit", "verify"]).ends_with("The log is as it was written.\n"));
}

#[tokio::test]
async fn what_cannot_be_put_under_an_incident_is_named_with_its_reason_and_the_rest_is_done() {
    let (house, anyone, officer, senior) = house().await;
    let (fine, changed) = (left(&anyone, &complaint("One.")).await, left(&anyone, &complaint("Two.")).await);
    let mine = officer.takes_on(&anyone, &complaint("Three.")).await;
    senior.does(&mine, "interest", &[("staff", "officer"), ("rule", "named")]).await;
    let incident = opened(&officer, "Booking was down").await;
    let page = officer.page(&format!("/desk/incidents/{incident}")).await;
    senior.does(&changed, "acknowledge", &[]).await;
    let (status, page) = put(&officer, &incident, &page, &[&fine, &changed, &mine]).await;
    assert_eq!(status, StatusCode::OK);
    for said in ["1 case was put under it.", "It was changed meanwhile.", "They are named in it"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let told = chain(&house, &bare(&mine)).await;
    assert_eq!(told.last().expect("an entry"), "officer/officer coi_block (named)");
    let other = opened(&senior, "Another one").await;
    tests::Record::open(&house.data()).await.can_be_searched().await;
    let found = senior.page("/desk/search").await;
    let (_, page) = put(&senior, &other, &found, &[&fine]).await;
    assert!(page.contains("It is under an incident already."), "from the search as well: {page}");
    let (status, page) = act(&officer, &[("do", "put"), ("incident", &incident)]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("Tick at least one case."), "{page}");
    let (_, page) = act(&officer, &[("do", "take"), ("incident", &incident), ("case", &bare(&fine))]).await;
    assert!(page.contains("It was taken out.") && page.contains("No case is under it yet."), "{page}");
    let told = chain(&house, &bare(&fine)).await;
    assert_eq!(told[1..], ["incident_put", "incident_take"].map(|what| format!("officer/officer {what} {incident}")));
    house.hire(CONTACT);
    let contact = house.sign_in(CONTACT).await;
    let refused = contact.get("/desk/incidents").send().await.expect("an answer").status();
    assert_eq!(refused, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn who_wrote_the_answer_does_not_send_it_and_what_is_looked_into_gets_findings_of_its_own() {
    let (house, anyone, officer, senior) = house().await;
    let waiting = left(&anyone, &complaint("I could not book.")).await;
    let asked = left(&anyone, &question("Is the page down?")).await;
    let urgent = left(&anyone, &complaint("I am in danger at the counter.")).await;
    let looked_into = officer.takes_on(&anyone, &complaint("I could not book, and they were late.")).await;
    let incident = opened(&officer, "Booking was down").await;
    let page = officer.page(&format!("/desk/incidents/{incident}")).await;
    put(&officer, &incident, &page, &[&waiting, &asked, &urgent, &looked_into]).await;
    let (status, page) = tell(&officer, &incident, "write", &TEXTS[..3]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("in both languages"), "{page}");
    assert!(page.contains("La page de réservation"), "what was typed is there again: {page}");
    tell(&officer, &incident, "write", &TEXTS).await;
    let (status, page) = tell(&officer, &incident, "send", &[]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("Somebody other than the author"), "{page}");
    let (_, page) = tell(&senior, &incident, "send", &[]).await;
    assert!(page.contains("4 people got the answer.") && page.contains("goes on by itself"), "{page}");
    for receipt in [&waiting, &asked] {
        let (_, page) = anyone.track(receipt).await;
        assert!(page.contains("We have answered you.") && page.contains("What was put right"), "{page}");
    }
    for receipt in [&urgent, &looked_into] {
        let (_, page) = anyone.track(receipt).await;
        assert!(page.contains("Your appointment is kept.") && !page.contains("We have answered you."), "{page}");
    }
    officer.decides(&looked_into, &senior, &UPHELD).await;

    let (status, page) = anyone.act(&waiting, "go-on", &[("words", "My appointment is gone.")]).await;
    assert!(status == StatusCode::OK && page.contains("We now look at your message by itself."), "{page}");
    assert!(senior.case(&waiting).await.contains("My appointment is gone."));
    senior.assesses(&waiting).await;
    let told = chain(&house, &bare(&waiting)).await;
    assert_eq!(told[told.len() - 2], "client/client go_on closed> acknowledged");
    house.hire(AUDITOR);
    let log = house.sign_in(AUDITOR).await.page("/desk/audit/office").await;
    assert!(log.contains("Sent the answer to an incident to everyone"), "{log}");
}

#[tokio::test]
async fn a_script_that_is_written_into_an_incident_is_shown_as_text() {
    const SCRIPT: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    let (_house, anyone, officer, senior) = house().await;
    let receipt = left(&anyone, &complaint("I could not book.")).await;
    let incident = opened(&officer, SCRIPT).await;
    let fields = [("do", "open"), ("service", "passport"), ("title", SCRIPT), ("known", "")];
    let (_, refused) = act(&officer, &fields).await;
    let page = officer.page(&format!("/desk/incidents/{incident}")).await;
    put(&officer, &incident, &page, &[&receipt]).await;
    let texts = ["fix_en", "fix_fr", "answer_en", "answer_fr"].map(|name| (name, SCRIPT));
    let (_, written) = tell(&officer, &incident, "write", &texts).await;
    let (_, sent) = tell(&senior, &incident, "send", &[]).await;
    let search = {
        opened(&officer, SCRIPT).await;
        officer.page("/desk/search").await
    };
    let (list, case, track) =
        (officer.page("/desk/incidents").await, officer.case(&receipt).await, anyone.track(&receipt).await.1);
    for page in [refused, written, sent, search, list, case, track] {
        assert!(page.contains("alert(1)") && !page.contains("<script>alert") && !page.contains("<img"), "{page}");
    }
}

#[tokio::test]
async fn nobody_answers_for_a_program_that_they_are_of_or_in_a_case_that_they_are_named_in() {
    let (house, anyone, officer, senior) = house().await;
    let theirs = left(&anyone, &complaint("I could not book, said the officer.")).await;
    let withdrawn = left(&anyone, &complaint("I could not book.")).await;
    let ramp = left(&anyone, &complaint("There is no ramp for my wheelchair.")).await;
    let incident = opened(&senior, "Booking was down").await;
    let page = senior.page(&format!("/desk/incidents/{incident}")).await;
    put(&senior, &incident, &page, &[&theirs, &withdrawn, &ramp]).await;
    tell(&officer, &incident, "write", &TEXTS).await;
    senior.does(&theirs, "interest", &[("staff", "officer"), ("rule", "named")]).await;
    anyone.act(&withdrawn, "withdraw", &[("sure", "yes")]).await;
    let (_, page) = tell(&senior, &incident, "send", &[]).await;
    assert!(page.contains("1 person got the answer."), "who took it back hears nothing: {page}");
    assert!(page.contains("Something stands between this case and the officer who wrote the answer"), "{page}");
    assert!(!anyone.track(&theirs).await.1.contains(TEXTS[2].1));
    let told = chain(&house, &bare(&theirs)).await;
    assert_eq!(told.last().expect("an entry"), "senior/senior coi_block another (named)");
    // What a label says a person has to look at first.
    let (_, page) = anyone.track(&ramp).await;
    assert!(page.contains(TEXTS[2].1) && !page.contains("We have answered you."), "{page}");

    let waiting = opened(&senior, "Booking is down again").await;
    let token = hidden(&officer.page("/desk/past-work").await, "form_token");
    let form = [("form_token", token.as_str()), ("service", "passport"), ("until", "")];
    officer.post("/desk/past-work").form(&form).send().await.expect("an answer");
    let (status, page) = tell(&officer, &waiting, "write", &TEXTS).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("They work in this program"), "{page}");
    let fields = [("do", "open"), ("service", "passport"), ("title", "Mine"), ("known", "It is down.")];
    let (status, page) = act(&officer, &fields).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("They work in this program"), "{page}");
    let told = chain(&house, "office").await;
    let blocks = told.iter().filter(|entry| *entry == "officer/officer coi_block passport (program)").count();
    assert_eq!(blocks, 2, "{told:?}");
}

#[tokio::test]
async fn what_was_typed_beside_what_somebody_saved_or_sent_meanwhile_is_not_taken_for_it() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = left(&anyone, &complaint("I could not book.")).await;
    let incident = opened(&officer, "Booking was down").await;
    let page = officer.page(&format!("/desk/incidents/{incident}")).await;
    put(&officer, &incident, &page, &[&receipt]).await;
    tell(&officer, &incident, "write", &TEXTS).await;
    let write = async |texts: [&str; 4]| {
        let names = ["fix_en", "fix_fr", "answer_en", "answer_fr"];
        let fields = [("do", "write"), ("incident", incident.as_str()), ("version", "1")];
        act(&officer, &fields.into_iter().chain(names.into_iter().zip(texts)).collect::<Vec<_>>()).await
    };
    let (status, page) = write(["Mine.", "Le mien.", "My own.", "La mienne."]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("Read it again first."), "{page}");
    let (typed, kept) = page.split_once("What is saved now").expect("both");
    assert!(typed.contains("My own.") && kept.contains(TEXTS[2].1) && kept.contains(TEXTS[1].1), "{page}");
    tell(&senior, &incident, "send", &[]).await;
    let (status, page) = write(["Mine.", "Le mien.", "My own.", "La mienne."]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains(TEXTS[2].1), "{page}");
    assert!(!page.contains("My own."), "nobody was sent that: {page}");
}

#[tokio::test]
async fn all_cases_of_a_page_of_results_are_ticked_at_once_and_nothing_is_done_before_they_are_sent() {
    let (house, anyone, officer, _) = house().await;
    let first = left(&anyone, &complaint("I could not book.")).await;
    let second = left(&anyone, &complaint("I could not book either.")).await;
    let answered = left(&anyone, &question("Can I book again?")).await;
    officer.step(&answered, "acknowledge", "").await;
    officer.step(&answered, "answer", "You can.").await;
    Record::open(&house.data()).await.can_be_searched().await;
    let incident = opened(&officer, "Booking was down").await;
    let page = officer.page("/desk/search?lang=en").await;
    assert!(page.contains("#ticks\">Tick every case on this page (2)<"), "{page}");
    assert!(!page.contains(" checked><label for=\"pick-"), "{page}");
    let all = ticking(&page);
    let page = officer.page(&all).await;
    assert_eq!(page.matches(" checked><label for=\"pick-").count(), 2, "who was answered is not ticked: {page}");
    assert!(page.contains("Ticked on this page: 2. Nothing is done to them until"), "{page}");
    assert!(page.contains("href=\"/desk/search?lang=en#ticks\">Tick none<"), "{page}");
    let french = officer.page(&all.replace("lang=en", "lang=fr")).await;
    assert!(french.contains("Cochés sur cette page\u{a0}: 2."), "{french}");
    let beside = officer.page(&format!("/desk/incidents/{incident}?lang=en")).await;
    let beside = officer.page(&ticking(&beside)).await;
    assert!(
        beside.contains("Ticked on this page: 2.") && beside.matches(" checked><label id=\"case-").count() == 2,
        "{beside}"
    );
    let (status, page) = put(&officer, &incident, &page, &[&first, &second]).await;
    assert!(status == StatusCode::OK && page.contains("2 cases were put under it."), "{page}");
}
