//! A case on one page, and the step that comes next.

use ::http::StatusCode;
use askama::Template;
use feedback::{Item, Reference};

use super::Case;
use super::contact::{self, Contact};
use super::incidents;
use super::labels::{self, Labelled};
use super::letters::{self, Letters};
use super::life::{
    Cause, ExtensionReason, Outcome, OutsideReason, RemedyKind, Rule, Severity, Subject, SuspensionReason,
};
use super::moving;
use super::news;
use super::reach::{self, Desks};
use super::retention::hold::{self, Held};
use super::same_form;
use super::service_names::ServiceNames;
use super::steps::Undone;
use super::story::{self, Story};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry;
use crate::staff::{Action, Sealed, SignedIn, enter};
use crate::standard::{Lateness, Standard};
use crate::words::Words;

#[derive(Template)]
#[template(path = "casework/case.html")]
struct CasePage<'a> {
    page: Page,
    /// What was sent and not done.
    undone: Option<&'a Undone>,
    /// What they wrote of it, where the form that it was written in is not there any more.
    text: String,
    entry: Entry,
    story: Story,
    labelled: Labelled,
    letters: Letters,
    ratings: Vec<(String, String)>,
    contact: Option<Contact>,
    /// What was written before something in it was masked, once the officer has had it opened.
    original: Option<String>,
    /// Other cases from the same form that this member sees: name in addresses, and reference.
    same_form: Vec<(String, String)>,
    /// Cases that are answered with this one, as far as this member sees them.
    answered_with: Vec<(String, String)>,
    /// The case with which this one is answered, if this member sees it.
    goes_on_in: Option<(String, String)>,
    /// What programs' desks were asked and answered: desk, kind, what, by when; the verdict, the answer.
    referrals: Vec<Asked>,
    /// The programs' desks that can be asked: slug, and name.
    program_desks: Vec<(String, String)>,
    /// The incident that it is under: name in addresses, and title.
    incident: Option<(String, String)>,
    /// Where the page hears of what is newer.
    news: String,
    /// What keeps it from being removed.
    held: Option<Held>,
    /// Whether this member may have each opened that is sealed.
    may_open_address: bool,
    may_open_original: bool,
    /// Why they may not have the address.
    address_closed: &'static str,
    form_token: String,
    /// What was typed as an answer when it came back because it was empty.
    is_empty_answer: bool,
}

/// What a program's desk was asked.
struct Asked {
    desk: String,
    kind: &'static str,
    question: String,
    answer_by: String,
    is_open: bool,
    verdict: Option<&'static str>,
    answer: String,
}

/// A case as the desk shows it.
pub(super) struct Entry {
    pub case: Case,
    pub reference: String,
    pub service: String,
    pub desk: String,
    pub received: String,
    pub counts_from: String,
    pub acknowledge_by: String,
    pub answer_by: String,
    pub due: Option<String>,
    pub lateness: Option<String>,
    pub is_overdue: bool,
}

/// `GET /desk/cases/{reference}`.
pub(super) async fn case(house: &House, visit: &Visit, reference: &str) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    // References are read out and copied in groups: any way of writing one leads to its case.
    let reference = Reference::parse(reference).map_err(|_| Failure::NotFound)?;
    let reference = reference.as_str();
    case_page(house, visit, &signed_in, reference, Shown::Case).await
}

/// What a case's page shows besides the case.
#[derive(Clone, Copy)]
pub(super) enum Shown<'a> {
    /// Nothing.
    Case,
    /// That an answer came back because it was empty.
    EmptyAnswer,
    /// The address that the person gave.
    WithAddress,
    /// What the person wrote before something in it was masked.
    WithOriginal,
    /// What was sent and not done, and what was written.
    Undone(&'a Undone),
}

