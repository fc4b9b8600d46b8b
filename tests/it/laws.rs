//! Laws that hold in every room, tried on rooms at random (oracles.md, at its end).

use plenary::{
    benchmark::{Lcd, agreement::tolerance_frontier},
    negotiation::Realisation,
    outcome::{Label, Outcome},
    scenario::Scenario,
    stance::Start,
    study::Accumulator,
    text::Value,
};
use proptest::{collection::vec, prelude::*};

use crate::{
    objections::{halls, within},
    support::{Kind, PLAIN_MOVES, SmallRoom, outcome, small_rooms, thousand_cases},
};

/// Depths that differ by rounding only.
const NEAR: f64 = 1e-9;
/// What the solver's figures are good for.
const SOLVED: f64 = 2e-6;

/// Whether two runs ended alike, up to rounding: how, when, and with what words.
fn ended_alike(a: &Outcome, b: &Outcome) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < NEAR;
    let texts = a.text.0.iter().zip(&b.text.0);
    a.conclusion == b.conclusion
        && a.label == b.label
        && a.round == b.round
        && near(a.depth, b.depth)
        && texts.into_iter().all(|(a, b)| ends(*a).iter().zip(ends(*b)).all(|(a, b)| near(*a, b)))
}

fn ends(value: Value) -> [f64; 2] {
    match value {
        Value::Interval { lo, hi } => [lo, hi],
        Value::Option(o) => [o.into(); 2],
    }
}

fn shuffled_rooms() -> impl Strategy<Value = (SmallRoom, Vec<usize>)> {
    small_rooms(2..=5, 1..=2).prop_flat_map(|room| {
        let order: Vec<usize> = (0..room.parties.len()).collect();
        (Just(room), Just(order).prop_shuffle())
    })
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// Anonymity: who is written down first makes no difference, and each party fares as before. Exact up to
    /// rounding, the chair's moves included: sums in another order differ by less than the 1e−12 by which a move
    /// must help, and no two parties are alike.
    #[test]
    fn anonymity((room, order) in shuffled_rooms()) {
        let (as_written, reordered) = (room.outcome(), outcome(&room.scenario_in_order(&order)));
        prop_assert!(ended_alike(&as_written, &reordered), "{as_written:?}\n{reordered:?}");
        for (place, &i) in order.iter().enumerate() {
            let (was, is) = (as_written.parties[i], reordered.parties[place]);
            prop_assert_eq!((was.stance, was.laggard, was.held_out, was.left), (is.stance, is.laggard, is.held_out, is.left));
            prop_assert!((was.gain - is.gain).abs() < NEAR);
        }
    }

    /// Neutrality: turning a positional clause round turns the outcome round. Exact under consensus and plain words,
    /// where grievance is convex. Under a rule that leaves some behind, or with vague words, a step up and a step
    /// down may both end all grievance that counts; of two such the chair takes the lower, so that a room in a few
    /// hundred differs from its mirror image.
    #[test]
    fn neutrality(mut room in small_rooms(2..=4, 2..=2)) {
        room.clauses[1].0 = Kind::Positional;
        (room.rule, room.moves) = ("Consensus", PLAIN_MOVES);
        let mut mirrored = room.clone();
        mirrored.clauses[1].1 = 1.0 - room.clauses[1].1;
        for (party, seen) in room.parties.iter().zip(&mut mirrored.parties) {
            seen.wants[1].0 = 1.0 - party.wants[1].0;
        }
        let (plain, mut turned) = (room.outcome(), mirrored.outcome());
        if let Value::Interval { lo, hi } = turned.text.0[1] {
            turned.text.0[1] = Value::Interval { lo: 1.0 - hi, hi: 1.0 - lo };
        }
        prop_assert!(ended_alike(&plain, &turned), "{plain:?}\n{turned:?}");
    }

    /// Relative saliences have no scale: doubling a party's changes not a bit, any other factor only rounding.
    #[test]
    fn saliences_have_no_scale(room in small_rooms(2..=3, 1..=3), who in 0..2_usize, factor in 0.1..10.0) {
        let scaled = |by: f64| {
            let mut scaled = room.clone();
            scaled.parties[who].wants.iter_mut().for_each(|(_, salience)| *salience *= by);
            scaled.outcome()
        };
        let plain = room.outcome();
        prop_assert_eq!(&plain, &scaled(2.0));
        let other = scaled(factor);
        prop_assert!(ended_alike(&plain, &other), "{plain:?}\n{other:?}");
    }

    /// D^L, D^R and Λ from the room's own wishes, by the definitions: on each ambition clause max(q, min p) and the middle wish, all
    /// clauses of the same weight and in scope. The label and the two rates agree with how the run ended.
    #[test]
    fn one_index_and_one_label(room in small_rooms(2..=4, 1..=3)) {
        let found = room.outcome();
        let [strong, reference] = room.benchmarks_by_hand();
        prop_assert!((found.benchmarks[0] - strong).abs() < NEAR && (found.benchmarks[2] - reference).abs() < NEAR);
        let gap = reference - strong;
        for (index, depth) in [(found.index, found.depth), (found.guaranteed_index, found.guaranteed_depth)] {
            prop_assert!(index.is_some() == (gap >= 0.1) || (gap - 0.1).abs() < NEAR);
            let by_hand = match depth {
                x if x <= strong => 1.0,
                x if x >= reference => 0.0,
                x => (reference - x) / gap,
            };
            prop_assert!(index.is_none_or(|x| (x - by_hand).abs() < NEAR));
        }
        let failed = matches!(found.label, Label::Deadlock | Label::WalkOut);
        prop_assert_eq!(failed, !found.conclusion.adopted());
        let at_lcd = |index: Option<f64>| found.conclusion.adopted() && index.is_some_and(|x| x >= 0.8);
        let deferral = found.label == Label::Deferral;
        prop_assert!(!found.lcd || at_lcd(found.index) && found.laggard_bound && !deferral);
        prop_assert!(!found.lcd_in_substance || at_lcd(found.guaranteed_index) && !deferral);
        prop_assert!(found.guaranteed_depth <= found.depth + NEAR);
        let case = plenary::Case::new(room.scenario()).expect("sound");
        let mut sum = Accumulator::new(&case, 1);
        sum.add(&found);
        let shares = sum.summarise().outcomes;
        prop_assert_eq!(shares.iter().map(|o| o.share.count).sum::<u64>(), 1);
    }

    /// Raising what it costs to object alone, of a party or of a bloc, makes nobody object who did not.
    #[test]
    fn a_dearer_objection_adds_no_objector(hall in halls(), who in 0..11_usize, by in 0.0..0.5) {
        let mut dearer = hall.clone();
        let seats = hall.seats.len();
        match who % (seats + hall.benches.len()) {
            i if i < seats => dearer.seats[i].isolation += by,
            b => dearer.benches[b - seats].isolation += by,
        }
        for start in [Start::NobodyObjects, Start::EverybodyObjects] {
            let (before, after) = (hall.settle(start), dearer.settle(start));
            prop_assert!(within(&after, &before), "{before:?} {after:?}");
        }
    }

    /// One more objector never makes another fall silent.
    #[test]
    fn company_never_silences(hall in halls(), who in 0..8_usize) {
        let mut joined = hall.clone();
        joined.seats[who % hall.seats.len()].margin = -10.0;
        for start in [Start::NobodyObjects, Start::EverybodyObjects] {
            let (before, after) = (hall.settle(start), joined.settle(start));
            prop_assert!(within(&before, &after), "{before:?} {after:?}");
        }
    }

    /// With r = u(q) and city-block loss, trading across clauses never loses depth; and no package is deeper than
    /// what each party by itself would take.
    #[test]
    fn linkage_and_the_frontier(room in small_rooms(2..=5, 1..=4)) {
        let model = room.model();
        let stated = Realisation::as_stated(&model).national;
        let n = room.parties.len();
        let frontier = |voices: &[bool]| tolerance_frontier(&model, &stated, voices).expect("solved");
        let together = frontier(&vec![true; n]);
        let mut lcd = Lcd::default();
        lcd.measure(model.depth(), &stated, &vec![true; n]);
        prop_assert!(together - lcd.depth_weak >= -SOLVED, "{together} below {}", lcd.depth_weak);
        for i in 0..n {
            let alone: Vec<bool> = (0..n).map(|k| k == i).collect();
            prop_assert!(together <= frontier(&alone) + SOLVED, "deeper than party {i} takes");
        }
    }
}

