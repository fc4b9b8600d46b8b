//! What must hold of firms.

use super::{At, Of, Report, blocs, positions, tidy};
use crate::{
    party::Firm,
    scenario::{Problem, Scenario},
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    let place = At::top("firms");
    report.unique(&scenario.firms, "firm", &place);
    for (n, (name, firm)) in scenario.firms.iter().enumerate() {
        let at = place.nth(n);
        blocs::taken(scenario, report, name, "firm", &at);
        positions::check(scenario, report, name, &firm.positions, &at.field("positions"));
        report.require(!firm.positions.is_empty(), || {
            Problem::new(at.name(), format!("{name} has no positions"), "what the firm wants, by clause")
        });
        lobbying(scenario, report, name, firm, &at);
        budget(report, name, firm, &at);
    }
}

fn lobbying(scenario: &Scenario, report: &mut Report, name: &str, firm: &Firm, at: &At<'_>) {
    report.require(!firm.lobbies.is_empty(), || {
        Problem::new(
            at.name(),
            format!("{name} has no host: a firm acts through the countries it lobbies"),
            "lobbies: {\"country\": effort}",
        )
    });
    let lobbies = at.field("lobbies");
    report.unique(&firm.lobbies, "host", &lobbies);
    for (k, (host, effort)) in firm.lobbies.iter().enumerate() {
        report.known(host, &scenario.countries, "country", lobbies.nth(k).name());
        report.amount(*effort, format_args!("the effort of {name} on {host}"), &lobbies.nth(k));
    }
    report.amount(firm.drafting, Of("drafting effort", name), &at.field("drafting"));
}

fn budget(report: &mut Report, name: &str, firm: &Firm, at: &At<'_>) {
    let Some(budget) = firm.budget else { return };
    let (place, before) = (at.field("budget"), report.found());
    report.amount(budget, format_args!("the budget of {name}"), &place);
    let spent: f64 = firm.lobbies.values().sum::<f64>() + firm.drafting;
    let sound = report.found() == before && spent.is_finite();
    report.require(!(sound && spent > budget + 1e-9), || {
        Problem::new(
            place,
            format!("{name} spends {} of a budget of {budget}", tidy(spent)),
            "efforts within the budget",
        )
    });
}
