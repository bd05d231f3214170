//! How each figure is measured.

use std::fs;
use std::io::Write as _;
use std::time::Duration;

use lingua::{Language, LanguageDetectorBuilder};
use serde_json::Value;
use tests::{Backend, Bare, House, Ledger, Load, Plan, Record, Writer, until, within};
use tokio::time::{Instant, interval, sleep};

use crate::figure::print;

/// People who send at once.
const PEOPLE: usize = 512;
/// Before anything is counted.
const WARM: Duration = Duration::from_secs(2);
/// While it is counted: no longer than Redis needs to fill its file so far that it begins to rewrite it.
const COUNTED: Duration = Duration::from_secs(4);
/// How often each comparison is made.
const ROUNDS: usize = 3;
/// How often the disk is asked to keep something, to learn how long it takes.
const SYNCS: usize = 200;
/// Comments whose language is recognised to learn how fast the machine is.
const COMMENTS: usize = 1_000;
/// The cards that the worker takes up for its figure.
const TO_RECORD: usize = 20_000;
const QUEUES: [(&str, Backend); 2] = [("sql", Backend::Embedded), ("redis", Backend::Redis)];

/// Measures what is asked for.
pub async fn run(is_asked: &impl Fn(&str) -> bool, minutes: u64) {
    for (queue, backend) in QUEUES {
        let (accept, p99) = (format!("load.accept.{queue}"), format!("load.added-p99.{queue}"));
        if is_asked(&accept) || is_asked(&p99) {
            accepting(&accept, &p99, backend).await;
        }
    }
    if is_asked("load.recorded") || is_asked("load.start") {
        recording().await;
    }
    if is_asked("load.memory.idle") || is_asked("load.memory.full") {
        memory(minutes).await;
    }
}

/// A house whose queue may grow: what is measured is how fast cards are taken, not when they are turned away.
async fn prepare(backend: Backend) -> House {
    let house = House::prepare(backend, 60).await;
    house.set("queue_most", "0");
    house
}

/// How many cards a second a server accepts from people who send as fast as they get answers.
async fn accepted_a_second(server: &str) -> f64 {
    let load = Load::begin(server, plan(None));
    sleep(WARM).await;
    let (before, start) = (load.acknowledged(), Instant::now());
    sleep(COUNTED).await;
    let speed = as_number(load.acknowledged() - before) / start.elapsed().as_secs_f64();
    load.end().await;
    speed
}

/// The time within which 99 of 100 answers come at this many cards a second, in milliseconds; and half of them.
async fn answered_within(server: &str, rate: u32) -> (f64, f64) {
    let load = Load::begin(server, plan(Some(rate)));
    sleep(WARM).await;
    load.time_anew();
    sleep(COUNTED).await;
    let mut ledger = load.end().await;
    (ledger.answered_within(0.99), ledger.answered_within(0.5))
}

/// The intake alone, with no worker beside it, against the bare route, in turns: speed, then time at half that speed.
///
/// A round is a bare route and an office of its own, whose queue is empty at first. The figure is the round in the middle.
async fn accepting(accept: &str, p99: &str, backend: Backend) {
    let (mut shares, mut speeds, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (bare, house) = (Bare::open().await, intake(backend).await);
        let (least, office) = (accepted_a_second(&bare.server).await, accepted_a_second(&house.server).await);
        shares.push(office / least);
        speeds.push(office);
        notes.push(format!("{office:.0} cards/s accepted and on disk; the bare route answers {least:.0} a second"));
    }
    print(accept, middle(&mut shares), &notes);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some thousands")]
    let half = (middle(&mut speeds) / 2.0) as u32;
    let (mut added, mut notes) = (Vec::new(), vec![format!("at {half} cards/s")]);
    for _ in 0..ROUNDS {
        let (bare, house) = (Bare::open().await, intake(backend).await);
        let (bare_p99, bare_half) = answered_within(&bare.server, half).await;
        let (office_p99, office_half) = answered_within(&house.server, half).await;
        added.push(office_p99 - bare_p99);
        notes.push(format!(
            "half within {office_half:.2} ms and 99 % within {office_p99:.2} ms; the bare route {bare_half:.2} and \
             {bare_p99:.2} ms; {}",
            disk(&house)
        ));
    }
    print(p99, middle(&mut added), &notes);
}

/// An office that takes cards in, with nothing in its queue.
async fn intake(backend: Backend) -> House {
    let mut house = prepare(backend).await;
    house.start_server("intake").await;
    house
}

/// The one in the middle.
fn middle(values: &mut [f64]) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// What the disk itself takes to keep what it is given, where the office keeps its record: no receipt comes sooner.
fn disk(house: &House) -> String {
    let block = vec![7; 64 * 1024];
    let mut file = fs::File::create(house.data().join("synced")).expect("a file beside the record");
    let mut took: Vec<Duration> = std::iter::repeat_with(|| {
        file.write_all(&block).expect("room on the disk");
        let begun = Instant::now();
        file.sync_data().expect("the disk keeps it");
        begun.elapsed()
    })
    .take(SYNCS)
    .collect();
    took.sort_unstable();
    let millis = |place: usize| took.get(place).map_or(0.0, |took| took.as_secs_f64() * 1_000.0);
    format!("the disk keeps 64 KB within {:.2} and {:.2} ms", millis(SYNCS / 2), millis(SYNCS - SYNCS / 100))
}

