//! What a program's desk is asked about complaints: those that the office referred to it and no others, as the office masked
//! them, without anything about who the person is; and its answers.

pub(super) mod routes;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use feedback::Reference;

use super::desk::{grouped, in_words};
use super::life::Allegation;
use super::moving::referrals::{self, Referral};
use super::moving::{ReferralKind as Kind, Verdict, answer_referral};
use super::service_names::ServiceNames;
use super::story::day;
use super::{StoreError, store};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::staff::{Action, Resource, SignedIn, can, check_form, enter};
use crate::standard::{Lateness, Standard};

/// The longest answer, in characters.
const ANSWER_LIMIT: usize = 4_000;

#[derive(Template)]
#[template(path = "casework/referrals.html")]
struct ReferralsPage {
    page: Page,
    open: Vec<Row>,
    /// What was answered: reference, the verdict's name, the day.
    answered: Vec<(String, Option<&'static str>, String)>,
}

/// Something that is asked, in the list.
struct Row {
    name: String,
    reference: String,
    kind: &'static str,
    service: String,
    due: String,
    lateness: String,
    is_overdue: bool,
}

#[derive(Template)]
#[template(path = "casework/referral.html")]
struct ReferralPage {
    page: Page,
    row: Row,
    number: i64,
    question: String,
    allegations: Vec<Allegation>,
    wanted: String,
    comment: Option<String>,
    language: Option<String>,
    may_settle: bool,
    /// What was typed, where it comes back.
    typed: String,
    fault: Option<&'static str>,
    form_token: String,
}

/// `GET /desk/referrals`.
async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::AnswerReferrals).await?;
    let found = referrals::open_at(&house.db, &signed_in.desks).await.map_err(Failure::unavailable)?;
    let mut names = ServiceNames::new(house, visit);
    let mut open = Vec::new();
    for one in found.iter().filter(|one| may(&signed_in, one)) {
        open.push(row(house, visit, &mut names, one).await?);
    }
    let answered = referrals::answered_at(&house.db, &signed_in.desks).await.map_err(Failure::unavailable)?;
    let answered = answered.iter().filter(|one| may(&signed_in, one)).map(|one| {
        let on = one.answered_at.map(|at| day(at, visit.words())).unwrap_or_default();
        (grouped(&one.reference), one.verdict.map(Verdict::as_str), on)
    });
    let answered = answered.collect();
    let page = Page::for_staff(visit, &signed_in.shown_as, "desk");
    html(StatusCode::OK, &ReferralsPage { page, open, answered })
}

fn may(signed_in: &SignedIn, referral: &Referral) -> bool {
    can(signed_in, Action::AnswerReferrals, Resource::Referral { desk: &referral.desk })
}

async fn row(house: &House, visit: &Visit, names: &mut ServiceNames<'_>, referral: &Referral) -> Result<Row, Failure> {
    let standard = Standard::default();
    let found = store::find(&house.db, &standard, &referral.reference).await.map_err(Failure::unavailable)?;
    let case = found.ok_or(Failure::NotFound)?;
    let lateness = standard.lateness(referral.answer_by, standard.office_date(house.clock.now()));
    Ok(Row {
        name: referral.reference.clone(),
        reference: grouped(&referral.reference),
        kind: referral.kind.as_str(),
        service: names.of(&case.service).await?,
        due: visit.words().date(referral.answer_by),
        is_overdue: matches!(lateness, Lateness::Overdue { .. }),
        lateness: in_words(lateness, visit.words()),
    })
}

/// What this member's desk is asked about this case, while it is open; nobody learns of any other case whether it is there.
async fn asked(house: &House, signed_in: &SignedIn, reference: &str) -> Result<Referral, Failure> {
    let reference = Reference::parse(reference).map_err(|_| Failure::NotFound)?;
    let all = referrals::of_case(&house.db, reference.as_str()).await.map_err(Failure::unavailable)?;
    all.into_iter().find(|one| one.is_open && may(signed_in, one)).ok_or(Failure::NotFound)
}

/// `GET /desk/referrals/{reference}`.
async fn one(house: &House, visit: &Visit, reference: &str) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::AnswerReferrals).await?;
    let referral = asked(house, &signed_in, reference).await?;
    page(house, visit, &signed_in, &referral, String::new(), None).await
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    referral: &Referral,
    typed: String,
    fault: Option<&'static str>,
) -> Result<Reply, Failure> {
    let found = store::find(&house.db, &Standard::default(), &referral.reference).await;
    let case = found.map_err(Failure::unavailable)?.ok_or(Failure::NotFound)?;
    let assessment = case.stage.file().map(|file| file.assessment.clone());
    let (allegations, wanted) = assessment.map(|one| (one.allegations, one.wanted)).unwrap_or_default();
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    html(
        status,
        &ReferralPage {
            page: Page::for_staff(visit, &signed_in.shown_as, "desk"),
            row: row(house, visit, &mut ServiceNames::new(house, visit), referral).await?,
            number: referral.number,
            question: referral.question.clone(),
            allegations,
            wanted,
            comment: case.comment,
            language: case.comment_language,
            may_settle: referral.kind == Kind::Settle,
            typed,
            fault,
            form_token: signed_in.form_token.clone(),
        },
    )
}

/// `POST /desk/referrals/{reference}`.
async fn answer(house: &House, visit: &Visit, reference: &str, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::AnswerReferrals).await?;
    let form = body::form(visit, &sent?)?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let referral = asked(house, &signed_in, reference).await?;
    let number: i64 = body::value(&form, "number").parse().map_err(|_| Failure::Malformed)?;
    let verdict = Verdict::parse(body::value(&form, "verdict")).ok_or(Failure::Malformed)?;
    let words = body::value(&form, "answer").trim();
    if words.is_empty() || words.chars().count() > ANSWER_LIMIT {
        let fault = Some("referral-incomplete");
        return page(house, visit, &signed_in, &referral, words.to_owned(), fault).await;
    }
    match answer_referral(house, &signed_in, (&referral.reference, number), verdict, words).await {
        Ok(()) => see_other(&Page::new(visit).link("/desk/referrals")),
        Err(StoreError::Db(error)) => Err(Failure::unavailable(error)),
        Err(StoreError::Forbidden) => Err(Failure::Forbidden),
        Err(StoreError::NotFound) => Err(Failure::NotFound),
        Err(StoreError::Changed | StoreError::Refused(_)) => Err(Failure::Conflict),
    }
}
