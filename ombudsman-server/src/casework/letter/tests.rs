//! What letters say: everything that a person must know, in their language, and nothing that opens their case.

use feedback::{Channel, Intent, Language};
use jiff::civil::date;

use super::*;
use crate::casework::Labels;
use crate::casework::life::tests::ground::{assessed, decided, proposal, remedy, stages, step};
use crate::casework::life::{ExtensionReason, Move, Outcome, Proposal, RemedyKind, Severity, Stage};
use crate::config::Config;
use crate::words::Words;

const OUTSIDE: &str = "the outside body";
const DEHORS: &str = "l’organisme externe";

fn config() -> Config {
    let settings = format!(
        "public_url = 'https://avis.example.ca'\noutside_ombudsman_en = '{OUTSIDE}'\noutside_ombudsman_fr = '{DEHORS}'"
    );
    Config::from_parts(&settings, std::iter::empty()).expect("settings")
}

fn case(stage: Stage, language: Language) -> Case {
    Case {
        reference: "7K3M9QXA2B4CE".to_owned(),
        service: "passport".to_owned(),
        intent: Intent::Complaint,
        stage,
        received_on: date(2026, 5, 4),
        deemed_on: date(2026, 5, 4),
        acknowledge_by: date(2026, 5, 5),
        answer_by: date(2026, 5, 14),
        due: None,
        version: 1,
        last_entry: 1,
        unheard: 0,
        comment: None,
        put_right: None,
        language,
        comment_language: None,
        pattern: None,
        page: None,
        labels: Labels::default(),
        is_said_again: false,
        is_masked: false,
        desk: "office".to_owned(),
        desk_reason: "no-desk".to_owned(),
        channel: Channel::Web,
        shares_identity: false,
        entered_by: None,
    }
}

fn letter(stage: &Stage, language: Language, kind: Kind, said: Option<&str>) -> String {
    let config = config();
    text::body(&case(stage.clone(), language), kind, said, Some("Amal"), &Office::of(&config, ReplyBy::Email))
}

