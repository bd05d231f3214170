//! `GET` and `POST /sign-in`, `POST /sign-out`.

use std::sync::Arc;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use warp::Filter;

use super::{password, session, store};
use crate::house::House;
use crate::http::{
    Failure, Page, Reply, Routes, Visit, answer, body, either, get, html, is_same_origin, no_pass, post, see_other,
    visit, with, with_cookie,
};

#[derive(Template)]
#[template(path = "staff/sign_in.html")]
struct SignInPage {
    page: Page,
    name: String,
    is_refused: bool,
}

/// The routes of this room.
#[must_use]
pub fn routes(house: &Arc<House>) -> Routes {
    let show = warp::path!("sign-in").and(get()).and(visit()).map(|visit| {
        let result = page(StatusCode::OK, &visit, String::new(), false);
        answer(&visit, result)
    });
    let enter = warp::path!("sign-in")
        .and(post())
        .and(with(house))
        .and(visit())
        .and(body::limited(body::FORM_LIMIT))
        .then(|house: Arc<House>, visit, sent| async move { answer(&visit, sign_in(&house, &visit, sent).await) });
    let out = warp::path!("sign-out")
        .and(post())
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, sign_out(&house, &visit).await) });
    either(either(show.boxed(), enter.boxed()), out.boxed())
}

fn page(status: StatusCode, visit: &Visit, name: String, is_refused: bool) -> Result<Reply, Failure> {
    html(status, &SignInPage { page: Page::new(visit), name, is_refused })
}

async fn sign_in(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    if !is_same_origin(visit, &house.config.public_url) {
        return Err(Failure::Forbidden);
    }
    let form = body::form(visit, &sent?)?;
    let name = body::value(&form, "name").trim();
    let member = store::find(&house.db, name).await.map_err(Failure::unavailable)?;
    let member = member.filter(|member| member.is_active);
    let kept = member.as_ref().map(|member| member.password.clone());
    let fits = password::verify(kept, body::value(&form, "password").to_owned()).await;
    let fits = fits.ok_or(Failure::Unavailable)?;
    match member {
        Some(member) if fits => {
            // A new token at every sign-in: one that was planted before is worth nothing.
            session::end(house, visit).await.map_err(Failure::unavailable)?;
            let cookie = session::begin(house, &member).await?;
            with_cookie(see_other(&Page::new(visit).link(member.role.home()))?, &cookie)
        }
        _ => page(StatusCode::UNAUTHORIZED, visit, name.to_owned(), true),
    }
}

async fn sign_out(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    if !is_same_origin(visit, &house.config.public_url) {
        return Err(Failure::Forbidden);
    }
    let cookie = session::end(house, visit).await.map_err(Failure::unavailable)?;
    let reply = with_cookie(see_other(&Page::new(visit).link("/sign-in"))?, &cookie)?;
    with_cookie(reply, &no_pass(&house.config))
}
