//! Who is least ambitious, says no, goes along, abstains, walks out: shares of all runs.

use super::figure::Figure;
use crate::study::{PartySummary, Summary, statistics::Rate};

/// What a party is or does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conduct {
    /// Is among the least ambitious of the room, equals included.
    LeastAmbitious,
    /// Says no at the last attempt that fails.
    HoldsOut,
    /// Goes along under protest.
    GoesAlong,
    /// Abstains in the last vote.
    Abstains,
    /// Walks out.
    WalksOut,
    /// Breaks its bloc's line at the end.
    Defects,
}

impl Conduct {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::LeastAmbitious,
        Self::HoldsOut,
        Self::GoesAlong,
        Self::Abstains,
        Self::WalksOut,
        Self::Defects,
    ];

    fn of(self, party: &PartySummary) -> &Rate {
        match self {
            Self::LeastAmbitious => &party.least_ambitious,
            Self::HoldsOut => &party.held_out,
            Self::GoesAlong => &party.explained,
            Self::Abstains => &party.abstained,
            Self::WalksOut => &party.left,
            Self::Defects => &party.defected,
        }
    }
}

/// Who does something, and how often.
#[derive(Clone, Debug, PartialEq)]
pub enum Doers<'s> {
    /// It means nothing here: nothing is a matter of ambition.
    Undefined,
    /// Nobody, in any run.
    Nobody,
    /// Everybody who is there, in every run.
    Everybody,
    /// These, whoever does it most often first; with each its share of all runs.
    Some(Vec<(&'s str, Figure)>),
}

impl<'s> Doers<'s> {
    /// Who does this in the runs of a summary.
    pub fn of(s: &'s Summary, conduct: Conduct) -> Self {
        if conduct == Conduct::LeastAmbitious && !s.has_ambition() {
            return Self::Undefined;
        }
        let parties = || s.parties.iter().filter(|p| p.present.count > 0 || conduct.of(p).count > 0);
        let always = |p: &PartySummary| conduct.of(p).count == conduct.of(p).of;
        let figure = |p: &'s PartySummary| Some((p.name.as_str(), Figure::share(conduct.of(p))?));
        let mut some: Vec<(&str, Figure)> =
            parties().filter(|p| conduct.of(p).count > 0).filter_map(figure).collect();
        some.sort_by(|a, b| b.1.value.total_cmp(&a.1.value));
        match some.len() {
            0 => Self::Nobody,
            n if n > 1 && parties().all(always) => Self::Everybody,
            _ => Self::Some(some),
        }
    }
}
