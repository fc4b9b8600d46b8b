//! Element 7: submodels, each with its equation, its module and its parameters in the case.

use serde::Serialize;

use crate::{
    printable::markdown,
    scenario::{Scenario, written},
};

/// Name, module, equation and parameters of a submodel.
type Submodel = (&'static str, &'static str, &'static str, String);

pub fn render(scenario: &Scenario) -> String {
    let mut out =
        "## 7. Submodels\n\n| submodel | module | equation | in this case |\n|---|---|---|---|\n".to_owned();
    for (name, module, equation, parameters) in of_parties(scenario).into_iter().chain(of_procedure(scenario))
    {
        let cell = |text: &str| if text.is_empty() { "–".to_owned() } else { text.replace('|', "\\|") };
        out.push_str(&format!("| {name} | `{module}` | {} | {} |\n", cell(equation), cell(&parameters)));
    }
    out.push_str(
        "\nEach module's documentation gives the equation with its domain, guarantees and source.\n",
    );
    out
}

fn of_parties(scenario: &Scenario) -> Vec<Submodel> {
    let d = &scenario.defaults;
    vec![
        (
            "Utility",
            "preference",
            "u(x) = 1 − Σ ω_d |x_d − p_d| for city-block loss; an interval is read as θ·min + (1 − θ)·mean + κ_a·width",
            format!(
                "loss {}, θ = {}, κ_a = {}, α = {}",
                ron(&d.loss),
                d.reading.theta,
                d.reading.vagueness,
                d.risk
            ),
        ),
        (
            "Reservation",
            "preference",
            "r = u(q) + max(−c, g); g = b, or σ (u(y) − u(q)) for a club with text y and reach σ; −c without an outside option",
            format!("c = {} where a country states none", d.cost_of_failure),
        ),
        (
            "Demand",
            "tactic",
            "a(t) = r + (1 − F)(1 − r), F = k + (1 − k)(t/T)^{1/β}",
            format!("(β, k) by power: `{}`", ron(&d.tactic)),
        ),
        (
            "Stance",
            "stance",
            "object iff s < −χ(1 − o)^γ, s = u(x) − a(t), o the share of others objecting; least fixed point from silence",
            format!(
                "χ by power: `{}`, γ = {}, counted by {:?}",
                ron(&d.isolation_cost),
                d.isolation_decay,
                d.crowd
            ),
        ),
        (
            "Vote",
            "negotiation::Ballot",
            "yes iff s ≥ 0; no iff s < −max(.02, ½χ(1 − o)^γ); else abstain",
            String::new(),
        ),
    ]
}

fn of_procedure(scenario: &Scenario) -> Vec<Submodel> {
    let d = &scenario.defaults;
    vec![
        (
            "Rule",
            "voting",
            "exact counts over heads, weights or population; quotas by cross-multiplication",
            markdown(&scenario.rule.to_string()).replace("\\|", "|"),
        ),
        (
            "Revision",
            "negotiation",
            "the chair's weighted shortfall Σ m_i max(0, a_i − τ_i − u_i) over the cheapest sufficient coalition, lowered by the move \
             that lowers it most",
            "settings: element 3".to_owned(),
        ),
        (
            "Departure",
            "negotiation",
            "a country leaves after w texts in a row with u(x) < r − exit margin",
            format!("margin {}, w = {}", d.exit_margin, d.exit_after),
        ),
        (
            "Benchmarks",
            "benchmark",
            "L_d = max(q_d, min p_id), T_d = min ceiling, D^R the median's; Λ = 1 − clip((D − D^L)/(D^R − D^L), 0, 1)",
            String::new(),
        ),
        (
            "Outcome",
            "outcome",
            "the first branch that holds of: walk-out, deadlock, deferral, coalition of the willing, contested vote, hollow, \
             carve-out, LCD, substantive, compromise",
            format!("thresholds: `{}`", ron(&scenario.thresholds)),
        ),
    ]
}

/// A setting as it is written in a scenario file.
fn ron(setting: &impl Serialize) -> String {
    written(setting).unwrap_or_default()
}
