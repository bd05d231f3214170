//! Brings the tables up to date, forward only. A migration that has landed is never edited. How both engines read one text:
//! `dialect.rs`.

use std::ops::Deref;

use sqlx::migrate::{Migrate, MigrateError, Migration, MigrationType, Migrator};
use sqlx::{Acquire, AssertSqlSafe, SqlSafeStr};

use super::{DbError, Engine, dialect};

pub(super) const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "the first tables", include_str!("migrations/0001_first_tables.sql")),
    (2, "the whole card", include_str!("migrations/0002_the_whole_card.sql")),
    (3, "embedding", include_str!("migrations/0003_embedding.sql")),
    (4, "the worker", include_str!("migrations/0004_the_worker.sql")),
    (5, "the desk", include_str!("migrations/0005_the_desk.sql")),
    (6, "key generations", include_str!("migrations/0006_key_generations.sql")),
    (7, "staff", include_str!("migrations/0007_staff.sql")),
    (8, "the log", include_str!("migrations/0008_audit.sql")),
    (9, "forms that were changed", include_str!("migrations/0009_beside.sql")),
    (10, "the life of a case", include_str!("migrations/0010_the_life_of_a_case.sql")),
    (11, "letters", include_str!("migrations/0011_letters.sql")),
    (12, "queues", include_str!("migrations/0012_queues.sql")),
    (13, "keys of a day", include_str!("migrations/0013_keys_of_a_day.sql")),
    (14, "parts of before", include_str!("migrations/0014_parts_of_before.sql")),
    (15, "queues by stage", include_str!("migrations/0015_queues_by_stage.sql")),
    (16, "queue depth", include_str!("migrations/0016_queue_depth.sql")),
    (17, "search", include_str!("migrations/0017_search.sql")),
    (18, "an end for every card", include_str!("migrations/0018_an_end_for_every_card.sql")),
    (19, "editions", include_str!("migrations/0019_editions.sql")),
    (20, "answered together", include_str!("migrations/0020_together.sql")),
    (21, "referrals", include_str!("migrations/0021_referrals.sql")),
    (22, "retention", include_str!("migrations/0022_retention.sql")),
    (23, "complaints in editions", include_str!("migrations/0023_complaints.sql")),
    (24, "saved views", include_str!("migrations/0024_saved_views.sql")),
    (25, "queues of desks", include_str!("migrations/0025_queues_of_desks.sql")),
    (26, "organization", include_str!("migrations/0026_organization.sql")),
    (27, "search beside the record", include_str!("migrations/0027_search_beside.sql")),
    (28, "what PostgreSQL does in its own words", include_str!("migrations/0028_postgresql.sql")),
    (29, "service standards", include_str!("migrations/0029_service_standards.sql")),
    (30, "drivers in editions", include_str!("migrations/0030_drivers.sql")),
    (31, "parts by what was done", include_str!("migrations/0031_parts_by_what_was_done.sql")),
    (32, "populations", include_str!("migrations/0032_populations.sql")),
    (33, "impartial to the end", include_str!("migrations/0033_impartial_to_the_end.sql")),
    (34, "surveys put right", include_str!("migrations/0034_surveys_put_right.sql")),
    (35, "complaints by organisation", include_str!("migrations/0035_complaints_by_organisation.sql")),
    (36, "kinds of service", include_str!("migrations/0036_kinds_of_service.sql")),
    (37, "bytes last", include_str!("migrations/0037_bytes_last.sql")),
];

/// Brings the tables up to date.
pub(super) async fn run<'a, A>(record: A, engine: Engine) -> Result<(), DbError>
where
    A: Acquire<'a>,
    <A::Connection as Deref>::Target: Migrate,
{
    run_to(record, engine, i64::MAX).await
}

/// Brings the tables to where they were after this migration.
pub(super) async fn run_to<'a, A>(record: A, engine: Engine, last: i64) -> Result<(), DbError>
where
    A: Acquire<'a>,
    <A::Connection as Deref>::Target: Migrate,
{
    let wanted = MIGRATIONS.iter().filter(|(version, ..)| *version <= last);
    let migrations = wanted.map(|(version, description, sql)| {
        let plain = Migration::new(
            *version,
            (*description).into(),
            MigrationType::Simple,
            AssertSqlSafe(*sql).into_sql_str(),
            false,
        );
        // What was run is known by the one text of both engines, whatever is made of it.
        match engine {
            Engine::Sqlite => plain,
            Engine::Postgres => Migration { sql: AssertSqlSafe(dialect::postgres(sql)).into_sql_str(), ..plain },
        }
    });
    match Migrator::with_migrations(migrations.collect()).run(record).await {
        Err(MigrateError::VersionMissing(_)) => Err(DbError::Newer),
        done => Ok(done?),
    }
}
