//! Cards that a machine seems to have sent wait for a person: in pages, by reason, decided about one by one or many at
//! once, and never gone.

use reqwest::StatusCode;
use reqwest::header::LOCATION;
use tests::reading::{between, hidden};
use tests::{Backend, Desk, House, OFFICER, Receipt, Record, complaint, until};

use crate::kept;

/// Cards that only a machine would send, each with a mark of its own, once all of them wait.
async fn spam(house: &House, officer: &Desk, most: usize, form: impl Fn(usize) -> String) -> Vec<Receipt> {
    let anyone = house.public();
    let mut receipts = Vec::new();
    for number in 0..most {
        receipts.push(anyone.leave(&complaint(&form(number))).await);
    }
    let waiting = format!("Waiting in quarantine: {most}");
    until("all of them wait", async || officer.page("/desk/open").await.contains(&waiting).then_some(())).await;
    receipts
}

fn links(number: usize) -> String {
    format!("https://a.example/{number} https://a.example/2 https://a.example/3")
}

/// Decides about these cards on a page that was loaded before; where the browser is sent.
async fn decide(officer: &Desk, page: &str, decision: &str, cards: &[&Receipt]) -> (StatusCode, String) {
    let token = hidden(page, "form_token");
    let mut form = vec![("form_token", token.as_str()), ("decision", decision)];
    form.extend(cards.iter().map(|receipt| ("reference", receipt.reference.as_str())));
    let answer = officer.post("/desk/quarantine?lang=en").form(&form).send().await.expect("an answer");
    let on = answer.headers().get(LOCATION).map(|to| to.to_str().expect("an address").to_owned());
    (answer.status(), on.unwrap_or_default())
}

#[tokio::test]
async fn what_is_confirmed_as_spam_leaves_the_list_and_can_be_found_and_let_in_later() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let cards = spam(&house, &officer, 3, links).await;
    let page = officer.page("/desk/quarantine").await;
    assert!(page.contains("Waiting: 3") && page.contains("Confirmed as spam: 0"), "{page}");
    assert!(page.contains("Canadian Passport") && page.contains("It holds links."), "what and why: {page}");

    let (status, _) = decide(&officer, &page, "confirmed", &[]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is ticked");
    let (status, on) = decide(&officer, &page, "confirmed", &[&cards[0], &cards[1]]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let after = officer.page(&on).await;
    assert!(after.contains("Messages confirmed as spam: 2"), "{after}");
    assert!(!after.contains(&cards[0].reference) && after.contains(&cards[2].reference), "{after}");
    let (status, _) = decide(&officer, &page, "confirmed", &[&cards[0]]).await;
    assert_eq!(status, StatusCode::CONFLICT, "it is decided already");
    assert!(anyone.track(&cards[0]).await.1.contains("gets no answer"), "the person is told");

    let confirmed = officer.page("/desk/quarantine?shelf=confirmed").await;
    assert!(confirmed.contains(&cards[0].reference) && confirmed.contains("officer confirmed this as spam on "));
    let (status, _) = decide(&officer, &confirmed, "restored", &[&cards[0], &cards[2]]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "from either shelf");
    for receipt in [&cards[0], &cards[2]] {
        let opens = async || anyone.track(receipt).await.1.contains("An officer takes it up").then_some(());
        until("it opens a case", opens).await;
    }
    let left = officer.page("/desk/quarantine").await;
    assert!(left.contains("Waiting: 0") && left.contains("Confirmed as spam: 1"), "{left}");
    assert!(left.contains("Nothing is left to decide"), "{left}");
}

#[tokio::test]
async fn more_than_a_page_is_read_page_by_page_the_oldest_first_and_by_reason() {
    let house = House::open(Backend::Embedded).await;
    let officer = house.sign_in(OFFICER).await;
    let cards = spam(&house, &officer, 52, |number| match number {
        51 => "Cheap <a href='http://x.example'>pills</a> http://x.example http://y.example".to_owned(),
        _ => links(number),
    })
    .await;
    let first = officer.page("/desk/quarantine").await;
    let shown = |page: &str| cards.iter().filter(|card| page.contains(&card.reference)).count();
    assert_eq!(shown(&first), 50);
    assert!(!first.contains(&cards[51].reference), "the newest comes last");
    let next = between(&first, "<a href=\"", "\" rel=\"next\"").expect("a next page").rsplit('"').next();
    let next = next.expect("an address").replace("&amp;", "&").replace("&#38;", "&");
    let last = officer.page(&next).await;
    assert_eq!(shown(&last), 2, "{next}");
    assert!(!last.contains("rel=\"next\"") && last.contains("First page"), "{last}");

    let markup = officer.page("/desk/quarantine?sign=markup").await;
    assert_eq!(shown(&markup), 1, "{markup}");
    for elsewhere in ["shelf=confirmed", "sign=too-fast"] {
        let page = officer.page(&format!("/desk/quarantine?{elsewhere}")).await;
        assert!(page.contains("There is nothing here") && !page.contains("Nothing is left to decide"), "{page}");
    }
    assert!(markup.contains("It holds code. (1)") && markup.contains("It holds links. (52)"), "{markup}");
}

#[tokio::test]
async fn cards_let_out_that_nobody_can_read_hold_up_no_other() {
    let house = House::open(Backend::Embedded).await;
    let officer = house.sign_in(OFFICER).await;
    let cards = spam(&house, &officer, 1, links).await;
    Record::open(&house.data()).await.let_out_what_cannot_be_read().await;
    let page = officer.page("/desk/quarantine").await;
    decide(&officer, &page, "restored", &[&cards[0]]).await;
    let opens = async || house.public().track(&cards[0]).await.1.contains("An officer takes it up").then_some(());
    until("it opens a case", opens).await;
}

#[tokio::test]
async fn of_a_form_one_card_counts_whichever_of_its_cards_was_in_quarantine() {
    let said = "The line was long, and the counter closed.".to_owned();
    for texts in [[links(0), said.clone()], [said, links(0)]] {
        let mut house = House::open(Backend::Embedded).await;
        let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
        let mut card = complaint(&texts[0]);
        let first = anyone.leave(&card).await;
        card["comment"] = serde_json::json!(texts[1]);
        anyone.leave(&card).await;
        let one_waits = async || officer.page("/desk/open").await.contains("Waiting in quarantine: 1").then_some(());
        until("one of them waits", one_waits).await;
        let one_is_a_case = async || officer.page("/desk/open").await.contains("/desk/cases/").then_some(());
        until("the other is a case", one_is_a_case).await;
        let page = officer.page("/desk/quarantine").await;
        let reference = between(&page, "name=\"reference\" value=\"", "\"").expect("a card").to_owned();
        let reference = feedback::Reference::parse(&reference).expect("a reference").grouped();
        let caught = Receipt { reference, access_code: String::new() };
        assert_eq!(caught.reference == first.reference, texts[0] == links(0));
        decide(&officer, &page, "restored", &[&caught]).await;
        let is_a_case = async || officer.page("/desk/open").await.contains(&caught.reference).then_some(());
        until("it is a case, too", is_a_case).await;
        assert!(house.stop().await.success());
        assert_eq!((kept::cards(&house).await, kept::answers(&house).await), (2, 1), "{texts:?}");
    }
}
