//! A given text put to a rule as it stands: who would have let it pass (specification §§3.4, 3.5).

use super::{Ballot, Negotiator};
use crate::{text::Text, voting::DecisionRule};

impl Negotiator<'_> {
    /// Draws a replicate's parties and puts a text to a rule at the deadline, when everybody asks for its reservation value;
    /// nobody revises anything. Everybody's ballot, and whether the text is carried.
    pub fn table(&mut self, replicate: u64, text: &Text, rule: &DecisionRule) -> (&Ballot, bool) {
        self.prepare(replicate);
        let session = &mut self.session;
        let table = &mut session.table;
        table.text.0.copy_from_slice(&text.0);
        table.judge_text();
        table.round = table.deadline();
        table.update_aspirations(table.round);
        let carried = session.decision.decide(table, rule);
        (&session.decision.ballot, carried)
    }
}
