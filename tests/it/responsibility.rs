//! Who holds the text down (specification §2.7; model, second edition §4): what the engine makes of silent parties against closed
//! forms, and what is said of them.

use std::ffi::OsStr;

use plenary::{
    Case,
    language::Language,
    model::Model,
    negotiation::Negotiator,
    null::Null,
    report::answer,
    study::responsibility::{
        Breakdown, Player, PlayerShare, Responsibility, Verdict, estimate_shapley, shapley,
    },
};

use crate::support::{plenary, printed, teaching};

/// A room of these wishes on one clause where nothing is in place: plain words, nobody minds standing alone, nothing drawn.
fn room(wishes: &[f64], rule: &str) -> Case {
    let country = |(i, p): (usize, &f64)| format!("\"P{i}\": (positions: {{\"cuts\": {p:?}}}),");
    let countries: String = wishes.iter().enumerate().map(country).collect();
    case(&format!("countries: {{{countries}}}, rule: {rule}, {PLAIN}"))
}

const PLAIN: &str = "protocol: ChairRevisions(rounds: 240, moves: [Shift]),
    defaults: (isolation_cost: (major: 0.0, middle: 0.0, small: 0.0))";

fn case(body: &str) -> Case {
    let text = format!("(format: 1, title: \"T\", clauses: {{\"cuts\": Ambition(status_quo: 0.0)}}, {body})");
    Case::parse("T", &text).unwrap_or_else(|e| panic!("{text}\n{}", crate::support::explained(&e)))
}

fn of_every_country(case: &Case, replicates: u64) -> Responsibility {
    Responsibility::measure(case, 1, Player::all(case.model()), replicates)
}

/// φ of the player of this name.
fn phi(found: &Responsibility, name: &str) -> f64 {
    share(found, name).responsibility.mean.expect("measured")
}

fn share<'a>(found: &'a Responsibility, name: &str) -> &'a PlayerShare {
    found.players.iter().find(|s| s.name.as_deref() == Some(name)).unwrap_or_else(|| panic!("{name} plays"))
}

/// v of every set of parties with these wishes under consensus, where all concede alike: the mean wish where
/// nobody must be brought along, else the harmonic mean of the extremes.
fn closed_form(wishes: &[f64]) -> Vec<f64> {
    let of = |set: usize| {
        let members = || wishes.iter().enumerate().filter(|(i, _)| set >> i & 1 == 1).map(|(_, p)| *p);
        let (least, most) = (members().fold(1.0, f64::min), members().fold(0.0, f64::max));
        if set == 0 {
            wishes.iter().sum::<f64>() / wishes.len() as f64
        } else {
            2.0 * least * most / (least + most)
        }
    };
    (0..1 << wishes.len()).map(of).collect()
}

/// The figures of oracles.md, row 49, three decimals each; and that they add up.
#[test]
fn closed_forms_share_as_in_the_table() {
    for (wishes, expected) in [
        ([0.2, 0.5, 0.6, 0.75, 0.9], [0.352, 0.051, 0.007, -0.046, -0.101]),
        ([0.2, 0.2, 0.75, 0.8, 0.9], [0.222, 0.222, -0.045, -0.061, -0.095]),
    ] {
        let values = closed_form(&wishes);
        let found = shapley(&values);
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 6e-4), "{found:?}");
        assert!((found.iter().sum::<f64>() - (values[0] - values[31])).abs() < 1e-12);
    }
    let joint = shapley(&closed_form(&[0.2, 0.2, 0.75, 0.8, 0.9]));
    assert!((joint[0] - joint[1]).abs() < 1e-12, "equal parties are equally responsible");
}

