//! The compiled scenario: indices and dense arrays, immutable while negotiations run.

mod appraisal;
mod compile;
mod judgement;
mod parties;
mod position;
mod preferences;
mod sums;
mod width;

pub use appraisal::{Appraisal, BatchTrial, Trial, utilities};
pub use compile::ModelError;
pub use fearless_simd::{Simd, f64x8, prelude};
pub use judgement::Judgement;
pub use preferences::{MAX_BATCHED_PARTIES, Preferences, UtilityParams};
pub use sums::linear_utility;
pub use width::{PACK, Pack, Width, numbers, numbers_mut, packs, read};

use crate::{
    party::Crowd,
    protocol::{Proceedings, Protocol},
    random::{Purpose, Sampler, StreamName},
    scenario::Thresholds,
    tactic::Tactic,
    text::{Clause, ClauseId, DepthScale, Text, Value},
    voting::{Asks, DecisionRule, Fallback, VotingWeight},
};

/// A compiled scenario, ready to run. Names are kept for printing only.
#[derive(Clone, Debug)]
pub struct Model {
    /// The clauses, in the order of the text.
    pub(crate) clauses: Vec<ClauseModel>,
    /// How the depth of a text is computed.
    pub(crate) depth: DepthScale,
    /// The countries, in the order of the scenario.
    pub(crate) countries: Vec<CountryModel>,
    /// The blocs.
    pub(crate) blocs: Vec<BlocModel>,
    /// The firms.
    pub(crate) firms: Vec<FirmModel>,
    /// The countries' stated preferences.
    pub(crate) stated: Preferences,
    /// The decision rule.
    pub(crate) rule: DecisionRule,
    /// The rule that decides if the first fails.
    pub(crate) fallback: Option<Fallback>,
    /// The protocol: how the text is revised.
    pub(crate) protocol: Protocol,
    /// The settings common to all protocols.
    pub(crate) proceedings: Proceedings,
    /// The source of the first text.
    pub(crate) draft: DraftModel,
    /// Whether saliences are scaled to sum to 1.
    pub(crate) relative_saliences: bool,
    /// γ.
    pub(crate) isolation_decay: f64,
    /// Whether isolation counts heads or materiality.
    pub(crate) crowd: Crowd,
    /// How far below its reservation value a text must lie to count towards a party's exit, in utility.
    pub(crate) exit_margin: f64,
    /// The number of such texts in a row after which it leaves.
    pub(crate) exit_after: u32,
    /// The thresholds that classify outcomes.
    pub(crate) thresholds: Thresholds,
    /// The quantities drawn for each replicate.
    pub(crate) draws: Vec<Draw>,
}

/// A compiled clause.
#[derive(Clone, Debug)]
pub struct ClauseModel {
    /// Its key in the scenario.
    pub name: String,
    /// The value that holds without agreement; for options it may be "none of them".
    pub status_quo: Value,
    /// The number of options; 0 for a scale.
    pub options: usize,
    /// Whether it is a scope clause.
    pub scope: bool,
    /// The clause as written, for descriptions of its values.
    pub source: Clause,
}

/// A compiled country.
#[derive(Clone, Debug)]
pub struct CountryModel {
    /// Its key in the scenario.
    pub name: String,
    /// m, normalised: Σ m = 1 over all countries.
    pub materiality: f64,
    /// c.
    pub cost_of_failure: f64,
    /// What it can do without a text beside failing.
    pub outside_option: Option<OutsideModel>,
    /// The total loss of a deal worth just the minimum of points, where there is one; negative where no deal is worth so many.
    pub loss_at_minimum: Option<f64>,
    /// The sum of its stated saliences; in a scorable game, the points of its best options.
    pub best_points: f64,
    /// χ.
    pub isolation_cost: f64,
    /// β and k.
    pub tactic: Tactic,
    /// Whether it is absent from the start.
    pub stays_away: bool,
    /// Whether it has a vote where the rule takes one.
    pub has_votes: bool,
    /// Whether it may object where the rule asks for objections.
    pub may_object: bool,
    /// κ_h.
    pub lobbying_resistance: f64,
    /// Its blocs with the weight of each membership (sum ≤ 1), the heaviest first.
    pub memberships: Vec<(usize, f64)>,
    /// Its voting weights.
    pub voting_weight: VotingWeight,
    /// The clauses on which it has its bloc's position.
    pub derived: Vec<ClauseId>,
}

