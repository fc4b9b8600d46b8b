//! How a text moved: a row for each round.

use super::table::{Column, ColumnKind, Row};
use crate::{
    negotiation::{Ballot, Observer, Step, View},
    stance::Stance,
    text::Text,
};

/// The columns of a round.
pub fn columns() -> Vec<Column> {
    use ColumnKind::{Boolean, Integer, Number};
    [
        ("round", Integer, "Round; 0 is the first draft"),
        ("tabled_depth", Number, "Depth D of the text at the end of the round"),
        ("tabled_guaranteed_depth", Number, "Guaranteed depth G of it"),
        ("lcd_index", Number, "Λ; empty without a conflict of ambition"),
        ("lcd_index_guaranteed", Number, "Λ of the guaranteed depth"),
        ("moves", Integer, "Moves that the chair made in the round"),
        ("open", Integer, "Clauses whose wording is left open"),
        ("width", Number, "How far their readings lie apart, over all clauses; 0 to the number of clauses"),
        ("unmet", Integer, "Voices whose demand the text does not meet"),
        (
            "objections",
            Integer,
            "Countries that objected when the text was put to the rule; empty where it was not",
        ),
        ("carried", Boolean, "Whether the rule carried it; empty where it was not put"),
    ]
    .into_iter()
    .map(|(name, kind, about)| {
        let column = Column::new(name, kind, about);
        if FROM_0_TO_1.contains(&name) { column.within([0.0, 1.0]) } else { column }
    })
    .collect()
}

const FROM_0_TO_1: [&str; 4] =
    ["tabled_depth", "tabled_guaranteed_depth", "lcd_index", "lcd_index_guaranteed"];

/// A round as it ends.
#[derive(Clone, Debug)]
struct Round {
    round: u32,
    depth: f64,
    guaranteed: f64,
    /// Λ of both.
    indices: [Option<f64>; 2],
    open: u64,
    width: f64,
    unmet: u64,
}

impl Round {
    /// Its row; `put`: how many objected and whether the rule carried it, where the text was put to the rule.
    fn row(self, moves: u64, put: Option<(u64, bool)>) -> Row {
        vec![
            self.round.into(),
            self.depth.into(),
            self.guaranteed.into(),
            self.indices[0].into(),
            self.indices[1].into(),
            moves.into(),
            self.open.into(),
            self.width.into(),
            self.unmet.into(),
            put.map(|(objections, _)| objections).into(),
            put.map(|(_, carried)| carried).into(),
        ]
    }
}

/// Watches a negotiation and keeps a row for each round.
#[derive(Clone, Debug, Default)]
pub struct Trajectory {
    rows: Vec<Row>,
    moves: u64,
    put: Option<(u64, bool)>,
    last: Option<Round>,
    ambition_gap: f64,
}

impl Trajectory {
    /// A trajectory; `ambition_gap` is D^R − D^L below which Λ is undefined.
    pub fn new(ambition_gap: f64) -> Self {
        Self { ambition_gap, ..Self::default() }
    }

    /// The rows, once the negotiation is over.
    pub fn finish(mut self) -> Vec<Row> {
        self.close();
        self.rows
    }

    /// Ends the round at hand.
    fn close(&mut self) {
        let Some(round) = self.last.take() else { return };
        self.rows.push(round.row(self.moves, self.put));
        (self.moves, self.put) = (0, None);
    }

    /// The state of the text.
    fn look(&mut self, view: &View<'_>) {
        let depth = &view.model.depth;
        let (nominal, guaranteed) = (depth.nominal(view.text), depth.guaranteed(view.text));
        let widths = || view.text.0.iter().map(|value| value.width());
        self.last = Some(Round {
            round: view.round,
            depth: nominal,
            guaranteed,
            indices: [nominal, guaranteed].map(|d| view.lcd.index(d, self.ambition_gap)),
            open: widths().filter(|w| *w > 0.0).count() as u64,
            width: widths().sum(),
            unmet: view.aspirations.iter().zip(view.utilities).filter(|(a, u)| *u < *a).count() as u64,
        });
    }
}

impl Observer for Trajectory {
    fn draft(&mut self, view: &View<'_>) {
        self.look(view);
    }

    fn round(&mut self, view: &View<'_>) {
        self.close();
        self.look(view);
    }

    fn moved(&mut self, view: &View<'_>, _step: &Step, _from: &Text, _before: &[f64]) {
        self.moves += 1;
        self.look(view);
    }

    fn attempt(&mut self, view: &View<'_>, ballot: &Ballot, carried: bool) {
        self.look(view);
        let says_no = |stance: &&Stance| matches!(stance, Stance::Object | Stance::Against);
        let objections = ballot.stances.iter().filter(says_no).count();
        self.put = Some((objections as u64, carried));
    }
}
