//! The desks' table, and which desk a service has.

use feedback::Language;

use super::{Desk, Kind};
use crate::audit::{self, Entry};
use crate::db::{Arg, Db, DbError, Row, Tx};

/// The desks that a card about a service may go to, the first choice first; the office's own is none of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Desk>);

const ALL: &str = "SELECT slug, kind, name_en, name_fr, languages, fallback FROM desks \
    ORDER BY CASE slug WHEN 'office' THEN 0 ELSE 1 END, name_en, slug";

/// Every desk: the office's own in front, then by name.
pub async fn all(db: &Db) -> Result<Vec<Desk>, DbError> {
    db.read(ALL, Vec::new()).await?.iter().map(desk).collect()
}

/// The same, as this write sees them.
pub async fn all_in(tx: &mut Tx) -> Result<Vec<Desk>, DbError> {
    tx.read(ALL, Vec::new()).await?.iter().map(desk).collect()
}

/// The desk of this slug.
pub async fn find(db: &Db, slug: &str) -> Result<Option<Desk>, DbError> {
    let sql = "SELECT slug, kind, name_en, name_fr, languages, fallback FROM desks WHERE slug = $1";
    db.read(sql, vec![slug.into()]).await?.first().map(desk).transpose()
}

/// The service's own desk and the one that stands in for it, as a write sees them.
pub async fn of_service(tx: &mut Tx, service: &str) -> Result<Line, DbError> {
    let sql = "SELECT d.slug, d.kind, d.name_en, d.name_fr, d.languages, d.fallback FROM desks d \
               JOIN services s ON s.slug = $1 JOIN desks o ON o.slug = s.desk \
               WHERE d.slug = o.slug OR d.slug = o.fallback ORDER BY CASE d.slug WHEN o.slug THEN 0 ELSE 1 END";
    let rows = tx.read(sql, vec![service.into()]).await?;
    Ok(Line(rows.iter().map(desk).collect::<Result<_, _>>()?))
}

/// The slug of the service's own desk, where it has one.
pub async fn slug_of(db: &Db, service: &str) -> Result<Option<String>, DbError> {
    let rows = db.read("SELECT desk FROM services WHERE slug = $1", vec![service.into()]).await?;
    rows.first().map_or(Ok(None), |row| row.maybe_text(0))
}

/// Gives a service this desk, or none of its own.
pub async fn set_of_service(db: &Db, service: &str, desk: Option<&str>, entry: &Entry) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let desk = Arg::from(desk.map(str::to_owned));
    tx.execute("UPDATE services SET desk = $1 WHERE slug = $2", vec![desk, service.into()]).await?;
    audit::append(&mut tx, entry).await?;
    tx.commit().await
}

/// Adds a desk; whether its slug was free.
pub async fn add(db: &Db, desk: &Desk, entry: &Entry) -> Result<bool, DbError> {
    let sql = "INSERT INTO desks (kind, name_en, name_fr, languages, fallback, slug) VALUES ($1, $2, $3, $4, $5, $6) \
               ON CONFLICT DO NOTHING";
    write(db, sql, desk, entry).await
}

/// Changes everything of a desk but its slug; whether it could be. What it belongs to stays while it has cases, services or staff, or
/// stands in for another desk: each of them is there for what it is.
pub async fn change(db: &Db, desk: &Desk, entry: &Entry) -> Result<bool, DbError> {
    let sql = "UPDATE desks SET kind = $1, name_en = $2, name_fr = $3, languages = $4, fallback = $5 \
               WHERE slug = $6 AND (kind = $1 OR (NOT EXISTS (SELECT 1 FROM cases WHERE desk = $6) \
               AND NOT EXISTS (SELECT 1 FROM services WHERE desk = $6) \
               AND NOT EXISTS (SELECT 1 FROM staff_desks WHERE desk = $6) \
               AND NOT EXISTS (SELECT 1 FROM desks d WHERE d.fallback = $6)))";
    write(db, sql, desk, entry).await
}

/// Writes a desk; the log tells of it where it was written.
async fn write(db: &Db, sql: &'static str, desk: &Desk, entry: &Entry) -> Result<bool, DbError> {
    let languages: Vec<&str> = desk.languages.iter().map(|language| language.as_str()).collect();
    let mut tx = db.begin().await?;
    let written = tx
        .execute(
            sql,
            vec![
                desk.kind.as_str().into(),
                desk.name_en.as_str().into(),
                desk.name_fr.as_str().into(),
                languages.join(" ").into(),
                desk.fallback.clone().into(),
                desk.slug.as_str().into(),
            ],
        )
        .await?;
    if written == 1 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await?;
    Ok(written == 1)
}

fn desk(row: &Row) -> Result<Desk, DbError> {
    Ok(Desk {
        slug: row.text(0)?,
        kind: row.parsed(1, Kind::parse)?,
        name_en: row.text(2)?,
        name_fr: row.text(3)?,
        languages: row.text(4)?.split_whitespace().filter_map(Language::parse).collect(),
        fallback: row.maybe_text(5)?,
    })
}
