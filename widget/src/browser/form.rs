//! Reading the form's controls, and moving focus.

use feedback::{Fields, Intent};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, FormData, HtmlElement, HtmlFormElement, HtmlTextAreaElement};

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

/// Moves focus to the element of this id, if it is there.
pub(crate) fn focus(id: &str) {
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
