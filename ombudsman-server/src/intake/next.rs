//! What happens next with a card, and by when: said on the receipt, by the standard that the desk keeps to.

use std::cell::RefCell;

use feedback::{Card, Language};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::standard::Standard;
use crate::words::Words;

/// What happens next with a card taken at this moment by the office at this address, a sentence each, in the card's
/// language.
pub(super) fn steps(card: &Card, taken: Timestamp, public_url: &str) -> Vec<String> {
    let words = Words::of(card.language);
    let mut texts = [&card.comment, &card.put_right].into_iter().flatten();
    let help = texts.any(|text| feedback::danger::names_danger(text.as_str())).then(|| words.text("card-danger-now"));
    if !card.intent.is_owed_an_answer() {
        return help.into_iter().chain(["next-read", "next-counted"].map(|id| words.text(id))).collect();
    }
    let track = format!("{}/track", public_url.trim_start_matches("https://"));
    let has_address = card.reply.as_ref().is_some_and(|reply| reply.to.is_some());
    let address = has_address.then(|| words.text("next-address"));
    let sorted = std::iter::once(words.text("next-sorted"));
    let steps = help.into_iter().chain(sorted).chain(promises(words, card.language, taken));
    steps.chain([words.with("next-track", "address", track)]).chain(address).collect()
}

/// What the sentences with dates depend on: language, the office's date, and whether it had closed.
type Day = (Language, Date, bool);

thread_local! {
    /// The sentences of the last day in each language: they are the same for every card of an office's day, and to make
    /// them costs more than to read a card.
    static OF_THE_DAY: RefCell<Vec<(Day, Vec<String>)>> = const { RefCell::new(Vec::new()) };
}

/// By when the office takes up and answers what it took at this moment.
fn promises(words: &Words, language: Language, taken: Timestamp) -> Vec<String> {
    let standard = Standard::default();
    let day = (language, standard.office_date(taken), standard.is_closed(taken));
    OF_THE_DAY.with_borrow_mut(|known| {
        if let Some((_, steps)) = known.iter().find(|(known, _)| *known == day) {
            return steps.clone();
        }
        let steps = promises_of(words, &standard, taken);
        known.retain(|((known, _, _), _)| *known != language);
        known.push((day, steps.clone()));
        steps
    })
}

fn promises_of(words: &Words, standard: &Standard, taken: Timestamp) -> Vec<String> {
    let deemed = standard.deemed_receipt(taken);
    let by =
        |id: &str, days: u32, date| words.with_all(id, &[("days", days.into()), ("date", words.date(date).into())]);
    // A day without working hours is no day of the promise: people who count from it would miss one.
    let counts_from =
        (deemed != standard.office_date(taken)).then(|| words.with("next-counts-from", "date", words.date(deemed)));
    let (acknowledge, answer) = (standard.terms.acknowledge_working_days, standard.terms.answer_working_days);
    let steps = [
        by("next-acknowledged", acknowledge, standard.acknowledge_by(deemed)),
        by("next-answered", answer, standard.expected_answer_by(deemed)),
    ];
    counts_from.into_iter().chain(steps).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use feedback::Fields;

    fn said(intent: &str, language: &str, taken: &str) -> Vec<String> {
        let id = "0193f2a4-7c00-7000-8000-000000000001";
        let fields =
            [("id", id), ("service", "passport"), ("intent", intent), ("language", language), ("overall", "2")];
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
}
