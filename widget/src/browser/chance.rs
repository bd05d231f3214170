//! A fresh id, from the browser's clock and its own source of chance.

use feedback::CardId;

/// A fresh card id; `None` where the browser gives no chance.
pub(crate) fn card_id() -> Option<String> {
    let mut random = [0; 10];
    gloo::utils::window().crypto().ok()?.get_random_values_with_u8_array(&mut random).ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole milliseconds since 1970")]
    let millis = js_sys::Date::now() as u64;
    Some(CardId::from_parts(millis, &random).to_string())
}
