//! The first draft (specification §5.1, §3.8).

use plenary::{protocol::Draft, scenario::Scenario, text::Clause};

use super::{
    room::{Room, Wants, firm_wants, lobbied, moved},
    worth::{Value, Wish},
};

/// The text with which the negotiation begins.
pub fn first_draft(scenario: &Scenario, room: &Room, draft: &Draft) -> Vec<Value> {
    let clauses = scenario.clauses.iter().enumerate();
    clauses
        .map(|(d, (name, clause))| match draft {
            Draft::Mean => mean(room, clause, d),
            Draft::StatusQuo => room.status_quo[d],
            Draft::AgreedLanguage => agreed(clause).unwrap_or(room.status_quo[d]),
            Draft::Given(values) => {
                values.get(name).map_or_else(|| mean(room, clause, d), |x| Value::Span(*x, *x))
            }
            Draft::Sponsor(sponsor) => favourite(&sponsors_wants(scenario, room, sponsor), d)
                .unwrap_or_else(|| mean(room, clause, d)),
            Draft::Recognised => panic!("recognition is drawn"),
        })
        .collect()
}

/// What firms make of a chair's draft.
pub fn lobbied_draft(scenario: &Scenario, mut text: Vec<Value>) -> Vec<Value> {
    let chair = scenario.protocol.chair().expect("a chair");
    for (d, value) in text.iter_mut().enumerate() {
        if let Value::Span(x, _) = *value {
            let efforts = scenario.firms.values().map(|f| f.drafting);
            let x = moved(scenario, d, x, efforts, chair.drafting_resistance, chair.drafting_cap);
            *value = Value::Span(x, x);
        }
    }
    text
}

fn agreed(clause: &Clause) -> Option<Value> {
    let x = match clause {
        Clause::Ambition(c) => c.agreed,
        Clause::Positional(c) => c.agreed,
        Clause::Scope(c) => c.agreed,
        Clause::Options(_) => None,
    }?;
    Some(Value::Span(x, x))
}

/// Σ m ω p / Σ m ω over the voices; of options, the one with the least loss weighted in this way; the status quo where
/// nobody cares.
fn mean(room: &Room, clause: &Clause, d: usize) -> Value {
    let (mut weight, mut sum) = (0.0, 0.0);
    let mut losses: Vec<f64> = Vec::new();
    for voice in room.voices() {
        let party = room.party(voice);
        let m = party.materiality * party.saliences[d];
        if m == 0.0 {
            continue;
        }
        weight += m;
        match &party.wishes[d] {
            Wish::Point(p) => sum += m * p,
            Wish::Losses(of) => {
                losses.resize(of.len(), 0.0);
                losses.iter_mut().zip(of).for_each(|(l, of)| *l += m * of);
            }
        }
    }
    if weight == 0.0 {
        // Where nothing holds without a text either, the first option.
        if offers(clause, room.status_quo[d]) { room.status_quo[d] } else { Value::Option(0) }
    } else if losses.is_empty() {
        Value::Span(sum / weight, sum / weight)
    } else {
        Value::Option(least(&losses))
    }
}

/// Whether a clause can say this: not where it stands for none of the options.
pub fn offers(clause: &Clause, value: Value) -> bool {
    match (clause, value) {
        (Clause::Options(c), Value::Option(o)) => o < c.options.len(),
        _ => true,
    }
}

fn least(losses: &[f64]) -> usize {
    let mut best = 0;
    for o in 1..losses.len() {
        if losses[o] < losses[best] {
            best = o;
        }
    }
    best
}

/// The value that somebody likes best on a clause it cares about.
pub fn favourite((wishes, saliences): &Wants, d: usize) -> Option<Value> {
    (saliences[d] > 0.0).then(|| match &wishes[d] {
        Wish::Point(p) => Value::Span(*p, *p),
        Wish::Losses(losses) => Value::Option(least(losses)),
    })
}

fn sponsors_wants(scenario: &Scenario, room: &Room, name: &str) -> Wants {
    if let Some(i) = scenario.countries.names().position(|c| c == name) {
        return lobbied(scenario)[i].clone();
    }
    if let Some(b) = scenario.blocs.names().position(|b| b == name) {
        return room.blocs[b].as_sponsor.clone();
    }
    firm_wants(scenario, name).expect("a party")
}
