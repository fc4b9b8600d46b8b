//! What must hold of countries, blocs and firms.

use super::Report;
use crate::{
    named::Named,
    party::{Bloc, Common, Country, Defaults, Firm},
    preference::{Loss, Position, Reading},
    scenario::{Place, Problem, Saliences, Scenario, Spread},
    tactic::Tactic,
    text::Clause,
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    let place = Place::top("countries");
    report.unique(&scenario.countries, "country", &place);
    room(scenario, report, &place);
    for (n, (name, country)) in scenario.countries.iter().enumerate() {
        self::country(scenario, report, name, country, &place.nth(n));
    }
    let place = Place::top("blocs");
    report.unique(&scenario.blocs, "bloc", &place);
    for (n, (name, bloc)) in scenario.blocs.iter().enumerate() {
        taken(scenario, report, name, "bloc", &place.nth(n));
        self::bloc(scenario, report, name, bloc, &place.nth(n));
    }
    let place = Place::top("firms");
    report.unique(&scenario.firms, "firm", &place);
    for (n, (name, firm)) in scenario.firms.iter().enumerate() {
        taken(scenario, report, name, "firm", &place.nth(n));
        self::firm(scenario, report, name, firm, &place.nth(n));
    }
    defaults(report, &scenario.defaults);
    uncertainty(scenario, report);
}

/// Somebody must be there to negotiate.
fn room(scenario: &Scenario, report: &mut Report, place: &Place) {
    if scenario.countries.is_empty() {
        return report.add(Problem::new(
            place.name(),
            "there are no countries",
            "at least one party that votes",
        ));
    }
    let voters = scenario
        .countries
        .values()
        .filter(|c| !c.boycotts && c.attendance > 0.0)
        .count();
    report.require(voters > 0, || {
        Problem::new(
            place.name(),
            "nobody votes: every country boycotts or never attends",
            "at least one country in the room",
        )
    });
    let weight: f64 = scenario.countries.values().map(|c| c.materiality).sum();
    report.require(weight != 0.0, || {
        Problem::new(
            place.name(),
            "the materiality of all countries is 0",
            "a materiality above 0 for at least one",
        )
    });
}

/// One name, one party.
fn taken(scenario: &Scenario, report: &mut Report, name: &str, kind: &str, at: &Place) {
    let other = if scenario.countries.get(name).is_some() {
        "country"
    } else if kind == "firm" && scenario.blocs.get(name).is_some() {
        "bloc"
    } else {
        return;
    };
    report.add(Problem::new(
        at.name(),
        format!("{kind} \"{name}\" has the name of a {other}"),
        "a name of its own",
    ));
}

fn country(scenario: &Scenario, report: &mut Report, name: &str, c: &Country, at: &Place) {
    let what = |field: &str| format!("the {field} of {name}");
    report.number(
        c.materiality,
        0.0,
        f64::INFINITY,
        &what("materiality"),
        &at.field("materiality"),
    );
    report.unit(c.attendance, &what("attendance"), &at.field("attendance"));
    report.positive(
        c.lobbying_resistance,
        &what("resistance to lobbying"),
        &at.field("lobbying_resistance"),
    );
    if let Some(x) = c.cost_of_failure {
        report.number(
            x,
            0.0,
            f64::INFINITY,
            &what("cost of failure"),
            &at.field("cost_of_failure"),
        );
    }
    if let Some(x) = c.isolation_cost {
        report.number(
            x,
            0.0,
            f64::INFINITY,
            &what("isolation cost"),
            &at.field("isolation_cost"),
        );
    }
    if let Some(x) = c.outside_option {
        report.number(x, -1.0, 1.0, &what("outside option"), &at.field("outside_option"));
    }
    if let Some(x) = c.minimum_points {
        let place = at.field("minimum_points");
        report.number(x, 0.0, f64::INFINITY, &what("minimum of points"), &place);
        let games = scenario.clauses.values().all(|c| matches!(c, Clause::Options(_)));
        report.require(games, || {
            Problem::new(
                place,
                format!("{name} has a minimum of points, but not all clauses are options"),
                "points on every clause, or a cost of failure instead",
            )
        });
    }
    if let Some(x) = c.risk {
        risk(report, x, &what("attitude to risk"), &at.field("risk"));
    }
    if let Some(x) = c.tactic {
        tactic(report, x, name, &at.field("tactic"));
    }
    if let Some(x) = c.loss {
        loss(report, x, name, &at.field("loss"));
    }
    if let Some(x) = c.reading {
        reading(report, x, name, &at.field("reading"));
    }
    let memberships = at.field("member_of");
    report.unique(&c.member_of, "membership", &memberships);
    for (k, (bloc, weight)) in c.member_of.iter().enumerate() {
        report.known(bloc, &scenario.blocs, "bloc", memberships.nth(k).name());
        report.positive(
            *weight,
            &format!("the weight of {name} in {bloc}"),
            &memberships.nth(k),
        );
    }
    positions(scenario, report, name, &c.positions, &at.field("positions"));
    let inherits = Scenario::blocs_of(c)
        .first()
        .and_then(|(bloc, _)| scenario.blocs.get(bloc))
        .is_some_and(|b| !b.positions.is_empty());
    report.require(!c.positions.is_empty() || inherits, || {
        Problem::new(
            at.name(),
            format!("{name} has no positions"),
            "positions of its own, or a heaviest bloc with published ones to take over",
        )
    });
}

