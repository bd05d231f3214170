//! The table of editions, and the counts of a quarter.

use jiff::civil::Date;
use serde::de::DeserializeOwned;

use super::data::File;
use super::drivers::{self, Seal as DriversSeal};
use super::inputs::Inputs;
use super::ledger::Kept;
use super::{Document, Quarter, Reason, Withheld};
use crate::audit::{self, Entry};
use crate::db::{Arg, Db, DbError, Row, Tx};
use crate::registry::Service;
use crate::results::complaints::{self, Seal};
use crate::results::measures::Answers;
use crate::results::store::POPULATION;
use crate::secrets::sha256_hex;

/// An edition, without its numbers.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Its name: the quarter and the number.
    pub id: String,
    /// The quarter.
    pub quarter: Quarter,
    /// Which of the quarter it is.
    pub number: i64,
    /// Why it corrects the one before it.
    pub reason: Option<Reason>,
    /// The program that made it.
    pub code_version: String,
    /// What binds it to its inputs.
    pub inputs_hmac: String,
    /// The hash of its JSON.
    pub json_sha256: String,
    /// The hash of its CSV.
    pub csv_sha256: String,
    /// How many bytes its JSON and its CSV have.
    pub sizes: [i64; 2],
    /// The name that the member signs in with who had it prepared, and the one that people see.
    pub preparer: (String, String),
    /// When.
    pub prepared_at: i64,
    /// Who approved it, from when on it is public, and the office's signature.
    pub approved: Option<(String, i64, String)>,
    /// What binds its part about complaints; editions of before have none.
    pub complaints: Option<Seal>,
    /// What binds its part about what answers tell together; editions of before have none.
    pub drivers: Option<DriversSeal>,
}

/// Columns of [`Edition`], and after that whatever a statement says.
macro_rules! editions {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, e.quarter, e.number, e.reason_en, e.reason_fr, e.code_version, e.inputs_hmac, e.json_sha256, \
             e.csv_sha256, e.preparer, COALESCE(p.shown_as, e.preparer), e.prepared_at, COALESCE(a.shown_as, e.approver), \
             e.publish_at, e.signature, c.inputs_hmac, c.json_sha256, c.csv_sha256, CAST(LENGTH(e.json) AS BIGINT), \
             CAST(LENGTH(e.csv) AS BIGINT), CAST(LENGTH(c.json) AS BIGINT), CAST(LENGTH(c.csv) AS BIGINT), \
             d.json_sha256, d.csv_sha256, CAST(LENGTH(d.json) AS BIGINT), CAST(LENGTH(d.csv) AS BIGINT), \
             c.method_version \
             FROM editions e LEFT JOIN staff p ON p.name = e.preparer \
             LEFT JOIN staff a ON a.name = e.approver LEFT JOIN edition_complaints c ON c.id = e.id \
             LEFT JOIN edition_drivers d ON d.id = e.id ",
            $rest
        )
    };
}

/// An edition that is to be kept.
pub(super) struct Draft<'a> {
    pub document: &'a Document,
    pub inputs: Vec<u8>,
    pub json: Vec<u8>,
    pub csv: Vec<u8>,
    pub withheld: Vec<u8>,
    pub complaints: &'a complaints::Built,
    pub drivers: &'a drivers::Built,
}

impl Draft<'_> {
    /// The hash of its JSON.
    pub(super) fn json_sha256(&self) -> String {
        sha256_hex(&self.json)
    }
}

/// What was counted in a quarter about these services.
pub(super) async fn count(db: &Db, quarter: Quarter, services: &[Service]) -> Result<Inputs, DbError> {
    let sql = "SELECT service, channel, language, pattern, CAST(SUM(n) AS BIGINT) FROM pattern_counts \
               WHERE population = $1 AND day >= $2 AND day <= $3 GROUP BY service, channel, language, pattern";
    let day = |day: Date| Arg::from(day.to_string());
    let args = vec![POPULATION.into(), day(quarter.first_day()), day(quarter.last_day())];
    let mut inputs = Inputs::about(services);
    for row in db.read(sql, args).await? {
        let n = u64::try_from(row.int(4)?).map_err(|_| DbError::Inconsistent { column: 4 })?;
        let pattern = row.parsed(3, |text| Answers::of(text).is_ok().then(|| text.to_owned()))?;
        let (service, channel, language) = (row.text(0)?, row.text(1)?, row.text(2)?);
        if !inputs.add(&service, [&channel, &language, &pattern], n) {
            return Err(DbError::Inconsistent { column: 0 });
        }
    }
    Ok(inputs)
}

