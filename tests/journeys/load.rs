//! A senior officer sees who has how many cases, and gives them to others: through the same rules as when somebody takes one.

use reqwest::StatusCode;
use serde_json::Value;
use tests::reading::{between, hidden, ticking};
use tests::{AUDITOR, Backend, DIRECTOR, Desk, House, OFFICER, Public, Receipt, SENIOR, UPHELD, complaint};

async fn house() -> (House, Public, Desk, Desk) {
    let house = House::open(Backend::Embedded).await;
    house.hire(SENIOR);
    house.hire(DIRECTOR);
    let (anyone, officer, senior) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(SENIOR).await);
    (house, anyone, officer, senior)
}

async fn left(anyone: &Public, card: &Value) -> Receipt {
    let receipt = anyone.leave(card).await;
    anyone.recorded(&receipt).await;
    receipt
}

fn bare(receipt: &Receipt) -> String {
    receipt.reference.replace('-', "")
}

/// The figures of an officer's row: open, due this week, late, to approve by somebody else.
fn figures(page: &str, name: &str) -> Vec<String> {
    let mut rows = page.split("<tr>").filter_map(|row| row.split("</tr>").next());
    let row = rows.find(|row| row.contains(&format!("<th scope=\"row\">{name}"))).expect("a row");
    let cells = row.split("<td class=\"figure\"").skip(1);
    let figure = |cell: &str| {
        let text = cell.split_once('>').expect("a cell").1;
        let text = text.split_once("<a ").map_or(text, |(_, link)| link.split_once('>').expect("a link").1);
        text.split('<').next().expect("a figure").to_owned()
    };
    cells.map(figure).collect()
}

