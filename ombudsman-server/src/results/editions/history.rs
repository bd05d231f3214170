//! The overall score of a service or an organisation, quarter by quarter up to an edition, and what may be said of its last change.

use std::iter::successors;

use super::overall::{Whose, overall};
use super::told::{Number, Told};
use super::{Edition, Quarter, store};
use crate::house::House;
use crate::http::Failure;

/// So many quarters are shown: three years.
const MOST: usize = 12;

/// A quarter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quarterly {
    pub quarter: Quarter,
    /// What is told of it; nothing where no edition is public.
    pub told: Option<Told>,
}

/// How a score is beside the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    OtherMethod,
    TooFew,
    AboutTheSame,
    Higher,
    Lower,
}

/// The quarters, the oldest first: the last is that of the edition, which stands for it; of each before it the newest edition
/// that is public does. It begins with the first of which somebody answered.
pub(super) async fn history(house: &House, edition: &Edition, whose: Whose<'_>) -> Result<Vec<Quarterly>, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let mut quarters = Vec::new();
    for (quarter, of_quarter) in back_from(edition, &public) {
        let told = match of_quarter {
            Some(edition) => Some(overall(house, edition).await?.rated(whose).score),
            None => None,
        };
        quarters.push(Quarterly { quarter, told });
    }
    quarters.reverse();
    Ok(begun(quarters))
}

/// The quarters back from that of an edition, each with the edition that stands for it; nothing where none is public.
pub(super) fn back_from<'a>(edition: &'a Edition, public: &'a [Edition]) -> Vec<(Quarter, Option<&'a Edition>)> {
    let quarters = successors(Some(edition.quarter), |quarter| Some(quarter.before())).take(MOST);
    let newest = |quarter: Quarter| public.iter().find(|other| other.quarter == quarter);
    let of_quarter = |quarter: Quarter| if quarter == edition.quarter { Some(edition) } else { newest(quarter) };
    quarters.map(|quarter| (quarter, of_quarter(quarter))).collect()
}

/// From the first quarter of which somebody answered.
pub(super) fn begun(mut quarters: Vec<Quarterly>) -> Vec<Quarterly> {
    let has_answers = |one: &Quarterly| !matches!(one.told, None | Some(Told::Nobody));
    let first = quarters.iter().position(has_answers).unwrap_or(quarters.len());
    quarters.split_off(first)
}

/// How the last quarter's score is beside the newest one before it, and which quarter that is. Nothing where there are not two.
pub(super) fn beside(quarters: &[Quarterly]) -> Option<(Quarter, Beside)> {
    let (last, earlier) = quarters.split_last()?;
    let number = |one: &Quarterly| one.told.as_ref().and_then(Told::number).copied();
    let now = number(last)?;
    let (quarter, before) = earlier.iter().rev().find_map(|one| Some((one.quarter, number(one)?)))?;
    Some((quarter, compared(&before, &now)))
}

/// A score is called another than before only where both may be compared and their ranges do not meet.
fn compared(before: &Number, now: &Number) -> Beside {
    match () {
        () if before.method != now.method => Beside::OtherMethod,
        () if !(before.is_comparable && now.is_comparable) => Beside::TooFew,
        () if now.is_clearly_below(before) => Beside::Lower,
        () if before.is_clearly_below(now) => Beside::Higher,
        () => Beside::AboutTheSame,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(quarter: &str, number: i64) -> Edition {
        Edition {
            id: format!("{quarter}.{number}"),
            quarter: quarter.parse().expect("a quarter"),
            number,
            reason: None,
            code_version: String::new(),
            inputs_hmac: String::new(),
            json_sha256: String::new(),
            csv_sha256: String::new(),
            sizes: [0, 0],
            preparer: (String::new(), String::new()),
            prepared_at: 0,
            approved: None,
            complaints: None,
            drivers: None,
        }
    }

    #[test]
    fn an_edition_stands_for_its_quarter_and_the_newest_for_each_before_it() {
        let public = [edition("2026-Q3", 2), edition("2026-Q3", 1), edition("2026-Q1", 2), edition("2026-Q1", 1)];
        let quarters = back_from(&public[1], &public);
        assert_eq!(quarters.len(), MOST);
        let ids: Vec<Option<&str>> = quarters.iter().map(|(_, found)| found.map(|found| found.id.as_str())).collect();
        assert_eq!(ids[..3], [Some("2026-Q3.1"), None, Some("2026-Q1.2")], "each beside the quarter that it is of");
        assert!(ids[3..].iter().all(Option::is_none), "{ids:?}");
        let names: Vec<String> = quarters[..3].iter().map(|(quarter, _)| quarter.to_string()).collect();
        assert_eq!(names, ["2026-Q3", "2026-Q2", "2026-Q1"]);
    }
}
