//! The pages of the results of a large office: how long a reader waits for one, and whether that grows with the cards. The first
//! page after an edition is published reads the whole edition. After a start the office reads it by itself, and who comes at once
//! waits for what is left of that; the others find it in memory.

use std::time::Duration;

use reqwest::StatusCode;
use tests::{House, Public, SECOND_PUBLISHER};
use tokio::time::Instant;

/// Pages that are read before any is timed, and pages that are timed.
const WARM: usize = 50;
const COUNTED: usize = 1_000;
/// How often the office is started anew, to time the first page.
const STARTS: usize = 5;

/// How long pages take, in milliseconds.
pub struct Waits {
    /// 99 of 100 pages, once the edition is in memory.
    pub most: f64,
    /// Half of them.
    pub half: f64,
    /// The first page after a start; of several starts the one in the middle.
    pub first: f64,
}

/// Approves the edition and the standards that wait in a house, and reads its pages: of services, of organisations, and those that compare.
pub async fn read(house: &mut House, services: usize, organisations: usize) -> Waits {
    house.hire(SECOND_PUBLISHER);
    house.start_all().await;
    let approver = house.sign_in(SECOND_PUBLISHER).await;
    let waiting = approver.page("/publish/editions").await;
    assert_eq!(approver.approve(&waiting, "").await, StatusCode::SEE_OTHER);
    let standards = approver.page("/publish/standards?lang=en").await;
    assert_eq!(approver.publish_standards(&standards).await, StatusCode::SEE_OTHER);
    let path = |number: usize| {
        let (service, organisation) = (number % services, number % services % organisations);
        let language = ["en", "fr"][number / 7 % 2];
        match number % 10 {
            0 => format!("/results/compare/org-{organisation}?lang={language}"),
            1 => format!("/results/org-{organisation}?lang={language}"),
            _ => format!("/results/org-{organisation}/service-{service}?lang={language}"),
        }
    };
    let (reader, mut waits) = (house.public(), Vec::new());
    for number in 0..WARM + COUNTED {
        waits.push(wait(&reader, &path(number * 37)).await);
    }
    let mut waits = waits.split_off(WARM);
    let mut firsts = Vec::new();
    for number in 0..STARTS {
        house.stop().await;
        house.start_all().await;
        let reader = house.public();
        drop(reader.page("/sign-in").await);
        firsts.push(wait(&reader, &path(number * 37 + 2)).await);
    }
    waits.sort_unstable();
    firsts.sort_unstable();
    let [most, half] = [waits.len() * 99 / 100, waits.len() / 2].map(|place| millis(waits[place]));
    Waits { most, half, first: millis(firsts[STARTS / 2]) }
}

async fn wait(reader: &Public, path: &str) -> Duration {
    let begun = Instant::now();
    let page = reader.page(path).await;
    let took = begun.elapsed();
    assert!(page.contains("</html>"), "{path}");
    took
}

fn millis(wait: Duration) -> f64 {
    wait.as_secs_f64() * 1_000.0
}
