//! Extreme but legal inputs: each ends, in every protocol, with a text that is one and a label that fits; where theory
//! says what must come out, it does.

use plenary::{model::Model, negotiation::Negotiator, null::Null, outcome::Outcome, scenario::Scenario};

use crate::harness::assert_one_text;

/// Every protocol, short.
const PROTOCOLS: [&str; 8] = [
    "ChairRevisions(rounds: 6)",
    "ClauseByClause(rounds: 6)",
    "SponsorsText()",
    "AgendaSetter()",
    "SingleText(rounds: 40)",
    "SingleText(rounds: 40, accept: Annealing())",
    "SingleText(rounds: 40, accept: Annealing(score: LeastSurplus))",
    "Compromise",
];

/// Rules of every kind.
const RULES: [&str; 6] = [
    "Consensus",
    "SilenceProcedure",
    "SimpleMajority",
    "Unanimity",
    "ConsensusThenVote(vote: TwoThirds, attempts: 1, every: 2)",
    "CoalitionOfTheWilling(signatories: 1)",
];

/// A room as text, from what each country says.
struct Hall {
    clauses: String,
    countries: Vec<String>,
    more: String,
}

impl Hall {
    /// So many countries and clauses, with wishes and cares that differ.
    fn of(countries: usize, clauses: usize) -> Self {
        let wish = |i: usize, d: usize| {
            let p = ((i * 37 + d * 61) % 101) as f64 / 100.0;
            let w = 0.1 + ((i * 13 + d * 7) % 10) as f64 / 10.0;
            format!("\"c{d}\": ({p}, {w})")
        };
        let country = |i: usize| {
            let wishes: Vec<String> = (0..clauses).map(|d| wish(i, d)).collect();
            format!("positions: {{{}}}", wishes.join(", "))
        };
        Self {
            clauses: kinds(clauses),
            countries: (0..countries).map(country).collect(),
            more: String::new(),
        }
    }

    fn each(mut self, says: impl Fn(usize, &str) -> String) -> Self {
        self.countries = self.countries.iter().enumerate().map(|(i, was)| says(i, was)).collect();
        self
    }

    fn with(mut self, more: &str) -> Self {
        self.more.push_str(more);
        self
    }

    fn scenario(&self, rule: &str, protocol: &str) -> Scenario {
        let countries: String =
            self.countries.iter().enumerate().map(|(i, says)| format!("\"P{i}\": ({says}),\n")).collect();
        let text = format!(
            "(format: 1, title: \"extreme\", clauses: {{{}}}, countries: {{{countries}}}, rule: {rule}, protocol: {protocol}, {})",
            self.clauses, self.more
        );
        Scenario::parse("extreme", &text).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)))
    }

    /// Runs it under every protocol and these rules, looks at every outcome, and asks every null model.
    fn survives(&self, rules: &[&str]) -> Vec<(String, Outcome)> {
        let mut outcomes = Vec::new();
        for protocol in PROTOCOLS {
            for rule in rules {
                // A text that is signed is signed as a whole.
                if rule.starts_with("Coalition") && protocol.starts_with("ClauseByClause") {
                    continue;
                }
                let model = Model::compile(&self.scenario(rule, protocol)).expect("sound");
                let mut negotiator = Negotiator::new(&model, 1);
                let outcome = negotiator.negotiate(0, &mut ());
                is_one(&outcome, &model, &format!("{protocol} under {rule}"));
                for null in Null::ALL {
                    let found = negotiator.under(null);
                    assert!(
                        found.is_none_or(|n| (0.0..=1.0).contains(&n.realised_depth)),
                        "{null} in {protocol}"
                    );
                }
                outcomes.push((format!("{protocol} under {rule}"), outcome));
            }
        }
        outcomes
    }
}

/// Ambition first, then each kind in turn.
fn kinds(clauses: usize) -> String {
    let kind = |d: usize| match d % 4 {
        0 | 3 => format!("\"c{d}\": Ambition(status_quo: {:?}),", (d % 3) as f64 / 10.0),
        1 => format!("\"c{d}\": Positional(status_quo: 0.5),"),
        _ => format!("\"c{d}\": Scope(status_quo: 1, governs: {{\"c{}\": 0.5}}),", d - 2),
    };
    (0..clauses).map(kind).collect()
}

/// One text, and in time.
fn is_one(outcome: &Outcome, model: &Model, what: &str) {
    println!("{what}");
    assert_one_text(outcome, model);
    assert!(outcome.round <= model.proceedings().rounds * model.clauses().len() as u32);
}

