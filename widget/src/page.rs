//! The card's page: the form until the card is kept, then the receipt in its place.

use std::cell::RefCell;
use std::rc::Rc;

use feedback::Fields;
use yew::{
    Callback, Html, InputEvent, Properties, SubmitEvent, UseStateHandle, component, use_effect_with,
    use_mut_ref, use_state,
};

use crate::form::{Form, form};
use crate::receipt::receipt;
use crate::send::{FieldFault, Outcome, faults_of, outcome};
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
    Sending,
    Ended(Outcome),
}

/// The card.
#[component]
pub fn CardPage(props: &CardPageProps) -> Html {
    let phase = use_state(|| Phase::Writing);
    let found = use_state(|| held(props));
    let left = use_state(|| None::<String>);
    let left_aloud = use_state(|| None::<String>);
    let pause = use_mut_ref(|| None::<browser::Pause>);
    let attempts = use_state(|| 0_u32);
    let sent = use_mut_ref(|| None::<Fields>);
    use_effect_with((), |()| browser::form::mark_taken_over());
    // An attempt that ends as the one before is told again.
    use_effect_with(((*phase).clone(), *attempts), |(phase, _)| match phase {
        Phase::Ended(Outcome::Refused(_)) => browser::form::focus("card-summary"),
        Phase::Ended(Outcome::Accepted(_)) => browser::form::focus("card-receipt"),
        // On a small screen the sentence would otherwise appear where nobody looks.
        Phase::Ended(Outcome::NotSent) => browser::form::focus("card-not-sent"),
        Phase::Writing | Phase::Sending => {}
    });
    if let Phase::Ended(Outcome::Accepted(accepted)) = &*phase {
        return receipt(accepted, &props.action, &props.track, &props.words);
    }
    let faults = match &*phase {
        Phase::Ended(Outcome::Refused(faults)) => faults,
        _ => &props.faults,
    };
    form(&Form {
        page: props,
        faults,
        found: &found,
        left: (*left).clone(),
        left_aloud: (*left_aloud).clone(),
        sending: *phase == Phase::Sending,
        not_sent: *phase == Phase::Ended(Outcome::NotSent),
        on_comment: count(props, left, left_aloud, pause),
        on_submit: submit(props, &phase, &attempts, sent),
    })
}

/// Shows how many characters are left as the person writes, and says it aloud when they pause: a screen reader that
/// spoke at every key would drown the words.
fn count(
    props: &CardPageProps,
    left: UseStateHandle<Option<String>>,
    left_aloud: UseStateHandle<Option<String>>,
    pause: Rc<RefCell<Option<browser::Pause>>>,
) -> Callback<InputEvent> {
    let (words, language) = (props.words.clone(), props.language.clone());
    Callback::from(move |event: InputEvent| {
        let limit = i64::try_from(feedback::COMMENT_LIMIT).unwrap_or(i64::MAX);
        let used = i64::try_from(browser::characters(browser::form::text_of(&event).trim())).unwrap_or(i64::MAX);
        let id = if used > limit { "card-comment-over" } else { "card-comment-left" };
        let sentence = words.with(id, "count", &browser::number((limit - used).abs(), &language));
        left.set(Some(sentence.clone()));
        let left_aloud = left_aloud.clone();
        *pause.borrow_mut() = Some(browser::after_a_second(move || left_aloud.set(Some(sentence))));
    })
}

/// Sends the card in place of the form's own post. A second press while the first is on its way does nothing.
fn submit(
    props: &CardPageProps,
    phase: &UseStateHandle<Phase>,
    attempts: &UseStateHandle<u32>,
    sent: Rc<RefCell<Option<Fields>>>,
) -> Callback<SubmitEvent> {
    let (props, phase, attempts) = (props.clone(), phase.clone(), attempts.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if *phase == Phase::Sending {
            return;
        }
        attempts.set(*attempts + 1);
        let fields = browser::form::fields(&event);
        let length = fields.get("comment").map_or(0, |comment| browser::characters(comment.trim()));
        let faults = faults_of(&fields, length, &props.words);
        if !faults.is_empty() {
            phase.set(Phase::Ended(Outcome::Refused(faults)));
            return;
        }
        phase.set(Phase::Sending);
        let fields = under_its_id(fields, sent.borrow().as_ref(), browser::card_id);
        *sent.borrow_mut() = Some(fields.clone());
        let (address, phase) = (props.action.clone(), phase.clone());
        browser::spawn(async move {
            phase.set(Phase::Ended(outcome(browser::post(&address, &fields).await)));
        });
    })
}

/// Puts the card under its id: the same as before for the same card, so that it counts once, and a fresh one for a card
/// that was changed since. The first may have been kept although its receipt never came; under its id the change would
/// be taken for the same card again, and lost.
fn under_its_id(mut fields: Fields, before: Option<&Fields>, fresh: impl FnOnce() -> Option<String>) -> Fields {
    let id = before.and_then(|before| before.get("id")).or(fields.get("id")).map(str::to_owned);
    fields.set("id", &id.unwrap_or_default());
    if before.is_some_and(|before| *before != fields)
        && let Some(id) = fresh()
    {
        fields.set("id", &id);
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_sent_again_keeps_its_id_and_a_changed_one_gets_another() {
        let form = |comment: &str| Fields::from_form([("id", "first"), ("comment", comment)]);
        let fresh = || Some("second".to_owned());
        let sent = under_its_id(form("a"), None, fresh);
        assert_eq!(sent.get("id"), Some("first"));
        assert!(under_its_id(form("a"), Some(&sent), fresh) == sent);
        let changed = under_its_id(form("b"), Some(&sent), fresh);
        assert_eq!(changed.get("id"), Some("second"));
        assert!(under_its_id(form("b"), Some(&changed), || None) == changed);
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
