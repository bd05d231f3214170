//! A row that cannot be is refused with its line and the reason, and with it the file.

use super::{file, inputs, read, said, service};
use crate::results::populations::ImportError;

const CRITERIA: &str = "[[criterion]]\nname = \"greeted\"\nen = \"Greeted\"\nfr = \"Salué\"\n";

#[track_caller]
fn refused(said: &str, file: &str, expected: &[(u64, &str)]) {
    let Err(ImportError::Rows(found)) = inputs(&read(said), file) else { panic!("no row is refused: {file}") };
    let told: Vec<_> = found.iter().map(|row| (row.line, row.fault.to_string())).collect();
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for ((line, fault), (at, what)) in told.iter().zip(expected) {
        assert!(line == at && fault.contains(what), "{line}: {fault}, not {at}: {what}");
    }
}

#[test]
fn ratings_that_cannot_be_are_refused_each_with_its_line() {
    let groups = "people = 100\ninvited = 40\n[[service.group]]\nlanguage = \"en\"\npeople = 80\n\
                  [[service.group]]\nlanguage = \"fr\"\npeople = 20\n";
    let file = file(
        "service,language,overall,drivers.timeliness,weight",
        &[
            ("passport,en,5,n/a,1.25", 1),
            ("pension,en,5,4,1", 1),
            ("passport,es,5,4,1", 1),
            ("passport,en,6,4,1", 1),
            ("passport,en,,,1", 1),
            ("passport,en,5,4,-1", 1),
            ("passport,en,5,4,1.23456", 1),
            (",en,5,4,1", 1),
            ("passport,en,5", 1),
        ],
    );
    refused(
        &said("probability", "phone", &service(groups)),
        &file,
        &[
            (3, "not about a service"),
            (4, "no group of these"),
            (5, "overall: a rating"),
            (6, "nothing was answered"),
            (7, "weight: "),
            (8, "weight: "),
            (9, "service: nothing stands here"),
            (10, "the row has 3 fields where the first line has 5"),
        ],
    );
}

#[test]
fn visits_and_units_that_cannot_be_are_refused_each_with_its_line() {
    let visits = said("mystery-shopping", "in-person", &[service("").as_str(), CRITERIA].concat());
    let rows = file("service,greeted", &[("passport,yes", 1), ("passport,maybe", 1), ("passport,n/a", 1)]);
    refused(&visits, &rows, &[(3, "greeted: this is yes, no or n/a"), (4, "nothing was answered")]);
    let units = said("engagement", "online", "quarter = \"2026-Q1\"\n");
    let rows = file(
        "unit,unit_en,unit_fr,services,people,answered,engagement",
        &[
            ("north,North,Nord,passport,40,30,71.5", 2),
            ("South,South,Sud,passport,40,30,71.5", 1),
            ("east,East,Est,passport,40,9,71.5", 1),
            ("west,West,Ouest,passport,40,41,71.5", 1),
            ("centre,Centre,Centre,passport,40,30,101", 1),
            ("coast,,Côte,passport,40,30,50", 1),
            ("hills,Hills,Collines,passport,,30,50", 1),
        ],
    );
    let expected = [
        (3, "an earlier row has the same unit"),
        (4, "unit: a name has"),
        (5, "fewer than 10 answered"),
        (6, "more answered than there are people"),
        (7, "from 0 to 100"),
        (8, "unit_en: nothing stands here"),
        (9, "people: nothing stands here"),
    ];
    refused(&units, &rows, &expected);
}

#[test]
fn a_file_whose_columns_or_sums_cannot_be_is_refused_whole() {
    let about = read(&said("probability", "phone", &service("invited = 2\n")));
    let told = |file: &str| inputs(&about, file).expect_err("it cannot be").to_string();
    assert!(told("overall\n5").contains("no column service"));
    assert!(
        told("service,overall,comment,name\n").contains("\"comment\", \"name\""),
        "what people wrote has no column"
    );
    assert!(told("service,overall,overall\n").contains("twice"));
    assert!(told("service,overall\n").contains("no row"));
    assert!(told("service,overall\npassport,5\npassport,4\npassport,3").contains("more answered than were invited"));
    let heavy = file("service,overall,weight", &[("passport,5,100000", 2)]);
    assert!(inputs(&about, &heavy).is_ok(), "two of the heaviest can be added up");
    let asked = read(&said("probability", "phone", &service("invited = 5000\n")));
    let heavy = file("service,overall,weight", &[("passport,5,100000", 2_000)]);
    assert!(inputs(&asked, &heavy).expect_err("too heavy").to_string().contains("Divide each by the mean"));
}
