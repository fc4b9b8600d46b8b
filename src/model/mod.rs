//! The scenario compiled: indices and dense arrays, immutable while negotiations run.

mod appraisal;
mod compile;
mod judgement;
mod parties;
mod preferences;
mod stand;
mod sums;
mod width;

pub use appraisal::{Appraisal, Trial, Trials, utilities};
pub use compile::ModelError;
pub use fearless_simd::{Simd, f64x8, prelude};
pub use judgement::Judgement;
pub use preferences::{FEW, Preferences, Taste};
pub use sums::linear_utility;
pub use width::{PACK, Pack, Width, numbers, numbers_mut, packs, read};

use crate::{
    party::Crowd,
    protocol::{Proceedings, Protocol},
    random::{Purpose, Sampler, StreamName},
    scenario::Thresholds,
    tactic::Tactic,
    text::{Clause, ClauseId, DepthScale, Value},
    voting::{DecisionRule, Fallback, Franchise},
};

/// A scenario ready to run. Names are kept for printing only.
#[derive(Clone, Debug)]
pub struct Model {
    /// The clauses, in the order of the text.
    pub clauses: Vec<ClauseModel>,
    /// How depth is read off a text.
    pub depth: DepthScale,
    /// The countries, in the order of the scenario.
    pub countries: Vec<CountryModel>,
    /// The blocs.
    pub blocs: Vec<BlocModel>,
    /// The firms.
    pub firms: Vec<FirmModel>,
    /// What the countries want, as stated.
    pub stated: Preferences,
    /// When a text is adopted.
    pub rule: DecisionRule,
    /// What decides when that fails.
    pub fallback: Option<Fallback>,
    /// How the text moves.
    pub protocol: Protocol,
    /// What the protocol settles that every protocol must.
    pub proceedings: Proceedings,
    /// Where the first text comes from, by index.
    pub draft: DraftModel,
    /// Whether saliences are scaled to sum to 1.
    pub relative_saliences: bool,
    /// γ.
    pub isolation_decay: f64,
    /// Whether isolation counts heads or materiality.
    pub crowd: Crowd,
    /// How far below its reservation a text lies before a party thinks of leaving.
    pub exit_margin: f64,
    /// After how many such texts it leaves.
    pub exit_after: u32,
    /// Where one outcome ends and the next begins.
    pub thresholds: Thresholds,
    /// What is drawn for each replicate.
    pub draws: Vec<Draw>,
}

/// A clause, compiled.
#[derive(Clone, Debug)]
pub struct ClauseModel {
    /// Its key in the scenario.
    pub name: String,
    /// What holds without agreement; of options it may be none of them.
    pub status_quo: Value,
    /// How many options it has; 0 for a scale.
    pub options: usize,
    /// Whether it is a scope clause.
    pub scope: bool,
    /// As written, for words.
    pub source: Clause,
}

/// A country, compiled.
#[derive(Clone, Debug)]
pub struct CountryModel {
    /// Its key in the scenario.
    pub name: String,
    /// m, normalised: Σ m = 1 over all countries.
    pub materiality: f64,
    /// c.
    pub cost_of_failure: f64,
    /// b − u(q).
    pub outside_option: Option<f64>,
    /// r, where it is given as a minimum of points.
    pub minimum: Option<f64>,
    /// The sum of its saliences as written; of a scorable game, the points of its best options.
    pub best_points: f64,
    /// χ.
    pub isolation_cost: f64,
    /// β and k.
    pub tactic: Tactic,
    /// Whether it stays away from the start.
    pub stays_away: bool,
    /// κ_h.
    pub lobbying_resistance: f64,
    /// Its blocs and the strength of each membership, Σ ≤ 1, the heaviest first.
    pub memberships: Vec<(usize, f64)>,
    /// What it brings to a count.
    pub franchise: Franchise,
    /// Clauses on which it took over its bloc's position.
    pub derived: Vec<ClauseId>,
}

/// A bloc, compiled.
#[derive(Clone, Debug)]
pub struct BlocModel {
    /// Its key in the scenario.
    pub name: String,
    /// How its common position is formed.
    pub common: CommonModel,
    /// δ.
    pub cohesion: f64,
    /// δ·c_B: what a member bears to keep in line.
    pub discipline: f64,
    /// Members and the strength of each membership.
    pub members: Vec<(usize, f64)>,
    /// Published ideals by clause; none where it has none.
    pub stated: Vec<Option<f64>>,
}

/// How a bloc forms its common position, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommonModel {
    /// Weighted median.
    Median,
    /// Weighted mean.
    Mean,
    /// What this country wants.
    Leader(usize),
    /// The minimum on ambition clauses.
    InternalVeto,
    /// What it has published.
    Stated,
}

