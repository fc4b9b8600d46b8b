//! Rooms at random, as scenario files. Nothing in them is drawn when they are negotiated.

use std::fmt::Write;

use super::super::support::uniform;

/// Numbers at random.
struct Chance(Box<dyn FnMut() -> f64>);

impl Chance {
    fn unit(&mut self) -> f64 {
        (self.0)()
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    fn is(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// From 0 to n − 1.
    fn below(&mut self, n: usize) -> usize {
        ((self.unit() * n as f64) as usize).min(n - 1)
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// What kind of rooms to draw.
#[derive(Clone, Copy, Debug, Default)]
pub struct Family {
    pub blocs: bool,
    pub firms: bool,
    pub options: bool,
    pub votes: bool,
    pub floor: bool,
    pub by_clause: bool,
    pub game: bool,
}

const OBJECTIONS: [&str; 5] = [
    "Consensus",
    "ConsensusMinus(1)",
    "SilenceProcedure",
    "ChairsGavel(objectors: 2, materiality: (1, 3))",
    "ReverseConsensus",
];

const VOTES: [&str; 11] = [
    "Unanimity",
    "UnanimityWithAbstention",
    "SimpleMajority",
    "TwoThirds",
    "AbsoluteMajority",
    "TwoThirdsOfMembers",
    "DoubleMajority",
    "ReinforcedDoubleMajority",
    "WeightedMajority(quota: 3, members: 2, population: (1, 2))",
    "SecurityCouncil(affirmative: 2, permanent: [\"P0\", \"P1\"])",
    "CoalitionOfTheWilling(signatories: 2, materiality: (1, 3))",
];

/// One clause as it was drawn.
struct Clause {
    /// How many options; 0 on a scale.
    options: usize,
    file: String,
}

/// Room number `seed` of a family, as a scenario file.
pub fn room(family: Family, seed: u64) -> String {
    let mut c = Chance(Box::new(uniform(seed)));
    let clauses = clauses(family, &mut c);
    let n = 2 + c.below(6);
    let blocs = if family.blocs { 1 + c.below(2) } else { 0 };
    let mut file = format!("(format: 1, title: \"room {seed}\",\nclauses: {{");
    clauses.iter().for_each(|clause| file += &clause.file);
    file += "},\ncountries: {";
    let absolute = !family.game && c.is(0.25);
    for i in 0..n {
        country(&mut file, family, &clauses, blocs, i, absolute, &mut c);
    }
    file += "},\n";
    if blocs > 0 {
        self::blocs(&mut file, &clauses, blocs, absolute, &mut c);
    }
    if family.firms {
        firms(&mut file, &clauses, n, absolute, &mut c);
    }
    let _ = writeln!(file, "rule: {},", rule(family, n, &mut c));
    let _ = writeln!(file, "saliences: {},", if absolute { "Absolute" } else { "Relative" });
    protocol(&mut file, family, &clauses, blocs, &mut c);
    defaults(&mut file, &mut c);
    file + ")"
}

fn clauses(family: Family, c: &mut Chance) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let n = 1 + c.below(4);
    for d in 0..n {
        let options = if family.game || (family.options && c.is(0.4)) { 2 + c.below(3) } else { 0 };
        let mut file = format!("\n  \"c{d}\": ");
        let q = if c.is(0.4) { 0.0 } else { c.between(0.0, 0.7) };
        let agreed = if c.is(0.5) { format!(", agreed: {:?}", c.unit()) } else { String::new() };
        if options > 0 {
            let deep = c.is(0.5);
            file += "Options(options: {";
            for o in 0..options {
                let depth = if deep { format!("depth: {:?}", c.unit()) } else { String::new() };
                let _ = write!(file, "\"o{o}\": ({depth}), ");
            }
            file += "}";
            if c.is(0.6) {
                let _ = write!(file, ", status_quo: \"o{}\"", c.below(options));
            }
            file += "),";
        } else {
            match if d == 0 { 0 } else { c.below(3) } {
                0 => write!(file, "Ambition(status_quo: {q:?}, weight: {:?}{agreed}),", c.between(0.2, 2.0)),
                1 => write!(file, "Positional(status_quo: {q:?}{agreed}),"),
                _ => write!(file, "Scope(status_quo: {q:?}{agreed}, governs: {{\"c0\": {:?}}}),", c.unit()),
            }
            .expect("a string");
        }
        clauses.push(Clause { options, file });
    }
    // What a scope clause governs must be a scale.
    if clauses[0].options > 0 {
        for clause in &mut clauses {
            if let Some(at) = clause.file.find(", governs") {
                clause.file.replace_range(at.., "),");
            }
        }
    }
    clauses
}

/// Positions on some of the clauses, one at least.
fn positions(clauses: &[Clause], often: f64, absolute: bool, c: &mut Chance) -> String {
    let sure = c.below(clauses.len());
    let mut file = String::from("positions: {");
    let most = if absolute { 0.9 / clauses.len() as f64 } else { 1.0 };
    for (d, clause) in clauses.iter().enumerate() {
        if d != sure && !c.is(often) {
            continue;
        }
        if clause.options > 0 {
            let _ = write!(file, "\"c{d}\": {{");
            for o in 0..clause.options {
                let least = if o == 0 { 0.05 } else { 0.0 };
                let points = c.between(least, most / clause.options as f64);
                let _ = write!(file, "\"o{o}\": {:?}, ", if absolute { points } else { 10.0 * points });
            }
            file += "}, ";
        } else {
            let _ = write!(file, "\"c{d}\": ({:?}, {:?}), ", c.unit(), most * c.between(0.1, 1.0));
        }
    }
    file + "}"
}

fn country(
    file: &mut String,
    family: Family,
    clauses: &[Clause],
    blocs: usize,
    i: usize,
    absolute: bool,
    c: &mut Chance,
) {
    let _ = write!(file, "\n  \"P{i}\": (");
    file.push_str(&positions(clauses, 0.8, absolute, c));
    let _ = write!(
        file,
        ", materiality: {:?}, power: {}",
        c.between(0.2, 3.0),
        c.of(&["Major", "Middle", "Small"])
    );
    if c.is(0.4) {
        let _ = write!(file, ", tactic: (beta: {:?}, k: {:?})", c.between(0.2, 2.0), c.between(0.0, 0.4));
    }
    if c.is(0.4) {
        let _ = write!(file, ", cost_of_failure: {:?}", c.between(0.0, 0.3));
    }
    if c.is(0.2) {
        let _ = write!(file, ", outside_option: {:?}", c.between(-0.1, 0.3));
    }
    if c.is(0.4) {
        let _ = write!(file, ", isolation_cost: {:?}", c.between(0.0, 0.3));
    }
    if c.is(0.2) {
        let _ = write!(file, ", loss: {}", loss(c));
    }
    if c.is(0.2) {
        let _ = write!(file, ", reading: (theta: {:?}, vagueness: {:?})", c.unit(), c.between(0.0, 0.2));
    }
    if c.is(0.2) {
        let _ = write!(file, ", risk: {:?}", c.between(-2.0, 2.0));
    }
    if family.game && c.is(0.7) {
        let _ = write!(file, ", minimum_points: {:?}", c.between(0.0, 8.0));
    }
    if i > 0 && c.is(0.15) {
        let _ = write!(file, ", {}", c.of(&["attendance: 0", "boycotts: true", "opts_out: true"]));
    }
    let _ = write!(file, ", votes: {}, population: {}", 2 + c.below(5), 1 + c.below(90));
    if family.firms {
        let _ = write!(file, ", lobbying_resistance: {:?}", c.between(0.5, 2.0));
    }
    if blocs > 0 && (i < blocs || c.is(0.6)) {
        let first = if i < blocs { i } else { c.below(blocs) };
        let _ = write!(
            file,
            ", member_of: {{\"B{first}\": {:?}",
            if c.is(0.5) { 1.0 } else { c.between(0.2, 1.0) }
        );
        if blocs > 1 && c.is(0.3) {
            let _ = write!(file, ", \"B{}\": {:?}", 1 - first, c.between(0.1, 0.9));
        }
        file.push('}');
    }
    file.push_str("),");
}

fn loss(c: &mut Chance) -> String {
    match c.below(5) {
        0 => "CityBlock".to_owned(),
        1 => "Quadratic".to_owned(),
        2 => "Euclidean".to_owned(),
        3 => format!("Gaussian({:?})", c.between(0.2, 0.6)),
        _ => format!("Asymmetric(over: {:?}, under: {:?})", c.between(0.1, 2.0), c.between(0.1, 2.0)),
    }
}

fn blocs(file: &mut String, clauses: &[Clause], blocs: usize, absolute: bool, c: &mut Chance) {
    file.push_str("blocs: {");
    for b in 0..blocs {
        let leader = format!("Leader(\"P{b}\")");
        let common = c.of(&["Median", "Median", "Mean", "InternalVeto", "Stated", &leader]).to_owned();
        let cohesion = if c.is(0.15) { 0.0 } else { c.unit() };
        let discipline = c.between(0.0, 0.3);
        let _ = write!(
            file,
            "\n  \"B{b}\": (common: {common}, cohesion: {cohesion:?}, discipline: {discipline:?}"
        );
        if common == "Stated" || c.is(0.3) {
            let _ = write!(file, ", {}", positions(clauses, 0.7, absolute, c));
        }
        file.push_str("),");
    }
    file.push_str("},\n");
}

fn firms(file: &mut String, clauses: &[Clause], n: usize, absolute: bool, c: &mut Chance) {
    file.push_str("firms: {");
    for f in 0..1 + c.below(2) {
        let _ = write!(file, "\n  \"F{f}\": ({}, lobbies: {{", positions(clauses, 0.7, absolute, c));
        let first = c.below(n);
        for i in (first..n).take(2) {
            let _ = write!(file, "\"P{i}\": {:?}, ", c.between(0.0, 2.0));
        }
        let _ = write!(file, "}}, drafting: {:?}),", if c.is(0.5) { c.unit() } else { 0.0 });
    }
    file.push_str("},\n");
}

fn rule(family: Family, n: usize, c: &mut Chance) -> String {
    let rule = |votes: bool, c: &mut Chance| loop {
        let rule = if votes { c.of(&VOTES) } else { c.of(&OBJECTIONS) };
        // A coalition signs a text as a whole.
        if !(family.by_clause && rule.starts_with("Coalition")) && n > 1 {
            return rule.to_owned();
        }
    };
    if family.votes && c.is(0.3) {
        let vote = rule(true, c);
        let callable = c.is(0.5);
        return format!(
            "ConsensusThenVote(vote: {vote}, attempts: {}, every: {}, callable: {callable})",
            1 + c.below(2),
            1 + c.below(3)
        );
    }
    let votes = family.votes;
    rule(votes, c)
}

fn protocol(file: &mut String, family: Family, clauses: &[Clause], blocs: usize, c: &mut Chance) {
    let name = if family.by_clause { "ClauseByClause" } else { "ChairRevisions" };
    let mut moves = vec!["Shift", "Merge", "Clarify", "Delete", "CarveOut", "Trade"];
    if c.is(0.3) {
        moves.remove(c.below(moves.len()));
    }
    if c.is(0.3) {
        let (a, b) = (c.below(moves.len()), c.below(moves.len()));
        moves.swap(a, b);
    }
    let mut drafts = vec!["Mean", "Mean", "StatusQuo", "AgreedLanguage", "Sponsor(\"P0\")"];
    if family.firms {
        drafts.push("Sponsor(\"F0\")");
    }
    if blocs > 0 {
        drafts.push("Sponsor(\"B0\")");
    }
    let given = format!("Given({{\"c0\": {:?}}})", c.unit());
    if clauses[0].options == 0 {
        drafts.push(&given);
    }
    let draft = c.of(&drafts).to_owned();
    let _ = write!(
        file,
        "protocol: {name}(rounds: {}, attempt_every: {},{} step: {:?}, max_width: {:?}, carve: {:?},
  moves: [{}], draft: {draft}, weigh: {}, defectors_speak: {}",
        6 + c.below(20),
        1 + c.below(3),
        if c.is(0.5) { String::new() } else { format!(" moves_per_round: {},", 1 + c.below(5)) },
        if c.is(0.5) { 0.05 } else { c.between(0.02, 0.2) },
        if c.is(0.5) { 0.4 } else { c.between(0.0, 1.0) },
        if c.is(0.5) { 0.25 } else { c.between(0.05, 0.5) },
        moves.join(", "),
        c.of(&["Materiality", "Heads"]),
        c.is(0.7),
    );
    if family.floor {
        let amendments = c.of(&["None", "FurthestFirst", "NearestFirst", "UntilNoneIsCarried"]);
        let _ = write!(file, ", floor: (amendments: {amendments}, paragraphs: {})", c.is(0.5));
    }
    file.push_str("),\n");
}

fn defaults(file: &mut String, c: &mut Chance) {
    file.push_str("defaults: (");
    if c.is(0.6) {
        let _ = write!(file, "loss: {}, ", loss(c));
    }
    if c.is(0.5) {
        let _ = write!(file, "reading: (theta: {:?}, vagueness: {:?}), ", c.unit(), c.between(0.0, 0.2));
    }
    if c.is(0.2) {
        let _ = write!(file, "risk: {:?}, ", c.between(-2.0, 2.0));
    }
    if c.is(0.3) {
        let _ = write!(file, "cost_of_failure: {:?}, ", c.between(0.0, 0.2));
    }
    if c.is(0.4) {
        let _ = write!(file, "isolation_decay: {:?}, ", c.between(0.3, 3.0));
    }
    if c.is(0.4) {
        let _ = write!(file, "exit_margin: {:?}, exit_after: {}, ", c.between(0.0, 0.2), 1 + c.below(3));
    }
    let _ = writeln!(file, "crowd: {}),", c.of(&["Heads", "Materiality"]));
}
