//! A lever and what it does; levers and what they do together.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{Places, race};
use crate::{
    language::Language,
    study::{
        choices::{Survival, is_clear},
        estimate::Estimate,
        statistics::Mean,
        treatments::Question,
    },
};

/// Where a lever comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LeverSource {
    /// The case as it is.
    Base,
    /// The scenario documents it as a switch.
    Switch,
    /// Tried on any case.
    Treatment,
}

impl LeverSource {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Switch => "switch",
            Self::Treatment => "treatment",
        }
    }
}

/// A measure of a changed case.
#[derive(Clone, Debug)]
pub struct Effect {
    /// The measure.
    pub measure: String,
    /// Its level over the lever's own replicates.
    pub level: Estimate,
    /// Its change against the base, paired. Of a race the intervals of all levers hold together, at any look; else each
    /// holds for itself, at 95 %.
    pub change: Mean,
    /// Whether the change keeps its sign under the declared choices of modelling; none where they were not run.
    pub survival: Option<Survival>,
}

/// What is known of the change by which levers are ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SignStatus {
    /// It has a sign: its interval leaves out 0.
    Told,
    /// It is small, either way.
    Small,
    /// Neither.
    Open,
}

impl SignStatus {
    pub(super) fn of(change: &Mean, small: f64) -> Self {
        if is_clear(change) {
            Self::Told
        } else if race::is_within(change, small) {
            Self::Small
        } else {
            Self::Open
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Small => "small",
            Self::Open => "open",
        }
    }
}

/// One case: levels, and paired differences to the base.
#[derive(Clone, Debug)]
pub struct Lever {
    /// Where it comes from.
    pub source: LeverSource,
    /// The switch or treatment; "base" for the scenario as written.
    pub name: String,
    /// What it asks.
    pub asks: String,
    /// The same in any language, of what is tried on any case.
    pub(crate) question: Option<Question>,
    /// The hash of the changed case: the base's where the lever changes nothing.
    pub hash: String,
    /// Whether it changes the scale of depth: which clauses there are, what they weigh, or what holds already.
    pub changes_scale: bool,
    /// How many negotiations it was given.
    pub replicates: u64,
    /// What is known of the change by which levers are ranked.
    pub standing: SignStatus,
    /// The places that it may have among the levers of its source; none where no race was run, and for the base.
    pub places: Option<Places>,
    /// What it does to each measure, in the order asked for.
    pub effects: Vec<Effect>,
}

impl Lever {
    /// What it does to a measure; none where that was not asked for.
    pub fn effect(&self, measure: &str) -> Option<&Effect> {
        self.effects.iter().find(|e| e.measure == measure)
    }

    /// What it asks, in this language where it is known; the author's own words are as they are.
    pub fn asks_in(&self, language: Language) -> String {
        self.question.as_ref().map_or_else(|| self.asks.clone(), |question| question.words(language))
    }

    /// The mean change of a measure.
    pub fn change(&self, measure: &str) -> Option<f64> {
        self.effect(measure)?.change.mean
    }
}

impl Serialize for Lever {
    /// Of each measure M the level as `M`, the change as `M_change`, and where choices were run their `M_choices`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("source", &self.source)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("asks", &self.asks)?;
        map.serialize_entry("replicates", &self.replicates)?;
        map.serialize_entry("standing", &self.standing)?;
        if let Some(places) = &self.places {
            map.serialize_entry("places", places)?;
        }
        for effect in &self.effects {
            map.serialize_entry(&effect.measure, &effect.level)?;
            map.serialize_entry(&format!("{}_change", effect.measure), &effect.change)?;
            if let Some(survival) = &effect.survival {
                map.serialize_entry(&format!("{}_choices", effect.measure), survival)?;
            }
        }
        map.end()
    }
}

/// A lever that the case does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotApplicable {
    /// Where it comes from.
    pub source: LeverSource,
    /// The switch or treatment.
    pub name: String,
    /// What it asks.
    pub asks: String,
    /// Why it does not apply.
    pub why: String,
}

impl Serialize for NotApplicable {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("source", &self.source)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("asks", &self.asks)?;
        map.serialize_entry("not_applicable", &self.why)?;
        map.end()
    }
}

/// How a race was run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RaceTerms {
    /// A change of the ranking measure within this of 0 is small.
    pub small: f64,
    /// The first look.
    pub first: u64,
    /// The most negotiations of a lever.
    pub most: u64,
    /// How many looks there are.
    pub looks: usize,
    /// How many different cases ran beside the base.
    pub cases: usize,
    /// Negotiations in all.
    pub negotiations: u64,
}

/// What pulling levers has shown. As JSON it is one list: the levers, then those that do not apply.
#[derive(Clone, Debug)]
pub struct Pulled {
    /// The measure that ranks the levers.
    pub by: String,
    /// The base first, then the scenario's switches in its order, then the standard treatments.
    pub levers: Vec<Lever>,
    /// Switches that do not fit the case.
    pub not_applicable: Vec<NotApplicable>,
    /// How the race was run; none where each lever was given the same number.
    pub race: Option<RaceTerms>,
    /// Whether nothing is drawn, with and without any lever: one negotiation of each says all.
    pub is_certain: bool,
    /// Levers that were not done when `watch` ended it; 0 where it did not.
    pub unfinished: usize,
    /// Whether `watch` ended it.
    pub is_interrupted: bool,
}

impl Serialize for Pulled {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(untagged)]
        enum Either<'p> {
            Lever(&'p Lever),
            NotApplicable(&'p NotApplicable),
        }
        let levers = self.levers.iter().map(Either::Lever);
        serializer.collect_seq(levers.chain(self.not_applicable.iter().map(Either::NotApplicable)))
    }
}
