//! One letter said to a mail server, step by step, because it matters at which step a refusal comes: what is refused about the
//! recipient or the letter is refused for good; anything else is trouble of the office's own, and passes.

use lettre::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters, TlsParametersBuilder};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};

use super::post::Trouble;
use crate::config::{Relay, Tls};

/// What an error of the conversation means before anything was said of the recipient.
fn ours(error: &Error) -> Trouble {
    Trouble::Passing { at: "the mail server", code: error.status().map(u16::from) }
}

/// What it means from the recipient on. A server's words may name the recipient, so they go no further.
fn of_the_letter(error: &Error) -> Trouble {
    let code = error.status().map(u16::from);
    if error.is_permanent() { Trouble::Refused { code } } else { Trouble::Passing { at: "the recipient", code } }
}

/// Hands this message to the mail server, which has it when this returns.
pub(super) async fn hand_over(
    relay: &Relay,
    login: Option<&Credentials>,
    authority: Option<&Certificate>,
    message: &Message,
) -> Result<(), Trouble> {
    let (envelope, bytes) = (message.envelope(), message.formatted());
    let mut line = connect(relay, authority, message).await?;
    if let Some(login) = login {
        line.auth(&[Mechanism::Plain, Mechanism::Login], login).await.map_err(|error| ours(&error))?;
    }
    let mut asked = Vec::new();
    if envelope.to().iter().any(|address| !AsRef::<str>::as_ref(address).is_ascii()) {
        if !line.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Err(Trouble::Unaddressed);
        }
        asked.push(MailParameter::SmtpUtfEight);
    }
    line.command(Mail::new(envelope.from().cloned(), asked)).await.map_err(|error| ours(&error))?;
    for address in envelope.to() {
        line.command(Rcpt::new(address.clone(), Vec::new())).await.map_err(|error| of_the_letter(&error))?;
    }
    line.command(Data).await.map_err(|error| of_the_letter(&error))?;
    line.message(&bytes).await.map_err(|error| of_the_letter(&error))?;
    // The letter is theirs now, however the goodbye goes.
    let _ = line.quit().await;
    Ok(())
}

async fn connect(
    relay: &Relay,
    authority: Option<&Certificate>,
    message: &Message,
) -> Result<AsyncSmtpConnection, Trouble> {
    let domain = message.envelope().from().map_or("localhost", |from| from.domain());
    let hello = ClientId::Domain(domain.to_owned());
    let tls = || {
        let parameters = TlsParameters::builder(relay.host.clone());
        let known = authority.cloned().into_iter().fold(parameters, TlsParametersBuilder::add_root_certificate);
        known.build().map_err(|error| ours(&error))
    };
    let whole = if relay.tls == Tls::Whole { Some(tls()?) } else { None };
    let server = (relay.host.as_str(), relay.port);
    let line = AsyncSmtpConnection::connect_tokio1(server, None, &hello, whole, None).await;
    let mut line = line.map_err(|error| ours(&error))?;
    if relay.tls == Tls::Start {
        // Refused where the server cannot: nothing is said of a letter in the clear.
        line.starttls(tls()?, &hello).await.map_err(|error| ours(&error))?;
    }
    Ok(line)
}
