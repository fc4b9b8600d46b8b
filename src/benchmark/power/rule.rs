//! The simple game of a decision rule, if every member votes yes or no.

use super::{error::PowerError, game::SimpleGame};
use crate::voting::{Count, DecisionRule, Tally, Unit, VotingWeight};

/// The column of vetoes in a member's row, after the four units. A unit that no test counts is 0.
const VETOES: usize = Unit::ALL.len();

impl SimpleGame {
    /// The game of [`DecisionRule::carries`] over these members, without absences and abstentions. Supports tests in any
    /// unit, vetoes (from the voting_weights, in which names are already resolved), a maximum number of No votes and a blocking
    /// minority. If the rule asks for objections, Yes is silence and No an objection.
    ///
    /// # Errors
    /// If there are no members or too many, sums exceed a `u64`, or the rule carries everything or nothing.
    ///
    /// ```
    /// use plenary::{voting::{DecisionRule, VotingWeight}, benchmark::power::SimpleGame};
    /// let assembly = SimpleGame::of_rule(&DecisionRule::two_thirds(), &[VotingWeight::default(); 193])?;
    /// assert_eq!(assembly.power()?.smallest_winning(), 129);
    /// # Ok::<(), plenary::benchmark::power::PowerError>(())
    /// ```
    pub fn of_rule(rule: &DecisionRule, members: &[VotingWeight]) -> Result<Self, PowerError> {
        let counted = |unit| unit == Unit::Heads || rule.tests.iter().any(|test| test.unit == unit);
        let row = |member: &VotingWeight| -> Vec<u64> {
            let of = |unit| if counted(unit) { Count::from(member).of(unit) } else { 0 };
            Unit::ALL.map(of).into_iter().chain([u64::from(member.veto)]).collect()
        };
        let (opted_out, voting): (Vec<&VotingWeight>, Vec<&VotingWeight>) =
            members.iter().partition(|m| m.opted_out);
        let all = totals(voting.into_iter().map(row))?;
        let opted_out = count(&totals(opted_out.into_iter().map(row))?);
        // Members that opted out are listed, with a row of zeros.
        let zeros = || vec![0; VETOES + 1];
        let rows = members.iter().map(|m| if m.opted_out { zeros() } else { row(m) }).collect();
        let rule = rule.clone();
        let ballot = move |yes: &[u64]| Tally {
            yes: count(yes),
            no: count(&all) - count(yes),
            absent: opted_out,
            opted_out,
            vetoed: yes[VETOES] < all[VETOES],
            ..Tally::default()
        };
        Self::new(rows, Box::new(move |yes| rule.carries(&ballot(yes))))
    }
}

/// The sum of each column.
fn totals(rows: impl Iterator<Item = Vec<u64>>) -> Result<Vec<u64>, PowerError> {
    let mut totals = vec![0_u64; VETOES + 1];
    for row in rows {
        for (total, x) in totals.iter_mut().zip(row) {
            *total = total.checked_add(x).ok_or(PowerError::WeightOverflow)?;
        }
    }
    Ok(totals)
}

/// The units of a row.
fn count(row: &[u64]) -> Count {
    let of = |unit: Unit| row[unit as usize];
    Count {
        heads: of(Unit::Heads),
        population: of(Unit::Population),
        weight: of(Unit::Weight),
        materiality: of(Unit::Materiality),
    }
}
