//! Names that a reader takes for others: blanks and characters that cannot be seen, letters of another alphabet, case.

use std::collections::HashMap;

use unicode_security::confusable_detection::skeleton;

use super::super::{Note, Place, Scenario};
use crate::{
    language::{Language, Message},
    printable::{self, is_hidden},
    say,
    text::Clause,
};

/// A kind of thing, where its names stand, and its names.
type Names<'s> = (&'static str, Place, Vec<&'s str>);

/// What is odd about the names of clauses, options, parties and switches.
pub fn review(scenario: &Scenario, notes: &mut Vec<Note>) {
    let top = |kind, field, names: Vec<_>| (kind, Place::top(field), names);
    let parties = [
        top("country", "countries", scenario.countries.names().collect()),
        top("bloc", "blocs", scenario.blocs.names().collect()),
        top("firm", "firms", scenario.firms.names().collect()),
    ];
    group(&parties, notes);
    group(&[top("clause", "clauses", scenario.clauses.names().collect())], notes);
    group(&[top("switch", "switches", scenario.switches.names().collect())], notes);
    for (n, clause) in scenario.clauses.values().enumerate() {
        if let Clause::Options(c) = clause {
            let place = Place::top("clauses").nth(n).field("options");
            group(&[("option", place, c.options.names().collect())], notes);
        }
    }
}

/// What is odd about names of which no two may be taken for each other.
fn group(kinds: &[Names<'_>], notes: &mut Vec<Note>) {
    let all = kinds.iter().flat_map(|(kind, place, names)| {
        names.iter().enumerate().map(move |(n, name)| (*kind, place.nth(n).name(), *name))
    });
    let all: Vec<(&str, Place, &str)> = all.collect();
    let names: Vec<&str> = all.iter().map(|(.., name)| *name).collect();
    let alike = look_alikes(&names);
    for (n, (kind, place, name)) in all.iter().enumerate() {
        let is_told = alike.iter().any(|(k, ..)| *k == n);
        if let Some(what) = unseen(name).filter(|_| !is_told) {
            let message = Message::new(|language| {
                let (kind, what) = (say!(language, "errors-kind", kind = *kind), what.words(language));
                say!(language, "review-unseen", kind = kind, name = visible(name), what = what)
            });
            let underlined = Message::new(|language| say!(language, "review-unseen-mark"));
            let help = Message::new(|language| say!(language, "review-unseen-help"));
            notes.push(Note::grave(place.clone(), message, underlined).help(help));
        }
    }
    for (n, first, how) in alike {
        let (kind, place, name) = &all[n];
        let (_, other_place, other) = &all[first];
        let message = Message::new(|language| {
            say!(
                language,
                "review-alike",
                kind = say!(language, "errors-kind", kind = *kind),
                name = visible(name),
                other = visible(other),
                how = how.words(language)
            )
        });
        let underlined = Message::new(|language| say!(language, "review-alike-mark"));
        let help = Message::new(|language| say!(language, "review-alike-help"));
        let note = Note::grave(place.clone(), message, underlined);
        notes.push(note.also(other_place.clone()).help(help));
    }
}

/// Each name that can be taken for one before it: its place, the place of that one, and how they differ.
fn look_alikes(names: &[&str]) -> Vec<(usize, usize, Difference)> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let keys = keys(name);
        let first = keys.iter().find_map(|key| seen.get(key)).copied();
        match first {
            Some(first) if names[first] != *name => found.push((n, first, difference(name, names[first]))),
            // One name twice is refused elsewhere.
            _ => {}
        }
        for key in keys {
            seen.entry(key).or_insert(n);
        }
    }
    found
}

/// What two names have in common that look alike: their shapes (Unicode TS 39), with case and without.
fn keys(name: &str) -> [String; 2] {
    let seen: String = name.chars().filter(|c| !is_invisible(*c)).collect();
    let words = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    [skeleton(&words.to_lowercase()).collect(), format!("{}\u{0}", skeleton(&words).collect::<String>())]
}

/// How a name differs from one that looks like it.
#[derive(Clone, Debug, PartialEq)]
enum Difference {
    Unseen,
    Blanks,
    Case,
    Letter(char, char),
    Shapes,
}

impl Difference {
    fn words(&self, language: Language) -> String {
        let told = |c: char| format!("`{}` (U+{:04X})", c.escape_debug(), u32::from(c));
        let (kind, letter, other) = match self {
            Self::Unseen => ("unseen", String::new(), String::new()),
            Self::Blanks => ("blanks", String::new(), String::new()),
            Self::Case => ("case", String::new(), String::new()),
            Self::Letter(a, b) => ("letter", told(*a), told(*b)),
            Self::Shapes => ("shapes", String::new(), String::new()),
        };
        say!(language, "review-difference", kind = kind, letter = letter, other = other)
    }
}

