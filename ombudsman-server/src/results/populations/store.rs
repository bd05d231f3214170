//! The table of surveys.

use feedback::Language;
use jiff::civil::Date;

use super::about::Both;
use super::data::File;
use super::{About, Built, Kind, Withdrawal};
use crate::audit::{self, Entry};
use crate::db::{Db, DbError, Row, Tx};
use crate::results::editions::Reason;
use crate::secrets::sha256_hex;

/// A survey, without its numbers.
#[derive(Debug, Clone)]
pub struct Survey {
    /// Its name.
    pub name: String,
    /// What kind of population answered.
    pub kind: Kind,
    /// What people call it.
    pub title: Both,
    /// The first and the last day of asking.
    pub days: [Date; 2],
    /// The services that it is about, by their names in addresses.
    pub services: Vec<String>,
    /// The office's mark of the file that was imported.
    pub file_hmac: String,
    /// The program that made it.
    pub code_version: String,
    /// What binds it to its inputs.
    pub inputs_hmac: String,
    /// The hash of its JSON.
    pub json_sha256: String,
    /// The hash of its CSV.
    pub csv_sha256: String,
    /// The name that the member signs in with who had it imported, and the one that people see.
    pub preparer: (String, String),
    /// When, in milliseconds since 1970.
    pub prepared_at: i64,
    /// Who approved it, when, and the office's signature.
    pub approved: Option<(String, i64, String)>,
    /// Which it is of those that correct one another, from 1.
    pub number: i64,
    /// The name of the first of them.
    pub series: String,
    /// The one that it corrects, and why.
    pub corrects: Option<(String, Reason)>,
    /// The newest of those after it that are public and were not withdrawn.
    pub corrected_by: Option<String>,
    /// That it is to be withdrawn, or was.
    pub withdrawal: Option<Withdrawal>,
    /// How many bytes the JSON and the CSV have.
    pub sizes: [i64; 2],
}

impl Survey {
    /// What people call it, in French or else in English.
    #[must_use]
    pub fn title_in(&self, language: Language) -> &str {
        if language == Language::French { &self.title.fr } else { &self.title.en }
    }

    /// Whether the same people may be in both: of one kind, about one service, in part on the same days.
    pub(super) fn may_share_people(&self, kind: Kind, days: [Date; 2], services: &[String]) -> bool {
        let is_at_once = self.days[0] <= days[1] && days[0] <= self.days[1];
        self.kind == kind && is_at_once && self.services.iter().any(|slug| services.contains(slug))
    }
}

/// Columns of [`Survey`], and after that whatever a statement says.
macro_rules! surveys {
    ($rest:literal) => {
        concat!(
            "SELECT s.name, s.kind, s.title_en, s.title_fr, s.first_day, s.last_day, s.services, s.file_hmac, \
             s.code_version, s.inputs_hmac, s.json_sha256, s.csv_sha256, s.preparer, COALESCE(p.shown_as, s.preparer), \
             s.prepared_at, COALESCE(a.shown_as, s.approver), s.approved_at, s.signature, s.number, \
             COALESCE(s.series, s.name), s.corrects, s.reason_en, s.reason_fr, \
             (SELECT c.name FROM surveys c WHERE COALESCE(c.series, c.name) = COALESCE(s.series, s.name) AND c.number > s.number \
             AND c.approved_at IS NOT NULL AND c.withdrawn_at IS NULL ORDER BY c.number DESC LIMIT 1), \
             s.withdrawal_en, s.withdrawal_fr, \
             s.asker, COALESCE(k.shown_as, s.asker), s.asked_at, COALESCE(w.shown_as, s.withdrawer), s.withdrawn_at, \
             CAST(LENGTH(s.json) AS BIGINT), CAST(LENGTH(s.csv) AS BIGINT) FROM surveys s \
             LEFT JOIN staff p ON p.name = s.preparer LEFT JOIN staff a ON a.name = s.approver \
             LEFT JOIN staff k ON k.name = s.asker LEFT JOIN staff w ON w.name = s.withdrawer ",
            $rest
        )
    };
}

/// A survey that is to be kept.
pub(super) struct Draft<'a> {
    pub built: &'a Built,
    /// The services, by their names in addresses.
    pub services: &'a [String],
    pub file_hmac: &'a str,
    pub preparer: &'a str,
    pub now: i64,
}

