//! Rows that are cards, rows that are not, and rows that nobody would think of.

use feedback::Channel;
use proptest::prelude::*;

use super::*;
use crate::intake::import::Rows;
use crate::registry::Misread;

const COLUMNS: [&str; 9] =
    ["service", "intent", "language", "channel", "overall", "comment", "received_at", "consents", "reply.email"];

fn headers(columns: &[&str]) -> Result<Headers, HeadersError> {
    Headers::read(&StringRecord::from(columns.to_vec()))
}

fn row(values: &[&str]) -> Result<Row, Refusal> {
    read_row(&headers(&COLUMNS).expect("columns"), &StringRecord::from(values.to_vec()))
}

fn card(row: Row, source: &str) -> Card {
    let received = row.received(&Standard::default(), Timestamp::MAX).expect("a time");
    row.card(&Secrets::for_testing(), source, received).expect("a card")
}

const GOOD: [&str; 9] =
    ["passport", "complaint", "en", "phone", "2", "It took long.", "2026-01-31", "contact follow-up", "a@example.ca"];

fn received_at(text: &str) -> Result<Received, Refusal> {
    let mut values = GOOD;
    values[6] = text;
    row(&values).map(|row| row.received.expect("a time was given"))
}

#[test]
fn a_row_is_the_card_that_its_columns_say() {
    let card = card(row(&GOOD).expect("a row"), "phone.csv");
    assert_eq!((card.service.as_str(), card.channel, card.consents.len()), ("passport", Channel::Phone, 2));
    assert_eq!(card.comment.expect("a comment").as_str(), "It took long.");
    assert!(card.reply.expect("a reply").wanted);
}

#[test]
fn the_same_row_of_the_same_source_is_the_same_card_whatever_the_order_of_the_columns() {
    let id = card(row(&GOOD).expect("a row"), "phone.csv").id;
    assert_eq!(card(row(&GOOD).expect("a row"), "phone.csv").id, id);
    assert_ne!(card(row(&GOOD).expect("a row"), "other.csv").id, id);
    let (mut columns, mut values) = (COLUMNS, GOOD);
    columns.reverse();
    values.reverse();
    let turned = read_row(&headers(&columns).expect("columns"), &StringRecord::from(values.to_vec())).expect("a row");
    assert_eq!(card(turned, "phone.csv").id, id);
    for (place, other) in [(1, "question"), (4, "3"), (5, "It took long!"), (6, "2026-01-30")] {
        let mut values = GOOD;
        values[place] = other;
        assert_ne!(card(row(&values).expect("a row"), "phone.csv").id, id, "{other}");
    }
    let midnight_in_ottawa = "2026-01-31T05:00:00Z".parse::<Timestamp>().expect("a time").as_millisecond();
    let time = id.as_bytes().iter().take(6).fold(0_i64, |time, byte| time << 8 | i64::from(*byte));
    assert_eq!(time, midnight_in_ottawa, "the id begins with the time of receipt");
}

#[test]
fn a_sheet_of_paper_gives_the_id_of_its_stub() {
    let (secrets, sheet) = (Secrets::for_testing(), feedback::SheetCode::from_bits(1 << 40));
    let columns = headers(&["service", "intent", "language", "channel", "overall", "sheet"]).expect("columns");
    let code = sheet.grouped();
    let values = StringRecord::from(vec!["passport", "compliment", "fr", "paper", "5", code.as_str()]);
    let card = read_row(&columns, &values).expect("a row").card(&secrets, "paper.csv", None).expect("a card");
    assert_eq!(card.id, secrets.card_of_sheet(&sheet));
}

#[test]
fn every_field_of_a_card_may_be_a_column_and_nothing_else() {
    let rest = [
        "id",
        "sheet",
        "instrument",
        "drivers.timeliness",
        "drivers.knowledge",
        "drivers.courtesy",
        "drivers.fairness",
        "drivers.outcome",
        "achieved",
        "expectations",
        "ideal",
        "trust",
        "put_right",
        "page",
        "reply.wanted",
        "reply.by",
        "reply.phone",
        "reply.post",
        "notice",
    ];
    let all: Vec<&str> = COLUMNS.into_iter().chain(rest).collect();
    assert!(headers(&all).is_ok());
    for other in ["", "Comment", "name", "drivers", "drivers.speed", "reply", "reply.fax", "source", "access_code"] {
        let refused = headers(&["service", "intent", "language", other]).expect_err("unknown").to_string();
        assert!(refused.contains(&format!("{other:?}")), "{refused}");
    }
    assert!(matches!(headers(&["service", "intent", "language", "intent"]), Err(HeadersError::Twice(_))));
}

#[test]
fn a_file_without_a_first_line_is_refused_and_not_said_back() {
    let refused = headers(&GOOD).expect_err("no names").to_string();
    assert!(refused.contains("service, intent, language") && !refused.contains("It took long"), "{refused}");
}

#[test]
fn a_time_is_a_day_or_a_time_with_its_zone() {
    assert_eq!(received_at("2026-01-31").expect("a day"), Received::On(date(2026, 1, 31)));
    for same in ["2026-01-31T14:30:00Z", "2026-01-31T09:30:00-05:00", " 2026-01-31t09:30:00.000-05:00 "] {
        let moment = "2026-01-31T14:30:00Z".parse().expect("a time");
        assert_eq!(received_at(same).expect("a time"), Received::At(moment), "{same}");
    }
    for other in ["2026-01-31T09:30:00", "2026-02-30", "31/01/2026", "2026-1-31", "yesterday", "1769841000", "é"] {
        assert!(matches!(received_at(other), Err(Refusal::NotATime)), "{other}");
    }
}

