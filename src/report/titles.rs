//! The names to print, found at once however many parties there are.

use std::collections::BTreeMap;

use crate::scenario::Scenario;

/// How clauses, countries, blocs and firms are called, by their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titles(pub(super) BTreeMap<String, String>);

impl Titles {
    /// The titles of a scenario's clauses, countries, blocs and firms; what has none goes by its key.
    pub fn of(scenario: &Scenario) -> Self {
        let clauses = scenario.clauses.iter().map(|(name, clause)| (name, clause.title()));
        let countries = scenario.countries.iter().map(|(name, c)| (name, c.title.as_deref()));
        let blocs = scenario.blocs.iter().map(|(name, b)| (name, b.title.as_deref()));
        let firms = scenario.firms.iter().map(|(name, f)| (name, f.title.as_deref()));
        let all: Vec<(&str, Option<&str>)> = clauses.chain(countries).chain(blocs).chain(firms).collect();
        let mut titles = BTreeMap::new();
        for (name, title) in all.iter().filter_map(|(name, title)| Some((name, (*title)?))) {
            titles.entry((*name).to_owned()).or_insert_with(|| title.to_owned());
        }
        for (name, _) in all {
            titles.entry(name.to_owned()).or_insert_with(|| name.to_owned());
        }
        Self(titles)
    }

    /// The name to print for a key, as [`Scenario::title_of`] has it; the key where there is none.
    pub fn get<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
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
