//! The examples of "Services beside one another". Services are given as how many answered and how many of a hundred are
//! satisfied, with semicolons between.

use ombudsman_server::results::compare::{Funnel, Place, Published};

use super::{Found, counts, exactly, values, words};

pub fn computed(name: &str, given: &str) -> Option<Vec<Found>> {
    if let "inner" | "outer" = name {
        let [centre, n, between] = exactly(given)?;
        let funnel = Funnel { centre, spread: 1.0, between };
        let limits = if name == "inner" { funnel.inner(n) } else { funnel.outer(n) };
        return Some(values([limits.low, limits.high]));
    }
    let services: Vec<Published> = given.split("; ").map(service).collect::<Option<_>>()?;
    let funnel = Funnel::of(&services)?;
    match name {
        "centre" => Some(values([funnel.centre])),
        "spread" => Some(values([funnel.spread])),
        "between" => Some(values([funnel.between])),
        "away" => Some(values(services.iter().map(|service| funnel.away(*service)))),
        "beside" => Some(words(funnel.places(&services).into_iter().map(place))),
        _ => None,
    }
}

fn service(given: &str) -> Option<Published> {
    let [n, share] = counts(given)?;
    Some(Published { n, least: share, most: share })
}

const fn place(place: Place) -> &'static str {
    match place {
        Place::Below => "below",
        Place::PerhapsBelow => "perhaps-below",
        Place::Within => "within",
        Place::PerhapsAbove => "perhaps-above",
        Place::Above => "above",
    }
}
