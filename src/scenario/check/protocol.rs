//! What must hold of the protocol.

use super::Report;
use crate::{
    protocol::{Acceptance, ChairRevisions, Draft, Protocol, SingleText, Sponsor},
    scenario::{Place, Problem, Scenario},
    text::Clause,
    voting::Binds,
};

/// More rounds than this are refused before anything is allocated.
const MAX_ROUNDS: u32 = 100_000;

pub fn check(scenario: &Scenario, report: &mut Report) {
    let at = Place::top("protocol");
    match &scenario.protocol {
        Protocol::ChairRevisions(chair) => chair_revisions(scenario, report, chair, &at),
        Protocol::ClauseByClause(chair) => {
            chair_revisions(scenario, report, chair, &at);
            clause_by_clause(scenario, report, chair, &at);
        }
        Protocol::SponsorsText(s) => {
            counts(report, &at, &[("rounds", s.rounds, MAX_ROUNDS)]);
            defended(scenario, report, &s.sponsor, at.field("sponsor"));
        }
        Protocol::AgendaSetter(s) => defended(scenario, report, &s.setter, at.field("setter")),
        Protocol::SingleText(s) => single_text(scenario, report, s, &at),
        Protocol::Compromise => {}
    }
}

fn counts(report: &mut Report, at: &Place, counts: &[(&'static str, u32, u32)]) {
    for &(field, n, most) in counts {
        report.require((1..=most).contains(&n), || {
            Problem::new(
                at.field(field),
                format!("{field} is {n}"),
                format!("a whole number from 1 to {most}"),
            )
        });
    }
}

/// Every clause has its rounds, one clause after another; a coalition signs a text as a whole.
fn clause_by_clause(scenario: &Scenario, report: &mut Report, c: &ChairRevisions, at: &Place) {
    let clauses = u32::try_from(scenario.clauses.len()).unwrap_or(u32::MAX);
    let most = MAX_ROUNDS / clauses.max(1);
    report.require(c.rounds > MAX_ROUNDS || c.rounds <= most, || {
        Problem::new(
            at.field("rounds"),
            format!("{} rounds for each of {clauses} clauses", c.rounds),
            format!("at most {most}: {MAX_ROUNDS} in all"),
        )
    });
    let (first, fallback) = scenario.rule.compile();
    let signed = |binds| binds == Binds::Signatories;
    let whole = signed(first.binds) || fallback.is_some_and(|f| signed(f.rule.binds));
    report.require(!whole, || {
        Problem::new(
            Place::top("rule"),
            "a text that binds its signatories is signed as a whole, not clause by clause",
            "another rule, or another protocol",
        )
    });
}

fn defended(scenario: &Scenario, report: &mut Report, who: &Sponsor, at: Place) {
    if let Sponsor::Party(name) = who {
        sponsor(scenario, report, name, at.nth(0));
    }
}

fn single_text(scenario: &Scenario, report: &mut Report, s: &SingleText, at: &Place) {
    counts(report, at, &[("rounds", s.rounds, MAX_ROUNDS), ("attempt_every", s.attempt_every, MAX_ROUNDS)]);
    report.number(s.change, 0.001, 1.0, "the chair's change", &at.field("change"));
    report.positive(s.strong, "the change that is answered strongly", &at.field("strong"));
    if let Acceptance::Annealing(annealing) = s.accept {
        let here = at.field("accept").field("temperature");
        report.positive(annealing.temperature, "the temperature", &here);
    }
    draft(scenario, report, &s.draft, &at.field("draft"));
}

fn chair_revisions(scenario: &Scenario, report: &mut Report, c: &ChairRevisions, at: &Place) {
    counts(
        report,
        at,
        &[
            ("rounds", c.rounds, MAX_ROUNDS),
            ("attempt_every", c.attempt_every, MAX_ROUNDS),
            ("moves_per_round", c.moves_per_round, 100),
        ],
    );
    report.number(c.step, 0.001, 1.0, "the chair's step", &at.field("step"));
    report.number(c.carve, 0.001, 1.0, "the carve-out", &at.field("carve"));
    report.unit(c.max_width, "the widest ambiguity", &at.field("max_width"));
    report.unit(c.drafting_cap, "the cap on firms' drafting", &at.field("drafting_cap"));
    report.positive(
        c.drafting_resistance,
        "the chair's resistance to drafting",
        &at.field("drafting_resistance"),
    );
    for (k, mv) in c.moves.iter().enumerate() {
        report.require(!c.moves[..k].contains(mv), || {
            Problem::new(
                at.field("moves").nth(k),
                format!("the move {mv:?} is given twice"),
                "each move once",
            )
        });
    }
    draft(scenario, report, &c.draft, &at.field("draft"));
}

fn draft(scenario: &Scenario, report: &mut Report, draft: &Draft, at: &Place) {
    match draft {
        Draft::Sponsor(name) => sponsor(scenario, report, name, at.nth(0)),
        Draft::Given(values) => {
            for (k, (clause, x)) in values.iter().enumerate() {
                let here = at.nth(0).nth(k);
                report.known(clause, &scenario.clauses, "clause", here.name());
                report.unit(*x, format_args!("the draft's \"{clause}\""), &here);
                let choice = matches!(scenario.clauses.get(clause), Some(Clause::Options(_)));
                report.require(!choice, || {
                    let message =
                        format!("the draft gives a number for \"{clause}\", a choice among options");
                    Problem::new(
                        here,
                        message,
                        "clauses with a scale: of options the chair takes the favourite",
                    )
                });
            }
        }
        Draft::Mean | Draft::Recognised | Draft::StatusQuo | Draft::AgreedLanguage => {}
    }
}

fn sponsor(scenario: &Scenario, report: &mut Report, name: &str, place: Place) {
    let names = || scenario.countries.names().chain(scenario.blocs.names()).chain(scenario.firms.names());
    let known = names().any(|n| n == name);
    report.require(known, || {
        Problem::new(place, format!("unknown sponsor \"{name}\""), "a country, bloc or firm of this scenario")
            .help(crate::document::nearest(name, names()))
    });
}
