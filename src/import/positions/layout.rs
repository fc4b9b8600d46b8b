//! How a table of positions is laid out: a row for each actor and issue, or a row for each actor with two columns for each
//! issue, as KTAB's SMP tables are.

use std::borrow::Cow;

use super::POSITIONS;
use crate::sheet::{Sheet, SheetError, SheetRow};

/// What a column of weights may be called in a wide table.
const WEIGHTS: [&str; 4] = ["influence", "power", "capability", "weight"];

/// Where the parts of a position stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns<'a> {
    /// The issue, where it is told by the columns.
    pub issue: Option<Cow<'a, str>>,
    /// The column of positions.
    pub position: String,
    /// The column of saliences.
    pub salience: String,
    /// The column of weights.
    pub power: String,
}

/// Reads a table in either layout; says in which columns each row holds positions.
///
/// # Errors
/// If it is laid out in neither way.
pub fn read(file: &str, text: &str) -> Result<(Sheet, Vec<Columns<'static>>), SheetError> {
    if let Some((title_lines, power, issues)) = wide(text) {
        let wanted: Vec<String> = issues
            .iter()
            .flat_map(|issue| ["position", "salience"].map(|part| format!("{} {part}", issue.to_lowercase())))
            .chain(["actor".to_owned(), power.clone()])
            .collect();
        let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let columns = issues.into_iter().map(|issue| Columns {
            position: format!("{} position", issue.to_lowercase()),
            salience: format!("{} salience", issue.to_lowercase()),
            issue: Some(Cow::Owned(issue)),
            power: power.clone(),
        });
        let columns = columns.collect();
        return Ok((Sheet::read_below(file, text, title_lines, &wanted)?, columns));
    }
    let [position, salience, power] = ["position", "salience", "power"].map(str::to_owned);
    Ok((Sheet::read(file, text, &POSITIONS)?, vec![Columns { issue: None, position, salience, power }]))
}

/// The issue of a row.
pub fn issue<'r>(columns: &'r Columns<'_>, row: &SheetRow<'r>) -> Cow<'r, str> {
    columns.issue.as_deref().map_or_else(|| Cow::Borrowed(row.cell("issue")), Cow::Borrowed)
}

/// Lines before the heading, the column of weights, and the issues of a wide table; none where it is none.
fn wide(text: &str) -> Option<(usize, String, Vec<String>)> {
    let cells = |line: &str| {
        line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"').to_owned()).collect::<Vec<_>>()
    };
    let (n, heading) =
        text.trim_start_matches('\u{feff}').lines().take(5).map(cells).enumerate().find(|(_, cells)| {
            let has = |name: &str| cells.iter().any(|cell| cell.eq_ignore_ascii_case(name));
            has("actor") && !has("issue") && !has("position")
        })?;
    let lower: Vec<String> = heading.iter().map(|cell| cell.to_lowercase()).collect();
    let power = WEIGHTS.iter().find(|name| lower.iter().any(|cell| cell == *name))?;
    let issues: Vec<String> = heading
        .iter()
        .zip(&lower)
        .filter_map(|(cell, low)| {
            let issue = low.strip_suffix(" position")?;
            lower.contains(&format!("{issue} salience")).then(|| cell[..issue.len()].to_owned())
        })
        .collect();
    (!issues.is_empty()).then(|| (n, (*power).to_owned(), issues))
}
