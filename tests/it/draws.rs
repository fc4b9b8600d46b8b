//! Common random numbers: what a party draws does not depend on who else is there, nor on what is decided how.

use std::collections::BTreeMap;

use plenary::{
    model::Model,
    negotiation::{Negotiator, Observer, View},
    scenario::{Parameter, Scenario},
};

use crate::support::{flagship, shipped};

/// What a replicate draws, by party and clause: ideals and saliences to the bit, costs and patience, who came.
#[derive(Clone, Debug, Default, PartialEq)]
struct Drawn {
    ideals: BTreeMap<(String, String), f64>,
    saliences: BTreeMap<(String, String), f64>,
    parties: BTreeMap<String, (f64, f64, bool)>,
}

impl Observer for Drawn {
    fn draft(&mut self, view: &View<'_>) {
        let room = view.parties;
        for (i, country) in view.model.countries().iter().enumerate() {
            let traits = (room.isolation_cost[i], room.tactics[i].beta, room.present[i]);
            self.parties.insert(country.name.clone(), traits);
            for (id, clause) in view.model.clause_ids().zip(view.model.clauses()) {
                let key = || (country.name.clone(), clause.name.clone());
                self.ideals.insert(key(), room.national.ideal(i, id));
                self.saliences.insert(key(), room.national.salience(i, id));
            }
        }
    }
}

impl Drawn {
    /// Replicate `r` of a scenario; one round is enough to see who comes.
    fn of(scenario: &Scenario, r: u64) -> Self {
        let mut short = scenario.clone();
        *short.protocol.rounds_mut().expect("rounds") = 1;
        let model = Model::compile(&short).expect("a sound scenario");
        let mut drawn = Self::default();
        Negotiator::new(&model, 7).negotiate(r, &mut drawn);
        drawn
    }

    fn without_party(mut self, name: &str) -> Self {
        self.ideals.retain(|(party, _), _| party != name);
        self.saliences.retain(|(party, _), _| party != name);
        self.parties.remove(name);
        self
    }

    /// Ideals and traits without a clause; saliences, which are shares of what is left, scaled anew.
    fn without_clause(mut self, name: &str) -> Self {
        self.ideals.retain(|(_, clause), _| clause != name);
        self.saliences.retain(|(_, clause), _| clause != name);
        let mut left: BTreeMap<String, f64> = BTreeMap::new();
        for ((party, _), salience) in &self.saliences {
            *left.entry(party.clone()).or_default() += salience;
        }
        for ((party, _), salience) in &mut self.saliences {
            *salience /= left[party];
        }
        self
    }
}

/// The flagship and the small one, without switches (they name parties and clauses that will be removed).
fn two_scenarios() -> [Scenario; 2] {
    let law =
        shipped().into_iter().find(|p| p.ends_with("least-ambitious-law.ron")).expect("the law is shipped");
    [flagship(), Scenario::load(law).expect("a sound scenario")]
        .map(|s| s.with_switches([]).expect("no switch"))
}

const SOME: [u64; 3] = [0, 1, 40];

#[test]
fn draws_differ_between_replicates() {
    for scenario in two_scenarios() {
        assert_ne!(Drawn::of(&scenario, 0).ideals, Drawn::of(&scenario, 1).ideals);
        assert_eq!(Drawn::of(&scenario, 1), Drawn::of(&scenario, 1));
    }
}

#[test]
fn a_party_that_stays_at_home_shifts_nobody_elses_draws() {
    for scenario in two_scenarios() {
        let hosts: Vec<&str> = scenario.firms.values().flat_map(|f| f.lobbies.names()).collect();
        let names = scenario.countries.names().filter(|name| !hosts.contains(name));
        for name in names.step_by(5) {
            let mut fewer = scenario.clone();
            fewer.countries.remove(name);
            for r in SOME {
                let expected = Drawn::of(&scenario, r).without_party(name);
                assert!(Drawn::of(&fewer, r) == expected, "without {name}, replicate {r}");
            }
        }
    }
}

#[test]
fn a_clause_off_the_table_shifts_nobody_elses_draws() {
    let scenario = flagship().with_switches([]).expect("no switch");
    for clause in scenario.clauses.names() {
        let mut shorter = scenario.clone();
        let off: Parameter = format!("clauses.{clause}.on_table").parse().expect("a parameter");
        off.set(&mut shorter, "false").expect("it fits");
        let (was, is) = (Drawn::of(&scenario, 3).without_clause(clause), Drawn::of(&shorter, 3));
        assert!(was.ideals == is.ideals && was.parties == is.parties, "without {clause}");
        assert_eq!(was.saliences.len(), is.saliences.len());
        for (key, salience) in &was.saliences {
            assert!((salience - is.saliences[key]).abs() < 1e-12, "{key:?} without {clause}");
        }
    }
}

/// Common random numbers: what is compared under another rule, deadline or draft is compared on the same draws.
#[test]
fn another_rule_leaves_the_draws_as_they_were() {
    for scenario in two_scenarios() {
        for (parameter, value) in [
            ("rule", "TwoThirds"),
            ("rule", "ConsensusMinus(1)"),
            ("protocol.weigh", "Heads"),
            ("protocol.moves.Merge", "false"),
            ("defaults.theta", "0.4"),
        ] {
            let mut changed = scenario.clone();
            let parameter: Parameter = parameter.parse().expect("a parameter");
            parameter.set(&mut changed, value).expect("it fits");
            for r in SOME {
                assert!(
                    Drawn::of(&changed, r) == Drawn::of(&scenario, r),
                    "{parameter} = {value}, replicate {r}"
                );
            }
        }
    }
}
