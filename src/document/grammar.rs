//! Broken grammar, explained: quotes, brackets, comments, characters from elsewhere.

use super::{
    example,
    fault::{Explainer, Fault, fault, is_quoted},
    stray::{QUOTES, plain, unseen},
    token::closing,
    tree::{GrammarError, GrammarErrorKind},
};

impl Explainer<'_> {
    /// What is wrong, and what to do about it.
    // One arm for each kind of error.
    pub fn explain_grammar(&self, error: &GrammarError) -> Fault {
        let help = |help: &str| Some(help.to_owned());
        let (message, expected, help) = match error.kind {
            GrammarErrorKind::Empty => (
                format!("the file holds no {}", self.what),
                "nothing here".to_owned(),
                example::whole(self.what).map(str::to_owned),
            ),
            GrammarErrorKind::Comment => (
                "a comment is never closed".to_owned(),
                "the comment that opens here ends with */".to_owned(),
                help("a comment of one line begins with // and needs no end"),
            ),
            GrammarErrorKind::Quote => (
                "a quoted text does not end where it should".to_owned(),
                "the quote that opens here may not be closed".to_owned(),
                help("text stands between two straight double quotes, as in \"Norway\""),
            ),
            GrammarErrorKind::Stray(character) => {
                if let Some(what) = unseen(character) {
                    let message = format!("{what} (U+{:04X}) stands here", u32::from(character));
                    let help =
                        "it cannot be seen, and comes along with pasted text: replace it by a plain space";
                    return fault(
                        message,
                        "only plain spaces here",
                        error.span.clone(),
                        Some(help.to_owned()),
                    );
                }
                let (expected, help) = stray(character);
                (format!("`{character}` has no meaning here"), expected.to_owned(), Some(help))
            }
            GrammarErrorKind::Comma => {
                ("a comma is missing".to_owned(), "a comma is missing here".to_owned(), None)
            }
            GrammarErrorKind::Colon => {
                ("a colon is missing".to_owned(), "a colon is missing here".to_owned(), None)
            }
            GrammarErrorKind::Bare => {
                let way = self.document.way(error.at);
                let fields = way.iter().rev().filter(|entry| !is_quoted(entry));
                let mut names = fields.filter_map(|entry| self.document.name_of(entry));
                let field = &self.document.text[error.span.clone()];
                (
                    format!("no brackets surround the field `{field}`"),
                    format!("fields stand in round brackets, as in ({field}: …)"),
                    names.find_map(example::of).map(|e| format!("as in {e}")),
                )
            }
            GrammarErrorKind::Unclosed(open) => (
                "the file ends too early".to_owned(),
                format!("this bracket is never closed by `{}`", closing(open)),
                None,
            ),
            GrammarErrorKind::Mismatch(open, at) => {
                let (found, right) = (&self.document.text[error.span.clone()], closing(open));
                let line = self.document.line_of(at);
                (
                    format!("`{found}` closes what `{open}` opened in line {line}"),
                    format!("`{right}`"),
                    Some(format!("is a `{right}` missing before this, or a bracket too many?")),
                )
            }
            GrammarErrorKind::Depth => (
                "brackets are nested too deeply".to_owned(),
                "no file of this kind goes so deep".to_owned(),
                None,
            ),
            GrammarErrorKind::Trailing => (
                format!("something follows the end of the {}", self.what),
                format!("the {} ends here", self.what),
                help("everything stands within one pair of ( and ): is this bracket one too many?"),
            ),
        };
        fault(message, &expected, error.span.clone(), help)
    }
}

/// What to write instead of a character that has no place in a file.
fn stray(character: char) -> (&'static str, String) {
    let (expected, help) = match character {
        '#' => ("no comment begins so", "comments begin with //"),
        c if QUOTES.contains(&c) => (
            "not a straight double quote",
            "names and text stand in straight double quotes, as \"Norway\"; a word processor may bend them",
        ),
        '=' => ("a colon is needed here", "a field and its value are written as rounds: 60"),
        '/' => (
            "neither a fraction nor a comment",
            "write 0.5 for a half, and (1, 2) where a share is needed; comments begin with //",
        ),
        '%' => ("not part of a number", "scales and shares run from 0 to 1: write 0.5 for 50 %"),
        ';' | '、' | '،' | '؛' => ("a comma is needed here", "entries are separated by plain commas"),
        c if plain(c) != c => return ("a full-width character", format!("write the plain {}", plain(c))),
        _ => ("not part of a scenario", "comments begin with //, text stands in \"quotes\""),
    };
    (expected, help.to_owned())
}
