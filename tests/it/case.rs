//! Small rooms in which one rule of the model can be seen at work; expected values by hand.

use plenary::{
    model::Model,
    negotiation::{Negotiator, Observer, Realisation, View},
    outcome::{Conclusion, Label, Outcome},
    scenario::Scenario,
    stance::Stance,
    text::{ClauseId, Value},
};

fn sound(text: &str) -> Scenario {
    Scenario::parse("case", text).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)))
}

fn model(text: &str) -> Model {
    Model::compile(&sound(text)).expect("a sound scenario")
}

fn outcome(model: &Model) -> Outcome {
    Negotiator::new(model, 1).negotiate(0, &mut ())
}

/// oracles.md row 13, under the default protocol: the package is (1, 1), and each gains .6.
#[test]
fn logrolling_as_a_package() {
    let model = model(
        r#"(format: 1, title: "logroll",
            clauses: {"a": Ambition(status_quo: 0.0), "b": Ambition(status_quo: 0.0)},
            countries: {"A": (positions: {"a": (1.0, 0.8), "b": (0.0, 0.2)}),
                        "B": (positions: {"a": (0.0, 0.2), "b": (1.0, 0.8)})},
            defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))"#,
    );
    let found = outcome(&model);
    assert!(found.conclusion.adopted());
    for value in &found.text.0 {
        assert!((value.middle() - 1.0).abs() < 1e-9 && value.width() == 0.0, "{:?}", found.text);
    }
    for party in &found.parties {
        assert!((party.gain - 0.6).abs() < 1e-9);
    }
}

/// A bloc of three, weights 1: median .5, mean .5333, leader, internal veto .2 (ambition) and median elsewhere.
#[test]
fn blocs_agree_among_themselves() {
    let bloc = |common: &str| {
        model(&format!(
            r#"(format: 1, title: "bloc", clauses: {{"d": Ambition(status_quo: 0.0), "e": Positional(status_quo: 0.5)}},
                countries: {{"A": (member_of: {{"B": 1}}, positions: {{"d": 0.2, "e": 0.1}}),
                             "C": (member_of: {{"B": 1}}, positions: {{"d": 0.5, "e": 0.3}}),
                             "D": (member_of: {{"B": 1}}, positions: {{"d": 0.9, "e": 0.8}})}},
                blocs: {{"B": (common: {common}, cohesion: 0.5, positions: {{"d": 0.7}})}})"#
        ))
    };
    for (common, d, e) in [
        ("Median", 0.5, 0.3),
        ("Mean", 1.6 / 3.0, 0.4),
        ("Leader(\"D\")", 0.9, 0.8),
        ("InternalVeto", 0.2, 0.3),
        ("Stated", 0.7, 0.3),
    ] {
        let model = bloc(common);
        let room = Realisation::as_stated(&model);
        let near = |found: Option<f64>, expected: f64| {
            assert!((found.unwrap() - expected).abs() < 1e-12, "{common}")
        };
        near(room.position(&model, 0, ClauseId(0)), d);
        near(room.position(&model, 0, ClauseId(1)), e);
        // A member meets its bloc halfway: (1 − δ)p + δP.
        assert!((room.effective.ideal(0, ClauseId(0)) - (0.1 + d / 2.0)).abs() < 1e-12, "{common}");
        assert_eq!(room.national.ideal(0, ClauseId(0)), 0.2, "its own wish stays what it was");
    }
}

/// Two memberships share a country: p + Σ (w/Σw) δ (P − p).
#[test]
fn a_country_in_two_blocs() {
    let model = model(
        r#"(format: 1, title: "two", clauses: {"d": Ambition(status_quo: 0.0)},
            countries: {"A": (member_of: {"X": 3, "Y": 1}, positions: {"d": 0.4})},
            blocs: {"X": (common: Stated, cohesion: 0.8, positions: {"d": 0.8}),
                    "Y": (common: Stated, cohesion: 0.4, positions: {"d": 0.0})})"#,
    );
    let expected = 0.4 + 0.75 * 0.8 * 0.4 + 0.25 * 0.4 * -0.4;
    assert!((Realisation::as_stated(&model).effective.ideal(0, ClauseId(0)) - expected).abs() < 1e-12);
}

