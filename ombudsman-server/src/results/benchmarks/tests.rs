//! The figures of others are as they were published, and a line of theirs breaks where they were counted otherwise.

use super::page::when;
use super::series::{Reported, all};
use crate::results::measures::{Change, Counts, Fit, formula_break};
use crate::words::Words;
use feedback::Language;

fn series(name: &str) -> Vec<Reported> {
    let mut figures = all().expect("a file that can be read");
    figures.retain(|figure| figure.series == name);
    figures
}

fn values(name: &str) -> Vec<u64> {
    series(name).iter().map(|figure| figure.value).collect()
}

#[test]
fn every_figure_has_a_source_a_scale_and_words_and_each_series_stands_together() {
    let figures = all().expect("a file that can be read");
    let mut names: Vec<&str> =
        figures.chunk_by(|a, b| a.series == b.series).map(|one| one[0].series.as_str()).collect();
    assert_eq!(names.len(), 5);
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 5, "no series is in two places");
    for figure in &figures {
        assert!(!figure.source.is_empty() && figure.value <= 100 && figure.way > 0, "{figure:?}");
        assert!(["points", "percent"].contains(&figure.unit.as_str()), "{figure:?}");
        assert!(figure.address.as_ref().is_none_or(|address| address.starts_with("https://")), "{figure:?}");
        for language in [Language::English, Language::French] {
            let name = Words::of(language).text(&["benchmarks-name-", &figure.series].concat());
            assert!(!name.contains("benchmarks-"), "{name}");
        }
    }
    for one in figures.chunk_by(|a, b| a.series == b.series) {
        assert!(one.iter().all(|figure| figure.unit == one[0].unit), "one scale in {}", one[0].series);
    }
}

/// Citizens First 1 to 6; the ten points that are printed as 15 % are 15.625.
#[test]
fn citizens_first_rose_by_ten_points() {
    let six = values("citizens-first");
    assert_eq!(six, [64, 64, 67, 73, 72, 74]);
    let figures = series("citizens-first");
    let said = [Language::English, Language::French].map(|language| when(&figures[5].period, Words::of(language)));
    assert_eq!(said, ["Survey 6", "Sondage 6"], "by its number, as the source has it");
    let [before, after] = [six[0], six[5]].map(|value| f64::from(u32::try_from(value).expect("small")));
    let percent = Change { before, after }.percent().expect("it was not 0");
    assert!((percent - 15.625).abs() < 1e-9, "{percent}");
    assert_eq!([values("compared-government"), values("compared-private")], [[64, 74], [66, 70]]);
}

#[test]
fn kiwis_count_breaks_where_it_became_a_survey_of_all_year() {
    let found: Vec<(String, u64, u16)> =
        series("kiwis-count").into_iter().map(|figure| (figure.period, figure.value, figure.way)).collect();
    let told =
        [("2007", 68, 1), ("2009", 69, 1), ("2012", 72, 2)].map(|(year, value, way)| (year.to_owned(), value, way));
    assert_eq!(found, told);
}

/// What the Office of the Public Guardian counted, from October 2025 to June 2026: very dissatisfied to very satisfied.
const COUNTED: [[u64; 5]; 9] = [
    [572, 385, 1539, 6013, 12_213],
    [565, 367, 1395, 5313, 10_049],
    [387, 245, 1006, 3393, 6400],
    [556, 348, 1406, 5992, 11_146],
    [380, 278, 1183, 5190, 9781],
    [302, 244, 1380, 6044, 11_620],
    [262, 211, 1098, 4593, 8731],
    [250, 192, 1054, 4386, 8600],
    [260, 200, 983, 4049, 8424],
];

#[test]
fn the_break_of_a_published_percentage_is_where_its_counts_show_another_formula() {
    let figures = series("lasting-power-of-attorney");
    assert_eq!(figures.len(), COUNTED.len());
    let fit = |(figure, counts): (&Reported, &[u64; 5])| {
        let counts = Counts(*counts);
        assert_eq!(figure.n, Some(counts.n()), "{figure:?}");
        Fit::of(&counts, f64::from(u32::try_from(figure.value).expect("small")))
    };
    let fits: Vec<Fit> = figures.iter().zip(&COUNTED).map(fit).collect();
    let at = formula_break(&fits).expect("it breaks");
    assert_eq!(figures[at].period, "2026-04");
    let said = [Language::English, Language::French].map(|language| when(&figures[at].period, Words::of(language)));
    assert_eq!(said, ["April 2026", "avril 2026"]);
    assert_eq!(when("2009", Words::of(Language::English)), "2009");
    assert_eq!(figures.iter().position(|figure| figure.way == 2), Some(at), "and so the file says");
}
