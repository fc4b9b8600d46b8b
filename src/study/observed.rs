//! What really happened beside the runs: clause by clause, and beside the predictions that need no negotiation.
//!
//! Nothing here is fitted, and no run depends on it: the scenario says how the negotiation ended (`observed`), and a summary
//! is held against that once it is there. A prediction is off by |x − y| on a clause: x is the median of the texts that runs
//! adopt, the compromise Σ m s p/Σ m s, the lowest common denominator or the status quo, y the value observed.

use serde::Serialize;

use super::{
    histogram::Histogram,
    statistics::{Rate, binomial_quantile},
    summary::{ClauseSummary, Summary, TextSummary},
};
use crate::{
    model::Model,
    negotiation::Realisation,
    outcome::Outcome,
    scenario::{Observed, ObservedClause, Scenario},
    text::ClauseId,
};

/// What really happened beside a summary.
#[derive(Clone, Debug, Serialize)]
pub struct ObservedSummary {
    /// What the text is called.
    pub title: String,
    /// Whether a text was adopted in fact.
    pub adopted: bool,
    /// Runs that adopt a text.
    pub runs_adopt: Rate,
    /// Clause by clause, those that are observed.
    pub clauses: Vec<ClauseBeside>,
    /// Mean distances from what is observed: on the clauses that have a lowest common denominator, and on all.
    pub errors: Vec<MeanErrors>,
    /// The vote beside those of the runs; none where none is observed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub votes: Option<VotesBeside>,
    /// Positions that rest only on later statements: they may be an effect of the text.
    pub later: usize,
}

/// What is observed beside a clause; all values from 0 to 1.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseBeside {
    /// Its key.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Where the text stands in fact.
    pub value: f64,
    /// The least value that the coder would defend.
    pub low: f64,
    /// The greatest.
    pub high: f64,
    /// The median of the texts that runs adopt; none where no run adopts one.
    pub median: Option<f64>,
    /// Where that median lies, over other draws: intervals that hold together at 95 %; none of too few runs.
    #[serde(skip)]
    pub median_within: Option<[f64; 2]>,
    /// One text in ten is no higher.
    pub p10: Option<f64>,
    /// Nine in ten are no higher.
    pub p90: Option<f64>,
    /// Whether the value lies from p10 to p90.
    pub inside: Option<bool>,
    /// Whether the values that the coder would defend reach into p10 to p90.
    pub in_reach: Option<bool>,
    /// The least ambitious party's wish, as stated; none where the clause is no matter of ambition.
    pub lcd: Option<f64>,
    /// What held before.
    pub status_quo: f64,
    /// Σ m s p/Σ m s, as stated; none where nobody cares.
    pub compromise: Option<f64>,
}

/// Mean distances from what is observed.
#[derive(Clone, Debug, Serialize)]
pub struct MeanErrors {
    /// Clauses.
    pub clauses: usize,
    /// Of the runs' median.
    pub median: Option<f64>,
    /// The least it may be, by the sampling of runs, at 95 %; none of too few runs.
    pub median_low: Option<f64>,
    /// The most.
    pub median_high: Option<f64>,
    /// Of the lowest common denominator; none where a clause has none.
    pub lcd: Option<f64>,
    /// Of the status quo.
    pub status_quo: Option<f64>,
    /// Of the compromise.
    pub compromise: Option<f64>,
    /// The predictions that need no negotiation, each held against the runs' median.
    pub rivals: Vec<RivalBeside>,
}

/// A prediction that needs no negotiation, held against the median of the runs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RivalBeside {
    /// Which.
    pub rival: Simple,
    /// Its mean distance.
    pub distance: f64,
    /// Whether it is nearer to what is observed than the runs' median.
    pub verdict: Nearness,
    /// Whether that holds for every value that the coder would defend.
    pub for_every_coding: bool,
}

/// A prediction that needs no negotiation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Simple {
    /// The mean wish by weight and salience.
    Compromise,
    /// The lowest common denominator.
    Lcd,
    /// What held before.
    StatusQuo,
}

/// How far a prediction is off, beside the runs' median.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Nearness {
    /// It is nearer.
    Nearer,
    /// It is farther.
    Farther,
    /// Within sampling error, or by less than is printed.
    Tied,
    /// Too few runs to tell.
    TooFew,
}

/// A vote in fact beside the votes of runs: Yes as a share of all votes cast.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct VotesBeside {
    /// In fact.
    pub observed: f64,
    /// Runs in which a vote was taken.
    pub runs: u64,
    /// One run in ten has no more.
    pub p10: Option<f64>,
    /// Half have no more.
    pub median: Option<f64>,
    /// Nine in ten have no more.
    pub p90: Option<f64>,
    /// Whether the share in fact lies from p10 to p90; none where no run votes.
    pub inside: Option<bool>,
}

/// Distances that differ by less are equal as printed.
const PRINTED: f64 = 0.005;

/// Yes as a share of the votes cast in a run; none where none was taken, or nobody voted.
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53 members
pub fn yes_share(outcome: &Outcome) -> Option<f64> {
    let votes = outcome.votes?;
    let cast = votes.yes + votes.no + votes.abstain;
    (cast > 0).then(|| votes.yes as f64 / cast as f64)
}

