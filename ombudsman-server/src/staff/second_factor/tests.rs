//! The codes of the standard, and how long each is good.

use super::*;

/// The secret of RFC 6238, appendix B.
const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a time")
}

#[test]
fn the_codes_are_those_of_the_standard() {
    for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924")] {
        assert_eq!(step(SECRET, code, at(second)), Some(second / 30), "{second}");
    }
}

#[test]
fn a_code_is_good_one_step_early_and_one_late_and_no_further() {
    for (second, expected) in [(0, Some(1)), (29, Some(1)), (59, Some(1)), (89, Some(1)), (90, None), (119, None)] {
        assert_eq!(step(SECRET, "287 082", at(second)), expected, "{second}");
    }
    for wrong in ["", "287081", "28708", "2870820", "not a code"] {
        assert_eq!(step(SECRET, wrong, at(59)), None, "{wrong}");
    }
}

#[test]
fn an_app_is_told_whose_code_it_is_in_its_own_writing() {
    let told = address(SECRET, "Zoë & co");
    assert_eq!(
        told,
        format!("otpauth://totp/Comment%20card:Zo%C3%AB%20%26%20co?secret={SECRET}&issuer=Comment%20card")
    );
}

#[test]
fn a_fresh_secret_is_like_no_other_and_long_enough() {
    let secrets = Secrets::for_testing();
    let (one, other) = (fresh_secret(&secrets).expect("one"), fresh_secret(&secrets).expect("another"));
    assert!(one != other && one.len() == 32, "{one} {other}");
}
