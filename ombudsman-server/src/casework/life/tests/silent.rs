//! Who says nothing: the person, who is reminded and waited for; a program, which is asked again.

use jiff::civil::date;

use super::super::*;
use super::ground::{self, assessed, step};
use crate::standard::Standard;

#[test]
fn who_says_nothing_is_reminded_twice_and_can_come_back_for_sixty_days() {
    let asked = step(&assessed(Severity::Standard), "2026-05-06", Move::AskClient).expect("a question");
    assert_eq!(step(&asked, "2026-05-14", Move::Remind), Err(Refusal::TooEarly));
    let once = step(&asked, "2026-05-15", Move::Remind).expect("seven working days");
    assert_eq!(step(&once, "2026-05-25", Move::Remind), Err(Refusal::TooEarly));
    assert_eq!(step(&once, "2026-06-05", Move::Abandon), Err(Refusal::TooEarly), "reminded once");
    let twice = step(&once, "2026-05-27", Move::Remind).expect("fourteen");
    assert_eq!(step(&twice, "2026-05-28", Move::Remind), Err(Refusal::TooEarly), "there are two");
    assert_eq!(step(&twice, "2026-06-04", Move::Abandon), Err(Refusal::TooEarly), "the twentieth is theirs");
    let closed = step(&twice, "2026-06-05", Move::Abandon).expect("twenty are over");
    assert!(matches!(step(&closed, "2026-08-05", Move::Reply), Err(Refusal::Illegal(_))), "61 days");
    let back = step(&closed, "2026-08-04", Move::Reply).expect("60 days");
    let (clock, before) = (back.clock().expect("a clock"), asked.clock().expect("a clock"));
    assert_eq!(clock.paused_days, 61);
    let left = |due, today| Standard::default().calendar.working_days_between(today, due);
    assert_eq!(left(clock.due, date(2026, 8, 4)), left(before.due, date(2026, 5, 6)), "the days left are kept");
}

#[test]
fn a_reminder_that_comes_late_leaves_the_person_as_much_time_after_it_as_one_that_is_in_time() {
    let (standard, asked) =
        (Standard::default(), step(&assessed(Severity::Standard), "2026-05-06", Move::AskClient).expect("a question"));
    let until = |stage: &Stage| stage.silent_until(&standard).expect("a day");
    assert_eq!(until(&asked), date(2026, 6, 4));
    let late = step(&asked, "2026-06-01", Move::Remind).expect("the first, after seventeen working days");
    assert_eq!(until(&late), date(2026, 6, 18), "seven working days to the second, and six after that");
    assert_eq!(step(&late, "2026-06-09", Move::Remind), Err(Refusal::TooEarly));
    assert_eq!(late.next_due(&standard, date(2026, 5, 5)), Some(date(2026, 6, 10)));
    let twice = step(&late, "2026-06-12", Move::Remind).expect("the second");
    assert_eq!(until(&twice), date(2026, 6, 22));
    assert_eq!(step(&twice, "2026-06-22", Move::Abandon), Err(Refusal::TooEarly));
    step(&twice, "2026-06-23", Move::Abandon).expect("the time is over");
}

#[test]
fn a_question_to_the_program_is_due_before_the_answer_and_is_missed_and_asked_again_once_its_days_are_over() {
    let (standard, review) = (Standard::default(), assessed(Severity::Standard));
    let asked = step(&review, "2026-05-06", ground::ask_program()).expect("a question");
    let due = |stage: &Stage| stage.next_due(&standard, date(2026, 5, 5));
    assert_eq!((due(&asked), asked.program_by()), (Some(date(2026, 5, 11)), Some(date(2026, 5, 11))));
    for early in [Move::Miss, Move::RemindProgram] {
        assert_eq!(step(&asked, "2026-05-11", early), Err(Refusal::TooEarly), "the last day is the program's");
    }
    assert_eq!(
        step(&asked, "2026-05-12", Move::Miss),
        Ok(asked.clone()),
        "it is noted, and nothing is taken from anybody"
    );
    let again = step(&asked, "2026-05-12", Move::RemindProgram).expect("three days more");
    assert_eq!(again.program_by(), Some(date(2026, 5, 15)));
    assert_eq!(due(&again), again.clock().map(|clock| clock.due), "the office's own day comes first now");
    let heard = step(&again, "2026-05-13", Move::HearProgram).expect("an answer");
    assert_eq!((heard.program_by(), due(&heard)), (None, due(&review)));
}
