//! Where the answer goes, asked of whoever is owed one. To stay anonymous is the first choice and an equal one; an address is asked for only once a way
//! is chosen, below the privacy notice, with a consent for each use, none of them ticked.

use feedback::{Consent, ReplyBy};
use yew::{AttrValue, Html, html};

use crate::ask::{Choice, choices, fault_line, hidden};
use crate::form::Form;

pub(crate) fn reply(props: &Form) -> Html {
    if props.page.notice.is_empty() {
        // Without a notice to show, no address is asked for: the code leads to the answer.
        return Html::default();
    }
    let options = ReplyBy::ALL.iter().map(|by| {
        let hint = (*by == ReplyBy::Code).then(|| props.text("card-reply-code-hint"));
        Choice { value: by.as_str(), label: props.text(&["card-reply-", by.as_str()].concat()), hint }
    });
    html! {
        <div class="reply if if-complaint if-question">
            { choices(props, "reply.by", "card-reply", "", options.collect()) }
            <div class="address">
                { notice(props) }
                { address(props, "reply.email", "email", "email") }
                { address(props, "reply.phone", "tel", "tel") }
                { address(props, "reply.post", "", "street-address") }
                <fieldset class="consents" id="field-consents" tabindex="-1" aria-describedby="fault-consents">
                    <legend>{ props.text("card-consents") }</legend>
                    { fault_line(props, "consents") }
                    { for [Consent::Contact, Consent::ShareIdentity, Consent::FollowUp].map(|consent| tick(props, consent)) }
                </fieldset>
            </div>
        </div>
    }
}

/// The one consent that needs no address.
pub(crate) fn publish(props: &Form) -> Html {
    if props.page.notice.is_empty() {
        return Html::default();
    }
    html! { <div class="consents">{ tick(props, Consent::PublishQuote) }</div> }
}

/// The privacy notice, before any field that it is about.
fn notice(props: &Form) -> Html {
    let lines = ["why", "authority", "shared", "choice", "rights", "bank", "complain"];
    html! {
        <div class="privacy">
            <h2>{ props.text("card-notice-heading") }</h2>
            <ul>{ for lines.map(|line| html! { <li>{ props.text(&["card-notice-", line].concat()) }</li> }) }</ul>
            { hidden("notice", &props.page.notice) }
        </div>
    }
}

fn address(props: &Form, name: &'static str, kind: &'static str, autocomplete: &'static str) -> Html {
    let way = &name["reply.".len()..];
    // On a screen that others use, too, the browser offers nobody's address.
    let autocomplete = if props.page.channel == "web" { autocomplete } else { "off" };
    let id = ["field-", name].concat();
    let (described, invalid) = (["fault-", name].concat(), props.fault(name).map(|_| "true"));
    let value = props.values(name).next().map(str::to_owned);
    html! {
        <div class={["field by-", way].concat()}>
            <label for={id.clone()}>{ props.text(&["card-address-", way].concat()) }</label>
            { fault_line(props, name) }
            if kind.is_empty() {
                <textarea {id} {name} rows="4" dir="auto" {autocomplete} aria-describedby={described.clone()}
                    aria-invalid={invalid} defaultvalue={value} />
            } else {
                <input type={kind} {id} {name} dir="ltr" {autocomplete} aria-describedby={described}
                    aria-invalid={invalid} {value} />
            }
        </div>
    }
}

/// One thing that the person may allow.
fn tick(props: &Form, consent: Consent) -> Html {
    let value = consent.as_str();
    let is_ticked = props.values("consents").any(|ticked| ticked == value);
    html! {
        <label class="choice">
            { tick_box(value, is_ticked) }
            <span>{ props.text(&["card-consent-", value].concat()) }</span>
        </label>
    }
}

fn tick_box(value: &'static str, is_ticked: bool) -> Html {
    let value = AttrValue::Static(value);
    if is_ticked {
        html! { <input type="checkbox" name="consents" {value} checked=true /> }
    } else {
        html! { <input type="checkbox" name="consents" {value} /> }
    }
}
