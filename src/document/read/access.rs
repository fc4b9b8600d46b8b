//! Serde's view of what stands in brackets.

use std::ops::Range;

use serde::{
    Deserializer,
    de::{
        DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
        value::BorrowedStrDeserializer,
    },
};

use super::{Names, ReadError, ReadErrorKind, Value, Wanted};
use crate::document::tree::{Entry, Node};

/// The values of a list or of a group without names.
pub struct RowAccess<'d> {
    of: Value<'d>,
    wanted: Wanted,
    next: usize,
}

impl<'d> RowAccess<'d> {
    pub fn new(of: Value<'d>, wanted: Wanted) -> Self {
        Self { of, wanted, next: 0 }
    }

    pub fn next(&mut self) -> Result<Option<Value<'d>>, ReadError> {
        let Some(entry) = self.of.node.entries.get(self.next) else { return Ok(None) };
        self.next += 1;
        match &entry.name {
            Some(name) => Err(ReadError::new(ReadErrorKind::Named, name.span.end..name.span.end)),
            None => Ok(Some(self.of.of(&entry.value))),
        }
    }

    /// Nothing more may stand there.
    pub fn end(&self) -> Result<(), ReadError> {
        match self.of.node.entries.get(self.next) {
            Some(entry) => Err(ReadError::new(ReadErrorKind::TooMany(self.wanted.clone()), entry.span())),
            None => Ok(()),
        }
    }
}

impl<'d> SeqAccess<'d> for RowAccess<'d> {
    type Error = ReadError;

    fn next_element_seed<S: DeserializeSeed<'d>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadError> {
        let Some(value) = self.next()? else { return Ok(None) };
        seed.deserialize(value).map(Some).map_err(|error| error.at(&value.node.span))
    }
}

/// The entries of a record or a map.
pub struct RecordAccess<'d> {
    of: Value<'d>,
    entries: Box<dyn Iterator<Item = &'d Entry> + 'd>,
    current: Option<&'d Entry>,
    names: Wanted,
    /// The name read last.
    pub last: Range<usize>,
}

impl<'d> RecordAccess<'d> {
    pub fn new(of: Value<'d>, names: Wanted) -> Self {
        Self { of, entries: Box::new(of.source.shown(of.node)), current: None, names, last: 0..0 }
    }

    fn name(&self, entry: &'d Entry) -> Result<&'d Node, ReadError> {
        entry.name.as_ref().ok_or_else(|| {
            let span = entry.value.span.clone();
            match &self.names {
                Wanted::Name => ReadError::new(ReadErrorKind::Colon, span.end..span.end),
                field => ReadError::new(ReadErrorKind::Wanted(field.clone()), span),
            }
        })
    }
}

impl<'d> MapAccess<'d> for RecordAccess<'d> {
    type Error = ReadError;

    fn next_key_seed<S: DeserializeSeed<'d>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadError> {
        self.current = self.entries.next();
        let Some(entry) = self.current else { return Ok(None) };
        let node = self.name(entry)?;
        self.last = node.span.clone();
        let key = match &self.names {
            Wanted::Name => seed.deserialize(Value { naming: true, ..self.of.of(node) }),
            field if !node.is_bare() => {
                Err(ReadError::new(ReadErrorKind::Wanted(field.clone()), node.span.clone()))
            }
            _ => seed.deserialize(BorrowedStrDeserializer::new(word(self.of, node))),
        };
        key.map(Some).map_err(|error| error.at(&node.span))
    }

    fn next_value_seed<S: DeserializeSeed<'d>>(&mut self, seed: S) -> Result<S::Value, ReadError> {
        let Some(entry) = self.current else { return Err(self.of.misfit(self.names.clone())) };
        seed.deserialize(self.of.of(&entry.value)).map_err(|error| error.at(&entry.value.span))
    }
}

/// The name of a field or variant; r# marks a raw one.
fn word<'d>(of: Value<'d>, node: &'d Node) -> &'d str {
    let word = &of.source.text[node.word.clone()];
    word.strip_prefix("r#").unwrap_or(word)
}

/// A word, and what stands in brackets after it.
pub struct VariantReader<'d> {
    pub value: Value<'d>,
    pub wanted: Wanted,
}

impl<'d> VariantReader<'d> {
    /// What stands in the brackets.
    fn inner(self) -> Result<Value<'d>, ReadError> {
        match self.value.node.bracket {
            Some(_) => Ok(Value { inner: true, ..self.value }),
            None => Err(ReadError::new(ReadErrorKind::NoBrackets(self.wanted), self.value.node.word.clone())),
        }
    }
}

impl<'d> EnumAccess<'d> for VariantReader<'d> {
    type Error = ReadError;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'d>>(self, seed: S) -> Result<(S::Value, Self), ReadError> {
        let variant = seed.deserialize(BorrowedStrDeserializer::new(word(self.value, self.value.node)));
        let span = &self.value.node.word;
        Ok((variant.map_err(|error: ReadError| error.at(span))?, self))
    }
}

impl<'d> VariantAccess<'d> for VariantReader<'d> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        match self.value.node.bracket {
            Some(bracket) => Err(ReadError::new(ReadErrorKind::Brackets, bracket..bracket + 1)),
            None => Ok(()),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'d>>(self, seed: S) -> Result<S::Value, ReadError> {
        seed.deserialize(self.inner()?)
    }

    fn tuple_variant<V: Visitor<'d>>(self, len: usize, visitor: V) -> Result<V::Value, ReadError> {
        self.inner()?.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'d>>(self, fields: Names, visitor: V) -> Result<V::Value, ReadError> {
        self.inner()?.record(fields, visitor)
    }
}
