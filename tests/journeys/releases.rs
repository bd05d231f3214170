//! What is sealed is opened by whom the custodian released it to, for a stated reason, and by nobody else; the custodian and
//! the auditor see that it was, and no word of it.

use reqwest::StatusCode;
use serde_json::json;
use tests::reading::hidden;
use tests::{Backend, CUSTODIAN, Desk, House, Member, OFFICER, OTHERS, Receipt, complaint};

fn one_of(role: &str) -> Member {
    OTHERS.into_iter().find(|member| member.role == role).expect("a role")
}

async fn ask(custodian: &Desk, receipt: &Receipt, field: (&str, &str)) -> (StatusCode, String) {
    let token = hidden(&custodian.page("/releases").await, "form_token");
    let right =
        [("reference", receipt.reference.as_str()), ("sealed", "original"), ("to", OFFICER.name), ("reason", "A")];
    let form = right.into_iter().filter(|(name, _)| *name != field.0).chain([field, ("form_token", &token)]);
    let answer = custodian.post("/releases").form(&form.collect::<Vec<_>>()).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

#[tokio::test]
async fn a_release_lets_one_officer_open_one_thing_and_everybody_sees_why_but_the_words() {
    let house = House::open(Backend::Embedded).await;
    let (director, auditor) = (one_of("director"), one_of("auditor"));
    house.hire(director);
    house.hire(auditor);
    let mut card = complaint("My SIN is 130 692 544 and nobody called me back.");
    card["reply"] = json!({ "wanted": true, "email": "marker@example.ca" });
    card["consents"] = json!(["contact"]);
    let receipt = house.public().leave(&card).await;
    house.public().recorded(&receipt).await;
    let (officer, director) = (house.sign_in(OFFICER).await, house.sign_in(director).await);
    officer.step(&receipt, "acknowledge", "").await;
    let refused = async |desk: &Desk, step: &str| {
        let page = desk.case(&receipt).await;
        desk.press(&receipt, &page, step, "").await.status() == StatusCode::FORBIDDEN
    };
    assert!(refused(&officer, "open-original").await, "not even the officer of the case");
    assert!(refused(&director, "open-address").await, "the address is for who took the case up");

    let custodian = house.sign_in(CUSTODIAN).await;
    custodian.release(&receipt, "original", OFFICER).await;
    assert!(officer.opened(&receipt, "open-original").await.contains("130 692 544"));
    assert!(refused(&director, "open-original").await, "it was released to one person");
    custodian.release(&receipt, "address", one_of("director")).await;
    assert!(director.opened(&receipt, "open-address").await.contains("marker@example.ca"));
    assert!(refused(&director, "open-original").await, "one thing was released");

    for reader in [custodian, house.sign_in(auditor).await] {
        let list = reader.page("/releases?lang=en").await;
        for said in ["To answer what was asked.", &receipt.reference, "director", "Yes"] {
            assert!(list.contains(said), "{said}: {list}");
        }
        for kept in ["130 692 544", "marker@example.ca", "nobody called"] {
            assert!(!list.contains(kept), "{kept}: {list}");
        }
    }
}

#[tokio::test]
async fn a_release_needs_a_case_a_reason_and_an_officer_and_never_goes_to_a_program_contact() {
    let house = House::open(Backend::Embedded).await;
    let contact = one_of("program-contact");
    house.hire(contact);
    let plain = house.public().leave(&complaint("Nothing personal.")).await;
    let masked = house.public().leave(&complaint("My SIN is 130 692 544.")).await;
    for receipt in [&plain, &masked] {
        house.public().recorded(receipt).await;
    }
    let custodian = house.sign_in(CUSTODIAN).await;
    for (receipt, field, said) in [
        (&plain, ("sealed", "original"), "nothing of that kind is sealed"),
        (&masked, ("reference", "no reference"), "There is no such case"),
        (&masked, ("reason", "  "), "Say why"),
        (&masked, ("to", contact.name), "Choose the officer"),
        (&masked, ("to", CUSTODIAN.name), "Choose the officer"),
        (&masked, ("to", "nobody"), "Choose the officer"),
    ] {
        let (status, page) = ask(&custodian, receipt, field).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains(said), "{field:?}: {page}");
    }
    assert!(custodian.page("/releases?lang=en").await.contains("Nothing was released yet."));
}
