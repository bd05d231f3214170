//! A survey that should never have been public is withdrawn: one member asks and says why, a publisher who is another does it. From
//! then on its addresses say that it is gone, and why; the record keeps it.

use super::{Survey, store};
use crate::audit::{self, Action, Actor, Entry};
use crate::db::DbError;
use crate::house::House;
use crate::results::editions::Reason;
use crate::secrets::sha256_hex;

/// That somebody asked to have a survey withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// Why, for everyone to read once it is done.
    pub reason: Reason,
    /// The name that the member signs in with who asked, and the one that people see.
    pub asker: (String, String),
    /// When, in milliseconds since 1970.
    pub asked_at: i64,
    /// Who did it, and when.
    pub done: Option<(String, i64)>,
}

impl Withdrawal {
    /// What tells that it is the one that a page showed: a hash of what everyone would read, and of when it was asked.
    #[must_use]
    pub fn shown(&self) -> String {
        let Self { reason: Reason { en, fr }, asked_at, .. } = self;
        sha256_hex(format!("{asked_at}\n{en}\n{fr}").as_bytes())
    }
}

impl Survey {
    /// The reason for which it was withdrawn, and when, if it was.
    #[must_use]
    pub fn withdrawn(&self) -> Option<(&Reason, i64)> {
        let withdrawal = self.withdrawal.as_ref()?;
        withdrawal.done.as_ref().map(|(_, at)| (&withdrawal.reason, *at))
    }
}

/// Asks in the name of a member to have a survey withdrawn, in place of what was asked before; whether it is public.
pub async fn ask(house: &House, name: &str, by: &str, reason: &Reason) -> Result<bool, DbError> {
    let now = house.clock.millis();
    let mut tx = house.db.begin().await?;
    if !store::ask(&mut tx, name, (by, now), reason).await? {
        return Ok(false);
    }
    // Nobody has signed in here: the log names who did it, and in whose name they say that they did.
    let entry = Entry::of_office(now, Actor::operator(), Action::WithdrawalAsk).about(name).because(by);
    audit::append(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(true)
}

/// Withdraws a survey, as somebody else asked; whether that is still what was shown ([`Withdrawal::shown`]).
pub async fn withdraw(house: &House, name: &str, shown: &str, actor: &Actor) -> Result<bool, DbError> {
    let now = house.clock.millis();
    let mut tx = house.db.begin().await?;
    let found = store::find_for_write(&mut tx, name).await?.and_then(|survey| survey.withdrawal);
    if found.is_none_or(|withdrawal| withdrawal.shown() != shown) {
        return Ok(false);
    }
    if !store::withdraw(&mut tx, name, (actor.name(), now)).await? {
        return Ok(false);
    }
    let entry = Entry::of_office(now, actor.clone(), Action::ReleaseWithdraw).about(name).deciding(shown);
    audit::append(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(true)
}
