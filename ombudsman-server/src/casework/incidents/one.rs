//! An incident on one page: what is known, who is under it, who could be, and what everyone is told.

use ::http::StatusCode;
use askama::Template;

use super::store::{self, Counted, Texts};
use crate::casework::Case;
use crate::casework::desk::grouped;
use crate::casework::queue::Place;
use crate::casework::service_names::ServiceNames;
use crate::casework::story::day;
use crate::casework::ticked::{Outcome, Ticks};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::staff::{self, Action, SignedIn, enter};

/// So many characters of what a person wrote are shown.
const SHOWN: usize = 240;
/// So many cases under an incident are on a page.
const ON_A_PAGE: usize = 200;

#[derive(Template)]
#[template(path = "casework/incident.html")]
struct IncidentPage {
    page: Page,
    id: String,
    title: String,
    known: String,
    service: String,
    opened_by: String,
    opened: String,
    version: i64,
    texts: Texts,
    /// What is kept, beside what was typed and is not.
    kept: Option<Texts>,
    author: Option<String>,
    is_sent: bool,
    /// Whether who looks may send what was written: somebody else wrote it.
    may_send: bool,
    cases: i64,
    answered: i64,
    /// Name in addresses, reference, name of the stage, how it was answered, and whether who looks sees it.
    under: Vec<(String, String, &'static str, Option<String>, bool)>,
    more_under: Option<String>,
    others: Vec<Candidate>,
    ticks: Ticks,
    more_others: Option<String>,
    outcome: Option<Outcome>,
    form_token: String,
}

/// A case that could be put under the incident.
struct Candidate {
    case: Case,
    reference: String,
    received: String,
    /// How it begins.
    said: String,
}

/// `GET /desk/incidents/{id}`.
pub(super) async fn show(house: &House, visit: &Visit, id: &str) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::AnswerForAll).await?;
    page(house, visit, &signed_in, id, None, None).await
}

/// The page, after this came of what was sent from it; with what was typed and could not be kept.
pub(super) async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    id: &str,
    outcome: Option<Outcome>,
    typed: Option<Texts>,
) -> Result<Reply, Failure> {
    let found = store::find(&house.db, id).await.map_err(Failure::unavailable)?;
    let Counted { incident, cases, answered } = found.ok_or(Failure::NotFound)?;
    let mut under =
        store::under(&house.db, id, visit.asked("under").unwrap_or_default()).await.map_err(Failure::unavailable)?;
    let has_more = under.len() > ON_A_PAGE;
    under.truncate(ON_A_PAGE);
    let link = |name: &str, after: &str| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("lang", visit.language.as_str()).append_pair(name, after);
        format!("/desk/incidents/{id}?{}", query.finish())
    };
    let after = visit.asked("others").map(Place::parse).unwrap_or_default();
    let others = store::others(&house.db, &incident.service, &after, &signed_in.desks).await;
    let (others, next) = if incident.is_sent { (Vec::new(), None) } else { others.map_err(Failure::unavailable)? };
    let ticks = Ticks::of(visit, &link("others", visit.asked("others").unwrap_or_default()), others.iter());
    let words = visit.words();
    // What was sent is what everyone reads, whatever somebody typed meanwhile.
    let (texts, kept) = match typed.filter(|_| !incident.is_sent) {
        Some(typed) => (typed, incident.author.is_some().then_some(incident.texts)),
        None => (incident.texts, None),
    };
    let status = outcome.as_ref().map_or(StatusCode::OK, Outcome::status);
    html(
        status,
        &IncidentPage {
            page: Page::for_staff(visit, &signed_in.shown_as, "desk"),
            service: ServiceNames::new(house, visit).of(&incident.service).await?,
            opened_by: shown_as(house, &incident.opened_by).await?,
            opened: day(incident.opened_at, words),
            may_send: incident.author.as_ref().is_some_and(|author| *author != signed_in.name),
            author: match &incident.author {
                Some(author) => Some(shown_as(house, author).await?),
                None => None,
            },
            more_under: under.last().filter(|_| has_more).map(|last| link("under", &last.reference)),
            under: under
                .into_iter()
                .map(|one| {
                    let (name, is_seen) = (grouped(&one.reference), signed_in.sees(&one.desk));
                    (one.reference, name, one.stage.name(), one.ended, is_seen)
                })
                .collect(),
            others: others.into_iter().map(|case| candidate(case, visit)).collect(),
            ticks,
            more_others: next.map(|next| link("others", &next.to_string())),
            id: incident.id,
            title: incident.title,
            known: incident.known,
            version: incident.version,
            texts,
            kept,
            is_sent: incident.is_sent,
            cases,
            answered,
            outcome,
            form_token: signed_in.form_token.clone(),
        },
    )
}

fn candidate(case: Case, visit: &Visit) -> Candidate {
    let whole = case.comment.as_deref().unwrap_or_default();
    let mut said: String = whole.chars().take(SHOWN).collect();
    if said.len() < whole.len() {
        said.push('…');
    }
    Candidate { reference: grouped(&case.reference), received: visit.words().date(case.received_on), said, case }
}

/// The name that people see of who signs in with this one.
async fn shown_as(house: &House, name: &str) -> Result<String, Failure> {
    let found = staff::find(&house.db, name).await.map_err(Failure::unavailable)?;
    Ok(found.map_or_else(|| name.to_owned(), |member| member.shown_as))
}
