//! The facts in the pictures of responsibility, brackets, the last ballot, voting power and outcomes, against slow
//! computations of their own.

use std::{collections::BTreeMap, ops::ControlFlow};

use plenary::{
    Case,
    language::Language,
    negotiation::{Negotiator, Observer, View},
    outcome::Label,
    report::chart::{self, ChartCase, ChartOptions, ChartSource, NothingToDraw, Picture, ResultTable, Size},
    scenario::Scenario,
    study::{
        Drafting, Ensemble, Minutes, Settled, Switching,
        responsibility::Responsibility,
        table::{Cell, Column, ColumnKind, DataTable},
    },
    voting::Vote,
};

use crate::support::flagship;

/// Figures beside a picture may be rounded to six digits; five of them are added up at most.
const SIX_DIGITS: f64 = 5e-6;

type Drawn = Result<Picture, NothingToDraw>;

fn source(kind: &str, place: usize) -> ChartSource {
    chart::kind(kind).expect("it is there").sources[place]
}

fn responsibility(case: &Case, found: Option<&Responsibility>, wanted: &ChartOptions) -> Drawn {
    let ChartSource::Responsibility(draw) = source("responsibility", 0) else { panic!("of shares") };
    draw(&of(case), found, wanted)
}

fn brackets(case: &Case, drafting: &Drafting, wanted: &ChartOptions) -> Drawn {
    let ChartSource::Drafting(draw) = source("brackets", 0) else { panic!("of drafting") };
    draw(&of(case), drafting, wanted)
}

fn flow(case: &Case, found: &Switching, wanted: &ChartOptions) -> Drawn {
    let ChartSource::Switches(draw) = source("flow", 0) else { panic!("of switches") };
    draw(&of(case), found, wanted)
}

fn power(scenario: &Scenario) -> Drawn {
    let ChartSource::Scenario(draw) = source("power", 0) else { panic!("of a scenario") };
    draw(scenario, &ChartOptions::default())
}

fn of(case: &Case) -> ChartCase<'_> {
    ChartCase { scenario: case.scenario(), model: case.model(), seed: 1 }
}

fn case(text: &str) -> Case {
    let scenario = Scenario::parse("t", text).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)));
    Case::new(scenario).expect("sound")
}

/// The rows of a picture's figures, by column.
fn rows(picture: &Picture) -> Vec<BTreeMap<&'static str, String>> {
    let columns = || picture.data.columns.iter().copied();
    picture.data.rows.iter().map(|row| columns().zip(row.iter().cloned()).collect()).collect()
}

fn number(row: &BTreeMap<&'static str, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} of {row:?}"))
}

