//! What a running process does with a key ring that changes under it, and what the record says to that.

use std::os::unix::fs::{MetadataExt, chown, symlink};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use jiff::civil::date;
use tempfile::TempDir;

use super::*;
use crate::clock::Clock;
use crate::secrets::generation_of;

const TODAY: Date = date(2026, 11, 22);

/// An office of one generation, and a clock that can be turned.
struct Office {
    folder: TempDir,
    db: Db,
    source: KeySource,
    seconds: Arc<AtomicI64>,
}

impl Office {
    async fn open() -> Self {
        let folder = TempDir::new().expect("a folder");
        let db = Db::open(folder.path()).await.expect("a record");
        let source = KeySource::File(folder.path().join("secret.key"));
        source.make(&Ring::begin([1; 32], 1, [2; 32], None)).expect("a key ring");
        Self { folder, db, source, seconds: Arc::default() }
    }

    /// The keys of a process that starts now.
    fn keys(&self) -> Secrets {
        let seconds = Arc::clone(&self.seconds);
        let tell = move || Timestamp::from_second(seconds.load(Ordering::Relaxed)).expect("a time");
        Secrets::read(self.source.clone(), Clock::for_testing(tell)).expect("keys")
    }

    async fn agreed(&self) -> Secrets {
        let keys = self.keys();
        agree(&keys, &self.db, TODAY).await.expect("the keys of this record");
        keys
    }

    async fn rotate(&self) {
        rotate(&self.source, &self.db, TODAY, None).await.expect("a rotation");
    }
}

#[tokio::test]
async fn a_newer_generation_opens_and_verifies_at_once_and_seals_when_the_record_knows_it() {
    let office = Office::open().await;
    let running = office.agreed().await;
    office.rotate().await;
    let newer = office.keys();
    let sealed = newer.seal("case", "a@example.ca").expect("sealed");
    assert_eq!(running.open_sealed("case", &sealed).expect("opened"), "a@example.ca");
    assert_eq!(running.public_keys().len(), 2);
    let sealing = || generation_of(&running.seal("case", "b@example.ca").expect("sealed"));
    assert_eq!((sealing(), running.newest_generation()), (1, 1), "the record does not know the second");
    running.seal_as_noted(&[Noted { id: 2, public_key: "of another ring".to_owned(), is_retired: false }]);
    assert_eq!(sealing(), 1, "nor is it this one");
    agree(&running, &office.db, TODAY).await.expect("the keys of this record");
    assert_eq!((sealing(), running.newest_generation()), (2, 2));
    assert_eq!(running.open_sealed("case", &sealed).expect("opened"), "a@example.ca");
}

#[tokio::test]
async fn a_pass_of_an_unknown_generation_has_nothing_read_and_anything_else_only_now_and_then() {
    let office = Office::open().await;
    let running = office.agreed().await;
    office.rotate().await;
    let pass = office.keys().seal("a pass", "officer 1").expect("a pass");
    assert!(running.open_at_hand("a pass", &pass).is_err());
    assert_eq!(running.public_keys().len(), 1, "the key ring was not read");
    let known = |after: i64| {
        office.seconds.store(after, Ordering::Relaxed);
        running.reread().expect("a key ring");
        running.public_keys().len()
    };
    assert_eq!(known(100), 2);
    assert_eq!(running.open_at_hand("a pass", &pass).expect("opened"), "officer 1");
    office.rotate().await;
    assert_eq!([known(104), known(105), known(105)], [2, 3, 3]);
    office.rotate().await;
    assert_eq!(known(50), 4, "a clock that was set back keeps nobody waiting");
}

#[tokio::test]
async fn what_was_opened_and_verified_stays_so_whatever_stands_in_the_file_later() {
    let office = Office::open().await;
    let file = office.source.file().expect("a file");
    let first = std::fs::read(file).expect("a key ring");
    office.rotate().await;
    let running = office.agreed().await;
    let sealed = running.seal("case", "a@example.ca").expect("sealed");
    std::fs::write(file, first).expect("an older copy");
    running.reread().expect("a key ring");
    assert_eq!((running.public_keys().len(), running.newest_generation()), (2, 2));
    assert_eq!(running.open_sealed("case", &sealed).expect("opened"), "a@example.ca");
    let mut other = Ring::begin([1; 32], 1, [2; 32], None);
    other.add([9; 32], TODAY);
    std::fs::write(file, other.text()).expect("another second generation");
    office.seconds.store(100, Ordering::Relaxed);
    assert!(matches!(running.reread(), Err(SecretsError::Foreign(2))));
    assert_eq!(running.open_sealed("case", &sealed).expect("opened"), "a@example.ca");
}

