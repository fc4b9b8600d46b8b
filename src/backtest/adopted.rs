//! The text that was adopted in fact beside what the model makes of the case: clause by clause, and tabled as it was adopted.
//!
//! Nothing here is fitted: the scenario says where the adopted text stands, and no setting uses that. Positions that rest
//! only on what was said after its adoption may be an effect of it, so that runs are compared without them first.

use std::ops::ControlFlow;

use serde::Serialize;

use crate::{
    case::Case,
    model::{Model, ModelError},
    negotiation::{Negotiator, Realisation},
    random::Seed,
    scenario::{AdoptedClause, AdoptedText, Scenario},
    stance::Stance,
    study::{Accumulator, ClauseSummary, Ensemble, statistics::Rate},
    text::{ClauseId, Text, Value},
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

/// The adopted text beside a clause; all values from 0 to 1.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseBeside {
    /// Its key.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Where the adopted text stands.
    #[serde(flatten)]
    pub coded: AdoptedClause,
    /// The median of the texts that runs adopt; none where no run adopts one.
    pub median: Option<f64>,
    /// One text in ten is no higher.
    pub p10: Option<f64>,
    /// Nine in ten are no higher.
    pub p90: Option<f64>,
    /// Whether the adopted value lies from p10 to p90.
    pub inside: Option<bool>,
    /// Whether the values that the coder would defend reach into p10 to p90.
    pub in_reach: Option<bool>,
    /// The least ambitious party's wish, as stated; none where the clause is no matter of ambition.
    pub lcd: Option<f64>,
    /// What held before.
    pub status_quo: f64,
    /// Σ m s p/Σ m s, as stated; none where nobody cares.
    pub compromise: Option<f64>,
}

/// Mean distances from the adopted text.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct MeanErrors {
    /// Clauses.
    pub clauses: usize,
    /// Of the runs' median.
    pub median: Option<f64>,
    /// Of the lowest common denominator; none where a clause has none.
    pub lcd: Option<f64>,
    /// Of the status quo.
    pub status_quo: Option<f64>,
    /// Of the compromise.
    pub compromise: Option<f64>,
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
    pub fn of(case: &Case, adopted: &AdoptedText, left_out: usize, replicates: u64, seed: Seed) -> Self {
        let (scenario, model) = (case.scenario(), case.model());
        let mut accumulator = Accumulator::new(case, seed);
        let _ = Ensemble::new(model, seed).run(0..replicates, |outcome| {
            accumulator.add(&outcome);
            ControlFlow::<()>::Continue(())
        });
        let summary = accumulator.summarise();
        let room = Realisation::as_stated(model);
        let coded = adopted.clauses.iter().filter_map(|(name, coded)| {
            let place = scenario.clauses.position(name)?;
            Some(clause(&summary.clauses[place], coded, compromise(model, &room, ClauseId::new(place))))
        });
        let clauses: Vec<ClauseBeside> = coded.collect();
        let text = text(scenario, model, adopted);
        let tabled = |rule| Tabled::under(model, &text, rule, replicates, seed);
        Self {
            left_out,
            adopted: summary.adopted,
            errors: errors(&clauses),
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
        adopted: &AdoptedText,
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

fn clause(runs: &ClauseSummary, coded: &AdoptedClause, compromise: Option<f64>) -> ClauseBeside {
    let text = runs.text.as_ref();
    let [p10, median, p90] =
        [text.and_then(|t| t.p10), text.and_then(|t| t.median), text.and_then(|t| t.p90)];
    let meets = |low: f64, high: f64| p10.zip(p90).map(|(p10, p90)| low <= p90 + 1e-9 && high >= p10 - 1e-9);
    ClauseBeside {
        name: runs.name.clone(),
        title: runs.title.clone(),
        coded: coded.clone(),
        median,
        p10,
        p90,
        inside: meets(coded.value, coded.value),
        in_reach: meets(coded.low, coded.high),
        lcd: runs.lcd_point,
        status_quo: runs.status_quo_at,
        compromise,
    }
}

/// Σ m s p/Σ m s over the countries present, as stated.
fn compromise(model: &Model, room: &Realisation, clause: ClauseId) -> Option<f64> {
    let present = (0..model.countries.len()).filter(|&i| room.present[i]);
    let (sum, total) = present.fold((0.0, 0.0), |(sum, total), i| {
        let weight = model.countries[i].materiality * room.stated_salience(i, clause);
        (sum + weight * room.national.ideal(i, clause), total + weight)
    });
    (total > 0.0).then(|| sum / total)
}

/// The adopted text; where it is not coded the status quo.
fn text(scenario: &Scenario, model: &Model, adopted: &AdoptedText) -> Text {
    let coded = |name| adopted.clauses.get(name).map(|coded| Value::point(coded.value));
    Text(scenario.clauses.names().zip(model.status_quo()).map(|(name, q)| coded(name).unwrap_or(q)).collect())
}

fn errors(clauses: &[ClauseBeside]) -> Vec<MeanErrors> {
    let all: Vec<&ClauseBeside> = clauses.iter().collect();
    let with_lcd: Vec<&ClauseBeside> = clauses.iter().filter(|c| c.lcd.is_some()).collect();
    let some = !with_lcd.is_empty() && with_lcd.len() < all.len();
    let sets = if some { vec![with_lcd, all] } else { vec![all] };
    sets.iter().map(|set| MeanErrors::over(set)).collect()
}

impl MeanErrors {
    #[allow(clippy::cast_precision_loss)] // a handful of clauses
    fn over(clauses: &[&ClauseBeside]) -> Self {
        let mean = |of: &dyn Fn(&ClauseBeside) -> Option<f64>| -> Option<f64> {
            let errors: Option<Vec<f64>> =
                clauses.iter().map(|c| Some((of(c)? - c.coded.value).abs())).collect();
            errors.map(|errors| errors.iter().sum::<f64>() / clauses.len() as f64)
        };
        Self {
            clauses: clauses.len(),
            median: mean(&|c| c.median),
            lcd: mean(&|c| c.lcd),
            status_quo: mean(&|c| Some(c.status_quo)),
            compromise: mean(&|c| c.compromise),
        }
    }
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
