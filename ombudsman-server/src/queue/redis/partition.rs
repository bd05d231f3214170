//! A partition: a stream of letters, those of them that are put off, and a stream of letters set aside. The three share a
//! slot of a cluster, so that a letter goes from one to another in one step.
//!
//! With one partition the streams are `{prefix}:cards` and `{prefix}:set-aside`, and a ticket is the name of an entry;
//! with more, `{prefix:0}:cards` and so on, and a ticket names the partition as well: `0/1700000000000-0`.

use redis::streams::{StreamInfoGroupsReply, StreamRangeReply};
use redis::{AsyncCommands, Script};

use super::{Depth, GROUP, QueueError};
use crate::line::Line;

/// The most partitions: what was ever used is looked at when the queue is opened.
pub(super) const MOST: u16 = 64;

/// Takes up to so many letters: first those whose time has come, then those that were in somebody's hands for too long.
/// A letter that is put off is in nobody's hands: its place is in `KEYS[2]` only, until its time.
pub(super) const TAKE_OVER: &str = "
local time = redis.call('TIME')
local now, most, taken = time[1] * 1000 + math.floor(time[2] / 1000), tonumber(ARGV[4]), {}
local function take(entry, tries)
    local body = false
    for i = 1, #entry[2], 2 do
        if entry[2][i] == 'body' then body = entry[2][i + 1] end
    end
    taken[#taken + 1] = {entry[1], tries, body}
end
for _, off in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now, 'LIMIT', 0, most)) do
    local id, tries = string.match(off, '^(%S+) (%d+)$')
    local found = redis.pcall('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, id, 'RETRYCOUNT', tries + 1, 'FORCE')
    if found.err then return found end
    redis.call('ZREM', KEYS[2], off)
    if found[1] and found[1][2] then take(found[1], tries + 1) end
end
if #taken == most then return taken end
local left = redis.pcall('XAUTOCLAIM', KEYS[1], ARGV[1], ARGV[2], ARGV[3], '0-0', 'COUNT', most - #taken)
if left.err then return left end
for _, entry in ipairs(left[2]) do
    if entry and entry[2] then
        local held = redis.call('XPENDING', KEYS[1], ARGV[1], entry[1], entry[1], 1)
        take(entry, held[1] and held[1][4] or 1)
    end
end
return taken
";

/// Puts a letter off that is still in this reader's hands; nothing where another has it or has finished it.
pub(super) const PUT_OFF: &str = "
if #redis.call('XPENDING', KEYS[1], ARGV[1], ARGV[3], ARGV[3], 1, ARGV[2]) == 0 then return 0 end
local time = redis.call('TIME')
local due = time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[5]
redis.call('ZADD', KEYS[2], due, ARGV[3] .. ' ' .. ARGV[4])
redis.call('XACK', KEYS[1], ARGV[1], ARGV[3])
return 1
";

/// Forgets readers that have nothing in their hands and were not seen for so long: each worker that starts is a new one.
const FORGET: &str = "
for _, reader in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
    local told = {}
    for i = 1, #reader, 2 do told[reader[i]] = reader[i + 1] end
    if told.pending == 0 and told.idle > tonumber(ARGV[2]) then
        redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], told.name)
    end
end
return 1
";
const READER_GONE_MILLIS: u64 = 86_400_000;

/// How long a key stays that was written to see whether anything can be.
const TRIAL_MILLIS: u64 = 1_000;

/// A partition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Partition {
    /// What its tickets begin with.
    mark: String,
    pub(super) stream: String,
    pub(super) later: String,
    pub(super) aside: String,
    trial: String,
}

impl Partition {
    fn named(tag: &str, mark: String) -> Self {
        let key = |name: &str| format!("{{{tag}}}:{name}");
        Self { mark, stream: key("cards"), later: key("later"), aside: key("set-aside"), trial: key("trial") }
    }

    fn numbered(prefix: &str, number: u16) -> Self {
        Self::named(&format!("{prefix}:{number}"), format!("{number}/"))
    }

    fn only(prefix: &str) -> Self {
        Self::named(prefix, String::new())
    }

    /// The partitions of this setting.
    pub(super) fn of(prefix: &str, number: u16) -> Vec<Self> {
        if number <= 1 {
            return vec![Self::only(prefix)];
        }
        (0..number).map(|number| Self::numbered(prefix, number)).collect()
    }

