//! What an edition tells people of a service: never more than it publishes, and no change that may be chance.

use feedback::Language;

use super::{Row, built, inputs};
use crate::results::chart::Mark;
use crate::results::editions::account::Account;
use crate::results::editions::course::Course;
use crate::results::editions::held::Indexed;
use crate::results::editions::history::{Beside, Quarterly, begun, beside};
use crate::results::editions::overall::{Overall, Whose};
use crate::results::editions::told::{Number, Told};
use crate::results::editions::whole::Whole;
use crate::results::measures::Method;
use crate::words::Words;

fn account(rows: &[Row], language: Language) -> Account {
    let document = built(&inputs(rows)).document;
    Account::of(&Whole::of(&document, "passport"), Words::of(language))
}

const MANY: [Row; 4] = [
    ("passport", "web", "en", "424444", 100),
    ("passport", "web", "fr", "535555", 60),
    ("passport", "phone", "en", "313333", 40),
    ("pension", "web", "en", "111111", 30),
];

#[test]
fn a_service_that_many_rated_is_told_in_sentences_with_its_ratings_and_what_to_look_at_first() {
    let account = account(&MANY, Language::English);
    assert_eq!(account.lead[0], "About 200 people answered. Together they give the service 78 out of 100.");
    assert!(account.lead[1].contains("drawn by lot") && !account.lead[1].contains("margin"), "{:?}", account.lead);
    let first = account.first.expect("the score is told");
    assert_eq!(first.parts, ["The time it took: 28 out of 100"]);
    let rows = account.ratings.expect("two hundred answered").rows;
    let shown: Vec<(&str, Option<u64>)> = rows.iter().map(|row| (row.shown.as_str(), row.share)).collect();
    let few = ("fewer than 5", Some(0));
    assert_eq!(shown, [("about 60", Some(30)), ("about 100", Some(50)), ("about 40", Some(20)), few, few]);
    let two_best = "Of 100 people who answered, 80 gave one of the two best ratings.";
    assert_eq!(account.top_two.as_deref(), Some(two_best));
    assert_eq!(account.scores.expect("scores").rows.len(), 6);
}

#[test]
fn no_part_is_named_where_none_is_clearly_lower_or_too_few_answered() {
    let said = |rows: &[Row]| account(rows, Language::English).first.map(|first| (first.said, first.parts));
    let alike = [("passport", "web", "en", "444444", 100), ("passport", "web", "en", "355555", 100)];
    let none = "People rate no part of the service clearly lower than the service as a whole.";
    assert_eq!(said(&alike), Some((none.to_owned(), Vec::new())));
    let few = "Too few answers are published to say which part to look at first.";
    let forty = [("passport", "web", "en", "515555", 40)];
    assert_eq!(said(&forty), Some((few.to_owned(), Vec::new())), "however low it is");
    let no_drivers = [("passport", "web", "en", "400000", 100), ("passport", "web", "en", "300000", 100)];
    assert_eq!(said(&no_drivers), Some((few.to_owned(), Vec::new())));
}

#[test]
fn what_is_withheld_is_said_and_has_no_chart() {
    let account = account(&[("passport", "web", "en", "512345", 4)], Language::French);
    assert_eq!(account.lead.len(), 1);
    assert!(account.lead[0].starts_with("Aucun indice n’est montré pour ce trimestre."), "{:?}", account.lead);
    assert!(
        account.scores.is_none() && account.ratings.is_none() && account.top_two.is_none() && account.first.is_none()
    );
}

#[test]
fn who_rated_a_part_only_is_not_counted_as_having_rated_the_whole() {
    let account = account(&[("passport", "web", "en", "043000", 50)], Language::English);
    assert_eq!(account.lead, ["Nobody rated the service as a whole in this quarter."]);
    let rows = account.scores.expect("two parts were rated").rows;
    assert_eq!((rows[0].shown.as_str(), rows[0].mark), ("no answers", None));
    assert!(rows[1].mark.is_some() && rows[3].mark.is_none());
}

#[test]
fn the_overall_scores_of_an_edition_are_told_by_service() {
    let overall = Overall::of(&built(&inputs(&MANY)).document);
    let score = |overall: &Overall, whose| overall.rated(whose).score;
    let told = score(&overall, Whose::Service("passport"));
    assert_eq!(told.number().map(|number| (number.n, number.mark.most)), Some((200, 78)));
    let office = score(&overall, Whose::Organisation("office"));
    assert_eq!(office.number().map(|number| number.n), Some(230), "all its services together");
    assert_eq!(score(&overall, Whose::Organisation("passport")), Told::Nobody);
    assert_eq!(score(&overall, Whose::Service("permits")), Told::Nobody);
    let few = Overall::of(&built(&inputs(&[("passport", "web", "en", "512345", 4)])).document);
    assert_eq!(score(&few, Whose::Service("passport")), Told::Withheld);
}