/// The engine against the closed form of v, set by set: the chair's step and the round in which the room agrees leave a little.
#[test]
fn silent_parties_are_not_waited_for() {
    let wishes = [0.2, 0.5, 0.6, 0.75, 0.9];
    for rule in ["Consensus", "SilenceProcedure", "Unanimity", "UnanimityWithAbstention"] {
        let case = room(&wishes, rule);
        let mut negotiator = Negotiator::new(case.model(), 1);
        for (set, expected) in closed_form(&wishes).into_iter().enumerate() {
            let heard: Vec<bool> = (0..5).map(|i| set >> i & 1 == 1).collect();
            let found = negotiator.depth_heeding(0, &heard);
            assert!((found - expected).abs() < 0.012, "{rule}, {heard:?}: {found} instead of {expected}");
        }
    }
}

/// The rules of every kind, one party heard of seven: it gets its wish, whatever number of votes the rule asks of all.
#[test]
fn whoever_is_heard_alone_decides_alone() {
    let wishes = [0.1, 0.3, 0.4, 0.55, 0.7, 0.8, 0.95];
    for rule in [
        "Consensus",
        "ConsensusMinus(1)",
        "SilenceProcedure",
        "ReverseConsensus",
        "ChairsGavel(objectors: 1, materiality: (1, 10))",
        "Unanimity",
        "UnanimityWithAbstention",
        "SimpleMajority",
        "TwoThirds",
        "AbsoluteMajority",
        "TwoThirdsOfMembers",
        "DoubleMajority",
        "WeightedMajority(quota: 5)",
        "SecurityCouncil(affirmative: 5, permanent: [\"P0\", \"P6\"])",
        "CoalitionOfTheWilling(signatories: 5)",
        "CoalitionOfTheWilling(signatories: 5, materiality: (1, 2))",
        "ConsensusThenVote(vote: TwoThirds, attempts: 2, every: 30)",
        "Composed(tests: [(at_least: 6)], vetoes: [\"P3\"], quorum: (share: (1, 2)))",
    ] {
        let case = room(&wishes, rule);
        let mut negotiator = Negotiator::new(case.model(), 1);
        for (i, wish) in wishes.iter().enumerate() {
            let heard: Vec<bool> = (0..7).map(|k| k == i).collect();
            let found = negotiator.depth_heeding(0, &heard);
            assert!((found - wish).abs() < 0.02, "{rule}: P{i} alone: {found} instead of {wish}");
        }
        let draft = wishes.iter().sum::<f64>() / 7.0;
        assert!(
            (negotiator.depth_heeding(0, &[false; 7]) - draft).abs() < 1e-12,
            "{rule}: nobody: the draft"
        );
    }
}

/// The sum over players is v(∅) − v(N); v(N) is the run itself and v(∅) its draft, replicate by replicate.
#[test]
fn shares_add_up_to_the_way_from_the_draft() {
    for (name, own_draft) in
        [("least-ambitious-law", true), ("shadow-of-the-vote", true), ("double-lcd", false)]
    {
        let case = Case::load(teaching(name)).expect("a teaching case");
        let found = of_every_country(&case, 9);
        let sum: f64 = found.players.iter().filter_map(|s| s.responsibility.mean).sum();
        let (draft, realised) = (found.draft.mean.expect("measured"), found.realised.mean.expect("measured"));
        assert!((sum - (draft - realised)).abs() < 1e-12, "{name}");
        let mut negotiator = Negotiator::new(case.model(), 1);
        let runs: Vec<_> = (0..9).map(|r| negotiator.negotiate(r, &mut ())).collect();
        let mean = |of: fn(&plenary::outcome::Outcome) -> f64| runs.iter().map(of).sum::<f64>() / 9.0;
        assert!((realised - mean(|o| o.realised_depth)).abs() < 1e-12, "{name}");
        assert_eq!(
            (draft - mean(|o| o.draft_depth)).abs() < 1e-12,
            own_draft,
            "{name}: a veto inside shapes the draft"
        );
    }
}

/// Nothing of a silent round is left in the negotiator.
#[test]
fn silence_does_not_outlast_its_question() {
    let case = Case::load(teaching("double-lcd")).expect("a teaching case");
    let mut asked = Negotiator::new(case.model(), 1);
    let before = asked.negotiate(3, &mut ());
    asked.depth_heeding(3, &[true, false, true, false, true, false, true]);
    let nulls = asked.under(Null::LaggardsRemoved);
    assert_eq!(asked.negotiate(3, &mut ()), before);
    assert_eq!(asked.under(Null::LaggardsRemoved), nulls);
    assert_eq!(asked.negotiate(3, &mut ()), before);
}

