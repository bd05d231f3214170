//! Raking: weights that give those who answered the channels and languages of those who were served. It repairs what those
//! two explain and nothing else, so raw and weighted figures are shown side by side, with what the weights cost.

/// Steps after which weights that settle have long settled.
const MOST_ROUNDS: usize = 1_000;
/// Weights have settled when no row or column is off by more.
const SETTLED: f64 = 1e-10;
/// No answer weighs less or more than this times the mean: one person must not speak for a crowd.
const LEAST: f64 = 0.3;
const MOST: f64 = 3.0;

/// Why nothing could be weighted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotRaked {
    /// A row or column that people should be in has no answers, or the table is not a table.
    #[error("a channel or language that people used has no answers: nothing can stand in for it")]
    Empty,
    /// The weights do not settle.
    #[error("the weights do not settle: the two distributions cannot both be met by those who answered")]
    Unsettled,
}

/// A table of answers, weighted to two distributions.
#[derive(Debug, Clone, PartialEq)]
pub struct Raked {
    /// The weight of each answer of a cell.
    pub weights: Vec<Vec<f64>>,
    /// How many rounds it took until they settled.
    pub rounds: usize,
    /// Whether a weight was cut at 0.3 or 3 times the mean.
    pub trimmed: bool,
}

impl Raked {
    /// The weighted mean of the cells' scores.
    #[must_use]
    pub fn score(&self, answers: &[Vec<f64>], scores: &[Vec<f64>]) -> f64 {
        let (mut sum, mut people) = (0.0, 0.0);
        for ((weights, answers), scores) in self.weights.iter().zip(answers).zip(scores) {
            for ((weight, answers), score) in weights.iter().zip(answers).zip(scores) {
                sum += weight * answers * score;
                people += weight * answers;
            }
        }
        sum / people
    }

    /// How many unweighted answers would say as much.
    #[must_use]
    pub fn effective_n(&self, answers: &[Vec<f64>]) -> f64 {
        let cells = self.weights.iter().flatten().copied().zip(answers.iter().flatten().copied());
        effective_n(cells)
    }
}

/// Kish's effective number of answers: of weights, each with how many answers have it.
pub fn effective_n(weights: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    let (sum, squares) = weights
        .into_iter()
        .fold((0.0, 0.0), |(sum, squares), (weight, n)| (sum + n * weight, squares + n * weight * weight));
    sum * sum / squares
}

/// Weights a table of answers (a row a channel, a column a language) to what its rows and columns should add up to. A
/// weight that is too small or too large is cut, and the rest raked once more.
pub fn rake(answers: &[Vec<f64>], rows: &[f64], columns: &[f64]) -> Result<Raked, NotRaked> {
    let is_table = answers.len() == rows.len() && answers.iter().all(|row| row.len() == columns.len());
    if !is_table {
        return Err(NotRaked::Empty);
    }
    let (fitted, rounds) = settle(answers.to_vec(), rows, columns)?;
    let total: f64 = rows.iter().sum();
    let mean = total / answers.iter().flatten().sum::<f64>();
    let mut trimmed = false;
    let cut: Vec<Vec<f64>> = weigh(&fitted, answers, |weight| {
        let within = weight.clamp(LEAST * mean, MOST * mean);
        trimmed |= (within - weight).abs() > 0.0;
        within
    });
    if !trimmed {
        return Ok(Raked { weights: cut, rounds, trimmed });
    }
    let again = cut.iter().zip(answers).map(|(cut, row)| cut.iter().zip(row).map(|(w, n)| w * n).collect()).collect();
    let (fitted, more) = settle(again, rows, columns)?;
    Ok(Raked { weights: weigh(&fitted, answers, |weight| weight), rounds: rounds + more, trimmed })
}

/// The weights that lead from the answers to a fitted table; of an empty cell, 1.
fn weigh(fitted: &[Vec<f64>], answers: &[Vec<f64>], mut change: impl FnMut(f64) -> f64) -> Vec<Vec<f64>> {
    let mut weight = |fitted: &f64, n: &f64| if *n > 0.0 { change(fitted / n) } else { 1.0 };
    fitted.iter().zip(answers).map(|(row, n)| row.iter().zip(n).map(|(f, n)| weight(f, n)).collect()).collect()
}

/// Fits rows and columns in turn until nothing moves.
fn settle(mut table: Vec<Vec<f64>>, rows: &[f64], columns: &[f64]) -> Result<(Vec<Vec<f64>>, usize), NotRaked> {
    for round in 1..=MOST_ROUNDS {
        for (row, target) in table.iter_mut().zip(rows) {
            let factor = factor(row.iter().sum(), *target)?;
            for cell in row {
                *cell *= factor;
            }
        }
        for (column, target) in columns.iter().enumerate() {
            let factor = factor(table.iter().map(|row| row[column]).sum(), *target)?;
            for row in &mut table {
                row[column] *= factor;
            }
        }
        // The columns fit by now; when the rows still do, nothing would move any more.
        let off = table.iter().zip(rows).map(|(row, target)| (row.iter().sum::<f64>() - target).abs());
        if off.fold(0.0, f64::max) < SETTLED {
            return Ok((table, round));
        }
    }
    Err(NotRaked::Unsettled)
}

fn factor(is: f64, target: f64) -> Result<f64, NotRaked> {
    match (is > 0.0, target > 0.0) {
        (true, _) => Ok(target / is),
        (false, true) => Err(NotRaked::Empty),
        (false, false) => Ok(1.0),
    }
}
