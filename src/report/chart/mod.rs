//! Pictures: one file each, in a frame that all share; drawn as SVG, printed as PNG by [`raster`].
//!
//! A picture is a function from what a study found to a [`Picture`]. To add one, write its file and give it a line in
//! [`KINDS`]; commands, the gallery and the tests find it there.

mod breadth;
pub mod calibration;
mod concessions;
mod convergence;
mod differences;
mod found;
mod frame;
mod funnel;
mod gains;
mod ladder;
mod levers;
mod outcomes;
mod phase;
pub mod raster;
mod response;
mod roll_call;
mod sensitivity;
mod spatial;
mod survival;
mod trajectory;

use thiserror::Error;

pub use found::Found;
use frame::{Frame, Words};
pub use frame::{Size, Wanted};

use super::number::count;
use crate::study::{Chronicle, Minutes};

/// A picture, with what it says in words and the figures behind it.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The picture itself.
    pub svg: String,
    /// What it shows, in a line.
    pub title: String,
    /// How to read it.
    pub reading: String,
    /// Scenario, hash, seed, n and version.
    pub source: String,
    /// What is to be seen, for those who cannot.
    pub alt: String,
    /// The figures it draws.
    pub data: Data,
    /// Labels with characters that no font built in has, with these characters.
    pub unprintable: Vec<(String, Vec<char>)>,
}

/// The figures behind a picture, one row for each mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Data {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// Numbers in full, nothing where undefined.
    pub rows: Vec<Vec<String>>,
}

