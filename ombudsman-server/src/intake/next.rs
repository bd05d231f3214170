//! What happens next with a card, and by when: said on the receipt, by the standard that the desk keeps to.

use feedback::Card;
use jiff::Timestamp;

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
    let standard = Standard::default();
    let deemed = standard.deemed_receipt(taken);
    let by =
        |id: &str, days: u32, date| words.with_all(id, &[("days", days.into()), ("date", words.date(date).into())]);
    let track = format!("{}/track", public_url.trim_start_matches("https://"));
    let (acknowledge, answer) = (standard.acknowledge_working_days, standard.answer_working_days);
    // A day without working hours is no day of the promise: people who count from it would miss one.
    let counts_from =
        (deemed != standard.office_date(taken)).then(|| words.with("next-counts-from", "date", words.date(deemed)));
    let steps = [
        by("next-acknowledged", acknowledge, standard.acknowledge_by(deemed)),
        by("next-answered", answer, standard.expected_answer_by(deemed)),
        words.with("next-track", "address", track),
    ];
    let has_address = card.reply.as_ref().is_some_and(|reply| reply.to.is_some());
    let address = has_address.then(|| words.text("next-address"));
    help.into_iter().chain([words.text("next-sorted")]).chain(counts_from).chain(steps).chain(address).collect()
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
    fn a_compliment_is_promised_no_date() {
        assert!(said("compliment", "en", "2026-09-29T20:05:00Z").iter().all(|step| !step.contains("2026")));
    }
}
