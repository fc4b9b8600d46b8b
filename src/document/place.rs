//! Places of values, by the names of fields and the order of entries.

use std::ops::Range;

use super::{
    Document,
    tree::{Entry, Node, Shape},
};

/// One step towards a place in a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// A field of a record.
    Field(&'static str),
    /// The nth entry of a map or list.
    Nth(usize),
}

/// A place in a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The way there from the top.
    pub path: Vec<Segment>,
    /// Whether the name of the entry is meant rather than its value.
    pub name: bool,
}

impl Place {
    /// The top-level field of this name.
    pub fn top(field: &'static str) -> Self {
        Self { path: vec![Segment::Field(field)], name: false }
    }

    /// This place's field of that name.
    #[must_use]
    pub fn field(&self, field: &'static str) -> Self {
        self.then(Segment::Field(field))
    }

    /// This place's nth entry.
    #[must_use]
    pub fn nth(&self, n: usize) -> Self {
        self.then(Segment::Nth(n))
    }

    /// The name of this entry rather than its value.
    #[must_use]
    pub fn name(&self) -> Self {
        Self { path: self.path.clone(), name: true }
    }

    fn then(&self, segment: Segment) -> Self {
        let mut path = self.path.clone();
        path.push(segment);
        Self { path, name: false }
    }
}

impl Document {
    /// The bytes at this place: the value, or the entry's name where that is meant or the value runs over several lines. As
    /// near as can be where the place was left out of the file.
    pub fn span(&self, place: &Place) -> Range<usize> {
        let mut node = &self.root;
        let mut span = 0..self.text.chars().next().map_or(0, char::len_utf8);
        for (n, segment) in place.path.iter().enumerate() {
            let Some(entry) = self.entry(node, segment) else { break };
            node = &entry.value;
            let last = place.name && n + 1 == place.path.len();
            let name = entry.name.as_ref().filter(|_| last || self.first_line(&node.span) != node.span);
            span = match (name, segment) {
                (Some(name), Segment::Field(_)) => self.unquoted(name),
                (Some(name), Segment::Nth(_)) => name.span.clone(),
                (None, _) => node.span.clone(),
            };
        }
        self.first_line(&span)
    }

    /// The part of a span that stands on its first line.
    fn first_line(&self, span: &Range<usize>) -> Range<usize> {
        let next = self.line_breaks.get(self.line_of(span.start) - 1);
        span.start..next.map_or(span.end, |at| span.end.min(*at))
    }

    /// The line of this byte, from 1.
    pub(super) fn line_of(&self, at: usize) -> usize {
        1 + self.line_breaks.partition_point(|line_break| *line_break < at)
    }

    fn entry<'d>(&'d self, node: &'d Node, segment: &Segment) -> Option<&'d Entry> {
        let entries = &self.entries(node).entries;
        match segment {
            Segment::Field(field) => entries.iter().find(|entry| self.name_of(entry) == Some(*field)),
            Segment::Nth(n) => entries.get(*n),
        }
    }

    /// The node itself, or what `Some(…)` holds.
    pub(super) fn entries<'d>(&'d self, node: &'d Node) -> &'d Node {
        let some = node.shape == Shape::Word && self.text[node.word.clone()] == *"Some";
        match &node.entries[..] {
            [Entry { name: None, value }] if some => self.entries(value),
            _ => node,
        }
    }

    /// The name of an entry, without quotes.
    pub(super) fn name_of(&self, entry: &Entry) -> Option<&str> {
        entry.name.as_ref().map(|name| &self.text[self.unquoted(name)])
    }

    /// The line of this place.
    pub fn line(&self, place: &Place) -> usize {
        self.line_of(self.span(place).start)
    }
}
