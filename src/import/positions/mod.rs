//! Tables of positions: what each actor wants on each issue, how much it cares, how much it weighs.
//!
//! One row for each actor and issue, in the columns `actor`, `issue`, `position` (0 to 100 unless another scale is named),
//! `salience` and `power` (0 or more, on any scale), as expert surveys before a conference are written down; or, as in
//! KTAB's tables for SMP, one row for each actor, with the columns `X position` and `X salience` for each issue X. Each issue
//! becomes a clause, its scale the clause from 0 to 1. Positions that use the lowest quarter of a scale which nobody named,
//! and saliences on two scales, are asked about. An issue is a matter of ambition, 0 being nothing, unless it is named as one
//! with two poles. The survey says nothing of what holds without a text: the foot of each scale, unless stated.

mod layout;
mod scale;

use std::{borrow::Cow, collections::HashMap, ops::Range};

use super::{number, quoted};
use crate::{
    scenario::nearest,
    sheet::{Sheet, SheetError, SheetFindings, SheetRow},
};
use layout::Columns;
pub use scale::Scale;
use scale::{Placed, USUAL, check_units, check_use};

/// The bytes of a cell.
type Span = Range<usize>;

/// The columns of a table of positions.
const POSITIONS: [&str; 5] = ["actor", "issue", "position", "salience", "power"];
/// The columns of a table of the scales' words.
const SCALES: [&str; 3] = ["issue", "position", "meaning"];

/// What a survey of positions leaves open about its issues.
#[derive(Clone, Copy, Debug, Default)]
pub struct SurveyReading<'a> {
    /// The words of the scales: a name to print, and a table in the columns `issue`, `position`, `meaning`.
    pub scales: Option<(&'a str, &'a str)>,
    /// Issues with two poles, neither of them less than the other.
    pub positional: &'a [String],
    /// What holds on an issue without a text, on its scale; the foot of the scale on all others.
    pub status_quo: &'a [(String, f64)],
    /// The scale of an issue, or of all that are not named; from 0 to 100 where none is given.
    pub scale: &'a [(Option<String>, Scale)],
}

impl SurveyReading<'_> {
    /// The scale of an issue.
    fn scale(&self, issue: &str) -> Scale {
        let named = self.scale.iter().find(|(name, _)| name.as_deref() == Some(issue));
        let any = || self.scale.iter().find(|(name, _)| name.is_none());
        named.or_else(any).map_or(USUAL, |(_, scale)| *scale)
    }

    /// The first status quo that does not lie on its issue's scale: issue, value, and what was expected.
    pub fn off_scale(&self) -> Option<(&str, f64, String)> {
        let off = |(issue, value): &&(String, f64)| !self.scale(issue).holds(*value);
        let (issue, value) = self.status_quo.iter().find(off)?;
        Some((issue, *value, format!("the value {}", self.scale(issue).words().replacen("a number ", "", 1))))
    }

    /// Whether somebody has said what its scale is.
    fn is_stated(&self, issue: &str) -> bool {
        self.scale.iter().any(|(name, _)| name.as_deref().is_none_or(|name| name == issue))
    }
}

struct SurveyIssue<'a> {
    name: Cow<'a, str>,
    words: Vec<(f64, &'a str)>,
}

struct SurveyActor<'a> {
    name: &'a str,
    power: f64,
    row: SheetRow<'a>,
    /// SurveyIssue, position from 0 to 1, salience.
    positions: Vec<(Cow<'a, str>, f64, f64)>,
}

