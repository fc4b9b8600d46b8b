//! What must hold of the decision rule and the thresholds.

use super::{At, Report};
use crate::{
    party::Country,
    scenario::{Problem, Scenario},
    voting::{Asks, ConsensusThenVote, Count, DecisionRule, Least, Rule, Share, Tally, Unit},
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    rule(scenario, report, &scenario.rule, &At::top("rule"));
    thresholds(scenario, report);
}

fn rule(scenario: &Scenario, report: &mut Report, rule: &Rule, at: &At<'_>) {
    let found = report.found();
    match rule {
        Rule::ConsensusMinus(k) => consensus_minus(scenario, report, *k, at),
        Rule::ConsensusThenVote(c) => return consensus_then_vote(scenario, report, c, at),
        Rule::Composed(composed) => self::composed(report, composed, at),
        Rule::ChairsGavel(gavel) => share(report, gavel.materiality, false, &at.field("materiality")),
        Rule::WeightedMajority(w) => optional_share(report, w.population, &at.field("population")),
        Rule::CoalitionOfTheWilling(c) => optional_share(report, c.materiality, &at.field("materiality")),
        _ => {}
    }
    let (decides, _) = rule.compile();
    let list = if matches!(rule, Rule::SecurityCouncil(_)) { "permanent" } else { "vetoes" };
    for (k, member) in decides.vetoes.iter().enumerate() {
        report.known(member, &scenario.countries, "country", at.field(list).nth(k));
        if let Some(country) = scenario.countries.get(member) {
            vetoer(report, member, country, at.field(list).nth(k));
        }
    }
    if report.found() == found && !scenario.countries.is_empty() {
        possible(scenario, report, &decides, at);
    }
}

/// Whoever has a veto can say no.
fn vetoer(report: &mut Report, name: &str, country: &Country, place: At<'_>) {
    let lacks = match (country.votes > 0, country.may_object()) {
        (true, true) => return,
        (false, _) => "has no votes",
        (true, false) => "may not object",
    };
    report.add(Problem::new(
        place,
        format!("{name} has a veto, but {lacks}"),
        "a member with votes that may object",
    ));
}

fn optional_share(report: &mut Report, at_least: Option<Share>, place: &At<'_>) {
    if let Some(at_least) = at_least {
        share(report, at_least, false, place);
    }
}

fn consensus_minus(scenario: &Scenario, report: &mut Report, k: u32, at: &At<'_>) {
    let n = scenario.countries.values().filter(|country| country.may_object()).count();
    report.require(n == 0 || (k as usize) < n, || {
        Problem::new(
            at,
            format!("consensus minus {k} among {n} countries: everybody may object"),
            format!("fewer than {n}"),
        )
    });
}

/// The rule can be met: what it counts can be added up, its quotas are within reach, and a text that all want is
/// carried.
fn possible(scenario: &Scenario, report: &mut Report, rule: &DecisionRule, at: &At<'_>) {
    let members = scenario.voting_weights(rule);
    let mut sums = [0_u64; Unit::ALL.len()];
    for (unit, sum) in Unit::ALL.into_iter().zip(&mut sums) {
        let total = members.iter().try_fold(0_u64, |sum, m| sum.checked_add(Count::from(m).of(unit)));
        let Some(total) = total else {
            let message = format!("the {} of all countries add up to too large a number", unit.words());
            return report.add(Problem::new(
                At::top("countries").name(),
                message,
                format!("a sum of at most {}", u64::MAX),
            ));
        };
        *sum = total;
    }
    for test in &rule.tests {
        let Least::Count(quota) = test.at_least else { continue };
        let total = sums[test.unit as usize];
        if quota > total || (test.strict && quota == total) {
            let what = test.unit.words();
            let message = format!("impossible quota: {quota} of {total} {what}");
            return report.add(Problem::new(
                at,
                message,
                format!("at most {total}, the {what} of all countries together"),
            ));
        }
    }
    report.require(rule.carries(&Tally::of(&members, |_| true)), || {
        let message = format!("this rule can never be met, not even if everybody is in favour: {rule}");
        let problem = Problem::new(at, message, "a rule that a text can pass");
        let out: Vec<&str> =
            scenario.countries.iter().filter(|(_, c)| c.opts_out).map(|(name, _)| name).take(5).collect();
        if out.is_empty() { problem } else { problem.help(format!("opted out: {}", out.join(", "))) }
    });
}

