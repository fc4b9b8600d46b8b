//! Everything that needs more than one module, or a whole scenario.
#![allow(missing_docs, clippy::cast_precision_loss)]

mod case;
mod limits;
mod rules;
