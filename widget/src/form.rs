//! The form: what the card asks, on one screen, in ordinary named controls. What follows the intent changes its words
//! and never its place; it does so by style alone (`page/card.css`), so that it needs no script.

use feedback::{Channel, Driver, Intent, Item};
use yew::{Html, html};

use crate::ask::{Choice, Question, choices, fault_line, hidden, long_text, question};
use crate::emergency;
use crate::guard::{Found, GUARD, guard};
use crate::page::CardPageProps;
use crate::reply::{publish, reply};
use crate::send::FieldFault;
use crate::summary::summary;

/// What the form shows. It and its parts are plain functions: there is one component a page.
pub(crate) struct Form<'a> {
    pub page: &'a CardPageProps,
    /// What looks personal in what the person is about to send.
    pub found: &'a [Found],
}

impl Form<'_> {
    pub(crate) fn fault(&self, field: &str) -> Option<&FieldFault> {
        self.page.faults.iter().find(|fault| fault.field == field)
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
        <form id="card-form" method="post" action={page.action.clone()} novalidate=true aria-labelledby="card-heading">
            <h1 id="card-heading">{ props.text("card-heading") }</h1>
            <p class="about"><bdi lang={page.service_language.clone()}>{ &page.service_name }</bdi></p>
            <p class="about">{ props.text("card-optional") }</p>
            <div id="live-summary">{ summary(&page.faults, !props.found.is_empty(), &page.words) }{ delay(props) }</div>
            { bait(props) }
            { for [
                ("id", Some(&page.id)), ("language", Some(&page.language)), ("channel", Some(&page.channel)),
                ("instrument", Some(&page.instrument)), ("page", page.page.as_ref()),
                ("begun", Some(&page.begun)), ("proof", page.delay.as_ref().map(|delay| &delay.proof)),
            ].into_iter().filter_map(|(name, value)| Some(hidden(name, value?))) }
            { desk_work(props) }
            { intents(props) }
            { doors(props) }
            { rating(props, Item::Overall) }
            { comment(props) }
            // Where a script keeps the person's answer, for as long as the words stay the same.
            <input type="hidden" name={GUARD} id="guard-answer" value={page.guard_answer} />
            <div id="live-guard">{ guard(props.found, &page.words) }</div>
            { put_right(props) }
            { reply(props) }
            { achieved(props) }
            <h2>{ props.text("card-drivers-heading") }</h2>
            { for Driver::ALL.map(|driver| rating(props, Item::Driver(driver))) }
            if page.asks_more {
                <h2>{ props.text("card-more-heading") }</h2>
                { for Item::MORE.map(|item| rating(props, item)) }
            }
            { publish(props) }
            <p class="notice">{ props.text("card-privacy") }</p>
            { send(props) }
        </form>
    }
}

/// Why the card must be sent again a little later.
fn delay(props: &Form) -> Html {
    let Some(delay) = &props.page.delay else { return Html::default() };
    html! {
        <div class="summary" id="card-delay" role="alert" tabindex="-1">
            <h2>{ &delay.heading }</h2>
            <p>{ &delay.detail }</p>
        </div>
    }
}

/// A field that only a machine fills in: nobody sees it, hears it or comes to it by keyboard. Where the style is missing,
/// its label says to leave it empty. Password managers are told to pass it by.
fn bait(props: &Form) -> Html {
    html! {
        <div class="aloud" aria-hidden="true">
            <label>
                { props.text("card-empty") }
                <input type="text" name="website" tabindex="-1" autocomplete="off" data-lpignore="true" />
            </label>
        </div>
    }
}

/// What an officer needs who fills the card in for somebody: what to read aloud, or which sheet it is.
fn desk_work(props: &Form) -> Html {
    if Channel::parse(&props.page.channel).is_some_and(Channel::is_spoken) {
        html! { <p class="script">{ props.text("card-script-begin") }</p> }
    } else if props.is_by(Channel::Paper) {
        let (id, name) = ("field-sheet", "sheet");
        html! {
            <div class="field">
                <label for={id}>{ props.text("card-sheet") }</label>
                <p class="hint" id="sheet-hint">{ props.text("card-sheet-hint") }</p>
                { fault_line(props, name) }
                <input type="text" {id} {name} aria-describedby="sheet-hint fault-sheet" autocomplete="off" spellcheck="false"
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
            { long_text(props, "comment", label, "card-comment-limit", emergency::always(&props.page.words)) }
            <p class="left" id="live-left" aria-hidden="true" />
            <p class="aloud" id="live-aloud" aria-live="polite" />
        </div>
    }
}

/// What would put it right: asked of whoever complains.
fn put_right(props: &Form) -> Html {
    let label = html! { { props.text("card-put-right") } };
    html! {
        <div class="field if if-complaint">{ long_text(props, "put_right", label, "card-put-right-hint", Html::default()) }</div>
    }
}

/// The way out, and the way to an empty card, in two steps. Without script that is a link to a fresh one.
fn send(props: &Form) -> Html {
    html! {
        <>
            <div role="status" class="status" id="live-status" />
            <div class="send">
                <button type="submit" class="primary" id="card-send">
                    <span class="idle">{ props.text("card-send") }</span>
                    <span class="busy">{ props.text("card-sending") }</span>
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
