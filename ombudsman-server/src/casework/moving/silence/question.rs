//! A program that does not answer a question of the office: the log tells of it once, the case is overdue in its officer's queue,
//! and its page offers to remind the program. Nothing is taken from anybody by it.

use super::super::referral::store;
use super::follow;
use crate::casework::life::{Move, Stage};
use crate::db::DbError;
use crate::house::House;
use crate::standard::Standard;

/// Notes what programs did not answer.
pub(super) async fn note(house: &House) -> Result<(), DbError> {
    let today = Standard::default().office_date(house.clock.now());
    let missed = store::missed(&house.db, today).await?;
    follow(house, &missed, |stage: &Stage| stage.program_by().map(|_| Move::Miss)).await
}
