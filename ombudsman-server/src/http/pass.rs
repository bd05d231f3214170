//! A pass: one room hands a member's browser on to another, which does not know the staff, and says by it who comes. It is
//! sealed, so that nobody else can make one and it tells no name; it is a cookie, so that it stands in no address, log or
//! print; and it ends within the hour, since nothing else can take it back.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;

use super::Visit;
use crate::config::Config;
use crate::secrets::{Secrets, SecretsError};

/// How long a pass is good for.
const GOOD_FOR: Duration = Duration::from_hours(1);
/// What the seal is about.
const ABOUT: &str = "a pass to key cards in";

/// The cookie with a pass for this member, made now.
pub fn pass(config: &Config, secrets: &Secrets, name: &str, now: Timestamp) -> Result<String, SecretsError> {
    let sealed = secrets.seal(ABOUT, &format!("{} {name}", now.as_millisecond()))?;
    Ok(cookie(config, &URL_SAFE_NO_PAD.encode(sealed), GOOD_FOR))
}

/// The cookie that ends the browser's pass.
#[must_use]
pub fn no_pass(config: &Config) -> String {
    cookie(config, "", Duration::ZERO)
}

/// Who comes with a pass, if it is ours and still good. Anybody may invent one, so no key ring is read for it.
#[must_use]
pub fn bearer(config: &Config, secrets: &Secrets, visit: &Visit, now: Timestamp) -> Option<String> {
    let sealed = URL_SAFE_NO_PAD.decode(visit.cookie(cookie_name(config))?).ok()?;
    let text = secrets.open_at_hand(ABOUT, &sealed).ok()?;
    let (made, name) = text.split_once(' ')?;
    let made: i64 = made.parse().ok()?;
    let age = u64::try_from(now.as_millisecond() - made).ok()?;
    (Duration::from_millis(age) < GOOD_FOR).then(|| name.to_owned())
}

fn cookie(config: &Config, pass: &str, lasts: Duration) -> String {
    let (name, seconds) = (cookie_name(config), lasts.as_secs());
    let secure = if config.is_encrypted() { "; Secure" } else { "" };
    format!("{name}={pass}; Path=/card; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}")
}

/// With the prefix the browser takes the cookie from an encrypted page only.
fn cookie_name(config: &Config) -> &'static str {
    if config.is_encrypted() { "__Secure-pass" } else { "pass" }
}

#[cfg(test)]
mod tests {
    use ::http::header::COOKIE;

    use super::*;

    fn defaults() -> Config {
        Config::from_parts("", std::iter::empty()).expect("the defaults")
    }

    fn visit_with(cookie: &str) -> Visit {
        Visit::for_testing([(COOKIE, &*cookie.to_owned().leak())])
    }

    #[test]
    fn a_pass_tells_who_has_it_for_an_hour_and_nobody_can_make_another() {
        let (config, secrets, made) = (defaults(), Secrets::for_testing(), Timestamp::UNIX_EPOCH);
        let at = |minutes| made + jiff::SignedDuration::from_mins(minutes);
        let set = pass(&config, &secrets, "officer 1", made).expect("a pass");
        assert!(!set.contains("officer"), "{set}");
        let good = set.split(';').next().expect("a cookie").to_owned();
        let forged = good.replace("pass=", "pass=A");
        for (cookie, minutes, expected) in
            [(&good, 59, Some("officer 1")), (&good, 60, None), (&good, -1, None), (&forged, 1, None)]
        {
            let who = bearer(&config, &secrets, &visit_with(cookie), at(minutes));
            assert_eq!(who.as_deref(), expected, "{cookie} {minutes}");
        }
    }

    #[test]
    fn the_cookie_of_a_pass_goes_to_the_card_only_and_by_an_encrypted_way_where_there_is_one() {
        let mut config = defaults();
        assert_eq!(no_pass(&config), "pass=; Path=/card; HttpOnly; SameSite=Strict; Max-Age=0");
        config.public_url = "https://feedback.example.ca".to_owned();
        let set = pass(&config, &Secrets::for_testing(), "officer", Timestamp::UNIX_EPOCH).expect("a pass");
        assert!(set.starts_with("__Secure-pass="), "{set}");
        assert!(set.ends_with("; Path=/card; HttpOnly; SameSite=Strict; Max-Age=3600; Secure"), "{set}");
    }
}
