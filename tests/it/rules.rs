//! Decision rules against ballots written down as data: `tests/data/rules.txt`.

use plenary::{
    party::PartyId,
    scenario::Scenario,
    stance::{Game, Price, Seat, Start},
    voting::{DecisionRule, Rule, Tally, Vote, VotingWeight},
};
use ron::extensions::Extensions;

const BALLOTS: &str = include_str!("../data/rules.txt");

#[test]
fn ballots_as_written_down() {
    let mut tested = 0;
    for line in BALLOTS.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [rule, votes, verdict, why] = cells[..] else { panic!("four cells in {line}") };
        let as_in_scenarios = Extensions::UNWRAP_VARIANT_NEWTYPES | Extensions::IMPLICIT_SOME;
        let options = ron::Options::default().with_default_extension(as_in_scenarios);
        let rule: Rule = options.from_str(rule).unwrap_or_else(|e| panic!("{line}: {e}"));
        let votes: Vec<u64> = votes.split_whitespace().map(|n| n.parse().expect("a number")).collect();
        let tally = Tally::heads(votes[0], votes[1], votes[2], votes[3]);
        let carried = rule.compile().0.carries(&tally);
        assert_eq!(carried, verdict == "carries", "{line}: {why}");
        tested += 1;
    }
    assert!(tested > 25, "the file was read");
}

#[test]
fn a_veto_defeats_whatever_the_majority() {
    let rule = DecisionRule { vetoes: vec!["P5".into()], ..DecisionRule::simple_majority() };
    let member = |veto| VotingWeight { veto, ..VotingWeight::default() };
    let mut tally = Tally::heads(14, 0, 0, 0);
    tally.cast(Vote::No, &member(false));
    assert!(rule.carries(&tally));
    let mut tally = Tally::heads(14, 0, 0, 0);
    tally.cast(Vote::No, &member(true));
    assert!(!rule.carries(&tally));
}

/// Specification §2.7: silent members are no members, and a number that the rule asks for shrinks as a share would.
#[test]
fn silent_members_count_nowhere() {
    let member = |silent, veto| VotingWeight { silent, veto, ..VotingWeight::default() };
    // Five of fifteen count, `yes` of them in favour and the others against; the silent, some with a veto, vote no.
    let ballot = |yes: usize| {
        let mut tally = Tally::default();
        (0..5).for_each(|i| tally.cast(if i < yes { Vote::Yes } else { Vote::No }, &member(false, false)));
        (0..10).for_each(|i| tally.cast(Vote::No, &member(true, i < 3)));
        tally
    };
    let carries = |rule: &str, yes| {
        let options = ron::Options::default().with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES);
        let rule: Rule = options.from_str(rule).expect("a rule");
        rule.compile().0.carries(&ballot(yes))
    };
    // 9 of 15 is 3 of 5, 10 is 3⅓ and 11 is 3⅔.
    for (rule, least) in [
        ("SecurityCouncil(affirmative: 9, permanent: [])", 3),
        ("CoalitionOfTheWilling(signatories: 10)", 4),
        ("WeightedMajority(quota: 11)", 4),
        ("Unanimity", 5),
        ("UnanimityWithAbstention", 5),
        ("SimpleMajority", 3),
        ("AbsoluteMajority", 3),
        ("TwoThirdsOfMembers", 4),
        ("Consensus", 5),
        ("ReverseConsensus", 1),
        // What a rule tolerates does not shrink.
        ("ConsensusMinus(2)", 3),
    ] {
        for yes in 0..=5 {
            assert_eq!(carries(rule, yes), yes >= least, "{rule}: {yes} of 5");
        }
    }
}

#[test]
fn rules_read_as_sentences() {
    for (rule, sentence) in [
        (Rule::Consensus, "adopted if nobody present objects"),
        (Rule::ConsensusMinus(1), "adopted if at most one party objects"),
        (Rule::ReverseConsensus, "adopted if at least one member does not object"),
        (
            Rule::DoubleMajority,
            "adopted if at least 55\u{a0}% of the members taking part vote yes and at least 65\u{a0}% of the population of \
             the members taking part vote yes; a blocking minority needs 4 members",
        ),
        (
            Rule::TwoThirds,
            "adopted if at least two thirds of those voting yes or no vote yes; \
             quorum: more than half of the members",
        ),
    ] {
        assert_eq!(rule.to_string(), sentence);
    }
}

/// Specification §3, "Check": four parties, s = (−.35, −.25, −.2, .1), γ = 1.
#[test]
fn the_objection_game_as_worked_out_by_hand() {
    let objectors = |chi: f64, margins: [f64; 4], start: Start| {
        let seats =
            margins.map(|margin| Seat { margin, isolation: chi, weight: 1.0, bench: None, has_say: true });
        let game = Game { seats: &seats, benches: &[], decay: 1.0, price: Price::OBJECTION };
        let mut objects = [false; 4];
        game.solve(start, &mut objects, &mut [], &mut Vec::new());
        objects
    };
    let s = [-0.35, -0.25, -0.2, 0.1];
    let milder = [-0.35, -0.25, -0.05, 0.1];
    let (least, greatest) = (Start::NobodyObjects, Start::EverybodyObjects);
    assert_eq!(objectors(0.3, s, least), [true, true, true, false]);
    assert_eq!(objectors(0.3, milder, least), [true, true, false, false]);
    assert_eq!(objectors(0.4, s, least), [false; 4]);
    assert_eq!(objectors(0.4, s, greatest), [true, true, true, false]);
}

/// A vote is called by a sponsor when it would carry, and not when it would not. The chair keeps the ambitious at
/// what they just accept, so they do not sponsor; the one in the middle, whom the text passes by, does.
#[test]
fn any_delegation_can_call_a_vote() {
    let room = |against: usize| {
        let middle = "\"M\": (positions: {\"d\": 0.3}),";
        let yes: String = (0..6).map(|i| format!("\"Y{i}\": (positions: {{\"d\": 0.9}}),")).collect();
        let no: String = (0..against).map(|i| format!("\"N{i}\": (positions: {{\"d\": 0.0}}),")).collect();
        let text = format!(
            "(format: 1, title: \"call\", clauses: {{\"d\": Ambition(status_quo: 0.0)}}, countries: {{{yes}{middle}{no}}},
              rule: ConsensusThenVote(vote: TwoThirds, attempts: 6, every: 10),
              protocol: ChairRevisions(moves: [Shift], moves_per_round: 30),
              defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))"
        );
        let scenario = Scenario::parse("call", &text).expect("sound");
        let model = plenary::model::Model::compile(&scenario).expect("sound");
        plenary::negotiation::Negotiator::new(&model, 1).negotiate(0, &mut ())
    };
    use plenary::outcome::{Conclusion, Label};
    let called = room(3);
    assert_eq!(called.conclusion, Conclusion::FallbackVote { no: 3, called: true });
    assert_eq!(called.label, Label::ContestedVote);
    assert!(called.round < 60, "before the scheduled vote");
    // Four of eleven can stop two thirds: 7 < 2 × 4.
    let blocked = room(4);
    assert!(
        !matches!(blocked.conclusion, Conclusion::FallbackVote { called: true, .. }),
        "{:?}",
        blocked.conclusion
    );
}

#[test]
fn ids_are_places() {
    assert_eq!(PartyId::new(7).index(), 7);
}
