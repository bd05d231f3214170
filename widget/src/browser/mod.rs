//! The browser, as far as the card needs it. Only this folder names the browser's own types.

pub(crate) mod form;
mod segments;
mod send;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
pub(crate) mod start;

pub use form::Submission;
pub(crate) use segments::characters;
pub(crate) use send::post;
pub(crate) use wasm_bindgen_futures::spawn_local as spawn;

/// A pause that has begun; dropping it ends it.
pub(crate) type Pause = gloo::timers::callback::Timeout;

/// Runs `then` once a second has passed.
pub(crate) fn after_a_second(then: impl FnOnce() + 'static) -> Pause {
    Pause::new(1_000, then)
}

/// A whole number as people of this language write it.
pub(crate) fn number(value: usize, language: &str) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a count of characters is far below 2^53")]
    let number = js_sys::Number::from(value as f64);
    number.to_locale_string(&[language, "-CA"].concat()).into()
}
