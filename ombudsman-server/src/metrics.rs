//! What an operator can count, for Prometheus to fetch: numbers only, under labels whose values are written here. Nothing
//! that a person sent, no service and no network is among them.
//!
//! Whoever counts adds to a number: there is no lock and no look-up by name on the way of a card. What must be asked for
//! (the queue) is asked for when somebody fetches.

mod outbox;
mod route;
mod table;

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::text;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::{Registry, Unit};

use self::outbox::Outbox;
use self::table::{Durations, Table};
pub use outbox::Outgoing;
pub use route::{PATTERNS, Route};

/// The media type of what is fetched.
pub const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Why a card was not taken; a failure of another kind is `other`.
const REASONS: [&str; 12] = [
    "card",
    "malformed",
    "wrong-type",
    "too-large",
    "unknown-service",
    "service-closed",
    "foreign",
    "asked",
    "too-many",
    "unavailable",
    "took-too-long",
    "other",
];
/// The limits that a sender can come up against.
const LIMITS: [&str; 5] = ["network", "service", "checked", "proof", "entry"];
/// What a receipt was found to be.
const VERDICTS: [&str; 5] = ["genuine", "changed", "other-key", "not-genuine", "not-a-receipt"];
/// The hundreds of a status.
const CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];

/// A number between whole ones.
type Measure = Gauge<f64, AtomicU64>;

/// Everything that is counted in this process.
pub struct Metrics {
    registry: Registry,
    /// Cards that people have a receipt for.
    pub accepted: Counter,
    refused: Arc<Table>,
    accepting: Arc<Durations>,
    /// Cards that the worker brought into the record.
    pub recorded: Counter,
    /// Cards that could not be recorded at one try.
    pub tries_failed: Counter,
    /// Batches that waited because the record could not be written.
    pub batches_failed: Counter,
    /// Letters that could not be sorted.
    pub unsorted: Counter,
    /// Letters that a mail server took.
    pub mail_sent: Counter,
    /// Letters that cannot be delivered.
    pub mail_failed: Counter,
    /// Tries at which a letter was not taken, and waits for another.
    pub mail_tries_failed: Counter,
    limits: Arc<Table>,
    receipts: Arc<Table>,
    answers: Arc<Table>,
    /// Connections that are open.
    pub connections: Gauge,
    queue: Seen,
    outbox: Outbox,
}

/// The queue, as it was when somebody fetched.
#[derive(Default)]
struct Seen {
    answers: Gauge,
    waiting: Measure,
    set_aside: Measure,
    oldest: Measure,
}

/// The queue when it was last asked, to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Queued {
    /// Letters that wait, or are in a worker's hands.
    pub waiting: u64,
    /// Letters that were set aside.
    pub set_aside: u64,
    /// How long the oldest that waits has waited.
    pub oldest: Duration,
}

impl Metrics {
    /// Begins to count; `started` is now, in seconds since 1970.
    #[must_use]
    pub fn new(started: f64) -> Self {
        let mut root = Registry::default();
        let start = Measure::default();
        start.set(started);
        let unit = Unit::Seconds;
        root.register_with_unit("process_start_time", "When this process began, since 1970", unit, start);
        let ours = root.sub_registry_with_prefix("ombudsman");
        let counter = |ours: &mut Registry, name: &str, help: &str| {
            let counter = Counter::default();
            ours.register(name, help, counter.clone());
            counter
        };
        let table = |ours: &mut Registry, name: &str, help: &str, table: Table| {
            let table = Arc::new(table);
            ours.register(name, help, table::Shown(Arc::clone(&table)));
            table
        };
        let accepted = counter(ours, "cards_accepted", "Cards that people have a receipt for");
        let refused = Table::of("reason", &REASONS);
        let refused = table(ours, "cards_refused", "Cards that were not taken, by reason", refused);
        let accepting = Arc::new(Durations::default());
        let help = "Time from the request of a card to its receipt";
        ours.register_with_unit("card_accept_duration", help, Unit::Seconds, table::Shown(Arc::clone(&accepting)));
        let recorded = counter(ours, "cards_recorded", "Cards that the worker brought into the record");
        let tries_failed = counter(ours, "card_tries_failed", "Tries at which one card alone could not be recorded");
        let help = "Times that a batch waited because the record could not be written";
        let batches_failed = counter(ours, "record_writes_failed", help);
        let unsorted = counter(ours, "letters_unsorted", "Letters that the worker could not sort");
        let mail_sent = counter(ours, "mail_sent", "Letters that a mail server took");
        let mail_failed = counter(ours, "mail_failed", "Letters that cannot be delivered");
        let help = "Tries at which a letter was not taken and waits for another";
        let mail_tries_failed = counter(ours, "mail_tries_failed", help);
        let help = "Times that a sender came up against a limit";
        let limits = table(ours, "limits_exceeded", help, Table::of("limit", &LIMITS));
        let receipts = Table::of("verdict", &VERDICTS);
        let receipts = table(ours, "receipts_checked", "Receipts that were checked, by verdict", receipts);
        let answers = Table::of_two(("route", &PATTERNS), ("class", &CLASSES));
        let answers = table(ours, "http_answers", "Answers by pattern of the address and class of the status", answers);
        let connections = Gauge::default();
        ours.register("http_connections", "Connections that are open", connections.clone());
        let queue = Seen::register(ours);
        let outbox = Outbox::register(ours);
        Self {
            registry: root,
            accepted,
            refused,
            accepting,
            recorded,
            tries_failed,
            batches_failed,
            unsorted,
            mail_sent,
            mail_failed,
            mail_tries_failed,
            limits,
            receipts,
            answers,
            connections,
            queue,
            outbox,
        }
    }

