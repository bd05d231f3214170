//! What a member of staff sees: who is at no desk sees every case; who is at desks sees the cases of these and no others.
//! `staff::can` says so; here a case or a desk is brought before it.

use super::{Case, store};
use crate::house::House;
use crate::http::{Failure, Visit};
use crate::registry::desks::{self, Desk};
use crate::staff::{Action, Resource, SignedIn, can};
use crate::standard::Standard;

/// The case of this reference, if this member sees it.
pub(super) async fn case(house: &House, signed_in: &SignedIn, reference: &str) -> Result<Case, Failure> {
    let found = store::find(&house.db, &Standard::default(), reference).await.map_err(Failure::unavailable)?;
    let case = found.ok_or(Failure::NotFound)?;
    let may = can(signed_in, Action::WorkOnCases, Resource::Case { desk: &case.desk });
    if may { Ok(case) } else { Err(Failure::Forbidden) }
}

/// The desks that a member sees, and the one of them that the address of this visit asks for.
pub(super) struct Desks {
    seen: Vec<Desk>,
    asked: Option<String>,
    language: feedback::Language,
}

/// The desks that this member sees.
pub(super) async fn desks(house: &House, visit: &Visit, signed_in: &SignedIn) -> Result<Desks, Failure> {
    let mut seen = desks::all(&house.db).await.map_err(Failure::unavailable)?;
    seen.retain(|desk| signed_in.sees(&desk.slug));
    let asked = visit.asked("desk").filter(|asked| seen.iter().any(|desk| desk.slug == *asked)).map(str::to_owned);
    Ok(Desks { seen, asked, language: visit.official })
}

impl Desks {
    /// The desks whose cases are shown; none of them means every case.
    pub(super) fn shown(&self, signed_in: &SignedIn) -> Vec<String> {
        self.asked.clone().map_or_else(|| signed_in.desks.clone(), |asked| vec![asked])
    }

    /// The desks to choose from, each with its slug, name and whether it is chosen; none where there is nothing to choose.
    pub(super) fn choices(&self) -> Vec<(String, String, bool)> {
        let choice = |desk: &Desk| {
            let is_chosen = self.asked.as_deref() == Some(desk.slug.as_str());
            (desk.slug.clone(), desk.name(self.language).to_owned(), is_chosen)
        };
        if self.seen.len() > 1 { self.seen.iter().map(choice).collect() } else { Vec::new() }
    }

    /// The name of the desk of this slug.
    pub(super) fn name(&self, slug: &str) -> String {
        let desk = self.seen.iter().find(|desk| desk.slug == slug);
        desk.map_or_else(|| slug.to_owned(), |desk| desk.name(self.language).to_owned())
    }
}
