//! What the log tells of a card that comes in: one entry, because a batch of cards has many. It names the notice that the person
//! was shown, what they allowed, and how much of which kind was masked; never what was written.

use super::sort::SortedCard;
use crate::audit::{Action, Actor, Entry};
use crate::casework::Label;

/// The entry of a card. There is none of a card that only rates: it is nobody's, nothing was allowed with it, and the notice of
/// its page stands beside it in the record.
pub(super) fn of(sorted: &SortedCard, opens_a_case: bool, now: i64) -> Option<Entry> {
    let is_allowed = !sorted.card.consents.is_empty();
    let is_masked = !sorted.masked.is_empty() || sorted.labels.has(Label::Withheld);
    if !opens_a_case && !is_allowed && !is_masked && sorted.entered_by.is_none() {
        return None;
    }
    // An officer who keyed it in is named; whoever left it is not.
    let (actor, how) = match (&sorted.entered_by, &sorted.source) {
        (Some(officer), _) => (Actor::staff(officer, "officer"), "keyed-in"),
        (None, Some(_)) => (Actor::operator(), "imported"),
        (None, None) => (Actor::client(), "sent"),
    };
    let entry = Entry::of_case(sorted.reference.as_str(), now, actor, Action::Submit);
    // The keyed digest of the card, so that nobody can test a guess at what was written.
    let entry = entry.because(how).deciding(&sorted.digest);
    let entry = if opens_a_case { entry.to("received") } else { entry };
    let facts = facts(sorted);
    Some(if facts.is_empty() { entry } else { entry.about(&facts) })
}

/// Notice, consents and masks, a word each, by the names that the record has for them.
fn facts(sorted: &SortedCard) -> String {
    let card = &sorted.card;
    let notice = card.notice.iter().map(|notice| format!("notice:{}", notice.as_str()));
    let consents = card.consents.iter().map(|consent| format!("consent:{}", consent.as_str()));
    let masked = sorted.masked.iter().map(|(kind, count)| format!("masked:{kind}:{count}"));
    let withheld = sorted.labels.has(Label::Withheld).then(|| "withheld".to_owned());
    notice.chain(consents).chain(masked).chain(withheld).collect::<Vec<_>>().join(" ")
}
