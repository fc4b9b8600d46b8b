//! From names and words to indices and arrays.

use thiserror::Error;

use super::{
    Author, BlocModel, ClauseModel, CommonModel, CountryModel, DraftModel, Draw, FirmModel, Model,
    Preferences, Quantity, Taste,
};
use crate::{
    named::Named,
    party::{Common, Country},
    preference::{Confidence, Position},
    protocol::{ChairRevisions, Draft, Protocol},
    random::{Purpose, Sampler, StreamName},
    scenario::{Problem, Saliences, Scenario, Spread},
    text::{Clause, ClauseId, DepthScale, Value},
    voting::{DecisionRule, Franchise},
};

/// Why a scenario could not be compiled.
#[derive(Debug, Error)]
#[error("the scenario has {} problem(s), the first: {}", .0.len(), .0[0])]
pub struct ModelError(pub Vec<Problem>);

/// A party's stand on one clause, resolved.
struct Stand<'a> {
    clause: ClauseId,
    position: &'a Position,
    confidence: Confidence,
}

impl Model {
    /// Compiles a scenario.
    ///
    /// # Errors
    /// If the scenario has problems of meaning; they come all together.
    pub fn compile(scenario: &Scenario) -> Result<Self, ModelError> {
        let problems = scenario.problems();
        if !problems.is_empty() {
            return Err(ModelError(problems));
        }
        Ok(Compiler {
            scenario,
            draws: Vec::new(),
        }
        .compile())
    }
}

struct Compiler<'a> {
    scenario: &'a Scenario,
    draws: Vec<Draw>,
}

impl<'a> Compiler<'a> {
    fn compile(mut self) -> Model {
        let s = self.scenario;
        let clauses: Vec<ClauseModel> = s.clauses.iter().map(|(name, c)| clause(name, c)).collect();
        let total: f64 = s.countries.values().map(|c| c.materiality).sum();
        let stated = self.preferences(&clauses);
        let (rule, fallback) = s.rule.compile();
        let countries = s
            .countries
            .iter()
            .enumerate()
            .map(|(i, (name, c))| self.country(i, name, c, total, &rule))
            .collect();
        let blocs = s
            .blocs
            .names()
            .enumerate()
            .map(|(b, name)| self.bloc(b, name))
            .collect();
        let firms = s
            .firms
            .names()
            .enumerate()
            .map(|(f, name)| self.firm(f, name, &clauses))
            .collect();
        let Protocol::ChairRevisions(chair) = s.protocol.clone();
        let draft = self.draft(&chair);
        Model {
            depth: DepthScale::new(&s.clauses),
            clauses,
            countries,
            blocs,
            firms,
            stated,
            rule,
            fallback,
            chair,
            draft,
            relative_saliences: s.saliences == Saliences::Relative,
            isolation_decay: s.defaults.isolation_decay,
            crowd: s.defaults.crowd,
            exit_margin: s.defaults.exit_margin,
            exit_after: s.defaults.exit_after,
            thresholds: s.thresholds,
            draws: self.draws,
        }
    }

    /// What each country wants on each clause, and what of it is drawn.
    fn preferences(&mut self, clauses: &[ClauseModel]) -> Preferences {
        let s = self.scenario;
        let options: Vec<usize> = clauses.iter().map(|c| c.options).collect();
        let mut preferences = Preferences::new(s.countries.len(), &options, taste(s, &Country::default()));
        for (i, (name, country)) in s.countries.iter().enumerate() {
            preferences.set_taste(i, taste(s, country));
            for stand in stands(s, country) {
                let (ideal, salience) = enter(&mut preferences, i, &stand, &s.clauses);
                if let Some(ideal) = ideal {
                    let spread = s.uncertainty.ideals.of(stand.confidence);
                    self.draw(
                        Purpose::Ideal,
                        name,
                        Some(stand.clause),
                        ideal,
                        spread,
                        (0.0, 1.0),
                        Quantity::Ideal(i, stand.clause),
                    );
                }
                let spread = if salience > 0.0 {
                    s.uncertainty.saliences
                } else {
                    Spread::Exact
                };
                self.draw(
                    Purpose::Salience,
                    name,
                    Some(stand.clause),
                    salience,
                    spread,
                    (0.0, f64::MAX),
                    Quantity::Salience(i, stand.clause),
                );
            }
        }
        preferences.find_shared_taste();
        preferences
    }

