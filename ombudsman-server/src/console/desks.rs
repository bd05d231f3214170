//! The console's page of desks: who answers, in which languages, who stands in; and the form that adds one or changes one.

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use feedback::Language;

use crate::audit::{self, Entry};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::registry::desks::{self, Desk, Kind, OFFICE};
use crate::staff::{self, Action, Member, SignedIn, check_form, enter};

/// The longest name of a desk, in characters.
const NAME_LIMIT: usize = 120;

#[derive(Template)]
#[template(path = "console/desks.html")]
struct DesksPage {
    page: Page,
    rows: Vec<Row>,
    form: Form,
    form_token: String,
    /// What is wrong with what was filled in, a sentence each.
    faults: Vec<String>,
}

/// A desk with who is there.
struct Row {
    desk: Desk,
    fallback: String,
    members: String,
}

/// What the form has in it.
struct Form {
    desk: Desk,
    /// Whether it changes a desk that is there.
    is_change: bool,
}

impl Form {
    fn empty() -> Self {
        let (slug, name_en, name_fr) = Default::default();
        let desk = Desk { slug, kind: Kind::Program, name_en, name_fr, languages: Vec::new(), fallback: None };
        Self { desk, is_change: false }
    }

    fn of(desk: Desk) -> Self {
        Self { desk, is_change: true }
    }

    /// What was filled in, and what is wrong with it by the ids of its sentences.
    fn read(form: &[(String, String)]) -> (Self, Vec<&'static str>) {
        let value = |name| body::value(form, name).trim();
        let changed = value("change");
        let chosen = |language: &Language| form.iter().any(|(n, v)| n == "language" && v == language.as_str());
        let fallback = Some(value("fallback").to_owned()).filter(|slug| !slug.is_empty() && slug != OFFICE);
        let mut desk = Desk {
            slug: if changed.is_empty() { value("slug") } else { changed }.to_owned(),
            kind: Kind::parse(value("kind")).unwrap_or(Kind::Program),
            name_en: value("name_en").to_owned(),
            name_fr: value("name_fr").to_owned(),
            languages: Language::ALL.iter().copied().filter(chosen).collect(),
            fallback,
        };
        if desk.slug == OFFICE {
            // Where everything ends there is nobody behind, and it is nobody's program.
            (desk.kind, desk.fallback) = (Kind::Office, None);
        }
        let is_name = |name: &str| (1..=NAME_LIMIT).contains(&name.chars().count()) && !name.contains(char::is_control);
        let faults = [
            (!desks::is_slug(&desk.slug), "console-desk-fault-slug"),
            (!is_name(&desk.name_en) || !is_name(&desk.name_fr), "console-desk-fault-name"),
            (desk.languages.is_empty(), "console-desk-fault-language"),
            (desk.fallback.as_ref() == Some(&desk.slug), "console-desk-fault-itself"),
        ];
        let faults = faults.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, id)| id).collect();
        (Self { desk, is_change: !changed.is_empty() }, faults)
    }
}

/// `GET /console/desks`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ManageDesks).await?;
    let form = match visit.asked("change") {
        None => Form::empty(),
        Some(slug) => {
            let found = desks::find(&house.db, slug).await.map_err(Failure::unavailable)?;
            Form::of(found.ok_or(Failure::NotFound)?)
        }
    };
    page(house, visit, &signed_in, form, &[]).await
}

/// `POST /console/desks`: adds a desk, or changes the one that `change` names.
pub(super) async fn write(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ManageDesks).await?;
    let sent = body::form(visit, &sent?)?;
    check_form(house, visit, &signed_in, body::value(&sent, "form_token"))?;
    let (form, mut faults) = Form::read(&sent);
    if let Some(fallback) = &form.desk.fallback {
        let found = desks::find(&house.db, fallback).await.map_err(Failure::unavailable)?;
        found.filter(|desk| desk.kind != Kind::Outside).ok_or(Failure::Malformed)?;
    }
    if faults.is_empty() {
        let action = if form.is_change { audit::Action::DeskChange } else { audit::Action::DeskAdd };
        let actor = signed_in.actor();
        let entry = Entry::of_office(house.clock.millis(), actor, action).about(&form.desk.slug);
        let written = if form.is_change {
            desks::change(&house.db, &form.desk, &entry).await
        } else {
            desks::add(&house.db, &form.desk, &entry).await
        };
        match (written.map_err(Failure::unavailable)?, form.is_change) {
            (true, _) => return see_other(&Page::new(visit).link("/console/desks")),
            (false, true) => {
                let found = desks::find(&house.db, &form.desk.slug).await.map_err(Failure::unavailable)?;
                found.ok_or(Failure::NotFound)?;
                faults.push("console-desk-fault-kind");
            }
            (false, false) => faults.push("console-desk-fault-taken"),
        }
    }
    page(house, visit, &signed_in, form, &faults).await
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    form: Form,
    faults: &[&'static str],
) -> Result<Reply, Failure> {
    let all = desks::all(&house.db).await.map_err(Failure::unavailable)?;
    let members = staff::list(&house.db).await.map_err(Failure::unavailable)?;
    let page = DesksPage {
        page: Page::for_staff(visit, &signed_in.shown_as, "console"),
        rows: all.iter().map(|desk| row(visit, desk, &all, &members)).collect(),
        form,
        form_token: signed_in.form_token.clone(),
        faults: faults.iter().map(|id| visit.words().text(id)).collect(),
    };
    html(if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

fn row(visit: &Visit, desk: &Desk, all: &[Desk], members: &[Member]) -> Row {
    let behind = desk.fallback.as_deref().unwrap_or(OFFICE);
    let fallback = all.iter().find(|other| other.slug == behind && desk.slug != OFFICE);
    let is_there = |member: &&Member| member.is_active && member.desks.contains(&desk.slug);
    let members: Vec<&str> = members.iter().filter(is_there).map(|member| member.shown_as.as_str()).collect();
    Row {
        fallback: fallback.map(|other| other.name(visit.official).to_owned()).unwrap_or_default(),
        members: members.join(", "),
        desk: desk.clone(),
    }
}
