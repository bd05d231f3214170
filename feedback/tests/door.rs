//! The card's door: what is taken, what is refused, and by which name.

use feedback::{Answer, Card, Channel, Driver, Fault, FaultKind, Fields, Pattern};
use serde_json::{Value, json};

fn whole_card() -> Value {
    json!({
        "id": "0193f2a4-7c00-7000-8000-000000000001", "service": "passport", "intent": "complaint",
        "language": "en", "channel": "web", "overall": 2,
        "drivers": {"timeliness": 1, "knowledge": 4, "courtesy": "n/a", "fairness": 3, "outcome": 2},
        "instrument": "card-2", "achieved": "partly", "expectations": 1, "ideal": 2, "trust": 3,
        "comment": "L'attente était trop longue.", "put_right": "Des excuses.",
        "page": "https://www.canada.ca/passport.html",
        "reply": {"wanted": true, "email": "a@example.ca"}, "consents": ["contact", "follow-up"], "notice": "privacy-1"
    })
}

fn parse(value: &Value) -> Result<Card, Vec<Fault>> {
    Card::parse(Fields::from_json(value.clone()).expect("an object"))
}

fn refusal(value: &Value) -> Vec<Fault> {
    parse(value).expect_err("the card should have been refused")
}

#[test]
fn a_whole_card_is_taken_and_written_back_as_it_came() {
    let card = parse(&whole_card()).expect("a card");
    assert_eq!(serde_json::to_value(&card).expect("JSON"), whole_card());
    assert_eq!(card.drivers.answer(Driver::Courtesy), Some(Answer::NotApplicable));
    assert_eq!(Pattern::of(&card).expect("it rates").as_str(), "2146323123");
}

#[test]
fn a_form_and_json_make_the_same_card() {
    let form = [
        ("id", "0193f2a4-7c00-7000-8000-000000000001"),
        ("service", "passport"),
        ("intent", "complaint"),
        ("language", "en"),
        ("channel", "web"),
        ("overall", "2"),
        ("drivers.timeliness", "1"),
        ("drivers.knowledge", "4"),
        ("drivers.courtesy", "n/a"),
        ("drivers.fairness", "3"),
        ("drivers.outcome", "2"),
        ("instrument", "card-2"),
        ("achieved", "partly"),
        ("expectations", "1"),
        ("ideal", "2"),
        ("trust", "3"),
        ("comment", "L'attente était trop longue."),
        ("put_right", "Des excuses."),
        ("page", "https://www.canada.ca/passport.html"),
        ("reply.by", "email"),
        ("reply.email", "a@example.ca"),
        ("consents", "contact"),
        ("consents", "follow-up"),
        ("notice", "privacy-1"),
    ];
    assert_eq!(Card::parse(Fields::from_form(form)), parse(&whole_card()));
}

#[test]
fn the_least_card_is_a_rating_or_a_comment() {
    let bare = json!({"id": "0193f2a4-7c00-7000-8000-000000000001", "service": "passport", "intent": "compliment", "language": "fr"});
    assert_eq!(refusal(&bare), [Fault::at("comment", FaultKind::SaysNothing)]);
    for (name, value) in [("overall", json!(5)), ("comment", json!("Merci")), ("drivers", json!({"fairness": "n/a"}))] {
        let mut card = bare.clone();
        card[name] = value;
        assert_eq!(parse(&card).expect("a card").channel, Channel::Web, "{name}");
    }
}

