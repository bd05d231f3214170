//! A funnel in sentences.

use super::Funnel;
use crate::words::Words;

/// What there is to say of standards of which so many came so far, and so many rows were left out; of one service, of an
/// organisation or of all.
#[must_use]
pub fn said(funnel: &Funnel, left_out: u64, words: &Words) -> Vec<String> {
    let number = |number: u64| words.number(number);
    let some = |id: &'static str, count: u64| (count > 0).then(|| words.with(id, "number", number(count)));
    let mut said = Vec::new();
    if funnel.measured() > 0 {
        let values = [
            ("measured", number(funnel.measured()).into()),
            ("all", number(funnel.developed).into()),
            ("share", words.percent(share(funnel.measured(), funnel.developed), 1).into()),
        ];
        said.push(words.with_all("standards-said-measured", &values));
    } else if funnel.developed > 0 {
        said.push(words.text("standards-said-none-measured"));
    }
    if funnel.judged() > 0 {
        let values = [("met", number(funnel.met).into()), ("judged", number(funnel.judged()).into())];
        said.push(words.with_all("standards-said-met", &values));
    }
    if funnel.measured() > 0 {
        let values = [("reported", number(funnel.reported).into()), ("measured", number(funnel.measured()).into())];
        said.push(words.with_all("standards-said-reported", &values));
    }
    said.extend(some("standards-said-no-target", funnel.no_target));
    said.extend(some("standards-said-no-volume", funnel.no_volume));
    said.extend(some("standards-said-not-reported", funnel.not_reported));
    said.extend(some("standards-said-left-out", left_out));
    said
}

/// A part in tenths of a hundredth of the whole, rounded once, halves up.
fn share(part: u64, whole: u64) -> u64 {
    (2_000 * part + whole).checked_div(2 * whole).unwrap_or_default()
}
