//! Votes on one clause with all others fixed: winset, core, agenda setter's proposal, deepest acceptable value.
//!
//! A voter prefers y to x iff ℓ(y, p) < ℓ(x, p); y beats x iff the rule carries y when voters that prefer y vote yes, voters
//! that prefer x vote no, and the others abstain.
//!
//! - Winset W(x) = { y : y beats x }: between the points at which a voter's preference changes (x, each ideal and its
//!   mirror point) the ballot is constant, so testing one point per interval is exact.
//! - Core = { x : W(x) = ∅ }: preferences are single-peaked, so a voter that gains by a long step gains by a short one, and x
//!   is in the core iff neither the voters that want more nor those that want less carry the rule. With a quota η of n
//!   voters it is [p_(n−η+1), p_(η)] (Black 1948; Greenberg 1979).
//! - Setter's proposal (Romer & Rosenthal 1978): the agenda setter's most preferred point in the closure of W(q) ∪ {q}.
//! - Deepest: the largest value that the rule carries if everyone accepts what is no worse than q (Underdal 1980).
//!
//! For a text of one clause these are the winset and the core; otherwise those of each clause with the others fixed (Shepsle
//! 1979: structure-induced equilibrium).
//!
//! ```
//! use plenary::{preference::Loss, voting::{DecisionRule, VotingWeight}, benchmark::{ClauseVote, Voter}};
//! let voter = |ideal| Voter { ideal: Some(ideal), loss: Loss::CityBlock, voting_weight: VotingWeight::default(), present: true };
//! let voters = [0.2, 0.5, 0.9].map(voter).to_vec();
//! let majority = ClauseVote::new(voters.clone(), DecisionRule::simple_majority());
//! assert_eq!(majority.core(), Some((0.5, 0.5)), "the median voter");
//! assert_eq!(majority.setter_proposal(0.2, 0.9, Loss::CityBlock), 0.8, "twice the median minus the status quo");
//! assert_eq!(ClauseVote::new(voters, DecisionRule::unanimity()).core(), Some((0.2, 0.9)));
//! ```

use crate::{
    model::{Model, Preferences},
    preference::Loss,
    text::ClauseId,
    voting::{DecisionRule, Tally, Vote, VotingWeight},
};

/// A voter on one clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Voter {
    /// The ideal p; `None` if the clause does not concern the voter.
    pub ideal: Option<f64>,
    /// The loss function ℓ.
    pub loss: Loss,
    /// Its voting weights.
    pub voting_weight: VotingWeight,
    /// Whether it is present.
    pub present: bool,
}

/// The voters on one clause and the decision rule.
#[derive(Clone, Debug)]
pub struct ClauseVote {
    voters: Vec<Voter>,
    rule: DecisionRule,
}

impl ClauseVote {
    /// Voters with ideals in [0, 1], under this rule.
    pub fn new(voters: Vec<Voter>, rule: DecisionRule) -> Self {
        Self { voters, rule }
    }

    /// The countries as voters on a scale clause, each with its own voting weight; those marked in `voices` are present.
    pub fn on(
        model: &Model,
        preferences: &Preferences,
        voices: &[bool],
        rule: &DecisionRule,
        clause: ClauseId,
    ) -> Self {
        let voter = |i: usize| Voter {
            ideal: (preferences.salience(i, clause) > 0.0).then(|| preferences.ideal(i, clause)),
            loss: preferences.utility_params(i).loss,
            voting_weight: model.countries[i].voting_weight,
            present: voices[i],
        };
        Self::new((0..voices.len()).map(voter).collect(), rule.clone())
    }

    /// The same with other voting weights.
    #[must_use]
    pub(crate) fn with_voting_weights(mut self, of: impl Fn(usize) -> VotingWeight) -> Self {
        self.voters.iter_mut().enumerate().for_each(|(i, voter)| voter.voting_weight = of(i));
        self
    }

    /// Whether the rule carries `y` over `x`.
    pub fn beats(&self, y: f64, x: f64) -> bool {
        self.carries(|voter| {
            let gain = voter.ideal.map_or(0.0, |p| voter.loss.at(x, p) - voter.loss.at(y, p));
            if gain > 0.0 {
                Vote::Yes
            } else if gain < 0.0 {
                Vote::No
            } else {
                Vote::Abstain
            }
        })
    }

