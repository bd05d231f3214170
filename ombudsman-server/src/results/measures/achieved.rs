//! Did people get what they needed? The question that satisfaction alone does not answer.

use feedback::Item;

use super::{Patterns, real};

/// How many got what they needed, in part, or not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Achieved {
    /// Those who did not.
    pub no: u64,
    /// Those who did in part.
    pub partly: u64,
    /// Those who did.
    pub yes: u64,
}

impl Achieved {
    /// What those said who answered it.
    #[must_use]
    pub fn of(patterns: &Patterns) -> Self {
        let [no, _, partly, _, yes] = patterns.ratings_where(Item::Achieved, |_| true).0;
        Self { no, partly, yes }
    }

    /// How many answered it.
    #[must_use]
    pub const fn n(&self) -> u64 {
        self.no.saturating_add(self.partly).saturating_add(self.yes)
    }

    /// Of a hundred: no, partly, yes. `None` where nobody answered.
    #[must_use]
    pub fn percent(&self) -> Option<[f64; 3]> {
        let n = self.n();
        (n > 0).then(|| [self.no, self.partly, self.yes].map(|count| 100.0 * real(count) / real(n)))
    }
}
