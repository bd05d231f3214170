//! The form: what the card asks, on one screen, in ordinary named controls.

use feedback::{COMMENT_LIMIT, Driver, Intent};
use yew::{AttrValue, Callback, Event, Html, InputEvent, SubmitEvent, html};

use crate::page::CardPageProps;
use crate::scale::{Scale, radio};
use crate::send::FieldFault;
use crate::summary::{described_by, fault_line, summary};

/// What the form shows and does. It and its parts are plain functions, not components: each component would carry its
/// own copy of the framework's machinery to every person's browser.
pub(crate) struct Form<'a> {
    pub page: &'a CardPageProps,
    /// The intent chosen, as far as the browser has told; it changes words, never places.
    pub intent: Option<Intent>,
    pub faults: &'a [FieldFault],
    /// The characters left, in words, once the person has begun to write.
    pub left: Option<String>,
    /// The same, for a screen reader, once they pause.
    pub left_aloud: Option<String>,
    pub sending: bool,
    /// The id of the sentence about a card that is not sent yet, and of its place.
    pub status: Option<&'static str>,
    pub on_intent: Callback<Event>,
    pub on_comment: Callback<InputEvent>,
    /// Called for every change of any control.
    pub on_change: Callback<InputEvent>,
    pub on_submit: Callback<SubmitEvent>,
}

impl Form<'_> {
    fn fault(&self, field: &str) -> Option<&FieldFault> {
        self.faults.iter().find(|fault| fault.field == field)
    }

    fn value(&self, field: &str) -> Option<&str> {
        self.page.values.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// One rating question.
    fn scale(&self, field: &str, legend: &str, may_not_apply: bool) -> Html {
        let words = &self.page.words;
        let (legend, chosen, fault) = (words.text(legend), self.value(field), self.fault(field));
        Scale { field, legend, may_not_apply, chosen, fault, words }.html()
    }
}

pub(crate) fn form(props: &Form) -> Html {
    let page = props.page;
    let words = &page.words;
    html! {
        <form id="card-form" method="post" action={page.action.clone()} novalidate=true aria-labelledby="card-heading"
            oninput={props.on_change.clone()} onsubmit={props.on_submit.clone()}>
            <h1 id="card-heading">{ words.text("card-heading") }</h1>
            <p class="about">{ &page.service_name }</p>
            if !props.faults.is_empty() {
                { summary(props.faults, words) }
            }
            { hidden("id", &page.id) }
            { hidden("language", &page.language) }
            { hidden("channel", &page.channel) }
            if let Some(address) = &page.page {
                { hidden("page", address) }
            }
            { intents(props) }
            { props.scale("overall", "card-overall", false) }
            <h2>{ words.text("card-drivers-heading") }</h2>
            { for Driver::ALL.map(|driver| {
                props.scale(driver.field(), &format!("card-driver-{}", driver.as_str()), true)
            }) }
            { comment(props) }
            <p class="notice">{ words.text("card-privacy") }</p>
            <div role="status" class="status">
                if let Some(id) = props.status {
                    <p class="summary" {id} tabindex="-1">{ words.text(id) }</p>
                }
            </div>
            <div class="send">
                <button type="submit" class="primary" aria-disabled={props.sending.then_some("true")}>
                    { words.text(if props.sending { "card-sending" } else { "card-send" }) }
                </button>
            </div>
            { clearing(page) }
        </form>
    }
}

/// The way to an empty card, in two steps. Without script it is a link to a fresh one.
fn clearing(page: &CardPageProps) -> Html {
    let words = &page.words;
    html! {
        <details class="clearing">
            <summary>{ words.text("card-clear") }</summary>
            <p class="hint" hidden=true data-kept="">{ words.text("card-draft") }</p>
            <p><a href={page.action.clone()} data-clear-all="">{ words.text("card-clear-all") }</a></p>
        </details>
    }
}

fn hidden(name: &'static str, value: &str) -> Html {
    html! { <input type="hidden" {name} value={value.to_owned()} /> }
}

fn intents(props: &Form) -> Html {
    let words = &props.page.words;
    let chosen = props.value("intent");
    html! {
        <fieldset class="intents" id="field-intent" tabindex="-1"
            aria-describedby={described_by(props.fault("intent"))} onchange={props.on_intent.clone()}>
            <legend>{ words.text("card-intent") }</legend>
            { fault_line(props.fault("intent")) }
            <div class="choices">
                { for Intent::ALL.iter().map(|intent| {
                    let value = intent.as_str();
                    let is_chosen = chosen == Some(value);
                    html! {
                        <label class="choice">
                            { radio(AttrValue::Static("intent"), value.to_owned(), is_chosen) }
                            <span class="name">{ words.text(&format!("card-intent-{value}")) }</span>
                            <span class="hint">{ words.text(&format!("card-intent-{value}-hint")) }</span>
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}

fn comment(props: &Form) -> Html {
    let words = &props.page.words;
    let label = props.intent.map_or("card-comment".to_owned(), |intent| format!("card-comment-{}", intent.as_str()));
    let limit = words.text("card-comment-limit");
    debug_assert_eq!(COMMENT_LIMIT, 4_000, "the words say how many characters the comment takes");
    html! {
        <div class="comment">
            <label for="field-comment">{ words.text(&label) }</label>
            <p class="hint" id="comment-hint">{ limit }</p>
            { fault_line(props.fault("comment")) }
            { text_area(props) }
            <p class="left" aria-hidden="true">{ props.left.clone().unwrap_or_default() }</p>
            <p class="aloud" aria-live="polite">{ props.left_aloud.clone().unwrap_or_default() }</p>
        </div>
    }
}

/// The text is given only where a form comes back: elsewhere what the person typed is the browser's.
fn text_area(props: &Form) -> Html {
    let oninput = props.on_comment.clone();
    let fault = described_by(props.fault("comment"));
    let invalid = fault.is_some().then_some("true");
    let described = fault.map_or("comment-hint".to_owned(), |fault| format!("comment-hint {fault}"));
    match props.value("comment") {
        Some(text) => html! {
            <textarea id="field-comment" name="comment" rows="6" aria-describedby={described} aria-invalid={invalid}
                defaultvalue={text.to_owned()} />
        },
        None => html! {
            <textarea id="field-comment" name="comment" rows="6" aria-describedby={described} aria-invalid={invalid}
                {oninput} />
        },
    }
}
