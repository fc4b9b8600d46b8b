//! What is fuzzed: every surface by which text from outside comes in. A target takes any bytes and panics where the program
//! would be at fault; a refusal is no fault, but must be explained without a hidden character in it.

pub mod mutate;
pub mod seeds;
mod targets;

#[path = "../../tests/it/harness.rs"]
pub mod harness;

/// What the harness asks of its surroundings.
mod support {
    use plenary::diagnostic::{Diagnose, Style, render};

    /// An error as a person reads it.
    pub fn explained(error: &dyn Diagnose) -> String {
        let explained = render(error, Style::Plain);
        crate::assert_harmless(&explained);
        assert!(explained.len() < 300_000, "an explanation of {} bytes", explained.len());
        explained
    }
}

/// Something to be fuzzed.
pub struct Target {
    /// Its name on the command line, and of the folder of its seeds.
    pub name: &'static str,
    /// Takes any bytes, and says whether they were sound; panics at a fault.
    pub run: fn(&[u8]) -> bool,
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "scenario", run: targets::scenario::read },
    Target { name: "negotiation", run: targets::scenario::negotiate },
    Target { name: "names", run: targets::scenario::names },
    Target { name: "set", run: targets::scenario::set },
    Target { name: "widths", run: targets::widths::same_bits },
    Target { name: "study", run: targets::study::study },
    Target { name: "list", run: targets::study::list },
    Target { name: "prior", run: targets::study::prior },
    Target { name: "positions", run: targets::tables::positions },
    Target { name: "scorable", run: targets::tables::scorable },
    Target { name: "backtest", run: targets::tables::backtest },
    Target { name: "journal", run: targets::results::journal },
    Target { name: "resume", run: targets::results::resume },
    Target { name: "manifest", run: targets::results::manifest },
    Target { name: "table", run: targets::results::table },
    Target { name: "commands", run: targets::commands::quoted },
    Target { name: "expression", run: targets::expression::read },
];

/// The journal of a small study, whole.
fn whole_journal() -> Vec<u8> {
    targets::results::WHOLE.clone()
}

/// Text that goes to people holds no hidden character but line breaks.
pub fn assert_harmless(text: &str) {
    // Longer text has spelling that depends on its neighbours: what is shown is shown as it is.
    assert_eq!(plenary::printable::lines(text), text, "a hidden character");
}
