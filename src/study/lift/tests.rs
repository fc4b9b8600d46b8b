//! Doses against closed forms, ways against brute force, and cases in which there is little to find.

use std::ops::ControlFlow;

use super::{
    Lever, Lifted, Part, Search, Side, Standing, Target,
    lever::{apply, turnables},
    lift,
    ways::{candidates, settings_of},
};
use crate::{
    model::Model,
    scenario::Scenario,
    study::{Ensemble, measure::Measures},
};

const LAW: &str = include_str!("../../../scenarios/teaching/least-ambitious-law.ron");

/// The law of the least ambitious, wishes as stated, with rounds and steps so fine that the text is where theory has it.
fn law(settings: &[&str]) -> Scenario {
    let mut scenario = Scenario::parse("law.ron", LAW).expect("a scenario");
    let fine = ["uncertainty.ideals.medium=Exact", "protocol.rounds=2000", "protocol.step=0.01"];
    for setting in fine.iter().chain(settings) {
        let (path, value) = setting.split_once('=').expect("a setting");
        scenario.change(path, value).expect("it fits");
    }
    scenario
}

/// The same where rules and absences are so dear that dials are combined.
fn law_of_dials() -> Scenario {
    let mut scenario = law(&["protocol.rounds=120"]);
    scenario.costs.set("rule", 50.0);
    scenario.costs.set("laggard-absent", 50.0);
    scenario
}

fn find(scenario: &Scenario, target: &str, replicates: u64, contenders: usize) -> Lifted {
    let search = Search { seed: 1, replicates, contenders };
    let target: Target = target.parse().expect("a target");
    lift(scenario, &target, &search, |_| ControlFlow::Continue(())).expect("it is found")
}

fn lever<'l>(lifted: &'l Lifted, name: &str) -> &'l Lever {
    lifted.levers.iter().find(|lever| lever.name == name).unwrap_or_else(|| panic!("{name}"))
}

fn value(lifted: &Lifted, name: &str) -> f64 {
    let lever = lever(lifted, name);
    let dose = lever.dose.unwrap_or_else(|| panic!("{name}: {lever:?}"));
    assert_eq!(lever.standing, Standing::Reaches, "{name}");
    lever.value(dose.share).expect("a dial")
}

/// One clause, q = 0, wishes m = .2 … M = .9, everybody as patient, so that all have conceded the same F. A party with cost of
/// failure c and price of objecting χ goes along where |x − p| ≤ F (p + c) + χ; the extremes bind. Both with equality:
///
/// - c for all: F = (M − m)/(M + m + 2c), x = m + F (m + c). For x = .42: .7 (.2 + c) = .22 (1.1 + 2c), so c = .102/.26.
/// - c for Asteria alone: F = (M − m)/(M + m + c). For x = .4: .2 (1.1 + c) = .7 (.2 + c), so c = .16.
/// - χ for all: F = (M − m − 2χ)/(M + m), x = (2mM + χ (M − m))/(M + m). For x = .4: χ = .08/.7.
/// - b for Estoria: it asks for 1 − F (M − b), so F = (M − m)/(M + m − b). For x = .36: .16 (1.1 − b) = .14, so b = .225.
/// - β for Asteria, others .8: with s the time elapsed, M − x = M s^(1/.8) and x − m = m s^(1/β). For x = .36: s = .6^.8 and
///   s^(1/β) = .8, so β = .8 ln .6 / ln .8.
///
/// A step of a dial is a two-hundredth of its range, and the text is within .001 of theory: in all less than .006.
#[test]
fn doses_are_those_of_theory() {
    let at = |target: &str| find(&law(&[]), target, 1, 0);
    let near =
        |found: f64, expected: f64| assert!((found - expected).abs() < 0.006, "{found} for {expected}");
    near(value(&at("realised_depth >= 0.42"), "failure:up"), 0.102 / 0.26);
    let of_40 = at("realised_depth >= 0.4");
    near(value(&of_40, "failure:Asteria:up"), 0.16);
    near(value(&of_40, "isolation:up"), 0.08 / 0.7);
    let of_36 = at("realised_depth >= 0.36");
    near(value(&of_36, "outside:Estoria:up"), 0.225);
    let beta = value(&of_36, "patience:Asteria:up");
    let expected = 0.8 * libm::log(0.6) / libm::log(0.8);
    assert!(libm::log(beta / expected).abs() < 0.08, "{beta} for {expected}");
    // As c grows x tends to the midpoint of the extremes, .55, which ½ is far from reaching.
    let far = at("realised_depth >= 0.5");
    assert_eq!(lever(&far, "failure:up").standing, Standing::Misses);
    assert!(lever(&far, "failure:up").dose.is_none());
    assert!(far.is_certain && lever(&far, "failure:up").level.is_some_and(|level| level.low == level.high));
}

