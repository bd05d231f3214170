//! What is kept of a survey are sums: the same in whatever order the rows came, and no two answers of one person together.

use super::{built, file, inputs, read, said, service};
use crate::results::populations::document::Built;
use crate::secrets::Secrets;

fn about() -> super::About {
    read(&said("probability", "phone", &service("people = 5000\ninvited = 900\n")))
}

#[test]
fn the_same_rows_in_another_order_are_the_same_bytes() {
    let columns = "service,overall,drivers.timeliness,weight";
    let rows = [("passport,5,4,1.25", 70), ("passport,3,n/a,0.333", 45), ("passport,1,2,2.007", 30)];
    let [mut there, mut back] = [rows, rows];
    there.sort_unstable();
    back.sort_unstable_by(|a, b| b.cmp(a));
    let (there, back) = (built(&about(), &file(columns, &there)), built(&about(), &file(columns, &back)));
    assert_eq!((there.inputs, there.json, there.csv), (back.inputs, back.json, back.csv));
}

#[test]
fn two_files_in_which_people_answered_otherwise_together_are_kept_alike() {
    let columns = "service,overall,drivers.timeliness";
    let one = file(columns, &[("passport,5,5", 60), ("passport,1,1", 60)]);
    let other = file(columns, &[("passport,5,1", 60), ("passport,1,5", 60)]);
    let kept = |file: &str| built(&about(), file).inputs;
    assert_eq!(kept(&one), kept(&other), "who said which two things together is not among what is kept");
}

#[test]
fn a_survey_is_made_again_from_what_is_kept() {
    let rows = file("service,overall,weight", &[("passport,5,1.5", 80), ("passport,2,0.5", 40)]);
    let first = built(&about(), &rows);
    let kept: super::Inputs = serde_json::from_slice(&first.inputs).expect("what was kept");
    assert_eq!(kept, inputs(&about(), &rows).expect("rows"));
    let again = Built::of(&kept, "0.0.0", &Secrets::for_testing()).expect("it can be written");
    assert_eq!((again.json, again.csv), (first.json, first.csv));
}
