//! Johnson's relative weights: the drivers are replaced by the nearest ones that do not go together, and what those
//! explain is given back.

use super::eigen::Spectrum;

/// Each driver's part of R², from the spectrum of the drivers' correlations.
pub(super) fn weights<const P: usize>(spectrum: &Spectrum<P>, with_overall: [f64; P]) -> [f64; P] {
    // The root of the matrix, and the nearest independent drivers' correlations with the overall rating.
    let root = spectrum.with(f64::sqrt);
    let inverse = spectrum.with(|value| 1.0 / value.sqrt());
    let independent: [f64; P] =
        std::array::from_fn(|row| std::iter::zip(inverse[row], with_overall).map(|(a, b)| a * b).sum());
    std::array::from_fn(|driver| {
        std::iter::zip(root[driver], independent).map(|(along, of)| along * along * of * of).sum()
    })
}
