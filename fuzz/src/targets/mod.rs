//! The targets, by what they read.

pub mod commands;
pub mod expression;
pub mod results;
pub mod scenario;
pub mod study;
pub mod tables;
pub mod widths;
