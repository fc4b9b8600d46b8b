//! Who counts: members without votes, observers, members that may not object; how many voted which way (specification §4).

use std::fmt::Write;

use plenary::{
    Case,
    analysis::Analysis,
    diagnostic::{Style, render},
    model::Model,
    negotiation::Negotiator,
    outcome::{Conclusion, Label, Outcome, VotesCast},
    scenario::Scenario,
    stance::Stance,
    voting::{DecisionRule, Tally, Vote},
};

/// One clause, on which A, B, C and D want .5, .6, .7 and .9, and X nothing.
fn room(rule: &str, x: &str) -> String {
    let mut text = String::from(
        "(format: 1, title: \"room\", clauses: {\"a\": Ambition(status_quo: 0.0)}, countries: {",
    );
    for (name, p) in [("A", 0.5), ("B", 0.6), ("C", 0.7), ("D", 0.9)] {
        _ = write!(text, "\"{name}\": (votes: 2, positions: {{\"a\": {p:?}}}),");
    }
    _ = write!(text, "{x}}}, rule: {rule})");
    text
}

fn parsed(text: &str) -> Scenario {
    Scenario::parse("room", text).unwrap_or_else(|e| panic!("{}", render(&e, Style::Plain)))
}

fn refused(text: &str) -> String {
    render(&Scenario::parse("room", text).expect_err("refused"), Style::Plain)
}

fn outcome(text: &str) -> Outcome {
    Negotiator::new(&Model::compile(&parsed(text)).expect("sound"), 1).negotiate(0, &mut ())
}

/// The party that wants nothing, with these traits.
fn x(traits: &str) -> String {
    format!("\"X\": (positions: {{\"a\": 0.0}}, {traits})")
}

/// A member without votes that may not object changes nothing, under any rule, whatever it weighs: the room is the one without
/// it, but for its own row.
#[test]
fn an_observer_counts_nowhere() {
    for rule in [
        "Consensus",
        "ConsensusMinus(1)",
        "SilenceProcedure",
        "ChairsGavel(objectors: 1, materiality: (1, 10))",
        "Unanimity",
        "UnanimityWithAbstention",
        "SimpleMajority",
        "AbsoluteMajority",
        "TwoThirdsOfMembers",
        "WeightedMajority(quota: 8)",
        "DoubleMajority",
        "CoalitionOfTheWilling(signatories: 4)",
        "ConsensusThenVote(vote: TwoThirds, attempts: 2, every: 10)",
    ] {
        let without = outcome(&room(rule, ""));
        let with = outcome(&room(rule, &x("votes: 0, materiality: 9, population: 90")));
        assert_eq!(
            (with.conclusion, with.label, with.round),
            (without.conclusion, without.label, without.round),
            "{rule}"
        );
        assert_eq!(
            (&with.text, with.benchmarks, with.benchmarks_of_all),
            (&without.text, without.benchmarks, without.benchmarks_of_all)
        );
        assert_eq!((with.votes, with.lcd, with.index), (without.votes, without.lcd, without.index), "{rule}");
        assert_eq!(with.participation, without.participation, "{rule}");
        assert_eq!(with.parties[..4], without.parties[..], "{rule}");
        let observer = with.parties[4];
        assert_eq!(
            (observer.stance, observer.vote, observer.laggard),
            (Stance::Observe, Vote::Absent, false)
        );
    }
}

/// D^L is the least wish of those who count: .5 without the observer, 0 with a member in its place.
#[test]
fn the_lowest_common_denominator_is_that_of_members() {
    let least = |traits: &str| outcome(&room("Consensus", &x(traits))).benchmarks[0];
    assert_eq!(least("votes: 0"), 0.5);
    assert_eq!(least("votes: 0, may_object: true"), 0.0);
    assert_eq!(least("votes: 1"), 0.0);
}

/// Without votes but free to object, X blocks consensus as a member does, and is not counted in a vote.
#[test]
fn a_member_without_votes_may_object() {
    let member = outcome(&room("Consensus", &x("isolation_cost: 0")));
    let voteless = outcome(&room("Consensus", &x("isolation_cost: 0, votes: 0, may_object: true")));
    assert_eq!(member.text, voteless.text);
    assert!(
        voteless.realised_depth < 0.1,
        "whoever wants nothing lets nothing pass: {}",
        voteless.realised_depth
    );
    let voted = outcome(&room("Unanimity", &x("votes: 0, may_object: true, tactic: (beta: 0.01)")));
    assert_eq!(voted.votes, Some(VotesCast { yes: 4, no: 0, abstain: 0 }));
    assert_eq!((voted.parties[4].stance, voted.parties[4].vote), (Stance::Observe, Vote::Absent));
}

