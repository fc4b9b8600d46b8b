//! Benchmarks: what could have been agreed, computed from preferences alone, without negotiating (specification §2).

pub mod agreement;
mod coalition;
mod contest;
mod cycles;
mod lcd;
mod line;
mod median;
mod options;
mod packages;
pub mod power;

pub use coalition::{Coalition, coalitions_of_the_willing};
pub use contest::{Contest, Sampled};
pub use cycles::{caplin_nalebuff, greenberg};
pub use lcd::{IdealDepths, Lcd};
pub use line::{ClauseVote, Voter};
pub use median::{median, weighted_median};
pub(crate) use options::unbeaten_options;
pub use packages::{Package, PackageScores, Packages};
