//! Reads the ratings of a survey: a row is one person's answers about one service. Nothing else of them is read; a column for what
//! they wrote does not exist.

use std::collections::BTreeMap;

use feedback::{Driver, Item};

use super::about::{ALL, About, OfService};
use super::counts::{Ratings, THOUSAND};
use super::rows::{Row, read};
use super::{ImportError, RowFault};

/// What people can rate, as on the cards.
pub(super) const ITEMS: [Item; 9] = [
    Item::Overall,
    Item::Driver(Driver::Timeliness),
    Item::Driver(Driver::Knowledge),
    Item::Driver(Driver::Courtesy),
    Item::Driver(Driver::Fairness),
    Item::Driver(Driver::Outcome),
    Item::Expectations,
    Item::Ideal,
    Item::Trust,
];
/// The columns beside those of the items and the one that each file has.
const OTHERS: [&str; 3] = ["channel", "language", "weight"];
/// The largest weight, in thousandths.
const HEAVIEST: u64 = 100_000 * THOUSAND;

/// The ratings of each service, and how many rows there were.
pub(super) fn ratings(about: &About, file: &[u8]) -> Result<(BTreeMap<String, Ratings>, u64), ImportError> {
    let mut found: BTreeMap<String, Ratings> = BTreeMap::new();
    let mut is_too_heavy = false;
    let others: Vec<&str> = OTHERS.into_iter().chain(ITEMS.map(Item::field)).collect();
    let rows = read(file, (&["service"], &others), |row| {
        let service = about.service(row.need("service")?).ok_or(RowFault::Service)?;
        let group = group(service, row)?;
        let (weight, ratings) = (weight(row)?, rated(row)?);
        let counted = found.entry(service.slug.clone()).or_default();
        is_too_heavy |= !counted.add(group, weight, &ratings);
        Ok(())
    })?;
    if is_too_heavy {
        let what = "The weights are too large to be added up. Divide each by the mean of all".to_owned();
        return Err(ImportError::Together(what));
    }
    about.services.iter().try_for_each(|service| hold(service, found.get(&service.slug)))?;
    Ok((found, rows))
}

/// The channel and the language of a row's group, as far as the survey tells groups of this service apart.
fn group<'a>(service: &'a OfService, row: &'a Row<'_>) -> Result<[&'a str; 2], RowFault> {
    let tells = |of: fn(&super::about::Group) -> &String| service.groups.iter().any(|group| of(group) != ALL);
    let part = |name, is_told: bool| if is_told { row.get(name).ok_or(RowFault::Group) } else { Ok(ALL) };
    let group = [part("channel", tells(|group| &group.channel))?, part("language", tells(|group| &group.language))?];
    let is_there = service.groups.iter().any(|known| [known.channel.as_str(), known.language.as_str()] == group);
    if is_there || service.groups.is_empty() { Ok(group) } else { Err(RowFault::Group) }
}

/// The weight of a row, in thousandths; 1 where nothing stands.
fn weight(row: &Row<'_>) -> Result<u64, RowFault> {
    let Some(text) = row.get("weight") else { return Ok(THOUSAND) };
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(rest) || rest.len() > 3 || whole.len() > 6 {
        return Err(RowFault::Weight);
    }
    let number = |text: &str| text.parse::<u64>().map_err(|_| RowFault::Weight);
    let thousandths = THOUSAND * number(whole)? + number(&format!("{rest:0<3}"))?;
    Some(thousandths).filter(|weight| (1..=HEAVIEST).contains(weight)).ok_or(RowFault::Weight)
}

/// What a row rates.
fn rated(row: &Row<'_>) -> Result<Vec<(&'static str, u8)>, RowFault> {
    let mut rated = Vec::new();
    let mut is_silent = true;
    for item in ITEMS {
        let Some(text) = row.get(item.field()) else { continue };
        is_silent = false;
        match text {
            "n/a" => {}
            "1" | "2" | "3" | "4" | "5" => rated.push((item.as_str(), text.as_bytes()[0] - b'0')),
            _ => return Err(RowFault::Rating(item.field().to_owned())),
        }
    }
    if is_silent { Err(RowFault::Silent) } else { Ok(rated) }
}

/// Whether as many can have answered as did.
fn hold(service: &OfService, found: Option<&Ratings>) -> Result<(), ImportError> {
    let answered = found.map_or(0, Ratings::people);
    let too_many = |what: &str| Err(ImportError::Together(format!("{}: more answered than {what}", service.slug)));
    if service.invited.is_some_and(|invited| answered > invited) {
        return too_many("were invited");
    }
    let is_over = |group: &super::about::Group| {
        found.is_some_and(|found| found.answered(&group.channel, &group.language) > group.people)
    };
    if service.groups.iter().any(is_over) { too_many("there are people in a group") } else { Ok(()) }
}
