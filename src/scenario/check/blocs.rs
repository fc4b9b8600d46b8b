//! What must hold of blocs.

use super::{At, Of, Report, positions};
use crate::{
    party::{Bloc, Common},
    scenario::{Place, Problem, Scenario},
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    let place = At::top("blocs");
    report.unique(&scenario.blocs, "bloc", &place);
    // A member that misspells its bloc may belong to any of them.
    let members_known =
        scenario.countries.values().all(|c| c.member_of.names().all(|b| scenario.blocs.get(b).is_some()));
    for (n, (name, bloc)) in scenario.blocs.iter().enumerate() {
        let at = place.nth(n);
        taken(scenario, report, name, "bloc", &at);
        report.unit(bloc.cohesion, format_args!("the cohesion of {name}"), &at.field("cohesion"));
        report.not_negative(bloc.discipline, Of("discipline", name), &at.field("discipline"));
        positions::check(scenario, report, name, &bloc.positions, &at.field("positions"));
        common(scenario, report, name, bloc, &at.field("common"));
        if members_known {
            membership(scenario, report, name, bloc, &at);
        }
    }
}

/// One name, one party.
pub fn taken(scenario: &Scenario, report: &mut Report, name: &str, kind: &str, at: &At<'_>) {
    let (other, first) = if let Some(n) = scenario.countries.position(name) {
        ("country", Place::from(At::top("countries").nth(n).name()))
    } else if let Some(n) = scenario.blocs.position(name).filter(|_| kind == "firm") {
        ("bloc", At::top("blocs").nth(n).name().into())
    } else {
        return;
    };
    let message = format!("{kind} \"{name}\" has the name of a {other}");
    report.add(Problem::new(at.name(), message, "a name of its own").also(first));
}

/// Members there are, and the leader is one of them.
fn membership(scenario: &Scenario, report: &mut Report, name: &str, bloc: &Bloc, at: &At<'_>) {
    if scenario.members(name).next().is_none() {
        return report.add(Problem::new(
            at.name(),
            format!("bloc \"{name}\" is empty: no country is a member of it"),
            format!("a country with member_of: {{\"{name}\": 1}}"),
        ));
    }
    let Common::Leader(leader) = &bloc.common else {
        return;
    };
    let outsider = scenario.countries.get(leader).filter(|c| c.member_of.get(name).is_none());
    report.require(outsider.is_none(), || {
        Problem::new(
            at.field("common").nth(0),
            format!("{leader} leads \"{name}\" without belonging to it"),
            "a member",
        )
    });
}

fn common(scenario: &Scenario, report: &mut Report, name: &str, bloc: &Bloc, place: &At<'_>) {
    match &bloc.common {
        Common::Leader(leader) if scenario.blocs.get(leader).is_some() => report.add(Problem::new(
            place.nth(0),
            format!("bloc \"{name}\" is led by the bloc \"{leader}\""),
            "a country: blocs cannot lead or contain blocs, so that none goes in a circle",
        )),
        Common::Leader(leader) => {
            report.known(leader, &scenario.countries, "country", place.nth(0));
        }
        Common::Stated => report.require(!bloc.positions.is_empty(), || {
            Problem::new(
                place,
                format!("\"{name}\" speaks for its stated position and has none"),
                "positions of its own, or another way to a common position",
            )
        }),
        Common::Median | Common::Mean | Common::InternalVeto => {}
    }
}
