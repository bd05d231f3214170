//! What `/api/openapi.json` says of the door for programs is what the door does.

use feedback::{Achieved, Channel, Consent, Driver, Instrument, Intent, Language, Notice, ReplyBy};
use reqwest::StatusCode;
use serde_json::{Value, json};
use tests::{Backend, House, card};

#[tokio::test]
async fn the_document_names_every_field_and_choice_and_no_other() {
    let house = House::open(Backend::Embedded).await;
    let document: Value = serde_json::from_str(&house.public().page("/api/openapi.json").await).expect("JSON");
    let schema = &document["components"]["schemas"]["Card"];
    let choices = |at: &Value| -> Vec<String> { serde_json::from_value(at["enum"].clone()).expect("choices") };
    let properties = &schema["properties"];
    let said: [(&Value, Vec<&str>); 8] = [
        (&properties["intent"], Intent::ALL.iter().map(|choice| choice.as_str()).collect()),
        (&properties["language"], Language::ALL.iter().map(|choice| choice.as_str()).collect()),
        (&properties["achieved"], Achieved::ALL.iter().map(|choice| choice.as_str()).collect()),
        (&properties["channel"], Channel::ALL.iter().map(|choice| choice.as_str()).collect()),
        (&properties["instrument"], Instrument::ALL.iter().map(|choice| choice.as_str()).collect()),
        (&properties["notice"], Notice::ALL.iter().map(|choice| choice.as_str()).collect()),
        (&properties["consents"]["items"], Consent::ALL.iter().map(|choice| choice.as_str()).collect()),
        (&properties["reply"]["properties"]["by"], ReplyBy::ALL.iter().map(|choice| choice.as_str()).collect()),
    ];
    for (at, known) in said {
        assert_eq!(choices(at), known);
    }
    let drivers = properties["drivers"]["properties"].as_object().expect("drivers");
    assert_eq!(drivers.len(), Driver::ALL.len());
    // A field that the document does not name is refused by name, and each that it names is known.
    let anyone = house.public();
    for name in properties.as_object().expect("fields").keys().map(String::as_str).chain(["unnamed"]) {
        let mut with = card();
        if with.get(name).is_none() {
            with[name] = if properties[name]["type"] == "object" { json!({}) } else { json!("\u{1F642}") };
        }
        let answer: Value = anyone.send(&with).await.json().await.expect("a document");
        let unknown = answer["errors"].as_array().into_iter().flatten().any(|error| {
            error["field"] == name && error["detail"].as_str().is_some_and(|text| text.contains("no field"))
        });
        assert_eq!(unknown, name == "unnamed", "{name}: {answer}");
    }
}

#[tokio::test]
async fn a_card_as_the_document_shows_it_is_taken_and_answered_as_it_says() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let document: Value = serde_json::from_str(&anyone.page("/api/openapi.json").await).expect("JSON");
    let answer = anyone.send(&card()).await;
    assert_eq!(answer.status(), StatusCode::ACCEPTED);
    let accepted: Value = answer.json().await.expect("a document");
    let required: Vec<String> =
        serde_json::from_value(document["components"]["schemas"]["Accepted"]["required"].clone()).expect("names");
    let given: Vec<String> = accepted.as_object().expect("an object").keys().cloned().collect();
    assert!(required.iter().all(|name| given.contains(name)) && given.len() == required.len(), "{given:?}");
}
