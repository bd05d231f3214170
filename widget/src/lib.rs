//! The card as people see it, written once.
//!
//! The server renders it as a plain form that posts without any script. In a browser the WebAssembly adds what a form
//! alone cannot: checks before sending, the privacy guard, sending in place, the receipt in place. It fills the places
//! that the form leaves for it and never owns a control, so what a person typed or chose before it arrived stays
//! (`docs/decisions/0013`).

mod ask;
mod browser;
mod emergency;
mod form;
pub mod guard;
mod live;
mod page;
mod receipt;
mod reply;
mod send;
mod summary;
mod words;

pub use browser::Submission;
pub use live::{Live, LiveEvent, LiveProps};
pub use page::{CardPage, CardPageProps, Delay};
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
