//! Seats against the same negotiations without them, and against delegates that talk nonsense.

use std::{collections::HashMap, fs, path::Path};

use super::*;
use crate::{
    model::Model,
    negotiation::{Ballot, Negotiator, Observer, Progress, View},
    outcome::Outcome,
    random::endless,
    scenario::Scenario,
    text::{ClauseId, Text, Value},
    voting::Vote,
};

/// Every shipped case with something to negotiate.
fn shipped() -> Vec<(String, Model)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let entries = |place: &str| fs::read_dir(folder.join(place)).expect("a folder");
    let places = ["", "teaching", "theory"].iter().flat_map(|place| entries(place));
    let mut paths: Vec<_> = places.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let scenarios = paths.iter().filter_map(|path| Scenario::load(path).ok().map(|case| (path, case)));
    scenarios
        .filter(|(_, scenario)| !scenario.is_body())
        .map(|(path, scenario)| (path.display().to_string(), Model::compile(&scenario).expect("sound")))
        .collect()
}

/// Every seat of a model that can be taken.
fn seats_of(model: &Model) -> Vec<Voice> {
    let countries = (0..model.countries.len()).map(Voice::Country);
    let all = countries.chain((0..model.blocs.len()).map(Voice::Bloc));
    all.filter(|seat| {
        Seats::default().take(model, *seat, Box::new(|_: &Situation<'_>| Saying::default())).is_ok()
    })
    .collect()
}

/// Each country's votes in each round, and the text after each step of the rounds.
#[derive(Default, PartialEq, Debug)]
struct Watched {
    votes: HashMap<u32, Vec<Vec<Vote>>>,
    texts: Vec<Text>,
    ballots: Vec<(Vec<f64>, Vec<Vote>)>,
}

impl Observer for Watched {
    fn round(&mut self, view: &View<'_>) {
        self.texts.push(view.text.clone());
    }

    fn attempt(&mut self, view: &View<'_>, ballot: &Ballot, _carried: bool) {
        self.votes.entry(view.round).or_default().push(ballot.votes.clone());
        self.ballots.push((ballot.margins.clone(), ballot.votes.clone()));
    }
}

/// Negotiates a replicate with these seats taken.
fn play(model: &Model, replicate: u64, seats: &mut Seats<'_>) -> (Outcome, Watched) {
    let mut watched = Watched::default();
    let mut negotiator = Negotiator::new(model, 1);
    let session = negotiator.open(replicate, &mut watched);
    while session.step_with(&mut watched, seats) == Progress::Continues {}
    (session.outcome().expect("it has ended"), watched)
}

/// A delegate that says what the model would do anyway changes no bit: what it asks for, what it wants, and how it answered
/// where the text was put once in a round.
#[test]
fn a_seat_that_repeats_what_the_model_would_do_changes_nothing() {
    for (path, model) in shipped() {
        let all = seats_of(&model);
        for replicate in 0..2 {
            let mut plain = Watched::default();
            let expected = Negotiator::new(&model, 1).negotiate(replicate, &mut plain);
            let some = [all.first(), all.get(all.len() / 2), all.last()];
            let mut seats = Seats::default();
            for &seat in some.into_iter().flatten() {
                let votes = &plain.votes;
                let repeats = move |situation: &Situation<'_>| {
                    let wants = || situation.model.clause_ids().zip(&situation.wants);
                    let open = |clause: &ClauseId| situation.clause.is_none_or(|only| only == *clause);
                    let answer = match (seat, votes.get(&situation.round).map(Vec::as_slice)) {
                        (Voice::Country(i), Some([votes])) if situation.may.answer => match votes[i] {
                            Vote::Yes => Some(Answer::Support),
                            Vote::No => Some(Answer::Object),
                            Vote::Abstain => Some(Answer::Abstain),
                            Vote::Absent => None,
                        },
                        _ => None,
                    };
                    Saying {
                        demand: Some(situation.demand),
                        wishes: wants()
                            .filter(|(clause, (_, matters))| open(clause) && *matters > 0.0)
                            .map(|(clause, (value, _))| (clause, *value))
                            .collect(),
                        answer,
                        ..Saying::default()
                    }
                };
                let _ = seats.take(&model, seat, Box::new(repeats));
            }
            let (outcome, watched) = play(&model, replicate, &mut seats);
            assert_eq!(outcome, expected, "{path}, replicate {replicate}");
            assert_eq!(watched, plain, "{path}, replicate {replicate}");
            assert!(
                seats.spoken.iter().all(|spoken| spoken.refused.is_empty()),
                "{path}: {:?}",
                seats.spoken
            );
        }
    }
}

/// A number that is often not one.
fn wild(number: &mut impl FnMut() -> f64) -> f64 {
    match (number() * 8.0) as u32 {
        0 => f64::NAN,
        1 => f64::INFINITY,
        2 => -0.5,
        3 => 7.0,
        _ => number(),
    }
}

/// Anything that can be said.
fn babble(number: &mut impl FnMut() -> f64, clauses: usize) -> Saying {
    let value = |number: &mut dyn FnMut() -> f64| -> (ClauseId, Value) {
        let clause = ClauseId::new((number() * (clauses as f64 + 1.0)) as usize);
        let mut number = || number();
        let value = match (number() * 3.0) as u32 {
            0 => Value::option((number() * 5.0) as usize),
            1 => Value::point(wild(&mut number)),
            _ => Value::Interval { lo: wild(&mut number), hi: wild(&mut number) },
        };
        (clause, value)
    };
    let wishes = (0..(number() * 4.0) as usize).map(|_| value(number)).collect();
    let proposals = (0..(number() * 4.0) as usize).map(|_| value(number)).collect();
    Saying {
        demand: (number() < 0.6).then(|| wild(number)),
        wishes,
        proposals,
        answer: [None, None, Some(Answer::Object), Some(Answer::Support), Some(Answer::Abstain)]
            [(number() * 5.0) as usize],
        calls_vote: number() < 0.3,
        walks_out: [None, None, None, None, None, Some(false), Some(true)][(number() * 7.0) as usize],
        unreadable: Vec::new(),
    }
}

/// Whatever is said, nothing panics, the text stays one that there can be, nobody gets what is no number, and time runs out.
#[test]
fn nonsense_leaves_a_text_that_there_can_be() {
    let mut seed = 0;
    for (path, model) in shipped() {
        let all = seats_of(&model);
        for replicate in 0..3_u64 {
            seed += 1;
            let mut seats = Seats::default();
            for (k, &seat) in all.iter().enumerate().filter(|(k, _)| replicate == 0 || k % 3 == 0) {
                let mut number = endless(&format!("seat {k} of {seed}"));
                let clauses = model.clauses.len();
                let babbles = move |_: &Situation<'_>| babble(&mut number, clauses);
                seats.take(&model, seat, Box::new(babbles)).expect("a free seat");
            }
            let mut negotiator = Negotiator::new(&model, 1);
            let session = negotiator.open(replicate, &mut ());
            let mut rounds = 0;
            while session.step_with(&mut (), &mut seats) == Progress::Continues {
                rounds += 1;
                let view = session.view();
                for (value, clause) in view.text.0.iter().zip(&model.clauses) {
                    let fits = match *value {
                        Value::Interval { lo, hi } => {
                            clause.options == 0 && 0.0 <= lo && lo <= hi && hi <= 1.0
                        }
                        Value::Option(o) => clause.options > 0 && usize::from(o) <= clause.options,
                    };
                    assert!(fits, "{path}: {} says {value:?}", clause.name);
                }
                assert!(view.utilities.iter().all(|u| (-1e-9..=1.0 + 1e-9).contains(u)), "{path}");
                assert!(view.seated.contains(&true), "{path}: nobody is left");
            }
            let most = model.proceedings.rounds as usize * model.clauses.len().max(1);
            assert!(rounds <= most, "{path}: {rounds} rounds");
            let outcome = session.outcome().expect("it has ended");
            assert!(outcome.parties.iter().all(|party| party.gain.is_finite()), "{path}");
            for spoken in &seats.spoken {
                assert!(spoken.said.demand.is_none_or(|demand| (0.0..=1.0).contains(&demand)), "{spoken:?}");
            }
        }
    }
}

fn model(file: &str) -> Model {
    Model::compile(&Scenario::parse("case", file).expect("a case")).expect("sound")
}

fn three(rest: &str) -> Model {
    model(&format!(
        r#"(format: 1, title: "three", clauses: {{"cuts": Ambition(status_quo: 0)}},
        countries: {{"A": (positions: {{"cuts": 0.2}}), "B": (positions: {{"cuts": 0.4}}), "C": (positions: {{"cuts": 0.9}})}}, {rest})"#
    ))
}

