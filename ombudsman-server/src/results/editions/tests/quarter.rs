//! Quarters: how they are written, when they begin and end.

use jiff::civil::date;

use crate::results::editions::Quarter;

#[test]
fn a_quarter_has_three_months_and_is_closed_on_the_day_after() {
    let days = |text: &str| text.parse::<Quarter>().map(|quarter| (quarter.first_day(), quarter.last_day()));
    assert_eq!(days("2026-Q1"), Ok((date(2026, 1, 1), date(2026, 3, 31))));
    assert_eq!(days("2026-Q2"), Ok((date(2026, 4, 1), date(2026, 6, 30))));
    assert_eq!(days("2024-Q4"), Ok((date(2024, 10, 1), date(2024, 12, 31))));
    let third: Quarter = "2026-Q3".parse().expect("a quarter");
    assert!(!third.is_closed(date(2026, 9, 30)) && third.is_closed(date(2026, 10, 1)));
    assert_eq!(third.to_string(), "2026-Q3");
    for text in ["", "2026", "2026-Q0", "2026-Q5", "26-Q1", "2026-q1", "2026-Q1.1", "+026-Q1", "2026-Q+1"] {
        assert!(text.parse::<Quarter>().is_err(), "{text}");
    }
}

#[test]
fn the_quarter_before_the_first_is_the_last_of_the_year_before() {
    let before = |text: &str| text.parse::<Quarter>().map(|quarter| quarter.before().to_string());
    assert_eq!(before("2026-Q3"), Ok("2026-Q2".to_owned()));
    assert_eq!(before("2026-Q1"), Ok("2025-Q4".to_owned()));
}
