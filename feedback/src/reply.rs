//! The reply that a person may ask for, and where it should go.

use serde::{Serialize, Serializer};

use crate::FaultKind;

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

/// Whether a reply is wanted, and by which address. Without one, the reference and code lead to the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// Whether the person asked for a reply.
    pub wanted: bool,
    /// Where to send it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
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
}
