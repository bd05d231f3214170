//! The vectors' `calendar`: the closing days of seven years, and the days on which ten cases are due.

use jiff::civil::DateTime;
use ombudsman_server::standard::Standard;

/// As they are observed; in the vectors' order, with the days on which they would be where they move.
const CLOSING: [(i16, &str); 7] = [
    (2024, "01-01 03-29 04-01 05-20 07-01 08-05 09-02 09-30 10-14 11-11 12-25 12-26"),
    (2025, "01-01 04-18 04-21 05-19 07-01 08-04 09-01 09-30 10-13 11-11 12-25 12-26"),
    (2026, "01-01 04-03 04-06 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-28"),
    (2027, "01-01 03-26 03-29 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27 12-28"),
    (2028, "01-03 04-14 04-17 05-22 07-03 08-07 09-04 10-02 10-09 11-13 12-25 12-26"),
    (2029, "01-01 03-30 04-02 05-21 07-02 08-06 09-03 10-01 10-08 11-12 12-25 12-26"),
    (2030, "01-01 04-19 04-22 05-20 07-01 08-05 09-02 09-30 10-14 11-11 12-25 12-26"),
];

#[test]
fn holidays() {
    let calendar = Standard::default().calendar;
    for (year, printed) in CLOSING {
        let days: Vec<String> =
            calendar.closing_days(year).iter().map(|day| day.strftime("%m-%d").to_string()).collect();
        assert_eq!(days.join(" "), printed, "{year}");
    }
}

#[test]
fn due_days() {
    let standard = Standard::default();
    for (received, deemed, acknowledge, answer, ten, twenty) in [
        ("2025-12-19T15:30", "2025-12-19", "2025-12-22", "2026-01-05", "2026-01-07", "2026-01-21"),
        ("2025-12-24T16:05", "2025-12-29", "2025-12-30", "2026-01-09", "2026-01-13", "2026-01-27"),
        ("2026-04-02T10:00", "2026-04-02", "2026-04-07", "2026-04-16", "2026-04-20", "2026-05-04"),
        ("2026-05-15T17:00", "2026-05-19", "2026-05-20", "2026-05-29", "2026-06-02", "2026-06-16"),
        ("2026-09-29T09:00", "2026-09-29", "2026-10-01", "2026-10-13", "2026-10-15", "2026-10-29"),
        ("2026-12-24T09:00", "2026-12-24", "2026-12-29", "2027-01-08", "2027-01-12", "2027-01-26"),
        ("2027-12-24T09:00", "2027-12-24", "2027-12-29", "2028-01-10", "2028-01-12", "2028-01-26"),
        ("2028-06-30T15:59", "2028-06-30", "2028-07-04", "2028-07-13", "2028-07-17", "2028-07-31"),
        ("2025-11-08T12:00", "2025-11-10", "2025-11-12", "2025-11-21", "2025-11-25", "2025-12-09"),
        ("2026-07-31T11:00", "2026-07-31", "2026-08-04", "2026-08-13", "2026-08-17", "2026-08-31"),
    ] {
        let local: DateTime = received.parse().expect("a time");
        let day = standard.deemed_receipt(local.to_zoned(standard.zone.clone()).expect("a time").timestamp());
        let found = [
            day,
            standard.acknowledge_by(day),
            standard.expected_answer_by(day),
            standard.calendar.add_working_days(day, 10),
            standard.calendar.add_working_days(day, 20),
        ];
        assert_eq!(found.map(|day| day.to_string()), [deemed, acknowledge, answer, ten, twenty], "{received}");
    }
}