#[tokio::test]
async fn of_two_processes_with_other_keys_under_one_number_that_start_at_once_the_second_is_refused() {
    let office = Office::open().await;
    office.agreed().await;
    let keys = |seed| {
        let mut ring = Ring::begin([1; 32], 1, [2; 32], None);
        ring.add([seed; 32], TODAY);
        let source = KeySource::Environment(crate::secrets::Hidden(ring.text()));
        Secrets::read(source, Clock::system()).expect("keys").public_keys()
    };
    // Each has looked, and found no second generation in the record.
    let (one, other) = (keys(3), keys(4));
    note(&office.db, &[&one[0]], &one, TODAY).await.expect("noted");
    let refused = note(&office.db, &[&other[0]], &other, TODAY).await.err();
    assert!(matches!(refused, Some(RotationError::Secrets(SecretsError::Foreign(2)))), "{refused:?}");
}

#[tokio::test]
async fn what_was_sealed_before_there_were_generations_keeps_the_first_from_being_retired() {
    let office = Office::open().await;
    let mut tx = office.db.begin().await.expect("a write");
    let sql = "INSERT INTO originals (reference, sealed) VALUES ($1, $2)";
    tx.execute(sql, vec!["R1".into(), vec![7_u8; 40].into()]).await.expect("a row");
    let count = [store::still_sealed_by(&mut tx, 1).await, store::still_sealed_by(&mut tx, 2).await];
    assert!(matches!(count, [Ok(1), Ok(0)]), "{count:?}");
    tx.commit().await.expect("a commit");
    office.rotate().await;
    let refused = retire(&office.agreed().await, &office.db, 1, TODAY, None).await.err();
    assert!(matches!(refused, Some(RotationError::StillSeals(1, 1))), "{refused:?}");
}

#[tokio::test]
async fn a_generation_whose_seed_cannot_be_taken_out_is_not_retired_and_one_that_is_retired_is_called_so() {
    let office = Office::open().await;
    office.rotate().await;
    let keys = office.agreed().await;
    let ring = || std::fs::read_to_string(office.folder.path().join("secret.key")).expect("a key ring");
    let before = ring();
    let in_the_way = office.folder.path().join("secret.draft");
    std::fs::create_dir(&in_the_way).expect("a folder where the draft should be");
    let refused = retire(&keys, &office.db, 1, TODAY, None).await.expect_err("the ring cannot be written").to_string();
    assert!(refused.contains("could not be written") && refused.contains("Nothing was changed"), "{refused}");
    let known = store::known(&office.db).await.expect("generations");
    assert!(known.iter().all(|noted| !noted.is_retired) && ring() == before, "and nothing was");
    let late = forget(&office.source, &office.db, 1, TODAY, None).await.expect_err("nor now");
    let said = RotationError::SeedStays(1, Box::new(late)).to_string();
    assert!(said.contains("is retired in the record") && !said.contains("Nothing was changed"), "{said}");
    std::fs::remove_dir(&in_the_way).expect("a folder");
    retire(&keys, &office.db, 1, TODAY, None).await.expect("a retirement");
    let known = store::known(&office.db).await.expect("generations");
    assert!(known.iter().any(|noted| noted.is_retired) && ring() != before && !in_the_way.exists());
}

#[tokio::test]
async fn a_changed_ring_belongs_to_whom_the_old_one_did_and_a_link_goes_on_leading_to_it() {
    let office = Office::open().await;
    let (file, kept) = (office.folder.path().join("secret.key"), office.folder.path().join("kept"));
    std::fs::create_dir(&kept).expect("a folder");
    let real = kept.join("office.key");
    std::fs::rename(&file, &real).expect("it moves");
    symlink(&real, &file).expect("a link");
    // Only root can give a file away; to anybody else it stays theirs.
    let _ = chown(&real, Some(4_711), Some(4_712));
    let owner = || std::fs::metadata(&real).map(|file| (file.uid(), file.gid(), file.mode())).expect("a file");
    let before = owner();
    office.rotate().await;
    assert_eq!(owner(), before);
    assert!(file.is_symlink() && !real.is_symlink());
    assert_eq!(office.keys().public_keys().len(), 2);
}
