//! A correction and what it corrects, less one another: nobody, or ten and more.

use super::{About, built, file, inputs, read, said, service};
use crate::results::editions::Reason;
use crate::results::populations::apart::too_close;
use crate::results::populations::document::Built;
use crate::results::populations::inputs::{Corrects, Counts, Inputs};
use crate::results::populations::open::COLUMNS;
use crate::secrets::Secrets;

fn about() -> About {
    read(&said("probability", "phone", &service("people = 5000\ninvited = 900\n")))
}

fn of(fives: usize, ones: usize) -> Inputs {
    inputs(&about(), &file("service,overall", &[("passport,5", fives), ("passport,1", ones)])).expect("rows")
}

fn counts(fives: usize, ones: usize) -> Counts {
    of(fives, ones).counts
}

#[test]
fn a_correction_differs_in_nothing_or_in_ten_answers() {
    let before = counts(120, 60);
    for (fives, ones, is_taken) in [
        (120, 60, true),
        (123, 60, false),
        (129, 60, false),
        (130, 60, true),
        (117, 60, false),
        (116, 64, false),
        (111, 69, false),
        (110, 70, true),
    ] {
        let found = counts(fives, ones);
        let [there, back] = [too_close(&found, &before), too_close(&before, &found)];
        assert_eq!((there.is_none(), there), (is_taken, back), "{fives} and {ones}");
    }
}

#[test]
fn a_correction_of_as_many_answers_has_the_same_weights() {
    let weighed =
        |rows: &[(&str, usize)]| inputs(&about(), &file("service,overall,weight", rows)).expect("rows").counts;
    let before = weighed(&[("passport,5,1.5", 60), ("passport,1,0.5", 60)]);
    assert_eq!(too_close(&weighed(&[("passport,1,0.5", 60), ("passport,5,1.5", 60)]), &before), None);
    for (rows, what) in [
        ([("passport,5,1.5", 59), ("passport,5,2.5", 1), ("passport,1,0.5", 60)], "one weighs more"),
        (
            [("passport,5,1", 30), ("passport,5,2", 30), ("passport,1,0.5", 60)],
            "the sum is the same, that of the squares is not",
        ),
        ([("passport,5,0.5", 60), ("passport,1,1.5", 60), ("passport,1,0.5", 0)], "together they weigh the same"),
    ] {
        let found = weighed(&rows);
        assert_eq!([too_close(&found, &before), too_close(&before, &found)], [Some("passport"); 2], "{what}");
    }
    let more = weighed(&[("passport,5,1.5", 60), ("passport,5,2", 10), ("passport,1,0.5", 60)]);
    assert_eq!(too_close(&more, &before), None, "ten answers more");
}

/// Told apart by language in one and not in the other, each group is far from nobody; all of them are three people apart.
#[test]
fn everybody_is_counted_also_where_the_groups_are_others() {
    let groups = "people = 5000\ninvited = 900\n[[service.group]]\nlanguage = \"en\"\npeople = 4000\n\
                  [[service.group]]\nlanguage = \"fr\"\npeople = 1000\n";
    let about = read(&said("probability", "phone", &service(groups)));
    let apart = |english, french| {
        let rows = [("passport,en,5,n/a", english), ("passport,fr,n/a,5", french)];
        inputs(&about, &file("service,language,overall,trust", &rows)).expect("rows").counts
    };
    let whole = |overall, trust| {
        let rows = [("passport,5,n/a", overall), ("passport,n/a,5", trust)];
        inputs(&self::about(), &file("service,overall,trust", &rows)).expect("rows").counts
    };
    assert_eq!(too_close(&apart(100, 83), &whole(120, 60)), Some("passport"));
    assert_eq!(too_close(&apart(100, 80), &whole(120, 60)), None, "20 fewer rated it, 20 more said that they trust");
}

#[test]
fn the_same_answers_round_alike_in_a_correction_and_what_is_said_of_it_is_published() {
    let secrets = Secrets::for_testing();
    let made = |inputs: &Inputs| Built::of(inputs, "0.0.0", &secrets).expect("it can be written");
    let before = of(123, 61);
    let reason = Reason { en: "A title was wrong.".to_owned(), fr: "Un titre était faux.".to_owned() };
    let survey = before.about.name.clone();
    let corrects = Some(Corrects { first: survey.clone(), survey, number: 2, reason });
    let mut after = Inputs { corrects: corrects.clone(), ..before.clone() };
    after.about.name = "passport-2026-b".to_owned();
    let [before, after] = [made(&before), made(&after)];
    assert_eq!(before.document.figures, after.document.figures, "its own name would round them otherwise");
    assert_eq!(after.document.corrects, corrects);
    let json = String::from_utf8(before.json).expect("text");
    assert!(!json.contains("corrects"), "what corrects nothing has the bytes that it always had: {json}");
}

/// What describes the table to programs is what it has.
#[test]
fn every_line_keeps_to_its_columns() {
    let csv =
        String::from_utf8(built(&about(), &file("service,overall", &[("passport,5", 120), ("passport,1", 60)])).csv);
    let csv = csv.expect("text");
    let mut lines = csv.split("\r\n").filter(|line| !line.is_empty());
    assert_eq!(lines.next(), Some(COLUMNS.map(|column| column.name).join(",").as_str()));
    assert!(lines.clone().count() > 5, "{csv}");
    for line in lines {
        let fields: Vec<&str> = line.split(',').collect();
        assert_eq!(fields.len(), COLUMNS.len(), "{line}");
        for (column, field) in COLUMNS.iter().zip(&fields) {
            assert!(column.holds(field), "{}: `{field}` in {line}", column.name);
        }
    }
}
