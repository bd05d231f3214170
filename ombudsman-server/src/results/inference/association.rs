//! Whether two numbers of the same units go together: the straight line that fits best, how far its slope could be off, and two
//! coefficients. It says nothing of what causes what.

use super::Interval;
use super::distribution::t975;
use crate::results::measures::real;

/// How two numbers of the same units go together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Association {
    /// How many units.
    pub n: u64,
    /// By how much the second number is higher where the first is higher by one (least squares).
    pub slope: f64,
    /// The 95 % interval of the slope, by Student's distribution with n − 2 degrees of freedom.
    pub range: Interval,
    /// Where the line is when the first number is 0.
    pub start: f64,
    /// Pearson's coefficient, −1 to 1; none where the second number is the same everywhere.
    pub pearson: Option<f64>,
    /// Spearman's, from middle ranks where numbers are equal.
    pub spearman: Option<f64>,
}

/// The association of pairs. `None` where there are fewer than three, or the first number is the same everywhere.
#[must_use]
pub fn association(pairs: &[(f64, f64)]) -> Option<Association> {
    let n = u64::try_from(pairs.len()).ok().filter(|n| *n > 2)?;
    let (first, second): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let spread = Spread::of(&first, &second);
    if spread.first <= 0.0 {
        return None;
    }
    let slope = spread.both / spread.first;
    // What the line does not explain; sums of squares can fall below 0 by the last digit.
    let rest = spread.both.mul_add(-slope, spread.second).max(0.0);
    let error = (rest / real(n - 2) / spread.first).sqrt();
    let range = Interval::around(slope, t975(real(n - 2))? * error);
    let start = slope.mul_add(-mean(&first), mean(&second));
    let spearman = Spread::of(&ranks(&first), &ranks(&second)).coefficient();
    Some(Association { n, slope, range, start, pearson: spread.coefficient(), spearman })
}

/// Sums of squares around the means, and of products.
struct Spread {
    first: f64,
    second: f64,
    both: f64,
}

impl Spread {
    fn of(first: &[f64], second: &[f64]) -> Self {
        let (middle, other) = (mean(first), mean(second));
        let sum =
            |of: fn(f64, f64) -> f64| first.iter().zip(second).map(|(x, y)| of(x - middle, y - other)).sum::<f64>();
        Self { first: sum(|x, _| x * x), second: sum(|_, y| y * y), both: sum(|x, y| x * y) }
    }

    fn coefficient(&self) -> Option<f64> {
        let scale = (self.first * self.second).sqrt();
        (scale > 0.0).then(|| (self.both / scale).clamp(-1.0, 1.0))
    }
}

fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / u64::try_from(numbers.len()).map_or(f64::MAX, real)
}

/// The rank of each number, from 1; equal ones share the middle of theirs.
fn ranks(numbers: &[f64]) -> Vec<f64> {
    let count = |of: &dyn Fn(&f64) -> bool| u64::try_from(numbers.iter().filter(|one| of(one)).count()).unwrap_or(0);
    let rank = |number: &f64| {
        let below = count(&|other| other < number);
        let equal = count(&|other| other.total_cmp(number).is_eq());
        real(below) + f64::midpoint(real(equal), 1.0)
    };
    numbers.iter().map(rank).collect()
}
