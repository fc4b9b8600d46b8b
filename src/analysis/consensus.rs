//! What consensus converges to, whatever the chair (specification §5.3).

use serde::Serialize;

use super::{Setting, rounded};
use crate::{
    benchmark::agreement::{Claim, consensus_limit},
    negotiation::Voices,
    protocol::Protocol,
    voting::{Asks, DecisionRule},
};

/// The limit of consensus: t* and x*.
#[derive(Clone, Debug, Serialize)]
pub struct Consensus {
    /// t*, as a share of the deadline; `None` if no clear text ever meets everybody's claim.
    pub moment: Option<f64>,
    /// The round in which a chair that finishes could have consensus on a clear text: ⌈t* T⌉, at least 1.
    pub round: Option<u32>,
    /// T.
    pub deadline: u32,
    /// x*, clause by clause; empty if there is none.
    pub text: Vec<f64>,
    /// D(x*), with scope clauses as the text has them; `None` if there is none, or nothing counts towards depth.
    pub depth: Option<f64>,
}

impl Consensus {
    /// The limit under a rule that nobody's objection passes and a chair who revises the whole text; `None` under any other, or
    /// if there is no programme to solve.
    pub fn of(setting: &Setting<'_>, rule: &DecisionRule) -> Option<Self> {
        let model = setting.model;
        let unanimous = rule.asks != Asks::Votes && rule.no_at_most == Some(0);
        if !unanimous || !matches!(model.protocol, Protocol::ChairRevisions(_)) {
            return None;
        }
        let voices = Voices::as_stated(model);
        let claims: Vec<Claim> = (0..voices.who.len()).map(|v| voices.claim(v)).collect();
        let limit = consensus_limit(model, &voices.preferences, &claims).ok()?;
        let deadline = model.proceedings.rounds;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 1 and the deadline
        let round = |moment: f64| ((moment * f64::from(deadline) - 1e-6).ceil() as u32).clamp(1, deadline);
        let weighed = model.depth.ambition_clauses().next().is_some();
        Some(Self {
            moment: limit.as_ref().map(|limit| rounded(limit.moment)),
            round: limit.as_ref().map(|limit| round(limit.moment)),
            deadline,
            text: limit.iter().flat_map(|limit| &limit.text.0).map(|value| rounded(value.middle())).collect(),
            depth: limit.filter(|_| weighed).map(|limit| rounded(model.depth.nominal(&limit.text))),
        })
    }
}
