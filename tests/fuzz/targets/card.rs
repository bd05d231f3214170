//! The door for programs, given inputs that the fuzzer makes up; `tests/hostile/checks/card.rs` says what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    checks::card::check(bytes);
});
