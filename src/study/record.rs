//! What is kept of each replicate: a row of typed, documented columns.

use serde::{Deserialize, Serialize};

use super::table::{Cell, Column, Kind, Row};
use crate::{
    model::{ClauseModel, Model},
    outcome::{Conclusion, Emergence, Outcome},
    random::Seed,
    stance::Stance,
    text::Value,
};

/// What a study keeps of each replicate beside its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// What the text says, clause by clause.
    Text,
    /// Each country's stance and gain.
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

/// The columns of a study's replicates, and how an outcome fills them. Made of the base case: where a point has
/// taken a clause or country away, its cells are empty.
#[derive(Clone, Debug)]
pub struct Record {
    clauses: Vec<(String, bool)>,
    countries: Vec<String>,
    counterfactual: bool,
}

impl Record {
    /// What is kept of replicates of this case.
    pub fn new(model: &Model, parts: &[Part]) -> Self {
        let keeps = |part| parts.contains(&part);
        let clause = |c: &ClauseModel| (c.name.clone(), c.options > 0);
        let countries = || model.countries.iter().map(|c| c.name.clone()).collect();
        Self {
            clauses: if keeps(Part::Text) { model.clauses.iter().map(clause).collect() } else { Vec::new() },
            countries: if keeps(Part::Stances) { countries() } else { Vec::new() },
            counterfactual: keeps(Part::Counterfactual),
        }
    }

    /// Everything but the trajectory: what `run` writes.
    pub fn whole(model: &Model) -> Self {
        Self::new(model, &[Part::Text, Part::Stances, Part::Counterfactual])
    }

    /// The columns, in order.
    pub fn columns(&self) -> Vec<Column> {
        use Kind::{Number, Truth, Whole, Word};
        let fixed: [(&str, Kind, &str); 25] = [
            ("scenario_hash", Word, "Hash of the scenario negotiated, after every change"),
            ("seed", Whole, "Master seed"),
            ("replicate", Whole, "Number of the replicate: the same draws wherever it occurs"),
            ("outcome", Word, "Name of the outcome"),
            ("adopted", Truth, "Whether a text was adopted"),
            (
                "conclusion",
                Word,
                "How it ended: consensus, vote, signed, called vote, fallback vote, deadlock, walk-out",
            ),
            ("round", Whole, "Round in which it ended"),
            ("depth", Number, "D of the text adopted, or of the last one tabled; 0 to 1"),
            ("guaranteed_depth", Number, "G of that text, on its least demanding reading; 0 to 1"),
            (
                "realised_depth",
                Number,
                "D of what holds afterwards: the text where adopted, else the status quo; 0 to 1",
            ),
            ("draft_depth", Number, "D of the first draft; 0 to 1"),
            (
                "depth_lcd",
                Number,
                "D^L: every clause at its least ambitious party's wish, over those with a voice; 0 to 1",
            ),
            ("depth_tolerated", Number, "D^T: every clause at what all still accept; 0 to 1"),
            ("depth_reference", Number, "D^R: every clause at the median wish; 0 to 1"),
            ("depth_lcd_of_all", Number, "D^L over all members, the absent included; 0 to 1"),
            ("depth_tolerated_of_all", Number, "D^T over all members; 0 to 1"),
            ("depth_reference_of_all", Number, "D^R over all members; 0 to 1"),
            (
                "lcd_index",
                Number,
                "Λ: 1 at the lowest common denominator, 0 at the median wish; empty without a conflict of ambition",
            ),
            ("lcd_index_guaranteed", Number, "Λ of the guaranteed depth"),
            ("lcd", Truth, "Whether it is a lowest-common-denominator (LCD) text"),
            ("lcd_in_substance", Truth, "Whether it commits to no more than the LCD, whatever its words"),
            ("laggard_bound", Truth, "Whether a laggard binds the text"),
            (
                "emergence",
                Word,
                "Round in which it fell to the LCD, or \"by design\"; empty where it did not",
            ),
            (
                "depth_without_laggards",
                Number,
                "Realised depth on the same draws without the laggards' veto; 0 to 1; empty where all are laggards",
            ),
            ("participation", Number, "Share of materiality in the room at the end; 0 to 1"),
        ];
        let last = ("fixed_points_differ", Truth, "Whether silence and uproar would have ended differently");
        let kept = |(name, ..): &(&str, Kind, &str)| self.counterfactual || *name != "depth_without_laggards";
        let fixed = fixed.into_iter().chain([last]).filter(kept);
        let mut columns: Vec<Column> = fixed.map(|(n, k, a)| Column::new(n, k, a)).collect();
        for (name, options) in &self.clauses {
            let said = format!("of \"{name}\" in the text adopted or last tabled");
            if *options {
                columns.push(Column::new(format!("option:{name}"), Word, format!("Option {said}")));
            } else {
                columns.push(Column::new(
                    format!("low:{name}"),
                    Number,
                    format!("Least demanding reading {said}; 0 to 1"),
                ));
                columns.push(Column::new(
                    format!("high:{name}"),
                    Number,
                    format!("Most demanding reading {said}; 0 to 1"),
                ));
            }
        }
        for name in &self.countries {
            let about = format!(
                "What \"{name}\" did at the end: sponsor, support, acquiesce, explain, object, absent"
            );
            columns.push(Column::new(format!("stance:{name}"), Word, about));
        }
        for name in &self.countries {
            let about =
                format!("Gain of \"{name}\" over the status quo, in utility by its own ideals; −1 to 1");
            columns.push(Column::new(format!("gain:{name}"), Number, about));
        }
        columns
    }