#[test]
fn each_wrong_field_is_refused_by_its_name() {
    let cases = [
        ("id", json!("no-uuid"), "id", FaultKind::NotAnId),
        ("id", Value::Null, "id", FaultKind::Missing),
        ("service", json!("../passport"), "service", FaultKind::NotAChoice),
        ("intent", json!("praise"), "intent", FaultKind::NotAChoice),
        ("language", json!("de"), "language", FaultKind::NotAChoice),
        ("overall", json!(6), "overall", FaultKind::NotARating),
        ("overall", json!(0), "overall", FaultKind::NotARating),
        ("overall", json!(2.5), "overall", FaultKind::NotARating),
        ("overall", json!(true), "overall", FaultKind::NotARating),
        ("overall", json!([1, 2]), "overall", FaultKind::Twice),
        ("drivers", json!({"timeliness": 6}), "drivers.timeliness", FaultKind::NotARating),
        ("drivers", json!({"speed": 5}), "drivers.speed", FaultKind::Unknown),
        ("comment", json!({"text": "x"}), "comment.text", FaultKind::Unknown),
        ("page", json!("javascript:alert(1)"), "page", FaultKind::NotAPage),
        ("reply", json!({"email": "nobody"}), "reply.email", FaultKind::NotAnEmail),
        ("consents", json!([]), "consents", FaultKind::NeedsConsent),
        ("consents", json!(["everything"]), "consents", FaultKind::NotAChoice),
        ("surname", json!("x"), "surname", FaultKind::Unknown),
        ("trust", json!("n/a"), "trust", FaultKind::NotARating),
        ("put_right", json!("x".repeat(1_001)), "put_right", FaultKind::TooLong { limit: 1_000, given: 1_001 }),
        ("instrument", json!("card-9"), "instrument", FaultKind::NotAChoice),
        ("notice", json!("none"), "notice", FaultKind::NotAChoice),
        ("reply", json!({"by": "phone"}), "reply.phone", FaultKind::Missing),
        ("reply", json!({"by": "phone", "phone": "me"}), "reply.phone", FaultKind::NotAPhone),
        ("reply", json!({"by": "post", "post": "here"}), "reply.post", FaultKind::NotAnAddress),
        ("reply", json!({"by": "code", "phone": "613-555-0123"}), "reply.phone", FaultKind::Unknown),
        ("reply", json!({"email": "a@example.ca", "phone": "613-555-0123"}), "reply.phone", FaultKind::Twice),
    ];
    for (name, value, field, kind) in cases {
        let mut card = whole_card();
        card[name] = value;
        assert!(refusal(&card).contains(&Fault::at(field, kind)), "{name}: {:?}", refusal(&card));
    }
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let mut card = whole_card();
    card["overall"] = json!(9);
    card["extra"] = json!(1);
    card["comment"] = json!("x".repeat(4_001));
    let fields: Vec<String> = refusal(&card).into_iter().map(|fault| fault.field).collect();
    assert_eq!(fields, ["overall", "comment", "extra"]);
}

#[test]
fn what_is_found_early_is_found_at_the_door_too() {
    let id = ("id", "0193f2a4-7c00-7000-8000-000000000001");
    let long = "é".repeat(4_001);
    let long_wish = "é".repeat(1_001).leak();
    let complaint = [id, ("service", "passport"), ("language", "en"), ("intent", "complaint")];
    let and = |more: &[(&'static str, &'static str)]| [&complaint[..], more].concat();
    let forms: [Vec<(&str, &str)>; 8] = [
        vec![id, ("service", "passport"), ("language", "en"), ("overall", "5")],
        vec![id, ("service", "passport"), ("language", "en"), ("intent", "complaint"), ("comment", " \r\n ")],
        vec![id, ("service", "passport"), ("language", "en"), ("intent", "complaint"), ("comment", &long)],
        vec![id, ("service", "passport"), ("language", "en")],
        and(&[("put_right", long_wish), ("overall", "1")]),
        and(&[("overall", "1"), ("reply.by", "email")]),
        and(&[("overall", "1"), ("reply.by", "phone"), ("reply.phone", "613-555-0123")]),
        and(&[("overall", "1"), ("reply.by", "email"), ("reply.email", "me@home")]),
    ];
    for form in forms {
        let fields = Fields::from_form(form);
        let length = |name| feedback::characters(fields.get(name).unwrap_or_default().trim());
        let early = feedback::early_faults(&fields, length("comment"), length("put_right"));
        assert!(!early.is_empty());
        assert_eq!(early, Card::parse(fields).expect_err("the card should have been refused"));
    }
    let good = Fields::from_form([("intent", "complaint"), ("drivers.fairness", "n/a")]);
    assert_eq!(feedback::early_faults(&good, 0, 0), []);
}

