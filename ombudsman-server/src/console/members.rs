//! The console's page of the staff: who is there, what each may do, and the form that adds one.

mod one;
pub mod routes;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;

use crate::audit::{self, Entry};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html};
use crate::registry::desks::{self, Desk, Misplaced, OFFICE, placed};
use crate::staff::{self, Action, Member, Role, SignedIn, check_form, enter};
use crate::standard::Standard;

/// The longest name of a member, in characters.
const NAME_LIMIT: usize = 80;

#[derive(Template)]
#[template(path = "console/members.html")]
struct MembersPage {
    page: Page,
    rows: Vec<Row>,
    fields: Fields,
    form_token: String,
    faults: Vec<String>,
}

/// A member as the list shows them.
struct Row {
    member: Member,
    handle: String,
    desks: String,
}

/// What a form says of a member, and what there is to choose from.
struct Fields {
    name: String,
    shown_as: String,
    role: Role,
    desks: Vec<(Desk, bool)>,
}

impl Fields {
    fn of(all: &[Desk], role: Role, at: &[String]) -> Self {
        let is_there = |desk: &Desk| if at.is_empty() { desk.slug == OFFICE } else { at.contains(&desk.slug) };
        let desks = all.iter().map(|desk| (desk.clone(), is_there(desk))).collect();
        Self { name: String::new(), shown_as: String::new(), role, desks }
    }

    /// The role and the desks that a form names, and what is wrong with them.
    fn read(all: &[Desk], form: &[(String, String)]) -> Result<(Self, Vec<&'static str>, Vec<String>), Failure> {
        let role = Role::parse(body::value(form, "role")).ok_or(Failure::Malformed)?;
        let slugs = form.iter().filter(|(name, _)| name == "desk").map(|(_, slug)| slug.clone());
        let slugs: Vec<String> = slugs.collect();
        let (at, mut faults) = match placed(all, &slugs) {
            Ok(at) => (at, Vec::new()),
            Err(Misplaced::Unknown(_)) => return Err(Failure::Malformed),
            Err(Misplaced::OfficeAndMore) => (Vec::new(), vec!["members-fault-office"]),
            Err(Misplaced::OnBothSides) => (Vec::new(), vec!["members-fault-sides"]),
        };
        let is_of_program = all.iter().any(|desk| desk.kind == desks::Kind::Program && slugs.contains(&desk.slug));
        if role == Role::ProgramContact && !is_of_program {
            faults.push("members-fault-contact");
        }
        Ok((Self::of(all, role, &slugs), faults, at))
    }
}

#[derive(Template)]
#[template(path = "console/first_password.html")]
struct FirstPage {
    page: Page,
    name: String,
    shown_as: String,
    password: String,
    address: String,
}

/// What a member is called in addresses: nothing that names them.
fn handle(house: &House, name: &str) -> String {
    house.secrets.digest(&format!("member {name}")).chars().take(16).collect()
}

/// `GET /console/staff`.
async fn list(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ManageStaff).await?;
    let all = desks::all(&house.db).await.map_err(Failure::unavailable)?;
    page(house, visit, &signed_in, &all, Fields::of(&all, Role::Officer, &[]), &[]).await
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    all: &[Desk],
    fields: Fields,
    faults: &[&'static str],
) -> Result<Reply, Failure> {
    let members = staff::list(&house.db).await.map_err(Failure::unavailable)?;
    let row = |member: Member| {
        // Without a desk an officer works for the office, and nobody else sees a case.
        let is_of_office = |desk: &Desk| member.desks.is_empty() && member.role.is_of_officers() && desk.slug == OFFICE;
        let at = all.iter().filter(|desk| member.desks.contains(&desk.slug) || is_of_office(desk));
        let at = at.map(|desk| desk.name(visit.official));
        Row { handle: handle(house, &member.name), desks: at.collect::<Vec<_>>().join(", "), member }
    };
    let page = MembersPage {
        page: Page::for_staff(visit, &signed_in.shown_as, "console"),
        rows: members.into_iter().map(row).collect(),
        fields,
        form_token: signed_in.form_token.clone(),
        faults: faults.iter().map(|id| visit.words().text(id)).collect(),
    };
    html(if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

/// `POST /console/staff`: adds a member, and shows their first password this once.
async fn add(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::ManageStaff).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let all = desks::all(&house.db).await.map_err(Failure::unavailable)?;
    let (mut fields, mut faults, at) = Fields::read(&all, &form)?;
    fields.name = body::value(&form, "name").trim().to_owned();
    fields.shown_as = body::value(&form, "shown_as").trim().to_owned();
    let is_name = |name: &str| (1..=NAME_LIMIT).contains(&name.chars().count()) && !name.contains(char::is_control);
    if !is_name(&fields.name) || !is_name(&fields.shown_as) {
        faults.push("members-fault-name");
    }
    if !faults.is_empty() {
        return page(house, visit, &signed_in, &all, fields, &faults).await;
    }
    let first = staff::first_password(house).await?;
    let (name, shown_as) = (fields.name.as_str(), fields.shown_as.as_str());
    let entry = |action| Entry::of_office(house.clock.millis(), signed_in.actor(), action).about(name);
    let told = entry(audit::Action::StaffAdd).deciding(fields.role.as_str());
    let added = staff::add(&house.db, name, shown_as, fields.role, &first.password, Some(first.until), &told).await;
    if !added.map_err(Failure::unavailable)? {
        return page(house, visit, &signed_in, &all, fields, &["members-fault-taken"]).await;
    }
    if !at.is_empty() {
        let told = entry(audit::Action::StaffDesks).deciding(&at.join(" "));
        let today = Standard::default().office_date(house.clock.now());
        staff::set_desks(&house.db, name, &at, today, &told).await.map_err(Failure::unavailable)?;
    }
    first_page(house, visit, &signed_in, (name, shown_as), first.text)
}

fn first_page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    (name, shown_as): (&str, &str),
    password: String,
) -> Result<Reply, Failure> {
    let page = FirstPage {
        page: Page::for_staff(visit, &signed_in.shown_as, "console"),
        name: name.to_owned(),
        shown_as: shown_as.to_owned(),
        password,
        address: format!("{}/sign-in", house.config.public_url),
    };
    html(StatusCode::OK, &page)
}
