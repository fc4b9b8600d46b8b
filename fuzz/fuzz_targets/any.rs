//! The target that `PLENARY_TARGET` names, under libFuzzer.
#![no_main]

use std::sync::LazyLock;

use plenary_fuzz::{TARGETS, Target};

static TARGET: LazyLock<&Target> = LazyLock::new(|| {
    let name = std::env::var("PLENARY_TARGET").unwrap_or_default();
    TARGETS.iter().find(|target| target.name == name).expect("PLENARY_TARGET names a target")
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    (TARGET.run)(bytes);
});
