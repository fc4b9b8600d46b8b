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
    voting::{ConsensusThenVote, DecisionRule, Rule, SecurityCouncil},
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
        clauses: issues.iter().zip(status_quo).map(clause).collect(),
        rule: without_absent_vetoes(rule, &countries),
        countries,
        blocs: Named::default(),
        firms: Named::default(),
        protocol: template.protocol.clone(),
        saliences: template.saliences,
        defaults: template.defaults.clone(),
        uncertainty: template.uncertainty,
        thresholds: Thresholds::default(),
        switches: Named::default(),
        adopted: None,
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

/// The rule without the vetoes of members that take no part.
fn without_absent_vetoes(rule: &Rule, countries: &Named<Country>) -> Rule {
    let present = |names: &[String]| {
        names.iter().filter(|name| countries.get(name).is_some()).cloned().collect::<Vec<_>>()
    };
    match rule {
        Rule::Composed(composed) => {
            Rule::Composed(DecisionRule { vetoes: present(&composed.vetoes), ..composed.clone() })
        }
        Rule::SecurityCouncil(council) => Rule::SecurityCouncil(SecurityCouncil {
            permanent: present(&council.permanent),
            ..council.clone()
        }),
        Rule::ConsensusThenVote(sequence) => Rule::ConsensusThenVote(ConsensusThenVote {
            vote: Box::new(without_absent_vetoes(&sequence.vote, countries)),
            ..sequence.clone()
        }),
        Rule::Consensus
        | Rule::ConsensusMinus(_)
        | Rule::SilenceProcedure
        | Rule::ChairsGavel(_)
        | Rule::Unanimity
        | Rule::UnanimityWithAbstention
        | Rule::SimpleMajority
        | Rule::TwoThirds
        | Rule::AbsoluteMajority
        | Rule::TwoThirdsOfMembers
        | Rule::DoubleMajority
        | Rule::ReinforcedDoubleMajority
        | Rule::WeightedMajority(_)
        | Rule::CoalitionOfTheWilling(_)
        | Rule::ReverseConsensus => rule.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Vetoes are dropped wherever a rule names members, also in the vote that follows consensus.
    #[test]
    fn vetoes_of_absent_members_are_dropped() {
        let countries = Named::from_iter([("France".to_owned(), Country::default())]);
        let council = |permanent: &[&str]| {
            let permanent = permanent.iter().map(|name| (*name).to_owned()).collect();
            Rule::SecurityCouncil(SecurityCouncil { affirmative: 1, permanent })
        };
        let then = |vote: Rule| {
            let vote = Box::new(vote);
            Rule::ConsensusThenVote(ConsensusThenVote { vote, attempts: 3, every: 10, callable: true })
        };
        let (all, present) = (council(&["France", "China"]), council(&["France"]));
        assert_eq!(without_absent_vetoes(&all, &countries), present);
        assert_eq!(without_absent_vetoes(&then(all), &countries), then(present));
    }
}
