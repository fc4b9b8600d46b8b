//! Values read from a tree by serde. Numbers and texts are RON's own to read; what stands where, and what a type wanted in
//! its place, is known from the tree.

use std::{collections::BTreeSet, ops::Range};

use ron::Error as Ron;
use serde::{Deserialize, de::Visitor};

use super::{
    notation::options,
    tree::{Entry, Node, Shape},
};
use crate::printable::LINE_BREAK;

mod access;
mod deserializer;
mod error;

pub use self::error::{Names, ReadError, ReadErrorKind, Wanted};

use self::access::{RecordAccess, RowAccess};

/// A text whose tree is read, but for hidden entries.
#[derive(Clone, Copy)]
pub struct TreeReader<'d> {
    /// The text.
    pub text: &'d str,
    /// Where entries begin that are passed over, as they are known to be wrong.
    pub hidden: &'d BTreeSet<usize>,
}

impl<'d> TreeReader<'d> {
    /// Reads a value.
    ///
    /// # Errors
    /// The first thing that does not fit.
    pub fn read<T: Deserialize<'d>>(self, node: &'d Node) -> Result<T, ReadError> {
        T::deserialize(Value { node, source: self, inner: false, naming: false })
    }

    fn shown(self, node: &'d Node) -> impl Iterator<Item = &'d Entry> {
        node.entries.iter().filter(move |entry| !self.hidden.contains(&entry.span().start))
    }
}

/// A value that is being read.
#[derive(Clone, Copy)]
struct Value<'d> {
    node: &'d Node,
    source: TreeReader<'d>,
    /// Whether what stands in the brackets after a word is meant, and not the word.
    inner: bool,
    /// Whether it is a name in a map.
    naming: bool,
}

impl<'d> Value<'d> {
    fn of(self, node: &'d Node) -> Self {
        Self { node, inner: false, naming: false, ..self }
    }

    fn misfit(&self, wanted: Wanted) -> ReadError {
        let wanted = if self.naming && wanted == Wanted::Text { Wanted::Name } else { wanted };
        ReadError::new(ReadErrorKind::Wanted(wanted), self.node.span.clone())
    }

    /// The byte of the closing bracket, or the end of what has been read.
    fn end(&self) -> Range<usize> {
        let end = self.node.span.end;
        if self.node.closed { end - 1..end } else { end..end }
    }

    /// The value itself, or the only one in the brackets after the word.
    fn only<T>(
        self,
        wanted: &Wanted,
        read: impl FnOnce(Self) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        if !self.inner {
            return read(self);
        }
        let mut row = RowAccess::new(self, wanted.clone());
        let Some(value) = row.next()? else {
            return Err(ReadError::new(ReadErrorKind::Wanted(wanted.clone()), self.end()));
        };
        let value = read(value)?;
        row.end()?;
        Ok(value)
    }

    /// A number, a text or a bare word, as RON reads it.
    fn scalar<T>(
        self,
        wanted: Wanted,
        read: impl FnOnce(&mut ron::Deserializer<'d>) -> Result<T, Ron>,
    ) -> Result<T, ReadError> {
        self.only(&wanted, |value| {
            let node = value.node;
            if !(matches!(node.shape, Shape::Number | Shape::Text) || node.is_bare()) {
                return Err(value.misfit(wanted.clone()));
            }
            let mut ron =
                ron::Deserializer::from_str_with_options(&value.source.text[node.span.clone()], &options())
                    .map_err(|_| value.misfit(wanted.clone()))?;
            read(&mut ron).and_then(|read| ron.end().map(|()| read)).map_err(|error| match error {
                Ron::InvalidEscape(_) => ReadError::new(ReadErrorKind::Escape, node.span.clone()),
                Ron::IntegerOutOfBounds => {
                    ReadError::new(ReadErrorKind::Range(wanted.clone()), node.span.clone())
                }
                _ if matches!(wanted, Wanted::Whole(0, _)) && value.is_negative() => {
                    ReadError::new(ReadErrorKind::Range(wanted.clone()), node.span.clone())
                }
                _ => value.misfit(wanted.clone()),
            })
        })
    }

    fn is_negative(&self) -> bool {
        self.source.text[self.node.span.clone()].parse::<f64>().is_ok_and(|x| x < 0.0)
    }

    /// Quoted text, with its line breaks shown.
    fn text<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.only(&Wanted::Text, |value| {
            let (node, text) = (value.node, value.source.text);
            let written = &text[node.span.clone()];
            let mut characters = written.chars();
            let first = characters.next();
            if node.shape == Shape::Text && first != Some('r') && !written.contains('\\') {
                // The quotes at both ends may be curly ones.
                characters.next_back();
                let text = characters.as_str();
                return if text.contains('\n') {
                    visitor.visit_string(text.replace('\n', LINE_BREAK))
                } else {
                    visitor.visit_borrowed_str(text)
                }
                .map_err(|e: ReadError| e.at(&node.span));
            }
            if node.shape != Shape::Text {
                return Err(value.misfit(Wanted::Text));
            }
            let read = value.scalar(Wanted::Text, |ron| String::deserialize(ron))?;
            visitor.visit_string(read.replace('\n', LINE_BREAK)).map_err(|e: ReadError| e.at(&node.span))
        })
    }

    /// What stands in brackets after this type's name, in brackets alone, or in those after a variant.
    fn group(self, name: &str, wanted: &Wanted) -> Result<Self, ReadError> {
        let node = self.node;
        let named = node.shape == Shape::Word && node.bracket.is_some();
        let of_type = named && !name.is_empty() && self.source.text[node.word.clone()] == *name;
        match self.inner || of_type || node.shape == Shape::Group {
            true => Ok(self),
            false => Err(self.misfit(wanted.clone())),
        }
    }

    fn record<V: Visitor<'d>>(self, fields: Names, visitor: V) -> Result<V::Value, ReadError> {
        let mut record = RecordAccess::new(self, Wanted::Field(fields));
        visitor.visit_map(&mut record).map_err(|error| {
            let twice = matches!(error.kind, ReadErrorKind::Twice(_));
            error.at(&if twice { record.last.clone() } else { self.place() })
        })
    }

    fn row<V: Visitor<'d>>(self, wanted: Wanted, visitor: V) -> Result<V::Value, ReadError> {
        let mut row = RowAccess::new(self, wanted.clone());
        let value = visitor.visit_seq(&mut row).map_err(|error| match error.kind {
            ReadErrorKind::TooFew(_) => {
                ReadError { kind: ReadErrorKind::TooFew(wanted), ..error }.at(&self.end())
            }
            _ => error.at(&self.place()),
        })?;
        row.end()?;
        Ok(value)
    }

    /// Where a record or row begins, to tell whose it is.
    fn place(&self) -> Range<usize> {
        let start = self.node.bracket.unwrap_or(self.node.span.start);
        start..start
    }
}
