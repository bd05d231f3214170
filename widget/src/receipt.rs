//! The receipt: the reference, the access code, and what happens next.

use yew::{Html, Properties, component, html};

use crate::{Accepted, Words};

/// What the receipt shows.
#[derive(Properties, Debug, Clone, PartialEq)]
pub struct ReceiptPageProps {
    /// The server's answer.
    pub accepted: Accepted,
    /// The address of a fresh card.
    pub again: String,
    /// The address of the tracking page.
    pub track: String,
    /// The card's sentences.
    pub words: Words,
}

/// The receipt as a page of its own.
#[component]
pub fn ReceiptPage(props: &ReceiptPageProps) -> Html {
    receipt(&props.accepted, &props.again, &props.track, &props.words)
}

/// The receipt. `data-reference` lets the page around it tell an embedding page that the card was sent.
pub(crate) fn receipt(accepted: &Accepted, again: &str, track: &str, words: &Words) -> Html {
    html! {
        <section class="receipt" id="card-receipt" tabindex="-1" data-reference={accepted.reference.clone()}
            aria-labelledby="receipt-heading">
            <h1 id="receipt-heading">{ words.text("card-receipt-heading") }</h1>
            <p>{ words.text("card-receipt-keep") }</p>
            <dl class="codes">
                <div><dt>{ words.text("card-receipt-reference") }</dt><dd><code>{ &accepted.reference }</code></dd></div>
                <div><dt>{ words.text("card-receipt-code") }</dt><dd><code>{ &accepted.access_code }</code></dd></div>
            </dl>
            <h2>{ words.text("card-receipt-next") }</h2>
            <ul class="next">{ for accepted.next.iter().map(|step| html! { <li>{ step }</li> }) }</ul>
            <p class="links">
                <a href={track.to_owned()} target="_blank" rel="noopener">{ words.text("card-receipt-track") }</a>
                <a href={again.to_owned()}>{ words.text("card-receipt-again") }</a>
            </p>
        </section>
    }
}
