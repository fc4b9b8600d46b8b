//! The text files people write: scenarios, studies, templates, in RON.
//!
//! A text is parsed once into a tree in which every value knows its place. From the tree values are read by serde
//! ([`Document::read`]), with everything that is wrong with their shape reported at once; the places of problems that show
//! only in their meaning are found in it ([`Document::span`]); and a value can be replaced in it, all comments and the
//! layout of the rest being kept ([`Document::set`]).

mod edit;
mod example;
mod explain;
mod fault;
mod grammar;
mod misfit;
mod notation;
mod parse;
mod place;
mod read;
mod stray;
mod token;
mod tree;
mod value;
mod words;

use std::{collections::BTreeSet, ops::Range};

use serde::de::DeserializeOwned;

pub use edit::EditError;
pub use fault::Fault;
pub use notation::options;
pub use place::{Place, Segment};
pub use value::value;
pub use words::nearest;
pub(crate) use words::{closest, did_you_mean, nearest_word, there_is};

use fault::Explainer;
use read::{ReadError, ReadErrorKind, TreeReader};
use token::Token;
use tree::{Entry, GrammarError, Node};

/// More faults than this are not looked for, and not told.
pub(crate) const MOST_FAULTS: usize = 50;

/// A text and its tree.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    /// Where lines end.
    line_breaks: Vec<usize>,
    tokens: Vec<Token>,
    root: Node,
    grammar_errors: Vec<GrammarError>,
}

impl Document {
    /// Parses a text; what is wrong with it shows when it is read.
    pub fn parse(text: &str) -> Self {
        let (root, tokens, grammar_errors) = parse::parse(text);
        let line_breaks = text.match_indices('\n').map(|(at, _)| at).collect();
        Self { text: text.to_owned(), line_breaks, tokens, root, grammar_errors }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the record has a field of this name.
    pub fn has_field(&self, name: &str) -> bool {
        self.root.entries.iter().any(|entry| self.name_of(entry) == Some(name))
    }

    /// Reads the whole as a value; `what` it is, as in "scenario", is said in messages.
    ///
    /// # Errors
    /// Everything that is wrong with grammar and shape, in the order of the text.
    pub fn read<T: DeserializeOwned>(&self, what: &str) -> Result<T, Vec<Fault>> {
        let (read, read_errors) = self.read_on();
        let explainer = Explainer { document: self, what };
        match read {
            Some(value) if read_errors.is_empty() && self.grammar_errors.is_empty() => Ok(value),
            _ => Err(explainer.faults(&read_errors)),
        }
    }

    /// Reads as much as fits: an entry that does not fit is hidden, and the rest is read again.
    fn read_on<T: DeserializeOwned>(&self) -> (Option<T>, Vec<ReadError>) {
        let (mut hidden, mut read_errors) = (BTreeSet::new(), Vec::new());
        if self.grammar_errors.iter().any(|error| error.kind == tree::GrammarErrorKind::Empty) {
            return (None, read_errors);
        }
        while read_errors.len() < MOST_FAULTS {
            let error = match (TreeReader { text: &self.text, hidden: &hidden }).read(&self.root) {
                Ok(value) => return (Some(value), read_errors),
                Err(error) => error,
            };
            let at = error.span.as_ref().map_or(0, |span| span.start);
            let way = self.way(at);
            if !self.follows(&error, &way, &hidden) {
                read_errors.push(error);
            }
            let Some(entry) = way.iter().rfind(|entry| entry.name.is_some()) else { break };
            if !hidden.insert(entry.span().start) {
                break;
            }
        }
        (None, read_errors)
    }

    /// Whether a field is missing only because it has been hidden, or because its record is not closed.
    fn follows(&self, error: &ReadError, way: &[&Entry], hidden: &BTreeSet<usize>) -> bool {
        let ReadErrorKind::Missing(field) = error.kind else { return false };
        let record = way.last().map_or(&self.root, |entry| &entry.value);
        let is_hidden = |entry: &Entry| {
            let name = entry.name.as_ref().map(|name| &self.text[name.span.clone()]);
            name == Some(field) && hidden.contains(&entry.span().start)
        };
        !record.closed || record.entries.iter().any(is_hidden)
    }

    /// The entries around a byte, from the outermost to the innermost.
    fn way(&self, at: usize) -> Vec<&Entry> {
        let (mut way, mut node) = (Vec::new(), &self.root);
        let inner = |name: &Node| name.bracket.is_some_and(|bracket| bracket < at);
        loop {
            let around = |entry: &&Entry| (entry.span().start..=entry.span().end).contains(&at);
            // Where two touch, the later one is meant.
            let Some(entry) = node.entries.iter().rfind(around).filter(|_| inner(node)) else { return way };
            way.push(entry);
            node = &entry.value;
        }
    }

    /// The byte range of a quoted name without its quotes, or of any other value.
    fn unquoted(&self, node: &Node) -> Range<usize> {
        let span = node.span.clone();
        let quoted = node.shape == tree::Shape::Text && self.text[span.clone()].starts_with('"');
        if quoted { span.start + 1..span.end - 1 } else { span }
    }
}
