//! The examples of "Calendar", "Clock" and "References and receipts".

use feedback::{Reference, SheetCode};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use ombudsman_server::standard::{Lateness, Standard};

use super::{Found, words};

pub fn computed(name: &str, given: &str) -> Option<Vec<Found>> {
    let standard = Standard::default();
    let deemed = || Some(standard.deemed_receipt(moment(&standard, given)?));
    let found = match name {
        "after" => {
            let (day, n) = given.split_once(", ")?;
            standard.calendar.add_working_days(day.parse().ok()?, n.parse().ok()?).to_string()
        }
        "taken" => {
            let (from, to) = days(given)?;
            standard.calendar.working_days_between(from, to).to_string()
        }
        "deemed" => deemed()?.to_string(),
        "acknowledge" => standard.acknowledge_by(deemed()?).to_string(),
        "answer" => standard.expected_answer_by(deemed()?).to_string(),
        "late" => {
            let (due, day) = days(given)?;
            let Lateness::Overdue { working_days } = standard.lateness(due, day) else { return None };
            working_days.to_string()
        }
        "reference" => Reference::from_bits(bits(given)?).grouped(),
        "sheet" => SheetCode::from_bits(bits(given)?).grouped(),
        _ => return None,
    };
    Some(words([found]))
}

/// A time by the office's clock.
fn moment(standard: &Standard, given: &str) -> Option<Timestamp> {
    let local: DateTime = given.replace(' ', "T").parse().ok()?;
    Some(local.to_zoned(standard.zone.clone()).ok()?.timestamp())
}

fn days(given: &str) -> Option<(Date, Date)> {
    let (from, to) = given.split_once(", ")?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

fn bits(given: &str) -> Option<u64> {
    given.strip_prefix("0x").map_or_else(|| given.parse().ok(), |hex| u64::from_str_radix(hex, 16).ok())
}
