//! Scorable games: finite options, points for each party, a minimum each.
//!
//! One row for each party, issue and option, in the columns `party`, `issue`, `option`, `points`, `minimum`, as the
//! games that negotiation courses are taught with are written down. Each issue becomes a clause of options that holds
//! nothing without a deal; each party accepts a deal iff its points reach its minimum. Standing alone costs nothing:
//! nobody is talked below its minimum.

use std::collections::{HashMap, HashSet};

use super::{number, quoted};
use crate::sheet::{Sheet, SheetError, SheetFindings, SheetRow};

/// The columns of a table.
const COLUMNS: [&str; 5] = ["party", "issue", "option", "points", "minimum"];

/// The most points.
const MOST: f64 = 1e12;

/// A game as it is read.
#[derive(Default)]
struct ScorableGame<'a> {
    issues: Vec<(&'a str, Vec<&'a str>)>,
    parties: Vec<ScorableParty<'a>>,
    /// The places of issues and of parties.
    issue_places: HashMap<&'a str, usize>,
    party_places: HashMap<&'a str, usize>,
    /// Options, with their issue.
    options: HashSet<(&'a str, &'a str)>,
}

struct ScorableParty<'a> {
    name: &'a str,
    minimum: f64,
    /// The minimum as the table has it.
    written_minimum: f64,
    /// By how much its points on an issue were raised, where some were below 0.
    raised: Vec<(&'a str, f64)>,
    /// The row it was first named in.
    row: SheetRow<'a>,
    /// Points by issue and option.
    points: HashMap<(&'a str, &'a str), f64>,
}

/// The table as the text of a scenario; `file` is the name to print, `title` that of the game.
///
/// # Errors
/// Everything that is wrong with the table, with its places: a missing column, points or a minimum that are no number, an option given twice, a party without points for an option, two minima for one party.
pub fn scorable(file: &str, title: &str, text: &str) -> Result<String, SheetError> {
    let sheet = Sheet::read(file, text, &COLUMNS)?;
    let mut findings = sheet.findings();
    let mut game = ScorableGame::default();
    for row in sheet.rows() {
        let [party, issue, option] = ["party", "issue", "option"].map(|column| findings.words(&row, column));
        let [points, minimum] = ["points", "minimum"].map(|column| self::points(&row, column, &mut findings));
        if let (Some(party), Some(issue), Some(option)) = (party, issue, option) {
            let (points, minimum) = (points.unwrap_or(0.0), minimum.unwrap_or(0.0));
            game.add(row, (party, issue, option), points, minimum, &mut findings);
        }
    }
    game.raise();
    game.check(&mut findings);
    findings.finish(())?;
    Ok(game.write(title))
}

/// A number of points, which may be below 0.
fn points(row: &SheetRow<'_>, column: &str, findings: &mut SheetFindings) -> Option<f64> {
    let points = findings.number(row, column, f64::NEG_INFINITY, f64::INFINITY)?;
    if points.abs() > MOST {
        let message = format!("`{column}` is {}", row.cell(column));
        findings.add(row.span(column), message, format!("at most {MOST:e}"), None);
        return None;
    }
    Some(points)
}