    /// W(x): the open intervals of [0, 1] that beat `x`, in ascending order.
    pub fn winset(&self, x: f64) -> Vec<(f64, f64)> {
        let mut breakpoints: Vec<f64> = self.concerned().map(|(voter, p)| voter.loss.mirror(p, x)).collect();
        breakpoints.extend(self.concerned().map(|(_, p)| p));
        let mut winset: Vec<(f64, f64)> = Vec::new();
        for (low, high) in intervals_between(breakpoints, x) {
            if self.beats(f64::midpoint(low, high), x) {
                match winset.last_mut() {
                    // x itself never beats x: intervals on either side of it are not joined.
                    Some((_, end)) if *end == low && low != x => *end = high,
                    _ => winset.push((low, high)),
                }
            }
        }
        winset
    }

    /// The core, a closed interval; `None` if it is empty (under a rule by which both sides can win).
    pub fn core(&self) -> Option<(f64, f64)> {
        let mut points: Vec<f64> = self.concerned().map(|(_, p)| p).chain([0.0, 1.0]).collect();
        points.sort_unstable_by(f64::total_cmp);
        points.dedup();
        let beaten_by =
            |x: f64, next: Option<&f64>| next.is_some_and(|n| self.beats(f64::midpoint(x, *n), x));
        let beaten_from_above = |k: &usize| beaten_by(points[*k], points.get(k + 1));
        let beaten_from_below =
            |k: &usize| beaten_by(points[*k], k.checked_sub(1).and_then(|below| points.get(below)));
        // The higher a point, the fewer want more; so each test turns once, for more Yes and fewer No never defeat a text.
        let places: Vec<usize> = (0..points.len()).collect();
        let low = places.partition_point(beaten_from_above);
        let high = places.partition_point(|k| !beaten_from_below(k)).checked_sub(1)?;
        (low <= high).then(|| (points[low], points[high]))
    }

    /// The take-it-or-leave-it proposal of an agenda setter with this ideal and loss, at the status quo `q`.
    pub fn setter_proposal(&self, q: f64, ideal: f64, loss: Loss) -> f64 {
        let nearest = self.winset(q).into_iter().map(|(low, high)| ideal.clamp(low, high));
        nearest.fold(q, |best, x| if loss.at(x, ideal) < loss.at(best, ideal) { x } else { best })
    }

    /// The largest value, at least `q`, that the rule carries if everyone whom the clause concerns accepts what is no worse
    /// than `q`, and the others abstain; and the voters
    /// that refuse anything deeper (empty if nothing above `q` is carried, or everything).
    pub fn deepest(&self, q: f64) -> (f64, Vec<usize>) {
        let ceiling = |voter: &Voter| match voter.ideal {
            Some(p) if voter.present => voter.loss.ceiling(p, q).max(q),
            _ => 1.0,
        };
        let ceilings: Vec<f64> = self.voters.iter().map(ceiling).collect();
        let mut levels: Vec<f64> = ceilings.iter().copied().filter(|c| *c > q).collect();
        levels.sort_unstable_by(|a, b| b.total_cmp(a));
        levels.dedup();
        let carried = |level: &&f64| {
            let mut tally = Tally::default();
            for (voter, ceiling) in self.voters.iter().zip(&ceilings) {
                let vote = match voter.ideal {
                    _ if !voter.present => Vote::Absent,
                    None => Vote::Abstain,
                    Some(_) if ceiling >= *level => Vote::Yes,
                    Some(_) => Vote::No,
                };
                tally.cast(vote, &voter.voting_weight);
            }
            self.rule.carries(&tally)
        };
        let deepest = levels.iter().find(carried).copied().unwrap_or(q);
        let is_binding = |&i: &usize| self.voters[i].present && ceilings[i] == deepest && deepest < 1.0;
        (deepest, (0..self.voters.len()).filter(is_binding).collect())
    }

    /// The voters present that have an ideal, with that ideal.
    fn concerned(&self) -> impl Iterator<Item = (&Voter, f64)> {
        self.voters.iter().filter(|voter| voter.present).filter_map(|voter| Some((voter, voter.ideal?)))
    }

    fn carries(&self, vote: impl Fn(&Voter) -> Vote) -> bool {
        let mut tally = Tally::default();
        for voter in &self.voters {
            tally.cast(if voter.present { vote(voter) } else { Vote::Absent }, &voter.voting_weight);
        }
        self.rule.carries(&tally)
    }
}

/// The intervals of [0, 1] between these points and `x`.
fn intervals_between(mut points: Vec<f64>, x: f64) -> Vec<(f64, f64)> {
    points.retain(|p| (0.0..=1.0).contains(p));
    points.extend([0.0, x, 1.0]);
    points.sort_unstable_by(f64::total_cmp);
    points.dedup();
    points.windows(2).map(|pair| (pair[0], pair[1])).collect()
}