/// The editions of a quarter that are approved, in their order, with what they were made from.
pub(super) async fn approved(db: &Db, quarter: Quarter) -> Result<Vec<Kept>, DbError> {
    let sql = "SELECT e.inputs, e.json, d.json, d.json_sha256 FROM editions e LEFT JOIN edition_drivers d ON d.id = e.id \
               WHERE e.quarter = $1 AND e.approved_at IS NOT NULL ORDER BY e.number";
    let rows = db.read(sql, vec![quarter.to_string().into()]).await?;
    let kept = |row: &Row| -> Result<Kept, DbError> {
        let drivers = row.maybe_text(3)?.map(|_| parsed(row, 2)).transpose()?;
        Ok(Kept { inputs: parsed(row, 0)?, document: parsed(row, 1)?, drivers })
    };
    rows.iter().map(kept).collect()
}

fn parsed<T: DeserializeOwned>(row: &Row, column: usize) -> Result<T, DbError> {
    serde_json::from_slice(&row.bytes(column)?).map_err(|_| DbError::Inconsistent { column })
}

/// Keeps an edition in place of one that nobody approved; whether its number is still free.
pub(super) async fn keep(
    db: &Db,
    quarter: Quarter,
    draft: &Draft<'_>,
    preparer: &str,
    (now, entry): (i64, &Entry),
) -> Result<bool, DbError> {
    let document = draft.document;
    let mut tx = db.begin().await?;
    let given_up = "DELETE FROM editions WHERE quarter = $1 AND approved_at IS NULL";
    tx.execute(given_up, vec![quarter.to_string().into()]).await?;
    let sql = "INSERT INTO editions (id, quarter, number, reason_en, reason_fr, code_version, inputs, json, csv, withheld, \
               inputs_hmac, json_sha256, csv_sha256, preparer, prepared_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING";
    let reason = |text: fn(&Reason) -> &String| document.reason.as_ref().map(|reason| text(reason).clone());
    let args = vec![
        document.edition.as_str().into(),
        document.quarter.as_str().into(),
        i64::from(document.number).into(),
        reason(|reason| &reason.en).into(),
        reason(|reason| &reason.fr).into(),
        document.code_version.as_str().into(),
        draft.inputs.clone().into(),
        draft.json.clone().into(),
        draft.csv.clone().into(),
        draft.withheld.clone().into(),
        document.inputs_hmac.as_str().into(),
        draft.json_sha256().into(),
        sha256_hex(&draft.csv).into(),
        preparer.into(),
        now.into(),
    ];
    // Those before it are still all that are approved: none came, none was taken back.
    let before = "SELECT COUNT(*) FROM editions WHERE quarter = $1 AND approved_at IS NOT NULL";
    let before = tx.read(before, vec![quarter.to_string().into()]).await?;
    let is_next = before.first().map(|row| row.int(0)).transpose()? == Some(i64::from(document.number) - 1);
    let is_kept = is_next && tx.execute(sql, args).await? == 1;
    if is_kept {
        complaints::store::keep(&mut tx, &document.edition, draft.complaints).await?;
        drivers::store::keep(&mut tx, draft.drivers).await?;
        audit::append(&mut tx, entry).await?;
        tx.commit().await?;
    }
    Ok(is_kept)
}

/// The edition of this name, as this write sees it.
pub(super) async fn find_for_write(tx: &mut Tx, id: &str) -> Result<Option<Edition>, DbError> {
    let sql = editions!("WHERE e.id = $1");
    tx.read(sql, vec![id.into()]).await?.first().map(edition).transpose()
}

/// Approves an edition that somebody else prepared; whether it was one.
pub(super) async fn approve(
    tx: &mut Tx,
    id: &str,
    (approver, now): (&str, i64),
    (publish_at, signature): (i64, &str),
) -> Result<bool, DbError> {
    let sql = "UPDATE editions SET approver = $1, approved_at = $2, publish_at = $3, signature = $4 \
               WHERE id = $5 AND preparer <> $1 AND approved_at IS NULL";
    let args = vec![approver.into(), now.into(), publish_at.into(), signature.into(), id.into()];
    Ok(tx.execute(sql, args).await? == 1)
}

/// Takes the approval of an edition back that is not public yet at this time; whether there was one.
/// Nothing else of its quarter may have been approved after it. It waits again, and what waited of its quarter goes: that
/// was held against it.
pub(super) async fn take_back(tx: &mut Tx, id: &str, now: i64) -> Result<bool, DbError> {
    let waiting = "DELETE FROM editions WHERE approved_at IS NULL \
                   AND quarter = (SELECT quarter FROM editions WHERE id = $1)";
    tx.execute(waiting, vec![id.into()]).await?;
    let sql = "UPDATE editions SET approver = NULL, approved_at = NULL, publish_at = NULL, signature = NULL \
               WHERE id = $1 AND approved_at IS NOT NULL AND publish_at > $2 AND NOT EXISTS \
               (SELECT 1 FROM editions later WHERE later.quarter = editions.quarter AND later.number > editions.number)";
    Ok(tx.execute(sql, vec![id.into(), now.into()]).await? == 1)
}

