//! Problems of meaning, each with its place in the file.

use std::fmt;

/// One step towards a place in a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// A field of a record.
    Field(&'static str),
    /// The nth entry of a map or list.
    Nth(usize),
}

/// A place in a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The way there from the top.
    pub path: Vec<Segment>,
    /// Whether the name of the entry is meant rather than its value.
    pub name: bool,
}

impl Place {
    /// The top-level field of this name.
    pub fn top(field: &'static str) -> Self {
        Self { path: vec![Segment::Field(field)], name: false }
    }

    /// This place's field of that name.
    #[must_use]
    pub fn field(&self, field: &'static str) -> Self {
        self.then(Segment::Field(field))
    }

    /// This place's nth entry.
    #[must_use]
    pub fn nth(&self, n: usize) -> Self {
        self.then(Segment::Nth(n))
    }

    /// The name of this entry rather than its value.
    #[must_use]
    pub fn name(&self) -> Self {
        Self { path: self.path.clone(), name: true }
    }

    fn then(&self, segment: Segment) -> Self {
        let mut path = self.path.clone();
        path.push(segment);
        Self { path, name: false }
    }
}

/// Something that makes no sense, or names what does not exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What is wrong, naming party, clause and value.
    pub message: String,
    /// What was expected there.
    pub expected: String,
    /// What to do about it, or the nearest known names.
    pub help: Option<String>,
    /// Where else the same thing stands.
    pub also: Vec<Place>,
}

impl Problem {
    /// A problem at a place.
    pub fn new(place: Place, message: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { place, message: message.into(), expected: expected.into(), help: None, also: Vec::new() }
    }

    /// With advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same thing stands there, too.
    #[must_use]
    pub fn also(mut self, place: Place) -> Self {
        self.also.push(place);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (expected {})", self.message, self.expected)
    }
}

/// "did you mean …?" with the nearest known name, or the list of what there is.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    suggestion(name, known, |name| format!("\"{name}\""))
}

/// As [`nearest`], for words and fields, which are written without quotes.
pub fn nearest_word<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    suggestion(word, known, |word| format!("`{word}`"))
}

fn suggestion<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
    written: impl Fn(&str) -> String,
) -> String {
    let mut known: Vec<&str> = known.into_iter().collect();
    known.dedup();
    match closest(wrong, known.iter().copied()) {
        Some(k) => format!("did you mean {}?", written(k)),
        None if known.is_empty() => "there is none in this scenario".to_owned(),
        None => {
            let shown: Vec<&str> = known.iter().take(20).copied().collect();
            let more = known.len() - shown.len();
            let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("known: {}{rest}", shown.join(", "))
        }
    }
}

/// The known name that is near enough to have been meant.
pub fn closest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    known
        .into_iter()
        .map(|k| (strsim::jaro_winkler(&k.to_lowercase(), &wrong), k))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, k)| k)
}
