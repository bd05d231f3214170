//! What is in a house's queue, and where the record's cards came from: no page says so, so the test opens the same data.

use ombudsman_server::config::Config;
use ombudsman_server::queue::{Depth, Letter};
use ombudsman_server::server::{open_house, open_queue};
use serde_json::json;
use tests::House;

/// How much waits and how much is set aside.
pub async fn depth(house: &House) -> Depth {
    let config = Config::from_parts(&house.settings(), std::iter::empty()).expect("settings");
    let ground = open_house(config).await.expect("a house");
    let depth = open_queue(&ground).await.expect("a queue").depth().await.expect("a depth");
    ground.db.close().await;
    depth
}

/// The sources of the cards in the record that came from elsewhere.
pub async fn sources(house: &House) -> Vec<String> {
    let config = Config::from_parts(&house.settings(), std::iter::empty()).expect("settings");
    let ground = open_house(config).await.expect("a house");
    let rows = ground.db.read("SELECT source FROM cards WHERE source IS NOT NULL", Vec::new()).await.expect("rows");
    let sources = rows.iter().map(|row| row.text(0).expect("a text")).collect();
    ground.db.close().await;
    sources
}

/// The letters that wait, in the order in which they came.
pub async fn letters(house: &House) -> Vec<Letter> {
    let config = Config::from_parts(&house.settings(), std::iter::empty()).expect("settings");
    let ground = open_house(config).await.expect("a house");
    let taken = open_queue(&ground).await.expect("a queue").take(100).await.expect("letters");
    ground.db.close().await;
    taken.into_iter().map(|delivery| delivery.letter.expect("a letter that can be read")).collect()
}

/// Puts a letter into the queue that no door lets in: its card cannot be read.
pub async fn put_unreadable(house: &House) {
    let config = Config::from_parts(&house.settings(), std::iter::empty()).expect("settings");
    let ground = open_house(config).await.expect("a house");
    let card = json!({ "id": "boiler" });
    let (source, suspicions, entered_by, network) = (None, Vec::new(), None, String::new());
    let letter = Letter::Card { card, received_at: 1_700_000_000_000, source, suspicions, entered_by, network };
    let written = letter.write().expect("JSON");
    open_queue(&ground).await.expect("a queue").append(&[written]).await.expect("it is kept");
    ground.db.close().await;
}

/// How many cards the record holds.
pub async fn cards(house: &House) -> i64 {
    number(house, "SELECT COUNT(*) FROM cards").await
}

/// How many of them count.
pub async fn answers(house: &House) -> i64 {
    number(house, "SELECT CAST(SUM(n) AS BIGINT) FROM pattern_counts").await
}

async fn number(house: &House, question: &'static str) -> i64 {
    let config = Config::from_parts(&house.settings(), std::iter::empty()).expect("settings");
    let ground = open_house(config).await.expect("a house");
    let rows = ground.db.read(question, Vec::new()).await.expect("rows");
    ground.db.close().await;
    rows.first().expect("a row").int(0).expect("a number")
}
