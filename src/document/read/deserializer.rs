//! A value of a tree as serde asks for it.

use std::fmt;

use serde::{Deserializer, de::Visitor};

use super::{
    Names, ReadError, Value, Wanted,
    access::{RecordAccess, VariantReader},
};
use crate::document::tree::Shape;

/// Words that RON does not take for the name of a struct.
const BARE: [&str; 6] = ["true", "false", "Some", "None", "inf", "NaN"];

/// What a visitor says it reads.
struct Form<'v, V>(&'v V);

impl<'de, V: Visitor<'de>> fmt::Display for Form<'_, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
}

/// Types that RON reads from a number or a word.
macro_rules! scalars {
    ($($method:ident => $wanted:expr;)*) => {$(
        fn $method<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, ReadError> {
            self.scalar($wanted, |ron| ron.$method(visitor))
        }
    )*};
}

impl<'d> Deserializer<'d> for Value<'d> {
    type Error = ReadError;

    scalars! {
        deserialize_bool => Wanted::Truth;
        deserialize_i8 => Wanted::Whole(i8::MIN.into(), i8::MAX.into());
        deserialize_i16 => Wanted::Whole(i16::MIN.into(), i16::MAX.into());
        deserialize_i32 => Wanted::Whole(i32::MIN.into(), i32::MAX.into());
        deserialize_i64 => Wanted::Whole(i64::MIN.into(), i64::MAX.into());
        deserialize_u8 => Wanted::Whole(0, u8::MAX.into());
        deserialize_u16 => Wanted::Whole(0, u16::MAX.into());
        deserialize_u32 => Wanted::Whole(0, u32::MAX.into());
        deserialize_u64 => Wanted::Whole(0, u64::MAX.into());
        deserialize_f32 => Wanted::Number;
        deserialize_f64 => Wanted::Number;
        deserialize_char => Wanted::Text;
        deserialize_bytes => Wanted::Text;
        deserialize_byte_buf => Wanted::Text;
        deserialize_unit => Wanted::Form("()".to_owned());
    }

    fn deserialize_any<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let wanted = Wanted::Form(Form(&visitor).to_string());
        self.only(&wanted, |value| {
            let node = value.node;
            let named = node.entries.first().is_some_and(|entry| entry.name.is_some());
            match node.shape {
                Shape::Text => value.text(visitor),
                Shape::Number => value.scalar(wanted.clone(), |ron| ron.deserialize_any(visitor)),
                Shape::Word if node.is_bare() => {
                    value.scalar(wanted.clone(), |ron| ron.deserialize_any(visitor))
                }
                Shape::Word if BARE.contains(&&value.source.text[node.word.clone()]) => {
                    Err(value.misfit(wanted.clone()))
                }
                Shape::Word | Shape::Group if named => value.record(&[], visitor),
                Shape::Word | Shape::Group | Shape::List => value.row(wanted.clone(), visitor),
                Shape::Map => value.deserialize_map(visitor),
                Shape::Missing => Err(value.misfit(wanted.clone())),
            }
            .map_err(|error| error.at(&node.span))
        })
    }

    fn deserialize_str<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.text(visitor)
    }

    fn deserialize_string<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.text(visitor)
    }

    fn deserialize_option<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let (node, inner) = (self.node, self.inner);
        let word = if inner { "" } else { &self.source.text[node.word.clone()] };
        match word {
            "None" if node.is_bare() => visitor.visit_none(),
            "Some" if node.bracket.is_some() => visitor.visit_some(Self { inner: true, ..self }),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'d>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'d>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.only(&Wanted::List, |value| match value.node.shape {
            Shape::List => value.row(Wanted::List, visitor),
            _ => Err(value.misfit(Wanted::List)),
        })
    }

    fn deserialize_tuple<V: Visitor<'d>>(self, len: usize, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_tuple_struct("", len, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'d>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let wanted = Wanted::Row(name, len);
        self.group(name, &wanted)?.row(wanted, visitor)
    }

    fn deserialize_map<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.only(&Wanted::Map, |value| match value.node.shape {
            Shape::Map => visitor
                .visit_map(&mut RecordAccess::new(value, Wanted::Name))
                .map_err(|error| error.at(&value.place())),
            _ => Err(value.misfit(Wanted::Map)),
        })
    }

    fn deserialize_struct<V: Visitor<'d>>(
        self,
        name: &'static str,
        fields: Names,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.group(name, &Wanted::Record(name))?.record(fields, visitor)
    }

    fn deserialize_enum<V: Visitor<'d>>(
        self,
        name: &'static str,
        variants: Names,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let wanted = Wanted::Word(name, variants);
        self.only(&wanted, |value| match value.node.shape {
            Shape::Word => visitor.visit_enum(VariantReader { value, wanted: wanted.clone() }),
            _ => Err(value.misfit(wanted.clone())),
        })
    }

    fn deserialize_identifier<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.text(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_any(visitor)
    }
}
