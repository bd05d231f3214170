//! Adds up patterns: from how often each combination of answers was given to how often each answer was.

use feedback::Item;

use super::Counts;

/// The answers to one item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Histogram {
    /// Those who rated, by rating.
    pub rated: Counts,
    /// Those who said that it does not apply to what they did.
    pub not_applicable: u64,
    /// Those who left it out.
    pub unanswered: u64,
}

impl Histogram {
    fn of_digit(&mut self, digit: u8) -> Option<&mut u64> {
        match digit {
            b'0' => Some(&mut self.unanswered),
            b'1'..=b'5' => self.rated.0.get_mut(usize::from(digit - b'1')),
            b'6' => Some(&mut self.not_applicable),
            _ => None,
        }
    }
}

/// A histogram of each item. Tallies of parts add up to the tally of the whole, in any order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally([Histogram; Item::ALL.len()]);

/// A text that is no pattern of this instrument.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a pattern: one digit from 0 to 6 for each of at most {count} items", count = Item::ALL.len())]
pub struct NotAPattern(pub String);

impl Tally {
    /// The tally of patterns, each with how many gave it; stops at the first that is none.
    pub fn of<P: AsRef<str>>(patterns: impl IntoIterator<Item = (P, u64)>) -> Result<Self, NotAPattern> {
        let mut tally = Self::default();
        for (pattern, count) in patterns {
            tally.add(pattern.as_ref(), count)?;
        }
        Ok(tally)
    }

    /// Counts one pattern `count` times; of an earlier instrument, its later items are unanswered. What is no pattern counts nowhere, not even in the items that could be read.
    pub fn add(&mut self, pattern: &str, count: u64) -> Result<(), NotAPattern> {
        let digits = pattern.as_bytes();
        if digits.is_empty() || digits.len() > self.0.len() || !digits.iter().all(|digit| matches!(digit, b'0'..=b'6'))
        {
            return Err(NotAPattern(pattern.to_owned()));
        }
        let digits = digits.iter().chain(std::iter::repeat(&b'0'));
        for (histogram, digit) in self.0.iter_mut().zip(digits) {
            if let Some(answers) = histogram.of_digit(*digit) {
                *answers = answers.saturating_add(count);
            }
        }
        Ok(())
    }

    /// The items with their histograms, in the order of the pattern.
    pub fn items(&self) -> impl Iterator<Item = (Item, &Histogram)> {
        Item::ALL.into_iter().zip(&self.0)
    }

    /// Satisfaction with the service as a whole.
    #[must_use]
    pub const fn overall(&self) -> &Histogram {
        &self.0[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use feedback::Driver;

    #[test]
    fn patterns_add_up_to_the_answers_of_each_item() {
        let tally = Tally::of([("5146305000", 2), ("500001", 3), ("1146351000", 1)]).expect("patterns");
        let histogram =
            |rated, not_applicable, unanswered| Histogram { rated: Counts(rated), not_applicable, unanswered };
        let expected = [
            (Item::Overall, histogram([1, 0, 0, 0, 5], 0, 0)),
            (Item::Driver(Driver::Timeliness), histogram([3, 0, 0, 0, 0], 0, 3)),
            (Item::Driver(Driver::Knowledge), histogram([0, 0, 0, 3, 0], 0, 3)),
            (Item::Driver(Driver::Courtesy), histogram([0; 5], 3, 3)),
            (Item::Driver(Driver::Fairness), histogram([0, 0, 3, 0, 0], 0, 3)),
            (Item::Driver(Driver::Outcome), histogram([3, 0, 0, 0, 1], 0, 2)),
            (Item::Achieved, histogram([1, 0, 0, 0, 2], 0, 3)),
            (Item::Expectations, histogram([0; 5], 0, 6)),
            (Item::Ideal, histogram([0; 5], 0, 6)),
            (Item::Trust, histogram([0; 5], 0, 6)),
        ];
        assert!(tally.items().eq(expected.iter().map(|(item, counts)| (*item, counts))));
        assert_eq!(tally.overall().rated.n(), 6);
    }

    #[test]
    fn a_text_that_is_no_pattern_is_refused_and_counts_nowhere() {
        for text in ["", "51463050001", "514637", "51463 ", "51463-", "5146é", "５14630"] {
            let mut tally = Tally::default();
            assert_eq!(tally.add(text, 1), Err(NotAPattern(text.to_owned())));
            assert_eq!(tally, Tally::default(), "{text:?}");
        }
    }

    #[test]
    fn the_first_item_is_overall() {
        assert_eq!(Item::ALL[0], Item::Overall);
    }
}
