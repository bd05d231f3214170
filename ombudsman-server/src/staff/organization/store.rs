//! The members who come from the organization, each under the provider's name for them.

use super::Person;
use crate::audit::{self, Action, Actor, Entry};
use crate::db::Tx;
use crate::house::House;
use crate::http::Failure;
use crate::secrets::hex;
use crate::staff::{Password, Role, password};

/// What became of somebody who came.
pub(super) enum Came {
    /// They are the member of this name.
    Member(String),
    /// They are the member of this name, whom an administrator does not let in.
    Disabled(String),
    /// They are new, and another member has their name.
    NameTaken,
}

/// Finds the member that this person is, or makes them one, with this role from now on.
pub(super) async fn come(house: &House, issuer: &str, person: &Person, role: Role) -> Result<Came, Failure> {
    // Nobody knows it, and it is asked for nowhere: such a member is let in by the provider only.
    let chance = hex(&house.secrets.bytes::<32>().map_err(Failure::internal)?);
    let nobodys = password::hashed(chance).await.map_err(Failure::internal)?;
    let mut tx = house.db.begin().await.map_err(Failure::unavailable)?;
    let came =
        come_in(&mut tx, house.clock.millis(), issuer, person, role, &nobodys).await.map_err(Failure::unavailable)?;
    tx.commit().await.map_err(Failure::unavailable)?;
    Ok(came)
}

async fn come_in(
    tx: &mut Tx,
    now: i64,
    issuer: &str,
    person: &Person,
    role: Role,
    nobodys: &Password,
) -> Result<Came, crate::db::DbError> {
    let sql = "SELECT m.name, m.is_active, m.role FROM staff_accounts a JOIN staff m ON m.name = a.staff \
        WHERE a.issuer = $1 AND a.subject = $2";
    let rows = tx.read(sql, vec![issuer.into(), person.subject.as_str().into()]).await?;
    let told = |name: &str, action| Entry::of_office(now, Actor::system(), action).about(name).deciding(role.as_str());
    if let Some(row) = rows.first() {
        let (name, is_active, before) = (row.text(0)?, row.int(1)? == 1, row.text(2)?);
        if !is_active {
            return Ok(Came::Disabled(name));
        }
        if before != role.as_str() {
            let args = vec![role.as_str().into(), name.as_str().into()];
            tx.execute("UPDATE staff SET role = $1 WHERE name = $2", args).await?;
            tx.execute("DELETE FROM sessions WHERE staff = $1", vec![name.as_str().into()]).await?;
            audit::append(tx, &told(&name, Action::StaffRole)).await?;
        }
        return Ok(Came::Member(name));
    }
    let name = person.name.as_str();
    let sql = "INSERT INTO staff (name, shown_as, role, password, is_active) SELECT $1, $2, $3, $4, 1 \
        WHERE NOT EXISTS (SELECT 1 FROM staff WHERE name = $1 OR shown_as = $2)";
    let args = vec![name.into(), person.shown_as.as_str().into(), role.as_str().into(), nobodys.as_str().into()];
    if tx.execute(sql, args).await? == 0 {
        return Ok(Came::NameTaken);
    }
    let sql = "INSERT INTO staff_accounts (issuer, subject, staff) VALUES ($1, $2, $3)";
    tx.execute(sql, vec![issuer.into(), person.subject.as_str().into(), name.into()]).await?;
    audit::append(tx, &told(name, Action::StaffAdd)).await?;
    Ok(Came::Member(name.to_owned()))
}
