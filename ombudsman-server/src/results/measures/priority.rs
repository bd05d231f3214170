//! What to improve first: what matters much and does poorly.

use feedback::Driver;

/// Where a driver stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// Matters much, does poorly.
    ImproveFirst,
    /// Matters much, does well.
    MaintainStrength,
    /// Matters little, does poorly.
    Monitor,
    /// Matters little, does well.
    SecondaryStrength,
}

/// One driver's place among the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Priority {
    /// Which driver.
    pub driver: Driver,
    /// Where it stands.
    pub quadrant: Quadrant,
    /// Its share of importance times what it lacks to a hundred.
    pub gap: f64,
}

/// The drivers in the order in which to look at them: by quadrant, then the widest gap first.
///
/// A driver matters much from an equal share on (one fifth), and does well from the mean performance on. `shares` add up
/// to 1; `performances` are of a hundred; both in the order of [`Driver::ALL`].
#[must_use]
pub fn priorities(shares: [f64; Driver::ALL.len()], performances: [f64; Driver::ALL.len()]) -> Vec<Priority> {
    let mean = performances.iter().sum::<f64>() / 5.0;
    let each = Driver::ALL.into_iter().zip(std::iter::zip(shares, performances));
    let mut placed: Vec<Priority> = each
        .map(|(driver, (share, performance))| {
            let quadrant = match (share >= 0.2, performance >= mean) {
                (true, false) => Quadrant::ImproveFirst,
                (true, true) => Quadrant::MaintainStrength,
                (false, false) => Quadrant::Monitor,
                (false, true) => Quadrant::SecondaryStrength,
            };
            Priority { driver, quadrant, gap: share * (100.0 - performance) }
        })
        .collect();
    placed.sort_by(|a, b| a.quadrant.cmp(&b.quadrant).then(b.gap.total_cmp(&a.gap)));
    placed
}
