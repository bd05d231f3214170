//! Who was asked, by what kind of survey, and how: this decides what may be said of a range.

use crate::results::inference::{RangeName, Sample};

named! {
    /// A kind of population beside the cards.
    Kind {
        /// Clients who were drawn by chance from a list of all.
        Probability = "probability",
        /// Members of a panel.
        Panel = "panel",
        /// Visits by people who were sent to look.
        MysteryShopping = "mystery-shopping",
        /// Employees who rate the services that they use at work.
        Employees = "employees",
        /// How engaged staff are, by unit.
        Engagement = "engagement",
    }
}

named! {
    /// How people were asked.
    Mode {
        /// By phone.
        Phone = "phone",
        /// On a web page.
        Online = "online",
        /// On paper, by mail.
        Mail = "mail",
        /// Face to face.
        InPerson = "in-person",
        /// In several ways.
        Mixed = "mixed",
    }
}

named! {
    /// What the two ends of a number are.
    RangeKind {
        /// A confidence interval, 19 times out of 20: those who answered were drawn by chance.
        Confidence = "confidence",
        /// Where the number would likely be if they had been.
        IfDrawn = "if-drawn",
    }
}

impl Kind {
    /// How people came to answer.
    const fn sample(self) -> Sample {
        match self {
            Self::Probability => Sample::Probability,
            Self::Panel | Self::MysteryShopping | Self::Employees | Self::Engagement => Sample::OptIn,
        }
    }

    /// What the range of a number is: of people drawn by chance, a confidence interval, if the number counts each as much as
    /// the drawing says (`is_weighed`).
    pub(super) const fn range(self, is_weighed: bool) -> RangeKind {
        match self.sample().range_name() {
            RangeName::MarginOfError if is_weighed => RangeKind::Confidence,
            RangeName::MarginOfError | RangeName::IfTheyWereRandom => RangeKind::IfDrawn,
        }
    }

    /// Whether rows are people who rate services.
    pub(super) const fn is_of_ratings(self) -> bool {
        matches!(self, Self::Probability | Self::Panel | Self::Employees)
    }
}
