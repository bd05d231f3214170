//! The line to Redis goes wrong in every way that is known: it stalls, is reset, or goes dead without a word.

use tests::{Backend, House, Line, Load};

use crate::redis_ill::rides_out_in;

/// A house under load whose line to Redis goes wrong and is right again.
async fn rides_out_a_line_that(goes_wrong: Line) {
    let mut house = House::prepare(Backend::Redis, 1).await;
    let line = house.put_line_to_redis().await;
    let fall_ill = async |_: &mut House, load: &Load| {
        line.set(goes_wrong);
        load.more_refused(1).await;
    };
    rides_out_in(house, fall_ill, async |_| line.set(Line::Passes)).await;
}

#[tokio::test]
async fn a_line_to_redis_that_stalls_costs_no_card() {
    rides_out_a_line_that(Line::Stalls).await;
}

#[tokio::test]
async fn a_line_to_redis_that_is_reset_costs_no_card() {
    rides_out_a_line_that(Line::Resets).await;
}

#[tokio::test]
async fn a_line_to_redis_that_goes_dead_without_a_word_is_given_up_for_a_new_one() {
    rides_out_a_line_that(Line::Dead).await;
}
