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

use std::ops::{ControlFlow, Range};

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
    /// The same clause by clause, where that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<ClauseShare>,
}

/// What a clause adds to depth, and who takes how much of that. The parts of all clauses add up to depth.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseShare {
    /// The clause's key.
    pub clause: String,
    /// What it adds to the depth of the draft: at most its share a_d of depth.
    pub draft: Mean,
    /// What it adds to the depth of what holds afterwards.
    pub realised: Mean,
    /// Each player, the most responsible first.
    pub players: Vec<ClausePlayer>,
}

/// A player's responsibility on one clause.
#[derive(Clone, Debug, Serialize)]
pub struct ClausePlayer {
    /// The key of the bloc or country; none of several pooled.
    pub name: Option<String>,
    /// How much of the way down it answers for, in depth; the intervals hold together for all players and clauses.
    pub responsibility: Mean,
}

/// One player's responsibility.
#[derive(Clone, Debug, Serialize)]
pub struct PlayerShare {
    /// The key of the bloc or country; none of several pooled.
    pub name: Option<String>,
    /// Its title, or what is pooled.
    pub title: String,
    /// The bloc that leads a country that plays for itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bloc: Option<String>,
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
        Question::of(case, seed, players, asked).answer(replicates, |_| ControlFlow::Continue(()))
    }

    /// The responsibility of these players over replicates 0 to `replicates` − 1, from one antithetic pair of permutations each.
    pub fn of_pairs(case: &Case, seed: Seed, players: Vec<Player>, replicates: u64) -> Self {
        let question = Question::of(case, seed, players, Asked::OnePair);
        question.answer(replicates, |_| ControlFlow::Continue(()))
    }

    /// The responsibility of every player over replicates 0 to `replicates` − 1, broken down as asked: from one antithetic pair
    /// of permutations in each replicate, or from every set of the players where nothing is drawn (once then), or where there
    /// are so few that this costs hardly more. `watch` is told of replicates done, and may end it early. None where no clause
    /// is a matter of ambition.
    pub fn broken_down(
        case: &Case,
        seed: Seed,
        replicates: u64,
        by: Breakdown,
        watch: impl FnMut(u64) -> ControlFlow<()>,
    ) -> Option<Self> {
        case.model().depth.ambition_clauses().next()?;
        let players = Player::all(case.model());
        let is_few = (1_u64 << players.len().min(63)) <= 2 * players.len() as u64 + 2;
        let is_certain = case.scenario().is_certain() && players.len() <= MOST_ENUMERATED;
        let every_set = by != Breakdown::Party && (is_certain || is_few);
        let asked = if every_set { Asked::EverySet } else { Asked::OnePair };
        let replicates = if every_set && is_certain { 1 } else { replicates };
        let question = Question::of(case, seed, players, asked);
        let question = match by {
            Breakdown::Bloc => question,
            Breakdown::Party => question.of_members(),
            Breakdown::Clause => Question { clauses: clauses(case), ..question },
        };
        Some(question.answer(replicates, watch))
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
        let question = Question::of(case, seed, players, asked);
        question.answer(replicates.min(affordable), |_| ControlFlow::Continue(()))
    }
}

/// The keys of the clauses that count towards depth.
fn clauses(case: &Case) -> Vec<String> {
    let keys: Vec<&str> = case.scenario().clauses.names().collect();
    case.model().depth.ambition_clauses().map(|c| keys[c.index()].to_owned()).collect()
}

/// What the way from the draft to what holds afterwards is shared out among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breakdown {
    /// Blocs and lone countries.
    Bloc,
    /// Countries, a bloc's members sharing what the bloc answers for (Owen 1977).
    Party,
    /// Blocs and lone countries, on each clause.
    Clause,
}

/// Which sets of players are asked about in a replicate.
#[derive(Clone, Copy)]
enum Asked {
    /// All of them.
    EverySet,
    /// Those that an order of the players and its reverse lead through.
    OnePair,
}

