//! What counts as an answer to what was asked, and what does not.

use altcha::{SolveChallengeOptions, solve_challenge};

use super::*;

fn at(second: i64) -> Timestamp {
    crate::clock::Clock::system().now().checked_add(jiff::SignedDuration::from_secs(second)).expect("a time")
}

fn solved(asked: &Asked, with: impl Fn(&mut Payload)) -> String {
    let challenge: Challenge = serde_json::from_value(asked.challenge.clone()).expect("a challenge");
    let solution = solve_challenge(SolveChallengeOptions::new(&challenge)).expect("an answer").expect("in time");
    let mut payload = Payload { challenge, solution };
    with(&mut payload);
    BASE64.encode(serde_json::to_vec(&payload).expect("JSON"))
}

#[test]
fn a_computation_holds_if_it_is_ours_solved_and_in_time() {
    let secrets = Secrets::for_testing();
    let asked = ask(&secrets, at(0), 30, None).expect("a question");
    let name = asked.challenge["signature"].as_str().expect("a signature").to_owned();
    let worth = |answer: &str| judge(&secrets, answer, at(0), 30);
    assert_eq!(worth(&solved(&asked, |_| {})), Worth::Holds(name));
    assert_eq!(worth(&solved(&asked, |payload| payload.solution.counter += 1)), Worth::Nothing);
    assert_eq!(worth(&solved(&asked, |payload| payload.challenge.parameters.cost = 1)), Worth::Nothing);
    assert_eq!(worth(&solved(&asked, |payload| payload.challenge.signature = None)), Worth::Nothing);
    let old = ask(&secrets, at(-1_801), 30, None).expect("a question");
    assert_eq!(worth(&solved(&old, |_| {})), Worth::Nothing);
    for answer in ["", "x", "e30=", "wait", "wait.", "wait.1.a"] {
        assert_eq!(worth(answer), Worth::Nothing, "{answer}");
    }
}

#[test]
fn a_wait_holds_once_it_is_over_and_whoever_is_early_waits_for_the_rest() {
    let secrets = Secrets::for_testing();
    let begun = at(0);
    let later = |seconds| begun.checked_add(jiff::SignedDuration::from_secs(seconds)).expect("a time");
    let asked = ask(&secrets, begun, 30, None).expect("a question");
    let worth = |seconds| judge(&secrets, &asked.wait, later(seconds), 30);
    assert_eq!(worth(0), Worth::Early(30));
    assert_eq!(worth(29), Worth::Early(1));
    assert!(matches!(worth(30), Worth::Holds(_)) && matches!(worth(1_800), Worth::Holds(_)));
    assert_eq!(worth(1_801), Worth::Nothing);
    assert_eq!(worth(-5), Worth::Early(35), "clocks differ a little");
    assert!(matches!(worth(-3_600), Worth::Holds(_)), "the clock was set back");
    let other = ask(&secrets, begun, 30, None).expect("a question");
    assert_ne!(judge(&secrets, &other.wait, later(30), 30), worth(30), "of the same moment, and counts by itself");
    let again = ask(&secrets, later(20), 30, Some((asked.wait.clone(), 10))).expect("a question");
    assert_eq!((again.wait, again.seconds), (asked.wait, 10));
}
