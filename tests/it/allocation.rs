//! The round loop allocates nothing: ten times the rounds, not one allocation more (house.md, hot loops).

use allocation_counter::measure;
use plenary::{
    model::Model,
    negotiation::{Negotiator, Observer, View},
    outcome::Conclusion,
    scenario::{Parameter, Scenario},
};

use crate::support::flagship;

/// A scenario in which nobody ever has enough: each can do as well elsewhere as it could ever do here.
fn stubborn(mut scenario: Scenario, rule: &str) -> Scenario {
    set(&mut scenario, "rule", rule);
    let names: Vec<String> = scenario.countries.names().map(str::to_owned).collect();
    for name in names {
        set(&mut scenario, &format!("countries.{name}.outside_option"), "1");
        set(&mut scenario, &format!("countries.{name}.isolation_cost"), "0");
    }
    scenario
}

fn set(scenario: &mut Scenario, parameter: &str, value: &str) {
    let parameter: Parameter = parameter.parse().expect("a parameter");
    parameter.set(scenario, value).expect("it fits");
}

/// Allocations of one negotiation of that many rounds, once the negotiator has warmed up.
fn allocations(scenario: &Scenario, rounds: u32) -> u64 {
    let mut scenario = scenario.clone();
    *scenario.protocol.rounds_mut().expect("a protocol of many rounds") = rounds;
    let model = Model::compile(&scenario).expect("a sound scenario");
    let mut negotiator = Negotiator::new(&model, 1);
    negotiator.negotiate(0, &mut ());
    let mut outcome = None;
    let counted = measure(|| outcome = Some(negotiator.negotiate(1, &mut ()))).count_total;
    let outcome = outcome.expect("it ran");
    assert_eq!(
        (outcome.conclusion, outcome.round),
        (Conclusion::Deadlock, rounds),
        "it must run to the deadline"
    );
    counted
}

fn small() -> Scenario {
    let text = r#"(format: 1, title: "small",
        clauses: {"a": Ambition(status_quo: 0.1), "b": Positional(status_quo: 0.5), "s": Scope(status_quo: 0.9),
                  "o": Options(status_quo: "none", options: {"none": (), "some": (), "all": ()})},
        countries: {"A": (positions: {"a": (0.2, 1), "b": (0.9, 2), "o": {"none": 1, "all": 0.3}}, member_of: {"X": 1}),
                    "B": (positions: {"a": (0.9, 2), "b": (0.1, 1), "s": (0.2, 1)}, member_of: {"X": 1}),
                    "C": (positions: {"a": (0.6, 1), "s": (0.7, 2), "o": {"some": 1}}, loss: Quadratic)},
        blocs: {"X": (cohesion: 0.5)})"#;
    Scenario::parse("small", text).expect("a sound scenario")
}

#[test]
fn rounds_allocate_nothing() {
    for scenario in [small(), flagship()] {
        for rule in ["Consensus", "TwoThirds", "ConsensusThenVote(vote: TwoThirds)"] {
            let stubborn = stubborn(scenario.with_switches([]).expect("no switch"), rule);
            let (few, many) = (allocations(&stubborn, 40), allocations(&stubborn, 400));
            assert_eq!(
                few,
                many,
                "{} under {rule}: 360 rounds allocate {} times",
                scenario.title,
                many.abs_diff(few)
            );
        }
    }
}

/// How many speak in each round.
#[derive(Default)]
struct Speakers(Vec<usize>);

impl Observer for Speakers {
    fn round(&mut self, view: &View<'_>) {
        self.0.push(view.voices.who.len());
    }
}

/// One party alone is stubborn: others break their blocs' lines and speak up for themselves, so that the room is
/// seated anew on the way.
#[test]
fn speaking_up_allocates_nothing() {
    let mut scenario = flagship().with_switches([]).expect("no switch");
    set(&mut scenario, "countries.USA.outside_option", "1");
    set(&mut scenario, "countries.USA.isolation_cost", "0");
    set(&mut scenario, "countries.*.tactic.beta", "x0.2");
    let model = Model::compile(&scenario).expect("a sound scenario");
    let mut speakers = Speakers::default();
    Negotiator::new(&model, 1).negotiate(1, &mut speakers);
    assert!(speakers.0.last() > speakers.0.first(), "nobody spoke up: {:?}", speakers.0);
    assert_eq!(allocations(&scenario, 40), allocations(&scenario, 400));
}

/// The counter counts.
#[test]
fn an_allocation_is_seen() {
    let counted = measure(|| drop(std::hint::black_box(vec![1_u8])));
    assert_eq!(counted.count_total, 1);
}
