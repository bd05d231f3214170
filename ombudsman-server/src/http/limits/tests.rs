//! Budgets that are spent and come back, alone and where Redis fails.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use super::*;

/// Limits whose time is what the test says, in seconds.
fn limits() -> (Limits, Arc<AtomicI64>) {
    let time = Arc::new(AtomicI64::new(1_000_000));
    let told = Arc::clone(&time);
    let tell = move || jiff::Timestamp::from_second(told.load(Ordering::Relaxed)).expect("a time");
    (Limits::here(Clock::for_testing(tell)), time)
}

async fn taken(limits: &Limits, name: &str, rate: Rate, tries: u32) -> u32 {
    let mut taken = 0;
    for _ in 0..tries {
        taken += u32::from(limits.take(name, rate).await);
    }
    taken
}

/// How many budgets are known, and how many proofs.
fn known(limits: &Limits) -> [usize; 2] {
    [&limits.budgets, &limits.used].map(|known| limits.locked(known, |known, _| known.until.len()))
}

#[tokio::test]
async fn a_budget_is_spent_at_once_and_comes_back_evenly_and_each_name_has_its_own() {
    let (limits, time) = limits();
    let rate = Rate::new(600, Duration::from_hours(1), 60).expect("a limit");
    assert_eq!(taken(&limits, "a", rate, 100).await, 60);
    assert_eq!(taken(&limits, "b", rate, 100).await, 60);
    time.fetch_add(59, Ordering::Relaxed);
    assert_eq!(taken(&limits, "a", rate, 100).await, 9, "one in six seconds");
    time.fetch_add(3_600, Ordering::Relaxed);
    assert_eq!(taken(&limits, "a", rate, 100).await, 60, "never more than it holds");
}

#[tokio::test]
async fn a_clock_that_is_set_back_makes_nobody_wait_for_it() {
    let (limits, time) = limits();
    let rate = Rate::new(600, Duration::from_hours(1), 60).expect("a limit");
    assert_eq!(taken(&limits, "a", rate, 100).await, 60);
    time.fetch_sub(3_600, Ordering::Relaxed);
    assert_eq!(taken(&limits, "a", rate, 100).await, 60);
}

#[tokio::test]
async fn what_may_be_used_once_may_be_used_once_and_both_are_forgotten_in_time() {
    let (limits, time) = limits();
    let within = Duration::from_mins(10);
    assert!(limits.use_once("proof", within).await);
    assert!(!limits.use_once("proof", within).await);
    assert!(limits.take("a", Rate::new(60, Duration::from_mins(1), 1).expect("a limit")).await);
    limits.forget();
    assert_eq!(known(&limits), [1, 1]);
    time.fetch_add(600, Ordering::Relaxed);
    limits.forget();
    assert_eq!(known(&limits), [0, 0]);
}

#[tokio::test]
async fn a_budget_that_is_looked_at_has_as_much_as_before() {
    let (limits, _) = limits();
    let rate = Rate::new(1, Duration::from_hours(1), 1).expect("a limit");
    assert!(limits.has("a", rate).await && limits.has("a", rate).await);
    assert!(limits.take("a", rate).await);
    assert!(!limits.has("a", rate).await);
}

#[tokio::test]
async fn a_sender_with_very_many_names_fills_no_memory_and_nobody_is_uncounted_for_it() {
    let (limits, _) = limits();
    let rate = Rate::new(1, Duration::from_hours(1), 1).expect("a limit");
    for number in 0..NAMES_MOST + 10 {
        assert!(limits.take(&number.to_string(), rate).await);
        assert!(limits.use_once(&number.to_string(), Duration::from_hours(1)).await);
    }
    assert_eq!(known(&limits), [NAMES_MOST, NAMES_MOST]);
    assert!(limits.take("new", rate).await);
    assert!(!limits.take("new", rate).await, "whoever is new is counted");
    assert!(limits.use_once("new", Duration::from_hours(1)).await);
    assert!(!limits.use_once("new", Duration::from_hours(1)).await, "a proof counts once");
}

#[tokio::test]
async fn where_redis_is_not_there_or_silent_this_process_counts_alone() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = silent.local_addr().expect("an address");
    // Nobody listens on port 1.
    for address in ["127.0.0.1:1".to_owned(), address.to_string()] {
        let address = Address::parse(&format!("redis://{address}")).expect("an address");
        let limits = Limits::shared(Clock::system(), address, "an office");
        let rate = Rate::new(2, Duration::from_hours(1), 2).expect("a limit");
        assert_eq!(taken(&limits, "a", rate, 5).await, 2);
        assert!(limits.use_once("proof", Duration::from_mins(1)).await);
        assert!(!limits.use_once("proof", Duration::from_mins(1)).await);
    }
}

#[test]
fn nothing_is_no_limit() {
    assert_eq!(Rate::new(0, Duration::from_mins(1), 5), None);
}
