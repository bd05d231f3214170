//! What a form gives away about its sender goes with the card; a form of another site is sent back.

use ombudsman_server::queue::{Depth, Letter, Suspicion};
use reqwest::StatusCode;
use reqwest::header::{ACCEPT, ORIGIN};
use tests::reading::hidden;
use tests::{Backend, House, Receipt, card_id};

use crate::kept::{depth, letters};

/// Posts a compliment as a browser without script does, with more fields, from a page of this origin.
async fn posted(house: &House, more: &[(&str, &str)], origin: Option<&str>) -> (StatusCode, String) {
    let id = card_id();
    let form = [("id", id.as_str()), ("language", "en"), ("intent", "compliment"), ("overall", "5")];
    let form: Vec<_> = form.iter().chain(more).collect();
    let request = house.public().post("/card/passport?lang=en").header(ACCEPT, "text/html").form(&form);
    let request = origin.into_iter().fold(request, |request, origin| request.header(ORIGIN, origin));
    let answer = request.send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

#[tokio::test]
async fn a_machines_card_gets_its_receipt_and_goes_into_the_queue_with_what_is_suspicious() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    // A page is then never old enough.
    house.set("form_least_seconds", "600");
    house.start_server("intake").await;
    let page = house.public().page("/card/passport?lang=en").await;
    let begun = hidden(&page, "begun");
    assert!(page.contains("name=\"website\""), "the field that no person sees is there");
    let forms = [
        (vec![("website", "https://spam.example")], vec![Suspicion::HiddenField]),
        (vec![("begun", begun.as_str()), ("website", "")], vec![Suspicion::TooFast]),
        (vec![("begun", "1000000.abcdef")], vec![]),
        (vec![], vec![]),
    ];
    for (more, _) in &forms {
        let (status, page) = posted(&house, more, None).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        assert!(!Receipt::of_page(&page).access_code.is_empty());
    }
    assert!(house.stop().await.success());
    let found = letters(&house).await.into_iter().map(|letter| {
        let Letter::Card { suspicions, card, .. } = letter;
        assert!(card.get("website").is_none() && card.get("begun").is_none(), "{card}");
        suspicions
    });
    assert_eq!(found.collect::<Vec<_>>(), forms.map(|(_, suspicions)| suspicions));
}

#[tokio::test]
async fn a_form_that_comes_back_keeps_the_time_of_its_first_page() {
    let house = House::open(Backend::Embedded).await;
    let begun = hidden(&house.public().page("/card/passport?lang=en").await, "begun");
    let (status, page) = posted(&house, &[("begun", &begun), ("overall", "9")], None).await;
    assert_eq!((status, hidden(&page, "begun")), (StatusCode::UNPROCESSABLE_ENTITY, begun.clone()));
    let (status, page) = posted(&house, &[("begun", &begun), ("show_in", "fr")], None).await;
    assert_eq!((status, hidden(&page, "begun")), (StatusCode::OK, begun));
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_and_nothing_of_it_is_kept() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.start_server("intake").await;
    let (status, page) = posted(&house, &[], Some("https://elsewhere.example")).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(page.contains("This form came from another site"), "{page}");
    let ours = house.server.clone();
    assert_eq!(posted(&house, &[], Some(&ours)).await.0, StatusCode::OK);
    assert_eq!(posted(&house, &[], None).await.0, StatusCode::OK, "who does not say is believed");
    assert!(house.stop().await.success());
    assert_eq!(depth(&house).await, Depth { waiting: 2, set_aside: 0 });
}
