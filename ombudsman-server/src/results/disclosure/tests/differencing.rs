//! Releases against the ledger: what was published stays, and what is new leaves no group below ten to be solved for.

use proptest::prelude::*;

use super::cell;
use crate::results::disclosure::{Definition, Dimension, Fault, Group, Refusal, Released, check};

const QUARTERS: [&str; 4] = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];

fn passport() -> Definition {
    Definition::default().only(Dimension::Service, ["passport"])
}

fn over(quarters: &[&str]) -> Definition {
    passport().only(Dimension::Period, quarters.iter().copied())
}

fn by(channels: &[&str]) -> Definition {
    passport().only(Dimension::Channel, channels.iter().copied())
}

fn group(definition: Definition, n: u64) -> Group {
    Group { definition, n }
}

/// The quarters of one service.
fn quarters(n: [u64; 4]) -> Vec<Group> {
    std::iter::zip(QUARTERS, n).map(|(quarter, n)| group(over(&[quarter]), n)).collect()
}

/// The channels of one service.
fn channels(n: &[(&str, u64)]) -> Vec<Group> {
    n.iter().map(|(channel, n)| group(by(&[channel]), *n)).collect()
}

/// The channels and languages of one service; those in the middle of the name are of both.
fn crossed(n: [(&str, &str, u64); 4]) -> Vec<Group> {
    n.map(|(channel, language, n)| group(by(&[channel]).only(Dimension::Language, [language]), n)).to_vec()
}

/// So many answers, spread over the ratings.
fn answers(definition: Definition, n: u64) -> Released {
    let counts = [n / 10, n / 10, n / 5, n / 4, n - 2 * (n / 10) - n / 5 - n / 4];
    Released { definition, cell: cell(counts) }
}

/// The answers of all these people that are within a definition.
fn of(definition: Definition, people: &[Group]) -> Released {
    let n = people.iter().filter(|group| group.definition.is_within(&definition)).map(|group| group.n).sum();
    answers(definition, n)
}

fn each(definitions: &[Definition], people: &[Group]) -> Vec<Released> {
    definitions.iter().map(|definition| of(definition.clone(), people)).collect()
}

fn told(outcome: Result<(), Vec<Refusal>>) -> Vec<String> {
    outcome.err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn one_card_more_is_never_published() {
    let people = channels(&[("web", 30), ("kiosk", 19), ("mail", 1)]);
    let first = of(passport(), &people);
    assert_eq!(check(std::slice::from_ref(&first), &[], &people), Ok(()));
    let later = channels(&[("web", 30), ("kiosk", 19), ("mail", 2)]);
    let same = check(&[of(passport(), &later)], std::slice::from_ref(&first), &later);
    assert_eq!(told(same), ["Service passport: it was published before and may only change in the yearly revision"]);
    let nearly = check(&[of(by(&["web", "kiosk"]), &people)], &[first], &people);
    let expected = "Service passport, Channel kiosk+web: with Service passport it leaves a group of fewer than ten";
    assert_eq!(told(nearly), [expected]);
}

#[test]
fn what_was_published_stays_though_as_many_answered() {
    let people = [group(passport(), 50)];
    let ledger = [answers(passport(), 50)];
    let other = Released { definition: passport(), cell: cell([4, 6, 10, 12, 18]) };
    assert_eq!(check(&ledger, &ledger, &people), Ok(()), "the same again");
    let refused = check(std::slice::from_ref(&other), &ledger, &people).expect_err("a rating became another");
    assert_eq!(refused[0].fault, Fault::Frozen);
    let refused = check(&[other, ledger[0].clone()], &[], &people).expect_err("one cell twice");
    assert_eq!(refused[0].fault, Fault::Frozen);
}

#[test]
fn a_card_that_comes_late_does_not_follow_from_the_sum() {
    let ledger = [answers(over(&QUARTERS[..2]), 80)];
    let people = quarters([40, 41, 0, 0]);
    let told = told(check(&each(&[over(&["2026-Q1"]), over(&["2026-Q2"])], &people), &ledger, &people));
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].ends_with("it leaves a group of fewer than ten"), "{told:?}");
}

