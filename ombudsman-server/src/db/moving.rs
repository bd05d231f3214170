//! Brings a whole record from its file into `PostgreSQL`, in one write there: all of it, or nothing. Which tables there are is
//! read from the database, so that none can be forgotten.

use std::collections::BTreeMap;

use futures::TryStreamExt;
use sqlx::any::AnyRow;
use sqlx::{Any, AssertSqlSafe, Row as _, Transaction};

use super::error::MOVED;
use super::{DbError, Tx};

/// Rows of one statement, where none holds bytes: a file among these may have the size of many.
const AT_ONCE: usize = 100;
/// Tells whether a record has moved out of its file: it is fenced.
pub(super) const HAS_MOVED: &str = "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = 'moved_insert_cards'";
/// What is copied: a column a row, by table, with its kind. What the database derives is not copied.
const COLUMNS: &str = "SELECT CAST(c.table_name AS TEXT), CAST(c.column_name AS TEXT), CAST(c.data_type AS TEXT) \
    FROM information_schema.columns c JOIN information_schema.tables t \
    ON t.table_name = c.table_name AND t.table_schema = c.table_schema \
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' \
    AND c.table_name <> '_sqlx_migrations' ORDER BY c.table_name, c.ordinal_position";
/// The rules by which one table points into another, as they are taken away and put back.
const RULES: &str = "SELECT CAST(CAST(conrelid AS REGCLASS) AS TEXT), CAST(conname AS TEXT), pg_get_constraintdef(oid) \
    FROM pg_constraint WHERE contype = 'f' AND connamespace = CAST(current_schema() AS REGNAMESPACE) ORDER BY 1, 2";
const NEXT_TICKET: &str =
    "SELECT setval(pg_get_serial_sequence('queue', 'ticket'), COALESCE(MAX(ticket), 0) + 1, false) FROM queue";

/// A column of a table that is copied.
struct Column {
    name: String,
    is_bytes: bool,
    is_number: bool,
}

/// Whether nobody has used the record yet that this write is to: then nobody does before it ends.
pub async fn is_unused(to: &mut Tx) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM staff UNION ALL SELECT 1 FROM cards UNION ALL SELECT 1 FROM services \
        UNION ALL SELECT 1 FROM queue UNION ALL SELECT 1 FROM audit_entries LIMIT 1";
    Ok(to.read(sql, Vec::new()).await?.is_empty())
}

/// Copies everything as a part of this write to `PostgreSQL`; how many rows there are of each table. Nobody else writes to the
/// file before the write to it ends.
pub async fn copy(file: &mut Tx, to: &mut Tx) -> Result<BTreeMap<String, i64>, DbError> {
    let tables = tables(&mut to.begun).await?;
    let rules: Vec<(String, String, String)> = texts(&mut to.begun, RULES).await?;
    for (table, rule, _) in &rules {
        run(&mut to.begun, format!("ALTER TABLE {table} DROP CONSTRAINT {rule}")).await?;
    }
    let mut copied = BTreeMap::new();
    for (table, columns) in &tables {
        run(&mut to.begun, format!("ALTER TABLE {table} DISABLE TRIGGER USER")).await?;
        run(&mut to.begun, format!("DELETE FROM {table}")).await?;
        copied.insert(table.clone(), copy_table(&mut file.begun, &mut to.begun, table, columns).await?);
        run(&mut to.begun, format!("ALTER TABLE {table} ENABLE TRIGGER USER")).await?;
    }
    for (table, rule, what) in &rules {
        run(&mut to.begun, format!("ALTER TABLE {table} ADD CONSTRAINT {rule} {what}")).await?;
    }
    run(&mut to.begun, NEXT_TICKET.to_owned()).await?;
    Ok(copied)
}

/// Fences these tables of the file, and ends the write to it: from here on nothing is written to them, not even by a process that
/// has the file open since before, and nobody opens it again.
pub async fn leave(mut file: Tx, copied: &BTreeMap<String, i64>) -> Result<(), DbError> {
    for table in copied.keys() {
        for change in ["insert", "update", "delete"] {
            let fence = format!(
                "CREATE TRIGGER moved_{change}_{table} BEFORE {change} ON {table} \
                BEGIN SELECT RAISE(ABORT, '{MOVED}'); END"
            );
            run(&mut file.begun, fence).await?;
        }
    }
    file.commit().await
}

