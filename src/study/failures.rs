//! Runs without a text: who stood in the way, on which clause, by how much, and whether some text would have passed.

use serde::Serialize;

use super::{
    Summary,
    statistics::{Mean, Moments, Rate},
};
use crate::{
    benchmark::{
        PackageScores,
        agreement::{Claim, consensus_text_exists},
    },
    case::Case,
    model::{CountryModel, Model, OutsideModel, Preferences, Quantity},
    negotiation::{Negotiator, Observer, Realisation, View, Voices},
    outcome::Outcome,
    text::{ClauseId, Text},
    voting::Asks,
};

/// What the first runs without a text say, negotiated again.
#[derive(Clone, Debug, Serialize)]
pub struct FailureSummary {
    /// How many runs were looked at.
    pub looked_at: u64,
    /// In how many of them there was a clear text (of options: a deal) that everybody in the room would have let pass at the
    /// deadline, by the wishes drawn in that run; none where that cannot be found out, as where only some clauses are options.
    pub acceptable: Option<Rate>,
    /// Who said no to the last text or walked out, whoever did so most often first.
    pub blockers: Vec<Blocker>,
}

/// A country that stood in the way.
#[derive(Clone, Debug, Serialize)]
pub struct Blocker {
    /// Its key.
    pub name: String,
    /// In how many of the runs it said no to the last text, or walked out.
    pub against: Rate,
    /// How far the text at the end left it below the utility it would settle for, where it stood in the way; negative where
    /// it lay above that.
    pub shortfall: Mean,
    /// The clause on which that text cost it most, in most of those runs; none of equals.
    pub clause: Option<String>,
    /// How much it lost there against what it wants, in utility, in the runs in which that clause cost it most.
    pub cost: Mean,
}

/// Whether the status quo as a text would do for everybody at the deadline, in every run: nobody's outside option or minimum
/// of points lies above it. Then a text that everybody would let pass always exists.
pub(super) fn status_quo_would_do(model: &Model) -> bool {
    let varies = |i| model.draws.iter().any(|draw| draw.sets == Quantity::OutsideOption(i));
    let wants_more = |(i, country): (usize, &CountryModel)| match country.outside_option {
        _ if country.loss_at_minimum.is_some() => true,
        None => false,
        Some(OutsideModel::Gain(gain)) => gain > 0.0 || varies(i),
        Some(OutsideModel::Club { .. }) => true,
    };
    !model.countries.iter().enumerate().any(wants_more)
}

impl FailureSummary {
    /// The most runs that are looked at.
    pub const MOST: usize = 20;

    /// Negotiates the first runs without a text again; none where there was none.
    pub fn of(case: &Case, summary: &Summary) -> Option<Self> {
        if summary.failed.is_empty() {
            return None;
        }
        let model = case.model();
        let mut negotiator = Negotiator::new(model, summary.seed);
        let mut tally = Tally::new(model);
        for &replicate in &summary.failed {
            let mut room = Room::default();
            let outcome = negotiator.negotiate(replicate, &mut room);
            tally.add(model, &room, &outcome);
        }
        Some(tally.summarise(model))
    }
}

/// Remembers who came, and what they wanted.
#[derive(Default)]
struct Room {
    parties: Option<Realisation>,
    voices: Option<Voices>,
}

impl Observer for Room {
    fn draft(&mut self, view: &View<'_>) {
        self.parties = Some(view.parties.clone());
        self.voices = Some(view.voices.clone());
    }
}

/// Adds up runs.
struct Tally {
    runs: u64,
    solved: u64,
    acceptable: u64,
    of: Vec<CountryTally>,
}

/// What one country did in them.
#[derive(Clone)]
struct CountryTally {
    against: u64,
    shortfall: Moments,
    /// By clause: where it cost most.
    costs: Vec<Moments>,
}

