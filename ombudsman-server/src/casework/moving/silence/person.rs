//! A person who was asked something and does not reply: they are reminded twice, and then their case is closed, until they reply
//! after all. An officer may do each of these before the program does.

use super::super::store;
use super::follow;
use crate::casework::life::{Move, Stage};
use crate::db::DbError;
use crate::house::House;
use crate::mail;
use crate::standard::Standard;

/// Reminds whom it is time to remind, and ends what nobody replied to. Nothing ends by itself while a letter about it has not
/// reached its person, as far as the office knows: an officer calls, mails it, or sends it again.
pub(super) async fn remind(house: &House) -> Result<(), DbError> {
    let standard = Standard::default();
    let due = store::awaited(&house.db, standard.office_date(house.clock.now())).await?;
    let mut unreached = mail::unreached(&house.db).await?;
    if !house.config.has_mail() {
        unreached.extend(mail::by_email(&house.db).await?);
    }
    let (held, free): (Vec<String>, Vec<String>) = due.into_iter().partition(|one| unreached.contains(one));
    let next = |stage: &Stage, may_end: bool| match stage {
        Stage::AwaitingClient { asked, .. } if !asked.is_reminded(&standard) => Some(Move::Remind),
        Stage::AwaitingClient { .. } if may_end => Some(Move::Abandon),
        _ => None,
    };
    follow(house, &held, |stage| next(stage, false)).await;
    follow(house, &free, |stage| next(stage, true)).await;
    Ok(())
}
