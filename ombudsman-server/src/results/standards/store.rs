//! The tables of service standards.

use super::{Import, name};
use crate::audit::{self, Entry};
use crate::db::{Arg, Db, DbError, Row, Tx};
use crate::registry::standards::{
    Channel, Counted, FiscalYear, Kind, Matter, Outcome, Remark, ServiceStandard, StandardsFile, Target,
};
use crate::results::editions::Reason;
use crate::secrets::sha256_hex;

/// Every import, by what follows.
macro_rules! imports {
    ($rest:literal) => {
        concat!(
            "SELECT i.fiscal_year, i.number, i.source, i.source_sha256, i.reason_en, i.reason_fr, i.json_sha256, \
             i.csv_sha256, CAST(LENGTH(i.json) AS BIGINT), CAST(LENGTH(i.csv) AS BIGINT), i.imported_at, \
             COALESCE(p.shown_as, i.publisher), i.published_at FROM standard_imports i \
             LEFT JOIN staff p ON p.name = i.publisher ",
            $rest
        )
    };
}

/// An import that is to be kept, and its bytes.
pub(super) struct Draft<'a> {
    pub read: &'a StandardsFile,
    pub number: i64,
    pub source: (&'a str, &'a str),
    pub reason: Option<&'a Reason>,
    pub files: [Vec<u8>; 2],
}

/// One of the two files of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum File {
    Json,
    Csv,
}

/// How far a standard of an import came: of which organisation and service it is, what the year says of it, and whether its
/// organisation tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The organisation's name in addresses, when it was imported.
    pub organisation: String,
    /// The service's.
    pub service: String,
    /// What the year says.
    pub outcome: Outcome,
    /// Whether its organisation tells.
    pub is_reported: bool,
}

/// Keeps an import in place of one of the year that nobody published; whether its number is still free.
pub(super) async fn keep(db: &Db, draft: &Draft<'_>, (now, entry): (i64, &Entry)) -> Result<bool, DbError> {
    let year = draft.read.year.to_string();
    let id = name(draft.read.year, draft.number);
    let mut tx = db.begin().await?;
    // Those of it go with it.
    for sql in [
        "DELETE FROM service_standards WHERE import_id IN \
         (SELECT id FROM standard_imports WHERE fiscal_year = $1 AND published_at IS NULL)",
        "DELETE FROM standard_remarks WHERE import_id IN \
         (SELECT id FROM standard_imports WHERE fiscal_year = $1 AND published_at IS NULL)",
        "DELETE FROM standard_imports WHERE fiscal_year = $1 AND published_at IS NULL",
    ] {
        tx.execute(sql, vec![year.as_str().into()]).await?;
    }
    let before = tx.read("SELECT COUNT(*) FROM standard_imports WHERE fiscal_year = $1", vec![year.as_str().into()]);
    if before.await?.first().map(|row| row.int(0)).transpose()? != Some(draft.number - 1) {
        return Ok(false);
    }
    let sql = "INSERT INTO standard_imports (id, fiscal_year, number, source, source_sha256, reason_en, reason_fr, json, \
               csv, json_sha256, csv_sha256, imported_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let [json, csv] = &draft.files;
    let args = vec![
        id.as_str().into(),
        year.into(),
        draft.number.into(),
        draft.source.0.into(),
        draft.source.1.into(),
        draft.reason.map(|reason| reason.en.clone()).into(),
        draft.reason.map(|reason| reason.fr.clone()).into(),
        json.clone().into(),
        csv.clone().into(),
        sha256_hex(json).into(),
        sha256_hex(csv).into(),
        now.into(),
    ];
    tx.execute(sql, args).await?;
    for standard in &draft.read.standards {
        insert(&mut tx, &id, standard).await?;
    }
    for (place, remark) in (1_i64..).zip(&draft.read.remarks) {
        note(&mut tx, &id, place, remark).await?;
    }
    audit::append(&mut tx, entry).await?;
    tx.commit().await?;
    Ok(true)
}