    /// An outcome as a row.
    pub fn row(&self, model: &Model, hash: &str, seed: Seed, outcome: &Outcome) -> Row {
        let mut row: Row = vec![
            hash.to_owned().into(),
            seed.into(),
            outcome.replicate.into(),
            format!("{:?}", outcome.label).into(),
            outcome.conclusion.adopted().into(),
            conclusion(outcome.conclusion).into(),
            outcome.round.into(),
            outcome.depth.into(),
            outcome.guaranteed_depth.into(),
            outcome.realised_depth.into(),
            outcome.draft_depth.into(),
        ];
        row.extend(outcome.yardsticks.into_iter().chain(outcome.yardsticks_of_all).map(Cell::from));
        row.extend([
            outcome.index.into(),
            outcome.guaranteed_index.into(),
            outcome.lcd.into(),
            outcome.lcd_in_substance.into(),
            outcome.laggard_bound.into(),
            match outcome.emergence {
                Emergence::None => Cell::Empty,
                Emergence::ByDesign => "by design".into(),
                Emergence::Round(round) => round.to_string().into(),
            },
        ]);
        if self.counterfactual {
            row.push(outcome.without_laggards.into());
        }
        row.extend([outcome.participation.into(), outcome.fixed_points_differ.into()]);
        self.add_text(&mut row, model, outcome);
        self.add_parties(&mut row, model, outcome);
        row
    }

    fn add_text(&self, row: &mut Row, model: &Model, outcome: &Outcome) {
        for (d, (name, options)) in self.clauses.iter().enumerate() {
            let at = place(d, name, &model.clauses, |c| &c.name);
            match at.map(|d| (&model.clauses[d], outcome.text.0[d])) {
                Some((clause, value @ Value::Option(_))) => row.push(clause.source.in_words(value).into()),
                Some((_, Value::Interval { lo, hi })) => row.extend([lo.into(), hi.into()]),
                None if *options => row.push(Cell::Empty),
                None => row.extend([Cell::Empty, Cell::Empty]),
            }
        }
    }

    fn add_parties(&self, row: &mut Row, model: &Model, outcome: &Outcome) {
        let party = |(i, name): (usize, &String)| {
            place(i, name, &model.countries, |c| &c.name).map(|i| &outcome.parties[i])
        };
        let parties: Vec<_> = self.countries.iter().enumerate().map(party).collect();
        row.extend(parties.iter().map(|p| Cell::from(p.map(|p| stance(p.stance)))));
        row.extend(parties.iter().map(|p| Cell::from(p.map(|p| p.gain))));
    }
}

/// Where the clause or country of this name is: where it was in the base case, unless some are gone.
fn place<T>(guess: usize, name: &str, among: &[T], name_of: impl Fn(&T) -> &str) -> Option<usize> {
    if among.get(guess).is_some_and(|found| name_of(found) == name) {
        return Some(guess);
    }
    among.iter().position(|found| name_of(found) == name)
}

fn conclusion(conclusion: Conclusion) -> &'static str {
    match conclusion {
        Conclusion::Consensus => "consensus",
        Conclusion::Vote { .. } => "vote",
        Conclusion::Signed { .. } => "signed",
        Conclusion::FallbackVote { called: true, .. } => "called vote",
        Conclusion::FallbackVote { called: false, .. } => "fallback vote",
        Conclusion::Deadlock => "deadlock",
        Conclusion::WalkOut => "walk-out",
    }
}

fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Sponsor => "sponsor",
        Stance::Support => "support",
        Stance::Acquiesce => "acquiesce",
        Stance::Explain => "explain",
        Stance::Object => "object",
        Stance::Absent => "absent",
    }
}
