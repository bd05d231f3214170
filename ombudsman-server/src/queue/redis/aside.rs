//! Letters that were set aside: a stream beside the one that waits. Going there and coming back is one step for Redis, so
//! that a letter is in one of the two whatever ends in between.

use redis::streams::{StreamId, StreamRangeReply};
use redis::{AsyncCommands, Script};

use super::{GROUP, RedisQueue, delivery};
use crate::queue::{Letter, QueueError, SetAside};

const REASON: &str = "reason";
const TRIES: &str = "tries";
/// The most letters that are read at once to list them.
const PAGE: usize = 256;

/// Moves one entry there, with the reason; nothing where another worker has dealt with it. A script runs alone and is
/// written to the append-only file as one transaction.
const PUT_ASIDE: &str = "
local found = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])
if #found == 0 then return 0 end
local held = found[1][2]
for _, part in ipairs({'reason', ARGV[2], 'tries', ARGV[3]}) do held[#held + 1] = part end
redis.call('XADD', KEYS[2], '*', unpack(held))
redis.call('XACK', KEYS[1], ARGV[4], ARGV[1])
redis.call('XDEL', KEYS[1], ARGV[1])
return 1
";

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

impl RedisQueue {
    pub(super) async fn put_aside(&self, ticket: &str, reason: &str) -> Result<(), QueueError> {
        let mut redis = self.manager.clone();
        let tries = self.tries(ticket).await?;
        let script = Script::new(PUT_ASIDE);
        let mut move_it = script.key(&self.stream);
        move_it.key(&self.aside).arg(ticket).arg(reason).arg(tries).arg(GROUP);
        let _: u32 = move_it.invoke_async(&mut redis).await?;
        Ok(())
    }

    /// In pages: what people wrote is read to tell its day, and is not all held at once.
    pub(super) async fn list_aside(&self, most: usize) -> Result<Vec<SetAside>, QueueError> {
        let mut redis = self.manager.clone();
        let (mut listed, mut from) = (Vec::new(), "-".to_owned());
        while listed.len() < most {
            let page = PAGE.min(most - listed.len());
            let found: StreamRangeReply = redis.xrange_count(&self.aside, &from, "+", page).await?;
            let Some(last) = found.ids.last() else { break };
            from = format!("({}", last.id);
            listed.extend(found.ids.iter().map(told));
        }
        Ok(listed)
    }

    pub(super) async fn put_back(&self, ticket: &str) -> Result<bool, QueueError> {
        if !is_an_entry(ticket) {
            return Ok(false);
        }
        let mut redis = self.manager.clone();
        let script = Script::new(PUT_BACK);
        let moved: u32 = script.key(&self.aside).key(&self.stream).arg(ticket).invoke_async(&mut redis).await?;
        Ok(moved == 1)
    }
}

/// Whether the text is an entry's whole name. Redis takes half of one for every entry that begins so, and `-` for the
/// first.
fn is_an_entry(ticket: &str) -> bool {
    let is_number = |part: &str| part.parse::<u64>().is_ok() && part.bytes().all(|byte| byte.is_ascii_digit());
    ticket.split_once('-').is_some_and(|(time, place)| is_number(time) && is_number(place))
}

fn told(entry: &StreamId) -> SetAside {
    SetAside {
        ticket: entry.id.clone(),
        tries: entry.get::<u32>(TRIES).unwrap_or(0),
        reason: entry.get::<String>(REASON).unwrap_or_default(),
        received_at: delivery(entry, 0).letter.as_ref().map(Letter::received_at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_name_of_an_entry_names_it() {
        assert!(is_an_entry("1700000000000-0"));
        for other in
            ["", "-", "+", "1700000000000", "1-", "-1", "(1-0", "1-0-0", "+1-0", "1-x", "99999999999999999999-0"]
        {
            assert!(!is_an_entry(other), "{other}");
        }
    }
}
