//! Everything that there is to say of a row of a file of standards. In words: `standards-row-` and the name.

named! {
    /// What is the matter with a row.
    Matter {
        /// It is not UTF-8.
        NotText = "not-text",
        /// It has another number of fields than the first line.
        FieldCount = "field-count",
        /// Its fiscal year is none.
        YearUnknown = "year-unknown",
        /// Its fiscal year has not begun.
        YearAhead = "year-ahead",
        /// The register has no such service.
        ServiceUnknown = "service-unknown",
        /// The standard has no id, or one that is too long.
        NoId = "no-id",
        /// Other rows are about the same standard of the same service.
        Twice = "twice",
        /// What it promises is not said in both languages.
        NoWords = "no-words",
        /// It is said in too many words.
        LongWords = "long-words",
        /// There is no such type.
        KindUnknown = "kind-unknown",
        /// There is no such channel.
        ChannelUnknown = "channel-unknown",
        /// The target is no number.
        TargetUnreadable = "target-unreadable",
        /// The target is more than everything.
        TargetTooHigh = "target-too-high",
        /// A count is no whole number.
        CountUnreadable = "count-unreadable",
        /// How often it applied is given, and not how often it was kept.
        MetMissing = "met-missing",
        /// How often it was kept is given, and not how often it applied.
        VolumeMissing = "volume-missing",
        /// It was kept more often than it applied.
        MetTooMany = "met-too-many",
        /// The performance is no number.
        PerformanceUnreadable = "performance-unreadable",
        /// A performance is given where nothing was counted.
        PerformanceOfNothing = "performance-of-nothing",
        /// The performance is not what the counts give.
        PerformanceDiffers = "performance-differs",
        /// Whether it was met is said in no way that is known.
        DecisionUnknown = "decision-unknown",
        /// It is said whether it was met, where that cannot be known.
        DecisionOfNothing = "decision-of-nothing",
        /// The counts say otherwise, however they are rounded.
        DecisionDiffers = "decision-differs",
        /// The counts say otherwise; rounded they say the same.
        DecisionRounded = "decision-rounded",
        /// The target is zero, which would always be met.
        TargetZero = "target-zero",
        /// The target is written of a hundred.
        TargetOfHundred = "target-of-hundred",
        /// It says the same in both languages.
        SameWords = "same-words",
    }
}

impl Matter {
    /// Whether a row with it is taken all the same, and a person should look at it.
    #[must_use]
    pub const fn is_taken(self) -> bool {
        matches!(self, Self::DecisionRounded | Self::TargetZero | Self::TargetOfHundred | Self::SameWords)
    }
}

/// What there is to say of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line of the file on which the row begins, from 1; zero where the reader lost count.
    pub line: u64,
    /// The service's name in addresses; nothing where the register does not have it.
    pub service: Option<String>,
    /// What the file calls the standard.
    pub standard: String,
    /// What is the matter.
    pub matter: Matter,
    /// The figures that it is about, as the file has them; empty where there are none.
    pub detail: String,
}
