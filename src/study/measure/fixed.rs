//! The measures that every case has. To add one, add a line here.

use super::{Measure, Part, Source};
use crate::{
    outcome::{Conclusion, Emergence, Label, Outcome},
    study::table::{Cell, Column, ColumnKind},
};

/// A measure of any outcome.
#[derive(Debug)]
pub(in crate::study) struct Fixed {
    /// Its name in tables and on the command line.
    pub name: &'static str,
    /// A few words for headings and axes.
    label: &'static str,
    /// What its cells hold.
    pub kind: ColumnKind,
    unit: Option<&'static str>,
    range: Option<[f64; 2]>,
    values: fn() -> Vec<String>,
    part: Option<Part>,
    /// What it means and when it is empty, in a sentence.
    about: &'static str,
    /// How it is read off an outcome.
    pub read: fn(&Outcome) -> Cell,
}

impl Fixed {
    /// The same as one of a case's measures.
    pub fn measure(&self) -> Measure {
        let column = Column {
            unit: self.unit.map(str::to_owned),
            range: self.range,
            values: (self.values)(),
            ..Column::new(self.name, self.kind, self.about)
        };
        Measure {
            column,
            label: self.label.to_owned(),
            part: self.part,
            source: Source::Outcome(self.read),
            condition: None,
        }
    }

    const fn of(self, part: Part) -> Self {
        Self { part: Some(part), ..self }
    }
}

type Read = fn(&Outcome) -> Cell;

const fn any(
    kind: ColumnKind,
    (name, label): (&'static str, &'static str),
    about: &'static str,
    read: Read,
) -> Fixed {
    Fixed { name, label, kind, unit: None, range: None, values: Vec::new, part: None, about, read }
}

const fn boolean(names: (&'static str, &'static str), about: &'static str, read: Read) -> Fixed {
    any(ColumnKind::Boolean, names, about, read)
}

const fn string(
    names: (&'static str, &'static str),
    values: fn() -> Vec<String>,
    about: &'static str,
    read: Read,
) -> Fixed {
    Fixed { values, ..any(ColumnKind::String, names, about, read) }
}

const fn depth(names: (&'static str, &'static str), about: &'static str, read: Read) -> Fixed {
    Fixed { unit: Some("depth"), range: Some([0.0, 1.0]), ..any(ColumnKind::Number, names, about, read) }
}

const fn index(names: (&'static str, &'static str), about: &'static str, read: Read) -> Fixed {
    Fixed { range: Some([0.0, 1.0]), ..any(ColumnKind::Number, names, about, read) }
}

/// Rounds: a scenario has at most 100,000.
const fn rounds(names: (&'static str, &'static str), about: &'static str, read: Read) -> Fixed {
    Fixed { unit: Some("rounds"), range: Some([0.0, 1e5]), ..any(ColumnKind::Integer, names, about, read) }
}

/// Members: a scenario has far fewer than 65,536.
const fn members(names: (&'static str, &'static str), about: &'static str, read: Read) -> Fixed {
    Fixed {
        unit: Some("members"),
        range: Some([0.0, 65_535.0]),
        ..any(ColumnKind::Integer, names, about, read)
    }
}

/// Guaranteed depth G of what holds afterwards: of the text where one is adopted, else of the status quo.
pub fn guaranteed_depth(outcome: &Outcome) -> f64 {
    if outcome.conclusion.adopted() { outcome.guaranteed_depth } else { outcome.realised_depth }
}

fn where_adopted(outcome: &Outcome, cell: impl Into<Cell>) -> Cell {
    if outcome.conclusion.adopted() { cell.into() } else { Cell::Empty }
}

