//! The compromise, which has no settings.

use super::{Draft, Proceedings, Settings};

/// The mean of ideals by weight and salience, to take or to leave.
pub struct Compromise;

impl Settings for Compromise {
    fn proceedings(&self) -> Proceedings {
        Proceedings::at_reservation(1)
    }

    fn draft(&self) -> Draft {
        Draft::Mean
    }
}
