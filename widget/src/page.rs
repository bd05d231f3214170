//! The card's page: the form until the card is kept, then the receipt in its place.

use std::cell::RefCell;
use std::rc::Rc;

use feedback::Intent;
use serde::{Deserialize, Serialize};
use yew::{
    Callback, Event, Html, InputEvent, Properties, SubmitEvent, UseStateHandle, component, html, use_effect_with,
    use_mut_ref, use_state,
};

use crate::form::Form;
use crate::receipt::ReceiptPage;
use crate::send::{Outcome, card_from, outcome};
use crate::summary::FieldFault;
use crate::{Words, browser};

/// What the page brings to the card. The same text, as JSON, is in the page for the browser to take over from.
#[derive(Properties, Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// The page that embeds the card, if it was told.
    pub page: Option<String>,
    /// Where the form posts, and where a fresh card is.
    pub action: String,
    /// The tracking page.
    pub track: String,
    /// The card's sentences.
    pub words: Words,
    /// What the form held when it comes back with faults; such a page is not taken over.
    #[serde(skip)]
    pub values: Vec<(String, String)>,
    /// What was wrong with it.
    #[serde(skip)]
    pub faults: Vec<FieldFault>,
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
    let intent = use_state(|| None::<Intent>);
    let left = use_state(|| None::<String>);
    let left_aloud = use_state(|| None::<String>);
    let pause = use_mut_ref(|| None::<browser::Pause>);
    {
        let intent = intent.clone();
        use_effect_with((), move |()| {
            intent.set(browser::form::chosen_intent());
            browser::form::mark_taken_over();
        });
    }
    use_effect_with((*phase).clone(), |phase| match phase {
        Phase::Ended(Outcome::Refused(_)) => browser::form::focus("card-summary"),
        Phase::Ended(Outcome::Accepted(_)) => browser::form::focus("card-receipt"),
        _ => {}
    });
    if let Phase::Ended(Outcome::Accepted(accepted)) = &*phase {
        return html! {
            <ReceiptPage accepted={accepted.clone()} again={props.action.clone()} track={props.track.clone()}
                words={props.words.clone()} />
        };
    }
    let faults = match &*phase {
        Phase::Ended(Outcome::Refused(faults)) => faults.clone(),
        _ => props.faults.clone(),
    };
    let on_intent = {
        let intent = intent.clone();
        Callback::from(move |_: Event| intent.set(browser::form::chosen_intent()))
    };
    html! {
        <Form page={props.clone()} intent={*intent} {faults} left={(*left).clone()}
            left_aloud={(*left_aloud).clone()}
            sending={*phase == Phase::Sending} not_sent={*phase == Phase::Ended(Outcome::NotSent)}
            {on_intent} on_comment={count(props, left, left_aloud, pause)} on_submit={submit(props, &phase)} />
    }
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
        let used = i64::try_from(feedback::characters(&browser::form::text_of(&event))).unwrap_or(i64::MAX);
        let sentence = words.with("card-comment-left", "count", &browser::number(limit - used, &language));
        left.set(Some(sentence.clone()));
        let left_aloud = left_aloud.clone();
        *pause.borrow_mut() = Some(browser::after_a_second(move || left_aloud.set(Some(sentence))));
    })
}

/// Sends the card in place of the form's own post. A second press while the first is on its way does nothing.
fn submit(props: &CardPageProps, phase: &UseStateHandle<Phase>) -> Callback<SubmitEvent> {
    let (service, words, phase) = (props.service.clone(), props.words.clone(), phase.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if *phase == Phase::Sending {
            return;
        }
        let mut fields = browser::form::fields(&event);
        fields.set("service", &service);
        match card_from(fields, &words) {
            Err(faults) => phase.set(Phase::Ended(Outcome::Refused(faults))),
            Ok(card) => {
                phase.set(Phase::Sending);
                let phase = phase.clone();
                browser::spawn(async move {
                    let ended = match browser::post_card(&card).await {
                        Some((status, body)) => outcome(status, &body),
                        None => Outcome::NotSent,
                    };
                    phase.set(Phase::Ended(ended));
                });
            }
        }
    })
}
