//! Cases that nobody of the office may have, because of interests or of a part in them. The office cannot do justice to them: its
//! director turns to another one. So the page of the case says it, and who shares out the work has them in a list.

use jiff::civil::Date;

use super::life::{Part, Past, Rule, Stage, conflict};
use super::{Case, desk, moving, store};
use crate::db::{Db, DbError};
use crate::house::House;
use crate::http::Failure;
use crate::staff::{self, Member, SignedIn};
use crate::standard::Standard;

/// What the record knows of who can have a case. People are named as they are seen, but for where they worked.
pub(super) struct Known<'a> {
    pub staff: &'a [Member],
    pub interests: &'a [(String, Rule, i64)],
    pub parts: &'a [(String, Part, i64)],
    /// Who worked in the program of the case until when, by the name that they sign in with.
    pub worked: &'a [(String, Option<Date>)],
}

impl Known<'_> {
    /// Whether nobody of the office may take this case on, or review it where it is to be reviewed.
    pub(super) fn leaves_nobody(&self, case: &Case, today: Date) -> bool {
        let is_review = matches!(case.stage, Stage::UnderReview { .. });
        let is_free = |one: &Member| {
            let past = Past {
                in_program: self.worked.iter().filter(|(who, _)| *who == one.name).map(|(_, until)| *until).collect(),
                declared: self.interests.iter().filter(|(who, ..)| *who == one.shown_as).map(|one| one.1).collect(),
                had_a_part: self.parts.iter().any(|(who, part, _)| *who == one.shown_as && *part != Part::Reviewer),
            };
            let is_of_desk = one.desks.is_empty() || one.desks.contains(&case.desk);
            is_of_desk && !case.stage.bars(&one.shown_as) && conflict(&past, is_review, today).is_ok()
        };
        let is_officer = |one: &&Member| one.is_active && one.role.is_of_officers() && !one.is_of_program;
        case.is_complaint() && !case.stage.is_over() && !self.staff.iter().filter(is_officer).any(is_free)
    }
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
    let mut found = Vec::new();
    for reference in store::contested(db, desks).await? {
        let Some(case) = store::find(db, &standard, &reference).await? else { continue };
        let (interests, parts) = (moving::interests(db, &reference).await?, moving::parts(db, &reference).await?);
        let worked = moving::worked(db, &case.service).await?;
        let known = Known { staff: &staff, interests: &interests, parts: &parts, worked: &worked };
        if known.leaves_nobody(&case, today) {
            found.push(reference);
        }
    }
    Ok(found)
}
