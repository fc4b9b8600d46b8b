//! The kernel: what each party of a group makes of a text.
//!
//! Arrays are clause-major, so that a clause's column runs over parties: total loss L_i = Σ_d ω_id ℓ_id(x_d),
//! summed in clause order, u_i = v(utility(L_i)). The plain definition stands beside it in the tests.

use crate::{
    preference::{Loss, Reading, with_risk},
    text::{ClauseId, Text, Value},
};

/// How a party judges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Taste {
    /// How distance turns into loss.
    pub loss: Loss,
    /// How vague words are read.
    pub reading: Reading,
    /// α.
    pub risk: f64,
}

/// What a group of parties wants, dense.
#[derive(Clone, Debug, PartialEq)]
pub struct Preferences {
    parties: usize,
    clauses: usize,
    /// How many options each clause has; 0 for a scale.
    option_counts: Vec<usize>,
    /// p_id at [d·n + i].
    ideals: Vec<f64>,
    /// ω_id at [d·n + i]; 0 where the clause does not concern the party.
    saliences: Vec<f64>,
    /// For options clauses: the loss of each option, at [option·n + i], and of none of them, 1, last; empty for scales.
    options: Vec<Vec<f64>>,
    tastes: Vec<Taste>,
    /// The taste of a party until it is set.
    usual: Taste,
    /// The taste of all, where they share one: lets the loops run without a branch.
    shared: Option<Taste>,
}

impl Preferences {
    /// Room for `parties` that want nothing yet, over clauses with these numbers of options (0 = a scale).
    pub fn new(parties: usize, options: &[usize], taste: Taste) -> Self {
        Self {
            parties,
            clauses: options.len(),
            option_counts: options.to_vec(),
            ideals: vec![0.0; parties * options.len()],
            saliences: vec![0.0; parties * options.len()],
            options: vec![Vec::new(); options.len()],
            tastes: vec![taste; parties],
            usual: taste,
            shared: Some(taste),
        }
        .with_room_for_options()
    }

    fn with_room_for_options(mut self) -> Self {
        self.reset(self.parties);
        self
    }

    /// Makes this a copy of `other`, in place.
    pub fn copy_from(&mut self, other: &Self) {
        self.reset(other.parties);
        self.ideals.copy_from_slice(&other.ideals);
        self.saliences.copy_from_slice(&other.saliences);
        for (mine, theirs) in self.options.iter_mut().zip(&other.options) {
            mine.copy_from_slice(theirs);
        }
        self.tastes.copy_from_slice(&other.tastes);
        self.shared = other.shared;
    }

    /// Makes the party at `to` want what another group's party wants, and judge as it does; call
    /// [`Preferences::find_shared_taste`] after the last.
    pub fn copy_party(&mut self, to: usize, from: &Self, party: usize) {
        for clause in (0..self.clauses).map(ClauseId::new) {
            self.set_ideal(to, clause, from.ideal(party, clause));
            self.set_salience(to, clause, from.salience(party, clause));
            for option in 0..self.option_count(clause) {
                self.set_option_loss(to, clause, option, from.option_loss(party, clause, option));
            }
        }
        self.set_taste(to, from.taste(party));
    }

    /// Changes the number of parties, in place; what they want is to be set anew.
    pub fn reset(&mut self, parties: usize) {
        self.parties = parties;
        self.ideals.resize(parties * self.clauses, 0.0);
        self.saliences.resize(parties * self.clauses, 0.0);
        for (table, &count) in
            self.options.iter_mut().zip(&self.option_counts).filter(|(_, count)| **count > 0)
        {
            table.resize((count + 1) * parties, 0.0);
            table[count * parties..].fill(1.0);
        }
        self.tastes.resize(parties, self.usual);
    }

    /// How many parties.
    pub fn parties(&self) -> usize {
        self.parties
    }

    /// How many clauses.
    pub fn clauses(&self) -> usize {
        self.clauses
    }

    /// p_id.
    pub fn ideal(&self, party: usize, clause: ClauseId) -> f64 {
        self.ideals[clause.index() * self.parties + party]
    }

