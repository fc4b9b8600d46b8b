//! The compromise: the mean of ideals by weight and salience, which is the draft, to take or to leave (specification §5).

use super::{
    super::{observer::Observer, table::Table},
    Conduct,
};

/// Nothing is revised.
#[derive(Clone, Debug)]
pub struct Compromise;

impl Conduct for Compromise {
    fn revise<O: Observer>(&mut self, _table: &mut Table<'_>, _observer: &mut O) {}
}
