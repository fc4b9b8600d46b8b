//! The glossary: what the words of answers, charts and reports mean.

use std::borrow::Borrow;

use super::table::wrap;
use crate::{
    document::nearest,
    language::{Language, Message},
    say,
};

/// The messages of each entry: its term, other words for it, what it means; in the order of the outcome first, then the rest.
const ENTRIES: [[&str; 3]; 36] = [
    ["glossary-depth", "glossary-depth-aliases", "glossary-depth-means"],
    ["glossary-lcd", "glossary-lcd-aliases", "glossary-lcd-means"],
    ["glossary-lambda", "glossary-lambda-aliases", "glossary-lambda-means"],
    ["glossary-lcd-text", "glossary-lcd-text-aliases", "glossary-lcd-text-means"],
    ["glossary-in-substance", "glossary-in-substance-aliases", "glossary-in-substance-means"],
    ["glossary-hollow", "glossary-hollow-aliases", "glossary-hollow-means"],
    ["glossary-compromise", "glossary-compromise-aliases", "glossary-compromise-means"],
    ["glossary-substantive", "glossary-substantive-aliases", "glossary-substantive-means"],
    ["glossary-carve-out", "glossary-carve-out-aliases", "glossary-carve-out-means"],
    ["glossary-deferral", "glossary-deferral-aliases", "glossary-deferral-means"],
    ["glossary-deadlock", "glossary-deadlock-aliases", "glossary-deadlock-means"],
    ["glossary-walk-out", "glossary-walk-out-aliases", "glossary-walk-out-means"],
    ["glossary-coalition", "glossary-coalition-aliases", "glossary-coalition-means"],
    ["glossary-contested", "glossary-contested-aliases", "glossary-contested-means"],
    ["glossary-laggard", "glossary-laggard-aliases", "glossary-laggard-means"],
    ["glossary-responsibility", "glossary-responsibility-aliases", "glossary-responsibility-means"],
    ["glossary-consensus", "glossary-consensus-aliases", "glossary-consensus-means"],
    ["glossary-objection", "glossary-objection-aliases", "glossary-objection-means"],
    ["glossary-isolation", "glossary-isolation-aliases", "glossary-isolation-means"],
    ["glossary-outside-option", "glossary-outside-option-aliases", "glossary-outside-option-means"],
    ["glossary-settles-for", "glossary-settles-for-aliases", "glossary-settles-for-means"],
    ["glossary-status-quo", "glossary-status-quo-aliases", "glossary-status-quo-means"],
    ["glossary-median-wish", "glossary-median-wish-aliases", "glossary-median-wish-means"],
    ["glossary-bound", "glossary-bound-aliases", "glossary-bound-means"],
    ["glossary-vague", "glossary-vague-aliases", "glossary-vague-means"],
    ["glossary-bracket", "glossary-bracket-aliases", "glossary-bracket-means"],
    ["glossary-salience", "glossary-salience-aliases", "glossary-salience-means"],
    ["glossary-materiality", "glossary-materiality-aliases", "glossary-materiality-means"],
    ["glossary-power", "glossary-power-aliases", "glossary-power-means"],
    ["glossary-run", "glossary-run-aliases", "glossary-run-means"],
    ["glossary-sampling", "glossary-sampling-aliases", "glossary-sampling-means"],
    ["glossary-modelling-choices", "glossary-modelling-choices-aliases", "glossary-modelling-choices-means"],
    ["glossary-lever", "glossary-lever-aliases", "glossary-lever-means"],
    ["glossary-null-model", "glossary-null-model-aliases", "glossary-null-model-means"],
    ["glossary-dilution", "glossary-dilution-aliases", "glossary-dilution-means"],
    ["glossary-draft", "glossary-draft-aliases", "glossary-draft-means"],
];

/// A term and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its key, the same in every language: "lcd-text".
    pub key: &'static str,
    /// The term.
    pub term: String,
    /// Other words under which it is looked up.
    pub aliases: Vec<String>,
    /// What it means, in a few sentences.
    pub meaning: String,
}