#[test]
fn a_year_and_three_of_its_quarters_give_the_fourth() {
    let year = |fourth| {
        let people = quarters([40, 40, 40, fourth]);
        let three = each(&QUARTERS[..3].iter().map(|quarter| over(&[quarter])).collect::<Vec<_>>(), &people);
        assert_eq!(check(&three, &[], &people), Ok(()));
        check(&[of(over(&QUARTERS), &people)], &three, &people)
    };
    let with =
        "with Service passport, Period 2026-Q1; Service passport, Period 2026-Q2; Service passport, Period 2026-Q3";
    let all = "Service passport, Period 2026-Q1+2026-Q2+2026-Q3+2026-Q4";
    assert_eq!(told(year(6)), [format!("{all}: {with} it leaves a group of fewer than ten")]);
    assert_eq!(year(10), Ok(()));
    assert_eq!(year(0), Ok(()), "nobody is left");
}

/// Web and mail, and mail and telephone, less all three: mail.
#[test]
fn two_cells_that_overlap_give_what_they_have_in_common() {
    let definitions = [by(&["web", "mail", "telephone"]), by(&["web", "mail"]), by(&["mail", "telephone"])];
    let publish = |mail| {
        let people = channels(&[("web", 40), ("mail", mail), ("telephone", 40)]);
        check(&each(&definitions, &people), &[], &people)
    };
    assert_eq!(told(publish(5)).len(), 1);
    assert_eq!(publish(10), Ok(()));
}

/// All less those by web and those in English, and those who are both once more: by another channel in another language.
#[test]
fn two_cells_that_cross_give_who_is_in_neither() {
    let web = by(&["web"]);
    let english = passport().only(Dimension::Language, ["en"]);
    let definitions = [passport(), web.clone(), english, web.only(Dimension::Language, ["en"])];
    let publish = |neither| {
        let people = crossed([("web", "en", 15), ("web", "fr", 40), ("mail", "en", 40), ("mail", "fr", neither)]);
        check(&each(&definitions, &people), &[], &people)
    };
    let told = told(publish(5));
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("Service passport, Channel web, Language en: with Service passport; "), "{told:?}");
    assert_eq!(publish(10), Ok(()));
}

/// All less web, and less mail and telephone, which overlap with web and telephone.
#[test]
fn a_part_of_a_part_can_be_what_must_be_taken() {
    let definitions = [by(&["a", "b", "c", "d"]), by(&["a", "b"]), by(&["b", "c"]), by(&["a"])];
    let people = channels(&[("a", 40), ("b", 40), ("c", 40), ("d", 5)]);
    assert_eq!(told(check(&each(&definitions, &people), &[], &people)).len(), 1);
}

/// Web and mail, and web and telephone, less mail and telephone: web twice.
#[test]
fn what_is_given_twice_is_told_as_well() {
    let definitions = [by(&["web", "mail"]), by(&["mail", "telephone"]), by(&["web", "telephone"])];
    let publish = |telephone| {
        let people = channels(&[("web", 40), ("mail", 40), ("telephone", telephone)]);
        check(&each(&definitions, &people), &[], &people)
    };
    assert_eq!(told(publish(5)).len(), 1);
    assert_eq!(publish(10), Ok(()));
}

/// A service without mail in English: that nobody is there is no secret, and must not hide who is.
#[test]
fn what_is_empty_hides_nobody() {
    let definitions = [passport(), by(&["web"]), passport().only(Dimension::Language, ["en"])];
    let publish = |both| {
        let people = crossed([("web", "en", both), ("web", "fr", 40), ("mail", "en", 40), ("mail", "fr", 5)]);
        check(&each(&definitions, &people), &[], &people)
    };
    assert_eq!(publish(15), Ok(()), "all less web less English is mail in French less web in English");
    assert_eq!(told(publish(0)).len(), 1, "nobody is in both");
}

#[test]
fn a_cell_that_is_small_or_wrong_or_gives_answers_away_is_named() {
    let people = [group(passport(), 9)];
    let refused = told(check(&[of(passport(), &people), of(Definition::default(), &people)], &[], &people));
    let why = "fewer than ten people are in it";
    assert_eq!(refused, [format!("Service passport: {why}"), format!("everyone: {why}")]);
    let split = check(&[answers(by(&["web"]), 40)], &[], &[group(passport(), 80)]);
    assert_eq!(told(split), ["Service passport, Channel web: its groups have 0 people, it has another number"]);
}