    fn country(
        &mut self,
        i: usize,
        name: &str,
        c: &Country,
        total: f64,
        rule: &DecisionRule,
    ) -> CountryModel {
        let s = self.scenario;
        let d = &s.defaults;
        let u = &s.uncertainty;
        let cost_of_failure = c.cost_of_failure.unwrap_or(d.cost_of_failure);
        let isolation_cost = c.isolation_cost.unwrap_or(d.isolation_cost.of(c.power));
        let tactic = c.tactic.unwrap_or(d.tactic.of(c.power));
        let positive = (0.0, f64::MAX);
        self.draw(
            Purpose::CostOfFailure,
            name,
            None,
            cost_of_failure,
            u.cost_of_failure,
            positive,
            Quantity::CostOfFailure(i),
        );
        self.draw(
            Purpose::IsolationCost,
            name,
            None,
            isolation_cost,
            u.isolation_cost,
            positive,
            Quantity::IsolationCost(i),
        );
        self.draw(
            Purpose::Patience,
            name,
            None,
            tactic.beta,
            u.patience,
            (0.01, 100.0),
            Quantity::Patience(i),
        );
        if let Some(gain) = c.outside_option {
            self.draw(
                Purpose::OutsideOption,
                name,
                None,
                gain,
                u.outside_option,
                (-1.0, 1.0),
                Quantity::OutsideOption(i),
            );
        }
        self.attendance(i, name, c);
        let strength: f64 = c.member_of.values().sum::<f64>().max(1.0);
        let memberships = Scenario::blocs_of(c)
            .into_iter()
            .filter_map(|(bloc, weight)| Some((s.blocs.position(bloc)?, weight / strength)))
            .collect();
        let at_stake: f64 = stands(s, c).iter().map(|stand| salience(stand.position)).sum();
        CountryModel {
            name: name.to_owned(),
            materiality: c.materiality / total,
            cost_of_failure,
            outside_option: c.outside_option,
            minimum: c.minimum_points.map(|points| points / at_stake),
            isolation_cost,
            tactic,
            boycotts: c.boycotts,
            lobbying_resistance: c.lobbying_resistance,
            memberships,
            franchise: Franchise {
                heads: 1,
                population: c.population,
                weight: c.votes,
                veto: rule.vetoes.iter().any(|v| v == name),
            },
            derived: stands(s, c)
                .iter()
                .filter(|st| st.confidence == Confidence::Derived)
                .map(|st| st.clause)
                .collect(),
        }
    }

    /// A country that is neither sure to come nor to stay away is drawn: 1 = it is in the room.
    fn attendance(&mut self, i: usize, name: &str, c: &Country) {
        if c.attendance >= 1.0 {
            return;
        }
        self.draws.push(Draw {
            stream: stream(Purpose::Attendance, name, ""),
            sampler: Sampler::Bernoulli(c.attendance),
            sets: Quantity::Attendance(i),
        });
    }

    fn bloc(&mut self, b: usize, name: &str) -> BlocModel {
        let s = self.scenario;
        let bloc = &s.blocs.values().collect::<Vec<_>>()[b];
        let common = match &bloc.common {
            Common::Median => CommonModel::Median,
            Common::Mean => CommonModel::Mean,
            Common::InternalVeto => CommonModel::InternalVeto,
            Common::Stated => CommonModel::Stated,
            Common::Leader(leader) => CommonModel::Leader(s.countries.position(leader).unwrap_or(0)),
        };
        let stated = ideals(s, &bloc.positions);
        if common == CommonModel::Stated {
            self.draw_ideals(name, &bloc.positions, |clause| Quantity::BlocIdeal(b, clause));
        }
        let members = s
            .countries
            .values()
            .enumerate()
            .filter_map(|(i, c)| {
                let strength: f64 = c.member_of.values().sum::<f64>().max(1.0);
                Some((i, c.member_of.get(name)? / strength))
            })
            .collect();
        BlocModel {
            name: name.to_owned(),
            common,
            cohesion: bloc.cohesion,
            discipline: bloc.cohesion * bloc.discipline,
            members,
            stated,
        }
    }

    fn firm(&mut self, f: usize, name: &str, clauses: &[ClauseModel]) -> FirmModel {
        let s = self.scenario;
        let firm = &s.firms.values().collect::<Vec<_>>()[f];
        self.draw_ideals(name, &firm.positions, |clause| Quantity::FirmIdeal(f, clause));
        let options: Vec<usize> = clauses.iter().map(|c| c.options).collect();
        let mut preferences = Preferences::new(1, &options, taste(s, &Country::default()));
        for (clause, position) in firm.positions.iter() {
            if let Some(clause) = s.clauses.position(clause).map(ClauseId::new) {
                let stand = Stand {
                    clause,
                    position,
                    confidence: Confidence::High,
                };
                enter(&mut preferences, 0, &stand, &s.clauses);
            }
        }
        if s.saliences == Saliences::Relative {
            preferences.normalise_saliences();
        }
        FirmModel {
            name: name.to_owned(),
            ideals: ideals(s, &firm.positions),
            preferences,
            lobbies: firm
                .lobbies
                .iter()
                .filter_map(|(host, effort)| Some((s.countries.position(host)?, *effort)))
                .collect(),
            drafting: firm.drafting,
        }
    }

