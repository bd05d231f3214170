//! The door for the card's form, given inputs that the fuzzer makes up; `tests/hostile/checks/form.rs` says what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    checks::form::check(bytes);
});
