//! Texts that break naive programs come through both doors and are shown as they are, inside the place of a text; or they
//! are refused with a sentence. No door answers any of them with a failure of its own.

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::{RequestBuilder, StatusCode};
use serde_json::{Value, json};
use tests::reading::{between, hidden};
use tests::{Backend, Desk, House, OFFICER, Public, Receipt, complaint, question};

/// A name, a text that a person might send, and the text that is kept of it.
fn texts() -> Vec<(&'static str, String, String)> {
    let same = |name, text: String| (name, text.clone(), text);
    let as_it_is = [
        same("a script", "<script>alert(1)</script><img src=x onerror=alert(1)> & \"quoted\" 'twice'".to_owned()),
        same("an end of the quotation", "</blockquote></main><h1>Closed</h1><!--".to_owned()),
        same("a template", "{{ page.words }} {% include \"x\" %} ${7*7} #{7*7} %s %n".to_owned()),
        same("a statement", "'; DROP TABLE cases; -- \\' OR 1=1".to_owned()),
        same(
            "overrides that never end",
            "late \u{202e}\u{202e}eno on \u{202d}and \u{2066}\u{2067}\u{2068}so on".to_owned(),
        ),
        same("ends of what never began", "late \u{202c}\u{202c}\u{2069}\u{2069}\u{2069} by a week".to_owned()),
        same("marks of direction", "\u{200e}one\u{200f}two\u{61c}three".to_owned()),
        same("Arabic and Hebrew among Latin", "الانتظار طويل - שלוש שבועות - three weeks".to_owned()),
        same("4,000 emoji", "😀".repeat(4_000)),
        same("600 families", "👨\u{200d}👩\u{200d}👧\u{200d}👦".repeat(600)),
        same("flags and skins", "🇨🇦🏳\u{fe0f}\u{200d}🌈👩🏽\u{200d}🚀#\u{fe0f}\u{20e3}".repeat(50)),
        same("2,000 marks on one letter", format!("Z{}", "\u{301}\u{348}".repeat(1_000))),
        same("a mark on nothing", "\u{301}\u{20dd}\u{fe0f} at the start".to_owned()),
        same("what cannot be seen", "a\u{200b}\u{2060}\u{feff}\u{ad}\u{e0041}\u{e007f}b".to_owned()),
        same("no characters", "\u{fffe}\u{ffff}\u{fdd0}\u{10ffff}\u{e000}\u{fffd}".to_owned()),
        same("other ends of a line", "one\u{2028}two\u{2029}three".to_owned()),
        same("a word without end", "w".repeat(4_000)),
    ];
    let with_controls =
        ("null bytes and bells", "n\u{0}u\u{0}l\u{7}l\u{1b}[31m\u{7f}\u{9b}".to_owned(), "null[31m".to_owned());
    as_it_is.into_iter().chain([with_controls]).collect()
}

/// The text of a page's escaped piece.
fn unescaped(piece: &str) -> String {
    let pairs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    pairs.into_iter().fold(piece.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// What the case's page shows as what the person said. It stands in an element of its own direction.
async fn said(officer: &Desk, receipt: &Receipt) -> String {
    let case = officer.case(receipt).await;
    let quotation = between(&case, "<blockquote", "</blockquote>").unwrap_or_else(|| panic!("no quotation: {case}"));
    let (attributes, text) = quotation.split_once('>').expect("an element");
    assert!(attributes.contains("dir=\"auto\""), "the quotation has its own direction: {attributes}");
    unescaped(text)
}

/// Sends a text by the form of a page, as a browser without script does.
async fn leave_by_form(anyone: &Public, text: &str) -> Receipt {
    let id = hidden(&anyone.page("/card/passport?lang=en").await, "id");
    let form = [("id", id.as_str()), ("language", "en"), ("intent", "complaint"), ("comment", text)];
    let answer = anyone.post("/card/passport").header(ACCEPT, "text/html").form(&form).send().await;
    let answer = answer.expect("an answer");
    let (status, page) = (answer.status(), answer.text().await.expect("a page"));
    assert_eq!(status, StatusCode::OK, "{page}");
    Receipt::of_page(&page)
}

#[tokio::test]
async fn whatever_people_write_is_kept_and_shown_as_text_by_both_doors() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    for (name, sent, kept) in texts() {
        for receipt in [anyone.leave(&complaint(&sent)).await, leave_by_form(&anyone, &sent).await] {
            let page = anyone.recorded(&receipt).await;
            assert!(!page.contains(&kept), "{name}: the tracking page says nothing of it");
            assert_eq!(said(&officer, &receipt).await, kept, "{name}");
        }
    }
}

#[tokio::test]
async fn an_answer_of_strange_text_reaches_the_person_as_it_was_written() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    for (name, sent, _) in texts().into_iter().filter(|(_, sent, _)| sent.len() < 1_000) {
        let receipt = anyone.leave(&question(&format!("This is about {name}."))).await;
        anyone.recorded(&receipt).await;
        officer.step(&receipt, "acknowledge", "").await;
        officer.step(&receipt, "answer", &sent).await;
        let page = anyone.track(&receipt).await.1;
        let quotation = between(&page, "<blockquote", "</blockquote>").unwrap_or_else(|| panic!("{name}: {page}"));
        let (attributes, text) = quotation.split_once('>').expect("an element");
        assert!(attributes.contains("dir=\"auto\""), "{name}: {attributes}");
        let shown: String = unescaped(text).chars().filter(|c| !c.is_control()).collect();
        let written: String = sent.chars().filter(|c| !c.is_control()).collect();
        assert_eq!(shown, written, "{name}");
    }
}

