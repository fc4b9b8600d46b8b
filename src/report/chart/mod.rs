//! Charts: one file per kind, in a common frame; drawn as SVG and converted to PNG by [`raster`].
//!
//! A chart is a function from results to a [`Picture`]. To add a kind, write its file and add an entry to [`KINDS`];
//! the commands, the gallery and the tests find it there.

mod brackets;
mod breadth;
pub mod calibration;
mod columns;
mod concessions;
mod convergence;
mod differences;
mod flow;
mod frame;
mod funnel;
mod gains;
mod ladder;
mod levers;
mod outcomes;
mod peeling;
mod phase;
mod points;
mod power;
pub mod raster;
mod response;
mod responsibility;
mod result_table;
mod roll_call;
mod sensitivity;
mod sourced;
mod spatial;
mod survival;
mod tiles;
mod trajectory;
mod words;

use thiserror::Error;

use crate::study::table::safe::safe;

use frame::{Caption, Frame};
pub use frame::{ChartOptions, Size, Theme};
pub use result_table::ResultTable;

use super::identity;
use crate::{
    diagnostic::Diagnose,
    language::{Language, Message},
    say,
    scenario::Scenario,
    study::{
        Chronicle, Drafting, Minutes, Switching,
        identity::{Identity, Runs},
        responsibility::Responsibility,
    },
};

/// A picture with its caption and the data behind it.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The picture as an SVG document.
    pub svg: String,
    /// What it shows, in one line.
    pub title: String,
    /// How to read it.
    pub reading: String,
    /// Scenario, changes, hash, seed, n and version, in a line.
    pub source: String,
    /// The same, each by itself.
    pub identity: Identity,
    /// The language of its words.
    pub language: Language,
    /// A description of the content for readers who cannot see it.
    pub alt: String,
    /// The data it shows.
    pub data: Data,
    /// Labels with characters that no built-in font has, with these characters.
    pub unprintable: Vec<(String, Vec<char>)>,
    /// The same as a sequence of still pictures, where it was asked for.
    pub frames: Vec<Picture>,
}

/// The data behind a picture, one row per mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Data {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The cells: numbers to six digits, empty where undefined.
    pub rows: Vec<Vec<String>>,
}

