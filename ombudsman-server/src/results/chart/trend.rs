//! A score over quarters: a dot with its range for each. A line joins neighbours that were computed alike; where a quarter has no
//! number the line has a gap, and where the method changed an upright line parts what cannot be compared.

use askama::Template;

use super::Mark;
use crate::results::measures::{Method, Point, real, stretches};

/// Where 100 is, in pixels from the top; the scale is two pixels for each point.
const TOP: u64 = 40;
/// Where the first quarter is, of a hundred of the width.
const LEFT: f64 = 14.0;
/// Where the last one is.
const RIGHT: f64 = 94.0;

/// What the chart says in words.
pub struct Captions {
    /// The chart's name within its page.
    pub name: String,
    /// What it is of.
    pub title: String,
    /// The same numbers as a text.
    pub description: String,
    /// The first quarter, in short.
    pub first: String,
    /// The last quarter, in short.
    pub last: String,
    /// Said where the method changed.
    pub new_method: String,
}

/// A quarter's score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// Where it is.
    pub mark: Mark,
    /// How it was computed.
    pub method: Method,
}

/// The chart.
#[derive(Template)]
#[template(path = "results/chart_trend.html")]
pub struct Trend {
    captions: Captions,
    dots: Vec<Drawn>,
    joins: Vec<Join>,
    gaps: Vec<String>,
    breaks: Vec<Break>,
}

struct Drawn {
    x: String,
    /// The most and the least that it may be, and the ends of its range, from the top.
    y: [f64; 4],
    shown: String,
}

/// A line from one dot to the next.
struct Join {
    x: [String; 2],
    y: [f64; 2],
}

struct Break {
    x: String,
    /// Whether its words stand on its left.
    is_right: bool,
}

impl Trend {
    /// Draws quarters that follow one another; nothing stands for one without a number.
    #[must_use]
    pub fn of(captions: Captions, quarters: &[Option<Dot>]) -> Self {
        let x = |place: usize| along(place, quarters.len());
        let shown: Vec<(usize, Dot)> =
            quarters.iter().enumerate().filter_map(|(place, dot)| Some((place, (*dot)?))).collect();
        let gaps = quarters.iter().enumerate().filter(|(_, dot)| dot.is_none()).map(|(place, _)| percent(x(place)));
        let dots = shown.iter().map(|(place, dot)| Drawn::of(percent(x(*place)), dot.mark));
        let (mut joins, mut breaks, mut done) = (Vec::new(), Vec::new(), 0);
        let points: Vec<Point> = shown.iter().map(|(place, dot)| point(*place, dot)).collect();
        for stretch in stretches(&points) {
            let alike = &shown[done..done + stretch.0.len()];
            let neighbours = alike.windows(2).filter(|pair| pair[0].0 + 1 == pair[1].0);
            joins.extend(neighbours.map(|pair| Join {
                x: [0, 1].map(|end| percent(x(pair[end].0))),
                y: [0, 1].map(|end| height(pair[end].1.mark)),
            }));
            done += stretch.0.len();
            if let (Some((before, _)), Some((after, _))) = (alike.last(), shown.get(done)) {
                let between = f64::midpoint(x(*before), x(*after));
                breaks.push(Break { x: percent(between), is_right: between > 50.0 });
            }
        }
        Self { captions, dots: dots.collect(), joins, gaps: gaps.collect(), breaks }
    }
}

impl Drawn {
    fn of(x: String, mark: Mark) -> Self {
        let shown = match (mark.least, mark.most) {
            (least, most) if least == most => most.to_string(),
            (0, most) => format!("≤\u{a0}{most}"),
            (least, _) => format!("≥\u{a0}{least}"),
        };
        Self { x, y: [mark.most, mark.least, mark.high, mark.low].map(|end| down(real(end))), shown }
    }
}

fn point(place: usize, dot: &Dot) -> Point {
    Point { period: place.to_string(), method: dot.method, value: middle(dot.mark) }
}

fn middle(mark: Mark) -> f64 {
    f64::midpoint(real(mark.least), real(mark.most))
}

fn height(mark: Mark) -> f64 {
    down(middle(mark))
}

/// How far from the top.
fn down(score: f64) -> f64 {
    2.0f64.mul_add(100.0 - score, real(TOP))
}

/// How far along, of a hundred.
fn along(place: usize, of: usize) -> f64 {
    let count = |number: usize| u32::try_from(number).map_or(f64::MAX, f64::from);
    (RIGHT - LEFT).mul_add(count(place) / count(of.saturating_sub(1).max(1)), LEFT)
}

fn percent(along: f64) -> String {
    format!("{along:.1}%")
}