/// What is asked of a case.
struct Question<'a> {
    case: &'a Case,
    seed: Seed,
    players: Vec<Player>,
    /// How many players in a row stand together.
    groups: Vec<usize>,
    /// The clauses that are asked about one by one.
    clauses: Vec<String>,
    asked: Asked,
}

impl<'a> Question<'a> {
    fn of(case: &'a Case, seed: Seed, players: Vec<Player>, asked: Asked) -> Self {
        let groups = vec![1; players.len()];
        Self { case, seed, players, groups, clauses: Vec::new(), asked }
    }

    /// The same about the members of each player.
    fn of_members(self) -> Self {
        let groups = self.players.iter().map(|p| p.countries.len()).collect();
        let players = self.players.iter().flat_map(|p| p.members(self.case.model())).collect();
        Self { players, groups, ..self }
    }

    /// The answer over so many replicates, or as many as `watch` allows.
    fn answer(&self, replicates: u64, mut watch: impl FnMut(u64) -> ControlFlow<()>) -> Responsibility {
        let mut sums = Sums::new(self.players.len(), 1 + self.clauses.len());
        let chunks = (0..replicates).step_by(CHUNK);
        let chunks = chunks.map(|from| from..(from + CHUNK as u64).min(replicates));
        let crew = Crew { threads: rayon::current_num_threads(), ahead: AHEAD };
        let _ = in_order(
            crew,
            chunks,
            || false,
            |chunk| Room::new(self).ask(chunk),
            |found| {
                found.iter().for_each(|shares| sums.add(shares));
                watch(found.len() as u64)
            },
        );
        self.sum_up(&sums)
    }

    /// Intervals hold together for all players, and those on clauses for all players and clauses.
    fn sum_up(&self, sums: &Sums) -> Responsibility {
        // Nothing was sampled: no draws, and no orders of the players.
        let is_exact = matches!(self.asked, Asked::EverySet) && self.case.scenario().is_certain();
        let mean = |moments: &Moments, together: usize| {
            #[allow(clippy::cast_precision_loss)] // a few hundred at most
            let sampled = moments.mean_at(0.05 / together.max(1) as f64);
            if is_exact { sampled.exact() } else { sampled }
        };
        let threshold = self.case.model().thresholds.responsibility;
        let share = |(player, moments): (&Player, &Vec<Moments>)| {
            let responsibility = mean(&moments[0], self.players.len());
            PlayerShare {
                title: title(self.case, player),
                countries: player.countries.len(),
                name: player.name.clone(),
                bloc: player.bloc.clone(),
                verdict: Verdict::of(&responsibility, threshold),
                responsibility,
            }
        };
        let mut players: Vec<PlayerShare> = self.players.iter().zip(&sums.shares).map(share).collect();
        players.sort_by(|a, b| size(&b.responsibility).total_cmp(&size(&a.responsibility)));
        let clause = |(k, clause): (usize, &String)| {
            let together = self.players.len() * self.clauses.len();
            let share = |(player, moments): (&Player, &Vec<Moments>)| ClausePlayer {
                name: player.name.clone(),
                responsibility: mean(&moments[1 + k], together),
            };
            let mut players: Vec<ClausePlayer> = self.players.iter().zip(&sums.shares).map(share).collect();
            players.sort_by(|a, b| size(&b.responsibility).total_cmp(&size(&a.responsibility)));
            let [draft, realised] = [&sums.draft, &sums.realised].map(|v| mean(&v[1 + k], 1));
            ClauseShare { clause: clause.clone(), draft, realised, players }
        };
        let clauses = self.clauses.iter().enumerate().map(clause).collect();
        let [draft, realised] = [&sums.draft, &sums.realised].map(|v| v[0].mean());
        Responsibility { draft, realised, threshold, players, clauses }
    }
}

fn size(share: &Mean) -> f64 {
    share.mean.unwrap_or(0.0)
}