impl<'a> ScorableGame<'a> {
    fn add(
        &mut self,
        row: SheetRow<'a>,
        (party, issue, option): (&'a str, &'a str, &'a str),
        points: f64,
        minimum: f64,
        findings: &mut SheetFindings,
    ) {
        let issue_place = *self.issue_places.entry(issue).or_insert_with(|| {
            self.issues.push((issue, Vec::new()));
            self.issues.len() - 1
        });
        if self.options.insert((issue, option)) {
            self.issues[issue_place].1.push(option);
        }
        let k = *self.party_places.entry(party).or_insert_with(|| {
            self.parties.push(ScorableParty {
                name: party,
                minimum,
                written_minimum: minimum,
                raised: Vec::new(),
                row,
                points: HashMap::new(),
            });
            self.parties.len() - 1
        });
        let known = &mut self.parties[k];
        if known.minimum != minimum {
            let message = format!(
                "the minimum of {party} is {minimum} here and {} in line {}",
                known.minimum,
                known.row.line()
            );
            findings.add(row.span("minimum"), message, "one minimum for each party".to_owned(), None);
        }
        if known.points.insert((issue, option), points).is_some() {
            let message = format!("{party} has points for option {option} of issue {issue} twice");
            findings.add(row.span("option"), message, "each option once".to_owned(), None);
        }
    }

    /// Raises points below 0: all of a party's on that issue by the same number, and its minimum by as much. Which deals it
    /// accepts, and which it likes better, stays as it is. A minimum below the worst deal is met by all.
    fn raise(&mut self) {
        for party in &mut self.parties {
            if party.points.values().all(|points| *points >= 0.0) {
                party.minimum = party.minimum.max(0.0);
                continue;
            }
            for (issue, options) in &self.issues {
                let worst = options
                    .iter()
                    .filter_map(|o| party.points.get(&(*issue, *o)).copied())
                    .fold(0.0, f64::min);
                if worst < 0.0 {
                    for option in options {
                        party.points.entry((issue, option)).and_modify(|points| *points -= worst);
                    }
                    party.minimum -= worst;
                    party.raised.push((issue, -worst));
                }
            }
            party.minimum = party.minimum.max(0.0);
        }
    }

    /// Everyone has points for everything, and could be content.
    fn check(&self, findings: &mut SheetFindings) {
        for party in &self.parties {
            let missing = self.options.len() - party.points.len();
            let pairs =
                self.issues.iter().flat_map(|(issue, options)| options.iter().map(move |o| (*issue, *o)));
            if let Some((issue, option)) =
                pairs.filter(|_| missing > 0).find(|p| !party.points.contains_key(p))
            {
                let more = if missing > 1 { format!(", and {} more", missing - 1) } else { String::new() };
                let message =
                    format!("{} has no points for option {option} of issue {issue}{more}", party.name);
                findings.add(party.row.span("party"), message, "points, 0 if need be".to_owned(), None);
                continue;
            }
            let best: f64 = self
                .issues
                .iter()
                .map(|(issue, options)| {
                    options.iter().map(|o| party.points[&(*issue, *o)]).fold(0.0, f64::max)
                })
                .sum();
            if best == 0.0 || party.minimum > best {
                let message = match best {
                    0.0 => format!("{} has no points for anything", party.name),
                    _ => format!(
                        "{} can have {} points at most, its minimum is {}",
                        party.name,
                        best - party.raised.iter().map(|(_, by)| by).sum::<f64>(),
                        party.written_minimum
                    ),
                };
                let expected = "a minimum within reach".to_owned();
                findings.add(party.row.span("minimum"), message, expected, None);
            }
        }
    }

    fn write(&self, title: &str) -> String {
        let mut out = String::from(
            "// A scorable game: each party has points for every option, and takes a deal that gives it its minimum or more.\n\
             // plenary analyse looks at every possible deal; plenary run negotiates it.\n(\n    format: 1,\n",
        );
        out += &format!("    title: {},\n", quoted(title));
        out +=
            "    about: \"Which deals can everyone accept, and which of them is found?\",\n    clauses: {\n";
        for (issue, options) in &self.issues {
            let options: Vec<String> =
                options.iter().map(|option| format!("{}: ()", quoted(option))).collect();
            out += &format!(
                "        {}: Options(options: {{{}}}),\n",
                quoted(&clause(issue)),
                options.join(", ")
            );
        }
        out += "    },\n    countries: {\n";
        for party in &self.parties {
            out += &party.comment();
            out += &format!(
                "        {}: (minimum_points: {}, positions: {{\n",
                quoted(party.name),
                number(party.minimum)
            );
            for (issue, options) in &self.issues {
                let points: Vec<String> = options
                    .iter()
                    .filter_map(|option| {
                        let points = party.points.get(&(*issue, *option))?;
                        Some(format!("{}: {}", quoted(option), number(*points)))
                    })
                    .collect();
                out += &format!("            {}: {{{}}},\n", quoted(&clause(issue)), points.join(", "));
            }
            out += "        }),\n";
        }
        out += "    },\n    rule: Consensus,\n    // Nobody is talked below its minimum.\n    \
                defaults: (isolation_cost: (major: 0.0, middle: 0.0, small: 0.0)),\n    \
                // How patient the others are, nobody knows.\n    uncertainty: (patience: LogNormal(0.5)),\n)\n";
        out
    }
}

impl ScorableParty<'_> {
    /// What was changed so that no points are below 0.
    fn comment(&self) -> String {
        if self.raised.is_empty() && self.written_minimum >= 0.0 {
            return String::new();
        }
        let raised: Vec<String> =
            self.raised.iter().map(|(issue, by)| format!("on {} by {by}", one_line(issue))).collect();
        let what =
            if raised.is_empty() { String::new() } else { format!("points raised {}; ", raised.join(", ")) };
        format!(
            "        // {what}the minimum of {} in the table as much, to 0 at least.\n",
            self.written_minimum
        )
    }
}

/// A name within a comment, which ends with its line.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An issue's name as a clause: a bare number says little.
fn clause(issue: &str) -> String {
    if issue.parse::<f64>().is_ok() { format!("Issue {issue}") } else { issue.to_owned() }
}
