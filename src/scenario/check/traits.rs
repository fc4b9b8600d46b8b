//! What must hold of parties' traits, of their defaults, and of how far they are uncertain.

use std::fmt::Display;

use super::{At, Report};
use crate::{
    document::nearest,
    party::Defaults,
    preference::{Loss, Reading},
    scenario::{Problem, Scenario, Spread, Uncertainty},
    tactic::Tactic,
};

pub fn defaults(report: &mut Report, d: &Defaults) {
    let at = At::top("defaults");
    loss(report, d.loss, "everyone", &at.field("loss"));
    reading(report, d.reading, "everyone", &at.field("reading"));
    risk(report, d.risk, "the attitude to risk", &at.field("risk"));
    report.not_negative(d.cost_of_failure, "the cost of failure", &at.field("cost_of_failure"));
    let (chi, beta) = (at.field("isolation_cost"), at.field("tactic"));
    for (power, x, t) in [
        ("major", d.isolation_cost.major, d.tactic.major),
        ("middle", d.isolation_cost.middle, d.tactic.middle),
        ("small", d.isolation_cost.small, d.tactic.small),
    ] {
        report.not_negative(x, format_args!("the isolation cost of {power} powers"), &chi.field(power));
        tactic(report, t, format_args!("{power} powers"), &beta.field(power));
    }
    let decay = at.field("isolation_decay");
    report.positive(d.isolation_decay, "the decay of isolation", &decay);
    report.not_negative(d.exit_margin, "the exit margin", &at.field("exit_margin"));
    report.require(d.exit_after > 0, || {
        let message = "parties leave after 0 texts";
        Problem::new(at.field("exit_after"), message, "at least 1")
    });
}

pub fn uncertainty(report: &mut Report, u: &Uncertainty) {
    let at = At::top("uncertainty");
    let ideals = at.field("ideals");
    let spreads: [(&str, Spread, At<'_>); 10] = [
        ("high-confidence ideals", u.ideals.high, ideals.field("high")),
        ("medium-confidence ideals", u.ideals.medium, ideals.field("medium")),
        ("low-confidence ideals", u.ideals.low, ideals.field("low")),
        ("derived ideals", u.ideals.derived, ideals.field("derived")),
        ("saliences", u.saliences, at.field("saliences")),
        ("costs of failure", u.cost_of_failure, at.field("cost_of_failure")),
        ("outside options", u.outside_option, at.field("outside_option")),
        ("the reach of clubs", u.reach, at.field("reach")),
        ("isolation costs", u.isolation_cost, at.field("isolation_cost")),
        ("patience", u.patience, at.field("patience")),
    ];
    for (what, spread, place) in spreads {
        report.number(spread.width(), 0.0, 10.0, format_args!("the spread of {what}"), &place.nth(0));
    }
}

/// Errors in common have a spread, somebody whom they move, and clauses on which they do.
pub fn shared(report: &mut Report, scenario: &Scenario) {
    let at = At::top("uncertainty");
    let at = at.field("shared");
    report.unique(&scenario.uncertainty.shared, "shared error", &at);
    for (k, (name, error)) in scenario.uncertainty.shared.iter().enumerate() {
        let here = at.nth(k);
        report.require(error.sd > 0.0 && error.sd <= 10.0, || {
            let message = format!("the sd of the shared error \"{name}\" is {}", error.sd);
            Problem::new(here.field("sd"), message, "a number above 0, at most 10")
        });
        for (n, party) in error.of.iter().enumerate() {
            let known = scenario.countries.get(party).is_some()
                || scenario.blocs.get(party).is_some()
                || scenario.firms.get(party).is_some();
            if !known {
                let (all, of) = (scenario.countries.names().chain(scenario.blocs.names()), here.field("of"));
                let problem = Problem::new(
                    of.nth(n),
                    format!("unknown party \"{party}\""),
                    "a country, a bloc or a firm",
                );
                let problem = problem.help(nearest(party, all.chain(scenario.firms.names())));
                report.unknown("party", party, problem);
            }
        }
        let clauses = here.field("clauses");
        report.unique(&error.clauses, "clause", &clauses);
        for (n, (clause, loading)) in error.clauses.iter().enumerate() {
            let entry = clauses.nth(n);
            if report.known(clause, &scenario.clauses, "clause", entry.name()) {
                let what = format!("how much \"{clause}\" takes of the shared error \"{name}\"");
                report.number(*loading, -10.0, 10.0, what, &entry);
            }
        }
    }
}

pub fn risk(report: &mut Report, alpha: f64, what: impl Display, at: &At<'_>) {
    report.number(alpha, -50.0, 50.0, what, at);
}

pub fn tactic(report: &mut Report, t: Tactic, who: impl Display, at: &At<'_>) {
    report.number(t.beta, 0.01, 100.0, format_args!("β of {who}"), &at.field("beta"));
    report.unit(t.k, format_args!("k of {who}"), &at.field("k"));
}

pub fn reading(report: &mut Report, r: Reading, who: &str, at: &At<'_>) {
    report.unit(r.theta, format_args!("θ of {who}"), &at.field("theta"));
    report.not_negative(r.vagueness, format_args!("the cost of vagueness to {who}"), &at.field("vagueness"));
}

pub fn loss(report: &mut Report, l: Loss, who: &str, at: &At<'_>) {
    match l {
        Loss::Gaussian(sigma) => report.positive(sigma, format_args!("σ of {who}"), &at.nth(0)),
        Loss::Asymmetric { over, under } => {
            report.not_negative(over, format_args!("`over` of {who}"), &at.field("over"));
            report.not_negative(under, format_args!("`under` of {who}"), &at.field("under"));
            report.require(over != 0.0 || under != 0.0, || {
                Problem::new(
                    at,
                    format!("{who} minds neither too much nor too little"),
                    "`over` or `under` above 0",
                )
            });
        }
        Loss::CityBlock | Loss::Quadratic | Loss::Euclidean => {}
    }
}
