//! What a browser carries to the provider and back, sealed in a cookie: by it the office knows on the return that it sent
//! this browser, and the provider that who asks for the token is who was sent.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use feedback::Language;
use serde::{Deserialize, Serialize};

use crate::config::Config;
use crate::http::Visit;
use crate::secrets::{Secrets, SecretsError};

/// So long somebody may take to sign in there.
const GOOD_FOR: Duration = Duration::from_mins(15);
/// What the seal is about.
const ABOUT: &str = "a trip to the organization's sign-in";

/// What the return must show.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Way {
    /// What the provider sends back as it came.
    pub state: String,
    /// What its token must hold.
    pub nonce: String,
    /// What proves that who asks for the token is who was sent (PKCE).
    pub verifier: String,
}

/// A trip.
#[derive(Serialize, Deserialize)]
pub(super) struct Trip {
    pub way: Way,
    language: String,
    until: i64,
}

impl Trip {
    /// A trip that begins now.
    pub fn new(way: Way, language: Language, now: i64) -> Self {
        let good_for = i64::try_from(GOOD_FOR.as_millis()).unwrap_or(i64::MAX);
        Self { way, language: language.as_str().to_owned(), until: now.saturating_add(good_for) }
    }

    /// The trip that this visit comes back from, if it is one of ours and not over.
    pub fn of(visit: &Visit, config: &Config, secrets: &Secrets, now: i64) -> Option<Self> {
        let sealed = URL_SAFE_NO_PAD.decode(visit.cookie(cookie_name(config))?).ok()?;
        let text = secrets.open_at_hand(ABOUT, &sealed).ok()?;
        let trip: Self = serde_json::from_str(&text).ok()?;
        (now < trip.until).then_some(trip)
    }

    /// The language in which it began.
    pub fn language(&self) -> Language {
        Language::parse(&self.language).unwrap_or(Language::English)
    }

    /// The cookie that carries it.
    pub fn cookie(&self, config: &Config, secrets: &Secrets) -> Result<String, SecretsError> {
        let text = serde_json::to_string(self).unwrap_or_default();
        Ok(cookie(config, &URL_SAFE_NO_PAD.encode(secrets.seal(ABOUT, &text)?), GOOD_FOR))
    }

    /// The cookie that ends it.
    pub fn no_cookie(config: &Config) -> String {
        cookie(config, "", Duration::ZERO)
    }
}

/// The browser must send it when the provider sends the browser back, so it is not `Strict`.
fn cookie(config: &Config, trip: &str, lasts: Duration) -> String {
    let (name, seconds) = (cookie_name(config), lasts.as_secs());
    let secure = if config.is_encrypted() { "; Secure" } else { "" };
    format!("{name}={trip}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}

fn cookie_name(config: &Config) -> &'static str {
    if config.is_encrypted() { "__Host-trip" } else { "trip" }
}