#[test]
fn a_decision_tells_findings_reasons_remedies_with_their_day_the_review_with_its_day_and_whom_else_to_turn_to() {
    let remedies = vec![remedy(RemedyKind::Apology)];
    let stage = decided(Proposal { remedies, is_put_right: false, ..proposal(Outcome::Upheld) }, "Noor");
    let english = letter(&stage, Language::English, Kind::Decision, None);
    for said in [
        "It took nine weeks.",
        "You were right.",
        "It lay there.",
        "We are sorry.",
        "A letter.\n  By Monday, June 1, 2026",
        "Thursday, June 18, 2026",
        OUTSIDE,
        "https://avis.example.ca/track?lang=en\n",
        "your reference, 7K3M-9QXA-2B4C-E,",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
    let french = letter(&stage, Language::French, Kind::Decision, None);
    for said in [
        "Vous avez raison.",
        "Au plus tard le lundi 1er juin 2026",
        "jusqu’au jeudi 18 juin 2026",
        DEHORS,
        "/track?lang=fr\n",
    ] {
        assert!(french.contains(said), "{said}: {french}");
    }
    assert!(!english.contains("The file."), "the evidence is the office's: {english}");
}

#[test]
fn a_decision_with_nothing_left_to_do_says_so() {
    let text = letter(&decided(proposal(Outcome::Upheld), "Noor"), Language::English, Kind::Decision, None);
    assert!(text.contains("Nothing is left to do.") && !text.contains("What we promise"), "{text}");
}

#[test]
fn what_is_read_before_it_is_sent_is_what_is_sent() {
    let draft =
        step(&assessed(Severity::Standard), "2026-05-06", Move::Draft(proposal(Outcome::Upheld))).expect("a draft");
    let preview = as_if_sent(&case(draft, Language::French), date(2026, 5, 6)).expect("a decision");
    let sent = decided(proposal(Outcome::Upheld), "Noor");
    let told = |stage: &Stage| letter(stage, Language::French, Kind::Decision, None);
    assert_eq!(told(&preview.stage), told(&sent));
    assert!(as_if_sent(&case(assessed(Severity::Standard), Language::French), date(2026, 5, 6)).is_none());
}

#[test]
fn an_extension_gives_its_reason_the_new_day_and_whom_else_to_turn_to() {
    let moved = Move::Extend(date(2026, 5, 20), ExtensionReason::Information);
    let stage = step(&assessed(Severity::Standard), "2026-05-06", moved).expect("a move");
    let text =
        letter(&stage, Language::English, Kind::Extension(ExtensionReason::Information), Some("The file is lost."));
    for said in [
        "We still wait for information.",
        "Wednesday, May 20, 2026",
        "Amal writes to you:",
        "The file is lost.",
        OUTSIDE,
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn a_reminder_says_once_by_when_the_office_closes_the_case() {
    let stage = step(&assessed(Severity::Standard), "2026-05-06", Move::AskClient).expect("a move");
    let stage = step(&stage, "2026-05-15", Move::Remind).expect("a move");
    // What stands on the page with it, under the officer's name.
    let on_the_page = "If we hear nothing, we may close your case after Thursday, June 4, 2026.";
    let text = letter(&stage, Language::English, Kind::Reminder, Some(on_the_page));
    assert_eq!(text.matches("Thursday, June 4, 2026").count(), 1, "{text}");
}

#[test]
fn a_hand_over_tells_who_has_it_now_and_the_day_that_stays_and_none_while_the_clock_stands() {
    let given = step(&assessed(Severity::Standard), "2026-05-06", Move::Give("Kim".to_owned())).expect("a move");
    let due = given.clock().expect("a clock").due;
    assert_eq!(Some(due), assessed(Severity::Standard).clock().map(|clock| clock.due), "the clock is what it was");
    for (language, who, why) in [
        (Language::English, "Your officer is Kim.", "Nobody in our office may have your case."),
        (Language::French, "La personne responsable est Kim.", "Personne ici ne peut avoir votre dossier."),
    ] {
        let text = letter(&given, language, Kind::HandOver, Some(why));
        for said in [who, why, &Words::of(language).date(due)] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
    let asked = step(&given, "2026-05-06", Move::AskClient).expect("a move");
    let text = letter(&asked, Language::English, Kind::HandOver, Some("Words."));
    assert!(text.contains("Your officer is Kim.") && !text.contains("We will answer you by"), "{text}");
}

#[test]
fn every_letter_about_every_stage_is_whole_in_every_language_and_names_no_code() {
    let kinds = [
        Kind::Acknowledgement,
        Kind::Request,
        Kind::Reminder,
        Kind::Extension(ExtensionReason::Complex),
        Kind::Referral,
        Kind::Lapse,
        Kind::Decision,
        Kind::Review,
        Kind::Answer,
        Kind::Closing,
        Kind::Message,
        Kind::HandOver,
    ];
    for (name, stage) in stages() {
        for (language, kind) in Language::ALL.iter().flat_map(|language| kinds.map(|kind| (*language, kind))) {
            let text = letter(&stage, language, kind, Some("Words."));
            let words = Words::of(language);
            assert!(text.contains(&words.text("office")) && text.contains("/track?lang="), "{name} {kind:?}: {text}");
            // An id that no catalogue has would stand there as it is.
            let ids = ["letter-", "progress-", "step-"];
            assert!(ids.iter().all(|id| !text.contains(id)), "{name} {kind:?} {language:?}: {text}");
            assert!(!text.contains("access_code") && !text.contains("reference="), "{text}");
        }
    }
}

#[test]
fn a_closing_is_told_only_where_nothing_is_left_to_do() {
    let owing = Proposal { remedies: vec![remedy(RemedyKind::Apology)], ..proposal(Outcome::Upheld) };
    let pending = step(&decided(owing, "Noor"), "2026-05-07", Move::Close).expect("a move");
    let kind = Kind::of_move(&Move::Close).expect("a letter");
    assert!(!kind.is_due(&pending) && kind.is_due(&Stage::Closed { on: date(2026, 5, 7), ending: withdrawn() }));
    assert_eq!(Kind::of_move(&Move::Withdraw), None, "who takes it back is written to no more");
}

fn withdrawn() -> crate::casework::life::Ending {
    crate::casework::life::Ending::Withdrawn { officer: None }
}

#[test]
fn a_subject_says_nothing_of_the_case_but_its_reference() {
    let subject = text::subject(&case(Stage::Received, Language::French));
    assert_eq!(subject, "Des nouvelles de votre message 7K3M-9QXA-2B4C-E");
}
