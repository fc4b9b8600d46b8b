//! The text that was adopted in fact beside what the model makes of the case: clause by clause, and tabled as it was adopted.
//!
//! Nothing here is fitted: the scenario says where the adopted text stands, and no setting uses that. Positions that rest
//! only on what was said after its adoption may be an effect of it, so that runs are compared without them first.

use std::ops::ControlFlow;

use serde::Serialize;

use crate::{
    case::Case,
    model::{Model, ModelError},
    negotiation::Negotiator,
    random::Seed,
    scenario::{Observed, Scenario},
    stance::Stance,
    study::{
        Accumulator, Ensemble,
        observed::{ClauseBeside, MeanErrors},
        statistics::Rate,
    },
    text::{Text, Value},
    voting::{Asks, DecisionRule, Vote},
};

/// A case beside the text that was adopted in fact.
#[derive(Clone, Debug, Serialize)]
pub struct Beside {
    /// Positions left out, as they rest only on what was said afterwards.
    pub left_out: usize,
    /// Runs that adopt a text.
    pub adopted: Rate,
    /// Clause by clause, those that the adopted text is coded on.
    pub clauses: Vec<ClauseBeside>,
    /// Mean distances from the adopted text: on all clauses, and on those that have a lowest common denominator.
    pub errors: Vec<MeanErrors>,
    /// The adopted text tabled under the scenario's rule.
    pub tabled: Tabled,
    /// The same under a simple majority.
    pub by_majority: Tabled,
}

/// The adopted text put to a rule at the deadline, when everybody asks for its reservation value; nothing is revised.
#[derive(Clone, Debug, Serialize)]
pub struct Tabled {
    /// The rule, as a sentence.
    pub rule: String,
    /// Whether it asks for objections, or for votes.
    pub for_objections: bool,
    /// How often the text is carried.
    pub carried: Rate,
    /// Country by country.
    pub parties: Vec<TabledParty>,
}

/// What a country does with the text tabled, as shares of the runs in which it is there.
#[derive(Clone, Debug, Serialize)]
pub struct TabledParty {
    /// Its key.
    pub name: String,
    /// It objects, or votes no.
    pub against: Rate,
    /// It sponsors or supports the text, or votes yes.
    pub in_favour: Rate,
    /// It lets the text pass, or abstains.
    pub goes_along: Rate,
}

impl Beside {
    /// Runs a case and holds it against the adopted text, whose coding is `adopted`; `left_out`: how many positions the case
    /// goes without.
    pub fn of(case: &Case, adopted: &Observed, left_out: usize, replicates: u64, seed: Seed) -> Self {
        let (scenario, model) = (case.scenario(), case.model());
        let mut accumulator = Accumulator::new(case, seed);
        let _ = Ensemble::new(model, seed).run(0..replicates, |outcome| {
            accumulator.add(&outcome);
            ControlFlow::<()>::Continue(())
        });
        let summary = accumulator.summarise();
        let clauses = ClauseBeside::all(scenario, model, &summary, adopted);
        let text = text(scenario, model, adopted);
        let tabled = |rule| Tabled::under(model, &text, rule, replicates, seed);
        Self {
            left_out,
            adopted: summary.adopted,
            errors: MeanErrors::of(&clauses),
            clauses,
            tabled: tabled(&model.rule),
            by_majority: tabled(&DecisionRule::simple_majority()),
        }
    }

    /// The case without the positions that rest on later statements, where there are any, and as it stands.
    ///
    /// # Errors
    /// If the case cannot be compiled.
    pub fn both(
        scenario: &Scenario,
        adopted: &Observed,
        replicates: u64,
        seed: Seed,
    ) -> Result<Vec<Self>, ModelError> {
        let left_out = adopted.later.values().map(Vec::len).sum();
        let before = (left_out > 0).then(|| (scenario.before_adoption(), left_out));
        let beside = |(scenario, left_out): (Scenario, usize)| {
            Ok(Self::of(&Case::new(scenario)?, adopted, left_out, replicates, seed))
        };
        before.into_iter().chain([(scenario.clone(), 0)]).map(beside).collect()
    }
}

/// The adopted text; where it is not coded the status quo.
fn text(scenario: &Scenario, model: &Model, adopted: &Observed) -> Text {
    let coded = |name| adopted.clauses.get(name).map(|coded| Value::point(coded.coded()[0]));
    Text(scenario.clauses.names().zip(model.status_quo()).map(|(name, q)| coded(name).unwrap_or(q)).collect())
}

impl Tabled {
    fn under(model: &Model, text: &Text, rule: &DecisionRule, replicates: u64, seed: Seed) -> Self {
        let for_objections = rule.asks != Asks::Votes;
        let (mut carried, mut counts) = (0, vec![[0_u64; 3]; model.countries.len()]);
        let mut negotiator = Negotiator::new(model, seed);
        for replicate in 0..replicates {
            let (ballot, is_carried) = negotiator.table(replicate, text, rule);
            carried += u64::from(is_carried);
            for (i, counts) in counts.iter_mut().enumerate() {
                let act = match (ballot.stances[i], ballot.votes[i]) {
                    (Stance::Absent, _) | (_, Vote::Absent) => continue,
                    _ if ballot.says_no[i] => 0,
                    (Stance::Sponsor | Stance::Support, _) if for_objections => 1,
                    (_, Vote::Yes) if !for_objections => 1,
                    _ => 2,
                };
                counts[act] += 1;
            }
        }
        let party = |(country, counts): (&crate::model::CountryModel, &[u64; 3])| {
            let there = counts.iter().sum();
            let [against, in_favour, goes_along] = counts.map(|count| Rate::new(count, there));
            TabledParty { name: country.name.clone(), against, in_favour, goes_along }
        };
        Self {
            rule: rule.to_string(),
            for_objections,
            carried: Rate::new(carried, replicates),
            parties: model.countries.iter().zip(&counts).map(party).collect(),
        }
    }
}
