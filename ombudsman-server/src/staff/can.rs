//! Who may do what: the one place that says so.

use super::{Role, Sealed, SignedIn};

/// Something that not everyone may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Read cases, take them up, answer and close questions.
    WorkOnCases,
    /// Do justice to a complaint: assess it, look into it, find, approve, review.
    DoJustice,
    /// Answer, for a program, what the office asked its desk about a complaint.
    AnswerReferrals,
    /// See who has which cases, and give them to others.
    ShareWork,
    /// Hand a case over to another office, because nobody of this one may have it.
    HandOver,
    /// Take back that something stands between somebody and a case.
    TakeBackInterest,
    /// Work on incidents: open them, put cases under them, answer everyone whose case is under one.
    AnswerForAll,
    /// Put an answer off.
    PutOff,
    /// Key in what somebody says by phone, at the counter or on paper.
    EnterCards,
    /// Decide about cards in quarantine.
    SortQuarantine,
    /// Pass a compliment on to the team, and nominate for it.
    PassOnPraise,
    /// Draft what is told to everyone of suggestions that were done.
    WriteYouSaid,
    /// Publish it, or withdraw it.
    PublishYouSaid,
    /// Approve an edition of the results that somebody else prepared.
    PublishEditions,
    /// Have what is sealed about a person opened.
    OpenIdentity,
    /// Let somebody else have it opened.
    ReleaseIdentity,
    /// Say what must not be removed, and that it may be again.
    HoldRecords,
    /// Read what was released to whom, and why.
    ReadReleases,
    /// Read the log: who did what, and when. No case is in it.
    ReadLog,
    /// Open and close services, name the sites that may embed their cards.
    ManageServices,
    /// See which files of figures about services were imported, and what of them was left out.
    ReadImports,
    /// Make desks, and say which of them answers for a service.
    ManageDesks,
    /// Add members of staff, and say what each may do.
    ManageStaff,
}

/// What it is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resource<'a> {
    /// The room of that work as a whole: the door, before it is known which case or member it is about.
    Room,
    /// A case.
    Case {
        /// The desk that works on it.
        desk: &'a str,
    },
    /// Something that the office asked a program's desk about a complaint.
    Referral {
        /// The desk that is asked.
        desk: &'a str,
    },
    /// An answer that was put off so often before.
    Extension {
        /// How often.
        earlier: u32,
    },
    /// Something sealed about the person of a case.
    Identity(Identity<'a>),
    /// A member of staff.
    Member {
        /// The name that they sign in with.
        name: &'a str,
    },
}

/// Something sealed about the person of a case, and what speaks for opening it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity<'a> {
    /// The desk that works on the case.
    pub desk: &'a str,
    /// What it is.
    pub sealed: Sealed,
    /// Whether the actor is the officer who took the case up.
    pub is_theirs: bool,
    /// Whether the person allowed that the program knows who they are.
    pub is_shared: bool,
    /// Whether the custodian released it to the actor a short time ago.
    pub is_released: bool,
}

/// Whether this member may do this to that.
#[must_use]
pub fn can(actor: &SignedIn, action: Action, resource: Resource<'_>) -> bool {
    // Whoever answers for a program is at its desk, or nowhere yet.
    let is_contact = actor.role == Role::ProgramContact && actor.is_of_program;
    let is_officer = actor.role.is_of_officers();
    let is_administrator = actor.role == Role::Administrator;
    match (action, resource) {
        (Action::WorkOnCases, Resource::Room) => is_officer || is_contact,
        (Action::WorkOnCases, Resource::Case { desk }) => (is_officer || is_contact) && actor.sees(desk),
        // Who is of another office does justice to what was given to it, and has no other work of this one.
        (Action::DoJustice, Resource::Room) => is_officer && !actor.is_of_program,
        // The office is neutral, and the quarantine is its own; who answers for a program is at neither.
        (
            Action::SortQuarantine | Action::PassOnPraise | Action::WriteYouSaid | Action::AnswerForAll,
            Resource::Room,
        ) => is_officer && is_of_office(actor),
        // Who is at a program's desk sees what that desk is asked, and nothing else of the office's complaints.
        (Action::AnswerReferrals, Resource::Room) => is_contact || (is_officer && actor.is_of_program),
        (Action::AnswerReferrals, Resource::Referral { desk }) => {
            (is_contact || (is_officer && actor.is_of_program)) && actor.desks.iter().any(|own| own == desk)
        }
        (Action::ShareWork, Resource::Room) => is_superior(actor),
        (Action::ShareWork | Action::TakeBackInterest, Resource::Case { desk }) => {
            is_superior(actor) && actor.sees(desk)
        }
        (Action::HandOver, Resource::Case { desk }) => {
            actor.role == Role::Director && is_of_office(actor) && actor.sees(desk)
        }
        (Action::PublishYouSaid | Action::PublishEditions, Resource::Room) => actor.role == Role::Publisher,
        (Action::PutOff, Resource::Extension { earlier }) => {
            let is_enough = actor.role == Role::Director || (actor.role == Role::Senior && earlier == 0);
            is_enough && !actor.is_of_program
        }
        (Action::EnterCards, Resource::Room) => is_officer && !actor.is_from_outside,
        (Action::OpenIdentity, Resource::Identity(identity)) => {
            is_officer && actor.sees(identity.desk) && (identity.is_released || is_given(actor, identity))
        }
        (Action::ReleaseIdentity, Resource::Room) => actor.role == Role::Custodian,
        (Action::HoldRecords, Resource::Room) => {
            actor.role == Role::Custodian || (actor.role == Role::Director && is_of_office(actor))
        }
        (Action::ReadReleases, Resource::Room) => matches!(actor.role, Role::Custodian | Role::Auditor),
        (Action::ReadLog, Resource::Room) => actor.role == Role::Auditor,
        (Action::ManageServices | Action::ReadImports, Resource::Room) => {
            is_administrator || actor.role == Role::WebTeam
        }
        (Action::ManageDesks | Action::ManageStaff, Resource::Room) => is_administrator,
        // Nobody raises or saves themselves: another administrator must.
        (Action::ManageStaff, Resource::Member { name }) => is_administrator && name != actor.name,
        _ => false,
    }
}

/// Whether others turn to them: a senior officer or the director of the office, and at no program's desk.
fn is_superior(actor: &SignedIn) -> bool {
    matches!(actor.role, Role::Senior | Role::Director) && is_of_office(actor)
}

/// Whether they are of this office: neither at a program's desk nor at another office's.
const fn is_of_office(actor: &SignedIn) -> bool {
    !actor.is_of_program && !actor.is_from_outside
}

/// Whether the person themselves gave it: an address, to whoever took the case up; a program's staff may have it only where
/// the person allowed that the program knows who they are.
fn is_given(actor: &SignedIn, identity: Identity<'_>) -> bool {
    identity.sealed == Sealed::Address && identity.is_theirs && (identity.is_shared || !actor.is_of_program)
}

#[cfg(test)]
mod tests;
