//! Which places a lever may have, given intervals that hold together.

use serde::Serialize;

use super::{Lever, LeverSource, race::are_apart};

/// The places that a lever may have, both ends included; 1 is the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Places {
    /// One more than the levers that are surely before it.
    pub first: usize,
    /// All levers but those that are surely behind it.
    pub last: usize,
}

/// By how much a change of a measure counts as a lift: of LCD texts, how many fewer there are.
pub fn lift(by: &str, change: f64) -> f64 {
    if by.starts_with("lcd") { -change } else { change }
}

/// Gives each lever its places among those of its source: behind all whose interval lies wholly above its own, before all
/// whose lies wholly below. Where the intervals hold together, so do the places.
pub fn assign(levers: &mut [Lever], by: &str) {
    for source in [LeverSource::Switch, LeverSource::Treatment] {
        let own: Vec<usize> = (0..levers.len()).filter(|&k| levers[k].source == source).collect();
        let places: Vec<Option<Places>> = own.iter().map(|&k| places(levers, &own, k, by)).collect();
        own.into_iter().zip(places).for_each(|(k, places)| levers[k].places = places);
    }
}

fn places(levers: &[Lever], among: &[usize], k: usize, by: &str) -> Option<Places> {
    let change = |k: usize| levers[k].effect(by).map(|e| e.change);
    let own = change(k)?;
    let lifts = |mean: Option<f64>| lift(by, mean.unwrap_or(0.0));
    let apart = || among.iter().filter_map(|&j| change(j)).filter(|other| are_apart(&own, other));
    let before = apart().filter(|other| lifts(other.mean) > lifts(own.mean)).count();
    let behind = apart().count() - before;
    Some(Places { first: before + 1, last: among.len() - behind })
}
