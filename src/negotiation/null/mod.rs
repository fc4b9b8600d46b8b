//! Null models: what arithmetic or chance alone would make of the same replicate (model §2).
//!
//! Three are texts that follow from wishes alone (`wishes`), three are the same negotiation with one thing changed
//! (`rerun`), two are random texts (`chance`). All are judged as the negotiation is: by the yardsticks of the replicate's
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
    /// What a null model makes of the replicate last negotiated; none where it cannot be asked, as without laggards where
    /// everyone is one.
    pub fn under(&mut self, null: Null) -> Option<NullOutcome> {
        let conclusion = self.rerun(null)?;
        let outcome = self.state.findings(self.model, conclusion).of_null(null);
        self.restore(null);
        Some(outcome)
    }

    /// What would hold afterwards under a null model: its text, or nothing where none is adopted.
    pub fn text_under(&mut self, null: Null) -> Option<Option<Text>> {
        let adopted = self.rerun(null)?.adopted();
        let text = adopted.then(|| self.state.text.clone());
        self.restore(null);
        Some(text)
    }

    fn rerun(&mut self, null: Null) -> Option<Conclusion> {
        Some(match null {
            Null::OrderStatistic | Null::Median | Null::WeightedMean => {
                self.state.write_wishes(self.model, null);
                Conclusion::Consensus
            }
            Null::LaggardsRemoved => self.state.run_without_laggards(self.model)?,
            Null::NoIsolationCost => self.state.run_without_isolation_cost(self.model),
            Null::IdealsPermuted | Null::RandomText | Null::ZeroIntelligence => {
                let chance = self.chance.get_or_insert_with(|| Chance::new(self.model, self.seed));
                chance.turn_to(self.replicate);
                match null {
                    Null::IdealsPermuted => self.state.run_with_ideals_dealt_anew(self.model, chance),
                    _ => self.state.try_random_texts(self.model, null, chance),
                }
            }
        })
    }

    /// Puts back what a null model changed about the parties.
    fn restore(&mut self, null: Null) {
        if matches!(null, Null::NoIsolationCost | Null::IdealsPermuted) {
            self.prepare(self.replicate);
        }
    }
}
