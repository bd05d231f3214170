//! How much one sender may do: budgets that fill up again, and proofs that count once. Kept in this process, or in Redis
//! for all processes together (`limits/redis.rs`); where Redis does not answer at once, this process counts alone.
//!
//! A budget is one number: the moment at which it will be full again (the generic cell rate algorithm). What is full
//! again is forgotten, so nothing is kept for longer than a budget's window.

mod redis;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use self::redis::Shared;
use crate::clock::Clock;

/// The most names that this process counts at once. Beyond, new ones are let pass: a sender with so many names is held
/// back by what they send to.
const NAMES_MOST: usize = 100_000;
/// How often what is full again is looked for, at most.
const SWEEP_MICROS: i64 = 1_000_000;

/// How fast a budget fills up again, and how much it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// The time in which one comes back, in microseconds.
    each: i64,
    /// The time in which an empty budget is full again, in microseconds.
    whole: i64,
}

impl Rate {
    /// So many in a window, and so many of these at once; `None` for 0, which is no limit.
    #[must_use]
    pub fn new(most: u32, window: Duration, at_once: u32) -> Option<Self> {
        let window = i64::try_from(window.as_micros()).unwrap_or(i64::MAX);
        let each = window.checked_div(i64::from(most))?.max(1);
        Some(Self { each, whole: each.saturating_mul(i64::from(at_once.max(1))) })
    }

    /// When the budget will be full again if one is taken from it now; `None` if there is none left.
    fn take(self, full_at: i64, now: i64) -> Option<i64> {
        let then = full_at.max(now).saturating_add(self.each);
        (then - now <= self.whole).then_some(then)
    }
}

/// The budgets and the proofs that were used.
pub struct Limits {
    clock: Clock,
    here: Mutex<Here>,
    shared: Option<Shared>,
}

#[derive(Default)]
struct Here {
    /// By name, the moment at which nothing need be known of it any more, in microseconds.
    known: HashMap<String, i64>,
    swept: i64,
}

impl Limits {
    /// Limits that this process counts alone.
    #[must_use]
    pub fn here(clock: Clock) -> Self {
        Self { clock, here: Mutex::default(), shared: None }
    }

    /// Limits that all processes on this Redis count together, under keys that begin with this prefix. It is spoken to
    /// when something is first counted.
    #[must_use]
    pub fn shared(clock: Clock, url: &str, prefix: &str) -> Self {
        Self { clock, here: Mutex::default(), shared: Some(Shared::new(url, prefix)) }
    }

    /// Takes one from the budget of this name; false if there is none left.
    pub async fn take(&self, name: &str, rate: Rate) -> bool {
        if let Some(shared) = &self.shared
            && let Some(taken) = shared.take(name, rate, self.now()).await
        {
            return taken;
        }
        self.locked(|here, now| {
            let then = rate.take(here.known.get(name).copied().unwrap_or(now), now);
            if let Some(then) = then {
                here.remember(name, then, now);
            }
            then.is_some()
        })
    }

    /// Uses what may be used once within this time; false if it was used.
    pub async fn use_once(&self, name: &str, within: Duration) -> bool {
        if let Some(shared) = &self.shared
            && let Some(is_first) = shared.use_once(name, within, self.now()).await
        {
            return is_first;
        }
        self.locked(|here, now| {
            let is_first = here.known.get(name).is_none_or(|until| *until <= now);
            if is_first {
                here.remember(name, now.saturating_add(i64::try_from(within.as_micros()).unwrap_or(i64::MAX)), now);
            }
            is_first
        })
    }

    /// Forgets what is full again or has run out. To be called now and then: where nobody sends, nobody else does it.
    pub fn forget(&self) {
        self.locked(|here, now| here.known.retain(|_, until| *until > now));
    }

    fn now(&self) -> i64 {
        self.clock.now().as_microsecond()
    }

    fn locked<T>(&self, with: impl FnOnce(&mut Here, i64) -> T) -> T {
        // Nothing in here can panic half way.
        with(&mut self.here.lock().unwrap_or_else(PoisonError::into_inner), self.now())
    }
}

impl Here {
    fn remember(&mut self, name: &str, until: i64, now: i64) {
        if self.known.len() >= NAMES_MOST && now - self.swept >= SWEEP_MICROS {
            self.known.retain(|_, until| *until > now);
            self.swept = now;
        }
        if let Some(known) = self.known.get_mut(name) {
            *known = until;
        } else if self.known.len() < NAMES_MOST {
            self.known.insert(name.to_owned(), until);
        }
    }
}

#[cfg(test)]
mod tests {
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
    async fn what_may_be_used_once_may_be_used_once_and_both_are_forgotten_in_time() {
        let (limits, time) = limits();
        let within = Duration::from_mins(10);
        assert!(limits.use_once("proof", within).await);
        assert!(!limits.use_once("proof", within).await);
        assert!(limits.take("a", Rate::new(60, Duration::from_mins(1), 1).expect("a limit")).await);
        limits.forget();
        assert_eq!(limits.locked(|here, _| here.known.len()), 2);
        time.fetch_add(600, Ordering::Relaxed);
        limits.forget();
        assert_eq!(limits.locked(|here, _| here.known.len()), 0);
    }

    #[tokio::test]
    async fn a_sender_with_very_many_names_does_not_fill_the_memory() {
        let (limits, time) = limits();
        let rate = Rate::new(1, Duration::from_hours(1), 1).expect("a limit");
        for number in 0..NAMES_MOST + 10 {
            assert!(limits.take(&number.to_string(), rate).await);
        }
        assert_eq!(limits.locked(|here, _| here.known.len()), NAMES_MOST);
        time.fetch_add(3_601, Ordering::Relaxed);
        assert!(limits.take("new", rate).await);
        assert!(!limits.take("new", rate).await, "there is room again");
    }

    #[tokio::test]
    async fn where_redis_is_not_there_or_silent_this_process_counts_alone() {
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = silent.local_addr().expect("an address");
        // Nobody listens on port 1.
        for address in ["127.0.0.1:1".to_owned(), address.to_string()] {
            let limits = Limits::shared(Clock::system(), &format!("redis://{address}"), "an office");
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
}
