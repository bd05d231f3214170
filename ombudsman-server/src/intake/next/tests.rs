//! What a receipt says of dates, in each language.

use super::*;
use feedback::Fields;

fn said(intent: &str, language: &str, taken: &str) -> Vec<String> {
    let id = "0193f2a4-7c00-7000-8000-000000000001";
    let fields =
        [("id", id), ("service", "passport"), ("intent", intent), ("language", language), ("comment", "Why two?")];
    steps(&Card::parse(Fields::from_form(fields)).expect("a card"), taken.parse().expect("a time"), "https://a.ca")
}

#[test]
fn a_complaint_is_told_the_days_and_the_dates_of_the_standard() {
    // A Tuesday after 16:00 in Toronto: the office is closed on the Wednesday, so the time counts from Thursday.
    let english = said("complaint", "en", "2026-09-29T20:05:00Z");
    assert_eq!(
        english[1],
        "Your message came outside office hours, so the time is counted from Thursday, October 1, 2026."
    );
    assert_eq!(english[2], "An officer takes it up within 1 working day: by Friday, October 2, 2026.");
    assert_eq!(
        english[3],
        "You get an answer within 7 working days after that: by Wednesday, October 14, 2026, at the latest."
    );
    assert!(english[4].contains("at a.ca/track."), "{}", english[4]);
    let french = said("question", "fr", "2026-06-22T14:00:00Z");
    assert!(french[1].ends_with("1 jour ouvrable, au plus tard le mardi 23 juin 2026."), "{}", french[1]);
    assert!(french[2].ends_with("qui suivent, au plus tard le vendredi 3 juillet 2026."), "{}", french[2]);
}

#[test]
fn what_is_remembered_of_a_day_is_not_said_on_another_or_after_the_office_has_closed() {
    let [monday, evening, tuesday] = ["2026-09-28T14:00:00Z", "2026-09-28T20:00:00Z", "2026-09-29T14:00:00Z"];
    for _ in 0..2 {
        assert!(said("complaint", "en", monday)[1].ends_with("by Tuesday, September 29, 2026."));
        assert!(said("complaint", "en", evening)[1].ends_with("counted from Tuesday, September 29, 2026."));
        assert!(said("complaint", "en", tuesday)[1].ends_with("by Thursday, October 1, 2026."));
        assert!(said("complaint", "fr", tuesday)[1].ends_with("le jeudi 1er octobre 2026."));
    }
}

#[test]
fn a_compliment_is_promised_no_date() {
    assert!(said("compliment", "en", "2026-09-29T20:05:00Z").iter().all(|step| !step.contains("2026")));
}
