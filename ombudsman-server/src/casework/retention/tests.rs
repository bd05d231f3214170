//! What is removed is removed wherever it stands, and what changed since it was found due stays.

use std::sync::atomic::AtomicU64;

use jiff::civil::{Date, date};

use super::due::Report;
use super::removal;
use super::store;
use super::traces::TRACES;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::house::House;
use crate::metrics::Metrics;
use crate::secrets::Secrets;
use crate::standard::Standard;

const TODAY: Date = date(2030, 1, 1);

/// Tables and columns in which something with a card's reference stays, for the office's own counts and log.
const STAYS: [&str; 12] = [
    "cases",
    "vault_openings",
    "label_decisions",
    "quarantine_decisions",
    "parts",
    "interests",
    "handling_ratings",
    "case_texts",
    "case_texts_owed",
    "suggestions_answered",
    "incident_cases",
    "holds",
];
const COLUMNS_THAT_STAY: &str = "id reference digest service intent language channel received_at recorded_at notice source \
    mark mark_reason labels instrument entered_by is_ended beside removed_at released staff custodian released_at desk \
    officer passed_at agreed_on nominated_by nominated_at rule declared_at declared_by taken_back_by taken_back_at";

struct Ground {
    house: House,
    _folder: tempfile::TempDir,
}

impl Ground {
    /// A record with three cases that were taken back long ago.
    async fn with_cases() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(folder.path()).await.expect("a record");
        let config = Config::from_parts("", std::iter::empty()).expect("the settings");
        let (clock, secrets, metrics) = (Clock::system(), Secrets::for_testing(), Metrics::new(0.0));
        let ground = Self {
            house: House { config, clock, secrets, db, metrics, register_changes: AtomicU64::default() },
            _folder: folder,
        };
        ground.run("PRAGMA foreign_keys = OFF").await;
        ground
            .run(
                "INSERT INTO cards (id, reference, digest, service, intent, language, channel, pattern, achieved, comment, \
                 comment_language, page, put_right, likeness, consents, received_at, recorded_at) \
                 SELECT value, value, '', 'passport', 'complaint', 'en', 'web', '1', '1', 'x', 'en', 'x', 'x', 'x', \
                 'contact', 1, 1 FROM json_each('[\"A\", \"B\", \"C\"]')",
            )
            .await;
        ground
            .run(
                "INSERT INTO cases (reference, service, intent, stage, facts, deemed_on, acknowledge_by, answer_by, version, \
                 closed_on) SELECT reference, service, intent, 'closed', \
                 '{\"closed\":{\"on\":\"2020-01-01\",\"ending\":{\"withdrawn\":{\"officer\":null}}}}', '2020-01-01', \
                 '2020-01-01', '2020-01-01', 1, '2020-01-01' FROM cards",
            )
            .await;
        ground
    }

    async fn run(&self, sql: &'static str) {
        self.house.db.execute(sql, Vec::new()).await.expect(sql);
    }

    async fn texts(&self, sql: &'static str) -> Vec<String> {
        let rows = self.house.db.read(sql, Vec::new()).await.expect(sql);
        rows.iter().map(|row| row.text(0).expect("a text")).collect()
    }

    /// A row of this table about the first card, with something in every column.
    async fn fill(&self, table: &str) {
        let columns = format!("SELECT name || ' ' || upper(type) FROM pragma_table_info('{table}')");
        let columns = self.texts(columns.leak()).await;
        let (names, values): (Vec<&str>, Vec<&str>) = columns
            .iter()
            .filter_map(|column| column.split_once(' '))
            .map(|(name, kind)| match (name, kind) {
                ("reference", _) => (name, "'A'"),
                (_, "BLOB") => (name, "x'00'"),
                (_, "TEXT") => (name, "'x'"),
                _ => (name, "1"),
            })
            .unzip();
        let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "));
        self.run(sql.leak()).await;
    }
}

#[tokio::test]
async fn whatever_has_a_reference_is_removed_or_stays_for_a_reason() {
    let ground = Ground::with_cases().await;
    let sql = "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' \
        AND p.name = 'reference' AND m.name NOT LIKE 'case_search%' ORDER BY m.name";
    let mut named: Vec<&str> = TRACES.iter().map(|trace| trace.table).chain(STAYS).collect();
    named.sort_unstable();
    assert_eq!(ground.texts(sql).await, named);
    for trace in TRACES.iter().filter(|trace| trace.remove.starts_with("UPDATE")) {
        let sql = format!("SELECT name FROM pragma_table_info('{}')", trace.table);
        for column in ground.texts(sql.leak()).await {
            let is_emptied =
                trace.remove.contains(&format!(" {column} = N")) || trace.remove.contains(&format!(" {column} = '"));
            let stays = COLUMNS_THAT_STAY.split_whitespace().any(|one| one == column);
            assert!(is_emptied != stays, "{}.{column}", trace.table);
        }
    }
}

#[tokio::test]
async fn what_leads_to_a_person_is_removed_from_every_table_and_found_wherever_it_is_left() {
    let ground = Ground::with_cases().await;
    for trace in TRACES.iter().filter(|trace| trace.table != "cards") {
        ground.fill(trace.table).await;
    }
    let db = &ground.house.db;
    // What is answered with another is over when that is: here with a case that is closed.
    ground.run("UPDATE answered_together SET goes_on_in = 'B'").await;
    for trace in TRACES {
        let left = db.read(trace.left, vec!["A".into()]).await.expect(trace.left)[0].int(0).expect("a number");
        assert_eq!(left, 1, "{}", trace.table);
    }
    let page = store::page(db, &Standard::default(), &(i64::MIN, String::new()), 1).await.expect("a page");
    let mut report = Report::default();
    removal::remove(&ground.house, &page, TODAY, &mut report).await.expect("it is removed");
    assert_eq!((report.removed, report.rows.len()), (1, TRACES.len()));
    for trace in TRACES {
        let left = db.read(trace.left, vec!["A".into()]).await.expect(trace.left)[0].int(0).expect("a number");
        assert_eq!((left, report.rows[trace.table]), (0, 1), "{}", trace.table);
    }
}

#[tokio::test]
async fn what_is_held_or_goes_on_since_a_run_found_it_due_stays_and_the_rest_is_removed() {
    let ground = Ground::with_cases().await;
    let page = store::page(&ground.house.db, &Standard::default(), &(i64::MIN, String::new()), 10).await;
    let page = page.expect("a page");
    assert!(page.len() == 3 && page.iter().all(|one| one.is_due(TODAY)));
    ground
        .run("INSERT INTO holds (reference, number, reason, set_by, set_at) VALUES ('A', 1, 'T-12-26', 'x', 1)")
        .await;
    ground
        .run("UPDATE cases SET stage = 'received', facts = '\"received\"', closed_on = NULL WHERE reference = 'B'")
        .await;
    let mut report = Report::default();
    removal::remove(&ground.house, &page, TODAY, &mut report).await.expect("the others are removed");
    assert_eq!((report.held, report.removed), (1, 1));
    assert_eq!(ground.texts("SELECT reference FROM cards WHERE removed_at IS NULL").await, ["A", "B"]);
}
