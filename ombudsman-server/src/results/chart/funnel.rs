//! A funnel: a dot for each service where its number of answers and its share are, and lines between which chance alone would
//! easily put it. Answers are along, so that ten times as many are as far on everywhere; the scale of shares holds what is drawn.

use askama::Template;

use crate::results::compare::Funnel as Limits;
use crate::results::measures::real;

/// Where the scale begins and ends, in pixels from the top.
const TOP: f64 = 40.0;
const BOTTOM: f64 = 280.0;
/// Where the fewest and the most answers are, of a hundred of the width.
const LEFT: f64 = 12.0;
const RIGHT: f64 = 96.0;
/// From so many points a line is drawn.
const POINTS: u32 = 40;
/// How many of a hundred lie between two marks of the scale.
const STEP: f64 = 10.0;
/// So much room is left between a dot and the end of the scale.
const ROOM: f64 = 3.0;

/// What the chart says in words.
pub struct FunnelCaptions {
    /// What it is of.
    pub title: String,
    /// The same numbers as a text.
    pub description: String,
    /// What goes up.
    pub up: String,
    /// The fewest answers.
    pub fewest: String,
    /// The most.
    pub most: String,
}

/// A service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its letter, if it is not where chance would easily put it.
    pub letter: Option<char>,
    /// How many answered.
    pub n: u64,
    /// Of a hundred, at least.
    pub least: u64,
    /// At most.
    pub most: u64,
}

/// The chart.
#[derive(Template)]
#[template(path = "results/chart_funnel.html")]
pub struct Funnel {
    captions: FunnelCaptions,
    /// The marks of the scale: where each line is, from the top, where its text stands, and the text.
    scale: Vec<[String; 3]>,
    /// Where the group is, from the top.
    centre: String,
    /// The limits as lines in a square of 100 by 100: inner and outer, below and above.
    inner: [String; 2],
    outer: [String; 2],
    dots: Vec<Drawn>,
}

struct Drawn {
    x: String,
    /// The most and the least that it may be, from the top.
    y: [String; 2],
    /// Its letter and where that stands, from the top.
    letter: Option<(char, String)>,
}

/// The scale of both sides.
struct Scale {
    /// The natural logarithms of the fewest and the most answers.
    answers: [f64; 2],
    /// The least and the greatest share, of a hundred.
    shares: [f64; 2],
}

impl Funnel {
    /// Draws services and the limits of their group; `fewest` and `most` answers are at the ends.
    #[must_use]
    pub fn of(captions: FunnelCaptions, limits: &Limits, services: &[Compared], [fewest, most]: [u64; 2]) -> Self {
        let scale = Scale::of(limits, services, [fewest, most]);
        let marks = || (0..=10).map(|place| STEP * f64::from(place));
        let marks = marks().filter(|mark| (scale.shares[0]..=scale.shares[1]).contains(mark));
        let line = |end: fn(&Limits, f64) -> f64| {
            let point = |place: u32| {
                let along = f64::from(place) / f64::from(POINTS);
                let [low, high] = scale.answers;
                let n = (high - low).mul_add(along, low).exp();
                format!("{:.1},{:.2}", 100.0 * along, 100.0 * scale.down(100.0 * end(limits, n)))
            };
            (0..=POINTS).map(point).collect::<Vec<_>>().join(" ")
        };
        Self {
            scale: marks.map(|mark| scale.mark(mark)).collect(),
            centre: pixels(scale.pixels(100.0 * limits.centre)),
            inner: [line(|limits, n| limits.inner(n).low), line(|limits, n| limits.inner(n).high)],
            outer: [line(|limits, n| limits.outer(n).low), line(|limits, n| limits.outer(n).high)],
            dots: services.iter().map(|one| scale.drawn(one, 100.0 * limits.centre)).collect(),
            captions,
        }
    }
}

impl Scale {
    fn of(limits: &Limits, services: &[Compared], [fewest, most]: [u64; 2]) -> Self {
        let widest = limits.outer(real(fewest));
        let lowest = services.iter().map(|one| real(one.least)).fold(100.0 * widest.low, f64::min);
        let highest = services.iter().map(|one| real(one.most)).fold(100.0 * widest.high, f64::max);
        let shares = [((lowest - ROOM) / STEP).floor() * STEP, ((highest + ROOM) / STEP).ceil() * STEP];
        let shares = shares.map(|end| end.clamp(0.0, 100.0));
        Self { answers: [real(fewest).ln(), real(most).ln()], shares }
    }

    /// How far down the scale a share is, 0 to 1.
    fn down(&self, share: f64) -> f64 {
        let [low, high] = self.shares;
        (high - share) / (high - low)
    }

    fn pixels(&self, share: f64) -> f64 {
        (BOTTOM - TOP).mul_add(self.down(share), TOP)
    }

    fn mark(&self, share: f64) -> [String; 3] {
        let place = self.pixels(share);
        [pixels(place), pixels(place + 5.0), format!("{share:.0}")]
    }

    fn drawn(&self, one: &Compared, centre: f64) -> Drawn {
        let [low, high] = self.answers;
        let along = (RIGHT - LEFT).mul_add((real(one.n).ln() - low) / (high - low), LEFT);
        let [top, bottom] = [one.most, one.least].map(|end| self.pixels(real(end)));
        let beside = if real(one.most) > centre { top - 10.0 } else { bottom + 22.0 };
        Drawn {
            x: format!("{along:.1}%"),
            y: [pixels(top), pixels(bottom)],
            letter: one.letter.map(|letter| (letter, pixels(beside))),
        }
    }
}

fn pixels(place: f64) -> String {
    format!("{place:.1}")
}