/// Five parties whose wishes are certain, under consensus: each set of voices is negotiated here once more, and the Shapley
/// value is the mean over all 120 orders. The steps lead from the draft to what holds.
#[test]
fn steps_are_shapley_values_and_add_up() {
    let case = case(
        r#"(format: 1, title: "Five", clauses: {"cuts": Ambition(status_quo: 0.0)}, countries: {
            "A": (positions: {"cuts": 0.1}), "B": (positions: {"cuts": 0.3}), "C": (positions: {"cuts": 0.4}),
            "D": (positions: {"cuts": 0.8}), "E": (positions: {"cuts": 1.0})})"#,
    );
    let found = Responsibility::of_run(&case, 1, 4).expect("a clause of ambition");
    let picture = responsibility(&case, Some(&found), &ChartOptions::default()).expect("drawn");
    let mut negotiator = Negotiator::new(case.model(), 1);
    let mut value = |set: usize| {
        let heard: Vec<bool> = (0..5).map(|i| set >> i & 1 == 1).collect();
        negotiator.depth_heeding(0, &heard)
    };
    let values: Vec<f64> = (0..32).map(&mut value).collect();
    let mut orders = vec![vec![]];
    for i in 0..5 {
        let longer = |order: Vec<usize>| {
            (0..=order.len()).map(move |at| {
                let mut order = order.clone();
                order.insert(at, i);
                order
            })
        };
        orders = orders.into_iter().flat_map(longer).collect::<Vec<Vec<usize>>>();
    }
    assert_eq!(orders.len(), 120);
    let mut shares = [0.0; 5];
    for order in &orders {
        let mut set = 0;
        for &i in order {
            shares[i] += (values[set] - values[set | 1 << i]) / 120.0;
            set |= 1 << i;
        }
    }
    let rows = rows(&picture);
    for (i, name) in ["A", "B", "C", "D", "E"].into_iter().enumerate() {
        let row = rows.iter().find(|r| r["party"] == name).expect("in the figures");
        let share = found.players.iter().find(|p| p.name.as_deref() == Some(name)).expect("a player");
        let exact = share.responsibility.mean.expect("a mean");
        assert!((exact - shares[i]).abs() < 1e-12, "{name}: {exact} {}", shares[i]);
        assert!((number(row, "responsibility") - shares[i]).abs() < SIX_DIGITS, "{name}: {row:?}");
    }
    let (first, last) = (&rows[0], &rows[rows.len() - 1]);
    assert!((number(first, "responsibility") - values[0]).abs() < SIX_DIGITS, "the draft");
    assert!((number(last, "responsibility") - values[31]).abs() < SIX_DIGITS, "what holds");
    let mut at = values[0];
    for step in 1..rows.len() - 1 {
        let of_step: Vec<_> = rows.iter().filter(|r| r["step"] == step.to_string()).collect();
        let Some(row) = of_step.first() else { break };
        assert!((number(row, "from") - at).abs() < SIX_DIGITS);
        at -= of_step.iter().map(|r| number(r, "responsibility")).sum::<f64>();
        assert!((number(row, "to") - at).abs() < SIX_DIGITS);
    }
    assert!((at - values[31]).abs() < SIX_DIGITS, "the steps lead to what holds");
}

/// Where all want the same there is nothing to share out, and the picture says so; without a clause of ambition it says why
/// there is none.
#[test]
fn nothing_to_share_out_is_said() {
    let same = case(
        r#"(format: 1, title: "Same", clauses: {"a": Ambition(status_quo: 0.2)},
            countries: {"A": (positions: {"a": 0.6}), "B": (positions: {"a": 0.6})})"#,
    );
    let found = Responsibility::of_run(&same, 1, 4);
    let picture = responsibility(&same, found.as_ref(), &ChartOptions::default()).expect("drawn");
    assert!(picture.title.starts_with("Nothing is to be shared out"), "{}", picture.title);
    assert!(responsibility(&same, None, &ChartOptions::default()).is_err());
}

/// Who asks for less than it gets brackets the clause that costs it most: judged here, clause by clause and voice by voice,
/// from preferences alone.
#[derive(Default)]
struct SlowClerk {
    rounds: Vec<Vec<(String, usize)>>,
}

impl Observer for SlowClerk {
    fn round(&mut self, view: &View<'_>) {
        let mut open = Vec::new();
        for v in 0..view.voices.who.len() {
            let preferences = &view.voices.preferences;
            let mut costs: Vec<f64> = Vec::new();
            for clause in view.model.clause_ids() {
                // What the clause costs: how much better the voice would be off with its favourite there.
                let mut better = view.text.clone();
                better[clause] = preferences.favourite(v, clause);
                costs.push(preferences.utility_of(v, &better) - preferences.utility_of(v, view.text));
            }
            let most = costs.iter().copied().fold(f64::MIN, f64::max);
            // Of those that cost the same the first.
            let costliest = costs.iter().position(|c| *c >= most - 1e-12).expect("a clause");
            if view.utilities[v] < view.aspirations[v] {
                open.push((view.voices.name(view.model, v).to_owned(), costliest));
            }
        }
        self.rounds.push(open);
    }
}

