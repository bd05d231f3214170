//! Cards as programs send them.

use serde_json::{Value, json};
use uuid::Uuid;

/// A fresh id.
#[must_use]
pub fn card_id() -> String {
    Uuid::now_v7().to_string()
}

/// A compliment with an overall rating, in English, about the passport.
#[must_use]
pub fn card() -> Value {
    json!({ "id": card_id(), "service": "passport", "intent": "compliment", "language": "en", "overall": 4 })
}

/// A complaint of these words, in English, about the passport.
#[must_use]
pub fn complaint(words: &str) -> Value {
    json!({
        "id": card_id(), "service": "passport", "intent": "complaint", "language": "en", "overall": 2,
        "drivers": { "timeliness": 1, "courtesy": "n/a" }, "comment": words,
    })
}

/// A question of these words, in English, about the passport.
#[must_use]
pub fn question(words: &str) -> Value {
    json!({ "id": card_id(), "service": "passport", "intent": "question", "language": "en", "comment": words })
}
