//! What the worker does with a card on its way to the record, seen from outside: what is masked, who must see it, what
//! waits in quarantine, and what counts once although it was said twice.

use serde_json::json;
use tests::{Backend, CUSTODIAN, House, OFFICER, card, complaint, until};

/// The first column of what the record answers to this question, as text.
async fn read_record(house: &House, question: &'static str) -> Vec<String> {
    let db = house.db().await;
    let rows = db.read(question, Vec::new()).await.expect("an answer");
    let texts = rows.iter().map(|row| row.maybe_text(0).expect("a text").unwrap_or_default()).collect();
    db.close().await;
    texts
}

#[tokio::test]
async fn what_looks_personal_is_masked_on_the_desk_and_shown_to_whom_the_custodian_releases_it() {
    let house = House::open(Backend::Embedded).await;
    let receipt = house.public().leave(&complaint("My SIN is 130 692 544 and nobody called me back.")).await;
    house.public().recorded(&receipt).await;
    let officer = house.sign_in(OFFICER).await;
    let case = officer.case(&receipt).await;
    assert!(case.contains("My SIN is [social insurance number] and nobody"), "{case}");
    assert!(!case.contains("130 692 544"), "nobody reads it unasked");
    assert!(!case.contains("value=\"open-original\""), "nor anybody who has not taken the case up");
    officer.step(&receipt, "acknowledge", "").await;
    let asked = officer.case(&receipt).await;
    assert!(asked.contains("ask the custodian") && !asked.contains("value=\"open-original\""), "nor then: {asked}");
    house.sign_in(CUSTODIAN).await.release(&receipt, "original", OFFICER).await;
    let opened = officer.opened(&receipt, "open-original").await;
    assert!(opened.contains("My SIN is 130 692 544"), "{opened}");
    let kept = read_record(&house, "SELECT actor || ' ' || action FROM audit_entries WHERE action LIKE 'view%'").await;
    assert_eq!(kept, ["officer view_original"], "and that is kept");
    let stored = read_record(&house, "SELECT comment FROM cards").await;
    assert!(!stored.concat().contains("130 692 544"), "the record has it sealed only");
}

#[tokio::test]
async fn a_compliment_in_which_somebody_is_in_danger_opens_an_urgent_case() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let mut praise = card();
    praise["comment"] = json!("Kind staff. But I want to die.");
    let (urgent, plain) = (anyone.leave(&praise).await, anyone.leave(&complaint("Three weeks late.")).await);
    anyone.recorded(&urgent).await;
    anyone.recorded(&plain).await;
    let desk = house.sign_in(OFFICER).await.page("/desk/open").await;
    assert!(desk.contains(">Urgent</li>") && desk.contains(">Danger</li>"), "{desk}");
    let place = |reference: &str| desk.find(reference).expect("the case is on the desk");
    assert!(place(&urgent.reference) < place(&plain.reference), "it stands first");
}

#[tokio::test]
async fn the_same_words_within_minutes_are_kept_and_counted_once() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let twice = "The line was long and the counter closed.";
    let receipts = [anyone.leave(&complaint(twice)).await, anyone.leave(&complaint(twice)).await];
    for receipt in &receipts {
        anyone.recorded(receipt).await;
    }
    let counted = read_record(&house, "SELECT CAST(SUM(n) AS TEXT) FROM pattern_counts").await;
    assert_eq!(counted, ["1"]);
    let case = house.sign_in(OFFICER).await.case(&receipts[1]).await;
    assert!(case.contains("The same was said a few minutes before"), "{case}");
}

/// A worker that finds many cards writes several in one statement, which does not see what it writes itself.
async fn cards_that_wait_together_are_told_apart_as_if_each_came_alone(backend: Backend) {
    let mut house = House::prepare(backend, 60).await;
    house.start_server("intake").await;
    let anyone = house.public();
    let said = |number: usize| complaint(&format!("Number {number} of the counters was closed when I came."));
    let first = said(1);
    let mut changed = first.clone();
    changed["comment"] = "All of the counters were closed when I came.".into();
    // One comes twice and a third time with other words; two say what another said, one of them the ninth after the eighth.
    for card in [first.clone(), said(2), first, changed, said(2), said(3), said(4), said(5), said(5), said(6), said(7)]
    {
        drop(anyone.leave(&card).await);
    }
    let worker = house.start_beside("worker").await;
    until("all are recorded", async || {
        (read_record(&house, "SELECT CAST(COUNT(*) AS TEXT) FROM cards").await == ["10"]).then_some(())
    })
    .await;
    let marked = "SELECT CAST(COUNT(*) AS TEXT) FROM cards WHERE mark = 'duplicate'";
    assert_eq!(read_record(&house, marked).await, ["3"], "the changed one, and the second of each two");
    assert_eq!(read_record(&house, "SELECT CAST(SUM(n) AS TEXT) FROM pattern_counts").await, ["7"]);
    assert_eq!(read_record(&house, "SELECT CAST(COUNT(*) AS TEXT) FROM cases").await, ["10"]);
    drop(worker);
}

tests::wherever_they_are_kept!(cards_that_wait_together_are_told_apart_as_if_each_came_alone);

#[tokio::test]
async fn a_card_of_links_waits_in_quarantine_until_a_person_lets_it_in() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let links = "https://a.example/1 https://a.example/2 https://a.example/3";
    let receipt = anyone.leave(&complaint(links)).await;
    until("it is recorded", async || anyone.track(&receipt).await.1.contains("sent it").then_some(())).await;
    let officer = house.sign_in(OFFICER).await;
    assert!(officer.page("/desk/open").await.contains("Waiting in quarantine: 1"));
    let counted = read_record(&house, "SELECT pattern FROM pattern_counts").await;
    assert_eq!(counted, [""; 0], "it counts nowhere");
    officer.let_in(&receipt).await;
    let opens = async || anyone.track(&receipt).await.1.contains("An officer takes it up").then_some(());
    until("it opens a case", opens).await;
    assert!(!officer.page("/desk/open").await.contains("Waiting in quarantine"));
    assert_eq!(read_record(&house, "SELECT CAST(n AS TEXT) FROM pattern_counts").await, ["1"]);
}
