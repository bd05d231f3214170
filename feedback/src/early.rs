//! What can be said about a form before it is sent, cheaply enough for every person's browser.
//!
//! [`crate::Card::parse`] is the judge. This finds only what a person can do wrong with the card's own form, and never
//! anything that the judge would let pass.

use crate::{Address, COMMENT_LIMIT, Consent, Fault, FaultKind, Fields, Intent, Item, PUT_RIGHT_LIMIT, ReplyBy};

/// What is wrong with a form, whose comment and whose idea of what would put it right have this many characters,
/// counted as people count them.
#[must_use]
pub fn early_faults(fields: &Fields, comment: usize, put_right: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut at = |field: &str, kind| faults.push(Fault::at(field, kind));
    if fields.get("intent").is_none() {
        at("intent", FaultKind::Missing);
    }
    let rates = Item::ALL.iter().any(|item| fields.get(item.field()).is_some());
    if comment > COMMENT_LIMIT {
        at("comment", FaultKind::TooLong { limit: COMMENT_LIMIT, given: comment });
    } else if comment == 0 && fields.get("intent") == Some(Intent::Question.as_str()) {
        at("comment", FaultKind::AsksNothing);
    } else if !rates && comment == 0 && put_right == 0 {
        at("comment", FaultKind::SaysNothing);
    }
    if put_right > PUT_RIGHT_LIMIT {
        at("put_right", FaultKind::TooLong { limit: PUT_RIGHT_LIMIT, given: put_right });
    }
    if let Some(by) = fields.get("reply.by").and_then(ReplyBy::parse).filter(|by| *by != ReplyBy::Code) {
        let name = ["reply.", by.as_str()].concat();
        match fields.get(&name).map(|text| Address::parse(by, text)) {
            None => at(&name, FaultKind::Missing),
            Some(Err(kind)) => at(&name, kind),
            Some(Ok(_)) => {}
        }
        if !fields.iter().any(|field| field == ("consents", Consent::Contact.as_str())) {
            at("consents", FaultKind::NeedsConsent);
        }
    }
    faults
}
