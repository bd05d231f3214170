//! The check of receipts, given inputs that the fuzzer makes up; `tests/hostile/checks/receipt.rs` says what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    checks::receipt::check(bytes);
});