impl ObservedSummary {
    /// Holds a summary against what the scenario says of what happened; none where it says nothing. `yes`: shares of Yes in
    /// the votes of the runs.
    pub(super) fn of(scenario: &Scenario, model: &Model, summary: &Summary, yes: &Histogram) -> Option<Self> {
        let observed = scenario.observed.as_ref()?;
        let clauses = ClauseBeside::all(scenario, model, summary, observed);
        Some(Self {
            title: observed.title.clone(),
            adopted: observed.adopted,
            runs_adopt: summary.adopted,
            errors: MeanErrors::of(&clauses),
            clauses,
            votes: observed.votes.and_then(|votes| Some(VotesBeside::of(votes.yes_share()?, yes))),
            later: observed.later.values().map(Vec::len).sum(),
        })
    }
}

impl VotesBeside {
    fn of(observed: f64, yes: &Histogram) -> Self {
        let [p10, median, p90] = [0.1, 0.5, 0.9].map(|p| yes.quantile(p));
        // Shares of runs are kept to four decimals.
        let within = |(low, high): (f64, f64)| (low - 5e-5..=high + 5e-5).contains(&observed);
        Self { observed, runs: yes.total(), p10, median, p90, inside: p10.zip(p90).map(within) }
    }
}

impl ClauseBeside {
    /// The clauses that are observed, in the order of the observation.
    pub fn all(scenario: &Scenario, model: &Model, summary: &Summary, observed: &Observed) -> Vec<Self> {
        let room = Realisation::as_stated(model);
        let beside = |(name, coded): (&str, &ObservedClause)| {
            let place = scenario.clauses.position(name)?;
            let compromise = compromise(model, &room, ClauseId::new(place));
            Some(Self::of(&summary.clauses[place], coded, compromise))
        };
        observed.clauses.iter().filter_map(beside).collect()
    }

    fn of(runs: &ClauseSummary, coded: &ObservedClause, compromise: Option<f64>) -> Self {
        let [value, low, high] = coded.coded();
        let text = runs.text.as_ref();
        let read = |of: fn(&TextSummary) -> Option<f64>| text.and_then(of);
        let (p10, p90) = (read(|t| t.p10), read(|t| t.p90));
        let meets =
            |low: f64, high: f64| p10.zip(p90).map(|(p10, p90)| low <= p90 + 1e-9 && high >= p10 - 1e-9);
        Self {
            name: runs.name.clone(),
            title: runs.title.clone(),
            value,
            low,
            high,
            median: read(|t| t.median),
            median_within: text.and_then(|t| t.median_within),
            p10,
            p90,
            inside: meets(value, value),
            in_reach: meets(low, high),
            lcd: runs.lcd_point,
            status_quo: runs.status_quo_at,
            compromise,
        }
    }

    fn of_rival(&self, rival: Simple) -> Option<f64> {
        match rival {
            Simple::Compromise => self.compromise,
            Simple::Lcd => self.lcd,
            Simple::StatusQuo => Some(self.status_quo),
        }
    }
}

/// Σ m s p/Σ m s over the countries present, as stated.
fn compromise(model: &Model, room: &Realisation, clause: ClauseId) -> Option<f64> {
    let present = (0..model.countries.len()).filter(|&i| room.present[i]);
    let (sum, total) = present.fold((0.0, 0.0), |(sum, total), i| {
        let weight = model.countries[i].materiality * room.stated_salience(i, clause);
        (sum + weight * room.national.ideal(i, clause), total + weight)
    });
    (total > 0.0).then(|| sum / total)
}

/// Where the median of `n` values lies, as two of them in order, counted from 1: one of `k` intervals that hold together at
/// 95 %; none of too few values.
pub(super) fn median_ranks(n: u64, k: usize) -> Option<[u64; 2]> {
    #[allow(clippy::cast_precision_loss)] // as many as clauses
    let tail = 0.025 / k.max(1) as f64;
    let low = binomial_quantile(n, 0.5, tail);
    (low > 0).then(|| [low, n + 1 - low])
}

impl MeanErrors {
    /// On the clauses that have a lowest common denominator, where some have none, and on all.
    pub fn of(clauses: &[ClauseBeside]) -> Vec<Self> {
        let all: Vec<&ClauseBeside> = clauses.iter().collect();
        let with_lcd: Vec<&ClauseBeside> = clauses.iter().filter(|c| c.lcd.is_some()).collect();
        let some = !with_lcd.is_empty() && with_lcd.len() < all.len();
        let sets = if some { vec![with_lcd, all] } else { vec![all] };
        sets.iter().filter(|set| !set.is_empty()).map(|set| Self::over(set)).collect()
    }