/// Every fixed measure, in the order of the columns.
pub(in crate::study) static FIXED: &[Fixed] = &[
    string(
        ("outcome", "outcome"),
        || Label::ALL.map(|label| format!("{label:?}")).to_vec(),
        "Name of the outcome",
        |o| format!("{:?}", o.label).into(),
    ),
    boolean(("adopted", "adopted"), "Whether a text was adopted", |o| o.conclusion.adopted().into()),
    string(
        ("conclusion", "conclusion"),
        || CONCLUSIONS.map(str::to_owned).to_vec(),
        "How it ended",
        |o| conclusion(o.conclusion).into(),
    ),
    members(("yes", "Yes votes"), "Members that voted yes in the vote that decided; empty where none was taken", |o| {
        o.votes.map(|votes| votes.yes).into()
    }),
    members(("no", "No votes"), "Members that voted no in the vote that decided; empty where none was taken", |o| {
        o.votes.map(|votes| votes.no).into()
    }),
    members(
        ("abstain", "abstentions"),
        "Members that abstained in the vote that decided; empty where none was taken",
        |o| o.votes.map(|votes| votes.abstain).into(),
    ),
    rounds(("round", "round"), "Round in which it ended", |o| o.round.into()),
    rounds(("adoption_round", "round of adoption"), "Round of adoption; empty where nothing was adopted", |o| {
        where_adopted(o, o.round)
    }),
    depth(
        ("realised_depth", "depth"),
        "Depth D of what holds afterwards: of the text where one was adopted, else of the status quo",
        |o| o.realised_depth.into(),
    ),
    depth(
        ("guaranteed_depth", "guaranteed depth"),
        "Guaranteed depth G of what holds afterwards: on its least demanding reading",
        |o| guaranteed_depth(o).into(),
    ),
    depth(
        ("depth_by_participation", "guaranteed depth × participation"),
        "Guaranteed depth of what holds afterwards × participation",
        |o| (guaranteed_depth(o) * o.participation).into(),
    ),
    depth(("tabled_depth", "tabled depth"), "Depth D of the text adopted or last tabled", |o| o.depth.into()),
    depth(
        ("tabled_guaranteed_depth", "tabled guaranteed depth"),
        "Guaranteed depth G of the text adopted or last tabled",
        |o| o.guaranteed_depth.into(),
    ),
    depth(("draft_depth", "depth of the draft"), "Depth D of the first draft", |o| o.draft_depth.into()),
    depth(
        ("depth_lcd", "D^L"),
        "D^L: every clause at its least ambitious party's wish, never below the status quo, over those with a voice",
        |o| o.benchmarks[0].into(),
    ),
    depth(("depth_tolerated", "D^T"), "D^T: every clause at what all with a voice still accept", |o| {
        o.benchmarks[1].into()
    }),
    depth(("depth_reference", "D^R"), "D^R: every clause at the median wish of those with a voice", |o| {
        o.benchmarks[2].into()
    }),
    depth(("depth_lcd_of_all", "D^L of all"), "D^L over all members, the absent included, observers not", |o| {
        o.benchmarks_of_all[0].into()
    }),
    depth(("depth_tolerated_of_all", "D^T of all"), "D^T over all members, the absent included", |o| {
        o.benchmarks_of_all[1].into()
    }),
    depth(("depth_reference_of_all", "D^R of all"), "D^R over all members, the absent included", |o| {
        o.benchmarks_of_all[2].into()
    }),
    index(
        ("lcd_index", "LCD index"),
        "Λ of the text adopted or last tabled: 1 at the lowest common denominator (D^L), 0 at the median wish; empty without \
         a conflict of ambition",
        |o| o.index.into(),
    ),
    index(
        ("lcd_index_guaranteed", "guaranteed LCD index"),
        "Λ of its guaranteed depth; empty without a conflict of ambition",
        |o| o.guaranteed_index.into(),
    ),
    boolean(
        ("lcd", "LCD"),
        "Whether a lowest-common-denominator (LCD) text was adopted; a text that changes nothing is a deferral and none",
        |o| o.lcd.into(),
    ),
    boolean(
        ("lcd_in_substance", "LCD in substance"),
        "Whether a text was adopted that commits to no more than the LCD, whatever its words",
        |o| o.lcd_in_substance.into(),
    ),
    boolean(
        ("lcd_given_adopted", "LCD, of texts adopted"),
        "Whether the text adopted is an LCD text; empty where nothing was adopted",
        |o| where_adopted(o, o.lcd),
    ),
    boolean(
        ("lcd_in_substance_given_adopted", "LCD in substance, of texts adopted"),
        "Whether the text adopted commits to no more than the LCD; empty where nothing was adopted",
        |o| where_adopted(o, o.lcd_in_substance),
    ),
    boolean(("laggard_bound", "a laggard binds"), "Whether a laggard binds the text", |o| {
        o.laggard_bound.into()
    }),
    boolean(("emerged", "LCD emerged"), "Whether it is an LCD text that was diluted on the way", |o| {
        matches!(o.emergence, Emergence::Round(_)).into()
    }),
    boolean(("by_design", "LCD by design"), "Whether it is an LCD text that started there", |o| {
        (o.emergence == Emergence::ByDesign).into()
    }),
    rounds(
        ("emergence_round", "round of emergence"),
        "Round in which an LCD text that was diluted fell there; empty elsewhere",
        |o| match o.emergence {
            Emergence::Round(round) => round.into(),
            Emergence::None | Emergence::ByDesign => Cell::Empty,
        },
    ),
    depth(
        ("depth_without_laggards", "depth without the laggards' veto"),
        "Realised depth on the same draws without the laggards' veto; empty where all are laggards",
        |o| o.without_laggards.into(),
    )
    .of(Part::Counterfactual),
    Fixed {
        range: Some([-1.0, 1.0]),
        ..depth(
            ("rise_without_laggards", "rise without the laggards' veto"),
            "Rise of realised depth without the laggards' veto, on the same draws; empty where all are laggards",
            |o| o.without_laggards.map(|without| without - o.realised_depth).into(),
        )
        .of(Part::Counterfactual)
    },
    Fixed {
        unit: Some("share of materiality"),
        ..index(
            ("participation", "participation"),
            "Share of materiality in the room at the end; of the signatories where the text binds them alone",
            |o| o.participation.into(),
        )
    },
    boolean(
        ("fixed_points_differ", "equilibria differ"),
        "Whether silence and uproar would have ended differently",
        |o| o.fixed_points_differ.into(),
    ),
];

const CONCLUSIONS: [&str; 7] =
    ["consensus", "vote", "signed", "called vote", "fallback vote", "deadlock", "walk-out"];

fn conclusion(conclusion: Conclusion) -> &'static str {
    let place = match conclusion {
        Conclusion::Consensus => 0,
        Conclusion::Vote { .. } => 1,
        Conclusion::Signed { .. } => 2,
        Conclusion::FallbackVote { called: true, .. } => 3,
        Conclusion::FallbackVote { called: false, .. } => 4,
        Conclusion::Deadlock => 5,
        Conclusion::WalkOut => 6,
    };
    CONCLUSIONS[place]
}
