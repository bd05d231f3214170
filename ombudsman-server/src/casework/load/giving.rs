//! `POST /desk/load/cases`: the cases that were ticked are given to an officer, each in a write of its own. What could not be
//! given is told, with the reason; the rest is done.

use bytes::Bytes;

use super::{list, officers};
use crate::casework::ticked::{self, Outcome};
use crate::casework::{StoreError, moving};
use crate::house::House;
use crate::http::{Failure, Reply, Visit, body};
use crate::staff::{Action, Member, SignedIn, check_form, enter};
use crate::words::Words;

/// Gives what was ticked to whom was chosen.
pub(in crate::casework) async fn give(
    house: &House,
    visit: &Visit,
    sent: Result<Bytes, Failure>,
) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ShareWork).await?;
    let form = body::form(visit, &sent?)?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let ticked = ticked::read(&form);
    let to = body::value(&form, "to");
    let to = officers(house).await?.into_iter().find(|officer| officer.name == to);
    let given = match to {
        _ if ticked.is_empty() => Outcome::fault("load-nothing-ticked"),
        None => Outcome::fault("load-nobody-chosen"),
        Some(to) => all(house, visit.words(), &signed_in, &ticked, &to).await?,
    };
    list::page(house, visit, &signed_in, Some(given)).await
}

async fn all(
    house: &House,
    words: &'static Words,
    signed_in: &SignedIn,
    ticked: &[(&str, i64)],
    to: &Member,
) -> Result<Outcome, Failure> {
    let (mut number, mut outcome) = (0_u64, Outcome { done: None, kept: Vec::new(), fault: None });
    for (reference, version) in ticked {
        match moving::give(house, (signed_in, words), reference, *version, to).await {
            Ok(()) => number += 1,
            Err(StoreError::Db(error)) => return Err(Failure::unavailable(error)),
            Err(error) => outcome.refuse(reference, &error, words),
        }
    }
    let values = [("count", number.into()), ("officer", to.shown_as.as_str().into())];
    outcome.done = (number > 0).then(|| words.with_all("load-given", &values));
    Ok(outcome)
}
