//! Any bytes as a scenario file: read or explained.
#![no_main]

#[path = "../../tests/it/harness.rs"]
#[allow(dead_code)]
mod harness;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes) {
        harness::read(text);
    }
});
