//! Letters that were set aside: a stream beside the one that waits. Going there and coming back is one step for Redis, so
//! that a letter is in one of the two whatever ends in between.

use redis::streams::{StreamId, StreamRangeReply};
use redis::{AsyncCommands, Script};

use super::partition::Partition;
use super::{GROUP, read_letter};
use crate::line::Line;
use crate::queue::{Letter, QueueError, SetAside};

const REASON: &str = "reason";
const TRIES: &str = "tries";
/// The most letters that are read at once to list them.
const PAGE: usize = 256;

/// Moves one entry there, with the reason and how often it was delivered; nothing where another worker has dealt with it.
/// Without what its network was called: it may lie there for long. What people wrote is escaped, so that it never looks like
/// the name of a field.
/// A script runs alone and is written to the append-only file as one transaction.
const PUT_ASIDE: &str = r#"
local found = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])
if #found == 0 then return 0 end
local pending = redis.call('XPENDING', KEYS[1], ARGV[3], ARGV[1], ARGV[1], 1)
local held = found[1][2]
local tries = pending[1] and pending[1][4] or 1
for i = 2, #held, 2 do held[i] = string.gsub(held[i], ',"network":"%x*"', '') end
for _, part in ipairs({'reason', ARGV[2], 'tries', tries}) do held[#held + 1] = part end
redis.call('XADD', KEYS[2], '*', unpack(held))
redis.call('XACK', KEYS[1], ARGV[3], ARGV[1])
redis.call('XDEL', KEYS[1], ARGV[1])
return 1
"#;

/// Moves one entry back, without what was noted of it.
const PUT_BACK: &str = "
local found = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])
if #found == 0 then return 0 end
local held, kept = found[1][2], {}
for i = 1, #held, 2 do
    if held[i] ~= 'reason' and held[i] ~= 'tries' then
        kept[#kept + 1] = held[i]
        kept[#kept + 1] = held[i + 1]
    end
end
redis.call('XADD', KEYS[2], '*', unpack(kept))
redis.call('XDEL', KEYS[1], ARGV[1])
return 1
";

impl Partition {
    pub(super) async fn put_aside(&self, line: &Line, entry: &str, reason: &str) -> Result<(), QueueError> {
        let script = Script::new(PUT_ASIDE);
        let mut move_it = script.key(&self.stream);
        move_it.key(&self.aside).arg(entry).arg(reason).arg(GROUP);
        let _: u32 = move_it.invoke_async(&mut line.clone()).await?;
        Ok(())
    }

    /// Lists those set aside until there are `most`. In pages: what people wrote is read to tell its day, and is not all
    /// held at once.
    pub(super) async fn list_aside(
        &self,
        line: &Line,
        most: usize,
        listed: &mut Vec<SetAside>,
    ) -> Result<(), QueueError> {
        let (mut redis, mut from) = (line.clone(), "-".to_owned());
        while listed.len() < most {
            let page = PAGE.min(most - listed.len());
            let found: StreamRangeReply = redis.xrange_count(&self.aside, &from, "+", page).await?;
            let Some(last) = found.ids.last() else { break };
            from = format!("({}", last.id);
            listed.extend(found.ids.iter().map(|entry| self.told(entry)));
        }
        Ok(())
    }

    pub(super) async fn put_back(&self, line: &Line, entry: &str) -> Result<bool, QueueError> {
        let script = Script::new(PUT_BACK);
        let mut move_it = script.key(&self.aside);
        let moved: u32 = move_it.key(&self.stream).arg(entry).invoke_async(&mut line.clone()).await?;
        Ok(moved == 1)
    }

    fn told(&self, entry: &StreamId) -> SetAside {
        SetAside {
            ticket: self.ticket(&entry.id),
            tries: entry.get::<u32>(TRIES).unwrap_or(0),
            reason: entry.get::<String>(REASON).unwrap_or_default(),
            received_at: read_letter(entry).as_ref().map(Letter::received_at),
        }
    }
}
