//! A form that was changed and sent again under the id of its first sending: nothing of it is lost, and it counts once.

use serde_json::json;
use tests::{Backend, CUSTODIAN, House, OFFICER, Receipt, card, complaint, until};

use crate::kept;

tests::wherever_they_are_kept!(a_form_that_was_changed_and_sent_again_is_kept_beside_the_first_and_counts_once);

async fn a_form_that_was_changed_and_sent_again_is_kept_beside_the_first_and_counts_once(backend: Backend) {
    let mut house = House::open(backend).await;
    let (anyone, first) = (house.public(), complaint("The line was long, and the counter closed."));
    let receipt = anyone.leave(&first).await;
    anyone.recorded(&receipt).await;
    let mut changed = first.clone();
    changed["comment"] = json!("The parcel lay behind the boiler. Call 613-555-0123.");
    // Twice: the browser did not hear that it was kept.
    for _ in 0..2 {
        assert_eq!(anyone.leave(&changed).await.reference, receipt.reference, "their codes are those of the first");
    }
    let officer = house.sign_in(OFFICER).await;
    let page = until("the first case leads to the other", async || {
        let page = officer.case(&receipt).await;
        page.contains("changed this form").then_some(page)
    })
    .await;
    let (name, _) = page.split_once("changed this form").and_then(|(_, rest)| rest.split_once("</a>")).expect("a link");
    let reference = name.rsplit('>').next().expect("a reference").to_owned();
    let other = Receipt { reference, access_code: String::new() };
    let page = officer.case(&other).await;
    assert!(page.contains("behind the boiler") && page.contains(&receipt.reference), "{page}");
    // What was sealed of it opens under its own reference.
    officer.step(&other, "acknowledge", "").await;
    house.sign_in(CUSTODIAN).await.release(&other, "original", OFFICER).await;
    assert!(officer.opened(&other, "open-original").await.contains("613-555-0123"));
    assert!(house.stop().await.success());
    assert_eq!(kept::cards(&house).await, 2, "sent three times, it is in the record twice");
    assert_eq!(kept::answers(&house).await, 1, "and counts once");
    let depth = kept::depth(&house).await;
    assert_eq!((depth.waiting, depth.set_aside), (0, 0));
}

#[tokio::test]
async fn praise_that_became_a_complaint_is_followed_with_the_codes_of_the_first() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, praise) = (house.public(), card());
    let receipt = anyone.leave(&praise).await;
    assert!(!anyone.recorded(&receipt).await.contains("An officer takes it up"));
    let mut changed = praise.clone();
    (changed["intent"], changed["comment"]) = (json!("complaint"), json!("Then they lost it all."));
    anyone.leave(&changed).await;
    // A question as well: the codes lead to both.
    (changed["intent"], changed["comment"]) = (json!("question"), json!("Where is it now?"));
    anyone.leave(&changed).await;
    let page = until("the codes lead to both", async || {
        let page = anyone.track(&receipt).await.1;
        page.contains("We answer each one").then_some(page)
    })
    .await;
    assert_eq!(page.matches("name=\"of\" value=\"1\"").count(), 1, "{page}");
    until("the codes lead to the case", async || {
        anyone.track(&receipt).await.1.contains("An officer takes it up").then_some(())
    })
    .await;
}
