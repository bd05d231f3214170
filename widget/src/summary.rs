//! What stands in the way of sending, said at the top with links, and again beside each field.

use yew::{Html, html};

use crate::Words;
use crate::send::FieldFault;

/// The error summary: it takes focus when it appears, so that a screen reader reads it.
pub(crate) fn summary(faults: &[FieldFault], words: &Words) -> Html {
    html! {
        <div class="summary" id="card-summary" role="alert" tabindex="-1">
            <h2>{ words.text("card-summary-heading") }</h2>
            <ul>
                { for faults.iter().map(|fault| html! {
                    <li><a href={format!("#field-{}", fault.field)}>{ &fault.detail }</a></li>
                }) }
            </ul>
        </div>
    }
}

/// The sentence beside the field it is about.
pub(crate) fn fault_line(fault: Option<&FieldFault>) -> Html {
    match fault {
        Some(fault) => html! { <p class="fault" id={format!("fault-{}", fault.field)}>{ &fault.detail }</p> },
        None => Html::default(),
    }
}
