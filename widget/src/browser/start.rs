//! Taking over the markup that the server wrote.

use crate::{CardPage, CardPageProps};

/// Takes over the card in `#card`, with what the page brought in `#card-props`. Without either, the page stays the
/// plain form that it is.
pub(crate) fn take_over() {
    let document = gloo::utils::document();
    let Some(root) = document.get_element_by_id("card") else {
        return;
    };
    let brought = document.get_element_by_id("card-props").and_then(|element| element.text_content());
    let props = brought.and_then(|text| serde_json::from_str::<CardPageProps>(&text).ok());
    if let Some(props) = props {
        yew::Renderer::<CardPage>::with_root_and_props(root, props).hydrate();
    }
}
