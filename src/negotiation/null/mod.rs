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

    /// v(S): the realised depth of a replicate where nobody need be brought along but those marked in `heard`, a country each;
    /// the draft where nobody is marked. The others are *silent*: they stay in the draft, in blocs' means and in the
    /// benchmarks, but neither object nor vote, count as no members, and have no veto in their bloc.
    ///
    /// ```
    /// use plenary::{model::Model, negotiation::Negotiator, scenario::Scenario};
    ///
    /// let scenario = Scenario::parse("two", r#"(
    ///     format: 1,
    ///     title: "two",
    ///     clauses: {"cuts": Ambition(status_quo: 0)},
    ///     countries: {"A": (positions: {"cuts": 0.2}), "B": (positions: {"cuts": 0.8})},
    ///     rule: Unanimity,
    /// )"#)?;
    /// let model = Model::compile(&scenario)?;
    /// let mut negotiator = Negotiator::new(&model, 1);
    /// assert_eq!(negotiator.depth_heeding(0, &[false, false]), 0.5); // the draft: the mean of their wishes
    /// assert!(negotiator.depth_heeding(0, &[false, true]) > 0.7); // B alone must say yes
    /// let run = negotiator.negotiate(0, &mut ()).realised_depth;
    /// assert_eq!(negotiator.depth_heeding(0, &[true, true]), run);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Panics
    /// If `heard` is shorter than the list of countries.
    pub fn depth_heeding(&mut self, replicate: u64, heard: &[bool]) -> f64 {
        let model = self.model;
        let depth = &model.depth;
        self.heeding(replicate, heard, |text| {
            text.map_or_else(|| depth.of_status_quo(), |x| depth.nominal(x))
        })
    }

    /// As [`Self::depth_heeding`], with what `read` makes of the text that is adopted, none where there is none.
    pub(crate) fn heeding<R>(
        &mut self,
        replicate: u64,
        heard: &[bool],
        read: impl FnOnce(Option<&Text>) -> R,
    ) -> R {
        self.draws.seek(replicate);
        let session = &mut self.session;
        let silent = &mut session.table.parties.silent;
        for (i, silent) in silent.iter_mut().enumerate() {
            *silent = !heard[i];
        }
        let nobody = !silent.contains(&false);
        session.draw(replicate, &self.draws);
        session.convene();
        let conclusion = if nobody { Conclusion::Consensus } else { session.run_in_silence() };
        let found = read(conclusion.adopted().then_some(&session.table.text));
        self.prepare(replicate);
        found
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
        if matches!(null, Null::LaggardsRemoved | Null::NoIsolationCost | Null::IdealsPermuted) {
            self.prepare(self.session.replicate);
        }
    }
}