#[test]
fn brackets_are_those_of_whoever_falls_short() {
    let case = Case::new(flagship()).expect("sound");
    for replicate in 0..3 {
        let mut clerk = SlowClerk::default();
        let outcome = Negotiator::new(case.model(), 1).negotiate(replicate, &mut clerk);
        let drafting = Drafting::of(case.model(), 1, replicate);
        assert_eq!(drafting.outcome, outcome);
        assert_eq!(drafting.rounds(), clerk.rounds.len());
        let picture = brackets(&case, &drafting, &ChartOptions::default()).expect("drawn");
        let rows = rows(&picture);
        for (look, expected) in drafting.looks.iter().zip(&clerk.rounds) {
            let round = look.round.to_string();
            let mut drawn: Vec<(String, usize)> = rows
                .iter()
                .filter(|r| r["round"] == round && r["what"] == "bracket")
                .map(|r| {
                    let clause = case.model().clauses().iter().position(|c| c.name == r["clause"]);
                    (r["party"].clone(), clause.expect("a clause"))
                })
                .collect();
            let mut expected = expected.clone();
            drawn.sort();
            expected.sort();
            assert_eq!(drawn, expected, "replicate {replicate}, round {round}");
        }
        for (clause, disputed) in drafting.disputed.iter().enumerate() {
            let last = clerk.rounds.iter().rposition(|open| open.iter().any(|(_, c)| *c == clause));
            assert_eq!(disputed.map(|round| round as usize), last.map(|k| k + 1));
        }
        let ways = rows.iter().filter(|r| Settled::ALL.iter().any(|way| way.words() == r["what"])).count();
        assert_eq!(ways, if outcome.conclusion.adopted() { case.model().clauses().len() } else { 0 });
    }
}

/// The turning points are numbered pictures; in the SVG they are hidden until they are asked for, and every link leads to one.
#[test]
fn the_map_steps_without_a_script() {
    let case = Case::new(flagship()).expect("sound");
    let drafting = Drafting::of(case.model(), 1, 0);
    let wanted = ChartOptions { frames: Some(5), ..ChartOptions::default() };
    let picture = brackets(&case, &drafting, &wanted).expect("drawn");
    assert_eq!(picture.frames.len(), 5);
    assert!(!picture.svg.contains("<script"));
    let document = roxmltree::Document::parse(&picture.svg).expect("well formed");
    let sheets: Vec<_> =
        document.descendants().filter(|n| n.attribute("class") == Some("plenary-sheet")).collect();
    assert_eq!(sheets.len(), 5);
    assert!(
        sheets.iter().all(|n| n.attribute("display") == Some("none")),
        "a still picture is the map alone"
    );
    let ids: Vec<&str> = sheets.iter().filter_map(|n| n.attribute("id")).collect();
    let links: Vec<&str> = document.descendants().filter_map(|n| n.attribute("href")).collect();
    // From the map to each sheet; from each sheet to every sheet and back.
    assert_eq!(links.len(), 5 + 5 * 6);
    let map = format!("#brackets-{}", Size::SLIDE);
    assert!(links.iter().all(|link| *link == map || ids.contains(&&link[1..])), "{links:?}");
    assert!(picture.frames[4].title.contains("round"), "{}", picture.frames[4].title);
}

#[test]
fn tiles_are_the_votes_of_the_last_ballot() {
    let case = Case::new(flagship()).expect("sound");
    let minutes = Minutes::of(case.model(), case.scenario().protocol.rounds(), 1, 0);
    let ChartSource::Minutes(draw) = source("tiles", 0) else { panic!("of one") };
    let picture = draw(&of(&case), &minutes, &ChartOptions::default()).expect("drawn");
    let call = minutes.roll_calls.last().expect("a ballot");
    let document = roxmltree::Document::parse(&picture.svg).expect("well formed");
    for (name, vote) in
        [("yes", Vote::Yes), ("no", Vote::No), ("abstain", Vote::Abstain), ("absent", Vote::Absent)]
    {
        let expected = call.votes.iter().filter(|v| **v == vote).count();
        let drawn = document.descendants().filter(|n| n.attribute("class") == Some(name)).count();
        let listed = rows(&picture).iter().filter(|r| r["vote"] == name).count();
        assert_eq!((drawn, listed), (expected, expected), "{name}");
    }
}

