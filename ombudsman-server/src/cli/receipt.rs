//! `receipt verify FILE`: checks a saved receipt without a server. Only the office's own keys are trusted, never the one
//! that the file names.

use std::path::Path;

use anyhow::{Context, bail, ensure};
use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::clock::Clock;
use crate::config::Config;
use crate::intake::{Enclosed, SignedReceipt, Verdict, examine};
use crate::secrets::Secrets;

/// A file of more bytes is no receipt.
const FILE_LIMIT: u64 = 1024 * 1024;

/// What to print of a genuine receipt; an error for any other.
pub(super) fn verify(config: &Config, file: &Path, keys: &[String]) -> anyhow::Result<String> {
    let name = file.display();
    let size = std::fs::metadata(file).with_context(|| format!("{name} could not be opened; nothing was checked"))?;
    ensure!(size.len() <= FILE_LIMIT, "{name} is too large for a receipt. Give the file as it was saved.");
    let bytes = std::fs::read(file).with_context(|| format!("{name} could not be read; nothing was checked"))?;
    let verdict = examine(&String::from_utf8_lossy(&bytes), &office_keys(config, keys)?);
    let (SignedReceipt { reference, service, received_on, .. }, card) = match verdict {
        Verdict::Genuine(receipt, card) => (*receipt, card),
        Verdict::OtherKey => bail!(
            "Not this office's: the receipt is whole, and was signed with another key. Ask the office that took the \
             card, or give its key with --key."
        ),
        Verdict::NotGenuine => {
            bail!("Not genuine: the signature does not fit what the receipt says. Ask for the file as it was saved.")
        }
        Verdict::NotAReceipt => bail!("{name} holds no receipt. Give the file as it was saved."),
    };
    let card = match card {
        Enclosed::AsSigned => "The card in the file is the one that was taken.",
        Enclosed::Nothing => "There is no card in the file.",
        Enclosed::Changed => bail!(
            "Genuine is only the receipt ({reference}): the card in the file was changed since. Ask for the file as it \
             was saved."
        ),
    };
    Ok(format!("Genuine: the office took card {reference} about {service} on {received_on} (UTC). {card}"))
}

/// The keys to trust.
fn office_keys(config: &Config, given: &[String]) -> anyhow::Result<Vec<Vec<u8>>> {
    if given.is_empty() {
        let secrets = Secrets::read(config.key_source(), Clock::system());
        let secrets =
            secrets.context("The office's keys are needed. Name its settings with --config, or give --key")?;
        return Ok(secrets.public_keys().iter().map(|key| key.bytes.to_vec()).collect());
    }
    given.iter().map(|key| public_key(key)).collect()
}

/// A key as `/receipt/key` shows it, with or without what stands after it in its line.
fn public_key(given: &str) -> anyhow::Result<Vec<u8>> {
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let written = given.split_whitespace().next().unwrap_or_default().replace('+', "-").replace('/', "_");
    let key = GeneralPurpose::new(&URL_SAFE, config).decode(written).unwrap_or_default();
    ensure!(key.len() == 32, "The key given with --key is none. Copy it whole from the office's page /receipt/key.");
    Ok(key)
}
