//! What a letter is on its way: decoded as a mail program decodes it, and safe from addresses that would add to it.

use feedback::{Language, ReplyBy};
use mail_parser::{Address, MessageParser};

use super::*;
use crate::config::Config;
use crate::mail::State;

const FRENCH: &str = "Bonjour,\n\nVotre dossier est clos : l’été, à Québec, « déjà » réglé. Œuvre, ça, où, 50 %.\n\n\
    https://example.ca/track?lang=fr\n";

fn mail() -> Mail {
    let settings = "mail_url = 'smtp://a'\nmail_from = 'Bureau de la satisfaction à Québec <bureau@example.ca>'";
    Config::from_parts(settings, std::iter::empty()).expect("settings").mail().expect("mail")
}

fn letter(subject: &str, body: &str) -> Letter {
    Letter {
        id: "0123456789abcdef".to_owned(),
        reference: "7K3M9QXA2B4CE".to_owned(),
        by: ReplyBy::Email,
        language: Language::French,
        subject: subject.to_owned(),
        body: body.to_owned(),
        written_at: 1_700_000_000_000,
        state: State::Waiting,
        tries: 1,
        ended_at: None,
        reason: None,
    }
}

fn formatted(subject: &str, body: &str, address: &str) -> Vec<u8> {
    message(&mail(), &letter(subject, body), address).expect("a message").formatted()
}

#[test]
fn a_french_letter_is_read_with_its_accents_by_a_mail_program() {
    let bytes = formatted("Des nouvelles : été", FRENCH, "personne@example.ca");
    assert!(bytes.is_ascii(), "any mail system can carry it");
    let read = MessageParser::default().parse(&bytes).expect("a message");
    assert_eq!(read.subject(), Some("Des nouvelles : été"));
    assert_eq!(read.body_text(0).expect("a text").replace("\r\n", "\n"), FRENCH);
    assert_eq!(
        read.from().and_then(Address::first).and_then(|from| from.name()),
        Some("Bureau de la satisfaction à Québec")
    );
    assert_eq!(read.message_id(), Some("0123456789abcdef@example.ca"));
    assert_eq!(read.date().map(mail_parser::DateTime::to_timestamp), Some(1_700_000_000));
    for (name, value) in [("Auto-Submitted", "auto-generated"), ("Content-Language", "fr")] {
        assert_eq!(read.header_raw(name).map(str::trim), Some(value));
    }
    assert_eq!(read.reply_to().and_then(Address::first).and_then(|to| to.address()), Some("bureau@example.ca"));
    assert_eq!((read.html_body_count(), read.attachment_count()), (1, 0), "a text shown as it is, and nothing else");
}

#[test]
fn the_same_letter_is_the_same_message_at_every_try() {
    assert_eq!(formatted("a", "b", "c@example.ca"), formatted("a", "b", "c@example.ca"));
}

#[test]
fn an_address_that_would_add_to_the_message_is_none() {
    for hostile in [
        "a@example.ca\r\nBcc: b@example.ca",
        "a@example.ca\nBcc: b@example.ca",
        "a@example.ca\r\n\r\nAnother text",
        "\"a\r\nBcc: b\"@example.ca",
        "a@example.ca, b@example.ca",
        "a@example.ca> RCPT TO:<b@example.ca",
        "A <a@example.ca>",
        "a@example.ca\0",
        "a@[example.ca",
        "",
    ] {
        assert_eq!(message(&mail(), &letter("a", "b"), hostile).err(), Some(Unaddressed), "{hostile:?}");
    }
}

#[test]
fn line_ends_in_a_subject_and_in_a_text_add_no_header() {
    for hostile in ["News\r\nBcc: b@example.ca", "News\nBcc: b@example.ca", "News\rBcc: b@example.ca"] {
        let bytes = formatted(hostile, hostile, "a@example.ca");
        let read = MessageParser::default().parse(&bytes).expect("a message");
        assert!(read.bcc().is_none() && read.to().is_some_and(|to| to.as_list().is_some_and(|to| to.len() == 1)));
        let head = String::from_utf8(bytes).expect("ASCII");
        let head = head.split("\r\n\r\n").next().expect("headers");
        assert!(!head.lines().any(|line| line.starts_with("Bcc")), "{head}");
    }
}