impl Entry {
    /// Every word under which it is found.
    fn words(&self) -> impl Iterator<Item = &str> {
        [self.key, self.term.as_str()].into_iter().chain(self.aliases.iter().map(String::as_str))
    }

    /// The entry as text: the term on a line, its meaning below.
    fn render(&self, width: usize) -> String {
        wrap(&self.term, width, "") + &wrap(&self.meaning, width, "  ")
    }
}

/// All entries in a language.
pub fn entries(language: Language) -> Vec<Entry> {
    let entry = |[term, aliases, meaning]: [&'static str; 3]| {
        let aliases = say!(language, aliases);
        let aliases = aliases.split("; ").filter(|word| *word != "-").map(str::to_owned);
        Entry {
            key: term.trim_start_matches("glossary-"),
            term: say!(language, term),
            aliases: aliases.collect(),
            meaning: say!(language, meaning),
        }
    };
    ENTRIES.into_iter().map(entry).collect()
}

/// The glossary as text, no line wider than this: all of it, or the entries for a word; a word of any language is found.
///
/// # Errors
/// What was probably meant, where there is no such word.
pub fn render(language: Language, word: Option<&str>, width: usize) -> Result<String, Message> {
    let entries = entries(language);
    let Some(word) = word else { return Ok(join(&entries, width)) };
    let keys = keys(word);
    let found: Vec<&Entry> = entries.iter().filter(|entry| keys.contains(&entry.key)).collect();
    if !found.is_empty() {
        return Ok(join(&found, width));
    }
    let known: Vec<&str> = entries.iter().flat_map(Entry::words).collect();
    Err(nearest(word, known))
}

/// The keys of the entries that go by this word in some language: by exactly that, else by a term that begins with it.
fn keys(word: &str) -> Vec<&'static str> {
    let wanted = word.trim().to_lowercase();
    let all: Vec<Entry> = Language::ALL.iter().flat_map(|(language, ..)| entries(*language)).collect();
    let by = |fits: &dyn Fn(&str) -> bool| {
        let found = all.iter().filter(|entry| entry.words().any(|known| fits(&known.to_lowercase())));
        found.map(|entry| entry.key).collect::<Vec<_>>()
    };
    let exactly = by(&|known| known == wanted);
    if !exactly.is_empty() || wanted.is_empty() { exactly } else { by(&|known| known.starts_with(&wanted)) }
}

fn join<E: Borrow<Entry>>(entries: &[E], width: usize) -> String {
    entries.iter().map(|entry| entry.borrow().render(width)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_finds_its_entry_in_both_languages() {
        for (language, ..) in Language::ALL {
            for entry in entries(language) {
                assert!(!entry.meaning.is_empty() && entry.meaning.ends_with(['.', '。']), "{entry:?}");
                for word in entry.words() {
                    let found = render(language, Some(&word.to_uppercase()), 80).expect("a known word");
                    assert!(found.contains(&entry.term), "{word}: {found}");
                }
            }
        }
        let chinese = render(Language::Chinese, Some("hollow"), 80).expect("a known word");
        assert!(chinese.starts_with("空洞案文"), "{chinese}");
    }

    #[test]
    fn no_word_stands_for_two_things() {
        for (language, ..) in Language::ALL {
            let mut words: Vec<String> = entries(language)
                .iter()
                .flat_map(|e| e.words().map(str::to_lowercase).collect::<std::collections::BTreeSet<_>>())
                .collect();
            words.sort();
            let twice: Vec<&[String]> = words.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twice.is_empty(), "{language}: {twice:?}");
        }
    }

    #[test]
    fn an_unknown_word_is_answered_with_the_nearest() {
        let nearest = render(Language::English, Some("hollw"), 80).expect_err("there is no such word");
        assert_eq!(nearest.to_string(), "did you mean \"hollow\"?");
        assert!(render(Language::English, Some(""), 80).is_err());
        let all = render(Language::English, None, 60).expect("the whole glossary");
        assert!(all.lines().all(|line| line.chars().count() <= 60));
    }
}
