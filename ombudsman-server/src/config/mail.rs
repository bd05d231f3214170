//! The settings of mail, read: how letters leave, from whom, and how often each is tried.

use std::path::PathBuf;
use std::time::Duration;

use lettre::message::Mailbox;

use super::{Config, ConfigError};
use crate::secrets::Hidden;

/// How letters leave the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Each becomes a file in this folder.
    Folder(PathBuf),
    /// A mail server takes them.
    Relay(Relay),
}

/// A mail server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relay {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How what is said to it is encrypted.
    pub tls: Tls,
}

/// When a connection to a mail server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// From its first byte.
    Whole,
    /// Before anything is said of a letter; a server that cannot is sent nothing.
    Start,
    /// Never.
    Never,
}

/// The settings of mail.
#[derive(Debug, Clone)]
pub struct Mail {
    /// How letters leave.
    pub way: Way,
    /// Who they are from.
    pub from: Mailbox,
    /// Where an answer to one goes.
    pub reply_to: Mailbox,
    /// The file of the authority that certifies the mail server, beside those that browsers know.
    pub authority_file: String,
    /// The user that the mail server knows, if it asks.
    pub user: String,
    /// Their password.
    pub password: Hidden,
    /// The file of their password.
    pub password_file: String,
    /// How long one try may take.
    pub try_within: Duration,
    /// How long a letter waits after each try that failed.
    pub waits: Vec<Duration>,
}

impl Way {
    /// Reads `smtps://host`, `smtp://host`, `smtp+plain://host`, each perhaps with a port, or `file:FOLDER`.
    fn parse(url: &str) -> Option<Self> {
        if let Some(folder) = url.strip_prefix("file:") {
            return (!folder.is_empty()).then(|| Self::Folder(PathBuf::from(folder)));
        }
        let (scheme, rest) = url.split_once("://")?;
        let (tls, usual_port) = match scheme {
            "smtps" => (Tls::Whole, 465),
            "smtp" => (Tls::Start, 587),
            "smtp+plain" => (Tls::Never, 25),
            _ => return None,
        };
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().ok().filter(|port| *port > 0)?),
            None => (rest, usual_port),
        };
        let holds = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-".contains(&b));
        holds.then(|| Self::Relay(Relay { host: host.to_owned(), port, tls }))
    }
}

impl Config {
    /// Whether the office can write to people by e-mail.
    #[must_use]
    pub fn has_mail(&self) -> bool {
        !self.mail_url.is_empty()
    }

    /// How letters leave, if they do. The settings were refused where that could not be read.
    #[must_use]
    pub fn mail(&self) -> Option<Mail> {
        self.read_mail().ok().flatten()
    }

    pub(super) fn read_mail(&self) -> Result<Option<Mail>, ConfigError> {
        let unusable = |key, why| ConfigError::Unusable { key, why };
        if !self.has_mail() {
            return Ok(None);
        }
        let why = "it must be like smtps://mail.example.gc.ca, smtp://mail.example.gc.ca:587, \
                   smtp+plain://127.0.0.1:25 or file:letters";
        let way = Way::parse(&self.mail_url).ok_or_else(|| unusable("mail_url", why))?;
        let mailbox = |key, text: &str| {
            let why = "it must be an address, or a name and an address, like Office <office@example.gc.ca>";
            text.parse::<Mailbox>().map_err(|_| unusable(key, why))
        };
        let from = mailbox("mail_from", &self.mail_from)?;
        let reply_to = match self.mail_reply_to.as_str() {
            "" => from.clone(),
            text => mailbox("mail_reply_to", text)?,
        };
        let is_plain = matches!(&way, Way::Relay(relay) if relay.tls == Tls::Never);
        if is_plain && !self.mail_user.is_empty() {
            return Err(unusable("mail_user", "a password is not sent without encryption; use smtp:// or smtps://"));
        }
        if !(1..=600).contains(&self.mail_try_seconds) {
            return Err(unusable("mail_try_seconds", "it must be from 1 to 600"));
        }
        Ok(Some(Mail {
            way,
            from,
            reply_to,
            authority_file: self.mail_authority_file.clone(),
            user: self.mail_user.clone(),
            password: self.mail_password.clone(),
            password_file: self.mail_password_file.clone(),
            try_within: Duration::from_secs(self.mail_try_seconds),
            waits: self.mail_retry_seconds.iter().copied().map(Duration::from_secs).collect(),
        }))
    }

    /// Whom outside the office a person can turn to, as the language names it; law has names in two.
    #[must_use]
    pub fn outside_ombudsman(&self, language: feedback::Language) -> Option<&str> {
        let is_french = language == feedback::Language::French;
        let named = if is_french { &self.outside_ombudsman_fr } else { &self.outside_ombudsman_en };
        Some(named.as_str()).filter(|named| !named.is_empty())
    }
}

#[cfg(test)]
mod tests;
