//! Priors: what is thought of a free number before anything is observed.
//!
//! All have bounded support. A particle holds a value as the scenario takes it, or the place of a listed one; kernels work in
//! a coordinate, the logarithm for a prior that is even in it, else the value itself.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{
    random::{normal_cdf, normal_quantile},
    study::design::Level,
};

/// A normal prior without stated ends is cut off so many standard deviations from its mean.
const REACH: f64 = 4.0;
/// Greater numbers are refused: what is computed with them stays far from where numbers end.
const MOST: f64 = 1e15;

/// What is thought of a number: a distribution, of the number itself or of a factor on what the scenario says.
#[derive(Clone, Debug, PartialEq)]
pub struct Prior {
    /// The distribution.
    pub shape: Shape,
    /// Whether it is of a factor on what the scenario says.
    pub times: bool,
    /// As it was written.
    written: String,
}

/// A distribution with bounded support.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Even from low to high.
    Uniform(f64, f64),
    /// Even in the logarithm, from low to high.
    LogUniform(f64, f64),
    /// Normal with mean and standard deviation, cut off at low and high.
    Normal(f64, f64, [f64; 2]),
    /// Low, mode and high.
    Triangular(f64, f64, f64),
    /// Listed values, each with its probability.
    Discrete(Vec<(Level, f64)>),
}

impl Prior {
    /// Number `u` ∈ (0, 1) of the prior as a value; the place of a listed one.
    pub fn quantile(&self, u: f64) -> f64 {
        match &self.shape {
            Shape::Uniform(low, high) => low + u * (high - low),
            Shape::LogUniform(low, high) => {
                let (from, to) = (libm::log(*low), libm::log(*high));
                libm::exp(from + u * (to - from)).clamp(*low, *high)
            }
            Shape::Normal(mean, sd, ends) => {
                let [from, to] = ends.map(|end| normal_cdf((end - mean) / sd));
                (mean + sd * normal_quantile(from + u * (to - from))).clamp(ends[0], ends[1])
            }
            Shape::Triangular(low, mode, high) => {
                let (left, all) = (mode - low, high - low);
                if u * all < left {
                    low + libm::sqrt(u * all * left)
                } else {
                    high - libm::sqrt((1.0 - u) * all * (high - mode))
                }
            }
            Shape::Discrete(values) => {
                let mut below = 0.0;
                let place = values.iter().position(|(_, p)| {
                    below += p;
                    u < below
                });
                as_number(place.unwrap_or(values.len() - 1))
            }
        }
    }

    /// P(X ≤ value); of a listed one, of all up to its place.
    pub fn cdf(&self, value: f64) -> f64 {
        let share = match &self.shape {
            Shape::Uniform(low, high) => (value - low) / (high - low),
            Shape::LogUniform(low, high) => {
                (libm::log(value) - libm::log(*low)) / (libm::log(*high) - libm::log(*low))
            }
            Shape::Normal(mean, sd, ends) => {
                let [from, to] = ends.map(|end| normal_cdf((end - mean) / sd));
                (normal_cdf((value - mean) / sd) - from) / (to - from)
            }
            Shape::Triangular(low, mode, high) => {
                let all = high - low;
                if value < *mode {
                    (value - low) * (value - low) / (all * (mode - low))
                } else if value < *high {
                    1.0 - (high - value) * (high - value) / (all * (high - mode))
                } else {
                    1.0
                }
            }
            Shape::Discrete(values) => {
                values.iter().enumerate().filter(|(k, _)| as_number(*k) <= value).map(|(_, (_, p))| p).sum()
            }
        };
        share.clamp(0.0, 1.0)
    }

    /// The density in the coordinate, but for a constant factor; the probability of a listed value. 0 outside.
    pub fn density(&self, value: f64) -> f64 {
        let [low, high] = self.ends();
        if !(low..=high).contains(&value) {
            return 0.0;
        }
        match &self.shape {
            Shape::Uniform(..) | Shape::LogUniform(..) => 1.0,
            Shape::Normal(mean, sd, _) => {
                let z = (value - mean) / sd;
                libm::exp(-0.5 * z * z)
            }
            Shape::Triangular(low, mode, high) if value < *mode => {
                (value - low) / (mode - low) * (high - low)
            }
            Shape::Triangular(low, mode, high) if mode < high => {
                (high - value) / (high - mode) * (high - low)
            }
            Shape::Triangular(low, _, high) => high - low,
            Shape::Discrete(values) => place(value).and_then(|k| values.get(k)).map_or(0.0, |(_, p)| *p),
        }
    }

