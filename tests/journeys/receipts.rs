//! A receipt: what it promises, the file that a person keeps of it, and how anyone checks that file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::StatusCode;
use reqwest::header::{ACCEPT, CONTENT_TYPE};
use serde_json::Value;
use tests::reading::{between, hidden};
use tests::{Backend, House, Public, Receipt, card, complaint};

/// A word that no log may hold.
const CANARY: &str = "canarylikenoother";
const BOUNDARY: &str = "a-line-between-parts";

/// What the link on the receipt saves.
fn saved(address: &str) -> String {
    let encoded = address.strip_prefix("data:application/json;base64,").expect("the address of a file");
    String::from_utf8(STANDARD.decode(encoded).expect("base 64")).expect("text")
}

/// Complains about a service and keeps the answer to a program.
async fn complain(anyone: &Public) -> Value {
    let answer = anyone.send(&complaint(&format!("My neighbour\n\"{CANARY}\" waited \\ é."))).await;
    answer.json().await.expect("a document")
}

/// Puts a file or its text into the form of the page.
pub async fn check(anyone: &Public, field: &str, text: &str, language: &str) -> (StatusCode, String) {
    let part = |name: &str, text: &str| {
        let file = if name == "file" { "; filename=\"r.json\"\r\nContent-Type: application/json" } else { "" };
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{text}\r\n")
    };
    let other = if field == "file" { "text" } else { "file" };
    let body = format!("{}{}--{BOUNDARY}--\r\n", part(field, text), part(other, ""));
    let request = anyone.post(&format!("/receipt?lang={language}")).header(ACCEPT, "text/html");
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let answer = request.header(CONTENT_TYPE, kind).body(body).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

#[tokio::test]
async fn the_dates_on_the_receipt_are_those_that_the_office_keeps_to() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let document = complain(&anyone).await;
    let progress = anyone.recorded(&Receipt::of_document(&document)).await;
    let steps: Vec<&str> = document["next"].as_array().expect("steps").iter().filter_map(Value::as_str).collect();
    let dates = steps.iter().filter_map(|step| between(step, ": by ", "20"));
    let dates: Vec<&str> = dates.collect();
    assert_eq!(dates.len(), 2, "{steps:?}");
    for date in dates {
        assert!(progress.contains(&format!("By {date}20")), "{date} is not on the tracking page: {progress}");
    }
    assert!(steps.iter().any(|step| step.contains("/track")), "it says where the answer will be: {steps:?}");
}

#[tokio::test]
async fn a_saved_receipt_is_found_genuine_by_page_and_command_and_any_change_is_found_too() {
    let mut house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let document = complain(&anyone).await;
    let file = document["file"].as_str().expect("a file").to_owned();
    let reference = document["reference"].as_str().expect("a reference");
    assert!(!file.contains(document["access_code"].as_str().expect("a code")), "a receipt may be shown to others");
    let enclosed: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    assert!(
        enclosed["card"]["comment"].is_string() && enclosed["card"]["id"].is_null(),
        "the id would give the code away"
    );
    for (field, language, said) in
        [("file", "en", "This receipt is genuine"), ("text", "fr", "Ce reçu est authentique")]
    {
        let (status, page) = check(&anyone, field, &file, language).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        assert!(page.contains(said) && page.contains(reference), "{page}");
        assert!(page.contains(if language == "en" { "Canadian Passport" } else { "Passeport canadien" }), "{page}");
        assert!(!page.contains(CANARY), "what was put in is not shown: {page}");
    }
    let part = |name: &str| document["receipt"][name].as_str().expect("a part").to_owned();
    let changes = [
        (part("received_on"), "1999-12-31".to_owned(), "This receipt is not genuine"),
        (part("signature"), part("card_sha256"), "This receipt is not genuine"),
        (CANARY.to_owned(), format!("{CANARY}s"), "The message in this file was changed"),
        ("\"receipt\"".to_owned(), "\"recipe\"".to_owned(), "We cannot read a receipt in this"),
    ];
    for (from, to, said) in changes {
        let other = file.replacen(&from, &to, 1);
        assert_ne!(other, file, "{from}");
        let (status, page) = check(&anyone, "file", &other, "en").await;
        assert_eq!((status, page.contains(said)), (StatusCode::UNPROCESSABLE_ENTITY, true), "{said}: {page}");
        let path = house.write("changed.json", &other);
        let refused = house.refused_command(&["receipt", "verify", path.to_str().expect("a path")]);
        assert!(refused.trim_end().ends_with('.') && refused.lines().count() == 1, "one line of what to do: {refused}");
    }
    let path = house.write("receipt.json", &file);
    let path = path.to_str().expect("a path");
    let told = house.command(&["receipt", "verify", path]);
    assert!(told.starts_with("Genuine") && told.contains(reference) && told.contains("passport"), "{told}");
    let keys = anyone.page("/receipt/key").await;
    let key = keys.split_whitespace().next().expect("a key");
    assert_eq!(key, part("key"));
    assert!(house.command(&["receipt", "verify", path, "--key", key]).starts_with("Genuine"));
    assert!(house.stop().await.success());
    assert!(!house.log().contains(CANARY) && !house.log().contains(reference), "{}", house.log());
}

