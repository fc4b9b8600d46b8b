//! Procedure: silence, the gavel, signatures, opting out, amendments and separate votes, in small rooms whose outcome is
//! worked out by hand.

use plenary::{
    model::Model,
    negotiation::{Motion, Negotiator, Observer, View},
    outcome::{Conclusion, Label, Outcome},
    scenario::Scenario,
    text::{ClauseId, Value},
    voting::Tally,
};

use crate::support::outcome;

/// One ambition clause, nothing in place, parties with these ideals and no fear of standing alone; the chair has no
/// moves, and there is one round: the draft is put to the rule as it stands, against reservations.
fn one_round(ideals: &[f64], rule: &str, draft: f64, floor: &str) -> Scenario {
    let country = |(i, p): (usize, &f64)| format!("\"P{i}\": (positions: {{\"d\": {p}}}),");
    let countries: String = ideals.iter().enumerate().map(country).collect();
    let text = format!(
        "(format: 1, title: \"one round\", clauses: {{\"d\": Ambition(status_quo: 0)}}, countries: {{{countries}}}, rule: {rule},
          protocol: ChairRevisions(rounds: 1, moves: [], draft: Given({{\"d\": {draft}}}), floor: {floor}),
          defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))"
    );
    Scenario::parse("one round", &text).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)))
}

fn depth(found: &Outcome) -> f64 {
    assert!(found.conclusion.adopted(), "{:?}", found.conclusion);
    found.depth
}

/// General Assembly, rule 90: the order of amendments decides. Ideals .2, .5, .6 and a draft of 1 for a simple
/// majority; each party moves its own ideal. Furthest first, .2 against 1: the first two prefer it, and the rest fall.
/// Nearest first, .6 against 1: everybody prefers it, and the rest fall.
#[test]
fn the_order_of_amendments_decides() {
    let with = |order: &str| {
        let floor = format!("(amendments: {order})");
        depth(&outcome(&one_round(&[0.2, 0.5, 0.6], "SimpleMajority", 1.0, &floor)))
    };
    assert_eq!(with("FurthestFirst"), 0.2);
    assert_eq!(with("NearestFirst"), 0.6);
}

/// Without amendments the same draft fails: at 1, parties that want .2 and .5 get no more than from nothing (u falls
/// from .8 to .2, from .5 to .5: the second is indifferent and says yes, so that 2 to 1 would carry it).
#[test]
fn without_a_floor_the_text_stands_or_falls_as_it_is() {
    assert_eq!(depth(&outcome(&one_round(&[0.2, 0.5, 0.6], "SimpleMajority", 1.0, "()"))), 1.0);
    let deadlock = outcome(&one_round(&[0.2, 0.45, 0.6], "SimpleMajority", 1.0, "()"));
    assert_eq!(deadlock.conclusion, Conclusion::Deadlock);
}

/// Amendments can save a text that would fall: with ideals .2, .45, .6 the draft of 1 falls, the amended one does not.
#[test]
fn an_amendment_saves_the_text() {
    let found = outcome(&one_round(&[0.2, 0.45, 0.6], "SimpleMajority", 1.0, "(amendments: NearestFirst)"));
    assert_eq!(depth(&found), 0.6);
}

/// The motions put to the room, in order, with yes, no and whether they were carried.
#[derive(Default)]
struct Minutes(Vec<(Motion, u64, u64, bool)>);

impl Observer for Minutes {
    fn on_division(&mut self, _view: &View<'_>, motion: Motion, tally: &Tally, carried: bool) {
        self.0.push((motion, tally.yes.heads, tally.no.heads, carried));
    }
}

