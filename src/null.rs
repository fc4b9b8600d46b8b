//! Null models: what arithmetic or chance alone would make of the same parties (specification §2). What they compute stands in
//! [`crate::negotiation`], one file each.

use std::{fmt, str::FromStr};

use serde::{Serialize, Serializer};
use thiserror::Error;

/// A null model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Null {
    /// On each clause the least ambitious party's wish, never below the status quo: the law of the least ambitious programme, taken literally.
    OrderStatistic,
    /// On each clause the median party's wish: what a majority would choose.
    Median,
    /// On each clause the mean of wishes by materiality × stated salience: the compromise model.
    WeightedMean,
    /// The same negotiation without the laggards' veto.
    LaggardsRemoved,
    /// The same negotiation where standing alone costs nobody anything.
    NoIsolationCost,
    /// The same negotiation with the ideals on each clause permuted among the parties that care about it.
    IdealsPermuted,
    /// Random texts, as many as the protocol has attempts; everyone votes for what meets its reservation value.
    RandomText,
    /// Random texts, accepted by each with probability one half whatever they say.
    ZeroIntelligence,
}

impl Null {
    /// Every null model.
    pub const ALL: [Self; 8] = [
        Self::OrderStatistic,
        Self::Median,
        Self::WeightedMean,
        Self::LaggardsRemoved,
        Self::NoIsolationCost,
        Self::IdealsPermuted,
        Self::RandomText,
        Self::ZeroIntelligence,
    ];

    /// Those that every run is compared to: the cheapest, and the most informative.
    pub const USUAL: [Self; 4] =
        [Self::OrderStatistic, Self::Median, Self::WeightedMean, Self::LaggardsRemoved];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::OrderStatistic => "order-statistic",
            Self::Median => "median",
            Self::WeightedMean => "weighted-mean",
            Self::LaggardsRemoved => "laggards-removed",
            Self::NoIsolationCost => "no-isolation-cost",
            Self::IdealsPermuted => "ideals-permuted",
            Self::RandomText => "random-text",
            Self::ZeroIntelligence => "zero-intelligence",
        }
    }

    /// What it does, in a few words.
    pub fn words(self) -> &'static str {
        match self {
            Self::OrderStatistic => "the least wish on each clause",
            Self::Median => "the median wish on each clause",
            Self::WeightedMean => "the mean wish, by weight and salience",
            Self::LaggardsRemoved => "the least ambitious (laggards) silent",
            Self::NoIsolationCost => "standing alone costs nothing",
            Self::IdealsPermuted => "wishes dealt out anew",
            Self::RandomText => "random texts, sincere votes",
            Self::ZeroIntelligence => "random texts, votes by coin",
        }
    }
}

impl fmt::Display for Null {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Null {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// No null model goes by this name.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("unknown null model \"{0}\"")]
pub struct UnknownNull(pub String);

impl FromStr for Null {
    type Err = UnknownNull;

    fn from_str(name: &str) -> Result<Self, UnknownNull> {
        Self::ALL.into_iter().find(|null| null.name() == name).ok_or_else(|| UnknownNull(name.to_owned()))
    }
}
