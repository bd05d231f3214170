//! The import of a file of cards, given inputs that the fuzzer makes up; `tests/hostile/checks/rows.rs` says what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    checks::rows::check(bytes);
});