/// ℓ = L/(L + κ), on clauses both care about: L = .25 + .75, κ = 3, ℓ = ¼, pull = .25·.2 + .75·1 = .8.
#[test]
fn firms_move_their_host() {
    let model = model(
        r#"(format: 1, title: "firms",
            clauses: {"d": Ambition(status_quo: 0.0), "e": Ambition(status_quo: 0.0)},
            countries: {"H": (positions: {"d": 0.4, "e": 0.4}, lobbying_resistance: 3.0)},
            firms: {"F": (positions: {"d": 0.2}, lobbies: {"H": 0.25}, budget: 0.25),
                    "G": (positions: {"d": 1.0}, lobbies: {"H": 0.75})})"#,
    );
    let room = Realisation::as_stated(&model);
    assert!((room.national.ideal(0, ClauseId(0)) - (0.75 * 0.4 + 0.25 * 0.8)).abs() < 1e-12);
    assert_eq!(room.national.ideal(0, ClauseId(1)), 0.4, "a clause no firm cares about");
}

/// Firms' sway over the chair's draft is capped at .1.
#[test]
fn firms_move_the_draft_a_little() {
    let model = model(
        r#"(format: 1, title: "draft", clauses: {"d": Ambition(status_quo: 0.0)},
            countries: {"A": (positions: {"d": 0.4})},
            firms: {"F": (positions: {"d": 1.0}, lobbies: {"A": 0}, drafting: 50)})"#,
    );
    assert!((outcome(&model).draft_depth - (0.9 * 0.4 + 0.1)).abs() < 1e-12);
}

/// Attendance is drawn once per negotiation: .3 of 2,000 replicates within four standard errors (a false alarm
/// once in 16,000).
#[test]
fn attendance_is_a_probability() {
    let model = model(
        r#"(format: 1, title: "attendance", clauses: {"d": Ambition(status_quo: 0.0)},
            countries: {"A": (positions: {"d": 0.4}), "B": (positions: {"d": 0.6}, attendance: 0.3)})"#,
    );
    let mut negotiator = Negotiator::new(&model, 9);
    let came = (0..2_000).filter(|&r| negotiator.negotiate(r, &mut ()).participation > 0.9).count();
    let error = (0.3_f64 * 0.7 / 2_000.0).sqrt();
    assert!((came as f64 / 2_000.0 - 0.3).abs() < 4.0 * error, "{came} of 2,000");
}

/// A boycott takes a party out of the room, the benchmarks over V and the text; those over all members stay.
#[test]
fn a_boycott() {
    let text = |boycotts: bool| {
        format!(
            r#"(format: 1, title: "boycott", clauses: {{"d": Ambition(status_quo: 0.0)}},
                countries: {{"A": (positions: {{"d": 0.1}}, boycotts: {boycotts}), "B": (positions: {{"d": 0.6}}),
                             "C": (positions: {{"d": 0.8}})}},
                defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))"#
        )
    };
    let (with, without) = (outcome(&model(&text(false))), outcome(&model(&text(true))));
    assert_eq!(with.benchmarks[0], 0.1);
    assert_eq!(without.benchmarks[0], 0.6);
    assert_eq!(without.benchmarks_of_all[0], 0.1);
    assert_eq!(without.parties[0].stance, Stance::Absent);
    assert!((without.participation - 2.0 / 3.0).abs() < 1e-12);
    assert!(without.depth > with.depth + 0.2);
}

/// r = max(u(q) − c, b): an outside option above anything on offer ends in deadlock, by theory and here.
#[test]
fn an_outside_option_above_every_text() {
    let model = model(
        r#"(format: 1, title: "outside", clauses: {"d": Ambition(status_quo: 0.3)},
            countries: {"A": (positions: {"d": 0.0}, outside_option: 0.3), "B": (positions: {"d": 1.0})},
            defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))"#,
    );
    let found = outcome(&model);
    assert_eq!(found.conclusion, Conclusion::Deadlock);
    assert_eq!(found.label, Label::Deadlock);
    assert!((found.realised_depth - 0.3).abs() < 1e-12, "the status quo holds");
}

