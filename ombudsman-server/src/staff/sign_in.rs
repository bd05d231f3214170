//! `/sign-in`, `/sign-out`: one form for name, password and code, so that no half of it can be tried out alone. A wrong
//! password, a wrong code and a name that nobody has are answered alike, after the same work. Beside it, where the settings
//! name one, the way to the organization's own sign-in (`organization.rs`).

use std::sync::Arc;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use feedback::AccessCode;

use super::brake::{Brake, Wrong};
use super::{Member, password, second_factor, session, store};
use crate::audit::{self, Action, Actor, Entry};
use crate::house::House;
use crate::http::{
    Failure, Page, Peer, Proxies, Reply, Visit, body, html, is_same_origin, no_pass, see_other, with_cookie,
};

#[derive(Template)]
#[template(path = "staff/sign_in.html")]
struct SignInPage {
    page: Page,
    name: String,
    is_refused: bool,
    /// Whether staff can sign in with an account of their organization.
    has_organization: bool,
    /// Why who comes from there was not let in.
    refusal: Option<&'static str>,
}

named! {
    /// Why who comes from the organization's own sign-in is not let in.
    Refusal {
        /// They did not get there and back, or what they brought does not hold.
        Lost = "lost",
        /// They are in no group that has a role here.
        NoRole = "no-role",
        /// An administrator does not let them in.
        Disabled = "disabled",
        /// They are new, and somebody else has their name.
        NameTaken = "name-taken",
    }
}

/// So many wrong tries the log tells one by one.
const TOLD_ONE_BY_ONE: u32 = 3;

/// A try that lets nobody in: whose name was typed, where a member has it; why; and how many there were lately, this one among
/// them.
pub(super) struct NotLetIn {
    whose: Option<String>,
    why: &'static str,
    tries: u32,
}

/// What the door of the staff stands on: the house, and what slows guessing.
pub(super) struct Door {
    pub house: Arc<House>,
    brake: Arc<Brake>,
    proxies: Proxies,
}

impl Door {
    pub fn new(house: &Arc<House>) -> Arc<Self> {
        Arc::new(Self {
            house: Arc::clone(house),
            brake: Brake::new(house.clock.clone()),
            // The settings were refused if one of them could not be read.
            proxies: Proxies::parse(&house.config.trusted_proxies).unwrap_or_default(),
        })
    }

    /// The member who gives this name, password and, if they have a second factor, code; nobody else is let in.
    pub async fn known(
        &self,
        (visit, peer): (&Visit, Option<Peer>),
        name: &str,
        typed: &str,
        code: Option<&str>,
    ) -> Result<Result<Member, NotLetIn>, Failure> {
        let house = &self.house;
        let network = peer.map(|peer| peer.network(visit, &self.proxies, &house.clock, &house.secrets));
        let tried = self.brake.wait(&house.secrets.digest(name), &network.unwrap_or_default()).await;
        let tried = tried.ok_or(Failure::Unavailable)?;
        let member = store::find(&house.db, name).await.map_err(Failure::unavailable)?;
        let whose = member.as_ref().map(|member| member.name.clone());
        let now = house.clock.millis();
        let may_try = |member: &Member| {
            member.is_active && !member.is_of_organization() && member.first_until.is_none_or(|until| now < until)
        };
        let member = member.filter(may_try);
        let why = if member.is_some() { "password" } else { "not-let-in" };
        let kept = member.as_ref().map(|member| member.password.clone());
        let typed = as_made(member.as_ref(), typed);
        let fits = password::verify(kept, typed).await.ok_or(Failure::Unavailable)?;
        let not_let_in = |wrong: Wrong, why| {
            // Names that nobody has are without number: they count by where they come from.
            let so_often = if whose.is_some() { wrong.of_name } else { wrong.from_network };
            NotLetIn { whose, why, tries: so_often }
        };
        let Some(member) = member.filter(|_| fits) else {
            return Ok(Err(not_let_in(tried.was_wrong(), why)));
        };
        if let Some(code) = code
            && !second_factor::lets_in(house, &member, code).await?
        {
            return Ok(Err(not_let_in(tried.was_wrong(), "code")));
        }
        tried.was_right();
        Ok(Ok(member))
    }
}

