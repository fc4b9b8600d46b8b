//! A value replaced where it stands; comments and layout of everything else are kept.

use super::{
    Document,
    notation::options,
    tree::{Entry, Node, Shape},
};

/// Why a text was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The text is broken, and a place in it cannot be told for sure.
    Broken,
    /// There is nothing at this path, and nothing that it could be added to.
    NoSuchPlace,
    /// What should be written is no value.
    NoValue,
}

impl Document {
    /// Writes a value at this path, as in `countries.Norway.attendance`; a field or name that is not there yet is added
    /// at the end of its record or map.
    ///
    /// # Errors
    /// If the text or the value is broken, or there is no such place.
    pub fn set(&mut self, path: &str, value: &str) -> Result<(), EditError> {
        if !self.grammar_errors.is_empty() {
            return Err(EditError::Broken);
        }
        let written = Self::parse(value);
        if !written.grammar_errors.is_empty() || written.root.shape == Shape::Missing {
            return Err(EditError::NoValue);
        }
        let text = match self.find(&self.root, path) {
            (node, "") => [&self.text[..node.span.start], value, &self.text[node.span.end..]].concat(),
            (node, rest) => self.with_entry(node, rest, value).ok_or(EditError::NoSuchPlace)?,
        };
        *self = Self::parse(&text);
        Ok(())
    }

    /// The innermost value on the path, and the rest of the path. Names may hold dots: the longest that fits is meant.
    fn find<'d, 'p>(&'d self, node: &'d Node, path: &'p str) -> (&'d Node, &'p str) {
        let holder = self.entries(node);
        let after = |entry: &Entry| {
            let rest = path.strip_prefix(self.name_of(entry)?)?;
            if rest.is_empty() { Some(rest) } else { rest.strip_prefix('.') }
        };
        let found = holder.entries.iter().filter_map(|entry| Some((entry, after(entry)?)));
        match found.min_by_key(|(_, rest)| rest.len()) {
            Some((entry, rest)) => self.find(&entry.value, rest),
            None => (holder, path),
        }
    }

    /// The text with an entry added to this record or map.
    fn with_entry(&self, node: &Node, name: &str, value: &str) -> Option<String> {
        let bracket = node.bracket?;
        let is_record = node.entries.iter().all(|entry| entry.name.is_some());
        let name = match node.shape {
            Shape::Map => options().to_string(name).ok()?,
            Shape::Group | Shape::Word if is_record && !name.contains('.') => name.to_owned(),
            _ => return None,
        };
        let Some(last) = node.entries.last().map(Entry::span) else {
            let (before, after) = self.text.split_at(bracket + 1);
            return Some(format!("{before}{name}: {value}{after}"));
        };
        let next = self.tokens.iter().find(|token| token.span.start >= last.end)?.span.clone();
        let has_comma = self.text[next.clone()] == *",";
        let comma = if has_comma { next.end } else { last.end };
        let line_start = self.text[..last.start].rfind('\n').map_or(0, |at| at + 1);
        let indent = &self.text[line_start..last.start];
        // An entry on a line of its own is followed by another one; a comment behind it stays where it is.
        let following = self.tokens.iter().find(|token| token.span.start >= comma)?.span.start;
        let line_end = self.text[comma..following].find('\n').filter(|_| indent.trim().is_empty());
        let (at, entry) = match line_end {
            Some(length) => (comma + length, format!("\n{indent}{name}: {value},")),
            None => (comma, format!(" {name}: {value}")),
        };
        let separator = if has_comma { "" } else { "," };
        let (upto, between, after) = (&self.text[..last.end], &self.text[last.end..at], &self.text[at..]);
        Some(format!("{upto}{separator}{between}{entry}{after}"))
    }
}
