//! A pass: one room hands a member's browser on to another, which does not know the staff, and says by it who comes. It is
//! sealed, so that nobody else can make one and the address tells no name, and it ends with the working day.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;

use crate::secrets::{Secrets, SecretsError};

/// The name under which an address carries it.
pub const PASS: &str = "pass";
/// A pass is good for as long as a session.
const GOOD_FOR: Duration = Duration::from_hours(12);
/// What the seal is about.
const ABOUT: &str = "a pass to key cards in";

/// A pass for this member, made now.
pub fn pass(secrets: &Secrets, name: &str, now: Timestamp) -> Result<String, SecretsError> {
    let sealed = secrets.seal(ABOUT, &format!("{} {name}", now.as_millisecond()))?;
    Ok(URL_SAFE_NO_PAD.encode(sealed))
}

/// Who has this pass, if it is ours and still good. Anybody may invent one, so no key ring is read for it.
#[must_use]
pub fn bearer(secrets: &Secrets, pass: &str, now: Timestamp) -> Option<String> {
    let text = secrets.open_at_hand(ABOUT, &URL_SAFE_NO_PAD.decode(pass).ok()?).ok()?;
    let (made, name) = text.split_once(' ')?;
    let made: i64 = made.parse().ok()?;
    let age = u64::try_from(now.as_millisecond() - made).ok()?;
    (Duration::from_millis(age) < GOOD_FOR).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_tells_who_has_it_until_the_day_is_over_and_nobody_can_make_another() {
        let (secrets, made) = (Secrets::for_testing(), Timestamp::UNIX_EPOCH);
        let at = |hours| made + jiff::SignedDuration::from_hours(hours);
        let good = pass(&secrets, "officer 1", made).expect("a pass");
        assert!(!good.contains("officer"));
        assert_eq!(bearer(&secrets, &good, at(11)).as_deref(), Some("officer 1"));
        for (forged, hours) in [(good.clone(), 12), (good.clone(), -1), (format!("A{good}"), 1), (String::new(), 1)] {
            assert_eq!(bearer(&secrets, &forged, at(hours)), None, "{forged} {hours}");
        }
    }
}
