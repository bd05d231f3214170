//! What a decision must say before anybody is told of it. The last day for a review and whom else the person can turn to are
//! not here: the office puts them into every letter by itself.

use super::{File, Finding, Remedy};

named! {
    /// Something that a decision must say.
    Element {
        /// What was found about each point.
        Finding = "finding",
        /// On what evidence.
        Evidence = "evidence",
        /// Why.
        Reasons = "reasons",
        /// Why it happened, where the person was right.
        Cause = "cause",
        /// How it is put right, where the person was right; or that nothing is left to do.
        Remedy = "remedy",
        /// By when.
        RemedyDay = "remedy-day",
    }
}

/// The first of these that a decision about this file lacks. A remedy has its day wherever it was read.
pub(super) fn lacking(file: &File, findings: &[Finding], remedies: &[Remedy], is_put_right: bool) -> Option<Element> {
    let is_for_the_person = findings.iter().any(|finding| finding.outcome.is_for_the_person());
    let lacks_cause = |finding: &Finding| finding.cause.is_none() && finding.outcome.is_for_the_person();
    if findings.len() != file.assessment.allegations.len() {
        Some(Element::Finding)
    } else if findings.iter().any(|finding| finding.evidence.is_empty()) {
        Some(Element::Evidence)
    } else if findings.iter().any(|finding| finding.reasons.is_empty()) {
        Some(Element::Reasons)
    } else if findings.iter().any(lacks_cause) {
        Some(Element::Cause)
    } else if is_for_the_person && remedies.is_empty() && !is_put_right {
        Some(Element::Remedy)
    } else {
        None
    }
}