impl Data {
    /// An empty table.
    pub fn new(columns: impl IntoIterator<Item = &'static str>) -> Self {
        Self { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }
}

/// The columns that say which results a picture's figures are, after its own.
pub const PROVENANCE: [&str; 4] = ["scenario", "scenario_hash", "seed", "plenary"];

impl Picture {
    /// The figures as CSV. Which results they are stands in columns, as in the tables of a study: any reader takes them without an
    /// option, and figures of several cases can be put under one another.
    pub fn csv(&self) -> String {
        let (name, identity) = (identity::of(self.language, &self.identity), &self.identity);
        let provenance = [name, identity.hashes(), identity.seed.to_string(), identity.version.clone()];
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory cannot fail, and every row has one cell per column.
        let _ = writer.write_record(self.data.columns.iter().chain(&PROVENANCE));
        for row in &self.data.rows {
            let _ = writer.write_record(row.iter().chain(&provenance).map(|cell| safe(cell).into_owned()));
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// A number for [`Data`]: to six digits, whole numbers in full; empty if undefined.
fn figure(x: impl Into<Option<f64>>) -> String {
    x.into().filter(|x| x.is_finite()).map_or_else(String::new, |x| rounded(x).to_string())
}

/// A number to six digits. Estimates of shares and depths are not known more exactly, however many runs there are.
fn rounded(x: f64) -> f64 {
    // What is left of a difference of equals is rounding.
    if x.abs() < 1e-12 {
        return 0.0;
    }
    if x.fract() == 0.0 { x } else { format!("{x:.5e}").parse().unwrap_or(x) }
}

/// Why there is nothing to draw, and what would help.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct NothingToDraw(Message);

impl Diagnose for NothingToDraw {
    fn message(&self) -> Message {
        self.0.clone()
    }
}

impl NothingToDraw {
    fn because(why: &str) -> Self {
        Self::of(why, "")
    }

    /// The same of a measure.
    fn of(why: &str, measure: &str) -> Self {
        Self(Message::new(|language| {
            say!(language, "charts-no-picture", why = why, measure = measure, n = 0)
        }))
    }

    /// The same of voting power that cannot be counted.
    fn of_power(why: &Message) -> Self {
        Self(Message::new(|language| {
            say!(language, "charts-no-picture", why = "power", measure = why.text(language), n = 0)
        }))
    }

    /// The same of a number of factors.
    fn counted(why: &str, n: usize) -> Self {
        Self(Message::new(|language| say!(language, "charts-no-picture", why = why, measure = "", n = n)))
    }

    /// The error for a chart of a study that was requested for a case.
    pub fn of_a_case(tables: &[&str]) -> Self {
        let from = comes_from(tables);
        Self(Message::new(|language| say!(language, "charts-drawn-from", from = from.text(language))))
    }
}

/// A note that only the first items are shown; empty if all are.
fn omission_note(language: Language, shown: usize, of: usize, what: &str) -> String {
    if shown < of {
        say!(language, "charts-omitted", what = what, shown = shown, total = of)
    } else {
        String::new()
    }
}

/// What holds one of these tables, and which command writes it.
pub fn comes_from(tables: &[&str]) -> Message {
    let table = tables.first().copied().unwrap_or_default();
    Message::new(|language| say!(language, "charts-comes-from", table = table))
}

type ChartResult = Result<Picture, NothingToDraw>;

/// The input of a chart, with the function that draws it.
#[derive(Clone, Copy)]
pub enum ChartSource {
    /// All negotiations of a case.
    Chronicle(fn(&Chronicle<'_>, &ChartOptions) -> ChartResult),
    /// One negotiation of a case.
    Minutes(fn(&ChartCase<'_>, &Minutes, &ChartOptions) -> ChartResult),
    /// How the text of one negotiation was drafted.
    Drafting(fn(&ChartCase<'_>, &Drafting, &ChartOptions) -> ChartResult),
    /// Who holds a case's text down; none where no clause is a matter of ambition.
    Responsibility(fn(&ChartCase<'_>, Option<&Responsibility>, &ChartOptions) -> ChartResult),
    /// A case with each of its switches, on the same draws.
    Switches(fn(&ChartCase<'_>, &Switching, &ChartOptions) -> ChartResult),
    /// A case or a body as it is, before anybody negotiates.
    Scenario(fn(&Scenario, &ChartOptions) -> ChartResult),
    /// A table of a study, with one of these names.
    Table(&'static [&'static str], fn(&ResultTable<'_>, &ChartOptions) -> ChartResult),
}

/// A case and the seed it is run with.
#[derive(Clone, Copy)]
pub struct ChartCase<'a> {
    /// The scenario as written.
    pub scenario: &'a crate::scenario::Scenario,
    /// The scenario compiled.
    pub model: &'a crate::model::Model,
    /// The master seed.
    pub seed: crate::random::Seed,
}

/// A kind of chart.
pub struct ChartKind {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it shows, in one sentence.
    pub about: &'static str,
    /// The inputs it can be drawn from, the preferred one first.
    pub sources: &'static [ChartSource],
}

/// Every kind of chart.
pub const KINDS: &[ChartKind] = &[
    ChartKind {
        name: "outcomes",
        about: "how negotiations end: the share of each outcome, with intervals that hold together",
        sources: &[ChartSource::Chronicle(outcomes::draw)],
    },
    ChartKind {
        name: "ladder",
        about: "clause by clause: every party's wish, the LCD, the most that hurts nobody, and what came out",
        sources: &[ChartSource::Chronicle(ladder::draw)],
    },
    ChartKind {
        name: "trajectory",
        about: "how the text moved, round by round, and how many clauses were in brackets",
        sources: &[ChartSource::Chronicle(trajectory::draw)],
    },
    ChartKind {
        name: "survival",
        about: "when each clause left its brackets for good: agreed, deleted or carved out",
        sources: &[ChartSource::Chronicle(survival::draw)],
    },
    ChartKind {
        name: "concessions",
        about: "one negotiation: what each party got, asked for and would settle for, round by round",
        sources: &[ChartSource::Minutes(concessions::draw)],
    },
    ChartKind {
        name: "brackets",
        about: "one negotiation: which clauses were in brackets, kept there by whom, and how each closed; steps in a browser",
        sources: &[ChartSource::Drafting(brackets::draw)],
    },
    ChartKind {
        name: "roll-call",
        about: "one negotiation: who voted how, by bloc, those who voted alike together",
        sources: &[ChartSource::Minutes(roll_call::draw)],
    },
    ChartKind {
        name: "responsibility",
        about: "who holds the text down: from the draft, step by step, to what holds afterwards",
        sources: &[ChartSource::Responsibility(responsibility::draw)],
    },
    ChartKind {
        name: "tiles",
        about: "one negotiation: the last ballot, a tile for each country, by bloc, with totals",
        sources: &[ChartSource::Minutes(tiles::draw)],
    },
    ChartKind {
        name: "spatial",
        about: "the space of wishes: parties by weight, status quo, what could be agreed, what came out",
        sources: &[ChartSource::Chronicle(spatial::draw)],
    },
    ChartKind {
        name: "breadth",
        about: "breadth against depth: who takes part, how far the text commits them, over runs or levers",
        sources: &[
            ChartSource::Chronicle(breadth::draw),
            ChartSource::Table(&["levers"], breadth::draw_levers),
        ],
    },
    ChartKind {
        name: "gains",
        about: "who got what, and whose vote decided, by voting power",
        sources: &[ChartSource::Chronicle(gains::draw)],
    },
    ChartKind {
        name: "power",
        about: "voting power under the rule, against seats or votes; of a body, too",
        sources: &[ChartSource::Scenario(power::draw)],
    },
    ChartKind {
        name: "funnel",
        about: "from members to blocs to the plenary, clause by clause",
        sources: &[ChartSource::Chronicle(funnel::draw)],
    },
    ChartKind {
        name: "levers",
        about: "what would have lifted the text: each lever's effect on depth, LCD rate and adoption",
        sources: &[ChartSource::Table(&["levers"], levers::draw)],
    },
    ChartKind {
        name: "flow",
        about: "where outcomes go: the share of each, over the switches of a case or the values of a sweep",
        sources: &[ChartSource::Switches(flow::draw), ChartSource::Table(&["points"], flow::draw_sweep)],
    },
    ChartKind {
        name: "phase",
        about: "a sweep over two parameters: where an LCD text emerges, or one is adopted",
        sources: &[ChartSource::Table(&["points"], phase::draw)],
    },
    ChartKind {
        name: "response",
        about: "a sweep over one parameter: LCD rate, adoption and depth along its values",
        sources: &[ChartSource::Table(&["points"], response::draw)],
    },
    ChartKind {
        name: "points",
        about: "every point of a study, whatever its design: a result against each factor",
        sources: &[ChartSource::Table(&["points"], points::draw)],
    },
    ChartKind {
        name: "sensitivity",
        about: "what drives the result: Sobol' indices, or Morris' screening",
        sources: &[ChartSource::Table(&["indices", "effects", "sample_indices"], sensitivity::draw)],
    },
    ChartKind {
        name: "peeling",
        about: "where something happens: how the first box was peeled, coverage against density",
        sources: &[ChartSource::Table(&["peeling"], peeling::draw)],
    },
    ChartKind {
        name: "differences",
        about: "two cases on the same draws: what differs, with intervals",
        sources: &[ChartSource::Table(&["differences"], differences::draw)],
    },
    ChartKind {
        name: "calibration",
        about: "a backtest: do real outcomes fall where the predictions say they would?",
        sources: &[ChartSource::Table(&["issues"], calibration::draw)],
    },
    ChartKind {
        name: "convergence",
        about: "is n enough? how the intervals narrow as replicates come in",
        sources: &[ChartSource::Chronicle(convergence::draw)],
    },
];

/// The kind with this name.
pub fn kind(name: &str) -> Option<&'static ChartKind> {
    KINDS.iter().find(|kind| kind.name == name)
}

impl Chronicle<'_> {
    /// The clauses with a scale from 0 to 1; all others are choices among options.
    fn scale_clauses(&self) -> Vec<usize> {
        (0..self.case.model().clauses.len()).filter(|&c| self.case.model().clauses[c].options == 0).collect()
    }

    fn caption(&self, title: impl Into<String>, reading: impl Into<String>) -> Caption {
        let key = frame::font::foreign(&self.case.scenario().as_file());
        Caption { title: title.into(), reading: reading.into(), identity: self.summary.identity(), key }
    }
}

impl ChartCase<'_> {
    fn caption(&self, minutes: &Minutes, title: impl Into<String>, reading: impl Into<String>) -> Caption {
        let identity = Identity::of(self.scenario, self.seed, Runs::One(minutes.replicate));
        let key = frame::font::foreign(&self.scenario.as_file());
        Caption { title: title.into(), reading: reading.into(), identity, key }
    }
}
