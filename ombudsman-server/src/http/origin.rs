//! Whether a form was sent from a page of ours: the first guard against forged requests.

use ::http::header::{HeaderName, ORIGIN};

use super::Visit;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Whether the browser says that a page of this address sent the request. A request that says nothing of where it
/// comes from is not taken for ours.
#[must_use]
pub fn is_same_origin(visit: &Visit, public_url: &str) -> bool {
    match (visit.header(&ORIGIN), visit.header(&SEC_FETCH_SITE)) {
        (Some(origin), _) => origin == public_url,
        (None, Some(site)) => site == "same-origin",
        (None, None) => false,
    }
}
