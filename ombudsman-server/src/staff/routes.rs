//! `/sign-in`, `/sign-out`; a member's own account: `/account`, its password, its sessions, its second factor.

use std::sync::Arc;

use warp::Filter;

use super::account::{self, factor};
#[cfg(feature = "oidc")]
use super::organization;
use super::sign_in::{self, Door};
use crate::house::House;
use crate::http::{Routes, answer, body, either, get, peer, post, visit, with};

/// The routes of this room.
#[must_use]
pub fn routes(house: &Arc<House>) -> Routes {
    let door = Door::new(house);
    let show = get("/sign-in")
        .and(with(house))
        .and(visit())
        .map(|house: Arc<House>, visit| answer(&visit, sign_in::show(&house, &visit)));
    let enter = post("/sign-in").and(with(&door)).and(visit()).and(peer()).and(body::limited(body::FORM_LIMIT)).then(
        |door: Arc<Door>, visit, peer, sent| async move {
            answer(&visit, sign_in::sign_in(&door, (&visit, peer), sent).await)
        },
    );
    let out = post("/sign-out")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, sign_in::sign_out(&house, &visit).await) });
    let all = either(either(show.boxed(), enter.boxed()), either(out.boxed(), account_routes(house, &door)));
    #[cfg(feature = "oidc")]
    let all = either(all, organization::routes::routes(house));
    all
}

fn account_routes(house: &Arc<House>, door: &Arc<Door>) -> Routes {
    let show = get("/account")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, account::show(&house, &visit).await) });
    let password =
        post("/account/password").and(with(door)).and(visit()).and(peer()).and(body::limited(body::FORM_LIMIT)).then(
            |door: Arc<Door>, visit, peer, sent| async move {
                answer(&visit, account::change_password(&door, (&visit, peer), sent).await)
            },
        );
    let sessions =
        post("/account/sessions").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
            |house: Arc<House>, visit, sent| async move {
                answer(&visit, account::end_sessions(&house, &visit, sent).await)
            },
        );
    let show_factor = get("/account/second-factor")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, factor::show(&house, &visit).await) });
    let change_factor = post("/account/second-factor")
        .and(with(door))
        .and(visit())
        .and(peer())
        .and(body::limited(body::FORM_LIMIT))
        .then(|door: Arc<Door>, visit, peer, sent| async move {
            answer(&visit, factor::change(&door, (&visit, peer), sent).await)
        });
    let account = either(either(show.boxed(), password.boxed()), sessions.boxed());
    either(account, either(show_factor.boxed(), change_factor.boxed()))
}
