//! The card as people see it: one Yew component, written once.
//!
//! The server renders it as a plain form that posts without any script. In a browser the same component, compiled to
//! WebAssembly, takes that markup over and adds what a form alone cannot: checks before sending, sending in place, the
//! receipt in place. The inputs are ordinary named controls that the component never sets, so what a person typed or
//! chose before the WebAssembly arrived stays.

mod ask;
mod browser;
mod form;
pub mod guard;
mod page;
mod receipt;
mod reply;
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

/// The allocator of small modules: the standard one is 2 kB larger. The card frees almost nothing before its page is
/// left, so that a heap which is never extended in place costs nothing here.
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
#[global_allocator]
static ALLOCATOR: talc::cell::TalcSyncCell<talc::wasm::WasmGrowAndClaim, talc::wasm::WasmBinning> =
    talc::cell::TalcSyncCell::new_wasm(talc::wasm::WasmGrowAndClaim);
