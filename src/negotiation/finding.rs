//! What a run amounted to: the facts the outcome tree looks at, and each party at the end (specification §2).

use super::session::{Ending, Session};
use crate::{
    model::Appraisal,
    null::Null,
    outcome::{Conclusion, Emergence, Facts, NullOutcome, Outcome, PartyOutcome, VotesCast},
    stance::{Stance, TOLERANCE},
    text::{ClauseId, Value},
    voting::{Asks, Tally, Vote},
};

/// What a text amounts to.
pub(super) struct Findings {
    facts: Facts,
    guaranteed_depth: f64,
    lcd: bool,
    lcd_in_substance: bool,
    /// D of what holds afterwards.
    realised_depth: f64,
    /// Each country's gain over the status quo.
    gains: Vec<f64>,
}

impl Findings {
    /// The same, of a null model.
    pub fn of_null(&self, null: Null) -> NullOutcome {
        NullOutcome {
            null,
            adopted: self.facts.conclusion.adopted(),
            lcd: self.lcd,
            lcd_in_substance: self.lcd_in_substance,
            realised_depth: self.realised_depth,
        }
    }
}

impl Session<'_> {
    /// What the run amounted to.
    pub(super) fn find(&mut self, ending: Ending) -> Outcome {
        let (model, replicate) = (self.table.model, self.replicate);
        let Findings { facts, guaranteed_depth, lcd, lcd_in_substance, realised_depth, gains } =
            self.findings(ending.conclusion);
        let (lcd_of, all) = (&self.table.benchmarks.lcd, &self.table.benchmarks.lcd_of_all);
        Outcome {
            replicate,
            conclusion: ending.conclusion,
            votes: self.deciding_vote(),
            label: facts.label(&model.thresholds),
            round: ending.round,
            text: self.table.text.clone(),
            depth: facts.depth,
            guaranteed_depth,
            realised_depth,
            draft_depth: self.table.depths[0],
            benchmarks: [lcd_of.depth_strong, lcd_of.depth_weak, lcd_of.depth_reference],
            benchmarks_of_all: [all.depth_strong, all.depth_weak, all.depth_reference],
            index: facts.index,
            guaranteed_index: facts.guaranteed_index,
            lcd,
            lcd_in_substance,
            laggard_bound: facts.laggard_bound,
            emergence: if lcd { self.emergence(ending.round) } else { Emergence::None },
            without_laggards: None,
            nulls: Vec::new(),
            participation: self.participation(ending.conclusion),
            fixed_points_differ: self.decision.ballot.equilibria_differ(model),
            parties: self.parties(&gains),
        }
    }

    /// The count of the vote that decided, where one was taken.
    fn deciding_vote(&self) -> Option<VotesCast> {
        let ballot = &self.decision.ballot;
        let Tally { yes, no, abstain, .. } = &ballot.tally;
        let cast = VotesCast { yes: yes.heads, no: no.heads, abstain: abstain.heads };
        (ballot.asks == Asks::Votes).then_some(cast)
    }

    /// What the text on the table amounts to, given how it came out.
    pub(super) fn findings(&self, conclusion: Conclusion) -> Findings {
        let model = self.table.model;
        debug_assert!(
            !conclusion.adopted()
                || model.clauses.iter().zip(&self.table.text.0).all(|(clause, value)| clause.offers(*value))
        );
        let t = &model.thresholds;
        let (depth, guaranteed) =
            (model.depth.nominal(&self.table.text), model.depth.guaranteed(&self.table.text));
        let gains = self.gains(conclusion);
        let bound = |depth: f64| self.is_laggard_bound(depth, &gains);
        let facts = Facts {
            conclusion,
            departure: self.departure(),
            outside: self.outside(conclusion),
            index: self.table.benchmarks.lcd.index(depth, t.ambition_gap),
            guaranteed_index: self.table.benchmarks.lcd.index(guaranteed, t.ambition_gap),
            laggard_bound: bound(depth),
            carved_salience: self.carved_salience(),
            ambition: model.depth.ambition_clauses().next().is_some(),
            depth_left: self.left_in(),
            depth,
            reference: self.table.benchmarks.lcd.depth_reference,
        };
        let in_substance = Facts { laggard_bound: facts.laggard_bound || bound(guaranteed), ..facts };
        Findings {
            lcd: facts.is_lcd(t),
            lcd_in_substance: in_substance.is_lcd_in_substance(t),
            guaranteed_depth: guaranteed,
            realised_depth: if conclusion.adopted() { depth } else { model.depth.of_status_quo() },
            facts,
            gains,
        }
    }

    /// Each country's gain over the status quo, by its own ideals, from what holds for it afterwards: a text holds for
    /// all members, or for those who signed it. (Whoever stays outside a coalition gains nothing: the model knows no
    /// free rides.)
    fn gains(&self, conclusion: Conclusion) -> Vec<f64> {
        let model = self.table.model;
        let mut judged = Appraisal::default();
        judged.judge(&self.table.parties.national, &self.table.text);
        let gain = |i: usize| judged.utilities()[i] - self.table.parties.at_status_quo[i];
        let holds = |i: usize| conclusion.adopted() && self.is_bound(conclusion, i);
        (0..model.countries.len()).map(|i| if holds(i) { gain(i) } else { 0.0 }).collect()
    }

    /// Whether an adopted text binds a country.
    fn is_bound(&self, conclusion: Conclusion, i: usize) -> bool {
        !matches!(conclusion, Conclusion::Signed { .. }) || self.decision.ballot.votes[i] == Vote::Yes
    }

    /// The share of members, or of materiality if larger, that an adopted text does not bind.
    fn outside(&self, conclusion: Conclusion) -> f64 {
        let model = self.table.model;
        let everyone = 0..model.countries.len();
        let outside = || everyone.clone().filter(|&i| !self.is_bound(conclusion, i));
        let heads = |i: usize| model.countries[i].voting_weight.heads;
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 countries
        let members =
            outside().map(heads).sum::<u64>() as f64 / everyone.clone().map(heads).sum::<u64>() as f64;
        members.max(outside().map(|i| model.countries[i].materiality).sum())
    }

    /// max_d |x_d − q_d|; another option counts in full.
    fn departure(&self) -> f64 {
        let by_clause =
            self.table.text.0.iter().zip(&self.table.parties.status_quo().0).map(|(x, q)| match (*x, *q) {
                (Value::Interval { lo, hi }, Value::Interval { lo: at, .. }) => {
                    (lo - at).abs().max((hi - at).abs())
                }
                (x, q) => f64::from(u8::from(x != q)),
            });
        by_clause.fold(0.0, f64::max)
    }

    /// Whether some laggard hardly gains, or finds the text about as deep as it would have it. Weak, as acceptance
    /// is: the chair's step may equal the threshold, and rounding must not decide.
    fn is_laggard_bound(&self, depth: f64, gains: &[f64]) -> bool {
        let t = &self.table.model.thresholds;
        let within = t.laggard_gain + TOLERANCE;
        let binds =
            |i: usize| gains[i] <= within || (depth - self.table.benchmarks.ambitions.of(i)).abs() <= within;
        self.table.benchmarks.ambitions.laggards(t.laggard_share).iter().any(|&i| binds(i))
    }

    /// The share of a clause that was deleted or taken out of scope.
    fn taken_out(&self, clause: ClauseId) -> f64 {
        let model = self.table.model;
        let near = |a: f64, b: f64| (a - b).abs() <= model.thresholds.procedural;
        let (was, is) = (self.table.draft[clause], self.table.text[clause]);
        if model.clauses[clause.index()].scope {
            return 1.0 - is.middle().min(was.middle()) / was.middle().max(f64::MIN_POSITIVE);
        }
        let q = self.table.parties.status_quo()[clause];
        let deleted = match (is, q) {
            (Value::Interval { lo, hi }, Value::Interval { lo: at, .. }) => {
                near(lo, at) && near(hi, at) && !near(was.middle(), at)
            }
            (is, q) => is == q && was != q,
        };
        if deleted {
            return 1.0;
        }
        let covered: f64 = model
            .depth
            .governed_by(clause)
            .iter()
            .map(|&(scope, share)| 1.0 - share * self.taken_out(scope))
            .product();
        1.0 - covered
    }

    /// Materiality-weighted salience of what was taken out, as a share of the total.
    fn carved_salience(&self) -> f64 {
        let model = self.table.model;
        let (mut out, mut total) = (0.0, 0.0);
        for clause in model.clause_ids() {
            let taken = self.taken_out(clause);
            for (i, country) in
                model.countries.iter().enumerate().filter(|(i, _)| self.table.parties.present[*i])
            {
                let weight = country.materiality * self.table.parties.national.salience(i, clause);
                total += weight;
                out += weight * taken;
            }
        }
        if total > 0.0 { out / total } else { 0.0 }
    }

    /// Depth of the clauses that were not taken out, on their own.
    fn left_in(&self) -> f64 {
        let model = self.table.model;
        let (mut depth, mut weight) = (0.0, 0.0);
        for clause in model.depth.ambition_clauses().filter(|&c| self.taken_out(c) < 1.0) {
            depth += model.depth.weight(clause) * model.depth.at(clause, self.table.text[clause]);
            weight += model.depth.weight(clause);
        }
        if weight > 0.0 { depth / weight } else { 0.0 }
    }

    /// The start of the last stretch of rounds at the LCD, where the text was diluted on the way.
    fn emergence(&self, last: u32) -> Emergence {
        let t = &self.table.model.thresholds;
        let end = last as usize;
        if self.table.depths[0] - self.table.depths[end] < t.dilution {
            return Emergence::ByDesign;
        }
        let at_lcd = |depth: f64| {
            self.table.benchmarks.lcd.index(depth, t.ambition_gap).is_some_and(|x| x >= t.lcd_index)
        };
        let since = self.table.depths[..=end].iter().rposition(|&d| !at_lcd(d)).map_or(0, |k| k + 1);
        #[allow(clippy::cast_possible_truncation)] // at most as many as rounds
        Emergence::Round(since as u32)
    }

    /// Σ m of those in the room at the end; of those who signed, where a text binds them alone.
    fn participation(&self, conclusion: Conclusion) -> f64 {
        let model = self.table.model;
        let taking_part = |i: usize| self.table.seated[i] && self.is_bound(conclusion, i);
        let countries = model.countries.iter().enumerate();
        countries.filter(|(i, _)| taking_part(*i)).map(|(_, c)| c.materiality).sum()
    }

    fn parties(&self, gains: &[f64]) -> Vec<PartyOutcome> {
        let model = self.table.model;
        let stance = |i: usize| match self.table.seated[i] {
            true => self.decision.ballot.stances[i],
            false if model.countries[i].observes() => Stance::Observe,
            false => Stance::Absent,
        };
        let party = |i: usize| PartyOutcome {
            stance: stance(i),
            vote: if self.table.seated[i] { self.decision.ballot.votes[i] } else { Vote::Absent },
            gain: gains[i],
            laggard: false,
            least_ambitious: false,
            held_out: self.decision.held_out[i],
            left: self.decision.exits.left[i],
            defected: self.decision.ballot.defects[i],
        };
        let mut parties: Vec<PartyOutcome> = (0..model.countries.len()).map(party).collect();
        let (ambitions, share) = (&self.table.benchmarks.ambitions, model.thresholds.laggard_share);
        ambitions.laggards(share).iter().for_each(|&i| parties[i].laggard = true);
        ambitions.least_ambitious(share).for_each(|i| parties[i].least_ambitious = true);
        parties
    }
}
