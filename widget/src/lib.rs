//! The card as people see it: one Yew component, written once.
//!
//! The server renders it as a plain form that posts without any script. In a browser the same component, compiled to
//! WebAssembly, takes that markup over and adds what a form alone cannot: checks before sending, sending in place, the
//! receipt in place. The inputs are ordinary named controls that the component never sets, so what a person typed or
//! chose before the WebAssembly arrived stays.

mod browser;
mod form;
mod page;
mod receipt;
mod scale;
mod send;
mod summary;
mod words;

pub use page::{CardPage, CardPageProps};
pub use receipt::{ReceiptPage, ReceiptPageProps};
pub use send::{Accepted, FieldFault};
pub use words::Words;

/// Takes the page over: called by the page's script once the module has arrived.
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    browser::start::take_over();
}
