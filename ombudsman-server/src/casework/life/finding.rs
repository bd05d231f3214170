//! What was found, why it happened, and how it is put right: in the words of the field.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

named! {
    /// How much is at stake.
    Severity {
        /// Safety, law or rights.
        Safety = "safety",
        /// A serious loss, or somebody vulnerable.
        Serious = "serious",
        /// The usual.
        Standard = "standard",
        /// Minor.
        Minor = "minor",
    }
}

impl Severity {
    /// Whether it is one of the two that need the office itself, and four eyes.
    #[must_use]
    pub const fn is_high(self) -> bool {
        matches!(self, Self::Safety | Self::Serious)
    }
}

named! {
    /// What a complaint is about.
    Subject {
        /// It took too long.
        Delay = "delay",
        /// What was said was wrong or unclear.
        Information = "information",
        /// How staff behaved.
        Conduct = "conduct",
        /// Reaching the service: phone, web, office, hours.
        Access = "access",
        /// An error in processing.
        Processing = "processing",
        /// A decision was not explained.
        Explanation = "explanation",
        /// Personal information.
        Privacy = "privacy",
        /// Official languages.
        Languages = "languages",
        /// A barrier for people with disabilities.
        Accessibility = "accessibility",
        /// Fairness, or discrimination.
        Fairness = "fairness",
        /// A policy, or who is eligible.
        Policy = "policy",
        /// Fees and payments.
        Payment = "payment",
        /// A digital service did not work.
        Outage = "outage",
    }
}

named! {
    /// Why it happened.
    Cause {
        /// Too few people, too much work.
        Capacity = "capacity",
        /// The procedure.
        Procedure = "procedure",
        /// Training, knowledge.
        Training = "training",
        /// It was not said plainly.
        Communication = "communication",
        /// A system.
        System = "system",
        /// Wrong data.
        Data = "data",
        /// A policy or a law.
        Policy = "policy",
        /// One person's error.
        Error = "error",
        /// A partner or contractor.
        Partner = "partner",
        /// The person's own circumstances.
        Circumstances = "circumstances",
        /// Nobody knows.
        Unknown = "unknown",
    }
}

named! {
    /// What was found about one allegation.
    Outcome {
        /// It is so.
        Upheld = "upheld",
        /// It is so in part.
        PartlyUpheld = "partly-upheld",
        /// It is not so.
        NotUpheld = "not-upheld",
        /// It was settled without a finding.
        NoFinding = "no-finding",
        /// It cannot be known.
        Inconclusive = "inconclusive",
    }
}

impl Outcome {
    /// Whether the person was right, at least in part.
    #[must_use]
    pub const fn is_for_the_person(self) -> bool {
        matches!(self, Self::Upheld | Self::PartlyUpheld)
    }
}

/// What was found about one allegation, and on what that rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What was found.
    pub outcome: Outcome,
    /// The evidence that was looked at.
    pub evidence: String,
    /// Why the office finds so.
    pub reasons: String,
    /// Why it happened, where the person was right.
    pub cause: Option<Cause>,
}

named! {
    /// What was found about a whole case.
    CaseOutcome {
        /// Every allegation is so.
        Upheld = "upheld",
        /// Some of it is so.
        PartlyUpheld = "partly-upheld",
        /// None of it is so.
        NotUpheld = "not-upheld",
        /// Nothing was found for or against it.
        NoFinding = "no-finding",
    }
}

/// What the findings about its allegations make of a case.
#[must_use]
pub fn outcome(findings: &[Finding]) -> CaseOutcome {
    let has = |outcome: Outcome| findings.iter().any(|finding| finding.outcome == outcome);
    if !findings.is_empty() && findings.iter().all(|finding| finding.outcome == Outcome::Upheld) {
        CaseOutcome::Upheld
    } else if has(Outcome::Upheld) || has(Outcome::PartlyUpheld) {
        CaseOutcome::PartlyUpheld
    } else if has(Outcome::NotUpheld) {
        CaseOutcome::NotUpheld
    } else {
        CaseOutcome::NoFinding
    }
}

named! {
    /// How something is put right.
    RemedyKind {
        /// The office or the program says sorry: what was wrong, whose it was, why, and that it is regretted.
        Apology = "apology",
        /// It is explained.
        Explanation = "explanation",
        /// A record is corrected.
        Correction = "correction",
        /// What the person is entitled to is done, or done sooner.
        Action = "action",
        /// The program decides again.
        Reconsidered = "reconsidered",
        /// Money is paid or paid back.
        Financial = "financial",
        /// The service is there again.
        Restored = "restored",
        /// Staff are told, or trained.
        Training = "training",
        /// A procedure changes.
        Procedure = "procedure",
        /// What is written changes.
        Information = "information",
        /// A system is mended.
        System = "system",
        /// A change of policy is recommended.
        Policy = "policy",
        /// Others whom it happened to are helped as well.
        Wider = "wider",
    }
}

/// Something that was promised to put it right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    /// Of what kind.
    pub kind: RemedyKind,
    /// What will be done.
    pub what: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Date,
    /// That it was done, as the office saw for itself.
    pub verified: Option<Verified>,
}

/// That the office saw that a remedy was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// The officer.
    pub by: String,
    /// The day.
    pub on: Date,
    /// What shows it.
    pub evidence: String,
}

/// That an officer gave a draft back to its author. The office reads it, the person does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenBack {
    /// The officer.
    pub by: String,
    /// What is to change; empty where the author took it back.
    pub why: String,
}
