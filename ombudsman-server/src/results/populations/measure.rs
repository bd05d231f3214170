//! What a number of a survey measures: its name in data, with the method's version and what it counts in.

use serde::{Deserialize, Serialize};

macro_rules! measures {
    ($($(#[$doc:meta])* $name:ident = $id:literal in $unit:literal,)*) => {
        /// What a number measures, by its name in data and in the words' ids.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Measure {
            $($(#[$doc])* #[serde(rename = $id)] $name,)*
        }

        impl Measure {
            /// The names of all, in data.
            pub(super) const NAMES: &'static [&'static str] = &[$($id),*];

            /// Its name in data: `method_id`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }

            /// What it counts in.
            #[must_use]
            pub const fn unit(self) -> &'static str {
                match self {
                    $(Self::$name => $unit,)*
                }
            }
        }
    };
}

measures! {
    /// How many answered or, of a mystery shopper, how many visits; to base 5.
    Answered = "answered" in "answers",
    /// Of those who were asked, who answered.
    Response = "response-rate" in "percent",
    /// Of a group of those who could be asked, how many there are.
    People = "people" in "people",
    /// Schouten's R-indicator of who answered.
    Evenness = "response-r-indicator" in "hundredths",
    /// The coefficient of variation of response.
    Variation = "response-variation" in "hundredths",
    /// How unevenly groups answered, in three steps: 1 evenly, 2 somewhat unevenly, 3 unevenly.
    Light = "response-light" in "step",
    /// What a group adds to the R-indicator.
    Partial = "response-partial" in "ten-thousandths",
    /// The service quality score, every answer counted once.
    Score = "service-quality-score" in "points",
    /// Of the services of a unit, the mean of their published scores, each service counted once.
    ServicesAverage = "services-average-score" in "points",
    /// The service quality score, every answer counted by its weight.
    WeightedScore = "service-quality-score-weighted" in "points",
    /// How many answers of one weight would say as much, to base 5.
    Effective = "effective-answers" in "answers",
    /// The share of the two best ratings.
    TopTwo = "top-two" in "percent",
    /// How many gave a rating, to base 5.
    Ratings = "ratings" in "answers",
    /// Of the criteria that could be judged, how many were met.
    Met = "criteria-met" in "percent",
    /// How engaged the staff of a unit are, as their survey gave it.
    Engagement = "staff-engagement" in "points",
    /// The slope of satisfaction over engagement, over units.
    Slope = "association-slope" in "hundredths",
    /// Pearson's coefficient of the same.
    Pearson = "association-pearson" in "hundredths",
    /// Spearman's.
    Spearman = "association-spearman" in "hundredths",
}

impl Measure {
    /// The version of how it is computed: raised by one when the same answers would give another number.
    pub(super) const VERSION: u16 = 1;
}
