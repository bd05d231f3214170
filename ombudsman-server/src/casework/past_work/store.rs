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

/// Keeps that this member works in a service, or did until that day. What they said before can be made to last longer, and
/// never shorter: who is barred by it does not free themselves. Whether it was kept.
pub(super) async fn keep(
    db: &Db,
    member: &SignedIn,
    service: &str,
    until: Option<Date>,
    (now, today): (i64, Date),
) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "SELECT COALESCE(until, $3) FROM past_work WHERE staff = $1 AND service = $2";
    // Who said that they are still there left today at the earliest.
    let args = vec![member.name.as_str().into(), service.into(), today.to_string().into()];
    let before = tx.read(sql, args).await?;
    let before = before.first().map(|row| row.parsed(0, |text| text.parse::<Date>().ok())).transpose()?;
    if before.is_some_and(|before| until.is_some_and(|until| until < before)) {
        return Ok(false);
    }
    let sql = "INSERT INTO past_work (staff, service, until) VALUES ($1, $2, $3) \
        ON CONFLICT (staff, service) DO UPDATE SET until = excluded.until";
    let day = until.as_ref().map(ToString::to_string);
    tx.execute(sql, vec![member.name.as_str().into(), service.into(), day.into()]).await?;
    let said = until.map_or_else(|| "still".to_owned(), |day| day.to_string());
    let entry = Entry::of_office(now, member.actor(), Action::PastWork).about(service).deciding(&said);
    audit::append(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(true)
}
