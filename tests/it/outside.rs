//! Outside options: numbers without a ceiling, clubs with a text of their own and its reach (specification §3.2; the model,
//! second edition, §3).

use std::{fs, ops::ControlFlow};

use plenary::{
    model::Model,
    negotiation::{Negotiator, Observer, View, Voice},
    outcome::{Conclusion, Outcome},
    scenario::{Parameter, Scenario},
    study::{
        Ensemble,
        unsatisfied::{DRAWS, unsatisfied},
    },
};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::support::{SmallRoom, plenary, printed, small_rooms, thousand_cases};

fn sound(text: &str) -> Scenario {
    Scenario::parse("case", text).unwrap_or_else(|e| panic!("{text}\n{}", crate::support::explained(&e)))
}

fn compiled(scenario: &Scenario) -> Model {
    Model::compile(scenario).expect("a sound scenario")
}

fn set(scenario: &mut Scenario, path: &str, value: &str) -> Result<(), String> {
    let parameter: Parameter = path.parse().map_err(|e| format!("{e}"))?;
    parameter.set(scenario, value).map_err(|e| format!("{e}, expected {}", e.expected()))
}

/// What one replicate's parties settle for, and what they want.
#[derive(Clone, Default)]
struct Room {
    /// r by country.
    reservations: Vec<f64>,
    /// r by bloc that speaks.
    blocs: Vec<f64>,
    /// Ideals by country and clause, at which r is computed, and those after lobbying.
    effective: Vec<Vec<f64>>,
    national: Vec<Vec<f64>>,
    /// ω by country and clause.
    saliences: Vec<Vec<f64>>,
}

impl Observer for Room {
    fn draft(&mut self, view: &View<'_>) {
        let (room, countries) = (view.parties, view.model.countries().len());
        let table = |of: &dyn Fn(usize, plenary::text::ClauseId) -> f64| -> Vec<Vec<f64>> {
            (0..countries).map(|i| view.model.clause_ids().map(|d| of(i, d)).collect()).collect()
        };
        self.reservations.clone_from(&room.reservations);
        let voices = view.voices.who.iter().zip(&view.voices.reservations);
        self.blocs = voices.filter(|(who, _)| matches!(who, Voice::Bloc(_))).map(|(_, r)| *r).collect();
        self.effective = table(&|i, d| room.effective.ideal(i, d));
        self.national = table(&|i, d| room.national.ideal(i, d));
        self.saliences = table(&|i, d| room.effective.salience(i, d));
    }
}

impl Room {
    fn of(model: &Model, replicate: u64) -> Self {
        let mut room = Self::default();
        let _ = Negotiator::new(model, 5).open(replicate, &mut room);
        room
    }
}

/// City-block utility, by its definition.
fn utility(text: &[f64], ideals: &[f64], saliences: &[f64]) -> f64 {
    let terms = text.iter().zip(ideals).zip(saliences);
    1.0 - terms.map(|((x, p), w)| w * (x - p).abs()).sum::<f64>()
}

fn near(a: f64, b: f64, what: &str) {
    assert!((a - b).abs() < 1e-12, "{what}: {a}, not {b}");
}

fn outcomes(model: &Model, n: u64) -> Vec<Outcome> {
    let mut all = Vec::new();
    let _ = Ensemble::new(model, 1).run(0..n, |outcome| {
        all.push(outcome.clone());
        ControlFlow::<()>::Continue(())
    });
    all
}

