//! The figures, their limits, and how a line is printed.

/// A figure and what it may be.
pub struct Figure {
    /// Its name: a part may stand for all that begin so.
    pub name: &'static str,
    unit: &'static str,
    limit: f64,
    /// Whether the limit is the least that it may be, rather than the most.
    is_least: bool,
}

const fn least(name: &'static str, limit: f64, unit: &'static str) -> Figure {
    Figure { name, unit, limit, is_least: true }
}

const fn most(name: &'static str, limit: f64, unit: &'static str) -> Figure {
    Figure { name, unit, limit, is_least: false }
}

/// Every figure about load, about a desk with a long memory, and about an edition of a large office.
pub const FIGURES: [Figure; 19] = [
    least("load.accept.sql", 0.35, "of bare"),
    least("load.accept.redis", 0.35, "of bare"),
    most("load.added-p99.sql", 8.0, "ms"),
    most("load.added-p99.redis", 5.0, "ms"),
    least("load.recorded", 4000.0, "cards/s"),
    most("load.start", 1.0, "s"),
    most("load.memory.idle", 80.0, "MB"),
    most("load.memory.full", 200.0, "MB"),
    most("desk.queue", 50.0, "ms"),
    most("desk.queue.growth", 2.0, "times"),
    most("desk.case", 50.0, "ms"),
    most("desk.case.growth", 2.0, "times"),
    most("desk.search", 50.0, "ms"),
    most("desk.search.growth", 2.0, "times"),
    most("edition.prepare", 120.0, "s"),
    most("edition.memory", 1000.0, "MB"),
    most("edition.page", 2.0, "ms"),
    most("edition.page.first", 40.0, "ms"),
    most("edition.page.growth", 1.2, "times"),
];

/// Prints a figure, and below it what explains it.
pub fn print(name: &str, value: f64, notes: &[String]) {
    let figure = FIGURES.iter().find(|figure| figure.name == name).expect("a figure that is listed");
    let Figure { unit, limit, is_least, .. } = figure;
    let shown = format!("{} {unit}", rounded(value));
    let is_past = if *is_least { value < *limit } else { value > *limit };
    let mark = match (is_least, is_past) {
        (_, false) => "",
        (true, true) => "  UNDER",
        (false, true) => "  OVER",
    };
    println!("{name:<24} {shown:>14}  {:>5.2} of {limit} {unit}{mark}", value / limit);
    for note in notes {
        println!("{:26}{note}", "");
    }
}

/// As many digits as mean something.
fn rounded(value: f64) -> String {
    if value >= 100.0 { format!("{value:.0}") } else { format!("{value:.2}") }
}
