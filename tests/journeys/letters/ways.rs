//! The ways by which letters leave, and what goes wrong on them.

use std::fs;

use base64::Engine as _;
use mail_parser::MessageParser;
use reqwest::StatusCode;
use serde_json::json;
use tests::{Backend, House, Manner, OFFICER, PostOffice, complaint, until};

use super::{ADDRESS, all_are, by_mail, house, left, message_id, outbox, plain, states, text};
use crate::audit::chain;

#[tokio::test]
async fn a_letter_that_is_put_off_is_tried_again_and_comes_once() {
    let post = PostOffice::open(Manner::PutsOff(2)).await;
    let (house, anyone, officer) = house(&post).await;
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    post.parcel(1).await;
    all_are(&house, "sent").await;
    assert_eq!(post.parcels().len(), 1);
    let openings = chain(&house, &plain(&receipt)).await;
    assert_eq!(openings.iter().filter(|entry| entry.contains("view_identity")).count(), 3, "each opening is kept");
}

#[tokio::test]
async fn a_letter_that_no_server_takes_in_all_its_tries_is_given_up_and_the_officer_is_told() {
    let post = PostOffice::open(Manner::HangsUp).await;
    let (house, anyone, officer) = house(&post).await;
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    all_are(&house, "failed").await;
    assert_eq!(post.commands().iter().filter(|command| *command == "DATA").count(), 3);
    assert!(officer.case(&receipt).await.contains("did not take it in several tries"));
    assert_eq!(house.readiness().await, 200, "the office itself is well");
}

#[tokio::test]
async fn a_server_killed_between_the_step_and_the_letter_sends_it_after_its_start_exactly_once() {
    let post = PostOffice::open(Manner::Waits).await;
    let (mut house, anyone, officer) = house(&post).await;
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    post.came(1).await;
    house.kill_server();
    assert_eq!(states(&house).await, ["waiting"], "it is kept");
    post.set(Manner::Takes);
    house.start_all().await;
    post.parcel(1).await;
    all_are(&house, "sent").await;
    assert_eq!(post.parcels().len(), 1);
    // What comes next is another letter, and not this one again.
    let other = left(&house.public(), &by_mail(complaint("The counter was closed."))).await;
    house.sign_in(OFFICER).await.does(&other, "acknowledge", &[]).await;
    assert!(text(&post.parcel(2).await).contains(&other.reference));
}

#[tokio::test]
async fn a_letter_whose_receipt_was_lost_on_the_line_comes_again_under_the_same_message_id() {
    let post = PostOffice::open(Manner::TakesInSilence).await;
    let (house, anyone, officer) = house(&post).await;
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    let first = post.parcel(1).await;
    post.set(Manner::Takes);
    let second = post.parcel(2).await;
    all_are(&house, "sent").await;
    assert_eq!(message_id(&first), message_id(&second));
    assert_eq!(first.bytes, second.bytes, "a receiver can tell");
}

#[tokio::test]
async fn a_server_that_cannot_encrypt_is_told_of_no_letter_where_encryption_is_asked_for() {
    let post = PostOffice::open(Manner::Takes).await;
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.mail_encrypted_by(&post);
    house.start_all().await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    all_are(&house, "failed").await;
    assert!(post.commands().iter().all(|command| command == "EHLO"), "{:?}", post.commands());
}

#[tokio::test]
async fn a_letter_leaves_encrypted_by_a_server_that_is_known_and_asks_for_a_password_that_no_log_has() {
    let post = PostOffice::open_encrypted(Manner::Takes).await;
    let mut house = House::prepare(Backend::Embedded, 60).await;
    let password = house.write("password", "quiet-stamp-cedar\n");
    let file = password.display().to_string();
    house.mail_signed_in_by(&post, "office", &file, true);
    house.log_much();
    house.start_all().await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    assert_eq!(post.parcel(1).await.to, [ADDRESS]);
    all_are(&house, "sent").await;
    let login = base64::engine::general_purpose::STANDARD.encode("\0office\0quiet-stamp-cedar");
    assert_eq!(post.logins(), [format!("AUTH PLAIN {login}")]);
    assert!(!house.log().contains("stamp-cedar") && !house.log().contains(&login), "{}", house.log());
}

