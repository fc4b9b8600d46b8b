//! Tables of positions: what each actor wants on each issue, how much it cares, how much it weighs.
//!
//! One row for each actor and issue, in the columns `actor`, `issue`, `position` (0 to 100), `salience` and `power` (0 or
//! more, on any scale), as expert surveys before a conference are written down. Each issue becomes a clause, its scale
//! from 0 to 100 the clause from 0 to 1. An issue is a matter of ambition, 0 being nothing, unless it is named as one
//! with two poles. The survey says nothing of what holds without a text: the foot of each scale, unless stated.

use super::{number, quoted};
use crate::{
    scenario::nearest,
    sheet::{Sheet, SheetError, SheetFindings, SheetRow},
};

/// The columns of a table of positions.
const POSITIONS: [&str; 5] = ["actor", "issue", "position", "salience", "power"];
/// The columns of a table of the scales' words.
const SCALES: [&str; 3] = ["issue", "position", "meaning"];
/// The length of a scale.
const LENGTH: f64 = 100.0;

/// What a survey of positions leaves open about its issues.
#[derive(Clone, Copy, Debug, Default)]
pub struct SurveyReading<'a> {
    /// The words of the scales: a name to print, and a table in the columns `issue`, `position`, `meaning`.
    pub scales: Option<(&'a str, &'a str)>,
    /// Issues with two poles, neither of them less than the other.
    pub positional: &'a [String],
    /// What holds on an issue without a text, from 0 to 100; 0 on all others.
    pub status_quo: &'a [(String, f64)],
}

struct SurveyIssue<'a> {
    name: &'a str,
    words: Vec<(f64, &'a str)>,
}

struct SurveyActor<'a> {
    name: &'a str,
    power: f64,
    row: SheetRow<'a>,
    /// SurveyIssue, position, salience.
    positions: Vec<(&'a str, f64, f64)>,
}

/// Both tables as the text of a scenario; `file` is the name to print, `title` that of the case.
///
/// # Errors
/// Everything that is wrong with the first table that has something wrong with it: a missing column, a position off the
/// scale, a salience or power below 0, an actor given twice on one issue or with two powers, words for an issue on which
/// nobody has a position.
pub fn positions(
    file: &str,
    title: &str,
    text: &str,
    reading: &SurveyReading<'_>,
) -> Result<String, SheetError> {
    let sheet = Sheet::read(file, text, &POSITIONS)?;
    let mut findings = sheet.findings();
    let (mut issues, mut actors): (Vec<SurveyIssue<'_>>, Vec<SurveyActor<'_>>) = (Vec::new(), Vec::new());
    for row in sheet.rows() {
        position(row, &mut issues, &mut actors, &mut findings);
    }
    findings.finish(())?;
    let words = reading.scales.map(|(file, text)| Sheet::read(file, text, &SCALES)).transpose()?;
    if let Some(words) = &words {
        let mut findings = words.findings();
        for row in words.rows() {
            word(row, &mut issues, &mut findings);
        }
        findings.finish(())?;
    }
    Ok(write(title, &issues, &actors, reading))
}

/// The names of the issues in a table of positions, in the order in which they come.
///
/// # Errors
/// If it is no table of positions.
pub fn issues(file: &str, text: &str) -> Result<Vec<String>, SheetError> {
    let sheet = Sheet::read(file, text, &POSITIONS)?;
    let mut names: Vec<String> = Vec::new();
    for name in sheet.rows().map(|row| row.cell("issue")) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    Ok(names)
}

fn position<'a>(
    row: SheetRow<'a>,
    issues: &mut Vec<SurveyIssue<'a>>,
    actors: &mut Vec<SurveyActor<'a>>,
    findings: &mut SheetFindings,
) {
    let [name, issue] = ["actor", "issue"].map(|column| findings.words(&row, column));
    let position = findings.number(&row, "position", 0.0, LENGTH);
    let salience = findings.number(&row, "salience", 0.0, 1e6);
    let power = findings.number(&row, "power", 0.0, 1e9);
    let (Some(name), Some(issue), Some(position), Some(salience), Some(power)) =
        (name, issue, position, salience, power)
    else {
        return;
    };
    if !issues.iter().any(|known| known.name == issue) {
        issues.push(SurveyIssue { name: issue, words: Vec::new() });
    }
    let k = actors.iter().position(|actor| actor.name == name).unwrap_or_else(|| {
        actors.push(SurveyActor { name, power, row, positions: Vec::new() });
        actors.len() - 1
    });
    let actor = &mut actors[k];
    if actor.power != power {
        let message =
            format!("the power of {name} is {power} here and {} in line {}", actor.power, actor.row.line());
        findings.add(row.span("power"), message, "one power for each actor".to_owned(), None);
    }
    if actor.positions.iter().any(|(known, ..)| *known == issue) {
        let message = format!("{name} is given twice on issue {issue}");
        return findings.add(row.span("actor"), message, "each actor once".to_owned(), None);
    }
    actor.positions.push((issue, position, salience));
}

