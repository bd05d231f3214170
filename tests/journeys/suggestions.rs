//! A suggestion gets an answer that its person reads, and what was done is told to everyone: by the office in its own words,
//! and by two people.

use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use tests::reading::{between, hidden};
use tests::{AUDITOR, Backend, Desk, House, OFFICER, PUBLISHER, Receipt, card_id};

const REASON: (&str, &str) = ("The counter opens at seven from May on.", "Le guichet ouvrira à sept heures dès mai.");
const ENTRY: [(&str, &str); 7] = [
    ("done_on", "2026-05-04"),
    ("title_en", "Earlier hours"),
    ("title_fr", "Des heures plus tôt"),
    ("said_en", "People who work early cannot come."),
    ("said_fr", "Qui travaille tôt ne peut pas venir."),
    ("did_en", "We open at seven."),
    ("did_fr", "Nous ouvrons à sept heures."),
];

fn suggestion(words: &str) -> Value {
    json!({ "id": card_id(), "service": "passport", "intent": "suggestion", "language": "en", "comment": words })
}

async fn left(house: &House, card: &Value) -> Receipt {
    let receipt = house.public().leave(card).await;
    house.public().recorded(&receipt).await;
    receipt
}

/// What the box of a suggestion says on this page.
fn tick(page: &str, receipt: &Receipt) -> String {
    let plain = receipt.reference.replace('-', "");
    let rest = between(page, &format!("name=\"card\" value=\"{plain}."), "\"").expect("a box");
    format!("{plain}.{rest}")
}

async fn answer(desk: &Desk, page: &str, cards: &[&Receipt], verdict: &str) -> Response {
    let (token, ticks) = (hidden(page, "form_token"), cards.iter().map(|card| tick(page, card)).collect::<Vec<_>>());
    let mut form = vec![("form_token", token.as_str()), ("verdict", verdict), ("owner", "Counter 4")];
    form.extend([("reason_en", REASON.0), ("reason_fr", REASON.1)]);
    form.extend(ticks.iter().map(|tick| ("card", tick.as_str())));
    desk.post("/desk/suggestions?lang=en").form(&form).send().await.expect("an answer")
}

/// Drafts the entry, but with these fields; what comes.
async fn draft(desk: &Desk, but: &[(&str, &str)]) -> Response {
    let page = desk.page("/desk/you-said").await;
    let option = between(&page, "<option value=\"\"></option>\n<option value=\"", "\"");
    let token = hidden(&desk.page("/account").await, "form_token");
    let id = option.unwrap_or_default();
    let rest = ENTRY.into_iter().filter(|(name, _)| but.iter().all(|(other, _)| other != name));
    let form: Vec<(&str, &str)> =
        [("form_token", token.as_str()), ("answer", id)].into_iter().chain(rest).chain(but.iter().copied()).collect();
    desk.post("/desk/you-said?lang=en").form(&form).send().await.expect("an answer")
}

async fn publishes(desk: &Desk, page: &str, what: &str, because: &str) -> StatusCode {
    let [token, entry, state] = ["form_token", "entry", "state"].map(|name| hidden(page, name));
    let form =
        [("form_token", token.as_str()), ("entry", &entry), ("state", &state), ("do", what), ("because", because)];
    desk.post("/publish?lang=en").form(&form).send().await.expect("an answer").status()
}

