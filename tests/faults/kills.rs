//! Programs are killed at random moments while cards pour in: the office, a worker of its own, Redis. Every card that
//! somebody has a receipt for is recorded once.

use std::time::Duration;

use tests::{Backend, House, Load, Plan, Record, Writer, within};

use crate::rounds::Rounds;

/// Fewer than a debug build takes up in a second, so that a long run does not only pile cards up.
const STEADY: u32 = 250;
/// How long the last worker may need for what waits.
const TAKEN_UP_WITHIN: Duration = Duration::from_mins(2);
/// After so many kills the ledger is held against the record.
const SITTING: u64 = 20;

tests::wherever_they_are_kept!(
    an_office_killed_under_load_loses_and_doubles_no_card,
    a_worker_killed_under_load_loses_and_doubles_no_card,
);

async fn an_office_killed_under_load_loses_and_doubles_no_card(backend: Backend) {
    kill_again_and_again(&format!("office-{backend:?}"), backend, "intake,worker,desk,results", async |sitting| {
        sitting.house.kill_server();
        sitting.moment(3).await;
        sitting.house.start_all().await;
    })
    .await;
}

async fn a_worker_killed_under_load_loses_and_doubles_no_card(backend: Backend) {
    kill_again_and_again(&format!("worker-{backend:?}"), backend, "intake,desk,results", async |sitting| {
        let mut worker = sitting.house.start_beside("worker").await;
        sitting.moment(150).await;
        worker.kill();
    })
    .await;
}

#[tokio::test]
async fn a_redis_killed_under_load_loses_and_doubles_no_card() {
    kill_again_and_again("redis", Backend::Redis, "intake,worker,desk,results", async |sitting| {
        sitting.house.redis().crash_and_return().await;
    })
    .await;
}

/// A house under load.
struct Sitting {
    house: House,
    load: Load,
    chance: Writer,
}

impl Sitting {
    /// A random moment: after up to `most` further cards, where cards are taken at all.
    async fn moment(&mut self, most: u64) {
        if self.house.is_open() {
            let cards = 1 + self.chance.below(most);
            self.load.more(usize::try_from(cards).unwrap_or(1)).await;
        }
    }
}

async fn kill_again_and_again(name: &str, backend: Backend, roles: &str, kill: impl AsyncFn(&mut Sitting)) {
    let mut rounds = Rounds::of(name, 3);
    while rounds.has_more() {
        let mut house = House::prepare(backend, 1).await;
        let record = Record::open(&house.data()).await;
        house.start_server(roles).await;
        let seed = rounds.done() + 1;
        let load = Load::begin(&house.server, Plan { people: 16, rate: Some(STEADY), seed });
        let mut sitting = Sitting { house, load, chance: Writer::new(seed) };
        let mut kills = 0;
        while kills < SITTING.min(if crate::rounds::are_many() { SITTING } else { 3 }) {
            sitting.moment(200).await;
            kill(&mut sitting).await;
            kills += 1;
        }
        sitting.moment(10).await;
        // What the last worker did not take up, another does.
        let last = sitting.house.start_beside("worker").await;
        let ledger = sitting.load.end().await;
        let_wait_again(&sitting.house, &record, ledger.acknowledged.len()).await;
        record.holds(&ledger).await;
        drop(last);
        rounds.held(kills);
    }
}

/// A card that many workers in a row took up and died over is set aside, and kept, since it could be the card that they die
/// of. Here it is not, and a person lets it wait again.
async fn let_wait_again(house: &House, record: &Record, cards: usize) {
    let goal = i64::try_from(cards).expect("a number of cards");
    within(TAKEN_UP_WITHIN, "what is set aside is let wait again until all is recorded", async || {
        if record.cards().await >= goal {
            return Some(());
        }
        let said = house.command(&["queue", "replay", "--all"]);
        if !said.starts_with("Letters that wait again: 0") {
            println!("set aside after many deaths: {}", said.trim());
        }
        None
    })
    .await;
}