/// A table as far as it is read.
#[derive(Default)]
struct Survey<'a> {
    issues: Vec<SurveyIssue<'a>>,
    actors: Vec<SurveyActor<'a>>,
    /// Where each actor stands in the list.
    places: HashMap<&'a str, usize>,
    /// The positions on each issue as they are written, in the order of the issues.
    written: Vec<Vec<Placed>>,
    saliences: Vec<Placed>,
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
    let (sheet, columns) = layout::read(file, text)?;
    let mut findings = sheet.findings();
    let mut survey = Survey::default();
    for row in sheet.rows() {
        columns.iter().for_each(|columns| position(row, columns, reading, &mut survey, &mut findings));
    }
    for (issue, written) in survey.issues.iter().zip(&survey.written) {
        check_use(&issue.name, written, reading, &mut findings);
    }
    check_units("saliences", &survey.saliences, &mut findings);
    findings.finish(())?;
    let Survey { mut issues, actors, .. } = survey;
    let words = reading.scales.map(|(file, text)| Sheet::read(file, text, &SCALES)).transpose()?;
    if let Some(words) = &words {
        let mut findings = words.findings();
        for row in words.rows() {
            word(row, reading, &mut issues, &mut findings);
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
    let (sheet, columns) = layout::read(file, text)?;
    let mut names: Vec<String> = Vec::new();
    for row in sheet.rows() {
        for name in columns.iter().map(|columns| layout::issue(columns, &row)) {
            if !names.iter().any(|known| *known == name) {
                names.push(name.into_owned());
            }
        }
    }
    Ok(names)
}

fn position<'a>(
    row: SheetRow<'a>,
    columns: &'a Columns<'_>,
    reading: &SurveyReading<'_>,
    survey: &mut Survey<'a>,
    findings: &mut SheetFindings,
) {
    let name = findings.words(&row, "actor");
    let issue = match &columns.issue {
        Some(issue) => Some(Cow::Borrowed(&**issue)),
        None => findings.words(&row, "issue").map(Cow::Borrowed),
    };
    let scale = reading.scale(issue.as_deref().unwrap_or_default());
    let position = on_scale(&row, &columns.position, scale, findings);
    let salience = findings.number(&row, &columns.salience, 0.0, 1e6);
    let power = findings.number(&row, &columns.power, 0.0, 1e9);
    let (Some(name), Some(issue), Some(position), Some(salience), Some(power)) =
        (name, issue, position, salience, power)
    else {
        return;
    };
    let known = survey.issues.iter().position(|known| known.name == issue);
    let place = known.unwrap_or_else(|| {
        survey.issues.push(SurveyIssue { name: issue.clone(), words: Vec::new() });
        survey.written.push(Vec::new());
        survey.issues.len() - 1
    });
    survey.written[place].push((position, row.span(&columns.position)));
    survey.saliences.push((salience, row.span(&columns.salience)));
    let k = *survey.places.entry(name).or_insert_with(|| {
        survey.actors.push(SurveyActor { name, power, row, positions: Vec::new() });
        survey.actors.len() - 1
    });
    let actor = &mut survey.actors[k];
    if actor.power != power {
        let message =
            format!("the power of {name} is {power} here and {} in line {}", actor.power, actor.row.line());
        findings.add(row.span(&columns.power), message, "one power for each actor".to_owned(), None);
    }
    if actor.positions.iter().any(|(known, ..)| *known == issue) {
        let message = format!("{name} is given twice on issue {issue}");
        return findings.add(row.span("actor"), message, "each actor once".to_owned(), None);
    }
    actor.positions.push((issue, scale.place(position), salience));
}

/// A position on this scale; notes where there is none.
fn on_scale(row: &SheetRow<'_>, column: &str, scale: Scale, findings: &mut SheetFindings) -> Option<f64> {
    let x = findings.number(row, column, f64::NEG_INFINITY, f64::INFINITY)?;
    if !scale.holds(x) {
        let help =
            "another scale is named by its ends: --scale LOW,HIGH, or --scale ISSUE=LOW,HIGH".to_owned();
        findings.add(row.span(column), format!("`{column}` is {x}"), scale.words(), Some(help.into()));
        return None;
    }
    Some(x)
}

fn word<'a>(
    row: SheetRow<'a>,
    reading: &SurveyReading<'_>,
    issues: &mut [SurveyIssue<'a>],
    findings: &mut SheetFindings,
) {
    let [name, meaning] = ["issue", "meaning"].map(|column| findings.words(&row, column));
    let scale = reading.scale(name.unwrap_or_default());
    let position = on_scale(&row, "position", scale, findings).map(|x| scale.place(x));
    let (Some(name), Some(meaning), Some(position)) = (name, meaning, position) else { return };
    let Some(k) = issues.iter().position(|issue| issue.name == name) else {
        let help = nearest(name, issues.iter().map(|issue| &*issue.name));
        let message = format!("nobody has a position on issue {name}");
        return findings.add(
            row.span("issue"),
            message,
            "an issue of the other table".to_owned(),
            Some(help),
        );
    };
    if issues[k].words.last().is_some_and(|(last, _)| *last >= position) {
        let message =
            format!("position {} of issue {name} does not follow the one before", row.cell("position"));
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
        "// From a table of positions: the scales of its issues have become clauses from 0 to 1. Three things the table does not\n\
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
            out +=
                &format!("            {}: ({}, {}),\n", quoted(issue), number(*position), number(*salience));
        }
        out += "        }),\n";
    }
    out + "    },\n" + PROCEEDINGS + ")\n"
}

fn clause(issue: &SurveyIssue<'_>, reading: &SurveyReading<'_>) -> String {
    let kind =
        if reading.positional.iter().any(|name| *name == issue.name) { "Positional" } else { "Ambition" };
    let scale = reading.scale(&issue.name);
    let stated = reading.status_quo.iter().find(|(name, _)| *name == issue.name);
    let status_quo = number(scale.place(stated.map_or(scale.foot(), |(_, value)| *value)));
    let words: Vec<String> = issue
        .words
        .iter()
        .map(|(position, meaning)| format!("({}, {})", number(*position), quoted(meaning)))
        .collect();
    let words = if words.is_empty() {
        String::new()
    } else {
        format!(", words: [\n            {},\n        ]", words.join(",\n            "))
    };
    format!("        {}: {kind}(status_quo: {status_quo}{words}),\n", quoted(&issue.name))
}
