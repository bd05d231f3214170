//! How far published results reach, as far as what is published says it: how much of the register has a score, and how many of
//! those who rated a service filled in all of the card.

/// From how many answers on, as they are told, the share of whole cards is: its numbers are rounded, each by itself.
const WHOLE_FROM: u64 = 300;

/// Of a hundred that are in the register, how many have a published score, rounded down; `None` where nothing is in it.
#[must_use]
pub const fn covered(with_score: u64, registered: u64) -> Option<u64> {
    with_score.saturating_mul(100).checked_div(registered)
}

/// Of a hundred who rated a service, how many rated all five drivers too, to base 5: from the published numbers of people of all
/// bands of the ladder, and of everyone who rated it. `None` where no band is told, or fewer than 300 rated it.
#[must_use]
pub fn complete(bands: &[u64], rated: u64) -> Option<u64> {
    if bands.is_empty() || rated < WHOLE_FROM {
        return None;
    }
    let fives = (20 * bands.iter().sum::<u64>() + rated / 2) / rated;
    Some((5 * fives).min(100))
}
