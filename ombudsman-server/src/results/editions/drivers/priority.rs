//! The room to gain: what a driver matters, by what it lacks. It comes from numbers that are told and tells nothing more. Which of them to
//! improve first is a matter of their ranges (`account.rs`): the rounded numbers alone do not decide it.

use feedback::{Driver, Item};

use super::figure::Figure;
use crate::results::editions::Document;
use crate::results::editions::whole::Whole;
use crate::results::measures::{Method, priorities, real, round_half_up};

/// The room for improvement of each driver, in their order; nothing where not all of them have both numbers. `importance` is what is told of
/// how much each matters.
pub(super) fn priority(document: &Document, service: &str, importance: &[Figure], bare: &Figure) -> Vec<Figure> {
    let whole = Whole::of(document, service);
    let both = |driver: Driver| {
        let share = importance.iter().find(|figure| figure.item == driver.as_str())?.value?;
        let performance = whole.performance(driver)?;
        Some((real(share), performance.mark.most))
    };
    let told: Option<Vec<(f64, u64)>> = Driver::ALL.into_iter().map(both).collect();
    let Some(told) = told else { return Vec::new() };
    let shares = std::array::from_fn(|driver| told.get(driver).map_or(0.0, |(share, _)| share / 100.0));
    let performances = std::array::from_fn(|driver| told.get(driver).map_or(0.0, |(_, of_hundred)| real(*of_hundred)));
    let all = priorities(shares, performances);
    let figure = |driver: Driver| {
        let place = all.iter().find(|priority| priority.driver == driver)?;
        let figure = bare.of(Method::PRIORITY, Item::Driver(driver), None);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a gap is from 0 to 100")]
        Some(Figure { value: Some(round_half_up(place.gap) as u64), ..figure.because("published") })
    };
    Driver::ALL.into_iter().filter_map(figure).collect()
}
