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
    pub fn shared(clock: Clock, address: Address, prefix: &str) -> Self {
        Self { clock, here: Mutex::default(), shared: Some(Shared::new(address, prefix)) }
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
mod tests;