/// What the documented switches and the standard treatments do: with Asteria away, the extremes are .5 and .9, and the text is
/// at 2 · .5 · .9/1.4 = .643.
#[test]
fn a_switch_is_one_dose() {
    let found = find(&law(&[]), "realised_depth >= 0.6", 1, 0);
    let absent = lever(&found, "laggard-absent");
    assert!((absent.level.and_then(|level| level.mean).expect("a mean") - 0.9 / 1.4).abs() < 0.002);
    assert_eq!((absent.standing, absent.at, absent.dose), (Standing::Reaches, 1.0, None));
    // The same change under another name is told once.
    assert!(found.levers.iter().all(|lever| lever.name != "Asteria: away"));
}

/// On a drawn sample the interval of a dose has the dose of theory in it, up to the bend of the mean over draws of wishes: with
/// wishes drawn ± .05 the mean text lies within .004 of that at their means (2mM/(m+M) bends by −2M²/(m+M)³ · .05²/2 ≈ −.003),
/// which moves c by .004/.138 ≈ .03.
#[test]
fn intervals_hold_the_dose_of_theory() {
    let scenario = law(&["uncertainty.ideals.medium=Normal(0.05)", "protocol.rounds=200"]);
    let found = find(&scenario, "realised_depth >= 0.4", 200, 0);
    let lever = lever(&found, "failure:Asteria:up");
    let dose = lever.dose.expect("a dose");
    let [low, high] = [dose.low, dose.high].map(|end| lever.value(end.expect("an end")).expect("a value"));
    assert!(low < 0.16 + 0.03 && 0.16 - 0.03 < high && high - low < 0.15, "{low} to {high}");
    assert!(low < high, "{low} to {high}");
}

/// Every candidate negotiated in full, without a race: the cheapest candidate of each set of levers, none of which has a cheaper
/// one within.
fn brute_force(scenario: &Scenario, target: &Target, contenders: &[&str]) -> Vec<(String, f64)> {
    let base = scenario.with_switches([]).expect("a case");
    let model = Model::compile(&base).expect("a case");
    let levers = turnables(scenario, &base, &model).expect("levers");
    let places: Vec<usize> =
        (0..levers.len()).filter(|&k| contenders.contains(&levers[k].name.as_str())).collect();
    let depth = |settings: &[(String, String)]| {
        let model = Model::compile(&apply(&base, settings).expect("it fits")).expect("a case");
        let measure = Measures::of(&model).select(&target.measure).expect("a measure");
        let outcome = Ensemble::new(&model, 1).in_turn(0..1).next().expect("an outcome");
        measure.read(&model, &outcome).number().expect("a number")
    };
    let mut found: Vec<(Vec<Part>, f64)> = Vec::new();
    let mut watch = |_| ControlFlow::Continue(());
    let measure = Measures::of(&model).select(&target.measure).expect("a measure");
    let sampler = super::sampler::Sampler::new(base.clone(), &measure, 1, &mut watch);
    for (parts, cost) in candidates(&levers, &places, &sampler) {
        // A cheaper one of the same levers comes first; fewer of them at no greater doses make the others needless.
        let has =
            |p: &Part, doses: bool| parts.iter().any(|q| p.lever == q.lever && (!doses || p.dose <= q.dose));
        let is_needless =
            found.iter().any(|(other, _)| other.iter().all(|p| has(p, other.len() < parts.len())));
        if !is_needless && target.meets(depth(&settings_of(&levers, &parts))) {
            found.push((parts, cost));
        }
    }
    let name = |own: &Vec<Part>| {
        own.iter().map(|part| levers[part.lever].name.clone()).collect::<Vec<_>>().join(" + ")
    };
    found.iter().map(|(own, cost)| (name(own), *cost)).collect()
}

