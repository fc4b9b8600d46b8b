//! Compilation: from the names in a scenario to indices and arrays.

use thiserror::Error;

use super::{
    ClauseModel, Draw, Model, Preferences, Quantity, UtilityParams,
    position::{positions, write_position},
};
use crate::{
    named::Named,
    party::Country,
    preference::Position,
    random::{Purpose, Sampler, StreamName},
    scenario::{Per, Problem, Saliences, Scenario, Spread},
    text::{Clause, ClauseId, DepthScale},
};

/// Why a scenario could not be compiled.
#[derive(Debug, Error)]
#[error("the scenario has {} problem(s), the first: {}", .0.len(), .0[0])]
pub struct ModelError(pub Vec<Problem>);

impl Model {
    /// Compiles a scenario.
    ///
    /// # Errors
    /// If the scenario is invalid or has nothing to negotiate; all problems are reported together.
    pub fn compile(scenario: &Scenario) -> Result<Self, ModelError> {
        let mut problems = scenario.problems();
        problems.extend(scenario.nothing_to_negotiate());
        if !problems.is_empty() {
            return Err(ModelError(problems));
        }
        Ok(Compiler { scenario, draws: Vec::new() }.compile())
    }
}

pub(super) struct Compiler<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) draws: Vec<Draw>,
}

impl<'a> Compiler<'a> {
    fn compile(mut self) -> Model {
        let s = self.scenario;
        let clauses: Vec<ClauseModel> = s.clauses.iter().map(|(name, c)| clause(name, c)).collect();
        let total: f64 = s.countries.values().filter(|c| !c.observes()).map(|c| c.materiality).sum();
        let stated = self.preferences(&clauses);
        let (rule, fallback) = s.rule.compile();
        // If a vote follows consensus, its weights and vetoes apply: consensus has none.
        let voting_weights = s.voting_weights(fallback.as_ref().map_or(&rule, |f| &f.rule));
        let countries = s
            .countries
            .iter()
            .zip(voting_weights)
            .enumerate()
            .map(|(i, ((name, c), voting_weight))| self.country(i, name, c, total, voting_weight))
            .collect();
        let blocs = s.blocs.names().enumerate().map(|(b, name)| self.bloc(b, name)).collect();
        let firms = s.firms.names().enumerate().map(|(f, name)| self.firm(f, name, &clauses)).collect();
        let draft = self.draft(&s.protocol.draft());
        Model {
            depth: DepthScale::new(&s.clauses),
            clauses,
            countries,
            blocs,
            firms,
            stated,
            rule,
            fallback,
            protocol: s.protocol.clone(),
            proceedings: s.protocol.proceedings(),
            draft,
            relative_saliences: s.saliences == Saliences::Relative,
            isolation_decay: s.defaults.isolation_decay,
            crowd: s.defaults.crowd,
            exit_margin: s.defaults.exit_margin,
            exit_after: s.defaults.exit_after,
            thresholds: s.thresholds,
            draws: self.draws,
            own_measures: s.measures.clone(),
        }
    }

    /// The stated preferences of each country; registers the uncertain ones as draws.
    fn preferences(&mut self, clauses: &[ClauseModel]) -> Preferences {
        let s = self.scenario;
        let options: Vec<usize> = clauses.iter().map(|c| c.options).collect();
        let mut preferences =
            Preferences::new(s.countries.len(), &options, utility_params(s, &Country::default()));
        for (i, (name, country)) in s.countries.iter().enumerate() {
            preferences.set_utility_params(i, utility_params(s, country));
            for position in positions(s, country) {
                let (ideal, salience) = write_position(&mut preferences, i, &position, &s.clauses);
                if let Some(ideal) = ideal {
                    let spread = s.uncertainty.ideals.of(position.confidence);
                    self.draw_ideal(name, Quantity::Ideal(i, position.clause), ideal, spread);
                }
                let spread = if salience > 0.0 { s.uncertainty.saliences } else { Spread::Exact };
                self.draw(name, Quantity::Salience(i, position.clause), salience, spread);
            }
        }
        preferences.update_shared_params();
        preferences
    }

