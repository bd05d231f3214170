//! The languages of the card: the choice of another loses nothing, and what is there in two languages only stays readable.

use feedback::Language;
use ombudsman_server::words::Words;
use reqwest::StatusCode;
use reqwest::header::{ACCEPT, ACCEPT_LANGUAGE};
use serde_json::json;
use tests::reading::hidden;
use tests::{Backend, House, OFFICER, Receipt, complaint};

const SAID: &str = "تأخر الرد ثلاثة أسابيع";

#[tokio::test]
async fn the_form_asked_for_in_another_language_keeps_what_is_filled_in_and_keeps_no_card() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let card = anyone.page("/card/passport?lang=en&channel=kiosk").await;
    let id = hidden(&card, "id");
    let filled = [("id", id.as_str()), ("language", "en"), ("channel", "kiosk"), ("overall", "2"), ("comment", SAID)];
    let post = async |language: &str, form: &[(&str, &str)]| {
        let address = format!("/card/passport?channel=kiosk&lang={language}");
        let answer = anyone.post(&address).header(ACCEPT, "text/html").form(form).send().await.expect("an answer");
        let (status, page) = (answer.status(), answer.text().await.expect("a page"));
        assert_eq!(status, StatusCode::OK, "{page}");
        page
    };
    let asked: Vec<_> = filled.into_iter().chain([("show_in", "ar")]).collect();
    let page = post("ar", &asked).await;
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\""), "in Arabic, from right to left: {page}");
    assert!(!page.contains("id=\"card-summary\""), "nothing is judged: {page}");
    assert!(page.contains(SAID), "what was written is there: {page}");
    let kept = page.split("<input").find(|tag| tag.contains("name=\"overall\"") && tag.contains("value=\"2\""));
    assert!(kept.is_some_and(|tag| tag.contains("checked")), "the rating is kept: {page}");
    let read = ["language", "channel"].map(|name| hidden(&page, name));
    assert_eq!(read, ["ar", "kiosk"], "it is in Arabic now");
    assert_ne!(hidden(&page, "id"), id, "the first may have been kept already: under its id a change would be lost");

    let arabic = [("id", id.as_str()), ("language", "ar"), ("intent", "complaint"), ("comment", SAID), ("show_in", "")];
    let answer = anyone.post("/card/passport?lang=ar").form(&arabic).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::ACCEPTED, "a program that sends the button's name sends a card");
    let receipt = Receipt::of_document(&answer.json().await.expect("a document"));
    anyone.recorded(&receipt).await;
    let case = house.sign_in(OFFICER).await.case(&receipt).await;
    assert!(case.contains(&Words::of(Language::English).text("language-ar")), "officers see the language: {case}");
}

#[tokio::test]
async fn a_card_in_each_language_is_taken_and_followed_in_it() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    for language in Language::ALL {
        let (tag, words) = (language.as_str(), Words::of(*language));
        let mut card = complaint("Three weeks late.");
        card["language"] = json!(tag);
        let answer = anyone.send(&card).await;
        assert_eq!(answer.status(), StatusCode::ACCEPTED, "{tag}");
        let document: serde_json::Value = answer.json().await.expect("a document");
        assert_eq!(document["next"][0], words.text("next-sorted").as_str());
        let receipt = Receipt::of_document(&document);
        anyone.recorded(&receipt).await;
        let form = [("reference", &receipt.reference), ("access_code", &receipt.access_code)];
        let request = anyone.post(&format!("/track?lang={tag}")).header(ACCEPT, "text/html").form(&form);
        let page = request.send().await.expect("an answer").text().await.expect("a page");
        assert!(page.contains(&words.text("step-to-acknowledge")), "{tag}: {page}");
        assert!(page.contains(&format!("<html lang=\"{tag}\" dir=\"{}\"", language.direction())), "{tag}: {page}");
    }
}

#[tokio::test]
async fn what_is_there_in_english_and_french_is_said_in_one_of_them_to_everyone_else() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    for path in ["/results?lang=ar", "/sign-in?lang=es"] {
        for (accepted, expected) in [("ar, fr;q=0.5", "fr"), ("ar", "en")] {
            let answer = anyone.get(path).header(ACCEPT_LANGUAGE, accepted).send().await.expect("an answer");
            let page = answer.text().await.expect("a page");
            assert!(page.contains(&format!("<html lang=\"{expected}\"")), "{path} {accepted}: {page}");
        }
    }
    let answer = anyone.get("/nowhere").header(ACCEPT_LANGUAGE, "pt-BR, en;q=0.5").send().await.expect("an answer");
    let page = answer.text().await.expect("a page");
    assert!(page.contains(&Words::of(Language::Portuguese).text("problem-not-found-title")), "{page}");
}
