//! Coming to life on the page that the server wrote.

use js_sys::{Array, Object};
use wasm_bindgen::JsCast;

use crate::LiveProps;
use crate::live::Live;

/// Comes to life with what the page brought in `#card-props`. Without it, the page stays the plain form that it is.
pub(crate) fn take_over() {
    let document = gloo::utils::document();
    // Everything it shows is in the places that the form leaves; it has none of its own.
    let Ok(root) = document.create_element("div") else { return };
    let text = document.get_element_by_id("card-props").and_then(|element| element.text_content());
    let brought = text.and_then(|text| js_sys::JSON::parse(&text).ok()).and_then(|object| object.dyn_into().ok());
    if let Some(props) = brought.and_then(|object: Object| LiveProps::read(texts(&object))) {
        yew::Renderer::<Live>::with_root_and_props(root, props).render();
    }
}

/// The members of an object whose values are texts.
fn texts(object: &Object) -> Vec<(String, String)> {
    let pairs = Object::entries(object);
    let pairs = (0..pairs.length()).map(|place| Array::from(&pairs.get(place)));
    pairs.filter_map(|pair| Some((pair.get(0).as_string()?, pair.get(1).as_string()?))).collect()
}
