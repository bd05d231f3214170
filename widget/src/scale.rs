//! One rating question: a real fieldset of radio buttons, every point labelled in words.

use feedback::{Answer, Rating};
use yew::{AttrValue, Html, html};

use crate::Words;
use crate::send::FieldFault;
use crate::summary::{described_by, fault_line};

/// One rating question.
pub(crate) struct Scale<'a> {
    /// The wire name of the field.
    pub field: &'a str,
    /// The question.
    pub legend: String,
    /// Whether "does not apply" is one of the answers.
    pub may_not_apply: bool,
    /// The answer to show as chosen when a form comes back with faults.
    pub chosen: Option<&'a str>,
    /// What was wrong with the answer.
    pub fault: Option<&'a FieldFault>,
    pub words: &'a Words,
}

impl Scale<'_> {
    pub(crate) fn html(&self) -> Html {
        let points = Rating::ALL.map(|rating| {
            let points = rating.points().to_string();
            let label = self.words.text(&format!("card-point-{points}"));
            self.point(points, label, "point")
        });
        html! {
            <fieldset class="scale" id={format!("field-{}", self.field)} tabindex="-1"
                aria-describedby={described_by(self.fault)}>
                <legend>{ &self.legend }</legend>
                { fault_line(self.fault) }
                <div class="points">
                    { for points }
                    if self.may_not_apply {
                        { self.point(Answer::NOT_APPLICABLE.to_owned(), self.words.text("card-does-not-apply"), "point apart") }
                    }
                </div>
                <button type="button" class="clear" hidden=true data-clear="">{ self.words.text("card-clear-answer") }</button>
            </fieldset>
        }
    }

    fn point(&self, value: String, label: String, class: &'static str) -> Html {
        let is_chosen = self.chosen == Some(&value);
        html! {
            <label {class}>
                { radio(AttrValue::from(self.field.to_owned()), value, is_chosen) }
                <span>{ label }</span>
            </label>
        }
    }
}

/// A radio button. `checked` is set only where a form comes back: elsewhere the person's choice is the browser's.
pub(crate) fn radio(name: AttrValue, value: String, is_chosen: bool) -> Html {
    if is_chosen {
        html! { <input type="radio" {name} {value} checked=true /> }
    } else {
        html! { <input type="radio" {name} {value} /> }
    }
}
