//! Whether a form was sent from a page of ours: the first guard against forged requests, and against other sites that
//! have their visitors send us cards.

use ::http::header::{HOST, HeaderName, ORIGIN};

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

/// Whether the browser says that a page of another site sent the request. One that says nothing is not taken for that:
/// programs and old browsers do not say. Nor is a page of ours under another name than this address.
#[must_use]
pub fn is_from_elsewhere(visit: &Visit, public_url: &str) -> bool {
    let Some(origin) = visit.header(&ORIGIN) else { return false };
    let host = origin.split_once("://").map(|(_, host)| host);
    let is_ours = origin == public_url
        || visit.header(&SEC_FETCH_SITE) == Some("same-origin")
        || host.is_some() && host == visit.header(&HOST);
    !is_ours
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_of_another_site_is_told_from_ours_and_from_who_says_nothing() {
        let ours = "https://feedback.example.ca";
        for (origin, site, host, expected) in [
            (Some(ours), None, None, false),
            (Some("https://evil.example"), None, Some("feedback.example.ca"), true),
            (Some("https://evil.example"), Some("cross-site"), None, true),
            (Some("null"), Some("cross-site"), Some("feedback.example.ca"), true),
            (Some("null"), Some("same-origin"), None, false),
            (Some("https://other-name.example.ca"), Some("same-origin"), None, false),
            (Some("http://other-name:8080"), None, Some("other-name:8080"), false),
            (None, None, None, false),
            (None, Some("cross-site"), None, false),
        ] {
            let headers = [(ORIGIN, origin), (SEC_FETCH_SITE, site), (HOST, host)];
            let headers = headers.into_iter().filter_map(|(name, value)| Some((name, value?)));
            let visit = Visit::for_testing(headers);
            assert_eq!(is_from_elsewhere(&visit, ours), expected, "{origin:?} {site:?} {host:?}");
        }
    }
}