    /// Both ends of the support; of listed values the first and the last place.
    pub fn ends(&self) -> [f64; 2] {
        match &self.shape {
            Shape::Uniform(low, high) | Shape::LogUniform(low, high) | Shape::Triangular(low, _, high) => {
                [*low, *high]
            }
            Shape::Normal(_, _, ends) => *ends,
            Shape::Discrete(values) => [0.0, as_number(values.len() - 1)],
        }
    }

    /// The coordinate in which kernels work.
    pub fn coordinate(&self, value: f64) -> f64 {
        if matches!(self.shape, Shape::LogUniform(..)) { libm::log(value) } else { value }
    }

    /// The value at a coordinate.
    pub fn at(&self, coordinate: f64) -> f64 {
        if matches!(self.shape, Shape::LogUniform(..)) { libm::exp(coordinate) } else { coordinate }
    }

    /// How many values are listed; none of a range.
    pub fn listed(&self) -> Option<usize> {
        if let Shape::Discrete(values) = &self.shape { Some(values.len()) } else { None }
    }

    /// The value as a person writes it: a number, or the word that is listed.
    pub fn level(&self, value: f64) -> Level {
        match &self.shape {
            Shape::Discrete(values) => place(value)
                .and_then(|k| values.get(k))
                .map_or(Level::Number(value), |(level, _)| level.clone()),
            _ => Level::Number(value),
        }
    }

    /// The value of a level: its place where values are listed. None of what cannot be.
    pub fn value(&self, level: &Level) -> Option<f64> {
        match (&self.shape, level) {
            (Shape::Discrete(values), level) => values.iter().position(|(l, _)| l == level).map(as_number),
            (_, Level::Number(x)) => Some(*x).filter(|x| self.density(*x) > 0.0 || self.ends().contains(x)),
            (_, Level::Word(_)) => None,
        }
    }

    /// What is written in the scenario for a value.
    pub fn setting(&self, value: f64) -> String {
        let times = if self.times { "x" } else { "" };
        format!("{times}{}", self.level(value))
    }
}

