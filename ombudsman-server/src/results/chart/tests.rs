//! Where charts put what they draw, and that nothing is drawn of what is not told.

use askama::Template;

use super::{Captions, Compared, Dot, Funnel, FunnelCaptions, Mark, Rated, Ratings, Scored, Scores, Trend};
use crate::results::compare::Funnel as Limits;
use crate::results::measures::Method;

const fn mark(score: u64, low: u64, high: u64) -> Mark {
    Mark { least: score, most: score, low, high }
}

fn scored(label: &str, shown: &str, mark: Option<Mark>) -> Scored {
    Scored { label: label.to_owned(), shown: shown.to_owned(), mark, reference: None }
}

fn rated(label: &str, shown: &str, share: Option<u64>) -> Rated {
    Rated { label: label.to_owned(), shown: shown.to_owned(), share }
}

/// Both ends of each line of this class, along.
fn lines<'a>(drawn: &'a str, class: &str) -> Vec<[&'a str; 2]> {
    let value = |tag: &'a str, name: &str| {
        tag.split_once(&format!(" {name}=\"")).map_or("", |(_, rest)| rest.split('"').next().unwrap_or(""))
    };
    let tags = drawn.split('<').filter(|tag| tag.starts_with(&format!("line class=\"{class}\"")));
    tags.map(|tag| ["x1", "x2"].map(|end| value(tag, end))).collect()
}

#[test]
fn a_score_stands_where_it_is_and_its_bar_where_it_would_plausibly_be() {
    let open = Mark { least: 96, most: 100, low: 92, high: 100 };
    let rows = vec![
        Scored { reference: Some(87), ..scored("Overall", "81", Some(mark(81, 76, 86))) },
        scored("The <time>", "not shown", None),
        scored("The outcome", "96 or more", Some(open)),
        scored("Fair", "0", Some(mark(0, 0, 4))),
    ];
    let drawn = Scores { name: "scores", title: "Scores".to_owned(), description: "All".to_owned(), rows }
        .render()
        .expect("a chart");
    assert_eq!(lines(&drawn, "range"), [["76%", "86%"], ["92%", "100%"], ["0%", "4%"]]);
    assert_eq!(lines(&drawn, "point"), [["81%", "81%"], ["96%", "100%"], ["0%", "0%"]], "an open end has its length");
    assert_eq!(lines(&drawn, "reference"), [["87%", "87%"]]);
    assert!(drawn.contains("not shown") && drawn.contains("The &#60;time&#62;"), "{drawn}");
    assert!(drawn.contains("<title id=\"scores-title\">Scores</title><desc id=\"scores-text\">All</desc>"), "{drawn}");
}

#[test]
fn a_rating_has_a_bar_as_long_as_its_share_and_none_where_it_is_hidden() {
    let rows = vec![
        rated("5", "about 60", Some(Rated::share(60, 150))),
        rated("4", "more than 95 of 100", Some(95)),
        rated("3", "not shown", None),
        rated("2", "about 105", Some(Rated::share(105, 100))),
        rated("1", "fewer than 5", Some(Rated::share(0, 150))),
    ];
    let drawn = Ratings { title: String::new(), description: String::new(), rows }.render().expect("a chart");
    let bars: Vec<&str> =
        drawn.split("<rect").skip(1).filter_map(|bar| bar.split_once("width=\"")?.1.split('"').next()).collect();
    assert_eq!(bars, ["40%", "95%", "100%", "0%"], "rounded parts are never more than the whole");
    assert_eq!(Rated::share(5, 0), 0);
}

fn dot(score: u64, version: u16) -> Dot {
    Dot { mark: mark(score, score - 4, score + 4), method: Method { version, ..Method::SCORE } }
}

fn drawn(quarters: &[Option<Dot>]) -> String {
    let [title, description, first, last, new_method] = ["t", "d", "first", "last", "counted anew"].map(str::to_owned);
    Trend::of(Captions { name: "trend".to_owned(), title, description, first, last, new_method }, quarters)
        .render()
        .expect("a chart")
}

