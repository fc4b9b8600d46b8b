//! A set of parties: `countries.{Upstream,Delta,Small}.outside_option`.

use crate::{party::Power, scenario::Scenario};

/// The maps whose entries may be named as a set.
const SETS: [&str; 4] = ["countries", "blocs", "firms", "clauses"];

/// A field of each of several parties.
#[derive(Clone, Debug, PartialEq)]
pub struct Each {
    group: String,
    names: Vec<String>,
    field: String,
}

impl Each {
    /// The set that a path names; none where it names none.
    pub fn read(path: &str) -> Option<Self> {
        let (group, rest) = path.split_once(".{").filter(|(group, _)| SETS.contains(group))?;
        let (names, field) = rest.split_once("}.")?;
        let names: Vec<String> = names.split(',').map(|name| name.trim().to_owned()).collect();
        Some(Self { group: group.to_owned(), names, field: field.to_owned() })
    }

    /// The path of each: of the parties named, and of the countries of a power where no country has its name.
    pub fn paths(&self, scenario: &Scenario) -> Vec<String> {
        let mut parties: Vec<&str> = Vec::new();
        for name in &self.names {
            let power =
                power(name).filter(|_| self.group == "countries" && scenario.countries.get(name).is_none());
            match power {
                Some(power) => parties.extend(
                    scenario.countries.iter().filter(|(_, c)| c.power == power).map(|(name, _)| name),
                ),
                None => parties.push(name),
            }
        }
        // Who is named twice is not scaled twice.
        let mut each: Vec<String> = Vec::new();
        for party in parties {
            let path = format!("{}.{party}.{}", self.group, self.field);
            if !each.contains(&path) {
                each.push(path);
            }
        }
        each
    }
}

fn power(name: &str) -> Option<Power> {
    [Power::Major, Power::Middle, Power::Small].into_iter().find(|power| format!("{power:?}") == name)
}
