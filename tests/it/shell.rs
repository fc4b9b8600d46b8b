//! The hard shell: whatever bytes a file holds, it is read or refused, never a panic, never a hang.
//!
//! Random bytes, random pieces of scenario files, and shipped scenarios with pieces taken out, put in, exchanged. The
//! suite tries some thousands; `PLENARY_INPUTS=1000000 cargo test --release --test it shell` tries a million, and says
//! what the slowest took. The fuzz targets look for inputs that reach further into the code.

use std::time::{Duration, Instant};

use plenary::random::endless;

use crate::{
    harness::{negotiate, read},
    support::every_scenario,
};

/// Longer than this on one input counts as a hang.
const HANG: Duration = Duration::from_secs(20);

/// How many inputs to try.
fn inputs(usual: usize) -> usize {
    std::env::var("PLENARY_INPUTS").ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

/// Numbers that a reader may stumble over.
const NUMBERS: [&str; 24] = [
    "0",
    "-0.0",
    "1",
    "1.0",
    "-1",
    "0.5",
    "2",
    "1e308",
    "-1e308",
    "1e-308",
    "5e-324",
    "NaN",
    "inf",
    "-inf",
    "1e400",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775809",
    "4294967296",
    "0x10",
    "1_000",
    "0b1",
    "1.",
    ".5",
];

/// What a scenario is made of, and what it is not.
const PIECES: [&str; 40] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\"\"",
    "'",
    "//",
    "/*",
    "*/",
    "#",
    "\\",
    "\\u{110000}",
    "r#\"",
    "\"#",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "é",
    "🗳",
    "Some(",
    "None",
    "()",
    "true",
    "\n",
    "\r",
    " ",
    "format: 1,",
    "clauses: {",
    "countries: {",
    "\"x\": (",
    "rule: Consensus,",
    "protocol: SingleText(",
    "Options(options: {\"a\": (), \"a\": ()})",
    "((((((((((((((((",
    "[[[[[[[[[[[[",
];

/// Dice that fall the same in every run.
struct Dice<F: FnMut() -> f64>(F);

impl<F: FnMut() -> f64> Dice<F> {
    fn below(&mut self, n: usize) -> usize {
        ((self.0)() * n as f64) as usize
    }

    fn of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }

    /// A place between two characters.
    fn place(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// A short range between two characters.
    fn range(&mut self, text: &str) -> std::ops::Range<usize> {
        let start = self.place(text);
        let mut end = (start + self.below(40)).min(text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        start..end
    }

    /// Bytes of any kind, read as text as far as they are.
    fn bytes(&mut self) -> String {
        let length = self.below(200);
        let bytes: Vec<u8> = (0..length).map(|_| self.below(256) as u8).collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Pieces of scenario files, in any order.
    fn pieces(&mut self) -> String {
        let length = self.below(60);
        let piece = |dice: &mut Self| match dice.below(3) {
            0 => dice.of(&NUMBERS).to_owned(),
            _ => dice.of(&PIECES).to_owned(),
        };
        (0..length).map(|_| piece(self)).collect()
    }

    /// The text with one thing changed.
    fn mutate(&mut self, text: &mut String, others: &[String]) {
        match self.below(9) {
            0 => {
                let range = self.range(text);
                text.replace_range(range, "");
            }
            1 => {
                let copied = text[self.range(text)].to_owned();
                let at = self.place(text);
                text.insert_str(at, &copied);
            }
            2 => {
                let (at, piece) = (self.place(text), self.of(&PIECES));
                text.insert_str(at, piece);
            }
            3 | 4 => {
                let found = numbers(text);
                if !found.is_empty() {
                    let which = found[self.below(found.len())].clone();
                    text.replace_range(which, self.of(&NUMBERS));
                }
            }
            5 => {
                let end = self.place(text);
                text.truncate(end);
            }
            6 => {
                let other = &others[self.below(others.len())];
                let lines: Vec<&str> = other.lines().collect();
                let line = format!("\n{}\n", lines[self.below(lines.len())]);
                let at = self.place(text);
                text.insert_str(at, &line);
            }
            7 => {
                let found = words(text);
                if found.len() > 1 {
                    let word = text[found[self.below(found.len())].clone()].to_owned();
                    text.replace_range(found[self.below(found.len())].clone(), &word);
                }
            }
            _ => {
                let mut lines: Vec<&str> = text.lines().collect();
                let (a, b) = (self.below(lines.len().max(1)), self.below(lines.len().max(1)));
                if a < lines.len() && b < lines.len() {
                    lines.swap(a, b);
                }
                *text = lines.join("\n");
            }
        }
    }
}

/// Where numbers stand.
fn numbers(text: &str) -> Vec<std::ops::Range<usize>> {
    runs(text, |c| c.is_ascii_digit() || c == '.')
}

/// Where words stand, in quotes or not.
fn words(text: &str) -> Vec<std::ops::Range<usize>> {
    runs(text, |c| c.is_ascii_alphabetic() || c == '_')
}

fn runs(text: &str, belongs: impl Fn(char) -> bool) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| belongs(*c)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + c.len_utf8(),
            _ => runs.push(at..at + c.len_utf8()),
        }
    }
    runs
}

/// The slowest input and the number of sound ones.
#[derive(Default)]
struct Report {
    tried: usize,
    sound: usize,
    slowest: Duration,
}

impl Report {
    /// Reads an input, and negotiates it where it is sound.
    fn put(&mut self, text: &str) {
        let start = Instant::now();
        if let Some(scenario) = read(text) {
            self.sound += 1;
            negotiate(&scenario);
        }
        let took = start.elapsed();
        assert!(took < HANG, "{took:?} on:\n{text}");
        self.slowest = self.slowest.max(took);
        self.tried += 1;
    }
}

#[test]
fn random_bytes_and_pieces() {
    let mut dice = Dice(endless("hard shell: bytes"));
    let mut report = Report::default();
    for k in 0..inputs(4_000) {
        let text = if k % 2 == 0 { dice.bytes() } else { dice.pieces() };
        report.put(&text);
    }
    println!("{} inputs, {} sound, the slowest {:?}", report.tried, report.sound, report.slowest);
}

/// Small files more often than large ones, so that many are tried; those with the fewest changes often stay sound.
#[test]
fn mutated_scenarios() {
    let mut files: Vec<String> =
        every_scenario().iter().map(|path| std::fs::read_to_string(path).expect("text")).collect();
    files.sort_by_key(String::len);
    let mut dice = Dice(endless("hard shell: mutations"));
    let mut report = Report::default();
    for _ in 0..inputs(1_500) {
        let (a, b) = (dice.below(files.len()), dice.below(files.len()));
        let mut text = files[a.min(b)].clone();
        for _ in 0..=dice.below(4) {
            dice.mutate(&mut text, &files);
        }
        report.put(&text);
    }
    println!("{} inputs, {} sound, the slowest {:?}", report.tried, report.sound, report.slowest);
    assert!(report.sound > report.tried / 20, "mutations reach beyond the reader: {}", report.sound);
}

/// What is shipped passes.
#[test]
fn what_is_shipped() {
    for path in every_scenario() {
        let text = std::fs::read_to_string(&path).expect("text");
        negotiate(&read(&text).unwrap_or_else(|| panic!("{}", path.display())));
    }
}
