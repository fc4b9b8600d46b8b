//! Declarations from which the fields of a type follow.

/// Values that are only replaced as a whole.
macro_rules! leaves {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::field::Settable for $type {
            fn set_field(&mut self, path: &str, change: &$crate::field::Change<'_>) -> Result<(), $crate::field::SetError> {
                change.replace(path, self)
            }
        }
    )*};
}
pub(crate) use leaves;

/// Declares a struct and its fields, once: `field: type = default`, each with its documentation. Where no field has a
/// default, there is no `Default`, and what may be left out of a file says so with `#[serde(default)]`.
macro_rules! record {
    ($(#[$($meta:tt)*])* pub struct $name:ident {
        $($(#[$($about:tt)*])* $field:ident: $type:ty = $default:expr,)*
    }) => {
        $(#[$($meta)*])*
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name { $($(#[$($about)*])* pub $field: $type,)* }

        impl Default for $name {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        $crate::field::fields!($name { $($(#[$($about)*])* $field: $type,)* });
    };
    ($(#[$($meta:tt)*])* pub struct $name:ident {
        $($(#[$($about:tt)*])* $field:ident: $type:ty,)*
    }) => {
        $(#[$($meta)*])*
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$($about)*])* pub $field: $type,)* }

        $crate::field::fields!($name { $($(#[$($about)*])* $field: $type,)* });
    };
}
pub(crate) use record;

/// The fields of a struct, each by its path.
macro_rules! fields {
    ($name:ident { $($(#[$($about:tt)*])* $field:ident: $type:ty,)* }) => {
        impl $crate::field::Settable for $name {
            const LEAF: bool = false;

            fn set_field(&mut self, path: &str, change: &$crate::field::Change<'_>) -> Result<(), $crate::field::SetError> {
                let (step, rest) = $crate::field::step(path);
                match step {
                    "" => change.replace(path, self),
                    $(stringify!($field) => $crate::field::Settable::set_field(&mut self.$field, rest, change),)*
                    _ => Err($crate::field::SetError::unknown(path, &[$(stringify!($field)),*])),
                }
            }

            fn list(at: &str, about: &'static str, fields: &mut Vec<$crate::field::Field>) {
                if !at.is_empty() {
                    fields.push($crate::field::Field { path: at.to_owned(), about });
                }
                let dot = if at.is_empty() { "" } else { "." };
                $(<$type as $crate::field::Settable>::list(
                    &format!("{at}{dot}{}", stringify!($field)),
                    concat!($($crate::field::about!($($about)*)),*),
                    fields,
                );)*
            }
        }
    };
}
pub(crate) use fields;

/// The text of a documentation comment; nothing of other attributes.
macro_rules! about {
    (doc = $about:literal) => {
        $about
    };
    ($($other:tt)*) => {
        ""
    };
}
pub(crate) use about;

/// An enum whose variants hold settings: the variant's name is no step of a path.
macro_rules! settings {
    ($name:ident { $($variant:ident($type:ty)),* $(,)? } $($bare:ident),*) => {
        impl $crate::field::Settable for $name {
            const LEAF: bool = false;

            fn set_field(&mut self, path: &str, change: &$crate::field::Change<'_>) -> Result<(), $crate::field::SetError> {
                match self {
                    _ if path.is_empty() => change.replace(path, self),
                    $(Self::$variant(settings) => $crate::field::Settable::set_field(settings, path, change),)*
                    $(Self::$bare { .. } => Err($crate::field::SetError::unknown(path, &[])),)*
                }
            }

            fn list(at: &str, about: &'static str, fields: &mut Vec<$crate::field::Field>) {
                fields.push($crate::field::Field { path: at.to_owned(), about });
                let mut settings = Vec::new();
                $(<$type as $crate::field::Settable>::list(at, about, &mut settings);)*
                settings.retain(|field| field.path != at);
                for field in settings {
                    if !fields.contains(&field) {
                        fields.push(field);
                    }
                }
            }
        }
    };
}
pub(crate) use settings;
