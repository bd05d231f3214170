//! What a person is written when something happens in their case. The letter is in the language of their card, tells what
//! happened and what comes next and when, and leads to the tracking page; the access code is in none.

mod decided;
mod kind;
mod text;

use feedback::ReplyBy;

pub(super) use decided::{Told, as_if_sent, points};
pub(super) use kind::Kind;
pub(super) use text::Office;

use super::{Case, StoreError};
use crate::audit::Actor;
use crate::db::{DbError, Tx};
use crate::house::House;
use crate::mail;
use crate::secrets::hex;

/// Writes the letter of this kind about a case that has just moved, if its person allowed to be written to and can be: as a
/// part of the write that moves it.
pub(super) async fn follow(
    tx: &mut Tx,
    house: &House,
    actor: Actor,
    case: &Case,
    kind: Kind,
    (said, by): (Option<&str>, Option<&str>),
) -> Result<(), StoreError> {
    let Some(way) = mail::way_to(tx, &case.reference).await? else { return Ok(()) };
    let can_be_written = way != ReplyBy::Email || house.config.has_mail();
    if !can_be_written || !kind.is_due(&case.stage) {
        return Ok(());
    }
    let office = Office::of(&house.config, way);
    let id = hex(&house.secrets.bytes::<16>().map_err(DbError::from)?);
    let (subject, body) = (text::subject(case), text::body(case, kind, said, by, &office));
    let letter = mail::New { id, reference: &case.reference, by: way, language: case.language, subject, body };
    Ok(mail::write(tx, letter, actor, house.clock.millis()).await?)
}

/// The decision about this case as a letter, before it is sent; by e-mail where the person gave no other address.
pub(super) fn preview(house: &House, case: &Case, way: ReplyBy) -> String {
    text::body(case, Kind::Decision, None, None, &Office::of(&house.config, way))
}

#[cfg(test)]
mod tests;
