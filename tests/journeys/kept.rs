//! What is in a house's queue, and where the record's cards came from: no page says so, so the test opens the same data.

use ombudsman_server::config::Config;
use ombudsman_server::queue::{Depth, Letter};
use ombudsman_server::server::{open_house, open_queue};
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