// ── A number ────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The model, second edition, limit 10. One clause, q = 0: A's ideal is the status quo, so u(q) = 1 and no text is worth more
/// than 1, but its alternative is worth r = 1 + .3. Its margin is u(x) − a(t) ≤ 1 − 1.3 = −.3 in every round, below −χ = −.08,
/// the most that objecting can cost it: it objects to every text, whatever the others do, and consensus fails.
#[test]
fn a_party_with_something_better_than_any_text_never_signs() {
    let room = |b: f64, more: &str| {
        compiled(&sound(&format!(
            r#"(format: 1, title: "club", clauses: {{"rules": Ambition(status_quo: 0.0)}},
                countries: {{
                    "A": (outside_option: {b}, positions: {{"rules": 0.0}}),
                    "B": (cost_of_failure: 0.3, positions: {{"rules": 0.8}}),
                    "C": (cost_of_failure: 0.3, positions: {{"rules": 1.0}}),
                }}, rule: Consensus {more})"#
        )))
    };
    for more in ["", ", protocol: SponsorsText()", ", protocol: ClauseByClause()", ", protocol: Compromise"] {
        assert!(
            outcomes(&room(0.3, more), 20).iter().all(|o| o.conclusion == Conclusion::Deadlock),
            "r = 1.3{more}"
        );
    }
    // Nothing drawn, and B and C drawn around what they want: A's own text is the best it can get in any case.
    let drawn = ", uncertainty: (ideals: (medium: Normal(0.2)))";
    for outcome in outcomes(&room(0.9, drawn), 200) {
        assert_eq!(
            outcome.conclusion,
            Conclusion::Deadlock,
            "replicate {}: r is at least .9 + .9 − .2",
            outcome.replicate
        );
    }
    // Worth a little more than any text, but less than objecting alone costs: it grumbles and lets the text pass.
    assert!(outcomes(&room(0.05, ""), 1)[0].conclusion.adopted());
}

/// The share of draws in which r exceeds 1 is P(b > 1 − u(q)). u(q) = .9, b normal about .15 with .05: P(z > −1) = .8413. A
/// count of 1,000 lies within 5 standard deviations (.0115) with an error probability below 1e-6.
#[test]
fn check_tells_how_often_no_text_can_satisfy_a_party() {
    let text = |outside: &str, more: &str| {
        format!(
            r#"(format: 1, title: "how often", about: "How often?", clauses: {{"rules": Ambition(status_quo: 0.1)}},
                countries: {{"A": (title: "Arland", {outside} positions: {{"rules": 0.0}}), "B": (positions: {{"rules": 0.8}})}},
                uncertainty: (outside_option: Normal(0.05), reach: Uniform(0.3)) {more})"#
        )
    };
    let folder = TempDir::new().expect("a folder");
    let checked = |text: &str| {
        let file = folder.path().join("case.ron");
        fs::write(&file, text).expect("a folder to write to");
        let overview = printed(plenary(["check".as_ref(), file.as_os_str()]));
        let words: Vec<&str> = overview.split_whitespace().collect();
        words.join(" ")
    };
    let sometimes = text("outside_option: 0.15,", "");
    let found = unsatisfied(&compiled(&sound(&sometimes)));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].who, Voice::Country(0));
    let share = found[0].draws as f64 / DRAWS as f64;
    assert!((share - 0.8413).abs() < 5.0 * 0.0115, "{share}");
    let sentence = format!(
        "In {:.0} % of 1,000 draws no text can satisfy Arland: its outside option is worth more to it than its own ideal text.",
        100.0 * share
    );
    let overview = checked(&sometimes);
    assert!(overview.contains(&sentence), "{overview}");
    let always = text("outside_option: 0.5,", "");
    assert!(checked(&always).contains("In each of 1,000 draws no text can satisfy Arland:"));
    // b is drawn below .1 with probability Φ(−5.1) < 2e-7 a draw; a club never is worth more than every text; nor is failure.
    for silent in ["outside_option: -0.155,", "outside_option: (text: {\"rules\": 0.0}, reach: 1),", ""] {
        let text = text(silent, "");
        assert_eq!(unsatisfied(&compiled(&sound(&text))), vec![], "{silent}");
        assert!(!checked(&text).contains("no text can satisfy"), "{silent}");
    }
    // Whoever stays away need not be satisfied.
    assert_eq!(unsatisfied(&compiled(&sound(&text("boycotts: true, outside_option: 0.5,", "")))), vec![]);
}

