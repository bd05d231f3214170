//! Impartiality: who may not have a case, by six rules.

use jiff::ToSpan;
use jiff::civil::Date;

named! {
    /// What stands between an officer and a case.
    Rule {
        /// (a) They work, or worked in the last 24 months, in the program that it is about.
        Program = "program",
        /// (b) They are named in it, or answer to somebody who is.
        Named = "named",
        /// (c) They made the contested decision, or advised on it.
        Decision = "decision",
        /// (d) They had a part in it before, and it is to be reviewed.
        Handled = "handled",
        /// (e) They have another relation or interest.
        Interest = "interest",
        /// (f) This person complained about them before.
        Complaint = "complaint",
    }
}

/// For so many months after somebody left a program they have no case about it.
const MONTHS: i32 = 24;

/// An officer may not have a case, by this rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.as_str())]
pub struct Conflict(pub Rule);

/// What the record knows about an officer and a case.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// Until when they worked in the program that the case is about, each time; `None` where they still do.
    pub in_program: Vec<Option<Date>>,
    /// What was declared about them and this case, by themselves or somebody else.
    pub declared: Vec<Rule>,
    /// Whether they had a part in the case.
    pub had_a_part: bool,
}

/// Why this officer may not have the case, to handle it or to review it.
pub fn conflict(past: &Past, is_review: bool, today: Date) -> Result<(), Conflict> {
    let too_recent = |left: &Option<Date>| left.is_none_or(|left| left.saturating_add(MONTHS.months()) >= today);
    if past.in_program.iter().any(too_recent) {
        return Err(Conflict(Rule::Program));
    }
    if is_review && past.had_a_part {
        return Err(Conflict(Rule::Handled));
    }
    past.declared.first().map_or(Ok(()), |rule| Err(Conflict(*rule)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 5, 4);

    #[test]
    fn whoever_worked_in_the_program_has_no_case_about_it_for_two_years() {
        for (left, expected) in [
            (None, Err(Conflict(Rule::Program))),
            (Some(date(2026, 4, 30)), Err(Conflict(Rule::Program))),
            (Some(date(2024, 5, 4)), Err(Conflict(Rule::Program))),
            (Some(date(2024, 5, 3)), Ok(())),
        ] {
            let past = Past { in_program: vec![left], ..Past::default() };
            assert_eq!(conflict(&past, false, TODAY), expected, "{left:?}");
        }
    }

    #[test]
    fn what_was_declared_stands_and_who_had_a_part_does_not_review() {
        assert_eq!(conflict(&Past::default(), true, TODAY), Ok(()));
        for rule in [Rule::Named, Rule::Decision, Rule::Interest, Rule::Complaint] {
            let past = Past { declared: vec![rule], ..Past::default() };
            assert_eq!(conflict(&past, false, TODAY), Err(Conflict(rule)));
        }
        let handled = Past { had_a_part: true, ..Past::default() };
        assert_eq!(conflict(&handled, false, TODAY), Ok(()), "they may have it back");
        assert_eq!(conflict(&handled, true, TODAY), Err(Conflict(Rule::Handled)));
    }
}
