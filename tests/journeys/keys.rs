//! Keys change, and nothing that people hold or officers must read is lost by it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use ombudsman_server::config::Config;
use ombudsman_server::server::open_house;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tests::{Backend, CUSTODIAN, Desk, House, OFFICER, Public, Receipt, complaint, until};

use crate::receipts::check;

/// A key file of the time when an office had one secret.
const ONE_SECRET: [u8; 32] = [9; 32];

/// A complaint with an address and something to mask.
fn sealed_complaint() -> Value {
    // Each is like no other, or it would count as said again.
    let mut card = complaint(&format!("My SIN is 130 692 544 and nobody called me back. {}", tests::card_id()));
    card["reply"] = json!({ "wanted": true, "email": "someone@example.ca" });
    card["consents"] = json!(["contact"]);
    card
}

/// Leaves a card; the receipt and the file that the person saves.
async fn leave_and_save(anyone: &Public, card: &Value) -> (Receipt, String) {
    let document: Value = anyone.send(card).await.json().await.expect("a document");
    (Receipt::of_document(&document), document["file"].as_str().expect("a file").to_owned())
}

/// The officer of the case has both opened that is sealed.
async fn opens_both(house: &House, officer: &Desk, receipt: &Receipt) {
    house.sign_in(CUSTODIAN).await.release(receipt, "original", OFFICER).await;
    assert!(officer.opened(receipt, "open-address").await.contains("someone@example.ca"));
    assert!(officer.opened(receipt, "open-original").await.contains("130 692 544"));
}

/// What `keys list` says, without the public keys: number, since, state, addresses, originals.
fn listed(house: &House) -> Vec<Vec<String>> {
    let said = house.command(&["keys", "list"]);
    said.lines().map(|line| line.split('\t').take(5).map(str::to_owned).collect()).collect()
}

/// How many values each generation seals, the newest first.
fn seals(house: &House) -> Vec<(String, u64)> {
    let number = |line: &Vec<String>| line[3].parse::<u64>().expect("a number") + line[4].parse::<u64>().expect("one");
    listed(house).iter().map(|line| (line[0].clone(), number(line))).collect()
}

fn rotate(house: &House, options: &[&str]) {
    let said = house.command(&[&["keys", "rotate"], options].concat());
    assert!(said.contains("is in ") && said.contains("Restart every process"), "{said}");
}

/// The record opens with the keys that are there.
fn opens(house: &House) {
    assert!(house.command(&["migrate"]).contains("is up to date"));
}

async fn restart(house: &mut House) {
    assert!(house.stop().await.success());
    house.start_all().await;
}

