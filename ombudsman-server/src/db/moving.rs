//! Brings a whole record from its file into `PostgreSQL`, in one write there: all of it, or nothing. Which tables there are is
//! read from the database, so that none can be forgotten.

use std::collections::BTreeMap;

use futures::TryStreamExt;
use sqlx::any::AnyRow;
use sqlx::{Any, AssertSqlSafe, Row as _, Transaction};

use super::{Db, DbError, Tx};

/// Rows of one statement.
const AT_ONCE: usize = 100;
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

/// Whether nobody has used this record yet.
pub async fn is_unused(db: &Db) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM staff UNION ALL SELECT 1 FROM cards UNION ALL SELECT 1 FROM services LIMIT 1";
    Ok(db.read(sql, Vec::new()).await?.is_empty())
}

/// Copies everything as a part of this write to `PostgreSQL`; how many rows there are of each table. Nobody writes to the file
/// meanwhile.
pub async fn copy(file: &Db, to: &mut Tx) -> Result<BTreeMap<String, i64>, DbError> {
    let mut from = file.begin().await?;
    let tables = tables(&mut to.begun).await?;
    let rules: Vec<(String, String, String)> = texts(&mut to.begun, RULES).await?;
    for (table, rule, _) in &rules {
        run(&mut to.begun, format!("ALTER TABLE {table} DROP CONSTRAINT {rule}")).await?;
    }
    let mut copied = BTreeMap::new();
    for (table, columns) in &tables {
        run(&mut to.begun, format!("ALTER TABLE {table} DISABLE TRIGGER USER")).await?;
        run(&mut to.begun, format!("DELETE FROM {table}")).await?;
        copied.insert(table.clone(), copy_table(&mut from.begun, &mut to.begun, table, columns).await?);
        run(&mut to.begun, format!("ALTER TABLE {table} ENABLE TRIGGER USER")).await?;
    }
    for (table, rule, what) in &rules {
        run(&mut to.begun, format!("ALTER TABLE {table} ADD CONSTRAINT {rule} {what}")).await?;
    }
    run(&mut to.begun, NEXT_TICKET.to_owned()).await?;
    Ok(copied)
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
    let (mut batch, mut copied) = (Vec::with_capacity(AT_ONCE), 0);
    while let Some(row) = rows.try_next().await? {
        batch.push(row);
        copied += 1;
        if batch.len() == AT_ONCE {
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