impl Tally {
    fn new(model: &Model) -> Self {
        let costs = vec![Moments::default(); model.clauses().len()];
        let country = CountryTally { against: 0, shortfall: Moments::default(), costs };
        Self { runs: 0, solved: 0, acceptable: 0, of: vec![country; model.countries().len()] }
    }

    fn add(&mut self, model: &Model, room: &Room, outcome: &Outcome) {
        self.runs += 1;
        let (Some(parties), Some(voices)) = (&room.parties, &room.voices) else { return };
        if let Some(found) = acceptable(model, parties, voices) {
            self.solved += 1;
            self.acceptable += u64::from(found);
        }
        for (i, (tally, party)) in self.of.iter_mut().zip(&outcome.parties).enumerate() {
            if party.held_out || party.left {
                tally.against += 1;
                let wants = &parties.effective;
                tally.shortfall.add(parties.reservations[i] - wants.utility_of(i, &outcome.text));
                if let Some((clause, cost)) = dearest(model, wants, i, &outcome.text) {
                    tally.costs[clause.index()].add(cost);
                }
            }
        }
    }

    fn summarise(&self, model: &Model) -> FailureSummary {
        let against = model.countries().iter().zip(&self.of).filter(|(_, tally)| tally.against > 0);
        let mut blockers: Vec<Blocker> = against
            .map(|(country, tally)| {
                let most = tally.costs.iter().enumerate().max_by_key(|(_, cost)| cost.count());
                let most = most.filter(|(_, cost)| cost.count() > 0);
                Blocker {
                    name: country.name.clone(),
                    against: Rate::new(tally.against, self.runs),
                    shortfall: tally.shortfall.mean(),
                    clause: most.map(|(d, _)| model.clauses()[d].name.clone()),
                    cost: most.map_or(Moments::default(), |(_, cost)| *cost).mean(),
                }
            })
            .collect();
        blockers.sort_by(|a, b| {
            let shortfall = |b: &Blocker| b.shortfall.mean.unwrap_or(0.0);
            b.against.count.cmp(&a.against.count).then(shortfall(b).total_cmp(&shortfall(a)))
        });
        FailureSummary {
            looked_at: self.runs,
            acceptable: (self.solved > 0).then(|| Rate::new(self.acceptable, self.solved)),
            blockers,
        }
    }
}

/// Whether some clear text, or some deal, would have passed with everybody in the room; none where that cannot be found out.
fn acceptable(model: &Model, parties: &Realisation, voices: &Voices) -> Option<bool> {
    if let Some(deals) = PackageScores::of(model, &parties.effective, &parties.present, &parties.reservations)
    {
        return Some(!deals.sums_of_acceptable()?.is_empty());
    }
    let counts_votes = model.rule().asks == Asks::Votes;
    let claim = |v: usize| match counts_votes {
        true => Claim { tolerance: voices.no_vote_thresholds[v], ..voices.claim(v) },
        false => voices.claim(v),
    };
    let claims: Vec<Claim> = (0..voices.who.len()).map(claim).collect();
    consensus_text_exists(model, &voices.preferences, &claims).ok()
}

/// The clause on which a text costs a party most against its wish, and how much; none where nothing costs it anything, or
/// several cost the same.
fn dearest(model: &Model, wants: &Preferences, party: usize, text: &Text) -> Option<(ClauseId, f64)> {
    let now = wants.utility_of(party, text);
    let cost = |clause: ClauseId| {
        let mut wished = text.clone();
        wished.0[clause.index()] = wants.favourite(party, clause);
        (clause, wants.utility_of(party, &wished) - now)
    };
    let mut costs: Vec<(ClauseId, f64)> = model.clause_ids().map(cost).collect();
    costs.sort_by(|a, b| b.1.total_cmp(&a.1));
    match costs[..] {
        [(_, most), ..] if most <= 1e-9 => None,
        [(_, most), (_, next), ..] if most - next <= 1e-9 => None,
        [first, ..] => Some(first),
        [] => None,
    }
}
