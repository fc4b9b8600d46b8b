//! What several tests need: the program, the shipped scenarios, property tests that repeat, small rooms at random.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};
use plenary::{
    model::{Model, Preferences},
    negotiation::Negotiator,
    outcome::Outcome,
    preference::Loss,
    scenario::Scenario,
    text::ClauseId,
};
use proptest::{
    prelude::*,
    test_runner::{Config, RngSeed},
};

/// At least 1,000 cases, the same in every run; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` look further.
pub fn thousand_cases() -> Config {
    let given = Config::default();
    Config {
        cases: given.cases.max(1_000),
        rng_seed: match given.rng_seed {
            RngSeed::Random => RngSeed::Fixed(1),
            fixed @ RngSeed::Fixed(_) => fixed,
        },
        failure_persistence: None,
        ..given
    }
}

/// Uniform numbers in (0, 1): splitmix64, apart from the engine's own streams.
pub fn uniform(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// The program with these arguments, run to its end.
pub fn plenary<I: IntoIterator<Item: AsRef<std::ffi::OsStr>>>(arguments: I) -> Output {
    command().args(arguments).output().expect("the program was built for the tests")
}

pub fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_plenary"))
}

/// What the program printed, where it must succeed.
pub fn printed(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the program prints UTF-8")
}

/// An error as a person reads it.
pub fn explained(error: &dyn plenary::diagnostic::Diagnose) -> String {
    plenary::diagnostic::render(error, plenary::diagnostic::Style::Plain)
}

/// The content of the first fenced block of this language in a Markdown text.
pub fn fenced<'a>(text: &'a str, language: &str) -> &'a str {
    let fence = format!("```{language}\n");
    let from = &text[text.find(&fence).expect("the block is there") + fence.len()..];
    &from[..from.find("```").expect("the block ends")]
}

/// The shipped scenario files that can be negotiated, by path: cases and teaching cases.
pub fn shipped() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let entries = |folder: &Path| std::fs::read_dir(folder).expect("scenarios are shipped");
    let mut files: Vec<PathBuf> = entries(&folder)
        .chain(entries(&folder.join("teaching")))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|e| e == "ron"))
        .collect();
    files.sort();
    assert!(files.len() >= 2, "the walk found {files:?}");
    files
}

/// Every shipped scenario file: cases, teaching cases, rooms for theory, bodies.
pub fn every_scenario() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files = shipped();
    for place in ["theory", "bodies"] {
        let entries = std::fs::read_dir(folder.join(place)).expect("scenarios are shipped");
        files.extend(entries.map(|entry| entry.expect("a readable folder").path()));
    }
    files.sort();
    files
}

/// The file of a teaching case.
pub fn teaching(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/teaching").join(name).with_extension("ron")
}

pub fn flagship() -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/un-ai-dialogue-2025.ron");
    Scenario::load(path).unwrap_or_else(|e| panic!("{}", explained(&e)))
}

/// A small room at random, nothing drawn. Continuous positions, so that ties have probability 0.
#[derive(Clone, Debug)]
pub struct SmallRoom {
    /// Kind and status quo of each clause; the first is always a matter of ambition.
    pub clauses: Vec<(Kind, f64)>,
    pub parties: Vec<SmallParty>,
    pub rule: &'static str,
    /// How distance turns into loss, as a scenario writes it.
    pub loss: &'static str,
    pub moves: &'static str,
    pub rounds: u32,
    /// As a scenario writes it; the chair's revisions with these moves and rounds, unless said.
    pub protocol: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Ambition,
    Positional,
    Scope,
}

#[derive(Clone, Debug)]
pub struct SmallParty {
    /// Ideal and salience by clause.
    pub wants: Vec<(f64, f64)>,
    pub materiality: f64,
    pub patience: f64,
    pub cost_of_failure: f64,
    pub isolation_cost: f64,
}

pub const ALL_MOVES: &str = "[Shift, Merge, Clarify, Delete, CarveOut, Trade]";
/// Without vague words: texts stay points.
pub const PLAIN_MOVES: &str = "[Shift, Delete, CarveOut, Trade]";