/// Ticks these cases in this page of somebody's cases, and gives them to this member; the page that comes.
async fn give(desk: &Desk, path: &str, page: &str, receipts: &[&Receipt], to: &str) -> (StatusCode, String) {
    let token = hidden(page, "form_token");
    let value = |receipt: &&Receipt| {
        let value = between(page, &format!("value=\"{}.", bare(receipt)), "\"").expect("a version");
        ("case", format!("{}.{value}", bare(receipt)))
    };
    let mut form: Vec<(&str, String)> = receipts.iter().map(value).collect();
    form.extend([("form_token", token), ("to", to.to_owned())]);
    let answer = desk.post(path).form(&form).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

const NOBODYS: &str = "/desk/load/cases?of=&which=open&lang=en";
const OFFICERS: &str = "/desk/load/cases?of=officer&which=open&lang=en";

#[tokio::test]
async fn who_has_what_shows_every_officer_and_each_number_leads_to_its_cases() {
    let (house, anyone, officer, senior) = house().await;
    let drafted = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    officer.does(&drafted, "draft", &UPHELD).await;
    let late = officer.takes_on(&anyone, &complaint("Late.")).await;
    let waiting = left(&anyone, &complaint("Nobody has it.")).await;
    let db = house.db().await;
    let sql = "UPDATE cases SET due = '2026-01-05' WHERE reference = $1";
    db.execute(sql, vec![bare(&late).into()]).await.expect("another day");
    db.close().await;
    let page = senior.page("/desk/load").await;
    let [open, _, overdue, second] = <[String; 4]>::try_from(figures(&page, "officer")).expect("four figures");
    assert_eq!((open.as_str(), overdue.as_str(), second.as_str()), ("2", "1", "1"), "{page}");
    assert_eq!(figures(&page, "senior"), ["0", "0", "0", "0"], "{page}");
    assert_eq!(figures(&page, "<strong>Nobody has them yet")[0], "1", "{page}");
    for (which, shown, hidden) in [("overdue", &late, &drafted), ("second", &drafted, &late)] {
        let list = senior.page(&OFFICERS.replace("which=open", &format!("which={which}"))).await;
        assert!(list.contains(&shown.reference) && !list.contains(&hidden.reference), "{which}: {list}");
    }
    assert!(senior.page(NOBODYS).await.contains(&waiting.reference));
    assert!(
        senior.page("/desk").await.contains("/desk/load?lang=en")
            && !officer.page("/desk").await.contains("/desk/load")
    );
}

#[tokio::test]
async fn cases_are_given_at_once_and_who_was_given_one_attests_before_going_on() {
    let (house, anyone, officer, senior) = house().await;
    let director = house.sign_in(DIRECTOR).await;
    let theirs = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let new = left(&anyone, &complaint("Nobody has it.")).await;
    let (status, page) = give(&senior, OFFICERS, &senior.page(OFFICERS).await, &[&theirs], "director").await;
    assert!(status == StatusCode::OK && page.contains("1 case was given to"), "{page}");
    let (_, page) = give(&senior, NOBODYS, &senior.page(NOBODYS).await, &[&new], "director").await;
    assert!(page.contains("1 case was given to") && page.contains("There is no such case."), "{page}");
    let mine = director.page("/desk").await;
    assert!(mine.contains(&theirs.reference) && mine.contains(&new.reference), "{mine}");
    assert!(!officer.page("/desk").await.contains(&theirs.reference));

    let said = director.may_not(&theirs, "draft", &UPHELD).await;
    assert!(said.contains("You were given this case."), "{said}");
    assert!(director.case(&theirs).await.contains("say that nothing stands between you and it"));
    assert!(officer.may_not(&theirs, "draft", &UPHELD).await.contains("Another officer has this case."));
    director.does(&theirs, "assign", &[("attested", "yes")]).await;
    director.does(&theirs, "draft", &UPHELD).await;
    director.assesses(&new).await;

    house.hire(AUDITOR);
    let log = house.sign_in(AUDITOR).await.page(&format!("/desk/audit/{}", bare(&theirs))).await;
    let (first, _) = log.split_once("<code>director</code>").expect("whom it was given to");
    assert!(first.contains("Given to an officer"), "{log}");
    assert!(house.command(&["audit", "verify"]).ends_with("The log is as it was written.\n"));
}

#[tokio::test]
async fn what_cannot_be_given_is_told_with_its_reason_and_the_rest_is_done() {
    let (house, anyone, officer, senior) = house().await;
    let director = house.sign_in(DIRECTOR).await;
    let fine = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    let changed = officer.takes_on(&anyone, &complaint("Ten weeks.")).await;
    let closed_to = officer.takes_on(&anyone, &complaint("Eleven weeks.")).await;
    officer.does(&closed_to, "interest", &[("staff", "director"), ("rule", "named")]).await;
    let page = senior.page(OFFICERS).await;
    assert!(
        page.contains("Tick every case on this page (3)<") && !page.contains(" checked><label for=\"pick-"),
        "{page}"
    );
    let all = senior.page(&ticking(&page)).await;
    assert!(
        all.contains("Ticked on this page: 3.") && all.matches(" checked><label for=\"pick-").count() == 3,
        "{all}"
    );
    officer.does(&changed, "message", &[("words", "We look into it.")]).await;
    let again = senior.page(&ticking(&page)).await;
    assert!(
        !again.contains(" checked><label for=\"pick-"),
        "one is another than was looked at, so nothing is ticked: {again}"
    );
    assert!(again.contains("Tick every case on this page (3)<") && ticking(&again) != ticking(&page), "{again}");
    let (status, page) = give(&senior, OFFICERS, &page, &[&fine, &changed, &closed_to], "director").await;
    assert_eq!(status, StatusCode::OK);
    for said in ["1 case was given to", "It was changed meanwhile.", "They are named in it"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let mine = director.page("/desk").await;
    assert!(mine.contains(&fine.reference), "{mine}");
    assert!(!mine.contains(&changed.reference) && !mine.contains(&closed_to.reference), "{mine}");
    house.hire(AUDITOR);
    let log = house.sign_in(AUDITOR).await.page(&format!("/desk/audit/{}", bare(&closed_to))).await;
    assert_eq!(log.matches("<code>director</code>").count(), 2, "the interest, and that it stood in the way: {log}");

    officer.does(&changed, "interest", &[("staff", "senior"), ("rule", "interest")]).await;
    let (_, page) = give(&senior, OFFICERS, &senior.page(OFFICERS).await, &[&changed], "director").await;
    assert!(page.contains("They have another relation"), "who gives has nothing between them and it: {page}");
}

#[tokio::test]
async fn a_form_with_nothing_ticked_or_nobody_chosen_changes_nothing() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    let page = senior.page(OFFICERS).await;
    for (receipts, to, said) in [
        (&[][..], "director", "Tick at least one case."),
        (&[&receipt][..], "", "Choose who is to have"),
        (&[&receipt][..], "admin", "Choose who is to have"),
    ] {
        let (status, page) = give(&senior, OFFICERS, &page, receipts, to).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains(said), "{page}");
    }
    let (_, page) = give(&senior, OFFICERS, &page, &[&receipt], "officer").await;
    assert!(page.contains("They have it already."), "{page}");
    assert!(officer.page("/desk").await.contains(&receipt.reference));
}

#[tokio::test]
async fn a_review_is_not_given_and_a_decision_is_with_what_is_left_to_do() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    officer.decides(&receipt, &senior, &UPHELD).await;
    let (_, page) = give(&senior, OFFICERS, &senior.page(OFFICERS).await, &[&receipt], "director").await;
    assert!(page.contains("1 case was given to"), "{page}");
    officer.does(&receipt, "ask-review", &[("words", "By phone: it was ten weeks.")]).await;
    let (_, page) = give(&senior, NOBODYS, &senior.page(NOBODYS).await, &[&receipt], "director").await;
    assert!(page.contains("A review is taken by somebody who had no part"), "{page}");
}

#[tokio::test]
async fn who_has_nothing_is_led_to_what_nobody_has() {
    let (_house, anyone, officer, _senior) = house().await;
    let page = officer.page("/desk").await;
    assert!(page.contains("You have no case, and somebody has every other."), "{page}");
    assert!(!page.contains("class=\"primary\""), "{page}");
    let receipt = left(&anyone, &complaint("Nine weeks.")).await;
    let page = officer.page("/desk").await;
    assert!(
        page.contains("You have no case.") && page.contains("<button class=\"primary\">Nobody has them yet"),
        "{page}"
    );
    officer.step(&receipt, "acknowledge", "").await;
    assert!(!officer.page("/desk").await.contains("You have no case"));
}
