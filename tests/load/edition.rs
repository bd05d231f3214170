//! An edition of a large office: 551 services of four organisations, their 2,553 standards, and ten million cards of a quarter that
//! is over, as counts of their patterns. What is measured are the two commands that an operator waits for, and the pages that
//! everyone reads then, beside those of an office with as many services and ten thousand cards.

use std::fs;
use std::time::Duration;

use tests::{Backend, House, PUBLISHER, Process, last_quarter};
use tokio::time::{Instant, interval};

use crate::figure::print;
use crate::pages;

const SERVICES: usize = 551;
const ORGANISATIONS: usize = 4;
const STANDARDS: usize = 2_553;
const CHANNELS: [&str; 5] = ["web", "kiosk", "phone", "paper", "in-person"];
const LANGUAGES: [&str; 2] = ["en", "fr"];
/// Ratings that differ, in each channel and language of a service.
const PATTERNS: u64 = 60;
const CARDS: u64 = 10_000_000;
/// The same in the office that few write to: with these every group has two cards.
const FEW_PATTERNS: u64 = 2;
const FEW_CARDS: u64 = 10_000;
/// The limit of time is shorter; this one ends a command that hangs.
const GIVEN_UP_AFTER: Duration = Duration::from_mins(30);

/// A row for each service, channel, language and pattern. The numbers of cards differ and add up to all of them.
const COUNTED: &str = "WITH RECURSIVE place(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM place WHERE n + 1 < $1) \
    INSERT INTO pattern_counts (service, day, channel, language, population, instrument, pattern, n) \
    SELECT j.value ->> 'service', $2, j.value ->> 'channel', j.value ->> 'language', 'card', 'card-2', \
    (1 + n % 5) || (1 + n / 5 % 5) || (1 + n / 3 % 5) || (1 + n / 7 % 5) || (1 + n / 11 % 5) || (1 + n / 2 % 5) || '0000', \
    (j.value ->> 'cards') + CASE WHEN (j.value ->> 'cards') > 3 THEN n % 7 - 3 ELSE 0 END FROM json_each($3) j CROSS JOIN place WHERE true \
    ON CONFLICT (service, day, channel, language, population, instrument, pattern) DO UPDATE SET n = pattern_counts.n + excluded.n";

/// Prepares an edition of the whole office, and reads its pages.
pub async fn run() {
    let (mut house, said) = office().await;
    let cards = fill(&house, CARDS, PATTERNS).await;
    let begun = Instant::now();
    import_standards(&house);
    let mut command = house.begin(&["edition", "prepare", &last_quarter().0, "--by", PUBLISHER.name]);
    let peak = most_memory(&mut command).await;
    let took = begun.elapsed().as_secs_f64();
    assert!(command.said().contains("is prepared"), "{said}{}", command.said());
    let what = format!(
        "{SERVICES} services, {STANDARDS} standards, {cards} cards; {}",
        command.said().lines().next().unwrap_or_default()
    );
    print("edition.prepare", took, &[what]);
    print("edition.memory", peak, &["of the command, at its peak".to_owned()]);
    let many = pages::read(&mut house, SERVICES, ORGANISATIONS).await;
    drop(house);
    let (mut house, said) = office().await;
    import_standards(&house);
    let few_cards = fill(&house, FEW_CARDS, FEW_PATTERNS).await;
    let prepared = house.command(&["edition", "prepare", &last_quarter().0, "--by", PUBLISHER.name]);
    assert!(prepared.contains("is prepared"), "{said}{prepared}");
    let few = pages::read(&mut house, SERVICES, ORGANISATIONS).await;
    print("edition.page", many.most, &[format!("the edition is in memory; half within {:.2} ms", many.half)]);
    print("edition.page.first", many.first, &["the first page after a start, until the edition is read".to_owned()]);
    let beside = format!("half within {:.2} ms with {cards} cards, {:.2} ms with {few_cards}", many.half, few.half);
    print("edition.page.growth", many.half / few.half, &[beside]);
}

/// An office with its services and a publisher, and what the import of the services said.
async fn office() -> (House, String) {
    let house = House::prepare(Backend::Embedded, 60).await;
    house.hire(PUBLISHER);
    let services = house.write("services.csv", &register());
    let said = house.command(&["import", "services", services.to_str().expect("a path")]);
    (house, said)
}

fn register() -> String {
    let mut rows =
        vec!["fiscal_yr,service_id,service_name_en,service_name_fr,owner_org,owner_org_title,service_slug".to_owned()];
    rows.extend((0..SERVICES).map(|number| {
        let organisation = number % ORGANISATIONS;
        format!("2025-2026,B{number},Service {number},Prestation {number},org-{organisation},Organisation {organisation} | Organisme {organisation},{}", slug(number))
    }));
    rows.join("\n")
}

/// Imports the standards of a year; they wait for the publisher then.
fn import_standards(house: &House) {
    let header = "fiscal_yr,service_id,service_standard_id,service_standard_en,service_standard_fr,type,channel,target,\
        volume_meeting_target,total_volume,performance,target_met";
    let rows = (0..STANDARDS).map(|number| {
        let met = 700 + number % 300;
        let is_met = if met >= 800 { "Y" } else { "N" };
        format!(
            "2023-2024,B{},S{number},Standard {number},Norme {number},TML,ONL,0.8,{met},1000,0.{met},{is_met}",
            number % SERVICES
        )
    });
    let text: Vec<String> = std::iter::once(header.to_owned()).chain(rows).collect();
    let standards = house.write("standards.csv", &text.join("\n"));
    let said = house.command(&["import", "standards", standards.to_str().expect("a path")]);
    assert!(said.contains(&format!("standards taken: {STANDARDS}.")), "{said}");
}

fn slug(number: usize) -> String {
    format!("service-{number}")
}

/// Counts about so many cards of so many patterns; how many they are.
async fn fill(house: &House, cards: u64, patterns: u64) -> i64 {
    let record = house.db().await;
    let groups: u64 = (SERVICES * CHANNELS.len() * LANGUAGES.len()).try_into().expect("small");
    let cards = cards.div_ceil(groups * patterns);
    let (_, day) = last_quarter();
    for number in 0..SERVICES {
        let groups: Vec<_> = CHANNELS
            .iter()
            .flat_map(|channel| LANGUAGES.map(|language| (channel, language)))
            .map(|(channel, language)| {
                serde_json::json!({ "service": slug(number), "channel": channel, "language": language, "cards": cards })
            })
            .collect();
        let rows = serde_json::Value::from(groups).to_string();
        let patterns = i64::try_from(patterns).expect("small");
        record.execute(COUNTED, vec![patterns.into(), day.to_string().into(), rows.into()]).await.expect("counts");
    }
    let sum = "SELECT CAST(SUM(n) AS BIGINT) FROM pattern_counts";
    let counted = record.read(sum, Vec::new()).await.expect("a sum")[0].int(0).expect("a number");
    record.close().await;
    counted
}

/// The most memory that a command has until it ends, in megabytes.
async fn most_memory(command: &mut Process) -> f64 {
    let (mut most, mut beat) = (0.0_f64, interval(Duration::from_millis(20)));
    let ends = Instant::now() + GIVEN_UP_AFTER;
    while !command.has_ended() {
        assert!(Instant::now() < ends, "the command goes on: {}", command.said());
        most = most.max(peak_of(command.id()).unwrap_or_default());
        beat.tick().await;
    }
    most
}

fn peak_of(id: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u32 = line.trim().trim_end_matches(" kB").trim().parse().ok()?;
    Some(f64::from(kib) * 1024.0 / 1_000_000.0)
}