/// Keeps a survey in place of one of its name that nobody approved; whether there was room.
pub(super) async fn keep(db: &Db, draft: &Draft<'_>, entry: &Entry) -> Result<bool, DbError> {
    let document = &draft.built.document;
    let About { name, kind, title, first_day, last_day, .. } = &document.about;
    let mut tx = db.begin().await?;
    let given_up = "DELETE FROM surveys WHERE name = $1 AND approved_at IS NULL";
    tx.execute(given_up, vec![name.as_str().into()]).await?;
    let sql = "INSERT INTO surveys (name, kind, title_en, title_fr, first_day, last_day, services, file_hmac, code_version, \
               inputs, json, csv, inputs_hmac, json_sha256, csv_sha256, preparer, prepared_at, number, series, corrects, reason_en, \
               reason_fr) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, \
               $21, $22) ON CONFLICT DO NOTHING";
    let corrects = document.corrects.as_ref();
    let args = vec![
        name.as_str().into(),
        kind.as_str().into(),
        title.en.as_str().into(),
        title.fr.as_str().into(),
        first_day.to_string().into(),
        last_day.to_string().into(),
        format!(" {} ", draft.services.join(" ")).into(),
        draft.file_hmac.into(),
        document.code_version.as_str().into(),
        draft.built.inputs.clone().into(),
        draft.built.json.clone().into(),
        draft.built.csv.clone().into(),
        document.inputs_hmac.as_str().into(),
        sha256_hex(&draft.built.json).into(),
        sha256_hex(&draft.built.csv).into(),
        draft.preparer.into(),
        draft.now.into(),
        corrects.map_or(1, |corrects| corrects.number).into(),
        corrects.map(|corrects| corrects.first.clone()).into(),
        corrects.map(|corrects| corrects.survey.clone()).into(),
        corrects.map(|corrects| corrects.reason.en.clone()).into(),
        corrects.map(|corrects| corrects.reason.fr.clone()).into(),
    ];
    let is_kept = tx.execute(sql, args).await? == 1;
    if is_kept {
        audit::append(&mut tx, entry).await?;
        tx.commit().await?;
    }
    Ok(is_kept)
}

/// The survey of this name, as this write sees it.
pub(super) async fn find_for_write(tx: &mut Tx, name: &str) -> Result<Option<Survey>, DbError> {
    tx.read(surveys!("WHERE s.name = $1"), vec![name.into()]).await?.first().map(survey).transpose()
}

/// The surveys that are public, as this write sees them.
pub(super) async fn public_for_write(tx: &mut Tx) -> Result<Vec<Survey>, DbError> {
    tx.read(surveys!("WHERE s.approved_at IS NOT NULL"), Vec::new()).await?.iter().map(survey).collect()
}

/// Approves a survey that somebody else had imported; whether it was one.
pub(super) async fn approve(
    tx: &mut Tx,
    name: &str,
    (approver, now): (&str, i64),
    signature: &str,
) -> Result<bool, DbError> {
    let sql = "UPDATE surveys SET approver = $1, approved_at = $2, signature = $3 \
               WHERE name = $4 AND preparer <> $1 AND approved_at IS NULL";
    let args = vec![approver.into(), now.into(), signature.into(), name.into()];
    Ok(tx.execute(sql, args).await? == 1)
}

/// Keeps that a member asks to have a survey withdrawn; whether it is public.
pub(super) async fn ask(tx: &mut Tx, name: &str, (asker, now): (&str, i64), reason: &Reason) -> Result<bool, DbError> {
    let sql = "UPDATE surveys SET withdrawal_en = $1, withdrawal_fr = $2, asker = $3, asked_at = $4 \
               WHERE name = $5 AND approved_at IS NOT NULL AND withdrawn_at IS NULL";
    let args = vec![reason.en.as_str().into(), reason.fr.as_str().into(), asker.into(), now.into(), name.into()];
    Ok(tx.execute(sql, args).await? == 1)
}

/// Withdraws a survey as somebody else asked; whether somebody did.
pub(super) async fn withdraw(tx: &mut Tx, name: &str, (withdrawer, now): (&str, i64)) -> Result<bool, DbError> {
    let sql = "UPDATE surveys SET withdrawer = $1, withdrawn_at = $2 \
               WHERE name = $3 AND asker <> $1 AND withdrawn_at IS NULL";
    Ok(tx.execute(sql, vec![withdrawer.into(), now.into(), name.into()]).await? == 1)
}

