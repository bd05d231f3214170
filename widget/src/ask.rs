//! The ways in which the card asks: choices, a rating, a text. Each is a real control with a real label, and says beside
//! itself what is wrong with it.

use feedback::{Answer, Rating};
use yew::{AttrValue, Html, html};

use crate::form::Form;

/// One choice of several.
pub(crate) struct Choice {
    pub value: &'static str,
    pub label: String,
    pub hint: Option<String>,
}

/// One rating question.
pub(crate) struct Question<'a> {
    /// The wire name of the field.
    pub field: &'static str,
    /// The id of the question.
    pub legend: &'a str,
    /// What the ids of its five points begin with.
    pub points: &'a str,
    /// Whether "does not apply" is one of the answers.
    pub may_not_apply: bool,
}

pub(crate) fn hidden(name: &'static str, value: &str) -> Html {
    html! { <input type="hidden" {name} value={value.to_owned()} /> }
}

/// Radio buttons of which one is chosen.
pub(crate) fn choices(
    props: &Form,
    name: &'static str,
    legend: &str,
    class: &'static str,
    choices: Vec<Choice>,
) -> Html {
    let chosen = props.values(name).next();
    let buttons = choices.into_iter().map(|Choice { value, label, hint }| {
        html! {
            <label class="choice">
                { radio(name, value, chosen) }
                <span class="name">{ label }</span>
                if let Some(hint) = hint {
                    <span class="hint">{ hint }</span>
                }
            </label>
        }
    });
    group(props, name, legend, class, html! { <div class="choices">{ for buttons }</div> })
}

/// A rating on five points, each labelled in words.
pub(crate) fn question(props: &Form, question: &Question) -> Html {
    let Question { field, legend, points, may_not_apply } = *question;
    let chosen = props.values(field).next();
    let point = |value: &str, label: String, class: &'static str| {
        html! { <label {class}>{ radio(field, value, chosen) }<span>{ label }</span></label> }
    };
    let rated = Rating::ALL.map(|rating| {
        let digit = rating.digit().to_string();
        point(&digit, props.text(&[points, digit.as_str()].concat()), "point")
    });
    let body = html! {
        <>
            <div class="points">
                { for rated }
                if may_not_apply {
                    { point(Answer::NOT_APPLICABLE, props.text("card-does-not-apply"), "point apart") }
                }
            </div>
            <button type="button" class="clear" data-clear="" hidden=true>{ props.text("card-clear-answer") }</button>
        </>
    };
    group(props, field, legend, "scale", body)
}

/// The place beside a field where it is said what is wrong with it; empty while nothing is.
pub(crate) fn fault_line(props: &Form, field: &str) -> Html {
    let detail = props.fault(field).map(|fault| fault.detail.clone());
    html! { <p class="fault" id={["fault-", field].concat()}>{ detail.unwrap_or_default() }</p> }
}

fn group(props: &Form, field: &str, legend: &str, class: &'static str, body: Html) -> Html {
    html! {
        <fieldset {class} id={["field-", field].concat()} tabindex="-1" aria-describedby={["fault-", field].concat()}>
            <legend>{ props.text(legend) }</legend>
            { fault_line(props, field) }
            { body }
        </fieldset>
    }
}

/// A radio button. `checked` is set only where a form comes back: elsewhere the person's choice is the browser's.
fn radio(name: &'static str, value: &str, chosen: Option<&str>) -> Html {
    let (name, is_chosen) = (AttrValue::Static(name), chosen == Some(value));
    let value = value.to_owned();
    if is_chosen {
        html! { <input type="radio" {name} {value} checked=true /> }
    } else {
        html! { <input type="radio" {name} {value} /> }
    }
}

/// A text of several lines. Right above it stand the numbers to call, once it says that somebody is in danger, or what
/// stands there otherwise. The text is given only where a form comes back: elsewhere what was typed is the browser's.
pub(crate) fn long_text(props: &Form, name: &'static str, label: Html, hint: &'static str, otherwise: Html) -> Html {
    let id = ["field-", name].concat();
    let hint_id = [name, "-hint"].concat();
    let described = [&hint_id, " fault-", name].concat();
    let invalid = props.fault(name).map(|_| "true");
    let text = props.values(name).next().map(str::to_owned);
    html! {
        <>
            <label for={id.clone()}>{ label }</label>
            <p class="hint" id={hint_id}>{ props.text(hint) }</p>
            { fault_line(props, name) }
            <div id={["danger-", name].concat()} role="alert" />
            { otherwise }
            <textarea {id} {name} rows="5" dir="auto" aria-describedby={described} aria-invalid={invalid}
                defaultvalue={text} />
        </>
    }
}
