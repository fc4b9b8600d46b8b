//! Formatting of results as text, tables, charts and pages. Nothing here reads or writes files.

pub mod adopted;
pub mod analysis;
pub mod answer;
pub mod archive;
pub mod backtest;
#[cfg(feature = "pictures")]
pub mod chart;
pub mod comparison;
pub mod discovery;
mod estimate;
mod figures;
pub mod glossary;
mod headline;
pub mod identity;
pub mod levers;
pub mod matrix;
pub mod names;
pub mod narration;
mod nulls;
pub mod number;
pub mod odd;
mod outcomes;
mod outside;
pub mod overview;
#[cfg(feature = "pictures")]
pub mod page;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod plan;
mod protocol;
mod responsibility;
pub mod rule;
pub mod screen;
pub mod sensitivity;
mod standstill;
pub mod statement;
pub mod study;
pub mod table;
mod texts;
mod titles;
mod who;
