//! The complaints of a time, off the cases' rows and the log.

use feedback::Intent;
use jiff::Timestamp;
use jiff::civil::Date;

use super::{Complaint, Known};
use crate::casework::case::is_complaint;
use crate::casework::{Labels, Stage};
use crate::db::{Db, DbError, Row};
use crate::standard::Standard;

/// Every complaint about which something can have happened from the first of these days to the last, each after the name of the
/// organisation whose service it is about.
pub async fn complaints(db: &Db, [first, last]: [Date; 2]) -> Result<Vec<(String, Complaint)>, DbError> {
    let sql = "SELECT c.intent, c.labels, c.facts, c.deemed_on, c.acknowledge_by, c.answer_by, \
        (SELECT MIN(a.at) FROM audit_entries a WHERE a.chain = c.reference AND a.action = 'acknowledge'), \
        (SELECT MIN(a.at) FROM audit_entries a WHERE a.chain = c.reference AND a.action = 'decision_sent'), \
        (SELECT MIN(a.at) FROM audit_entries a WHERE a.chain = c.reference AND a.action = 'review_request'), \
        (SELECT MAX(a.at) FROM audit_entries a WHERE a.chain = c.reference AND a.to_stage = 'closed' \
        AND a.action <> 'illegal_transition'), \
        (SELECT s.organisation FROM services s WHERE s.slug = c.service) \
        FROM cases c WHERE c.deemed_on <= $1 AND (c.closed_on IS NULL OR c.closed_on >= $2)";
    let standard = Standard::default();
    let mut complaints = Vec::new();
    for row in db.read(sql, vec![last.to_string().into(), first.to_string().into()]).await? {
        let stage = row.parsed(2, |text| serde_json::from_str::<Stage>(text).ok())?;
        if is_complaint(row.parsed(0, Intent::parse)?, &Labels::parse(&row.text(1)?), &stage) {
            complaints.push((row.text(10)?, Complaint::of(&stage, &known(&row, &standard)?)));
        }
    }
    Ok(complaints)
}

fn known(row: &Row, standard: &Standard) -> Result<Known, DbError> {
    let day = |column| row.parsed(column, |text| text.parse::<Date>().ok());
    let logged = |column| -> Result<Option<Date>, DbError> {
        let at = row.maybe_int(column)?.map(Timestamp::from_millisecond).transpose();
        Ok(at.map_err(|_| DbError::Inconsistent { column })?.map(|at| standard.office_date(at)))
    };
    Ok(Known {
        deemed_on: day(3)?,
        acknowledge_by: day(4)?,
        answer_by: day(5)?,
        acknowledged_on: logged(6)?,
        decided_on: logged(7)?,
        review_asked_on: logged(8)?,
        closed_on: logged(9)?,
    })
}
