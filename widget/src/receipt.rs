//! The receipt: the reference, the access code, ways to keep them, and what happens next.

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
            { codes(accepted, words) }
            { keep(accepted, words) }
            <h2>{ words.text("card-receipt-next") }</h2>
            <ul class="next">{ for accepted.next.iter().map(|step| html! { <li>{ step }</li> }) }</ul>
            <div class="links">
                { follow(accepted, track, words) }
                <a href={again.to_owned()}>{ words.text("card-receipt-again") }</a>
            </div>
        </section>
    }
}

/// The way to the tracking page, which gets the codes without their being in any address.
fn follow(accepted: &Accepted, track: &str, words: &Words) -> Html {
    if accepted.access_code.is_empty() {
        return Html::default();
    }
    let code = |name: &'static str, value: &str| html! { <input type="hidden" {name} value={value.to_owned()} /> };
    html! {
        <form class="follow-up" method="post" action={track.to_owned()} target="_blank">
            { code("reference", &accepted.reference) }{ code("access_code", &accepted.access_code) }
            <button>{ words.text("card-receipt-track") }</button>
        </form>
    }
}

/// The codes. A card that an officer keyed in from a paper sheet has its access code on the person's stub.
fn codes(accepted: &Accepted, words: &Words) -> Html {
    let code = if accepted.access_code.is_empty() {
        Html::default()
    } else {
        one_code(words.text("card-receipt-code"), &accepted.access_code)
    };
    html! {
        <>
            <p>{ &accepted.keep }</p>
            <dl class="codes">{ one_code(words.text("card-receipt-reference"), &accepted.reference) }{ code }</dl>
        </>
    }
}

fn one_code(name: String, code: &str) -> Html {
    html! { <div><dt>{ name }</dt><dd><code>{ code }</code></dd></div> }
}

/// Ways to keep the receipt. The page's script makes the buttons work, and shows them; the link works without it.
fn keep(accepted: &Accepted, words: &Words) -> Html {
    html! {
        <div class="keep">
            <p class="links">
                <button type="button" data-copy={words.text("card-receipt-copied")}
                    data-failed={words.text("card-receipt-not-copied")}>{ words.text("card-receipt-copy") }</button>
                <button type="button" data-print="">{ words.text("card-receipt-print") }</button>
                <a href={accepted.file.clone()} download={["receipt-", &accepted.reference, ".json"].concat()}
                    aria-describedby="receipt-save">{ words.text("card-receipt-save") }</a>
            </p>
            <p class="hint" id="receipt-save">{ words.text("card-receipt-save-hint") }</p>
            <p role="status" data-said=""></p>
        </div>
    }
}
