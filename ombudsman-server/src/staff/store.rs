//! The staff in the record: who there is, and what each may do.

use super::{Password, Role};
use jiff::civil::Date;

use crate::audit::{self, Entry};
use crate::db::{Db, DbError, Row, Tx};

/// By what a member shows that it is they.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignsInBy {
    /// A password.
    Password,
    /// A password and a code.
    SecondFactor,
    /// An account of their organization, and so no password and no second factor of ours.
    Organization,
}

/// A member of staff.
#[derive(Clone)]
pub struct Member {
    /// The name to sign in with.
    pub name: String,
    /// The name that people see.
    pub shown_as: String,
    /// What they are there for.
    pub role: Role,
    /// Whether they may sign in.
    pub is_active: bool,
    /// The desks whose cases they see; without one, the office's: every case.
    pub desks: Vec<String>,
    /// Whether one of these desks is a program's.
    pub is_of_program: bool,
    /// Whether one of them is another office's.
    pub is_from_outside: bool,
    /// By what they show that it is they.
    pub signs_in_by: SignsInBy,
    /// Until when somebody else's password for them is good; `None` once they have chosen their own.
    pub first_until: Option<i64>,
    pub(super) password: Password,
}

impl Member {
    /// Whether they have a second factor of ours.
    #[must_use]
    pub fn has_second_factor(&self) -> bool {
        self.signs_in_by == SignsInBy::SecondFactor
    }

    /// Whether they sign in with an account of their organization.
    #[must_use]
    pub fn is_of_organization(&self) -> bool {
        self.signs_in_by == SignsInBy::Organization
    }
}

/// Adds a member, with a password of their own or one that is good until this time only; whether the name was free. The log
/// tells of it by this entry.
pub async fn add(
    db: &Db,
    name: &str,
    shown_as: &str,
    role: Role,
    password: &Password,
    first_until: Option<i64>,
    entry: &Entry,
) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "INSERT INTO staff (name, shown_as, role, password, is_active, first_until) \
        SELECT $1, $2, $3, $4, 1, $5 WHERE NOT EXISTS (SELECT 1 FROM staff WHERE name = $1 OR shown_as = $2)";
    let (role, password) = (role.as_str(), password.as_str());
    let args = vec![name.into(), shown_as.into(), role.into(), password.into(), first_until.into()];
    let added = tx.execute(sql, args).await?;
    if added == 1 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await?;
    Ok(added == 1)
}

/// A member with their desks, a row as [`member`] reads it.
macro_rules! members {
    ($rest:literal) => {
        concat!(
            "SELECT m.name, m.role, m.password, m.is_active, m.shown_as, \
             (SELECT string_agg(d.desk, ' ') FROM staff_desks d WHERE d.staff = m.name), \
             (SELECT COUNT(*) FROM staff_desks d JOIN desks k ON k.slug = d.desk WHERE d.staff = m.name AND k.kind = 'program'), \
             (SELECT COUNT(*) FROM second_factors f WHERE f.staff = m.name), m.first_until, \
             (SELECT COUNT(*) FROM staff_accounts a WHERE a.staff = m.name), \
             (SELECT COUNT(*) FROM staff_desks d JOIN desks k ON k.slug = d.desk WHERE d.staff = m.name AND k.kind = 'outside') \
             FROM staff m ",
            $rest
        )
    };
}

/// Every member, by name.
pub async fn list(db: &Db) -> Result<Vec<Member>, DbError> {
    db.read(members!("ORDER BY m.name"), Vec::new()).await?.iter().map(member).collect()
}

/// The same, as this write sees them.
pub async fn list_in(tx: &mut Tx) -> Result<Vec<Member>, DbError> {
    tx.read(members!("ORDER BY m.name"), Vec::new()).await?.iter().map(member).collect()
}

/// The member of this name.
pub async fn find(db: &Db, name: &str) -> Result<Option<Member>, DbError> {
    let rows = db.read(members!("WHERE m.name = $1"), vec![name.into()]).await?;
    rows.first().map(member).transpose()
}

