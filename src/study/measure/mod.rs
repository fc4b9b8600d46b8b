//! The register of measures: everything that can be read off the outcome of a negotiation.
//!
//! `fixed.rs` lists what every case has, `families.rs` what each clause and each country has. Records, points, levers,
//! comparisons, sequential stopping, sensitivity, discovery, charts and manifests read this register, so a measure that
//! is added to it can be asked for everywhere.

mod families;
mod fixed;
mod own;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use fixed::guaranteed_depth;
pub(super) use fixed::{FIXED, Fixed};

use super::table::{
    Cell, Column, ColumnKind,
    select::{Selection, UnknownMeasure, select_numeric},
};
use crate::{
    expression::ExpressionError,
    model::{ClauseModel, Model},
    outcome::{Outcome, PartyOutcome},
    text::Value,
};

/// What a study keeps of each replicate beside its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// What the text says, clause by clause.
    Text,
    /// Each country's stance, vote and gain.
    Stances,
    /// A second negotiation without the laggards' veto, on the same draws; takes twice the time.
    Counterfactual,
    /// How the text moved, round by round: a table of its own.
    Trajectory,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 4] = [Self::Text, Self::Stances, Self::Counterfactual, Self::Trajectory];
}

/// How a measure is read.
#[derive(Clone, Debug)]
enum Source {
    Outcome(fn(&Outcome) -> Cell),
    /// The value of a clause in the text adopted or last tabled, and whether it was adopted.
    Clause(Named, fn(&ClauseModel, Value, bool) -> Cell),
    Party(Named, fn(&PartyOutcome) -> Cell),
    /// Made of others by the author of the case.
    Own(Arc<own::Made>, ColumnKind),
}

/// A clause or country, by name, and its place in the base case.
#[derive(Clone, Debug)]
struct Named {
    name: String,
    place: usize,
}

impl Named {
    /// Its place among these: that of the base case, unless a point has taken some away.
    fn find<T>(&self, among: &[T], name_of: impl Fn(&T) -> &str) -> Option<usize> {
        let is_there = among.get(self.place).is_some_and(|found| name_of(found) == self.name);
        if is_there { Some(self.place) } else { among.iter().position(|found| name_of(found) == self.name) }
    }
}

/// A measure of an outcome.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Its name, kind, unit, range and meaning.
    pub column: Column,
    /// A few words for headings and axes.
    pub label: String,
    /// The part of a study's record that it belongs to; none where it is always kept.
    pub part: Option<Part>,
    source: Source,
    condition: Option<Selection>,
}

impl Measure {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.column.name
    }

    /// What it is of an outcome of this model; empty where it is undefined, or where the model has no such clause or
    /// country.
    pub fn read(&self, model: &Model, outcome: &Outcome) -> Cell {
        let cell = match &self.source {
            Source::Outcome(read) => read(outcome),
            Source::Clause(clause, read) => {
                let at = clause.find(&model.clauses, |c| &c.name);
                let adopted = outcome.conclusion.adopted();
                at.map_or(Cell::Empty, |d| read(&model.clauses[d], outcome.text.0[d], adopted))
            }
            Source::Party(party, read) => {
                let at = party.find(&model.countries, |c| &c.name);
                at.map_or(Cell::Empty, |i| read(&outcome.parties[i]))
            }
            Source::Own(made, kind) => made.read(model, outcome, *kind),
        };
        match &self.condition {
            Some(condition) => condition.of(cell),
            None => cell,
        }
    }

    /// The label of what is estimated: the probability of a boolean, the mean of a number.
    pub fn axis_label(&self) -> String {
        if self.column.kind == ColumnKind::Boolean {
            format!("P({})", self.label)
        } else {
            self.label.clone()
        }
    }
}

/// The measures of a case.
#[derive(Clone, Debug)]
pub struct Measures {
    all: Vec<Measure>,
    columns: Vec<Column>,
    /// Measures of the case's author that cannot be made, and why.
    faulty: Vec<(String, ExpressionError)>,
}