/// Every survey for staff to look at: those that wait first, then the newest.
pub async fn all(db: &Db) -> Result<Vec<Survey>, DbError> {
    let sql = surveys!("ORDER BY CASE WHEN s.approved_at IS NULL THEN 0 ELSE 1 END, s.last_day DESC, s.name LIMIT 200");
    db.read(sql, Vec::new()).await?.iter().map(survey).collect()
}

/// The surveys that are public, the newest first.
pub(super) async fn public(db: &Db) -> Result<Vec<Survey>, DbError> {
    let sql = surveys!("WHERE s.approved_at IS NOT NULL ORDER BY s.last_day DESC, s.name LIMIT 400");
    db.read(sql, Vec::new()).await?.iter().map(survey).collect()
}

/// The survey of this name.
pub(super) async fn find(db: &Db, name: &str) -> Result<Option<Survey>, DbError> {
    db.read(surveys!("WHERE s.name = $1"), vec![name.into()]).await?.first().map(survey).transpose()
}

/// The one that corrected the survey of this name and was withdrawn, if there is one.
pub(super) async fn withdrawn_correction(db: &Db, name: &str) -> Result<Option<String>, DbError> {
    let sql = "SELECT name FROM surveys WHERE corrects = $1 AND withdrawn_at IS NOT NULL ORDER BY number DESC LIMIT 1";
    db.read(sql, vec![name.into()]).await?.first().map(|row| row.text(0)).transpose()
}

/// The inputs of each survey that was published and corrects the first of this name, or is it.
pub(super) async fn inputs_of(db: &Db, first: &str) -> Result<Vec<Vec<u8>>, DbError> {
    let sql = "SELECT inputs FROM surveys WHERE COALESCE(series, name) = $1 AND approved_at IS NOT NULL";
    db.read(sql, vec![first.into()]).await?.iter().map(|row| row.bytes(0)).collect()
}

/// The inputs, the JSON and the CSV of a survey, as they are kept.
pub(super) async fn bytes(db: &Db, name: &str) -> Result<Option<[Vec<u8>; 3]>, DbError> {
    let rows = db.read("SELECT inputs, json, csv FROM surveys WHERE name = $1", vec![name.into()]).await?;
    rows.first().map(|row| Ok([row.bytes(0)?, row.bytes(1)?, row.bytes(2)?])).transpose()
}

/// One file of a survey.
pub(super) async fn file(db: &Db, name: &str, file: File) -> Result<Option<Vec<u8>>, DbError> {
    let sql = match file {
        File::Json => "SELECT json FROM surveys WHERE name = $1",
        File::Csv => "SELECT csv FROM surveys WHERE name = $1",
    };
    db.read(sql, vec![name.into()]).await?.first().map(|row| row.bytes(0)).transpose()
}

/// A row as [`surveys!`] reads it.
fn survey(row: &Row) -> Result<Survey, DbError> {
    let day = |column| row.parsed(column, |text| text.parse().ok());
    let both = |en, fr| -> Result<Option<Reason>, DbError> {
        Ok(row.maybe_text(en)?.zip(row.maybe_text(fr)?).map(|(en, fr)| Reason { en, fr }))
    };
    let asked = row.maybe_text(26)?.zip(row.maybe_text(27)?).zip(row.maybe_int(28)?);
    let done = row.maybe_text(29)?.zip(row.maybe_int(30)?);
    let withdrawal = both(24, 25)?.zip(asked);
    let approved = row.maybe_text(15)?.zip(row.maybe_int(16)?).zip(row.maybe_text(17)?);
    Ok(Survey {
        name: row.text(0)?,
        kind: row.parsed(1, Kind::parse)?,
        title: Both { en: row.text(2)?, fr: row.text(3)? },
        days: [day(4)?, day(5)?],
        services: row.text(6)?.split_whitespace().map(str::to_owned).collect(),
        file_hmac: row.text(7)?,
        code_version: row.text(8)?,
        inputs_hmac: row.text(9)?,
        json_sha256: row.text(10)?,
        csv_sha256: row.text(11)?,
        preparer: (row.text(12)?, row.text(13)?),
        prepared_at: row.int(14)?,
        approved: approved.map(|((who, at), signature)| (who, at, signature)),
        number: row.int(18)?,
        series: row.text(19)?,
        corrects: row.maybe_text(20)?.zip(both(21, 22)?),
        corrected_by: row.maybe_text(23)?,
        withdrawal: withdrawal.map(|(reason, (asker, asked_at))| Withdrawal { reason, asker, asked_at, done }),
        sizes: [row.int(31)?, row.int(32)?],
    })
}
