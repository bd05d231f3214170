//! Whether those who answered are like those who could be asked, as far as channel and language tell (docs/METHOD.md, "Intervals
//! and tests"). All of it comes from the counts of groups that are published beside it, so that it tells nothing more, and anybody
//! can compute it again.

use super::about::OfService;
use super::counts::Ratings;
use super::figure::{Figure, whole};
use super::keys::Keys;
use super::{Measure, about};
use crate::results::disclosure::{FEWEST, Tier};
use crate::results::inference::{Light, Response, representativeness};

/// How evenly the groups of a service answered, as it is published; nothing where the sizes of no groups are known, fewer than a
/// hundred answered, or a group has fewer than ten answers.
pub(super) fn figures(service: &OfService, ratings: &Ratings, keys: &Keys<'_>) -> Vec<Figure> {
    let tier = Tier::of(ratings.people());
    let is_few = |group: &about::Group| ratings.answered(&group.channel, &group.language) < FEWEST;
    if tier != Tier::Distribution || service.groups.len() < 2 || service.groups.iter().any(is_few) {
        return Vec::new();
    }
    let rounded = |group: &about::Group| keys.rounded_people(&service.slug, (&group.channel, &group.language), ratings);
    let rounded: Vec<Response> =
        service.groups.iter().map(|group| Response { people: group.people, answered: rounded(group) }).collect();
    // To base 5 a group can have more answers than people; then nothing is told.
    let Some(told) = representativeness(&rounded) else { return Vec::new() };
    let step = match told.light() {
        Light::Green => 1,
        Light::Amber => 2,
        Light::Red => 3,
    };
    let bare = |measure| Figure::bare(&service.slug, about::ALL, measure, tier);
    let mut figures = vec![
        bare(Measure::Light).telling(step),
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
