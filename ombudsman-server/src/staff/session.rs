//! Sessions: a random token in a cookie, only its digest in the record, an end after idleness and after a day's work.

mod browser;
mod cookie;
mod store;

use ::http::header::USER_AGENT;

use self::cookie::{cookie, cookie_name};
use self::store::End;
use super::can::{Action, Resource, can};
use super::{Member, Role};
use crate::audit::{self, Actor, Entry};
use crate::config::SecondFactor;
use crate::db::DbError;
use crate::house::House;
use crate::http::{Failure, Visit, is_same_origin};
use crate::secrets::{hex, sha256_hex};

/// An idle session ends after an hour.
const IDLE_MILLIS: i64 = 60 * 60 * 1_000;
/// Any session ends after twelve.
const WHOLE_MILLIS: i64 = 12 * 60 * 60 * 1_000;
/// How exactly the record knows when a session was last seen.
const TOUCH_MILLIS: i64 = 60 * 1_000;
/// So many characters of a digest name a session to its own member.
const HANDLE: usize = 16;

/// A member of staff at work.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The name that they sign in with.
    pub name: String,
    /// The name that people see.
    pub shown_as: String,
    /// Their role.
    pub role: Role,
    /// The desks whose cases they see; without one, the office's: every case.
    pub desks: Vec<String>,
    /// Whether one of these desks is a program's: then they are not neutral.
    pub is_of_program: bool,
    /// Whether one of these desks is another office's: then they have what was given to it, and no other work of this one.
    pub is_from_outside: bool,
    /// What their forms must carry.
    pub form_token: String,
    /// What they must do before anything else.
    pub owes: Option<Owed>,
}

/// What a member must do before they may do anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owed {
    /// Choose a password: the one they have was made by somebody else.
    Password,
    /// Set up a second factor: the office requires one.
    SecondFactor,
}

impl SignedIn {
    /// Whether they see the cases of this desk.
    #[must_use]
    pub fn sees(&self, desk: &str) -> bool {
        let is_everywhere = self.desks.is_empty() && self.role != Role::ProgramContact;
        is_everywhere || self.desks.iter().any(|own| own == desk)
    }

    /// Who they are in the log.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::staff(&self.name, self.role.as_str())
    }
}

/// Lets a signed-in person through who may do this at all; sends anyone else to sign in, or away.
pub async fn enter(house: &House, visit: &Visit, action: Action) -> Result<SignedIn, Failure> {
    permitted(current(house, visit).await?, action)
}

/// The same for a page that only listens. It is no sign of life: a session whose page was left open ends like any other.
pub async fn listen(house: &House, visit: &Visit, action: Action) -> Result<SignedIn, Failure> {
    permitted(present(house, visit).await?.0, action)
}

fn permitted(signed_in: SignedIn, action: Action) -> Result<SignedIn, Failure> {
    if !can(&signed_in, action, Resource::Room) {
        return Err(Failure::Forbidden);
    }
    if signed_in.owes.is_some() { Err(Failure::Unfinished) } else { Ok(signed_in) }
}

/// Refuses a form that no page of ours made for this session.
pub fn check_form(house: &House, visit: &Visit, signed_in: &SignedIn, token: &str) -> Result<(), Failure> {
    let is_ours = is_same_origin(visit, &house.config.public_url) && token == signed_in.form_token;
    if is_ours { Ok(()) } else { Err(Failure::Forbidden) }
}

/// Who is signed in, whatever they owe: their own account is open to all of them.
pub(super) async fn current(house: &House, visit: &Visit) -> Result<SignedIn, Failure> {
    let (signed_in, digest, seen_at) = present(house, visit).await?;
    let now = house.clock.millis();
    if now - seen_at > TOUCH_MILLIS {
        store::touch(&house.db, &digest, now).await.map_err(Failure::unavailable)?;
    }
    Ok(signed_in)
}

/// The same without a sign of life; with the session's digest, and when it was seen last.
async fn present(house: &House, visit: &Visit) -> Result<(SignedIn, String, i64), Failure> {
    let digest = digest(house, visit).ok_or(Failure::NotSignedIn)?;
    let found = store::find(&house.db, &digest).await.map_err(Failure::unavailable)?;
    let session = found.ok_or(Failure::NotSignedIn)?;
    let now = house.clock.millis();
    let is_idle = now - session.seen_at > IDLE_MILLIS;
    if is_idle || now - session.begun_at > WHOLE_MILLIS {
        let why = if is_idle { End::Idle } else { End::Whole };
        store::end(&house.db, &digest, why, now).await.map_err(Failure::unavailable)?;
        return Err(Failure::NotSignedIn);
    }
    let member = super::store::find(&house.db, &session.name).await.map_err(Failure::unavailable)?;
    let member = member.filter(|member| member.is_active).ok_or(Failure::NotSignedIn)?;
    let owes = owed(house, &member);
    let Member { name, shown_as, role, desks, is_of_program, is_from_outside, .. } = member;
    let form_token = session.form_token;
    let signed_in = SignedIn { name, shown_as, role, desks, is_of_program, is_from_outside, form_token, owes };
    Ok((signed_in, digest, session.seen_at))
}