/// A party that cannot stop a text it finds unbearable leaves; one that can, stays and objects. Four agree at once
/// on .9; D, patient, keeps the text from being carried under consensus minus one, while A wants nothing at all.
#[test]
fn leaving_is_for_those_who_cannot_stop_it() {
    let room = |rule: &str| {
        let four: String = (0..4).map(|i| format!("\"B{i}\": (positions: {{\"d\": 0.9}}),")).collect();
        outcome(&model(&format!(
            r#"(format: 1, title: "exit", clauses: {{"d": Ambition(status_quo: 0.0)}},
                countries: {{"A": (positions: {{"d": 0.0}}), {four} "D": (positions: {{"d": 0.5}}, tactic: (beta: 0.2))}},
                rule: {rule}, protocol: ChairRevisions(moves: [Shift]),
                defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))"#
        )))
    };
    assert!(room("ConsensusMinus(1)").parties[0].left);
    assert!(!room("Consensus").parties[0].left);
}

/// Vague words: two camps, each reading them its way (θ high), get a text whose guaranteed depth is the LCD.
/// Without merging no text is hollow (specification §5).
#[test]
fn hollow_texts_need_vague_words() {
    let room = |moves: &str| {
        outcome(&model(&format!(
            r#"(format: 1, title: "hollow", clauses: {{"d": Ambition(status_quo: 0.0)}},
                countries: {{"A": (positions: {{"d": 0.2}}), "B": (positions: {{"d": 0.8}}), "C": (positions: {{"d": 0.8}})}},
                protocol: ChairRevisions(moves: {moves}),
                defaults: (reading: (theta: 0.6, vagueness: 0.0), isolation_cost: (major: 0, middle: 0, small: 0)))"#
        )))
    };
    let vague = room("[Shift, Merge, Clarify]");
    assert_eq!(vague.label, Label::Hollow);
    assert!(vague.guaranteed_depth < vague.depth - 0.1);
    assert!(vague.lcd_in_substance && !vague.lcd);
    let plain = room("[Shift]");
    assert_eq!(plain.guaranteed_depth, plain.depth);
    assert_ne!(plain.label, Label::Hollow);
}

/// Scope governs depth only: half of the clause stands or falls with it (specification §1).
#[test]
fn scope_governs_depth() {
    let model = model(
        r#"(format: 1, title: "scope",
            clauses: {"d": Ambition(status_quo: 0.2), "s": Scope(status_quo: 1.0, governs: {"d": 0.5})},
            countries: {"A": (positions: {"d": 0.8, "s": 0.4})})"#,
    );
    let text = plenary::text::Text(vec![Value::point(0.8), Value::point(0.4)]);
    // g = 1 − .5 + .5·.4 = .7; D = .2 + .7·.6.
    assert!((model.depth().nominal(&text) - 0.62).abs() < 1e-12);
}

/// Options: points as utility, a minimum as reservation; the best package for both is found.
#[test]
fn a_scorable_game() {
    let model = model(
        r#"(format: 1, title: "game",
            clauses: {"x": Options(status_quo: "none", options: {"none": (), "a": (), "b": ()}),
                      "y": Options(status_quo: "none", options: {"none": (), "c": (), "d": ()})},
            countries: {
              "A": (positions: {"x": {"none": 0, "a": 60, "b": 20}, "y": {"none": 0, "c": 10, "d": 40}}, minimum_points: 55),
              "B": (positions: {"x": {"none": 0, "a": 30, "b": 50}, "y": {"none": 0, "c": 5, "d": 50}}, minimum_points: 60)},
            defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))"#,
    );
    let room = Realisation::as_stated(&model);
    assert!((room.reservations[0] - 0.55).abs() < 1e-12 && (room.reservations[1] - 0.6).abs() < 1e-12);
    let found = outcome(&model);
    // (a, d): 100 and 80 points; (b, d): 60 and 100. Both clear the minima; (a, d) has the greater sum.
    assert!(found.conclusion.adopted());
    assert_eq!(found.text.0, vec![Value::Option(1), Value::Option(2)]);
}

