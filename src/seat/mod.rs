//! Delegates from outside the program: a script, a process, a record of what was said.
//!
//! What they see and say goes over JSON, one line each, as `guide::seats` describes it ([`protocol`]). A [`Process`] has a time
//! limit for each round and is replaced by the model once it breaks the rules; a [`Record`] of what counted replays the same
//! negotiation without it.

pub mod command;
mod process;
pub mod protocol;
mod record;
mod script;
mod words;

pub use process::{Process, ProcessError};
pub use record::{Heading, Record, RecordError};
pub use script::Script;
pub use words::{clause, clause_and_value, seat, value};

#[cfg(test)]
mod tests;