#[tokio::test]
pub async fn a_suggestion_becomes_you_said_we_did_by_two_people_and_can_be_withdrawn() {
    let house = House::open(Backend::Embedded).await;
    for member in [PUBLISHER, AUDITOR] {
        house.hire(member);
    }
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let first = left(&house, &suggestion("Please open the counter at seven, I start work at eight.")).await;
    let second = left(&house, &suggestion("Your counter opens too late for whoever works.")).await;
    assert!(anyone.track(&first).await.1.contains("you can read here what becomes of it"));

    let page = officer.page("/desk/suggestions").await;
    assert_eq!(answer(&officer, &page, &[], "will-be-done").await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer(&officer, &page, &[&first], "").await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer(&officer, &page, &[&first, &second], "will-be-done").await.status(), StatusCode::SEE_OTHER);
    for receipt in [&first, &second] {
        let told = anyone.track(receipt).await.1;
        assert!(told.contains("Your suggestion will be done") && told.contains(REASON.0), "{told}");
        assert!(!told.contains("Counter 4") && !told.contains("Read what changed"), "{told}");
    }

    let quoting = draft(&officer, &[("said_en", "One said: open the counter at seven, I start early.")]).await;
    assert_eq!(quoting.status(), StatusCode::UNPROCESSABLE_ENTITY, "nobody's own words");
    assert_eq!(draft(&officer, &[("title_fr", "")]).await.status(), StatusCode::UNPROCESSABLE_ENTITY, "both languages");
    assert_eq!(draft(&officer, &[("done_on", "2999-01-01")]).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(draft(&officer, &[]).await.status(), StatusCode::SEE_OTHER);
    assert_eq!(draft(&officer, &[]).await.status(), StatusCode::UNPROCESSABLE_ENTITY, "nothing is left to tell");
    assert!(!anyone.page("/results/you-said?lang=en").await.contains("Earlier hours"), "a draft is nobody's to read");

    let publisher = house.sign_in(PUBLISHER).await;
    let waiting = publisher.page("/publish").await;
    assert!(waiting.contains("Earlier hours") && waiting.contains("Des heures plus tôt"), "both languages: {waiting}");
    assert_eq!(publishes(&publisher, &waiting, "publish", "").await, StatusCode::SEE_OTHER);
    assert_eq!(publishes(&publisher, &waiting, "publish", "").await, StatusCode::CONFLICT, "once");
    assert_eq!(
        publishes(&publisher, &waiting, "withdraw", "An error.").await,
        StatusCode::CONFLICT,
        "it is no draft now"
    );
    let told = anyone.page("/results/you-said?lang=en&service=passport").await;
    assert!(told.contains("We open at seven.") && told.contains("Done on"), "{told}");
    assert!(told.contains("One or more people suggested this."), "two are too few to be counted: {told}");
    let french = anyone.page("/results/you-said?lang=fr").await;
    assert!(french.contains("Nous ouvrons à sept heures.") && !french.contains("We open at seven."), "{french}");
    assert!(!anyone.page("/results/you-said?service=employment-insurance").await.contains("Earlier hours"));
    assert!(anyone.track(&first).await.1.contains("Read what changed"));

    let standing = publisher.page("/publish").await;
    assert_eq!(publishes(&publisher, &standing, "withdraw", " ").await, StatusCode::UNPROCESSABLE_ENTITY, "why?");
    assert_eq!(publishes(&publisher, &standing, "withdraw", "The hours changed again.").await, StatusCode::SEE_OTHER);
    assert!(!anyone.page("/results/you-said?lang=en").await.contains("Earlier hours"));
    assert!(officer.page("/desk/you-said").await.contains("The hours changed again."), "the author reads why");
    let log = house.sign_in(AUDITOR).await.page("/desk/audit").await;
    for done in ["Suggestion answered", "we did” drafted", "we did” published", "we did” withdrawn"] {
        assert!(log.matches(done).count() > 1, "it is an entry, and not only a choice: {done}");
    }
    assert!(!log.contains("counter at seven") && !log.contains("hours changed again"), "no text is in the log");
}

#[tokio::test]
async fn from_ten_suggestions_on_their_number_is_told_to_everyone() {
    let house = House::open(Backend::Embedded).await;
    house.hire(PUBLISHER);
    let officer = house.sign_in(OFFICER).await;
    let mut cards = Vec::new();
    for number in 0..10 {
        cards.push(left(&house, &suggestion(&format!("Number {number} of us cannot come before work."))).await);
    }
    let page = officer.page("/desk/suggestions").await;
    answer(&officer, &page, &cards.iter().collect::<Vec<_>>(), "will-be-done").await;
    assert_eq!(draft(&officer, &[]).await.status(), StatusCode::SEE_OTHER);
    let publisher = house.sign_in(PUBLISHER).await;
    let waiting = publisher.page("/publish").await;
    assert_eq!(publishes(&publisher, &waiting, "publish", "").await, StatusCode::SEE_OTHER);
    let told = house.public().page("/results/you-said?lang=en").await;
    assert!(told.contains("Suggestions: 10") && !told.contains("One or more people"), "{told}");
}

#[tokio::test]
async fn whoever_drafted_it_does_not_publish_it_whatever_their_role_is_later() {
    let house = House::open(Backend::Embedded).await;
    let officer = house.sign_in(OFFICER).await;
    let receipt = left(&house, &suggestion("Your counter opens too late for whoever works.")).await;
    let page = officer.page("/desk/suggestions").await;
    answer(&officer, &page, &[&receipt], "will-be-done").await;
    assert_eq!(draft(&officer, &[]).await.status(), StatusCode::SEE_OTHER);
    assert!(house.command(&["staff", "role", "--name", OFFICER.name, "--role", "publisher"]).contains("publisher"));
    let promoted = house.sign_in(OFFICER).await;
    let own = promoted.page("/publish").await;
    assert!(own.contains("You drafted this."), "{own}");
    assert_eq!(publishes(&promoted, &own, "publish", "").await, StatusCode::CONFLICT);
}

#[tokio::test]
async fn of_two_who_answer_a_suggestion_the_second_is_told_and_an_open_one_comes_first() {
    let house = House::open(Backend::Embedded).await;
    let officer = house.sign_in(OFFICER).await;
    let first = left(&house, &suggestion("Open on Saturdays, too.")).await;
    let second = left(&house, &suggestion("Put a bench in front of the door.")).await;
    let other = json!({ "id": card_id(), "service": "employment-insurance", "intent": "suggestion", "language": "en",
        "comment": "Let us save the form." });
    let other = left(&house, &other).await;
    let page = officer.page("/desk/suggestions").await;
    let mixed = answer(&officer, &page, &[&first, &other], "will-not-be-done").await;
    assert_eq!(mixed.status(), StatusCode::UNPROCESSABLE_ENTITY, "two services");
    assert!(mixed.text().await.expect("a page").contains(REASON.0), "what was written is kept");
    assert_eq!(answer(&officer, &page, &[&first], "will-not-be-done").await.status(), StatusCode::SEE_OTHER);
    assert_eq!(answer(&officer, &page, &[&first, &second], "will-be-done").await.status(), StatusCode::CONFLICT);
    assert!(house.public().track(&second).await.1.contains("you can read here"), "all or none");
    let after = officer.page("/desk/suggestions").await;
    assert!(after.find(&first.reference) > after.find(&other.reference), "what is answered comes last: {after}");
    assert!(house.public().track(&first).await.1.contains("will not be done"));
    assert_eq!(answer(&officer, &after, &[&second], "looked-into").await.status(), StatusCode::SEE_OTHER);
    let later = officer.page("/desk/suggestions").await;
    assert!(later.find(&second.reference) < later.find(&first.reference), "what is looked into stays open");
}

#[tokio::test]
async fn a_programs_desk_answers_its_own_suggestions_and_sees_no_others() {
    let house = House::open(Backend::Embedded).await;
    let contact = crate::compliments::program(&house).await;
    let theirs = left(&house, &suggestion("Put a bench in front of the door.")).await;
    let other = json!({ "id": card_id(), "service": "employment-insurance", "intent": "suggestion", "language": "en",
        "comment": "Let us save the form." });
    let other = left(&house, &other).await;
    let (page, all) =
        (contact.page("/desk/suggestions").await, house.sign_in(OFFICER).await.page("/desk/suggestions").await);
    assert!(page.contains(&theirs.reference) && !page.contains(&other.reference), "{page}");
    assert_eq!(answer(&contact, &all, &[&other], "will-be-done").await.status(), StatusCode::FORBIDDEN);
    assert_eq!(answer(&contact, &page, &[&theirs], "will-be-done").await.status(), StatusCode::SEE_OTHER);
    assert!(house.public().track(&theirs).await.1.contains("will be done"));
}
