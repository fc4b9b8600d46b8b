//! A readable run of each shipped scenario, reviewed as a snapshot: read the change before you accept it.

use std::process::Command;

fn plenary(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_plenary"))
        .args(arguments)
        .output()
        .expect("it starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_flagship_told() {
    insta::assert_snapshot!(plenary(&["explain", "un-ai-dialogue-2025"]));
}

#[test]
fn the_law_told() {
    insta::assert_snapshot!(plenary(&["explain", "least-ambitious-law"]));
}

#[test]
fn the_law_answered() {
    insta::assert_snapshot!(plenary(&["run", "least-ambitious-law", "-n", "200"]));
}

#[test]
fn the_law_checked() {
    insta::assert_snapshot!(plenary(&["check", "least-ambitious-law"]));
}
