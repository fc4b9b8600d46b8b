//! The names to print, found at once however many parties there are.

use std::collections::HashMap;

use crate::scenario::Scenario;

/// Titles by key; who has none goes by its key.
pub struct Titles<'s>(HashMap<&'s str, &'s str>);

impl<'s> Titles<'s> {
    /// The titles of a scenario's clauses, countries, blocs and firms.
    pub fn of(scenario: &'s Scenario) -> Self {
        let clauses = scenario.clauses.iter().map(|(name, clause)| (name, clause.title()));
        let countries = scenario.countries.iter().map(|(name, c)| (name, c.title.as_deref()));
        let blocs = scenario.blocs.iter().map(|(name, b)| (name, b.title.as_deref()));
        let firms = scenario.firms.iter().map(|(name, f)| (name, f.title.as_deref()));
        let mut titles = HashMap::new();
        for (name, title) in clauses.chain(countries).chain(blocs).chain(firms) {
            if let Some(title) = title {
                titles.entry(name).or_insert(title);
            }
        }
        Self(titles)
    }

    /// The name to print for a key, as [`Scenario::title_of`] has it.
    pub fn get<'n>(&self, name: &'n str) -> &'n str
    where
        's: 'n,
    {
        self.0.get(name).copied().unwrap_or(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_scenario_has_them() {
        let text = r#"(format: 1, title: "T", clauses: {"x": Ambition(title: Some("The cuts"), status_quo: 0)},
            countries: {"A": (title: "Asteria", member_of: {"B": 1}, positions: {"x": 0.5}), "C": (positions: {"x": 0.5})},
            blocs: {"B": (title: "The bloc")}, firms: {"F": (lobbies: {"A": 1}, positions: {"x": 0.2})})"#;
        let scenario = Scenario::parse("t", text).expect("sound");
        let titles = Titles::of(&scenario);
        for name in ["x", "A", "B", "C", "F", "nobody"] {
            assert_eq!(titles.get(name), scenario.title_of(name));
        }
    }
}