    /// Those that another setting would have.
    pub(super) fn others(prefix: &str, number: u16) -> Vec<Self> {
        let first = if number <= 1 { 0 } else { number };
        let only = (number > 1).then(|| Self::only(prefix));
        only.into_iter().chain((first..MOST).map(|number| Self::numbered(prefix, number))).collect()
    }

    /// The ticket of an entry.
    pub(super) fn ticket(&self, entry: &str) -> String {
        format!("{}{entry}", self.mark)
    }

    /// The entry of a ticket, if it is one of this partition.
    pub(super) fn entry<'a>(&self, ticket: &'a str) -> Option<&'a str> {
        ticket.strip_prefix(&self.mark).filter(|entry| is_an_entry(entry))
    }

    /// What writes a key that is soon gone.
    pub(super) fn trial(&self) -> redis::Pipeline {
        let mut trial = redis::pipe();
        trial.pset_ex(&self.trial, "", TRIAL_MILLIS).ignore();
        trial
    }

    /// How many letters are in it.
    pub(super) async fn depth(&self, line: &Line) -> Result<Depth, QueueError> {
        let mut redis = line.clone();
        Ok(Depth { waiting: redis.xlen(&self.stream).await?, set_aside: redis.xlen(&self.aside).await? })
    }

    /// Whether there is nothing in it.
    pub(super) async fn is_empty(&self, line: &Line) -> Result<bool, QueueError> {
        Ok(self.depth(line).await? == Depth { waiting: 0, set_aside: 0 })
    }

    /// Forgets readers that are long gone. Nothing depends on it.
    pub(super) async fn forget_readers(&self, line: &Line) {
        let script = Script::new(FORGET);
        let mut call = script.key(&self.stream);
        let forgotten = call.arg(GROUP).arg(READER_GONE_MILLIS).invoke_async::<u32>(&mut line.clone()).await;
        if let Err(error) = forgotten {
            tracing::debug!(code = error.code(), "readers that are gone are not forgotten yet");
        }
    }

    /// Makes the group where it is not there. It is looked for first: a Redis whose memory is full lets nothing be made,
    /// and a worker that starts then is what empties it.
    pub(super) async fn make_group(&self, line: &Line) -> Result<(), QueueError> {
        let mut redis = line.clone();
        let groups: Result<StreamInfoGroupsReply, _> = redis.xinfo_groups(&self.stream).await;
        if groups.is_ok_and(|reply| reply.groups.iter().any(|group| group.name == GROUP)) {
            return Ok(());
        }
        let made: Result<(), _> = redis.xgroup_create_mkstream(&self.stream, GROUP, "0").await;
        match made {
            Err(error) if error.code() != Some("BUSYGROUP") => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// When the letter came that has waited longest, by Redis's clock, in milliseconds since 1970.
    pub(super) async fn first_came(&self, line: &Line) -> Result<Option<i64>, QueueError> {
        let first: StreamRangeReply = line.clone().xrange_count(&self.stream, "-", "+", 1).await?;
        let came = |name: &str| name.split('-').next().and_then(|millis| millis.parse().ok());
        Ok(first.ids.first().and_then(|entry| came(&entry.id)))
    }
}

/// Whether the text is an entry's whole name. Redis takes half of one for every entry that begins so, and `-` for the
/// first.
fn is_an_entry(text: &str) -> bool {
    let is_number = |part: &str| part.parse::<u64>().is_ok() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('-').is_some_and(|(time, place)| is_number(time) && is_number(place))
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

    #[test]
    fn one_partition_has_the_names_of_old_and_several_have_a_slot_each() {
        let only = &Partition::of("office", 1)[0];
        assert_eq!((only.stream.as_str(), only.ticket("1-0").as_str()), ("{office}:cards", "1-0"));
        let third = &Partition::of("office", 3)[2];
        assert_eq!((third.stream.as_str(), third.ticket("1-0").as_str()), ("{office:2}:cards", "2/1-0"));
        assert_eq!((third.entry("2/1-0"), third.entry("1/1-0"), third.entry("1-0")), (Some("1-0"), None, None));
        assert_eq!((only.entry("1-0"), only.entry("2/1-0")), (Some("1-0"), None));
    }

    #[test]
    fn the_partitions_of_every_other_setting_are_looked_at() {
        for number in [1, 2, MOST] {
            let (own, others) = (Partition::of("office", number), Partition::others("office", number));
            assert_eq!(own.len() + others.len(), usize::from(MOST) + 1);
            assert!(own.iter().all(|partition| !others.contains(partition)));
        }
    }
}