/// Lets a member sign in or not, and ends their sessions if not; whether there is such a member.
pub async fn set_active(db: &Db, name: &str, is_active: bool, entry: &Entry) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let changed =
        tx.execute("UPDATE staff SET is_active = $1 WHERE name = $2", vec![is_active.into(), name.into()]).await?;
    if !is_active {
        sign_out(&mut tx, name).await?;
    }
    if changed == 1 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await?;
    Ok(changed == 1)
}

/// Gives a member another role, and ends their sessions; whether there is such a member.
pub async fn set_role(db: &Db, name: &str, role: Role, entry: &Entry) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "UPDATE staff SET role = $1 WHERE name = $2";
    let changed = tx.execute(sql, vec![role.as_str().into(), name.into()]).await?;
    sign_out(&mut tx, name).await?;
    if changed == 1 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await?;
    Ok(changed == 1)
}

/// Gives a member another password, their own or one that is good until this time only, and ends their sessions; whether
/// there is such a member.
pub async fn set_password(
    db: &Db,
    name: &str,
    password: &Password,
    first_until: Option<i64>,
    entry: &Entry,
) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "UPDATE staff SET password = $1, first_until = $2 WHERE name = $3";
    let changed = tx.execute(sql, vec![password.as_str().into(), first_until.into(), name.into()]).await?;
    sign_out(&mut tx, name).await?;
    if changed == 1 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await?;
    Ok(changed == 1)
}

/// Puts a member at these desks and no others from today on; at none, they work for the office. Where they leave a program,
/// that they worked there is kept. Whether there is such a member.
pub async fn set_desks(db: &Db, name: &str, desks: &[String], today: Date, entry: &Entry) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    if tx.read("SELECT 1 FROM staff WHERE name = $1", vec![name.into()]).await?.is_empty() {
        return Ok(false);
    }
    let sql = "INSERT INTO past_work (staff, service, until) SELECT $1, s.slug, $2 FROM staff_desks d \
        JOIN desks k ON k.slug = d.desk JOIN services s ON s.desk = d.desk WHERE d.staff = $1 AND k.kind = 'program' \
        ON CONFLICT (staff, service) DO UPDATE SET until = excluded.until WHERE past_work.until < excluded.until";
    tx.execute(sql, vec![name.into(), today.to_string().into()]).await?;
    tx.execute("DELETE FROM staff_desks WHERE staff = $1", vec![name.into()]).await?;
    for desk in desks {
        let sql = "INSERT INTO staff_desks (staff, desk) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        tx.execute(sql, vec![name.into(), desk.as_str().into()]).await?;
    }
    audit::append(&mut tx, entry).await?;
    tx.commit().await?;
    Ok(true)
}

async fn sign_out(tx: &mut Tx, name: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM sessions WHERE staff = $1", vec![name.into()]).await.map(drop)
}

fn member(row: &Row) -> Result<Member, DbError> {
    Ok(Member {
        name: row.text(0)?,
        role: row.parsed(1, Role::parse)?,
        password: Password::from_record(row.text(2)?),
        is_active: row.int(3)? == 1,
        shown_as: row.text(4)?,
        desks: desks(row, 5)?,
        is_of_program: row.int(6)? > 0,
        is_from_outside: row.int(10)? > 0,
        signs_in_by: signs_in_by(row.int(7)? > 0, row.int(9)? > 0),
        first_until: row.maybe_int(8)?,
    })
}

const fn signs_in_by(has_second_factor: bool, is_of_organization: bool) -> SignsInBy {
    match (is_of_organization, has_second_factor) {
        (true, _) => SignsInBy::Organization,
        (false, true) => SignsInBy::SecondFactor,
        (false, false) => SignsInBy::Password,
    }
}

fn desks(row: &Row, column: usize) -> Result<Vec<String>, DbError> {
    let mut desks: Vec<String> =
        row.maybe_text(column)?.unwrap_or_default().split_whitespace().map(str::to_owned).collect();
    desks.sort();
    Ok(desks)
}
