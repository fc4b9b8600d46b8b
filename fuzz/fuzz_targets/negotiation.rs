//! Any bytes as a scenario file; what is sound is compiled and negotiated for a few rounds.
#![no_main]

#[path = "../../tests/it/harness.rs"]
mod harness;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Some(scenario) = harness::read(text)
    {
        harness::negotiate(&scenario);
    }
});