#[test]
fn definitions_know_what_is_inside_what() {
    let web = by(&["web"]);
    assert!(web.is_within(&passport()) && !passport().is_within(&web));
    assert!(over(&QUARTERS[..1]).is_within(&over(&QUARTERS)));
}

/// Three channels by three languages, mostly with few people.
fn nine() -> impl Strategy<Value = Vec<Group>> {
    prop::collection::vec(prop_oneof![Just(0_u64), 1_u64..12, 10_u64..60], 9).prop_map(|n| {
        let places =
            ["a", "b", "c"].into_iter().flat_map(|channel| ["x", "y", "z"].map(|language| (channel, language)));
        let groups =
            places.zip(n).map(|((channel, language), n)| (by(&[channel]).only(Dimension::Language, [language]), n));
        groups.map(|(definition, n)| group(definition, n)).collect()
    })
}

/// Any channels by any languages.
fn some_cells() -> impl Strategy<Value = Vec<Definition>> {
    let part = |of: [&'static str; 3]| prop::sample::subsequence(of.to_vec(), 1..=3);
    let cell = (part(["a", "b", "c"]), part(["x", "y", "z"]));
    prop::collection::btree_set(cell, 2..6).prop_map(|cells| {
        cells.into_iter().map(|(c, l)| passport().only(Dimension::Channel, c).only(Dimension::Language, l)).collect()
    })
}

/// The smallest group that is some cells taken so many times, from −2 to 2, by trying all; nobody is no group.
fn by_trying(cells: &[Definition], people: &[Group]) -> Option<u64> {
    let people: Vec<&Group> = people.iter().filter(|group| group.n > 0).collect();
    let columns: Vec<Vec<i64>> =
        people.iter().map(|g| cells.iter().map(|cell| i64::from(g.definition.is_within(cell))).collect()).collect();
    let mut times = vec![-2_i64; cells.len()];
    let mut found: Option<u64> = None;
    loop {
        let has = |column: &Vec<i64>| std::iter::zip(column, &times).map(|(is_in, times)| is_in * times).sum::<i64>();
        let sums: Vec<i64> = columns.iter().map(has).collect();
        // What gives everybody twice gives them once as well.
        let most = sums.iter().copied().max().unwrap_or(0);
        if most > 0 && sums.iter().all(|sum| *sum == 0 || *sum == most) {
            let n = std::iter::zip(&sums, &people).filter(|(sum, _)| **sum == most).map(|(_, group)| group.n).sum();
            found = Some(found.map_or(n, |least| least.min(n)));
        }
        let Some(next) = times.iter().position(|times| *times < 2) else { return found };
        times[..next].fill(-2);
        times[next] += 1;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Two releases, cells of any shape: what passes leaves no group below ten.
    #[test]
    fn no_pair_of_releases_lets_a_group_below_ten_be_solved(people in nine(), cells in some_cells(), cut in 0_usize..6) {
        let cells: Vec<Definition> =
            cells.into_iter().filter(|cell| of(cell.clone(), &people).cell.counts.n() >= 10).collect();
        prop_assume!(!cells.is_empty());
        let all = each(&cells, &people);
        let (first, second) = all.split_at(cut.min(all.len()));
        let passes = check(first, &[], &people).is_ok() && check(second, first, &people).is_ok();
        let least = by_trying(&cells, &people);
        prop_assert!(!passes || least.is_none_or(|n| n >= 10), "{:?} {:?}", cells, least);
    }

    /// Whatever a cell holds, a second release of it with one card more, or of nearly the same people, is refused.
    #[test]
    fn adding_one_card_to_a_cell_never_reveals_it(n in 10_u64..300, more in 1_u64..10) {
        let pension = Definition::default().only(Dimension::Service, ["pension"]);
        let people = [group(passport(), n), group(pension, more)];
        let ledger = [of(passport(), &people)];
        prop_assert!(check(&[answers(passport(), n + more)], &ledger, &[group(passport(), n + more)]).is_err());
        let wider = Definition::default().only(Dimension::Service, ["passport", "pension"]);
        prop_assert!(check(&[of(wider, &people)], &ledger, &people).is_err());
    }
}
