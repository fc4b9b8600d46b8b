//! Who holds the text down: each player's share of the way from the draft to what holds afterwards (specification §2.7).
//!
//! v(S) is mean realised depth where nobody need be brought along but the players in S; the others are *silent*: they stay in
//! the draft, in blocs' means and in the benchmarks, but neither object nor vote, count as no members, weigh nothing for the
//! chair, and have no veto in their bloc. v(∅) is the draft. The responsibility of player i is its Shapley value
//!
//! ```text
//! φ_i = Σ_T |T|!(K−|T|−1)!/K! (v(T) − v(T ∪ i)),   Σ φ_i = v(∅) − v(N)
//! ```
//!
//! Positive: i holds the text down. Negative: i pulls it up. It depends on the draft, through v(∅).
//!
//! Every set is negotiated on the same draws, so each replicate has a φ of its own, and the intervals are Student's over
//! replicates. They hold together for all players (Bonferroni): 95 % that none of them errs.
//!
//! ```
//! use plenary::{Case, study::responsibility::{Player, Responsibility, Verdict}};
//!
//! // Two want little: take either away, and the other still holds the text down. They share it.
//! let case = Case::parse("joint", r#"(
//!     format: 1,
//!     title: "Two laggards",
//!     clauses: {"cuts": Ambition(status_quo: 0.0)},
//!     countries: {
//!         "A": (positions: {"cuts": 0.2}), "B": (positions: {"cuts": 0.2}), "C": (positions: {"cuts": 0.8}),
//!         "D": (positions: {"cuts": 0.9}),
//!     },
//! )"#)?;
//! let found = Responsibility::measure(&case, 1, Player::all(case.model()), 2);
//! assert_eq!(found.players[0].responsibility.mean, found.players[1].responsibility.mean);
//! assert_eq!(found.players[0].verdict, Verdict::HoldsDown);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod player;
mod shapley;
mod verdict;

use std::{convert::Infallible, ops::ControlFlow, ops::Range};

use serde::Serialize;

use super::{
    parallel::{Crew, in_order},
    statistics::{Mean, Moments},
};
use crate::{case::Case, negotiation::Negotiator, random::Seed};

pub use player::Player;
use shapley::Permutations;
pub use shapley::{MOST_ENUMERATED, estimate_shapley, shapley};
pub use verdict::Verdict;

/// Most players of a run, those pooled as one included.
const PLAYERS_OF_RUN: usize = 6;
/// Negotiations that a run spends on responsibility.
const NEGOTIATIONS_OF_RUN: u64 = 512;
/// Replicates after which a run knows whom to ask about.
const SCREENED: u64 = 32;
/// Replicates that a thread negotiates one after another.
const CHUNK: usize = 8;
/// Chunks that each thread may be ahead of those handed on.
const AHEAD: usize = 4;

/// Who holds the text down, and by how much. All depths in [0, 1].
#[derive(Clone, Debug, Serialize)]
pub struct Responsibility {
    /// v(∅): the draft, with no veto in any bloc.
    pub draft: Mean,
    /// v(N): what holds afterwards.
    pub realised: Mean,
    /// The responsibility from which a player is said to hold the text down.
    pub threshold: f64,
    /// Each player, the most responsible first.
    pub players: Vec<PlayerShare>,
}

/// One player's responsibility.
#[derive(Clone, Debug, Serialize)]
pub struct PlayerShare {
    /// The key of the bloc or country; none of several pooled.
    pub name: Option<String>,
    /// Its title, or what is pooled.
    pub title: String,
    /// How many countries it speaks for.
    pub countries: usize,
    /// φ: how much of the way down from the draft it answers for; negative where it pulls the text up. The intervals of all
    /// players hold together.
    pub responsibility: Mean,
    /// What the interval says of the threshold.
    pub verdict: Verdict,
}

impl Responsibility {
    /// The responsibility of these players over replicates 0 to `replicates` − 1, on the current thread pool: from every set of
    /// up to [`MOST_ENUMERATED`] players, else from one antithetic pair of permutations in each replicate.
    pub fn measure(case: &Case, seed: Seed, players: Vec<Player>, replicates: u64) -> Self {
        let asked = if players.len() <= MOST_ENUMERATED { Asked::EverySet } else { Asked::OnePair };
        Self::from_sets(case, seed, players, (asked, replicates))
    }

    fn from_sets(case: &Case, seed: Seed, players: Vec<Player>, (asked, replicates): (Asked, u64)) -> Self {
        let mut sums = Sums::new(players.len());
        let chunks = (0..replicates).step_by(CHUNK);
        let chunks = chunks.map(|from| from..(from + CHUNK as u64).min(replicates));
        let crew = Crew { threads: rayon::current_num_threads(), ahead: AHEAD };
        let ControlFlow::Continue(()) = in_order(
            crew,
            chunks,
            || false,
            |chunk| Room::new(case, seed, &players).ask(seed, asked, chunk),
            |found| {
                found.iter().for_each(|shares| sums.add(shares));
                ControlFlow::<Infallible>::Continue(())
            },
        );
        sums.summarise(case, players, matches!(asked, Asked::EverySet) && case.scenario().is_certain())
    }

    /// The responsibility that a run reports, none where no clause is a matter of ambition: at most five players one by one
    /// and all others as one, over the first replicates of the run, as many as 512 negotiations allow. Each replicate asks one
    /// pair of permutations, which costs least for the precision that it gives; or every set, where nothing is drawn, so that
    /// this is exact, or where that costs hardly more.
    pub fn of_run(case: &Case, seed: Seed, replicates: u64) -> Option<Self> {
        case.model().depth.ambition_clauses().next()?;
        let players = Player::candidates(case, seed, replicates.min(SCREENED), PLAYERS_OF_RUN);
        Some(Self::of_players(case, seed, replicates, players))
    }

