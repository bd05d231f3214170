//! Releases against the ledger: what was published stays, and what is new leaves no group below ten to be solved for.

use proptest::prelude::*;

use super::cell;
use crate::results::disclosure::{Candidate, Definition, Dimension, Fault, Released, check};

const QUARTERS: [&str; 4] = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];

fn passport() -> Definition {
    Definition::default().only(Dimension::Service, ["passport"])
}

fn over(quarters: &[&str]) -> Definition {
    passport().only(Dimension::Period, quarters.iter().copied())
}

/// A cell of so many answers, spread over the ratings.
fn candidate(definition: Definition, n: u64) -> Candidate {
    let counts = [n / 10, n / 10, n / 5, n / 4, n - 2 * (n / 10) - n / 5 - n / 4];
    Candidate { definition, cell: cell(counts) }
}

fn released(candidates: &[Candidate]) -> Vec<Released> {
    candidates.iter().map(|c| Released { definition: c.definition.clone(), n: c.cell.counts.n() }).collect()
}

fn faults(outcome: Result<(), Vec<crate::results::disclosure::Refusal>>) -> Vec<String> {
    outcome.err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn one_card_more_is_never_published() {
    let first = candidate(passport(), 50);
    assert_eq!(check(std::slice::from_ref(&first), &[]), Ok(()));
    let ledger = released(&[first]);
    let same = check(&[candidate(passport(), 51)], &ledger);
    assert_eq!(faults(same), ["Service passport: it was published before and may only change in the yearly revision"]);
    let nearly = passport().only(Dimension::Channel, ["web", "kiosk"]);
    let refused = check(&[candidate(nearly.clone(), 49)], &ledger).expect_err("one card by another channel");
    assert_eq!(refused[0].definition, nearly);
    assert_eq!(refused[0].fault, Fault::Solvable("Service passport".to_owned()));
}

#[test]
fn a_year_and_three_of_its_quarters_give_the_fourth() {
    let quarters: Vec<_> = QUARTERS[..3].iter().map(|quarter| candidate(over(&[quarter]), 40)).collect();
    assert_eq!(check(&quarters, &[]), Ok(()));
    let year = candidate(over(&QUARTERS), 126);
    let told = faults(check(&[year], &released(&quarters)));
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("Period 2026-Q1+2026-Q2+2026-Q3+2026-Q4") || told[0].contains("Service passport"));
    assert_eq!(check(&[candidate(over(&QUARTERS), 130)], &released(&quarters)), Ok(()));
    assert_eq!(check(&[candidate(over(&QUARTERS), 120)], &released(&quarters)), Ok(()), "nobody is left");
}

#[test]
fn a_cell_that_is_small_or_gives_answers_away_is_named() {
    assert_eq!(faults(check(&[candidate(passport(), 9)], &[])), ["Service passport: fewer than ten people are in it"]);
    let everyone = faults(check(&[candidate(Definition::default(), 3)], &[]));
    assert_eq!(everyone, ["everyone: fewer than ten people are in it"]);
}

#[test]
fn definitions_know_what_is_inside_what() {
    let web = passport().only(Dimension::Channel, ["web"]);
    assert!(web.is_within(&passport()) && !passport().is_within(&web));
    assert!(over(&QUARTERS[..1]).is_within(&over(&QUARTERS)));
    assert!(over(&QUARTERS[..1]).is_apart_from(&over(&QUARTERS[1..])));
    assert!(!web.is_apart_from(&over(&QUARTERS)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Two tables, quarters and years of one service, each as many people as chance gives: whatever passes, no choice of
    /// quarters taken from the year leaves fewer than ten.
    #[test]
    fn no_pair_of_published_tables_leaves_a_group_below_ten(n in prop::array::uniform4(0_u64..40), shown in prop::array::uniform4(any::<bool>())) {
        let quarters: Vec<Candidate> = (0..4).filter(|q| shown[*q]).map(|q| candidate(over(&[QUARTERS[q]]), n[q])).collect();
        let year = candidate(over(&QUARTERS), n.iter().sum());
        prop_assume!(check(&quarters, &[]).is_ok());
        if check(&[year], &released(&quarters)).is_ok() {
            for chosen in 0..16_usize {
                let taken: u64 = (0..4).filter(|q| chosen >> q & 1 == 1 && shown[*q]).map(|q| n[q]).sum();
                let left = n.iter().sum::<u64>() - taken;
                prop_assert!(left == 0 || left >= 10, "{left} are left");
            }
        }
    }

    /// Whatever a cell holds, a second release of it with one card more, or of nearly the same people, is refused.
    #[test]
    fn adding_one_card_to_a_cell_never_reveals_it(n in 10_u64..300, more in 1_u64..10) {
        let ledger = released(&[candidate(passport(), n)]);
        prop_assert!(check(&[candidate(passport(), n + more)], &ledger).is_err());
        let wider = candidate(Definition::default().only(Dimension::Service, ["passport", "pension"]), n + more);
        prop_assert!(check(&[wider], &ledger).is_err());
    }
}
