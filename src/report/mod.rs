//! Formatting of results as text, tables, charts and pages. Nothing here reads or writes files.

pub mod adopted;
pub mod analysis;
pub mod answer;
pub mod archive;
pub mod backtest;
pub mod calibration;
#[cfg(feature = "pictures")]
pub mod chart;
#[cfg(feature = "pictures")]
pub mod class;
pub mod comparison;
mod correlations;
pub mod discovery;
mod estimate;
mod figures;
pub mod glossary;
mod headline;
pub mod identity;
pub mod levers;
pub mod lift;
pub mod matrix;
pub mod names;
pub mod narration;
mod nulls;
mod observed;
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
pub mod responsibility;
pub mod robustness;
pub mod screen;
pub mod seat;
pub mod sensitivity;
mod standstill;
pub mod statement;
pub mod study;
pub mod table;
mod texts;
pub mod titles;
mod who;
