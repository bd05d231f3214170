//! Sign-in with an organization's own accounts: `OpenID Connect`, by the code flow with PKCE, a state and a nonce.
//!
//! `GET /sign-in/organization` sends the browser to the provider; `GET /sign-in/organization/return` is where it comes back.
//! Who comes is a member under the provider's own name for them, and has the role of the first group of the settings that
//! they are in; a second factor is the provider's matter. Such a member has no password here.

mod http;
mod person;
mod provider;
pub(super) mod routes;
mod store;
mod trip;

use std::sync::Arc;

use feedback::Language;

use self::person::Person;
use self::provider::{Lost, Provider};
use self::store::Came;
use self::trip::Trip;
use super::sign_in::{Refusal, turned_away};
use super::{Role, session};
use crate::audit::Actor;
use crate::config::Config;
use crate::house::House;
use crate::http::{Failure, Reply, Visit, see_other, with_cookie};

/// The settings name a role that there is not.
#[derive(Debug, thiserror::Error)]
#[error(
    "The setting `oidc_roles` names the role {0:?}, which there is not. The roles are: {roles}.",
    roles = Role::ALL.map(Role::as_str).join(", ")
)]
pub struct NoSuchRole(String);

/// Checks that every role of the settings is one.
pub fn check(config: &Config) -> Result<(), NoSuchRole> {
    let named = config.oidc().map(|oidc| oidc.roles).unwrap_or_default();
    let stray = named.into_iter().find(|(_, role)| Role::parse(role).is_none());
    stray.map_or(Ok(()), |(_, role)| Err(NoSuchRole(role)))
}

/// What this door stands on.
struct Door {
    house: Arc<House>,
    /// The provider, where the settings name one.
    provider: Option<Provider>,
}

impl Door {
    fn new(house: &Arc<House>) -> Self {
        let provider =
            house.config.oidc().map(|settings| Provider::new(settings, &house.config.public_url, house.clock.clone()));
        Self { house: Arc::clone(house), provider }
    }
}

/// `GET /sign-in/organization`: off to the provider.
async fn go(door: &Door, visit: &Visit) -> Result<Reply, Failure> {
    let house = &door.house;
    let provider = door.provider.as_ref().ok_or(Failure::NotFound)?;
    let (address, way) = match provider.way_there().await {
        Ok(way) => way,
        Err(error) => return lost(visit.language, &error),
    };
    let trip = Trip::new(way, visit.language, house.clock.millis());
    let cookie = trip.cookie(&house.config, &house.secrets).map_err(Failure::internal)?;
    with_cookie(see_other(address.as_str())?, &cookie)
}

/// `GET /sign-in/organization/return`: back from there. A trip is good for one return.
async fn come(door: &Door, visit: &Visit) -> Result<Reply, Failure> {
    let house = &door.house;
    let reply = arrived(door, visit).await?;
    with_cookie(reply, &Trip::no_cookie(&house.config))
}

async fn arrived(door: &Door, visit: &Visit) -> Result<Reply, Failure> {
    let house = &door.house;
    let provider = door.provider.as_ref().ok_or(Failure::NotFound)?;
    let trip = Trip::of(visit, &house.config, &house.secrets, house.clock.millis());
    let state = visit.asked("state").unwrap_or_default();
    let Some(trip) = trip.filter(|trip| trip.way.state == state) else { return lost(visit.language, &Lost::Trip) };
    let language = trip.language();
    let Some(code) = visit.asked("code") else { return lost(language, &Lost::Declined) };
    let person = match provider.who_came(code, trip.way).await {
        Ok(person) => person,
        Err(error) => return lost(language, &error),
    };
    let Some(role) = role_of(&person, &provider.settings.roles) else {
        turned_away(house, None, "nobody", 1).await?;
        return refuse(language, Refusal::NoRole);
    };
    match store::come(house, &provider.settings.issuer, &person, role).await? {
        Came::Member(name) => {
            let member = Actor::staff(&name, role.as_str());
            let cookie = session::sign_in(house, visit, member, "organization").await?;
            with_cookie(see_other(&format!("/{}?lang={}", role.room(), language.as_str()))?, &cookie)
        }
        Came::Disabled(name) => {
            turned_away(house, Some(&name), "not-let-in", 1).await?;
            refuse(language, Refusal::Disabled)
        }
        Came::NameTaken => {
            turned_away(house, None, "nobody", 1).await?;
            refuse(language, Refusal::NameTaken)
        }
    }
}

/// The role of the first group in the settings that the person is in.
fn role_of(person: &Person, roles: &[(String, String)]) -> Option<Role> {
    let fits = roles.iter().find(|(group, _)| person.groups.contains(group));
    fits.and_then(|(_, role)| Role::parse(role))
}

/// Says that the person could not be brought in; the log says why, and not whom.
fn lost(language: Language, lost: &Lost) -> Result<Reply, Failure> {
    tracing::warn!(why = %lost, "nobody came in from the organization's sign-in");
    refuse(language, Refusal::Lost)
}

/// Back to the form, which says why. What the provider sent stands in no address any more.
fn refuse(language: Language, why: Refusal) -> Result<Reply, Failure> {
    see_other(&format!("/sign-in?lang={}&why={}", language.as_str(), why.as_str()))
}