#[tokio::test]
async fn another_offices_receipt_is_told_apart() {
    let (house, other) = (House::open(Backend::Embedded).await, House::open_with_keys(None).await);
    let file = complain(&house.public()).await["file"].as_str().expect("a file").to_owned();
    let (status, page) = check(&other.public(), "text", &file, "en").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Another office signed this receipt"), "{page}");
    let path = other.write("receipt.json", &file);
    let path = path.to_str().expect("a path");
    // The last key is like one of 64: it begins as an option does.
    for key in [&[][..], &["--key", "-W7sTrh3U4ZdjeE0n5fGul4tTcat8v9s0E-bvczvSmY"]] {
        let refused = other.refused_command(&[&["receipt", "verify", path], key].concat());
        assert!(refused.starts_with("Not this office's"), "{refused}");
    }
}

#[tokio::test]
async fn what_is_no_receipt_is_refused_with_what_to_do() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    for text in ["", "hello", "{", "{\"receipt\":{}}", "\u{feff}[[[["] {
        let (status, page) = check(&anyone, "text", text, "en").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
        assert!(page.contains("Choose the file as it was saved"), "{page}");
    }
    let (status, page) = check(&anyone, "file", &"x".repeat(70 * 1024), "en").await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE, "{page}");
    let broken = anyone.post("/receipt").header(CONTENT_TYPE, "multipart/form-data").body("x").send().await;
    assert_eq!(broken.expect("an answer").status(), StatusCode::BAD_REQUEST);
    let json = anyone.post("/receipt").json(&card()).send().await.expect("an answer");
    assert_eq!(json.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn without_script_the_receipts_page_has_the_same_file_and_dates() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let id = hidden(&anyone.page("/card/passport?lang=fr").await, "id");
    let form = [("id", id.as_str()), ("language", "fr"), ("intent", "question"), ("comment", "Où est le bureau?")];
    let answer = anyone.post("/card/passport?lang=fr").header(ACCEPT, "text/html").form(&form).send().await;
    let page = answer.expect("an answer").text().await.expect("a page");
    let link = page.split("<a ").find(|tag| tag.contains("download=")).unwrap_or_else(|| panic!("no file: {page}"));
    let file = saved(between(link, "href=\"", "\"").expect("an address"));
    assert!(link.contains(&format!("receipt-{}.json", Receipt::of_page(&page).reference)), "{link}");
    assert!(page.contains("au plus tard le"), "{page}");
    let (status, page) = check(&anyone, "file", &file, "fr").await;
    assert_eq!(status, StatusCode::OK, "{page}");
}
