//! Cases about the same matter that are answered together: one goes on, the others are closed and get the answer that it gets.
//! Where it ends without an answer for all, each of them goes on by itself, and nobody is left with none.

pub(super) mod store;

use jiff::civil::Date;

use super::{By, append, check_another, check_officer, store as beside, told};
use crate::audit::{self, Actor};
use crate::casework::letter::{self, Kind};
use crate::casework::life::{Ground, Move, Refusal, Stage};
use crate::casework::{Case, StoreError, same_form, store as cases};
use crate::db::Tx;
use crate::house::House;
use crate::standard::Standard;

/// What a move does to the cases that are answered with this one.
pub(super) enum Effect {
    /// This one is answered with that one from now on.
    Joins(String),
    /// This one is not answered with another any more.
    Leaves,
    /// The others hear what its person hears, and keep it.
    Tells,
    /// The others keep what its person reads from now on.
    Keeps,
    /// It ends without an answer, if it does end: the others go on by themselves.
    Ends,
    /// None.
    Nothing,
}

impl Effect {
    pub(super) fn of(step: &Move) -> Self {
        match step {
            Move::Merge(into) => Self::Joins(into.clone()),
            Move::Separate => Self::Leaves,
            Move::Answer(_)
            | Move::Send
            | Move::Confirm(_)
            | Move::Vary(_)
            | Move::TurnAway(..)
            | Move::AnswerForAll(_) => Self::Tells,
            Move::Close | Move::Verify(..) => Self::Keeps,
            // What one person accepts ends nobody else's complaint.
            Move::Settle(_) | Move::Withdraw | Move::Abandon => Self::Ends,
            _ => Self::Nothing,
        }
    }
}

/// Looks at the case with which this one is to be answered: it is open, about the same service, one that the officer sees, of
/// the same kind, in the same language, at the same desk, and nothing stands between it and them, or between this one and
/// who has that one.
pub(super) async fn check(
    tx: &mut Tx,
    by: &By<'_>,
    case: &Case,
    into: &str,
    ground: &Ground<'_>,
) -> Result<(), StoreError> {
    let found = cases::find_for_write(tx, ground.standard, into).await?;
    let is_seen = |found: &Case| match by {
        By::Officer(officer, _) => officer.sees(&found.desk),
        By::Client | By::System => false,
    };
    let is_fit = |found: &Case| {
        found.reference != case.reference && found.service == case.service && !found.stage.is_told() && is_seen(found)
    };
    let found = found.filter(is_fit).ok_or(Refusal::NoCase)?;
    // One answer fits both: it has findings or none, it is in their language, and the same people stand for it.
    let is_alike = found.is_complaint() == case.is_complaint() && found.language == case.language;
    if !is_alike || found.desk != case.desk {
        return Err(Refusal::NotAlike.into());
    }
    // A person's codes lead to what they sent first: it does not end in what they sent later in the same form.
    if same_form::first(tx, &found.reference).await? == case.reference {
        return Err(Refusal::NoCase.into());
    }
    check_officer(tx, by, &found, None, ground.today).await?;
    let holder = match found.stage.holder() {
        Some(shown_as) => beside::name_of(tx, shown_as).await?,
        None => None,
    };
    match holder {
        Some(holder) => check_another(tx, &holder, case, ground.today).await,
        None => Ok(()),
    }
}

/// What follows for the others, in the write of the move that has this effect; with what an officer said.
pub(super) async fn follow(
    tx: &mut Tx,
    house: &House,
    by: &By<'_>,
    case: &Case,
    effect: Effect,
    words: Option<&str>,
    ground: &Ground<'_>,
) -> Result<(), StoreError> {
    let (reference, now) = (case.reference.as_str(), house.clock.millis());
    match effect {
        Effect::Joins(into) => {
            store::keep(tx, reference, &into).await?;
            audit::append(tx, &told::of_merged(&into, now, by.actor(), reference)).await?;
        }
        Effect::Leaves => {
            store::part(tx, reference).await?;
            if let By::Officer(..) = by {
                letter::follow(tx, house, by.actor(), case, Kind::Message, (words, by.shown_as())).await?;
            }
        }
        Effect::Tells => {
            for other in store::others(tx, reference).await? {
                let other = cases::find_for_write(tx, ground.standard, &other).await?.ok_or(StoreError::NotFound)?;
                let told = Case { stage: case.stage.clone(), ..other };
                letter::follow(tx, house, by.actor(), &told, Kind::Together, (None, None)).await?;
            }
            keep_told(tx, ground.standard, case, ground.today).await?;
        }
        Effect::Keeps => keep_told(tx, ground.standard, case, ground.today).await?,
        Effect::Ends => {
            for other in store::others(tx, reference).await? {
                let other = cases::find_for_write(tx, ground.standard, &other).await?.ok_or(StoreError::NotFound)?;
                go_on(tx, house, other, ground).await?;
            }
        }
        Effect::Nothing => {}
    }
    Ok(())
}

/// Keeps with each case that is answered with this one what is told on this day.
pub(in crate::casework) async fn keep_told(
    tx: &mut Tx,
    standard: &Standard,
    case: &Case,
    on: Date,
) -> Result<(), StoreError> {
    for other in store::others(tx, &case.reference).await? {
        let mut other = cases::find_for_write(tx, standard, &other).await?.ok_or(StoreError::NotFound)?;
        if other.stage.keep_told(&case.stage, on) {
            cases::keep_stage(tx, standard, &other.reference, other.acknowledge_by, &other.stage).await?;
        }
    }
    Ok(())
}

/// Lets a case go on by itself, as it came.
async fn go_on(tx: &mut Tx, house: &House, mut case: Case, ground: &Ground<'_>) -> Result<(), StoreError> {
    let (reference, system) = (case.reference.clone(), Actor::system());
    let from = case.stage.name();
    let entries = told::of_move(&reference, house.clock.millis(), &system, &Move::Separate, None);
    case.stage = std::mem::replace(&mut case.stage, Stage::Received).step(Move::Separate, ground)?;
    cases::keep_stage(tx, ground.standard, &reference, case.acknowledge_by, &case.stage).await?;
    append(tx, entries, from, &case.stage).await?;
    store::part(tx, &reference).await?;
    letter::follow(tx, house, system, &case, Kind::Message, (None, None)).await
}