/// General Assembly, rule 89: a paragraph voted on separately can be struck although the whole would carry. Two of
/// three want nothing on clause b (salience .3) and all want a: the package carries, the paragraph does not.
#[test]
fn a_separate_vote_strikes_a_paragraph() {
    let room = |paragraphs: bool| {
        let against = "(positions: {\"a\": (1, 0.7), \"b\": (0, 0.3)})";
        let text = format!(
            "(format: 1, title: \"paragraphs\", clauses: {{\"a\": Ambition(status_quo: 0), \"b\": Ambition(status_quo: 0)}},
              countries: {{\"X\": {against}, \"Y\": {against}, \"Z\": (positions: {{\"a\": (1, 0.5), \"b\": (1, 0.5)}})}},
              rule: TwoThirds,
              protocol: ChairRevisions(rounds: 1, moves: [], draft: Given({{\"a\": 1, \"b\": 1}}), floor: (paragraphs: {paragraphs})))"
        );
        Scenario::parse("paragraphs", &text).expect("sound")
    };
    let whole = outcome(&room(false));
    assert_eq!((whole.conclusion, whole.depth), (Conclusion::Vote { no: 0 }, 1.0));

    let scenario = room(true);
    let model = Model::compile(&scenario).expect("sound");
    let mut minutes = Minutes::default();
    let parted = Negotiator::new(&model, 1).negotiate(0, &mut minutes);
    assert_eq!(parted.text.0, [Value::point(1.0), Value::point(0.0)]);
    let kept = (Motion::Keep(ClauseId(0)), 3, 0, true);
    let struck = (Motion::Keep(ClauseId(1)), 1, 2, false);
    assert_eq!(minutes.0, [kept, struck]);
}

/// Those sign who gain (u(x) ≥ u(q): ideals of at least half the draft). At .8 of six parties three do: enough for three
/// signatures, not for four; the rest stay outside with what they had.
#[test]
fn a_coalition_of_the_willing_binds_those_who_sign() {
    let ideals = [0.1, 0.2, 0.3, 0.45, 0.7, 1.0];
    let signed =
        |k: u32| outcome(&one_round(&ideals, &format!("CoalitionOfTheWilling(signatories: {k})"), 0.8, "()"));
    let found = signed(3);
    assert_eq!(found.conclusion, Conclusion::Signed { signatories: 3 });
    assert_eq!(found.label, Label::CoalitionOfTheWilling);
    assert!((found.participation - 0.5).abs() < 1e-12, "breadth: three of six");
    for (i, p) in ideals.iter().enumerate() {
        let gain = if *p >= 0.4 { p - (0.8 - p).abs() } else { 0.0 };
        assert!((found.parties[i].gain - gain).abs() < 1e-12, "P{i}");
    }
    assert_eq!(signed(4).conclusion, Conclusion::Deadlock);
}

/// When all sign, nobody is outside, and the label is what it would be anyway.
#[test]
fn a_text_that_all_sign_is_no_coalition() {
    let found = outcome(&one_round(&[0.8, 0.9, 1.0], "CoalitionOfTheWilling(signatories: 2)", 0.8, "()"));
    assert_eq!(found.conclusion, Conclusion::Signed { signatories: 3 });
    assert_ne!(found.label, Label::CoalitionOfTheWilling);
}

/// One party objects at .5 (it wants .1). Silence is broken; the gavel comes down over one small objector, and not over
/// one that holds a quarter of the room.
#[test]
fn silence_and_the_gavel() {
    let ideals = [0.1, 0.5, 0.6, 0.7];
    let under = |rule: &str| outcome(&one_round(&ideals, rule, 0.5, "()")).conclusion;
    assert_eq!(under("Consensus"), Conclusion::Deadlock);
    assert_eq!(under("SilenceProcedure"), Conclusion::Deadlock);
    assert_eq!(under("ChairsGavel(objectors: 1, materiality: (1, 4))"), Conclusion::Consensus);
    assert_eq!(under("ChairsGavel(objectors: 1, materiality: (24, 100))"), Conclusion::Deadlock);
}

/// Whoever opts out counts on neither side of a double majority; whoever boycotts counts as no.
#[test]
fn opting_out_is_not_staying_away() {
    let under = |first: &str| {
        let text = format!(
            "(format: 1, title: \"out\", clauses: {{\"d\": Ambition(status_quo: 0)}},
              countries: {{\"A\": (positions: {{\"d\": 1}}, {first}), \"B\": (positions: {{\"d\": 1}}, population: 2),
                           \"C\": (positions: {{\"d\": 1}}, population: 2), \"D\": (positions: {{\"d\": 0}})}},
              rule: Composed(tests: [(unit: Population, base: Participating, at_least: (65, 100))]),
              protocol: ChairRevisions(rounds: 1, moves: [], draft: Given({{\"d\": 1}})))"
        );
        outcome(&Scenario::parse("out", &text).expect("sound")).conclusion
    };
    // B and C have 4 of the 5 that take part; of 5 + A's 5, they would have 4 of 10.
    assert_eq!(under("population: 5, opts_out: true"), Conclusion::Vote { no: 1 });
    assert_eq!(under("population: 5, boycotts: true"), Conclusion::Deadlock);
}

/// A permanent member's No defeats what fourteen want, also where the vote follows failed consensus; its abstention
/// does not. The permanent member wants .5: a draft of 1 leaves it where it is (it says yes); of the others' wish 1,
/// one that wants 0 says no.
#[test]
fn a_permanent_member_vetoes() {
    let council = |first: f64, rule: &str| {
        let mut ideals = vec![1.0; 15];
        ideals[0] = first;
        outcome(&one_round(&ideals, rule, 1.0, "()")).conclusion
    };
    let rule = "SecurityCouncil(permanent: [\"P0\"])";
    assert_eq!(council(0.0, rule), Conclusion::Deadlock);
    assert_eq!(council(0.5, rule), Conclusion::Vote { no: 0 });
    assert_eq!(council(0.0, "SecurityCouncil(permanent: [\"P1\"])"), Conclusion::Vote { no: 1 });
    let fallback = |permanent: &str| {
        format!(
            "ConsensusThenVote(vote: SecurityCouncil(permanent: [\"{permanent}\"]), attempts: 1, every: 1)"
        )
    };
    assert_eq!(council(0.0, &fallback("P0")), Conclusion::Deadlock);
    assert_eq!(council(0.0, &fallback("P1")), Conclusion::FallbackVote { no: 1, called: false });
}

/// Those who left, and the round in which they did.
#[derive(Default)]
struct Exits(Vec<(usize, u32)>);

impl Observer for Exits {
    fn left(&mut self, view: &View<'_>, country: usize) {
        self.0.push((country, view.round));
    }
}

/// A party counts a text against its patience when it lies more than the exit margin below its reservation value: at exactly so
/// much it stays. P0 and P1 want nothing and would lose ¼ by failure: r = ¾, and the draft of ½ is worth ½. They object, two
/// of five, which one objection too many defeats; the No of either alone would not.
#[test]
fn a_text_at_the_exit_margin_is_borne() {
    let leave = |margin: f64| {
        let hesitant = "(positions: {\"d\": 0}, cost_of_failure: 0.25)";
        let keen = "(positions: {\"d\": 1})";
        let text = format!(
            "(format: 1, title: \"exits\", clauses: {{\"d\": Ambition(status_quo: 0)}},
              countries: {{\"P0\": {hesitant}, \"P1\": {hesitant}, \"P2\": {keen}, \"P3\": {keen}, \"P4\": {keen}}},
              rule: ConsensusMinus(1), protocol: ChairRevisions(rounds: 1, moves: [], draft: Given({{\"d\": 0.5}})),
              defaults: (isolation_cost: (major: 0, middle: 0, small: 0), exit_margin: {margin:?}, exit_after: 1))"
        );
        let model = Model::compile(&Scenario::parse("exits", &text).expect("sound")).expect("sound");
        let mut exits = Exits::default();
        Negotiator::new(&model, 1).negotiate(0, &mut exits);
        exits.0
    };
    assert_eq!(leave(0.25), []);
    assert_eq!(leave(0.25 - f64::EPSILON), [(0, 1), (1, 1)]);
}

/// What is taken out of a text, by materiality-weighted salience, and what the rest is worth alone: X and Y want a at ½ and
/// nothing of b, Z wants all of b. A separate vote strikes b: (0.3 + 0.3 + 0.5)/3 of all salience, and the rest is ½ deep where the
/// median wish is ½ on one of two clauses.
#[test]
fn a_paragraph_that_is_struck_is_carved_out() {
    let struck = |thresholds: &str| {
        let against = "(positions: {\"a\": (0.5, 0.7), \"b\": (0, 0.3)})";
        let text = format!(
            "(format: 1, title: \"carved\", clauses: {{\"a\": Ambition(status_quo: 0), \"b\": Ambition(status_quo: 0)}},
              countries: {{\"X\": {against}, \"Y\": {against}, \"Z\": (positions: {{\"a\": (0.5, 0.5), \"b\": (1, 0.5)}})}},
              rule: TwoThirds, thresholds: ({thresholds}),
              protocol: ChairRevisions(rounds: 1, moves: [], draft: Given({{\"a\": 0.5, \"b\": 1}}), floor: (paragraphs: true)))"
        );
        outcome(&Scenario::parse("carved", &text).expect("sound"))
    };
    assert_eq!(struck("").text.0, [Value::point(0.5), Value::point(0.0)]);
    assert_eq!(struck("carved_salience: 0.366").label, Label::CarveOut);
    assert_ne!(struck("carved_salience: 0.367").label, Label::CarveOut);
    // ½ is 0.25 above the median wish.
    assert_eq!(struck("carved_depth: -0.24").label, Label::CarveOut);
    assert_ne!(struck("carved_depth: -0.26").label, Label::CarveOut);
}

/// Taking a scope clause out takes out its share of what it governs: half of a, for those who want a by 0.7, 0.7 and 0.5 (and
/// scope by the rest), is (0.35 + 0.3 + 0.35 + 0.3 + 0.25 + 0.5)/3 = 2.05/3 of all salience.
#[test]
fn a_scope_that_is_taken_out_takes_its_share_along() {
    let struck = |least: f64| {
        let against = "(positions: {\"a\": (0.5, 0.7), \"s\": (0, 0.3)})";
        let text = format!(
            "(format: 1, title: \"scope\", clauses: {{\"a\": Ambition(status_quo: 0), \"s\": Scope(status_quo: 0, governs: {{\"a\": 0.5}})}},
              countries: {{\"X\": {against}, \"Y\": {against}, \"Z\": (positions: {{\"a\": (0.5, 0.5), \"s\": (1, 0.5)}})}},
              rule: TwoThirds, thresholds: (carved_salience: {least}, carved_depth: 1),
              protocol: ChairRevisions(rounds: 1, moves: [], draft: Given({{\"a\": 0.5, \"s\": 1}}), floor: (paragraphs: true)))"
        );
        let found = outcome(&Scenario::parse("scope", &text).expect("sound"));
        assert_eq!(found.text.0, [Value::point(0.5), Value::point(0.0)]);
        found.label
    };
    assert_eq!(struck(0.683), Label::CarveOut);
    assert_ne!(struck(0.684), Label::CarveOut);
}

/// A laggard that gains exactly as much as the threshold binds the text: with wishes ½, 1, 1 and a text of ¾ the first gains ¼.
#[test]
fn a_laggard_at_the_threshold_binds() {
    let label = |gain: f64| {
        let text = format!(
            "(format: 1, title: \"laggard\", clauses: {{\"d\": Ambition(status_quo: 0)}},
              countries: {{\"P0\": (positions: {{\"d\": 0.5}}), \"P1\": (positions: {{\"d\": 1}}), \"P2\": (positions: {{\"d\": 1}})}},
              rule: SimpleMajority, thresholds: (laggard_gain: {gain:?}, lcd_index: 0.25),
              protocol: ChairRevisions(rounds: 1, moves: [], draft: Given({{\"d\": 0.75}})))"
        );
        outcome(&Scenario::parse("laggard", &text).expect("sound")).label
    };
    assert_eq!(label(0.25), Label::LowestCommonDenominator);
    assert_eq!(label(0.25 - 1e-6), Label::Compromise);
}