fn word<'a>(row: SheetRow<'a>, issues: &mut [SurveyIssue<'a>], findings: &mut SheetFindings) {
    let [name, meaning] = ["issue", "meaning"].map(|column| findings.words(&row, column));
    let position = findings.number(&row, "position", 0.0, LENGTH);
    let (Some(name), Some(meaning), Some(position)) = (name, meaning, position) else { return };
    let Some(k) = issues.iter().position(|issue| issue.name == name) else {
        let help = nearest(name, issues.iter().map(|issue| issue.name));
        let message = format!("nobody has a position on issue {name}");
        return findings.add(
            row.span("issue"),
            message,
            "an issue of the other table".to_owned(),
            Some(help),
        );
    };
    if issues[k].words.last().is_some_and(|(last, _)| *last >= position) {
        let message = format!("position {position} of issue {name} does not follow the one before");
        return findings.add(row.span("position"), message, "rising positions".to_owned(), None);
    }
    issues[k].words.push((position, meaning));
}

/// How the conference is negotiated unless its owner says otherwise: as the preset `sponsors-text` does.
const PROCEEDINGS: &str = "    rule: Consensus,
    // As the preset sponsors-text: an actor drawn by weight and salience tables its text, and gives way as far as it must.
    // ChairRevisions(rounds: 60) has a chair revise one text instead.
    protocol: SponsorsText(sponsor: Recognised),
    defaults: (cost_of_failure: 0.7),
    uncertainty: (ideals: (medium: Censored(0.2))),
";

fn write(
    title: &str,
    issues: &[SurveyIssue<'_>],
    actors: &[SurveyActor<'_>],
    reading: &SurveyReading<'_>,
) -> String {
    let mut out = String::from(
        "// From a table of positions: scales from 0 to 100 have become clauses from 0 to 1. Three things the table does not\n\
         // say and you should: what holds without a text (status_quo), which clauses have two poles (Positional) instead\n\
         // of more or less (Ambition), what ending without a text costs (cost_of_failure).\n(\n    format: 1,\n",
    );
    out += &format!("    title: {},\n", quoted(title));
    out += "    about: \"Which text do these positions lead to?\",\n    clauses: {\n";
    for issue in issues {
        out += &clause(issue, reading);
    }
    out += "    },\n    countries: {\n";
    for actor in actors {
        out += &format!(
            "        {}: (materiality: {}, positions: {{\n",
            quoted(actor.name),
            number(actor.power)
        );
        for (issue, position, salience) in &actor.positions {
            out += &format!(
                "            {}: ({}, {}),\n",
                quoted(issue),
                number(position / LENGTH),
                number(*salience)
            );
        }
        out += "        }),\n";
    }
    out + "    },\n" + PROCEEDINGS + ")\n"
}

fn clause(issue: &SurveyIssue<'_>, reading: &SurveyReading<'_>) -> String {
    let kind =
        if reading.positional.iter().any(|name| name == issue.name) { "Positional" } else { "Ambition" };
    let stated = reading.status_quo.iter().find(|(name, _)| name == issue.name);
    let status_quo = number(stated.map_or(0.0, |(_, value)| value / LENGTH));
    let words: Vec<String> = issue
        .words
        .iter()
        .map(|(position, meaning)| format!("({}, {})", number(position / LENGTH), quoted(meaning)))
        .collect();
    let words = if words.is_empty() {
        String::new()
    } else {
        format!(", words: [\n            {},\n        ]", words.join(",\n            "))
    };
    format!("        {}: {kind}(status_quo: {status_quo}{words}),\n", quoted(issue.name))
}
