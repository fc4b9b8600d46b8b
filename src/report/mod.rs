//! From results to text: for people, for scripts, for spreadsheets. Pure: nothing here touches a file.

pub mod analysis;
pub mod answer;
pub mod backtest;
#[cfg(feature = "pictures")]
pub mod chart;
pub mod comparison;
pub mod discovery;
pub mod levers;
pub mod narration;
mod nulls;
pub mod number;
pub mod odd;
pub mod overview;
#[cfg(feature = "pictures")]
pub mod page;
#[cfg(feature = "parquet")]
pub mod parquet;
mod protocol;
pub mod sensitivity;
pub mod study;
pub mod table;
