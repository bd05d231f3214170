//! What stands in the way of sending, said at the top with links, and again beside each field.

use yew::{Html, Properties, component, html};

use crate::Words;
pub(crate) use crate::send::FieldFault;

#[derive(Properties, PartialEq)]
pub(crate) struct SummaryProps {
    pub faults: Vec<FieldFault>,
    pub words: Words,
}

/// The error summary: it takes focus when it appears, so that a screen reader reads it.
#[component]
pub(crate) fn Summary(props: &SummaryProps) -> Html {
    html! {
        <div class="summary" id="card-summary" role="alert" tabindex="-1">
            <h2>{ props.words.text("card-summary-heading") }</h2>
            <ul>
                { for props.faults.iter().map(|fault| html! {
                    <li><a href={format!("#field-{}", fault.field)}>{ &fault.detail }</a></li>
                }) }
            </ul>
        </div>
    }
}

/// The sentence beside the field it is about.
pub(crate) fn fault_line(fault: Option<&FieldFault>) -> Html {
    match fault {
        Some(fault) => {
            html! { <p class="fault" id={format!("fault-{}", fault.field)}>{ &fault.detail }</p> }
        }
        None => Html::default(),
    }
}
