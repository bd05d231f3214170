//! What stands in the way of sending, said at the top with links, and again beside each field (`ask.rs`).

use feedback::{Item, ReplyBy};
use yew::{Html, html};

use crate::Words;
use crate::send::FieldFault;

/// The error summary: it takes focus when it appears, so that a screen reader reads it. What looks personal is named in
/// it too, so that one stop is enough.
pub(crate) fn summary(faults: &[FieldFault], is_held: bool, words: &Words) -> Html {
    if faults.is_empty() && !is_held {
        return Html::default();
    }
    html! {
        <div class="summary" id="card-summary" role="alert" tabindex="-1">
            <h2>{ words.text("card-summary-heading") }</h2>
            <ul>
                { for faults.iter().map(|fault| html! {
                    <li>{ way_to(fault) }</li>
                }) }
                if is_held {
                    <li><a href="#card-guard">{ words.text("card-guard-heading") }</a></li>
                }
            </ul>
        </div>
    }
}

/// A link to the field, if the form has it; what is wrong with any other field leads nowhere.
fn way_to(fault: &FieldFault) -> Html {
    let field = fault.field.as_str();
    let is_on_the_form = matches!(field, "intent" | "comment" | "put_right" | "consents" | "sheet")
        || Item::ALL.iter().any(|item| item.field() == field)
        || field.strip_prefix("reply.").is_some_and(|way| ReplyBy::parse(way).is_some());
    if is_on_the_form {
        html! { <a href={format!("#field-{}", fault.field)}>{ &fault.detail }</a> }
    } else {
        html! { <>{ &fault.detail }</> }
    }
}
