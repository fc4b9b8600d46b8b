//! Everything that needs more than one module, or a whole scenario.
#![allow(missing_docs, clippy::cast_precision_loss)]

mod case;
mod kernel;
mod limits;
mod objections;
mod rules;
mod support;
mod yardsticks;
