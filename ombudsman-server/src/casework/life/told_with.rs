//! What a duplicate keeps of the case with which it is answered.

use jiff::civil::Date;

use super::{Ending, File, Sent, Stage, ToldWith};

impl Stage {
    /// What the person of a duplicate was told with the other case, once that one was.
    #[must_use]
    pub fn told_with(&self) -> Option<&Self> {
        match self {
            Self::Closed { ending: Ending::Duplicate { told, .. }, .. } => told.as_ref().map(|told| &told.stage),
            _ => None,
        }
    }

    /// Keeps with a duplicate what its person is told on this day with the other case, which is there now. Whether it is one.
    pub fn keep_told(&mut self, other: &Self, on: Date) -> bool {
        let Self::Closed { ending: Ending::Duplicate { told, .. }, .. } = self else { return false };
        *told = Some(Box::new(ToldWith { on, stage: other.clone().for_others() }));
        true
    }

    /// The same stage without what its person said, and what was gathered about them.
    fn for_others(mut self) -> Self {
        match &mut self {
            Self::DecisionSent { file, sent }
            | Self::RemedyPending { file, sent }
            | Self::UnderReview { file, sent, .. }
            | Self::DecidedFinal { file, sent }
            | Self::Closed { ending: Ending::Decided { file, sent }, .. } => {
                clear(file);
                without_evidence(sent);
            }
            Self::Closed { ending: Ending::OutOfJurisdiction { file, .. }, .. }
            | Self::Closed { ending: Ending::ResolvedEarly { file, .. }, .. } => clear(file),
            Self::Closed { ending: Ending::Incident { before, .. }, .. } => **before = Self::Received,
            _ => {}
        }
        self
    }
}

fn clear(file: &mut File) {
    file.assessment.wanted.clear();
    file.assessment.allegations.iter_mut().for_each(|one| one.what.clear());
}

fn without_evidence(sent: &mut Sent) {
    let before = sent.reviewed.iter_mut().filter_map(|reviewed| reviewed.before.as_mut()).flatten();
    sent.decision.findings.iter_mut().chain(before).for_each(|finding| finding.evidence.clear());
}
