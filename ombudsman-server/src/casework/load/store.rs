//! Who has which cases, off the cases' own rows: what is closed is not read.

use jiff::civil::Date;

use super::{Days, Part};
use crate::casework::Case;
use crate::casework::queue::Place;
use crate::casework::store::{case, cases};
use crate::db::{Db, DbError};
use crate::standard::Standard;

/// So many cases are on a page.
const ON_A_PAGE: usize = 50;

/// How the cases of one holder stand.
pub(super) struct Load {
    /// The name that people see; empty for what nobody has.
    pub holder: String,
    /// How many there are, in the order of [`Part::ALL`].
    numbers: [i64; 4],
    /// The day on which the oldest counts as received.
    pub oldest: Option<Date>,
}

impl Load {
    /// That somebody has none.
    pub(super) fn none(holder: &str) -> Self {
        Self { holder: holder.to_owned(), numbers: [0; 4], oldest: None }
    }

    /// How many of these there are.
    pub(super) const fn number(&self, part: Part) -> i64 {
        let [open, week, overdue, second] = self.numbers;
        match part {
            Part::Open => open,
            Part::Week => week,
            Part::Overdue => overdue,
            Part::Second => second,
        }
    }
}

/// How the open cases of every holder stand; of these desks only, unless there are none.
pub(super) async fn loads(db: &Db, days: &Days, desks: &[String]) -> Result<Vec<Load>, DbError> {
    let sql = "SELECT holder, COUNT(*), COUNT(CASE WHEN due >= $1 AND due <= $2 THEN 1 END), \
        COUNT(CASE WHEN due < $1 THEN 1 END), COUNT(CASE WHEN stage = 'finding-draft' THEN 1 END), MIN(deemed_on) \
        FROM cases WHERE place < '3' AND ($3 = '' OR ' ' || $3 || ' ' LIKE '% ' || desk || ' %') GROUP BY holder";
    let args = vec![days.today.as_str().into(), days.week_ends.as_str().into(), desks.join(" ").into()];
    let mut loads = Vec::new();
    for row in db.read(sql, args).await? {
        loads.push(Load {
            holder: row.text(0)?,
            numbers: [row.int(1)?, row.int(2)?, row.int(3)?, row.int(4)?],
            oldest: Some(row.parsed(5, |text| text.parse().ok())?),
        });
    }
    Ok(loads)
}

/// A page of these cases of this holder, what is due first in front, and where the next page begins, if there is one.
pub(super) async fn page(
    db: &Db,
    (holder, part): (&str, Part),
    after: &Place,
    days: &Days,
    desks: &[String],
) -> Result<(Vec<Case>, Option<Place>), DbError> {
    let sql = cases!(
        "WHERE c.holder = $1 AND (c.place, c.reference) > ($2, $3) AND c.place < '3' \
         AND ($4 = '' OR ' ' || $4 || ' ' LIKE '% ' || c.desk || ' %') \
         AND ($5 = 'open' OR ($5 = 'week' AND c.due >= $6 AND c.due <= $7) OR ($5 = 'overdue' AND c.due < $6) \
         OR ($5 = 'second' AND c.stage = 'finding-draft')) ORDER BY c.place, c.reference LIMIT 51"
    );
    let (order, reference) = after.parts();
    let args = [holder, order, reference, &desks.join(" "), part.as_str(), &days.today, &days.week_ends];
    let rows = db.read(sql, args.into_iter().map(Into::into).collect()).await?;
    let last = rows.get(ON_A_PAGE).and(rows.get(ON_A_PAGE - 1)).map(Place::of).transpose()?;
    let standard = Standard::default();
    let cases = rows.iter().take(ON_A_PAGE).map(|row| case(row, &standard)).collect::<Result<_, _>>()?;
    Ok((cases, last))
}