#[test]
fn a_line_joins_neighbours_only_and_has_a_gap_where_a_quarter_is_withheld_or_missing() {
    let drawn = drawn(&[Some(dot(80, 1)), Some(dot(70, 1)), None, Some(dot(60, 1)), Some(dot(90, 1))]);
    assert_eq!(lines(&drawn, "line"), [["14.0%", "34.0%"], ["74.0%", "94.0%"]]);
    assert_eq!(lines(&drawn, "gap"), [["54.0%", "54.0%"]]);
    assert_eq!(lines(&drawn, "point").len(), 4, "what is withheld is not drawn as zero");
    assert_eq!(lines(&drawn, "break").len(), 0);
    assert!(drawn.contains("y1=\"80\" y2=\"100\""), "80 and 70, two pixels for each point: {drawn}");
}

#[test]
fn where_the_method_changed_there_is_no_line_and_a_break_that_is_said() {
    let quarters = [Some(dot(80, 1)), Some(dot(70, 1)), Some(dot(60, 2)), Some(dot(90, 2))];
    assert_eq!(lines(&drawn(&quarters), "line"), [["14.0%", "40.7%"], ["67.3%", "94.0%"]]);
    assert_eq!(lines(&drawn(&quarters), "break"), [["54.0%", "54.0%"]]);
    assert!(drawn(&quarters).contains("counted anew"));
    let across = [Some(dot(80, 1)), None, Some(dot(60, 2))];
    assert_eq!(lines(&drawn(&across), "break"), [["54.0%", "54.0%"]], "also across a gap");
}

#[test]
fn one_score_among_quarters_without_any_is_a_dot() {
    let drawn = drawn(&[None, Some(dot(50, 1))]);
    assert_eq!((lines(&drawn, "point").len(), lines(&drawn, "line").len()), (1, 0));
}

/// Where the first line of this class begins from the top.
fn heights(drawn: &str, class: &str) -> Vec<f64> {
    let tags = drawn.split('<').filter(|tag| tag.starts_with(&format!("line class=\"{class}\"")));
    tags.filter_map(|tag| tag.split_once("y1=\"")?.1.split('"').next()?.parse().ok()).collect()
}

#[test]
fn a_service_stands_in_a_funnel_by_its_answers_and_its_share_and_only_who_is_outside_has_a_letter() {
    let captions = || {
        let [title, description, up, fewest, most] =
            ["t", "d", "up", "100 answers", "10,000 answers"].map(str::to_owned);
        FunnelCaptions { title, description, up, fewest, most }
    };
    let limits = Limits { centre: 0.8, spread: 1.0, between: 0.0 };
    let one = |letter, n, share| Compared { letter, n, least: share, most: share };
    let services = [one(None, 100, 80), one(Some('A'), 1000, 95), one(Some('B'), 10_000, 60)];
    let drawn = Funnel::of(captions(), &limits, &services, [100, 10_000]).render().expect("a chart");
    assert_eq!(
        lines(&drawn, "point"),
        [["12.0%", "12.0%"], ["54.0%", "54.0%"], ["96.0%", "96.0%"]],
        "ten times is as far"
    );
    // From 50, below the least share, to 100: the limits of a hundred answers end at 92.
    assert_eq!(heights(&drawn, "grid"), [280.0, 232.0, 184.0, 136.0, 88.0, 40.0]);
    assert_eq!(heights(&drawn, "point"), [136.0, 64.0, 232.0]);
    assert_eq!(heights(&drawn, "centre"), [136.0]);
    assert!(drawn.contains("y=\"54.0\">A</text>"), "above its dot: {drawn}");
    assert!(drawn.contains("y=\"254.0\">B</text>"), "below it: {drawn}");
    let ends = |line: &str| line.split('"').next().and_then(|points| points.split(' ').next_back()).map(str::to_owned);
    let last: Vec<_> = drawn.split("points=\"").skip(1).filter_map(ends).collect();
    assert_eq!(last.len(), 4);
    assert!(last.iter().all(|end| end.starts_with("100.0,")), "to the end of the scale: {last:?}");
}