    /// ω_id; 0 where the clause does not concern the party.
    pub fn salience(&self, party: usize, clause: ClauseId) -> f64 {
        self.saliences[clause.index() * self.parties + party]
    }

    /// The loss of an option to a party, in [0, 1].
    pub fn option_loss(&self, party: usize, clause: ClauseId, option: usize) -> f64 {
        self.options[clause.index()][option * self.parties + party]
    }

    /// How many options the clause has; 0 for a scale.
    pub fn option_count(&self, clause: ClauseId) -> usize {
        self.option_counts[clause.index()]
    }

    /// The option the party likes best (ties: the first).
    pub fn best_option(&self, party: usize, clause: ClauseId) -> usize {
        (0..self.option_count(clause))
            .min_by(|&a, &b| {
                self.option_loss(party, clause, a).total_cmp(&self.option_loss(party, clause, b))
            })
            .unwrap_or(0)
    }

    /// What the party would put on this clause: its ideal, or its best option.
    pub fn favourite(&self, party: usize, clause: ClauseId) -> Value {
        match self.option_count(clause) {
            0 => Value::point(self.ideal(party, clause)),
            _ => Value::option(self.best_option(party, clause)),
        }
    }

    /// How a party judges.
    pub fn taste(&self, party: usize) -> Taste {
        self.tastes[party]
    }

    /// Sets p_id.
    pub fn set_ideal(&mut self, party: usize, clause: ClauseId, ideal: f64) {
        self.ideals[clause.index() * self.parties + party] = ideal;
    }

    /// Sets ω_id.
    pub fn set_salience(&mut self, party: usize, clause: ClauseId, salience: f64) {
        self.saliences[clause.index() * self.parties + party] = salience;
    }

    /// Sets the loss of an option to a party.
    pub fn set_option_loss(&mut self, party: usize, clause: ClauseId, option: usize, loss: f64) {
        self.options[clause.index()][option * self.parties + party] = loss;
    }

    /// Sets how a party judges; call [`Preferences::find_shared_taste`] after the last.
    pub fn set_taste(&mut self, party: usize, taste: Taste) {
        self.tastes[party] = taste;
    }

    /// Notes whether all parties judge alike.
    pub fn find_shared_taste(&mut self) {
        let first = self.tastes.first().copied();
        self.shared = first.filter(|f| self.tastes.iter().all(|t| t == f));
    }

    /// Scales each party's saliences to sum to 1 (a party that cares for nothing stays as it is).
    pub fn normalise_saliences(&mut self) {
        for party in 0..self.parties {
            let own = || (0..self.clauses).map(ClauseId::new);
            let total: f64 = own().map(|c| self.salience(party, c)).sum();
            if total > 0.0 {
                for clause in own() {
                    self.set_salience(party, clause, self.salience(party, clause) / total);
                }
            }
        }
    }

    /// Writes ω_id ℓ_id(value) for every party into `column`.
    pub fn column(&self, clause: ClauseId, value: Value, column: &mut [f64]) {
        let range = clause.index() * self.parties..(clause.index() + 1) * self.parties;
        let (ideals, saliences) = (&self.ideals[range.clone()], &self.saliences[range]);
        let (lo, hi) = match value {
            Value::Interval { lo, hi } => (lo, hi),
            Value::Option(option) => {
                let from = usize::from(option) * self.parties;
                let losses = &self.options[clause.index()][from..from + self.parties];
                return weigh(column, saliences, losses, |loss| loss);
            }
        };
        match self.shared {
            // Named apart so that the commonest loop is compiled without a branch.
            Some(Taste { loss: Loss::CityBlock, reading, .. }) => {
                weigh(column, saliences, ideals, |p| Loss::CityBlock.over(lo, hi, p, reading));
            }
            Some(Taste { loss, reading, .. }) => {
                weigh(column, saliences, ideals, |p| loss.over(lo, hi, p, reading));
            }
            None => {
                for (i, taste) in self.tastes.iter().enumerate() {
                    column[i] = saliences[i] * taste.loss.over(lo, hi, ideals[i], taste.reading);
                }
            }
        }
    }

