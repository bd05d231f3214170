//! A desk with a long memory: twenty officers at once, in an office of ten thousand cases and, when it has grown, of a million.
//!
//! Each officer asks for a page a second, which is faster than anybody reads: their queue, a case of it, a search. What is
//! timed is what they wait for: a search is a form and the page that it leads to.

mod archive;

use std::ops::Range;
use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::LOCATION;
use tests::reading::hidden;
use tests::{Backend, Desk, House, Member, OFFICER, Writer};
use tokio::task::JoinSet;
use tokio::time::{Instant, interval};

use crate::figure::print;
use archive::Archive;

/// Cases in the office that is still small, and in the one that is not. Nine other cards came with each.
const FEW: u32 = 10_000;
const MANY: u32 = 1_000_000;
/// Pages that each officer asks for, after some that warm the office up.
const WARM: usize = 6;
const COUNTED: usize = 60;
/// What officers look for besides a word that one case has: what many say, in each language.
const WORDS: [&str; 4] = ["summer", "proof residence", "règle", "\"salle d’attente\""];
const FIGURES: [(&str, &str); 3] =
    [("desk.queue", "desk.queue.growth"), ("desk.case", "desk.case.growth"), ("desk.search", "desk.search.growth")];

/// How long each kind of page took, sorted.
type Waits = [Vec<Duration>; 3];

/// Measures one office twice, with few cases and with many; its record is in the empty database at this address, if there is
/// one.
pub async fn run(database_url: Option<&str>) {
    let mut house = match database_url {
        Some(url) => House::prepare_at(url).await,
        None => House::prepare(Backend::Embedded, 60).await,
    };
    let officers: Vec<Member> = (1..=20).map(officer).collect();
    for member in &officers {
        house.hire(*member);
    }
    let few = with_cases(&mut house, &officers, 0..FEW).await;
    let many = with_cases(&mut house, &officers, FEW..MANY).await;
    for (place, (name, growth)) in FIGURES.into_iter().enumerate() {
        let [small, large] = [&few, &many].map(|waits| millis(&waits[place], 0.99));
        let half = millis(&many[place], 0.5);
        print(name, large, &[format!("{MANY} cases, {} cards; half within {half:.1} ms", u64::from(MANY) * 10)]);
        print(growth, large / small, &[format!("{small:.1} ms with {FEW} cases")]);
    }
}

/// Officers at work in an office with the cases of these numbers and those of before; it is stopped then.
async fn with_cases(house: &mut House, officers: &[Member], cases: Range<u32>) -> Waits {
    house.start_all().await;
    let archive = Archive::fill(house, officers, cases).await;
    house.start_all().await;
    let mut at_work = JoinSet::new();
    for (seed, member) in (1..).zip(officers) {
        let desk = house.sign_in(*member).await;
        at_work.spawn(work(desk, archive.clone(), seed));
    }
    let mut all = Waits::default();
    while let Some(waits) = at_work.join_next().await {
        for (all, one) in all.iter_mut().zip(waits.expect("an officer works to the end")) {
            all.extend(one);
        }
    }
    for waits in &mut all {
        waits.sort_unstable();
    }
    house.stop().await;
    all
}

fn officer(number: u32) -> Member {
    Member { name: format!("officer-{number}").leak(), ..OFFICER }
}

/// One officer's pages, a second apart.
async fn work(desk: Desk, archive: Archive, seed: u64) -> Waits {
    let (mut chance, mut waits) = (Writer::new(seed), Waits::default());
    let token = hidden(&desk.page("/desk/search").await, "form_token");
    let mut beat = interval(Duration::from_secs(1));
    for number in 0..WARM + COUNTED {
        beat.tick().await;
        let typed = if chance.below(2) == 0 { archive.only_word(&mut chance) } else { WORDS[number / 3 % WORDS.len()] };
        let start = Instant::now();
        match number % 3 {
            0 => drop(desk.page("/desk").await),
            1 => drop(desk.page(&format!("/desk/cases/{}", archive.any_case(&mut chance))).await),
            _ => search(&desk, &token, typed).await,
        }
        if number >= WARM {
            waits[number % 3].push(start.elapsed());
        }
    }
    waits
}

async fn search(desk: &Desk, token: &str, typed: &str) {
    let form = [("form_token", token), ("typed", typed)];
    let answer = desk.post("/desk/search?lang=en").form(&form).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "a search");
    let address = answer.headers()[LOCATION].to_str().expect("an address").to_owned();
    drop(desk.page(&address).await);
}

fn millis(sorted: &[Duration], share: f64) -> f64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "hundreds"
    )]
    let place = ((sorted.len() as f64 * share).ceil() as usize).saturating_sub(1);
    sorted.get(place).map_or(0.0, |wait| wait.as_secs_f64() * 1_000.0)
}