#[test]
fn a_time_to_come_or_before_2000_is_refused() {
    let standard = Standard::default();
    let now = "2026-01-31T14:30:00Z".parse().expect("a time");
    let judged = |text: &str| {
        let mut values = GOOD;
        values[6] = text;
        row(&values).expect("a row").received(&standard, now)
    };
    for good in ["2026-01-31", "2026-01-31T14:30:00Z", "2000-01-01", ""] {
        assert!(judged(good).is_ok(), "{good}");
    }
    for late in ["2026-02-01", "2026-01-31T14:30:01Z", "9999-12-30"] {
        assert!(matches!(judged(late), Err(Refusal::InTheFuture)), "{late}");
    }
    for early in ["1999-12-31", "1970-01-01T00:00:00Z", "0000-01-01"] {
        assert!(matches!(judged(early), Err(Refusal::TooLongAgo)), "{early}");
    }
}

#[test]
fn a_row_that_is_no_card_is_refused_with_its_columns_and_without_its_values() {
    let mut values = GOOD;
    values[..5].copy_from_slice(&["", "rant", "en", "pigeon", "11"]);
    let refused = row(&values).expect("a row").card(&Secrets::for_testing(), "x", None).expect_err("no card");
    let said = refused.to_string();
    for part in ["service: This is needed.", "intent: ", "channel: ", "overall: A rating is"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    for value in ["rant", "pigeon", "took long", "example.ca"] {
        assert!(!said.contains(value), "{said}");
    }
    assert!(matches!(row(&[""; 9]), Err(Refusal::Empty)));
    assert!(matches!(row(&GOOD[1..]), Err(Refusal::Misread(Misread::FieldCount { expected: 9, found: 8 }))));
    values[5] = "x";
    let long = "x".repeat(BODY_LIMIT);
    values[5] = &long;
    assert!(matches!(row(&values), Err(Refusal::TooLarge)));
}

/// For each column what a good row has there, or anything.
fn values() -> impl Strategy<Value = Vec<String>> {
    let value = |good: &str| prop_oneof![2 => Just(good.to_owned()), 1 => any::<String>()];
    GOOD.map(value).to_vec()
}

/// The fields of a card: nearly always of one that is taken.
fn fields() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let comment = prop_oneof!["\\PC{0,80}", any::<String>(), "[ ,;\"'\r\n\t=+@a-z🙂-]{0,60}"];
    let address = "[a-z]{1,9}@[a-z]{1,9}\\.ca";
    (any::<(u64, [u8; 10])>(), comment, 1..=5_u8, "[a-z]{1,9}(-[a-z]{1,9}){0,2}", address).prop_map(
        |((millis, random), comment, overall, service, address)| {
            let id = feedback::CardId::from_parts(millis >> 16, &random).to_string();
            let choices = [("intent", "complaint"), ("language", "fr"), (CONSENTS, "contact follow-up")];
            let choices = choices.map(|(name, value)| (name, value.to_owned()));
            let written = [("id", id), ("service", service), ("overall", overall.to_string()), ("comment", comment)];
            written.into_iter().chain(choices).chain([("reply.email", address)]).collect()
        },
    )
}

proptest! {
    #[test]
    fn any_first_line_and_any_row_is_read_or_refused(
        names in prop::collection::vec(any::<String>(), 0..6),
        mut values in values(),
        length in 0..20_usize,
        source in any::<String>(),
    ) {
        let _ = Headers::read(&StringRecord::from(names));
        values.truncate(length);
        if let Ok(row) = read_row(&headers(&COLUMNS).expect("columns"), &StringRecord::from(values)) {
            let received = row.received(&Standard::default(), Timestamp::UNIX_EPOCH).unwrap_or_default();
            let _ = row.card(&Secrets::for_testing(), &source, received).map_err(|refusal| refusal.to_string());
        }
    }

    #[test]
    fn a_cards_fields_written_as_a_row_of_any_order_are_that_card(
        fields in fields(),
        order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let turned: Vec<&(&str, String)> = order.iter().filter_map(|place| fields.get(*place)).collect();
        let mut file = csv::Writer::from_writer(Vec::new());
        file.write_record(turned.iter().map(|(name, _)| name)).expect("a first line");
        file.write_record(turned.iter().map(|(_, value)| value)).expect("a row");
        let file = file.into_inner().expect("a file");
        let mut rows = Rows::open(file.as_slice()).expect("columns");
        let row = rows.read().expect("a file").expect("a row").row.expect("a row that can be read");
        let form = fields.iter().flat_map(|(name, value)| {
            let values = if *name == CONSENTS { value.split(' ').collect() } else { vec![value.as_str()] };
            values.into_iter().map(move |value| (*name, value))
        });
        let expected = Card::parse(Fields::from_form(form));
        prop_assert_eq!(row.card(&Secrets::for_testing(), "x", None).ok(), expected.ok());
    }

    #[test]
    fn any_time_is_read_or_refused(text in "[0-9TZ:+.\\[\\]/W-]{0,40}|\\PC{0,12}") {
        let _ = read_time(&text);
    }

    #[test]
    fn a_comment_of_any_text_stays_out_of_what_is_said(comment in "\\PC{12,60}") {
        let mut values = GOOD;
        (values[4], values[5]) = ("11", &comment);
        if let Err(refusal) = row(&values).and_then(|row| row.card(&Secrets::for_testing(), "x", None)) {
            prop_assert!(!refusal.to_string().contains(&comment));
        }
    }
}