/// A minimum of points above the sum of the best options says so as well; u is at most 1 there.
#[test]
fn nor_can_a_text_satisfy_who_wants_more_points_than_there_are() {
    let game = |minimum: f64| {
        compiled(&sound(&format!(
            r#"(format: 1, title: "game", clauses: {{"a": Options(options: {{"x": (), "y": ()}})}},
                countries: {{"A": (minimum_points: {minimum}, positions: {{"a": {{"x": 40, "y": 10}}}}),
                             "B": (positions: {{"a": {{"x": 5, "y": 20}}}})}})"#
        )))
    };
    assert_eq!(unsatisfied(&game(40.0)), vec![]);
    assert_eq!(unsatisfied(&game(41.0))[0].draws, DRAWS);
}

/// u is at most 1 under absolute saliences too: the rest of a party's stakes lies elsewhere, and costs it nothing here. u(q) = 1 −
/// .2 · .5 = .9, so b = .05 can be satisfied and b = .15 cannot.
#[test]
fn absolute_saliences_leave_the_maximum_at_1() {
    let room = |b: f64| {
        compiled(&sound(&format!(
            r#"(format: 1, title: "absolute", saliences: Absolute, clauses: {{"a": Positional(status_quo: 0.5)}},
                countries: {{"A": (outside_option: {b}, positions: {{"a": (1.0, 0.2)}}), "B": (positions: {{"a": (0.0, 0.9)}})}})"#
        )))
    };
    assert_eq!(unsatisfied(&room(0.05)), vec![]);
    assert_eq!(unsatisfied(&room(0.15)).len(), 1);
}

// ── A club ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const THREE: &str = r#"(format: 1, title: "three",
    clauses: {"a": Ambition(status_quo: 0.1), "b": Positional(status_quo: 0.5), "c": Ambition(status_quo: 0.0)},
    countries: {
        "A": (OUTSIDE positions: {"a": (0.8, 3), "b": (0.2, 1)}),
        "B": (member_of: {"G": 1}, positions: {"a": (0.6, 1), "c": (0.7, 1)}),
        "C": (member_of: {"G": 1}, positions: {"a": (0.2, 1), "c": (0.3, 1)}),
        "D": (member_of: {"G": 1}, positions: {"a": (0.4, 1), "c": (0.5, 1)}),
    },
    blocs: {"G": (cohesion: 0)},
    MORE
)"#;

fn three(outside: &str, more: &str) -> String {
    THREE.replace("OUTSIDE", &format!("outside_option: {outside},")).replace("MORE", more)
}

/// By hand, A's saliences being ¾ and ¼: u(q) = 1 − ¾ · .7 − ¼ · .3 = .4. The text {a: .6} leaves b at the status quo .5: u(y) = 1 −
/// ¾ · .2 − ¼ · .3 = .775. What G wants is its median on a, .4, and nothing on b: u(y) = 1 − ¾ · .4 − ¼ · .3 = .625. What B wants:
/// a .6, b untouched. What A itself wants: 1.
#[test]
fn a_club_is_worth_its_reach_times_the_gain_of_its_text() {
    for (outside, r) in [
        ("(text: {\"a\": 0.6}, reach: 0)", 0.4),
        ("(text: {\"a\": 0.6}, reach: 0.4)", 0.4 + 0.4 * 0.375),
        ("(text: {\"a\": 0.6}, reach: 1)", 0.775),
        ("(text: {\"a\": 0.6, \"b\": 0.2, \"c\": 1}, reach: 0.5)", 0.4 + 0.5 * 0.45),
        ("(text: {}, reach: 1)", 0.4),
        ("(text: \"G\", reach: 0.4)", 0.4 + 0.4 * 0.225),
        ("(text: \"B\", reach: 1)", 0.775),
        ("(text: \"A\", reach: 1)", 1.0),
        ("0.15", 0.55),
        ("0.7", 1.1),
        ("-0.2", 0.4), // failure costs nothing
        // Worse than the status quo: nobody goes there. A text at a = 0 gives 1 − ¾ · .8 − ¼ · .3.
        ("(text: {\"a\": 0}, reach: 1)", 0.4),
    ] {
        near(Room::of(&compiled(&sound(&three(outside, ""))), 0).reservations[0], r, outside);
    }
    // The other two terms of r: the cost of failure counts where the club is worth less.
    let costly = |club: &str| three(club, "defaults: (cost_of_failure: 0.1)");
    for (club, r) in [("(text: {\"a\": 0.6}, reach: 0.4)", 0.55), ("(text: {\"a\": 0}, reach: 1)", 0.325)] {
        near(Room::of(&compiled(&sound(&costly(club))), 0).reservations[0], r, club);
    }
}

