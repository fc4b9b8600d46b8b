//! The measures of each clause and of each country: `low:NAME`, `gain:NAME` and so on.

use super::{Measure, Named, Part, Source};
use crate::{
    model::ClauseModel,
    outcome::PartyOutcome,
    stance::Stance,
    study::table::{Cell, Column, ColumnKind},
    text::Value,
    voting::Vote,
};

/// One measure of each clause or of each country.
struct Family<R> {
    prefix: &'static str,
    kind: ColumnKind,
    /// Unit and range of numbers.
    scale: Option<(&'static str, [f64; 2])>,
    values: &'static [&'static str],
    /// What it means; NAME stands for the clause or country.
    about: &'static str,
    read: R,
}

impl<R> Family<R> {
    fn measure(&self, name: &str, part: Part, source: Source) -> Measure {
        let column = Column {
            unit: self.scale.map(|(unit, _)| unit.to_owned()),
            range: self.scale.map(|(_, range)| range),
            values: self.values.iter().map(|value| (*value).to_owned()).collect(),
            ..Column::new(
                format!("{}:{name}", self.prefix),
                self.kind,
                self.about.replace("NAME", &format!("\"{name}\"")),
            )
        };
        let label = format!("{}: {name}", self.prefix.replace('_', " "));
        Measure { column, label, part: Some(part), source, condition: None }
    }
}

type ReadClause = fn(&ClauseModel, Value, bool) -> Cell;

/// A family of clauses that are scales.
const fn scale(prefix: &'static str, about: &'static str, read: ReadClause) -> Family<ReadClause> {
    let scale = Some(("share of the clause's scale", [0.0, 1.0]));
    Family { prefix, kind: ColumnKind::Number, scale, values: &[], about, read }
}

const SCALES: [Family<ReadClause>; 4] = [
    scale("low", "Least demanding reading of NAME in the text adopted or last tabled", |_, value, _| {
        interval(value).map(|(low, _)| low).into()
    }),
    scale("high", "Most demanding reading of NAME in the text adopted or last tabled", |_, value, _| {
        interval(value).map(|(_, high)| high).into()
    }),
    scale(
        "adopted",
        "Middle reading of NAME in the text adopted; empty where nothing was adopted",
        |_, value, adopted| if adopted { middle(value) } else { Cell::Empty },
    ),
    scale(
        "holds",
        "Middle reading of what holds on NAME afterwards: the text where one was adopted, else the status quo",
        |clause, value, adopted| middle(if adopted { value } else { clause.status_quo }),
    ),
];

const OPTION: Family<ReadClause> = Family {
    prefix: "option",
    kind: ColumnKind::String,
    scale: None,
    values: &[],
    about: "Option of NAME in the text adopted or last tabled",
    read: |clause, value, _| clause.source.in_words(value).into(),
};

fn interval(value: Value) -> Option<(f64, f64)> {
    match value {
        Value::Interval { lo, hi } => Some((lo, hi)),
        Value::Option(_) => None,
    }
}

fn middle(value: Value) -> Cell {
    matches!(value, Value::Interval { .. }).then(|| value.middle()).into()
}

/// The measures of a clause: of a scale its readings, of a choice the option.
pub(super) fn of_clause(place: usize, clause: &ClauseModel) -> Vec<Measure> {
    let families = if clause.options > 0 { std::slice::from_ref(&OPTION) } else { &SCALES };
    let measure = |family: &Family<ReadClause>| {
        let named = Named { name: clause.name.clone(), place };
        family.measure(&clause.name, Part::Text, Source::Clause(named, family.read))
    };
    families.iter().map(measure).collect()
}

type ReadParty = fn(&PartyOutcome) -> Cell;

const PARTIES: [Family<ReadParty>; 4] = [
    Family {
        prefix: "stance",
        kind: ColumnKind::String,
        scale: None,
        values: &["sponsor", "support", "acquiesce", "explain", "object", "against", "observe", "absent"],
        about: "What NAME did with the last text put to the room: object where objections were asked for, against where it \
                voted no, observe where it had no say",
        read: |party| stance(party.stance).into(),
    },
    Family {
        prefix: "vote",
        kind: ColumnKind::String,
        scale: None,
        values: &["yes", "no", "abstain", "absent"],
        about: "How the last text put to the room counts NAME: where the rule asks for objections alone, silence is a yes; \
                whoever has no vote is absent from one",
        read: |party| vote(party.vote).into(),
    },
    Family {
        prefix: "held_out",
        kind: ColumnKind::Boolean,
        scale: None,
        values: &[],
        about: "Whether NAME blocked: it said no at the last attempt that failed",
        read: |party| party.held_out.into(),
    },
    Family {
        prefix: "gain",
        kind: ColumnKind::Number,
        scale: Some(("utility", [-1.0, 1.0])),
        values: &[],
        about: "Gain of NAME over the status quo from what holds afterwards, by its own ideals",
        read: |party| party.gain.into(),
    },
];

/// The measures of a country.
pub(super) fn of_party(place: usize, name: &str) -> Vec<Measure> {
    let named = || Named { name: name.to_owned(), place };
    let measure =
        |family: &Family<ReadParty>| family.measure(name, Part::Stances, Source::Party(named(), family.read));
    PARTIES.iter().map(measure).collect()
}

fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Sponsor => "sponsor",
        Stance::Support => "support",
        Stance::Acquiesce => "acquiesce",
        Stance::Explain => "explain",
        Stance::Object => "object",
        Stance::Against => "against",
        Stance::Observe => "observe",
        Stance::Absent => "absent",
    }
}

fn vote(vote: Vote) -> &'static str {
    match vote {
        Vote::Yes => "yes",
        Vote::No => "no",
        Vote::Abstain => "abstain",
        Vote::Absent => "absent",
    }
}
