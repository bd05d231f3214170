//! The line to Redis goes wrong in every way that is known: it stalls, is reset, or goes dead without a word.

use tests::{Backend, House, Line, Load, card, until};

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

#[tokio::test]
async fn a_line_to_redis_that_goes_dead_is_given_up_by_the_limits_too() {
    let mut house = House::prepare(Backend::Redis, 1).await;
    for key in ["network_hourly", "network_burst"] {
        house.set(key, "10000");
    }
    let line = house.put_line_to_redis().await;
    house.start_all().await;
    let anyone = house.public();
    anyone.leave(&card()).await;
    line.set(Line::Dead);
    let is_said_after_a_card = async |sentence: &str| {
        anyone.send(&card()).await;
        house.log().contains(sentence).then_some(())
    };
    until("each process counts alone", async || is_said_after_a_card("Redis does not count the limits").await).await;
    line.set(Line::Passes);
    until("Redis counts again", async || is_said_after_a_card("Redis counts the limits again").await).await;
}