/// The page of a case that this member sees.
pub(super) async fn case_page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    reference: &str,
    shown: Shown<'_>,
) -> Result<Reply, Failure> {
    let case = reach::case(house, signed_in, reference).await?;
    let contact = match shown {
        Shown::WithAddress => Some(contact::opened(house, signed_in, &case).await?),
        _ => contact::of(house, &case).await?,
    };
    let original = match shown {
        Shown::WithOriginal => Some(contact::original(house, signed_in, &case).await?),
        _ => None,
    };
    let may_open_address = contact::may_open(house, signed_in, &case, Sealed::Address).await?;
    let may_open_original = contact::may_open(house, signed_in, &case, Sealed::Original).await?;
    let address_closed = contact::closed(signed_in, &case);
    let ratings = case.pattern.as_deref().map(|pattern| ratings(pattern, visit.words())).unwrap_or_default();
    let service = ServiceNames::new(house, visit).of(&case.service).await?;
    let mut story = story::of(house, visit, signed_in, &case).await?;
    let labelled = labels::of(house, visit, &case).await?;
    let letters = letters::of(house, visit, &case, contact.as_ref().map(|contact| contact.by)).await?;
    let desks = reach::desks(house, visit, signed_in).await?;
    let others = same_form::cases(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    let seen = others.into_iter().filter(|other| signed_in.sees(&other.desk));
    let same_form = seen.map(|other| named(&other.reference)).collect();
    let with = moving::answered_with(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    let with = with.iter().filter(|other| signed_in.sees(&other.desk)).map(|other| named(&other.reference)).collect();
    let into = moving::goes_on_in(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    let into = into.filter(|other| signed_in.sees(&other.desk)).map(|other| named(&other.reference));
    let (undone, text) = match shown {
        Shown::Undone(undone) => (Some(undone), story.take_up(&undone.form, &case.stage, into.is_some())),
        _ => (None, String::new()),
    };
    let (referrals, program_desks) = asked(house, visit, &case.reference).await?;
    let incident = incidents::store::of_case(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    let news = news::beside_case(house, &case).await?;
    let held = hold::of_case(house, visit, signed_in, &case.reference).await?;
    let entry = entry(house, visit, &desks, case, service);
    let page = Page::for_staff(visit, &signed_in.shown_as, "desk");
    let form_token = signed_in.form_token.clone();
    let is_empty_answer = matches!(shown, Shown::EmptyAnswer);
    let status = match shown {
        Shown::EmptyAnswer => StatusCode::UNPROCESSABLE_ENTITY,
        Shown::Undone(what) => what.status(),
        _ => StatusCode::OK,
    };
    html(
        status,
        &CasePage {
            page,
            undone,
            text,
            entry,
            story,
            labelled,
            letters,
            ratings,
            contact,
            original,
            same_form,
            answered_with: with,
            goes_on_in: into,
            referrals,
            program_desks,
            incident,
            news,
            held,
            may_open_address,
            may_open_original,
            address_closed,
            form_token,
            is_empty_answer,
        },
    )
}

/// What programs' desks were asked about this case, and those that can be asked.
async fn asked(house: &House, visit: &Visit, reference: &str) -> Result<(Vec<Asked>, Vec<(String, String)>), Failure> {
    let mut desks = registry::desks::all(&house.db).await.map_err(Failure::unavailable)?;
    desks.retain(|desk| desk.kind == registry::desks::Kind::Program);
    let name = |slug: &str| {
        let desk = desks.iter().find(|desk| desk.slug == slug);
        desk.map_or_else(|| slug.to_owned(), |desk| desk.name(visit.official).to_owned())
    };
    let all = moving::referrals::of_case(&house.db, reference).await.map_err(Failure::unavailable)?;
    let asked = all.into_iter().map(|one| Asked {
        desk: name(&one.desk),
        kind: one.kind.as_str(),
        question: one.question,
        answer_by: visit.words().date(one.answer_by),
        is_open: one.is_open,
        verdict: one.verdict.map(moving::Verdict::as_str),
        answer: one.answer,
    });
    let asked = asked.collect();
    let choices = desks.iter().map(|desk| (desk.slug.clone(), desk.name(visit.official).to_owned())).collect();
    Ok((asked, choices))
}

/// This case of this service, as a page shows it.
pub(super) fn entry(house: &House, visit: &Visit, desks: &Desks, case: Case, service: String) -> Entry {
    let words = visit.words();
    let standard = Standard::default();
    let today = standard.office_date(house.clock.now());
    let lateness = case.lateness(&standard, today);
    Entry {
        reference: grouped(&case.reference),
        service,
        desk: desks.name(&case.desk),
        received: words.date(case.received_on),
        counts_from: words.date(case.deemed_on),
        acknowledge_by: words.date(case.acknowledge_by),
        answer_by: words.date(case.answer_by),
        due: case.due.map(|due| words.date(due)),
        is_overdue: matches!(lateness, Some(Lateness::Overdue { .. })),
        lateness: lateness.map(|lateness| in_words(lateness, words)),
        case,
    }
}

/// How a promise stands, in words.
pub(super) fn in_words(lateness: Lateness, words: &Words) -> String {
    match lateness {
        Lateness::OnTime { working_days_left } => words.with("lateness-on-time", "days", working_days_left),
        Lateness::DueToday => words.text("lateness-today"),
        Lateness::Overdue { working_days } => words.with("lateness-overdue", "days", working_days),
    }
}

/// A case as a link names it: in addresses, and as people read it.
fn named(reference: &str) -> (String, String) {
    (reference.to_owned(), grouped(reference))
}

/// A reference from the record as people read it.
pub(super) fn grouped(reference: &str) -> String {
    Reference::parse(reference).map_or_else(|_| reference.to_owned(), |reference| reference.grouped())
}

/// The ratings of a pattern, each with its item's name; what was not answered is left out.
fn ratings(pattern: &str, words: &Words) -> Vec<(String, String)> {
    let answered = Item::ALL.into_iter().zip(pattern.chars()).filter(|(_, digit)| *digit != '0');
    let in_words = |item, digit| match (item, digit) {
        (_, '6') => words.text("card-does-not-apply"),
        (Item::Achieved, '1') => words.text("card-achieved-no"),
        (Item::Achieved, '5') => words.text("card-achieved-yes"),
        (Item::Achieved, _) => words.text("card-achieved-partly"),
        (Item::Expectations, digit) => words.text(&format!("card-more-expectations-{digit}")),
        (Item::Ideal, digit) => words.text(&format!("card-more-ideal-{digit}")),
        (Item::Trust, digit) => words.text(&format!("card-more-trust-{digit}")),
        (_, digit) => words.text(&format!("card-point-{digit}")),
    };
    answered.map(|(item, digit)| (words.text(&format!("item-{}", item.as_str())), in_words(item, digit))).collect()
}
