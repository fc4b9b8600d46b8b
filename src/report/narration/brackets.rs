//! Open brackets: what is still in dispute, and who tables what instead (model §1).

use super::Narration;
use crate::{
    negotiation::View,
    report::number::point,
    text::{ClauseId, Value},
};

impl Narration<'_> {
    /// Open brackets: each voice whose demand is unmet, on the clause that hurts it most, with its own language.
    pub(super) fn brackets(&self, view: &View<'_>) -> Vec<(ClauseId, Vec<String>)> {
        let mut open: Vec<(ClauseId, Vec<String>)> = Vec::new();
        let mut column = vec![0.0; view.voices.who.len()];
        let mut worst: Vec<(f64, ClauseId)> = vec![(0.0, ClauseId(0)); view.voices.who.len()];
        for clause in view.model.clause_ids() {
            view.voices.preferences.column(clause, view.text[clause], &mut column);
            for (worst, loss) in worst.iter_mut().zip(&column) {
                if *loss > worst.0 {
                    *worst = (*loss, clause);
                }
            }
        }
        for (v, (loss, clause)) in worst.into_iter().enumerate() {
            if loss == 0.0 || view.utilities[v] >= view.targets[v] {
                continue;
            }
            let wants = match view.voices.preferences.option_count(clause) {
                0 => point(view.voices.preferences.ideal(v, clause)),
                _ => {
                    let best = view.voices.preferences.best_option(v, clause);
                    view.model.clauses[clause.index()].source.in_words(Value::option(best))
                }
            };
            let entry = format!("{} {wants}", self.name_of_voice(view, v));
            match open.iter_mut().find(|(c, _)| *c == clause) {
                Some((_, list)) => list.push(entry),
                None => open.push((clause, vec![entry])),
            }
        }
        open.sort_by_key(|(clause, _)| *clause);
        open
    }
}
