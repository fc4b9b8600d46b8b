//! A readable run of each shipped scenario, reviewed as a snapshot: read the change before you accept it.

use crate::support::{self, printed};

fn plenary(arguments: &[&str]) -> String {
    printed(support::plenary(arguments))
}

/// Holds a text against the one that was read and accepted.
fn reviewed(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "../snapshots/transcripts", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn the_flagship_told() {
    reviewed("the_flagship_told", &plenary(&["explain", "un-ai-dialogue-2025"]));
}

#[test]
fn the_law_told() {
    reviewed("the_law_told", &plenary(&["explain", "least-ambitious-law"]));
}

#[test]
fn the_law_answered() {
    reviewed("the_law_answered", &plenary(&["run", "least-ambitious-law", "-n", "200"]));
}

#[test]
fn the_law_checked() {
    reviewed("the_law_checked", &plenary(&["check", "least-ambitious-law"]));
}
