//! How a text moved: a row for each round.

use super::table::{Cell, Column, Kind, Row};
use crate::{
    negotiation::{Ballot, Observer, Step, View},
    stance::Stance,
    text::Text,
};

/// The columns of a round.
pub fn columns() -> Vec<Column> {
    use Kind::{Number, Truth, Whole};
    [
        ("round", Whole, "Round; 0 is the first draft"),
        ("depth", Number, "D of the text at the end of the round; 0 to 1"),
        ("guaranteed_depth", Number, "G of it, on its least demanding reading; 0 to 1"),
        ("lcd_index", Number, "Λ; empty without a conflict of ambition"),
        ("lcd_index_guaranteed", Number, "Λ of the guaranteed depth"),
        ("moves", Whole, "Moves that the chair made in the round"),
        ("open", Whole, "Clauses whose wording is left open"),
        ("width", Number, "How far their readings lie apart, over all clauses; 0 to the number of clauses"),
        ("unmet", Whole, "Voices whose demand the text does not meet"),
        (
            "objections",
            Whole,
            "Countries that objected when the text was put to the rule; empty where it was not",
        ),
        ("carried", Truth, "Whether the rule carried it; empty where it was not put"),
    ]
    .into_iter()
    .map(|(name, kind, about)| Column::new(name, kind, about))
    .collect()
}

/// Watches a negotiation and keeps a row for each round.
#[derive(Clone, Debug, Default)]
pub struct Trajectory {
    rows: Vec<Row>,
    moves: u64,
    put: Option<(u64, bool)>,
    last: Option<Row>,
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
        let Some(mut row) = self.last.take() else { return };
        row[5] = self.moves.into();
        row[9] = self.put.map(|(objections, _)| objections).into();
        row[10] = self.put.map(|(_, carried)| carried).into();
        self.rows.push(row);
        (self.moves, self.put) = (0, None);
    }

    /// The state of the text.
    fn look(&mut self, view: &View<'_>) {
        let depth = &view.model.depth;
        let (nominal, guaranteed) = (depth.nominal(view.text), depth.guaranteed(view.text));
        let widths = || view.text.0.iter().map(|value| value.width());
        let unmet = view.targets.iter().zip(view.utilities).filter(|(a, u)| *u < *a).count();
        let index = |d: f64| Cell::from(view.lcd.index(d, self.ambition_gap));
        self.last = Some(vec![
            view.round.into(),
            nominal.into(),
            guaranteed.into(),
            index(nominal),
            index(guaranteed),
            Cell::Empty,
            (widths().filter(|w| *w > 0.0).count() as u64).into(),
            widths().sum::<f64>().into(),
            (unmet as u64).into(),
            Cell::Empty,
            Cell::Empty,
        ]);
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
        let objections = ballot.stances.iter().filter(|s| **s == Stance::Object).count();
        self.put = Some((objections as u64, carried));
    }
}