/// Bodies that hold no text at all, because no text is made of them.
fn bodies_without_text(anyone: &Public) -> Vec<(&'static str, RequestBuilder)> {
    let json = |name, comment: &[u8]| {
        let card = complaint("COMMENT").to_string();
        let (before, after) = card.split_once("COMMENT").expect("its comment");
        let body = [before.as_bytes(), comment, after.as_bytes()].concat();
        (name, anyone.post("/api/v1/cards").header(CONTENT_TYPE, "application/json").body(body))
    };
    vec![
        json("the first half of a pair", br"\ud800"),
        json("the second half of a pair", br"late \udc00 again"),
        json("a pair the wrong way round", br"\ude00\ud83d"),
        json("half a pair before a letter", br"\ud83dx"),
        json("an escape that is none", br"\x41\u00"),
        json("bytes that are no UTF-8", b"\xff\xfe"),
        json("a long way to write a sign", b"\xc0\xbc"),
        json("half a pair in bytes", b"\xed\xa0\x80"),
        json("a null byte as it is", b"nu\0ll"),
        json("an end of a line as it is", b"one\ntwo"),
    ]
}

#[tokio::test]
async fn what_is_no_text_is_refused_with_a_sentence() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    for (name, request) in bodies_without_text(&anyone) {
        let answer = request.send().await.expect("an answer");
        let (status, problem) = (answer.status(), answer.json::<Value>().await.expect("a problem document"));
        assert_eq!((status, &problem["code"]), (StatusCode::BAD_REQUEST, &json!("malformed")), "{name}: {problem}");
        assert!(problem["detail"].as_str().is_some_and(|detail| detail.ends_with('.')), "{name}: {problem}");
    }
}

#[tokio::test]
async fn bytes_of_a_form_that_are_no_text_become_signs_that_stand_for_them() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let id = hidden(&anyone.page("/card/passport?lang=en").await, "id");
    let body = format!("id={id}&language=en&intent=complaint&comment=late%ED%A0%80%C0%BC%FF+again%zz%2");
    let request = anyone.post("/card/passport").header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = request.header(ACCEPT, "text/html").body(body).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK);
    let receipt = Receipt::of_page(&answer.text().await.expect("a page"));
    anyone.recorded(&receipt).await;
    let shown = said(&officer, &receipt).await;
    assert!(shown.starts_with("late\u{fffd}") && shown.ends_with(" again%zz%2"), "{shown:?}");
}

/// Every field that a stranger may fill in, and where.
const FIELDS: [(&str, &[&str]); 4] = [
    (
        "/card/passport",
        &[
            "id",
            "service",
            "intent",
            "language",
            "channel",
            "overall",
            "drivers.courtesy",
            "achieved",
            "comment",
            "put_right",
            "page",
            "reply.by",
            "reply.email",
            "reply.phone",
            "reply.post",
            "consents",
            "notice",
            "sheet",
            "guard",
            "begun",
            "show_in",
            "proof",
            "\u{0}",
            "\u{202e}",
        ],
    ),
    ("/track", &["reference", "access_code"]),
    ("/sign-in", &["name", "password"]),
    ("/receipt", &["receipt", "file"]),
];

#[tokio::test]
async fn no_field_of_any_form_and_no_address_makes_a_door_fail() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, origin) = (house.public(), house.server.as_str());
    let texts: Vec<String> = texts().into_iter().map(|(_, sent, _)| sent.chars().take(300).collect()).collect();
    for (path, fields) in FIELDS {
        for field in fields {
            for text in &texts {
                let form = [("intent", "complaint"), ("language", "fr"), ("channel", "paper"), (*field, text.as_str())];
                let request = anyone.post(path).header(ACCEPT, "text/html").header("origin", origin).form(&form);
                let status = request.send().await.expect("an answer").status();
                assert!(!status.is_server_error(), "{path} {field} {text:?}: {status}");
            }
        }
    }
    for text in &texts {
        let bytes: Vec<u8> = text.bytes().take(60).collect();
        let encoded: String = form_urlencoded::byte_serialize(&bytes).collect();
        for address in [
            format!("/card/{encoded}"),
            format!("/card/passport?lang={encoded}&channel={encoded}&page={encoded}&{encoded}={encoded}"),
            format!("/track?reference={encoded}"),
            format!("/results/{encoded}/{encoded}?lang={encoded}"),
            format!("/embed/v/{encoded}/{encoded}"),
            format!("/{encoded}"),
        ] {
            let status = anyone.get(&address).send().await.expect("an answer").status();
            assert!(!status.is_server_error(), "{address}: {status}");
        }
    }
}

#[tokio::test]
async fn an_address_of_a_page_that_hides_where_it_leads_is_refused() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    for hidden in ["\u{202e}", "\u{2066}", "\u{200f}", "\u{200b}"] {
        let mut card = complaint("It says nothing of my form.");
        card["page"] = json!(format!("https://www.canada.ca/{hidden}moc.elpmaxe//:sptth"));
        let answer = anyone.send(&card).await;
        let problem = answer.json::<Value>().await.expect("a problem document");
        assert_eq!(problem["errors"][0]["field"], "page", "{hidden:?}: {problem}");
    }
}
