//! Counters whose labels are known from the start, and how long something took: an array of numbers each, so that
//! counting is one addition.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use prometheus_client::encoding::{EncodeMetric, MetricEncoder, NoLabelSet};
use prometheus_client::metrics::MetricType;

/// A label and one of its values.
type Label = (&'static str, &'static str);

/// The upper bounds of the times that are told apart, in seconds.
const BOUNDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0];

/// One counter for each value of a label, or for each pair of values of two.
#[derive(Debug)]
pub(super) struct Table {
    counts: Vec<(Vec<Label>, AtomicU64)>,
    /// Whether what never happened is left out.
    is_sparse: bool,
}

/// What is counted, as the library shows it.
#[derive(Debug)]
pub(super) struct Shown<T>(pub Arc<T>);

impl Table {
    pub(super) fn of(label: &'static str, values: &[&'static str]) -> Self {
        let counts = values.iter().map(|value| (vec![(label, *value)], AtomicU64::new(0))).collect();
        Self { counts, is_sparse: false }
    }

    /// The pairs in the order of the first label, then of the second.
    pub(super) fn of_two(
        (first, values): (&'static str, &[&'static str]),
        (second, others): (&'static str, &[&'static str]),
    ) -> Self {
        let pairs = values.iter().flat_map(|value| others.iter().map(move |other| (*value, *other)));
        let counts = pairs.map(|(value, other)| (vec![(first, value), (second, other)], AtomicU64::new(0)));
        Self { counts: counts.collect(), is_sparse: true }
    }

    pub(super) fn add(&self, place: usize) {
        if let Some((_, count)) = self.counts.get(place) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl EncodeMetric for Shown<Table> {
    fn encode(&self, mut encoder: MetricEncoder) -> fmt::Result {
        for (labels, count) in &self.0.counts {
            let count = count.load(Ordering::Relaxed);
            if count > 0 || !self.0.is_sparse {
                encoder.encode_family(labels)?.encode_counter::<NoLabelSet, u64, u64>(&count, None)?;
            }
        }
        Ok(())
    }

    fn metric_type(&self) -> MetricType {
        MetricType::Counter
    }
}

/// How long something took, how often.
#[derive(Debug, Default)]
pub(super) struct Durations {
    /// How often it took no longer than each bound, and last, how often longer than all.
    counts: [AtomicU64; BOUNDS.len() + 1],
    micros: AtomicU64,
}

impl Durations {
    pub(super) fn note(&self, time: Duration) {
        let seconds = time.as_secs_f64();
        let place = BOUNDS.iter().position(|bound| seconds <= *bound).unwrap_or(BOUNDS.len());
        self.counts[place].fetch_add(1, Ordering::Relaxed);
        self.micros.fetch_add(u64::try_from(time.as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }
}

impl EncodeMetric for Shown<Durations> {
    fn encode(&self, mut encoder: MetricEncoder) -> fmt::Result {
        let counts = self.0.counts.iter().map(|count| count.load(Ordering::Relaxed));
        let bounds = BOUNDS.into_iter().chain([f64::INFINITY]);
        let buckets: Vec<(f64, u64)> = bounds.zip(counts).collect();
        let number = buckets.iter().map(|(_, count)| count).sum();
        let sum = Duration::from_micros(self.0.micros.load(Ordering::Relaxed)).as_secs_f64();
        encoder.encode_histogram::<NoLabelSet>(sum, number, &buckets, None)
    }

    fn metric_type(&self) -> MetricType {
        MetricType::Histogram
    }
}
