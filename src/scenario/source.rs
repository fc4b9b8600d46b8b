//! A second, spanned reading of a scenario file: where each value stands.
//!
//! The first reading gives values without places. When a problem of meaning is found, this one walks the same
//! text again, keeping every value as the slice of source it was written in (RON's raw values), so that a
//! problem can be underlined where it was made. Nothing is parsed by hand.

use std::{cell::RefCell, collections::BTreeMap, fmt, ops::Range, rc::Rc};

use ron::value::RawValue;
use serde::{
    Deserialize, Deserializer,
    de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::problem::{Place, Segment};
use crate::document::options;

/// The text of a scenario that has been read once without error.
pub struct Source<'a> {
    text: &'a str,
    /// The entries of values that have been looked into, by where the value begins.
    seen: RefCell<BTreeMap<usize, Rc<[Entry<'a>]>>>,
}

/// An entry of a map, record or list: its name, if it has one, and the source of its value.
pub type Entry<'a> = (Option<String>, &'a str);

impl<'a> Source<'a> {
    pub fn read(text: &'a str) -> Self {
        Self { text, seen: RefCell::default() }
    }

    /// The bytes at this place: the value, or the entry's name where that is meant or the value runs over
    /// several lines. As near as can be where the place was left out of the file.
    pub fn span(&self, place: &Place) -> Range<usize> {
        let mut value = self.text;
        let mut span = 0..self.text.chars().next().map_or(0, char::len_utf8);
        for segment in &place.path {
            let entries = self.entries(value);
            let found = match segment {
                Segment::Field(name) => entries.iter().find(|(n, _)| n.as_deref() == Some(name)),
                Segment::Nth(n) => entries.get(*n),
            };
            let Some((name, entry)) = found else { break };
            value = entry;
            span = self.offset(value)..self.offset(value) + value.len();
            let named = name.as_ref().and_then(|name| match segment {
                Segment::Field(_) => self.before(name, span.start),
                Segment::Nth(_) => self.before(&format!("\"{name}\""), span.start),
            });
            let last = place.path.last() == Some(segment);
            if let Some(name) = named.filter(|_| value.contains('\n') || (place.name && last)) {
                span = name;
            }
        }
        if self.text[span.clone()].contains('\n') {
            let first_line = self.text[span.clone()].find('\n').unwrap_or(0);
            span.end = span.start + first_line;
        }
        span
    }

    fn entries(&self, value: &'a str) -> Rc<[Entry<'a>]> {
        let mut seen = self.seen.borrow_mut();
        Rc::clone(seen.entry(self.offset(value)).or_insert_with(|| entries(value).into()))
    }

    /// The line of this place.
    pub fn line(&self, place: &Place) -> usize {
        1 + self.text[..self.span(place).start].matches('\n').count()
    }

    /// Where a slice of the source begins.
    fn offset(&self, slice: &str) -> usize {
        (slice.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize)
    }

    /// The last place before a value where this is written.
    fn before(&self, name: &str, value: usize) -> Option<Range<usize>> {
        let start = self.text[..value].rfind(name)?;
        Some(start..start + name.len())
    }
}

/// The entries of a value; none for a number, a string or a bare name.
pub fn entries(value: &str) -> Vec<Entry<'_>> {
    ron::Deserializer::from_str_with_options(value, &options())
        .ok()
        .and_then(|mut de| (&mut de).deserialize_any(Entries).ok())
        .unwrap_or_default()
}

struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Vec<Entry<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(raw) = seq.next_element::<&RawValue>()? {
            entries.push((None, raw.trim().get_ron()));
        }
        Ok(entries)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((Name(name), raw)) = map.next_entry::<_, &RawValue>()? {
            entries.push((Some(name), raw.trim().get_ron()));
        }
        Ok(entries)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, de: D) -> Result<Self::Value, D::Error> {
        de.deserialize_any(self)
    }

    fn visit_some<D: Deserializer<'de>>(self, de: D) -> Result<Self::Value, D::Error> {
        de.deserialize_any(self)
    }
}

/// The name of an entry, whatever it is written as.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyName;

        impl<'de> Visitor<'de> for AnyName {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Name, E> {
                Ok(Name(name.to_owned()))
            }

            fn visit_f64<E: Error>(self, name: f64) -> Result<Name, E> {
                Ok(Name(name.to_string()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Name, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Name(String::new()))
            }
        }

        deserializer.deserialize_any(AnyName)
    }
}
