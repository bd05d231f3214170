//! `GET /results/benchmarks`, `GET /data/benchmarks.csv` and `/data/benchmarks.json`.

use ::http::{HeaderValue, StatusCode, header};
use askama::Template;
use jiff::civil::Date;

use super::series::{self, CSV, Reported};
use crate::http::{Failure, Page, Reply, Visit, html, of_type};
use crate::results::chart::{Captions, Dot, Mark, Trend};
use crate::results::measures::Method;
use crate::words::Words;

/// A line needs so many figures: two are said and not drawn.
const DRAWN_FROM: usize = 3;

#[derive(Template)]
#[template(path = "results/benchmarks.html")]
struct BenchmarksPage {
    page: Page,
    series: Vec<Series>,
}

struct Series {
    id: String,
    /// Whether its numbers are of a hundred people, and not points of a score.
    is_percent: bool,
    source: String,
    chart: Option<Trend>,
    /// Whether its way of counting changes, so that its line breaks.
    breaks: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    period: String,
    value: String,
    n: Option<String>,
    address: Option<String>,
}

/// `GET /results/benchmarks`.
pub(in crate::results) fn show(visit: &Visit) -> Result<Reply, Failure> {
    let figures = series::all().map_err(Failure::internal)?;
    let words = visit.words();
    let of = |figures: &[Reported]| Series::of(figures, words);
    let series = figures.chunk_by(|a, b| a.series == b.series).filter_map(of).collect();
    html(StatusCode::OK, &BenchmarksPage { page: Page::new(visit), series })
}

/// `GET /data/benchmarks.csv`.
pub(in crate::results) fn csv() -> Reply {
    open("text/csv; charset=utf-8; header=present", CSV.as_bytes().to_vec())
}

/// `GET /data/benchmarks.json`.
pub(in crate::results) fn json() -> Result<Reply, Failure> {
    let figures = series::all().map_err(Failure::internal)?;
    Ok(open("application/json", serde_json::to_vec_pretty(&figures).map_err(Failure::internal)?))
}

/// Data that any page may read, for an hour before it is asked for again.
fn open(media_type: &'static str, bytes: Vec<u8>) -> Reply {
    let mut reply = of_type(StatusCode::OK, media_type, bytes);
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    reply.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    reply
}

impl Series {
    fn of(figures: &[Reported], words: &Words) -> Option<Self> {
        let first = figures.first()?;
        let rows: Vec<Row> = figures.iter().map(|figure| Row::of(figure, words)).collect();
        let changed = figures.windows(2).filter(|pair| pair[0].way != pair[1].way);
        let breaks = changed.map(|pair| words.with("benchmarks-break", "period", when(&pair[1].period, words)));
        Some(Self {
            id: first.series.clone(),
            is_percent: first.unit == "percent",
            source: first.source.clone(),
            chart: drawn(figures, &rows, words),
            breaks: breaks.collect(),
            rows,
        })
    }
}

impl Row {
    fn of(figure: &Reported, words: &Words) -> Self {
        Self {
            period: when(&figure.period, words),
            value: words.number(figure.value),
            n: figure.n.map(|n| words.number(n)),
            address: figure.address.clone(),
        }
    }
}

/// When a figure is of, as people say it: a year, a month, or which of the surveys of its series.
pub(super) fn when(period: &str, words: &Words) -> String {
    if let Some(number) = period.strip_prefix("survey-") {
        return words.with("benchmarks-survey", "number", number);
    }
    let month = period.contains('-').then(|| [period, "-01"].concat().parse::<Date>().ok()).flatten();
    month.map_or_else(|| period.to_owned(), |first_day| words.month(first_day))
}

fn drawn(figures: &[Reported], rows: &[Row], words: &Words) -> Option<Trend> {
    let (first, last) = rows.first().zip(rows.last()).filter(|_| rows.len() >= DRAWN_FROM)?;
    let dots: Vec<Option<Dot>> = figures.iter().map(|figure| Some(dot(figure))).collect();
    let said = rows.iter().map(|row| {
        let values = [("period", row.period.as_str().into()), ("value", row.value.as_str().into())];
        words.with_all("benchmarks-line", &values)
    });
    let captions = Captions {
        name: figures.first()?.series.clone(),
        title: words.text(&["benchmarks-name-", &figures.first()?.series].concat()),
        description: said.collect::<Vec<_>>().join("; "),
        first: first.period.clone(),
        last: last.period.clone(),
        new_method: words.text("trend-new-method"),
    };
    Some(Trend::of(captions, &dots))
}

/// A figure of others has no range that is known.
fn dot(figure: &Reported) -> Dot {
    let value = figure.value;
    let mark = Mark { least: value, most: value, low: value, high: value };
    Dot { mark, method: Method { version: figure.way, ..Method::SCORE } }
}
