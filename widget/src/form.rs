//! The form: what the card asks, on one screen, in ordinary named controls. What follows the intent changes its words
//! and never its place; it does so by style alone (`page/card.css`), so that it needs no script.

use feedback::{Channel, Driver, Intent, Item};
use yew::{Callback, Html, InputEvent, SubmitEvent, html};

use crate::ask::{Choice, Question, choices, hidden, long_text, question};
use crate::guard::{Found, guard};
use crate::page::CardPageProps;
use crate::reply::reply;
use crate::send::FieldFault;
use crate::summary::summary;

/// What the form shows and does. It and its parts are plain functions, not components: each component would carry its
/// own copy of the framework's machinery to every person's browser.
pub(crate) struct Form<'a> {
    pub page: &'a CardPageProps,
    pub faults: &'a [FieldFault],
    /// What looks personal in what the person is about to send.
    pub found: &'a [Found],
    /// The characters left, in words, once the person has begun to write.
    pub left: Option<String>,
    /// The same, for a screen reader, once they pause.
    pub left_aloud: Option<String>,
    /// Whether what they write says that somebody is in danger.
    pub in_danger: bool,
    pub sending: bool,
    /// The id of the sentence about a card that is not sent yet, and of its place.
    pub status: Option<&'static str>,
    pub on_comment: Callback<InputEvent>,
    /// Called for every change of any control.
    pub on_change: Callback<InputEvent>,
    pub on_submit: Callback<SubmitEvent>,
}

impl Form<'_> {
    pub(crate) fn fault(&self, field: &str) -> Option<&FieldFault> {
        self.faults.iter().find(|fault| fault.field == field)
    }

    /// What a form that comes back had under this name.
    pub(crate) fn values<'v>(&'v self, field: &'v str) -> impl Iterator<Item = &'v str> {
        self.page.values.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self, id: &str) -> String {
        self.page.words.text(id)
    }

    fn is_by(&self, channel: Channel) -> bool {
        self.page.channel == channel.as_str()
    }
}

pub(crate) fn form(props: &Form) -> Html {
    let page = props.page;
    html! {
        <form id="card-form" method="post" action={page.action.clone()} novalidate=true aria-labelledby="card-heading"
            oninput={props.on_change.clone()} onsubmit={props.on_submit.clone()}>
            <h1 id="card-heading">{ props.text("card-heading") }</h1>
            <p class="about"><bdi>{ &page.service_name }</bdi></p>
            if !props.faults.is_empty() {
                { summary(props.faults, &page.words) }
            }
            { for [
                ("id", Some(&page.id)), ("language", Some(&page.language)), ("channel", Some(&page.channel)),
                ("instrument", Some(&page.instrument)), ("page", page.page.as_ref()),
            ].into_iter().filter_map(|(name, value)| Some(hidden(name, value?))) }
            { desk_work(props) }
            { intents(props) }
            { doors(props) }
            { rating(props, Item::Overall) }
            { comment(props) }
            { put_right(props) }
            { achieved(props) }
            <h2>{ props.text("card-drivers-heading") }</h2>
            { for Driver::ALL.map(|driver| rating(props, Item::Driver(driver))) }
            if page.asks_more {
                <h2>{ props.text("card-more-heading") }</h2>
                { for Item::MORE.map(|item| rating(props, item)) }
            }
            { reply(props) }
            <p class="notice">{ props.text("card-privacy") }</p>
            { guard(props) }
            { send(props) }
        </form>
    }
}

/// What an officer needs who fills the card in for somebody: what to read aloud, or which sheet it is.
fn desk_work(props: &Form) -> Html {
    if props.is_by(Channel::Phone) {
        html! { <p class="script">{ props.text("card-script-begin") }</p> }
    } else if props.is_by(Channel::Paper) {
        let (id, name) = ("field-sheet", "sheet");
        let fault = props.fault(name);
        html! {
            <div class="field">
                <label for={id}>{ props.text("card-sheet") }</label>
                <p class="hint" id="sheet-hint">{ props.text("card-sheet-hint") }</p>
                { crate::summary::fault_line(fault) }
                <input type="text" {id} {name} aria-describedby="sheet-hint" autocomplete="off" spellcheck="false"
                    dir="ltr" value={props.values(name).next().map(str::to_owned)} />
            </div>
        }
    } else {
        Html::default()
    }
}