#[test]
fn two_who_hold_it_down_together_share_it() {
    for rule in ["Consensus", "Unanimity"] {
        let found = of_every_country(&room(&[0.2, 0.2, 0.75, 0.8, 0.9], rule), 2);
        assert_eq!(phi(&found, "P0"), phi(&found, "P1"));
        for (name, expected) in [("P0", 0.222), ("P2", -0.045), ("P3", -0.061), ("P4", -0.095)] {
            assert!((phi(&found, name) - expected).abs() < 0.012, "{rule}: {name}: {}", phi(&found, name));
        }
        assert_eq!([0, 1].map(|k| found.players[k].verdict), [Verdict::HoldsDown; 2]);
        assert!(found.players[2..].iter().all(|s| s.verdict == Verdict::DoesNot));
    }
}

/// A bloc with a veto inside: its least willing member answers for most, as in the table.
#[test]
fn a_veto_inside_a_bloc_is_seen() {
    let case = Case::load(teaching("double-lcd")).expect("a teaching case");
    let found = of_every_country(&case, 16);
    let order: Vec<&str> = found.players.iter().filter_map(|s| s.name.as_deref()).collect();
    assert_eq!(order[..3], ["Ama", "Bela", "Cora"]);
    assert_eq!(order[5..], ["Faro", "Gilda"]);
    assert_eq!(share(&found, "Ama").verdict, Verdict::HoldsDown);
    assert!((found.draft.mean.expect("measured") - 4.0 / 7.0).abs() < 0.02, "the mean wish of all seven");
    assert!(phi(&found, "Ama") > 0.3 && phi(&found, "Gilda") < -0.05 && phi(&found, "Faro") < -0.05);
}

