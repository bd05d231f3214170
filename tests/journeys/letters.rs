//! Letters that reach people: by a mail server on a real line, at the right moment, once, and to nobody who did not ask for them.

mod ways;

use mail_parser::MessageParser;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tests::{Backend, Desk, House, Manner, OFFICER, Parcel, PostOffice, Public, REMEDY, Receipt, SENIOR, UPHELD};
use tests::{complaint, question, until};

use crate::audit::chain;

const ADDRESS: &str = "quixotic.marker@people.example.ca";

/// The card of somebody who wants to hear by e-mail.
fn by_mail(mut card: Value) -> Value {
    card["reply"] = json!({ "wanted": true, "email": ADDRESS });
    card["consents"] = json!(["contact"]);
    card
}

fn plain(receipt: &Receipt) -> String {
    receipt.reference.replace('-', "")
}

/// A house whose letters leave by this mail server, and an officer at work.
async fn house(post: &PostOffice) -> (House, Public, Desk) {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.mail_by(post);
    house.start_all().await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    (house, anyone, officer)
}

/// Somebody's card that is in the record.
async fn left(anyone: &Public, card: &Value) -> Receipt {
    let receipt = anyone.leave(card).await;
    anyone.recorded(&receipt).await;
    receipt
}

/// What stands in this column of the outbox, for every letter in the order in which they were written.
async fn outbox(house: &House, sql: &'static str) -> Vec<String> {
    let db = house.db().await;
    let rows = db.read(sql, Vec::new()).await.expect("the outbox");
    let texts = rows.iter().map(|row| row.text(0).expect("a text")).collect();
    db.close().await;
    texts
}

async fn states(house: &House) -> Vec<String> {
    outbox(house, "SELECT state FROM outbox ORDER BY written_at, id").await
}

/// Waits until there are letters and every one is in this state.
async fn all_are(house: &House, state: &str) {
    let all = async || Some(states(house).await).filter(|all| !all.is_empty() && all.iter().all(|one| one == state));
    until(state, async || all().await.map(drop)).await;
}

fn text(parcel: &Parcel) -> String {
    let message = MessageParser::default().parse(&parcel.bytes).expect("a message");
    message.body_text(0).expect("a text").replace("\r\n", "\n")
}

fn message_id(parcel: &Parcel) -> String {
    let message = MessageParser::default().parse(&parcel.bytes).expect("a message");
    message.message_id().expect("a Message-ID").to_owned()
}

