//! A program that does not answer a question of the office: the log tells of it once, the case is overdue in its officer's queue,
//! and its page offers to remind the program. Nothing is taken from anybody by it.

use super::super::referral::store;
use super::follow;
use crate::casework::life::{Move, Stage};
use crate::db::DbError;
use crate::house::House;
use crate::standard::Standard;

/// Notes what programs did not answer. Among what is late with the office are questions that have time left: what is looked for
/// goes on behind them.
pub(super) async fn note(house: &House) -> Result<(), DbError> {
    let today = Standard::default().office_date(house.clock.now());
    let mut after = (String::new(), String::new());
    loop {
        let missed = store::missed(&house.db, today, &after).await?;
        let Some(last) = missed.last().cloned() else { return Ok(()) };
        let references: Vec<String> = missed.into_iter().map(|(_, reference)| reference).collect();
        let is_over = |stage: &Stage| stage.program_by().is_some_and(|by| by < today);
        follow(house, &references, |stage: &Stage| is_over(stage).then_some(Move::Miss)).await;
        after = last;
    }
}
