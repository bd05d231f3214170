//! The cells in which complaints are counted, and how each is broken down. The breakdowns make trees: each cell stands in one at
//! most, and everyone who is in a cell is in one part of each of its breakdowns, once.

named! {
    /// A cell. A whole comes before its parts.
    #[derive(PartialOrd, Ord)]
    Cell {
        /// Received in the quarter.
        Received = "received",
        /// Taken up in the quarter, or to be taken up by its end.
        ToAcknowledge = "to-acknowledge",
        /// Taken up in time.
        AcknowledgedInTime = "acknowledged-in-time",
        /// Taken up late.
        AcknowledgedLate = "acknowledged-late",
        /// Not taken up, and past the date.
        Unacknowledged = "unacknowledged",
        /// Answered in the quarter, or to be answered by its end.
        ToAnswer = "to-answer",
        /// Answered in the quarter.
        Answered = "answered",
        /// Not answered, and past the date.
        Unanswered = "unanswered",
        /// Answered in time.
        AnsweredInTime = "answered-in-time",
        /// Answered late.
        AnsweredLate = "answered-late",
        /// Answered with a decision.
        Decided = "decided",
        /// Settled by the program with the person.
        Settled = "settled",
        /// Answered with everyone under an incident.
        ForAll = "for-all",
        /// Not the office's.
        TurnedAway = "turned-away",
        /// Answered in another way, or nobody knows any more.
        Otherwise = "otherwise",
        /// The decision has an appeal of its own.
        Appeal = "appeal",
        /// Another department's.
        Elsewhere = "elsewhere",
        /// It asked for a service.
        Request = "request",
        /// A court has it.
        Court = "court",
        /// Something was found for or against the person.
        Judged = "judged",
        /// Nothing was found for or against them.
        NoFinding = "no-finding",
        /// The person was right, at least in part.
        Right = "right",
        /// They were not.
        NotUpheld = "not-upheld",
        /// Right in all.
        Upheld = "upheld",
        /// Right in part.
        PartlyUpheld = "partly-upheld",
        /// Why it happened: too few people.
        CauseCapacity = "cause-capacity",
        /// The procedure.
        CauseProcedure = "cause-procedure",
        /// Training.
        CauseTraining = "cause-training",
        /// It was not said plainly.
        CauseCommunication = "cause-communication",
        /// A system.
        CauseSystem = "cause-system",
        /// Wrong data.
        CauseData = "cause-data",
        /// A policy or a law.
        CausePolicy = "cause-policy",
        /// One person's error.
        CauseError = "cause-error",
        /// A partner or contractor.
        CausePartner = "cause-partner",
        /// The person's own circumstances.
        CauseCircumstances = "cause-circumstances",
        /// Nobody knows.
        CauseUnknown = "cause-unknown",
        /// Ended in the quarter without an answer.
        Ended = "ended",
        /// Taken back by the person.
        Withdrawn = "withdrawn",
        /// The person said nothing more.
        Silent = "silent",
        /// Put together with another complaint of theirs.
        Together = "together",
        /// Nothing more of it is kept.
        Removed = "removed",
        /// A review was asked for in the quarter.
        ReviewAsked = "review-asked",
        /// A review was decided in the quarter.
        Reviewed = "reviewed",
        /// It changed the findings.
        ReviewChanged = "review-changed",
        /// It let them stand.
        ReviewStood = "review-stood",
        /// The decision of the quarter promised something.
        Promised = "promised",
        /// All that was promised was seen done in the quarter, or something of it was to be done by its end.
        ToPutRight = "to-put-right",
        /// Seen done, each thing by its day.
        PutRightInTime = "put-right-in-time",
        /// Seen done, something late.
        PutRightLate = "put-right-late",
        /// Something is past its day.
        NotPutRight = "not-put-right",
    }
}

/// What a cell breaks down into.
pub(super) struct Breakdown {
    /// The whole.
    pub whole: Cell,
    /// Its parts.
    pub parts: &'static [Cell],
}

const fn breakdown(whole: Cell, parts: &'static [Cell]) -> Breakdown {
    Breakdown { whole, parts }
}

/// Every breakdown.
pub(super) const BREAKDOWNS: [Breakdown; 12] = [
    breakdown(Cell::ToAcknowledge, &[Cell::AcknowledgedInTime, Cell::AcknowledgedLate, Cell::Unacknowledged]),
    breakdown(Cell::ToAnswer, &[Cell::Answered, Cell::Unanswered]),
    breakdown(Cell::Answered, &[Cell::AnsweredInTime, Cell::AnsweredLate]),
    breakdown(Cell::Answered, &[Cell::Decided, Cell::Settled, Cell::ForAll, Cell::TurnedAway, Cell::Otherwise]),
    breakdown(Cell::TurnedAway, &[Cell::Appeal, Cell::Elsewhere, Cell::Request, Cell::Court]),
    breakdown(Cell::Decided, &[Cell::Judged, Cell::NoFinding]),
    breakdown(Cell::Judged, &[Cell::Right, Cell::NotUpheld]),
    breakdown(Cell::Right, &[Cell::Upheld, Cell::PartlyUpheld]),
    breakdown(Cell::Right, &CAUSES),
    breakdown(Cell::Ended, &[Cell::Withdrawn, Cell::Silent, Cell::Together, Cell::Removed]),
    breakdown(Cell::Reviewed, &[Cell::ReviewChanged, Cell::ReviewStood]),
    breakdown(Cell::ToPutRight, &[Cell::PutRightInTime, Cell::PutRightLate, Cell::NotPutRight]),
];

const CAUSES: [Cell; 11] = [
    Cell::CauseCapacity,
    Cell::CauseProcedure,
    Cell::CauseTraining,
    Cell::CauseCommunication,
    Cell::CauseSystem,
    Cell::CauseData,
    Cell::CausePolicy,
    Cell::CauseError,
    Cell::CausePartner,
    Cell::CauseCircumstances,
    Cell::CauseUnknown,
];

/// The shares that are told: a part, of a whole.
pub(super) const SHARES: [(Cell, Cell); 5] = [
    (Cell::AcknowledgedInTime, Cell::ToAcknowledge),
    (Cell::AnsweredInTime, Cell::ToAnswer),
    (Cell::Right, Cell::Judged),
    (Cell::ReviewChanged, Cell::Reviewed),
    (Cell::PutRightInTime, Cell::ToPutRight),
];

impl Cell {
    /// The breakdown in which it is a part; `None` for a whole that is part of nothing.
    pub(super) fn breakdown(self) -> Option<&'static Breakdown> {
        BREAKDOWNS.iter().find(|breakdown| breakdown.parts.contains(&self))
    }

    /// It and every whole of which it is a part.
    pub(super) fn with_wholes(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |cell| cell.breakdown().map(|breakdown| breakdown.whole))
    }

    /// Every part of it, and their parts.
    pub(super) fn below(self) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |other| *other != self && other.with_wholes().any(|whole| whole == self))
    }
}