/// A firm, compiled.
#[derive(Clone, Debug)]
pub struct FirmModel {
    /// Its key in the scenario.
    pub name: String,
    /// Ideals by clause; none where it does not care.
    pub ideals: Vec<Option<f64>>,
    /// What it wants, for its utility; one party.
    pub preferences: Preferences,
    /// Effort by country.
    pub lobbies: Vec<(usize, f64)>,
    /// Effort on the chair's draft.
    pub drafting: f64,
}

/// Where the first text comes from, by index.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftModel {
    /// Weighted mean of ideals.
    Mean,
    /// A party's ideal.
    Sponsor(Author),
    /// A drawn party's ideal.
    Recognised,
    /// What holds without a text.
    StatusQuo,
    /// Agreed language.
    AgreedLanguage,
    /// As given; the mean elsewhere.
    Given(Vec<Option<Value>>),
}

/// Whose ideal a draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// A country.
    Country(usize),
    /// A bloc.
    Bloc(usize),
    /// A firm.
    Firm(usize),
}

/// One quantity that is drawn for each replicate.
#[derive(Clone, Debug)]
pub struct Draw {
    /// The stream its numbers come from.
    pub stream: StreamName,
    /// Its distribution.
    pub sampler: Sampler,
    /// What it sets.
    pub sets: Quantity,
}

/// What a draw sets.
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
    /// A country's outside option.
    OutsideOption(usize),
    /// A country's isolation cost.
    IsolationCost(usize),
    /// A country's patience β.
    Patience(usize),
    /// Whether a country is in the room: present where the draw is 1.
    Attendance(usize),
    /// Whose draft is taken up: a number in (0, 1).
    Recognition,
}

impl Quantity {
    /// What its stream is for.
    fn purpose(self) -> Purpose {
        match self {
            Self::Ideal(..) | Self::BlocIdeal(..) | Self::FirmIdeal(..) => Purpose::Ideal,
            Self::Salience(..) => Purpose::Salience,
            Self::CostOfFailure(_) => Purpose::CostOfFailure,
            Self::OutsideOption(_) => Purpose::OutsideOption,
            Self::IsolationCost(_) => Purpose::IsolationCost,
            Self::Patience(_) => Purpose::Patience,
            Self::Attendance(_) => Purpose::Attendance,
            Self::Recognition => Purpose::Recognition,
        }
    }

    /// The clause it is about, if any.
    fn clause(self) -> Option<ClauseId> {
        match self {
            Self::Ideal(_, c) | Self::BlocIdeal(_, c) | Self::FirmIdeal(_, c) | Self::Salience(_, c) => {
                Some(c)
            }
            Self::CostOfFailure(_)
            | Self::OutsideOption(_)
            | Self::IsolationCost(_)
            | Self::Patience(_)
            | Self::Attendance(_)
            | Self::Recognition => None,
        }
    }

    /// The legal range, to which draws are cut.
    fn range(self) -> (f64, f64) {
        match self.purpose() {
            Purpose::Ideal
            | Purpose::Attendance
            | Purpose::Recognition
            | Purpose::Design
            | Purpose::Bootstrap => (0.0, 1.0),
            Purpose::Salience | Purpose::CostOfFailure | Purpose::IsolationCost => (0.0, f64::MAX),
            Purpose::OutsideOption => (-1.0, 1.0),
            Purpose::Patience => (0.01, 100.0),
            Purpose::Proposal | Purpose::Luck | Purpose::RandomText | Purpose::Coin | Purpose::Card => {
                (0.0, 1.0)
            }
        }
    }
}

impl ClauseModel {
    /// What it says where nobody cares: what holds already, else the first option.
    pub fn unheard(&self) -> Value {
        if self.offers(self.status_quo) { self.status_quo } else { Value::option(0) }
    }

    /// Whether a text may say this: a point of the scale, or one of the options.
    pub fn offers(&self, value: Value) -> bool {
        match value {
            Value::Interval { .. } => true,
            Value::Option(option) => usize::from(option) < self.options,
        }
    }
}

impl Model {
    /// The clause ids, in order.
    pub fn clause_ids(&self) -> impl Iterator<Item = ClauseId> + use<> {
        (0..self.clauses.len()).map(ClauseId::new)
    }

    /// The text that holds when nothing is agreed.
    pub fn status_quo(&self) -> impl Iterator<Item = Value> + '_ {
        self.clauses.iter().map(|c| c.status_quo)
    }
}
