//! The record is the same in a file and in `PostgreSQL`: the same tables and indexes, from one text, and every statement of the
//! office is one that each engine understands. What a migration makes of what was there is the same, too.

use std::collections::BTreeSet;

use ombudsman_server::db::{Db, Engine, Sql};

use crate::ground::Ground;
use crate::statements::{Statement, of_the_office};

/// Tables and columns: name, kind, and whether there must be a value. A key has one on both, though `SQLite` does not say so.
const COLUMNS: Sql = Sql {
    sqlite: "SELECT m.name || '.' || c.name || ' ' || CASE c.type WHEN 'INTEGER' THEN 'BIGINT' WHEN 'BLOB' THEN 'BYTEA' \
        ELSE c.type END || CASE WHEN c.\"notnull\" = 1 OR c.pk > 0 THEN ' NOT NULL' ELSE '' END \
        FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c \
        WHERE m.type = 'table' AND m.name NOT LIKE 'case_search%' AND m.name NOT LIKE '%sql%'",
    postgres: "SELECT CAST(c.table_name || '.' || c.column_name || ' ' || UPPER(c.data_type) || \
        CASE c.is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END AS TEXT) FROM information_schema.columns c \
        JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_schema = c.table_schema \
        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name NOT LIKE '%sql%' \
        AND c.data_type <> 'tsvector'",
};
/// Indexes that the migrations name.
const INDEXES: Sql = Sql {
    sqlite: "SELECT name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'case_search%'",
    postgres: "SELECT CAST(i.indexname AS TEXT) FROM pg_indexes i WHERE i.schemaname = 'public' \
        AND i.tablename NOT LIKE '%sql%' AND i.indexname <> 'case_search' \
        AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)",
};
/// Texts that are not in the order of their bytes, as they are in a file.
const IN_ANOTHER_ORDER: &str = "SELECT CAST(table_name || '.' || column_name AS TEXT) FROM information_schema.columns c \
    WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C' \
    AND table_name NOT LIKE '%sql%' AND EXISTS (SELECT 1 FROM information_schema.tables t \
    WHERE t.table_name = c.table_name AND t.table_schema = c.table_schema AND t.table_type = 'BASE TABLE')";

/// Migrations that read off the log what was done before. Both engines are told the same words of them.
const PARTS: &str = include_str!("../../ombudsman-server/src/db/migrations/0031_parts_by_what_was_done.sql");
const INTERESTS: &str = include_str!("../../ombudsman-server/src/db/migrations/0033_impartial_to_the_end.sql");
/// A case of before, with what the log has of it.
const BEFORE: [&str; 6] = [
    "INSERT INTO staff (name, shown_as, role, password, is_active) VALUES ('amal', 'Amal', 'officer', '', 1)",
    "INSERT INTO cards (id, reference, digest, service, intent, language, channel, received_at, recorded_at) \
     VALUES ('id', 'CASE', '', 'passport', 'complaint', 'en', 'web', 1, 1)",
    "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, answer_by, version) \
     VALUES ('CASE', 'passport', 'complaint', 'received', '2026-05-01', '2026-05-04', '2026-05-13', 1)",
    "INSERT INTO parts (reference, staff, part, since) VALUES ('CASE', 'amal', 'receiver', 1), ('CASE', 'amal', 'helper', 2), \
     ('CASE', 'amal', 'helper', 3), ('CASE', 'amal', 'helper', 4), ('CASE', 'amal', 'helper', 5)",
    "INSERT INTO interests (reference, staff, rule, declared_at) VALUES ('CASE', 'amal', 'named', 7), \
     ('CASE', 'amal', 'interest', 8)",
    "INSERT INTO audit_entries (chain, seq, at, actor, role, action, about, reason, previous, hash) VALUES \
     ('CASE', 1, 2, 'amal', 'officer', 'classify', NULL, NULL, '', ''), \
     ('CASE', 2, 3, 'amal', 'officer', 'program_reply', NULL, 'settled', '', ''), \
     ('CASE', 3, 3, 'amal', 'officer', 'close', NULL, NULL, '', ''), \
     ('CASE', 4, 4, 'amal', 'officer', 'give_back', NULL, NULL, '', ''), \
     ('CASE', 5, 5, 'somebody', 'officer', 'extend', NULL, 'complex', '', ''), \
     ('CASE', 6, 6, 'amal', 'officer', 'coi_block', 'amal', 'named', '', ''), \
     ('CASE', 7, 7, 'noor', 'senior', 'coi_block', 'amal', 'named', '', '')",
];

async fn texts(db: &Db, sql: impl Into<Sql>) -> BTreeSet<String> {
    let rows = db.read(sql, Vec::new()).await.expect("texts");
    rows.iter().map(|row| row.text(0).expect("a text")).collect()
}

fn db(ground: &Ground) -> &Db {
    let Ground::Table { house, .. } = ground else { unreachable!("the ground is a table") };
    &house.db
}

#[tokio::test]
async fn the_tables_are_the_same() {
    let (file, postgres) = (Ground::table().await, Ground::table_in_postgres().await);
    let (file, postgres) = (db(&file), db(&postgres));
    for sql in [COLUMNS, INDEXES] {
        let [one, other] = [texts(file, sql).await, texts(postgres, sql).await];
        let differences: Vec<_> = one.symmetric_difference(&other).collect();
        assert!(one.len() > 20 && differences.is_empty(), "{differences:?}");
    }
    assert_eq!(texts(postgres, IN_ANOTHER_ORDER).await, BTreeSet::new());
}

#[tokio::test]
async fn every_statement_is_understood() {
    let statements = of_the_office();
    assert!(statements.len() > 250, "{}", statements.len());
    for ground in [Ground::table().await, Ground::table_in_postgres().await] {
        let db = db(&ground);
        let mut not_understood = Vec::new();
        for (number, Statement { path, sql, only }) in statements.iter().enumerate() {
            if only.is_some_and(|only| only != db.engine()) {
                continue;
            }
            let asked: &'static str = match db.engine() {
                Engine::Sqlite => format!("EXPLAIN {sql}"),
                Engine::Postgres => format!("PREPARE statement_{number} AS {sql}"),
            }
            .leak();
            if let Err(error) = db.maintain(asked.into()).await {
                not_understood.push(format!("{path}: {sql}: {error}"));
            }
        }
        assert_eq!(not_understood, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_a_migration_reads_off_the_log_is_the_same() {
    let of_interests = INTERESTS.split(';').find(|sql| sql.trim_start().starts_with("UPDATE interests"));
    let of_interests = of_interests.expect("it says who declared those of before");
    for ground in [Ground::table().await, Ground::table_in_postgres().await] {
        let db = db(&ground);
        for sql in BEFORE.into_iter().chain([PARTS, of_interests]) {
            db.execute(sql, Vec::new()).await.expect(sql);
        }
        for (sql, expected) in [
            (
                "SELECT part || ' ' || CAST(since AS TEXT) FROM parts",
                ["assessed 2", "gave-back 4", "helper 5", "receiver 1", "settled 3"].as_slice(),
            ),
            (
                "SELECT rule || ' ' || COALESCE(declared_by, 'nobody') FROM interests",
                ["interest nobody", "named noor"].as_slice(),
            ),
        ] {
            let found = texts(db, sql).await;
            assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expected);
        }
    }
}
