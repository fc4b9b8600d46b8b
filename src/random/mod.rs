//! Random numbers, from streams keyed by what is drawn rather than by the order of execution.
//!
//! Number r of the stream (master seed, purpose, party, clause) belongs to replicate r. Replicate r therefore sees the same
//! draws at every point of a study (common random numbers) and on any number of threads, and removing a party or a clause
//! does not change the draws of the others. Each quantity takes one number and transforms it by its quantile function,
//! using `libm`, so that every machine gives the same bits. If a replicate needs many numbers, they come from a
//! [`Sequence`], keyed in the same way.

mod normal;

use rand::Rng;
use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng};
use sha2::{Digest, Sha256};

pub(crate) use normal::{normal_cdf, normal_quantile};

use crate::scenario::Spread;

/// The master seed of a study.
pub type Seed = u64;

/// The quantity that a stream is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A party's ideal on a clause.
    Ideal,
    /// A party's salience on a clause.
    Salience,
    /// A country's cost of failure.
    CostOfFailure,
    /// A country's outside option, where it is a number.
    OutsideOption,
    /// The reach of a country's club.
    Reach,
    /// A country's cost of isolation.
    IsolationCost,
    /// A country's patience.
    Patience,
    /// Whether a country is present.
    Attendance,
    /// Whose draft the chair adopts.
    Recognition,
    /// The points of a study's design.
    Design,
    /// The rows that a bootstrap resamples.
    Bootstrap,
    /// Which clause a single text changes next, and by how much.
    Proposal,
    /// Whether a change of a single text is accepted although it is unwelcome.
    Luck,
    /// The value of a random text on a clause.
    RandomText,
    /// The vote of a country that ignores the text.
    Coin,
    /// The order in which ideals on a clause are reassigned to countries.
    Card,
    /// The order in which players join, where responsibility is estimated.
    Permutation,
    /// An error that ideals have in common.
    Shared,
    /// The free numbers of a calibration, draw by draw.
    Calibration,
}

/// The key of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamName {
    /// What the stream is used for.
    pub purpose: Purpose,
    /// The party's name; empty if the stream belongs to no party.
    pub party: String,
    /// The clause's name; empty if the stream belongs to no clause.
    pub clause: String,
}

/// The number of replicates drawn together: one refill of the generator.
pub(crate) const BLOCK: usize = 32;

/// A stream of numbers, one per replicate.
#[derive(Clone, Debug)]
pub struct Stream(ChaCha8Rng);

impl Stream {
    /// The stream with this name under a master seed.
    pub fn new(seed: Seed, name: &StreamName) -> Self {
        Self(generator(b"plenary stream 1\0", seed, name))
    }

    /// The numbers of a block of replicates, uniform on the open interval (0, 1).
    pub fn fill(&mut self, block: u64, numbers: &mut [f64; BLOCK]) {
        // Each number takes two 32-bit words.
        self.0.set_word_pos(u128::from(block) * 2 * BLOCK as u128);
        numbers.fill_with(|| open_unit(self.0.next_u64()));
    }
}

/// An endless sequence of numbers, uniform on (0, 1), keyed by its name alone, so that whatever is sampled with it is the
/// same for every seed and in every run.
pub fn endless(name: &str) -> impl FnMut() -> f64 + use<> {
    let mut key = Sha256::new();
    key.update(b"plenary sequence 1\0");
    key.update(name.as_bytes());
    let mut generator = ChaCha8Rng::from_seed(key.finalize().into());
    move || open_unit(generator.next_u64())
}

/// A sequence of numbers of any length for each replicate.
#[derive(Clone, Debug)]
pub struct Sequence(ChaCha8Rng);

impl Sequence {
    /// The sequences with this name under a master seed.
    pub fn new(seed: Seed, name: &StreamName) -> Self {
        Self(generator(b"plenary replicate 1\0", seed, name))
    }

    /// Moves to the first number of a replicate.
    pub(crate) fn turn_to(&mut self, replicate: u64) {
        self.0.set_stream(replicate);
        self.0.set_word_pos(0);
    }

    /// The next number, uniform on the open interval (0, 1).
    pub fn number(&mut self) -> f64 {
        open_unit(self.0.next_u64())
    }
}

/// A generator keyed by domain, seed and name.
fn generator(domain: &[u8], seed: Seed, name: &StreamName) -> ChaCha8Rng {
    let mut key = Sha256::new();
    key.update(domain);
    key.update(seed.to_le_bytes());
    key.update(format!("{:?}\0{}\0{}", name.purpose, name.party, name.clause).as_bytes());
    ChaCha8Rng::from_seed(key.finalize().into())
}

/// Maps 64 random bits to the midpoint of one of 2^52 equal cells of (0, 1).
#[allow(clippy::cast_precision_loss)] // 52 bits fit
fn open_unit(bits: u64) -> f64 {
    ((bits >> 12) as f64 + 0.5) * f64::powi(2.0, -52)
}

