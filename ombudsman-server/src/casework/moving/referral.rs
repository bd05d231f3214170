//! What a program's desk is asked about a complaint, and what it answers. It moves the case in two ways and no other: where it
//! declines to settle it, the office looks into it; and what it was asked, it answers.

pub(in crate::casework) mod store;

use super::{By, append, store as beside, told};
use crate::audit::{self, Action, Entry};
use crate::casework::life::{Ground, Move, Refusal, Request, Stage};
use crate::casework::{Case, StoreError, store as cases};
use crate::db::Tx;
use crate::house::House;
use crate::staff::{self, Resource, SignedIn, can};
use crate::standard::Standard;
use feedback::Language;

named! {
    /// What a program is asked.
    Kind {
        /// To settle it with the person.
        Settle = "settle",
        /// Something that the office must know.
        Ask = "ask",
    }
}

named! {
    /// What a program answers.
    Verdict {
        /// It settled it with the person, as it says.
        Settled = "settled",
        /// It does not settle it.
        Declined = "declined",
        /// What it was asked.
        Answered = "answered",
        /// Nothing, in the time that it had.
        Silent = "silent",
    }
}

/// The move with the name of the desk that it asks, and what is asked of it; nothing where it asks no desk. Only a program's
/// desk is asked.
pub(super) async fn asked(
    tx: &mut Tx,
    reference: &str,
    step: Move,
    language: Language,
) -> Result<(Move, Option<(Kind, Request)>), StoreError> {
    let (kind, mut request) = match &step {
        Move::Refer(request) => (Kind::Settle, request.clone()),
        Move::AskProgram(request) => (Kind::Ask, request.clone()),
        // The same is asked of the same desk; where it was asked another way, it is reminded another way.
        Move::RemindProgram => {
            return Ok((step, store::asked_last(tx, reference).await?.map(|request| (Kind::Ask, request))));
        }
        _ => return Ok((step, None)),
    };
    let Some(desk) = &request.desk else { return Ok((step, None)) };
    request.to = store::program_desk(tx, desk, language).await?.ok_or(Refusal::Missing)?;
    let step = match kind {
        Kind::Settle => Move::Refer(request.clone()),
        Kind::Ask => Move::AskProgram(request.clone()),
    };
    Ok((step, Some((kind, request))))
}

/// Keeps what a desk is asked by a move, and ends what a desk was asked and need not answer any more.
pub(super) async fn keep(
    tx: &mut Tx,
    by: &By<'_>,
    case: &Case,
    request: Option<(Kind, Request)>,
    ground: &Ground<'_>,
    now: i64,
) -> Result<(), StoreError> {
    let open = match &case.stage {
        Stage::Referred { .. } => Kind::Settle.as_str(),
        Stage::InReview { program_by: Some(_), .. } => Kind::Ask.as_str(),
        _ => "",
    };
    store::end_others(tx, &case.reference, open, request.is_some(), (now, ground.today)).await?;
    if let (Some((kind, request)), By::Officer(officer, _)) = (request, by) {
        let days = ground.standard.terms.program_working_days;
        let answer_by = ground.standard.calendar.add_working_days(ground.today, days);
        store::add(tx, &case.reference, (kind, &request), &officer.name, now, answer_by).await?;
    }
    Ok(())
}

/// What a member of a program's desk answers to what it was asked last about this case.
pub(in crate::casework) async fn answer(
    house: &House,
    contact: &SignedIn,
    (reference, number): (&str, i64),
    verdict: Verdict,
    words: &str,
) -> Result<(), StoreError> {
    let (now, standard) = (house.clock.millis(), Standard::default());
    let mut tx = house.db.begin().await?;
    let mut case = cases::find_for_write(&mut tx, &standard, reference).await?.ok_or(StoreError::NotFound)?;
    let (desk, kind) = store::open(&mut tx, reference, number).await?.ok_or(StoreError::Changed)?;
    if !can(contact, staff::Action::AnswerReferrals, Resource::Referral { desk: &desk }) {
        return Err(StoreError::Forbidden);
    }
    let ground = Ground {
        standard: &standard,
        today: standard.office_date(house.clock.now()),
        deemed_on: case.deemed_on,
        is_complaint: case.is_complaint(),
    };
    let step = match (kind, verdict) {
        // The person says whether it is settled; until then the case stays where it is.
        (Kind::Settle, Verdict::Settled) => None,
        (Kind::Settle, Verdict::Declined) => Some(Move::TakeBack),
        (Kind::Ask, Verdict::Answered) => Some(Move::HearProgram),
        _ => return Err(Refusal::Missing.into()),
    };
    store::close(&mut tx, reference, number, (verdict, words), &contact.name, now).await?;
    if let Some(step) = step {
        let (from, entries) = (case.stage.name(), told::of_move(reference, now, &contact.actor(), &step, None));
        case.stage = std::mem::replace(&mut case.stage, Stage::Received).step(step, &ground)?;
        cases::keep_stage(&mut tx, &standard, reference, case.acknowledge_by, &case.stage).await?;
        append(&mut tx, entries, from, &case.stage).await?;
    } else {
        beside::next_version(&mut tx, reference, case.version).await?;
        let entry = Entry::of_case(reference, now, contact.actor(), Action::ProgramReply);
        audit::append(&mut tx, &entry.because("says-settled").deciding(words)).await?;
    }
    Ok(tx.commit().await?)
}