/// Alone one gets what one wants, under every rule and protocol that starts from wishes; and nothing less than it has
/// under any.
#[test]
fn one_party() {
    let hall = Hall::of(1, 3).each(|_, _| "positions: {\"c0\": 0.8, \"c1\": 0.2, \"c2\": 1}".to_owned());
    for (what, outcome) in hall.survives(&RULES[..5]) {
        assert!(outcome.conclusion.adopted(), "{what}");
        if !what.starts_with("SingleText") {
            let texts = outcome.text.0.iter().zip([0.8, 0.2, 1.0]);
            assert!(
                texts.into_iter().all(|(x, p)| (x.middle() - p).abs() < 1e-9),
                "{what}: {:?}",
                outcome.text
            );
        }
        assert!(outcome.parties[0].gain > -1e-9, "{what}");
    }
    hall.survives(&RULES[5..]);
}

#[test]
fn one_clause() {
    Hall::of(7, 1).survives(&RULES);
}

/// Where all want the same they agree on it at once.
#[test]
fn all_ideals_equal() {
    let hall = Hall::of(9, 2).each(|_, _| "positions: {\"c0\": (0.7, 0.5), \"c1\": (0.3, 0.5)}".to_owned());
    for (what, outcome) in hall.survives(&RULES) {
        assert!(outcome.conclusion.adopted(), "{what}");
        assert!(outcome.index.is_none(), "{what}: no conflict of ambition");
        if !what.starts_with("SingleText") {
            assert!((outcome.depth - 0.7).abs() < 1e-9, "{what}: {}", outcome.depth);
        }
    }
}

#[test]
fn all_saliences_on_one_clause() {
    let hall = Hall::of(6, 4)
        .each(|i, _| format!("positions: {{\"c0\": (0.{i}, 1), \"c1\": (0.5, 0), \"c3\": (1, 0)}}"));
    hall.survives(&RULES);
}

#[test]
fn one_round() {
    for protocol in [
        "ChairRevisions(rounds: 1)",
        "ClauseByClause(rounds: 1)",
        "SponsorsText(rounds: 1)",
        "SingleText(rounds: 1)",
    ] {
        for rule in ["Consensus", "TwoThirds", "ConsensusThenVote(vote: TwoThirds, attempts: 1, every: 1)"] {
            let model = Model::compile(&Hall::of(5, 3).scenario(rule, protocol)).expect("sound");
            let outcome = Negotiator::new(&model, 1).negotiate(0, &mut ());
            is_one(&outcome, &model, protocol);
        }
    }
}

/// A chair without moves puts its draft again and again: what comes out is the draft, or nothing.
#[test]
fn every_move_off() {
    for protocol in ["ChairRevisions(rounds: 20, moves: [])", "ClauseByClause(rounds: 20, moves: [])"] {
        for rule in RULES.into_iter().filter(|rule| !rule.starts_with("Coalition")) {
            let model = Model::compile(&Hall::of(5, 3).scenario(rule, protocol)).expect("sound");
            let outcome = Negotiator::new(&model, 1).negotiate(0, &mut ());
            is_one(&outcome, &model, protocol);
            if outcome.conclusion.adopted() && protocol.starts_with("Chair") {
                assert!((outcome.depth - outcome.draft_depth).abs() < 1e-12, "{rule}");
            }
        }
    }
}

/// Whoever alone has come decides alone, where absence does not count as a No.
#[test]
fn every_party_absent_but_one() {
    for absent in ["boycotts: true", "attendance: 0", "opts_out: true"] {
        let hall = Hall::of(9, 2).each(|i, says| match i {
            4 => "positions: {\"c0\": 0.9, \"c1\": 0.1}".to_owned(),
            _ => format!("{says}, {absent}"),
        });
        // Unanimity of all members is refused where some take no part.
        let rules: Vec<&str> =
            RULES.into_iter().filter(|rule| absent != "opts_out: true" || *rule != "Unanimity").collect();
        for (what, outcome) in hall.survives(&rules) {
            let by_consensus = what.ends_with("under Consensus") && !what.starts_with("SingleText");
            assert!(
                !by_consensus || (outcome.depth - 0.9).abs() < 1e-9,
                "{what}, {absent}: {}",
                outcome.depth
            );
        }
    }
}

