//! A record with a log, and what somebody who can write its file would do to it.

use std::sync::atomic::AtomicU64;

use crate::audit::anchor::{self, Anchor};
use crate::audit::verify::{Fault, Read, Told, verify};
use crate::audit::{Action, Actor, Entry, Link, append, begin, store};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::house::House;
use crate::metrics::Metrics;
use crate::secrets::Secrets;

pub(super) struct Ground {
    pub house: House,
    _folder: tempfile::TempDir,
}

impl Ground {
    /// A record with a case of four entries, one of two, and an entry of the office.
    pub async fn with_a_log() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(folder.path()).await.expect("a record");
        let config = Config::from_parts("", std::iter::empty()).expect("the settings");
        let (clock, secrets, metrics) = (Clock::system(), Secrets::for_testing(), Metrics::new(0.0));
        let ground = Self {
            house: House { config, clock, secrets, db, metrics, register_changes: AtomicU64::default() },
            _folder: folder,
        };
        let officer = || Actor::staff("officer", "officer");
        let of = |case: &str, at, action| Entry::of_case(case, at, officer(), action);
        let mut tx = ground.house.db.begin().await.expect("a write");
        let opened = ["CASEA", "CASEB"].map(|case| Entry::of_case(case, 1, Actor::client(), Action::Submit));
        begin(&mut tx, &opened).await.expect("two chains");
        for (at, action) in [(2, Action::Acknowledge), (3, Action::Answer), (4, Action::Close)] {
            append(&mut tx, &of("CASEA", at, action)).await.expect("an entry");
        }
        append(&mut tx, &of("CASEB", 5, Action::Acknowledge)).await.expect("an entry");
        append(&mut tx, &Entry::of_office(6, officer(), Action::ServiceClose).about("passport")).await.expect("one");
        tx.commit().await.expect("a commit");
        ground
    }

    /// The same, anchored; and the anchor.
    pub async fn anchored() -> (Self, Anchor) {
        let ground = Self::with_a_log().await;
        let anchor = anchor::make(&ground.house).await.expect("an anchor");
        (ground, anchor)
    }

    /// Does this to the record's file, with the fence taken down.
    pub async fn tamper(&self, statements: &[&'static str]) {
        let fence = [
            "DROP TRIGGER audit_entries_stay",
            "DROP TRIGGER audit_entries_last",
            "DROP TRIGGER audit_anchors_stay",
            "DROP TRIGGER audit_anchors_last",
            "DROP TRIGGER audit_heads_stay",
            "DROP TRIGGER audit_heads_last",
        ];
        let mut tx = self.house.db.begin().await.expect("a write");
        for sql in fence.iter().chain(statements) {
            tx.execute(sql, Vec::new()).await.expect("it is done");
        }
        tx.commit().await.expect("a commit");
    }

    /// Writes a case's chain anew from this place on, every hash as it should be.
    pub async fn write_anew(&self, case: &str, from: i64, change: impl Fn(&mut Link)) {
        self.tamper(&[]).await;
        let mut links = store::after(&self.house.db, case, 0, 100).await.expect("the chain");
        links.retain(|link| link.chain == case);
        let mut tx = self.house.db.begin().await.expect("a write");
        let mut previous = links[0].previous.clone();
        for link in &mut links {
            if link.seq == from {
                change(link);
            }
            link.previous = previous;
            link.hash = link.computed();
            previous = link.hash.clone();
            let sql = "DELETE FROM audit_entries WHERE chain = $1 AND seq = $2";
            tx.execute(sql, vec![case.into(), link.seq.into()]).await.expect("it is gone");
            store::insert(&mut tx, link).await.expect("it is another");
        }
        tx.commit().await.expect("a commit");
    }

    pub async fn faults(&self, kept: &[Anchor]) -> Vec<String> {
        self.verified(kept).await.0.iter().map(ToString::to_string).collect()
    }

    pub async fn verified(&self, kept: &[Anchor]) -> (Vec<Fault>, Read) {
        let mut faults = Vec::new();
        let tell = |told| {
            if let Told::Fault(fault) = told {
                faults.push(fault);
            }
        };
        let keys = self.house.secrets.public_keys();
        let read = verify(&self.house.db, &keys, kept, tell).await.expect("the log can be read");
        (faults, read)
    }
}
