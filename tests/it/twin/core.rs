//! The core of a rule, clause by clause: what the floor would leave alone (specification §5.2).

use plenary::{scenario::Scenario, voting::Rule};

use super::{
    room::Room,
    rules::{Say, carries},
    worth::{Value, Wish},
};

/// What no amendment to one clause can beat.
#[derive(Clone, Debug)]
pub enum Core {
    /// Texts whose midpoint lies between these.
    Between(f64, f64),
    /// These options.
    Options(Vec<usize>),
}

impl Core {
    pub fn allows(&self, value: Value) -> bool {
        match (self, value) {
            (Self::Between(low, high), Value::Span(lo, hi)) => {
                let middle = (lo + hi) / 2.0;
                *low - 1e-12 <= middle && middle <= *high + 1e-12
            }
            (Self::Options(options), Value::Option(o)) => options.contains(&o),
            (core, value) => panic!("{core:?} of {value:?}"),
        }
    }
}

/// K_d for every clause.
pub fn cores(scenario: &Scenario, rule: &Rule, room: &Room) -> Vec<Core> {
    (0..scenario.clauses.len()).map(|d| core(scenario, rule, room, d)).collect()
}

fn core(scenario: &Scenario, rule: &Rule, room: &Room, d: usize) -> Core {
    let with_a_stake: Vec<usize> =
        (0..room.countries.len()).filter(|&i| room.present[i] && room.countries[i].cares(d)).collect();
    if let plenary::text::Clause::Options(c) = scenario.clauses.values().nth(d).expect("a clause") {
        return options(scenario, rule, room, d, &with_a_stake, c.options.len());
    }
    if with_a_stake.is_empty() {
        return Core::Between(0.0, 1.0);
    }
    let ideal = |i: usize| match &room.countries[i].wishes[d] {
        Wish::Point(p) => *p,
        Wish::Losses(_) => panic!("options on a scale"),
    };
    let ideals: Vec<(usize, f64)> = with_a_stake.iter().map(|&i| (i, ideal(i))).collect();
    let by_rule = ends(&ideals, |yes| {
        carries(scenario, rule, &votes(room, &with_a_stake, |i| if yes(i) { Say::Yes } else { Say::No }))
    });
    let (low, high) = if by_rule.0 <= by_rule.1 {
        by_rule
    } else {
        ends(&ideals, |yes| 2 * with_a_stake.iter().filter(|&&i| yes(i)).count() > with_a_stake.len())
    };
    Core::Between(low, high)
}

/// L_d and U_d.
fn ends(ideals: &[(usize, f64)], carries: impl Fn(&dyn Fn(usize) -> bool) -> bool) -> (f64, f64) {
    let of = |i: usize| ideals.iter().find(|(j, _)| *j == i).expect("an ideal").1;
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let points = ideals.iter().map(|(_, p)| *p).chain([0.0, 1.0]);
    for p in points {
        if !carries(&|i| of(i) > p) {
            low = low.min(p);
        }
        if !carries(&|i| of(i) < p) {
            high = high.max(p);
        }
    }
    (low, high)
}

/// Those with a stake vote, the others in the room abstain.
fn votes(room: &Room, with_a_stake: &[usize], vote: impl Fn(usize) -> Say) -> Vec<Say> {
    let say = |i: usize| match room.present[i] {
        false => Say::Absent,
        true if with_a_stake.contains(&i) => vote(i),
        true => Say::Abstain,
    };
    (0..room.countries.len()).map(say).collect()
}

/// Options that no other beats; all where there is none.
fn options(
    scenario: &Scenario,
    rule: &Rule,
    room: &Room,
    d: usize,
    with_a_stake: &[usize],
    n: usize,
) -> Core {
    let loses = |i: usize, o: usize| room.countries[i].loss_on(d, Value::Option(o));
    let beats = |other: usize, o: usize| {
        let vote = |i: usize| {
            if loses(i, other) < loses(i, o) {
                Say::Yes
            } else if loses(i, other) > loses(i, o) {
                Say::No
            } else {
                Say::Abstain
            }
        };
        carries(scenario, rule, &votes(room, with_a_stake, vote))
    };
    let unbeaten: Vec<usize> =
        (0..n).filter(|&o| !(0..n).any(|other| other != o && beats(other, o))).collect();
    Core::Options(if unbeaten.is_empty() { (0..n).collect() } else { unbeaten })
}
