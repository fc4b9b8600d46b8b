//! Yardsticks: what could have been agreed, from preferences alone, before any negotiation runs (model §2).

pub mod agreement;
mod frontier;
mod lcd;
pub mod power;

pub use frontier::tolerance_frontier;
pub use lcd::{IdealDepths, Lcd, median};
