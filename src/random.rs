//! Randomness: streams keyed by what is drawn, never by who runs first.
//!
//! Number r of the stream (master seed, purpose, party, clause) belongs to replicate r. So replicate r sees the
//! same draws under every setting of a study (common random numbers), on any number of threads, and removing a
//! party or a clause shifts nobody else's draws. Each quantity takes one number and turns it into a draw by the
//! inverse of its distribution function, over `libm`, so that every machine gives the same bits. Where a replicate takes
//! many numbers, as many in each round, they come from a [`Sequence`] of its own, keyed in the same way.

use rand::Rng;
use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng};
use sha2::{Digest, Sha256};

use crate::scenario::Spread;

/// The master seed of a study.
pub type Seed = u64;

/// What a stream is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A party's ideal on a clause.
    Ideal,
    /// A party's salience on a clause.
    Salience,
    /// A country's cost of failure.
    CostOfFailure,
    /// A country's outside option.
    OutsideOption,
    /// A country's cost of isolation.
    IsolationCost,
    /// A country's patience.
    Patience,
    /// Whether a country is in the room.
    Attendance,
    /// Whose draft the chair takes up.
    Recognition,
    /// Where a study's points lie.
    Design,
    /// Which rows of a study are drawn again to see how far its results may be trusted.
    Bootstrap,
    /// Which clause a single text changes next, and by how much.
    Proposal,
    /// Whether a change of a single text is taken up although it is not welcome.
    Luck,
    /// What a random text says on a clause.
    RandomText,
    /// How a country votes that looks at nothing.
    Coin,
    /// In which order countries are dealt wishes on a clause.
    Card,
}

/// The names that key a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamName {
    /// What it is for.
    pub purpose: Purpose,
    /// The party's name, blank where no party is meant.
    pub party: String,
    /// The clause's name, blank where no clause is meant.
    pub clause: String,
}

/// Replicates whose draws are made together: one refill of the generator.
pub const BLOCK: usize = 32;

/// One stream of numbers, one for each replicate.
#[derive(Clone, Debug)]
pub struct Stream(ChaCha8Rng);

impl Stream {
    /// The stream of that name under a master seed.
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

/// An endless sequence of numbers, uniform on (0, 1), for sampling in a yardstick: it goes by its name alone, so that
/// what is sampled with it is the same for every seed and in every run.
pub fn endless(name: &str) -> impl FnMut() -> f64 + use<> {
    let mut key = Sha256::new();
    key.update(b"plenary sequence 1\0");
    key.update(name.as_bytes());
    let mut generator = ChaCha8Rng::from_seed(key.finalize().into());
    move || open_unit(generator.next_u64())
}

/// As many numbers as a replicate needs: the generator has a stream of its own for each.
#[derive(Clone, Debug)]
pub struct Sequence(ChaCha8Rng);

impl Sequence {
    /// The sequences of that name under a master seed.
    pub fn new(seed: Seed, name: &StreamName) -> Self {
        Self(generator(b"plenary replicate 1\0", seed, name))
    }

    /// Turns to a replicate's first number.
    pub fn turn_to(&mut self, replicate: u64) {
        self.0.set_stream(replicate);
        self.0.set_word_pos(0);
    }

