//! What a person does about their own case on the tracking page: writes, replies, takes it back, asks for a review, rates how
//! it was handled. What looks personal in their words is masked before it is kept, as on the card.

use feedback::privacy;

use super::life::{Ending, Move, Stage};
use super::moving::{self, By};
use super::{Case, StoreError};
use crate::house::House;
use crate::http::{Failure, body};
use crate::words::Words;

/// As long as a comment on the card.
const MOST_CHARACTERS: usize = 4_000;

/// What became of it: the id of the sentence that says so, and what was written and not kept.
pub(super) struct Said {
    /// The sentence's id.
    pub sentence: &'static str,
    /// Whether it was done.
    pub is_done: bool,
    /// What is to be given back.
    pub text: String,
    /// What they wanted to do: their text stands in that form again.
    pub wish: String,
}

impl Said {
    pub(super) fn not(sentence: &'static str, wish: &str, text: &str) -> Self {
        Self { sentence, is_done: false, text: text.to_owned(), wish: wish.to_owned() }
    }

    /// What they wrote, to stand in the form of this wish again.
    pub(super) fn text_of(&self, wish: &str) -> &str {
        if self.wish == wish { &self.text } else { "" }
    }
}

/// Does what the form asks for; `None` where it asks for nothing.
pub(super) async fn act(house: &House, case: &Case, form: &[(String, String)]) -> Result<Option<Said>, Failure> {
    let wish = body::value(form, "do");
    if wish.is_empty() {
        return Ok(None);
    }
    let version: i64 = body::value(form, "version").parse().map_err(|_| Failure::Malformed)?;
    let text = body::value(form, "words").trim();
    let (is_empty, is_long) = (text.is_empty(), text.chars().count() > MOST_CHARACTERS);
    if is_long || (is_empty && matches!(wish, "message" | "review" | "apart" | "go-on")) {
        return Ok(Some(Said::not(if is_long { "progress-too-long" } else { "progress-not-said" }, wish, text)));
    }
    let words = masked(text, Words::of(case.language)).ok_or(Failure::Malformed)?;
    let reference = case.reference.as_str();
    let client = By::Client;
    let step = |step, said| moving::move_on(house, &client, reference, version, step, said);
    let (tried, sentence) = match wish {
        "message" => (answer(house, case, version, &words).await, "progress-done-message"),
        "review" => (step(Move::AskReview, Some(&words)).await, "progress-done-review"),
        "apart" => (step(Move::Separate, Some(&words)).await, "progress-done-apart"),
        "go-on" => (step(Move::GoOn, Some(&words)).await, "progress-done-apart"),
        "withdraw" if body::value(form, "sure").is_empty() => {
            return Ok(Some(Said::not("progress-not-sure", wish, text)));
        }
        "withdraw" => (step(Move::Withdraw, None).await, "progress-done-withdraw"),
        "rate" => {
            let rating = body::value(form, "rating").parse().ok().filter(|rating| (1..=5).contains(rating));
            let Some(rating) = rating else { return Ok(Some(Said::not("progress-not-said", wish, ""))) };
            (moving::rate(house, reference, rating).await, "progress-done-rate")
        }
        _ => return Err(Failure::Malformed),
    };
    match tried {
        Ok(()) => Ok(Some(Said { sentence, is_done: true, text: String::new(), wish: String::new() })),
        Err(StoreError::Changed | StoreError::Refused(_)) => Ok(Some(Said::not("progress-changed", wish, text))),
        Err(StoreError::NotFound | StoreError::Forbidden) => Err(Failure::NotFound),
        Err(StoreError::Db(error)) => {
            tracing::warn!(%error, "what a person wrote could not be kept; it was given back");
            Ok(Some(Said::not("progress-not-kept", wish, text)))
        }
    }
}

/// Their words go where they are waited for: they are the reply to a question, or the comment on a draft.
async fn answer(house: &House, case: &Case, version: i64, words: &str) -> Result<(), StoreError> {
    let step = match &case.stage {
        Stage::AwaitingClient { .. } | Stage::Closed { ending: Ending::Abandoned { .. }, .. } => Some(Move::Reply),
        stage if stage.comment_until().is_some() => Some(Move::Comment),
        _ => None,
    };
    match step {
        Some(step) => moving::move_on(house, &By::Client, &case.reference, version, step, Some(words)).await,
        None => moving::say(house, &By::Client, &case.reference, version, words).await,
    }
}

/// The text with a word in the place of what looks personal; `None` where it cannot be checked.
fn masked(text: &str, words: &Words) -> Option<String> {
    let word = |kind: privacy::Kind| Some(format!("[{}]", words.text(&["card-guard-kind-", kind.as_str()].concat())));
    privacy::redacted(text, word)
}
