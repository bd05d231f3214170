//! What a person decides about cards in quarantine: one or many at once, each kept with who decided and when.

use bytes::Bytes;
use feedback::Reference;

use super::asked::Asked;
use super::store;
use crate::audit;
use crate::house::House;
use crate::http::{Failure, Reply, Visit, body, see_other};
use crate::staff::{Action, check_form, enter};

/// A decision about a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::casework) enum Decision {
    /// A person wrote it: it is let in, and the worker takes it in.
    Restored,
    /// A machine sent it: it lies on another shelf from now on.
    Confirmed,
}

impl Decision {
    /// Every decision.
    pub(super) const ALL: [Self; 2] = [Self::Restored, Self::Confirmed];

    /// The decision's name in the record and in forms; the card's mark is called the same.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Restored => "restored",
            Self::Confirmed => "confirmed",
        }
    }

    /// The decision's name in the log.
    pub(super) const fn action(self) -> audit::Action {
        match self {
            Self::Restored => audit::Action::QuarantineRestore,
            Self::Confirmed => audit::Action::QuarantineConfirm,
        }
    }

    /// The sentence that says that it was done.
    pub(super) const fn done(self) -> &'static str {
        match self {
            Self::Restored => "quarantine-done-restored",
            Self::Confirmed => "quarantine-done-confirmed",
        }
    }
}

/// `POST /desk/quarantine`: decides about the cards that are ticked. Those about which somebody else has decided in the
/// meantime stay as they are; only if none is left has nothing changed.
pub(in crate::casework) async fn decide(
    house: &House,
    visit: &Visit,
    sent: Result<Bytes, Failure>,
) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::SortQuarantine).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let decision = Decision::ALL.into_iter().find(|decision| decision.as_str() == body::value(&form, "decision"));
    let decision = decision.ok_or(Failure::Malformed)?;
    let ticked = form.iter().filter(|(name, _)| name == "reference").map(|(_, value)| Reference::parse(value));
    let ticked: Vec<Reference> = ticked.collect::<Result<_, _>>().map_err(|_| Failure::NotFound)?;
    if ticked.is_empty() {
        return super::page(house, visit, &signed_in, true).await;
    }
    let (now, actor) = (house.clock.millis(), signed_in.actor());
    let done = store::decide(&house.db, &ticked, decision, &actor, now).await.map_err(Failure::unavailable)?;
    if done == 0 {
        return Err(Failure::Conflict);
    }
    see_other(&Asked::of(visit).once_done(decision, done).address(visit.words()))
}
