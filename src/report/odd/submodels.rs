//! Element 7: submodels, each with its equation, its module and the values of this case.

use crate::scenario::{Scenario, written};

pub fn render(scenario: &Scenario) -> String {
    let d = &scenario.defaults;
    let say = |part: Option<String>| part.unwrap_or_default();
    let models: [(&str, &str, String, String); 10] = [
        (
            "Utility",
            "preference",
            "u(x) = 1 − Σ ω_d |x_d − p_d| for city-block loss; an interval is read as θ·min + (1 − θ)·mean + κ_a·width".to_owned(),
            format!("loss {}, θ = {}, κ_a = {}, α = {}", say(written(&d.loss)), d.reading.theta, d.reading.vagueness, d.risk),
        ),
        (
            "Reservation",
            "preference",
            "r = max(u(q) − c, u(q) + b), b the outside option where there is one".to_owned(),
            format!("c = {} where a country states none", d.cost_of_failure),
        ),
        (
            "Demand",
            "tactic",
            "a(t) = r + (1 − F)(1 − r), F = k + (1 − k)(t/T)^{1/β}".to_owned(),
            format!("(β, k) by power: `{}`", say(written(&d.tactic))),
        ),
        (
            "Stance",
            "stance",
            "object iff s < −χ(1 − o)^γ, s = u(x) − a(t), o the share of others objecting; least fixed point from silence".to_owned(),
            format!("χ by power: `{}`, γ = {}, counted by {:?}", say(written(&d.isolation_cost)), d.isolation_decay, d.crowd),
        ),
        (
            "Vote",
            "negotiation::Ballot",
            "yes iff s ≥ 0; no iff s < −max(.02, ½χ(1 − o)^γ); else abstain".to_owned(),
            String::new(),
        ),
        (
            "Rule",
            "voting",
            "exact counts over heads, weights or population; quotas by cross-multiplication".to_owned(),
            format!("{}", scenario.rule),
        ),
        (
            "Revision",
            "negotiation",
            "the chair's grievance Σ m_i max(0, a_i − τ_i − u_i) over the cheapest sufficient coalition, lowered by the move \
             that lowers it most"
                .to_owned(),
            "settings: element 3".to_owned(),
        ),
        (
            "Departure",
            "negotiation",
            "a country leaves after w texts in a row with u(x) < r − exit margin".to_owned(),
            format!("margin {}, w = {}", d.exit_margin, d.exit_after),
        ),
        (
            "Yardsticks",
            "yardstick",
            "L_d = max(q_d, min p_id), T_d = min ceiling, D^R the median's; Λ = 1 − clip((D − D^L)/(D^R − D^L), 0, 1)".to_owned(),
            String::new(),
        ),
        (
            "Outcome",
            "outcome",
            "the first branch that holds of: walk-out, deadlock, deferral, coalition of the willing, contested vote, hollow, \
             carve-out, LCD, substantive, compromise"
                .to_owned(),
            format!("thresholds: `{}`", say(written(&scenario.thresholds))),
        ),
    ];
    let mut out =
        "## 7. Submodels\n\n| submodel | module | equation | in this case |\n|---|---|---|---|\n".to_owned();
    for (name, module, equation, here) in models {
        let bars = |text: &str| if text.is_empty() { "–".to_owned() } else { text.replace('|', "\\|") };
        out.push_str(&format!("| {name} | `{module}` | {} | {} |\n", bars(&equation), bars(&here)));
    }
    out.push_str(
        "\nEach module's documentation gives the equation with its domain, guarantees and source.\n",
    );
    out
}