impl Data {
    /// No rows yet.
    pub fn new(columns: impl IntoIterator<Item = &'static str>) -> Self {
        Self { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// As a CSV file.
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let rows = self.rows.iter().map(|row| row.iter().map(String::as_str).collect::<Vec<&str>>());
        // Writing to memory cannot fail, and every row has as many cells as there are columns.
        for row in std::iter::once(self.columns.clone()).chain(rows) {
            let _ = writer.write_record(row);
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// A number in full for [`Data`]; nothing where there is none.
fn figure(x: impl Into<Option<f64>>) -> String {
    x.into().filter(|x| x.is_finite()).map_or_else(String::new, |x| x.to_string())
}

/// Why there is nothing to draw.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{why}")]
pub struct NothingToDraw {
    /// Why, and what would help.
    why: String,
}

impl NothingToDraw {
    fn because(why: impl Into<String>) -> Self {
        Self { why: why.into() }
    }
}

/// Says that not everything is shown, where that is so.
fn only_the_first(shown: usize, of: usize, what: &str) -> String {
    if shown < of {
        format!(" Shown: the first {shown} of {of} {what}; the figures hold them all.")
    } else {
        String::new()
    }
}

impl NothingToDraw {
    /// A picture of a study, asked of a case.
    pub fn of_a_case(tables: &[&str]) -> Self {
        Self::because(format!("it is drawn from {}", comes_from(tables)))
    }
}

/// Which folder holds such a table, and how one comes by it.
pub fn comes_from(tables: &[&str]) -> &'static str {
    match tables {
        ["points", ..] => "the folder of a sweep: plenary sweep STUDY --out DIR, then name DIR here",
        ["differences", ..] => {
            "the folder of a comparison: plenary compare A B --out DIR, then name DIR here"
        }
        ["issues", ..] => "the folder of a backtest: plenary backtest … --out DIR, then name DIR here",
        ["levers", ..] => "a scenario, or the folder of plenary levers --out DIR",
        _ => "the folder of a sensitivity analysis: plenary sensitivity SWEEP --out DIR, then name DIR here",
    }
}

type Drawn = Result<Picture, NothingToDraw>;

/// What a picture is drawn from.
#[derive(Clone, Copy)]
pub enum Draws {
    /// Many negotiations of a case.
    Chronicle(fn(&Chronicle<'_>, &Wanted) -> Drawn),
    /// One of them.
    Minutes(fn(&Case<'_>, &Minutes, &Wanted) -> Drawn),
    /// A table of a study, by one of these names.
    Table(&'static [&'static str], fn(&Found<'_>, &Wanted) -> Drawn),
}

/// A case and the seed it is run with.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// As written.
    pub scenario: &'a crate::scenario::Scenario,
    /// Compiled.
    pub model: &'a crate::model::Model,
    /// The master seed.
    pub seed: crate::random::Seed,
}

/// A kind of picture.
pub struct Kind {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it shows, in a sentence.
    pub about: &'static str,
    /// What it is drawn from; where in several ways, as one has it.
    pub draws: &'static [Draws],
}

/// Every kind of picture.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "outcomes",
        about: "how negotiations end: the share of each outcome, with intervals that hold together",
        draws: &[Draws::Chronicle(outcomes::draw)],
    },
    Kind {
        name: "ladder",
        about: "clause by clause: every party's wish, the LCD, what all accept, and what came out",
        draws: &[Draws::Chronicle(ladder::draw)],
    },
    Kind {
        name: "trajectory",
        about: "how the text moved, round by round, and how many clauses were in brackets",
        draws: &[Draws::Chronicle(trajectory::draw)],
    },
    Kind {
        name: "survival",
        about: "when each clause left its brackets for good: agreed, deleted or carved out",
        draws: &[Draws::Chronicle(survival::draw)],
    },
    Kind {
        name: "concessions",
        about: "one negotiation: what each party got, demanded and would settle for, round by round",
        draws: &[Draws::Minutes(concessions::draw)],
    },
    Kind {
        name: "roll-call",
        about: "one negotiation: who voted how, by bloc, those who voted alike together",
        draws: &[Draws::Minutes(roll_call::draw)],
    },
    Kind {
        name: "spatial",
        about: "the space of wishes: parties by weight, status quo, what could be agreed, what came out",
        draws: &[Draws::Chronicle(spatial::draw)],
    },
    Kind {
        name: "breadth",
        about: "breadth against depth: who takes part, how far the text commits them, over runs or levers",
        draws: &[Draws::Chronicle(breadth::draw), Draws::Table(&["levers"], breadth::draw_levers)],
    },
    Kind {
        name: "gains",
        about: "who got what, and whose vote decided, by voting power",
        draws: &[Draws::Chronicle(gains::draw)],
    },
    Kind {
        name: "funnel",
        about: "from members to blocs to the plenary, clause by clause",
        draws: &[Draws::Chronicle(funnel::draw)],
    },
    Kind {
        name: "levers",
        about: "what would have lifted the text: each lever's effect on depth, LCD rate and adoption",
        draws: &[Draws::Table(&["levers"], levers::draw)],
    },
    Kind {
        name: "phase",
        about: "a sweep over two parameters: where an LCD text emerges, or one is adopted",
        draws: &[Draws::Table(&["points"], phase::draw)],
    },
    Kind {
        name: "response",
        about: "a sweep over one parameter: LCD rate, adoption and depth along its values",
        draws: &[Draws::Table(&["points"], response::draw)],
    },
    Kind {
        name: "sensitivity",
        about: "what drives the result: Sobol' indices, or Morris' screening",
        draws: &[Draws::Table(&["indices", "effects"], sensitivity::draw)],
    },
    Kind {
        name: "differences",
        about: "two cases on the same draws: what differs, with intervals",
        draws: &[Draws::Table(&["differences"], differences::draw)],
    },
    Kind {
        name: "calibration",
        about: "a backtest: do real outcomes fall where the predictions say they would?",
        draws: &[Draws::Table(&["issues"], calibration::draw)],
    },
    Kind {
        name: "convergence",
        about: "is n enough? how the intervals narrow as replicates come in",
        draws: &[Draws::Chronicle(convergence::draw)],
    },
];

/// The kind of this name.
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name)
}

impl Chronicle<'_> {
    /// What stands under a picture of many negotiations.
    fn source(&self) -> String {
        let s = &self.summary;
        format!(
            "{} · scenario {} · seed {} · n = {} · plenary {}",
            s.scenario,
            s.hash,
            s.seed,
            count(s.replicates),
            s.version
        )
    }

    fn words(&self, title: impl Into<String>, reading: impl Into<String>) -> Words {
        Words { title: title.into(), reading: reading.into(), source: self.source() }
    }
}

impl Case<'_> {
    fn words(&self, minutes: &Minutes, title: impl Into<String>, reading: impl Into<String>) -> Words {
        let source = format!(
            "{} · scenario {} · seed {} · replicate {} (n = 1) · plenary {}",
            self.scenario.title,
            self.scenario.hash(),
            self.seed,
            minutes.replicate,
            env!("CARGO_PKG_VERSION")
        );
        Words { title: title.into(), reading: reading.into(), source }
    }
}
