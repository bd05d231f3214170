//! The incidents' tables.

use feedback::Language;

use crate::audit::{self, Entry};
use crate::casework::queue::Place;
use crate::casework::store::{case, cases};
use crate::casework::{Case, Stage};
use crate::db::{Arg, Db, DbError, Row};
use crate::standard::Standard;

/// So many cases are on a page: as many as are often put under an incident at once.
const ON_A_PAGE: usize = 200;

/// An incident.
pub(in crate::casework) struct Incident {
    pub id: String,
    pub service: String,
    pub title: String,
    pub known: String,
    /// By the name that they sign in with.
    pub opened_by: String,
    pub opened_at: i64,
    pub version: i64,
    pub texts: Texts,
    /// Who wrote the answer, by the name that they sign in with.
    pub author: Option<String>,
    pub is_sent: bool,
}

/// What everyone is told, in both languages.
#[derive(Default)]
pub(in crate::casework) struct Texts {
    pub fix_en: String,
    pub fix_fr: String,
    pub answer_en: String,
    pub answer_fr: String,
}

impl Texts {
    /// What was done and what is answered, for a card in this language: whoever reads neither reads English on the office's
    /// own pages too.
    pub fn in_language(&self, language: Language) -> (String, String) {
        match language {
            Language::French => (self.fix_fr.clone(), self.answer_fr.clone()),
            _ => (self.fix_en.clone(), self.answer_en.clone()),
        }
    }
}

/// An incident with how many cases are under it, and how many of them were answered.
pub(super) struct Counted {
    pub incident: Incident,
    pub cases: i64,
    pub answered: i64,
}

macro_rules! incidents {
    ($rest:literal) => {
        concat!(
            "SELECT i.id, i.service, i.title, i.known, i.opened_by, i.opened_at, i.version, i.fix_en, i.fix_fr, \
             i.answer_en, i.answer_fr, i.author, i.sent_at, \
             (SELECT COUNT(*) FROM incident_cases c WHERE c.incident = i.id), \
             (SELECT COUNT(*) FROM incident_cases c WHERE c.incident = i.id AND c.ended IS NOT NULL) FROM incidents i ",
            $rest
        )
    };
}

/// The latest hundred, those that are not answered yet in front.
pub(super) async fn newest(db: &Db) -> Result<Vec<Counted>, DbError> {
    let sql = incidents!("ORDER BY i.sent_at IS NOT NULL, i.opened_at DESC, i.id LIMIT 100");
    db.read(sql, Vec::new()).await?.iter().map(counted).collect()
}

/// The incident of this name.
pub(super) async fn find(db: &Db, id: &str) -> Result<Option<Counted>, DbError> {
    db.read(incidents!("WHERE i.id = $1"), vec![id.into()]).await?.first().map(counted).transpose()
}

/// Name and title of those that cases can be put under.
pub(in crate::casework) async fn open(db: &Db) -> Result<Vec<(String, String)>, DbError> {
    let sql = "SELECT id, title FROM incidents WHERE sent_at IS NULL ORDER BY opened_at DESC, id LIMIT 100";
    db.read(sql, Vec::new()).await?.iter().map(|row| Ok((row.text(0)?, row.text(1)?))).collect()
}

/// Name and title of the one that this case is under.
pub(in crate::casework) async fn of_case(db: &Db, reference: &str) -> Result<Option<(String, String)>, DbError> {
    let sql = "SELECT i.id, i.title FROM incident_cases c JOIN incidents i ON i.id = c.incident WHERE c.reference = $1";
    let rows = db.read(sql, vec![reference.into()]).await?;
    rows.first().map(|row| Ok((row.text(0)?, row.text(1)?))).transpose()
}

fn counted(row: &Row) -> Result<Counted, DbError> {
    Ok(Counted {
        incident: Incident {
            id: row.text(0)?,
            service: row.text(1)?,
            title: row.text(2)?,
            known: row.text(3)?,
            opened_by: row.text(4)?,
            opened_at: row.int(5)?,
            version: row.int(6)?,
            texts: Texts {
                fix_en: row.text(7)?,
                fix_fr: row.text(8)?,
                answer_en: row.text(9)?,
                answer_fr: row.text(10)?,
            },
            author: row.maybe_text(11)?,
            is_sent: row.maybe_int(12)?.is_some(),
        },
        cases: row.int(13)?,
        answered: row.int(14)?,
    })
}

