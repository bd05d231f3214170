//! How many of those who could answer did: the figures that say how far results reach.

use super::real;

/// How far people came, in one place and time. Each number is at most the one before it, where that is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Capture {
    /// Everyone who was served.
    pub customers: Option<u64>,
    /// To how many of them the card was offered.
    pub offered: Option<u64>,
    /// How many saw the card.
    pub viewed: Option<u64>,
    /// How many began to fill it in.
    pub started: Option<u64>,
    /// How many sent it.
    pub completed: Option<u64>,
}

/// More came to a later step than to an earlier one: one of the two numbers is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`{later}` has {found}, more than the {most} of `{earlier}`: one of the two is wrong")]
pub struct CaptureError {
    /// The earlier step.
    pub earlier: &'static str,
    /// The later step.
    pub later: &'static str,
    /// How many the earlier step has.
    pub most: u64,
    /// How many the later step has.
    pub found: u64,
}

impl Capture {
    /// Whether the numbers can be true together.
    pub fn check(&self) -> Result<(), CaptureError> {
        let steps = [
            ("customers", self.customers),
            ("offered", self.offered),
            ("viewed", self.viewed),
            ("started", self.started),
            ("completed", self.completed),
        ];
        let mut before: Option<(&'static str, u64)> = None;
        for (later, found) in steps.into_iter().filter_map(|(name, number)| Some((name, number?))) {
            match before {
                Some((earlier, most)) if found > most => return Err(CaptureError { earlier, later, most, found }),
                _ => before = Some((later, found)),
            }
        }
        Ok(())
    }

    /// Of a hundred to whom the card was offered, how many sent it.
    #[must_use]
    pub fn response_percent(&self) -> Option<f64> {
        percent(self.completed?, self.offered?)
    }

    /// Of a hundred who began, how many sent it.
    #[must_use]
    pub fn completion_percent(&self) -> Option<f64> {
        percent(self.completed?, self.started?)
    }

    /// Of a hundred who saw the card, how many began.
    #[must_use]
    pub fn start_percent(&self) -> Option<f64> {
        percent(self.started?, self.viewed?)
    }

    /// Of a hundred who were served, to how many the card was offered.
    #[must_use]
    pub fn coverage_percent(&self) -> Option<f64> {
        percent(self.offered?, self.customers?)
    }
}

/// What became of the invitations to a survey, as the American Association for Public Opinion Research sorts them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Invitations {
    /// Complete answers.
    pub complete: u64,
    /// Partial answers.
    pub partial: u64,
    /// Refused, not reached, or not answered for another reason.
    pub none: u64,
    /// Nobody knows whether they could have answered.
    pub unknown: u64,
}

impl Invitations {
    /// The response rate RR1, of a hundred: the strictest.
    #[must_use]
    pub fn response_percent(&self) -> Option<f64> {
        percent(self.complete, self.complete + self.partial + self.none + self.unknown)
    }
}

fn percent(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| 100.0 * real(part) / real(whole))
}
