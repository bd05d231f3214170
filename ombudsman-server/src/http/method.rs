//! Which methods an address takes. The router's own filters refuse another method without a word of those that it takes;
//! these say so, because an answer 405 must name them in `Allow` (RFC 9110, section 15.5.6).

use ::http::Method;
use warp::Filter;
use warp::reject::{self, Reject, Rejection};

/// The address takes GET.
#[derive(Debug)]
struct TakesGet;

/// The address takes POST.
#[derive(Debug)]
struct TakesPost;

impl Reject for TakesGet {}
impl Reject for TakesPost {}

/// Lets a GET pass. A HEAD has become one before it comes here.
#[must_use]
pub fn get() -> impl Filter<Extract = (), Error = Rejection> + Clone {
    only(Method::GET, || reject::custom(TakesGet))
}

/// Lets a POST pass.
#[must_use]
pub fn post() -> impl Filter<Extract = (), Error = Rejection> + Clone {
    only(Method::POST, || reject::custom(TakesPost))
}

fn only(wanted: Method, refusal: fn() -> Rejection) -> impl Filter<Extract = (), Error = Rejection> + Clone {
    warp::method()
        .and_then(move |asked: Method| std::future::ready(if asked == wanted { Ok(()) } else { Err(refusal()) }))
        .untuple_one()
}

/// What an address takes that was asked by another method, as `Allow` says it; `None` if that is not why it was refused.
#[must_use]
pub fn allowed(rejection: &Rejection) -> Option<&'static str> {
    match (rejection.find::<TakesGet>().is_some(), rejection.find::<TakesPost>().is_some()) {
        (true, true) => Some("GET, HEAD, POST"),
        (true, false) => Some("GET, HEAD"),
        (false, true) => Some("POST"),
        (false, false) => None,
    }
}
