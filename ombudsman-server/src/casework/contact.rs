//! What is sealed about a person: where they want their answer, and what they wrote before something personal in it was
//! masked. The officer of the case may have the address opened, which was given to be used, and at a program's desk only with
//! the person's consent; anything else, and anybody else, takes a release of the custodian's. Each opening is an entry of the
//! log.

use feedback::ReplyBy;

use super::{Case, moving, release, store};
use crate::audit::{self, Entry};
use crate::house::House;
use crate::http::Failure;
use crate::staff::{Action, Identity, Resource, Role, Sealed, SignedIn, can};

/// How a person wants to be reached, and where, once the officer has had it opened.
pub(super) struct Contact {
    /// The way.
    pub by: ReplyBy,
    /// The address.
    pub address: Option<String>,
    /// The end of the id of the sentence that says what an officer does about it.
    pub name: &'static str,
}

impl Contact {
    fn new(house: &House, by: ReplyBy, address: Option<String>) -> Self {
        let is_written_to = by == ReplyBy::Email && house.config.has_mail();
        Self { by, address, name: if is_written_to { "email-sent" } else { by.as_str() } }
    }
}

/// How the person of this case wants to be reached; `None` if they stay anonymous.
pub(super) async fn of(house: &House, case: &Case) -> Result<Option<Contact>, Failure> {
    let sealed = store::sealed_address(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    Ok(sealed.map(|(by, _)| Contact::new(house, by, None)))
}

/// Whether this member may have that opened.
pub(super) async fn may_open(
    house: &House,
    signed_in: &SignedIn,
    case: &Case,
    sealed: Sealed,
) -> Result<bool, Failure> {
    let me = signed_in.shown_as.as_str();
    let interests = moving::interests(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    // Who turns out to have an interest in a case keeps nothing of what having it gave them.
    let is_impartial = interests.iter().all(|(who, ..)| who != me);
    let identity = Identity {
        desk: &case.desk,
        sealed,
        is_theirs: is_impartial && case.stage.officer() == Some(me),
        is_shared: case.shares_identity,
        is_released: is_impartial && release::is_released(house, &signed_in.name, &case.reference, sealed).await?,
    };
    Ok(can(signed_in, Action::OpenIdentity, Resource::Identity(identity)))
}

/// The sentence that says why this member may not have the address, where they may not.
pub(super) fn closed(signed_in: &SignedIn, case: &Case) -> &'static str {
    if signed_in.is_of_program && !case.shares_identity {
        "case-contact-not-shared"
    } else if signed_in.role == Role::ProgramContact {
        "case-contact-not-for-contacts"
    } else {
        "case-contact-officer-only"
    }
}

/// Opens the address for who may have it, and keeps that it was opened.
pub(super) async fn opened(house: &House, signed_in: &SignedIn, case: &Case) -> Result<Contact, Failure> {
    let found = store::sealed_address(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    let (by, sealed) = found.ok_or(Failure::NotFound)?;
    let address = open(house, signed_in, case, &sealed, Sealed::Address).await?;
    Ok(Contact::new(house, by, Some(address)))
}

/// Opens what the person wrote before something in it was masked, for who may have it.
pub(super) async fn original(house: &House, signed_in: &SignedIn, case: &Case) -> Result<String, Failure> {
    let found = store::sealed_original(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    open(house, signed_in, case, &found.ok_or(Failure::NotFound)?, Sealed::Original).await
}

/// The name in the log of having this opened.
const fn opening(sealed: Sealed) -> audit::Action {
    match sealed {
        Sealed::Address => audit::Action::ViewIdentity,
        Sealed::Original => audit::Action::ViewOriginal,
    }
}

async fn open(
    house: &House,
    signed_in: &SignedIn,
    case: &Case,
    sealed: &[u8],
    what: Sealed,
) -> Result<String, Failure> {
    if !may_open(house, signed_in, case, what).await? {
        return Err(Failure::Forbidden);
    }
    let actor = signed_in.actor();
    let entry = Entry::of_case(&case.reference, house.clock.millis(), actor, opening(what));
    // Kept before it is shown: an opening that could not be kept does not happen.
    audit::note(&house.db, &entry).await.map_err(Failure::unavailable)?;
    house.secrets.open_sealed(&case.reference, sealed).map_err(Failure::internal)
}