// ── Absorption ──────────────────────────────────────────────────────────────────────────────────────────────────

/// Rounds until the deadline, and the chair's finest step of one 64th of .05.
const ROUNDS: u32 = 200;
const FINEST: f64 = 0.05 / 64.0;

/// One ambition clause with nothing in place, nobody afraid of standing alone, plain words, linear concession.
fn in_one_dimension(ideals: &[f64]) -> Scenario {
    let entry =
        |(i, p): (usize, &f64)| format!("\"P{i}\": (positions: {{\"d\": {p:?}}}, tactic: (beta: 1)),");
    let countries: String = ideals.iter().enumerate().map(entry).collect();
    let text = format!(
        "(format: 1, title: \"line\", clauses: {{\"d\": Ambition(status_quo: 0)}}, countries: {{{countries}}},
          protocol: ChairRevisions(rounds: {ROUNDS}, weigh: Heads, moves: [Shift, Clarify, Delete, CarveOut, Trade]),
          defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))"
    );
    Scenario::parse("line", &text).expect("a sound scenario")
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// Absorption: a new veto player strictly between the extremes m < M changes nothing. Exactly: the benchmarks
    /// D^L and D^T, and the window of texts that all accept in round t, [M(1 − t/T), m(1 + t/T)], in which both
    /// texts lie. The text itself only to the chair's finest step and one round's concession on either side, because
    /// the draft is another and grievance is summed over one more.
    #[test]
    fn a_moderate_veto_player_is_absorbed(ideals in vec(0.05..1.0, 2..5), between in 0.01..0.99) {
        let least = ideals.iter().fold(1.0_f64, |a, b| a.min(*b));
        let most = ideals.iter().fold(0.0_f64, |a, b| a.max(*b));
        let mut more = ideals.clone();
        more.push(least + between * (most - least));
        let (before, after) = (outcome(&in_one_dimension(&ideals)), outcome(&in_one_dimension(&more)));
        prop_assert_eq!(before.benchmarks[..2].to_vec(), after.benchmarks[..2].to_vec());
        for found in [&before, &after] {
            prop_assert!(found.conclusion.adopted());
            let conceded = f64::from(found.round) / f64::from(ROUNDS);
            prop_assert!(found.depth >= most * (1.0 - conceded) - NEAR && found.depth <= least * (1.0 + conceded) + NEAR);
        }
        let tolerance = 2.0 * (FINEST + 2.0 / f64::from(ROUNDS));
        prop_assert!((before.depth - after.depth).abs() <= tolerance, "{} {}", before.depth, after.depth);
    }
}
