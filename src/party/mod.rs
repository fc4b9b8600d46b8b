//! The parties: countries, blocs and firms, as the scenario's author writes them (specification §3).

mod outside_option;
mod power;

use serde::{Deserialize, Serialize};

pub use outside_option::{Club, ClubText, OutsideOption, Term};
pub use power::{ByPower, Power};

use crate::{
    field::{leaves, record},
    named::Named,
    preference::{Loss, Position, Reading},
    tactic::Tactic,
    voting::VotingWeight,
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

leaves!(Crowd, Common);

record! {
    /// Default traits, for parties that do not state their own.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Defaults {
        /// How distance turns into loss.
        loss: Loss = Loss::default(),
        /// How vague words are read.
        reading: Reading = Reading::default(),
        /// α: attitude to risk, 0 = neutral.
        risk: f64 = 0.0,
        /// c ≥ 0: what it costs to end without a text, in utility.
        cost_of_failure: f64 = 0.0,
        /// χ ≥ 0: what it costs to object alone, in utility.
        isolation_cost: ByPower<f64> = ByPower { major: 0.03, middle: 0.08, small: 0.12 },
        /// γ > 0: how fast that cost falls as others object too.
        isolation_decay: f64 = 1.0,
        /// β and k of the concession.
        tactic: ByPower<Tactic> = ByPower { major: tactic(0.3), middle: tactic(0.8), small: tactic(0.8) },
        /// How far below its reservation a text must lie before a party thinks of leaving, in utility.
        exit_margin: f64 = 0.15,
        /// After how many such texts in a row it leaves.
        exit_after: u32 = 3,
        /// Whether isolation counts heads or materiality.
        crowd: Crowd = Crowd::default(),
    }
}

/// The concession of this patience that gives nothing away at once.
fn tactic(beta: f64) -> Tactic {
    Tactic { beta, k: 0.0 }
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

record! {
    /// A country: it votes, and it can object.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Country {
        /// The name to print, where the key is short.
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String> = None,
        /// Its place in the world: sets the defaults of patience and isolation.
        power: Power = Power::default(),
        /// m ≥ 0: how much the subject depends on it (share of compute, of emissions …), relative to the others.
        materiality: f64 = 1.0,
        /// Its blocs, each with the weight of the membership; the heaviest leads its stance.
        #[serde(skip_serializing_if = "Named::is_empty")]
        member_of: Named<f64> = Named::default(),
        /// Ideal and salience by clause; clauses left out are taken over from its heaviest bloc's stated
        /// position, else do not concern it.
        #[serde(skip_serializing_if = "Named::is_empty")]
        positions: Named<Position> = Named::default(),
        /// c: what it costs to end without a text.
        #[serde(skip_serializing_if = "Option::is_none")]
        cost_of_failure: Option<f64> = None,
        /// What it can do without a text: b, in utility above the status quo, or a club with a text of its own.
        #[serde(skip_serializing_if = "Option::is_none")]
        outside_option: Option<OutsideOption> = None,
        /// The fewest points it settles for, out of the sum of its best options; replaces cost of failure and outside
        /// option as its reservation. For scorable games.
        #[serde(skip_serializing_if = "Option::is_none")]
        minimum_points: Option<f64> = None,
        /// χ: what it costs to object alone.
        #[serde(skip_serializing_if = "Option::is_none")]
        isolation_cost: Option<f64> = None,
        /// β and k of its concession.
        #[serde(skip_serializing_if = "Option::is_none")]
        tactic: Option<Tactic> = None,
        /// How distance turns into loss.
        #[serde(skip_serializing_if = "Option::is_none")]
        loss: Option<Loss> = None,
        /// How it reads vague words.
        #[serde(skip_serializing_if = "Option::is_none")]
        reading: Option<Reading> = None,
        /// α: attitude to risk.
        #[serde(skip_serializing_if = "Option::is_none")]
        risk: Option<f64> = None,
        /// Probability of being in the room, drawn once per negotiation.
        attendance: f64 = 1.0,
        /// Stays away from the start.
        boycotts: bool = false,
        /// κ_h > 0: how hard it is to move by lobbying.
        lobbying_resistance: f64 = 1.0,
        /// Votes where votes are weighted. A member with 0 votes has none under any rule and is not counted in a vote: not
        /// among members, quorum, population or materiality.
        votes: u64 = 1,
        /// Whether it may object where the rule asks for objections; unless said, a member with votes may and one with 0
        /// may not. Without votes and without a right to object it is an observer, which counts nowhere: it neither speaks
        /// for the text nor enters the lowest common denominator.
        #[serde(skip_serializing_if = "Option::is_none")]
        may_object: Option<bool> = None,
        /// Inhabitants where a rule counts population.
        population: u64 = 1,
        /// Takes no part in this decision: it is not there, does not vote, and rules that count those taking part leave
        /// it out.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        opts_out: bool = false,
    }
}

impl Country {
    /// Its voting weights under rules of which one takes a vote, or which only ask for objections. Materiality is in
    /// millionths: exact for six decimals.
    pub fn voting_weight(&self, veto: bool, takes_votes: bool) -> VotingWeight {
        if self.observes() {
            return VotingWeight::NOBODY;
        }
        if self.votes == 0 && takes_votes {
            return VotingWeight { voteless: 1, ..VotingWeight::NOBODY };
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates; refused where counted
        let materiality = (self.materiality * 1e6).round() as u64;
        VotingWeight {
            heads: 1,
            population: self.population,
            weight: self.votes,
            materiality,
            voteless: 0,
            veto,
            opted_out: self.opts_out,
            silent: false,
        }
    }

    /// Whether it may object where the rule asks for objections.
    pub fn may_object(&self) -> bool {
        self.may_object.unwrap_or(self.votes > 0)
    }

    /// Whether it only looks on: it has no votes and may not object.
    pub(crate) fn observes(&self) -> bool {
        self.votes == 0 && !self.may_object()
    }

    /// Whether it is absent from the start.
    pub(crate) fn stays_away(&self) -> bool {
        self.boycotts || self.opts_out
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

record! {
    /// A bloc: its members agree first, speak once while the text is revised, and vote one by one.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Bloc {
        /// The name to print, where the key is short.
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String> = None,
        /// How the common position is formed.
        common: Common = Common::default(),
        /// δ ∈ [0, 1]: how far members give up their own ideals for it; 0 = the bloc does not speak.
        cohesion: f64 = 0.5,
        /// c_B ≥ 0: what a member bears to keep in line, in utility, at full cohesion.
        discipline: f64 = 0.1,
        /// Its published position: what `Stated` speaks for, and what members without one of their own take over.
        #[serde(skip_serializing_if = "Named::is_empty")]
        positions: Named<Position> = Named::default(),
    }
}

record! {
    /// A firm: it does not vote, it lobbies its hosts and offers the chair drafts.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Firm {
        /// The name to print, where the key is short.
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String> = None,
        /// What it wants.
        positions: Named<Position> = Named::default(),
        /// Effort e ≥ 0 spent on each host country.
        lobbies: Named<f64> = Named::default(),
        /// Effort spent on the chair's first draft.
        drafting: f64 = 0.0,
        /// The most it can spend in all; none = no limit.
        #[serde(skip_serializing_if = "Option::is_none")]
        budget: Option<f64> = None,
    }
}

/// ℓ = L/(L + κ): how far effort L moves its target; κ > 0 is the target's resistance (specification §3, firms).
pub(crate) fn influence(effort: f64, resistance: f64) -> f64 {
    effort / (effort + resistance)
}
