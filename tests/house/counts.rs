//! The figures as an auditor counts them: anew from the cards, held against what the office counted under each key.

use std::collections::BTreeMap;

use jiff::Timestamp;
use ombudsman_server::db::{Db, Row};
use ombudsman_server::standard::Standard;

/// Service, day, channel, language, population, questions and answers.
type Key = [String; 7];

/// Those who answered a card of their own accord: every card is one of them.
const POPULATION: &str = "card";

/// By how much the counts are wrong, the ones too high and the ones too low added up: one does not make up for another.
pub async fn miscounted(record: &Db) -> u64 {
    let cards = record.read(
        "SELECT service, channel, language, instrument, pattern, received_at FROM cards \
         WHERE pattern IS NOT NULL AND mark IS NULL",
        Vec::new(),
    );
    let counts = record.read(
        "SELECT service, day, channel, language, population, instrument, pattern, n FROM pattern_counts",
        Vec::new(),
    );
    let standard = Standard::default();
    let mut wrong = BTreeMap::<Key, i64>::new();
    for card in &cards.await.expect("the cards") {
        *wrong.entry(key_of(card, &standard)).or_default() += 1;
    }
    for count in &counts.await.expect("the counts") {
        let key = std::array::from_fn(|column| text(count, column));
        *wrong.entry(key).or_default() -= count.int(7).expect("a number");
    }
    wrong.values().map(|difference| difference.unsigned_abs()).sum()
}

fn key_of(card: &Row, standard: &Standard) -> Key {
    let received = Timestamp::from_millisecond(card.int(5).expect("a time")).expect("a moment");
    let day = standard.office_date(received).to_string();
    let [service, channel, language, instrument, pattern] = std::array::from_fn(|column| text(card, column));
    [service, day, channel, language, POPULATION.to_owned(), instrument, pattern]
}

fn text(row: &Row, column: usize) -> String {
    row.text(column).expect("a text")
}
