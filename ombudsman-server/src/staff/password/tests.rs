//! Whom a password lets in, and what a try costs.

use super::*;

#[tokio::test]
async fn only_the_password_itself_fits_and_nobody_has_one() {
    let kept = Password::hash("a long enough password").expect("hashed");
    assert!(!kept.as_str().contains("long enough"));
    assert_eq!(verify(Some(kept.clone()), "a long enough password".to_owned()).await, Some(true));
    assert_eq!(verify(Some(kept), "another long password".to_owned()).await, Some(false));
    assert_eq!(verify(None, "nobody has this password".to_owned()).await, Some(false));
    assert!(Password::hash("short").is_err());
}

#[test]
fn a_name_that_nobody_has_costs_the_same_work_as_a_wrong_password() {
    let cost = |kept: Option<Password>| {
        let (checked, is_known) = against(kept);
        let checked = checked.expect("a hash to compute");
        let hash = PasswordHash::new(&checked.0).expect("a hash");
        let cost: Vec<String> = hash.params.iter().map(|(name, value)| format!("{name}={value}")).collect();
        (hash.algorithm.to_string(), hash.version, cost, is_known)
    };
    let known = cost(Some(Password::hash("a long enough password").expect("hashed")));
    let nobody = cost(None);
    assert_eq!((known.0, known.1, known.2), (nobody.0, nobody.1, nobody.2), "the same algorithm at the same cost");
    assert_eq!((known.3, nobody.3), (true, false));
}
