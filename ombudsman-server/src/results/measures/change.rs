//! How much a figure changed: from the figures before rounding, rounded once. The difference of two rounded figures may be
//! a whole point off (Kiwis Count, December 2013: 72.5 to 72.2 was printed as 73 to 72).

/// From one figure to another of the same method.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The earlier figure, not rounded.
    pub before: f64,
    /// The later figure, not rounded.
    pub after: f64,
}

impl Change {
    /// In the figures' own unit.
    #[must_use]
    pub fn points(&self) -> f64 {
        self.after - self.before
    }

    /// Of a hundred of the earlier figure. `None` from nothing.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        (self.before != 0.0).then(|| 100.0 * self.points() / self.before)
    }
}