/// A distribution, drawn from by its quantile function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sampler {
    /// The same value for every replicate.
    Exact(f64),
    /// 1 with this probability, else 0.
    Bernoulli(f64),
    /// Uniform on [low, high].
    Uniform {
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
    },
    /// Normal, truncated to the legal range.
    Normal {
        /// Mean before truncation.
        mean: f64,
        /// Standard deviation before truncation.
        sd: f64,
        /// The distribution function at the lower end of the legal range.
        from: f64,
        /// The distribution function at the upper end.
        to: f64,
    },
    /// Normal, clamped to [low, high].
    Censored {
        /// Mean before censoring.
        mean: f64,
        /// Standard deviation before censoring.
        sd: f64,
        /// Lower end of the legal range.
        low: f64,
        /// Upper end.
        high: f64,
    },
    /// median · e^{sd·z}.
    LogNormal {
        /// Median.
        median: f64,
        /// Standard deviation of the logarithm.
        sd: f64,
        /// Upper end of the legal range.
        high: f64,
    },
}

impl Sampler {
    /// The distribution of a stated value with this spread, limited to the legal range [low, high].
    pub fn new(stated: f64, spread: Spread, low: f64, high: f64) -> Self {
        match spread {
            Spread::Normal(sd) if sd > 0.0 => Self::Normal {
                mean: stated,
                sd,
                from: normal_cdf((low - stated) / sd),
                to: normal_cdf((high - stated) / sd),
            },
            Spread::Censored(sd) if sd > 0.0 => Self::Censored { mean: stated, sd, low, high },
            Spread::Uniform(half) if half > 0.0 => {
                Self::Uniform { low: (stated - half).max(low), high: (stated + half).min(high) }
            }
            Spread::LogNormal(sd) if sd > 0.0 => Self::LogNormal { median: stated, sd, high },
            Spread::Exact
            | Spread::Normal(_)
            | Spread::Censored(_)
            | Spread::Uniform(_)
            | Spread::LogNormal(_) => Self::Exact(stated),
        }
    }

    /// Whether the value is the same for every replicate.
    pub(crate) fn is_exact(&self) -> bool {
        matches!(self, Self::Exact(_))
    }

    /// The variance, without regard to truncation or censoring.
    pub fn variance(&self) -> f64 {
        match *self {
            Self::Exact(_) => 0.0,
            Self::Bernoulli(p) => p * (1.0 - p),
            Self::Uniform { low, high } => (high - low) * (high - low) / 12.0,
            Self::Normal { sd, .. } | Self::Censored { sd, .. } => sd * sd,
            Self::LogNormal { median, sd, .. } => {
                let spread = libm::exp(sd * sd);
                median * median * spread * (spread - 1.0)
            }
        }
    }

    /// The quantile at u ∈ (0, 1).
    pub fn quantile(&self, u: f64) -> f64 {
        match *self {
            Self::Exact(value) => value,
            Self::Bernoulli(p) => f64::from(u8::from(u < p)),
            Self::Uniform { low, high } => low + u * (high - low),
            Self::Normal { mean, sd, from, to } => mean + sd * normal_quantile(from + u * (to - from)),
            Self::Censored { mean, sd, low, high } => (mean + sd * normal_quantile(u)).clamp(low, high),
            Self::LogNormal { median, sd, high } => (median * libm::exp(sd * normal_quantile(u))).min(high),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_do_not_depend_on_blocks_filled_before() {
        let name = StreamName { purpose: Purpose::Ideal, party: "A".into(), clause: "x".into() };
        let (mut forward, mut alone) = ([0.0; BLOCK], [0.0; BLOCK]);
        let mut stream = Stream::new(7, &name);
        for block in 0..3 {
            stream.fill(block, &mut forward);
        }
        Stream::new(7, &name).fill(2, &mut alone);
        assert_eq!(forward, alone);
    }

    #[test]
    fn different_names_give_different_streams() {
        let draw = |seed, party: &str, clause: &str| {
            let name = StreamName { purpose: Purpose::Ideal, party: party.into(), clause: clause.into() };
            let mut numbers = [0.0; BLOCK];
            Stream::new(seed, &name).fill(0, &mut numbers);
            numbers
        };
        assert_ne!(draw(1, "A", "BC"), draw(1, "AB", "C"));
        assert_ne!(draw(1, "A", "B"), draw(2, "A", "B"));
    }

    #[test]
    fn truncated_and_censored_draws_stay_in_range() {
        let sampler = Sampler::new(0.0, Spread::Normal(0.2), 0.0, 1.0);
        assert!(sampler.quantile(1e-12) >= 0.0);
        assert!(sampler.quantile(1.0 - 1e-12) <= 1.0);
        let censored = Sampler::new(0.0, Spread::Censored(0.2), 0.0, 1.0);
        assert_eq!(censored.quantile(0.4), 0.0, "half of the draws are clamped to the end of the scale");
        assert!((censored.quantile(0.6) - 0.2 * normal_quantile(0.6)).abs() < 1e-15);
        // Half-normal: the median is σ·Φ⁻¹(.75).
        assert!((sampler.quantile(0.5) - 0.2 * normal_quantile(0.75)).abs() < 1e-6);
    }
}
