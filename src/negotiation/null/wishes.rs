//! Texts that follow from wishes alone: the order statistic, the median, the weighted mean.
//!
//! Over the countries present that care about a clause. Order statistic: x_d = max(q_d, min p_id) on ambition clauses; on
//! one dimension with n uniform wishes E(min p) = 1/(n + 1). Median: the middle wish, or the middle of the middle two.
//! Clauses that are no matter of ambition stand at the median under both, scope clauses at full coverage, as the
//! benchmarks take them. Weighted mean: Σ m s p/Σ m s on every clause, s as stated (Van den Bos 1991; Achen 2006). Among options: the
//! favourite of the party in that place, or the one with the least weighted loss.

use crate::{
    model::{Model, Preferences},
    negotiation::{draft::weighted_mean, realisation::Realisation, table::NegotiationTable},
    null::Null,
    text::{ClauseId, Text, Value},
};

/// The text that follows from wishes.
pub fn text(table: &NegotiationTable<'_>, null: Null) -> Text {
    let model = table.model;
    let value = |clause| {
        let wishes = Wishes::of(model, &table.parties.national, clause, &table.parties.present);
        let compiled = &model.clauses[clause.index()];
        match null {
            _ if wishes.parties.is_empty() => compiled.default_value(),
            Null::WeightedMean => wishes.mean(&table.parties),
            _ if compiled.scope => Value::point(1.0),
            Null::OrderStatistic if model.depth.weight(clause) > 0.0 => wishes.least(),
            _ => wishes.median(),
        }
    };
    Text(model.clause_ids().map(value).collect())
}

/// What a party wants, as a number: its ideal; of options that are a matter of ambition its favourite's depth, of others its
/// place.
fn as_number(model: &Model, clause: ClauseId, favourite: Value) -> f64 {
    match favourite {
        Value::Option(o) if model.depth.weight(clause) > 0.0 => model.depth.option(clause, o.into()),
        value => value.middle(),
    }
}

/// The wishes on one clause.
struct Wishes<'a> {
    model: &'a Model,
    preferences: &'a Preferences,
    clause: ClauseId,
    /// Who cares, from the least to the most.
    parties: Vec<usize>,
}

impl<'a> Wishes<'a> {
    fn of(model: &'a Model, preferences: &'a Preferences, clause: ClauseId, present: &[bool]) -> Self {
        let cares = |&i: &usize| present[i] && preferences.salience(i, clause) > 0.0;
        let wish = |i| (as_number(model, clause, preferences.favourite(i, clause)), i);
        let mut wishes: Vec<(f64, usize)> = (0..present.len()).filter(cares).map(wish).collect();
        wishes.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        Self { model, preferences, clause, parties: wishes.into_iter().map(|(_, i)| i).collect() }
    }

    /// The least ambitious wish, or what already holds where that is more.
    fn least(&self) -> Value {
        let least = self.preferences.favourite(self.parties[0], self.clause);
        let status_quo = self.model.clauses[self.clause.index()].status_quo;
        let depth = |value| self.model.depth.at(self.clause, value);
        if depth(least) < depth(status_quo) { status_quo } else { least }
    }

    fn median(&self) -> Value {
        let n = self.parties.len();
        let of = |place: usize| self.preferences.favourite(self.parties[place], self.clause);
        match (of((n - 1) / 2), of(n / 2)) {
            (Value::Interval { lo: a, .. }, Value::Interval { lo: b, .. }) => {
                Value::point(f64::midpoint(a, b))
            }
            (lower, _) => lower,
        }
    }

    fn mean(&self, room: &Realisation) -> Value {
        let weight = |i: usize| self.model.countries[i].materiality * room.stated_salience(i, self.clause);
        let parties = self.parties.iter().map(|&i| (i, weight(i)));
        let options = self.model.clauses[self.clause.index()].options;
        if options == 0 && parties.clone().all(|(_, w)| w == 0.0) {
            return self.median();
        }
        weighted_mean(self.preferences, self.clause, options, parties)
    }
}