/// A compiled outside option.
#[derive(Clone, Debug, PartialEq)]
pub enum OutsideModel {
    /// b, in utility above the status quo.
    Gain(f64),
    /// A club.
    Club {
        /// y.
        text: ClubTextModel,
        /// σ.
        reach: f64,
    },
}

/// The text of a club.
#[derive(Clone, Debug, PartialEq)]
pub enum ClubTextModel {
    /// This text.
    Given(Text),
    /// What this country wants.
    OfCountry(usize),
    /// What this bloc wants.
    OfBloc(usize),
}

/// A compiled bloc.
#[derive(Clone, Debug)]
pub struct BlocModel {
    /// Its key in the scenario.
    pub name: String,
    /// How its common position is formed.
    pub common: CommonModel,
    /// δ.
    pub cohesion: f64,
    /// δ·c_B: the loss of utility that a member accepts to follow the common position.
    pub discipline: f64,
    /// Its members with the weight of each membership.
    pub members: Vec<(usize, f64)>,
    /// Published ideals by clause; `None` if there is none.
    pub stated: Vec<Option<f64>>,
}

/// How a bloc forms its common position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommonModel {
    /// Weighted median.
    Median,
    /// Weighted mean.
    Mean,
    /// The ideals of this country.
    Leader(usize),
    /// The minimum on ambition clauses, the median elsewhere.
    InternalVeto,
    /// The published position.
    Stated,
}

/// A compiled firm.
#[derive(Clone, Debug)]
pub struct FirmModel {
    /// Its key in the scenario.
    pub name: String,
    /// Ideals by clause; `None` if the clause does not concern it.
    pub ideals: Vec<Option<f64>>,
    /// Its preferences, as a group of one party; for its utility.
    pub preferences: Preferences,
    /// Lobbying effort by country.
    pub lobbies: Vec<(usize, f64)>,
    /// Effort spent on the chair's draft.
    pub drafting: f64,
}

/// The source of the first text.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftModel {
    /// The weighted mean of ideals.
    Mean,
    /// A party's ideal.
    Sponsor(Author),
    /// The ideal of a party drawn at random.
    Recognised,
    /// The status quo.
    StatusQuo,
    /// The language agreed in earlier texts.
    AgreedLanguage,
    /// The given values; the mean on other clauses.
    Given(Vec<Option<Value>>),
}

/// The party whose ideal is the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// A country.
    Country(usize),
    /// A bloc.
    Bloc(usize),
    /// A firm.
    Firm(usize),
}

/// A quantity drawn for each replicate.
#[derive(Clone, Debug)]
pub struct Draw {
    /// The stream its numbers come from.
    pub stream: StreamName,
    /// Its distribution.
    pub sampler: Sampler,
    /// The quantity it sets.
    pub sets: Quantity,
}

/// The quantity that a draw sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A country's ideal on a clause.
    Ideal(usize, ClauseId),
    /// A country's salience on a clause.
    Salience(usize, ClauseId),
    /// A bloc's published ideal on a clause.
    BlocIdeal(usize, ClauseId),
    /// A firm's ideal on a clause.
    FirmIdeal(usize, ClauseId),
    /// A country's cost of failure.
    CostOfFailure(usize),
    /// A country's outside option, where it is a number.
    OutsideOption(usize),
    /// The reach of a country's club.
    Reach(usize),
    /// A country's isolation cost.
    IsolationCost(usize),
    /// A country's patience β.
    Patience(usize),
    /// Whether a country attends: 1 if present, 0 if absent.
    Attendance(usize),
    /// The number in (0, 1) that selects whose draft is adopted.
    Recognition,
}

impl CountryModel {
    /// Whether it only looks on: it counts nowhere.
    pub fn observes(&self) -> bool {
        !self.has_votes && !self.may_object
    }

    /// Whether its answer to this question counts.
    pub fn has_say(&self, asks: Asks) -> bool {
        if asks.for_objections() { self.may_object } else { self.has_votes }
    }
}

