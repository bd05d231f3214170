//! Reading the form's controls, and moving focus.

use feedback::{Fields, Intent};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement, HtmlTextAreaElement, SubmitEvent};

/// What the submitted form holds.
pub(crate) fn fields(event: &Event) -> Fields {
    let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    Fields::from_form(form.map(|form| pairs(&form)).unwrap_or_default())
}

/// The intent that is chosen now, also if it was chosen before the card was taken over.
pub(crate) fn chosen_intent() -> Option<Intent> {
    let form = document().get_element_by_id("card-form")?.dyn_into::<HtmlFormElement>().ok()?;
    Intent::parse(&FormData::new_with_form(&form).ok()?.get("intent").as_string()?)
}

/// The text of the text area in which something was typed.
pub(crate) fn text_of(event: &Event) -> String {
    let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    area.map(|area| area.value()).unwrap_or_default()
}

/// The name of the control that was changed.
pub(crate) fn name_of(event: &Event) -> String {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.and_then(|element| element.get_attribute("name")).unwrap_or_default()
}

/// Whether no person sent the form: the page's script names no button.
pub(crate) fn is_by_itself(event: &SubmitEvent) -> bool {
    event.submitter().is_none()
}

/// Whether the page's script keeps what is in the form in this tab.
pub(crate) fn is_kept_in_tab() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-keeps"))
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

fn pairs(form: &HtmlFormElement) -> Vec<(String, String)> {
    let Ok(data) = FormData::new_with_form(form) else {
        return Vec::new();
    };
    let entries = data.entries().into_iter().filter_map(Result::ok).map(|pair| js_sys::Array::from(&pair));
    entries.filter_map(|pair| Some((pair.get(0).as_string()?, pair.get(1).as_string()?))).collect()
}