/// A party's position moves with its draw, and the club's text with it; r is at effective ideals. By the definition of r, from
/// the ideals drawn.
#[test]
fn a_club_at_a_position_moves_with_the_draw() {
    let model = compiled(&sound(&three(
        "(text: \"B\", reach: 0.6)",
        "uncertainty: (ideals: (medium: Normal(0.1)), saliences: LogNormal(0.2))",
    )));
    let mut seen = Vec::new();
    for replicate in 0..50 {
        let room = Room::of(&model, replicate);
        let (q, b) = ([0.1, 0.5, 0.0], &room.national[1]);
        let (ideals, saliences) = (&room.effective[0], &room.saliences[0]);
        let at_q = utility(&q, ideals, saliences);
        let at_y = utility(&[b[0], 0.5, b[2]], ideals, saliences);
        near(room.reservations[0], at_q + (0.6 * (at_y - at_q)).max(0.0), "r");
        seen.push(at_y);
    }
    seen.sort_by(f64::total_cmp);
    seen.dedup();
    assert_eq!(seen.len(), 50, "no two draws alike");
}

/// Options go by their names; what a bloc wants of them is what costs its members least on average: "y", 20 + 5 points against 15.
#[test]
fn a_club_may_choose_among_options() {
    let room = |outside: &str| {
        let text = format!(
            r#"(format: 1, title: "options", clauses: {{"a": Options(status_quo: "none", options: {{"none": (), "x": (), "y": ()}})}},
                countries: {{"A": (outside_option: {outside}, positions: {{"a": {{"none": 1, "x": 4, "y": 2}}}}),
                             "B": (member_of: {{"G": 1}}, positions: {{"a": {{"x": 10, "y": 20}}}}),
                             "C": (member_of: {{"G": 1}}, positions: {{"a": {{"x": 5, "y": 5}}}})}},
                blocs: {{"G": (cohesion: 0)}})"#
        );
        Room::of(&compiled(&sound(&text)), 0).reservations[0]
    };
    // u(q) = ¼, u("x") = 1, u("y") = ½.
    near(room("(text: {\"a\": \"x\"}, reach: 0.4)"), 0.25 + 0.4 * 0.75, "x");
    near(room("(text: {\"a\": \"y\"}, reach: 1)"), 0.5, "y");
    near(room("(text: \"B\", reach: 1)"), 0.5, "what B wants");
    near(room("(text: \"C\", reach: 1)"), 1.0, "what C wants: the first of two alike");
    near(room("(text: \"G\", reach: 1)"), 0.5, "what G wants");
}

/// A bloc values its members' alternatives by its own utility, on average. G speaks for the least on a, .2: u_G(q) = .9 with q = .1.
/// The club {a: .6} of members that want .6 and .4 is worth to them 1 and .8, but to G only .6 < .9, so that r_G = u_G(q): no
/// member's gain may put a bloc above every text. With {a: .2}, reach ½, for two of the three: r_G = .9 + ⅔ · ½ · .1.
#[test]
fn a_bloc_values_clubs_as_it_values_texts() {
    let room = |club: &str, b: &str| {
        let text = format!(
            r#"(format: 1, title: "bloc", clauses: {{"a": Ambition(status_quo: 0.1)}},
                countries: {{"A": (positions: {{"a": 0.5}}),
                             "B": (member_of: {{"G": 1}}, positions: {{"a": 0.6}}, outside_option: {club}),
                             "C": (member_of: {{"G": 1}}, positions: {{"a": 0.2}}),
                             "D": (member_of: {{"G": 1}}, positions: {{"a": 0.4}}, outside_option: {club}, cost_of_failure: {b})}},
                blocs: {{"G": (common: InternalVeto, cohesion: 0.0001)}})"#
        );
        Room::of(&compiled(&sound(&text)), 0).blocs[0]
    };
    near(room("(text: {\"a\": 0.6}, reach: 1)", "0"), 0.9, "worse than nothing");
    near(room("(text: {\"a\": 0.2}, reach: 0.5)", "0"), 0.9 + 2.0 / 3.0 * 0.05, "for two of three");
    near(room("0.3", "0"), 0.9 + 0.2, "numbers are not cut");
    // A member does no worse than fail: (−.05 for D, 0 for the others) / 3.
    near(room("(text: {\"a\": 1}, reach: 1)", "0.05"), 0.9 - 0.05 / 3.0, "failure");
}

