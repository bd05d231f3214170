//! Queues in the cases' table. A page begins after the last row of the one before, and every count ends at a limit, so that
//! both cost the same however many cases there are.

use std::fmt;

use super::View;
use crate::casework::Case;
use crate::casework::store::{case, cases};
use crate::db::{Arg, Db, DbError, Row};
use crate::secrets::sha256_hex;
use crate::standard::Standard;

/// So many cases are on a page.
const ON_A_PAGE: usize = 50;
/// So far is counted, and no further.
pub(in crate::casework) const MOST_COUNTED: i64 = 1_000;

/// Where a case stands in a queue: what the record orders by, and the reference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::casework) struct Place {
    order: String,
    reference: String,
}

impl Place {
    /// The place that an address names. What is no place is before every one.
    pub fn parse(text: &str) -> Self {
        let (order, reference) = text.split_once('.').unwrap_or_default();
        Self { order: order.to_owned(), reference: reference.to_owned() }
    }

    /// The place of a row as `cases!` reads it.
    pub fn of(row: &Row) -> Result<Self, DbError> {
        Ok(Self { order: row.text(24)?, reference: row.text(0)? })
    }

    /// What the record orders by, and the reference.
    pub fn parts(&self) -> (&str, &str) {
        (&self.order, &self.reference)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.order, self.reference)
    }
}

/// A page of this view for the officer of this name: its cases, and where the next page begins, if there is one. Of these
/// desks only, unless there are none.
pub(super) async fn page(
    db: &Db,
    view: View,
    me: &str,
    after: Option<&Place>,
    desks: &[String],
) -> Result<(Vec<Case>, Option<Place>), DbError> {
    let holder = if view == View::Mine { me } else { "" };
    let first = Place { order: if view == View::Closed { "4" } else { "" }.to_owned(), reference: String::new() };
    let after = after.unwrap_or(&first);
    let desks = desks.join(" ");
    let from = [after.order.as_str(), after.reference.as_str(), desks.as_str()];
    let args = |more: &[&str]| from.iter().chain(more).map(|text| Arg::from(*text)).collect::<Vec<_>>();
    let rows = match view {
        View::Mine | View::Team => {
            let sql = cases!(
                "WHERE c.holder = $4 AND (c.place, c.reference) > ($1, $2) AND c.place < '3' \
                 AND ($3 = '' OR ' ' || $3 || ' ' LIKE '% ' || c.desk || ' %') ORDER BY c.place, c.reference LIMIT 51"
            );
            db.read(sql, args(&[holder])).await?
        }
        View::Second => {
            let sql = cases!(
                "WHERE c.stage = 'finding-draft' AND c.holder <> $4 AND (c.place, c.reference) > ($1, $2) \
                 AND ($3 = '' OR ' ' || $3 || ' ' LIKE '% ' || c.desk || ' %') ORDER BY c.place, c.reference LIMIT 51"
            );
            db.read(sql, args(&[me])).await?
        }
        View::Open => {
            let sql = cases!(
                "WHERE (c.place, c.reference) > ($1, $2) AND c.place < '3' \
                 AND ($3 = '' OR ' ' || $3 || ' ' LIKE '% ' || c.desk || ' %') ORDER BY c.place, c.reference LIMIT 51"
            );
            db.read(sql, args(&[])).await?
        }
        View::Closed => {
            let sql = cases!(
                "WHERE (c.place, c.reference) < ($1, $2) AND c.place >= '3' \
                 AND ($3 = '' OR ' ' || $3 || ' ' LIKE '% ' || c.desk || ' %') \
                 ORDER BY c.place DESC, c.reference DESC LIMIT 51"
            );
            db.read(sql, args(&[])).await?
        }
    };
    let standard = Standard::default();
    let last = rows.get(ON_A_PAGE).and(rows.get(ON_A_PAGE - 1));
    let last = last.map(Place::of).transpose()?;
    let cases = rows.iter().take(ON_A_PAGE).map(|row| case(row, &standard)).collect::<Result<_, _>>()?;
    Ok((cases, last))
}

/// How many cases each view has for the officer of this name, in the order of [`View::ALL`], up to [`MOST_COUNTED`].
pub(super) async fn counts(db: &Db, me: &str, desks: &[String]) -> Result<Vec<i64>, DbError> {
    let sql = "SELECT \
        (SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE holder = $1 AND place < '3' \
            AND ($2 = '' OR ' ' || $2 || ' ' LIKE '% ' || desk || ' %') LIMIT 1000) a), \
        (SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE holder = '' AND place < '3' \
            AND ($2 = '' OR ' ' || $2 || ' ' LIKE '% ' || desk || ' %') LIMIT 1000) b), \
        (SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE stage = 'finding-draft' AND holder <> $1 \
            AND ($2 = '' OR ' ' || $2 || ' ' LIKE '% ' || desk || ' %') LIMIT 1000) c), \
        (SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE place < '3' \
            AND ($2 = '' OR ' ' || $2 || ' ' LIKE '% ' || desk || ' %') LIMIT 1000) d), \
        (SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE place >= '3' \
            AND ($2 = '' OR ' ' || $2 || ' ' LIKE '% ' || desk || ' %') LIMIT 1000) e)";
    let rows = db.read(sql, vec![me.into(), desks.join(" ").into()]).await?;
    let row = rows.first().ok_or(DbError::Inconsistent { column: 0 })?;
    (0..View::ALL.len()).map(|column| row.int(column)).collect()
}

/// What the first page of this view is for the officer of this name, in a word that changes with any of its cases and with
/// what is said about them.
pub(in crate::casework) async fn state(db: &Db, view: View, me: &str, desks: &[String]) -> Result<String, DbError> {
    let sql = match view {
        View::Mine | View::Team => {
            "SELECT reference, version, (SELECT COUNT(*) FROM messages m WHERE m.reference = cases.reference) \
             FROM cases WHERE holder = $1 AND place < '3' \
             AND ($2 = '' OR ' ' || $2 || ' ' LIKE '% ' || desk || ' %') ORDER BY place, reference LIMIT 51"
        }
        View::Second => {
            "SELECT reference, version, (SELECT COUNT(*) FROM messages m WHERE m.reference = cases.reference) \
             FROM cases WHERE stage = 'finding-draft' AND holder <> $1 \
             AND ($2 = '' OR ' ' || $2 || ' ' LIKE '% ' || desk || ' %') ORDER BY place, reference LIMIT 51"
        }
        View::Open => {
            "SELECT reference, version, (SELECT COUNT(*) FROM messages m WHERE m.reference = cases.reference) \
             FROM cases WHERE place < '3' AND $1 = $1 \
             AND ($2 = '' OR ' ' || $2 || ' ' LIKE '% ' || desk || ' %') ORDER BY place, reference LIMIT 51"
        }
        View::Closed => {
            "SELECT reference, version, (SELECT COUNT(*) FROM messages m WHERE m.reference = cases.reference) \
             FROM cases WHERE place >= '3' AND $1 = $1 \
             AND ($2 = '' OR ' ' || $2 || ' ' LIKE '% ' || desk || ' %') ORDER BY place DESC, reference DESC LIMIT 51"
        }
    };
    let holder = if view == View::Team { "" } else { me };
    let rows = db.read(sql, vec![holder.into(), desks.join(" ").into()]).await?;
    let lines = rows.iter().map(|row| Ok(format!("{} {} {}\n", row.text(0)?, row.int(1)?, row.int(2)?)));
    let text = lines.collect::<Result<String, DbError>>()?;
    Ok(sha256_hex(text.as_bytes()).chars().take(16).collect())
}
