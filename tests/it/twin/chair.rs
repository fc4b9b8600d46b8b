//! The chair's moves (specification §5.2).

use plenary::{
    protocol::{ChairRevisions, Move, Weigh},
    scenario::Scenario,
    voting::Rule,
};

use super::{
    ballot::{bloc_isolation, isolation, price},
    core::Core,
    room::{Room, Voice},
    rules::{Say, carries},
    worth::{Party, Value},
};

/// A move must lower the weighted shortfall by more than this.
const LEAST_GAIN: f64 = 1e-12;

/// The finest step is the coarsest halved so often.
const HALVINGS: u32 = 4;

/// The chair in one round.
pub struct Chair<'a> {
    pub scenario: &'a Scenario,
    pub settings: &'a ChairRevisions,
    pub rule: &'a Rule,
    pub room: &'a Room,
    pub voices: Vec<Voice>,
    /// a_i(t) − τ_i.
    pub asked: Vec<f64>,
    /// How a voice values a text.
    pub utility: &'a dyn Fn(&Party, &[Value]) -> f64,
    /// The clauses under negotiation.
    pub clauses: Vec<usize>,
    /// What the chair keeps to; none where the floor cannot amend.
    pub cores: Option<Vec<Core>>,
    /// Whether somebody may be left behind.
    pub coalition: bool,
    /// Two different moves that were nearly as good as each other.
    pub near_ties: usize,
    /// The texts it made, move by move.
    pub trace: Vec<Vec<Value>>,
}

/// What a voice bears before it objects with nobody outside its ranks beside it.
pub fn borne_before_objecting(scenario: &Scenario, room: &Room, voice: Voice) -> f64 {
    match voice {
        Voice::Bloc(b) => bloc_isolation(scenario, room, b, &vec![false; room.countries.len()]),
        Voice::Country(i) => {
            let beside = room.led_by[i].map_or(0.0, |b| room.blocs[b].discipline);
            isolation(scenario, room.countries[i].isolation_cost, 0.0) + beside
        }
    }
}

/// What it bears before its No, where only a No counts.
pub fn borne_before_a_no(scenario: &Scenario, room: &Room, voice: Voice) -> f64 {
    price(true, borne_before_objecting(scenario, room, voice))
}