    /// Registers a draw for each uncertain ideal among these positions.
    pub(super) fn draw_ideals(
        &mut self,
        name: &str,
        positions: &Named<Position>,
        sets: impl Fn(ClauseId) -> Quantity,
    ) {
        let s = self.scenario;
        for (clause, position) in positions.iter() {
            if let (Some(c), Position::Ideal { ideal, confidence, .. }) =
                (s.clauses.position(clause), position)
            {
                let clause = ClauseId::new(c);
                let spread = s.uncertainty.ideals.of(*confidence);
                self.draw_ideal(name, sets(clause), *ideal, spread);
            }
        }
    }

    /// Registers a draw of a party's ideal: with errors that it has in common with others it is cut to the scale only once
    /// they are added.
    fn draw_ideal(&mut self, party: &str, sets: Quantity, stated: f64, spread: Spread) {
        let shared = self.shared(party, sets);
        if shared.is_empty() {
            return self.draw(party, sets, stated, spread);
        }
        self.add_draw(party, sets, Sampler::new(stated, spread, f64::NEG_INFINITY, f64::INFINITY));
        if let Some(draw) = self.draws.last_mut() {
            draw.shared = shared;
        }
    }

    /// The draws of errors that an ideal has in common with others, and how much it takes of each.
    fn shared(&mut self, party: &str, sets: Quantity) -> Vec<(usize, f64)> {
        let s = self.scenario;
        let clause = sets.clause().and_then(|c| s.clauses.names().nth(c.index())).unwrap_or("");
        let mut shared = Vec::new();
        for (name, error) in s.uncertainty.shared.iter() {
            let loading = error.loading(s, party, clause);
            if loading != 0.0 {
                let (of_party, of_clause) = match error.per {
                    Per::Once => ("", ""),
                    Per::Party => (party, ""),
                    Per::Clause => ("", clause),
                };
                shared.push((self.shared_draw(name, of_party, of_clause, error.sd), loading));
            }
        }
        shared
    }

    /// The draw of an error in common, registered where it is new; keyed by the error's name and what it differs by.
    fn shared_draw(&mut self, name: &str, party: &str, clause: &str, sd: f64) -> usize {
        let party = if party.is_empty() { name.to_owned() } else { format!("{name}\u{1f}{party}") };
        let stream = StreamName { purpose: Purpose::Shared, party, clause: clause.to_owned() };
        let known = self.draws.iter().position(|draw| draw.sets == Quantity::Shared && draw.stream == stream);
        known.unwrap_or_else(|| {
            let sampler = Sampler::new(0.0, Spread::Normal(sd), f64::NEG_INFINITY, f64::INFINITY);
            self.draws.push(Draw { stream, sampler, sets: Quantity::Shared, shared: Vec::new() });
            self.draws.len() - 1
        })
    }

    /// Registers a draw of a party's quantity around its stated value, unless the value is exact.
    pub(super) fn draw(&mut self, party: &str, sets: Quantity, stated: f64, spread: Spread) {
        let (low, high) = sets.range();
        let sampler = Sampler::new(stated, spread, low, high);
        if !sampler.is_exact() {
            self.add_draw(party, sets, sampler);
        }
    }

    /// Registers a draw from the stream keyed by purpose, party and clause.
    pub(super) fn add_draw(&mut self, party: &str, sets: Quantity, sampler: Sampler) {
        let named = |c: ClauseId| self.scenario.clauses.names().nth(c.index());
        let clause = sets.clause().and_then(named).unwrap_or("").to_owned();
        let stream = StreamName { purpose: sets.purpose(), party: party.to_owned(), clause };
        self.draws.push(Draw { stream, sampler, sets, shared: Vec::new() });
    }
}

fn clause(name: &str, source: &Clause) -> ClauseModel {
    ClauseModel {
        name: name.to_owned(),
        status_quo: source.status_quo(),
        options: match source {
            Clause::Options(c) => c.options.len(),
            _ => 0,
        },
        scope: matches!(source, Clause::Scope(_)),
        source: source.clone(),
    }
}

pub(super) fn utility_params(s: &Scenario, country: &Country) -> UtilityParams {
    UtilityParams {
        loss: country.loss.unwrap_or(s.defaults.loss),
        reading: country.reading.unwrap_or(s.defaults.reading),
        risk: country.risk.unwrap_or(s.defaults.risk),
    }
}
