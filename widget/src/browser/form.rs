//! The form that the server wrote: hearing what happens in it, filling the places it leaves, and moving focus.

use feedback::Fields;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, FormData, HtmlElement, HtmlFormElement, HtmlTextAreaElement, SubmitEvent};
use yew::{Html, create_portal};

use crate::guard::TEXTS;
use crate::send::FieldFault;

/// A form that is to be sent.
pub struct Submission {
    /// What it holds.
    pub fields: Fields,
    /// Whether no person sent it: the page's script names no button.
    pub by_itself: bool,
    /// Whether the person wants what looks personal replaced first.
    pub replaces: bool,
}

/// Hears every change in the form, by the control's name and with a free text's words, and every attempt to send it,
/// which the form then does not post itself.
pub(crate) fn listen(changed: impl Fn(String, Option<String>) + 'static, submitted: impl Fn(Submission) + 'static) {
    let Some(form) = form() else { return };
    let input = EventListener::new(&form, "input", move |event| {
        let Some(control) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let name = control.get_attribute("name").unwrap_or_default();
        let text = control.dyn_into::<HtmlTextAreaElement>().ok().filter(|_| TEXTS.contains(&name.as_str()));
        changed(name, text.map(|area| area.value()));
    });
    let options = EventListenerOptions::enable_prevent_default();
    let submit = EventListener::new_with_options(&form.clone(), "submit", options, move |event| {
        event.prevent_default();
        let button = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
        let replaces = button.as_ref().and_then(|button| button.get_attribute("value")).is_some_and(|v| v == "replace");
        let fields = Fields::from_form(pairs(&form));
        submitted(Submission { fields, by_itself: button.is_none(), replaces });
    });
    // The form is heard for as long as its page is there.
    input.forget();
    submit.forget();
}

/// These parts, at the place of this id; nowhere if the page has no such place.
pub(crate) fn within(id: &str, parts: Html) -> Html {
    document().get_element_by_id(id).map(|place| create_portal(parts, place)).unwrap_or_default()
}

/// Shows in the form's own controls whether it is on its way and what is wrong with it. A form whose card is kept goes.
pub(crate) fn show(is_sending: bool, is_kept: bool, faults: &[FieldFault]) {
    let Some(form) = form() else { return };
    if is_kept {
        return form.remove();
    }
    let button = document().get_element_by_id("card-send");
    mark(button, "aria-disabled", is_sending);
    let controls = form.elements();
    for control in (0..controls.length()).filter_map(|place| controls.item(place)) {
        let id = control.id();
        if let Some(field) = id.strip_prefix("field-").filter(|_| control.tag_name() != "FIELDSET") {
            let is_wrong = faults.iter().any(|fault| fault.field == field);
            mark(Some(control), "aria-invalid", is_wrong);
        }
    }
}

fn mark(element: Option<Element>, attribute: &str, is_so: bool) {
    // A mark that cannot be set leaves what the sentences say.
    let _ =
        element.map(
            |element| {
                if is_so { element.set_attribute(attribute, "true") } else { element.remove_attribute(attribute) }
            },
        );
}

/// Replaces what stands in the text areas of these names, tells the page's script, and presses Send.
pub(crate) fn replace_texts(names: &[&str], replaced: impl Fn(&str) -> String) {
    for name in names {
        let area = document().get_element_by_id(&["field-", name].concat());
        if let Some(area) = area.and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok()) {
            area.set_value(&replaced(&area.value()));
            tell_of_input(&area);
        }
    }
    let button = document().get_element_by_id("card-send");
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // A form that is being submitted cannot be submitted again before that is over.
        Timeout::new(0, move || button.click()).forget();
    }
}

fn tell_of_input(element: &Element) {
    let init = EventInit::new();
    init.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &init) {
        // Nobody cancels it, and nothing follows from whether they did.
        let _ = element.dispatch_event(&event);
    }
}

/// Whether the page's script keeps what is in the form in this tab.
pub(crate) fn is_kept_in_tab() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-keeps"))
}

/// Whether the page's script found a card that waited and waits no more.
pub(crate) fn is_withdrawn() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-withdrawn"))
}

/// Moves focus to the element of this id, if it is there. From inside another page it moves nobody who is elsewhere.
pub(crate) fn focus(id: &str) {
    let window = gloo::utils::window();
    let is_alone = window.parent().ok().flatten().is_none_or(|parent| parent == window);
    if !is_alone && !document().has_focus().unwrap_or(true) {
        return;
    }
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Focus that is refused leaves the person where they are.
        let _ = element.focus();
    }
}

/// Marks the document as taken over, for styles and for those who test.
pub(crate) fn mark_taken_over() {
    if let Some(root) = document().document_element() {
        // A mark that cannot be set changes nothing for the person.
        let _ = root.set_attribute("data-card", "taken-over");
    }
}

/// What the form holds now.
pub(crate) fn fields() -> Option<Fields> {
    form().map(|form| Fields::from_form(pairs(&form)))
}

fn form() -> Option<HtmlFormElement> {
    document().get_element_by_id("card-form")?.dyn_into().ok()
}

fn pairs(form: &HtmlFormElement) -> Vec<(String, String)> {
    let Ok(data) = FormData::new_with_form(form) else {
        return Vec::new();
    };
    let entries = data.entries().into_iter().filter_map(Result::ok).map(|pair| js_sys::Array::from(&pair));
    entries.filter_map(|pair| Some((pair.get(0).as_string()?, pair.get(1).as_string()?))).collect()
}
