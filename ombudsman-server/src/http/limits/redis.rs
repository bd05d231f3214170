//! Limits that all processes of an office count together, in Redis. Redis tells the time, so that processes whose clocks
//! differ count alike. A limit must never be why a card cannot be sent: where Redis does not answer at once, nothing is
//! said here, and nobody asks it again for a second.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use redis::{RedisResult, Script};
use tokio::time::timeout;

use super::Rate;
use crate::line::{Address, Line};

/// Longer than Redis takes to sync a write, shorter than anybody notices.
const PATIENCE: Duration = Duration::from_millis(250);
/// How long the line waits: shorter, so that it learns of a connection that answers no more, and opens another.
const LINE_PATIENCE: Duration = Duration::from_millis(200);
/// How long Redis is left alone after it did not answer, in microseconds.
const PAUSE_MICROS: i64 = 1_000_000;

/// The rule of [`Rate::take`] on Redis's clock.
const TAKE: &str = "
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local full = tonumber(redis.call('GET', KEYS[1]) or 0)
if full < now or full - now > tonumber(ARGV[2]) then full = now end
full = full + tonumber(ARGV[1])
if full - now > tonumber(ARGV[2]) then return 0 end
if ARGV[3] == '1' then redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000)) end
return 1";

/// What is counted in Redis.
pub(super) struct Shared {
    prefix: String,
    line: Line,
    take: Script,
    /// Until when Redis is left alone, in microseconds; 0 while it answers.
    silent_until: AtomicI64,
}

impl Shared {
    pub(super) fn new(address: Address, prefix: &str) -> Self {
        Self {
            prefix: format!("{prefix}:limit:"),
            line: Line::to(address, LINE_PATIENCE),
            take: Script::new(TAKE),
            silent_until: AtomicI64::new(0),
        }
    }

    /// Whether there is one left in the budget, which is taken or not; `None` where Redis does not say.
    pub(super) async fn ask(&self, name: &str, rate: Rate, takes: bool, now: i64) -> Option<bool> {
        let asked = async {
            let mut redis = self.line.clone();
            let mut call = self.take.key(self.key(name));
            call.arg(rate.each).arg(rate.whole).arg(u8::from(takes)).invoke_async::<bool>(&mut redis).await
        };
        self.told(now, asked).await
    }

    /// Uses what may be used once; `None` where Redis does not say.
    pub(super) async fn use_once(&self, name: &str, within: Duration, now: i64) -> Option<bool> {
        let millis = u64::try_from(within.as_millis()).unwrap_or(u64::MAX);
        let asked = async {
            let mut redis = self.line.clone();
            let mut set = redis::cmd("SET");
            set.arg(self.key(name)).arg(1).arg("NX").arg("PX").arg(millis);
            let set: Option<String> = set.query_async(&mut redis).await?;
            Ok(set.is_some())
        };
        self.told(now, asked).await
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// The answer, if it comes in time. The log hears when Redis stops answering and when it is back, and no more.
    async fn told(&self, now: i64, asked: impl Future<Output = RedisResult<bool>>) -> Option<bool> {
        let until = self.silent_until.load(Ordering::Relaxed);
        if (until - PAUSE_MICROS..until).contains(&now) {
            return None;
        }
        if let Ok(Ok(answer)) = timeout(PATIENCE, asked).await {
            if self.silent_until.swap(0, Ordering::Relaxed) != 0 {
                tracing::info!("Redis counts the limits again");
            }
            return Some(answer);
        }
        if self.silent_until.swap(now + PAUSE_MICROS, Ordering::Relaxed) == 0 {
            tracing::warn!("Redis does not count the limits at present; each process counts alone");
        }
        None
    }
}