#[allow(clippy::cast_precision_loss)] // a handful of values
fn as_number(place: usize) -> f64 {
    place as f64
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a handful of values
fn place(value: f64) -> Option<usize> {
    (value >= 0.0 && value.fract() == 0.0).then_some(value as usize)
}

impl fmt::Display for Prior {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl Serialize for Prior {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Prior {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// How priors are written.
pub const FORMS: &str = "Uniform(low, high), LogUniform(low, high), Normal(mean, sd), Normal(mean, sd, low, high), \
                         Triangular(low, mode, high), Discrete(value, value, …) or one of them in Times(…)";

impl FromStr for Prior {
    type Err = String;

    /// What is wrong with it, where something is.
    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let unknown = || format!("\"{text}\" is no prior");
        let (name, rest) = text.split_once('(').ok_or_else(unknown)?;
        let inner = rest.strip_suffix(')').ok_or_else(unknown)?;
        if name.trim() == "Times" {
            let prior: Self = inner.parse()?;
            return Ok(Self { times: true, written: text.to_owned(), ..prior });
        }
        let shape = match name.trim() {
            "Discrete" => listed(inner)?,
            name => of_numbers(name, &numbers(inner)?, text)?,
        };
        Ok(Self { shape, times: false, written: text.to_owned() })
    }
}

fn numbers(text: &str) -> Result<Vec<f64>, String> {
    let number = |part: &str| match part.trim().parse::<f64>() {
        Ok(x) if x.abs() <= MOST => Ok(x),
        _ => Err(format!("\"{}\" is no number up to {MOST:e}", part.trim())),
    };
    text.split(',').map(number).collect()
}

fn of_numbers(name: &str, numbers: &[f64], text: &str) -> Result<Shape, String> {
    let ordered = |ends: &[f64]| ends.windows(2).all(|pair| pair[0] < pair[1]);
    let require = |holds: bool, what: &str| if holds { Ok(()) } else { Err(format!("{text} needs {what}")) };
    match (name, numbers) {
        ("Uniform", &[low, high]) => {
            require(ordered(numbers), "low < high").map(|()| Shape::Uniform(low, high))
        }
        ("LogUniform", &[low, high]) => {
            require(low > 0.0 && ordered(numbers), "0 < low < high").map(|()| Shape::LogUniform(low, high))
        }
        ("Normal", &[mean, sd]) => {
            let ends = [mean - REACH * sd, mean + REACH * sd];
            require(sd > 0.0 && ordered(&ends), "sd > 0, and not next to nothing beside the mean")
                .map(|()| Shape::Normal(mean, sd, ends))
        }
        ("Normal", &[mean, sd, low, high]) => {
            let has_mass = normal_cdf((high - mean) / sd) - normal_cdf((low - mean) / sd) > 1e-6;
            require(
                sd > 0.0 && low < high && has_mass,
                "sd > 0, and low < high with some of the prior between",
            )
            .map(|()| Shape::Normal(mean, sd, [low, high]))
        }
        ("Triangular", &[low, mode, high]) => {
            require(low <= mode && mode <= high && low < high, "low ≤ mode ≤ high and low < high")
                .map(|()| Shape::Triangular(low, mode, high))
        }
        ("Uniform" | "LogUniform" | "Normal" | "Triangular", _) => {
            Err(format!("{text} has {} numbers", numbers.len()))
        }
        _ => Err(format!("there is no prior \"{name}\"")),
    }
}

/// Listed values: one that is written twice is twice as probable.
#[allow(clippy::cast_precision_loss)] // a handful of values
fn listed(text: &str) -> Result<Shape, String> {
    let text = text.trim().trim_start_matches('[').trim_end_matches(']');
    let written = split(text).into_iter().map(|part| part.trim().trim_matches('"').to_owned());
    let levels: Vec<Level> = written.filter(|part| !part.is_empty()).map(|part| Level::read(&part)).collect();
    let mut values: Vec<(Level, f64)> = Vec::new();
    for level in &levels {
        match values.iter_mut().find(|(known, _)| known == level) {
            Some((_, count)) => *count += 1.0,
            None => values.push((level.clone(), 1.0)),
        }
    }
    if values.len() < 2 {
        return Err("Discrete needs two values at least".to_owned());
    }
    values.iter_mut().for_each(|(_, count)| *count /= levels.len() as f64);
    Ok(Shape::Discrete(values))
}

/// The parts of a text between commas that stand in no brackets and no quotes.
pub fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut from, mut depth, mut quoted) = (Vec::new(), 0, 0_i32, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [&str; 7] = [
        "Uniform(0.1, 0.5)",
        "LogUniform(0.01, 1)",
        "Normal(0.2, 0.1, 0, 0.25)",
        "Normal(0.2, 0.05)",
        "Triangular(0, 0.1, 0.5)",
        "Triangular(0.2, 0.2, 0.5)",
        "Times(Triangular(0.1, 0.5, 0.5))",
    ];

    /// Quantile and distribution function are inverse to one another; the density is the slope of the latter, up to the
    /// constant that is left out and the coordinate.
    #[test]
    fn quantile_distribution_and_density_agree() {
        for text in ALL {
            let prior: Prior = text.parse().expect(text);
            let slope = |u: f64| {
                let [a, b] = [u - 1e-5, u + 1e-5].map(|u| prior.coordinate(prior.quantile(u)));
                2e-5 / (b - a) / prior.density(prior.quantile(u))
            };
            for k in 1..20 {
                let u = f64::from(k) / 20.0;
                assert!((prior.cdf(prior.quantile(u)) - u).abs() < 1e-12, "{text} at {u}");
                assert!((slope(u) / slope(0.37) - 1.0).abs() < 1e-3, "{text} at {u}");
            }
            let [low, high] = prior.ends();
            assert_eq!((prior.cdf(low), prior.cdf(high)), (0.0, 1.0), "{text}");
            assert_eq!((prior.density(low - 1e-9), prior.density(high + 1e-9)), (0.0, 0.0), "{text}");
        }
    }

    #[test]
    fn listed_values() {
        let prior: Prior =
            "Discrete([Consensus, \"ConsensusMinus(1)\", Consensus, 0.3])".parse().expect("sound");
        assert_eq!(prior.listed(), Some(3));
        assert_eq!([0.1, 0.6, 0.9].map(|u| prior.quantile(u)), [0.0, 1.0, 2.0]);
        assert_eq!([0.0, 1.0, 2.0].map(|v| prior.density(v)), [0.5, 0.25, 0.25]);
        assert_eq!([0.0, 1.0, 2.0].map(|v| prior.setting(v)), ["Consensus", "ConsensusMinus(1)", "0.3"]);
        assert_eq!(prior.value(&Level::Number(0.3)), Some(2.0));
    }

    #[test]
    fn what_is_no_prior() {
        for text in [
            "",
            "0.3",
            "Uniform",
            "Uniform(1)",
            "Uniform(0.5, 0.1)",
            "Uniform(0, x)",
            "LogUniform(0, 1)",
            "Normal(0, 0)",
            "Normal(0, 1, 50, 60)",
            "Triangular(0, 2, 1)",
            "Discrete(1)",
            "Beta(1, 2)",
            "Uniform(0, inf)",
            "Times(Times)",
            "Uniform(0, 1",
        ] {
            assert!(text.parse::<Prior>().is_err(), "{text}");
        }
    }
}
