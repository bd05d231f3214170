//! Shared manners of every page and door: what a visit is, how an answer and a failure look. It knows no room.

pub mod assets;
pub mod body;
mod failure;
pub mod limits;
mod news;
mod origin;
mod page;
mod pass;
mod peer;
mod qr;
mod reply;
mod route;
mod serve;
mod site;
mod visit;

use std::sync::Arc;

use warp::Filter;
use warp::filters::BoxedFilter;

pub use failure::Failure;
pub use news::news;
pub use origin::{is_from_elsewhere, is_same_origin};
pub use page::{Front, Page};
pub use pass::{bearer, no_pass, pass};
pub use peer::{Peer, Proxies, peer};
pub use qr::qr_svg;
pub use reply::{Reply, html, html_with_policy, json, of_type, page_policy, see_other, with_cookie};
pub use route::{allowed, get, get_one, get_two, post, post_one};
pub use serve::{CardTaken, Listener, ServeError};
pub use site::{Site, frame_ancestors};
pub use visit::{Visit, visit, visit_in_any_language};

/// A set of routes.
pub type Routes = BoxedFilter<(Reply,)>;

/// The first routes, then the others. Boxing at each join keeps the types, and so the builds, small.
#[must_use]
pub fn either(first: Routes, then: Routes) -> Routes {
    first.or(then).unify().boxed()
}

/// Hands what a room stands on to its handlers.
#[must_use]
pub fn with<T: Send + Sync + 'static>(ground: &Arc<T>) -> BoxedFilter<(Arc<T>,)> {
    let ground = Arc::clone(ground);
    warp::any().map(move || Arc::clone(&ground)).boxed()
}

/// Folds what a handler found into the answer that this visitor understands.
#[must_use]
pub fn answer(visit: &Visit, result: Result<Reply, Failure>) -> Reply {
    result.unwrap_or_else(|failure| failure.reply(visit))
}
