//! Taking over the markup that the server wrote.

use js_sys::{Array, Object};
use wasm_bindgen::JsCast;

use crate::{CardPage, CardPageProps};

/// Takes over the card in `#card`, with what the page brought in `#card-props`. Without either, the page stays the
/// plain form that it is.
pub(crate) fn take_over() {
    let document = gloo::utils::document();
    let Some(root) = document.get_element_by_id("card") else {
        return;
    };
    let text = document.get_element_by_id("card-props").and_then(|element| element.text_content());
    let brought = text.and_then(|text| js_sys::JSON::parse(&text).ok()).and_then(|object| object.dyn_into().ok());
    if let Some(props) = brought.and_then(|object: Object| CardPageProps::read(texts(&object))) {
        yew::Renderer::<CardPage>::with_root_and_props(root, props).hydrate();
    }
}

/// The members of an object whose values are texts.
fn texts(object: &Object) -> Vec<(String, String)> {
    let pairs = Object::entries(object);
    let pairs = (0..pairs.length()).map(|place| Array::from(&pairs.get(place)));
    pairs.filter_map(|pair| Some((pair.get(0).as_string()?, pair.get(1).as_string()?))).collect()
}
