//! The name and version of every method: each published number carries both, so that no one compares what was computed
//! in two ways.

/// What a number counts in. Numbers of different units never share a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// 0 to 100 points of a score; not a share of people.
    Points,
    /// Of a hundred people.
    Percent,
    /// Answers.
    Answers,
    /// Complaints.
    Complaints,
    /// Working days.
    WorkingDays,
}

impl Unit {
    /// Its name in data.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Percent => "percent",
            Self::Answers => "answers",
            Self::Complaints => "complaints",
            Self::WorkingDays => "working-days",
        }
    }
}

/// How a number was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Method {
    /// Its name in data and in docs/METHOD.md.
    pub id: &'static str,
    /// Raised by one when the same answers would give another number; a series has a gap there.
    pub version: u16,
}

impl Method {
    /// The service quality score.
    pub const SCORE: Self = Self::first("service-quality-score");
    /// The share of the two best ratings.
    pub const TOP_TWO: Self = Self::first("top-two");
    /// The two best less the two worst.
    pub const NET: Self = Self::first("net");
    /// The share of 4 and 5 of a driver.
    pub const DRIVER_PERFORMANCE: Self = Self::first("driver-performance");
    /// The score by the number of drivers that failed.
    pub const LADDER: Self = Self::first("driver-ladder");
    /// The Client Satisfaction Index.
    pub const SATISFACTION_INDEX: Self = Self::first("client-satisfaction-index");
    /// A driver's share of what explains satisfaction.
    pub const IMPORTANCE: Self = Self::first("driver-importance-lmg");
    /// How much could be gained by improving a driver.
    pub const PRIORITY: Self = Self::first("driver-priority");
    /// Whether people got what they needed.
    pub const ACHIEVED: Self = Self::first("achieved");
    /// Trust by how satisfied people were.
    pub const TRUST: Self = Self::first("trust-by-satisfaction");
    /// Of those to whom a card was offered, who sent it.
    pub const RESPONSE: Self = Self::first("response-rate");
    /// Of those who began, who sent it.
    pub const COMPLETION: Self = Self::first("completion-rate");
    /// Of those served, to whom a card was offered.
    pub const COVERAGE: Self = Self::first("coverage");
    /// How many gave a rating, to base 5.
    pub const RATINGS: Self = Self::first("ratings");
    /// How many complaints, to base 5.
    pub const COMPLAINTS: Self = Self::first("complaints");
    /// A share of complaints.
    pub const COMPLAINT_SHARE: Self = Self::first("complaint-share");
    /// How long half of those who complained waited at most.
    pub const DAYS_HALF: Self = Self::first("days-half");
    /// How long nine in ten of them waited at most.
    pub const DAYS_NINE_IN_TEN: Self = Self::first("days-nine-in-ten");

    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::SCORE,
        Self::TOP_TWO,
        Self::NET,
        Self::DRIVER_PERFORMANCE,
        Self::LADDER,
        Self::SATISFACTION_INDEX,
        Self::IMPORTANCE,
        Self::PRIORITY,
        Self::ACHIEVED,
        Self::TRUST,
        Self::RESPONSE,
        Self::COMPLETION,
        Self::COVERAGE,
        Self::RATINGS,
        Self::COMPLAINTS,
        Self::COMPLAINT_SHARE,
        Self::DAYS_HALF,
        Self::DAYS_NINE_IN_TEN,
    ];

    const fn first(id: &'static str) -> Self {
        Self { id, version: 1 }
    }

    /// What its numbers count in.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self {
            Self::SCORE | Self::LADDER | Self::SATISFACTION_INDEX | Self::TRUST | Self::PRIORITY => Unit::Points,
            Self::RATINGS => Unit::Answers,
            Self::COMPLAINTS => Unit::Complaints,
            Self::DAYS_HALF | Self::DAYS_NINE_IN_TEN => Unit::WorkingDays,
            _ => Unit::Percent,
        }
    }
}
