//! Negotiations of changed cases, all on the same draws, each done once.

use std::{collections::HashMap, ops::ControlFlow, ops::Range};

use super::{
    lever::{Settings, apply},
    target::Target,
};
use crate::{
    model::Model,
    random::{BLOCK, Seed},
    scenario::Scenario,
    study::{
        ensemble::Ensemble,
        levers::Pulse,
        measure::{Measure, Measures},
        parallel::{Crew, in_order},
        statistics::{Moments, Rate},
        table::ColumnKind,
    },
};

/// Blocks of replicates that a thread negotiates one after another.
const BLOCKS: u64 = 4;
/// Pieces of work that each thread may be ahead.
const AHEAD: usize = 4;

/// The measure of each replicate of a changed case, from the first on; none where it is undefined.
pub type Values = Vec<Option<f64>>;

/// What a sample says of the mean of a measure.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Level {
    /// Negotiations in which the measure is defined.
    pub defined: u64,
    /// Negotiations.
    pub of: u64,
    /// The mean, or the rate.
    pub mean: Option<f64>,
    /// Lower end of its interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// On which side of a target a level is, for sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// It reaches the target: its interval lies beyond.
    Reaches,
    /// The bound lies in its interval.
    Open,
    /// It misses the target: its interval lies on this side.
    Misses,
}

impl Level {
    /// On which side it lies.
    pub fn side(&self, target: &Target) -> Side {
        let (Some(low), Some(high)) = (self.low, self.high) else { return Side::Open };
        let is_exact = low == high;
        let holds_bound = !is_exact && low <= target.bound && target.bound <= high;
        match (target.meets(low), target.meets(high)) {
            (true, true) if !holds_bound => Side::Reaches,
            (false, false) if !holds_bound => Side::Misses,
            _ => Side::Open,
        }
    }

    /// Whether its estimate reaches the target.
    pub fn meets(&self, target: &Target) -> bool {
        self.mean.is_some_and(|mean| target.meets(mean))
    }
}

/// What a case is known by.
#[derive(Clone, Debug)]
struct Key {
    hash: String,
    /// Whether nothing is drawn in it, so that one negotiation is all there is.
    is_certain: bool,
}

impl Key {
    /// How many negotiations stand for so many.
    fn needs(&self, n: u64) -> u64 {
        if self.is_certain { n.min(1) } else { n }
    }
}

/// Cases that are changed by settings, and what was measured of each.
pub struct Sampler<'w> {
    base: Scenario,
    measure: String,
    kind: ColumnKind,
    seed: Seed,
    /// What each is known by; none of settings that do not fit.
    keys: HashMap<Settings, Option<Key>>,
    known: HashMap<String, Values>,
    watch: &'w mut dyn FnMut(Pulse) -> ControlFlow<()>,
    /// Negotiations so far.
    pub negotiations: u64,
}

/// A piece of work: a case and replicates of it.
struct Piece {
    key: String,
    scenario: Scenario,
    replicates: Range<u64>,
}

impl<'w> Sampler<'w> {
    pub fn new(
        base: Scenario,
        measure: &Measure,
        seed: Seed,
        watch: &'w mut dyn FnMut(Pulse) -> ControlFlow<()>,
    ) -> Self {
        let (measure, kind) = (measure.name().to_owned(), measure.column.kind);
        Self {
            base,
            measure,
            kind,
            seed,
            keys: HashMap::new(),
            known: HashMap::new(),
            watch,
            negotiations: 0,
        }
    }

    /// The case that is changed.
    pub fn base(&self) -> &Scenario {
        &self.base
    }

