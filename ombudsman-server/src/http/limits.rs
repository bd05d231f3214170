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
use crate::line::Address;

/// The most names that this process counts at once, and the most proofs that it knows. For one more, another is forgotten.
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

    /// When the budget will be full again if one is taken from it now; `None` if there is none left. A budget that was to
    /// be full later than an empty one can be was counted before the clock was set back: it is full.
    fn take(self, full_at: i64, now: i64) -> Option<i64> {
        let full_at = if full_at - now > self.whole { now } else { full_at };
        let then = full_at.max(now).saturating_add(self.each);
        (then - now <= self.whole).then_some(then)
    }
}

/// The budgets and the proofs that were used.
pub struct Limits {
    clock: Clock,
    budgets: Mutex<Known>,
    used: Mutex<Known>,
    shared: Option<Shared>,
}

#[derive(Default)]
struct Known {
    /// By name, the moment at which nothing need be known of it any more, in microseconds.
    until: HashMap<String, i64>,
    swept: i64,
}

impl Limits {
    /// Limits that this process counts alone.
    #[must_use]
    pub fn here(clock: Clock) -> Self {
        Self { clock, budgets: Mutex::default(), used: Mutex::default(), shared: None }
    }

    /// Limits that all processes on this Redis count together, under keys that begin with this prefix. It is spoken to
    /// when something is first counted.
    #[must_use]
    pub fn shared(clock: Clock, address: Address, prefix: &str) -> Self {
        Self { shared: Some(Shared::new(address, prefix)), ..Self::here(clock) }
    }

    /// Whether there is one left in the budget of this name. Nothing is taken.
    pub async fn has(&self, name: &str, rate: Rate) -> bool {
        self.ask(name, rate, false).await
    }

    /// Takes one from the budget of this name; false if there is none left.
    pub async fn take(&self, name: &str, rate: Rate) -> bool {
        self.ask(name, rate, true).await
    }

    async fn ask(&self, name: &str, rate: Rate, takes: bool) -> bool {
        if let Some(shared) = &self.shared
            && let Some(there) = shared.ask(name, rate, takes, self.now()).await
        {
            return there;
        }
        self.locked(&self.budgets, |budgets, now| {
            let then = rate.take(budgets.until.get(name).copied().unwrap_or(now), now);
            if let Some(then) = then.filter(|_| takes) {
                budgets.remember(name, then, now);
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
        self.locked(&self.used, |used, now| {
            let is_first = used.until.get(name).is_none_or(|until| *until <= now);
            if is_first {
                used.remember(name, now.saturating_add(i64::try_from(within.as_micros()).unwrap_or(i64::MAX)), now);
            }
            is_first
        })
    }

    /// Forgets what is full again or has run out. To be called now and then: where nobody sends, nobody else does it.
    pub fn forget(&self) {
        for known in [&self.budgets, &self.used] {
            self.locked(known, |known, now| known.until.retain(|_, until| *until > now));
        }
    }

    fn now(&self) -> i64 {
        self.clock.now().as_microsecond()
    }

    fn locked<T>(&self, known: &Mutex<Known>, with: impl FnOnce(&mut Known, i64) -> T) -> T {
        // Nothing in here can panic half way.
        with(&mut known.lock().unwrap_or_else(PoisonError::into_inner), self.now())
    }
}

impl Known {
    fn remember(&mut self, name: &str, until: i64, now: i64) {
        if let Some(known) = self.until.get_mut(name) {
            *known = until;
            return;
        }
        if self.until.len() >= NAMES_MOST && now - self.swept >= SWEEP_MICROS {
            self.until.retain(|_, until| *until > now);
            self.swept = now;
        }
        // Whoever has very many names makes the office forget some name or other: nobody can choose whose.
        if self.until.len() >= NAMES_MOST
            && let Some(forgotten) = self.until.keys().next().cloned()
        {
            self.until.remove(&forgotten);
        }
        self.until.insert(name.to_owned(), until);
    }
}

#[cfg(test)]
mod tests;