/// Rules of every kind a scenario can name.
pub const RULES: [&str; 5] = [
    "Consensus",
    "ConsensusMinus(1)",
    "SimpleMajority",
    "TwoThirds",
    "ConsensusThenVote(vote: TwoThirds, attempts: 2, every: 3)",
];

impl SmallRoom {
    pub fn scenario(&self) -> Scenario {
        let names: Vec<usize> = (0..self.parties.len()).collect();
        self.scenario_in_order(&names)
    }

    /// The same room with its parties written down in this order, each under its own name.
    pub fn scenario_in_order(&self, order: &[usize]) -> Scenario {
        let clause =
            |(d, (kind, q)): (usize, &(Kind, f64))| format!("\"c{d}\": {kind:?}(status_quo: {q:?}),");
        let clauses: String = self.clauses.iter().enumerate().map(clause).collect();
        let countries: String = order.iter().map(|&i| self.parties[i].as_entry(i)).collect();
        let Self { rule, loss, moves, rounds, .. } = self;
        let revisions = format!("ChairRevisions(rounds: {rounds}, moves: {moves})");
        let protocol = self.protocol.unwrap_or(&revisions);
        let text = format!(
            "(format: 1, title: \"small\", clauses: {{{clauses}}}, countries: {{{countries}}}, rule: {rule},
              protocol: {protocol}, defaults: (loss: {loss}))"
        );
        Scenario::parse("small", &text).unwrap_or_else(|e| panic!("{text}\n{}", explained(&e)))
    }

    pub fn model(&self) -> Model {
        Model::compile(&self.scenario()).expect("a sound scenario")
    }

    pub fn outcome(&self) -> Outcome {
        outcome(&self.scenario())
    }

    /// D^L and D^R by their definitions: means over ambition clauses of max(q, min p) and of the middle wish (of the middle two
    /// for even numbers), over the parties that care; all clauses in scope and of the same weight.
    pub fn benchmarks_by_hand(&self) -> [f64; 2] {
        let (mut strong, mut reference, mut count) = (0.0, 0.0, 0.0);
        for (d, (_, q)) in self.clauses.iter().enumerate().filter(|(_, (kind, _))| *kind == Kind::Ambition) {
            let cares =
                self.parties.iter().map(|party| party.wants[d]).filter(|(_, salience)| *salience > 0.0);
            let mut wishes: Vec<f64> = cares.map(|(wish, _)| wish).collect();
            wishes.sort_by(f64::total_cmp);
            let n = wishes.len();
            strong += wishes.first().map_or(*q, |least| least.max(*q));
            reference += if n == 0 { *q } else { f64::midpoint(wishes[(n - 1) / 2], wishes[n / 2]) };
            count += 1.0;
        }
        [strong / count, reference / count]
    }
}

impl SmallParty {
    fn as_entry(&self, i: usize) -> String {
        let stands = self.wants.iter().enumerate();
        let positions: String = stands.map(|(d, (p, w))| format!("\"c{d}\": ({p:?}, {w:?}),")).collect();
        format!(
            "\"P{i}\": (positions: {{{positions}}}, materiality: {:?}, tactic: (beta: {:?}), cost_of_failure: {:?},
                        isolation_cost: {:?}),",
            self.materiality, self.patience, self.cost_of_failure, self.isolation_cost
        )
    }
}

pub fn outcome(scenario: &Scenario) -> Outcome {
    let model = Model::compile(scenario).expect("a sound scenario");
    Negotiator::new(&model, 1).negotiate(0, &mut ())
}