/// The reach is drawn around what is stated, and never leaves 0 … 1.
#[test]
fn the_reach_is_drawn() {
    for (spread, reach) in
        [("Normal(0.5)", 0.9), ("Uniform(0.4)", 0.2), ("Censored(0.5)", 0.5), ("LogNormal(1)", 0.7)]
    {
        let club = format!("(text: \"A\", reach: {reach})");
        let model = compiled(&sound(&three(&club, &format!("uncertainty: (reach: {spread})"))));
        let drawn: Vec<f64> = (0..200).map(|r| (Room::of(&model, r).reservations[0] - 0.4) / 0.6).collect();
        assert!(drawn.iter().all(|reach| (-1e-12..=1.0 + 1e-12).contains(reach)), "{spread}");
        let spread_out = drawn.iter().any(|drawn| (drawn - reach).abs() > 0.1);
        assert!(spread_out, "{spread}: {drawn:?}");
    }
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// The model, second edition, limit 10: σ ≤ 1 ⇒ r ≤ 1, for countries and blocs, whatever the clauses, losses and costs; and r is
    /// what its definition says.
    #[test]
    fn with_a_club_no_party_is_beyond_every_text(
        room in small_rooms(2..=6, 1..=4),
        loss in proptest::sample::select(&["CityBlock", "Quadratic", "Euclidean", "Gaussian(0.3)", "Asymmetric(over: 2, under: 0.5)"][..]),
        clubs in proptest::collection::vec((proptest::option::of(0_usize..6), proptest::collection::vec(0.0..=1.0_f64, 4), 0.0..=1.0_f64), 6),
        bloc in proptest::option::of(0.01..1.0_f64),
    ) {
        let scenario = with_clubs(&SmallRoom { loss, ..room }, &clubs, bloc);
        let model = compiled(&scenario);
        let found = Room::of(&model, 0);
        for r in found.reservations.iter().chain(&found.blocs) {
            prop_assert!(*r <= 1.0 + 1e-9, "{r}");
        }
        prop_assert_eq!(unsatisfied(&model), vec![]);
        if loss == "CityBlock" {
            for (i, (party, text, reach)) in clubs.iter().take(found.reservations.len()).enumerate() {
                let q: Vec<f64> = model.status_quo().map(|value| value.middle()).collect();
                let y = party.map_or(text, |p| &found.national[p % found.national.len()]);
                let value = |text: &[f64]| utility(text, &found.effective[i], &found.saliences[i]).max(0.0);
                let cost = scenario.countries.values().nth(i).and_then(|c| c.cost_of_failure).unwrap_or(0.0);
                let r = (value(&q) - cost).max(value(&q) + reach * (value(y) - value(&q)));
                prop_assert!((found.reservations[i] - r).abs() < 1e-9, "{} {r}", found.reservations[i]);
            }
        }
    }
}

/// The room with a club for each party: what a party wants, or a text; half of them in a bloc of this cohesion.
fn with_clubs(room: &SmallRoom, clubs: &[(Option<usize>, Vec<f64>, f64)], bloc: Option<f64>) -> Scenario {
    let mut scenario = room.scenario();
    let names: Vec<String> = scenario.countries.names().map(str::to_owned).collect();
    let clauses: Vec<String> = scenario.clauses.names().map(str::to_owned).collect();
    for (i, (name, (party, text, reach))) in names.iter().zip(clubs).enumerate() {
        let text = match party {
            Some(p) => format!("{:?}", names[p % names.len()]),
            None => {
                let terms = clauses.iter().zip(text).map(|(clause, x)| format!("{clause:?}: {x:?}"));
                format!("{{{}}}", terms.collect::<Vec<_>>().join(", "))
            }
        };
        let club = format!("(text: {text}, reach: {reach:?})");
        set(&mut scenario, &format!("countries.{name}.outside_option"), &club).expect("a club");
        if let Some(cohesion) = bloc.filter(|_| i % 2 == 0) {
            scenario.blocs.set("G", plenary::party::Bloc { cohesion, ..Default::default() });
            set(&mut scenario, &format!("countries.{name}.member_of.G"), "1").expect("a membership");
        }
    }
    scenario
}

