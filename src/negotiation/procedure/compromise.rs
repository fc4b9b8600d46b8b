//! The compromise: the mean of ideals by weight and salience, which is the draft, to take or to leave (specification §5).

use super::{
    super::{observer::Observer, table::NegotiationTable},
    Conduct,
};

/// Nothing is revised.
#[derive(Clone, Debug)]
pub struct CompromiseProcedure;

impl Conduct for CompromiseProcedure {
    fn revise<O: Observer>(&mut self, _table: &mut NegotiationTable<'_>, _observer: &mut O) {}
}
