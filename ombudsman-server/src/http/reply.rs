//! Answers: HTML pages with their policy, JSON, and "see other".

use ::http::{HeaderValue, Response, StatusCode, header};
use askama::Template;
use bytes::Bytes;
use serde::Serialize;

use super::Failure;
use super::assets::desk_js;

/// An answer to a visit.
pub type Reply = warp::reply::Response;

/// The policy of every page of the house but the card and the desk: no script, nothing from elsewhere, no embedding.
#[must_use]
pub const fn page_policy() -> &'static str {
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
}

/// What the desk's pages may do besides: run the office's script, and be told of what is newer.
const DESK_POLICY: &str = "; script-src 'self'; connect-src 'self'";

/// A page under the policy of the house. Pages are never cached: they show what one person may see, now.
pub fn html(status: StatusCode, page: &impl Template) -> Result<Reply, Failure> {
    let text = page.render().map_err(Failure::internal)?;
    // No text of anybody names a script: what is not the house's own is escaped.
    if text.contains(&format!("<script type=\"module\" src=\"{}\">", desk_js().address)) {
        return under_policy(status, text, &[page_policy(), DESK_POLICY].concat());
    }
    under_policy(status, text, page_policy())
}

/// A page under a policy of its own.
pub fn html_with_policy(status: StatusCode, page: &impl Template, policy: &str) -> Result<Reply, Failure> {
    under_policy(status, page.render().map_err(Failure::internal)?, policy)
}

fn under_policy(status: StatusCode, text: String, policy: &str) -> Result<Reply, Failure> {
    let mut reply = of_type(status, "text/html; charset=utf-8", text.into_bytes());
    let policy = HeaderValue::from_str(policy).map_err(Failure::internal)?;
    reply.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(reply)
}

/// A JSON document that nobody caches.
pub fn json(status: StatusCode, media_type: &'static str, value: &impl Serialize) -> Result<Reply, Failure> {
    let mut reply = of_type(status, media_type, serde_json::to_vec(value).map_err(Failure::internal)?);
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(reply)
}

/// Sends the browser on with a GET.
pub fn see_other(address: &str) -> Result<Reply, Failure> {
    let mut reply = of_type(StatusCode::SEE_OTHER, "text/plain", Vec::new());
    reply.headers_mut().insert(header::LOCATION, HeaderValue::from_str(address).map_err(Failure::internal)?);
    Ok(reply)
}

/// The answer, with this cookie for the browser besides.
pub fn with_cookie(mut reply: Reply, cookie: &str) -> Result<Reply, Failure> {
    let cookie = HeaderValue::from_str(cookie).map_err(Failure::internal)?;
    reply.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(reply)
}

/// An answer of this media type.
#[must_use]
pub fn of_type(status: StatusCode, media_type: &'static str, body: impl Into<Bytes>) -> Reply {
    let mut reply = Response::new(body.into().into());
    *reply.status_mut() = status;
    reply.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    reply
}
