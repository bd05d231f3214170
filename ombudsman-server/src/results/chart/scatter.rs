//! Two numbers of the same units, each from 0 to 100: a dot a unit, and the line that fits them best as far as the dots go.

use askama::Template;

use crate::results::measures::real;

/// Where 100 is, in pixels from the top; the scale is two pixels for each point.
const TOP: f64 = 40.0;
/// Where 0 is, of a hundred of the width, and how wide the scale is.
const LEFT: f64 = 10.0;
const WIDTH: f64 = 88.0;

/// The chart.
#[derive(Template)]
#[template(path = "results/chart_scatter.html")]
pub struct Scatter {
    /// What it is of.
    pub title: String,
    /// The same numbers as a text.
    pub description: String,
    /// What goes from left to right.
    pub across: String,
    /// What goes up.
    pub up: String,
    /// The units: how far along, how far up.
    pub points: Vec<[u64; 2]>,
    /// The slope of the line, and how far up it is where the first number is 0.
    pub line: (f64, f64),
}

impl Scatter {
    fn dots(&self) -> Vec<(String, f64)> {
        self.points.iter().map(|[x, y]| (along(real(*x)), down(real(*y)))).collect()
    }

    /// The two ends of the line: no farther than there are dots, and never off the scale.
    fn ends(&self) -> Option<[(String, f64); 2]> {
        let (slope, start) = self.line;
        let xs = || self.points.iter().map(|[x, _]| *x);
        let (first, last) = (real(xs().min()?), real(xs().max()?));
        // Where the line leaves the scale, it ends.
        let at = |x: f64| slope.mul_add(x, start);
        let within = |x: f64| match at(x) {
            y if y > 100.0 && slope.abs() > 0.0 => (100.0 - start) / slope,
            y if y < 0.0 && slope.abs() > 0.0 => -start / slope,
            _ => x,
        };
        Some([first, last].map(within).map(|x| (along(x), down(at(x).clamp(0.0, 100.0)))))
    }
}

fn along(value: f64) -> String {
    format!("{:.1}%", LEFT + WIDTH * value / 100.0)
}

fn down(value: f64) -> f64 {
    (10.0 * 2.0f64.mul_add(100.0 - value, TOP)).round() / 10.0
}
