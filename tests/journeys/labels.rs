//! The worker labels what a person must see; an officer decides whether that is right, and the case's place follows.

use reqwest::StatusCode;
use tests::reading::hidden;
use tests::{Backend, Desk, House, OFFICER, Receipt, complaint};

/// Presses a button about a label (`wrong` or `give`) on a case's page that was loaded before.
async fn decide(officer: &Desk, receipt: &Receipt, page: &str, what: &str, label: &str) -> StatusCode {
    let (token, version) = (hidden(page, "form_token"), hidden(page, "version"));
    let form = [("form_token", token.as_str()), ("version", &version), (what, label)];
    let path = format!("/desk/cases/{}/labels", receipt.reference.replace('-', ""));
    officer.post(&path).form(&form).send().await.expect("an answer").status()
}

#[tokio::test]
async fn a_label_that_an_officer_finds_wrong_goes_and_the_case_is_urgent_no_more() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let plain = anyone.leave(&complaint("Three weeks late.")).await;
    let figure = anyone.leave(&complaint("The waiting made me want to die of boredom. Marker.")).await;
    for receipt in [&plain, &figure] {
        anyone.recorded(receipt).await;
    }
    let officer = house.sign_in(OFFICER).await;
    let is_first = async |first: &Receipt, then: &Receipt| {
        let desk = officer.page("/desk/open").await;
        desk.find(&first.reference).expect("on the desk") < desk.find(&then.reference).expect("on the desk")
    };
    let page = officer.case(&figure).await;
    assert!(page.contains("Because of these words: “want to die”."), "the list's words are shown: {page}");
    assert!(is_first(&figure, &plain).await, "it is urgent");

    assert_eq!(decide(&officer, &figure, &page, "wrong", "danger").await, StatusCode::SEE_OTHER);
    let changed = officer.case(&figure).await;
    assert!(!changed.contains(">Urgent</li>") && !changed.contains(">Danger</li>"), "{changed}");
    assert!(changed.contains("officer took this label away on "), "who and when: {changed}");
    assert_eq!(decide(&officer, &figure, &page, "give", "threat").await, StatusCode::CONFLICT, "an old page");
    assert_eq!(decide(&officer, &figure, &changed, "wrong", "danger").await, StatusCode::CONFLICT, "it is gone");

    let page = officer.case(&plain).await;
    assert_eq!(decide(&officer, &plain, &page, "give", "threat").await, StatusCode::SEE_OTHER);
    assert!(is_first(&plain, &figure).await, "a label that a person gives counts as much");
    assert!(officer.case(&plain).await.contains("officer gave this label on "));
}

#[tokio::test]
async fn a_label_that_does_not_exist_or_that_is_a_fact_cannot_be_decided() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let receipt = anyone.leave(&complaint("Three weeks late.")).await;
    anyone.recorded(&receipt).await;
    let officer = house.sign_in(OFFICER).await;
    let page = officer.case(&receipt).await;
    assert_eq!(decide(&officer, &receipt, &page, "give", "nonsense").await, StatusCode::BAD_REQUEST);
    assert_eq!(decide(&officer, &receipt, &page, "give", "withheld").await, StatusCode::CONFLICT);
    assert_eq!(
        decide(&officer, &receipt, &page.replace("form_token\" value=\"", "form_token\" value=\"x"), "give", "threat")
            .await,
        StatusCode::FORBIDDEN
    );
    assert_eq!(officer.case(&receipt).await, page, "nothing changed");
}
