//! Step 2, triage: what a card says that a person must see, whatever it was meant as. It reads the text before anything in
//! it is masked. The phrases are data (`triage.toml`). A label opens a case, keeps it from the desk of a program
//! (`casework/route.rs`) and decides the order in which people read, nothing else.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use feedback::phrases::{Phrases, Text};
use feedback::{Card, Intent, Rating, danger};

use super::screen::texts;
use crate::casework::{Label, Labels};

/// A label, and the phrases by which it is known: to be looked for all at once, and one by one.
struct Rule {
    label: Label,
    phrases: Phrases,
    list: Vec<String>,
}

/// Read once. Text that is part of the program and cannot be read is caught by the tests of every build.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let lists: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        toml::from_str(include_str!("triage.toml")).unwrap_or_default();
    let rule = |(label, lists): (String, BTreeMap<String, Vec<String>>)| {
        let list: Vec<String> = lists.into_values().flatten().collect();
        Some(Rule { label: Label::parse(&label)?, phrases: Phrases::of(&list.join("|")), list })
    };
    lists.into_iter().filter_map(rule).collect()
});

/// What a person must see in a card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The labels.
    pub labels: Labels,
    /// For each label that a phrase led to, the first phrase: as our list has it, never as the person wrote it.
    pub words: Vec<(Label, String)>,
}

/// Looks for what a person must see in a card.
pub(super) fn look(card: &Card) -> Found {
    let whole: Vec<&str> = texts(card).collect();
    let whole = whole.join("\n");
    let text = Text::of(&whole);
    let mut found = Found::default();
    if danger::names_danger(&whole) {
        found.labels.add(Label::Danger);
        found.words.extend(danger::phrase_of_danger(&whole).map(|phrase| (Label::Danger, phrase.to_owned())));
    }
    for Rule { label, phrases, list } in RULES.iter() {
        // Whoever complains has said so.
        let is_meant = *label == Label::Complaint && card.intent.is_owed_an_answer();
        if !is_meant && text.has_any(phrases) {
            found.labels.add(*label);
            let first = list.iter().find(|phrase| text.has_any(&Phrases::of(phrase)));
            found.words.extend(first.map(|phrase| (*label, phrase.clone())));
        }
    }
    let is_low = card.overall.is_some_and(|overall| overall <= Rating::ALL[1]);
    if card.intent == Intent::Compliment && is_low {
        found.labels.add(Label::Complaint);
    }
    found
}

/// Whether a card of this kind with these labels opens a case: it is owed an answer, or a person must see it anyway.
pub(super) fn opens_a_case(intent: Intent, labels: &Labels) -> bool {
    intent.is_owed_an_answer() || !labels.is_empty()
}

#[cfg(test)]
mod tests;
