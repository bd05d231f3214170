//! How far published results reach, as far as what is published says it: how much of the register has a score, and how many of
//! those who rated a service filled in all of the card.

/// The share of whole cards is told from so many answers on for each number that it is of: each is rounded by itself to base 5 and
/// up to 4 off, so that all of them together move it by 4 of a hundred at most, before it is rounded itself.
const WHOLE_FROM: u64 = 100;

/// Of a hundred that are in the register, how many have a published score, rounded down; `None` where nothing is in it.
#[must_use]
pub const fn covered(with_score: u64, registered: u64) -> Option<u64> {
    with_score.saturating_mul(100).checked_div(registered)
}

/// Of a hundred who rated a service, how many rated all five drivers too, to base 5: from the published numbers of people of all
/// bands of the ladder, and of everyone who rated it. `None` where no band is told, or fewer than a hundred rated it for each of
/// these numbers.
#[must_use]
pub fn complete(bands: &[u64], rated: u64) -> Option<u64> {
    let numbers = bands.len() as u64 + 1;
    if bands.is_empty() || rated < WHOLE_FROM * numbers {
        return None;
    }
    let fives = (20 * bands.iter().sum::<u64>() + rated / 2) / rated;
    Some((5 * fives).min(100))
}