#[tokio::test]
async fn a_complaint_that_is_taken_up_is_acknowledged_by_e_mail() {
    let post = PostOffice::open(Manner::Takes).await;
    let (house, anyone, officer) = house(&post).await;
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    let parcel = post.parcel(1).await;
    assert_eq!(parcel.to, [ADDRESS]);
    let text = text(&parcel);
    for said in ["Your officer is officer.", "We will answer you by", &receipt.reference, "/track?lang=en\n"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let whole = String::from_utf8_lossy(&parcel.bytes);
    let secrets = [receipt.access_code.clone(), receipt.access_code.replace('-', ""), "nine weeks".to_owned()];
    assert!(secrets.iter().all(|secret| !whole.contains(secret)), "neither the code nor what they wrote: {whole}");
    assert!(whole.contains("Auto-Submitted: auto-generated\r\n") && whole.contains("charset=utf-8"), "{whole}");
    all_are(&house, "sent").await;
    let page = officer.case(&receipt).await;
    assert!(page.contains("Sent on") && page.contains("you do not need the address"), "{page}");
    assert!(!page.contains(ADDRESS), "the officer writes without seeing it");
    let told = chain(&house, &plain(&receipt)).await;
    let id = outbox(&house, "SELECT id FROM outbox").await.remove(0);
    let told: Vec<String> = told.iter().skip(2).map(|entry| entry.replace(&id, "ID")).collect();
    let expected =
        ["officer/officer letter_write", "system/system view_identity ID (letter)", "system/system letter_send ID"];
    assert_eq!(told, expected);
}

#[tokio::test]
pub async fn an_answer_to_a_question_in_french_arrives_with_its_accents() {
    const ANSWER: &str =
        "Le comptoir ouvre à 9 h, même l’été : « passé la fête du Canada ». Où? À Québec, près du cœur.";
    let post = PostOffice::open(Manner::Takes).await;
    let (_house, anyone, officer) = house(&post).await;
    let mut card = by_mail(question("À quelle heure ouvrez-vous?"));
    card["language"] = json!("fr");
    let receipt = left(&anyone, &card).await;
    officer.step(&receipt, "acknowledge", "").await;
    officer.step(&receipt, "answer", ANSWER).await;
    let parcel = post.parcel(2).await;
    let text = text(&parcel);
    assert!(text.contains(ANSWER) && text.contains("Vous nous avez écrit le"), "{text}");
    let message = MessageParser::default().parse(&parcel.bytes).expect("a message");
    assert_eq!(message.subject(), Some(format!("Des nouvelles de votre message {}", receipt.reference).as_str()));
    let from = message.from().and_then(|from| from.first()).and_then(|from| from.name());
    assert_eq!(from, Some("Bureau de la satisfaction à Québec"));
}

#[tokio::test]
async fn a_decision_that_promises_nothing_is_refused_by_name_and_a_whole_one_is_read_before_it_is_sent() {
    let post = PostOffice::open(Manner::Takes).await;
    let (house, anyone, officer) = house(&post).await;
    house.hire(SENIOR);
    let senior = house.sign_in(SENIOR).await;
    let receipt = officer.takes_on(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    let page = officer.may_not(&receipt, "draft", &UPHELD[..5]).await;
    assert!(page.contains("but not how it is put right") && page.contains("It lay in a tray"), "{page}");
    let without_day: Vec<_> = UPHELD[..5].iter().chain(&REMEDY[..3]).copied().collect();
    let page = officer.may_not(&receipt, "draft", &without_day).await;
    assert!(page.contains("A remedy has no date."), "{page}");
    let whole: Vec<_> = UPHELD[..5].iter().chain(&REMEDY).copied().collect();
    officer.does(&receipt, "draft", &whole).await;
    let preview = senior.case(&receipt).await;
    for said in ["Read the decision as the person gets it", "On the page “Follow your message”", "You can ask until"]
    {
        assert!(preview.contains(said), "{said}: {preview}");
    }
    senior.does(&receipt, "approve", &[]).await;
    officer.does(&receipt, "send", &[]).await;
    let text = text(&post.parcel(2).await);
    for said in [
        "You were right.",
        "It lay in a tray for nine weeks.",
        "A letter of apology.",
        "January 15, 2031",
        "You can ask until",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let read = preview.replace("&#39;", "'").replace("&#38;", "&");
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        assert!(read.contains(line), "what was read is what is sent: {line}");
    }
}

#[tokio::test]
async fn an_address_that_bounces_is_said_on_the_case_page_with_what_to_do_next() {
    let post = PostOffice::open(Manner::Refuses).await;
    let (house, anyone, officer) = house(&post).await;
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    all_are(&house, "failed").await;
    let page = officer.case(&receipt).await;
    for said in ["the other mail system refused it", "If you can reach them another way", "letter-again"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let id = outbox(&house, "SELECT id FROM outbox").await.remove(0);
    post.set(Manner::Takes);
    officer.does(&receipt, "letter-again", &[("letter", &id)]).await;
    assert_eq!(text(&post.parcel(1).await).lines().next(), Some("Hello,"));
    all_are(&house, "sent").await;
    let page = officer.may_not(&receipt, "letter-told", &[("letter", &id)]).await;
    assert!(page.contains("not owed any more"), "{page}");
}

#[tokio::test]
async fn a_complaint_that_was_taken_back_is_written_to_no_more() {
    let post = PostOffice::open(Manner::PutsOff(1)).await;
    let (house, anyone, officer) = house(&post).await;
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    post.came(1).await;
    let (status, page) = anyone.act(&receipt, "withdraw", &[("sure", "yes")]).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert_eq!(states(&house).await, ["stopped"]);
    assert!(officer.case(&receipt).await.contains("Stopped before it was sent"));
    let told = chain(&house, &plain(&receipt)).await;
    assert_eq!(told.last().expect("an entry"), "client/client letter_stop");
    // Whoever comes after is written to, and nobody else was.
    let other = left(&anyone, &by_mail(complaint("The counter was closed."))).await;
    officer.does(&other, "acknowledge", &[]).await;
    assert!(text(&post.parcel(1).await).contains(&other.reference));
    assert_eq!(states(&house).await.iter().filter(|state| *state == "stopped").count(), 1);
}

#[tokio::test]
async fn an_address_that_is_gone_when_a_letter_is_due_is_written_to_no_more() {
    let post = PostOffice::open(Manner::PutsOff(1)).await;
    let (house, anyone, officer) = house(&post).await;
    let receipt = left(&anyone, &by_mail(complaint("My passport took nine weeks."))).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    post.came(1).await;
    let db = house.db().await;
    db.execute("DELETE FROM vault", Vec::new()).await.expect("the address is removed");
    db.close().await;
    all_are(&house, "stopped").await;
    assert!(post.parcels().is_empty());
}

#[tokio::test]
async fn nothing_of_an_address_or_a_letter_is_in_the_logs_the_audit_log_the_metrics_or_the_outbox() {
    let post = PostOffice::open(Manner::PutsOff(1)).await;
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.mail_by(&post);
    house.log_much();
    let metrics = house.count();
    house.start_all().await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let receipt = left(&anyone, &by_mail(question("When do you open?"))).await;
    officer.step(&receipt, "acknowledge", "").await;
    post.parcel(1).await;
    all_are(&house, "sent").await;
    // From here on the server refuses, and names whom it refuses.
    post.set(Manner::Refuses);
    officer.step(&receipt, "answer", "The planted answer is: at nine.").await;
    until("it is given up", async || states(&house).await.contains(&"failed".to_owned()).then_some(())).await;
    let counted = reqwest::get(&metrics).await.expect("an answer").text().await.expect("text");
    for line in
        ["ombudsman_mail_sent_total 1\n", "ombudsman_mail_failed_total 1\n", "ombudsman_mail_tries_failed_total 1\n"]
    {
        assert!(counted.contains(line), "{line}: {counted}");
    }
    assert!(
        counted.contains("ombudsman_mail_waiting 0.0\n") && counted.contains("ombudsman_mail_oldest_age_seconds 0.0")
    );
    let audit = outbox(
        &house,
        "SELECT chain || actor || action || COALESCE(about, '') || COALESCE(reason, '') || COALESCE(payload, '') FROM audit_entries",
    )
    .await
    .join("\n");
    let kept = outbox(&house, "SELECT id || reference || subject || body || COALESCE(reason, '') FROM outbox").await;
    let (log, kept) = (house.log(), kept.join("\n"));
    assert!(log.contains("a letter cannot be delivered") && log.contains("a letter waits for another try"), "{log}");
    for marker in ["quixotic", "people.example.ca", "no such person", &receipt.access_code] {
        for (place, told) in [("log", &log), ("metrics", &counted), ("audit", &audit), ("outbox", &kept)] {
            assert!(!told.contains(marker), "{marker} in the {place}: {told}");
        }
    }
    for (place, told) in [("log", &log), ("metrics", &counted), ("audit", &audit)] {
        assert!(!told.contains("planted"), "the letter's words in the {place}");
    }
    assert!(house.command(&["audit", "verify"]).ends_with("The log is as it was written.\n"));
}