/// Consensus, then vote: its objection holds consensus up, and the vote is the members' own.
#[test]
fn an_objection_without_a_vote() {
    let rule = "ConsensusThenVote(vote: AbsoluteMajority, attempts: 3, every: 10, callable: false)";
    let found =
        outcome(&room(rule, &x("isolation_cost: 0, votes: 0, may_object: true, tactic: (beta: 0.01)")));
    assert!(matches!(found.conclusion, Conclusion::FallbackVote { .. }), "{:?}", found.conclusion);
    let votes = found.votes.expect("a vote");
    assert_eq!(votes.yes + votes.no + votes.abstain, 4);

    let mut tally = Tally::default();
    let scenario = parsed(&room(rule, &x("votes: 0, may_object: true")));
    let model = Model::compile(&scenario).expect("sound");
    for (i, country) in model.countries().iter().enumerate() {
        tally.cast(if i == 4 { Vote::No } else { Vote::Yes }, &country.voting_weight);
    }
    assert!(!DecisionRule::consensus().carries(&tally), "an objection is one, whoever has no vote");
    assert!(DecisionRule::consensus_minus(1).carries(&tally));
    assert!(DecisionRule::unanimity().carries(&tally), "and no No in a vote");
}

/// A member that may not object lets consensus pass, and the text is that of the others; in a vote it counts.
#[test]
fn a_member_that_may_not_object() {
    let silent = x("may_object: false, isolation_cost: 0, materiality: 1e-9");
    let found = outcome(&room("Consensus", &silent));
    assert_eq!(found.conclusion, Conclusion::Consensus);
    assert_ne!(found.parties[4].stance, Stance::Object);
    assert!(found.realised_depth >= 0.5, "nobody else holds it below .5: {}", found.realised_depth);
    let voted = outcome(&room("SimpleMajority", &silent));
    let votes = voted.votes.expect("a vote");
    assert_eq!(votes.yes + votes.no + votes.abstain, 5);
    assert_eq!((voted.parties[4].stance, voted.parties[4].vote), (Stance::Against, Vote::No));
}

/// What contradicts is refused in words.
#[test]
fn a_vetoer_must_be_able_to_say_no() {
    let vetoed = |traits: &str| refused(&room("Composed(no_at_most: 1, vetoes: [\"X\"])", &x(traits)));
    assert!(vetoed("votes: 0").contains("X has a veto, but has no votes"));
    assert!(vetoed("may_object: false").contains("X has a veto, but may not object"));
    let nobody = "(format: 1, title: \"t\", clauses: {\"a\": Ambition(status_quo: 0.0)},
                   countries: {\"A\": (votes: 0, positions: {\"a\": 0.5})})";
    assert!(refused(nobody).contains("nobody votes"));
}

/// Power is counted among members: the observer is neither a member nor a dummy, and an objector is one by consensus alone.
#[test]
fn power_is_that_of_members() {
    let analysis = |rule: &str, traits: &str| Analysis::of(&parsed(&room(rule, &x(traits))));
    let observed = analysis("SimpleMajority", "votes: 0").rule;
    assert_eq!((observed.members, observed.dummies.len(), observed.power.len()), (4, 0, 4));
    let objector = "votes: 0, may_object: true";
    assert_eq!(analysis("Consensus", objector).rule.blockers.len(), 5);
    assert_eq!(analysis("SimpleMajority", objector).rule.members, 4);
    assert_eq!(analysis("Consensus", "votes: 0").voices.len(), 4);
    assert_eq!(analysis("Consensus", "votes: 0").vetoes.expect("a case").players.len(), 4);
}

/// The columns yes, no and abstain are the numbers of members in the vote that decided, and empty by consensus; a No is "against".
#[test]
fn votes_have_columns_of_their_own() {
    let read = |rule: &str, name: &str| {
        let case = Case::new(parsed(&room(rule, &x("tactic: (beta: 0.01)")))).expect("sound");
        let found = Negotiator::new(case.model(), 1).negotiate(0, &mut ());
        let measures = plenary::study::measure::Measures::of(case.model());
        let measure = measures.iter().find(|m| m.name() == name).expect("a measure");
        format!("{:?}", measure.read(case.model(), &found))
    };
    for (column, count) in [("yes", 4), ("no", 1), ("abstain", 0)] {
        assert!(read("SimpleMajority", column).contains(&count.to_string()), "{column}");
        assert_eq!(read("Consensus", column), "Empty");
    }
    assert!(read("SimpleMajority", "stance:X").contains("against"));
    assert!(read("ConsensusMinus(1)", "stance:X").contains("object"));
}

/// Whoever no clause concerns abstains, in a benchmark as in the room: by absolute majority two of four parties that gain are no
/// majority, by simple majority they are.
#[test]
fn the_unconcerned_abstain_in_benchmarks() {
    let carried = |rule: &str| {
        let text = format!(
            "(format: 1, title: \"t\", clauses: {{\"a\": Ambition(status_quo: 0.0), \"b\": Positional(status_quo: 0.5)}}, countries: {{
                \"A\": (positions: {{\"a\": 0.6}}), \"B\": (positions: {{\"a\": 0.6}}),
                \"C\": (positions: {{\"b\": 0.5}}), \"D\": (positions: {{\"b\": 0.5}})}}, rule: {rule})"
        );
        let trap = Analysis::of(&parsed(&text)).trap.expect("a scale");
        (trap.majority, trap.carried)
    };
    assert_eq!(carried("SimpleMajority"), (true, true));
    assert_eq!(carried("AbsoluteMajority"), (true, false));
}

/// A text that equals the status quo is a deferral and no LCD text, though D^L = D(q) and Λ = 1: Z wants less than what holds, so the
/// floor at q is its LCD, .3, and nothing above passes.
#[test]
fn what_changes_nothing_is_a_deferral() {
    let put = outcome(
        "(format: 1, title: \"t\", clauses: {\"a\": Ambition(status_quo: 0.3)}, countries: {
            \"Z\": (positions: {\"a\": 0.1}), \"A\": (positions: {\"a\": 0.8}), \"B\": (positions: {\"a\": 0.9})},
          protocol: ChairRevisions(draft: StatusQuo, moves: []))",
    );
    assert_eq!(put.benchmarks[0], 0.3, "never below what already holds");
    assert_eq!((put.conclusion, put.label), (Conclusion::Consensus, Label::Deferral));
    assert_eq!((put.index, put.lcd, put.lcd_in_substance), (Some(1.0), false, false));
}

