//! A survey that corrects one that was published with an error: it has a name, files and an approval of its own, says why, and
//! leaves what it corrects as it was.

use super::apart::too_close;
use super::inputs::{Corrects, Inputs};
use super::{About, ImportError, Survey, store};
use crate::db::Db;
use crate::results::editions::Reason;

/// What a survey is to correct.
pub struct Correction {
    /// The name of the one that was published.
    pub survey: String,
    /// Why, for everyone to read.
    pub reason: Reason,
}

/// What a survey corrects, of those that are public.
pub(super) fn corrects(
    public: &[Survey],
    about: &About,
    correction: Option<&Correction>,
) -> Result<Option<Corrects>, ImportError> {
    let Some(Correction { survey, reason }) = correction else { return Ok(None) };
    let found = public.iter().find(|one| one.name == *survey);
    let before = found.ok_or_else(|| ImportError::NothingToCorrect(survey.clone()))?;
    if let Some(newer) = &before.corrected_by {
        return Err(ImportError::Corrected(survey.clone(), newer.clone()));
    }
    if before.kind != about.kind {
        return Err(ImportError::OtherKind(survey.clone()));
    }
    // One that was withdrawn keeps its number: no two are the same version.
    let of_series = public.iter().filter(|one| one.series == before.series);
    let last = of_series.map(|one| one.number).max().unwrap_or(before.number);
    Ok(Some(Corrects {
        survey: survey.clone(),
        first: before.series.clone(),
        number: last + 1,
        reason: reason.clone(),
    }))
}

/// Holds a correction against every survey that it follows on.
pub(super) async fn hold(db: &Db, inputs: &Inputs) -> Result<(), ImportError> {
    let Some(corrects) = &inputs.corrects else { return Ok(()) };
    for kept in store::inputs_of(db, &corrects.first).await? {
        let earlier: Inputs = serde_json::from_slice(&kept).map_err(|_| ImportError::Lost)?;
        if let Some(name) = too_close(&inputs.counts, &earlier.counts) {
            return Err(ImportError::TooClose(name.to_owned()));
        }
    }
    Ok(())
}