#[tokio::test]
pub async fn what_was_sealed_and_promised_under_one_secret_holds_through_rotation_resealing_and_retirement() {
    let mut house = House::open_with_keys(Some(&ONE_SECRET)).await;
    let (anyone, card) = (house.public(), sealed_complaint());
    let (receipt, file) = leave_and_save(&anyone, &card).await;
    anyone.recorded(&receipt).await;
    house.sign_in(OFFICER).await.step(&receipt, "acknowledge", "").await;
    assert_eq!(listed(&house), [["1", "unknown", "seals and signs", "1", "1"]]);

    let said = house.command(&["keys", "rotate"]);
    assert!(said.contains("Generation 2 is in") && said.contains("Restart every process"), "{said}");
    let running = anyone.leave(&sealed_complaint()).await;
    anyone.recorded(&running).await;
    assert_eq!(seals(&house), [("2".to_owned(), 0), ("1".to_owned(), 4)], "a running process goes on with what it has");
    restart(&mut house).await;

    let officer = house.sign_in(OFFICER).await;
    opens_both(&house, &officer, &receipt).await;
    assert_eq!(anyone.leave(&card).await, receipt, "the same card has the same reference and code");
    let (newer, newer_file) = leave_and_save(&anyone, &sealed_complaint()).await;
    anyone.recorded(&newer).await;
    assert_eq!(seals(&house), [("2".to_owned(), 2), ("1".to_owned(), 4)]);
    let refused = house.refused_command(&["keys", "retire", "1"]);
    assert!(refused.contains("still seals 4 values"), "{refused}");
    assert!(house.command(&["keys", "reseal"]).contains("Sealed anew with generation 2: 4."));
    assert!(house.command(&["keys", "reseal"]).contains("Sealed anew with generation 2: 0."));
    assert!(house.command(&["keys", "retire", "1"]).contains("Generation 1 is retired"));
    assert!(house.refused_command(&["keys", "retire", "2"]).contains("is the newest"));
    opens_both(&house, &officer, &receipt).await;
    restart(&mut house).await;

    let officer = house.sign_in(OFFICER).await;
    opens_both(&house, &officer, &receipt).await;
    assert_eq!(anyone.leave(&card).await, receipt, "and still does");
    for text in [&file, &newer_file] {
        let (status, page) = check(&anyone, "text", text, "en").await;
        assert!(status == StatusCode::OK && page.contains("This receipt is genuine"), "{page}");
        let path = house.write("receipt.json", text);
        assert!(house.command(&["receipt", "verify", path.to_str().expect("a path")]).starts_with("Genuine"));
    }
    let keys = anyone.page("/receipt/key").await;
    let lines: Vec<Vec<&str>> = keys.lines().map(|line| line.split(' ').collect()).collect();
    assert_eq!(lines.iter().map(|line| line[1]).collect::<Vec<_>>(), ["2", "1"], "every key is there: {keys}");
    let path = house.write("receipt.json", &file);
    let verify = ["receipt", "verify", path.to_str().expect("a path"), "--key", lines[0][0]];
    assert!(house.refused_command(&verify).starts_with("Not this office's"));
    assert!(house.command(&[&verify[..], &["--key", lines[1][0]]].concat()).starts_with("Genuine"));
}

#[tokio::test]
async fn a_process_of_before_the_rotation_opens_and_verifies_what_a_newer_one_made() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.start_server("intake,desk").await;
    assert!(house.command(&["keys", "rotate"]).contains("Generation 2"));
    let anyone = house.public();
    let newer = house.start_beside("worker").await;
    let receipt = anyone.leave(&sealed_complaint()).await;
    anyone.recorded(&receipt).await;
    assert_eq!(seals(&house), [("2".to_owned(), 2), ("1".to_owned(), 0)]);
    let officer = house.sign_in(OFFICER).await;
    officer.step(&receipt, "acknowledge", "").await;
    opens_both(&house, &officer, &receipt).await;
    drop(newer);
}

#[tokio::test]
async fn a_receipt_from_anywhere_has_no_process_seal_with_what_the_record_does_not_know() {
    let (house, elsewhere) = (House::open(Backend::Embedded).await, House::open_with_keys(None).await);
    let anyone = house.public();
    let (_, foreign) = leave_and_save(&elsewhere.public(), &sealed_complaint()).await;
    rotate(&house, &[]);
    let (status, page) = check(&anyone, "text", &foreign, "en").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    let keys = anyone.page("/receipt/key").await;
    assert_eq!(keys.lines().count(), 2, "the key ring was read once more: {keys}");
    let receipt = anyone.leave(&sealed_complaint()).await;
    anyone.recorded(&receipt).await;
    assert_eq!(seals(&house), [("2".to_owned(), 0), ("1".to_owned(), 2)]);
}

#[tokio::test]
async fn a_process_that_still_seals_with_a_retired_generation_takes_the_newest_instead() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    rotate(&house, &["--reseal"]);
    assert!(house.command(&["keys", "retire", "1"]).contains("retired"));
    let receipt = anyone.leave(&sealed_complaint()).await;
    anyone.recorded(&receipt).await;
    assert_eq!(seals(&house), [("2".to_owned(), 2), ("1".to_owned(), 0)]);
    let officer = house.sign_in(OFFICER).await;
    officer.step(&receipt, "acknowledge", "").await;
    opens_both(&house, &officer, &receipt).await;
}

