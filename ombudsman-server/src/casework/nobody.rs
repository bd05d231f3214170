//! Cases that nobody of the office may have, because of interests or of a part in them. The office cannot do justice to them: its
//! director hands them over to another one. So the page of the case says it, and who shares out the work has them in a list.

use jiff::civil::Date;

use super::life::{Part, Past, Rule, Stage, conflict};
use super::{Case, desk, moving, store};
use crate::db::{Db, DbError, Tx};
use crate::house::House;
use crate::http::{Failure, Visit};
use crate::registry::desks::{self, Desk, Kind};
use crate::staff::{self, Action, Member, Resource, SignedIn, can};
use crate::standard::Standard;

/// The most that are listed.
const MOST: usize = 100;

/// What the record knows of who can have a case: of its whole matter. People are named as they are seen, but for where they
/// worked.
struct Known<'a> {
    staff: &'a [Member],
    interests: &'a [(String, Rule, i64)],
    parts: &'a [(String, Part, i64)],
    /// Who worked in the program of the case until when, by the name that they sign in with.
    worked: &'a [(String, Option<Date>)],
}

/// What the page of a case says that nobody of the office may have.
pub(super) struct Nobody {
    /// To whom of other offices who looks can hand it over: the name that they sign in with, and who they are. `None` where they cannot.
    pub others: Option<Vec<(String, String)>>,
}

/// The same for who is signed in; `None` where somebody of this staff may have it.
pub(super) async fn told(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    case: &Case,
    staff: &[Member],
) -> Result<Option<Nobody>, Failure> {
    let today = Standard::default().office_date(house.clock.now());
    if !is_left(&house.db, staff, case, today).await.map_err(Failure::unavailable)? {
        return Ok(None);
    }
    if !can(signed_in, Action::HandOver, Resource::Case { desk: &case.desk }) {
        return Ok(Some(Nobody { others: None }));
    }
    let desks = desks::all(&house.db).await.map_err(Failure::unavailable)?;
    let one = |member: &Member| {
        let office = office_of(&desks, member)?;
        Some((member.name.clone(), format!("{} – {}", member.shown_as, office.name(visit.official))))
    };
    Ok(Some(Nobody { others: Some(staff.iter().filter_map(one).collect()) }))
}

/// The desk of another office at which this officer is, where they are one of another office.
pub(super) fn office_of<'a>(desks: &'a [Desk], member: &Member) -> Option<&'a Desk> {
    let is_theirs = |desk: &&Desk| desk.kind == Kind::Outside && member.desks.contains(&desk.slug);
    desks.iter().find(is_theirs).filter(|_| member.is_active && member.role.is_of_officers())
}

/// Whether nobody of this staff may take this case on, or review it where it is to be reviewed.
pub(super) async fn is_left(db: &Db, staff: &[Member], case: &Case, today: Date) -> Result<bool, DbError> {
    if !needs_somebody(case) {
        return Ok(false);
    }
    let interests = moving::interests_in_matter(db, &case.reference).await?;
    let parts = moving::parts_in_matter(db, &case.reference).await?;
    let worked = moving::worked(db, &case.service).await?;
    Ok(Known { staff, interests: &interests, parts: &parts, worked: &worked }.leaves_nobody(case, today))
}

/// The same, as this write sees what is known of each: nothing of it changes before it ends.
pub(super) async fn is_left_in(tx: &mut Tx, staff: &[Member], case: &Case, today: Date) -> Result<bool, DbError> {
    if !needs_somebody(case) {
        return Ok(false);
    }
    for one in staff {
        if is_asked(one, case) {
            let past = moving::past(tx, &one.name, &case.reference, &case.service).await?;
            if is_free(one, &past, case, today) {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// Whether this is a complaint in which something is left to do.
fn needs_somebody(case: &Case) -> bool {
    case.is_complaint() && !case.stage.is_over()
}

impl Known<'_> {
    fn leaves_nobody(&self, case: &Case, today: Date) -> bool {
        let may = |one: &Member| {
            let past = Past {
                in_program: self.worked.iter().filter(|(who, _)| *who == one.name).map(|(_, until)| *until).collect(),
                declared: self.interests.iter().filter(|(who, ..)| *who == one.shown_as).map(|one| one.1).collect(),
                had_a_part: self.parts.iter().any(|(who, part, _)| *who == one.shown_as && *part != Part::Reviewer),
            };
            is_free(one, &past, case, today)
        };
        !self.staff.iter().filter(|one| is_asked(one, case)).any(may)
    }
}

/// Whether this member is an officer at a desk that has the case.
fn is_asked(one: &Member, case: &Case) -> bool {
    let is_of_desk = one.desks.is_empty() || one.desks.contains(&case.desk);
    is_of_desk && one.is_active && one.role.is_of_officers() && !one.is_of_program
}

/// Whether this officer, of whom this is known, can bring the case on: nothing stands between them and it, and it does not wait for
/// somebody else to approve what they wrote.
fn is_free(one: &Member, past: &Past, case: &Case, today: Date) -> bool {
    let is_review = matches!(case.stage, Stage::UnderReview { .. });
    let waits = matches!(&case.stage, Stage::FindingDraft { file, draft }
        if draft.author == one.shown_as && draft.needs_two(file));
    !waits && !case.stage.bars(&one.shown_as) && conflict(past, is_review, today).is_ok()
}

/// The complaints that nobody may have, at the desks of who asks: by their references, in addresses and as people read them. Looked at
/// are those in which an interest was declared, and those that wait for somebody new; at most a hundred.
pub(super) async fn list(house: &House, signed_in: &SignedIn) -> Result<Vec<(String, String)>, Failure> {
    let found = find(&house.db, &signed_in.desks, Standard::default().office_date(house.clock.now())).await;
    let named = |reference: String| (reference.clone(), desk::grouped(&reference));
    Ok(found.map_err(Failure::unavailable)?.into_iter().map(named).collect())
}

async fn find(db: &Db, desks: &[String], today: Date) -> Result<Vec<String>, DbError> {
    let (standard, staff) = (Standard::default(), staff::list(db).await?);
    let (mut found, mut after) = (Vec::new(), String::new());
    loop {
        let contested = store::contested(db, desks, &after).await?;
        let Some(last) = contested.last().cloned() else { return Ok(found) };
        for reference in contested {
            let Some(case) = store::find(db, &standard, &reference).await? else { continue };
            if is_left(db, &staff, &case, today).await? {
                found.push(reference);
            }
            if found.len() >= MOST {
                return Ok(found);
            }
        }
        after = last;
    }
}

#[cfg(test)]
mod tests;