#[tokio::test]
async fn a_server_whose_certificate_is_unknown_is_told_neither_a_password_nor_a_letter() {
    let post = PostOffice::open_encrypted(Manner::Takes).await;
    let mut house = House::prepare(Backend::Embedded, 60).await;
    let password = house.write("password", "quiet-stamp-cedar\n");
    house.mail_signed_in_by(&post, "office", &password.display().to_string(), false);
    house.start_all().await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    all_are(&house, "failed").await;
    assert!(post.commands().is_empty() && post.logins().is_empty());
}

#[tokio::test]
async fn without_settings_for_mail_no_letter_is_written_and_the_desk_says_where_the_person_reads_it() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    assert!(states(&house).await.is_empty());
    assert!(officer.case(&receipt).await.contains("is not sent by itself: write to them too"));
}

#[tokio::test]
async fn who_is_anonymous_or_has_an_answer_read_to_them_gets_no_e_mail() {
    let post = PostOffice::open(Manner::Takes).await;
    let (house, anyone, officer) = house(&post).await;
    let anonymous = left(&anyone, &complaint("My passport took nine weeks.")).await;
    officer.does(&anonymous, "acknowledge", &[]).await;
    let mut card = complaint("The counter was closed.");
    card["reply"] = json!({ "wanted": true, "phone": "613-555-0123" });
    card["consents"] = json!(["contact"]);
    let called = left(&anyone, &card).await;
    officer.does(&called, "acknowledge", &[]).await;
    assert_eq!(states(&house).await, ["owed"], "a call");
    let page = officer.case(&called).await;
    assert!(page.contains("A call is owed") && page.contains("Call the person and tell them"), "{page}");
    let id = outbox(&house, "SELECT id FROM outbox").await.remove(0);
    officer.does(&called, "letter-told", &[("letter", &id)]).await;
    assert!(officer.case(&called).await.contains("Marked as told on"));
    let told = chain(&house, &plain(&called)).await;
    assert_eq!(told.last().expect("an entry"), &format!("officer/officer letter_told {id}"));
}

#[tokio::test]
async fn a_letter_by_post_is_printed_with_its_address_by_the_officer_who_may_see_it_and_by_nobody_else() {
    let house = House::open(Backend::Embedded).await;
    house.hire(tests::SENIOR);
    let (anyone, officer, senior) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(tests::SENIOR).await);
    let mut card = complaint("My passport took nine weeks.");
    card["reply"] = json!({ "wanted": true, "post": "1 Marker Street\nOttawa" });
    card["consents"] = json!(["contact"]);
    let receipt = left(&anyone, &card).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    let id = outbox(&house, "SELECT id FROM outbox").await.remove(0);
    let refused = senior.send(&receipt, "letter-print", &[("letter", &id)]).await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    let sheet = officer.send(&receipt, "letter-print", &[("letter", &id)]).await.text().await.expect("a page");
    assert!(sheet.contains("1 Marker Street\nOttawa") && sheet.contains("Your officer is officer."), "{sheet}");
    assert!(!sheet.contains("A reply to this e-mail"), "{sheet}");
    let told = chain(&house, &plain(&receipt)).await;
    assert_eq!(told.last().expect("an entry"), "officer/officer view_identity");
}

#[tokio::test]
async fn letters_become_files_where_the_settings_name_a_folder() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.mail_into("letters");
    house.start_all().await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    all_are(&house, "sent").await;
    let folder = house.data().parent().expect("the house's folder").join("letters");
    let files: Vec<_> = fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path()).collect();
    assert!(files.len() == 1 && files[0].extension().is_some_and(|ending| ending == "eml"), "{files:?}");
    let bytes = fs::read(&files[0]).expect("a letter");
    let message = MessageParser::default().parse(&bytes).expect("a message");
    assert!(message.body_text(0).expect("a text").contains(&receipt.reference));
    assert!(String::from_utf8_lossy(&bytes).contains(&format!("To: {ADDRESS}")));
}

#[tokio::test]
async fn a_letter_that_waits_leaves_when_the_office_that_closed_opens_again() {
    let post = PostOffice::open(Manner::PutsOff(1)).await;
    let (mut house, anyone, officer) = house(&post).await;
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    post.came(1).await;
    house.stop().await;
    house.start_all().await;
    post.parcel(1).await;
    until("it is sent", async || (states(&house).await == ["sent"]).then_some(())).await;
}