// ── Written, set, refused ───────────────────────────────────────────────────────────────────────────────────────────

/// Either form can be set and swept by its path, and what is written reads back the same.
#[test]
fn an_outside_option_is_set_by_its_path() {
    let base = sound(&THREE.replace("OUTSIDE", "").replace("MORE", ""));
    let r = |scenario: &Scenario| Room::of(&compiled(scenario), 0).reservations[0];
    let path = "countries.A.outside_option";
    let mut scenario = base.clone();
    for (step, value, settles_for) in [
        ("", "0.15", 0.55),
        ("", "x2", 0.7),
        ("", "(text: {\"a\": 0.6}, reach: 0.4)", 0.55),
        (".reach", "1", 0.775),
        (".reach", "x0.5", 0.4 + 0.5 * 0.375),
        (".text.a", "0.8", 0.4 + 0.5 * 0.525),
        (".text.b", "0.2", 0.7),
        (".text", "\"G\"", 0.4 + 0.5 * 0.225),
        ("", "0.15", 0.55),
    ] {
        set(&mut scenario, &format!("{path}{step}"), value)
            .unwrap_or_else(|e| panic!("{step} = {value}: {e}"));
        assert_eq!(scenario.problems(), vec![]);
        near(r(&scenario), settles_for, &format!("{step} = {value}"));
        let again = Scenario::parse("again", &scenario.as_file()).expect("what was written reads back");
        assert_eq!(again, scenario);
        assert_eq!(again.hash(), scenario.hash());
    }
    // Under * only countries that have a club are meant; off the table, a clause leaves clubs' texts too.
    let mut scenario = sound(&three("(text: {\"a\": 0.6, \"c\": 1}, reach: 0.4)", ""));
    set(&mut scenario, "countries.B.outside_option", "0.1").expect("a number");
    set(&mut scenario, "countries.*.outside_option.reach", "1").expect("A's");
    near(r(&scenario), 0.775, "reach 1");
    set(&mut scenario, "clauses.c.on_table", "false").expect("a clause");
    assert_eq!(scenario.problems(), vec![]);
    for (step, value, says) in [
        (".reach", "0.4", "`text`"),
        (".text.a", "0.4", "`reach`"),
        ("", "far", "a number as in 0.15, or a club"),
        ("", "(text: {\"a\": 0.6}, reach: far)", "a number"),
    ] {
        let refused = set(&mut base.clone(), &format!("{path}{step}"), value).expect_err(step);
        assert!(refused.contains(says), "{step} = {value}: {refused}");
    }
    let mut number = base;
    set(&mut number, path, "0.15").expect("a number");
    let refused = set(&mut number, &format!("{path}.reach"), "0.4").expect_err("no club");
    assert!(refused.contains("a club to begin with"), "{refused}");
}

/// A clause may have the name of a trait.
#[test]
fn a_clause_called_risk_is_a_clause() {
    let mut scenario = sound(
        r#"(format: 1, title: "risk", clauses: {"risk": Ambition(status_quo: 0)},
            countries: {"A": (positions: {"risk": 0.5}, outside_option: (text: {"risk": 0.2}, reach: 1))})"#,
    );
    set(&mut scenario, "countries.A.outside_option.text.risk", "0.5").expect("a clause of the text");
    near(Room::of(&compiled(&scenario), 0).reservations[0], 1.0, "its ideal");
    set(&mut scenario, "countries.A.positions.risk", "(1.0, 0.5)").expect("a position");
    near(Room::of(&compiled(&scenario), 0).reservations[0], 0.5, "halfway");
}

