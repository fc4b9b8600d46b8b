//! Everything that needs more than one module, or a whole scenario.
#![allow(missing_docs, clippy::cast_precision_loss)]

mod agreement;
mod allocation;
mod case;
mod chair;
mod cli;
mod determinism;
mod draws;
mod kernel;
mod laws;
mod limits;
mod messages;
mod objections;
mod power;
mod procedures;
mod readme;
mod rules;
mod shipped;
mod stopping;
mod support;
mod transcripts;
mod verdicts;
mod yardsticks;
