//! Sessions: a random token in a cookie, only its digest in the record, an end after idleness and after a day's work.

use super::store::{self, Session};
use super::{Action, Member, Role, can};
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
    /// What their forms must carry.
    pub form_token: String,
}

impl SignedIn {
    /// Whether they see the cases of this desk.
    #[must_use]
    pub fn sees(&self, desk: &str) -> bool {
        self.desks.is_empty() || self.desks.iter().any(|own| own == desk)
    }
}

/// Lets a signed-in person through who may do this; sends anyone else to sign in, or away.
pub async fn enter(house: &House, visit: &Visit, action: Action) -> Result<SignedIn, Failure> {
    let signed_in = current(house, visit).await?.ok_or(Failure::NotSignedIn)?;
    if can(signed_in.role, action) { Ok(signed_in) } else { Err(Failure::Forbidden) }
}

/// Refuses a form that no page of ours made for this session.
pub fn check_form(house: &House, visit: &Visit, signed_in: &SignedIn, token: &str) -> Result<(), Failure> {
    let is_ours = is_same_origin(visit, &house.config.public_url) && token == signed_in.form_token;
    if is_ours { Ok(()) } else { Err(Failure::Forbidden) }
}

/// Who is signed in.
pub(super) async fn current(house: &House, visit: &Visit) -> Result<Option<SignedIn>, Failure> {
    let Some(token) = visit.cookie(cookie_name(house)) else { return Ok(None) };
    let digest = sha256_hex(token.as_bytes());
    let found = store::session(&house.db, &digest).await.map_err(Failure::unavailable)?;
    let Some(session) = found else { return Ok(None) };
    let now = house.clock.millis();
    if now - session.seen_at > IDLE_MILLIS || now - session.begun_at > WHOLE_MILLIS {
        store::end_session(&house.db, &digest).await.map_err(Failure::unavailable)?;
        return Ok(None);
    }
    if now - session.seen_at > TOUCH_MILLIS {
        store::touch_session(&house.db, &digest, now).await.map_err(Failure::unavailable)?;
    }
    Ok(Some(SignedIn {
        name: session.name,
        shown_as: session.shown_as,
        role: session.role,
        desks: session.desks,
        is_of_program: session.is_of_program,
        form_token: session.form_token,
    }))
}

/// Begins a session; the cookie that carries it.
pub(super) async fn begin(house: &House, member: &Member) -> Result<String, Failure> {
    let token = hex(&house.secrets.bytes::<32>().map_err(Failure::internal)?);
    let form_token = hex(&house.secrets.bytes::<16>().map_err(Failure::internal)?);
    let now = house.clock.millis();
    let Member { name, shown_as, role, desks, is_of_program, .. } = member.clone();
    let session = Session { name, shown_as, role, desks, is_of_program, form_token, begun_at: now, seen_at: now };
    store::begin_session(&house.db, &sha256_hex(token.as_bytes()), &session).await.map_err(Failure::unavailable)?;
    Ok(cookie(house, &token, WHOLE_MILLIS / 1_000))
}

/// Ends the visit's session; the cookie that forgets it.
pub(super) async fn end(house: &House, visit: &Visit) -> Result<String, DbError> {
    if let Some(token) = visit.cookie(cookie_name(house)) {
        store::end_session(&house.db, &sha256_hex(token.as_bytes())).await?;
    }
    Ok(cookie(house, "", 0))
}

fn cookie(house: &House, token: &str, seconds: i64) -> String {
    let secure = if house.config.is_encrypted() { "; Secure" } else { "" };
    format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", cookie_name(house))
}

/// The `__Host-` prefix makes the browser refuse the cookie from anywhere else, but needs an encrypted connection.
fn cookie_name(house: &House) -> &'static str {
    if house.config.is_encrypted() { "__Host-session" } else { "session" }
}
