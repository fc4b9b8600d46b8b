//! The floor before a vote (specification §5.8).

use std::cmp::Ordering;

use plenary::{
    protocol::{Amendments, ChairRevisions},
    scenario::Scenario,
    voting::Rule,
};

use super::{
    ballot::WEAK,
    draft::{favourite, offers},
    room::Room,
    rules::{Say, carries},
    worth::Value,
};

/// How often amendments are put again.
const SITTINGS: u32 = 100;

/// Amendments, then paragraphs.
pub fn open_floor(
    scenario: &Scenario,
    chair: &ChairRevisions,
    rule: &Rule,
    room: &Room,
    clauses: &[usize],
    text: &mut Vec<Value>,
) {
    let divides = |yes: &[Value], no: &[Value]| carries(scenario, rule, &division(room, yes, no));
    let order = chair.floor.amendments;
    let sittings = match order {
        Amendments::None => 0,
        Amendments::FurthestFirst | Amendments::NearestFirst => 1,
        Amendments::UntilNoneIsCarried => SITTINGS,
    };
    for _ in 0..sittings {
        let mut amended = vec![false; text.len()];
        for (d, wanted) in amendments(room, text, order == Amendments::NearestFirst) {
            let mut changed = text.clone();
            changed[d] = wanted;
            if !amended[d] && divides(&changed, text) {
                *text = changed;
                amended[d] = true;
            }
        }
        if !amended.contains(&true) {
            break;
        }
    }
    if !chair.floor.paragraphs {
        return;
    }
    for &d in clauses {
        let clause = scenario.clauses.values().nth(d).expect("a clause");
        let mut struck = text.clone();
        struck[d] = room.status_quo[d];
        if offers(clause, room.status_quo[d]) && struck != *text && !divides(text, &struck) {
            *text = struck;
        }
    }
}

/// Each voice's language on the clause that costs it most, clause by clause, the furthest or the nearest first.
fn amendments(room: &Room, text: &[Value], nearest_first: bool) -> Vec<(usize, Value)> {
    let mut moved: Vec<(usize, f64, Value)> = Vec::new();
    for voice in room.voices() {
        let party = room.party(voice);
        let mut most = (0.0, None);
        for d in (0..text.len()).filter(|&d| party.cares(d)) {
            let loss = party.saliences[d] * party.loss_on(d, text[d]);
            if loss > most.0 {
                most = (loss, Some(d));
            }
        }
        let Some(d) = most.1 else { continue };
        let wanted = favourite(&(party.wishes.clone(), party.saliences.clone()), d).expect("it cares");
        let far = distance(wanted, text[d]);
        if far > 0.0 {
            moved.push((d, far, wanted));
        }
    }
    moved.sort_by(|a, b| {
        let by_distance = a.1.partial_cmp(&b.1).expect("numbers");
        let by_distance = if nearest_first { by_distance } else { by_distance.reverse() };
        match a.0.cmp(&b.0) {
            Ordering::Equal => by_distance,
            by_clause => by_clause,
        }
    });
    moved.into_iter().map(|(d, _, wanted)| (d, wanted)).collect()
}

fn distance(a: Value, b: Value) -> f64 {
    match (a, b) {
        (Value::Span(a, b), Value::Span(c, d)) => ((a + b) / 2.0 - (c + d) / 2.0).abs(),
        (a, b) => f64::from(u8::from(a != b)),
    }
}

/// Sincere votes between two texts.
fn division(room: &Room, yes: &[Value], no: &[Value]) -> Vec<Say> {
    let say = |i: usize| {
        let gain = room.countries[i].utility(yes) - room.countries[i].utility(no);
        match room.present[i] {
            false => Say::Absent,
            true if gain > WEAK => Say::Yes,
            true if gain < -WEAK => Say::No,
            true => Say::Abstain,
        }
    };
    (0..room.countries.len()).map(say).collect()
}
