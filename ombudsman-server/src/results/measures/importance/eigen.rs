//! The spectrum of a small symmetric matrix by Jacobi's rotations. A library for this would be larger than the office's
//! statistics together; five by five takes thirty lines.

/// Sweeps after which a matrix of this size has long converged.
const SWEEPS: usize = 64;

/// Eigenvalues, and eigenvectors as columns.
pub(super) struct Spectrum<const P: usize> {
    pub(super) values: [f64; P],
    vectors: [[f64; P]; P],
}

impl<const P: usize> Spectrum<P> {
    /// The matrix with a function applied to its eigenvalues.
    pub(super) fn with(&self, function: impl Fn(f64) -> f64) -> [[f64; P]; P] {
        let values = self.values.map(function);
        std::array::from_fn(|a| {
            std::array::from_fn(|b| (0..P).map(|k| self.vectors[a][k] * values[k] * self.vectors[b][k]).sum())
        })
    }
}

pub(super) fn of<const P: usize>(mut matrix: [[f64; P]; P]) -> Spectrum<P> {
    let mut vectors: [[f64; P]; P] = std::array::from_fn(|a| std::array::from_fn(|b| if a == b { 1.0 } else { 0.0 }));
    for _ in 0..SWEEPS {
        for p in 0..P {
            for q in p + 1..P {
                rotate(&mut matrix, &mut vectors, p, q);
            }
        }
    }
    Spectrum { values: std::array::from_fn(|k| matrix[k][k]), vectors }
}

/// Turns the plane of two axes so that their entry becomes nothing.
fn rotate<const P: usize>(matrix: &mut [[f64; P]; P], vectors: &mut [[f64; P]; P], p: usize, q: usize) {
    if matrix[p][q] == 0.0 {
        return;
    }
    let slope = (matrix[q][q] - matrix[p][p]) / (2.0 * matrix[p][q]);
    let tangent = slope.signum() / (slope.abs() + slope.mul_add(slope, 1.0).sqrt());
    let cosine = 1.0 / tangent.mul_add(tangent, 1.0).sqrt();
    let sine = tangent * cosine;
    let turn = |a: f64, b: f64| (cosine * a - sine * b, sine * a + cosine * b);
    for row in matrix.iter_mut().chain(vectors.iter_mut()) {
        (row[p], row[q]) = turn(row[p], row[q]);
    }
    let (mut first, mut second) = (matrix[p], matrix[q]);
    for (a, b) in first.iter_mut().zip(&mut second) {
        (*a, *b) = turn(*a, *b);
    }
    (matrix[p], matrix[q]) = (first, second);
}
