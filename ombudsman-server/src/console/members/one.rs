//! One member of the staff: what they may do, whether they may sign in, a first password, and no second factor. Never one's
//! own.

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;

use super::{Fields, first_page, handle};
use crate::audit::{self, Entry};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::registry::desks;
use crate::staff::{self, Action, Member, Resource, Role, SignedIn, can, check_form, enter};
use crate::standard::Standard;

#[derive(Template)]
#[template(path = "console/member.html")]
struct MemberPage {
    page: Page,
    member: Member,
    handle: String,
    fields: Fields,
    /// Whether the one who looks may change anything here.
    may_change: bool,
    form_token: String,
    done: bool,
    faults: Vec<String>,
}

/// `GET /console/staff/{member}`.
pub(super) async fn show(house: &House, visit: &Visit, handle: &str) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ManageStaff).await?;
    let member = find(house, handle).await?;
    let all = desks::all(&house.db).await.map_err(Failure::unavailable)?;
    let fields = Fields::of(&all, member.role, &member.desks);
    page(house, visit, &signed_in, member, fields, &[])
}

async fn find(house: &House, asked: &str) -> Result<Member, Failure> {
    let members = staff::list(&house.db).await.map_err(Failure::unavailable)?;
    members.into_iter().find(|member| handle(house, &member.name) == asked).ok_or(Failure::NotFound)
}

fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    member: Member,
    fields: Fields,
    faults: &[&'static str],
) -> Result<Reply, Failure> {
    let page = MemberPage {
        page: Page::for_staff(visit, &signed_in.shown_as, "console"),
        handle: handle(house, &member.name),
        may_change: can(signed_in, Action::ManageStaff, Resource::Member { name: &member.name }),
        member,
        fields,
        form_token: signed_in.form_token.clone(),
        done: visit.asked("done").is_some() && faults.is_empty(),
        faults: faults.iter().map(|id| visit.words().text(id)).collect(),
    };
    html(if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

/// `POST /console/staff/{member}`.
pub(super) async fn change(
    house: &House,
    visit: &Visit,
    asked: &str,
    sent: Result<Bytes, Failure>,
) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::ManageStaff).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let member = find(house, asked).await?;
    if !can(&signed_in, Action::ManageStaff, Resource::Member { name: &member.name }) {
        return Err(Failure::Forbidden);
    }
    let (db, name) = (&house.db, member.name.as_str());
    let entry = |action| Entry::of_office(house.clock.millis(), signed_in.actor(), action).about(name);
    match body::value(&form, "step") {
        "save" => {
            let all = desks::all(&house.db).await.map_err(Failure::unavailable)?;
            let (fields, faults, at) = Fields::read(&all, &form)?;
            if !faults.is_empty() {
                return page(house, visit, &signed_in, member, fields, &faults);
            }
            if fields.role != member.role {
                let entry = entry(audit::Action::StaffRole).deciding(fields.role.as_str());
                staff::set_role(db, name, fields.role, &entry).await.map_err(Failure::unavailable)?;
            }
            if at != member.desks {
                let entry = entry(audit::Action::StaffDesks).deciding(&at.join(" "));
                let today = Standard::default().office_date(house.clock.now());
                staff::set_desks(db, name, &at, today, &entry).await.map_err(Failure::unavailable)?;
            }
        }
        "disable" => {
            let entry = entry(audit::Action::StaffDisable);
            staff::set_active(db, name, false, &entry).await.map_err(Failure::unavailable)?;
        }
        "enable" => {
            let entry = entry(audit::Action::StaffEnable);
            staff::set_active(db, name, true, &entry).await.map_err(Failure::unavailable)?;
        }
        "password" => {
            let first = staff::first_password(house).await?;
            let entry = entry(audit::Action::StaffPassword);
            let given = staff::set_password(db, name, &first.password, Some(first.until), &entry).await;
            given.map_err(Failure::unavailable)?;
            return first_page(house, visit, &signed_in, (name, &member.shown_as), first.text);
        }
        "factor" => {
            staff::reset_second_factor(house, name, signed_in.actor()).await.map_err(Failure::unavailable)?;
        }
        _ => return Err(Failure::Malformed),
    }
    see_other(&format!("{}&done=1", Page::new(visit).link_to("/console/staff/", asked)))
}
