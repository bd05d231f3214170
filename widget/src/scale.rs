//! One rating question: a real fieldset of radio buttons, every point labelled in words.

use feedback::{Answer, Rating};
use yew::{AttrValue, Html, Properties, component, html};

use crate::Words;
use crate::summary::{FieldFault, fault_line};

/// One rating question.
#[derive(Properties, PartialEq)]
pub(crate) struct ScaleProps {
    /// The wire name of the field.
    pub field: AttrValue,
    /// The question.
    pub legend: String,
    /// Whether "does not apply" is one of the answers.
    pub may_not_apply: bool,
    /// The answer to show as chosen when a form comes back with faults.
    pub chosen: Option<String>,
    /// What was wrong with the answer.
    pub fault: Option<FieldFault>,
    pub words: Words,
}

#[component]
pub(crate) fn Scale(props: &ScaleProps) -> Html {
    let points = Rating::ALL.map(|rating| {
        let points = rating.points();
        (points.to_string(), props.words.text(&format!("card-point-{points}")))
    });
    let apart = (Answer::NOT_APPLICABLE.to_owned(), props.words.text("card-does-not-apply"));
    html! {
        <fieldset class="scale" id={format!("field-{}", props.field)} tabindex="-1">
            <legend>{ &props.legend }</legend>
            { fault_line(props.fault.as_ref()) }
            <div class="points">
                { for points.into_iter().map(|(value, label)| point(props, value, label, "point")) }
                if props.may_not_apply {
                    { point(props, apart.0, apart.1, "point apart") }
                }
            </div>
        </fieldset>
    }
}

fn point(props: &ScaleProps, value: String, label: String, class: &'static str) -> Html {
    let checked = (props.chosen.as_ref() == Some(&value)).then_some(true);
    html! {
        <label {class}>
            { radio(props.field.clone(), value, checked) }
            <span>{ label }</span>
        </label>
    }
}

/// A radio button. `checked` is given only where a form comes back: elsewhere the person's choice is the browser's.
pub(crate) fn radio(name: AttrValue, value: String, checked: Option<bool>) -> Html {
    if checked.is_some() {
        html! { <input type="radio" {name} {value} checked=true /> }
    } else {
        html! { <input type="radio" {name} {value} /> }
    }
}
