//! One row for each replicate, for spreadsheets and statistics.

use crate::{
    model::Model,
    outcome::{Conclusion, Emergence, Outcome},
    random::Seed,
    stance::Stance,
    text::Value,
};

/// The names of the columns, in order.
pub fn columns(model: &Model) -> Vec<String> {
    let fixed = [
        "scenario_hash",
        "seed",
        "replicate",
        "outcome",
        "adopted",
        "conclusion",
        "round",
        "depth",
        "guaranteed_depth",
        "realised_depth",
        "draft_depth",
        "depth_lcd",
        "depth_tolerated",
        "depth_reference",
        "depth_lcd_of_all",
        "depth_tolerated_of_all",
        "depth_reference_of_all",
        "lcd_index",
        "lcd_index_guaranteed",
        "lcd",
        "lcd_in_substance",
        "laggard_bound",
        "emergence",
        "depth_without_laggards",
        "participation",
        "fixed_points_differ",
    ];
    let mut columns: Vec<String> = fixed.into_iter().map(str::to_owned).collect();
    for clause in &model.clauses {
        if clause.options > 0 {
            columns.push(format!("option:{}", clause.name));
        } else {
            columns.push(format!("low:{}", clause.name));
            columns.push(format!("high:{}", clause.name));
        }
    }
    columns.extend(model.countries.iter().map(|c| format!("stance:{}", c.name)));
    columns.extend(model.countries.iter().map(|c| format!("gain:{}", c.name)));
    columns
}

/// An outcome as a row; numbers in full, so that they can be read back to the bit.
pub fn row(model: &Model, hash: &str, seed: Seed, outcome: &Outcome) -> Vec<String> {
    let number = |x: f64| x.to_string();
    let maybe = |x: Option<f64>| x.map_or_else(String::new, number);
    let mut row = vec![
        hash.to_owned(),
        seed.to_string(),
        outcome.replicate.to_string(),
        format!("{:?}", outcome.label),
        outcome.conclusion.adopted().to_string(),
        conclusion(outcome.conclusion).to_owned(),
        outcome.round.to_string(),
        number(outcome.depth),
        number(outcome.guaranteed_depth),
        number(outcome.realised_depth),
        number(outcome.draft_depth),
    ];
    row.extend(outcome.yardsticks.into_iter().chain(outcome.yardsticks_of_all).map(number));
    row.extend([
        maybe(outcome.index),
        maybe(outcome.guaranteed_index),
        outcome.lcd.to_string(),
        outcome.lcd_in_substance.to_string(),
        outcome.laggard_bound.to_string(),
        match outcome.emergence {
            Emergence::None => String::new(),
            Emergence::ByDesign => "by design".to_owned(),
            Emergence::Round(round) => round.to_string(),
        },
        maybe(outcome.without_laggards),
        number(outcome.participation),
        outcome.fixed_points_differ.to_string(),
    ]);
    for (clause, value) in model.clauses.iter().zip(&outcome.text.0) {
        match *value {
            Value::Interval { lo, hi } => row.extend([number(lo), number(hi)]),
            Value::Option(_) => row.push(clause.source.in_words(*value)),
        }
    }
    row.extend(outcome.parties.iter().map(|p| stance(p.stance).to_owned()));
    row.extend(outcome.parties.iter().map(|p| number(p.gain)));
    row
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
