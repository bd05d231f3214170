//! The sample cards: the same forty at every first start, plainly marked wherever they carry words; and those of a quarter that
//! is over, which have no words.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// The items of a pattern, as the card names them.
const DRIVERS: [&str; 5] = ["timeliness", "knowledge", "courtesy", "fairness", "outcome"];

/// What people rated, a pattern a card: overall, then the five drivers; 0 no answer, 1-5, 6 does not apply.
///
/// At the first service waiting decides how content people are, and courtesy is good throughout; at the second it is
/// whether they were told the right thing and got what they needed.
const SAMPLES: [(&str, [&str; 20]); 2] = [
    (
        "passport",
        [
            "545545", "535445", "434544", "424544", "323543", "213442", "111432", "324544", "545555", "434445",
            "212341", "423564", "534545", "323444", "435545", "112433", "324004", "546565", "213453", "434554",
        ],
    ),
    (
        "employment-insurance",
        [
            "434434", "323433", "212422", "545555", "111321", "433444", "322432", "545445", "213412", "434544",
            "322333", "112321", "444434", "323442", "545455", "212432", "433064", "322423", "434444", "121311",
        ],
    ),
];

/// What a few of them wrote: service, which card, language, intent, words.
const WORDS: [(&str, usize, &str, &str, &str); 8] = [
    ("passport", 0, "en", "compliment", "Sample: the counter was quick and everything was explained."),
    ("passport", 5, "en", "suggestion", "Sample: please show the waiting time before one comes to the office."),
    ("passport", 6, "en", "complaint", "Sample: the renewal took eleven weeks and nobody could say why."),
    ("passport", 15, "fr", "complaint", "Exemple\u{a0}: trois semaines d’attente de plus que la date annoncée."),
    ("employment-insurance", 3, "fr", "compliment", "Exemple\u{a0}: tout était clair dès le premier appel."),
    ("employment-insurance", 4, "en", "complaint", "Sample: two agents gave two different answers about my claim."),
    ("employment-insurance", 7, "en", "question", "Sample: does a part-time week have to be reported as well?"),
    ("employment-insurance", 11, "fr", "suggestion", "Exemple\u{a0}: un résumé écrit après l’appel aiderait."),
];

/// Of a quarter that is over: a service, the ratings of which of the two services above it has, and how many times each. Of the
/// four first, three of as many organisations pay benefits and have enough to be compared. The fifth has too few for anything but a
/// score, and of the last two some languages and channels have too few for that.
pub const IN_A_QUARTER: [(&str, usize, usize); 6] = [
    ("passport", 0, 12),
    ("employment-insurance", 1, 8),
    ("canada-child-benefit", 0, 9),
    ("veterans-disability-benefits", 1, 7),
    ("old-age-security", 0, 2),
    ("citizenship", 1, 1),
];
/// Too few cards to tell anything of.
const FEW: (&str, [&str; 4]) = ("weather", ["545545", "535445", "323543", "434544"]);

/// The cards of a quarter that is over, as `import cards` takes them.
pub fn quarter(first_day: Date) -> String {
    let columns = DRIVERS.map(|driver| format!("drivers.{driver}")).join(",");
    let mut rows = vec![format!("service,intent,language,channel,overall,{columns},received_at")];
    let many = IN_A_QUARTER.iter().flat_map(|(service, of, times)| {
        (0..20 * times).map(move |number| (*service, number, SAMPLES[*of].1[number % 20]))
    });
    let few = FEW.1.into_iter().enumerate().map(|(number, pattern)| (FEW.0, number, pattern));
    rows.extend(many.chain(few).map(|(service, number, pattern)| row(service, number, pattern, first_day)));
    rows.join("\n")
}

fn row(service: &str, number: usize, pattern: &str, first_day: Date) -> String {
    let language = if number % 4 == 3 { "fr" } else { "en" };
    let channel = ["web", "web", "phone", "web", "paper"][number / 3 % 5];
    let intent = if pattern > "4" { "compliment" } else { "suggestion" };
    let day = first_day.saturating_add(jiff::Span::new().days(i64::try_from(number % 90).unwrap_or_default()));
    let ratings = pattern.chars().map(|digit| match digit {
        '0' => String::new(),
        '6' => "n/a".to_owned(),
        _ => digit.to_string(),
    });
    let ratings: Vec<String> = ratings.collect();
    format!("{service},{intent},{language},{channel},{},{day}", ratings.join(","))
}

/// 1 June 2026, noon in UTC, in milliseconds since 1970: the cards' ids begin here, a minute apart.
const FIRST_ID: u64 = 1_780_315_200_000;