    /// u_i of a total loss.
    #[inline]
    pub fn utility(&self, party: usize, total: f64) -> f64 {
        let taste = self.tastes[party];
        with_risk(taste.loss.utility(total), taste.risk)
    }

    /// Whether utility is 1 − total for everyone, cut at 0: the common case, without a branch in the loop.
    pub fn is_linear(&self) -> bool {
        self.shared.is_some_and(|t| {
            t.risk == 0.0 && matches!(t.loss, Loss::CityBlock | Loss::Quadratic | Loss::Asymmetric { .. })
        })
    }
}

/// ω_i ℓ(x_i) for every party.
#[inline(always)]
fn weigh(column: &mut [f64], saliences: &[f64], xs: &[f64], loss: impl Fn(f64) -> f64) {
    for ((out, salience), x) in column.iter_mut().zip(saliences).zip(xs) {
        *out = salience * loss(*x);
    }
}

/// A text as a group of parties judges it, kept up to date clause by clause.
#[derive(Clone, Debug, Default)]
pub struct Appraisal {
    parties: usize,
    /// ω_id ℓ_id at [d·n + i].
    columns: Vec<f64>,
    /// L_i.
    totals: Vec<f64>,
    /// u_i.
    utilities: Vec<f64>,
}

impl Appraisal {
    /// Room for so many parties and clauses.
    pub fn with_capacity(parties: usize, clauses: usize) -> Self {
        Self {
            parties: 0,
            columns: Vec::with_capacity(parties * clauses),
            totals: Vec::with_capacity(parties),
            utilities: Vec::with_capacity(parties),
        }
    }

    /// Judges a whole text.
    pub fn judge(&mut self, preferences: &Preferences, text: &Text) {
        let n = preferences.parties();
        self.parties = n;
        self.columns.resize(n * text.0.len(), 0.0);
        self.totals.resize(n, 0.0);
        self.utilities.resize(n, 0.0);
        for (d, &value) in text.0.iter().enumerate() {
            preferences.column(ClauseId::new(d), value, &mut self.columns[d * n..(d + 1) * n]);
        }
        self.sum(preferences);
    }

    /// Judges the text after one clause has changed.
    pub fn rejudge(&mut self, preferences: &Preferences, clause: ClauseId, value: Value) {
        let range = self.range(clause);
        preferences.column(clause, value, &mut self.columns[range]);
        self.sum(preferences);
    }

    /// Sums the columns in clause order, so that the bits do not depend on what changed before.
    fn sum(&mut self, preferences: &Preferences) {
        self.totals.fill(0.0);
        if self.parties == 0 {
            return;
        }
        for column in self.columns.chunks_exact(self.parties) {
            for (total, loss) in self.totals.iter_mut().zip(column) {
                *total += loss;
            }
        }
        for (i, (u, total)) in self.utilities.iter_mut().zip(&self.totals).enumerate() {
            *u = preferences.utility(i, *total);
        }
    }

    /// u_i of the text.
    pub fn utilities(&self) -> &[f64] {
        &self.utilities
    }

    /// L_i of the text.
    pub fn totals(&self) -> &[f64] {
        &self.totals
    }

    /// ω_id ℓ_id of a clause as it stands, by party.
    pub fn losses(&self, clause: ClauseId) -> &[f64] {
        &self.columns[self.range(clause)]
    }

    /// The clause that costs a party most as it stands (ties: the first); none where nothing costs it anything.
    pub fn dearest(&self, party: usize) -> Option<ClauseId> {
        let losses = (party..self.columns.len()).step_by(self.parties.max(1)).map(|k| self.columns[k]);
        let dearest = losses.enumerate().fold((None, 0.0), |(dearest, most), (d, loss)| {
            if loss > most { (Some(ClauseId::new(d)), loss) } else { (dearest, most) }
        });
        dearest.0
    }

    fn range(&self, clause: ClauseId) -> std::ops::Range<usize> {
        clause.index() * self.parties..(clause.index() + 1) * self.parties
    }
}