fn bloc(scenario: &Scenario, report: &mut Report, name: &str, b: &Bloc, at: &Place) {
    report.unit(
        b.cohesion,
        &format!("the cohesion of {name}"),
        &at.field("cohesion"),
    );
    report.number(
        b.discipline,
        0.0,
        f64::INFINITY,
        &format!("the discipline of {name}"),
        &at.field("discipline"),
    );
    positions(scenario, report, name, &b.positions, &at.field("positions"));
    report.require(scenario.members(name).next().is_some(), || {
        Problem::new(
            at.name(),
            format!("bloc \"{name}\" is empty: no country is a member of it"),
            format!("a country with member_of: {{\"{name}\": 1}}"),
        )
    });
    match &b.common {
        Common::Leader(leader) => {
            let circular = leader == name || scenario.blocs.get(leader).is_some();
            if circular {
                report.add(Problem::new(
                    at.field("common"),
                    format!("bloc \"{name}\" is led by the bloc \"{leader}\""),
                    "a country: blocs cannot lead or contain blocs, so that none goes in a circle",
                ));
            } else if report.known(leader, &scenario.countries, "country", at.field("common")) {
                let member = scenario
                    .countries
                    .get(leader)
                    .is_some_and(|c| c.member_of.get(name).is_some());
                report.require(member, || {
                    Problem::new(
                        at.field("common"),
                        format!("{leader} leads \"{name}\" without belonging to it"),
                        "a member",
                    )
                });
            }
        }
        Common::Stated => report.require(!b.positions.is_empty(), || {
            Problem::new(
                at.field("common"),
                format!("\"{name}\" speaks for its stated position and has none"),
                "positions of its own, or another way to a common position",
            )
        }),
        Common::Median | Common::Mean | Common::InternalVeto => {}
    }
}

fn firm(scenario: &Scenario, report: &mut Report, name: &str, f: &Firm, at: &Place) {
    positions(scenario, report, name, &f.positions, &at.field("positions"));
    report.require(!f.positions.is_empty(), || {
        Problem::new(
            at.name(),
            format!("{name} has no positions"),
            "what the firm wants, by clause",
        )
    });
    report.require(!f.lobbies.is_empty(), || {
        Problem::new(
            at.name(),
            format!("{name} has no host: a firm acts through the countries it lobbies"),
            "lobbies: {\"country\": effort}",
        )
    });
    let lobbies = at.field("lobbies");
    report.unique(&f.lobbies, "host", &lobbies);
    for (k, (host, effort)) in f.lobbies.iter().enumerate() {
        report.known(host, &scenario.countries, "country", lobbies.nth(k).name());
        report.number(
            *effort,
            0.0,
            f64::INFINITY,
            &format!("the effort of {name} on {host}"),
            &lobbies.nth(k),
        );
    }
    report.number(
        f.drafting,
        0.0,
        f64::INFINITY,
        &format!("the drafting effort of {name}"),
        &at.field("drafting"),
    );
    if let Some(budget) = f.budget {
        report.number(
            budget,
            0.0,
            f64::INFINITY,
            &format!("the budget of {name}"),
            &at.field("budget"),
        );
        let spent: f64 = f.lobbies.values().sum::<f64>() + f.drafting;
        report.require(!(spent > budget + 1e-9), || {
            Problem::new(
                at.field("budget"),
                format!("{name} spends {spent} of a budget of {budget}"),
                "efforts within the budget",
            )
        });
    }
}

fn positions(scenario: &Scenario, report: &mut Report, name: &str, stands: &Named<Position>, at: &Place) {
    report.unique(stands, "position", at);
    let mut total = 0.0;
    for (k, (clause, position)) in stands.iter().enumerate() {
        let here = at.nth(k);
        if !report.known(clause, &scenario.clauses, "clause", here.name()) {
            continue;
        }
        match (position, scenario.clauses.get(clause)) {
            (Position::Points(points), Some(Clause::Options(c))) => {
                for (j, (option, p)) in points.iter().enumerate() {
                    report.known(option, &c.options, "option", here.nth(j).name());
                    report.number(
                        *p,
                        0.0,
                        f64::INFINITY,
                        &format!("{name}'s points for \"{option}\""),
                        &here.nth(j),
                    );
                    total += p.max(0.0);
                }
            }
            (Position::Ideal { .. }, Some(Clause::Options(_))) => report.add(Problem::new(
                here,
                format!("{name} has an ideal on \"{clause}\", which is a choice among options"),
                "points per option, as in {\"option\": 5}",
            )),
            (Position::Points(_), _) => report.add(Problem::new(
                here,
                format!("{name} gives points on \"{clause}\", which has no options"),
                "(ideal, salience)",
            )),
            (Position::Ideal { ideal, salience, .. }, _) => {
                report.unit(*ideal, &format!("{name}'s ideal on \"{clause}\""), &here.nth(0));
                report.number(
                    *salience,
                    0.0,
                    f64::INFINITY,
                    &format!("{name}'s salience on \"{clause}\""),
                    &here.nth(1),
                );
                total += salience;
            }
        }
    }
    report.require(stands.is_empty() || total != 0.0, || {
        Problem::new(
            at.name(),
            format!("all saliences of {name} are 0"),
            "at least one clause it cares about",
        )
    });
    let absolute = scenario.saliences == Saliences::Absolute;
    report.require(!(absolute && total > 1.0 + 1e-9), || {
        Problem::new(
            at.name(),
            format!("the saliences of {name} sum to {total}"),
            "at most 1, since the scenario's saliences are absolute",
        )
    });
}

