//! What happens next with a card, and by when: said on the receipt, by the standard that the desk keeps to.

use std::cell::RefCell;

use feedback::{Card, Language};
use jiff::Timestamp;
use jiff::civil::Date;

use super::card_page;
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

/// What a receipt is about, said so that it still speaks when it is found in a drawer.
pub(super) fn about(language: Language, taken: Timestamp, service: &str) -> String {
    let (words, day) = (Words::of(language), Standard::default().office_date(taken));
    words.with_all("next-about", &[("service", service.into()), ("date", words.date(day).into())])
}

/// What to do with the two codes of a receipt. Whoever is owed no answer has nothing more to do.
pub(super) fn keep(card: &Card) -> String {
    let words = Words::of(card.language);
    if !card.intent.is_owed_an_answer() && !card.channel.is_keyed_in() {
        return words.text("next-thanks");
    }
    words.with("next-keep", "channel", card_page::spoken_as(card.channel))
}

/// The same of a card that came on a sheet, whose stub the person has.
pub(super) fn on_a_sheet(language: Language) -> String {
    Words::of(language).text("next-stub")
}

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
mod tests;
