//! The way by which letters leave: a mail server, or a folder for trials.

use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use lettre::Message;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::Certificate;

use super::{Letter, message, relay};
use crate::config::{Config, Mail, Way};

/// Why the office cannot open with mail.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The file of the password.
    #[error("The mail server's password cannot be read from {0}: {1}. Check `mail_password_file` and its rights.")]
    Password(PathBuf, std::io::Error),
    /// The file of the authority.
    #[error(
        "The authority of the mail server cannot be read from {0}: it must be a certificate (PEM). Check \
         `mail_authority_file` and its rights."
    )]
    Authority(PathBuf),
    /// The folder for letters.
    #[error("The folder for letters {0} cannot be made: {1}. Check `mail_url` and its rights.")]
    Folder(PathBuf, std::io::Error),
}

/// Why a letter was not handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Trouble {
    /// It is refused for good.
    #[error("refused for good (code {code:?})")]
    Refused {
        /// The code of the answer.
        code: Option<u16>,
    },
    /// The address is none that mail can be sent to.
    #[error("no mail can be sent to the address")]
    Unaddressed,
    /// It may go better later.
    #[error("not taken at {at} (code {code:?})")]
    Passing {
        /// At which step.
        at: &'static str,
        /// The code of the answer, where there was one.
        code: Option<u16>,
    },
}

impl From<message::Unaddressed> for Trouble {
    fn from(_: message::Unaddressed) -> Self {
        Self::Unaddressed
    }
}

/// The way by which letters leave, ready for use.
pub struct Post {
    pub(super) mail: Mail,
    login: Option<Credentials>,
    authority: Option<Certificate>,
}

impl Post {
    /// The way that the settings name, if they name one.
    pub fn open(config: &Config) -> Result<Option<Self>, MailError> {
        let Some(mail) = config.mail() else { return Ok(None) };
        if let Way::Folder(folder) = &mail.way {
            // Letters have addresses on them: the folder is nobody else's to read.
            let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
            made.map_err(|error| MailError::Folder(folder.clone(), error))?;
        }
        let login =
            if mail.user.is_empty() { None } else { Some(Credentials::new(mail.user.clone(), password(&mail)?)) };
        let authority = if mail.authority_file.is_empty() { None } else { Some(authority(&mail.authority_file)?) };
        Ok(Some(Self { mail, login, authority }))
    }

    /// Hands a letter over to be delivered to this address.
    pub(super) async fn deliver(&self, letter: &Letter, address: &str) -> Result<(), Trouble> {
        let message = message::message(&self.mail, letter, address)?;
        match &self.mail.way {
            Way::Relay(server) => {
                relay::hand_over(server, self.login.as_ref(), self.authority.as_ref(), &message).await
            }
            Way::Folder(folder) => {
                keep(folder, &letter.id, &message).map_err(|_| Trouble::Passing { at: "the folder", code: None })
            }
        }
    }
}

fn authority(path: &str) -> Result<Certificate, MailError> {
    let unreadable = || MailError::Authority(PathBuf::from(path));
    let pem = std::fs::read(path).map_err(|_| unreadable())?;
    Certificate::from_pem(&pem).map_err(|_| unreadable())
}

fn password(mail: &Mail) -> Result<String, MailError> {
    if mail.password_file.is_empty() {
        return Ok(mail.password.shown().to_owned());
    }
    let path = PathBuf::from(&mail.password_file);
    let read = std::fs::read_to_string(&path).map_err(|error| MailError::Password(path, error))?;
    Ok(read.trim_end_matches(['\r', '\n']).to_owned())
}

/// Puts the message into the folder, whole or not at all, for the office's own eyes; a second time in the same place.
fn keep(folder: &Path, id: &str, message: &Message) -> std::io::Result<()> {
    let draft = folder.join(format!(".{id}.draft"));
    let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
    file.write_all(&message.formatted())?;
    file.sync_all()?;
    std::fs::rename(&draft, folder.join(format!("{id}.eml")))
}
