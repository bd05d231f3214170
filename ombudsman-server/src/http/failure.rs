//! What can go wrong at a door, and the one place where it becomes an answer: a problem document (RFC 9457) for a
//! program, a page for a person, in the visitor's language. It may name a field that was sent, and never holds a value.

use ::http::{HeaderValue, StatusCode, header};
use askama::Template;
use feedback::{Fault, FaultKind};
use serde_json::{Value, json};

use super::{Page, Reply, Visit, html, of_type, see_other};
use crate::words::Words;

/// Why a door does not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// There is nothing at this address.
    NotFound,
    /// This address does not take this method.
    MethodNotAllowed {
        /// Those that it takes, as `Allow` names them.
        allowed: &'static str,
    },
    /// The body is larger than the door takes.
    TooLarge {
        /// The most bytes that it takes.
        limit: usize,
    },
    /// The body's media type is not the one that the door reads.
    WrongType,
    /// The body is not what its media type says.
    Malformed,
    /// The card is wrong in these ways.
    Card(Vec<Fault>),
    /// No such service.
    UnknownService,
    /// The service takes no cards at present.
    ServiceClosed,
    /// The visitor must sign in first.
    NotSignedIn,
    /// The visitor is signed in, and must finish their account before anything else.
    Unfinished,
    /// The visitor may not do this.
    Forbidden,
    /// What was asked does not fit the state of things, or they have changed since the page was made.
    Conflict,
    /// A page of another site sent a form of ours.
    Foreign,
    /// Very many come from there: a proof is asked for, or a wait of so many seconds. Nothing is kept yet.
    Asked {
        /// The computation that is a proof, as ALTCHA writes it.
        challenge: Value,
        /// What counts as one once the wait is over.
        wait: String,
        /// The wait.
        seconds: u32,
    },
    /// More came from there than anybody may send; so many seconds later there is room again.
    TooMany {
        /// The wait.
        seconds: u32,
    },
    /// The queue or the record cannot be reached, or is full.
    Unavailable,
    /// What was asked was not done in time, or not sent in time.
    TookTooLong,
    /// Anything else; the cause is logged where it is wrapped.
    Internal,
}

impl Failure {
    /// An internal failure, its cause logged here and nowhere else.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        tracing::error!(error = %cause, "an answer could not be made");
        Self::Internal
    }

    /// The record or the queue cannot be reached; the cause is logged here and nowhere else.
    pub fn unavailable(cause: impl std::fmt::Display) -> Self {
        tracing::error!(error = %cause, "the record or the queue could not be used");
        Self::Unavailable
    }

    /// The failure as this visitor understands it.
    #[must_use]
    pub fn reply(&self, visit: &Visit) -> Reply {
        let on = match self {
            Self::NotSignedIn => Some("/sign-in"),
            Self::Unfinished => Some("/account"),
            _ => None,
        };
        if let Some(on) = on.filter(|_| visit.wants_a_page())
            && let Ok(reply) = see_other(&Page::new(visit).link(on))
        {
            return reply;
        }
        let mut reply = if visit.wants_a_page() { self.page(visit) } else { self.problem(visit.words()) };
        if let Some(seconds) = self.retry_after() {
            reply.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Self::MethodNotAllowed { allowed } = self {
            reply.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
        }
        reply
    }

    /// In how many seconds it may be better.
    #[must_use]
    pub const fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Unavailable | Self::TookTooLong => Some(5),
            Self::Asked { seconds, .. } | Self::TooMany { seconds } => Some(*seconds),
            _ => None,
        }
    }

    /// What is wrong with each field, a sentence each.
    #[must_use]
    pub fn errors(&self, words: &Words) -> Vec<(String, String)> {
        match self {
            Self::Card(faults) => faults.iter().map(|fault| (fault.field.clone(), sentence(fault, words))).collect(),
            Self::UnknownService | Self::ServiceClosed => vec![("service".to_owned(), self.text(words, "detail"))],
            _ => Vec::new(),
        }
    }

    /// The status that goes with it.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::UnknownService => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::WrongType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Card(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::ServiceClosed | Self::Conflict => StatusCode::CONFLICT,
            Self::NotSignedIn => StatusCode::UNAUTHORIZED,
            Self::Unfinished | Self::Forbidden | Self::Foreign => StatusCode::FORBIDDEN,
            Self::Asked { .. } | Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable | Self::TookTooLong => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its name, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::MethodNotAllowed { .. } => "method-not-allowed",
            Self::TooLarge { .. } => "too-large",
            Self::WrongType => "wrong-type",
            Self::Malformed => "malformed",
            Self::Card(_) => "card",
            Self::UnknownService => "unknown-service",
            Self::ServiceClosed => "service-closed",
            Self::NotSignedIn => "not-signed-in",
            Self::Unfinished => "unfinished",
            Self::Forbidden => "forbidden",
            Self::Conflict => "conflict",
            Self::Foreign => "foreign",
            Self::Asked { .. } => "asked",
            Self::TooMany { .. } => "too-many",
            Self::Unavailable => "unavailable",
            Self::TookTooLong => "took-too-long",
            Self::Internal => "internal",
        }
    }

    /// Its `title` or its `detail`.
    #[must_use]
    pub fn text(&self, words: &Words, part: &str) -> String {
        let id = format!("problem-{}-{part}", self.code());
        match self.retry_after() {
            Some(seconds) => words.with(&id, "seconds", seconds),
            None => words.text(&id),
        }
    }

    fn problem(&self, words: &Words) -> Reply {
        let errors: Vec<Value> =
            self.errors(words).into_iter().map(|(field, detail)| json!({ "field": field, "detail": detail })).collect();
        let status = self.status();
        let mut document = json!({
            "type": "about:blank", "title": self.text(words, "title"), "status": status.as_u16(),
            "detail": self.text(words, "detail"), "code": self.code(), "errors": errors,
        });
        if let Self::Asked { challenge, wait, .. } = self {
            document["challenge"] = challenge.clone();
            document["wait"] = json!({ "proof": wait, "seconds": self.retry_after() });
        }
        of_type(status, "application/problem+json", document.to_string().into_bytes())
    }

    fn page(&self, visit: &Visit) -> Reply {
        let words = visit.words();
        let page = ProblemPage {
            page: Page::new(visit),
            title: self.text(words, "title"),
            detail: self.text(words, "detail"),
            // A failure that is about one field as a whole has said it already.
            errors: if matches!(self, Self::Card(_)) { self.errors(words) } else { Vec::new() },
        };
        // A problem page that cannot be made is said as a problem document.
        html(self.status(), &page).unwrap_or_else(|_| self.problem(words))
    }
}

#[derive(Template)]
#[template(path = "http/problem.html")]
struct ProblemPage {
    page: Page,
    title: String,
    detail: String,
    errors: Vec<(String, String)>,
}

/// The sentence that explains a fault.
fn sentence(fault: &Fault, words: &Words) -> String {
    match fault.kind {
        FaultKind::TooLong { limit, given } => {
            let number = |n: usize| words.number(n as u64);
            words.with_all(fault.kind.sentence(), &[("limit", number(limit).into()), ("given", number(given).into())])
        }
        FaultKind::Missing if fault.field == "intent" => words.text("card-fault-no-intent"),
        FaultKind::Missing if fault.field.starts_with("reply.") => words.text("card-fault-no-address"),
        kind => words.text(kind.sentence()),
    }
}
