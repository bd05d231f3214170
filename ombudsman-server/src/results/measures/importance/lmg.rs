//! Lindeman, Merenda and Gold's shares: what a driver adds to R², averaged over all orders in which drivers can be added.

use super::Correlations;

/// What the drivers of a set explain: `set` has a bit for each driver. `None` where they cannot be told apart.
pub(super) fn explained<const P: usize>(of: &Correlations<P>, set: usize) -> Option<f64> {
    // Gaussian elimination of the set's rows, without exchange: a correlation matrix is positive definite.
    let members: Vec<usize> = (0..P).filter(|driver| set >> driver & 1 == 1).collect();
    let mut rows: Vec<Vec<f64>> = members
        .iter()
        .map(|a| members.iter().map(|b| of.among[*a][*b]).chain([of.with_overall[*a]]).collect())
        .collect();
    let mut sum = 0.0;
    for step in 0..rows.len() {
        let pivot = rows[step].clone();
        if pivot[step] <= 0.0 {
            return None;
        }
        let right = pivot[members.len()];
        sum += right * right / pivot[step];
        for row in &mut rows[step + 1..] {
            let factor = row[step] / pivot[step];
            row.iter_mut().zip(&pivot).for_each(|(entry, of_pivot)| *entry -= factor * of_pivot);
        }
    }
    Some(sum)
}

/// Each driver's part of R².
pub(super) fn shares<const P: usize>(of: &Correlations<P>) -> Option<[f64; P]> {
    let by_set: Vec<f64> = (0..1 << P).map(|set| explained(of, set)).collect::<Option<_>>()?;
    let weights = weights::<P>();
    Some(std::array::from_fn(|driver| {
        let without = (0..1_usize << P).filter(|set| set >> driver & 1 == 0);
        without.map(|set| weights[set.count_ones() as usize] * (by_set[set | 1 << driver] - by_set[set])).sum()
    }))
}

/// In which share of all orders exactly so many given drivers come before: |S|! (p − |S| − 1)! / p!
fn weights<const P: usize>() -> [f64; P] {
    let mut weights = [1.0; P];
    for (size, weight) in weights.iter_mut().enumerate() {
        // 1 / (p · C(p − 1, |S|)), factor by factor.
        let factors = (0..size).map(|step| ratio(step + 1, P - 1 - step));
        *weight = ratio(1, P) * factors.product::<f64>();
    }
    weights
}

#[expect(clippy::cast_precision_loss, reason = "both are at most the number of drivers")]
fn ratio(over: usize, under: usize) -> f64 {
    over as f64 / under as f64
}
