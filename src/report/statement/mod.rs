//! What can truly be said of a run: typed facts, each made in one place from figures with their intervals.
//!
//! Sentences, titles and tables are written from these, never from numbers directly: a fact knows ties, undefined values,
//! samples of one, small effects, and of what a figure is a share.

mod causes;
mod clause;
mod conduct;
mod ending;
mod figure;
mod gains;
mod reach;

pub use causes::{Cause, Causes, Part};
pub use clause::{ClauseFact, Columns, Floor};
pub use conduct::{Conduct, Doers};
pub use ending::{Acceptable, Adoption, Dilution, Ending, Endings, Obstacle, Round, Standstill};
pub use figure::{Figure, Sample, Side};
pub use gains::{Gain, Gains, Ranking};
pub use reach::{DependsOn, LcdShare, Reach, Way, range};