/// A negotiator who is asked about sets of players.
struct Room<'a> {
    question: &'a Question<'a>,
    negotiator: Negotiator<'a>,
    heard: Vec<bool>,
}

impl<'a> Room<'a> {
    fn new(question: &'a Question<'a>) -> Self {
        let model = question.case.model();
        let negotiator = Negotiator::new(model, question.seed);
        Self { question, negotiator, heard: vec![false; model.countries.len()] }
    }

    /// v(∅), v(N) and every φ of each of these replicates.
    fn ask(&mut self, replicates: Range<u64>) -> Vec<Shares> {
        let question = self.question;
        let players = question.players.len();
        let mut permutations = Permutations::new(question.groups.clone(), question.seed);
        let shares = |replicate| {
            // Every order begins with nobody and ends with all: they are asked about once.
            let (draft, realised) = (self.value(replicate, |_| false), self.value(replicate, |_| true));
            let mut value = |set: &[bool]| match (set.contains(&true), set.contains(&false)) {
                (false, _) => draft.clone(),
                (_, false) => realised.clone(),
                _ => self.value(replicate, |k| set[k]),
            };
            let of = match question.asked {
                Asked::OnePair => permutations.estimate(replicate, value),
                Asked::EverySet => {
                    let marked = |set: usize| (0..players).map(|k| set >> k & 1 == 1).collect::<Vec<bool>>();
                    every_share(&(0..1 << players).map(|set| value(&marked(set))).collect::<Vec<_>>())
                }
            };
            Shares { draft, realised, of }
        };
        replicates.map(shares).collect()
    }

    /// v of a set in a replicate: depth, then what each clause that is asked about adds to it.
    fn value(&mut self, replicate: u64, is_in: impl Fn(usize) -> bool) -> Vec<f64> {
        for (k, player) in self.question.players.iter().enumerate() {
            player.countries.iter().for_each(|&i| self.heard[i] = is_in(k));
        }
        if self.question.clauses.is_empty() {
            return vec![self.negotiator.depth_heeding(replicate, &self.heard)];
        }
        let depth = &self.question.case.model().depth;
        self.negotiator.heeding(replicate, &self.heard, |text| {
            let whole = text.map_or_else(|| depth.of_status_quo(), |text| depth.nominal(text));
            std::iter::once(whole).chain(depth.parts(text)).collect()
        })
    }
}

/// What each player takes from each component of v, from v of every set.
fn every_share(values: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let players = values.len().ilog2() as usize;
    let mut of = vec![Vec::new(); players];
    for k in 0..values[0].len() {
        let component: Vec<f64> = values.iter().map(|v| v[k]).collect();
        of.iter_mut().zip(shapley(&component)).for_each(|(of, share)| of.push(share));
    }
    of
}

/// What one replicate says, of each component of v.
struct Shares {
    draft: Vec<f64>,
    realised: Vec<f64>,
    /// By player.
    of: Vec<Vec<f64>>,
}

/// What replicates add up to, for each component of v.
struct Sums {
    draft: Vec<Moments>,
    realised: Vec<Moments>,
    /// By player.
    shares: Vec<Vec<Moments>>,
}

impl Sums {
    fn new(players: usize, components: usize) -> Self {
        let none = vec![Moments::default(); components];
        Self { draft: none.clone(), realised: none.clone(), shares: vec![none; players] }
    }

    fn add(&mut self, found: &Shares) {
        let add = |sums: &mut Vec<Moments>, values: &Vec<f64>| {
            sums.iter_mut().zip(values).for_each(|(sum, x)| sum.add(*x));
        };
        add(&mut self.draft, &found.draft);
        add(&mut self.realised, &found.realised);
        self.shares.iter_mut().zip(&found.of).for_each(|(sums, of)| add(sums, of));
    }
}

/// How a player is called.
fn title(case: &Case, player: &Player) -> String {
    match &player.name {
        Some(name) => case.scenario().title_of(name).to_owned(),
        None => format!("{} other countries together", player.countries.len()),
    }
}