async fn tables(to: &mut Transaction<'static, Any>) -> Result<BTreeMap<String, Vec<Column>>, DbError> {
    let mut tables = BTreeMap::<String, Vec<Column>>::new();
    for (table, name, kind) in texts(to, COLUMNS).await? {
        let column = Column { name, is_bytes: kind == "bytea", is_number: kind == "bigint" };
        tables.entry(table).or_default().push(column);
    }
    Ok(tables)
}

async fn copy_table(
    from: &mut Transaction<'static, Any>,
    to: &mut Transaction<'static, Any>,
    table: &str,
    columns: &[Column],
) -> Result<i64, DbError> {
    let names = columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ");
    let all = format!("SELECT {names} FROM {table}");
    let mut rows = sqlx::query(AssertSqlSafe(all)).fetch(&mut **from);
    let at_once = if columns.iter().any(|column| column.is_bytes) { 1 } else { AT_ONCE };
    let (mut batch, mut copied) = (Vec::with_capacity(at_once), 0);
    while let Some(row) = rows.try_next().await? {
        batch.push(row);
        copied += 1;
        if batch.len() == at_once {
            write(to, table, &names, columns, &batch).await?;
            batch.clear();
        }
    }
    write(to, table, &names, columns, &batch).await?;
    Ok(copied)
}

async fn write(
    to: &mut Transaction<'static, Any>,
    table: &str,
    names: &str,
    columns: &[Column],
    rows: &[AnyRow],
) -> Result<(), DbError> {
    if rows.is_empty() {
        return Ok(());
    }
    let places = |row: usize| (1..=columns.len()).map(move |place| format!("${}", row * columns.len() + place));
    let values = (0..rows.len()).map(|row| format!("({})", places(row).collect::<Vec<_>>().join(", ")));
    let values = values.collect::<Vec<_>>().join(", ");
    let mut query = sqlx::query(AssertSqlSafe(format!("INSERT INTO {table} ({names}) VALUES {values}")));
    for row in rows {
        for (place, column) in columns.iter().enumerate() {
            query = if column.is_number {
                query.bind(row.try_get::<Option<i64>, _>(place)?)
            } else if column.is_bytes {
                query.bind(row.try_get::<Option<Vec<u8>>, _>(place)?)
            } else {
                let text: Option<String> = row.try_get(place)?;
                query.bind(text.map(|text| text.replace('\0', "")))
            };
        }
    }
    query.execute(&mut **to).await?;
    Ok(())
}

async fn texts(
    to: &mut Transaction<'static, Any>,
    sql: &'static str,
) -> Result<Vec<(String, String, String)>, DbError> {
    let rows = sqlx::query(sql).fetch_all(&mut **to).await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?))).collect()
}

/// Runs a statement about tables, whose names are the database's own.
async fn run(to: &mut Transaction<'static, Any>, sql: String) -> Result<(), DbError> {
    sqlx::query(AssertSqlSafe(sql)).execute(&mut **to).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::Db;
    use super::*;

    #[tokio::test]
    async fn a_file_that_was_left_takes_nothing_more_from_anybody_and_is_not_opened() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(folder.path()).await.expect("a record");
        let running = Db::open(folder.path()).await.expect("the record, as another process has it open");
        let letter = "INSERT INTO queue (body) VALUES ('a letter')";
        assert_eq!(running.execute(letter, Vec::new()).await.expect("a write"), 1);
        let copied = BTreeMap::from([("queue".to_owned(), 1), ("cards".to_owned(), 0)]);
        leave(db.begin().await.expect("a write"), &copied).await.expect("it is left");
        for sql in [letter, "UPDATE queue SET tries = 1", "DELETE FROM queue"] {
            let refused = running.execute(sql, Vec::new()).await.expect_err(sql);
            assert!(refused.to_string().contains("has moved to PostgreSQL"), "{refused}");
            assert!(refused.is_of_the_record(), "a worker holds on to its cards");
        }
        assert!(matches!(Db::open(folder.path()).await, Err(DbError::Moved)));
    }
}