/// Keeps that somebody was not let in: with the member whose name was typed, and why. A name that no member has is kept nowhere:
/// it may be a password that was typed in the wrong place. The log is for ever, and no stranger fills it: of many wrong tries it
/// has some, each with how many there were.
pub(super) async fn turned_away(house: &House, whose: Option<&str>, why: &str, tries: u32) -> Result<(), Failure> {
    if !is_told(tries) {
        return Ok(());
    }
    let why = if whose.is_some() { why } else { "nobody" };
    let entry = Entry::of_office(house.clock.millis(), Actor::stranger(), Action::SignInRefused).because(why);
    let count = (tries > TOLD_ONE_BY_ONE).then(|| format!("tries:{tries}"));
    let about: Vec<&str> = whose.into_iter().chain(count.as_deref()).collect();
    let entry = if about.is_empty() { entry } else { entry.about(&about.join(" ")) };
    audit::note(&house.db, &entry).await.map_err(Failure::unavailable)
}

/// Whether the log tells of this one of so many wrong tries: of the first ones, and then each time that there are twice as many.
const fn is_told(tries: u32) -> bool {
    tries <= TOLD_ONE_BY_ONE || tries.is_power_of_two()
}

/// A first password is read off a screen or a paper: any way of writing its letters is the same.
fn as_made(member: Option<&Member>, typed: &str) -> String {
    let is_first = member.is_some_and(|member| member.first_until.is_some());
    let made = AccessCode::parse(typed).ok().filter(|_| is_first);
    made.map_or_else(|| typed.to_owned(), |code| code.grouped())
}

/// `GET /sign-in`.
pub(super) fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    page(house, StatusCode::OK, visit, String::new())
}

fn page(house: &House, status: StatusCode, visit: &Visit, name: String) -> Result<Reply, Failure> {
    let refusal = visit.asked("why").and_then(Refusal::parse).map(Refusal::as_str);
    let (is_refused, has_organization) = (status != StatusCode::OK, house.config.has_oidc());
    html(status, &SignInPage { page: Page::new(visit), name, is_refused, has_organization, refusal })
}

/// `POST /sign-in`.
pub(super) async fn sign_in(
    door: &Door,
    (visit, peer): (&Visit, Option<Peer>),
    sent: Result<Bytes, Failure>,
) -> Result<Reply, Failure> {
    let house = &door.house;
    if !is_same_origin(visit, &house.config.public_url) {
        return Err(Failure::Forbidden);
    }
    let form = body::form(visit, &sent?)?;
    let (name, password) = (body::value(&form, "name").trim(), body::value(&form, "password"));
    let code = Some(body::value(&form, "code").trim());
    let member = match door.known((visit, peer), name, password, code).await? {
        Ok(member) => member,
        Err(NotLetIn { whose, why, tries }) => {
            turned_away(house, whose.as_deref(), why, tries).await?;
            return page(house, StatusCode::UNAUTHORIZED, visit, name.to_owned());
        }
    };
    let by = if member.has_second_factor() { "second-factor" } else { "password" };
    let cookie = session::sign_in(house, visit, Actor::staff(&member.name, member.role.as_str()), by).await?;
    let room = format!("/{}", member.role.room());
    with_cookie(see_other(&Page::new(visit).link(&room))?, &cookie)
}

/// `POST /sign-out`.
pub(super) async fn sign_out(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    if !is_same_origin(visit, &house.config.public_url) {
        return Err(Failure::Forbidden);
    }
    let cookie = session::sign_out(house, visit).await.map_err(Failure::unavailable)?;
    let reply = with_cookie(see_other(&Page::new(visit).link("/sign-in"))?, &cookie)?;
    with_cookie(reply, &no_pass(&house.config))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_wrong_tries_leave_few_entries() {
        let told: Vec<u32> = (1..=40).filter(|tries| is_told(*tries)).collect();
        assert_eq!(told, [1, 2, 3, 4, 8, 16, 32]);
    }
}