/// Cohesion 0: the bloc does not speak; above it, it speaks once for its members.
#[test]
fn who_speaks() {
    struct Speakers(Vec<String>);
    impl Observer for Speakers {
        fn draft(&mut self, view: &View<'_>) {
            self.0 = (0..view.voices.who.len()).map(|v| view.voices.name(view.model, v).to_owned()).collect();
        }
    }
    for (cohesion, expected) in [("0.0", vec!["A", "B", "C"]), ("0.7", vec!["X", "C"])] {
        let model = model(&format!(
            r#"(format: 1, title: "voices", clauses: {{"d": Ambition(status_quo: 0.0)}},
                countries: {{"A": (member_of: {{"X": 1}}, positions: {{"d": 0.2}}),
                             "B": (member_of: {{"X": 1}}, positions: {{"d": 0.4}}), "C": (positions: {{"d": 0.6}})}},
                blocs: {{"X": (cohesion: {cohesion})}})"#
        ));
        let mut speakers = Speakers(Vec::new());
        Negotiator::new(&model, 1).negotiate(0, &mut speakers);
        assert_eq!(speakers.0, expected);
    }
}

/// An internal veto makes a double LCD: the bloc stands for its least ambitious member, and the room for the bloc.
#[test]
fn the_double_lcd() {
    let depth = |common: &str| {
        outcome(&model(&format!(
            r#"(format: 1, title: "double", clauses: {{"d": Ambition(status_quo: 0.0)}},
                countries: {{"A": (member_of: {{"X": 1}}, positions: {{"d": 0.1}}), "B": (member_of: {{"X": 1}}, positions: {{"d": 0.6}}),
                             "C": (member_of: {{"X": 1}}, positions: {{"d": 0.7}}), "D": (positions: {{"d": 0.9}})}},
                blocs: {{"X": (common: {common}, cohesion: 1.0)}}, protocol: ChairRevisions(moves: [Shift]),
                defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))"#
        )))
        .depth
    };
    assert!(depth("InternalVeto") < depth("Median") - 0.2);
}

/// Nobody comes, then somebody does: an empty room adopts nothing and spoils nothing for the next replicate.
#[test]
fn an_empty_room() {
    let model = model(
        r#"(format: 1, title: "empty", clauses: {"d": Ambition(status_quo: 0.2)},
            countries: {"A": (positions: {"d": 0.4}, attendance: 0.5), "B": (positions: {"d": 0.9}, attendance: 0.5)})"#,
    );
    let mut negotiator = Negotiator::new(&model, 3);
    let outcomes: Vec<Outcome> = (0..40).map(|r| negotiator.negotiate(r, &mut ())).collect();
    let (empty, met): (Vec<_>, Vec<_>) = outcomes.iter().partition(|o| o.participation == 0.0);
    assert!(!empty.is_empty() && !met.is_empty());
    assert!(empty.iter().all(|o| o.conclusion == Conclusion::Deadlock && o.index.is_none()));
    assert!(met.iter().all(|o| o.conclusion.adopted()));
}

/// Where the first text comes from: two countries, materiality 3 : 1, wishes .2 and .8.
#[test]
fn first_drafts() {
    let drafted = |draft: &str| {
        let model = model(&format!(
            r#"(format: 1, title: "draft", clauses: {{"d": Ambition(status_quo: 0.1, agreed: 0.35)}},
                countries: {{"A": (materiality: 3, positions: {{"d": 0.2}}), "B": (positions: {{"d": 0.8}})}},
                protocol: ChairRevisions(draft: {draft}))"#
        ));
        let mut negotiator = Negotiator::new(&model, 5);
        (0..2_000).map(|r| negotiator.negotiate(r, &mut ()).draft_depth).collect::<Vec<f64>>()
    };
    for (draft, depth) in [
        ("Mean", 0.75 * 0.2 + 0.25 * 0.8),
        ("Sponsor(\"B\")", 0.8),
        ("AgreedLanguage", 0.35),
        ("Given({\"d\": 0.6})", 0.6),
    ] {
        assert!((drafted(draft)[0] - depth).abs() < 1e-12, "{draft}");
    }
    // Recognised with probability proportional to materiality: ¾ within four standard errors (a false alarm once
    // in 16,000).
    let recognised = drafted("Recognised");
    let of_a = recognised.iter().filter(|d| **d == 0.2).count();
    assert!(recognised.iter().all(|d| *d == 0.2 || *d == 0.8));
    let error = (0.75_f64 * 0.25 / 2_000.0).sqrt();
    assert!((of_a as f64 / 2_000.0 - 0.75).abs() < 4.0 * error, "{of_a} of 2,000");
}