fn defaults(report: &mut Report, d: &Defaults) {
    let at = Place::top("defaults");
    loss(report, d.loss, "everyone", &at.field("loss"));
    reading(report, d.reading, "everyone", &at.field("reading"));
    risk(report, d.risk, "the attitude to risk", &at.field("risk"));
    report.number(
        d.cost_of_failure,
        0.0,
        f64::INFINITY,
        "the cost of failure",
        &at.field("cost_of_failure"),
    );
    for (power, chi) in [
        ("major", d.isolation_cost.major),
        ("middle", d.isolation_cost.middle),
        ("small", d.isolation_cost.small),
    ] {
        report.number(
            chi,
            0.0,
            f64::INFINITY,
            &format!("the isolation cost of {power} powers"),
            &at.field("isolation_cost").field(power),
        );
    }
    for (power, t) in [
        ("major", d.tactic.major),
        ("middle", d.tactic.middle),
        ("small", d.tactic.small),
    ] {
        tactic(
            report,
            t,
            &format!("{power} powers"),
            &at.field("tactic").field(power),
        );
    }
    report.positive(
        d.isolation_decay,
        "the decay of isolation",
        &at.field("isolation_decay"),
    );
    report.number(
        d.exit_margin,
        0.0,
        f64::INFINITY,
        "the exit margin",
        &at.field("exit_margin"),
    );
    report.require(d.exit_after > 0, || {
        Problem::new(
            at.field("exit_after"),
            "parties leave after 0 texts",
            "at least 1",
        )
    });
}

fn uncertainty(scenario: &Scenario, report: &mut Report) {
    let u = &scenario.uncertainty;
    let at = Place::top("uncertainty");
    let ideals = at.field("ideals");
    let spreads: [(&str, Spread, Place); 9] = [
        ("high-confidence ideals", u.ideals.high, ideals.field("high")),
        (
            "medium-confidence ideals",
            u.ideals.medium,
            ideals.field("medium"),
        ),
        ("low-confidence ideals", u.ideals.low, ideals.field("low")),
        ("derived ideals", u.ideals.derived, ideals.field("derived")),
        ("saliences", u.saliences, at.field("saliences")),
        ("costs of failure", u.cost_of_failure, at.field("cost_of_failure")),
        ("outside options", u.outside_option, at.field("outside_option")),
        ("isolation costs", u.isolation_cost, at.field("isolation_cost")),
        ("patience", u.patience, at.field("patience")),
    ];
    for (what, spread, place) in spreads {
        report.number(
            spread.width(),
            0.0,
            10.0,
            &format!("the spread of {what}"),
            &place,
        );
    }
}

fn risk(report: &mut Report, alpha: f64, what: &str, at: &Place) {
    report.number(alpha, -50.0, 50.0, what, at);
}

fn tactic(report: &mut Report, t: Tactic, who: &str, at: &Place) {
    report.number(t.beta, 0.01, 100.0, &format!("β of {who}"), &at.field("beta"));
    report.unit(t.k, &format!("k of {who}"), &at.field("k"));
}

fn reading(report: &mut Report, r: Reading, who: &str, at: &Place) {
    report.unit(r.theta, &format!("θ of {who}"), &at.field("theta"));
    report.number(
        r.vagueness,
        0.0,
        f64::INFINITY,
        &format!("the cost of vagueness to {who}"),
        &at.field("vagueness"),
    );
}

fn loss(report: &mut Report, l: Loss, who: &str, at: &Place) {
    match l {
        Loss::Gaussian(sigma) => report.positive(sigma, &format!("σ of {who}"), at),
        Loss::Asymmetric { over, under } => {
            report.number(
                over,
                0.0,
                f64::INFINITY,
                &format!("`over` of {who}"),
                &at.field("over"),
            );
            report.number(
                under,
                0.0,
                f64::INFINITY,
                &format!("`under` of {who}"),
                &at.field("under"),
            );
            report.require(over + under != 0.0, || {
                Problem::new(
                    at.clone(),
                    format!("{who} minds neither too much nor too little"),
                    "`over` or `under` above 0",
                )
            });
        }
        Loss::CityBlock | Loss::Quadratic | Loss::Euclidean => {}
    }
}
