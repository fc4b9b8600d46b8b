//! When a text is adopted, as a sentence in a language.

use crate::{
    language::Language,
    say,
    scenario::Scenario,
    voting::{Asks, Base, Binds, DecisionRule, Least, Rule, Share, Test, Unit},
};

/// When a text is adopted: "adopted if nobody present objects".
pub fn sentence(language: Language, rule: &Rule, scenario: &Scenario) -> String {
    let (first, fallback) = rule.compile();
    let first = decision(language, &first, scenario);
    match fallback {
        None => first,
        Some(then) => say!(
            language,
            "answer-rule-fallback",
            first = first,
            round = language.count(then.from_round.into()),
            callable = if then.callable { "yes" } else { "no" },
            then = decision(language, &then.rule, scenario),
        ),
    }
}

/// The same of one decision.
pub fn decision(language: Language, rule: &DecisionRule, scenario: &Scenario) -> String {
    let mut conditions: Vec<String> = no_at_most(language, rule).into_iter().collect();
    conditions.extend(rule.tests.iter().map(|test| condition(language, test, rule)));
    if !rule.vetoes.is_empty() {
        let titles: Vec<&str> = rule.vetoes.iter().map(|name| scenario.title_of(name)).collect();
        let names = titles.join(&say!(language, "answer-comma"));
        conditions.push(say!(language, "answer-rule-vetoes", names = names));
    }
    let quorum = rule.quorum.map_or_else(String::new, |q| share(language, q.share));
    say!(
        language,
        "answer-rule",
        conditions = conditions.join(&say!(language, "answer-rule-and")),
        minority = rule.blocking_minority.map_or_else(|| "none".to_owned(), |least| language.count(least)),
        signed = if rule.binds == Binds::Signatories { "yes" } else { "no" },
        quorum = match rule.quorum {
            None => "none",
            Some(q) if q.strict => "strict",
            Some(_) => "least",
        },
        share = quorum,
    )
}

/// How many may stand against it.
fn no_at_most(language: Language, rule: &DecisionRule) -> Option<String> {
    let most = rule.no_at_most?;
    let asks = match rule.asks {
        Asks::Objections => "objections",
        Asks::Silence => "silence",
        Asks::Votes => "votes",
    };
    let kind = if most == 0 { "nobody" } else { "some" };
    Some(say!(language, "answer-rule-against", kind = kind, asks = asks, n = most))
}

/// What a test asks for.
fn condition(language: Language, test: &Test, rule: &DecisionRule) -> String {
    let more = match test.at_least {
        _ if test.strict => "strict",
        Least::Share(Share(part, whole)) if part == whole => "all",
        _ => "least",
    };
    let how = match (rule.asks, rule.binds) {
        (Asks::Votes, Binds::Signatories) => "sign",
        (Asks::Votes, Binds::Everyone) => "vote",
        _ => "silent",
    };
    let base = match test.base {
        Base::PresentAndVoting => "voting",
        Base::Present => "present",
        Base::Participating => "participating",
        Base::Members => "members",
    };
    let unit = match test.unit {
        Unit::Heads => "heads",
        Unit::Population => "population",
        Unit::Weight => "votes",
        Unit::Materiality => "materiality",
    };
    match test.at_least {
        Least::Share(part) => say!(
            language,
            "answer-rule-share",
            more = more,
            share = share(language, part),
            base = base,
            unit = unit,
            how = how
        ),
        Least::Count(n) => {
            say!(language, "answer-rule-count", more = more, n = n, unit = unit, how = how)
        }
    }
}

fn share(language: Language, share: Share) -> String {
    match (share.0, share.1) {
        (1, 2) => say!(language, "answer-share-half"),
        (2, 3) => say!(language, "answer-share-two-thirds"),
        (1, 1) => say!(language, "answer-share-all"),
        (part, 100) => say!(language, "number-percent", number = part.to_string()),
        (part, whole) => format!("{part}/{whole}"),
    }
}