fn with(
    model: &Model,
    seat: &str,
    saying: impl Fn(&Situation<'_>) -> Saying,
) -> (Outcome, LastRound, Vec<Spoken>) {
    let mut seats = Seats::default();
    let seat = Voice::find(model, seat).expect("a seat");
    seats.take(model, seat, Box::new(saying)).expect("free");
    let (outcome, _) = play(model, 0, &mut seats);
    (outcome, seats.last, seats.spoken)
}

/// Under consensus one objection is enough; in a majority of three it is not.
#[test]
fn an_objection_blocks_a_consensus_and_not_a_majority() {
    let objects = |_: &Situation<'_>| Saying { answer: Some(Answer::Object), ..Saying::default() };
    let (outcome, ..) = with(&three("rule: Consensus"), "C", objects);
    assert!(!outcome.conclusion.adopted());
    let (outcome, ..) = with(&three("rule: SimpleMajority"), "C", objects);
    assert!(outcome.conclusion.adopted());
    assert_eq!(outcome.parties[2].vote, Vote::No);
}

/// Under an agenda setter the sponsor's words are the text; whoever is not the sponsor proposes in vain.
#[test]
fn only_the_sponsor_of_an_offer_writes_it() {
    let model = three(r#"rule: SimpleMajority, protocol: AgendaSetter(setter: Party("C"))"#);
    let proposes = |_: &Situation<'_>| Saying {
        proposals: vec![(ClauseId::new(0), Value::point(0.3))],
        ..Saying::default()
    };
    let (outcome, last, _) = with(&model, "C", proposes);
    assert_eq!(outcome.text.0, [Value::point(0.3)]);
    assert_eq!(last.taken_up, [(Voice::Country(2), ClauseId::new(0), Value::point(0.3))]);
    let (_, _, spoken) = with(&model, "A", proposes);
    assert_eq!(spoken[0].refused, [Refusal::NoProposals]);
}

/// Whoever asks for the whole of its wish, and never concedes, is met only by its wish: under consensus the text is where it
/// wants it, or there is none.
#[test]
fn whoever_holds_out_moves_the_text_or_blocks_it() {
    let holds_out = |_: &Situation<'_>| Saying { demand: Some(1.0), ..Saying::default() };
    let model = three("rule: Consensus");
    let plain = Negotiator::new(&model, 1).negotiate(0, &mut ());
    let (outcome, ..) = with(&model, "A", holds_out);
    if outcome.conclusion.adopted() {
        assert!(outcome.depth < plain.depth, "{} and {}", outcome.depth, plain.depth);
    }
    assert!(outcome.parties[0].gain >= 0.0);
}

/// A country that leaves is neither asked again nor counted.
#[test]
fn whoever_leaves_is_gone() {
    let leaves = |_: &Situation<'_>| Saying { walks_out: Some(true), ..Saying::default() };
    let (outcome, _, spoken) = with(&three("rule: Consensus"), "A", leaves);
    assert_eq!(spoken.len(), 1);
    assert!(outcome.parties[0].left);
    assert_eq!(outcome.parties[0].vote, Vote::Absent);
}