#[test]
fn a_small_body_cannot_make_a_large_refusal() {
    let inner: serde_json::Map<String, Value> = (0..900).map(|n| (format!("{n}"), json!(1))).collect();
    let faults = refusal(&json!({ "x".repeat(8_000): inner }));
    assert!(faults.len() <= 30 && faults.iter().all(|fault| fault.field.chars().count() <= 64));
}

#[test]
fn a_key_that_looks_like_a_path_is_no_field() {
    let mut card = whole_card();
    card["drivers.timeliness"] = json!(5);
    card[""] = json!({"overall": 1});
    let unknown = |field: &str| Fault::at(field, FaultKind::Unknown);
    let faults = refusal(&card);
    assert!(
        faults.contains(&unknown("\"drivers.timeliness\"")) && faults.contains(&unknown("\"\".overall")),
        "{faults:?}"
    );
}

#[test]
fn a_whole_number_is_a_rating_however_it_is_written() {
    for (written, points) in [("3.0", 3), ("5e0", 5), ("0.1e1", 1)] {
        let mut card = whole_card();
        card["overall"] = serde_json::from_str(written).expect("a number");
        let overall = parse(&card).expect("a card").overall.expect("a rating");
        assert_eq!(overall.points(), points, "{written}");
    }
}

#[test]
fn control_characters_do_not_come_in() {
    let mut card = whole_card();
    card["comment"] = json!("a\u{0}b\tc\r\nd\u{1b}");
    assert_eq!(parse(&card).expect("a card").comment.expect("a comment").as_str(), "ab\tc\nd");
}

#[test]
fn a_question_is_asked_in_words() {
    let rated = |intent: &str| json!({"id": "0193f2a4-7c00-7000-8000-000000000001", "service": "passport", "intent": intent, "language": "fr", "overall": 2});
    assert_eq!(refusal(&rated("question")), [Fault::at("comment", FaultKind::AsksNothing)]);
    let taken = Fields::from_json(rated("question")).expect("fields");
    assert!(Card::read(taken).is_ok(), "one that was taken before the rule is still read");
    let form = |intent| Fields::from_form([("intent", intent), ("overall", "2")]);
    assert_eq!(feedback::early_faults(&form("question"), 0, 0), [Fault::at("comment", FaultKind::AsksNothing)]);
    for intent in ["compliment", "suggestion", "complaint"] {
        assert!(parse(&rated(intent)).is_ok() && feedback::early_faults(&form(intent), 0, 0).is_empty(), "{intent}");
    }
}

#[test]
fn a_form_sends_nothing_that_it_no_longer_shows() {
    let filled_in = [
        ("intent", "compliment"),
        ("put_right", "x"),
        ("reply.by", "code"),
        ("reply.email", "a@example.ca"),
        ("reply.post", "1 Main St"),
        ("consents", "contact"),
        ("consents", "publish-quote"),
        ("notice", "privacy-1"),
    ];
    let shown = Fields::from_form(filled_in).as_shown();
    let expected = [("intent", "compliment"), ("reply.by", "code"), ("consents", "publish-quote")];
    assert!(shown == Fields::from_form(expected));
    let praise =
        [("intent", "compliment"), ("reply.by", "email"), ("reply.email", "a@example.ca"), ("consents", "contact")];
    assert!(Fields::from_form(praise).as_shown() == Fields::from_form([("intent", "compliment")]));
    let complaint = [("intent", "complaint"), ("put_right", "x"), ("reply.by", "post"), ("reply.post", "1 Main St")];
    assert!(Fields::from_form(complaint).as_shown() == Fields::from_form(complaint));
}
