//! The shipped bodies: real members, real weights, and what their opening comments promise.

use std::path::Path;

use plenary::{
    analysis::{Analysis, MemberPower},
    scenario::Scenario,
};

use crate::support::data;

fn body(name: &str) -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/bodies/{name}.ron"));
    Scenario::load(path).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)))
}

fn power(scenario: &Scenario) -> Vec<MemberPower> {
    Analysis::of(scenario).rule.power
}

fn of<'a>(power: &'a [MemberPower], name: &str) -> &'a MemberPower {
    power.iter().find(|member| member.name == name).expect("a member")
}

/// As many members as there are.
#[test]
fn memberships() {
    for (name, members) in [
        ("un-general-assembly", 193),
        ("un-security-council", 15),
        ("un-security-council-1946", 11),
        ("wto", 166),
        ("osce", 57),
        ("eec-council-1958", 6),
        ("eec-council-1973", 9),
        ("eu-council-nice-15", 15),
        ("eu-council-nice-27", 27),
        ("eu-council-lisbon", 27),
    ] {
        assert_eq!(body(name).countries.len(), members, "{name}");
    }
}

/// Row 28 on the bodies themselves.
#[test]
fn what_a_veto_is_worth() {
    let since = power(&body("un-security-council"));
    let before = power(&body("un-security-council-1946"));
    let exact = |member: &MemberPower| member.exact.clone().expect("short").0;
    assert_eq!(exact(of(&since, "France")), "421/2145");
    assert_eq!(exact(of(&since, "Guyana")), "4/2145");
    assert_eq!(exact(of(&before, "France")), "76/385");
    assert_eq!(exact(of(&before, "Uruguay")), "1/462");
}

/// Rows 30 and 31 on the bodies themselves: a vote worth nothing, until three more join.
#[test]
fn luxembourg() {
    let six = Analysis::of(&body("eec-council-1958")).rule;
    assert_eq!(six.dummies, ["Luxembourg"]);
    assert_eq!(of(&six.power, "Luxembourg").banzhaf, 0.0, "exactly zero");
    let nine = Analysis::of(&body("eec-council-1973")).rule;
    assert!(nine.dummies.is_empty());
    assert_eq!(of(&nine.power, "Luxembourg").exact.as_ref().expect("short").0, "1/105");
}

/// Row 33 on the Assembly: two thirds, everybody voting, 1.66984e-6.
#[test]
fn the_assembly_can_hardly_act() {
    let important = body("un-general-assembly").with_switches(["important-question"]).expect("a switch");
    let act = Analysis::of(&important).rule.power_to_act.expect("counted");
    assert!((act - 1.669_84e-6).abs() < 5e-12, "{act}");
    assert!((1.0 / act - 600_000.0).abs() < 5_000.0, "one case of 600,000");
}

/// Nice with 27: published (Felsenthal & Machover 2004, normalised Banzhaf, per cent): Germany 7.78, Spain 7.42, Romania
/// 4.26, the Netherlands 3.97, Malta .94. The population test changes nobody's share by a tenth of a point.
#[test]
fn nice() {
    let nice = body("eu-council-nice-27");
    let tested = power(&nice);
    for (name, share) in
        [("Germany", 7.78), ("Spain", 7.42), ("Romania", 4.26), ("Netherlands", 3.97), ("Malta", 0.94)]
    {
        let banzhaf = 100.0 * of(&tested, name).banzhaf;
        assert!((banzhaf - share).abs() < 0.006, "{name}: {banzhaf}");
    }
    let votes = power(&nice.with_switches(["votes-alone"]).expect("a switch"));
    for (a, b) in tested.iter().zip(&votes) {
        assert!((a.shapley_shubik - b.shapley_shubik).abs() < 0.001, "{}", a.name);
    }
}

/// Lisbon: Germany's share of power is within two points of its share of people, under Nice it is about half of it.
#[test]
fn lisbon_follows_population() {
    let share = |name: &str| {
        let scenario = body(name);
        let all: u64 = scenario.countries.values().map(|c| c.population).sum();
        let germany = scenario.countries.get("Germany").expect("a member").population as f64 / all as f64;
        (germany, of(&power(&scenario), "Germany").shapley_shubik)
    };
    let (people, power) = share("eu-council-lisbon");
    assert!((people - power).abs() < 0.02, "{people} {power}");
    // Of 492.9 million in 2007 it had 82.4.
    let (people, power) = share("eu-council-nice-27");
    assert!(power < 0.55 * people, "{people} {power}");
}

/// Votes against the table they were taken from, where it is at hand.
#[test]
fn votes_as_in_the_table() {
    let Some(path) = data("eu_council.csv") else { return };
    let text = std::fs::read_to_string(path).expect("readable");
    let mut lines = text.lines();
    let columns: Vec<&str> = lines.next().expect("a heading").split(',').collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    for (name, column) in
        [("eec-council-1973", "v9"), ("eu-council-nice-15", "v25"), ("eu-council-nice-27", "v25")]
    {
        let k = columns.iter().position(|c| *c == column).expect("a column");
        for (country, written) in body(name).countries.iter() {
            let spelt = if country == "Czechia" { "Czech Republic" } else { country };
            let row = rows.iter().find(|row| row[0] == spelt).expect("in the table");
            assert_eq!(written.votes.to_string(), row[k], "{name}: {country}");
        }
    }
}
