//! Editions of before there were parts about complaints and about what answers tell together: they are verified as they were made and
//! signed.

use std::sync::atomic::AtomicU64;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{built, inputs, quarter};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::house::House;
use crate::metrics::Metrics;
use crate::results::complaints;
use crate::results::editions::document::bytes;
use crate::results::editions::{store, verify};
use crate::secrets::{Secrets, sha256_hex};

/// A house whose record has an edition that was approved before, signed by what it was signed by then.
async fn house(with_complaints: bool) -> (House, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    Db::leave_for_testing(folder.path(), 22, &[]).await;
    let secrets = Secrets::for_testing();
    let inputs = inputs(&[("passport", "web", "en", "512345", 40), ("passport", "web", "fr", "444444", 80)]);
    let edition = built(&inputs);
    let imprint = complaints::Imprint { edition: "2026-Q3.1", quarter: quarter(), code_version: "0.0.0" };
    let of_the_office = serde_json::from_str::<complaints::Inputs>("[]").expect("inputs as they were kept then");
    let part = complaints::Built::of(&of_the_office, &imprint, &secrets).expect("a part");
    let (json, csv) = (sha256_hex(&edition.json), sha256_hex(&edition.csv));
    let hashes = with_complaints.then(|| [sha256_hex(&part.json), sha256_hex(&part.csv)]);
    let (form, more) = hashes.map_or((1, String::new()), |[json, csv]| (2, format!("{json}\n{csv}\n")));
    let signed = format!("comment-card-edition-{form}\n2026-Q3.1\n7\n{json}\n{csv}\n{more}");
    let signature = URL_SAFE_NO_PAD.encode(secrets.sign(signed.as_bytes()));
    let db = Db::open(folder.path()).await.expect("a record, brought up to date");
    let sql = "INSERT INTO editions (id, quarter, number, code_version, inputs, json, csv, withheld, inputs_hmac, \
               json_sha256, csv_sha256, preparer, prepared_at, approver, approved_at, publish_at, signature) VALUES \
               ('2026-Q3.1', '2026-Q3', 1, '0.0.0', $1, $2, $3, $4, $5, $6, $7, 'one', 1, 'other', 2, 7, $8)";
    let args = vec![
        bytes(&inputs).expect("it can be written").into(),
        edition.json.into(),
        edition.csv.into(),
        bytes(&edition.withheld).expect("it can be written").into(),
        edition.document.inputs_hmac.into(),
        json.into(),
        csv.into(),
        signature.into(),
    ];
    assert_eq!(db.execute(sql, args).await.expect("an edition"), 1);
    if with_complaints {
        let mut tx = db.begin().await.expect("a write");
        complaints::store::keep(&mut tx, "2026-Q3.1", &part).await.expect("a part");
        tx.commit().await.expect("it is kept");
    }
    let config = Config::from_parts("", std::iter::empty()).expect("the settings");
    (
        House {
            config,
            clock: Clock::system(),
            secrets,
            db,
            metrics: Metrics::new(0.0),
            register_changes: AtomicU64::default(),
        },
        folder,
    )
}

#[tokio::test]
async fn an_edition_of_before_there_were_more_parts_is_still_verified_and_has_none() {
    for with_complaints in [false, true] {
        let (house, _folder) = house(with_complaints).await;
        let found = verify(&house, quarter()).await.expect("it was made again");
        assert_eq!(found.iter().flat_map(|found| found.faults.clone()).collect::<Vec<_>>(), [""; 0]);
        assert!(found[0].is_approved);
        let edition = store::of_quarter(&house.db, quarter()).await.expect("a record").remove(0);
        assert_eq!((edition.complaints.is_some(), &edition.drivers), (with_complaints, &None));
        assert_eq!(
            crate::results::editions::document(&house, &edition).await.expect("it is read").edition,
            "2026-Q3.1"
        );
    }
}

#[tokio::test]
async fn a_part_that_is_put_into_an_edition_afterwards_is_not_signed() {
    let (house, _folder) = house(false).await;
    let sql = "INSERT INTO edition_complaints (id, inputs, json, csv, inputs_hmac, json_sha256, csv_sha256) \
               VALUES ('2026-Q3.1', CAST('[]' AS BLOB), CAST('{}' AS BLOB), CAST('' AS BLOB), '', '', '')";
    house.db.execute(sql, Vec::new()).await.expect("a part");
    let faults = verify(&house, quarter()).await.expect("it was made again").remove(0).faults;
    for fault in ["no key of the office signed it", "its JSON about complaints was changed"] {
        assert!(faults.contains(&fault), "{faults:?}");
    }
}