/// How a name differs from one that looks like it.
fn difference(name: &str, other: &str) -> Difference {
    let blank = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = |name: &str| name.chars().filter(|c| !is_invisible(*c)).collect::<String>();
    if bare(name) == bare(other) {
        return Difference::Unseen;
    }
    if blank(name) == blank(other) {
        return Difference::Blanks;
    }
    if blank(&bare(name)).to_lowercase() == blank(&bare(other)).to_lowercase() {
        return Difference::Case;
    }
    let pair = name.chars().zip(other.chars()).find(|(a, b)| a.to_lowercase().ne(b.to_lowercase()));
    pair.map_or(Difference::Shapes, |(a, b)| Difference::Letter(a, b))
}

/// What a name has that cannot be seen.
#[derive(Clone, Debug, PartialEq)]
enum Unseen {
    Character(char),
    Start,
    End,
    Blank(char),
}

impl Unseen {
    fn words(&self, language: Language) -> String {
        let code = |c: &char| format!("U+{:04X}", u32::from(*c));
        let (kind, code) = match self {
            Self::Character(c) => ("character", code(c)),
            Self::Start => ("start", String::new()),
            Self::End => ("end", String::new()),
            Self::Blank(c) => ("blank", code(c)),
        };
        say!(language, "review-unseen-what", kind = kind, code = code)
    }
}

/// What a name has that cannot be seen.
fn unseen(name: &str) -> Option<Unseen> {
    if let Some((c, _)) = printable::marked(name).find(|(c, marked)| *marked && is_invisible(*c)) {
        return Some(Unseen::Character(c));
    }
    if name.starts_with(char::is_whitespace) {
        return Some(Unseen::Start);
    }
    if name.ends_with(char::is_whitespace) {
        return Some(Unseen::End);
    }
    // The ideographic space is the usual one where it is written.
    let odd = name.chars().find(|c| c.is_whitespace() && !matches!(c, ' ' | '\u{3000}'));
    odd.map(Unseen::Blank)
}

/// Whether a character is hidden, and no blank.
fn is_invisible(c: char) -> bool {
    is_hidden(c) && !c.is_whitespace()
}

/// A name with what cannot be seen written out.
fn visible(name: &str) -> String {
    let written = |c: char| match c {
        c if is_hidden(c) || c.is_whitespace() && c != ' ' => c.escape_unicode().to_string(),
        c => c.to_string(),
    };
    name.chars().map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike() {
        for (name, other, how) in [
            ("Russia ", "Russia", "they differ in blanks"),
            ("Rus\u{200b}sia", "Russia", "they differ in a character that cannot be seen"),
            ("Ru\u{455}sia", "Russia", "`ѕ` (U+0455) stands for `s` (U+0073)"),
            ("russia", "Russia", "they differ in small and capital letters"),
            ("South\u{a0}Africa", "South Africa", "they differ in blanks"),
            ("South  Africa", "South Africa", "they differ in blanks"),
            ("ＵＳＡ", "USA", "`Ｕ` (U+FF35) stands for `U` (U+0055)"),
            ("ru\u{455}sia", "Russia", "`ѕ` (U+0455) stands for `s` (U+0073)"),
        ] {
            let told: Vec<_> = look_alikes(&[other, name])
                .into_iter()
                .map(|(n, first, found)| (n, first, found.words(Language::English)))
                .collect();
            assert_eq!(told, [(1, 0, how.to_owned())], "{name}");
        }
        for different in [["Niger", "Nigeria"], ["Austria", "Australia"], ["伊朗", "伊拉克"], ["A1", "A2"]]
        {
            assert_eq!(look_alikes(&different), [], "{different:?}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_told() {
        for name in ["Russia", "Côte d’Ivoire", "می\u{200c}خواهم", "南 非", "南\u{3000}非"] {
            assert_eq!(unseen(name), None, "{name}");
        }
        for (name, what) in [
            ("A ", "ends with a blank"),
            ("\tA", "begins with a blank"),
            ("A\u{a0}B", "(U+00A0)"),
            ("A\u{202e}B", "(U+202E)"),
            ("A\u{1b}B", "(U+001B)"),
            // Fillers and joiners where no script needs them: printed as they are written in a file.
            ("A\u{3164}B", "(U+3164)"),
            ("A\u{200d}B", "(U+200D)"),
        ] {
            let told = unseen(name).map(|found| found.words(Language::English));
            assert!(told.is_some_and(|told| told.contains(what)), "{name:?}");
        }
    }
}
