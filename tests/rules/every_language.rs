//! Who leaves or follows a card, or is written to, in any of the card's languages finds all of it in that language: Spanish, Portuguese and
//! Arabic have exactly the sentences that these pages may show, and these pages show no others.

use crate::breach::{Breach, hold};
use crate::catalogue::{ARABIC, Catalogue, ENGLISH, PORTUGUESE, SPANISH, of_tree};
use crate::tree;
use crate::wording;
use crate::words_used::{Asked, asked_by_page, asked_by_rust, is_of_shape};

const RULE: &str = "Rule 5, words: what the card, its receipt, the tracking page and a failure say is said in English, \
    French, Spanish, Portuguese and Arabic, and nothing else is said in the last three.";

/// How the ids begin that these pages ask for.
const BEGINNINGS: [&str; 11] = [
    "card-",
    "letter-",
    "kiosk-",
    "next-",
    "fault-",
    "problem-",
    "track-",
    "progress-",
    "step-",
    "lateness-",
    "unbuilt-",
];

/// Beginnings of the staff's ids that begin as one of those.
const NOT_THESE: [&str; 1] = ["next-from-"];

/// The ids of their frame.
const FRAME: [&str; 15] = [
    "office",
    "skip",
    "nav-label",
    "nav-results",
    "nav-track",
    "nav-receipt",
    "enter-another",
    "enter-back",
    "own-name",
    "only-en",
    "only-fr",
    "languages",
    "close",
    "sample-data",
    "footer",
];

/// The files that make these pages.
const PAGES: [&str; 23] = [
    "ombudsman-server/src/intake/card.html",
    "ombudsman-server/src/intake/no_card.html",
    "ombudsman-server/src/intake/unbuilt.html",
    "ombudsman-server/src/intake/card_page.rs",
    "ombudsman-server/src/intake/mod.rs",
    "ombudsman-server/src/intake/next.rs",
    "ombudsman-server/src/intake/sheet.rs",
    "ombudsman-server/src/intake/routes.rs",
    "ombudsman-server/src/casework/track.rs",
    "ombudsman-server/src/casework/track.html",
    "ombudsman-server/src/casework/progress.html",
    "ombudsman-server/src/casework/followed.html",
    "ombudsman-server/src/casework/decided.html",
    "ombudsman-server/src/casework/letter.rs",
    "ombudsman-server/src/casework/letter/",
    "ombudsman-server/src/casework/progress.rs",
    "ombudsman-server/src/casework/speak.rs",
    "ombudsman-server/src/casework/suggestions/told.rs",
    "ombudsman-server/src/http/base.html",
    "ombudsman-server/src/http/problem.html",
    "ombudsman-server/src/http/failure.rs",
    "ombudsman-server/src/http/page.rs",
    "widget/src/",
];

fn is_for_everyone(id: &str) -> bool {
    let id = id.split('.').next().unwrap_or_default();
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| id.starts_with(beginning));
    FRAME.contains(&id) || begins(&BEGINNINGS) && !begins(&NOT_THESE)
}

/// What a page for everyone asks for and not everyone can read.
fn not_for_everyone(path: &str, asked: &Asked, english: &Catalogue) -> Vec<Breach> {
    let read = |(shape, line): &(String, usize)| {
        let id = english.keys().find(|id| is_of_shape(id, shape) && !is_for_everyone(id))?;
        Some(Breach::new(path, *line, format!("`{id}` is not in every language of the card")))
    };
    asked.shapes.iter().filter_map(read).collect()
}

#[test]
fn what_everyone_may_see_is_said_in_every_language_of_the_card() {
    let english = match of_tree(ENGLISH) {
        Ok(english) => english,
        Err(told) => return hold(RULE, told),
    };
    let english: Catalogue = english.into_iter().filter(|(id, _)| is_for_everyone(id)).collect();
    let told = [SPANISH, PORTUGUESE, ARABIC].map(|path| match of_tree(path) {
        Ok(other) => wording::breaches(&english, path, &other),
        Err(told) => told,
    });
    hold(RULE, told.into_iter().flatten());
}

#[test]
fn the_pages_that_everyone_may_see_ask_for_nothing_else() {
    let english = match of_tree(ENGLISH) {
        Ok(english) => english,
        Err(told) => return hold(RULE, told),
    };
    let gone = PAGES.iter().filter(|page| !tree::files().iter().any(|file| file.path.starts_with(**page)));
    let mut told: Vec<Breach> = gone.map(|page| Breach::new(page, 1, "this page is not there")).collect();
    for file in tree::files().iter().filter(|file| PAGES.iter().any(|page| file.path.starts_with(page))) {
        let asked = if file.has_ending(&["rs"]) { asked_by_rust(&file.text) } else { asked_by_page(&file.text) };
        told.extend(not_for_everyone(&file.path, &asked, &english));
    }
    hold(RULE, told);
}

#[test]
fn a_sentence_that_only_staff_can_read_is_caught_on_a_page_for_everyone() {
    let english = crate::catalogue::read(ENGLISH, "card-send = Send\ndesk-title = Cases\nnext-from-a = Next\n");
    let english = english.expect("Fluent");
    let told = |text| {
        let breaches = not_for_everyone("a.html", &asked_by_page(text), &english);
        breaches.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(told("{{ page.text(\"card-send\") }}"), [""; 0]);
    let wrong = ["a.html:1: `desk-title` is not in every language of the card"];
    assert_eq!(told("{{ page.text(\"desk-title\") }}"), wrong);
    assert_eq!(told("{{ page.named(\"next-from-\", stage) }}").len(), 1);
}
