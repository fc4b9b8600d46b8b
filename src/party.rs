//! The parties: countries, blocs and firms, as the scenario's author writes them (model §3).

use serde::{Deserialize, Serialize};

use crate::{
    named::Named,
    preference::{Loss, Position, Reading},
    tactic::Tactic,
    voting::Franchise,
};

/// The index of a country in the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct PartyId(pub u16);

impl PartyId {
    /// The id of the country at this index.
    #[allow(clippy::cast_possible_truncation)] // validation admits far fewer than 65,536 countries
    pub fn new(index: usize) -> Self {
        Self(index as u16)
    }

    /// The index of the country.
    pub fn index(self) -> usize {
        self.0.into()
    }
}

/// A country's power; determines the defaults of patience and isolation cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Power {
    /// β = 0.3 (patient), χ = 0.03 (isolation costs little).
    Major,
    /// β = 0.8, χ = 0.08 (the default).
    #[default]
    Middle,
    /// β = 0.8, χ = 0.12.
    Small,
}

/// One value for each level of power.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByPower<T> {
    /// For major powers.
    pub major: T,
    /// For middle powers.
    pub middle: T,
    /// For small states.
    pub small: T,
}

impl<T: Copy> ByPower<T> {
    /// The value for this level of power.
    pub fn of(&self, power: Power) -> T {
        match power {
            Power::Major => self.major,
            Power::Middle => self.middle,
            Power::Small => self.small,
        }
    }
}

/// Default traits, for parties that do not state their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Defaults {
    /// How distance turns into loss.
    pub loss: Loss,
    /// How vague words are read.
    pub reading: Reading,
    /// α: attitude to risk, 0 = neutral.
    pub risk: f64,
    /// c ≥ 0: what it costs to end without a text, in utility.
    pub cost_of_failure: f64,
    /// χ ≥ 0: what it costs to object alone, in utility.
    pub isolation_cost: ByPower<f64>,
    /// γ > 0: how fast that cost falls as others object too.
    pub isolation_decay: f64,
    /// β and k of the concession.
    pub tactic: ByPower<Tactic>,
    /// How far below its reservation a text must lie before a party thinks of leaving, in utility.
    pub exit_margin: f64,
    /// After how many such texts in a row it leaves.
    pub exit_after: u32,
    /// Whether isolation counts heads or materiality.
    pub crowd: Crowd,
}

impl Default for Defaults {
    fn default() -> Self {
        let tactic = |beta| Tactic { beta, k: 0.0 };
        Self {
            loss: Loss::default(),
            reading: Reading::default(),
            risk: 0.0,
            cost_of_failure: 0.0,
            isolation_cost: ByPower { major: 0.03, middle: 0.08, small: 0.12 },
            isolation_decay: 1.0,
            tactic: ByPower { major: tactic(0.3), middle: tactic(0.8), small: tactic(0.8) },
            exit_margin: 0.15,
            exit_after: 3,
            crowd: Crowd::default(),
        }
    }
}

/// How an objector measures how isolated it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Crowd {
    /// The share of the other delegations (the default).
    #[default]
    Heads,
    /// The share of the others' materiality.
    Materiality,
}