/// A single text among options without a status quo starts from none of them: nobody has anything, and the first options are chosen
/// on the way. A text that leaves a clause open is not put to the rule.
#[test]
fn a_single_text_starts_from_nothing() {
    use plenary::{
        negotiation::{Ballot, Observer, View},
        text::Value,
    };
    #[derive(Default)]
    struct Watch {
        draft: Vec<Value>,
        gets: Vec<f64>,
        falls: bool,
        attempts: usize,
    }
    impl Observer for Watch {
        fn draft(&mut self, view: &View<'_>) {
            self.draft.clone_from(&view.text.0);
            self.gets = view.utilities.to_vec();
        }
        fn round(&mut self, view: &View<'_>) {
            self.falls |= view.utilities.iter().zip(&self.gets).any(|(now, before)| *now < before - 1e-12);
            self.gets = view.utilities.to_vec();
        }
        fn attempt(&mut self, view: &View<'_>, _: &Ballot, _: bool) {
            self.attempts += 1;
            let open =
                view.text.0.iter().zip(view.model.clauses()).any(|(value, clause)| !clause.offers(*value));
            assert!(!open || view.round == 60, "{:?} in round {}", view.text, view.round);
        }
    }
    let points = |a: [u8; 3], b: [u8; 3]| {
        format!(
            "(minimum_points: 30, positions: {{\"road\": {{\"n\": {}, \"m\": {}, \"s\": {}}}, \"port\": {{\"n\": {}, \"m\": {}, \"s\": {}}}}})",
            a[0], a[1], a[2], b[0], b[1], b[2]
        )
    };
    let options = "Options(options: {\"n\": (), \"m\": (), \"s\": ()})";
    let scenario = parsed(&format!(
        "(format: 1, title: \"game\", clauses: {{\"road\": {options}, \"port\": {options}}}, countries: {{
            \"A\": {}, \"B\": {}}}, protocol: SingleText(rounds: 60, attempt_every: 1))",
        points([50, 40, 10], [50, 40, 10]),
        points([10, 40, 50], [10, 40, 50]),
    ));
    let model = Model::compile(&scenario).expect("sound");
    let mut first = [false; 3];
    for replicate in 0..40 {
        let mut watch = Watch::default();
        let found = Negotiator::new(&model, 1).negotiate(replicate, &mut watch);
        assert_eq!(watch.draft, [Value::Option(3); 2], "none of three");
        assert!(!watch.falls, "greedily nobody ever loses");
        assert!(watch.attempts > 0 && found.text.0.iter().all(|value| matches!(value, Value::Option(0..3))));
        if let Value::Option(option) = found.text.0[0] {
            first[usize::from(option)] = true;
        }
    }
    assert_eq!(first, [true; 3], "every option can be the first");
}
