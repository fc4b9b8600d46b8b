//! Citations resolve: "specification §3.4" to a heading of `src/specification.md`, "oracles.md, row 45" to a row of
//! `tests/data/oracles.md`. Every row is cited somewhere, so that no result stands without a test.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

const SPECIFICATION: &str = include_str!("../../src/specification.md");
const ORACLES: &str = include_str!("../data/oracles.md");

/// The comments of every source file and the text of every chapter, by path: consecutive lines of a comment are joined.
fn prose() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for folder in ["src", "tests"] {
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    found
}

fn collect(folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("").to_owned();
        if path.is_dir() {
            collect(&path, found);
        } else if ["rs", "md", "txt"].contains(&extension.as_str()) {
            let text = fs::read_to_string(&path).expect("UTF-8");
            let prose = if extension == "rs" { comments(&text) } else { text };
            found.insert(path.display().to_string(), prose);
        }
    }
}

/// The comments of a Rust file, one paragraph for each run of comment lines.
fn comments(source: &str) -> String {
    let mut joined = String::new();
    for line in source.lines().map(str::trim_start) {
        match line.strip_prefix("//") {
            Some(comment) => joined += comment.trim_start_matches(['/', '!']),
            None if !joined.ends_with('\n') => joined.push('\n'),
            None => {}
        }
    }
    joined
}

/// A number as in "12", and what follows it.
fn number(text: &str) -> Option<(u32, &str)> {
    let length = text.chars().take_while(char::is_ascii_digit).count();
    Some((text[..length].parse().ok()?, &text[length..]))
}

/// The numbers of a list as in "1, 2 and 5–7".
fn numbers(mut text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    while let Some((first, rest)) = number(text) {
        let (last, rest) = rest.strip_prefix('–').and_then(number).unwrap_or((first, rest));
        found.extend(first..=last);
        let next = [", and ", " and ", ", "].iter().find_map(|separator| rest.strip_prefix(separator));
        let Some(next) = next else { break };
        text = next;
    }
    found
}

/// The sections that a text cites, as in "§3.4", "§2c" or "§§1–5".
fn sections(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut pieces = text.split('§').skip(1).peekable();
    while let Some(piece) = pieces.next() {
        if piece.is_empty() {
            found.extend(pieces.next().map(numbers).unwrap_or_default().iter().map(u32::to_string));
        } else if let Some((section, rest)) = number(piece) {
            let below = rest.strip_prefix('.').and_then(number);
            let (below, rest) = below.map_or((String::new(), rest), |(n, rest)| (format!(".{n}"), rest));
            let mut letters = rest.chars();
            let point = letters.next().filter(char::is_ascii_lowercase);
            let point = point.filter(|_| letters.next().is_none_or(|c| !c.is_alphabetic()));
            found.push(format!("{section}{below}{}", point.map_or(String::new(), String::from)));
        }
    }
    found
}

/// The rows that a text cites, as in "row 45" or "Rows 6, 8 and 20–22".
fn rows(text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for word in ["row ", "Row ", "rows ", "Rows "] {
        for (at, _) in text.match_indices(word) {
            let whole = text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
            let list = numbers(&text[at + word.len()..]);
            let singular = if word.contains('s') { list.len() } else { 1 };
            found.extend(list.into_iter().take(singular).filter(|_| whole));
        }
    }
    found
}

/// The numbers of all headings, and the lettered points below them, as in "2", "2.2", "2c".
fn headings() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut chapter = String::new();
    for line in SPECIFICATION.lines() {
        if let Some(heading) = line.strip_prefix("## ").or(line.strip_prefix("### ")) {
            let title = heading.split(' ').next().unwrap_or("").trim_end_matches('.');
            if title.starts_with(|c: char| c.is_ascii_digit()) {
                found.insert(title.to_owned());
                chapter = title.split('.').next().unwrap_or("").to_owned();
            }
        } else if let Some(point) = line.strip_prefix('(').and_then(|rest| rest.split_once(") ")) {
            found.insert(format!("{chapter}{}", point.0));
        }
    }
    found
}

#[test]
fn every_section_cited_is_there() {
    let headings = headings();
    assert!(headings.contains("8") && headings.contains("3.4") && headings.contains("2c"), "{headings:?}");
    let mut cited = 0;
    for (file, text) in prose() {
        for section in sections(&text) {
            assert!(headings.contains(&section), "{file} cites §{section}, which the specification lacks");
            cited += 1;
        }
    }
    assert!(cited > 60, "{cited} citations");
}

#[test]
fn every_row_cited_is_there_and_every_row_is_cited() {
    let cells = ORACLES.lines().filter_map(|line| line.strip_prefix("| "));
    let listed: Vec<u32> = cells.filter_map(|cell| number(cell).map(|(row, _)| row)).collect();
    let known: BTreeSet<u32> = listed.iter().copied().collect();
    assert_eq!(known.len(), listed.len(), "a number is used once");
    assert!(known.len() > 40, "{known:?}");
    let mut cited = BTreeSet::new();
    let own = ["oracles.md", "citations.rs", "specification.md"];
    for (file, text) in prose() {
        if text.contains("oracles") && !own.iter().any(|name| file.ends_with(name)) {
            for row in rows(&text) {
                assert!(known.contains(&row), "{file} cites row {row}, which oracles.md lacks");
                cited.insert(row);
            }
        }
    }
    let uncited: Vec<&u32> = known.difference(&cited).collect();
    assert!(uncited.is_empty(), "no test cites these rows of oracles.md: {uncited:?}");
}

#[test]
fn citations_are_read_as_they_are_written() {
    assert_eq!(numbers("6, 8, 11, 12, 20–22 and 35)"), [6, 8, 11, 12, 20, 21, 22, 35]);
    assert_eq!(sections("§3. (§§2, 4–5) §2c; §3.4, §5's"), ["3", "2", "4", "5", "2c", "3.4", "5"]);
    assert_eq!(rows("row 45, 3 times; Rows 1 and 2; arrow 7"), [45, 1, 2]);
    assert_eq!(comments("//! One,\n//! two.\nfn f() {}\n// Three"), " One, two.\n Three");
}

/// The notes that the engine was first built from are not in this repository, so nothing cites them.
#[test]
fn nothing_cites_what_is_not_here() {
    let own = ["citations.rs", "specification.md"];
    for (file, text) in prose().into_iter().filter(|(file, _)| !own.iter().any(|name| file.ends_with(name))) {
        for gone in ["model §", "Model §", "model, §", "model.md", "experiments.md"] {
            assert!(!text.contains(gone), "{file} cites {gone}");
        }
    }
}
