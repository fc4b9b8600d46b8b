//! Levers and ways as tables.

use super::{Lever, Lifted, Standing, Way, What, share};
use crate::study::table::{Cell, Column, ColumnKind, DataTable, Row};

impl Standing {
    /// As it is written in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reaches => "reaches",
            Self::Open => "open",
            Self::Misses => "misses",
            Self::Idle => "idle",
            Self::Undefined => "undefined",
        }
    }
}

fn column(name: &str, kind: ColumnKind, about: &str) -> Column {
    Column::new(name, kind, about)
}

/// Every lever by itself.
pub fn levers_table(lifted: &Lifted) -> DataTable {
    use ColumnKind::{Boolean, Integer, Number, String};
    let standing = "reaches (some dose is sure to), open (cannot be told), misses (every dose tried is sure to), idle (no \
                    negotiation changes) or undefined";
    let columns = vec![
        column(
            "lever",
            String,
            "The lever: a dial, as failure:NAME:up, a switch of the scenario, or a treatment",
        ),
        column("kind", String, "dial, switch (the scenario documents it) or treatment (tried on any case)"),
        column("standing", String, standing),
        column("cost", Number, "What a whole dose costs: as the scenario states, else 1"),
        column(
            "dose",
            Number,
            "The smallest dose that reaches the target, as a share of a whole one; empty where none does",
        ),
        column(
            "dose_low",
            Number,
            "Least dose that may be the smallest (95 %); empty where that may be none",
        ),
        column("dose_high", Number, "Greatest dose that may be; empty where that may lie beyond the range"),
        column("cost_of_dose", Number, "What that dose costs"),
        column("value_now", Number, "Value where the dial begins; empty for switches"),
        column("value", Number, "Value at that dose"),
        column("value_low", Number, "Value at dose_low"),
        column("value_high", Number, "Value at dose_high"),
        column("jumps", Boolean, "Whether the measure jumps over the bound there"),
        column(
            "lost_at",
            Number,
            "Value of a greater dose that surely misses the target again; empty where none was seen",
        ),
        column(
            "at",
            Number,
            "The dose of the level: the smallest that reaches the target, else the one that comes nearest",
        ),
        column("level", Number, "Mean or rate of the measure at that dose"),
        column("level_low", Number, "Lower end of its 95 % interval"),
        column("level_high", Number, "Upper end"),
        column("negotiations", Integer, "Negotiations of that dose"),
        column("defined", Integer, "In how many of them the measure is defined"),
    ];
    DataTable { columns, rows: lifted.levers.iter().map(lever_row).collect() }
}

fn lever_row(lever: &Lever) -> Row {
    let kind = match &lever.what {
        What::Dial(_) => "dial",
        What::Switch { question: None, .. } => "switch",
        What::Switch { .. } => "treatment",
    };
    let is_reached = matches!(lever.standing, Standing::Reaches) || lever.dose.is_some();
    let value = |share: Option<f64>| Cell::from(share.and_then(|share| lever.value(share)));
    let dose = lever.dose;
    let (low, high) = (dose.and_then(|d| d.low), dose.and_then(|d| d.high));
    let level = lever.level;
    vec![
        lever.name.clone().into(),
        kind.into(),
        lever.standing.name().into(),
        lever.cost.into(),
        is_reached.then_some(lever.at).into(),
        low.into(),
        high.into(),
        is_reached.then(|| lever.cost_at()).into(),
        lever.from().into(),
        value(dose.map(|d| d.share)),
        value(low),
        value(high),
        dose.map(|d| d.jumps).into(),
        value(dose.and_then(|d| d.lost)),
        lever.at.into(),
        level.and_then(|l| l.mean).into(),
        level.and_then(|l| l.low).into(),
        level.and_then(|l| l.high).into(),
        level.map(|l| l.of).into(),
        level.map(|l| l.defined).into(),
    ]
}

/// The cheapest ways.
pub fn ways_table(lifted: &Lifted) -> DataTable {
    use ColumnKind::{Boolean, Integer, Number, String};
    let columns = vec![
        column("way", String, "The levers and their doses, as shares of a whole one"),
        column("levers", Integer, "How many levers"),
        column("cost", Number, "What they cost together"),
        column("reaches", Boolean, "Whether it surely reaches the target; else it cannot be told"),
        column("place_first", Integer, "First place that it may have, by cost"),
        column("place_last", Integer, "Last"),
        column("level", Number, "Mean or rate of the measure"),
        column(
            "level_low",
            Number,
            "Lower end of an interval that holds together with those of all candidates at 95 %",
        ),
        column("level_high", Number, "Upper end"),
        column("negotiations", Integer, "Negotiations"),
        column(
            "interaction",
            Number,
            "What they do together beyond the sum of what each does alone; empty for one",
        ),
        column(
            "interaction_low",
            Number,
            "Lower end of an interval that holds together with those of all ways at 95 %",
        ),
        column("interaction_high", Number, "Upper end"),
        column("settings", String, "Parameters and values that make it"),
    ];
    DataTable { columns, rows: lifted.ways.iter().map(|way| way_row(lifted, way)).collect() }
}

fn way_row(lifted: &Lifted, way: &Way) -> Row {
    let part = |part: &super::Part| format!("{} {}", lifted.levers[part.lever].name, share(part.dose));
    let settings = lifted.settings(way);
    let settings: Vec<String> = settings.iter().map(|(path, value)| format!("{path}={value}")).collect();
    let interaction = way.interaction;
    vec![
        way.parts.iter().map(part).collect::<Vec<_>>().join(" + ").into(),
        (way.parts.len() as u64).into(),
        way.cost.into(),
        way.is_sure.into(),
        way.places.map(|p| p.first as u64).into(),
        way.places.map(|p| p.last as u64).into(),
        way.level.mean.into(),
        way.level.low.into(),
        way.level.high.into(),
        way.level.of.into(),
        interaction.and_then(|m| m.mean).into(),
        interaction.and_then(|m| m.low).into(),
        interaction.and_then(|m| m.high).into(),
        settings.join("; ").into(),
    ]
}
