//! Counting characters as people count them, with the browser's own segmenter: the tables of one in WebAssembly would
//! be a fifth of the card. Declared here because js-sys's own constructor does not catch its absence.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Segmenter;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new() -> Result<Segmenter, JsValue>;
    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;
}

/// How many characters a person would count; code points where the browser has no segmenter.
pub(crate) fn characters(text: &str) -> usize {
    match Segmenter::new() {
        Ok(segmenter) => js_sys::Array::from(&segmenter.segment(text)).length() as usize,
        Err(_) => text.chars().count(),
    }
}
