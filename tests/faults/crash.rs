//! The office is killed, before and while the worker takes cards up.

use std::sync::{Arc, Mutex};

use reqwest::StatusCode;
use serde_json::Value;
use tests::{Backend, House, Public, Receipt, card, complaint, until};

/// A multiple of five, because published counts may be rounded to that.
const CARDS: usize = 200;

tests::wherever_they_are_kept!(
    a_card_that_no_worker_took_survives_a_kill,
    cards_accepted_while_the_office_is_killed_are_each_recorded_once,
);

/// On Redis, Redis is killed too.
async fn a_card_that_no_worker_took_survives_a_kill(backend: Backend) {
    let mut house = House::prepare(backend, 60).await;
    house.start_server("intake,desk").await;
    let anyone = house.public();
    let receipts = [anyone.leave(&card()).await, anyone.leave(&complaint("The form was lost.")).await];
    for receipt in &receipts {
        let (status, page) = anyone.track(receipt).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("It is being sorted"), "a card can be followed before it is recorded: {page}");
    }
    house.kill_server();
    if backend == Backend::Redis {
        house.redis().crash_and_return().await;
    }
    house.start_all().await;
    assert!(anyone.recorded(&receipts[0]).await.contains("Your compliment is recorded"));
    assert!(anyone.recorded(&receipts[1]).await.contains("An officer takes it up"));
}

/// What people got for the cards that were accepted, by the cards' ids.
type Accepted = Arc<Mutex<Vec<(String, Receipt)>>>;

/// Sends every card at once and notes each that is accepted; one that is not stays with its sender.
fn send_at_once(anyone: &Arc<Public>, cards: &[Value], accepted: &Accepted) -> Vec<tokio::task::JoinHandle<()>> {
    let send = |card: &Value| {
        let (anyone, card, accepted) = (Arc::clone(anyone), card.clone(), Arc::clone(accepted));
        tokio::spawn(async move {
            let Ok(answer) = anyone.post("/api/v1/cards").json(&card).send().await else { return };
            if answer.status() == StatusCode::ACCEPTED
                && let Ok(document) = answer.json::<Value>().await
            {
                let id = card["id"].as_str().unwrap_or_default().to_owned();
                accepted.lock().expect("one writes at a time").push((id, Receipt::of_document(&document)));
            }
        })
    };
    cards.iter().map(send).collect()
}

/// Kills the office eight times while cards pour in and are taken up; then whoever got no receipt sends the card again.
async fn cards_accepted_while_the_office_is_killed_are_each_recorded_once(backend: Backend) {
    let mut house = House::prepare(backend, 1).await;
    house.start_all().await;
    let anyone = Arc::new(house.public());
    let cards: Vec<Value> =
        (0..CARDS).map(|n| if n % 2 == 0 { card() } else { complaint(&format!("It took {n} days.")) }).collect();
    let accepted = Accepted::default();
    let number = || accepted.lock().expect("one reads at a time").len();
    for wave in cards.chunks(CARDS / 8) {
        let goal = number() + wave.len() / 3;
        let sending = send_at_once(&anyone, wave, &accepted);
        until("a third of the wave is accepted", async || (number() >= goal).then_some(())).await;
        house.kill_server();
        for sender in sending {
            sender.await.expect("a sender");
        }
        house.start_all().await;
    }
    println!("{} of {CARDS} cards were accepted", number());
    let kept = accepted.lock().expect("one reads at a time").clone();
    for (_, receipt) in &kept {
        anyone.recorded(receipt).await;
    }
    for card in &cards {
        let again = anyone.leave(card).await;
        let before = kept.iter().find(|(id, _)| card["id"] == id.as_str());
        assert!(before.is_none_or(|(_, receipt)| *receipt == again), "the same card has the same receipt");
        anyone.recorded(&again).await;
    }
    assert_eq!(house.passport_answers().await, CARDS as u64, "each card is counted once");
}