impl Measures {
    /// Every measure of a case: the fixed ones, then each clause's, then each country's, then those its author makes of them.
    pub fn of(model: &Model) -> Self {
        let clauses = model.clauses.iter().enumerate().flat_map(|(d, clause)| families::of_clause(d, clause));
        let countries = model.countries.iter().enumerate();
        let parties = countries.flat_map(|(i, country)| families::of_party(i, &country.name));
        let known = Self::from(Self::fixed().all.into_iter().chain(clauses).chain(parties).collect());
        let mut made = known.clone();
        for (name, own) in model.own_measures.iter() {
            match own::measure(&known, name, own) {
                Ok(measure) => made = made.and(&[measure]),
                Err(error) => made.faulty.push((name.to_owned(), error)),
            }
        }
        made
    }

    /// The measures of the case's author that cannot be made, each with what is wrong.
    pub fn faulty(&self) -> &[(String, ExpressionError)] {
        &self.faulty
    }

    /// The measures that every case has.
    pub fn fixed() -> Self {
        Self::from(fixed::FIXED.iter().map(fixed::Fixed::measure).collect())
    }

    fn from(all: Vec<Measure>) -> Self {
        let columns = all.iter().map(|m| m.column.clone()).collect();
        Self { all, columns, faulty: Vec::new() }
    }

    /// Those that a study keeps which records these parts.
    #[must_use]
    pub fn recorded(self, parts: &[Part]) -> Self {
        let kept = self.all.into_iter().filter(|m| m.part.is_none_or(|part| parts.contains(&part)));
        Self::from(kept.collect())
    }

    /// Those with numbers: booleans, integers and real numbers.
    #[must_use]
    pub fn numeric(self) -> Self {
        Self::from(self.all.into_iter().filter(|m| m.column.is_numeric()).collect())
    }

    /// These, and after them those of `more` that are new.
    #[must_use]
    pub fn and(self, more: &[Measure]) -> Self {
        let is_new = |m: &&Measure| self.columns.iter().all(|column| column.name != m.name());
        let more: Vec<Measure> = more.iter().filter(is_new).cloned().collect();
        Self { faulty: self.faulty, ..Self::from([self.all, more].concat()) }
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Measure> {
        self.all.iter()
    }

    /// Their columns, in the same order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The measures of these names, each once, as [`Measures::select`] reads them.
    ///
    /// # Errors
    /// If there is none of a name; names the nearest.
    pub(crate) fn select_all<'n>(
        &self,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Result<Vec<Measure>, UnknownMeasure> {
        let mut found: Vec<Measure> = Vec::new();
        for name in names {
            let measure = self.select(name)?;
            if found.iter().all(|m| m.name() != measure.name()) {
                found.push(measure);
            }
        }
        Ok(found)
    }

    /// The measure of this name, or a condition on one, as [`super::table::select`] reads it; with numbers, that is to
    /// say none that holds texts.
    ///
    /// # Errors
    /// If there is none; names the nearest.
    pub fn select(&self, name: &str) -> Result<Measure, UnknownMeasure> {
        if let Some((_, error)) = self.faulty.iter().find(|(faulty, _)| faulty == name) {
            return Err(UnknownMeasure { name: name.to_owned(), help: error.to_string().into() });
        }
        let found = select_numeric(&self.columns, name)?;
        let of = &self.all[found.place];
        if found.column == of.column {
            return Ok(of.clone());
        }
        let (column, label) = (found.column.clone(), found.column.name.clone());
        Ok(Measure { column, label, condition: Some(found), ..of.clone() })
    }
}

/// The label of a column that is named as a measure; the name itself where it is none of the fixed ones.
pub fn axis_label(name: &str) -> String {
    let found = fixed::FIXED.iter().find(|m| m.name == name);
    found.map_or_else(|| name.replace('_', " ").replace(':', ": "), |m| m.measure().axis_label())
}
