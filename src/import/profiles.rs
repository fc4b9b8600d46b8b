//! Preference profiles of GENIUS and NegMAS: one XML file for each party, its weights and evaluations of discrete issues.
//!
//! A party's utility is the sum of its issues' weights times evaluations, the best evaluation of an issue counting as 1
//! (linear additive utility: Lin et al. 2014, Computational Intelligence 30, 48–70). As a scorable game each option has 100
//! times its share as points, and the reservation value, times 100, is the minimum. Discount factors are left alone: a
//! scenario has patience instead.

use roxmltree::{Document, Node};
use thiserror::Error;

use crate::language::Message;

/// Why a profile could not be read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{file}, line {line}: {what}")]
pub struct ProfileError {
    /// The file.
    pub file: String,
    /// The line.
    pub line: u32,
    /// What is wrong.
    pub what: String,
}

impl crate::diagnostic::Diagnose for ProfileError {
    fn help(&self) -> Option<Message> {
        Some("a profile has discrete issues with evaluated items, and a weight for each issue".into())
    }
}

/// Whether a text is meant as XML rather than as a table.
pub fn is_xml(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<')
}

/// Profiles (party and text) as the table of a scorable game. Files without a utility space, as the description of the domain
/// beside them, are left out.
///
/// # Errors
/// If a file is no XML, or a profile is not of discrete issues with numbers.
pub fn profiles(files: &[(String, String)]) -> Result<String, ProfileError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut write = |row: &[&str]| table.write_record(row).is_ok();
    write(&["party", "issue", "option", "points", "minimum"]);
    for (party, text) in files {
        let Some(profile) = profile(party, text)? else { continue };
        for (issue, option, points) in &profile.points {
            write(&[party, issue, option, &points.to_string(), &profile.minimum.to_string()]);
        }
    }
    Ok(table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default())
}

struct Profile {
    /// Issue, option, points.
    points: Vec<(String, String, f64)>,
    minimum: f64,
}

fn profile(file: &str, text: &str) -> Result<Option<Profile>, ProfileError> {
    let text = text.trim_start_matches('\u{feff}');
    let wrong = |line: u32, what: String| ProfileError { file: file.to_owned(), line, what };
    let document = Document::parse(text).map_err(|e| wrong(e.pos().row, format!("this is no XML: {e}")))?;
    let root = document.root_element();
    if !root.has_tag_name("utility_space") {
        return Ok(None);
    }
    let of = |node: Node<'_, '_>, what: String| wrong(document.text_pos_at(node.range().start).row, what);
    let number = |node: Node<'_, '_>, name: &str| {
        let value = node.attribute(name).and_then(|text| text.trim().parse::<f64>().ok());
        value.filter(|x| x.is_finite() && *x >= 0.0).ok_or_else(|| {
            let tag = node.tag_name().name();
            of(node, format!("the `{name}` of this <{tag}> is no number of 0 or more"))
        })
    };
    let named = |tag: &'static str| root.descendants().filter(move |node| node.has_tag_name(tag));
    let mut points = Vec::new();
    for issue in named("issue") {
        let name = issue.attribute("name").unwrap_or_default();
        let items: Vec<_> = issue.children().filter(|node| node.has_tag_name("item")).collect();
        if items.is_empty() {
            return Err(of(
                issue,
                format!("the issue \"{name}\" has no items: only discrete issues can be read"),
            ));
        }
        let index = issue.attribute("index");
        let weight = named("weight").find(|weight| weight.attribute("index") == index);
        let weight = weight.ok_or_else(|| of(issue, format!("the issue \"{name}\" has no weight")))?;
        let weight = number(weight, "value")?;
        let values: Vec<f64> =
            items.iter().map(|item| number(*item, "evaluation")).collect::<Result<_, _>>()?;
        let best = values.iter().copied().fold(0.0, f64::max);
        for (item, value) in items.iter().zip(values) {
            let share = if best > 0.0 { value / best } else { 0.0 };
            let option = item.attribute("value").unwrap_or_default();
            points.push((name.to_owned(), option.to_owned(), 100.0 * weight * share));
        }
    }
    let reservation = named("reservation").next().map(|node| number(node, "value")).transpose()?;
    Ok(Some(Profile { points, minimum: 100.0 * reservation.unwrap_or(0.0) }))
}