async fn insert(tx: &mut Tx, id: &str, standard: &ServiceStandard) -> Result<(), DbError> {
    let sql = "INSERT INTO service_standards (import_id, service, standard, organisation, kind, channel, text_en, text_fr, \
               target, volume, met, results_en, results_fr) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let number = |number: Option<u64>| Arg::from(number.and_then(|number| i64::try_from(number).ok()));
    let [text_en, text_fr] = &standard.text;
    let [results_en, results_fr] = &standard.results;
    let args = vec![
        id.into(),
        standard.service.as_str().into(),
        standard.id.as_str().into(),
        standard.organisation.as_str().into(),
        standard.kind.as_str().into(),
        standard.channel.as_str().into(),
        text_en.as_str().into(),
        text_fr.as_str().into(),
        number(standard.target.map(Target::millionths)),
        number(standard.counted.map(Counted::volume)),
        number(standard.counted.map(Counted::met)),
        results_en.clone().into(),
        results_fr.clone().into(),
    ];
    tx.execute(sql, args).await.map(drop)
}

async fn note(tx: &mut Tx, id: &str, place: i64, remark: &Remark) -> Result<(), DbError> {
    let sql = "INSERT INTO standard_remarks (import_id, place, line, service, standard, matter, detail, is_taken) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let args = vec![
        id.into(),
        place.into(),
        i64::try_from(remark.line).unwrap_or_default().into(),
        remark.service.clone().into(),
        remark.standard.as_str().into(),
        remark.matter.as_str().into(),
        remark.detail.as_str().into(),
        remark.matter.is_taken().into(),
    ];
    tx.execute(sql, args).await.map(drop)
}

/// Makes an import public that nobody has, with the JSON of this hash; whether it was one.
pub(super) async fn publish(
    tx: &mut Tx,
    (id, json_sha256): (&str, &str),
    (publisher, now): (&str, i64),
) -> Result<bool, DbError> {
    let sql = "UPDATE standard_imports SET publisher = $1, published_at = $2 \
               WHERE id = $3 AND json_sha256 = $4 AND published_at IS NULL";
    Ok(tx.execute(sql, vec![publisher.into(), now.into(), id.into(), json_sha256.into()]).await? == 1)
}

/// The imports for staff to look at: those that wait first, then the newest.
pub async fn all(db: &Db) -> Result<Vec<Import>, DbError> {
    let sql = imports!(
        "ORDER BY CASE WHEN i.published_at IS NULL THEN 0 ELSE 1 END, i.fiscal_year DESC, i.number DESC LIMIT 40"
    );
    db.read(sql, Vec::new()).await?.iter().map(import).collect()
}

/// The imports that are public, the newest year first, and its newest import first.
pub(in crate::results) async fn public(db: &Db) -> Result<Vec<Import>, DbError> {
    let sql = imports!("WHERE i.published_at IS NOT NULL ORDER BY i.fiscal_year DESC, i.number DESC LIMIT 400");
    db.read(sql, Vec::new()).await?.iter().map(import).collect()
}

/// The newest import of a year that is public.
pub(super) async fn newest_of(db: &Db, year: FiscalYear) -> Result<Option<Import>, DbError> {
    let sql = imports!(
        "WHERE i.fiscal_year = $1 AND i.published_at IS NOT NULL ORDER BY i.fiscal_year DESC, i.number DESC LIMIT 1"
    );
    db.read(sql, vec![year.to_string().into()]).await?.first().map(import).transpose()
}

/// How far each standard of an import came.
pub async fn figures(db: &Db, import: &Import) -> Result<Vec<Kept>, DbError> {
    let sql = "SELECT organisation, service, target, volume, met, \
               CAST(CASE WHEN results_en IS NULL AND results_fr IS NULL THEN 0 ELSE 1 END AS BIGINT) \
               FROM service_standards WHERE import_id = $1";
    let rows = db.read(sql, vec![import.id().into()]).await?;
    let kept = |row: &Row| {
        let (target, counted) = (target(row, 2)?, counted(row, 3)?);
        let outcome = Outcome::of(target, counted);
        Ok(Kept { organisation: row.text(0)?, service: row.text(1)?, outcome, is_reported: row.int(5)? == 1 })
    };
    rows.iter().map(kept).collect()
}

