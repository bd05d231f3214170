//! The card's page: the form until the card is kept, then the receipt in its place.

use std::cell::RefCell;
use std::rc::Rc;

use feedback::{Fields, danger};
use yew::{
    Callback, Html, InputEvent, Properties, SubmitEvent, UseStateHandle, component, use_effect_with, use_mut_ref,
    use_state,
};

use crate::form::{Form, form};
use crate::guard::{self, Found};
use crate::receipt::receipt;
use crate::send::{Accepted, FieldFault, Outcome, faults_of, outcome};
use crate::{Words, browser};

/// What the page brings to the card. The page carries it also as data ([`CardPageProps::brought`]), for the browser to
/// take over from.
#[derive(Properties, Debug, Clone, PartialEq)]
pub struct CardPageProps {
    /// The card's id, a UUID version 7, fresh for each page.
    pub id: String,
    /// The service's name in addresses.
    pub service: String,
    /// The service's name in the card's language.
    pub service_name: String,
    /// `en` or `fr`.
    pub language: String,
    /// The channel by which the card comes.
    pub channel: String,
    /// The version of the questions.
    pub instrument: String,
    /// Whether the optional questions are asked.
    pub asks_more: bool,
    /// The version of the privacy notice; empty where the office has none, and then no address is asked for.
    pub notice: String,
    /// The page that embeds the card, if it was told.
    pub page: Option<String>,
    /// Where the form posts, and where a fresh card is.
    pub action: String,
    /// The tracking page.
    pub track: String,
    /// The card's sentences.
    pub words: Words,
    /// What the form held when it comes back with faults; such a page is not taken over.
    pub values: Vec<(String, String)>,
    /// What was wrong with it.
    pub faults: Vec<FieldFault>,
    /// Whether it is shown once more because something in it looks personal.
    pub is_held: bool,
}

/// Before an id, in what the page brings: this is a sentence.
const WORD: &str = "word.";

impl CardPageProps {
    /// What the page brings, as names with values.
    pub fn brought(&self) -> impl Iterator<Item = (String, &str)> {
        let own = [
            ("id", &self.id),
            ("service", &self.service),
            ("service_name", &self.service_name),
            ("language", &self.language),
            ("channel", &self.channel),
            ("instrument", &self.instrument),
            ("notice", &self.notice),
            ("action", &self.action),
            ("track", &self.track),
        ];
        let own = own.into_iter().chain(self.page.as_ref().map(|page| ("page", page)));
        let own = own.map(|(name, value)| (name.to_owned(), value.as_str()));
        let more = self.asks_more.then(|| ("asks_more".to_owned(), "1"));
        own.chain(more).chain(self.words.iter().map(|(id, sentence)| ([WORD, id].concat(), sentence)))
    }

    /// What the page brought, read back; `None` if something is missing.
    #[must_use]
    pub fn read(brought: Vec<(String, String)>) -> Option<Self> {
        let (words, own): (Vec<_>, Vec<_>) = brought.into_iter().partition(|(name, _)| name.starts_with(WORD));
        let value = |name: &str| own.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone());
        Some(Self {
            words: words.into_iter().map(|(id, sentence)| (id[WORD.len()..].to_owned(), sentence)).collect(),
            id: value("id")?,
            service: value("service")?,
            service_name: value("service_name")?,
            language: value("language")?,
            channel: value("channel")?,
            instrument: value("instrument")?,
            notice: value("notice")?,
            asks_more: value("asks_more").is_some(),
            page: value("page"),
            action: value("action")?,
            track: value("track")?,
            values: Vec::new(),
            faults: Vec::new(),
            is_held: false,
        })
    }
}

#[derive(Clone, PartialEq)]
enum Phase {
    Writing,
    /// On its way; `by_itself` when a card that waits is tried again.
    Sending {
        by_itself: bool,
    },
    /// Not sent: the page's script (`widget/page/draft.js`) tries again until the person changes the card.
    Waiting,
    /// Not sent, and changed since.
    Withdrawn,
    Refused(Vec<FieldFault>),
    /// Something in it looks personal: the person is asked first.
    Held(Vec<Found>),
    Kept(Accepted),
}

