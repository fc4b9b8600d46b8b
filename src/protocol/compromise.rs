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

    fn sentence(&self, _number: &dyn Fn(f64) -> String) -> String {
        "The text is the compromise, put to the room once: take it or leave it.".to_owned()
    }
}
