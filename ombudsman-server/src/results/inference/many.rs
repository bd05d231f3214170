//! Many comparisons at once: of 36 services where nothing changed, two will seem to have changed by chance alone. One
//! family is all services of one organisation in one release.

use crate::results::measures::real;

/// How likely it is that chance alone explains it, up to which it is called a change.
const LEVEL: f64 = 0.05;

/// One comparison among many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tested {
    /// Its p-value, adjusted for the others.
    pub adjusted: f64,
    /// Whether it is called a change.
    pub is_change: bool,
}

/// Holm's adjustment, in the order given: the chance of even one false alarm stays below 5 %. For headlines.
#[must_use]
pub fn holm(p: &[f64]) -> Vec<Tested> {
    let mut most = 0.0_f64;
    adjusted(p, rising(p), |rank, p, m| {
        most = most.max((m - rank) * p);
        most
    })
}

/// Benjamini and Hochberg's adjustment, in the order given: at most one in twenty of what it calls changes is a false
/// alarm. For a list of signals that people look into.
#[must_use]
pub fn benjamini_hochberg(p: &[f64]) -> Vec<Tested> {
    let mut least = 1.0_f64;
    adjusted(p, rising(p).into_iter().rev(), |rank, p, m| {
        least = least.min(m / (rank + 1.0) * p);
        least
    })
}

/// Each value's place, counted from 0, and its rank, the smallest first.
fn rising(p: &[f64]) -> Vec<(usize, u64)> {
    let mut places: Vec<usize> = (0..p.len()).collect();
    places.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    places.into_iter().zip(0..).collect()
}

fn adjusted(
    p: &[f64],
    order: impl IntoIterator<Item = (usize, u64)>,
    mut adjust: impl FnMut(f64, f64, f64) -> f64,
) -> Vec<Tested> {
    let number = order_len(p);
    let mut tested = vec![Tested { adjusted: 1.0, is_change: false }; p.len()];
    for (place, rank) in order {
        let adjusted = adjust(real(rank), p[place], number).min(1.0);
        tested[place] = Tested { adjusted, is_change: adjusted <= LEVEL };
    }
    tested
}

fn order_len(p: &[f64]) -> f64 {
    u64::try_from(p.len()).map_or(f64::MAX, real)
}
