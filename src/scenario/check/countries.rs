//! What must hold of countries.

use super::{At, Of, Report, outside, positions, traits};
use crate::{
    party::Country,
    scenario::{Problem, Scenario},
    text::Clause,
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    let place = At::top("countries");
    report.unique(&scenario.countries, "country", &place);
    room(scenario, report, &place);
    for (n, (name, country)) in scenario.countries.iter().enumerate() {
        let at = place.nth(n);
        own_traits(report, name, country, &at);
        outside::check(scenario, report, name, country, &at.field("outside_option"));
        minimum_points(scenario, report, name, country, &at);
        memberships(scenario, report, name, country, &at.field("member_of"));
        positions::check(scenario, report, name, &country.positions, &at.field("positions"));
        if !scenario.is_body() {
            voice(scenario, report, name, country, &at);
        }
    }
}

/// Somebody must be there to negotiate.
fn room(scenario: &Scenario, report: &mut Report, place: &At<'_>) {
    let countries = &scenario.countries;
    if countries.is_empty() {
        return report.add(Problem::new(
            place.name(),
            "there are no countries",
            "at least one party that votes",
        ));
    }
    let takes_part = |c: &Country| !c.stays_away() && !c.observes() && c.attendance != 0.0;
    report.require(countries.values().any(takes_part), || {
        Problem::new(
            place.name(),
            "nobody votes: every country boycotts, never attends or has neither votes nor the right to object",
            "at least one country in the room",
        )
    });
    report.require(countries.values().any(|c| c.materiality != 0.0 && !c.observes()), || {
        Problem::new(
            place.name(),
            "the materiality of all countries is 0",
            "a materiality above 0 for at least one",
        )
    });
}

fn own_traits(report: &mut Report, name: &str, c: &Country, at: &At<'_>) {
    let what = |field| Of(field, name);
    report.amount(c.materiality, what("materiality"), &at.field("materiality"));
    report.unit(c.attendance, what("attendance"), &at.field("attendance"));
    let resistance = at.field("lobbying_resistance");
    report.positive(c.lobbying_resistance, what("resistance to lobbying"), &resistance);
    if let Some(x) = c.cost_of_failure {
        report.not_negative(x, what("cost of failure"), &at.field("cost_of_failure"));
    }
    if let Some(x) = c.isolation_cost {
        report.not_negative(x, what("isolation cost"), &at.field("isolation_cost"));
    }
    if let Some(x) = c.risk {
        traits::risk(report, x, what("attitude to risk"), &at.field("risk"));
    }
    if let Some(x) = c.tactic {
        traits::tactic(report, x, name, &at.field("tactic"));
    }
    if let Some(x) = c.loss {
        traits::loss(report, x, name, &at.field("loss"));
    }
    if let Some(x) = c.reading {
        traits::reading(report, x, name, &at.field("reading"));
    }
}

fn minimum_points(scenario: &Scenario, report: &mut Report, name: &str, c: &Country, at: &At<'_>) {
    let Some(points) = c.minimum_points else { return };
    let place = at.field("minimum_points");
    report.amount(points, format_args!("the minimum of points of {name}"), &place);
    let games = scenario.clauses.values().all(|c| matches!(c, Clause::Options(_)));
    report.require(games, || {
        Problem::new(
            place,
            format!("{name} has a minimum of points, but not all clauses are options"),
            "points on every clause, or a cost of failure instead",
        )
    });
}

fn memberships(scenario: &Scenario, report: &mut Report, name: &str, c: &Country, at: &At<'_>) {
    report.unique(&c.member_of, "membership", at);
    for (k, (bloc, weight)) in c.member_of.iter().enumerate() {
        report.known(bloc, &scenario.blocs, "bloc", at.nth(k).name());
        report.weight(*weight, format_args!("the weight of {name} in {bloc}"), &at.nth(k));
    }
}

/// A country has something to say, or takes it over from its bloc.
fn voice(scenario: &Scenario, report: &mut Report, name: &str, c: &Country, at: &At<'_>) {
    // A bloc that is misspelt may have positions, and one given twice may have them in either place.
    let unresolved = c.member_of.names().any(|b| scenario.blocs.get(b).is_none());
    let published = |bloc: &str| {
        let mut blocs = scenario.blocs.iter();
        blocs.any(|(name, b)| name == bloc && !b.positions.is_empty())
    };
    let inherits = Scenario::blocs_of(c).first().is_some_and(|(b, _)| published(b));
    report.require(!c.positions.is_empty() || inherits || unresolved, || {
        Problem::new(
            at.name(),
            format!("{name} has no positions"),
            "positions of its own, or a heaviest bloc with published ones to take over",
        )
    });
}
