//! The loops over parties, at every width of the machine.

use plenary::{
    model::{Appraisal, Model, Preferences, Width},
    negotiation::Realisation,
    text::{ClauseId, Text, Value},
};

use crate::harness;

/// Every width gives the same bits: of a text judged, and of each clause changed.
pub fn same_bits(bytes: &[u8]) -> bool {
    let Some(scenario) = std::str::from_utf8(bytes).ok().and_then(harness::read) else { return false };
    if scenario.is_body() || scenario.countries.len() * scenario.clauses.len() > 4_000 {
        return false;
    }
    let model = Model::compile(&scenario).expect("a sound scenario compiles");
    let room = Realisation::as_stated(&model);
    let widths = Width::all();
    let first = worked_out(&model, &room.national, widths[0]);
    for width in &widths[1..] {
        assert!(first == worked_out(&model, &room.national, *width), "{width:?}");
    }
    true
}

fn worked_out(model: &Model, preferences: &Preferences, width: Width) -> Vec<u64> {
    let mut preferences = preferences.clone();
    preferences.set_width(width);
    let text = Text(model.clauses().iter().map(|clause| clause.status_quo).collect());
    let mut appraisal = Appraisal::default();
    appraisal.judge(&preferences, &text);
    let mut seen: Vec<u64> = appraisal.totals().iter().map(|x| x.to_bits()).collect();
    for (d, value) in text.0.iter().enumerate() {
        if let Value::Interval { lo, hi } = *value {
            let wider = Value::Interval { lo: lo / 2.0, hi: f64::midpoint(hi, 1.0) };
            appraisal.rejudge(&preferences, ClauseId::new(d), wider);
        }
        seen.extend(appraisal.losses(ClauseId::new(d)).iter().map(|x| x.to_bits()));
        seen.extend(appraisal.utilities().iter().map(|x| x.to_bits()));
    }
    seen
}
