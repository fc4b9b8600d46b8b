//! Null models: what arithmetic or chance alone would make of the same replicate (specification §2).
//!
//! Three are texts that follow from wishes alone (`wishes`), three are the same negotiation with one thing changed
//! (`rerun`), two are random texts (`chance`). All are judged as the negotiation is: by the benchmarks of the replicate's
//! own parties, with its laggards.

mod chance;
mod rerun;
mod wishes;

pub use chance::Chance;

use super::Negotiator;
use crate::{
    null::Null,
    outcome::{Conclusion, NullOutcome},
    text::Text,
};

impl Negotiator<'_> {
    /// What a null model makes of the replicate last negotiated; `None` where it does not apply: without laggards, if every
    /// party is one.
    pub fn under(&mut self, null: Null) -> Option<NullOutcome> {
        let conclusion = self.rerun(null)?;
        let outcome = self.session.findings(conclusion).of_null(null);
        self.restore(null);
        Some(outcome)
    }

    /// What would hold afterwards under a null model: its text, or nothing where none is adopted.
    pub fn text_under(&mut self, null: Null) -> Option<Option<Text>> {
        let adopted = self.rerun(null)?.adopted();
        let text = adopted.then(|| self.session.table.text.clone());
        self.restore(null);
        Some(text)
    }

    fn rerun(&mut self, null: Null) -> Option<Conclusion> {
        if self.session.is_unfinished() {
            self.prepare(self.session.replicate);
        }
        Some(match null {
            Null::OrderStatistic | Null::Median | Null::WeightedMean => {
                self.session.table.text = wishes::text(&self.session.table, null);
                Conclusion::Consensus
            }
            Null::LaggardsRemoved => self.session.run_without_laggards()?,
            Null::NoIsolationCost => self.session.run_without_isolation_cost(),
            Null::IdealsPermuted | Null::RandomText | Null::ZeroIntelligence => {
                let chance = self.chance.get_or_insert_with(|| Chance::new(self.model, self.seed));
                chance.turn_to(self.session.replicate);
                match null {
                    Null::IdealsPermuted => self.session.run_with_ideals_permuted(chance),
                    _ => self.session.try_random_texts(null, chance),
                }
            }
        })
    }

    /// Puts back what a null model changed about the parties.
    fn restore(&mut self, null: Null) {
        if matches!(null, Null::NoIsolationCost | Null::IdealsPermuted) {
            self.prepare(self.session.replicate);
        }
    }
}
