//! Where members of staff work or worked, as they say.

use jiff::civil::Date;

use crate::audit::{self, Action, Entry};
use crate::db::{Db, DbError, Row};
use crate::staff::SignedIn;

/// The services in which this member works or worked, each with the day on which that ended.
pub(super) async fn of(db: &Db, staff: &str) -> Result<Vec<(String, Option<Date>)>, DbError> {
    let sql = "SELECT service, until FROM past_work WHERE staff = $1 ORDER BY service";
    let past = |row: &Row| {
        let until = match row.maybe_text(1)? {
            None => None,
            Some(_) => Some(row.parsed(1, |text| text.parse().ok())?),
        };
        Ok((row.text(0)?, until))
    };
    db.read(sql, vec![staff.into()]).await?.iter().map(past).collect()
}

/// Keeps that this member works in a service, or did until that day; what they said of it before is replaced.
pub(super) async fn keep(
    db: &Db,
    member: &SignedIn,
    service: &str,
    until: Option<Date>,
    now: i64,
) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let sql = "INSERT INTO past_work (staff, service, until) VALUES ($1, $2, $3) \
        ON CONFLICT (staff, service) DO UPDATE SET until = excluded.until";
    let day = until.map(|day| day.to_string());
    tx.execute(sql, vec![member.name.as_str().into(), service.into(), day.into()]).await?;
    audit::append(&mut tx, &Entry::of_office(now, member.actor(), Action::PastWork).about(service)).await?;
    tx.commit().await
}