    /// Sees to it that so many replicates of each of these are known. Breaks when it is told to end; what is known then stays.
    pub fn draw(&mut self, wanted: &[(Settings, u64)]) -> ControlFlow<()> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut planned: HashMap<String, u64> = HashMap::new();
        for (settings, n) in wanted {
            let known =
                self.keys.get(settings).is_some_and(|key| key.as_ref().is_none_or(|key| self.has(key, *n)));
            let Some((key, scenario)) = (!known).then(|| self.case(settings)).flatten() else { continue };
            let done = self.known.get(&key.hash).map_or(0, |values| values.len() as u64);
            let (from, to) = (planned.get(&key.hash).copied().unwrap_or(done), key.needs(*n));
            pieces.extend(chunks(from..to).map(|replicates| Piece {
                key: key.hash.clone(),
                scenario: scenario.clone(),
                replicates,
            }));
            planned.insert(key.hash, from.max(to));
        }
        self.negotiate(pieces)
    }

    fn has(&self, key: &Key, n: u64) -> bool {
        self.known.get(&key.hash).is_some_and(|values| values.len() as u64 >= key.needs(n))
    }

    /// The case with these settings, and what it is known by; none where they do not fit.
    fn case(&mut self, settings: &Settings) -> Option<(Key, Scenario)> {
        let case = apply(&self.base, settings);
        let key = case.as_ref().map(|case| Key { hash: case.hash(), is_certain: case.is_certain() });
        self.keys.insert(settings.clone(), key.clone());
        key.zip(case)
    }

    fn negotiate(&mut self, pieces: Vec<Piece>) -> ControlFlow<()> {
        let mut left: u64 = pieces.iter().map(|piece| piece.replicates.end - piece.replicates.start).sum();
        let crew = Crew { threads: rayon::current_num_threads(), ahead: AHEAD };
        let (measure, seed) = (self.measure.clone(), self.seed);
        let (known, negotiations, watch) = (&mut self.known, &mut self.negotiations, &mut self.watch);
        in_order(
            crew,
            pieces.into_iter(),
            || false,
            |piece: Piece| {
                let n = piece.replicates.end - piece.replicates.start;
                (read(&piece, &measure, seed, n), n, piece.key)
            },
            |(values, n, key)| {
                known.entry(key).or_default().extend(values);
                *negotiations += n;
                left -= n;
                watch(Pulse { more: n, left })
            },
        )
    }

    /// What is known of a case.
    fn known(&self, settings: &Settings) -> Option<(&Key, &[Option<f64>])> {
        let key = self.keys.get(settings)?.as_ref()?;
        Some((key, self.known.get(&key.hash)?))
    }

    /// The mean over the first replicates of a case, with an interval at level 1 − α; none before so many are known.
    pub fn level(&self, settings: &Settings, n: u64, alpha: f64) -> Option<Level> {
        let (key, values) = self.known(settings)?;
        let values = values.get(..usize::try_from(key.needs(n)).ok()?)?;
        (!values.is_empty()).then(|| level(values, self.kind, alpha, key.is_certain))
    }

    /// The measure of each of the first replicates of a case; empty before so many are known.
    pub fn values(&self, settings: &Settings, n: u64) -> Values {
        let Some((key, values)) = self.known(settings).filter(|(key, _)| self.has(key, n)) else {
            return Vec::new();
        };
        let at = |replicate: usize| values.get(if key.is_certain { 0 } else { replicate }).copied().flatten();
        (0..usize::try_from(n).unwrap_or(0)).map(at).collect()
    }

    /// Whether nothing is drawn in a case.
    pub fn is_certain(&self, settings: &Settings) -> bool {
        self.known(settings).is_some_and(|(key, _)| key.is_certain)
    }
}

/// The measure of some replicates of a case.
fn read(piece: &Piece, measure: &str, seed: Seed, n: u64) -> Values {
    let model = Model::compile(&piece.scenario).ok();
    let found = model.and_then(|model| Some((Measures::of(&model).select(measure).ok()?, model)));
    let Some((measure, model)) = found else {
        // A case without the measure: it is undefined there.
        return (0..n).map(|_| None).collect();
    };
    let ensemble = Ensemble::new(&model, seed).for_measures(std::slice::from_ref(&measure));
    ensemble
        .in_turn(piece.replicates.clone())
        .map(|outcome| measure.read(&model, &outcome).number())
        .collect()
}

/// Replicates in chunks that begin where blocks of draws do.
fn chunks(replicates: Range<u64>) -> impl Iterator<Item = Range<u64>> {
    let chunk = BLOCKS * BLOCK as u64;
    let all = replicates.start / chunk..replicates.end.div_ceil(chunk).max(replicates.start / chunk);
    let within = move |c: u64| (c * chunk).max(replicates.start)..((c + 1) * chunk).min(replicates.end);
    all.map(within).filter(|range| range.start < range.end)
}

/// The mean of some values with its interval at level 1 − α: Wilson's of a rate, Student's of a mean; none of it where
/// nothing is drawn.
pub fn level(values: &[Option<f64>], kind: ColumnKind, alpha: f64, is_certain: bool) -> Level {
    let mut moments = Moments::default();
    values.iter().flatten().for_each(|x| moments.add(*x));
    let (defined, mean) = (moments.count(), moments.average());
    let [low, high] = match kind {
        _ if is_certain => [mean, mean],
        ColumnKind::Boolean => {
            let count = values.iter().flatten().filter(|x| **x > 0.0).count() as u64;
            let rate = Rate::at(count, defined, alpha);
            [rate.rate.map(|_| rate.low), rate.rate.map(|_| rate.high)]
        }
        _ => {
            let mean = moments.mean_at(alpha);
            [mean.low, mean.high]
        }
    };
    Level { defined, of: values.len() as u64, mean, low, high }
}
