//! Licences that data may be given.

use std::str::FromStr;

use thiserror::Error;

/// A licence for data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Licence(&'static [&'static str; 3]);

/// Those that repositories know: identifier (SPDX), name, address.
const KNOWN: [[&str; 3]; 4] = [
    [
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ],
    [
        "CC-BY-SA-4.0",
        "Creative Commons Attribution-ShareAlike 4.0 International",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ],
    ["CC0-1.0", "CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"],
    [
        "ODbL-1.0",
        "Open Data Commons Open Database License v1.0",
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ],
];

/// No licence of this name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("there is no licence \"{0}\" here: one of CC-BY-4.0, CC-BY-SA-4.0, CC0-1.0, ODbL-1.0")]
pub struct UnknownLicence(String);

impl FromStr for Licence {
    type Err = UnknownLicence;

    fn from_str(text: &str) -> Result<Self, UnknownLicence> {
        let found = KNOWN.iter().find(|[id, ..]| id.eq_ignore_ascii_case(text));
        found.map(Self).ok_or_else(|| UnknownLicence(text.to_owned()))
    }
}

impl Licence {
    /// Its identifier (SPDX).
    pub fn id(self) -> &'static str {
        self.0[0]
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.0[1]
    }

    /// Where its text is.
    pub fn url(self) -> &'static str {
        self.0[2]
    }

    /// What the file of the licence says; of none that there is none.
    pub fn text(chosen: Option<Self>, authors: &[String]) -> String {
        let holders = if authors.is_empty() { String::new() } else { format!(" by {}", authors.join(", ")) };
        match chosen {
            Some(licence) => format!(
                "The data in this folder{holders} are licensed under {} ({}).\nThe text of the licence: {}\n",
                licence.name(),
                licence.id(),
                licence.url()
            ),
            None => "No licence has been chosen for the data in this folder. Without one, nobody but their authors may copy or \
                     change them.\nTo choose one: plenary archive DIR --licence CC-BY-4.0\n"
                .to_owned(),
        }
    }
}