fn consensus_then_vote(scenario: &Scenario, report: &mut Report, c: &ConsensusThenVote, at: &At<'_>) {
    let votes = c.vote.compile().0.asks == Asks::Votes && !matches!(*c.vote, Rule::ConsensusThenVote(_));
    report.require(votes, || {
        Problem::new(
            at.field("vote"),
            "consensus falls back on something that is not a vote",
            "a rule that counts votes, as TwoThirds",
        )
    });
    for (field, n) in [("attempts", c.attempts), ("every", c.every)] {
        report.require(n > 0, || {
            Problem::new(at.field(field), format!("{field} is 0"), "a whole number, 1 or more")
        });
    }
    deadline(scenario, report, c, at);
    if votes {
        rule(scenario, report, &c.vote, &at.field("vote"));
    }
}

/// The vote must come before the negotiation ends. Where nobody holds out, it follows consensus whenever that fails.
fn deadline(scenario: &Scenario, report: &mut Report, c: &ConsensusThenVote, at: &At<'_>) {
    let (rounds, vote) = (scenario.protocol.rounds(), c.attempts.saturating_mul(c.every));
    let holding_out = scenario.protocol.proceedings().holding_out;
    report.require(!holding_out || rounds == 0 || vote <= rounds, || {
        Problem::new(
            at,
            format!("the vote would come in round {vote}, after the deadline in round {rounds}"),
            format!("attempts × every of at most {rounds}"),
        )
        .help(format!(
            "{} attempts × every {} rounds = {vote}: lower one of them, or raise the rounds of the protocol",
            c.attempts, c.every
        ))
    });
}

fn composed(report: &mut Report, r: &DecisionRule, at: &At<'_>) {
    let decides = r.no_at_most.is_some() || !r.tests.is_empty() || !r.vetoes.is_empty();
    report.require(decides, || {
        Problem::new(
            at,
            "this rule tests nothing: every text would be adopted",
            "no_at_most, tests or vetoes",
        )
    });
    for (k, test) in r.tests.iter().enumerate() {
        if let Least::Share(at_least) = test.at_least {
            share(report, at_least, test.strict, &at.field("tests").nth(k).field("at_least"));
        }
    }
    if let Some(q) = r.quorum {
        share(report, q.share, q.strict, &at.field("quorum").field("share"));
    }
}

fn share(report: &mut Report, Share(num, den): Share, strict: bool, at: &At<'_>) {
    report.require(den > 0, || {
        Problem::new(at, format!("the share {num}/{den} divides by 0"), "(part, whole), whole above 0")
    });
    let possible = if strict { num < den } else { num <= den };
    report.require(den == 0 || possible, || {
        let more = if strict { "more than " } else { "" };
        Problem::new(
            at,
            format!("impossible quota: {more}{num}/{den} can never be reached"),
            "a share of at most all",
        )
    });
}

fn thresholds(scenario: &Scenario, report: &mut Report) {
    let t = &scenario.thresholds;
    let at = At::top("thresholds");
    for (field, x) in [
        ("lcd_index", t.lcd_index),
        ("ambition_gap", t.ambition_gap),
        ("laggard_gain", t.laggard_gain),
        ("laggard_share", t.laggard_share),
        ("dilution", t.dilution),
        ("procedural", t.procedural),
        ("carved_salience", t.carved_salience),
        ("carved_depth", t.carved_depth),
        ("substantive", t.substantive),
        ("outside", t.outside),
        ("responsibility", t.responsibility),
    ] {
        report.unit(x, format_args!("the threshold {field}"), &at.field(field));
    }
}