    /// Counts a card that was not taken, by the failure's code.
    pub fn refused(&self, code: &str) {
        self.refused.add(place(&REASONS, code).unwrap_or(REASONS.len() - 1));
    }

    /// Counts a sender that came up against this limit.
    pub fn limited(&self, limit: &str) {
        if let Some(place) = place(&LIMITS, limit) {
            self.limits.add(place);
        }
    }

    /// Counts a receipt that was found to be this.
    pub fn checked(&self, verdict: &str) {
        if let Some(place) = place(&VERDICTS, verdict) {
            self.receipts.add(place);
        }
    }

    /// Counts an answer of this route and status.
    pub fn answered(&self, route: Route, status: u16) {
        let class = usize::from(status / 100).clamp(1, CLASSES.len()) - 1;
        self.answers.add(route.place() * CLASSES.len() + class);
    }

    /// Notes how long it took to take a card.
    pub fn took(&self, time: Duration) {
        self.accepting.note(time);
    }

    /// Everything as text, with the queue and the outbox as they are now; `None` where one did not answer.
    pub fn text(&self, queue: Option<Queued>, outbox: Option<Outgoing>) -> Result<String, std::fmt::Error> {
        self.queue.set(queue);
        self.outbox.set(outbox);
        let mut text = String::new();
        text::encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

impl Seen {
    fn register(ours: &mut Registry) -> Self {
        let Self { answers, waiting, set_aside, oldest } = Self::default();
        ours.register("queue_up", "Whether the queue answered when this was fetched", answers.clone());
        ours.register("queue_waiting", "Letters that wait, or are in a worker's hands", waiting.clone());
        ours.register("queue_set_aside", "Letters that were set aside", set_aside.clone());
        let help = "How long the oldest letter that waits has waited";
        ours.register_with_unit("queue_oldest_age", help, Unit::Seconds, oldest.clone());
        Self { answers, waiting, set_aside, oldest }
    }

    /// What is not known is said to be no number.
    fn set(&self, queue: Option<Queued>) {
        #[expect(
            clippy::cast_precision_loss,
            reason = "nobody counts so many letters that one more makes a difference"
        )]
        let number = |of: fn(&Queued) -> u64| queue.as_ref().map_or(f64::NAN, |queue| of(queue) as f64);
        self.answers.set(i64::from(queue.is_some()));
        self.waiting.set(number(|queue| queue.waiting));
        self.set_aside.set(number(|queue| queue.set_aside));
        self.oldest.set(queue.map_or(f64::NAN, |queue| queue.oldest.as_secs_f64()));
    }
}

fn place(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line<'a>(text: &'a str, name: &str) -> &'a str {
        text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("no such line").trim()
    }

    #[test]
    fn what_was_counted_is_told_under_the_names_of_the_house() {
        let metrics = Metrics::new(1.5);
        metrics.accepted.inc();
        metrics.refused("too-large");
        metrics.refused("a reason of tomorrow");
        metrics.limited("network");
        metrics.answered(Route::of("POST", "/api/v1/cards"), 202);
        metrics.took(Duration::from_micros(700));
        metrics.took(Duration::from_mins(1));
        let queue = Queued { waiting: 3, set_aside: 1, oldest: Duration::from_millis(2500) };
        let text = metrics.text(Some(queue), None).expect("text");
        for (name, value) in [
            ("process_start_time_seconds ", "1.5"),
            ("ombudsman_cards_accepted_total ", "1"),
            ("ombudsman_cards_refused_total{reason=\"too-large\"} ", "1"),
            ("ombudsman_cards_refused_total{reason=\"other\"} ", "1"),
            ("ombudsman_cards_refused_total{reason=\"foreign\"} ", "0"),
            ("ombudsman_limits_exceeded_total{limit=\"network\"} ", "1"),
            ("ombudsman_http_answers_total{route=\"POST /api/v1/cards\",class=\"2xx\"} ", "1"),
            ("ombudsman_card_accept_duration_seconds_bucket{le=\"0.001\"} ", "1"),
            ("ombudsman_card_accept_duration_seconds_bucket{le=\"+Inf\"} ", "2"),
            ("ombudsman_card_accept_duration_seconds_sum ", "60.0007"),
            ("ombudsman_queue_up ", "1"),
            ("ombudsman_queue_waiting ", "3.0"),
            ("ombudsman_queue_oldest_age_seconds ", "2.5"),
        ] {
            assert_eq!(line(&text, name), value, "{name} in {text}");
        }
        assert!(text.ends_with("# EOF\n"), "{text}");
        let without = metrics.text(None, None).expect("text");
        assert_eq!((line(&without, "ombudsman_queue_up "), line(&without, "ombudsman_queue_waiting ")), ("0", "NaN"));
    }
}
