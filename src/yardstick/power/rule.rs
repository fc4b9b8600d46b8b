//! From a decision rule to the game it makes of a room in which everybody says yes or no.

use super::{error::PowerError, game::SimpleGame};
use crate::voting::{Count, DecisionRule, Franchise, Tally, Unit};

/// Where a member's row keeps what, after the four units; a unit is 0 where no test asks for it.
const VETOES: usize = Unit::ALL.len();

impl SimpleGame {
    /// The game that [`DecisionRule::carries`] makes of these members, nobody absent or abstaining: any tests in heads,
    /// population and weight, vetoes (from the franchises, where names are resolved already), a greatest number of
    /// No, a blocking minority. Where the rule asks for objections, Yes is silence and No an objection.
    ///
    /// # Errors
    /// No members or too many; numbers beyond a `u64` together; a rule under which everything or nothing carries.
    ///
    /// ```
    /// use plenary::{voting::{DecisionRule, Franchise}, yardstick::power::SimpleGame};
    /// let assembly = SimpleGame::of_rule(&DecisionRule::two_thirds(), &[Franchise::default(); 193])?;
    /// assert_eq!(assembly.power()?.smallest_winning(), 129);
    /// # Ok::<(), plenary::yardstick::power::PowerError>(())
    /// ```
    pub fn of_rule(rule: &DecisionRule, members: &[Franchise]) -> Result<Self, PowerError> {
        let asked = |unit| unit == Unit::Heads || rule.tests.iter().any(|test| test.unit == unit);
        let row = |member: &Franchise| -> Vec<u64> {
            let of = |unit| if asked(unit) { Count::from(member).of(unit) } else { 0 };
            Unit::ALL.map(of).into_iter().chain([u64::from(member.veto)]).collect()
        };
        let (aside, voting): (Vec<&Franchise>, Vec<&Franchise>) = members.iter().partition(|m| m.opted_out);
        let all = totals(voting.into_iter().map(row))?;
        let aside = count(&totals(aside.into_iter().map(row))?);
        // Whoever opted out is listed, and adds nothing wherever it stands.
        let nothing = || vec![0; VETOES + 1];
        let rows = members.iter().map(|m| if m.opted_out { nothing() } else { row(m) }).collect();
        let rule = rule.clone();
        let ballot = move |yes: &[u64]| Tally {
            yes: count(yes),
            no: count(&all) - count(yes),
            absent: aside,
            opted_out: aside,
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
