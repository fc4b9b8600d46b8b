//! How things are written in a scenario: an example of each, to show where it was written otherwise.

/// An example of this field of a scenario, or of a value of this type.
// One arm for each name: a table, with nothing to split.
pub fn of(name: &str) -> Option<&'static str> {
    let example = match name {
        "format" => "format: 1",
        "title" => "title: \"A treaty on cuts\"",
        "clauses" => "clauses: {\"cuts\": Ambition(status_quo: 0.0)}",
        "Clause" => "\"cuts\": Ambition(status_quo: 0.0)",
        "status_quo" => "status_quo: 0.0",
        "words" => "words: [(0.0, \"nothing\"), (0.3, \"a voluntary fund\")]",
        "governs" => "governs: {\"cuts\": 0.5}",
        "options" => "options: {\"ban\": (), \"tax\": ()}",
        "countries" => "countries: {\"Norway\": (positions: {\"cuts\": 0.8})}",
        "Country" => "\"Norway\": (power: Small, positions: {\"cuts\": 0.8})",
        "member_of" => "member_of: {\"LikeMinded\": 1.0}",
        "positions" => "positions: {\"cuts\": (0.8, 0.5, High)}",
        "Confidence" => "(0.8, 0.5, High): what is wanted, how much it matters, how well that is known",
        "tactic" => "tactic: (beta: 0.5)",
        "reading" => "reading: (theta: 0.3, vagueness: 0.1)",
        "Loss" | "loss" => "Quadratic, Gaussian(0.3) or Asymmetric(over: 1.0, under: 0.5)",
        "blocs" => "blocs: {\"EU\": (cohesion: 0.9)}",
        "Bloc" => "\"EU\": (cohesion: 0.9)",
        "Common" | "common" => "Median or Leader(\"Brazil\")",
        "firms" => "firms: {\"Meta\": (lobbies: {\"USA\": 0.1}, positions: {\"cuts\": 0.2})}",
        "Firm" => "\"Meta\": (lobbies: {\"USA\": 0.1}, positions: {\"cuts\": 0.2})",
        "lobbies" => "lobbies: {\"USA\": 0.1}",
        "Rule" | "rule" => {
            "Consensus, TwoThirds, WeightedMajority(quota: 255), ConsensusThenVote(vote: TwoThirds) or Composed(no_at_most: 2)"
        }
        "vetoes" => "vetoes: [\"China\", \"France\"]",
        "tests" => "tests: [(at_least: (2, 3))]",
        "Share" => "(2, 3) for two thirds",
        "ConsensusMinus" => "ConsensusMinus(1)",
        "ConsensusThenVote" => "ConsensusThenVote(vote: TwoThirds)",
        "Composed" => "Composed(tests: [(at_least: (2, 3))])",
        "ChairsGavel" | "Gavel" => "ChairsGavel(objectors: 2, materiality: (1, 10))",
        "SecurityCouncil" | "permanent" => {
            "SecurityCouncil(affirmative: 9, permanent: [\"China\", \"France\"])"
        }
        "WeightedMajority" | "quota" => "WeightedMajority(quota: 255)",
        "CoalitionOfTheWilling" | "signatories" => "CoalitionOfTheWilling(signatories: 20)",
        "floor" => "floor: (amendments: FurthestFirst, paragraphs: true)",
        "quorum" => "quorum: (share: (1, 2))",
        "Protocol" | "protocol" => "protocol: ChairRevisions(rounds: 60)",
        "ChairRevisions" => "ChairRevisions(rounds: 60)",
        "ClauseByClause" => "ClauseByClause(rounds: 60)",
        "SponsorsText" => "SponsorsText(sponsor: Party(\"EU\"))",
        "AgendaSetter" => "AgendaSetter(setter: Party(\"EU\"))",
        "Sponsor" | "sponsor" | "setter" => "Recognised or Party(\"EU\")",
        "SingleText" => "SingleText(rounds: 600)",
        "Acceptance" | "accept" | "Annealing" => "Greedy or Annealing(temperature: 0.1)",
        "moves" => "moves: [Shift, Merge]",
        "Draft" | "draft" => "Mean, Sponsor(\"EU\") or Given({\"cuts\": 0.5})",
        "isolation_cost" => "isolation_cost: (major: 0.03, middle: 0.08, small: 0.12)",
        "Spread" => "Normal(0.05), Censored(0.2), Uniform(0.1) or LogNormal(0.3)",
        "uncertainty" => "uncertainty: (ideals: (low: Normal(0.15)))",
        "shared" | "SharedError" => "shared: {\"coder\": (sd: 0.05, per: Party)}",
        "Per" | "per" => "Once, Party or Clause",
        "observed" | "Observed" => "observed: (clauses: {\"cuts\": (value: 0.3, low: 0.2, high: 0.4)})",
        "switches" => {
            "switches: {\"away\": (asks: \"What if Norway stays away?\", set: {\"countries.Norway.boycotts\": \"true\"})}"
        }
        "Switch" => {
            "\"away\": (asks: \"What if Norway stays away?\", set: {\"countries.Norway.boycotts\": \"true\"})"
        }
        "choices" | "DeclaredChoice" => {
            "choices: {\"θ\": (parameter: \"defaults.theta\", values: [\"0.15\", \"0.45\"], why: \"Nobody has measured it.\")}"
        }
        "scenario" => "scenario: \"un-ai-dialogue-2025\"",
        "factors" => "factors: {\"defaults.theta\": Steps(0.0, 0.45, 4)}",
        "Factor" => {
            "Values([0.0, 0.1]), Values([\"Consensus\", \"TwoThirds\"]), Steps(0.0, 0.3, 7), Range(0.0, 0.3), Whole(1, 60), Log(0.01, 1.0), Normal(0.3, 0.1), TruncatedNormal(0.3, 0.1, 0.0, 1.0), Triangular(0.0, 0.2, 1.0), Discrete([(0.1, 3), (0.2, 1)]) or Times(Range(0.5, 2.0))"
        }
        "design" | "Design" => {
            "Grid, OneAtATime, LatinHypercube(points: 200), Sobol(points: 256), Morris(trajectories: 20), Saltelli(points: 256) or List(file: \"points.csv\")"
        }
        "until" => "until: (of: Lcd, half_width: 0.02, most: 12800)",
        "record" => "record: [Text, Stances, Counterfactual, Trajectory]",
        "set" => "set: {\"countries.Norway.boycotts\": \"true\"}",
        _ => return None,
    };
    Some(example)
}
