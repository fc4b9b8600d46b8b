//! What blocs want together, and how they draw their members (specification §3.7).

use plenary::{
    party::Common,
    preference::Position,
    scenario::{Saliences, Scenario},
    text::Clause,
};

use super::{
    room::Wants,
    worth::{Party, Wish},
};

/// P_B by clause; none where no member in the room cares.
pub fn common_position(
    scenario: &Scenario,
    own: &[Wants],
    weights: &[Vec<f64>],
    present: &[bool],
    b: usize,
) -> Vec<Option<f64>> {
    let bloc = scenario.blocs.values().nth(b).expect("a bloc");
    let mut position = Vec::new();
    for (d, (name, clause)) in scenario.clauses.iter().enumerate() {
        let mut members: Vec<(f64, f64)> = Vec::new();
        for i in 0..own.len() {
            let cares = present[i] && weights[i][b] > 0.0 && own[i].1[d] > 0.0;
            if let (true, Wish::Point(p)) = (cares, &own[i].0[d]) {
                members.push((*p, weights[i][b]));
            }
        }
        let median = weighted_median(&members);
        let point = match &bloc.common {
            _ if members.is_empty() => None,
            Common::Median => median,
            Common::Mean => {
                let weight: f64 = members.iter().map(|m| m.1).sum();
                Some(members.iter().map(|(p, w)| p * w).sum::<f64>() / weight)
            }
            Common::InternalVeto if clause.is_ambition() => members.iter().map(|m| m.0).reduce(f64::min),
            Common::InternalVeto => median,
            Common::Leader(leader) => {
                let i = scenario.countries.names().position(|c| c == leader).expect("a leader");
                match &own[i].0[d] {
                    Wish::Point(p) if present[i] && own[i].1[d] > 0.0 => Some(*p),
                    _ => median,
                }
            }
            Common::Stated => match bloc.positions.get(name) {
                Some(Position::Ideal { ideal, .. }) => Some(*ideal),
                _ => median,
            },
        };
        position.push(point);
    }
    position
}

/// The value with half the weight on either side; between two, their mean.
fn weighted_median(members: &[(f64, f64)]) -> Option<f64> {
    let mut sorted = members.to_vec();
    sorted.sort_by(|a, b| a.0.partial_cmp(&b.0).expect("numbers"));
    let half = sorted.iter().map(|m| m.1).sum::<f64>() / 2.0;
    let mut below = 0.0;
    for (k, (p, w)) in sorted.iter().enumerate() {
        below += w;
        if (below - half).abs() < 1e-12 && k + 1 < sorted.len() {
            return Some((p + sorted[k + 1].0) / 2.0);
        }
        if below > half {
            return Some(*p);
        }
    }
    sorted.last().map(|m| m.0)
}

/// p_i + Σ_B w_iB δ_B (P_B − p_i), cut to 0 … 1.
pub fn drawn_to_blocs(
    scenario: &Scenario,
    wishes: &[Wish],
    weights: &[f64],
    positions: &[Vec<Option<f64>>],
) -> Vec<Wish> {
    let mut drawn = wishes.to_vec();
    for (d, wish) in drawn.iter_mut().enumerate() {
        let Wish::Point(p) = *wish else { continue };
        let mut to = p;
        for (b, bloc) in scenario.blocs.values().enumerate() {
            if let Some(common) = positions[b][d] {
                to += weights[b] * bloc.cohesion * (common - p);
            }
        }
        *wish = Wish::Point(to.clamp(0.0, 1.0));
    }
    drawn
}

/// A bloc's voice: its common position, its members' summed materiality and the means of their traits, weighted by
/// membership × materiality; it judges as its first member in the room does. None where no member is there.
pub fn bloc_voice(
    scenario: &Scenario,
    countries: &[Party],
    weights: &[Vec<f64>],
    present: &[bool],
    b: usize,
    position: &[Option<f64>],
) -> Option<Party> {
    let members: Vec<usize> = (0..countries.len()).filter(|&i| present[i] && weights[i][b] > 0.0).collect();
    let first = &countries[*members.first()?];
    let sum = |of: &dyn Fn(usize) -> f64| members.iter().map(|&i| of(i)).sum::<f64>();
    let materiality = sum(&|i| weights[i][b] * countries[i].materiality);
    let mean = |of: &dyn Fn(&Party) -> f64| {
        sum(&|i| weights[i][b] * countries[i].materiality * of(&countries[i])) / materiality
    };
    let mut saliences: Vec<f64> = (0..position.len()).map(|d| mean(&|p| p.saliences[d])).collect();
    let all: f64 = saliences.iter().sum();
    if scenario.saliences == Saliences::Relative && all > 0.0 {
        saliences.iter_mut().for_each(|s| *s /= all);
    }
    let wish = |(d, clause): (usize, &Clause)| match clause {
        Clause::Options(c) => {
            // What an option costs the bloc is what it costs its members on average.
            let salience = mean(&|p| p.saliences[d]);
            let cost = |o: usize| mean(&|p| p.saliences[d] * p.loss_on_option(d, o));
            let loss = |o: usize| if salience > 0.0 { cost(o) / salience } else { 0.0 };
            Wish::Losses((0..c.options.len()).map(loss).collect())
        }
        _ => Wish::Point(position[d].unwrap_or(0.0)),
    };
    let alternatives = sum(&|i| weights[i][b] * countries[i].alternative);
    Some(Party {
        wishes: scenario.clauses.values().enumerate().map(wish).collect(),
        saliences,
        loss: first.loss,
        theta: first.theta,
        vagueness: first.vagueness,
        risk: first.risk,
        materiality,
        alternative: alternatives / sum(&|i| weights[i][b]),
        minimum: None,
        isolation_cost: mean(&|p| p.isolation_cost),
        beta: mean(&|p| p.beta),
        k: mean(&|p| p.k),
    })
}
