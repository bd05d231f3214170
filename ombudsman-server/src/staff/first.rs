//! First passwords: made by the office, shown once to the administrator who asked, and good only to choose another with.

use feedback::AccessCode;

use super::{Password, password};
use crate::house::House;
use crate::http::Failure;

/// A first password lets in for a week.
const GOOD_FOR_MILLIS: i64 = 7 * 24 * 60 * 60 * 1_000;

/// A first password.
pub struct First {
    /// What is shown, once.
    pub text: String,
    /// What is kept.
    pub password: Password,
    /// Until when it is good, in milliseconds since 1970.
    pub until: i64,
}

/// A fresh first password.
pub async fn first_password(house: &House) -> Result<First, Failure> {
    let bits = house.secrets.bytes().map_err(Failure::internal)?;
    let text = AccessCode::from_bits(u64::from_be_bytes(bits)).grouped();
    let password = password::hashed(text.clone()).await.map_err(Failure::internal)?;
    Ok(First { text, password, until: house.clock.millis() + GOOD_FOR_MILLIS })
}