/// The standards of an import, by service and id; of one service where it is named.
pub(super) async fn standards(
    db: &Db,
    import: &Import,
    service: Option<&str>,
) -> Result<Vec<ServiceStandard>, DbError> {
    let sql = "SELECT service, standard, organisation, kind, channel, text_en, text_fr, results_en, results_fr, target, \
               volume, met FROM service_standards WHERE import_id = $1 AND (service = $2 OR $2 = '') \
               ORDER BY service, standard";
    let rows = db.read(sql, vec![import.id().into(), service.unwrap_or_default().into()]).await?;
    let standard = |row: &Row| {
        Ok(ServiceStandard {
            service: row.text(0)?,
            id: row.text(1)?,
            organisation: row.text(2)?,
            kind: row.parsed(3, Kind::parse)?,
            channel: row.parsed(4, Channel::parse)?,
            text: [row.text(5)?, row.text(6)?],
            results: [row.maybe_text(7)?, row.maybe_text(8)?],
            target: target(row, 9)?,
            counted: counted(row, 10)?,
        })
    };
    rows.iter().map(standard).collect()
}

/// What there was to say of the file's rows, those that were left out first.
pub async fn remarks(db: &Db, import: &Import) -> Result<Vec<Remark>, DbError> {
    let sql = "SELECT line, service, standard, matter, detail FROM standard_remarks WHERE import_id = $1 \
               ORDER BY is_taken, place";
    let rows = db.read(sql, vec![import.id().into()]).await?;
    let remark = |row: &Row| {
        Ok(Remark {
            line: u64::try_from(row.int(0)?).map_err(|_| DbError::Inconsistent { column: 0 })?,
            service: row.maybe_text(1)?,
            standard: row.text(2)?,
            matter: row.parsed(3, Matter::parse)?,
            detail: row.text(4)?,
        })
    };
    rows.iter().map(remark).collect()
}

/// How many rows about each service of the register were left out.
pub(super) async fn left_out(db: &Db, import: &Import) -> Result<Vec<(String, u64)>, DbError> {
    let sql = "SELECT service, COUNT(*) FROM standard_remarks \
               WHERE import_id = $1 AND is_taken = 0 AND service IS NOT NULL GROUP BY service";
    let rows = db.read(sql, vec![import.id().into()]).await?;
    let count = |row: &Row| Ok((row.text(0)?, u64::try_from(row.int(1)?).unwrap_or_default()));
    rows.iter().map(count).collect()
}

/// One file of an import.
pub(super) async fn file(db: &Db, import: &Import, file: File) -> Result<Option<Vec<u8>>, DbError> {
    let sql = match file {
        File::Json => "SELECT json FROM standard_imports WHERE id = $1",
        File::Csv => "SELECT csv FROM standard_imports WHERE id = $1",
    };
    db.read(sql, vec![import.id().into()]).await?.first().map(|row| row.bytes(0)).transpose()
}

fn target(row: &Row, column: usize) -> Result<Option<Target>, DbError> {
    let inconsistent = DbError::Inconsistent { column };
    let Some(millionths) = row.maybe_int(column)? else { return Ok(None) };
    let target = u64::try_from(millionths).ok().and_then(Target::of_millionths);
    target.map(Some).ok_or(inconsistent)
}

/// The volume in this column, and how often it was met in the next.
fn counted(row: &Row, column: usize) -> Result<Option<Counted>, DbError> {
    let inconsistent = DbError::Inconsistent { column };
    let Some((volume, met)) = row.maybe_int(column)?.zip(row.maybe_int(column + 1)?) else { return Ok(None) };
    let counted = u64::try_from(volume).ok().zip(u64::try_from(met).ok());
    counted.and_then(|(volume, met)| Counted::new(volume, met)).map(Some).ok_or(inconsistent)
}

/// A row as [`imports!`] reads it.
fn import(row: &Row) -> Result<Import, DbError> {
    Ok(Import {
        year: row.parsed(0, |text| text.parse().ok())?,
        number: row.int(1)?,
        source: row.text(2)?,
        source_sha256: row.text(3)?,
        reason: row.maybe_text(4)?.zip(row.maybe_text(5)?).map(|(en, fr)| Reason { en, fr }),
        sha256: [row.text(6)?, row.text(7)?],
        sizes: [row.int(8)?, row.int(9)?],
        imported_at: row.int(10)?,
        published: row.maybe_text(11)?.zip(row.maybe_int(12)?),
    })
}
