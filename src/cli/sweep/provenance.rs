//! `provenance.json`: how a sweep came about on this machine. It stays out of the manifest, in which nothing depends on the
//! machine or the time: the same study gives the same manifest everywhere.

use std::{path::Path, time::Duration};

use serde_json::json;

use plenary::{
    output::{self, OutputError, Permission},
    shell,
    study::definition::Definition,
};

/// The file.
pub const PROVENANCE: &str = "provenance.json";

/// Writes it beside the tables. What an earlier sweep wrote there is replaced, a file of others is not.
pub fn write(
    dir: &Path,
    definition: &Definition,
    threads: usize,
    elapsed: Duration,
) -> Result<(), OutputError> {
    let words: Vec<String> = std::env::args().map(|word| shell::quoted(&word)).collect();
    let study = &definition.study;
    let document = json!({
        "command_line": words.join(" "),
        "elapsed_seconds": (elapsed.as_secs_f64() * 10.0).round() / 10.0,
        "threads": threads,
        "program": {
            "name": "plenary",
            "version": env!("CARGO_PKG_VERSION"),
            // Said by whoever builds it: a program that asked Git would differ from build to build.
            "commit": option_env!("PLENARY_COMMIT"),
            "target": format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS),
        },
        "seed_of_draws": study.seed,
        "seed_of_design": study.seed_of_design(),
    });
    // Plain data always serialises.
    let text = plenary::printable::json(&document).unwrap_or_default();
    let path = dir.join(PROVENANCE);
    output::write(&path, text.as_bytes(), &Permission::default().forced(is_ours(&path)))
}

fn is_ours(path: &Path) -> bool {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let found: Option<serde_json::Value> = serde_json::from_str(&text).ok();
    found.is_some_and(|found| found["program"]["name"] == "plenary")
}
