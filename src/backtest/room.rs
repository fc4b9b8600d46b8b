//! From a real case to a scenario.

use super::{
    cases::{Actor, Issue, Role, SCALE},
    template::{Institutions, Template},
};
use crate::{
    named::Named,
    party::Country,
    preference::{Confidence, Position},
    scenario::{FORMAT, Saliences, Scenario, Thresholds},
    text::{Clause, Positional},
    voting::Rule,
};

/// The members of an issue alone, mindful of nothing but distance, with this status quo; none where no member has a
/// position.
pub fn members_on(issue: &Issue, status_quo: f64) -> Option<Scenario> {
    let template = Template { institutions: Institutions::Outside, ..Template::default() };
    issue.members().find(|member| member.salience > 0.0)?;
    Some(scenario(&template, &Rule::Consensus, &[issue], &[status_quo]))
}

/// The scenario of these issues under a template, with these status quos on the scale.
pub fn scenario(template: &Template, rule: &Rule, issues: &[&Issue], status_quo: &[f64]) -> Scenario {
    let clause = |(issue, q): (&&Issue, &f64)| {
        let clause = Positional { title: None, status_quo: q / SCALE, agreed: None, words: Vec::new() };
        (issue.name.clone(), Clause::Positional(clause))
    };
    let countries = countries(template, issues);
    Scenario {
        format: FORMAT,
        title: issues.iter().map(|issue| issue.name.as_str()).collect::<Vec<_>>().join(", "),
        about: String::new(),
        language: None,
        clauses: issues.iter().zip(status_quo).map(clause).collect(),
        rule: rule.with_vetoes_of(&|name| countries.get(name).is_some()),
        countries,
        blocs: Named::default(),
        firms: Named::default(),
        protocol: template.protocol.clone(),
        saliences: template.saliences,
        defaults: template.defaults.clone(),
        uncertainty: template.uncertainty,
        thresholds: Thresholds::default(),
        switches: Named::default(),
        choices: Named::default(),
        adopted: None,
        changed: Default::default(),
    }
}

/// Everybody who has a position on one of the issues, in the order in which they are named.
fn countries(template: &Template, issues: &[&Issue]) -> Named<Country> {
    let mut countries: Named<Country> = Named::default();
    let invited =
        |actor: &Actor| actor.role == Role::Member || template.institutions == Institutions::Present;
    // Whoever has nothing at stake stays outside.
    let takes_part = |actor: &&Actor| invited(actor) && actor.salience > 0.0;
    for issue in issues {
        for actor in issue.actors.iter().filter(takes_part) {
            if countries.get(&actor.name).is_none() {
                countries.set(&actor.name, newcomer(actor));
            }
            if let Some(country) = countries.get_mut(&actor.name) {
                let salience = match template.saliences {
                    Saliences::Relative => actor.salience,
                    #[allow(clippy::cast_precision_loss)] // a handful of issues
                    Saliences::Absolute => actor.salience / SCALE / issues.len() as f64,
                };
                let ideal = actor.position / SCALE;
                let confidence = Confidence::Medium;
                country.positions.set(&issue.name, Position::Ideal { ideal, salience, confidence });
            }
        }
    }
    // Somebody must count: where no capability is stated, all count alike.
    if countries.values().all(|country| country.materiality == 0.0) {
        countries.values_mut().for_each(|country| country.materiality = 1.0);
    }
    countries
}

/// Whoever is in the room without votes speaks and may object there like a member.
fn newcomer(actor: &Actor) -> Country {
    Country {
        materiality: actor.capability,
        votes: actor.votes,
        may_object: Some(true),
        ..Country::default()
    }
}