impl Chair<'_> {
    /// One round of at most so many moves.
    pub fn revise(&mut self, text: &mut Vec<Value>, most: u32) {
        self.keep_to_core(text);
        for _ in 0..most {
            let singles: Vec<Move> =
                self.settings.moves.iter().copied().filter(|m| *m != Move::Trade).collect();
            let mut better = self.best_among(text, &singles);
            if better.is_none() && self.settings.moves.contains(&Move::Trade) {
                better = self.best_among(text, &[Move::Trade]);
            }
            let Some(better) = better else { return };
            self.trace.push(better.clone());
            *text = better;
        }
    }

    /// Every clause outside its core moves to the nearest end.
    fn keep_to_core(&mut self, text: &mut [Value]) {
        let Some(cores) = self.cores.clone() else { return };
        if !self.settings.moves.contains(&Move::Shift) {
            return;
        }
        for d in self.clauses.clone() {
            if cores[d].allows(text[d]) {
                continue;
            }
            text[d] = match (&cores[d], text[d]) {
                (Core::Between(low, high), Value::Span(lo, hi)) => {
                    let end = if (lo + hi) / 2.0 < *low { *low } else { *high };
                    let half = ((hi - lo) / 2.0).min(end).min(1.0 - end);
                    Value::Span(end - half, end + half)
                }
                (Core::Options(options), _) => {
                    let mut best: Option<(f64, usize)> = None;
                    for &o in options {
                        let mut tried = text.to_vec();
                        tried[d] = Value::Option(o);
                        let left = self.shortfall(&tried);
                        if best.is_none_or(|(least, _)| left < least) {
                            best = Some((left, o));
                        }
                    }
                    Value::Option(best.expect("an option").1)
                }
                (core, value) => panic!("{core:?} of {value:?}"),
            };
            self.trace.push(text.to_vec());
        }
    }

    /// The best of these moves at the coarsest step at which any helps.
    fn best_among(&mut self, text: &[Value], moves: &[Move]) -> Option<Vec<Value>> {
        let now = self.shortfall(text);
        for halvings in 0..=HALVINGS {
            let step = self.settings.step / f64::from(1 << halvings);
            let mut best: Option<(f64, Vec<Value>)> = None;
            for mv in moves {
                for candidate in self.candidates(*mv, text, step) {
                    if !self.leaves_in_core(text, &candidate) {
                        continue;
                    }
                    let left = self.shortfall(&candidate);
                    if left < now - LEAST_GAIN {
                        if let Some((least, other)) = &best {
                            let near = (left - least).abs() < LEAST_GAIN && left != *least;
                            self.near_ties += usize::from(near && *other != candidate);
                        }
                        if best.as_ref().is_none_or(|(least, _)| left < *least) {
                            best = Some((left, candidate));
                        }
                    }
                }
            }
            if let Some((_, better)) = best {
                return Some(better);
            }
        }
        None
    }

    /// Whether every clause that changes is in its core afterwards.
    fn leaves_in_core(&self, from: &[Value], to: &[Value]) -> bool {
        let Some(cores) = &self.cores else { return true };
        self.clauses.iter().all(|&d| from[d] == to[d] || cores[d].allows(to[d]))
    }

    /// S(x, t): over everybody, or over the cheapest coalition that suffices.
    pub fn shortfall(&self, text: &[Value]) -> f64 {
        let mut costs = Vec::new();
        for (v, voice) in self.voices.iter().enumerate() {
            let party = self.room.party(*voice);
            let unmet = (self.asked[v] - (self.utility)(party, text)).max(0.0);
            let weight = match self.settings.weigh {
                Weigh::Materiality => self.room.weight(*voice),
                Weigh::Heads if self.room.weight(*voice) > 0.0 => 1.0,
                Weigh::Heads => 0.0,
            };
            costs.push(weight * unmet);
        }
        let one_no_stops =
            matches!(self.rule, Rule::Consensus | Rule::SilenceProcedure | Rule::UnanimityWithAbstention);
        if !self.coalition || one_no_stops {
            return costs.iter().sum();
        }
        let whole: Vec<f64> = costs.clone();
        let per_head: Vec<f64> = self
            .voices
            .iter()
            .zip(&costs)
            .map(|(v, c)| c / self.room.ranks(*v).len().max(1) as f64)
            .collect();
        let (a, b) = (self.left_behind(&whole), self.left_behind(&per_head));
        let sum = |left: &[usize]| left.iter().map(|&v| costs[v]).sum::<f64>();
        let left = if sum(&b) > sum(&a) { b } else { a };
        (0..costs.len()).filter(|v| !left.contains(v)).map(|v| costs[v]).sum()
    }

    /// Voices left behind in this order, the greatest first, for as long as the rule carries.
    fn left_behind(&self, order_by: &[f64]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.voices.len()).filter(|&v| self.tolerates(&[v])).collect();
        order.sort_by(|a, b| order_by[*b].partial_cmp(&order_by[*a]).expect("numbers"));
        let mut left = Vec::new();
        for v in order {
            left.push(v);
            if !self.tolerates(&left) {
                left.pop();
            }
        }
        left
    }

    /// Whether the rule carries with the No of these voices.
    fn tolerates(&self, against: &[usize]) -> bool {
        let mut says: Vec<Say> =
            self.room.present.iter().map(|p| if *p { Say::Yes } else { Say::Absent }).collect();
        for v in against {
            self.room.ranks(self.voices[*v]).into_iter().for_each(|i| says[i] = Say::No);
        }
        carries(self.scenario, self.rule, &says)
    }

    /// The texts to which this move leads, in order.
    fn candidates(&self, mv: Move, text: &[Value], step: f64) -> Vec<Vec<Value>> {
        let mut candidates = Vec::new();
        for (k, &d) in self.clauses.iter().enumerate() {
            if mv == Move::Trade {
                for &e in &self.clauses[k + 1..] {
                    let scales = [d, e].map(|d| matches!(text[d], Value::Span(..)));
                    if scales.contains(&false) {
                        continue;
                    }
                    for first in self.shifts(d, text[d], step) {
                        for second in self.shifts(e, text[e], step) {
                            let mut changed = text.to_vec();
                            (changed[d], changed[e]) = (first, second);
                            candidates.push(changed);
                        }
                    }
                }
                continue;
            }
            for value in self.values(mv, d, text[d], step) {
                let mut changed = text.to_vec();
                changed[d] = value;
                candidates.push(changed);
            }
        }
        candidates
    }

    fn values(&self, mv: Move, d: usize, value: Value, step: f64) -> Vec<Value> {
        let clause = self.scenario.clauses.values().nth(d).expect("a clause");
        let widest = self.settings.max_width;
        match (mv, value) {
            (Move::Shift, value) => self.shifts(d, value, step),
            (Move::Merge, Value::Span(lo, hi)) => {
                let wider = [Value::Span((lo - step).max(0.0), hi), Value::Span(lo, (hi + step).min(1.0))];
                wider
                    .into_iter()
                    .filter(|v| matches!(v, Value::Span(lo, hi) if hi - lo <= widest + 1e-12))
                    .collect()
            }
            (Move::Clarify, Value::Span(lo, hi)) if lo < hi => {
                vec![Value::Span((lo + step).min(hi), hi), Value::Span(lo, (hi - step).max(lo))]
            }
            (Move::Delete, _) => vec![self.room.status_quo[d]],
            (Move::CarveOut, Value::Span(lo, hi)) if clause.kind() == "scope" => {
                let off = self.settings.carve;
                vec![Value::Span((lo - off).max(0.0), (hi - off).max(0.0))]
            }
            _ => Vec::new(),
        }
    }

    fn shifts(&self, d: usize, value: Value, step: f64) -> Vec<Value> {
        match value {
            Value::Span(lo, hi) => {
                let (mut up, mut down) = (step.min(1.0 - hi), step.min(lo));
                if let Some(Core::Between(low, high)) = self.cores.as_ref().map(|cores| &cores[d]) {
                    let middle = (lo + hi) / 2.0;
                    up = up.min((high - middle).max(0.0));
                    down = down.min((middle - low).max(0.0));
                }
                vec![Value::Span(lo - down, hi - down), Value::Span(lo + up, hi + up)]
            }
            Value::Option(now) => {
                let plenary::text::Clause::Options(c) =
                    self.scenario.clauses.values().nth(d).expect("a clause")
                else {
                    panic!("an option on a scale")
                };
                (0..c.options.len()).filter(|o| *o != now).map(Value::Option).collect()
            }
        }
    }
}