/// The six of 1958: quota 12 of 4, 4, 4, 2, 2, 1. Every order of the six and every coalition is looked at here.
#[test]
fn power_is_that_of_every_order_and_every_coalition() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/bodies/eec-council-1958.ron");
    let scenario = Scenario::load(path).expect("it is shipped");
    let picture = power(&scenario).expect("drawn");
    let votes: Vec<u64> = scenario.countries.values().map(|c| c.votes).collect();
    let n = votes.len();
    let sum = |set: usize| (0..n).filter(|i| set >> i & 1 == 1).map(|i| votes[i]).sum::<u64>();
    let carries = |set: usize| sum(set) >= 12;
    let swings: Vec<usize> = (0..n)
        .map(|i| {
            (0..1 << n).filter(|set| set >> i & 1 == 0 && !carries(*set) && carries(set | 1 << i)).count()
        })
        .collect();
    let mut pivots = vec![0; n];
    let mut order: Vec<usize> = (0..n).collect();
    permute(&mut order, 0, &mut |order| {
        let mut set = 0;
        for &i in order {
            set |= 1 << i;
            if carries(set) {
                pivots[i] += 1;
                return;
            }
        }
    });
    let all: u64 = votes.iter().sum();
    let rows = rows(&picture);
    for (i, name) in scenario.countries.names().enumerate() {
        let row = rows.iter().find(|r| r["member"] == name).expect("in the figures");
        assert!((number(row, "share") - votes[i] as f64 / all as f64).abs() < SIX_DIGITS, "{row:?}");
        assert!((number(row, "shapley_shubik") - f64::from(pivots[i]) / 720.0).abs() < SIX_DIGITS, "{row:?}");
        let beta = swings[i] as f64 / swings.iter().sum::<usize>() as f64;
        assert!((number(row, "banzhaf") - beta).abs() < SIX_DIGITS, "{row:?}");
    }
}

fn permute(order: &mut Vec<usize>, from: usize, seen: &mut impl FnMut(&[usize])) {
    if from == order.len() {
        return seen(order);
    }
    for k in from..order.len() {
        order.swap(from, k);
        permute(order, from + 1, seen);
        order.swap(from, k);
    }
}

/// The shares of outcomes are counts of the negotiations of the case and of each switched case; a change that is pointed out
/// leaves out 0.
#[test]
fn flows_are_counts_of_outcomes() {
    let scenario = flagship();
    let case = Case::new(scenario.clone()).expect("sound");
    let found = Switching::of(&case, 1, 60, || ());
    let picture = flow(&case, &found, &ChartOptions::default()).expect("drawn");
    let rows = rows(&picture);
    let check = |name: &str, scenario: &Scenario| {
        let case = Case::new(scenario.clone()).expect("sound");
        let mut counts: BTreeMap<Label, u64> = BTreeMap::new();
        let _ = Ensemble::new(case.model(), 1).run(0..60, |outcome| {
            *counts.entry(outcome.label).or_default() += 1;
            ControlFlow::<()>::Continue(())
        });
        for row in rows.iter().filter(|r| r["row"] == name) {
            let label = Label::ALL.into_iter().find(|l| l.words() == row["outcome"]).expect("a label");
            assert_eq!(row["count"], counts.remove(&label).unwrap_or(0).to_string(), "{row:?}");
        }
        assert!(counts.is_empty(), "{name}: {counts:?} are not drawn");
    };
    check("The case as it is", &scenario);
    for (name, switch) in scenario.switches.iter() {
        check(&switch.asks, &scenario.with_switches([name]).expect("it fits"));
    }
    for row in &rows {
        let told = row["told"] == "true";
        let leaves_out = !row["change"].is_empty()
            && (number(row, "change_low") > 0.0 || number(row, "change_high") < 0.0);
        assert_eq!(told, leaves_out, "{row:?}");
    }
}

