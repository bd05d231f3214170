//! Where a route begins: its method and its address, with a name in braces for each place that a visitor fills. All routes of
//! a kind have one type, so the compiler works through it once and not once for each of them.
//!
//! The router's own filters refuse another method without a word of those that the address takes; these say so, because an
//! answer 405 must name them in `Allow` (RFC 9110, section 15.5.6).

use ::http::Method;
use warp::Filter;
use warp::filters::BoxedFilter;
use warp::path::FullPath;
use warp::reject::{self, Reject, Rejection};

/// The address takes GET.
#[derive(Debug)]
struct TakesGet;

/// The address takes POST.
#[derive(Debug)]
struct TakesPost;

impl Reject for TakesGet {}
impl Reject for TakesPost {}

/// Lets a GET of an address without places pass. A HEAD has become one before it comes here.
#[must_use]
pub fn get(address: &'static str) -> BoxedFilter<()> {
    none(asked(Method::GET, address))
}

/// Lets a GET of an address with one place pass, and hands on what fills it.
#[must_use]
pub fn get_one(address: &'static str) -> BoxedFilter<(String,)> {
    one(asked(Method::GET, address))
}

/// Lets a GET of an address with two places pass, and hands on what fills them.
#[must_use]
pub fn get_two(address: &'static str) -> BoxedFilter<(String, String)> {
    asked(Method::GET, address).map(|[first, second]: [String; 2]| (first, second)).untuple_one().boxed()
}

/// Lets a POST to an address without places pass.
#[must_use]
pub fn post(address: &'static str) -> BoxedFilter<()> {
    none(asked(Method::POST, address))
}

/// Lets a POST to an address with one place pass, and hands on what fills it.
#[must_use]
pub fn post_one(address: &'static str) -> BoxedFilter<(String,)> {
    one(asked(Method::POST, address))
}

fn none(asked: BoxedFilter<([String; 0],)>) -> BoxedFilter<()> {
    asked.map(|[]: [String; 0]| ()).untuple_one().boxed()
}

fn one(asked: BoxedFilter<([String; 1],)>) -> BoxedFilter<(String,)> {
    asked.map(|[one]: [String; 1]| one).boxed()
}

/// Lets this method of this address pass. Another method is refused only where the address fits.
fn asked<const PLACES: usize>(wanted: Method, address: &'static str) -> BoxedFilter<([String; PLACES],)> {
    let asked = warp::path::full().and(warp::method()).and_then(move |path: FullPath, method: Method| {
        let places = places(address, path.as_str()).ok_or_else(reject::not_found);
        let is_wanted = method == wanted;
        std::future::ready(places.and_then(|places| if is_wanted { Ok(places) } else { Err(refusal(&wanted)) }))
    });
    asked.boxed()
}

/// What fills the places of an address, in their order; `None` where the path is not of it.
fn places<const PLACES: usize>(address: &str, path: &str) -> Option<[String; PLACES]> {
    let (mut found, mut given) = (Vec::with_capacity(PLACES), path.strip_suffix('/').unwrap_or(path).split('/'));
    for step in address.strip_suffix('/').unwrap_or(address).split('/') {
        let there = given.next()?;
        if step.starts_with('{') {
            found.push(Some(there).filter(|there| !there.is_empty())?.to_owned());
        } else if step != there {
            return None;
        }
    }
    if given.next().is_some() { None } else { found.try_into().ok() }
}

fn refusal(wanted: &Method) -> Rejection {
    if wanted == Method::GET { reject::custom(TakesGet) } else { reject::custom(TakesPost) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_of_an_address_that_has_the_same_steps_and_fills_each_place() {
        let one = |path| places::<1>("/card/{service}/paper", path).map(|[one]| one);
        assert_eq!(one("/card/passport/paper"), Some("passport".to_owned()));
        assert_eq!(one("/card/passport/paper/"), Some("passport".to_owned()));
        for other in ["/card/passport", "/card//paper", "/card/passport/paper/x", "card/passport/paper", "/", ""] {
            assert_eq!(one(other), None, "{other}");
        }
        assert_eq!(places::<0>("/", "/"), Some([]));
        assert_eq!(places::<0>("/", "/desk"), None);
        assert_eq!(places::<0>("/desk", "/desk"), Some([]));
    }
}
