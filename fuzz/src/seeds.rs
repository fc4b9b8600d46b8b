//! What mutation begins with: small inputs of each kind, and what the program ships.

use std::{fs, path::Path};

use plenary::scenario::Scenario;

/// A scenario whose every name is one of two.
pub const NAMED: &str = include_str!("../seeds/named.ron");
/// A study of a small scenario.
pub const STUDY: &str = include_str!("../seeds/study/small.ron");
/// A study whose points are a list.
pub const LISTED: &str = include_str!("../seeds/listed.ron");
/// A small scenario with everything that can be set.
const SMALL: &str = include_str!("../seeds/scenario/small.ron");

/// The text of a scenario that studies may name.
pub fn shipped(name: &str) -> Option<&'static str> {
    match name {
        "small" => Some(SMALL),
        "law" => Some(include_str!("../../scenarios/teaching/least-ambitious-law.ron")),
        "un-ai-dialogue-2025" => Some(include_str!("../../scenarios/un-ai-dialogue-2025.ron")),
        _ => None,
    }
}

/// The scenario in which parameters are set.
pub fn small() -> Scenario {
    Scenario::parse("small.ron", SMALL).expect("the seed is sound")
}

/// Inputs for a target, the smallest first: its own folder, and of what is shipped the kind that it reads.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let scenarios = here.join("../scenarios");
    let mut seeds = files(&here.join("seeds").join(target));
    match target {
        "scenario" | "negotiation" | "widths" => {
            seeds.extend(files(&here.join("seeds/scenario")));
            for folder in ["", "bodies", "teaching", "theory"] {
                seeds.extend(files(&scenarios.join(folder)));
            }
        }
        "study" => seeds.extend(files(&scenarios.join("studies"))),
        "journal" => seeds.push(crate::whole_journal()),
        _ => {}
    }
    seeds.sort_by_key(Vec::len);
    seeds.dedup();
    seeds
}

/// The files in a folder.
fn files(folder: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a seed is read")).collect()
}

/// Words that mean something in some input, one in quotes on each line, as libFuzzer has them.
pub fn dictionary() -> Vec<Vec<u8>> {
    let quoted =
        include_str!("../plenary.dict").lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    quoted.map(unescaped).collect()
}

fn unescaped(word: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let hexadecimal = rest.strip_prefix("\\x").and_then(|digits| digits.get(..2));
        let number = hexadecimal.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let (taken, read) = match (number, c) {
            (Some(number), _) => (4, vec![number]),
            (None, '\\') => (2.min(rest.len()), rest.as_bytes().get(1..2).unwrap_or_default().to_vec()),
            (None, c) => (c.len_utf8(), c.to_string().into_bytes()),
        };
        bytes.extend(read);
        rest = &rest[taken..];
    }
    bytes
}
