//! Summary statistics: what of a negotiation is held against what was observed.

use serde::Serialize;

use crate::{model::Model, outcome::Outcome, scenario::Scenario, study::observed::yes_share, text::ClauseId};

/// What may be asked for, each standing for all of its kind that a case observes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StatisticKind {
    /// What holds afterwards on each clause observed: the middle of the text adopted, else the status quo.
    Clauses,
    /// Whether a text is adopted, as 1 or 0.
    Adopted,
    /// Yes as a share of the votes cast; 0 where no vote is taken.
    YesShare,
}

impl StatisticKind {
    /// All there are, as a user writes them.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Clauses, "clauses"), (Self::Adopted, "adopted"), (Self::YesShare, "yes_share")];
}

/// A number read off a negotiation, and what it was in fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Statistic {
    /// Its name: `clause:NAME`, `adopted` or `yes_share`, after the number of its case where there are several.
    pub name: String,
    /// Its case, from 0.
    pub case: usize,
    /// What was observed.
    pub observed: f64,
    /// The least and the greatest value that the coder would defend.
    pub coded: [f64; 2],
    #[serde(skip)]
    read: Read,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Read {
    Clause(ClauseId),
    Adopted,
    YesShare,
}

impl Statistic {
    /// The statistics of these kinds that a case observes; `several`: whether there are other cases.
    pub fn of(scenario: &Scenario, case: usize, several: bool, kinds: &[StatisticKind]) -> Vec<Self> {
        let Some(observed) = &scenario.observed else { return Vec::new() };
        let named = |name: String, [observed, low, high]: [f64; 3], read: Read| {
            let name = if several { format!("{}/{name}", case + 1) } else { name };
            Self { name, case, observed, coded: [low, high], read }
        };
        let clauses = observed.clauses.iter().filter_map(|(name, coded)| {
            let clause = ClauseId::new(scenario.clauses.position(name)?);
            Some(named(format!("clause:{name}"), coded.coded(), Read::Clause(clause)))
        });
        let adopted = f64::from(u8::from(observed.adopted));
        let adopted = named("adopted".to_owned(), [adopted; 3], Read::Adopted);
        let yes = observed.votes.and_then(|votes| votes.yes_share());
        let yes = yes.map(|share| named("yes_share".to_owned(), [share; 3], Read::YesShare));
        let all = clauses.chain([adopted]).chain(yes);
        all.filter(|statistic| kinds.contains(&statistic.kind())).collect()
    }

    /// Which kind it is of.
    pub fn kind(&self) -> StatisticKind {
        match self.read {
            Read::Clause(_) => StatisticKind::Clauses,
            Read::Adopted => StatisticKind::Adopted,
            Read::YesShare => StatisticKind::YesShare,
        }
    }

    /// The clause it is of; none of the others.
    pub fn clause(&self) -> Option<ClauseId> {
        if let Read::Clause(clause) = self.read { Some(clause) } else { None }
    }

    /// The number in a negotiation of its case.
    pub fn read(&self, model: &Model, outcome: &Outcome) -> f64 {
        let adopted = outcome.conclusion.adopted();
        match self.read {
            Read::Clause(clause) if adopted => outcome.text.0[clause.index()].middle(),
            Read::Clause(clause) => model.clauses[clause.index()].status_quo.middle(),
            Read::Adopted => f64::from(u8::from(adopted)),
            Read::YesShare => yes_share(outcome).unwrap_or(0.0),
        }
    }
}

/// The scale of a statistic by its values: their median absolute deviation, or where most are equal their standard deviation;
/// none where all are equal.
pub fn scale(values: &[f64]) -> Option<f64> {
    let median = |values: &[f64]| {
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        crate::study::bootstrap::quantile(&sorted, 0.5)
    };
    let middle = median(values)?;
    let deviations: Vec<f64> = values.iter().map(|x| (x - middle).abs()).collect();
    let mut moments = crate::study::statistics::Moments::default();
    values.iter().for_each(|x| moments.add(*x));
    let deviation = median(&deviations).filter(|d| *d > 1e-9);
    deviation.or_else(|| moments.variance().map(libm::sqrt).filter(|sd| *sd > 1e-9))
}

#[cfg(test)]
mod tests {
    use super::scale;

    #[test]
    fn scales_by_hand() {
        assert_eq!(scale(&[1.0, 2.0, 4.0, 9.0, 3.0]), Some(1.0));
        assert_eq!(scale(&[0.5; 9]), None);
        // Three in four are equal: √(.75·.25·4/3) = .5.
        assert!(scale(&[1.0, 1.0, 1.0, 0.0]).is_some_and(|s| (s - 0.5).abs() < 1e-12));
    }
}
