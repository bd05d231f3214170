//! The reply that a person may ask for, and where it should go.

use serde::{Serialize, Serializer};

use crate::{FaultKind, ReplyBy};

/// An e-mail address: one `@`, something before it, a dotted name after it, at most 254 bytes (RFC 5321).
#[derive(Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// The address, ends trimmed.
    pub fn parse(text: &str) -> Result<Self, FaultKind> {
        let text = text.trim();
        let (local, domain) = text.split_once('@').ok_or(FaultKind::NotAnEmail)?;
        let domain_holds = domain.contains('.') && domain.split('.').all(|label| !label.is_empty());
        let characters_hold = !text.contains(|c: char| c.is_whitespace() || c.is_control() || ",;<>\"()".contains(c));
        if local.is_empty() || !domain_holds || domain.contains('@') || !characters_hold || text.len() > 254 {
            return Err(FaultKind::NotAnEmail);
        }
        Ok(Self(text.to_owned()))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address never shows in a log, even by mistake.
impl std::fmt::Debug for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Email(…)")
    }
}

impl Serialize for Email {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A phone number or a postal address: as the person wrote it, because people write both in their own way.
///
/// A phone number has 7 to 20 digits; a postal address has 6 to 500 characters.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct WrittenAddress(String);

impl WrittenAddress {
    /// A phone number, ends trimmed.
    pub fn phone(text: &str) -> Result<Self, FaultKind> {
        let text = text.trim();
        // Arabic and Persian digits are digits too.
        let is_digit = |c: &char| matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}');
        let digits = text.chars().filter(is_digit).count();
        let holds = text.chars().count() <= 60 && !text.contains(char::is_control);
        if holds && (7..=20).contains(&digits) { Ok(Self(text.to_owned())) } else { Err(FaultKind::NotAPhone) }
    }

    /// A postal address, ends trimmed, lines ended by `\n`.
    pub fn post(text: &str) -> Result<Self, FaultKind> {
        let text = text.replace("\r\n", "\n").replace(|c: char| c.is_control() && c != '\n', "");
        let text = text.trim();
        if (6..=500).contains(&text.chars().count()) { Ok(Self(text.to_owned())) } else { Err(FaultKind::NotAnAddress) }
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address never shows in a log, even by mistake.
impl std::fmt::Debug for WrittenAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WrittenAddress(…)")
    }
}

/// Where to answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Address {
    /// By e-mail.
    Email(Email),
    /// By phone.
    Phone(WrittenAddress),
    /// By post.
    Post(WrittenAddress),
}

impl Address {
    /// The address for this way; the code needs none, and none is taken for it.
    pub fn parse(by: ReplyBy, text: &str) -> Result<Self, FaultKind> {
        match by {
            ReplyBy::Email => Email::parse(text).map(Self::Email),
            ReplyBy::Phone => WrittenAddress::phone(text).map(Self::Phone),
            ReplyBy::Post => WrittenAddress::post(text).map(Self::Post),
            ReplyBy::Code => Err(FaultKind::Unknown),
        }
    }

    /// The way by which it is reached.
    #[must_use]
    pub const fn by(&self) -> ReplyBy {
        match self {
            Self::Email(_) => ReplyBy::Email,
            Self::Phone(_) => ReplyBy::Phone,
            Self::Post(_) => ReplyBy::Post,
        }
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(email) => email.as_str(),
            Self::Phone(address) | Self::Post(address) => address.as_str(),
        }
    }
}

/// Whether a reply is wanted, and where. Without an address, the reference and code lead to the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// Whether the person asked for a reply.
    pub wanted: bool,
    /// Where to send it, under the name of the way: `{"wanted": true, "email": "…"}`.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub to: Option<Address>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_mail_can_reach_are_taken_and_others_refused() {
        for good in ["a@example.ca", " prénom.nom+x@exemple.gc.ca "] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in
            ["", "a", "@example.ca", "a@example", "a@.ca", "a@b@c.ca", "a b@c.ca", "a@c.ca,b@c.ca", "a@c.ca\r\nBcc:x"]
        {
            assert_eq!(Email::parse(bad), Err(FaultKind::NotAnEmail), "{bad}");
        }
    }

    #[test]
    fn an_address_does_not_show_when_printed_for_debugging() {
        let email = Email::parse("someone@example.ca").expect("an address");
        assert!(!format!("{email:?}").contains("someone"));
    }

    #[test]
    fn phone_numbers_and_postal_addresses_are_taken_as_people_write_them() {
        for good in ["613-555-0123", "+1 (613) 555.0123 poste 45", "5550123", "٦١٣-٥٥٥-٠١٢٣"] {
            assert!(WrittenAddress::phone(good).is_ok(), "{good}");
        }
        for bad in ["", "123", "call me", "1".repeat(21).as_str(), "613\n5550123"] {
            assert_eq!(WrittenAddress::phone(bad), Err(FaultKind::NotAPhone), "{bad}");
        }
        assert_eq!(WrittenAddress::post("1 Main St\r\nOttawa").expect("an address").as_str(), "1 Main St\nOttawa");
        for bad in ["", "here", "x".repeat(501).as_str()] {
            assert_eq!(WrittenAddress::post(bad), Err(FaultKind::NotAnAddress), "{bad}");
        }
    }
}