/// Cards that wait are taken up by one worker; then the office is killed and started on what there is.
async fn recording() {
    let mut house = prepare(Backend::Embedded).await;
    let record = Record::open(&house.data()).await;
    house.start_server("intake").await;
    let load = Load::begin(&house.server, plan(None));
    within(Duration::from_mins(2), "the cards wait", async || (load.acknowledged() >= TO_RECORD).then_some(())).await;
    let ledger = load.end().await;
    let worker = house.start_beside("worker").await;
    let begun = recorded(&record, ledger.acknowledged.len() / 10).await;
    let ended = recorded(&record, ledger.acknowledged.len()).await;
    let speed = as_number(ledger.acknowledged.len()) * 0.9 / (ended - begun).as_secs_f64();
    let balance = record.balance(&ledger).await;
    let note = "one worker process, cards of 20 to 80 words".to_owned();
    print("load.recorded", speed, &[balance.to_string(), note, yardstick()]);
    drop(worker);
    starting(&mut house, &ledger).await;
}

/// How fast this machine is, by what most of a worker's time goes into: the limit is of a machine on which a comment takes
/// about 0.1 ms with two languages.
fn yardstick() -> String {
    let mut writer = Writer::new(1);
    let cards =
        std::iter::repeat_with(|| writer.card().1).map(|card| serde_json::from_str::<Value>(&card).expect("JSON"));
    let comments =
        cards.filter_map(|card| card["comment"].as_str().map(str::to_owned)).take(COMMENTS).collect::<Vec<_>>();
    let two = LanguageDetectorBuilder::from_languages(&[Language::English, Language::French]).build();
    // The models are read when they are first needed.
    let (first, counted) = comments.split_at(COMMENTS / 10);
    for comment in first {
        drop(two.compute_language_confidence_values(comment));
    }
    let start = Instant::now();
    for comment in counted {
        drop(two.compute_language_confidence_values(comment));
    }
    let millis = start.elapsed().as_secs_f64() * 1_000.0 / as_number(counted.len());
    format!("recognising the language of such a comment among two takes {millis:.3} ms here, on one core")
}

/// When as many cards are in the record.
async fn recorded(record: &Record, cards: usize) -> Instant {
    let goal = i64::try_from(cards).unwrap_or(i64::MAX);
    within(Duration::from_mins(10), "the cards are recorded", async || (record.cards().await >= goal).then_some(()))
        .await;
    Instant::now()
}

async fn starting(house: &mut House, ledger: &Ledger) {
    house.kill_server();
    let load = Load::begin(&house.server, Plan { people: 1, rate: None, seed: 2 });
    let start = Instant::now();
    let accepted = async {
        until("a card is accepted", async || (load.acknowledged() > 0).then_some(())).await;
        start.elapsed()
    };
    let (took, ()) = tokio::join!(accepted, house.start_all());
    load.end().await;
    let note =
        format!("killed with {} cards in the record, every role, to the first receipt", ledger.acknowledged.len());
    print("load.start", took.as_secs_f64(), &[note]);
}

async fn memory(minutes: u64) {
    let mut house = prepare(Backend::Embedded).await;
    house.start_all().await;
    let record = Record::open(&house.data()).await;
    let load = Load::begin(&house.server, Plan { people: 4, rate: Some(100), seed: 3 });
    recorded(&record, 200).await;
    load.end().await;
    let idle = resident(&house, "VmRSS");
    print(
        "load.memory.idle",
        idle,
        &["every role, after 200 cards: the models of all languages are loaded".to_owned()],
    );
    let load = Load::begin(&house.server, plan(None));
    let ends = Instant::now() + Duration::from_mins(minutes);
    let mut beat = interval(Duration::from_secs(1));
    let (mut most, mut seconds) = (idle, Vec::new());
    while Instant::now() < ends {
        beat.tick().await;
        seconds.push(resident(&house, "VmRSS"));
        most = seconds.iter().copied().fold(most, f64::max);
    }
    let accepted = load.acknowledged();
    load.end().await;
    let peak = resident(&house, "VmHWM");
    let note = format!(
        "every role, {PEOPLE} people for {minutes} min: {accepted} cards accepted, {} recorded meanwhile; {most:.0} MB \
         at most at the seconds, {peak:.0} MB at its peak",
        record.cards().await
    );
    print("load.memory.full", peak, &[note, growth(&seconds)]);
}

/// The memory at the end of each minute, and how fast it grew over the second half: where nothing leaks, not at all. The
/// slope is that of the line of least squares.
fn growth(seconds: &[f64]) -> String {
    let minutes = seconds.chunks_exact(60).filter_map(<[f64]>::last);
    let told = minutes.map(|last| format!("{last:.0}")).collect::<Vec<_>>().join(" ");
    let half = seconds.split_at(seconds.len() / 2).1;
    let (count, mean_at) = (as_number(half.len()), as_number(half.len().saturating_sub(1)) / 2.0);
    let mean = half.iter().sum::<f64>() / count;
    let beside = half.iter().enumerate().map(|(at, value)| (as_number(at) - mean_at, value - mean));
    let (over, under) = beside.fold((0.0, 0.0), |(over, under), (x, y)| (x.mul_add(y, over), x.mul_add(x, under)));
    format!("MB at the end of each minute: {told}; in the second half {:+.2} MB a minute", over / under * 60.0)
}

/// The office's memory in megabytes, as the system counts it.
fn resident(house: &House, name: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{}/status", house.office().id())).expect("the office runs");
    let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("a line about memory");
    let kib: u32 = line.trim_matches([':', ' ', '\t']).trim_end_matches(" kB").trim().parse().expect("a number");
    f64::from(kib) * 1024.0 / 1_000_000.0
}

const fn plan(rate: Option<u32>) -> Plan {
    Plan { people: PEOPLE, rate, seed: 1 }
}

fn as_number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