/// Along a sweep a change is told only where the intervals of both ends, which hold together, do not meet; 400 runs with
/// shares of .5 and .5, then .1 and .9.
#[test]
fn changes_along_a_sweep_are_told_by_their_intervals() {
    let columns = ["cost", "replicates", "outcome=Deadlock", "outcome=Compromise"];
    let columns = columns.map(|name| Column::new(name, ColumnKind::Number, "")).to_vec();
    let draw = |deadlocks: [f64; 2]| {
        let row = |cost: f64, deadlock: f64| {
            vec![Cell::from(cost), Cell::from(400_u64), Cell::from(deadlock), Cell::from(1.0 - deadlock)]
        };
        let table = DataTable {
            columns: columns.clone(),
            rows: vec![row(0.0, deadlocks[0]), row(0.2, deadlocks[1])],
        };
        let factors = ["cost".to_owned()];
        let found = ResultTable {
            title: "A study",
            hash: "abc",
            version: "0",
            seed: 1,
            replicates: Some(400),
            factors: &factors,
            table: &table,
        };
        let ChartSource::Table(_, draw) = source("flow", 1) else { panic!("of a table") };
        draw(&found, &ChartOptions::default()).expect("drawn")
    };
    let clear = draw([0.5, 0.9]);
    assert!(clear.title.contains("rises from 50\u{a0}% to 90\u{a0}%"), "{}", clear.title);
    let unclear = draw([0.5, 0.55]);
    assert_eq!(unclear.title, "No outcome becomes more or less frequent beyond doubt");
}

/// One party, no text, all alike, one replicate, options alone, a lone voter: a picture or a reason, in both languages.
#[test]
fn degenerate_cases_give_a_picture_or_a_reason() {
    let alone = r#"(format: 1, title: "Alone", clauses: {"x": Ambition(status_quo: 0.5)},
        countries: {"A": (positions: {"x": 0.5})})"#;
    let deadlocked = r#"(format: 1, title: "Nobody yields", clauses: {"x": Ambition(status_quo: 0.5)},
        countries: {"A": (outside_option: 0.6, positions: {"x": 0.0}), "B": (outside_option: 0.6, positions: {"x": 1.0})},
        protocol: ChairRevisions(rounds: 2),
        switches: {"half": (asks: "What if A asks for half?", set: {"countries.A.outside_option": "0.1"})})"#;
    let chosen = r#"(format: 1, title: "Options only",
        clauses: {"x": Options(status_quo: "a", options: {"a": (), "b": ()})},
        countries: {"A": (positions: {"x": {"a": 1.0}}), "B": (positions: {"x": {"b": 1.0}})})"#;
    for text in [alone, deadlocked, chosen] {
        let case = case(text);
        for language in [Language::English, Language::Chinese] {
            for (size, n) in [(Size::SLIDE, 1), (Size::COLUMN, 5)] {
                let wanted = ChartOptions { language, ..ChartOptions::at(size) };
                let found = Responsibility::of_run(&case, 1, n);
                let switching = Switching::of(&case, 1, n, || ());
                let drafting = Drafting::of(case.model(), 1, 0);
                let minutes = Minutes::of(case.model(), case.scenario().protocol.rounds(), 1, 0);
                let ChartSource::Minutes(tiles) = source("tiles", 0) else { panic!("of one") };
                for drawn in [
                    responsibility(&case, found.as_ref(), &wanted),
                    brackets(&case, &drafting, &wanted),
                    flow(&case, &switching, &wanted),
                    tiles(&of(&case), &minutes, &wanted),
                    power(case.scenario()),
                ] {
                    match drawn {
                        Ok(picture) => {
                            assert!(roxmltree::Document::parse(&picture.svg).is_ok(), "{}", picture.title);
                        }
                        Err(why) => assert!(why.to_string().len() > 20, "{why}"),
                    }
                }
            }
        }
    }
}
