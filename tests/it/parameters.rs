//! What a study may change: every field of a scenario, by its path.

use plenary::{
    protocol::ChairRevisions,
    scenario::{Parameter, Scenario},
};
use serde_json::Value as Json;

use crate::support::shipped;

const SMALL: &str = r#"(
    format: 1,
    title: "small",
    clauses: {
        "cuts": Ambition(status_quo: 0.1, weight: 2.0),
        "no.1 of two": Ambition(status_quo: 0.0, agreed: 0.3),
        "scope": Scope(status_quo: 1.0, governs: {"cuts": 0.5}),
    },
    countries: {
        "Norway": (positions: {"cuts": (0.8, 0.5, High)}, member_of: {"Nordic": 1.0}, tactic: (beta: 0.5, k: 0.1)),
        "St. Lucia": (positions: {"cuts": 0.6, "no.1 of two": 0.3}, risk: 0.5),
        "Japan": (member_of: {"Nordic": 0.7}, power: Major),
    },
    blocs: {"Nordic": (positions: {"cuts": 0.7}, discipline: 0.2)},
    firms: {"Meta": (lobbies: {"Norway": 0.1}, positions: {"cuts": 0.2}, budget: 4.0)},
    rule: ConsensusThenVote(vote: TwoThirds, attempts: 3, every: 5),
    defaults: (loss: Gaussian(0.3)),
    uncertainty: (ideals: (high: Normal(0.05)), patience: LogNormal(0.2)),
)"#;

fn small() -> Scenario {
    Scenario::parse("small", SMALL).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)))
}

fn chair(scenario: &Scenario) -> &ChairRevisions {
    scenario.protocol.chair().expect("a chair that revises")
}

fn set(scenario: &Scenario, path: &str, value: &str) -> Result<Scenario, String> {
    let mut changed = scenario.clone();
    let parameter: Parameter = path.parse().map_err(|e| format!("{e}"))?;
    assert_eq!(parameter.to_string(), path, "a parameter prints as it is written");
    parameter.set(&mut changed, value).map_err(|e| format!("{e}; {:?}", e.advice()))?;
    Ok(changed)
}

/// Every number, truth and word of a scenario with its path.
fn leaves(json: &Json, path: &str, found: &mut Vec<(String, String)>) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match json {
        // The name of a variant is no step of a path.
        Json::Object(map) if map.len() == 1 && map.keys().next().is_some_and(|k| is_variant(k)) => {
            for inner in map.values() {
                let of = if inner.is_number() { below("width") } else { path.to_owned() };
                leaves(inner, &of, found);
            }
        }
        Json::Object(map) => map.iter().for_each(|(name, value)| leaves(value, &below(name), found)),
        Json::Array(items) if path.contains("positions") => {
            for (name, value) in ["ideal", "salience", "confidence"].into_iter().zip(items) {
                leaves(value, &below(name), found);
            }
        }
        Json::Number(n) => found.push((path.to_owned(), n.to_string())),
        Json::Bool(b) => found.push((path.to_owned(), b.to_string())),
        Json::String(word) if is_variant(word) => found.push((path.to_owned(), word.clone())),
        _ => {}
    }
}

fn is_variant(word: &str) -> bool {
    const WORDS: [&str; 27] = [
        "Ambition",
        "Positional",
        "Scope",
        "ChairRevisions",
        "SponsorsText",
        "Party",
        "Given",
        "InternalVeto",
        "UntilNoneIsCarried",
        "Normal",
        "LogNormal",
        "Gaussian",
        "CityBlock",
        "Median",
        "Stated",
        "Exact",
        "Major",
        "Middle",
        "Small",
        "High",
        "Medium",
        "Low",
        "Derived",
        "Relative",
        "Heads",
        "Materiality",
        "Mean",
    ];
    WORDS.contains(&word)
}

/// Set to what it is, a field leaves the scenario as it is: so each of them is found, and nothing else is touched.
#[test]
fn every_field_is_a_parameter() {
    let mut scenarios: Vec<Scenario> =
        shipped().iter().map(|path| Scenario::load(path).expect("a sound scenario")).collect();
    scenarios.push(small());
    for scenario in scenarios {
        let bare = scenario.with_switches([]).expect("no switch");
        let json = serde_json::to_value(&bare).expect("JSON");
        let mut fields = Vec::new();
        for group in [
            "clauses",
            "countries",
            "blocs",
            "firms",
            "protocol",
            "saliences",
            "defaults",
            "uncertainty",
            "thresholds",
        ] {
            leaves(&json[group], group, &mut fields);
        }
        assert!(fields.len() > 60, "{}: {}", bare.title, fields.len());
        // A few hundred fields of the flagship say as much as all of them.
        let every = fields.len().div_ceil(250);
        for (path, value) in fields.iter().step_by(every) {
            let changed = set(&bare, path, value).unwrap_or_else(|e| panic!("{path} = {value}: {e}"));
            assert_eq!(changed, bare, "{path} = {value}");
        }
    }
}

