//! Weighted particles.

/// A draw of the free numbers and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Particle {
    /// The number of the attempt that it comes from, within its generation.
    pub attempt: u64,
    /// The free numbers, in the order declared; the place of a listed value.
    pub values: Vec<f64>,
    /// Its weight; all weights sum to 1.
    pub weight: f64,
    /// How far its statistics are from those observed.
    pub distance: f64,
    /// The statistics of the one negotiation of each case.
    pub statistics: Vec<f64>,
}

/// A generation that is complete.
#[derive(Clone, Debug, PartialEq)]
pub struct Population {
    /// How far a particle may be from what was observed; none of the first generation, which is the prior.
    pub tolerance: Option<f64>,
    /// In the order of attempts.
    pub particles: Vec<Particle>,
}

impl Population {
    /// How many draws it took.
    pub fn attempts(&self) -> u64 {
        self.particles.last().map_or(0, |p| p.attempt + 1)
    }

    /// The share of draws that were near enough.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 draws
    pub fn acceptance(&self) -> f64 {
        self.particles.len() as f64 / self.attempts().max(1) as f64
    }

    /// The effective sample size 1/Σw² (Kong, Liu & Wong 1994).
    pub fn effective_size(&self) -> f64 {
        let squares: f64 = self.particles.iter().map(|p| p.weight * p.weight).sum();
        if squares > 0.0 { 1.0 / squares } else { 0.0 }
    }

    /// The distance that a share `p` of the particles does not exceed.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn distance_at(&self, p: f64) -> f64 {
        let mut distances: Vec<f64> = self.particles.iter().map(|particle| particle.distance).collect();
        distances.sort_unstable_by(f64::total_cmp);
        let rank = (p * distances.len() as f64).ceil() as usize;
        distances.get(rank.max(1) - 1).copied().unwrap_or(f64::INFINITY)
    }

    /// The greatest distance below another; none where there is none.
    pub fn farthest_below(&self, distance: f64) -> Option<f64> {
        let below = self.particles.iter().map(|p| p.distance).filter(|d| *d < distance);
        below.max_by(f64::total_cmp)
    }

    /// A parameter's values with their weights, in order.
    pub fn sorted(&self, parameter: usize) -> Vec<(f64, f64)> {
        let mut values: Vec<(f64, f64)> =
            self.particles.iter().map(|p| (p.values[parameter], p.weight)).collect();
        values.sort_by(|a, b| a.0.total_cmp(&b.0));
        values
    }

    /// The particle at `u` ∈ (0, 1) of the cumulated weights.
    pub fn at(&self, cumulated: &[f64], u: f64) -> &Particle {
        let total = cumulated.last().copied().unwrap_or(1.0);
        let place = cumulated.partition_point(|c| *c <= u * total);
        &self.particles[place.min(self.particles.len() - 1)]
    }

    /// The weights, cumulated.
    pub fn cumulated(&self) -> Vec<f64> {
        let mut sum = 0.0;
        let add = |p: &Particle| {
            sum += p.weight;
            sum
        };
        self.particles.iter().map(add).collect()
    }
}

/// The least of sorted values that a share `p` of the weight does not exceed.
pub fn weighted_quantile(sorted: &[(f64, f64)], p: f64) -> Option<f64> {
    let total: f64 = sorted.iter().map(|(_, w)| w).sum();
    let mut below = 0.0;
    let reached = sorted.iter().find(|(_, w)| {
        below += w;
        below >= p * total
    });
    reached.or(sorted.last()).map(|(x, _)| *x)
}