impl Quantity {
    /// The purpose of its stream.
    fn purpose(self) -> Purpose {
        match self {
            Self::Ideal(..) | Self::BlocIdeal(..) | Self::FirmIdeal(..) => Purpose::Ideal,
            Self::Salience(..) => Purpose::Salience,
            Self::CostOfFailure(_) => Purpose::CostOfFailure,
            Self::OutsideOption(_) => Purpose::OutsideOption,
            Self::Reach(_) => Purpose::Reach,
            Self::IsolationCost(_) => Purpose::IsolationCost,
            Self::Patience(_) => Purpose::Patience,
            Self::Attendance(_) => Purpose::Attendance,
            Self::Recognition => Purpose::Recognition,
        }
    }

    /// The clause it refers to, if any.
    fn clause(self) -> Option<ClauseId> {
        match self {
            Self::Ideal(_, c) | Self::BlocIdeal(_, c) | Self::FirmIdeal(_, c) | Self::Salience(_, c) => {
                Some(c)
            }
            Self::CostOfFailure(_)
            | Self::OutsideOption(_)
            | Self::Reach(_)
            | Self::IsolationCost(_)
            | Self::Patience(_)
            | Self::Attendance(_)
            | Self::Recognition => None,
        }
    }

    /// The legal range, to which draws are limited.
    fn range(self) -> (f64, f64) {
        match self.purpose() {
            Purpose::Ideal
            | Purpose::Reach
            | Purpose::Attendance
            | Purpose::Recognition
            | Purpose::Design
            | Purpose::Bootstrap => (0.0, 1.0),
            Purpose::Salience | Purpose::CostOfFailure | Purpose::IsolationCost => (0.0, f64::MAX),
            Purpose::OutsideOption => (-1.0, 1.0),
            Purpose::Patience => (0.01, 100.0),
            Purpose::Proposal
            | Purpose::Luck
            | Purpose::RandomText
            | Purpose::Coin
            | Purpose::Card
            | Purpose::Permutation => (0.0, 1.0),
        }
    }
}

impl ClauseModel {
    /// The value if no party has a preference: the status quo, or the first option if the status quo is not an option.
    pub fn default_value(&self) -> Value {
        if self.offers(self.status_quo) { self.status_quo } else { Value::option(0) }
    }

    /// Whether a text may have this value: a point of the scale or one of the options.
    pub fn offers(&self, value: Value) -> bool {
        match value {
            Value::Interval { .. } => true,
            Value::Option(option) => usize::from(option) < self.options,
        }
    }
}

/// What a compiled model holds can be read but not changed, so that its parts always belong together.
impl Model {
    /// The clauses, in the order of the text.
    pub fn clauses(&self) -> &[ClauseModel] {
        &self.clauses
    }

    /// The countries, in the order of the scenario.
    pub fn countries(&self) -> &[CountryModel] {
        &self.countries
    }

    /// The blocs, in the order of the scenario.
    pub fn blocs(&self) -> &[BlocModel] {
        &self.blocs
    }

    /// How the depth of a text is computed.
    pub fn depth(&self) -> &DepthScale {
        &self.depth
    }

    /// The countries' stated preferences.
    pub fn stated(&self) -> &Preferences {
        &self.stated
    }

    /// The decision rule.
    pub fn rule(&self) -> &DecisionRule {
        &self.rule
    }

    /// The rule that decides if the first fails.
    pub fn fallback(&self) -> Option<&Fallback> {
        self.fallback.as_ref()
    }

    /// The protocol: how the text is revised.
    pub fn protocol(&self) -> &Protocol {
        &self.protocol
    }

    /// The settings common to all protocols.
    pub fn proceedings(&self) -> &Proceedings {
        &self.proceedings
    }

    /// The clause ids, in order.
    pub fn clause_ids(&self) -> impl Iterator<Item = ClauseId> + use<> {
        (0..self.clauses.len()).map(ClauseId::new)
    }

    /// The values that hold without agreement, clause by clause.
    pub fn status_quo(&self) -> impl Iterator<Item = Value> + '_ {
        self.clauses.iter().map(|c| c.status_quo)
    }
}