/// All sample cards, as they go over the wire.
pub fn cards() -> Vec<Value> {
    let of_service = |(service, patterns): (&'static str, [&'static str; 20])| {
        patterns.into_iter().enumerate().map(move |(number, pattern)| card(service, number, pattern))
    };
    SAMPLES.into_iter().flat_map(of_service).collect()
}

fn card(service: &str, number: usize, pattern: &str) -> Value {
    let mut digits = pattern.chars();
    let overall = digits.next().and_then(rating);
    let drivers: Map<String, Value> =
        DRIVERS.iter().zip(digits).filter_map(|(&name, digit)| Some((name.to_owned(), rating(digit)?))).collect();
    let mut card = json!({
        "id": id(service, number),
        "service": service,
        "intent": if overall.as_ref().and_then(Value::as_u64) > Some(3) { "compliment" } else { "suggestion" },
        "language": if number % 4 == 3 { "fr" } else { "en" },
        "channel": "web",
        "overall": overall,
        "drivers": drivers,
        "achieved": achieved(drivers.get("outcome")),
    });
    if let Some((_, _, language, intent, words)) = WORDS.iter().find(|w| (w.0, w.1) == (service, number)) {
        card["language"] = json!(language);
        card["intent"] = json!(intent);
        card["comment"] = json!(words);
    }
    card
}

fn rating(digit: char) -> Option<Value> {
    match digit {
        '6' => Some(json!("n/a")),
        _ => digit.to_digit(10).filter(|points| (1..=5).contains(points)).map(|points| json!(points)),
    }
}

fn achieved(outcome: Option<&Value>) -> &'static str {
    match outcome.and_then(Value::as_u64) {
        Some(..=2) => "no",
        Some(3) => "partly",
        _ => "yes",
    }
}

/// A version 7 id that is the same at every start, so that a card is never counted twice.
fn id(service: &str, number: usize) -> String {
    let mut chance = *b"sample0000";
    let place = service.len() * 100 + number;
    chance[6..].copy_from_slice(format!("{place:04}").as_bytes());
    let minute = u64::try_from(number).unwrap_or_default() * 60_000;
    uuid::Builder::from_unix_timestamp_millis(FIRST_ID + minute, &chance).into_uuid().to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_sample_card_is_one_that_the_intake_takes() {
        for card in cards() {
            let fields = feedback::Fields::from_json(card.clone()).expect("an object");
            if let Err(faults) = feedback::Card::parse(fields) {
                panic!("{card}: {faults:?}");
            }
        }
    }

    #[test]
    fn every_sample_card_has_an_id_of_its_own() {
        let cards = cards();
        let ids: HashSet<&str> = cards.iter().filter_map(|card| card["id"].as_str()).collect();
        assert_eq!((cards.len(), ids.len()), (40, 40));
        assert!(ids.iter().all(|id| id.len() == 36 && id.as_bytes()[14] == b'7'), "version 7");
    }

    #[test]
    fn every_word_of_a_sample_says_that_it_is_one() {
        let cards = cards();
        let words: Vec<&str> = cards.iter().filter_map(|card| card["comment"].as_str()).collect();
        assert_eq!(words.len(), WORDS.len());
        assert!(words.iter().all(|text| text.starts_with("Sample: ") || text.starts_with("Exemple\u{a0}: ")));
    }

    #[test]
    fn a_quarter_has_a_row_for_each_card_with_ratings_and_a_day_of_it() {
        let text = quarter(jiff::civil::date(2026, 7, 1));
        let mut rows = text.lines();
        assert_eq!(rows.next().map(|first| first.split(',').count()), Some(11));
        let rows: Vec<&str> = rows.collect();
        assert_eq!(rows.len(), 20 * (12 + 8 + 9 + 7 + 2 + 1) + 4);
        assert_eq!(rows[0], "passport,compliment,en,web,5,4,5,5,4,5,2026-07-01");
        assert_eq!(rows[16], "passport,suggestion,en,web,3,2,4,,,4,2026-07-17");
        assert!(rows.iter().all(|row| row.split(',').count() == 11 && row.contains(",2026-0")));
    }

    #[test]
    fn a_pattern_becomes_ratings_and_leaves_unanswered_questions_out() {
        let card = card("passport", 16, "324064");
        assert_eq!(card["overall"], 3);
        assert_eq!(card["drivers"], json!({"timeliness": 2, "knowledge": 4, "fairness": "n/a", "outcome": 4}));
    }
}