/// Racing finds the ways that trying everything finds, at the same costs.
#[test]
fn racing_equals_brute_force() {
    let scenario = law_of_dials();
    for target in ["realised_depth >= 0.5", "realised_depth >= 0.54"] {
        let found = find(&scenario, target, 1, 5);
        let names: Vec<String> = found
            .ways
            .iter()
            .flat_map(|way| &way.parts)
            .map(|part| found.levers[part.lever].name.clone())
            .collect();
        let contenders = found.terms.expect("a race").contenders;
        assert_eq!(contenders, 5);
        let raced: Vec<(String, f64)> = found
            .ways
            .iter()
            .map(|way| {
                assert!(way.is_sure, "nothing is drawn");
                let mut parts: Vec<String> =
                    way.parts.iter().map(|part| found.levers[part.lever].name.clone()).collect();
                parts.sort_unstable();
                (parts.join(" + "), way.cost)
            })
            .collect();
        // Contenders that are in no way cannot be told from the outside; trying everything is done with those that are.
        let known: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut brute: Vec<(String, f64)> =
            brute_force(&scenario, &target.parse().expect("a target"), &known);
        for (name, _) in &mut brute {
            let mut parts: Vec<&str> = name.split(" + ").collect();
            parts.sort_unstable();
            *name = parts.join(" + ");
        }
        assert!(raced.iter().any(|(name, _)| name.contains(" + ")), "{raced:?}");
        let most = raced.last().expect("a way").1;
        for (name, cost) in
            brute.iter().filter(|(_, cost)| *cost < most - 1e-9 || raced.len() < super::MOST_WAYS)
        {
            assert!(
                raced.iter().any(|(n, c)| n == name && (c - cost).abs() < 1e-9),
                "{name} {cost}: {raced:?}"
            );
        }
        for (name, cost) in &raced {
            assert!(
                brute.iter().any(|(n, c)| n == name && (c - cost).abs() < 1e-9),
                "{name} {cost}: {brute:?}"
            );
        }
    }
}

/// What a pair does beyond its parts, where nothing is drawn: the four texts by hand.
#[test]
fn an_interaction_is_what_is_beyond_the_sum() {
    let scenario = law_of_dials();
    let found = find(&scenario, "realised_depth >= 0.5", 1, 5);
    let depth = |settings: &[(String, String)]| {
        let model =
            Model::compile(&apply(&scenario.with_switches([]).expect("a case"), settings).expect("it fits"))
                .expect("a case");
        Ensemble::new(&model, 1).in_turn(0..1).next().expect("an outcome").realised_depth
    };
    let way = found.ways.iter().find(|way| way.parts.len() == 2).expect("a pair");
    let [a, b] = [0, 1].map(|k| depth(&found.levers[way.parts[k].lever].settings(way.parts[k].dose)));
    let expected = depth(&found.settings(way)) - a - b + depth(&[]);
    let interaction = way.interaction.expect("an interaction");
    assert!((interaction.mean.expect("a mean") - expected).abs() < 1e-12, "{interaction:?}, {expected}");
    assert_eq!(interaction.low, interaction.high);
}