/// Rooms of these numbers of parties and clauses, under any rule.
pub fn small_rooms(
    parties: std::ops::RangeInclusive<usize>,
    clauses: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = SmallRoom> {
    (parties, clauses)
        .prop_flat_map(|(n, d)| {
            (
                proptest::collection::vec((kind(), 0.0..0.6), d),
                proptest::collection::vec(small_party(d), n),
                proptest::sample::select(&RULES[..]),
            )
        })
        .prop_map(|(mut clauses, parties, rule)| {
            clauses[0].0 = Kind::Ambition;
            SmallRoom {
                clauses,
                parties,
                rule,
                loss: "CityBlock",
                moves: ALL_MOVES,
                rounds: 10,
                protocol: None,
            }
        })
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        3 => Just(Kind::Ambition),
        2 => Just(Kind::Positional),
        1 => Just(Kind::Scope),
    ]
}

fn small_party(clauses: usize) -> impl Strategy<Value = SmallParty> {
    (
        proptest::collection::vec((0.0..1.0, 0.05..1.0), clauses),
        0.2..2.0,
        0.3..2.0,
        prop_oneof![Just(0.0), 0.0..0.2],
        prop_oneof![Just(0.0), 0.0..0.2],
    )
        .prop_map(|(wants, materiality, patience, cost_of_failure, isolation_cost)| SmallParty {
            wants,
            materiality,
            patience,
            cost_of_failure,
            isolation_cost,
        })
}

/// A table of the public data beside the project, found through `PLENARY_DATA`; says so where it is absent.
pub fn data(table: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let path = std::env::var_os("PLENARY_DATA").map_or_else(beside, PathBuf::from).join(table);
    let found = path.exists();
    if !found {
        eprintln!("SKIPPED: {} is absent (set PLENARY_DATA)", path.display());
    }
    found.then_some(path)
}

/// The depth of the deepest text that the parties marked in `voices` accept rather than the status quo, by the simplex
/// method, apart from the engine's solver; for city-block and asymmetric losses, and clauses that are scales. t_id ≥
/// κ⁺(x_d − p_id), t_id ≥ κ⁻(p_id − x_d), Σ_d ω_id t_id ≤ Σ_d ω_id ℓ_id(q_d).
pub fn frontier_by_simplex(model: &Model, preferences: &Preferences, voices: &[bool]) -> Option<f64> {
    let sides = |party: usize| match preferences.utility_params(party).loss {
        Loss::CityBlock => Some((1.0, 1.0)),
        Loss::Asymmetric { over, under } => {
            let largest = over.max(under);
            Some((over / largest, under / largest))
        }
        Loss::Quadratic | Loss::Euclidean | Loss::Gaussian(_) => None,
    };
    let mut programme = Problem::new(OptimizationDirection::Maximize);
    let mut texts: Vec<Variable> = Vec::new();
    for clause in model.clause_ids() {
        if model.clauses()[clause.index()].options > 0 {
            return None;
        }
        texts.push(programme.add_var(model.depth().weight(clause), (0.0, 1.0)));
    }
    let point = |clause: ClauseId| model.clauses()[clause.index()].status_quo.middle();
    for party in (0..voices.len()).filter(|&i| voices[i]) {
        let (over, under) = sides(party)?;
        let loss = preferences.utility_params(party).loss;
        let (mut budget, mut spent) = (0.0, LinearExpr::empty());
        for clause in model.clause_ids() {
            let salience = preferences.salience(party, clause);
            if salience == 0.0 {
                continue;
            }
            let ideal = preferences.ideal(party, clause);
            let distance = programme.add_var(0.0, (0.0, 1.0));
            let x = texts[clause.index()];
            programme.add_constraint([(distance, 1.0), (x, -over)], ComparisonOp::Ge, -over * ideal);
            programme.add_constraint([(distance, 1.0), (x, under)], ComparisonOp::Ge, under * ideal);
            spent.add(distance, salience);
            budget += salience * loss.at(point(clause), ideal);
        }
        programme.add_constraint(spent, ComparisonOp::Le, budget);
    }
    let solution = programme.solve().ok()?.into_solution().ok()?;
    let text: Vec<f64> = texts.iter().map(|&x| solution.var_value(x).clamp(0.0, 1.0)).collect();
    Some(model.clause_ids().map(|clause| model.depth().weight(clause) * text[clause.index()]).sum())
}
