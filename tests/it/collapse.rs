//! Talks that collapsed in reality collapse in the model, too, and for the reason that the case gives: those who want more
//! would rather wait than sign little (model, second edition §3).

use plenary::{
    benchmark::agreement::{Claim, ConsensusLimit, consensus_limit},
    model::Model,
    negotiation::{Negotiator, Observer, View},
    outcome::{Label, Outcome},
    scenario::Scenario,
    study::statistics::Rate,
};

/// Negotiations of each.
const N: u64 = 200;

/// The two cases.
const COLLAPSED: [&str; 2] = ["ccamlr-east-antarctic", "plastics-treaty"];

fn case(name: &str, switch: Option<&str>) -> Scenario {
    let file = format!("{}/scenarios/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    Scenario::load(file).expect("shipped").with_switches(switch).expect("a switch of the case")
}

fn outcomes(scenario: &Scenario) -> Vec<Outcome> {
    let model = Model::compile(scenario).expect("sound");
    let mut negotiator = Negotiator::new(&model, 1);
    (0..N).map(|replicate| negotiator.negotiate(replicate, &mut ())).collect()
}

/// Where consensus leads with wishes as stated, whoever is in the chair.
#[derive(Default)]
struct Limit(Option<ConsensusLimit>);

impl Observer for Limit {
    fn draft(&mut self, view: &View<'_>) {
        let claims: Vec<Claim> = (0..view.voices.who.len()).map(|v| view.voices.claim(v)).collect();
        self.0 = consensus_limit(view.model, &view.voices.preferences, &claims).expect("solved");
    }
}

fn limit(mut scenario: Scenario) -> Option<ConsensusLimit> {
    scenario.uncertainty = Default::default();
    let model = Model::compile(&scenario).expect("sound");
    let mut limit = Limit::default();
    Negotiator::new(&model, 1).negotiate(0, &mut limit);
    limit.0
}

/// With positions as stated no clear text is enough for everybody, by a linear programme; where waiting is worth nothing, some is.
#[test]
fn there_is_no_text_for_those_who_wait() {
    for name in COLLAPSED {
        assert!(limit(case(name, None)).is_none(), "{name}");
        assert!(limit(case(name, Some("nobody-waits"))).is_some(), "{name}: nobody waits");
    }
}

/// More talks end in deadlock than not, and nearly all end in a text where waiting is worth nothing: by 95 % intervals.
#[test]
fn waiting_is_why_they_fail() {
    for name in COLLAPSED {
        let share = |switch, label: fn(&Outcome) -> bool| {
            let found = outcomes(&case(name, switch));
            Rate::new(found.iter().filter(|o| label(o)).count() as u64, N)
        };
        let deadlock = share(None, |o| o.label == Label::Deadlock);
        assert!(deadlock.low > 0.5, "{name}: {deadlock:?}");
        let agreed = share(Some("nobody-waits"), |o| o.conclusion.adopted());
        assert!(agreed.low > 0.95, "{name}: {agreed:?}");
    }
}

/// A reserve as one would first code it: two opponents who want none and lose nothing by failure, under unanimity. A text is
/// adopted all the same: research is worth .5/2.2·.7 = .16 to the opponents, which buys at most .16·(.9/1.9)/(.9/2.2) = .18
/// in area for the proponents. Where these would rather wait, with reach .6, that is too little: with u(q) = .13 they ask
/// for .6·.87 = .52.
#[test]
fn opponents_alone_do_not_make_talks_fail() {
    let coded = |waits: &str| {
        let proponent = |name| {
            format!(
                r#""{name}": ({waits} positions: {{"area": (1.0, 0.9), "duration": (1.0, 0.6), "research": (0.6, 0.4)}}),"#
            )
        };
        let opponent = |name| {
            format!(
                r#""{name}": (positions: {{"area": (0.0, 0.9), "duration": (0.0, 0.8), "research": (0.9, 0.5)}}),"#
            )
        };
        let text = format!(
            r#"(format: 1, title: "A reserve", rule: Unanimity,
                clauses: {{"area": Ambition(status_quo: 0.0), "duration": Ambition(status_quo: 0.0), "research": Ambition(status_quo: 0.2)}},
                countries: {{{}{}{}{}}})"#,
            opponent("Russia"),
            opponent("China"),
            proponent("Australia"),
            proponent("EU"),
        );
        Scenario::parse("reserve", &text).expect("sound")
    };
    let taken = &outcomes(&coded(""))[0];
    assert!(taken.conclusion.adopted(), "{:?}", taken.label);
    let waiting = coded(r#"outside_option: (text: "Australia", reach: 0.6),"#);
    assert_eq!(outcomes(&waiting)[0].label, Label::Deadlock);
    assert!(limit(waiting).is_none());
}
