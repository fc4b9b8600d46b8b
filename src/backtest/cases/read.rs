//! Reading real cases from two tables: issues, and positions on them.

use std::collections::HashSet;

use super::{Actor, Dossier, Issue, Role, SCALE};
use crate::sheet::{Sheet, SheetError, SheetFindings, SheetRow};

/// The columns that a table of issues must have.
const ISSUES: [&str; 6] = ["issue", "dossier", "rule", "members", "status_quo", "outcome"];
/// The columns that a table of positions must have.
const POSITIONS: [&str; 7] = ["issue", "actor", "role", "position", "salience", "votes", "capability"];
/// Voting rules that have a name.
const RULES: [&str; 4] = ["unanimity", "qmv", "simple", "consensus"];

/// What was read, and what was left out.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Counted {
    /// Dossiers.
    pub dossiers: usize,
    /// Issues.
    pub issues: usize,
    /// Positions.
    pub positions: usize,
    /// Issues whose status quo is known.
    pub with_status_quo: usize,
    /// Positions with a salience of 0: their actors have nothing at stake there.
    pub without_salience: usize,
    /// Positions on issues that the table of issues does not have: left out.
    pub positions_elsewhere: usize,
}

/// An issue under way, with the row that it was named in.
struct Named<'a> {
    row: SheetRow<'a>,
    dossier: &'a str,
    issue: Issue,
}

/// Reads both tables; each is a name to print and its text.
///
/// # Errors
/// Everything that is wrong with the first table that has something wrong with it: a missing column, a number off the
/// scale, an unknown rule, an issue given twice, an actor given twice on one issue, an issue
/// without positions.
pub fn read(
    (issues, issues_text): (&str, &str),
    (positions, positions_text): (&str, &str),
) -> Result<(Vec<Dossier>, Counted), SheetError> {
    let sheet = Sheet::read(issues, issues_text, &ISSUES)?;
    let mut findings = sheet.findings();
    let mut named: Vec<Named<'_>> = Vec::new();
    let mut known = std::collections::BTreeMap::new();
    for row in sheet.rows() {
        if let Some(entry) = issue(row, &mut findings) {
            if known.contains_key(&entry.issue.name) {
                let message = format!("issue {} is given twice", entry.issue.name);
                findings.add(row.span("issue"), message, "each issue once".to_owned(), None);
            } else {
                known.insert(entry.issue.name.clone(), named.len());
                named.push(entry);
            }
        }
    }
    let other = Sheet::read(positions, positions_text, &POSITIONS)?;
    let mut wrong = other.findings();
    let mut elsewhere = 0;
    let mut actors = HashSet::new();
    for row in other.rows() {
        match known.get(row.cell("issue")) {
            Some(&k) => {
                let is_new = actors.insert((k, row.cell("actor")));
                position(row, is_new, &mut named[k].issue, &mut wrong);
            }
            None => elsewhere += 1,
        }
    }
    for entry in named.iter().filter(|entry| entry.issue.actors.is_empty()) {
        let message = format!("issue {} has no positions", entry.issue.name);
        let expected = format!("positions on it in {positions}");
        findings.add(entry.row.span("issue"), message, expected, None);
    }
    // A faulty position may be the only one of its issue: told first.
    wrong.finish(())?;
    findings.finish(())?;
    let counted = count(&named, elsewhere);
    Ok((dossiers(named), counted))
}

fn issue<'a>(row: SheetRow<'a>, findings: &mut SheetFindings) -> Option<Named<'a>> {
    let name = findings.words(&row, "issue");
    let dossier = findings.words(&row, "dossier");
    let rule = findings.words(&row, "rule").filter(|rule| {
        let known = RULES.contains(rule);
        if !known {
            let help = crate::scenario::nearest(rule, RULES);
            findings.add(row.span("rule"), format!("unknown rule {rule}"), RULES.join(", "), Some(help));
        }
        known
    });
    let status_quo = match row.cell("status_quo") {
        "" => Some(None),
        _ => findings.number(&row, "status_quo", 0.0, SCALE).map(Some),
    };
    let outcome = findings.number(&row, "outcome", 0.0, SCALE);
    let issue = Issue {
        name: name?.to_owned(),
        rule: rule?.to_owned(),
        status_quo: status_quo?,
        outcome: outcome?,
        actors: Vec::new(),
    };
    Some(Named { row, dossier: dossier?, issue })
}

/// Reads a position; `is_new`: its actor has none on that issue yet.
fn position(row: SheetRow<'_>, is_new: bool, issue: &mut Issue, findings: &mut SheetFindings) {
    let name = findings.words(&row, "actor");
    let role = match row.cell("role") {
        "member" => Some(Role::Member),
        "institution" => Some(Role::Institution),
        other => {
            findings.add(
                row.span("role"),
                format!("`role` is {other}"),
                "member or institution".to_owned(),
                None,
            );
            None
        }
    };
    let position = findings.number(&row, "position", 0.0, SCALE);
    let salience = findings.number(&row, "salience", 0.0, SCALE);
    let votes = findings.number(&row, "votes", 0.0, 1e6);
    let capability = findings.number(&row, "capability", 0.0, 1e6);
    let (Some(name), Some(role), Some(position), Some(salience), Some(votes), Some(capability)) =
        (name, role, position, salience, votes, capability)
    else {
        return;
    };
    if !is_new {
        let message = format!("{name} is given twice on issue {}", issue.name);
        return findings.add(row.span("actor"), message, "each actor once".to_owned(), None);
    }
    if votes.fract() != 0.0 {
        findings.add(row.span("votes"), format!("`votes` is {votes}"), "a whole number".to_owned(), None);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // at most a million
    let votes = votes as u64;
    issue.actors.push(Actor { name: name.to_owned(), role, position, salience, votes, capability });
}

fn count(named: &[Named<'_>], positions_elsewhere: usize) -> Counted {
    let actors = || named.iter().flat_map(|entry| &entry.issue.actors);
    let mut dossiers: Vec<&str> = named.iter().map(|entry| entry.dossier).collect();
    dossiers.sort_unstable();
    dossiers.dedup();
    Counted {
        dossiers: dossiers.len(),
        issues: named.len(),
        positions: actors().count(),
        with_status_quo: named.iter().filter(|entry| entry.issue.status_quo.is_some()).count(),
        without_salience: actors().filter(|actor| actor.salience == 0.0).count(),
        positions_elsewhere,
    }
}

/// Issues gathered by dossier, in the order of the table.
fn dossiers(named: Vec<Named<'_>>) -> Vec<Dossier> {
    let mut dossiers: Vec<Dossier> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for entry in named {
        let k = *places.entry(entry.dossier).or_insert_with(|| {
            dossiers.push(Dossier { name: entry.dossier.to_owned(), issues: Vec::new() });
            dossiers.len() - 1
        });
        dossiers[k].issues.push(entry.issue);
    }
    dossiers
}