impl Phase {
    /// What is said of a card that is not sent yet: the id of its sentence and of its place.
    fn status(&self) -> Option<&'static str> {
        match self {
            Self::Waiting | Self::Sending { by_itself: true } if browser::form::is_kept_in_tab() => {
                Some("card-waiting")
            }
            Self::Waiting | Self::Sending { by_itself: true } => Some("card-waiting-here"),
            Self::Withdrawn => Some("card-changed"),
            _ => None,
        }
    }

    /// Where the person should be taken when an attempt has ended so.
    fn place(&self) -> Option<&'static str> {
        match self {
            Self::Refused(_) => Some("card-summary"),
            Self::Held(_) => Some("card-guard"),
            Self::Kept(_) => Some("card-receipt"),
            // On a small screen the sentence would otherwise appear where nobody looks.
            _ => self.status(),
        }
    }
}

/// The card.
#[component]
pub fn CardPage(props: &CardPageProps) -> Html {
    let phase = use_state(|| first_phase(props));
    let in_danger = use_state(|| false);
    let left = use_state(|| None::<String>);
    let left_aloud = use_state(|| None::<String>);
    let pause = use_mut_ref(|| None::<browser::Pause>);
    let changed = use_mut_ref(|| false);
    // Counted, so that an attempt that ends as the one before is told again.
    let told = use_state(|| (0_u32, None::<&'static str>));
    use_effect_with((), |()| browser::form::mark_taken_over());
    use_effect_with(*told, |(_, place)| {
        if let Some(place) = place {
            browser::form::focus(place);
        }
    });
    if let Phase::Kept(accepted) = &*phase {
        return receipt(accepted, &props.action, &props.track, &props.words);
    }
    let faults = match &*phase {
        Phase::Refused(faults) => faults,
        _ => &props.faults,
    };
    let found = match &*phase {
        Phase::Held(found) => found.as_slice(),
        _ => &[],
    };
    form(&Form {
        page: props,
        faults,
        found,
        left: (*left).clone(),
        left_aloud: (*left_aloud).clone(),
        in_danger: *in_danger,
        sending: matches!(*phase, Phase::Sending { .. }),
        status: phase.status(),
        on_comment: count(props, left, left_aloud, in_danger, pause),
        on_change: change(props, &phase, Rc::clone(&changed)),
        on_submit: submit(props, &phase, &told, changed),
    })
}

/// A form that came back held asks again; any other begins.
fn first_phase(props: &CardPageProps) -> Phase {
    if props.is_held { Phase::Held(guard::found_in(&Fields::from_form(props.values.clone()))) } else { Phase::Writing }
}

/// Follows what the person changes: what was wrong with a field is no longer said of it, and a card that waits waits
/// no longer, or it would leave half written.
fn change(props: &CardPageProps, phase: &UseStateHandle<Phase>, changed: Rc<RefCell<bool>>) -> Callback<InputEvent> {
    let (words, phase) = (props.words.clone(), phase.clone());
    Callback::from(move |event: InputEvent| {
        *changed.borrow_mut() = true;
        match &*phase {
            Phase::Waiting => phase.set(Phase::Withdrawn),
            Phase::Held(_) => phase.set(Phase::Writing),
            Phase::Refused(faults) => {
                let left = still_wrong(faults, &browser::form::name_of(&event), &words.text("card-fault-says-nothing"));
                phase.set(if left.is_empty() { Phase::Writing } else { Phase::Refused(left) });
            }
            _ => {}
        }
    })
}

/// What is left of the faults once this field was changed. That the card says nothing is said of the comment, but any
/// answer mends it.
fn still_wrong(faults: &[FieldFault], field: &str, says_nothing: &str) -> Vec<FieldFault> {
    let is_mended = |fault: &FieldFault| fault.field == field || (fault.detail == says_nothing && field != "intent");
    faults.iter().filter(|fault| !is_mended(fault)).cloned().collect()
}

/// Says at once where help is if the words are of danger. Shows how many characters are left as the person writes, and says it aloud when they pause: a screen reader that
/// spoke at every key would drown the words.
fn count(
    props: &CardPageProps,
    left: UseStateHandle<Option<String>>,
    left_aloud: UseStateHandle<Option<String>>,
    in_danger: UseStateHandle<bool>,
    pause: Rc<RefCell<Option<browser::Pause>>>,
) -> Callback<InputEvent> {
    let (words, language) = (props.words.clone(), props.language.clone());
    Callback::from(move |event: InputEvent| {
        let limit = i64::try_from(feedback::COMMENT_LIMIT).unwrap_or(i64::MAX);
        let text = browser::form::text_of(&event);
        in_danger.set(danger::names_danger(&text));
        let used = i64::try_from(browser::characters(text.trim())).unwrap_or(i64::MAX);
        let id = if used > limit { "card-comment-over" } else { "card-comment-left" };
        let sentence = words.with(id, "count", &browser::number((limit - used).abs(), &language));
        left.set(Some(sentence.clone()));
        let left_aloud = left_aloud.clone();
        *pause.borrow_mut() = Some(browser::after_a_second(move || left_aloud.set(Some(sentence))));
    })
}

/// Sends the card in place of the form's own post. A second press while the first is on its way does nothing. The card
/// goes under the id that its page's script has put into the form: the same for the same card, so that it counts once.
fn submit(
    props: &CardPageProps,
    phase: &UseStateHandle<Phase>,
    told: &UseStateHandle<(u32, Option<&'static str>)>,
    changed: Rc<RefCell<bool>>,
) -> Callback<SubmitEvent> {
    let (props, phase, told) = (props.clone(), phase.clone(), told.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if matches!(*phase, Phase::Sending { .. }) {
            return;
        }
        if browser::form::asks_to_replace(&event) {
            // Replaced where the person sees it; then it is sent like any other.
            browser::form::replace_texts(&guard::TEXTS, guard::without_personal);
            return;
        }
        let by_itself = browser::form::is_by_itself(&event);
        let end = {
            let (phase, told) = (phase.clone(), told.clone());
            move |ended: Phase| {
                // An attempt that nobody asked for moves nobody, unless the form is gone or must be seen to.
                if !by_itself || matches!(ended, Phase::Kept(_) | Phase::Refused(_)) {
                    told.set((told.0 + 1, ended.place()));
                }
                phase.set(ended);
            }
        };
        let mut fields = browser::form::fields(&event).as_shown();
        let lengths = ["comment", "put_right"].map(|name| browser::characters(fields.get(name).unwrap_or("").trim()));
        let faults = faults_of(&fields, lengths, &props.words);
        if !faults.is_empty() {
            end(Phase::Refused(faults));
            return;
        }
        if guard::holds(&mut fields) {
            end(Phase::Held(guard::found_in(&fields)));
            return;
        }
        *changed.borrow_mut() = false;
        phase.set(Phase::Sending { by_itself });
        let (address, changed) = (props.action.clone(), Rc::clone(&changed));
        browser::spawn(async move {
            end(match outcome(browser::post(&address, &fields).await) {
                Outcome::Accepted(accepted) => Phase::Kept(accepted),
                Outcome::Refused(faults) => Phase::Refused(faults),
                Outcome::NotSent if *changed.borrow() => Phase::Withdrawn,
                Outcome::NotSent => Phase::Waiting,
            });
        });
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_no_longer_said_of_a_field_that_was_changed() {
        let fault = |field: &str, detail: &str| FieldFault { field: field.to_owned(), detail: detail.to_owned() };
        let faults = [fault("intent", "Choose."), fault("comment", "Say something.")];
        assert_eq!(still_wrong(&faults, "intent", "Say something."), faults[1..]);
        assert_eq!(still_wrong(&faults, "comment", "Say something."), faults[..1]);
        assert_eq!(still_wrong(&faults, "overall", "Say something."), faults[..1]);
        let too_long = [fault("comment", "Too long.")];
        assert_eq!(still_wrong(&too_long, "overall", "Say something."), too_long);
    }

    #[test]
    fn what_the_page_brings_is_read_back_whole() {
        let text = |value: &str| value.to_owned();
        let props = CardPageProps {
            id: text("i"),
            service: text("s"),
            service_name: text("n"),
            language: text("en"),
            channel: text("web"),
            instrument: text("card-2"),
            asks_more: true,
            notice: text("privacy-1"),
            page: Some(text("https://www.canada.ca/")),
            action: text("/card/s"),
            track: text("/track"),
            words: [(text("card-send"), text("Send"))].into_iter().collect(),
            values: Vec::new(),
            faults: Vec::new(),
            is_held: false,
        };
        let brought = props.brought().map(|(name, value)| (name, value.to_owned())).collect();
        assert_eq!(CardPageProps::read(brought), Some(props));
    }
}
