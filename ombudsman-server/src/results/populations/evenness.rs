//! Whether those who answered are like those who could be asked, as far as channel and language tell (docs/METHOD.md, "Intervals
//! and tests"). What is published comes from counts that are published, so that it tells nothing more.

use super::about::OfService;
use super::counts::Ratings;
use super::figure::{Figure, whole};
use super::keys::Keys;
use super::{Measure, about};
use crate::results::disclosure::{FEWEST, Tier};
use crate::results::inference::{Light, Response, representativeness};

/// How evenly the groups of a service answered, as it is published; nothing where the sizes of no groups are known, or fewer than
/// a hundred answered.
pub(super) fn figures(service: &OfService, ratings: &Ratings, keys: &Keys<'_>) -> Vec<Figure> {
    let tier = Tier::of(ratings.people());
    let answered = |group: &about::Group| ratings.answered(&group.channel, &group.language);
    let exact: Vec<Response> =
        service.groups.iter().map(|group| Response { people: group.people, answered: answered(group) }).collect();
    let Some(found) = representativeness(&exact).filter(|_| tier == Tier::Distribution && exact.len() > 1) else {
        return Vec::new();
    };
    let bare = |measure| Figure::bare(&service.slug, about::ALL, measure, tier);
    let step = match found.light() {
        Light::Green => 1,
        Light::Amber => 2,
        Light::Red => 3,
    };
    let light = bare(Measure::Light).telling(step);
    if exact.iter().any(|group| group.answered < FEWEST) {
        return vec![light];
    }
    let rounded = |group: &about::Group| keys.rounded_people(&service.slug, (&group.channel, &group.language), ratings);
    let rounded: Vec<Response> =
        service.groups.iter().map(|group| Response { people: group.people, answered: rounded(group) }).collect();
    // To base 5 a group can have more answers than people; then nothing more is told.
    let Some(told) = representativeness(&rounded) else { return vec![light] };
    let mut figures = vec![
        light,
        bare(Measure::Evenness).telling(whole(100.0 * told.r)),
        bare(Measure::Variation).telling(whole(100.0 * told.cv)),
    ];
    for ((group, response), partial) in service.groups.iter().zip(&rounded).zip(&told.partial) {
        let of_group = |measure| bare(measure).among(&group.channel, &group.language);
        let count = |n: u64| i64::try_from(n).ok();
        figures.push(of_group(Measure::People).telling_if(count(response.people)));
        figures.push(of_group(Measure::Answered).telling_if(count(response.answered)));
        figures.push(of_group(Measure::Partial).telling(whole(10_000.0 * partial)));
    }
    figures
}