#[tokio::test]
async fn a_process_that_has_no_key_but_retired_ones_puts_off_what_it_must_seal_and_records_the_rest() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    let ring = fs::read_to_string(house.data().join("secret.key")).expect("a key ring");
    house.start_with_keys(&ring).await;
    rotate(&house, &["--reseal"]);
    assert!(house.command(&["keys", "retire", "1"]).contains("retired"));
    let anyone = house.public();
    let sealed = anyone.leave(&sealed_complaint()).await;
    until("it is put off", async || house.log().contains("a card could not be recorded").then_some(())).await;
    let plain = anyone.leave(&complaint("The door was locked at noon.")).await;
    anyone.recorded(&plain).await;
    assert!(house.log().contains("lacks generation 2"), "{}", house.log());
    assert!(!house.log().contains("the record cannot be written"), "{}", house.log());
    restart(&mut house).await;
    anyone.recorded(&sealed).await;
    assert_eq!(seals(&house), [("2".to_owned(), 2), ("1".to_owned(), 0)]);
}

#[tokio::test]
async fn rotations_at_once_add_a_generation_each_and_one_that_died_harms_nothing() {
    let house = House::prepare(Backend::Embedded, 60).await;
    let mut at_once: Vec<_> = (0..4).map(|_| house.begin(&["keys", "rotate"])).collect();
    for rotation in &mut at_once {
        assert!(rotation.ended(Duration::from_secs(20)).await.success());
    }
    let numbers = || listed(&house).iter().map(|line| line[0].parse::<usize>().expect("a number")).collect::<Vec<_>>();
    assert_eq!(numbers(), [5, 4, 3, 2, 1]);
    let draft = house.data().join("secret.draft");
    fs::write(&draft, "half a key ri").expect("what a rotation leaves that dies while it writes");
    assert_eq!(numbers(), [5, 4, 3, 2, 1], "the ring is whole");
    rotate(&house, &[]);
    assert_eq!((numbers().len(), draft.exists()), (6, false));
}

#[tokio::test]
async fn keys_that_are_not_those_of_the_record_are_refused_with_a_sentence() {
    let house = House::prepare(Backend::Embedded, 60).await;
    let file = house.data().join("secret.key");
    let first = fs::read(&file).expect("a key file");
    let refused = || house.refused_command(&["migrate"]);
    rotate(&house, &[]);
    opens(&house);
    let newest = fs::read(&file).expect("a key file");
    fs::write(&file, &first).expect("an older copy");
    assert!(refused().contains("lacks generation 2"), "{}", refused());
    fs::write(&file, [1; 32]).expect("other keys");
    assert!(refused().contains("are not those of this record"), "{}", refused());
    fs::write(&file, "a shopping list").expect("no keys");
    assert!(refused().contains("is damaged"), "{}", refused());
    fs::remove_file(&file).expect("the file was there");
    assert!(refused().contains("is missing") && !file.exists(), "no other is made: {}", refused());
    fs::write(&file, &newest).expect("the right one");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o604)).expect("rights");
    assert!(refused().contains("chmod 600"), "{}", refused());
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("rights");
    opens(&house);
    assert_eq!(fs::metadata(&file).expect("rights").permissions().mode() & 0o777, 0o640);
    rotate(&house, &[]);
    assert_eq!(fs::metadata(&file).expect("rights").permissions().mode() & 0o777, 0o640, "they stay as they were");
}

#[tokio::test]
async fn keys_from_the_environment_work_like_the_file_and_are_changed_into_a_new_one() {
    let house = House::prepare(Backend::Embedded, 60).await;
    let file = house.data().join("secret.key");
    let ring = fs::read_to_string(&file).expect("a key ring");
    fs::remove_file(&file).expect("the file was there");
    let list = house.command_with_keys(&ring, &["keys", "list"]).expect("a list");
    assert!(list.starts_with("1\t"), "{list}");
    let refused = house.command_with_keys(&ring, &["keys", "rotate"]).expect_err("nothing to write to");
    assert!(refused.contains("--to"), "{refused}");
    let to = house.data().join("next.key");
    let path = to.to_str().expect("a path");
    let said = house.command_with_keys(&ring, &["keys", "rotate", "--to", path]).expect("a new file");
    assert!(said.contains(path), "{said}");
    assert_eq!(fs::metadata(&to).expect("rights").permissions().mode() & 0o777, 0o600);
    let next = fs::read_to_string(&to).expect("a key ring");
    assert!(house.command_with_keys(&next, &["keys", "list"]).expect("a list").starts_with("2\t"));
    let again = house.command_with_keys(&next, &["keys", "rotate", "--to", path]).expect_err("a file is there");
    assert!(again.contains("Nothing was changed") && fs::read_to_string(&to).expect("it stays") == next, "{again}");
    let damaged = house.command_with_keys(&next.replace("seed", "sead"), &["keys", "list"]).expect_err("no ring");
    let secret = next.split('"').find(|value| value.len() == 43).expect("a key");
    assert!(damaged.contains("OMBUDSMAN_KEYS") && !damaged.contains(secret), "{damaged}");
}