/// Opens an incident.
pub(super) async fn add(db: &Db, incident: &Incident, entry: &Entry) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let sql = "INSERT INTO incidents (id, service, title, known, opened_by, opened_at) VALUES ($1, $2, $3, $4, $5, $6)";
    let texts = [&incident.id, &incident.service, &incident.title, &incident.known, &incident.opened_by];
    let args = texts.into_iter().map(|text| Arg::from(text.as_str())).chain([incident.opened_at.into()]).collect();
    tx.execute(sql, args).await?;
    audit::append(&mut tx, entry).await?;
    tx.commit().await
}

/// Keeps what everyone is to be told; whether nobody changed or sent it since this version.
pub(super) async fn write(
    db: &Db,
    (id, version): (&str, i64),
    texts: &Texts,
    author: &str,
    entry: &Entry,
) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "UPDATE incidents SET fix_en = $3, fix_fr = $4, answer_en = $5, answer_fr = $6, author = $7, \
        version = version + 1 WHERE id = $1 AND version = $2 AND sent_at IS NULL";
    let said = [&texts.fix_en, &texts.fix_fr, &texts.answer_en, &texts.answer_fr].map(|text| Arg::from(text.as_str()));
    let args = [id.into(), version.into()].into_iter().chain(said).chain([author.into()]).collect();
    let is_kept = tx.execute(sql, args).await? > 0;
    if is_kept {
        audit::append(&mut tx, entry).await?;
        tx.commit().await?;
    }
    Ok(is_kept)
}

/// Keeps that it is sent, from this version; whether nobody changed it since. What was sent before stays sent.
pub(super) async fn send(db: &Db, (id, version): (&str, i64), by: &str, entry: &Entry) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "UPDATE incidents SET sent_by = COALESCE(sent_by, $3), sent_at = COALESCE(sent_at, $4) \
        WHERE id = $1 AND version = $2 AND answer_en <> '' AND author <> $3";
    let is_sent = tx.execute(sql, vec![id.into(), version.into(), by.into(), entry.at().into()]).await? > 0;
    if is_sent {
        audit::append(&mut tx, entry).await?;
        tx.commit().await?;
    }
    Ok(is_sent)
}

/// Who is still to be answered.
pub(super) async fn unanswered(db: &Db, id: &str) -> Result<Vec<String>, DbError> {
    let sql =
        "SELECT reference FROM incident_cases WHERE incident = $1 AND ended IS NULL ORDER BY reference LIMIT 1000";
    db.read(sql, vec![id.into()]).await?.iter().map(|row| row.text(0)).collect()
}

/// A case under an incident: its stage's name, and how it was answered.
pub(super) struct Under {
    pub reference: String,
    pub desk: String,
    pub stage: Stage,
    pub ended: Option<String>,
}

/// The first cases under it after this one, one more than a page.
pub(super) async fn under(db: &Db, id: &str, after: &str) -> Result<Vec<Under>, DbError> {
    let sql = "SELECT c.reference, c.desk, c.facts, i.ended FROM incident_cases i JOIN cases c ON c.reference = i.reference \
        WHERE i.incident = $1 AND i.reference > $2 ORDER BY i.reference LIMIT 201";
    let under = |row: &Row| {
        Ok(Under {
            reference: row.text(0)?,
            desk: row.text(1)?,
            stage: row.parsed(2, |text| serde_json::from_str(text).ok())?,
            ended: row.maybe_text(3)?,
        })
    };
    db.read(sql, vec![id.into(), after.into()]).await?.iter().map(under).collect()
}

/// A page of the cases of this service that are under no incident and can be put under one, what is due first in front, and
/// where the next page begins. Of these desks only, unless there are none.
pub(super) async fn others(
    db: &Db,
    service: &str,
    after: &Place,
    desks: &[String],
) -> Result<(Vec<Case>, Option<Place>), DbError> {
    let sql = cases!(
        "WHERE c.service = $1 AND (c.place, c.reference) > ($2, $3) AND c.place < '3' \
         AND ($4 = '' OR ' ' || $4 || ' ' LIKE '% ' || c.desk || ' %') AND c.stage IN ('received', 'acknowledged', \
         'triaged', 'referred', 'in-review', 'awaiting-client', 'suspended', 'finding-draft', 'decided') \
         AND NOT EXISTS (SELECT 1 FROM incident_cases i WHERE i.reference = c.reference) \
         ORDER BY c.place, c.reference LIMIT 201"
    );
    let (order, from) = after.parts();
    let args = [service, order, from, &desks.join(" ")].into_iter().map(Arg::from).collect();
    let rows = db.read(sql, args).await?;
    let standard = Standard::default();
    let last = rows.get(ON_A_PAGE).and(rows.get(ON_A_PAGE - 1)).map(Place::of).transpose()?;
    let cases = rows.iter().take(ON_A_PAGE).map(|row| case(row, &standard)).collect::<Result<_, _>>()?;
    Ok((cases, last))
}
