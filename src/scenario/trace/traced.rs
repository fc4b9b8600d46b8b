//! The wrapper that notes what serde's types ask of RON.

use std::{cell::RefCell, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor},
};

use super::{Names, Trace, Wanted};

/// Reads a value, noting what is read.
pub fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    de: D,
    trace: &RefCell<Trace<'_>>,
) -> Result<T, D::Error> {
    T::deserialize(Traced::new(de, trace))
}

/// Any of serde's parts, noting what passes through it.
struct Traced<'t, 'x, T> {
    inner: T,
    trace: &'x RefCell<Trace<'t>>,
}

impl<'t, 'x, T> Traced<'t, 'x, T> {
    fn new(inner: T, trace: &'x RefCell<Trace<'t>>) -> Self {
        Self { inner, trace }
    }

    /// The same trace around another part.
    fn around<U>(&self, inner: U) -> Traced<'t, 'x, U> {
        Traced::new(inner, self.trace)
    }

    fn want(&self, wanted: Wanted) {
        let mut trace = self.trace.borrow_mut();
        trace.wanted = match wanted {
            Wanted::Text if trace.naming => Wanted::Name,
            wanted => wanted,
        };
    }

    /// Reads a part of a container; afterwards the container's own wants hold again.
    fn part<R, E>(&self, read: impl FnOnce() -> Result<R, E>) -> Result<R, E> {
        let container = self.trace.borrow().wanted.clone();
        let part = read()?;
        self.trace.borrow_mut().wanted = container;
        Ok(part)
    }
}

/// Requests of a type, each with what it wants, where it says so.
macro_rules! requests {
    ($($method:ident($($arg:ident: $type:ty),*) $(=> $wanted:expr)?;)*) => {$(
        fn $method<V: Visitor<'de>>(self, $($arg: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            $(self.want($wanted);)?
            let visitor = self.around(visitor);
            self.inner.$method($($arg,)* visitor)
        }
    )*};
}

type Name = &'static str;

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Traced<'_, '_, D> {
    type Error = D::Error;

    requests! {
        deserialize_bool() => Wanted::Truth;
        deserialize_i8() => Wanted::Whole(i8::MIN.into(), i8::MAX.into());
        deserialize_i16() => Wanted::Whole(i16::MIN.into(), i16::MAX.into());
        deserialize_i32() => Wanted::Whole(i32::MIN.into(), i32::MAX.into());
        deserialize_i64() => Wanted::Whole(i64::MIN.into(), i64::MAX.into());
        deserialize_u8() => Wanted::Whole(0, u8::MAX.into());
        deserialize_u16() => Wanted::Whole(0, u16::MAX.into());
        deserialize_u32() => Wanted::Whole(0, u32::MAX.into());
        deserialize_u64() => Wanted::Whole(0, u64::MAX.into());
        deserialize_f32() => Wanted::Number;
        deserialize_f64() => Wanted::Number;
        deserialize_str() => Wanted::Text;
        deserialize_string() => Wanted::Text;
        deserialize_map() => Wanted::Map;
        deserialize_seq() => Wanted::List;
        deserialize_tuple(len: usize) => Wanted::Row("", len);
        deserialize_tuple_struct(name: Name, len: usize) => Wanted::Row(name, len);
        deserialize_struct(of: Name, fields: Names) => Wanted::Record { of, fields };
        deserialize_enum(of: Name, words: Names) => Wanted::Word { of, words };
        deserialize_char();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit();
        deserialize_unit_struct(name: Name);
        deserialize_newtype_struct(name: Name);
        deserialize_identifier();
        deserialize_ignored_any();
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        struct Form<V>(V);
        impl<'de, V: Visitor<'de>> fmt::Display for Form<&V> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.expecting(f)
            }
        }
        self.want(Wanted::Form(Form(&visitor).to_string()));
        let visitor = self.around(visitor);
        self.inner.deserialize_any(visitor)
    }
}

/// What a visitor is shown and passes on unchanged.
macro_rules! passed {
    ($($method:ident: $type:ty;)*) => {$(
        fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
            self.inner.$method(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Traced<'_, '_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    passed! {
        visit_bool: bool;
        visit_i64: i64;
        visit_u64: u64;
        visit_f64: f64;
        visit_char: char;
        visit_bytes: &[u8];
        visit_byte_buf: Vec<u8>;
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<V::Value, E> {
        self.trace.borrow_mut().note(word);
        self.inner.visit_str(word)
    }

    fn visit_borrowed_str<E: Error>(self, word: &'de str) -> Result<V::Value, E> {
        self.trace.borrow_mut().note(word);
        self.inner.visit_borrowed_str(word)
    }

    fn visit_string<E: Error>(self, word: String) -> Result<V::Value, E> {
        self.trace.borrow_mut().note(&word);
        self.inner.visit_string(word)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, de: D) -> Result<V::Value, D::Error> {
        let de = self.around(de);
        self.inner.visit_some(de)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, de: D) -> Result<V::Value, D::Error> {
        let de = self.around(de);
        self.inner.visit_newtype_struct(de)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<V::Value, A::Error> {
        let seq = self.around(seq);
        self.inner.visit_seq(seq)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        let map = self.around(map);
        self.inner.visit_map(map)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        let data = self.around(data);
        self.inner.visit_enum(data)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Traced<'_, '_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, de: D) -> Result<S::Value, D::Error> {
        let (trace, de) = (self.trace, self.around(de));
        let value = self.inner.deserialize(de)?;
        let mut trace = trace.borrow_mut();
        trace.before = trace.wanted.clone();
        Ok(value)
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Traced<'_, '_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let (whole, seed) = (self.around(()), self.around(seed));
        whole.part(|| self.inner.next_element_seed(seed))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Traced<'_, '_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let container = self.trace.borrow().wanted.clone();
        self.trace.borrow_mut().naming = true;
        if let Wanted::Record { of, fields } = container {
            self.want(Wanted::Field { of, fields });
        }
        let seed = self.around(seed);
        let key = self.inner.next_key_seed(seed)?;
        let mut trace = self.trace.borrow_mut();
        trace.naming = false;
        trace.wanted = container;
        Ok(key)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let (whole, seed) = (self.around(()), self.around(seed));
        let name = self.trace.borrow().last.clone();
        self.trace.borrow_mut().way.push(name);
        let value = whole.part(|| self.inner.next_value_seed(seed))?;
        self.trace.borrow_mut().way.pop();
        Ok(value)
    }
}

impl<'de, 't, 'x, A: EnumAccess<'de>> EnumAccess<'de> for Traced<'t, 'x, A> {
    type Error = A::Error;
    type Variant = Traced<'t, 'x, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), A::Error> {
        let trace = self.trace;
        let (word, variant) = self.inner.variant_seed(Traced::new(seed, trace))?;
        Ok((word, Traced::new(variant, trace)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Traced<'_, '_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let seed = self.around(seed);
        self.inner.newtype_variant_seed(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        let visitor = self.around(visitor);
        self.inner.tuple_variant(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: Names, visitor: V) -> Result<V::Value, A::Error> {
        self.want(Wanted::Record { of: "", fields });
        let visitor = self.around(visitor);
        self.inner.struct_variant(fields, visitor)
    }
}
