//! Cases under an incident: put there from the version that a page showed, taken out again, and answered with everyone else's.
//! Each is a write of its own, by the rules of its own life: what nobody looks into by itself yet is closed with the answer,
//! the rest is told it and goes on.

mod store;

use super::{By, append, check_another, check_officer, noted, store as beside, together, told};
use crate::audit::{self, Action, Entry};
use crate::casework::incidents::store::Incident;
use crate::casework::letter::{self, Kind};
use crate::casework::life::{ForAll, Ground, Move, Past, Refusal, Stage, conflict};
use crate::casework::{Case, StoreError, store as cases};
use crate::db::{DbError, Tx};
use crate::house::House;
use crate::staff::SignedIn;
use crate::standard::Standard;
use crate::words::Words;

/// What becomes of a case under an incident.
pub(in crate::casework) enum Deed<'a> {
    /// It is put there.
    Put,
    /// It is taken out.
    Take,
    /// It gets the answer, in the language of its card: what was done, and what is answered.
    Answer(&'a (dyn Fn(feedback::Language) -> (String, String) + Sync)),
}

/// The incident: its name, its service, and who wrote the answer.
pub(in crate::casework) struct About<'a> {
    pub id: &'a str,
    pub service: &'a str,
    pub author: Option<&'a str>,
}

impl<'a> About<'a> {
    pub fn of(incident: &'a Incident) -> Self {
        Self { id: &incident.id, service: &incident.service, author: incident.author.as_deref() }
    }
}

/// Whether what this member writes may be told about this service: they are not of its program. Where they are, the log has it.
pub(in crate::casework) async fn may_write_about(
    house: &House,
    officer: &SignedIn,
    service: &str,
) -> Result<bool, DbError> {
    let mut tx = house.db.begin().await?;
    let past = Past { in_program: beside::in_program(&mut tx, &officer.name, service).await?, ..Past::default() };
    let Err(found) = conflict(&past, false, Standard::default().office_date(house.clock.now())) else {
        return Ok(true);
    };
    let entry = Entry::of_office(house.clock.millis(), officer.actor(), Action::CoiBlock).about(service);
    audit::append(&mut tx, &entry.because(found.0.as_str())).await?;
    tx.commit().await?;
    Ok(false)
}

/// Does this to the case of this reference; from this version, where a page showed one. Whether its person hears of it.
pub(in crate::casework) async fn under_incident(
    house: &House,
    by: (&SignedIn, &'static Words),
    case: (&str, Option<i64>),
    incident: &About<'_>,
    deed: &Deed<'_>,
) -> Result<bool, StoreError> {
    let tried = attempt(house, by, case, incident, deed).await;
    noted(house, &By::Officer(by.0, by.1), case.0, tried).await
}

async fn attempt(
    house: &House,
    (officer, words): (&SignedIn, &'static Words),
    (reference, version): (&str, Option<i64>),
    incident: &About<'_>,
    deed: &Deed<'_>,
) -> Result<bool, StoreError> {
    let (now, standard) = (house.clock.millis(), Standard::default());
    let mut tx = house.db.begin().await?;
    let case = cases::find_for_write(&mut tx, &standard, reference).await?;
    let case = case.filter(|case| officer.sees(&case.desk)).ok_or(StoreError::NotFound)?;
    let ground = Ground {
        standard: &standard,
        today: standard.office_date(house.clock.now()),
        deemed_on: case.deemed_on,
        is_complaint: case.is_complaint(),
    };
    let by = By::Officer(officer, words);
    check_officer(&mut tx, &by, &case, None, ground.today).await?;
    if version.is_some_and(|version| version != case.version) {
        return Err(StoreError::Changed);
    }
    let entry = |action| Entry::of_case(reference, now, officer.actor(), action).about(incident.id);
    let is_heard = match deed {
        Deed::Put if case.service != incident.service || case.stage.is_told() => return Err(Refusal::NoCase.into()),
        Deed::Put => {
            if !store::put(&mut tx, reference, incident.id, &officer.name, now).await? {
                return Err(Refusal::UnderAnother.into());
            }
            beside::next_version(&mut tx, reference, case.version).await?;
            audit::append(&mut tx, &entry(Action::IncidentPut)).await?;
            false
        }
        Deed::Take => {
            if !store::take(&mut tx, reference, incident.id).await? {
                return Err(StoreError::Changed);
            }
            beside::next_version(&mut tx, reference, case.version).await?;
            audit::append(&mut tx, &entry(Action::IncidentTake)).await?;
            false
        }
        Deed::Answer(said) => {
            if let Some(author) = incident.author {
                check_another(&mut tx, author, &case, ground.today).await?;
            }
            let (fix, answer) = said(case.language);
            let (officer, incident) = (officer.shown_as.clone(), incident.id.to_owned());
            answered(&mut tx, house, &by, case, ForAll { officer, incident, fix, answer }, &ground).await?
        }
    };
    tx.commit().await?;
    Ok(is_heard)
}

/// Whether an answer for everyone ends it. What a label says a person has to look at first.
fn is_ended_for_all(case: &Case) -> bool {
    let is_looked_at = case.stage.file().is_some() && !case.labels.is_urgent();
    case.stage.may_be_answered_for_all() && (case.labels.is_empty() || is_looked_at)
}

/// Answers a case, and keeps how. Whether its person hears of it.
async fn answered(
    tx: &mut Tx,
    house: &House,
    by: &By<'_>,
    mut case: Case,
    told: ForAll,
    ground: &Ground<'_>,
) -> Result<bool, StoreError> {
    let (reference, now) = (case.reference.clone(), house.clock.millis());
    let how = if case.stage.is_told() {
        "over"
    } else if is_ended_for_all(&case) {
        close(tx, house, by, &mut case, told, ground).await?;
        "closed"
    } else {
        let words = format!("{}\n\n{}", told.answer, told.fix);
        beside::next_version(tx, &reference, case.version).await?;
        beside::say(tx, &reference, by.shown_as(), now, &words).await?;
        audit::append(tx, &told::of_message(&reference, now, by, &words)).await?;
        letter::follow(tx, house, by.actor(), &case, Kind::Message, (Some(&words), by.shown_as())).await?;
        "told"
    };
    store::end(tx, &reference, how, now).await?;
    Ok(how != "over")
}

async fn close(
    tx: &mut Tx,
    house: &House,
    by: &By<'_>,
    case: &mut Case,
    told: ForAll,
    ground: &Ground<'_>,
) -> Result<(), StoreError> {
    let (reference, from, now) = (case.reference.clone(), case.stage.name(), house.clock.millis());
    let step = Move::AnswerForAll(Box::new(told));
    let (entries, part, effect) =
        (told::of_move(&reference, now, &by.actor(), &step, None), step.part(), together::Effect::of(&step));
    case.stage = std::mem::replace(&mut case.stage, Stage::Received).step(step, ground)?;
    cases::keep_stage(tx, ground.standard, &reference, case.acknowledge_by, &case.stage).await?;
    if let (By::Officer(officer, _), Some(part)) = (by, part) {
        beside::keep_part(tx, &reference, &officer.name, part.as_str(), now, None).await?;
    }
    append(tx, entries, from, &case.stage).await?;
    letter::follow(tx, house, by.actor(), case, Kind::Answer, (None, by.shown_as())).await?;
    together::follow(tx, house, by, case, effect, None, ground).await
}