/// A bloc without a veto inside is one player, and stays in the draft when it is silent.
#[test]
fn a_bloc_plays_as_one() {
    let body = format!(
        "countries: {{\"A\": (member_of: {{\"B\": 1.0}}, positions: {{\"cuts\": 0.2}}),
           \"C\": (member_of: {{\"B\": 1.0}}, positions: {{\"cuts\": 0.3}}), \"D\": (positions: {{\"cuts\": 0.9}})}},
         blocs: {{\"B\": (title: \"The Bloc\", common: Mean, cohesion: 1.0)}}, rule: Consensus, {PLAIN}"
    );
    let case = case(&body);
    let found = of_every_country(&case, 2);
    assert_eq!(found.players.iter().map(|s| s.countries).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(found.players[0].title, "The Bloc");
    // v(∅) = the mean of .25, with the weight of two, and .9; v(D) = .9; v(B) = .25; v(N) = 2 × .25 × .9 / 1.15.
    let (draft, both) = (1.4 / 3.0, 0.45 / 1.15);
    assert!((found.draft.mean.expect("measured") - draft).abs() < 1e-9);
    let expected = ((draft - 0.25) + (0.9 - both)) / 2.0;
    assert!((phi(&found, "B") - expected).abs() < 0.015, "{} {expected}", phi(&found, "B"));
}

/// No stake, or not there where absence does not count: no responsibility. Where all members must say yes, whoever stays away
/// answers for most.
#[test]
fn only_those_who_matter_are_responsible() {
    let of = |rule: &str| {
        let text = format!(
            "(format: 1, title: \"T\", clauses: {{\"cuts\": Ambition(status_quo: 0.0), \"seat\": Positional(status_quo: 0.5)}},
              countries: {{\"A\": (positions: {{\"cuts\": 0.2}}), \"B\": (positions: {{\"cuts\": 0.9}}),
                \"No stake\": (positions: {{\"seat\": 0.7}}), \"Away\": (boycotts: true, positions: {{\"cuts\": 0.1}})}},
              rule: {rule}, {PLAIN})"
        );
        of_every_country(&Case::parse("T", &text).expect("sound"), 2)
    };
    let consensus = of("Consensus");
    assert_eq!((phi(&consensus, "No stake"), phi(&consensus, "Away")), (0.0, 0.0));
    assert!((phi(&consensus, "A") - share_of_a()).abs() < 0.012);
    let unanimity = of("Unanimity");
    assert_eq!(unanimity.realised.mean, Some(0.0), "nothing is adopted");
    assert_eq!(unanimity.players[0].name.as_deref(), Some("Away"));
    assert_eq!(unanimity.players[0].verdict, Verdict::HoldsDown);
}

/// A member without a vote that is heard alone stops nothing by not voting: it gets its wish where it may object, and a text
/// is adopted where it may not.
#[test]
fn a_member_without_a_vote_is_not_waited_for() {
    for (rule, stake) in [("Consensus", 0.3), ("Unanimity", 0.3), ("SimpleMajority", 0.3)] {
        let body = format!(
            "countries: {{\"V\": (votes: 0, may_object: true, positions: {{\"cuts\": {stake}}}),
               \"A\": (positions: {{\"cuts\": 0.5}}), \"B\": (positions: {{\"cuts\": 0.9}})}}, rule: {rule}, {PLAIN}"
        );
        let case = case(&body);
        let found = Negotiator::new(case.model(), 1).depth_heeding(0, &[true, false, false]);
        assert!(found >= stake - 0.02, "{rule}: {found}");
    }
}

/// φ of .2 against .9, the draft between them.
fn share_of_a() -> f64 {
    shapley(&closed_form(&[0.2, 0.9]))[0]
}

/// Of 40 pairs of permutations on the engine, the sum over players is exact, and each lies within 5 standard errors of the
/// value from all 32 sets: a false alarm in one of 15,000 for 5 players.
#[test]
fn the_estimate_agrees_with_every_set() {
    let case = room(&[0.2, 0.5, 0.6, 0.75, 0.9], "TwoThirds");
    let mut negotiator = Negotiator::new(case.model(), 1);
    let values: Vec<f64> = (0..32_usize)
        .map(|set| negotiator.depth_heeding(0, &[0, 1, 2, 3, 4].map(|i| set >> i & 1 == 1)))
        .collect();
    let found = estimate_shapley(5, 40, 7, |_, heard| negotiator.depth_heeding(0, heard));
    for (moments, exact) in found.iter().zip(shapley(&values)) {
        let (mean, variance) = (moments.average().expect("40 pairs"), moments.variance().expect("40 pairs"));
        assert!((mean - exact).abs() <= 5.0 * (variance / 40.0).sqrt() + 1e-12, "{mean} {exact}");
    }
}

/// Nine players are too many for every set: each replicate takes one antithetic pair, and adds up exactly all the same. Nine wishes
/// evenly spread, nothing drawn: the exact value from all 512 sets lies within the simultaneous interval of 64 pairs (an error of
/// 5 %, here with fixed numbers).
#[test]
fn many_players_are_estimated() {
    let wishes: Vec<f64> = (1..10).map(|k| f64::from(k) / 10.0).collect();
    let case = room(&wishes, "Consensus");
    let found = of_every_country(&case, 64);
    let mut negotiator = Negotiator::new(case.model(), 1);
    let value =
        |set: usize| negotiator.depth_heeding(0, &std::array::from_fn::<bool, 9, _>(|i| set >> i & 1 == 1));
    let values: Vec<f64> = (0..512).map(value).collect();
    let sum: f64 = found.players.iter().filter_map(|s| s.responsibility.mean).sum();
    assert!((sum - (values[0] - values[511])).abs() < 1e-12);
    for (i, exact) in shapley(&values).into_iter().enumerate() {
        let share = share(&found, &format!("P{i}")).responsibility;
        let (low, high) = (share.low.expect("64 pairs"), share.high.expect("64 pairs"));
        assert!((low..=high).contains(&exact), "P{i}: {exact} is not in {low} to {high}");
    }
}

/// Under unanimity the laggards are no members when they are removed, so that a text can be adopted without them.
#[test]
fn laggards_removed_do_not_stay_in_the_count() {
    for rule in ["Consensus", "Unanimity", "UnanimityWithAbstention", "AbsoluteMajority"] {
        let case = room(&[0.2, 0.5, 0.6, 0.75, 0.9], rule);
        let mut negotiator = Negotiator::new(case.model(), 1);
        let run = negotiator.negotiate(0, &mut ());
        let without = negotiator.under(Null::LaggardsRemoved).expect("four are left");
        assert!(without.adopted, "{rule}");
        let consensual = !rule.contains("Majority");
        // 2mM/(m + M) of .5 and .9 is .643.
        assert!(!consensual || (without.realised_depth - 0.643).abs() < 0.012, "{rule}: {without:?}");
        assert!(!consensual || without.realised_depth > run.realised_depth + 0.25, "{rule}");
    }
}

/// A room in which the responsibility of nobody is clear of .05 gets the same words however many replicates are run.
const PANDEMIC: &str = r#"(
    format: 1,
    title: "WHO pandemic agreement",
    clauses: {
        "PABS": Ambition(status_quo: 0.1, weight: 2.0),
        "technology transfer": Positional(status_quo: 0.3),
        "one health": Ambition(status_quo: 0.2),
        "money": Ambition(status_quo: 0.1),
    },
    countries: {
        "USA": (power: Major, boycotts: true, positions: {"PABS": (0.1, 0.9)}),
        "EU": (power: Major, positions: {"PABS": (0.4, 0.7), "technology transfer": (0.1, 0.8), "one health": (1.0, 0.9), "money": (0.3, 0.6)}),
        "Switzerland": (power: Small, positions: {"PABS": (0.2, 0.9), "technology transfer": (0.0, 0.9), "one health": (0.6, 0.4), "money": (0.3, 0.4)}),
        "South Africa": (positions: {"PABS": (0.9, 0.9), "technology transfer": (1.0, 0.8), "one health": (0.2, 0.4), "money": (0.9, 0.7)}),
        "Brazil": (positions: {"PABS": (0.8, 0.8), "technology transfer": (0.9, 0.8), "one health": (0.4, 0.4), "money": (0.7, 0.6)}),
        "Indonesia": (positions: {"PABS": (0.9, 0.9), "technology transfer": (0.8, 0.7), "one health": (0.4, 0.3), "money": (0.7, 0.6)}),
        "China": (power: Major, positions: {"PABS": (0.5, 0.4), "technology transfer": (0.5, 0.4), "one health": (0.3, 0.3), "money": (0.4, 0.4)}),
    },
    uncertainty: (ideals: (medium: Normal(0.1)), saliences: LogNormal(0.2)),
)"#;

#[test]
fn the_words_do_not_depend_on_the_number_of_replicates() {
    let case = Case::parse("pandemic", PANDEMIC).expect("sound");
    let words = |n| {
        let found = Responsibility::of_run(&case, 1, n).expect("there is ambition");
        serde_json::to_string(&found).expect("JSON")
    };
    let first = words(200);
    assert!([1_000, 2_000, 4_000].into_iter().all(|n| words(n) == first));
    let found = Responsibility::of_run(&case, 1, 200).expect("there is ambition");
    assert_eq!(found.players.len(), 6);
    let others = found.players.iter().find(|s| s.name.is_none()).expect("pooled");
    assert_eq!((others.countries, others.title.as_str()), (2, "2 other countries together"));
}

/// What `run` says of a case, on one line.
fn said(case: &Case, replicates: u64) -> String {
    let run = case.run(replicates, 1).expect("a number in range");
    let screen = answer::render(Language::English, case.scenario(), run.summary(), "", 100);
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_run_says_who() {
    let joint = said(&room(&[0.2, 0.2, 0.75, 0.8, 0.9], "Consensus"), 3);
    assert!(joint.contains("Depth is held down by P0 .22"), "{joint}");
    assert!(joint.contains("pulled up by P4 ."), "{joint}");
    assert!(!joint.contains("causal"), "{joint}");

    let alike = said(&room(&[0.5, 0.5, 0.5], "SimpleMajority"), 3);
    assert!(alike.contains("Nobody holds depth down by .05 or more: the draft has"), "{alike}");

    let alone = said(&room(&[0.5], "Consensus"), 3);
    assert!(alone.contains("Nobody holds depth down by .05 or more: the draft has"), "{alone}");

    let drawn = r#"(format: 1, title: "T", clauses: {"cuts": Ambition(status_quo: 0.0)},
        countries: {"P0": (positions: {"cuts": 0.2}), "P1": (positions: {"cuts": 0.9})},
        uncertainty: (saliences: LogNormal(0.1), ideals: (medium: Normal(0.05))))"#;
    let once = said(&Case::parse("T", drawn).expect("sound"), 1);
    assert!(
        once.contains("Who holds depth down cannot be told from one run: the draft has .55"),
        "one replicate has no interval: {once}"
    );
    // Where nothing is drawn and every set is asked about, one replicate is all there is to know.
    let certain = said(&room(&[0.2, 0.9], "Consensus"), 1);
    assert!(certain.contains("Depth is held down by P0 ."), "{certain}");

    let text = r#"(format: 1, title: "T", clauses: {"panel": Positional(status_quo: 0.2)},
        countries: {"A": (positions: {"panel": 0.2}), "B": (positions: {"panel": 0.9})})"#;
    let no_depth = Case::parse("T", text).expect("sound");
    assert!(no_depth.run(3, 1).expect("in range").summary().responsibility.is_none());
    let said_of_it = said(&no_depth, 3);
    assert!(
        said_of_it.contains("there is no depth and no lowest common denominator")
            && !said_of_it.contains("held down"),
        "{said_of_it}"
    );
}

#[test]
fn the_command_says_who_and_writes_it_down() {
    let file = teaching("least-ambitious-law");
    let file = file.to_str().expect("UTF-8");
    for rule in ["Consensus", "Unanimity", "UnanimityWithAbstention"] {
        let out = printed(plenary(["run", file, "--set", &format!("rule={rule}"), "-n", "40"]));
        assert!(out.contains("Depth is held down by Asteria .3"), "{rule}: {out}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&printed(plenary(["run", file, "-n", "40", "--json"]))).expect("JSON");
    let first = &json["responsibility"]["players"][0];
    assert_eq!((first["name"].as_str(), first["verdict"].as_str()), (Some("Asteria"), Some("holds_down")));
    assert!(json["counterfactual"].get("causal").is_none());
}

/// Members without a veto inside, or led by nobody, count once each; every country belongs to one player.
#[test]
fn every_country_belongs_to_one_player() {
    for file in crate::support::every_scenario() {
        let scenario = plenary::scenario::Scenario::load(&file).expect("shipped");
        let Ok(model) = Model::compile(&scenario) else { continue };
        let mut countries: Vec<usize> = Player::all(&model).into_iter().flat_map(|p| p.countries).collect();
        countries.sort_unstable();
        assert!(countries.into_iter().eq(0..model.countries().len()), "{}", file.display());
    }
}

fn broken_down(case: &Case, by: Breakdown) -> Responsibility {
    Responsibility::broken_down(case, 1, 3, by, |_| std::ops::ControlFlow::Continue(()))
        .expect("it has ambition")
}

fn sum(shares: impl Iterator<Item = Option<f64>>) -> f64 {
    shares.map(|x| x.expect("measured")).sum()
}

/// Whatever the way is shared out among, the shares add up to it; those on clauses add up to each player's share, and those of
/// a bloc's members to the bloc's, since the same orders are asked for (Owen 1977). To 1e-12, for each is exact.
#[test]
fn shares_add_up_by_bloc_by_party_and_by_clause() {
    for name in ["un-ai-dialogue-2025", "plastics-treaty"] {
        let case = Case::load(format!("scenarios/{name}.ron")).expect("it is shipped");
        let [blocs, parties, clauses] =
            [Breakdown::Bloc, Breakdown::Party, Breakdown::Clause].map(|by| broken_down(&case, by));
        for found in [&blocs, &parties, &clauses] {
            let way = found.draft.mean.expect("drawn") - found.realised.mean.expect("drawn");
            assert!((sum(found.players.iter().map(|p| p.responsibility.mean)) - way).abs() < 1e-12);
        }
        for player in &blocs.players {
            let name = player.name.as_deref().expect("nobody is pooled");
            let of = |found: &Responsibility| {
                let is_of = |p: &&PlayerShare| p.bloc.as_deref().or(p.name.as_deref()) == Some(name);
                sum(found.players.iter().filter(is_of).map(|p| p.responsibility.mean))
            };
            let whole = player.responsibility.mean.expect("measured");
            assert!((of(&parties) - whole).abs() < 1e-12, "{name}: {} {whole}", of(&parties));
            let on_clauses = clauses.clauses.iter().flat_map(|c| &c.players);
            let on_clauses = on_clauses.filter(|p| p.name.as_deref() == Some(name));
            let on_clauses = sum(on_clauses.map(|p| p.responsibility.mean));
            assert!((on_clauses - whole).abs() < 1e-12, "{name}: {on_clauses} {whole}");
        }
        let draft = sum(clauses.clauses.iter().map(|c| c.draft.mean));
        assert!((draft - clauses.draft.mean.expect("drawn")).abs() < 1e-12);
    }
}

/// On one clause its share is everything; on two, of which one party alone minds one, its own clause is its own doing. Nothing
/// is drawn: every set is asked once, and the shares are exact.
#[test]
fn a_clause_is_held_down_by_whom_it_concerns() {
    let text = format!(
        "(format: 1, title: \"T\", clauses: {{\"cuts\": Ambition(status_quo: 0.0), \"rest\": Ambition(status_quo: 0.0)}},
          countries: {{\"A\": (positions: {{\"cuts\": 0.2}}), \"B\": (positions: {{\"cuts\": 0.8}}),
                      \"C\": (positions: {{\"rest\": 0.5}})}}, rule: Consensus, {PLAIN})"
    );
    let case = Case::parse("T", &text).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)));
    let found = broken_down(&case, Breakdown::Clause);
    assert_eq!(found.draft.n, 1);
    let [cuts, rest] = &found.clauses[..] else { panic!("two clauses") };
    // cuts: φ of A and B as on a clause of their own, halved by its weight; C has no stake in it, nor A and B in the rest.
    let alone = shapley(&closed_form(&[0.2, 0.8]));
    let of = |clause: &plenary::study::responsibility::ClauseShare, name: &str| {
        let found = clause.players.iter().find(|p| p.name.as_deref() == Some(name)).expect("it plays");
        found.responsibility.mean.expect("measured")
    };
    for (name, expected) in [("A", alone[0] / 2.0), ("B", alone[1] / 2.0), ("C", 0.0)] {
        assert!((of(cuts, name) - expected).abs() < 2e-3, "{name}: {} {expected}", of(cuts, name));
    }
    assert!(rest.players.iter().all(|p| p.responsibility.mean == Some(0.0)), "{rest:?}");
}

/// What the screen says, read by eye; and that a case without ambition has an answer, too.
#[test]
fn the_command_says_who_on_each_clause() {
    let said = printed(plenary(["responsibility", "least-ambitious-law", "-n", "20"]));
    assert!(said.contains("the draft") && said.contains("what holds afterwards"), "{said}");
    let without = "(format: 1, title: \"T\", clauses: {\"seat\": Positional(status_quo: 0.0)},
        countries: {\"A\": (positions: {\"seat\": 0.2}), \"B\": (positions: {\"seat\": 0.9})})";
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("t.ron");
    std::fs::write(&file, without).expect("written");
    let said = printed(plenary([OsStr::new("responsibility"), file.as_os_str()]));
    assert!(said.contains("no depth to hold down"), "{said}");
}
