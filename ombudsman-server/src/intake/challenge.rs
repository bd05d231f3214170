//! What is asked of a sender of very many cards, and what is taken for an answer: a short computation that a browser or
//! program does by itself (ALTCHA's proof of work, version 2), or the same form once more after a wait, which needs no
//! script. Either is bound to this office and to a time, and counts once (`admit.rs`).

use std::time::Duration;

use altcha::{Challenge, CreateChallengeOptions, Payload, VerifySolutionOptions, create_challenge, verify_solution};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use jiff::Timestamp;

use crate::secrets::Secrets;

/// Iterations of PBKDF2 for one try; with two digits, 256 tries in the mean. Well under a second at a desk, some seconds
/// on an old phone; about a millisecond to check.
const COST: u32 = 2_000;
const DIGITS: &str = "00";
/// How long a computation or a wait may be used.
pub(super) const VALID: Duration = Duration::from_mins(30);
/// How an answer begins that is a wait and no computation.
const WAIT: &str = "wait";

/// What is asked.
pub(super) struct Asked {
    /// The computation, as ALTCHA writes it.
    pub challenge: serde_json::Value,
    /// What counts instead once the time is over.
    pub wait: String,
    /// That time, in seconds.
    pub seconds: u32,
}

/// What an answer is worth.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Worth {
    /// It holds. This names it, so that it counts once.
    Holds(String),
    /// The wait is not over; so many seconds are left.
    Early(u32),
    /// Nothing.
    Nothing,
}

/// A fresh question; a wait that has begun already goes on.
pub(super) fn ask(
    secrets: &Secrets,
    now: Timestamp,
    seconds: u32,
    begun: Option<(String, u32)>,
) -> Result<Asked, altcha::Error> {
    let valid = i64::try_from(VALID.as_secs()).unwrap_or(i64::MAX);
    let challenge = create_challenge(CreateChallengeOptions {
        cost: COST,
        key_prefix: DIGITS.to_owned(),
        expires_at: Some(now.as_second().saturating_add(valid)),
        hmac_signature_secret: Some(key(secrets)),
        ..CreateChallengeOptions::default()
    })?;
    let (wait, seconds) = begun.unwrap_or_else(|| (wait_from(secrets, now, &challenge.parameters.nonce), seconds));
    Ok(Asked { challenge: written(&challenge), wait, seconds })
}

/// The most by which the clocks of two processes may differ. A wait that begins later than that began before the clock
/// was set back, and nobody is made to wait for as long again.
const CLOCKS_DIFFER_MILLIS: i64 = 60_000;

/// What this answer is worth now. Takes about a millisecond of computing.
pub(super) fn judge(secrets: &Secrets, answer: &str, now: Timestamp, seconds: u32) -> Worth {
    if let Some((WAIT, rest)) = answer.split_once('.') {
        return judge_wait(secrets, rest, now, seconds);
    }
    judge_computation(secrets, answer).map_or(Worth::Nothing, Worth::Holds)
}

/// A wait that begins now. Two people who begin in the same moment have each their own, by chance.
fn wait_from(secrets: &Secrets, now: Timestamp, chance: &str) -> String {
    let begun = format!("{}-{chance}", now.as_millisecond());
    let mark = secrets.mark(&wait_text(&begun));
    format!("{WAIT}.{begun}.{mark}")
}

fn judge_wait(secrets: &Secrets, rest: &str, now: Timestamp, seconds: u32) -> Worth {
    let marked = rest.split_once('.').filter(|(begun, mark)| secrets.is_marked(&wait_text(begun), mark));
    let time = |begun: &str| begun.split_once('-')?.0.parse::<i64>().ok();
    let Some((begun, mark)) = marked.and_then(|(begun, mark)| Some((time(begun)?, mark))) else {
        return Worth::Nothing;
    };
    let waited = now.as_millisecond().saturating_sub(begun);
    if waited < -CLOCKS_DIFFER_MILLIS {
        return Worth::Holds(mark.to_owned());
    }
    let left = i64::from(seconds) * 1_000 - waited;
    match u32::try_from((left + 999) / 1_000) {
        Ok(left) if left > 0 => Worth::Early(left),
        _ if waited > i64::try_from(VALID.as_millis()).unwrap_or(i64::MAX) => Worth::Nothing,
        _ => Worth::Holds(mark.to_owned()),
    }
}

/// Names the computation, if the answer solves one of ours.
fn judge_computation(secrets: &Secrets, answer: &str) -> Option<String> {
    let payload: Payload = serde_json::from_slice(&BASE64.decode(answer).ok()?).ok()?;
    let options = VerifySolutionOptions::new(&payload.challenge, &payload.solution, key(secrets));
    let is_solved = verify_solution(options).is_ok_and(|result| result.verified);
    payload.challenge.signature.filter(|_| is_solved)
}

fn wait_text(begun: &str) -> String {
    format!("a wait from {begun}")
}

fn key(secrets: &Secrets) -> String {
    secrets.mark("the key of computations")
}

fn written(challenge: &Challenge) -> serde_json::Value {
    // Texts and numbers under fixed names: writing them cannot fail.
    serde_json::to_value(challenge).unwrap_or_default()
}

#[cfg(test)]
mod tests;
