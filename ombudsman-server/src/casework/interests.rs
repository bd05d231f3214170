//! What a case's page shows of what stands between members of staff and the case, and of what stood there and was taken back.

use super::story::day;
use super::{Case, moving};
use crate::house::House;
use crate::http::{Failure, Visit};
use crate::staff::{Action, Resource, SignedIn, can};

/// The interests in a case, as its page shows them to one member of staff.
pub(super) struct Interests {
    /// Whose, by which rule, since when, and whether who looks may take it back.
    pub standing: Vec<(String, &'static str, String, bool)>,
    /// Those that were taken back.
    pub taken_back: Vec<TakenBack>,
}

/// An interest that was taken back, in words.
pub(super) struct TakenBack {
    pub of: String,
    pub rule: &'static str,
    pub since: String,
    pub by: String,
    pub at: String,
    pub reason: String,
}

/// The interests in this case for who is signed in.
pub(super) async fn of(house: &House, visit: &Visit, signed_in: &SignedIn, case: &Case) -> Result<Interests, Failure> {
    let (db, words) = (&house.db, visit.words());
    let may_take_back = can(signed_in, Action::TakeBackInterest, Resource::Case { desk: &case.desk });
    let standing = moving::interests(db, &case.reference).await.map_err(Failure::unavailable)?;
    let standing = standing.into_iter().map(|(who, rule, at)| {
        let is_theirs_to_take_back = may_take_back && who != signed_in.shown_as;
        (who, rule.as_str(), day(at, words), is_theirs_to_take_back)
    });
    let standing = standing.collect();
    let taken_back = moving::interests_taken_back(db, &case.reference).await.map_err(Failure::unavailable)?;
    let taken_back = taken_back.into_iter().map(|one| TakenBack {
        of: one.of,
        rule: one.rule.as_str(),
        since: day(one.declared_at, words),
        by: one.by,
        at: day(one.at, words),
        reason: one.reason,
    });
    Ok(Interests { standing, taken_back: taken_back.collect() })
}
