//! What can be said of mail in the settings, and what is refused before the office opens.

use std::path::Path;

use super::*;

fn mail(settings: &str) -> Result<Option<Mail>, ConfigError> {
    Config::from_parts(settings, std::iter::empty())?.read_mail()
}

fn way(url: &str) -> Option<Way> {
    mail(&format!("mail_url = '{url}'\nmail_from = 'office@example.ca'")).ok().flatten().map(|mail| mail.way)
}

#[test]
fn without_a_way_no_letter_leaves_and_nothing_else_is_asked_for() {
    assert!(mail("").expect("settings").is_none());
}

#[test]
fn a_mail_server_is_named_with_how_the_connection_to_it_is_encrypted() {
    let relay = |host: &str, port, tls| Some(Way::Relay(Relay { host: host.to_owned(), port, tls }));
    assert_eq!(way("smtps://mail.example.ca"), relay("mail.example.ca", 465, Tls::Whole));
    assert_eq!(way("smtp://mail.example.ca"), relay("mail.example.ca", 587, Tls::Start));
    assert_eq!(way("smtp+plain://127.0.0.1:2525"), relay("127.0.0.1", 2525, Tls::Never));
    assert_eq!(way("file:/var/letters").as_ref(), Some(&Way::Folder(Path::new("/var/letters").to_owned())));
    for bad in ["mail.example.ca", "smtp://", "smtp://a:0", "smtp://a:x", "http://a", "file:", "smtp://user:pw@a"] {
        assert_eq!(way(bad), None, "{bad}");
    }
}

#[test]
fn a_sender_that_is_no_address_and_a_password_in_the_clear_are_refused() {
    for bad in [
        "mail_url = 'smtp://a'",
        "mail_url = 'smtp://a'\nmail_from = 'office'",
        "mail_url = 'smtp://a'\nmail_from = \"office@example.ca\\r\\nBcc: x@example.ca\"",
        "mail_url = 'smtp+plain://a'\nmail_from = 'office@example.ca'\nmail_user = 'office'",
        "mail_url = 'smtp://a'\nmail_from = 'office@example.ca'\nmail_try_seconds = 0",
        "mail_password = 'in-a-file-that-many-read'",
        "outside_ombudsman_en = 'named in one language only'",
    ] {
        assert!(mail(bad).is_err(), "{bad}");
    }
}

#[test]
fn an_answer_goes_to_the_office_unless_the_settings_name_another_address() {
    let settings = "mail_url = 'smtp://a'\nmail_from = 'Bureau <bureau@example.ca>'";
    let reply_to = |more: &str| mail(&[settings, more].concat()).expect("settings").expect("mail").reply_to.to_string();
    assert_eq!(reply_to(""), "Bureau <bureau@example.ca>");
    assert_eq!(reply_to("\nmail_reply_to = 'answers@example.ca'"), "answers@example.ca");
}
