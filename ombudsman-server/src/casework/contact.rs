//! What is sealed about a person: where they want their answer, and what they wrote before something personal in it was
//! masked. The officer of the case, and nobody else, may have it opened, and at a program's desk only with the person's
//! consent; each opening is an entry of the log.

use feedback::ReplyBy;

use super::{Case, store};
use crate::audit::{self, Action, Actor, Entry};
use crate::house::House;
use crate::http::Failure;
use crate::staff::SignedIn;

/// How a person wants to be reached, and where, once the officer has had it opened.
pub(super) struct Contact {
    /// The way.
    pub by: ReplyBy,
    /// The address.
    pub address: Option<String>,
}

/// How the person of this case wants to be reached; `None` if they stay anonymous.
pub(super) async fn of(house: &House, case: &Case) -> Result<Option<Contact>, Failure> {
    let sealed = store::sealed_address(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    Ok(sealed.map(|(by, _)| Contact { by, address: None }))
}

/// Whether this member may have what is sealed opened: the officer of the case. Staff of a program may only where the
/// person allowed that the program knows who they are.
pub(super) fn may_open(signed_in: &SignedIn, case: &Case) -> bool {
    let is_theirs = case.stage.officer() == Some(signed_in.shown_as.as_str());
    is_theirs && (case.shares_identity || !signed_in.is_of_program)
}

/// Opens the address for the officer of the case, and keeps that it was opened.
pub(super) async fn opened(house: &House, signed_in: &SignedIn, case: &Case) -> Result<Contact, Failure> {
    let found = store::sealed_address(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    let (by, sealed) = found.ok_or(Failure::NotFound)?;
    let address = open(house, signed_in, case, &sealed, Action::ViewIdentity).await?;
    Ok(Contact { by, address: Some(address) })
}

/// Opens what the person wrote before something in it was masked, for the officer of the case.
pub(super) async fn original(house: &House, signed_in: &SignedIn, case: &Case) -> Result<String, Failure> {
    let found = store::sealed_original(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    open(house, signed_in, case, &found.ok_or(Failure::NotFound)?, Action::ViewOriginal).await
}

async fn open(
    house: &House,
    signed_in: &SignedIn,
    case: &Case,
    sealed: &[u8],
    action: Action,
) -> Result<String, Failure> {
    if !may_open(signed_in, case) {
        return Err(Failure::Forbidden);
    }
    let actor = Actor::staff(&signed_in.name, signed_in.role.as_str());
    let entry = Entry::of_case(&case.reference, house.clock.millis(), actor, action);
    // Kept before it is shown: an opening that could not be kept does not happen.
    audit::note(&house.db, &entry).await.map_err(Failure::unavailable)?;
    house.secrets.open_sealed(&case.reference, sealed).map_err(Failure::internal)
}