/// A bloc of everyone speaks with one voice, and gets what it agreed on; one that does not speak changes nothing.
#[test]
fn a_bloc_of_everyone() {
    for common in ["Median", "Mean", "InternalVeto", "Leader(\"P3\")"] {
        for cohesion in [0.0, 0.5, 1.0] {
            let hall = Hall::of(7, 2)
                .each(|_, says| format!("{says}, member_of: {{\"All\": 1}}"))
                .with(&format!("blocs: {{\"All\": (common: {common}, cohesion: {cohesion:?})}},"));
            for (what, outcome) in hall.survives(&RULES[..2]) {
                let chair = what.starts_with("ChairRevisions") || what.starts_with("Compromise");
                assert!(cohesion < 1.0 || !chair || outcome.conclusion.adopted(), "{common}, {what}");
            }
        }
    }
}

/// Options alone, one of them or many; nothing to fall back on.
#[test]
fn options_alone() {
    for status_quo in ["status_quo: \"o0\",", ""] {
        for options in [1, 2, 40] {
            let list: String = (0..options).map(|o| format!("\"o{o}\": (),")).collect();
            let mut hall = Hall::of(5, 1).each(|i, _| {
                let points: Vec<String> =
                    (0..options).map(|o| format!("\"o{o}\": {}", 1 + (i * 7 + o * 3) % 11)).collect();
                format!("positions: {{\"c0\": {{{}}}, \"c1\": {{\"o0\": 1}}}}", points.join(", "))
            });
            let clause = format!("Options({status_quo} options: {{{list}}})");
            hall.clauses = format!("\"c0\": {clause}, \"c1\": {clause}");
            hall.survives(&RULES);
        }
    }
}

/// Every loss and attitude to risk, costs as large and as small as may be written, patience at its ends.
#[test]
fn traits_at_their_ends() {
    for defaults in [
        "loss: Quadratic, risk: 50",
        "loss: Euclidean, risk: -50",
        "loss: Gaussian(1e-9)",
        "loss: Gaussian(1e9)",
        "loss: Asymmetric(over: 0, under: 1)",
        "loss: Asymmetric(over: 1e300, under: 1e-300)",
        "cost_of_failure: 1e300",
        "isolation_cost: (major: 1e300, middle: 1e300, small: 0), isolation_decay: 1e-300",
        "isolation_decay: 1e300",
        "tactic: (major: (beta: 0.01), middle: (beta: 0.01), small: (beta: 100, k: 1))",
        "reading: (theta: 1, vagueness: 1e300)",
        "exit_margin: 0, exit_after: 1",
    ] {
        let hall = Hall::of(4, 3)
            .each(|i, says| {
                format!(
                    "{says}, outside_option: {}, materiality: 1e{}",
                    [-1, 0, 1, 0][i],
                    [12, 6, -6, -300][i]
                )
            })
            .with(&format!("defaults: ({defaults}),"));
        hall.survives(&["Consensus", "SimpleMajority"]);
        let everything = "uncertainty: (ideals: (medium: Normal(10)), saliences: LogNormal(10), cost_of_failure: Normal(10),
             outside_option: Uniform(10), isolation_cost: LogNormal(10), patience: LogNormal(10)),";
        hall.with(everything).survives(&["Consensus", "TwoThirds"]);
    }
}

/// 2,000 parties; 60 clauses; both, for a round.
#[test]
fn many() {
    for (parties, clauses, protocols) in [
        (
            2_000,
            2,
            &[
                "ChairRevisions(rounds: 4)",
                "ClauseByClause(rounds: 4)",
                "SponsorsText()",
                "SingleText(rounds: 40)",
                "Compromise",
            ][..],
        ),
        (
            5,
            60,
            &[
                "ChairRevisions(rounds: 4)",
                "ClauseByClause(rounds: 4)",
                "AgendaSetter()",
                "SingleText(rounds: 40)",
                "Compromise",
            ],
        ),
        (
            2_000,
            60,
            &[
                "ChairRevisions(rounds: 1, moves_per_round: 1)",
                "SponsorsText(rounds: 1)",
                "SingleText(rounds: 5)",
                "Compromise",
            ],
        ),
    ] {
        let hall = Hall::of(parties, clauses);
        for protocol in protocols {
            for rule in ["Consensus", "TwoThirds"] {
                let model = Model::compile(&hall.scenario(rule, protocol)).expect("sound");
                let outcome = Negotiator::new(&model, 1).negotiate(0, &mut ());
                is_one(&outcome, &model, &format!("{parties} × {clauses}, {protocol} under {rule}"));
            }
        }
    }
}