    /// The same where a seat is one of those who are asked about one by one, as the run asks if it does; none where no clause
    /// is a matter of ambition, or the seat has no countries of its own.
    pub fn with_seat(case: &Case, seed: Seed, replicates: u64, seat: &Player) -> Option<Self> {
        case.model().depth.ambition_clauses().next()?;
        let mut players = Player::candidates(case, seed, replicates.min(SCREENED), PLAYERS_OF_RUN);
        if !players.contains(seat) {
            for player in &mut players {
                player.countries.retain(|country| !seat.countries.contains(country));
            }
            players.retain(|player| !player.countries.is_empty());
            players.insert(0, seat.clone());
        }
        (!seat.countries.is_empty()).then(|| Self::of_players(case, seed, replicates, players))
    }

    fn of_players(case: &Case, seed: Seed, replicates: u64, players: Vec<Player>) -> Self {
        let (sets, pair) = (1_u64 << players.len(), 2 * players.len() as u64);
        let is_exact = case.model().draws.is_empty();
        let (asked, each) = if is_exact || sets <= pair + 2 || replicates * sets <= NEGOTIATIONS_OF_RUN {
            (Asked::EverySet, sets)
        } else {
            (Asked::OnePair, pair)
        };
        let affordable = (NEGOTIATIONS_OF_RUN / each).max(1);
        Self::from_sets(case, seed, players, (asked, replicates.min(affordable)))
    }
}

/// Which sets of players are asked about in a replicate.
#[derive(Clone, Copy)]
enum Asked {
    /// All of them.
    EverySet,
    /// Those that an order of the players and its reverse lead through.
    OnePair,
}

/// A negotiator who is asked about sets of players.
struct Room<'a> {
    negotiator: Negotiator<'a>,
    players: &'a [Player],
    heard: Vec<bool>,
}

impl<'a> Room<'a> {
    fn new(case: &'a Case, seed: Seed, players: &'a [Player]) -> Self {
        let heard = vec![false; case.model().countries.len()];
        Self { negotiator: Negotiator::new(case.model(), seed), players, heard }
    }

    /// v(∅), v(N) and every φ of each of these replicates.
    fn ask(&mut self, seed: Seed, asked: Asked, replicates: Range<u64>) -> Vec<Shares> {
        let players = self.players.len();
        let mut permutations = Permutations::new(players, seed);
        let shares = |replicate| {
            // Every order begins with nobody and ends with all: they are asked about once.
            let (draft, realised) = (self.depth(replicate, |_| false), self.depth(replicate, |_| true));
            let mut value = |set: &[bool]| match (set.contains(&true), set.contains(&false)) {
                (false, _) => draft,
                (_, false) => realised,
                _ => self.depth(replicate, |k| set[k]),
            };
            let of = match asked {
                Asked::OnePair => permutations.estimate(replicate, value),
                Asked::EverySet => {
                    let marked = |set: usize| (0..players).map(|k| set >> k & 1 == 1).collect::<Vec<bool>>();
                    shapley(&(0..1 << players).map(|set| value(&marked(set))).collect::<Vec<f64>>())
                }
            };
            Shares { draft, realised, of }
        };
        replicates.map(shares).collect()
    }

    /// v of a set in a replicate.
    fn depth(&mut self, replicate: u64, is_in: impl Fn(usize) -> bool) -> f64 {
        for (k, player) in self.players.iter().enumerate() {
            player.countries.iter().for_each(|&i| self.heard[i] = is_in(k));
        }
        self.negotiator.depth_heeding(replicate, &self.heard)
    }
}

/// What one replicate says.
struct Shares {
    draft: f64,
    realised: f64,
    of: Vec<f64>,
}

/// What replicates add up to.
struct Sums {
    draft: Moments,
    realised: Moments,
    shares: Vec<Moments>,
}

impl Sums {
    fn new(players: usize) -> Self {
        let shares = vec![Moments::default(); players];
        Self { draft: Moments::default(), realised: Moments::default(), shares }
    }

    fn add(&mut self, found: &Shares) {
        self.draft.add(found.draft);
        self.realised.add(found.realised);
        self.shares.iter_mut().zip(&found.of).for_each(|(sum, share)| sum.add(*share));
    }

    /// `is_exact` says that nothing was sampled: no draws, and no orders of the players.
    fn summarise(&self, case: &Case, players: Vec<Player>, is_exact: bool) -> Responsibility {
        let threshold = case.model().thresholds.responsibility;
        #[allow(clippy::cast_precision_loss)] // a handful of players
        let alpha = 0.05 / players.len().max(1) as f64;
        let share = |(player, moments): (Player, &Moments)| {
            let sampled = moments.mean_at(alpha);
            let responsibility = if is_exact { sampled.exact() } else { sampled };
            PlayerShare {
                title: title(case, &player),
                countries: player.countries.len(),
                name: player.name,
                verdict: Verdict::of(&responsibility, threshold),
                responsibility,
            }
        };
        let mut players: Vec<PlayerShare> = players.into_iter().zip(&self.shares).map(share).collect();
        let by_size = |s: &PlayerShare| s.responsibility.mean.unwrap_or(0.0);
        players.sort_by(|a, b| by_size(b).total_cmp(&by_size(a)));
        Responsibility { draft: self.draft.mean(), realised: self.realised.mean(), threshold, players }
    }
}

/// How a player is called.
fn title(case: &Case, player: &Player) -> String {
    match &player.name {
        Some(name) => case.scenario().title_of(name).to_owned(),
        None => format!("{} other countries together", player.countries.len()),
    }
}
