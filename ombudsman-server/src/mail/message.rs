//! A letter as mail systems carry it: plain text, whole in any language, with nothing in it that follows the reader.

use std::time::{Duration, SystemTime};

use feedback::Email;
use lettre::address::AddressError;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};

use super::Letter;
use crate::config::Mail;

/// Why no message was made: the address is none that mail can be sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no mail can be sent to the address")]
pub(super) struct Unaddressed;

impl From<AddressError> for Unaddressed {
    fn from(_: AddressError) -> Self {
        Self
    }
}

/// The letter as a message to this address. Its Message-ID and its date are the letter's own, the same at every try.
pub(super) fn message(mail: &Mail, letter: &Letter, address: &str) -> Result<Message, Unaddressed> {
    // The door let only such addresses in; what the vault holds is held against the same rule again.
    let address = Email::parse(address).map_err(|_| Unaddressed)?;
    let to = Mailbox::new(None, address.as_str().parse()?);
    let written = Duration::from_millis(u64::try_from(letter.written_at).unwrap_or(0));
    let header = |name, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned());
    let message = Message::builder()
        .from(mail.from.clone())
        .reply_to(mail.reply_to.clone())
        .to(to)
        .subject(&letter.subject)
        .date(SystemTime::UNIX_EPOCH + written)
        .message_id(Some(format!("<{}@{}>", letter.id, mail.from.email.domain())))
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("Content-Language", letter.language.as_str()))
        .header(ContentType::TEXT_PLAIN)
        .body(letter.body.clone());
    message.map_err(|_| Unaddressed)
}

#[cfg(test)]
mod tests;