#[tokio::test]
async fn an_office_that_lost_its_keys_can_go_on_with_others_and_old_receipts_stay_genuine() {
    let mut house = House::open(Backend::Embedded).await;
    let (anyone, card) = (house.public(), sealed_complaint());
    let (receipt, file) = leave_and_save(&anyone, &card).await;
    anyone.recorded(&receipt).await;
    assert!(house.refused_command(&["keys", "begin-anew"]).contains("nothing is lost"));
    assert!(house.stop().await.success());
    fs::remove_file(house.data().join("secret.key")).expect("the file was there");
    assert!(house.command(&["keys", "begin-anew"]).contains("generation 2"));
    house.start_all().await;
    let (status, page) = check(&anyone, "text", &file, "en").await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert_eq!(anyone.track(&receipt).await.0, StatusCode::FORBIDDEN, "codes of before lead nowhere");
    let newer = anyone.leave(&sealed_complaint()).await;
    anyone.recorded(&newer).await;
    let (_, said) = house.command_done_in_part(&["keys", "reseal"]);
    assert!(said.contains("Values that no key opens: 2."), "{said}");
}

#[tokio::test]
async fn a_resealing_that_is_killed_is_gone_on_with_and_loses_nothing() {
    const VALUES: usize = 20_000;
    let house = House::prepare(Backend::Embedded, 60).await;
    let ground = || async {
        let config = Config::from_parts(&house.settings(), std::iter::empty()).expect("settings");
        open_house(config).await.expect("a house")
    };
    let before = ground().await;
    let mut tx = before.db.begin().await.expect("a write");
    for place in 0..VALUES {
        let reference = format!("R{place:05}");
        let sealed = before.secrets.seal(&reference, &format!("{place}@example.ca")).expect("sealed");
        let sql = "INSERT INTO vault (reference, sealed, reached_by) VALUES ($1, $2, 'email')";
        tx.execute(sql, vec![reference.into(), sealed.into()]).await.expect("a row");
    }
    tx.commit().await.expect("a commit");
    rotate(&house, &[]);
    let mut command = house.begin(&["keys", "reseal"]);
    until("some are sealed anew", async || {
        let anew = "SELECT 1 FROM vault WHERE substr(sealed, 7, 2) = $1 LIMIT 1";
        let found = before.db.read(anew, vec![vec![0_u8, 2].into()]).await.expect("an answer");
        (!found.is_empty()).then_some(())
    })
    .await;
    command.kill();
    before.db.close().await;
    let halfway = seals(&house);
    assert!(halfway[0].1 > 0 && halfway[1].1 > 0, "it was killed on its way: {halfway:?}");
    assert!(house.command(&["keys", "reseal"]).contains(&format!("generation 2: {}.", halfway[1].1)));
    assert!(house.command(&["keys", "retire", "1"]).contains("retired"));
    let after = ground().await;
    let rows = after.db.read("SELECT reference, sealed FROM vault ORDER BY reference", Vec::new()).await.expect("rows");
    assert_eq!(rows.len(), VALUES);
    for (place, row) in rows.iter().enumerate() {
        let (reference, sealed) = (row.text(0).expect("a text"), row.bytes(1).expect("bytes"));
        let opened = after.secrets.open_sealed(&reference, &sealed).expect("opened");
        assert_eq!(opened, format!("{place}@example.ca"));
    }
    after.db.close().await;
}
