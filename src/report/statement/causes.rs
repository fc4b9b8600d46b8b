//! Who holds depth down and who pulls it up, by the interval of each one's responsibility.

use super::figure::{Figure, Sample, Side};
use crate::study::responsibility::{PlayerShare, Responsibility};

/// What can be said of a player.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// It holds depth down by at least the threshold.
    HoldsDown,
    /// It pulls depth up.
    PullsUp,
    /// It holds depth down, by less than the threshold.
    HoldsDownALittle,
    /// Whether it holds depth down by as much as the threshold cannot be told.
    CannotTell,
    /// It holds depth down by less than the threshold, if at all.
    Hardly,
}

/// A player's responsibility and what can be said of it.
#[derive(Clone, Copy, Debug)]
pub struct Cause<'r> {
    /// Who.
    pub player: &'r PlayerShare,
    /// φ; the intervals of all players hold together.
    pub share: Figure,
    /// What it says.
    pub part: Part,
}

/// Who holds depth down: each one's share of the way from the draft to what holds afterwards.
#[derive(Clone, Debug)]
pub struct Causes<'r> {
    /// The players, the most responsible first.
    pub all: Vec<Cause<'r>>,
    /// Mean depth of the draft.
    pub draft: Option<f64>,
    /// Mean depth of what holds afterwards.
    pub realised: Option<f64>,
    /// From how much on a player is said to hold depth down.
    pub threshold: f64,
    /// Over how many replicates.
    pub replicates: u64,
}

impl<'r> Causes<'r> {
    /// What a measurement says.
    pub fn of(r: &'r Responsibility) -> Self {
        let cause = |player: &'r PlayerShare| {
            let mean = &player.responsibility;
            // A sampled mean has no interval of width 0 but where every replicate agrees.
            let is_exact = mean.low.is_some() && mean.low == mean.high;
            let sample = if is_exact { Sample::Exact } else { Sample::Runs(mean.n) };
            let share = Figure::mean(mean, sample)?;
            Some(Cause { player, share, part: part(&share, r.threshold) })
        };
        Self {
            all: r.players.iter().filter_map(cause).collect(),
            draft: r.draft.mean,
            realised: r.realised.mean,
            threshold: r.threshold,
            replicates: r.draft.n,
        }
    }

    /// Whether all of it rests on one run of many that could have been drawn: it says nothing of anybody.
    pub fn is_one_run(&self) -> bool {
        self.replicates < 2 && self.all.iter().any(|c| c.share.ends().is_none())
    }

    /// Whether nothing was sampled.
    pub fn is_exact(&self) -> bool {
        self.all.iter().all(|c| c.share.is_exact)
    }

    /// The players of whom this can be said: the strongest effect first.
    pub fn who(&self, part: Part) -> Vec<&Cause<'r>> {
        let mut found: Vec<&Cause<'r>> = self.all.iter().filter(|c| c.part == part).collect();
        found.sort_by(|a, b| b.share.value.abs().total_cmp(&a.share.value.abs()));
        found
    }
}

fn part(share: &Figure, threshold: f64) -> Part {
    match share.ends() {
        None => Part::CannotTell,
        Some([low, _]) if low >= threshold => Part::HoldsDown,
        Some(_) if share.side_of(0.0) == Side::Below => Part::PullsUp,
        Some([_, high]) if high >= threshold => Part::CannotTell,
        Some([low, _]) if low > 1e-9 => Part::HoldsDownALittle,
        Some(_) => Part::Hardly,
    }
}
