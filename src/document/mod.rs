//! The text files people write: scenarios, studies, templates, in RON.

mod value;

pub use value::{options, value};
