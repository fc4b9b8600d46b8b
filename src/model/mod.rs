//! The compiled scenario: indices and dense arrays, immutable while negotiations run.

mod appraisal;
mod compile;
mod correlations;
mod country;
mod draw;
mod hinges;
mod judgement;
mod parties;
mod position;
mod preferences;
mod sums;
mod width;

pub use appraisal::{Appraisal, Trial, utilities};
pub use compile::ModelError;
pub use correlations::{Correlation, CorrelationRange, Correlations};
pub use country::{ClubTextModel, CountryModel, OutsideModel};
pub use draw::{Draw, Quantity};
pub use fearless_simd::{Simd, f64x8, prelude};
pub use hinges::Hinges;
pub use judgement::Judgement;
pub use preferences::{Preferences, UtilityParams};
pub use sums::linear_utility;
pub use width::{PACK, Pack, Width, numbers, numbers_mut, packs, read};

use crate::{
    named::Named,
    party::Crowd,
    protocol::{Proceedings, Protocol},
    scenario::{OwnMeasure, Thresholds},
    text::{Clause, ClauseId, DepthScale, Value},
    voting::{DecisionRule, Fallback},
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
    /// Measures that the author of the case makes of others.
    pub(crate) own_measures: Named<OwnMeasure>,
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