    /// The next number, uniform on the open interval (0, 1).
    pub fn number(&mut self) -> f64 {
        open_unit(self.0.next_u64())
    }
}

/// A generator keyed by what it is for.
fn generator(use_of_it: &[u8], seed: Seed, name: &StreamName) -> ChaCha8Rng {
    let mut key = Sha256::new();
    key.update(use_of_it);
    key.update(seed.to_le_bytes());
    key.update(format!("{:?}\0{}\0{}", name.purpose, name.party, name.clause).as_bytes());
    ChaCha8Rng::from_seed(key.finalize().into())
}

/// The middle of one of 2^52 equal cells of (0, 1).
#[allow(clippy::cast_precision_loss)] // 52 bits fit
fn open_unit(bits: u64) -> f64 {
    ((bits >> 12) as f64 + 0.5) * f64::powi(2.0, -52)
}

/// A distribution to draw from by its inverse.
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
    /// Normal, truncated between two quantiles.
    Normal {
        /// Mean before truncation.
        mean: f64,
        /// Standard deviation before truncation.
        sd: f64,
        /// Φ at the lower end of the legal range.
        from: f64,
        /// Φ at the upper end.
        to: f64,
    },
    /// Normal, what falls outside [low, high] put at its end.
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
    /// A stated value with its spread, cut to the legal range [low, high].
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
            _ => Self::Exact(stated),
        }
    }

    /// Whether there is nothing to draw.
    pub fn is_exact(&self) -> bool {
        matches!(self, Self::Exact(_))
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

/// Φ(z), the standard normal distribution function.
pub fn normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// Φ⁻¹(p) for p ∈ (0, 1), to about 1e−16 relative (Wichura 1988, algorithm AS 241, PPND16). Written out because
/// the published crates take logarithms from the platform, whose bits differ between machines.
#[allow(clippy::excessive_precision, clippy::unreadable_literal)]
pub fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180625 - q * q;
        return q * ratio(
            r,
            [
                3.3871328727963666080e0,
                1.3314166789178437745e2,
                1.9715909503065514427e3,
                1.3731693765509461125e4,
                4.5921953931549871457e4,
                6.7265770927008700853e4,
                3.3430575583588128105e4,
                2.5090809287301226727e3,
            ],
            [
                4.2313330701600911252e1,
                6.8718700749205790830e2,
                5.3941960214247511077e3,
                2.1213794301586595867e4,
                3.9307895800092710610e4,
                2.8729085735721942674e4,
                5.2264952788528545610e3,
            ],
        );
    }
    let r = libm::sqrt(-libm::log(if q < 0.0 { p } else { 1.0 - p }));
    let tail = if r <= 5.0 {
        ratio(
            r - 1.6,
            [
                1.42343711074968357734e0,
                4.63033784615654529590e0,
                5.76949722146069140550e0,
                3.64784832476320460504e0,
                1.27045825245236838258e0,
                2.41780725177450611770e-1,
                2.27238449892691845833e-2,
                7.74545014278341407640e-4,
            ],
            [
                2.05319162663775882187e0,
                1.67638483018380384940e0,
                6.89767334985100004550e-1,
                1.48103976427480074590e-1,
                1.51986665636164571966e-2,
                5.47593808499534494600e-4,
                1.05075007164441684324e-9,
            ],
        )
    } else {
        ratio(
            r - 5.0,
            [
                6.65790464350110377720e0,
                5.46378491116411436990e0,
                1.78482653991729133580e0,
                2.96560571828504891230e-1,
                2.65321895265761230930e-2,
                1.24266094738807843860e-3,
                2.71155556874348757815e-5,
                2.01033439929228813265e-7,
            ],
            [
                5.99832206555887937690e-1,
                1.36929880922735805310e-1,
                1.48753612908506148525e-2,
                7.86869131145613259100e-4,
                1.84631831751005468180e-5,
                1.42151175831644588870e-7,
                2.04426310338993978564e-15,
            ],
        )
    };
    if q < 0.0 { -tail } else { tail }
}

/// (n₀ + n₁r + … + n₇r⁷)/(1 + d₁r + … + d₇r⁷).
fn ratio(r: f64, numerator: [f64; 8], denominator: [f64; 7]) -> f64 {
    let above = numerator.iter().rev().fold(0.0, |sum, c| sum * r + c);
    let below = denominator.iter().rev().fold(0.0, |sum, c| sum * r + c) * r + 1.0;
    above / below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_normal_quantile_inverts_the_distribution_function() {
        for i in 1..2000 {
            let p = f64::from(i) / 2000.0;
            assert!((normal_cdf(normal_quantile(p)) - p).abs() < 1e-14, "at {p}");
        }
        // Published: Φ⁻¹(.975) and Φ⁻¹(10⁻¹⁰) (Wichura 1988 tests p = 1e-20: −9.262340089798408).
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-14);
        assert!((normal_quantile(1e-20) + 9.262_340_089_798_408).abs() < 1e-13);
    }

    #[test]
    fn a_number_does_not_depend_on_the_block_asked_for_before() {
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
    fn names_separate_streams() {
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
    fn truncation_keeps_draws_legal() {
        let sampler = Sampler::new(0.0, Spread::Normal(0.2), 0.0, 1.0);
        assert!(sampler.quantile(1e-12) >= 0.0);
        assert!(sampler.quantile(1.0 - 1e-12) <= 1.0);
        let censored = Sampler::new(0.0, Spread::Censored(0.2), 0.0, 1.0);
        assert_eq!(censored.quantile(0.4), 0.0, "half of the draws lie at the end of the scale");
        assert!((censored.quantile(0.6) - 0.2 * normal_quantile(0.6)).abs() < 1e-15);
        // Half-normal: the median is σ·Φ⁻¹(.75).
        assert!((sampler.quantile(0.5) - 0.2 * normal_quantile(0.75)).abs() < 1e-6);
    }
}