fn owed(house: &House, member: &Member) -> Option<Owed> {
    // The provider asks for what it wants to be sure.
    if member.is_of_organization() {
        return None;
    }
    let is_required = house.config.second_factor == SecondFactor::Required;
    if member.first_until.is_some() {
        Some(Owed::Password)
    } else if is_required && !member.has_second_factor() {
        Some(Owed::SecondFactor)
    } else {
        None
    }
}

/// Begins the session of a member who has just shown in this way that it is they; the cookie that carries it.
pub(super) async fn sign_in(house: &House, visit: &Visit, member: Actor, by: &str) -> Result<String, Failure> {
    let name = member.name().to_owned();
    let entry = Entry::of_office(house.clock.millis(), member, audit::Action::SignIn).about(&name).because(by);
    begin_with(house, visit, &name, Some(&entry)).await
}

/// Begins a session in the place of those that ended because something about how its member signs in was changed: the log has
/// that already.
pub(super) async fn begin(house: &House, visit: &Visit, name: &str) -> Result<String, Failure> {
    begin_with(house, visit, name, None).await
}

/// Begins a session with a token that was never anywhere before, and ends the one that the visit came with.
async fn begin_with(house: &House, visit: &Visit, name: &str, entry: Option<&Entry>) -> Result<String, Failure> {
    end(house, visit, End::Again).await.map_err(Failure::unavailable)?;
    let token = hex(&house.secrets.bytes::<32>().map_err(Failure::internal)?);
    let form_token = hex(&house.secrets.bytes::<16>().map_err(Failure::internal)?);
    let now = house.clock.millis();
    let browser = browser::kind(visit.header(&USER_AGENT).unwrap_or_default());
    let session = store::Session { name: name.to_owned(), form_token, begun_at: now, seen_at: now, browser };
    store::begin(&house.db, &sha256_hex(token.as_bytes()), &session, entry).await.map_err(Failure::unavailable)?;
    Ok(cookie(house, &token, WHOLE_MILLIS / 1_000))
}

/// Ends the visit's session; the cookie that forgets it.
pub(super) async fn sign_out(house: &House, visit: &Visit) -> Result<String, DbError> {
    end(house, visit, End::SignedOut).await
}

async fn end(house: &House, visit: &Visit, why: End) -> Result<String, DbError> {
    if let Some(digest) = digest(house, visit) {
        store::end(&house.db, &digest, why, house.clock.millis()).await?;
    }
    Ok(cookie(house, "", 0))
}

/// A session as its own member sees it: times in milliseconds since 1970.
pub(super) struct Own {
    /// What it is named by in a form.
    pub handle: String,
    pub begun_at: i64,
    pub seen_at: i64,
    /// The kind of browser, where it is known.
    pub browser: String,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// The sessions of a member that have not run out.
pub(super) async fn own(house: &House, visit: &Visit, name: &str) -> Result<Vec<Own>, Failure> {
    let (now, this) = (house.clock.millis(), digest(house, visit));
    let found = store::of_member(&house.db, name, now - WHOLE_MILLIS, now - IDLE_MILLIS).await;
    let own = |(digest, session): (String, store::Session)| Own {
        is_this: this.as_ref() == Some(&digest),
        handle: digest.chars().take(HANDLE).collect(),
        begun_at: session.begun_at,
        seen_at: session.seen_at,
        browser: session.browser,
    };
    Ok(found.map_err(Failure::unavailable)?.into_iter().map(own).collect())
}

/// Ends one session of this member.
pub(super) async fn end_one(house: &House, signed_in: &SignedIn, handle: &str) -> Result<(), Failure> {
    let entry = ended(house, signed_in).because("one");
    store::end_of_member(&house.db, &signed_in.name, handle, &entry).await.map_err(Failure::unavailable)
}

/// Ends every session of this member but the visit's own.
pub(super) async fn end_others(house: &House, visit: &Visit, signed_in: &SignedIn) -> Result<(), Failure> {
    let (this, entry) = (digest(house, visit).unwrap_or_default(), ended(house, signed_in).because("others"));
    store::end_others(&house.db, &signed_in.name, &this, &entry).await.map_err(Failure::unavailable)
}

fn ended(house: &House, signed_in: &SignedIn) -> Entry {
    let now = house.clock.millis();
    Entry::of_office(now, signed_in.actor(), audit::Action::SessionEnd).about(&signed_in.name)
}

fn digest(house: &House, visit: &Visit) -> Option<String> {
    visit.cookie(cookie_name(house)).map(|token| sha256_hex(token.as_bytes()))
}
