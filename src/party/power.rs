//! Power, which sets the defaults of patience and isolation, and values by power.

use serde::{Deserialize, Serialize};

use crate::field::{Change, Field, SetError, Settable, in_each, leaves, step};

/// A country's power; determines the defaults of patience and isolation cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Power {
    /// β = 0.3 (patient), χ = 0.03 (isolation costs little).
    Major,
    /// β = 0.8, χ = 0.08 (the default).
    #[default]
    Middle,
    /// β = 0.8, χ = 0.12.
    Small,
}

/// One value for each level of power.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByPower<T> {
    /// For major powers.
    pub major: T,
    /// For middle powers.
    pub middle: T,
    /// For small states.
    pub small: T,
}

impl<T: Copy> ByPower<T> {
    /// The value for this level of power.
    pub fn of(&self, power: Power) -> T {
        match power {
            Power::Major => self.major,
            Power::Middle => self.middle,
            Power::Small => self.small,
        }
    }
}

leaves!(Power);

impl<T: Settable> Settable for ByPower<T> {
    const LEAF: bool = false;

    /// The step `*` reaches all three.
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        let (first, rest) = step(path);
        match first {
            "" => change.replace(path, self),
            "major" => self.major.set_field(rest, change),
            "middle" => self.middle.set_field(rest, change),
            "small" => self.small.set_field(rest, change),
            "*" => {
                let all = [&mut self.major, &mut self.middle, &mut self.small];
                in_each(all.into_iter().map(|value| value.set_field(rest, change)))
            }
            _ => Err(SetError::unknown(path, &["major", "middle", "small"])),
        }
    }

    fn list(at: &str, about: &'static str, fields: &mut Vec<Field>) {
        fields.push(Field { path: at.to_owned(), about });
        T::list(&format!("{at}.major"), "For major powers.", fields);
        T::list(&format!("{at}.middle"), "For everyone else.", fields);
        T::list(&format!("{at}.small"), "For small states.", fields);
    }
}
