//! What is said to suggestions: one answer to one of them, or to several that say the same.

use bytes::Bytes;
use feedback::Reference;

use super::store::{self, Refused};
use crate::house::House;
use crate::http::{Failure, Reply, Visit, body, see_other};
use crate::secrets::hex;
use crate::staff::{Action, check_form, enter};

named! {
    /// What becomes of a suggestion.
    Verdict {
        /// It will be done.
        WillBeDone = "will-be-done",
        /// Somebody looks into it: it stays open.
        LookedInto = "looked-into",
        /// It will not be done.
        WillNotBeDone = "will-not-be-done",
    }
}

/// The longest reason, in characters.
const REASON_LIMIT: usize = 1_000;
/// The longest name of whoever sees to it.
const OWNER_LIMIT: usize = 100;

/// What was typed, kept where it comes back.
#[derive(Default)]
pub(super) struct Typed {
    /// The boxes that are ticked.
    pub ticked: Vec<String>,
    pub verdict: Option<Verdict>,
    pub reason_en: String,
    pub reason_fr: String,
    pub owner: String,
}

impl Typed {
    fn of(form: &[(String, String)]) -> Self {
        let text = |name| body::value(form, name).trim().to_owned();
        Self {
            ticked: form.iter().filter(|(name, _)| name == "card").map(|(_, value)| value.clone()).collect(),
            verdict: Verdict::parse(body::value(form, "verdict")),
            reason_en: text("reason_en"),
            reason_fr: text("reason_fr"),
            owner: text("owner"),
        }
    }

    fn is_whole(&self) -> bool {
        let is_said = |text: &str, most: usize| !text.is_empty() && text.chars().count() <= most;
        [&self.reason_en, &self.reason_fr].into_iter().all(|reason| is_said(reason, REASON_LIMIT))
            && is_said(&self.owner, OWNER_LIMIT)
    }
}

/// What the box of a suggestion says when it is ticked.
pub(super) fn tick(reference: &str, answer: &str) -> String {
    format!("{reference}.{answer}")
}

/// The suggestion of a ticked box, and the answer that its page showed.
fn ticked(text: &str) -> Result<(Reference, String), Failure> {
    let (reference, answer) = text.split_once('.').ok_or(Failure::Malformed)?;
    let reference = Reference::parse(reference).map_err(|_| Failure::NotFound)?;
    Ok((reference, answer.to_owned()))
}

/// `POST /desk/suggestions`: says the same to every suggestion that is ticked, or nothing to any.
pub(super) async fn answer(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let typed = Typed::of(&form);
    let cards = typed.ticked.iter().map(|text| ticked(text)).collect::<Result<Vec<_>, _>>()?;
    if cards.is_empty() {
        return super::page(house, visit, &signed_in, typed, Some("suggestions-nothing-ticked")).await;
    }
    let Some(verdict) = typed.verdict.filter(|_| typed.is_whole()) else {
        return super::page(house, visit, &signed_in, typed, Some("suggestions-incomplete")).await;
    };
    let id = hex(&house.secrets.bytes::<8>().map_err(Failure::internal)?);
    let said = store::Said { id: &id, verdict, typed: &typed, now: house.clock.millis() };
    match store::answer(&house.db, &cards, &said, &signed_in).await.map_err(Failure::unavailable)? {
        Ok(()) => see_other(&super::place::address(visit, "/desk/suggestions", None)),
        Err(Refused::Unknown) => Err(Failure::NotFound),
        Err(Refused::NotTheirs) => Err(Failure::Forbidden),
        Err(Refused::Changed) => Err(Failure::Conflict),
        Err(Refused::SeveralServices) => {
            super::page(house, visit, &signed_in, typed, Some("suggestions-several-services")).await
        }
    }
}