/// Set to something else, the field and nothing else changes.
#[test]
fn a_field_changes_alone() {
    let small = small();
    type Case = (&'static str, &'static str, fn(&Scenario) -> f64, f64);
    let cases: [Case; 12] = [
        ("thresholds.lcd_index", "0.7", |s| s.thresholds.lcd_index, 0.7),
        ("protocol.step", "x0.5", |s| chair(s).step, 0.025),
        ("protocol.moves_per_round", "4", |s| chair(s).moves_per_round.unwrap_or(0).into(), 4.0),
        ("blocs.Nordic.discipline", "x2", |s| s.blocs.get("Nordic").unwrap().discipline, 0.4),
        (
            "countries.Japan.lobbying_resistance",
            "3.5",
            |s| s.countries.get("Japan").unwrap().lobbying_resistance,
            3.5,
        ),
        ("countries.St. Lucia.risk", "-1.5", |s| s.countries.get("St. Lucia").unwrap().risk.unwrap(), -1.5),
        ("countries.Japan.risk", "0.25", |s| s.countries.get("Japan").unwrap().risk.unwrap(), 0.25),
        ("countries.Norway.tactic.k", "0.2", |s| s.countries.get("Norway").unwrap().tactic.unwrap().k, 0.2),
        (
            "countries.Japan.reading.theta",
            "0.5",
            |s| s.countries.get("Japan").unwrap().reading.unwrap().theta,
            0.5,
        ),
        ("countries.*.votes", "3", |s| s.countries.values().map(|c| c.votes as f64).sum(), 9.0),
        (
            "firms.Meta.lobbies.Japan",
            "0.7",
            |s| *s.firms.get("Meta").unwrap().lobbies.get("Japan").unwrap(),
            0.7,
        ),
        ("countries.first", "2", |s| s.countries.len() as f64, 2.0),
    ];
    for (path, value, read, expected) in cases {
        let changed = set(&small, path, value).unwrap_or_else(|e| panic!("{path}: {e}"));
        assert!((read(&changed) - expected).abs() < 1e-12, "{path}: {}", read(&changed));
        assert_ne!(changed, small, "{path}");
    }
    let twice = set(&small, "countries.Norway.positions.cuts.salience", "x2").expect("a salience");
    assert_eq!(set(&twice, "countries.Norway.positions.cuts.salience", "0.5"), Ok(small.clone()));
    let agreed = set(&small, "clauses.cuts.agreed", "0.4").expect("agreed language");
    assert_eq!(agreed.problems(), vec![]);
    let spread = set(&small, "uncertainty.saliences", "LogNormal(0.3)").expect("a spread");
    assert_eq!(
        set(&spread, "uncertainty.saliences.width", "0.1").unwrap().uncertainty.saliences.width(),
        0.1
    );
    let floor = set(&small, "protocol.floor.paragraphs", "true").expect("the floor");
    assert!(chair(&floor).floor.paragraphs);
    let allowed = Scenario { rule: plenary::voting::Rule::Consensus, ..small };
    let allowed = set(&allowed, "rule.objections", "2").expect("an allowance");
    assert_eq!(allowed.rule, plenary::voting::Rule::ConsensusMinus(2));
}

/// What cannot be set says why, and names what was probably meant.
#[test]
fn a_wrong_path_or_value_is_refused() {
    let cases = [
        ("thresholds.lcd_idex", "0.7", "did you mean \\\"thresholds.lcd_index\\\"?"),
        ("thresholds.causal", "0.7", "did you mean \\\"thresholds.responsibility\\\"?"),
        ("protocol.stepp", "0.7", "did you mean \\\"protocol.step\\\"?"),
        ("blocs.Nordic.disciplin", "0.7", "discipline"),
        ("countries.Norge.votes", "2", "Norge"),
        ("protocol.step", "loud", "\"loud\" does not fit protocol.step"),
        ("protocol.step", "0.1, carve: 0.3", "does not fit"),
        ("protocol.step", "xyz", "does not fit"),
        ("protocol.rounds", "2.5", "does not fit"),
        ("countries.first", "4", "does not fit"),
        ("countries.first", "0", "does not fit"),
        ("rule.objections", "1", "does not fit"),
        ("weather", "0.7", "unknown parameter"),
        ("countries.*.weather", "0.7", "unknown parameter"),
    ];
    for (path, value, says) in cases {
        let error = set(&small(), path, value).expect_err(path);
        assert!(error.contains(says), "{path}: {error}");
    }
}
