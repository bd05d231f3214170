//! What is written reads back as it was, whatever it says: cards as JSON and as forms, codes as people copy them.

use feedback::{
    AccessCode, Achieved, Card, CardId, Channel, Consent, Driver, Fields, Instrument, Intent, Language, Notice,
    Reference, SheetCode,
};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

/// One of a field's choices, by its wire name.
macro_rules! choice {
    ($name:ident) => {
        select($name::ALL.iter().map(|choice| choice.as_str()).collect::<Vec<_>>()).prop_map(Value::from)
    };
}

/// Members of an object; what is `None` is absent.
fn object(members: Vec<(&'static str, BoxedStrategy<Option<Value>>)>) -> BoxedStrategy<Value> {
    let (names, values): (Vec<_>, Vec<_>) = members.into_iter().unzip();
    let filled = move |values: Vec<Option<Value>>| {
        let members = names.iter().zip(values).filter_map(|(name, value)| Some(((*name).to_owned(), value?)));
        Value::Object(members.collect::<Map<_, _>>())
    };
    values.prop_map(filled).boxed()
}

fn always(value: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Option<Value>> {
    value.prop_map(Some).boxed()
}

fn perhaps(value: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Option<Value>> {
    of(value).boxed()
}

fn rating() -> impl Strategy<Value = Value> {
    (1..=5).prop_map(Value::from)
}

fn card_id() -> impl Strategy<Value = String> {
    any::<(u64, [u8; 10])>().prop_map(|(millis, random)| CardId::from_parts(millis >> 16, &random).to_string())
}

/// A reply with the consents that it needs.
fn reply_and_consents() -> impl Strategy<Value = (Option<Value>, Vec<&'static str>)> {
    let addresses = prop_oneof![
        "[a-zé+.]{1,20}@[a-z]{1,9}\\.(ca|gc\\.ca)".prop_map(|email| json!({ "email": email })),
        "[+(]?[0-9]{3}[ )-][0-9]{3}[ -][0-9]{4}( poste [0-9]{1,4})?".prop_map(|phone| json!({ "phone": phone })),
        "[0-9]{1,4} \\PC{4,80}\r?\n[A-Za-z ]{2,40}".prop_map(|post| json!({ "post": post })),
        Just(json!({ "wanted": true })),
        Just(json!({ "by": "code" })),
        Just(json!({ "wanted": false, "by": "code" })),
    ];
    let others = ["share-identity", "follow-up", "publish-quote"];
    (of(addresses), subsequence(others.to_vec(), 0..=others.len()))
        .prop_map(|(reply, others)| (reply, [vec![Consent::Contact.as_str()], others].concat()))
}

/// A card as a program may write it: nearly always one that is taken.
fn wire() -> impl Strategy<Value = Value> {
    let driver = || perhaps(prop_oneof![4 => rating(), 1 => Just(json!("n/a"))]);
    let drivers = object(Driver::ALL.map(|one| (one.as_str(), driver())).to_vec());
    let text = || prop_oneof!["\\PC{0,200}", any::<String>(), "[ \t\r\n\u{0}-\u{1f}a-zé🇨🇦\u{301}\u{200d}]{0,80}"];
    let service = "[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,5}";
    let page = "https?://[a-z.]{1,20}(/[a-zé%/]{0,30})?([?#][a-z=&]{0,9})?";
    let card = object(vec![
        ("id", always(card_id().prop_map(Value::from))),
        ("service", always(service.prop_map(Value::from))),
        ("intent", always(choice!(Intent))),
        ("language", always(choice!(Language))),
        ("channel", perhaps(choice!(Channel))),
        ("instrument", perhaps(choice!(Instrument))),
        ("overall", perhaps(rating())),
        ("drivers", perhaps(drivers)),
        ("achieved", perhaps(choice!(Achieved))),
        ("expectations", perhaps(rating())),
        ("ideal", perhaps(rating())),
        ("trust", perhaps(rating())),
        ("comment", perhaps(text().prop_map(Value::from))),
        ("put_right", perhaps(text().prop_map(Value::from))),
        ("page", perhaps(page.prop_map(Value::from))),
        ("notice", perhaps(choice!(Notice))),
    ]);
    (card, reply_and_consents()).prop_map(|(mut card, (reply, consents))| {
        card["reply"] = reply.unwrap_or_default();
        card["consents"] = json!(consents);
        card
    })
}

fn taken(value: Value) -> Option<Card> {
    Card::parse(Fields::from_json(value).expect("an object")).ok()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_card_that_was_taken_is_the_same_once_written_and_read_again(value in wire()) {
        let card = taken(value);
        prop_assume!(card.is_some());
        let written = serde_json::to_string(&card).expect("JSON");
        prop_assert_eq!(taken(serde_json::from_str(&written).expect("JSON")), card);
    }

    #[test]
    fn json_and_a_form_of_the_same_fields_are_one_card_or_are_refused_alike(value in wire()) {
        let fields = Fields::from_json(value).expect("an object");
        let form = Fields::from_form(fields.iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
        prop_assert_eq!(Card::parse(fields), Card::parse(form));
    }

    #[test]
    fn a_card_as_programs_write_it_is_nearly_always_taken(values in prop::collection::vec(wire(), 40)) {
        let taken = values.iter().filter(|value| taken(Value::clone(value)).is_some()).count();
        prop_assert!(taken > 20, "{taken} of 40: the other properties are of cards that are taken");
    }

    #[test]
    fn a_code_reads_back_however_a_person_copies_it(bits: u64, small: bool, spaces: bool) {
        let copied = |grouped: String| {
            let grouped = if small { grouped.to_lowercase() } else { grouped.replace('0', "O").replace('1', "L") };
            if spaces { grouped.replace('-', " ") } else { grouped }
        };
        let (reference, code) = (Reference::from_bits(bits), AccessCode::from_bits(bits));
        prop_assert_eq!(Reference::parse(&copied(reference.grouped())), Ok(reference.clone()));
        prop_assert_eq!(Reference::parse(reference.as_str()), Ok(reference));
        prop_assert!(AccessCode::parse(&copied(code.grouped())) == Ok(code));
        let sheet = SheetCode::from_bits(bits);
        prop_assert!(SheetCode::parse(&copied(sheet.grouped())) == Ok(sheet));
    }

    #[test]
    fn any_text_is_a_code_or_none_and_a_code_is_of_its_own_letters(text in "[0-9A-Za-z -]{0,20}|\\PC{0,20}") {
        if let Ok(reference) = Reference::parse(&text) {
            prop_assert_eq!(Reference::parse(&reference.grouped()), Ok(reference));
        }
    }

    #[test]
    fn an_id_reads_back_in_either_case(id in card_id()) {
        let read = CardId::parse(&id).expect("an id");
        prop_assert_eq!(read.to_string(), id.clone());
        prop_assert_eq!(CardId::parse(&id.to_uppercase()), Ok(read));
    }
}
