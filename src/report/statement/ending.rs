//! How runs end: how often a text is adopted, under which names, and whether anything could have failed.

use super::figure::{Figure, Sample};
use crate::{
    outcome::Label,
    study::{Blocker, FailureSummary, Summary},
};

/// Less is nothing as printed to two decimals.
const PRINTED: f64 = 0.005;

/// How often a text is adopted, as far as the runs show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adoption {
    /// In no run.
    Never,
    /// In some.
    Sometimes,
    /// In every run.
    Always,
}

/// How runs end.
#[derive(Clone, Debug)]
pub struct Endings {
    /// How often a text is adopted.
    pub adoption: Adoption,
    /// The share of runs with a text.
    pub adopted: Figure,
    /// The names that occur, the commonest first. Each run has one name: the first in the order of the outcome tree that fits.
    pub names: Vec<Ending>,
    /// LCD texts that go by an earlier name, as hollow or carved out: a run has one name only.
    pub lcd_by_other_names: u64,
    /// Whether agreement is a premise: the status quo as a text would do for everybody at the deadline in every run.
    pub is_premise: bool,
}

/// One way in which runs end.
#[derive(Clone, Copy, Debug)]
pub struct Ending {
    /// Its name.
    pub label: Label,
    /// How many runs end so.
    pub runs: u64,
    /// Their share; the intervals of all names hold together.
    pub share: Figure,
    /// The first of them.
    pub example: Option<u64>,
}

impl Endings {
    /// How the runs of a summary end; none of no runs.
    pub fn of(s: &Summary) -> Option<Self> {
        let ending = |o: &crate::study::OutcomeShare| {
            let share = Figure::share(&o.share)?;
            Some(Ending { label: o.label, runs: o.share.count, share, example: o.example })
        };
        let mut names: Vec<Ending> =
            s.outcomes.iter().filter(|o| o.share.count > 0).filter_map(ending).collect();
        names.sort_by_key(|ending| std::cmp::Reverse(ending.runs));
        let named_lcd = names.iter().find(|n| n.label == Label::LowestCommonDenominator);
        let choices = s.choices.as_ref().and_then(|c| c.range("adopted"));
        Some(Self {
            adoption: match s.adopted.count {
                0 => Adoption::Never,
                n if n == s.adopted.of => Adoption::Always,
                _ => Adoption::Sometimes,
            },
            adopted: Figure::share(&s.adopted)?.under(choices),
            lcd_by_other_names: s.lcd.count.saturating_sub(named_lcd.map_or(0, |n| n.runs)),
            names,
            is_premise: s.status_quo_would_do,
        })
    }

    /// The share of runs that end so; none where none does.
    pub fn share_of(&self, label: Label) -> Option<&Figure> {
        self.names.iter().find(|n| n.label == label).map(|n| &n.share)
    }
}

/// Why runs ended without a text: of the first that did.
#[derive(Clone, Debug)]
pub struct Standstill<'s> {
    /// How many were looked at.
    pub looked_at: u64,
    /// Whether some text would have passed.
    pub acceptable: Acceptable,
    /// Who stood in the way, whoever did so most often first.
    pub blockers: Vec<Obstacle<'s>>,
}

/// Whether there was a text that nobody would have stood in the way of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acceptable {
    /// In each of the runs looked at.
    Always,
    /// In so many of so many.
    Sometimes(u64, u64),
    /// In none of them.
    Never,
    /// It cannot be found out.
    Unknown,
}

/// Somebody who stood in the way.
#[derive(Clone, Copy, Debug)]
pub struct Obstacle<'s> {
    /// Its key.
    pub name: &'s str,
    /// In how many of the runs looked at.
    pub runs: u64,
    /// How far the text on the table lay below what it would settle for, on average, in utility; none where it lay above.
    pub shortfall: Option<f64>,
    /// The clause on which the text cost it most, and how much on average; none of equals.
    pub clause: Option<(&'s str, f64)>,
}

impl<'s> Standstill<'s> {
    /// What a summary says of its runs without a text; none where there is none, or nobody looked.
    pub fn of(s: &'s Summary) -> Option<Self> {
        let f: &FailureSummary = s.failures.as_ref()?;
        let acceptable = match &f.acceptable {
            None => Acceptable::Unknown,
            Some(rate) if rate.count == 0 => Acceptable::Never,
            Some(rate) if rate.count == rate.of => Acceptable::Always,
            Some(rate) => Acceptable::Sometimes(rate.count, rate.of),
        };
        let obstacle = |b: &'s Blocker| Obstacle {
            name: &b.name,
            runs: b.against.count,
            shortfall: b.shortfall.mean.filter(|x| *x >= PRINTED),
            clause: b.clause.as_deref().zip(b.cost.mean.filter(|x| *x >= PRINTED)),
        };
        Some(Self { looked_at: f.looked_at, acceptable, blockers: f.blockers.iter().map(obstacle).collect() })
    }
}

/// The round in which LCD texts fell to the LCD, over those that were diluted on the way.
#[derive(Clone, Copy, Debug)]
pub struct Dilution {
    /// How many LCD texts there are.
    pub texts: u64,
    /// How many of them were diluted on the way; the others started there.
    pub diluted: u64,
    /// The round, if it is the same in all of them; else its mean.
    pub round: Option<Round>,
}

/// When something happened.
#[derive(Clone, Copy, Debug)]
pub enum Round {
    /// Always in this round, or once.
    Always(f64),
    /// On average over runs.
    Mean(Figure),
}

impl Dilution {
    /// Of the LCD texts of a summary; none where there is none.
    pub fn of(s: &Summary) -> Option<Self> {
        if s.lcd.count == 0 {
            return None;
        }
        let round = Figure::mean(&s.emergence_round, Sample::of(s)).map(|round| match round.interval {
            Some([low, high]) if high > low => Round::Mean(round),
            _ => Round::Always(round.value),
        });
        Some(Self { texts: s.lcd.count, diluted: s.emerged.count, round })
    }
}