#[test]
fn an_edition_of_one_service_alone_has_the_same_numbers_of_it() {
    let document = built(&inputs(&MANY)).document;
    let all = Indexed::of(document.clone());
    for service in ["passport", "pension"] {
        let own = all.only(service).expect("it is named");
        let figures: Vec<_> = document.figures.iter().filter(|figure| figure.service == service).cloned().collect();
        assert!(!figures.is_empty());
        assert_eq!(own.figures, figures);
        assert_eq!(own.services.keys().collect::<Vec<_>>(), [service]);
        assert_eq!(own.edition, document.edition);
    }
    assert_eq!(all.only("nowhere"), None);
    assert_eq!(all.only("all"), None, "an organisation is no service");
}

fn number(score: u64, half: u64) -> Number {
    let mark = Mark { least: score, most: score, low: score - half, high: score + half };
    Number { n: 200, mark, is_comparable: true, method: Method::SCORE }
}

/// Quarters from this one on, one after the other.
fn quarters(first: &str, told: &[Option<Told>]) -> Vec<Quarterly> {
    let mut quarter = first.parse().expect("a quarter");
    let mut all: Vec<Quarterly> = told
        .iter()
        .rev()
        .map(|told| {
            let one = Quarterly { quarter, told: *told };
            quarter = quarter.before();
            one
        })
        .collect();
    all.reverse();
    all
}

#[test]
fn a_score_is_called_another_only_where_the_ranges_of_many_answers_do_not_meet() {
    let few = Number { is_comparable: false, ..number(40, 2) };
    let anew = Number { method: Method { version: 2, ..Method::SCORE }, ..number(40, 2) };
    let between = |before: Number, now: Number| {
        beside(&quarters("2026-Q3", &[Some(Told::Number(before)), Some(Told::Number(now))])).map(|(_, beside)| beside)
    };
    assert_eq!(between(number(70, 5), number(80, 5)), Some(Beside::AboutTheSame), "they meet at 75");
    assert_eq!(between(number(70, 5), number(80, 4)), Some(Beside::Higher));
    assert_eq!(between(number(80, 4), number(70, 5)), Some(Beside::Lower));
    assert_eq!(between(number(80, 4), few), Some(Beside::TooFew), "however far apart they are");
    assert_eq!(between(few, number(80, 4)), Some(Beside::TooFew));
    assert_eq!(between(number(80, 4), anew), Some(Beside::OtherMethod));
}

#[test]
fn a_score_is_held_against_the_newest_one_that_is_shown_and_never_against_none() {
    let withheld = [Some(Told::Number(number(80, 4))), Some(Told::Withheld), None, Some(Told::Number(number(60, 4)))];
    let (quarter, beside_it) = beside(&quarters("2026-Q3", &withheld)).expect("two scores");
    assert_eq!((quarter.to_string().as_str(), beside_it), ("2025-Q4", Beside::Lower));
    assert_eq!(beside(&quarters("2026-Q3", &[Some(Told::Number(number(80, 4))), Some(Told::Withheld)])), None);
    assert_eq!(beside(&quarters("2026-Q3", &[Some(Told::Withheld), Some(Told::Number(number(80, 4)))])), None);
    assert_eq!(beside(&[]), None);
}

#[test]
fn quarters_begin_with_the_first_of_which_somebody_answered() {
    let all = quarters("2026-Q3", &[None, Some(Told::Nobody), Some(Told::Withheld), None, Some(Told::Nobody)]);
    let begun = begun(all).iter().map(|one| one.quarter.to_string()).collect::<Vec<_>>();
    assert_eq!(begun, ["2026-Q1", "2026-Q2", "2026-Q3"]);
    assert_eq!(super::super::history::begun(quarters("2026-Q3", &[None, Some(Told::Nobody)])), []);
}

#[test]
fn gaps_and_breaks_are_said_beside_the_chart_in_both_languages() {
    let anew = Number { method: Method { version: 2, ..Method::SCORE }, ..number(60, 2) };
    let quarters =
        quarters("2026-Q3", &[Some(Told::Number(number(80, 4))), Some(Told::Withheld), Some(Told::Number(anew))]);
    let course = Course::of(&quarters, Words::of(Language::English));
    assert!(course.notes[0].ends_with("no score is shown: April to June 2026."), "{:?}", course.notes);
    assert!(course.notes[1].contains("counted in a new way: July to September 2026."), "{:?}", course.notes);
    let change = course.change.expect("there are two scores");
    assert_eq!(
        change,
        "The score is counted in another way than in January to March 2026. The two cannot be compared."
    );
    let shown: Vec<_> = course.lines.iter().map(|line| line.values[0].shown.as_deref().unwrap_or("none")).collect();
    assert_eq!(shown, ["80", "not shown", "60"]);
    assert!(course.chart.is_some());
    let french = Course::of(&quarters, Words::of(Language::French));
    assert!(french.notes[0].ends_with("n’est montré\u{a0}: avril à juin 2026."), "{:?}", french.notes);
}
