//! Why something was done, in words. The log keeps a code, which means one thing beside each action.

use crate::audit::{Action, Link};
use crate::casework::Label;
use crate::casework::life::{ExtensionReason, OutsideReason, Rule, SuspensionReason};
use crate::casework::suggestions::Verdict;
use crate::mail::Reason;
use crate::words::Words;

/// The codes that mean the same beside every action, in the ids of their words.
const CODES: [&str; 37] = [
    "sent",
    "keyed-in",
    "imported",
    "let-in",
    "label-given",
    "label-taken",
    "settled",
    "declined",
    "answered",
    "says-settled",
    "question",
    "reminder",
    "silence",
    "confirmed",
    "varied",
    "reopened",
    "incident",
    "set",
    "lifted",
    "employee-agreed",
    "unit",
    "letter",
    "address",
    "original",
    "password",
    "second-factor",
    "organization",
    "signed-out",
    "again",
    "idle",
    "whole-day",
    "one",
    "others",
    "refused-password",
    "refused-code",
    "refused-not-let-in",
    "refused-nobody",
];

/// Why this was done, where the log has a code for it; the code itself where it is one that is not known here.
pub(super) fn why(link: &Link, words: &Words) -> Option<String> {
    let code = link.reason.as_deref()?;
    let action = Action::ALL.iter().find(|action| action.as_str() == link.action);
    Some(match action {
        Some(Action::CoiBlock) if Rule::parse(code).is_some() => words.text(&["interest-", code].concat()),
        Some(Action::ExternalReferral) if OutsideReason::parse(code).is_some() => {
            words.text(&["outside-", code].concat())
        }
        Some(Action::Extend) if ExtensionReason::parse(code).is_some() => words.text(&["extension-", code].concat()),
        Some(Action::Pause) if SuspensionReason::parse(code).is_some() => words.text(&["suspension-", code].concat()),
        Some(Action::SuggestionAnswer) if Verdict::parse(code).is_some() => words.text(&["verdict-", code].concat()),
        Some(Action::LetterFail) if Reason::parse(code).is_some() => {
            words.text(&["case-letter-failed-", code].concat())
        }
        // Who signs in says it of themselves; a command says it of somebody.
        Some(Action::EditionPrepare | Action::ResultsImport) => words.with("audit-in-the-name-of", "member", code),
        Some(Action::SignInRefused) => of_code(&["refused-", code].concat(), words).unwrap_or_else(|| code.to_owned()),
        _ => of_code(code, words).unwrap_or_else(|| code.to_owned()),
    })
}

fn of_code(code: &str, words: &Words) -> Option<String> {
    CODES.contains(&code).then(|| words.text(&["audit-reason-", code].concat()))
}

/// What it was done to, in words; `None` where the log has a name for it that people know.
pub(super) fn about(link: &Link, words: &Words) -> Option<String> {
    let about = link.about.as_deref()?;
    if link.action == Action::Reclassify.as_str() {
        return Label::parse(about).map(|label| words.text(&["label-", label.as_str()].concat()));
    }
    if link.action == Action::RemedyAdd.as_str() {
        return Some(words.with("audit-told-promised", "number", about));
    }
    (link.action == Action::CoiBlock.as_str() && about == "another").then(|| words.text("audit-told-another"))
}

#[cfg(test)]
mod tests {
    use feedback::Language;

    use super::*;

    fn link(action: Action, about: &str, code: &str) -> Link {
        Link {
            chain: "7K3M9QXA2B4CE".to_owned(),
            seq: 1,
            at: 0,
            actor: "amal".to_owned(),
            role: "officer".to_owned(),
            action: action.as_str().to_owned(),
            about: Some(about.to_owned()),
            from: None,
            to: None,
            reason: Some(code.to_owned()),
            payload: None,
            previous: String::new(),
            hash: String::new(),
        }
    }

    #[test]
    fn every_code_has_words_in_both_languages() {
        for language in [Language::English, Language::French] {
            for code in CODES {
                let told = Words::of(language).text(&["audit-reason-", code].concat());
                assert!(!told.starts_with("audit-reason-"), "{language:?} {code}");
            }
        }
    }

    #[test]
    fn a_code_is_told_by_what_it_means_beside_its_action_and_stands_as_it_is_where_it_is_not_known() {
        let words = Words::of(Language::English);
        for (action, code, told) in [
            (Action::ExternalReferral, "court", words.text("outside-court")),
            (Action::Pause, "court", words.text("suspension-court")),
            (Action::SignIn, "password", words.text("audit-reason-password")),
            (Action::SignInRefused, "password", words.text("audit-reason-refused-password")),
            (Action::EditionPrepare, "publisher", "In the name of publisher".to_owned()),
            (Action::Close, "a-code-of-later", "a-code-of-later".to_owned()),
        ] {
            assert_eq!(why(&link(action, "", code), words), Some(told), "{code}");
        }
        assert_eq!(about(&link(Action::Reclassify, "threat", ""), words), Some(words.text("label-threat")));
        assert_eq!(about(&link(Action::Assign, "amal", ""), words), None);
    }
}
