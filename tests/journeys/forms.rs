//! The card without script: a form with faults comes back as the form, and what was filled in is in it.

use reqwest::StatusCode;
use reqwest::header::ACCEPT;
use tests::reading::{between, hidden};
use tests::{ADMIN, Backend, House, Receipt};

const WORDS: &str = "Un agent <très> patient & \"aimable\"";

#[tokio::test]
async fn a_form_with_faults_comes_back_filled_in_and_says_what_to_change() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let card = anyone.page("/card/passport?lang=fr&channel=kiosk").await;
    let id = hidden(&card, "id");
    let filled = [("id", id.as_str()), ("language", "fr"), ("channel", "kiosk"), ("overall", "5"), ("comment", WORDS)];
    let send = async |form: &[(&str, &str)]| {
        let request = anyone.post("/card/passport?lang=fr&channel=kiosk").header(ACCEPT, "text/html").form(form);
        let answer = request.send().await.expect("an answer");
        (answer.status(), answer.text().await.expect("a page"))
    };
    let (status, page) = send(&filled).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    let summary = between(&page, "id=\"card-summary\"", "</div>").expect("an error summary");
    assert!(summary.contains("href=\"#field-intent\""), "the summary leads to the field: {summary}");
    assert!(page.contains("id=\"field-intent\"") && page.contains("id=\"fault-intent\""), "the field is there: {page}");
    assert!(page.contains("<html lang=\"fr\""), "in the person's language");
    let text = between(&page, "<textarea", "</textarea>").expect("the comment's field");
    assert!(text.contains("&lt;très&gt; patient &amp;"), "the comment is kept, as text: {text}");
    let ratings = page.split("<input").find(|tag| tag.contains("name=\"overall\"") && tag.contains("value=\"5\""));
    assert!(ratings.is_some_and(|tag| tag.contains("checked")), "the rating is kept: {page}");
    assert_eq!(
        (hidden(&page, "id"), hidden(&page, "channel")),
        (id.clone(), "kiosk".to_owned()),
        "it is the same card"
    );

    let mended: Vec<(&str, &str)> = filled.into_iter().chain([("intent", "compliment")]).collect();
    let (status, page) = send(&mended).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    anyone.recorded(&Receipt::of_page(&page)).await;
}

#[tokio::test]
async fn what_was_written_about_a_service_that_takes_no_cards_any_more_is_given_back() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, admin) = (house.public(), house.sign_in(ADMIN).await);
    let card = anyone.page("/card/passport?lang=fr").await;
    admin.set_service("passport", "closed").await;
    let id = hidden(&card, "id");
    let form = [("id", id.as_str()), ("language", "fr"), ("intent", "compliment"), ("comment", WORDS)];
    let request = anyone.post("/card/passport?lang=fr").header(ACCEPT, "text/html").form(&form);
    let answer = request.send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    let page = answer.text().await.expect("a page");
    let text = between(&page, "<textarea", "</textarea>").expect("what was written");
    assert!(text.contains("readonly") && text.contains("&#60;très&#62; patient &#38;"), "{text}");
    assert!(page.contains("Ce que vous avez écrit"), "{page}");
}
