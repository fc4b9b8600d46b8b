//! When a text is adopted, as a sentence in a language.

use std::fmt;

use super::{Asks, Base, Binds, DecisionRule, Least, Rule, Share, Test, Unit};
use crate::{language::Language, say};

impl Rule {
    /// When a text is adopted: "adopted if nobody present objects"; `title_of` says what members are called.
    pub fn in_words(&self, language: Language, title_of: &dyn Fn(&str) -> String) -> String {
        let (first, fallback) = self.compile();
        let first = first.in_words(language, title_of);
        match fallback {
            None => first,
            Some(then) => say!(
                language,
                "answer-rule-fallback",
                first = first,
                round = language.count(then.from_round.into()),
                callable = if then.callable { "yes" } else { "no" },
                then = then.rule.in_words(language, title_of),
            ),
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_words(Language::English, &|name| name.to_owned()))
    }
}

impl DecisionRule {
    /// The same of one decision.
    pub fn in_words(&self, language: Language, title_of: &dyn Fn(&str) -> String) -> String {
        let mut conditions: Vec<String> = no_at_most(language, self).into_iter().collect();
        conditions.extend(self.tests.iter().map(|test| condition(language, test, self)));
        if !self.vetoes.is_empty() {
            let titles: Vec<String> = self.vetoes.iter().map(|name| title_of(name)).collect();
            let names = titles.join(&say!(language, "answer-comma"));
            conditions.push(say!(language, "answer-rule-vetoes", names = names));
        }
        let quorum = self.quorum.map_or_else(String::new, |q| share(language, q.share));
        say!(
            language,
            "answer-rule",
            conditions = conditions.join(&say!(language, "answer-rule-and")),
            minority =
                self.blocking_minority.map_or_else(|| "none".to_owned(), |least| language.count(least)),
            signed = if self.binds == Binds::Signatories { "yes" } else { "no" },
            quorum = match self.quorum {
                None => "none",
                Some(q) if q.strict => "strict",
                Some(_) => "least",
            },
            share = quorum,
        )
    }
}

impl fmt::Display for DecisionRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_words(Language::English, &|name| name.to_owned()))
    }
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
