//! How each figure is measured.

use std::fs;
use std::io::Write as _;
use std::time::Duration;

use tests::{Backend, Bare, House, Ledger, Load, Plan, Record, until, within};
use tokio::time::{Instant, interval, sleep};

use crate::figure::print;

/// People who send at once.
const PEOPLE: usize = 512;
/// Before anything is counted.
const WARM: Duration = Duration::from_secs(2);
/// While it is counted.
const COUNTED: Duration = Duration::from_secs(6);
/// How often the disk is asked to keep something, to learn how long it takes.
const SYNCS: usize = 200;
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

/// The intake alone, with no worker beside it, against the bare route: speed, then time at half that speed.
async fn accepting(accept: &str, p99: &str, backend: Backend) {
    let bare = Bare::open().await;
    let mut house = prepare(backend).await;
    house.start_server("intake").await;
    let first = accepted_a_second(&bare.server).await;
    let office = accepted_a_second(&house.server).await;
    let second = accepted_a_second(&bare.server).await;
    let least = f64::midpoint(first, second);
    let note =
        format!("{office:.0} cards/s accepted and on disk; the bare route answers {first:.0} and {second:.0} a second");
    print(accept, office / least, &[note]);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some thousands")]
    let half = (office / 2.0) as u32;
    let (bare_p99, bare_half) = answered_within(&bare.server, half).await;
    let (office_p99, office_half) = answered_within(&house.server, half).await;
    let note = format!(
        "at {half} cards/s: half within {office_half:.2} ms and 99 % within {office_p99:.2} ms; the bare route \
         {bare_half:.2} and {bare_p99:.2} ms"
    );
    print(p99, office_p99 - bare_p99, &[note, disk(&house)]);
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
    format!(
        "the disk keeps 64 KB within {:.2} ms half of the time and within {:.2} ms 99 times of 100",
        millis(SYNCS / 2),
        millis(SYNCS - SYNCS / 100)
    )
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
    print("load.recorded", speed, &[balance.to_string(), "one worker process, cards of 20 to 80 words".to_owned()]);
    drop(worker);
    starting(&mut house, &ledger).await;
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
