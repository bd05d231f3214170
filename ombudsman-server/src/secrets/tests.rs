//! What keys promise, with offices whose secrets are known.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::*;

fn secrets(seed: u8) -> Secrets {
    Secrets::from_secret(&[seed; 32]).expect("keys")
}

fn with(ring: &Ring) -> Secrets {
    Secrets::of(ring, KeySource::Environment(Hidden::default()), Clock::system()).expect("keys")
}

#[test]
fn the_same_card_has_the_same_reference_and_code_and_another_office_has_others() {
    let id = CardId::from_parts(1, &[2; 10]);
    let reference = secrets(1).reference(&id);
    assert_eq!(reference, secrets(1).reference(&id));
    assert_ne!(reference, secrets(2).reference(&id));
    assert!(secrets(1).opens(&reference, &secrets(1).access_code(&reference)));
    assert!(!secrets(1).opens(&reference, &secrets(2).access_code(&reference)));
}

#[test]
fn a_sheet_has_one_card_and_another_sheet_or_office_has_another() {
    let sheet = SheetCode::from_bits(1 << 4);
    let card = secrets(1).card_of_sheet(&sheet);
    assert_eq!(card, secrets(1).card_of_sheet(&sheet));
    assert_ne!(card, secrets(2).card_of_sheet(&sheet));
    assert_ne!(card, secrets(1).card_of_sheet(&SheetCode::from_bits(2 << 4)));
    assert_eq!(CardId::parse(&card.to_string()), Ok(card));
}

#[test]
fn a_mark_holds_for_its_text_and_office_and_a_network_has_another_name_each_day() {
    let mark = secrets(1).mark("a text");
    assert!(secrets(1).is_marked("a text", &mark));
    assert!(!secrets(1).is_marked("another text", &mark) && !secrets(2).is_marked("a text", &mark));
    assert!(!secrets(1).is_marked("a text", ""));
    let name = |seed, day| secrets(seed).network(day, &[192, 0, 2]);
    assert_eq!(name(1, "2026-11-22"), name(1, "2026-11-22"));
    assert_ne!(name(1, "2026-11-22"), name(1, "2026-11-23"));
    assert_ne!(name(1, "2026-11-22"), name(2, "2026-11-22"));
}

#[test]
fn what_is_sealed_opens_only_with_its_key_and_for_what_it_is_about() {
    let sealed = secrets(1).seal("case", "someone@example.ca").expect("sealed");
    assert_eq!(secrets(1).open_sealed("case", &sealed).expect("opened"), "someone@example.ca");
    assert!(secrets(1).open_sealed("other", &sealed).is_err());
    assert!(secrets(2).open_sealed("case", &sealed).is_err());
    assert!(secrets(1).open_sealed("case", &sealed[..5]).is_err());
}

/// Sealed, and signed for, by the office of `[7; 32]` when it had one secret; made by another library.
const SEALED_BEFORE: [u8; 46] = [
    0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0xda, 0xbc, 0x74, 0x16, 0xc7, 0xc5, 0xdc,
    0xe2, 0xf2, 0x35, 0xd0, 0x6b, 0x52, 0x48, 0x29, 0xec, 0x3c, 0x63, 0x2d, 0x48, 0x0d, 0x1f, 0xc5, 0xa2, 0x0d, 0x91,
    0x96, 0x66, 0xb3, 0x5b, 0xa3, 0x6e, 0x23, 0xa3,
];
const KEY_BEFORE: &str = "ZApLLjINfR8Btwo_iOZa_k3l3i51b6MMiTIP7J-sqJw";

#[test]
fn an_office_of_one_secret_keeps_its_references_seals_and_receipts_through_a_rotation() {
    let mut ring = Ring::read(&[7; 32]).expect("one secret");
    let (before, id) = (with(&ring), CardId::from_parts(1, &[2; 10]));
    ring.add([8; 32], jiff::civil::date(2026, 11, 22));
    let after = with(&ring);
    assert_eq!(after.open_sealed("case", &SEALED_BEFORE).expect("opened"), "someone@example.ca");
    assert_eq!(after.reference(&id), before.reference(&id));
    assert_eq!(after.access_code(&after.reference(&id)), before.access_code(&before.reference(&id)));
    let keys: Vec<String> = after.public_keys().iter().map(|key| URL_SAFE_NO_PAD.encode(key.bytes)).collect();
    assert_eq!(keys.get(1).map(String::as_str), Some(KEY_BEFORE));
    assert_eq!(keys.first(), Some(&URL_SAFE_NO_PAD.encode(after.verifying_key())), "the newest signs");
    assert_ne!(keys.first(), keys.get(1));
}

#[test]
fn what_is_sealed_anew_is_sealed_by_the_newest_generation_and_opened_by_no_older_one() {
    let mut ring = Ring::begin([1; 32], 1, [2; 32], None);
    let before = with(&ring);
    let old = before.seal("case", "613-555-0123").expect("sealed");
    ring.add([3; 32], jiff::civil::date(2026, 11, 22));
    let after = with(&ring);
    let new = after.sealed_anew("case", &old).expect("opened").expect("sealed anew");
    assert_eq!((generation_of(&old), generation_of(&new)), (1, 2));
    assert_eq!(after.open_sealed("case", &new).expect("opened"), "613-555-0123");
    assert!(after.sealed_anew("case", &new).expect("sealed").is_none(), "once is enough");
    assert!(matches!(before.open_sealed("case", &new), Err(SecretsError::Lacks(2))));
    let mut forged = new.clone();
    forged.splice(..8, vault::header(1));
    assert!(after.open_sealed("case", &forged).is_err(), "the number in front is part of what is sealed");
    let of_one_secret = with(&Ring::read(&[7; 32]).expect("one secret"));
    let anew = of_one_secret.sealed_anew("case", &SEALED_BEFORE).expect("opened").expect("sealed anew");
    assert_eq!(of_one_secret.open_sealed("case", &anew).expect("opened"), "someone@example.ca");
}

#[test]
fn nothing_new_is_sealed_with_a_retired_generation_where_there_is_no_newer_one() {
    let ring = Ring::begin([1; 32], 1, [2; 32], None);
    let source = KeySource::Environment(Hidden(ring.text()));
    let running = Secrets::of(&ring, source, Clock::system()).expect("keys");
    let sealed = running.seal("case", "a@example.ca").expect("sealed");
    let retired = Noted { id: 1, public_key: String::new(), is_retired: true };
    assert!(matches!(running.sealed_to_stay("case", &sealed, &[retired]), Err(SecretsError::Lacks(2))));
    assert_eq!(running.sealed_to_stay("case", &sealed, &[]).expect("it stays"), sealed);
}

#[test]
fn no_error_about_a_key_ring_says_anything_of_it() {
    let text = Ring::begin([1; 32], 1, [2; 32], None).text().replacen("version", "verzion", 1);
    let hidden = Hidden(text.clone());
    let refused = Secrets::read(KeySource::Environment(hidden.clone()), Clock::system()).err().expect("no ring");
    let said = format!("{refused} {refused:?} {hidden:?} {:?}", KeySource::Environment(hidden.clone()));
    let secrets = text.split('"').skip(1).step_by(2).filter(|value| value.len() > 20);
    assert!(secrets.clone().count() == 2 && secrets.into_iter().all(|value| !said.contains(value)), "{said}");
}
