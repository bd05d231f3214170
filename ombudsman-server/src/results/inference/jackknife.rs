//! The jackknife: how far figures of cards could be off, from what they are without each one of them. It needs no chance.

use crate::results::measures::real;

/// The standard errors of some figures. `left_out` is what they are without one card, each with how many cards are like it.
#[must_use]
pub fn jackknife<const P: usize>(left_out: &[(u64, [f64; P])]) -> [f64; P] {
    let n = real(left_out.iter().map(|(count, _)| count).sum());
    std::array::from_fn(|figure| {
        let mean = left_out.iter().map(|(count, without)| real(*count) * without[figure]).sum::<f64>() / n;
        let spread = |(count, without): &(u64, [f64; P])| real(*count) * (without[figure] - mean).powi(2);
        (left_out.iter().map(spread).sum::<f64>() * (n - 1.0) / n).sqrt()
    })
}
