//! `staff desks`: whose cases a member of staff sees.

use anyhow::{bail, ensure};

use crate::audit::{Action, Actor, Entry};
use crate::house::House;
use crate::registry::desks::{self, Kind, OFFICE};
use crate::staff::{self, Member};

/// Puts a member at these desks and no others. At none, or at the office's own, they see every case.
pub(super) async fn put(house: &House, name: &str, slugs: &[String]) -> anyhow::Result<()> {
    let all = desks::all(&house.db).await?;
    let known: Vec<&str> = all.iter().map(|desk| desk.slug.as_str()).collect();
    if let Some(unknown) = slugs.iter().find(|slug| !known.contains(&slug.as_str())) {
        bail!("There is no desk {unknown}. Nothing was changed. The desks are: {}.", known.join(", "));
    }
    let of_office = slugs.iter().any(|slug| slug == OFFICE);
    ensure!(
        !of_office || slugs.len() == 1,
        "Who works for the office sees every case, so name {OFFICE} alone. Nothing was changed."
    );
    let is_at = |kind| all.iter().any(|desk| desk.kind == kind && slugs.contains(&desk.slug));
    ensure!(
        !(is_at(Kind::Office) && is_at(Kind::Program)),
        "Nobody is at a team of the office and at a program's desk: the office is neutral. Nothing was changed."
    );
    let slugs = if of_office { &[] } else { slugs };
    let entry = Entry::of_office(house.clock.millis(), Actor::operator(), Action::StaffDesks).about(name);
    if !staff::set_desks(&house.db, name, slugs, &entry.deciding(&slugs.join(" "))).await? {
        bail!("There is no member of that name. `staff list` shows them.");
    }
    if slugs.is_empty() {
        println!("{name} works for the office, and sees every case.");
    } else {
        println!("{name} sees the cases of these desks only: {}.", slugs.join(", "));
    }
    Ok(())
}

/// The desks of a member, as `staff list` names them.
pub(super) fn of(member: &Member) -> String {
    if member.desks.is_empty() { OFFICE.to_owned() } else { member.desks.join(",") }
}