    fn draft(&mut self, chair: &ChairRevisions) -> DraftModel {
        let s = self.scenario;
        match &chair.draft {
            Draft::Mean => DraftModel::Mean,
            Draft::AgreedLanguage => DraftModel::AgreedLanguage,
            Draft::Recognised => {
                self.draws.push(Draw {
                    stream: stream(Purpose::Recognition, "", ""),
                    sampler: Sampler::Uniform { low: 0.0, high: 1.0 },
                    sets: Quantity::Recognition,
                });
                DraftModel::Recognised(self.draws.len() - 1)
            }
            Draft::Given(values) => DraftModel::Given(
                s.clauses
                    .names()
                    .map(|name| values.get(name).map(|x| Value::point(*x)))
                    .collect(),
            ),
            Draft::Sponsor(name) => {
                let country = s.countries.position(name).map(Author::Country);
                let bloc = || s.blocs.position(name).map(Author::Bloc);
                let firm = || s.firms.position(name).map(Author::Firm);
                country
                    .or_else(bloc)
                    .or_else(firm)
                    .map_or(DraftModel::Mean, DraftModel::Sponsor)
            }
        }
    }

    fn draw_ideals(&mut self, name: &str, positions: &Named<Position>, sets: impl Fn(ClauseId) -> Quantity) {
        let s = self.scenario;
        for (clause, position) in positions.iter() {
            if let (
                Some(c),
                Position::Ideal {
                    ideal, confidence, ..
                },
            ) = (s.clauses.position(clause), position)
            {
                let clause = ClauseId::new(c);
                let spread = s.uncertainty.ideals.of(*confidence);
                self.draw(
                    Purpose::Ideal,
                    name,
                    Some(clause),
                    *ideal,
                    spread,
                    (0.0, 1.0),
                    sets(clause),
                );
            }
        }
    }

    #[allow(clippy::too_many_arguments)] // a row of the list of draws
    fn draw(
        &mut self,
        purpose: Purpose,
        party: &str,
        clause: Option<ClauseId>,
        stated: f64,
        spread: Spread,
        (low, high): (f64, f64),
        sets: Quantity,
    ) {
        let sampler = Sampler::new(stated, spread, low, high);
        if !sampler.is_exact() {
            let clause = clause
                .and_then(|c| self.scenario.clauses.names().nth(c.index()))
                .unwrap_or("");
            self.draws.push(Draw {
                stream: stream(purpose, party, clause),
                sampler,
                sets,
            });
        }
    }
}

fn stream(purpose: Purpose, party: &str, clause: &str) -> StreamName {
    StreamName {
        purpose,
        party: party.to_owned(),
        clause: clause.to_owned(),
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

fn taste(s: &Scenario, country: &Country) -> Taste {
    Taste {
        loss: country.loss.unwrap_or(s.defaults.loss),
        reading: country.reading.unwrap_or(s.defaults.reading),
        risk: country.risk.unwrap_or(s.defaults.risk),
    }
}

/// A country's stand on every clause that concerns it: its own, else that of its heaviest bloc that has one.
fn stands<'a>(s: &'a Scenario, country: &'a Country) -> Vec<Stand<'a>> {
    let blocs = Scenario::blocs_of(country);
    let inherited = |clause: &str| {
        blocs
            .iter()
            .find_map(|(bloc, _)| s.blocs.get(bloc)?.positions.get(clause))
    };
    s.clauses
        .names()
        .enumerate()
        .filter_map(|(d, name)| {
            let clause = ClauseId::new(d);
            match country.positions.get(name) {
                Some(position @ Position::Ideal { confidence, .. }) => Some(Stand {
                    clause,
                    position,
                    confidence: *confidence,
                }),
                Some(position) => Some(Stand {
                    clause,
                    position,
                    confidence: Confidence::High,
                }),
                None => inherited(name).map(|position| Stand {
                    clause,
                    position,
                    confidence: Confidence::Derived,
                }),
            }
        })
        .collect()
}

/// The salience as written: for points, the best option's.
fn salience(position: &Position) -> f64 {
    match position {
        Position::Ideal { salience, .. } => *salience,
        Position::Points(points) => points.values().fold(0.0, |best, p| best.max(*p)),
    }
}

/// Writes a stand into the arrays; returns the ideal (none for points) and the salience as written.
fn enter(
    preferences: &mut Preferences,
    party: usize,
    stand: &Stand<'_>,
    clauses: &Named<Clause>,
) -> (Option<f64>, f64) {
    let weight = salience(stand.position);
    preferences.set_salience(party, stand.clause, weight);
    match stand.position {
        Position::Ideal { ideal, .. } => {
            preferences.set_ideal(party, stand.clause, *ideal);
            (Some(*ideal), weight)
        }
        Position::Points(points) => {
            if let Some(Clause::Options(c)) = clauses.values().nth(stand.clause.index()) {
                for (o, option) in c.options.names().enumerate() {
                    let share = points
                        .get(option)
                        .map_or(0.0, |p| if weight > 0.0 { p / weight } else { 0.0 });
                    preferences.set_option_loss(party, stand.clause, o, 1.0 - share);
                }
            }
            (None, weight)
        }
    }
}

/// Ideals by clause; none where nothing is said.
fn ideals(s: &Scenario, positions: &Named<Position>) -> Vec<Option<f64>> {
    s.clauses
        .names()
        .map(|name| match positions.get(name) {
            Some(Position::Ideal { ideal, salience, .. }) if *salience > 0.0 => Some(*ideal),
            _ => None,
        })
        .collect()
}
