//! The names a card goes by: its id, its service and the page it came from.

use serde::{Serialize, Serializer};
use uuid::Uuid;

use crate::{FaultKind, characters};

/// The card's id, a UUID. It is made where the card is begun, so that a card sent twice is one card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CardId(Uuid);

impl CardId {
    /// The id written with hyphens in either case.
    pub fn parse(text: &str) -> Result<Self, FaultKind> {
        if text.len() != 36 {
            return Err(FaultKind::NotAnId);
        }
        Uuid::try_parse(text).map(Self).map_err(|_| FaultKind::NotAnId)
    }

    /// A version 7 id from the time in milliseconds since 1970 and ten random bytes.
    #[must_use]
    pub fn from_parts(millis: u64, random: &[u8; 10]) -> Self {
        Self(uuid::Builder::from_unix_timestamp_millis(millis, random).into_uuid())
    }

    /// The sixteen bytes of the id.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }
}

impl std::fmt::Display for CardId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl Serialize for CardId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A service's name in addresses: lower-case letters, digits and single hyphens, at most 80.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ServiceSlug(String);

impl ServiceSlug {
    /// The slug, or `None` if the text cannot be the name of any service.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let words_hold = text
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        (words_hold && text.len() <= 80).then(|| Self(text.to_owned()))
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether an address can hold this character only as `%…`. Those that change the direction of a text or cannot be seen
/// would show an officer another address than it is.
fn is_no_letter_of_an_address(c: char) -> bool {
    let turns_or_hides = matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    c.is_whitespace() || c.is_control() || turns_or_hides
}

/// The address of the page that the card is about, without query and fragment: those may name a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageAddress(String);

impl PageAddress {
    const LIMIT: usize = 2_000;

    /// The address of an http(s) page.
    pub fn parse(text: &str) -> Result<Self, FaultKind> {
        let given = characters(text);
        if given > Self::LIMIT {
            return Err(FaultKind::TooLong { limit: Self::LIMIT, given });
        }
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        // A name before an `@` would be a person's; no page of a service has one.
        if host.is_empty() || host.contains('@') || text.contains(is_no_letter_of_an_address) {
            return Err(FaultKind::NotAPage);
        }
        Ok(Self(text.split(['?', '#']).next().unwrap_or_default().to_owned()))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_its_path_and_loses_what_may_name_a_person() {
        let page = PageAddress::parse("https://www.canada.ca/en/passport.html?sin=1#name").expect("a page");
        assert_eq!(page.as_str(), "https://www.canada.ca/en/passport.html");
        for bad in [
            "javascript:alert(1)",
            "https://",
            "https://me@canada.ca/",
            "https://a b",
            "/passport",
            "https://a.ca/\u{202e}x",
        ] {
            assert_eq!(PageAddress::parse(bad), Err(FaultKind::NotAPage), "{bad}");
        }
    }

    #[test]
    fn a_service_name_that_is_a_path_or_a_script_names_no_service() {
        for bad in ["../etc", "<script>", "", "-", "a--b", "Passport", "passport/", "é"] {
            assert_eq!(ServiceSlug::parse(bad), None, "{bad}");
        }
        assert!(ServiceSlug::parse("canada-pension-plan-2").is_some());
    }

    #[test]
    fn an_id_from_parts_is_of_version_7_and_reads_back() {
        let id = CardId::from_parts(1_700_000_000_000, &[7; 10]);
        assert_eq!(id.to_string().as_bytes()[14], b'7');
        assert_eq!(CardId::parse(&id.to_string()), Ok(id));
        assert_eq!(CardId::parse("not-an-id"), Err(FaultKind::NotAnId));
    }
}