    fn over(clauses: &[&ClauseBeside]) -> Self {
        let off =
            |rival: Simple| mean(clauses.iter().map(|c| c.of_rival(rival).map(|x| (x - c.value).abs())));
        let ends = |end: fn(f64, f64, f64) -> f64| {
            mean(clauses.iter().map(|c| c.median_within.map(|[low, high]| end(c.value, low, high))))
        };
        let mut errors = Self {
            clauses: clauses.len(),
            median: mean(clauses.iter().map(|c| c.median.map(|x| (x - c.value).abs()))),
            median_low: ends(|y, low, high| (low - y).max(y - high).max(0.0)),
            median_high: ends(|y, low, high| (y - low).abs().max((y - high).abs())),
            lcd: off(Simple::Lcd),
            status_quo: off(Simple::StatusQuo),
            compromise: off(Simple::Compromise),
            rivals: Vec::new(),
        };
        let rivals = [Simple::Compromise, Simple::Lcd, Simple::StatusQuo];
        errors.rivals = rivals.iter().filter_map(|&rival| errors.beside(clauses, rival)).collect();
        errors
    }

    fn beside(&self, clauses: &[&ClauseBeside], rival: Simple) -> Option<RivalBeside> {
        let distance = match rival {
            Simple::Compromise => self.compromise,
            Simple::Lcd => self.lcd,
            Simple::StatusQuo => self.status_quo,
        }?;
        let median = self.median?;
        let verdict = match self.median_low.zip(self.median_high) {
            _ if (distance - median).abs() < PRINTED => Nearness::Tied,
            None => Nearness::TooFew,
            Some((low, _)) if distance < low => Nearness::Nearer,
            Some((_, high)) if distance > high => Nearness::Farther,
            Some(_) => Nearness::Tied,
        };
        let [least, most] = advantage(clauses, rival)?;
        let for_every_coding = match verdict {
            Nearness::Nearer => least > 0.0,
            Nearness::Farther => most < 0.0,
            Nearness::Tied | Nearness::TooFew => false,
        };
        Some(RivalBeside { rival, distance, verdict, for_every_coding })
    }
}

/// By how much a rival is nearer than the median, at least and at most, whatever value in its range each clause is coded at.
///
/// |m − y| − |r − y| is monotone in y between m and r and constant beyond: its ends lie at the ends of the range.
fn advantage(clauses: &[&ClauseBeside], rival: Simple) -> Option<[f64; 2]> {
    let ends = |c: &&ClauseBeside| {
        let (m, r) = (c.median?, c.of_rival(rival)?);
        let by = |y: f64| (m - y).abs() - (r - y).abs();
        Some([by(c.low).min(by(c.high)), by(c.low).max(by(c.high))])
    };
    let ends: Option<Vec<[f64; 2]>> = clauses.iter().map(ends).collect();
    let ends = ends?;
    Some([mean(ends.iter().map(|e| Some(e[0])))?, mean(ends.iter().map(|e| Some(e[1])))?])
}

/// The mean; none of nothing, or where one is undefined.
#[allow(clippy::cast_precision_loss)] // a handful of clauses
fn mean(values: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let values: Option<Vec<f64>> = values.collect();
    let values = values.filter(|values| !values.is_empty())?;
    Some(values.iter().sum::<f64>() / values.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Published: of 10 values the 2nd and the 9th hold the median at 95 % (97.85 %), of 5 no two do (Conover 1999).
    #[test]
    fn ranks_around_a_median() {
        assert_eq!(median_ranks(10, 1), Some([2, 9]));
        assert_eq!(median_ranks(5, 1), None);
        assert_eq!(median_ranks(6, 1), Some([1, 6]));
    }

    fn clause(value: f64, range: [f64; 2], median: f64, lcd: f64) -> ClauseBeside {
        ClauseBeside {
            name: String::new(),
            title: String::new(),
            value,
            low: range[0],
            high: range[1],
            median: Some(median),
            median_within: Some([median - 0.02, median + 0.02]),
            p10: None,
            p90: None,
            inside: None,
            in_reach: None,
            lcd: Some(lcd),
            status_quo: median,
            compromise: Some(median + 0.01),
        }
    }

    /// By hand: at the value the LCD is .2 nearer; from .3 on, half way from .2 to .4, it is not. Ties are within sampling.
    #[test]
    fn nearer_farther_and_tied() {
        for (range, every) in [([0.1, 0.25], true), ([0.1, 0.35], false)] {
            let errors = &MeanErrors::of(&[clause(0.15, range, 0.4, 0.2)])[0];
            let near = |x: Option<f64>, y: f64| x.is_some_and(|x| (x - y).abs() < 1e-12);
            assert!(
                near(errors.median, 0.25) && near(errors.median_low, 0.23) && near(errors.median_high, 0.27)
            );
            let found: Vec<_> =
                errors.rivals.iter().map(|r| (r.rival, r.verdict, r.for_every_coding)).collect();
            let tied = |rival| (rival, Nearness::Tied, false);
            assert_eq!(
                found,
                [tied(Simple::Compromise), (Simple::Lcd, Nearness::Nearer, every), tied(Simple::StatusQuo)]
            );
        }
        let errors = &MeanErrors::of(&[clause(0.4, [0.4, 0.4], 0.4, 0.2)])[0];
        assert_eq!(errors.rivals[1].verdict, Nearness::Farther);
        assert!(errors.rivals[1].for_every_coding);
    }
}