fn intents(props: &Form) -> Html {
    let words = Intent::ALL.iter().map(|intent| {
        let value = intent.as_str();
        let hint = props.text(&["card-intent-", value, "-hint"].concat());
        Choice { value, label: props.text(&["card-intent-", value].concat()), hint: Some(hint) }
    });
    choices(props, "intent", "card-intent", "intents", words.collect())
}

/// For a complaint: what this office can do, what it cannot, and which door is right instead.
fn doors(props: &Form) -> Html {
    html! {
        <div class="doors if if-complaint">
            <h2>{ props.text("card-doors-heading") }</h2>
            <p>{ props.text("card-doors-can") }</p>
            <p>{ props.text("card-doors-cannot") }</p>
            <ul>
                <li>{ props.text("card-doors-appeal") }</li>
                <li>{ props.text("card-doors-other") }</li>
            </ul>
        </div>
    }
}

/// One rating question of the instrument.
fn rating(props: &Form, item: Item) -> Html {
    let name = item.as_str();
    let (legend, points) = match item {
        Item::Driver(_) => (["card-driver-", name].concat(), "card-point-".to_owned()),
        Item::Expectations | Item::Ideal | Item::Trust => {
            (["card-more-", name].concat(), ["card-more-", name, "-"].concat())
        }
        _ => ("card-overall".to_owned(), "card-point-".to_owned()),
    };
    let may_not_apply = matches!(item, Item::Driver(_));
    question(props, &Question { field: item.field(), legend: &legend, points: &points, may_not_apply })
}

fn achieved(props: &Form) -> Html {
    let options = [("yes", "card-achieved-yes"), ("partly", "card-achieved-partly"), ("no", "card-achieved-no")];
    let options = options.map(|(value, id)| Choice { value, label: props.text(id), hint: None });
    choices(props, "achieved", "card-achieved", "short", options.into())
}

fn comment(props: &Form) -> Html {
    let label = html! {
        <>
            <span class="if if-none">{ props.text("card-comment") }</span>
            { for Intent::ALL.iter().map(|intent| {
                let intent = intent.as_str();
                let class = ["if if-", intent].concat();
                html! { <span {class}>{ props.text(&["card-comment-", intent].concat()) }</span> }
            }) }
        </>
    };
    html! {
        <div class="field">
            { long_text(props, "comment", label, "card-comment-limit", Some(&props.on_comment)) }
            <p class="left" aria-hidden="true">{ props.left.clone().unwrap_or_default() }</p>
            <p class="aloud" aria-live="polite">{ props.left_aloud.clone().unwrap_or_default() }</p>
            <div role="alert">
                if props.in_danger {
                    <p class="danger now">{ props.text("card-danger-now") }</p>
                }
            </div>
            <p class="danger">{ props.text("card-danger") }</p>
        </div>
    }
}

/// What would put it right: asked of whoever complains.
fn put_right(props: &Form) -> Html {
    let label = html! { { props.text("card-put-right") } };
    html! {
        <div class="field if if-complaint">{ long_text(props, "put_right", label, "card-put-right-hint", None) }</div>
    }
}

/// The way out, and the way to an empty card, in two steps. Without script that is a link to a fresh one.
fn send(props: &Form) -> Html {
    html! {
        <>
            <div role="status" class="status">
                if let Some(id) = props.status {
                    <p class="summary" {id} tabindex="-1">{ props.text(id) }</p>
                }
            </div>
            <div class="send">
                <button type="submit" class="primary" aria-disabled={props.sending.then_some("true")}>
                    { props.text(if props.sending { "card-sending" } else { "card-send" }) }
                </button>
            </div>
            <details class="clearing">
                <summary>{ props.text("card-clear") }</summary>
                <p class="hint" hidden=true data-kept="">{ props.text("card-draft") }</p>
                <p><a href={props.page.action.clone()} data-clear-all="">{ props.text("card-clear-all") }</a></p>
            </details>
        </>
    }
}