/// A country: it votes, and it can object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Country {
    /// The name to print, where the key is short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its place in the world: sets the defaults of patience and isolation.
    pub power: Power,
    /// m ≥ 0: how much the subject depends on it (share of compute, of emissions …), relative to the others.
    pub materiality: f64,
    /// Its blocs, each with the weight of the membership; the heaviest leads its stance.
    #[serde(skip_serializing_if = "Named::is_empty")]
    pub member_of: Named<f64>,
    /// Ideal and salience by clause; clauses left out are taken over from its heaviest bloc's stated
    /// position, else do not concern it.
    #[serde(skip_serializing_if = "Named::is_empty")]
    pub positions: Named<Position>,
    /// c: what it costs to end without a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_of_failure: Option<f64>,
    /// b − u(q): what it can do without a text, relative to the status quo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outside_option: Option<f64>,
    /// The fewest points it settles for, out of the sum of its best options; replaces cost of failure and outside
    /// option as its reservation. For scorable games.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_points: Option<f64>,
    /// χ: what it costs to object alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isolation_cost: Option<f64>,
    /// β and k of its concession.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tactic: Option<Tactic>,
    /// How distance turns into loss.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss: Option<Loss>,
    /// How it reads vague words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
    /// α: attitude to risk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<f64>,
    /// Probability of being in the room, drawn once per negotiation.
    pub attendance: f64,
    /// Stays away from the start.
    pub boycotts: bool,
    /// κ_h > 0: how hard it is to move by lobbying.
    pub lobbying_resistance: f64,
    /// Votes where votes are weighted.
    pub votes: u64,
    /// Inhabitants where a rule counts population.
    pub population: u64,
    /// Takes no part in this decision: it is not there, does not vote, and rules that count those taking part leave
    /// it out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub opts_out: bool,
}

impl Country {
    /// Its voting weights. Materiality is in millionths: exact for six decimals.
    pub fn franchise(&self, veto: bool) -> Franchise {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates; refused where counted
        let materiality = (self.materiality * 1e6).round() as u64;
        Franchise {
            heads: 1,
            population: self.population,
            weight: self.votes,
            materiality,
            veto,
            opted_out: self.opts_out,
        }
    }

    /// Whether it is absent from the start.
    pub fn stays_away(&self) -> bool {
        self.boycotts || self.opts_out
    }
}

impl Default for Country {
    fn default() -> Self {
        Self {
            title: None,
            power: Power::default(),
            materiality: 1.0,
            member_of: Named::default(),
            positions: Named::default(),
            cost_of_failure: None,
            outside_option: None,
            minimum_points: None,
            isolation_cost: None,
            tactic: None,
            loss: None,
            reading: None,
            risk: None,
            attendance: 1.0,
            boycotts: false,
            lobbying_resistance: 1.0,
            votes: 1,
            population: 1,
            opts_out: false,
        }
    }
}

/// How a bloc forms its common position P_B from its members' ideals.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Common {
    /// The median weighted by membership (the default).
    #[default]
    Median,
    /// The mean weighted by membership.
    Mean,
    /// What this member wants.
    Leader(String),
    /// The least ambitious member on ambition clauses, the median elsewhere: every member has a veto inside.
    InternalVeto,
    /// The position it has published: the bloc's own `positions`.
    Stated,
}

/// A bloc: its members agree first, speak once while the text is revised, and vote one by one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bloc {
    /// The name to print, where the key is short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How the common position is formed.
    pub common: Common,
    /// δ ∈ [0, 1]: how far members give up their own ideals for it; 0 = the bloc does not speak.
    pub cohesion: f64,
    /// c_B ≥ 0: what a member bears to keep in line, in utility, at full cohesion.
    pub discipline: f64,
    /// Its published position: what `Stated` speaks for, and what members without one of their own take over.
    #[serde(skip_serializing_if = "Named::is_empty")]
    pub positions: Named<Position>,
}

impl Default for Bloc {
    fn default() -> Self {
        Self {
            title: None,
            common: Common::default(),
            cohesion: 0.5,
            discipline: 0.1,
            positions: Named::default(),
        }
    }
}

/// A firm: it does not vote, it lobbies its hosts and offers the chair drafts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Firm {
    /// The name to print, where the key is short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it wants.
    pub positions: Named<Position>,
    /// Effort e ≥ 0 spent on each host country.
    pub lobbies: Named<f64>,
    /// Effort spent on the chair's first draft.
    pub drafting: f64,
    /// The most it can spend in all; none = no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<f64>,
}

/// ℓ = L/(L + κ): how far effort L moves its target; κ > 0 is the target's resistance (model §3, firms).
pub fn influence(effort: f64, resistance: f64) -> f64 {
    effort / (effort + resistance)
}