#[test]
fn mistakes_are_refused_in_words() {
    for (outside, says) in [
        ("(text: {\"a\": 0.6}, reach: 1.5)", &["the reach of A's club is 1.5", "a number from 0 to 1"][..]),
        ("(text: {\"a\": 0.6}, reach: -0.1)", &["the reach of A's club is -0.1"]),
        ("(text: {\"a\": 0.6}, reach: NaN)", &["the reach of A's club is NaN"]),
        ("(text: {\"a\": 0.6}, reach: 40)", &["scales run from 0 to 1: 40 of 100 is 0.4"]),
        ("(text: {\"a\": 6}, reach: 1)", &["\"a\" in the text of A's club is 6"]),
        ("(text: {\"a\": inf}, reach: 1)", &["\"a\" in the text of A's club is inf"]),
        ("(text: {\"aa\": 0.6}, reach: 1)", &["unknown clause \"aa\"", "\"a\""]),
        ("(text: {\"a\": 0.6, \"a\": 0.7}, reach: 1)", &["\"a\" is given twice"]),
        (
            "(text: {\"a\": \"deep\"}, reach: 1)",
            &["\"deep\" on \"a\", which has no options", "a number from 0 to 1"],
        ),
        (
            "(text: \"GG\", reach: 1)",
            &["A's club wants what \"GG\" wants", "\"G\"", "a country or bloc of this scenario"],
        ),
        ("(text: {\"a\": 0.6})", &["reach"]),
        ("(reach: 0.6)", &["text"]),
        ("(text: {\"a\": 0.6}, rech: 1)", &["rech", "reach"]),
        ("(text: 0.6, reach: 1)", &["a text as in {\"cuts\": 0.6}, or a country or bloc"]),
        ("(text: {\"a\": [1]}, reach: 1)", &["a value as in 0.6, or the name of an option"]),
        ("\"G\"", &["a number as in 0.15, or a club as in (text: {\"cuts\": 0.6}, reach: 0.4)"]),
        ("[0.3]", &["a number as in 0.15, or a club"]),
        ("NaN", &["the outside option of A is NaN", "a number from -1 to 1"]),
        ("1.5", &["the outside option of A is 1.5"]),
    ] {
        let text = three(outside, "");
        let error = Scenario::parse("case", &text).expect_err(outside);
        let shown = crate::support::explained(&error);
        for words in says {
            assert!(shown.contains(words), "{outside}: {words} is not in\n{shown}");
        }
    }
    let option = three("(text: {\"a\": \"z\"}, reach: 1)", "")
        .replace("\"a\": Ambition(status_quo: 0.1)", "\"a\": Options(options: {\"x\": (), \"y\": ()})");
    let error = Scenario::parse("case", &option).expect_err("positions do not fit either");
    let shown = crate::support::explained(&error);
    assert!(shown.contains("unknown option \"z\""), "{shown}");
}

/// `check` and `describe` say who has what.
#[test]
fn outside_options_are_shown() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("case.ron");
    let text = three("(text: {\"a\": 0.6, \"b\": 0.25}, reach: 0.4)", "uncertainty: (reach: Normal(0.1))")
        .replace("\"B\": (", "\"B\": (outside_option: (text: \"G\", reach: 0.5), ")
        .replace("\"C\": (", "\"C\": (outside_option: (text: \"G\", reach: 0.5), ")
        .replace("\"D\": (", "\"D\": (outside_option: 0.1, ");
    fs::write(&file, text).expect("a folder to write to");
    let overview = printed(plenary(["check".as_ref(), file.as_os_str()]));
    for line in [
        "A: without a text, a club with reach .40 for a .60, b .25.",
        "B, C: without a text, a club with reach .50 for the wishes of G.",
        "D: without a text, .10 better than the status quo.",
        "the reach of clubs ± .10 (normal)",
    ] {
        assert!(overview.contains(line), "{line}\n{overview}");
    }
    let description = printed(plenary(["describe".as_ref(), file.as_os_str()]));
    for cell in ["| a club with reach .50 for the wishes of G |", "| .10 better than the status quo |"] {
        assert!(description.contains(cell), "{cell}\n{description}");
    }
}
