//! The notation of the files.

use ron::{Options, extensions::Extensions};

/// How files are read and written: `Some(…)` and the brackets of settings inside a variant may be left out.
pub fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_NEWTYPES)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES)
}
