//! From a decision rule to the game it makes of a room in which everybody says yes or no.

use super::{error::PowerError, game::SimpleGame};
use crate::voting::{Count, DecisionRule, Franchise, Tally, Unit};

/// Where a member's row keeps what; population and votes are 0 where no test asks for them.
const HEADS: usize = 0;
const POPULATION: usize = 1;
const WEIGHT: usize = 2;
const VETOES: usize = 3;

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
    /// let member = Franchise { heads: 1, population: 1, weight: 1, veto: false };
    /// let assembly = SimpleGame::of_rule(&DecisionRule::two_thirds(), &[member; 193])?;
    /// assert_eq!(assembly.power()?.smallest_winning(), 129);
    /// # Ok::<(), plenary::yardstick::power::PowerError>(())
    /// ```
    pub fn of_rule(rule: &DecisionRule, members: &[Franchise]) -> Result<Self, PowerError> {
        let asked = |unit, x| {
            let asks = rule.tests.iter().any(|test| test.unit == unit);
            if asks { x } else { 0 }
        };
        let rows: Vec<Vec<u64>> = members
            .iter()
            .map(|m| {
                vec![
                    m.heads,
                    asked(Unit::Population, m.population),
                    asked(Unit::Weight, m.weight),
                    u64::from(m.veto),
                ]
            })
            .collect();
        let total = |column: usize| {
            let sum = rows.iter().try_fold(0_u64, |sum, row| sum.checked_add(row[column]));
            sum.ok_or(PowerError::WeightOverflow)
        };
        let all = [total(HEADS)?, total(POPULATION)?, total(WEIGHT)?, total(VETOES)?];
        let rule = rule.clone();
        Self::new(rows, Box::new(move |yes| rule.carries(&tally(yes, &all))))
    }
}

/// The ballot in which these say yes and everybody else no.
fn tally(yes: &[u64], all: &[u64; 4]) -> Tally {
    let count = |of: &dyn Fn(usize) -> u64| Count {
        heads: of(HEADS),
        population: of(POPULATION),
        weight: of(WEIGHT),
    };
    Tally {
        yes: count(&|column| yes[column]),
        no: count(&|column| all[column] - yes[column]),
        vetoed: yes[VETOES] < all[VETOES],
        ..Tally::default()
    }
}
