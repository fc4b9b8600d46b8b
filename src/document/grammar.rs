//! Broken grammar, explained: quotes, brackets, comments, characters from elsewhere.

use super::{
    example,
    explain::as_in,
    fault::{Explainer, Fault, fault, is_quoted},
    stray::{QUOTES, plain, unseen},
    token::closing,
    tree::{GrammarError, GrammarErrorKind},
};
use crate::{
    language::{Language, Message},
    say,
};

/// What a message about grammar is made of.
#[derive(Default)]
struct Grammar {
    /// What is wrong.
    kind: &'static str,
    /// Which sign it is, of a sign that has no place in a file.
    sign: &'static str,
    /// What stands there.
    found: String,
    /// What should stand there.
    right: String,
    /// What it closes, and in which line that was opened.
    open: String,
    line: String,
}

impl Explainer<'_> {
    /// What is wrong, and what to do about it.
    pub fn explain_grammar(&self, error: &GrammarError) -> Fault {
        let grammar = self.grammar(error);
        let says = |id: &'static str| {
            Message::new(|language| {
                say!(
                    language,
                    id,
                    kind = grammar.kind,
                    sign = grammar.sign,
                    found = grammar.found.as_str(),
                    right = grammar.right.as_str(),
                    open = grammar.open.as_str(),
                    line = grammar.line.as_str(),
                    what = self.what_in(language)
                )
            })
        };
        let help = match error.kind {
            GrammarErrorKind::Empty => self.outline(),
            GrammarErrorKind::Bare => self.example_around(error.at),
            GrammarErrorKind::Comma
            | GrammarErrorKind::Colon
            | GrammarErrorKind::Unclosed(_)
            | GrammarErrorKind::Depth => None,
            _ => Some(says("errors-grammar-help")),
        };
        fault(says("errors-grammar"), says("errors-grammar-expected"), error.span.clone(), help)
    }

    // One arm for each kind of error.
    fn grammar(&self, error: &GrammarError) -> Grammar {
        let found = || self.document.text[error.span.clone()].to_owned();
        let of = |kind| Grammar { kind, ..Grammar::default() };
        match error.kind {
            GrammarErrorKind::Empty => of("empty"),
            GrammarErrorKind::Comment => of("comment"),
            GrammarErrorKind::Quote => of("quote"),
            GrammarErrorKind::Stray(character) => stray(character),
            GrammarErrorKind::Comma => of("comma"),
            GrammarErrorKind::Colon => of("colon"),
            GrammarErrorKind::Bare => Grammar { found: found(), ..of("bare") },
            GrammarErrorKind::Unclosed(open) => {
                Grammar { right: closing(open).to_string(), ..of("unclosed") }
            }
            GrammarErrorKind::Mismatch(open, at) => Grammar {
                found: found(),
                right: closing(open).to_string(),
                open: open.to_string(),
                line: self.document.line_of(at).to_string(),
                ..of("mismatch")
            },
            GrammarErrorKind::Depth => of("depth"),
            GrammarErrorKind::Trailing => of("trailing"),
        }
    }

    /// How the whole is written.
    fn outline(&self) -> Option<Message> {
        let is_known = matches!(self.what, "scenario" | "study");
        is_known.then(|| Message::new(|language| say!(language, "errors-whole", what = self.what)))
    }

    /// How the field around a place is written.
    fn example_around(&self, at: usize) -> Option<Message> {
        let way = self.document.way(at);
        let fields = way.iter().rev().filter(|entry| !is_quoted(entry));
        let example = fields.filter_map(|entry| self.document.name_of(entry)).find_map(example::of)?;
        Some(as_in(example))
    }

    /// What the whole is called.
    pub fn what_in(&self, language: Language) -> String {
        say!(language, "errors-what", what = self.what)
    }
}

/// A character that has no place in a file.
fn stray(character: char) -> Grammar {
    if let Some(sign) = unseen(character) {
        let found = format!("U+{:04X}", u32::from(character));
        return Grammar { kind: "unseen", sign, found, ..Grammar::default() };
    }
    let sign = match character {
        '#' => "hash",
        c if QUOTES.contains(&c) => "curly",
        '=' => "equals",
        '/' => "slash",
        '%' => "percent",
        ';' | '、' | '،' | '؛' => "semicolon",
        c if plain(c) != c => "full-width",
        _ => "other",
    };
    let (found, right) = (character.to_string(), plain(character).to_string());
    Grammar { kind: "stray", sign, found, right, ..Grammar::default() }
}