/// The editions for staff to look at: those that wait first, then the newest.
pub async fn prepared(db: &Db) -> Result<Vec<Edition>, DbError> {
    let sql =
        editions!("ORDER BY CASE WHEN e.approved_at IS NULL THEN 0 ELSE 1 END, e.quarter DESC, e.number DESC LIMIT 40");
    db.read(sql, Vec::new()).await?.iter().map(edition).collect()
}

/// The editions that are public at this time, the newest quarter first, and its newest edition first.
pub(in crate::results) async fn public(db: &Db, now: i64) -> Result<Vec<Edition>, DbError> {
    let sql = editions!(
        "WHERE e.approved_at IS NOT NULL AND e.publish_at <= $1 ORDER BY e.quarter DESC, e.number DESC LIMIT 400"
    );
    db.read(sql, vec![now.into()]).await?.iter().map(edition).collect()
}

/// Every edition of a quarter, in their order.
pub(super) async fn of_quarter(db: &Db, quarter: Quarter) -> Result<Vec<Edition>, DbError> {
    let sql = editions!("WHERE e.quarter = $1 ORDER BY e.number");
    db.read(sql, vec![quarter.to_string().into()]).await?.iter().map(edition).collect()
}

/// The inputs, the JSON, the CSV and what is withheld of an edition, as they are kept.
pub(super) async fn bytes(db: &Db, id: &str) -> Result<Option<[Vec<u8>; 4]>, DbError> {
    let rows = db.read("SELECT inputs, json, csv, withheld FROM editions WHERE id = $1", vec![id.into()]).await?;
    rows.first().map(|row| Ok([row.bytes(0)?, row.bytes(1)?, row.bytes(2)?, row.bytes(3)?])).transpose()
}

/// One file of an edition, and nothing else of it.
pub(in crate::results) async fn file(db: &Db, id: &str, file: File) -> Result<Option<Vec<u8>>, DbError> {
    let sql = match file {
        File::Json => "SELECT json FROM editions WHERE id = $1",
        File::Csv => "SELECT csv FROM editions WHERE id = $1",
        File::ComplaintsJson => "SELECT json FROM edition_complaints WHERE id = $1",
        File::ComplaintsCsv => "SELECT csv FROM edition_complaints WHERE id = $1",
        File::DriversJson => "SELECT json FROM edition_drivers WHERE id = $1",
        File::DriversCsv => "SELECT csv FROM edition_drivers WHERE id = $1",
    };
    db.read(sql, vec![id.into()]).await?.first().map(|row| row.bytes(0)).transpose()
}

/// What an edition withholds.
pub async fn withheld(db: &Db, id: &str) -> Result<Vec<Withheld>, DbError> {
    let rows = db.read("SELECT withheld FROM editions WHERE id = $1", vec![id.into()]).await?;
    rows.first().map_or_else(|| Ok(Vec::new()), |row| parsed(row, 0))
}

/// A row as [`editions!`] reads it.
fn edition(row: &Row) -> Result<Edition, DbError> {
    let reason = row.maybe_text(3)?.zip(row.maybe_text(4)?).map(|(en, fr)| Reason { en, fr });
    let approved = row.maybe_text(12)?.zip(row.maybe_int(13)?).zip(row.maybe_text(14)?);
    let complaints = row.maybe_text(15)?.zip(row.maybe_text(16)?).zip(row.maybe_text(17)?);
    let sizes = row.maybe_int(20)?.zip(row.maybe_int(21)?).map(|(json, csv)| [json, csv]).unwrap_or_default();
    let method_version = row.maybe_int(26)?.unwrap_or_default();
    let seal =
        |((inputs_hmac, json_sha256), csv_sha256)| Seal { inputs_hmac, json_sha256, csv_sha256, method_version, sizes };
    let hashes = row.maybe_text(22)?.zip(row.maybe_text(23)?);
    let sizes = row.maybe_int(24)?.zip(row.maybe_int(25)?).map(|(json, csv)| [json, csv]).unwrap_or_default();
    let drivers = hashes.map(|(json_sha256, csv_sha256)| DriversSeal { json_sha256, csv_sha256, sizes });
    Ok(Edition {
        id: row.text(0)?,
        quarter: row.parsed(1, |text| text.parse().ok())?,
        number: row.int(2)?,
        reason,
        code_version: row.text(5)?,
        inputs_hmac: row.text(6)?,
        json_sha256: row.text(7)?,
        csv_sha256: row.text(8)?,
        sizes: [row.int(18)?, row.int(19)?],
        preparer: (row.text(9)?, row.text(10)?),
        prepared_at: row.int(11)?,
        approved: approved.map(|((who, at), signature)| (who, at, signature)),
        complaints: complaints.map(seal),
        drivers,
    })
}
