//! The objection game and the vote (specification §3.4, §3.5, §3.7).

use plenary::{party::Crowd, scenario::Scenario};

use super::{room::Room, rules::Say, worth::Value};

/// A margin of −1e−9 or more counts as acceptance.
pub const WEAK: f64 = 1e-9;

/// A No that costs less than this is not cast.
const TRIFLE: f64 = 0.02;

/// How everybody stands to the text: margins over what they ask for.
#[derive(Clone, Debug)]
pub struct Margins {
    pub countries: Vec<f64>,
    pub blocs: Vec<f64>,
}

/// What a No costs with this isolation cost, where objections or where votes are asked for.
pub fn price(votes: bool, isolation: f64) -> f64 {
    if votes { (isolation / 2.0).max(TRIFLE) } else { isolation }
}

/// χ(1 − o)^γ.
pub fn isolation(scenario: &Scenario, chi: f64, company: f64) -> f64 {
    chi * libm::pow((1.0 - company).max(0.0), scenario.defaults.isolation_decay)
}

/// What a country's company counts for.
fn weight(scenario: &Scenario, room: &Room, i: usize) -> f64 {
    match scenario.defaults.crowd {
        Crowd::Heads => 1.0,
        Crowd::Materiality => room.countries[i].materiality,
    }
}

/// The share of the others in the room that say no with country i; 0 where there is nobody else.
fn share(scenario: &Scenario, room: &Room, i: usize, no: &[bool]) -> f64 {
    let (mut others, mut company) = (0.0, 0.0);
    for j in (0..no.len()).filter(|&j| room.present[j] && j != i) {
        others += weight(scenario, room, j);
        company += if no[j] { weight(scenario, room, j) } else { 0.0 };
    }
    if others == 0.0 { 0.0 } else { company / others }
}

/// What a bloc's No costs it, its members at its side, and with these countries saying no: as one of the members that it
/// leads, of their mean weight, who has all the others at its side.
pub fn bloc_isolation(scenario: &Scenario, room: &Room, b: usize, no: &[bool]) -> f64 {
    let (mut all, mut beside, mut led, mut members) = (0.0, 0.0, 0.0, 0_u32);
    for i in (0..no.len()).filter(|&i| room.present[i]) {
        let weight = weight(scenario, room, i);
        all += weight;
        if room.led_by[i] == Some(b) {
            led += weight;
            members += 1;
        } else if no[i] {
            beside += weight;
        }
    }
    let one = if members == 0 { 0.0 } else { led / f64::from(members) };
    let company = if all > one { ((led - one + beside) / (all - one)).clamp(0.0, 1.0) } else { 0.0 };
    isolation(scenario, room.blocs[b].voice.as_ref().expect("it speaks").isolation_cost, company)
}

/// The least equilibrium: who says no, and which bloc's line is no.
pub fn least_equilibrium(
    scenario: &Scenario,
    room: &Room,
    margins: &Margins,
    votes: bool,
) -> (Vec<bool>, Vec<bool>) {
    let n = room.countries.len();
    let (mut no, mut line) = (vec![false; n], vec![false; room.blocs.len()]);
    loop {
        let mut next_line = line.clone();
        for b in (0..room.blocs.len()).filter(|&b| room.blocs[b].voice.is_some()) {
            let cost = price(votes, bloc_isolation(scenario, room, b, &no));
            next_line[b] |= margins.blocs[b] + cost < -WEAK;
        }
        let mut next = no.clone();
        for i in (0..n).filter(|&i| room.present[i]) {
            let company = share(scenario, room, i, &no);
            let cost = price(votes, isolation(scenario, room.countries[i].isolation_cost, company));
            let pull = match room.led_by[i] {
                Some(b) if next_line[b] => room.blocs[b].discipline,
                Some(b) => -room.blocs[b].discipline,
                None => 0.0,
            };
            next[i] |= margins.countries[i] + cost < pull - WEAK;
        }
        if next == no && next_line == line {
            return (no, line);
        }
        (no, line) = (next, next_line);
    }
}

/// What everybody says when asked for objections: No is an objection, Yes everything else. And the blocs' lines.
pub fn objections(scenario: &Scenario, room: &Room, margins: &Margins) -> (Vec<Say>, Vec<bool>) {
    let (no, line) = least_equilibrium(scenario, room, margins, false);
    let say = |i: usize| match (room.present[i], no[i]) {
        (false, _) => Say::Absent,
        (true, true) => Say::No,
        (true, false) => Say::Yes,
    };
    ((0..no.len()).map(say).collect(), line)
}

/// What everybody says in a vote on this text, by their surplus over failure. And the blocs' lines.
pub fn votes(scenario: &Scenario, room: &Room, surplus: &Margins, text: &[Value]) -> (Vec<Say>, Vec<bool>) {
    let (no, line) = least_equilibrium(scenario, room, surplus, true);
    let mut says = Vec::new();
    for (i, no) in no.into_iter().enumerate() {
        let g = surplus.countries[i];
        let pull = match room.led_by[i] {
            Some(b) if surplus.blocs[b] >= -WEAK => -room.blocs[b].discipline,
            Some(b) => room.blocs[b].discipline,
            None => 0.0,
        };
        let mut differing = (0..text.len()).filter(|&d| text[d] != room.status_quo[d]).peekable();
        let untouched = differing.peek().is_some() && !differing.any(|d| room.countries[i].cares(d));
        says.push(if !room.present[i] {
            Say::Absent
        } else if no {
            Say::No
        } else if (g.abs() <= WEAK && untouched) || g < pull - WEAK {
            Say::Abstain
        } else {
            Say::Yes
        });
    }
    (says, line)
}
