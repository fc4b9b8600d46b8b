//! A negotiation played round by round is the negotiation played at once, and breaking one off disturbs no other.

use std::sync::LazyLock;

use plenary::{
    model::Model,
    negotiation::{Ballot, Motion, Negotiator, Observer, Progress, Step, View},
    null::Null,
    outcome::Outcome,
    protocol::{Acceptance, Amendments, Floor},
    protocol::{AgendaSetter, Annealing, ChairRevisions, Protocol, SingleText, SponsorsText},
    scenario::Scenario,
    text::{ClauseId, Text},
    voting::Tally,
};
use proptest::prelude::*;

use crate::support::{every_scenario, thousand_cases};

/// Every event with all that was shown, one line each.
#[derive(Default)]
struct Events(Vec<String>);

impl Events {
    fn note(&mut self, view: &View<'_>, event: &str) {
        let voices = (view.voices.who.len(), view.aspirations, view.utilities);
        let countries = (view.seated, view.country_aspirations);
        let parties = (view.sponsor, &view.parties.reservations, view.lcd.depth_reference);
        self.0.push(format!("{} {event} {:?} {voices:?} {countries:?} {parties:?}", view.round, view.text));
    }

    fn rounds(&self) -> usize {
        self.0.iter().filter(|event| event.contains(" a round begins ")).count()
    }
}

impl Observer for Events {
    fn draft(&mut self, view: &View<'_>) {
        self.note(view, "draft");
    }

    fn round(&mut self, view: &View<'_>) {
        self.note(view, "a round begins");
    }

    fn on_clause_opened(&mut self, view: &View<'_>, clause: ClauseId) {
        self.note(view, &format!("open {clause:?}"));
    }

    fn on_clause_closed(&mut self, view: &View<'_>, clause: ClauseId, carried: bool) {
        self.note(view, &format!("close {clause:?} {carried}"));
    }

    fn on_proposal(&mut self, view: &View<'_>, step: &Step, answers: &[i8], accepted: bool) {
        self.note(view, &format!("proposal {step:?} {answers:?} {accepted}"));
    }

    fn moved(&mut self, view: &View<'_>, step: &Step, from: &Text, before: &[f64]) {
        self.note(view, &format!("move {step:?} {from:?} {before:?}"));
    }

    fn attempt(&mut self, view: &View<'_>, ballot: &Ballot, carried: bool) {
        self.note(view, &format!("attempt {:?} {:?} {carried}", ballot.votes, ballot.margins));
    }

    fn on_division(&mut self, view: &View<'_>, motion: Motion, tally: &Tally, carried: bool) {
        self.note(view, &format!("division {motion:?} {tally:?} {carried}"));
    }

    fn left(&mut self, view: &View<'_>, country: usize) {
        self.note(view, &format!("{country} leaves"));
    }
}

/// Every protocol, short enough for many negotiations; the second chair is amended by the floor.
fn protocols() -> Vec<Protocol> {
    let floor = Floor { amendments: Amendments::FurthestFirst, paragraphs: true };
    let chair = |rounds| ChairRevisions { rounds, ..ChairRevisions::default() };
    let single = SingleText { rounds: 40, ..SingleText::default() };
    vec![
        Protocol::ChairRevisions(chair(20)),
        Protocol::ChairRevisions(ChairRevisions { attempt_every: 3, floor, ..chair(10) }),
        Protocol::ClauseByClause(chair(8)),
        Protocol::SponsorsText(SponsorsText { rounds: 3, ..SponsorsText::default() }),
        Protocol::AgendaSetter(AgendaSetter::default()),
        Protocol::SingleText(single.clone()),
        Protocol::SingleText(SingleText { accept: Acceptance::Annealing(Annealing::default()), ..single }),
        Protocol::Compromise,
    ]
}

/// Every scenario that ships under every protocol that its rule admits.
static MODELS: LazyLock<Vec<Model>> = LazyLock::new(|| {
    let mut models = Vec::new();
    for path in every_scenario() {
        let mut scenario = Scenario::load(&path).expect("a sound scenario");
        if scenario.is_body() {
            continue;
        }
        scenario.switches = Default::default();
        for protocol in protocols() {
            scenario.protocol = protocol;
            models.extend(Model::compile(&scenario));
        }
    }
    models
});

/// A negotiation played step by step, with the number of steps.
fn stepped(negotiator: &mut Negotiator<'_>, replicate: u64, events: &mut Events) -> (Outcome, usize) {
    let session = negotiator.open(replicate, events);
    assert_eq!(session.outcome(), None, "it has not ended");
    let mut steps = 1;
    while session.step(events) == Progress::Continues {
        assert_eq!(session.view().round as usize, steps, "one round for each step");
        steps += 1;
    }
    let told = events.0.len();
    let Progress::Ended(ending) = session.step(events) else { panic!("it has ended") };
    assert_eq!(told, events.0.len(), "nothing happens after the end");
    let outcome = session.outcome().expect("it has ended");
    assert_eq!((outcome.conclusion, outcome.round), (ending.conclusion, ending.round));
    (outcome, steps)
}

#[test]
fn stepping_to_the_end_is_negotiating() {
    assert!(MODELS.len() > 5 * protocols().len(), "{} models", MODELS.len());
    for model in MODELS.iter() {
        let (mut at_once, mut by_step) = (Negotiator::new(model, 3), Negotiator::new(model, 3));
        for replicate in [0, 31, 32] {
            let (mut all, mut each) = (Events::default(), Events::default());
            let outcome = at_once.negotiate(replicate, &mut all);
            let (same, steps) = stepped(&mut by_step, replicate, &mut each);
            assert_eq!(outcome, same, "{:?}", model.protocol());
            assert!(all.0 == each.0, "{:?}: other events", model.protocol());
            assert_eq!(
                (steps, outcome.round as usize),
                (all.rounds(), all.rounds()),
                "{:?}",
                model.protocol()
            );
        }
    }
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// A negotiation that is broken off leaves no trace in the next one, nor in the null models of its own replicate; and
    /// a clone of it, played on, ends as it would have ended.
    #[test]
    fn breaking_off_disturbs_nothing(
        model in any::<prop::sample::Index>(),
        null in prop::sample::select(Null::ALL.to_vec()),
        (replicate, rounds) in (0..40_u64, 0..30_usize),
    ) {
        let model = &MODELS[model.index(MODELS.len())];
        let outcome = Negotiator::new(model, 3).negotiate(replicate, &mut ());
        let mut broken_off = Negotiator::new(model, 3);
        let session = broken_off.open(replicate, &mut ());
        for _ in 0..rounds {
            session.step(&mut ());
        }
        let mut kept = session.clone();
        while kept.step(&mut ()) == Progress::Continues {}
        prop_assert_eq!(kept.outcome().expect("it has ended"), outcome);
        let mut fresh = Negotiator::new(model, 3);
        fresh.negotiate(replicate, &mut ());
        prop_assert_eq!(broken_off.under(null), fresh.under(null), "{}", null);
        broken_off.open(replicate, &mut ()).step(&mut ());
        prop_assert_eq!(broken_off.negotiate(replicate + 1, &mut ()), fresh.negotiate(replicate + 1, &mut ()));
    }
}

/// A null model may be asked for before anything has been negotiated: it is about replicate 0.
#[test]
fn null_models_need_no_negotiation() {
    let model = &MODELS[0];
    for null in Null::ALL {
        let mut fresh = Negotiator::new(model, 3);
        let asked = fresh.under(null);
        fresh.negotiate(0, &mut ());
        assert_eq!(asked, fresh.under(null), "{null}");
    }
}
