//! The rules of privacy and of danger, given inputs that the fuzzer makes up; `tests/hostile/checks/privacy.rs` says what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    checks::privacy::check(bytes);
});
