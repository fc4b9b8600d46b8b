//! Any field of a scenario, set where it stands in the file.
//!
//! The scenario is written out, the value is put in the place that its path names, and the whole is read again. So
//! every number of every clause, party, rule and protocol can be swept, new ones unasked, and a value is refused as
//! it would be in a file. Maps are walked by name, `*` reaches every entry, and values without a name go by what
//! they are: `ideal`, `salience` and `confidence` of a position, `width` of a spread.

use ron::{Error, value::RawValue};

use super::ParameterError;
use crate::scenario::{
    Scenario, shape,
    source::entries,
    trace::{self, options},
};

/// Fields that are maps from names: a new entry's name is quoted.
const MAPS: [&str; 5] = ["positions", "member_of", "lobbies", "governs", "vetoes"];

/// Sets the field at this path to a value written as in a scenario file, or scales it ("x4").
pub fn set(scenario: &mut Scenario, path: &str, value: &str) -> Result<(), ParameterError> {
    let unknown = || ParameterError::UnknownPath { path: path.to_owned(), known: Vec::new() };
    let misfit = |expected: String| ParameterError::Value {
        value: value.to_owned(),
        parameter: path.to_owned(),
        expected,
    };
    let factor = value.strip_prefix('x').map(str::parse::<f64>);
    if factor.is_none() && options().from_str::<Box<RawValue>>(value).is_err() {
        return Err(misfit("a value as in a scenario file".to_owned()));
    }
    let text = options().to_string(&*scenario).map_err(|_| unknown())?;
    let mut spots = Vec::new();
    find(&text, path, &mut spots);
    if path.split('.').any(|step| step == "*") {
        spots.retain(|spot| matches!(spot, Spot::Stands(_)));
    }
    if spots.is_empty() {
        return Err(unknown());
    }
    if let [Spot::Missing { within, rest }] = &spots[..]
        && let Some(error) = stranger(path, within, rest)
    {
        return Err(error);
    }
    let mut edited = text.clone();
    // From the end, so that earlier places stay where they are.
    for spot in spots.iter().rev() {
        match (spot, &factor) {
            (Spot::Stands(old), None) => splice(&mut edited, &text, old, value),
            (Spot::Stands(old), Some(Ok(factor))) => {
                let scaled = scale(old, *factor).ok_or_else(|| misfit("a number to scale".to_owned()))?;
                splice(&mut edited, &text, old, &scaled);
            }
            (Spot::Missing { within, rest }, None) => insert(&mut edited, &text, within, rest, value),
            _ => return Err(misfit("a number, as 0.15, or a factor, as x4".to_owned())),
        }
    }
    *scenario = trace::read(&edited).map_err(|misreading| match &misreading.error {
        Error::NoSuchStructField { expected, .. } => ParameterError::UnknownPath {
            path: path.to_owned(),
            known: expected.iter().map(|field| sibling(path, field)).collect(),
        },
        Error::NoSuchEnumVariant { expected, .. } => misfit(format!("one of {}", expected.join(", "))),
        Error::MissingStructField { field, .. } => misfit(format!("`{field}` as well")),
        Error::ExpectedStructLike => {
            let fault = shape::explain(&edited, &misreading, "scenario");
            misfit(fault.help.map_or(fault.expected.clone(), |help| format!("{}, {help}", fault.expected)))
        }
        _ => misfit(shape::explain(&edited, &misreading, "scenario").expected),
    })?;
    Ok(())
}

/// A place in the text of a scenario.
enum Spot<'t> {
    /// The value that stands there.
    Stands(&'t str),
    /// Nothing yet: the record it belongs in, and the rest of the path.
    Missing { within: &'t str, rest: String },
}

fn find<'t>(value: &'t str, path: &str, spots: &mut Vec<Spot<'t>>) {
    if path.is_empty() {
        return spots.push(Spot::Stands(value));
    }
    let entries = entries(value);
    // A word that holds a map, as Given({…}), is no step of a path.
    if let [(None, map)] = &entries[..]
        && map.starts_with('{')
    {
        return find(map, path, spots);
    }
    let rest_after = |name: &str| match path.strip_prefix(name)? {
        "" => Some(""),
        rest => rest.strip_prefix('.'),
    };
    if let Some(rest) = rest_after("*") {
        return entries.iter().for_each(|(_, entry)| find(entry, rest, spots));
    }
    // Names may hold dots: the longest that fits is meant.
    let named = entries.iter().filter_map(|(name, entry)| {
        let name = name.as_deref()?;
        rest_after(name).map(|rest| (name.len(), *entry, rest))
    });
    if let Some((_, entry, rest)) = named.max_by_key(|(length, ..)| *length) {
        return find(entry, rest, spots);
    }
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    let nth = match step {
        "ideal" | "width" => Some(0),
        "salience" => Some(1),
        "confidence" => Some(2),
        _ => None,
    };
    match nth.and_then(|n| entries.get(n)).filter(|(name, _)| name.is_none()) {
        Some((_, entry)) => find(entry, rest, spots),
        None => spots.push(Spot::Missing { within: value, rest: path.to_owned() }),
    }
}

/// A clause, country, bloc or firm that is not there: a path brings in nobody.
fn stranger(path: &str, within: &str, rest: &str) -> Option<ParameterError> {
    let kind = match path.strip_suffix(rest)? {
        "clauses." => "clause",
        "countries." => "country",
        "blocs." => "bloc",
        "firms." => "firm",
        _ => return None,
    };
    let name = rest.rsplit_once('.').map_or(rest, |(name, _)| name).to_owned();
    let known = entries(within).into_iter().filter_map(|(name, _)| name).collect();
    Some(ParameterError::UnknownName { kind, name, known })
}

fn splice(edited: &mut String, text: &str, old: &str, new: &str) {
    let start = old.as_ptr() as usize - text.as_ptr() as usize;
    edited.replace_range(start..start + old.len(), new);
}

/// Writes a field that was left out as the first of its record.
fn insert(edited: &mut String, text: &str, within: &str, rest: &str, value: &str) {
    let Some(open) = within.find(['(', '{']) else {
        // A bare word has no fields: what follows reads as its author would have written it.
        return splice(edited, text, within, &format!("{within}({rest}: {value})"));
    };
    let quoted = within[open..].starts_with('{');
    let field = rest.split('.').rev().fold((value.to_owned(), String::new()), |(inner, below), step| {
        let inner = if below.is_empty() {
            inner
        } else if MAPS.contains(&step) {
            format!("{{{inner}}}")
        } else {
            format!("({inner})")
        };
        (format!("{step}: {inner}"), step.to_owned())
    });
    let field = if quoted { field.0.replacen(&field.1, &format!("\"{}\"", field.1), 1) } else { field.0 };
    let start = within.as_ptr() as usize - text.as_ptr() as usize + open + 1;
    edited.insert_str(start, &format!("{field},"));
}

/// A number in the text times a factor; whole numbers stay whole where they can.
fn scale(old: &str, factor: f64) -> Option<String> {
    let scaled = old.parse::<f64>().ok()? * factor;
    let whole = !old.contains('.') && scaled.fract() == 0.0;
    Some(if whole { format!("{scaled:.0}") } else { format!("{scaled:?}") })
}

/// The path with its last step replaced.
fn sibling(path: &str, field: &str) -> String {
    path.rsplit_once('.').map_or_else(|| field.to_owned(), |(parent, _)| format!("{parent}.{field}"))
}