/// Costs decide about order: what is dear comes last, and a stated cost is per whole dose.
#[test]
fn costs_are_the_authors() {
    let mut scenario = law(&["protocol.rounds=120"]);
    let dear = |scenario: &Scenario| find(scenario, "realised_depth >= 0.4", 1, 0);
    let before = lever(&dear(&scenario), "failure:Asteria:up").cost_at();
    scenario.costs.set("countries.Asteria.cost_of_failure", 8.0);
    scenario.costs.set("failure", 3.0);
    let after = dear(&scenario);
    assert!((lever(&after, "failure:Asteria:up").cost_at() - 8.0 * before).abs() < 1e-12);
    assert_eq!((lever(&after, "failure:up").cost, lever(&after, "isolation:up").cost), (3.0, 1.0));
    scenario.costs.set("failures", 1.0);
    let search = Search { seed: 1, replicates: 1, contenders: 0 };
    let target = "realised_depth > 0.4".parse().expect("a target");
    let error = lift(&scenario, &target, &search, |_| ControlFlow::Continue(())).expect_err("no such lever");
    assert!(error.to_string().contains("\"failures\"") && error.to_string().contains("failure"), "{error}");
}

#[test]
fn what_is_reached_already_needs_nothing() {
    let found = find(&law(&[]), "realised_depth > 0.3", 1, 3);
    assert_eq!(found.side(), Side::Reaches);
    assert!(found.levers.is_empty() && found.ways.is_empty() && found.negotiations == 1);
}

/// Nothing makes a text deeper than the deepest wish.
#[test]
fn what_nobody_wishes_for_is_never_reached() {
    let found = find(&law(&["protocol.rounds=60"]), "realised_depth > 0.95", 1, 3);
    assert!(
        found.levers.iter().all(|l| matches!(l.standing, Standing::Misses | Standing::Idle)),
        "{:?}",
        found.levers
    );
    assert!(found.ways.is_empty());
}

/// Without a conflict of ambition Λ is undefined.
#[test]
fn an_undefined_measure_is_told() {
    let text = r#"(format: 1, title: "One mind", clauses: {"cuts": Ambition(status_quo: 0.0)},
        countries: {"A": (positions: {"cuts": 0.5}), "B": (positions: {"cuts": 0.5})})"#;
    let scenario = Scenario::parse("mind.ron", text).expect("a scenario");
    let found = find(&scenario, "lcd_index < 0.5", 4, 3);
    assert_eq!(found.base.map(|base| base.defined), Some(0));
    assert!(found.levers.is_empty() && found.side() == Side::Open);
}

/// A party alone gets what it wants: there is nobody to move.
#[test]
fn one_party_has_nothing_to_lift() {
    let text = r#"(format: 1, title: "Alone", clauses: {"cuts": Ambition(status_quo: 0.0)},
        countries: {"A": (positions: {"cuts": 0.5})})"#;
    let scenario = Scenario::parse("alone.ron", text).expect("a scenario");
    let found = find(&scenario, "realised_depth > 0.6", 8, 3);
    assert!(!found.levers.is_empty() && found.ways.is_empty());
    assert!(
        found.levers.iter().all(|l| matches!(l.standing, Standing::Misses | Standing::Idle)),
        "{:?}",
        found.levers
    );
}

/// Ended after a while, it keeps what it has, and says how much that is: while doses are sought some levers are missing, later
/// only combinations.
#[test]
fn an_end_keeps_what_was_found() {
    let scenario = law_of_dials();
    let search = Search { seed: 1, replicates: 1, contenders: 5 };
    let target: Target = "realised_depth >= 0.5".parse().expect("a target");
    let whole = find(&scenario, "realised_depth >= 0.5", 1, 5);
    let ended_after = |most: u64| {
        let mut left = most;
        let watch = |_| {
            left -= 1;
            if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        lift(&scenario, &target, &search, watch).expect("it is found")
    };
    let late = ended_after(whole.negotiations - 3);
    assert!(late.is_interrupted && late.unfinished == 0 && !late.ways.is_empty());
    assert_eq!(late.levers.len(), whole.levers.len());
    let early = ended_after(whole.negotiations / 3);
    assert!(early.is_interrupted && early.ways.is_empty());
    assert_eq!(early.levers.len() + early.unfinished, whole.levers.len());
    assert!(ended_after(1).levers.is_empty());
}
