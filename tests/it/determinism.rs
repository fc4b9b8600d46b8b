//! The same numbers whatever the threads and the length of the run (oracles.md, at its end).

use std::{fs, ops::ControlFlow, path::Path};

use plenary::{
    model::Model, negotiation::Negotiator, null::Null, outcome::Outcome, scenario::Scenario, study::Ensemble,
};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::support::{plenary, printed, shipped};

/// Replicates of each shipped scenario: the small one runs past one batch of 2,048, the flagship past some blocks
/// of 32.
const RUNS: [(&str, &str); 2] = [("least-ambitious-law", "2100"), ("un-ai-dialogue-2025", "300")];

/// What a run prints as JSON, and its rows.
fn run(scenario: &str, replicates: &str, threads: &str) -> (String, String) {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out");
    let arguments = ["run", scenario, "--replicates", replicates, "--threads", threads, "--json", "--out"];
    let json = printed(plenary(arguments.map(Path::new).into_iter().chain([out.as_path()])));
    let written = fs::read_to_string(out.join("summary.json")).expect("a summary");
    assert_eq!(json, written, "what is printed is what is written");
    (json, fs::read_to_string(out.join("replicates.csv")).expect("rows"))
}

#[test]
fn threads_change_nothing() {
    for (scenario, replicates) in RUNS {
        let one = run(scenario, replicates, "1");
        for threads in ["2", "5"] {
            // Not assert_eq: a failure should not print megabytes.
            assert!(one == run(scenario, replicates, threads), "{scenario} on {threads} threads");
        }
    }
}

#[test]
fn threads_change_no_lever() {
    let levers = |threads: &str| printed(plenary(["levers", "-n", "12", "--json", "--threads", threads]));
    assert!(levers("1") == levers("3"));
}

#[test]
fn a_longer_run_begins_with_the_shorter() {
    for (scenario, n, more) in [("least-ambitious-law", "45", "2100"), ("un-ai-dialogue-2025", "33", "100")] {
        let (_, short) = run(scenario, n, "2");
        let (_, long) = run(scenario, more, "2");
        assert!(long.starts_with(&short) && long.len() > short.len(), "{scenario}");
    }
}

#[test]
fn a_replicate_alone_is_the_replicate_in_the_ensemble() {
    for path in shipped() {
        let model =
            Model::compile(&Scenario::load(&path).expect("a sound scenario")).expect("a sound scenario");
        let mut together: Vec<Outcome> = Vec::new();
        let ControlFlow::Continue(()) =
            Ensemble::new(&model, 5).with_counterfactual().run(0..100, |outcome| {
                together.push(outcome);
                ControlFlow::<()>::Continue(())
            })
        else {
            panic!("nobody stops it")
        };
        for replicate in [99, 0, 31, 32, 64] {
            let mut negotiator = Negotiator::new(&model, 5);
            let mut alone = negotiator.negotiate(replicate, &mut ());
            alone.nulls = negotiator.under(Null::LaggardsRemoved).into_iter().collect();
            alone.without_laggards = alone.nulls.first().map(|n| n.realised_depth);
            assert_eq!(alone, together[replicate as usize], "{}", path.display());
        }
    }
}

/// A narrated replicate ends as its row says: in the same way, round and depth.
#[test]
fn the_story_ends_as_the_row_says() {
    let ways = [
        ("WalkOut", "WALK-OUT"),
        ("Deadlock", "DEADLOCK"),
        ("Deferral", "DEFERRAL"),
        ("CoalitionOfTheWilling", "COALITION OF THE WILLING"),
        ("ContestedVote", "CONTESTED VOTE"),
        ("Hollow", "HOLLOW TEXT"),
        ("CarveOut", "CARVE-OUT"),
        ("LowestCommonDenominator", "LOWEST COMMON DENOMINATOR"),
        ("Substantive", "SUBSTANTIVE"),
        ("Compromise", "COMPROMISE"),
    ];
    for (scenario, _) in RUNS {
        let (_, rows) = run(scenario, "70", "2");
        for wanted in [0, 33, 69] {
            let mut reader = csv::Reader::from_reader(rows.as_bytes());
            let headings = reader.headers().expect("headings").clone();
            let row = reader.records().nth(wanted).expect("a row").expect("a row");
            let cell = |name: &str| &row[headings.iter().position(|h| h == name).expect(name)];
            assert_eq!(cell("replicate"), wanted.to_string());
            let story = printed(plenary(["explain", scenario, "--replicate", &wanted.to_string()]));
            let (_, way) = ways.into_iter().find(|(label, _)| *label == cell("outcome")).expect("a label");
            let end = story.split(&format!("\n{way}\n")).nth(1).unwrap_or_else(|| panic!("{way} in {story}"));
            let end = end.split_whitespace().collect::<Vec<_>>().join(" ");
            let adopted = cell("adopted") == "true";
            let round = if adopted {
                format!("in round {},", cell("round"))
            } else {
                format!("after {} rounds", cell("round"))
            };
            assert!(end.contains(&round) || end.contains(&round.replace(',', ".")), "{round} in {end}");
            for (name, column) in [("Depth", "tabled_depth"), ("guaranteed", "tabled_guaranteed_depth")] {
                let depth = format!("{:.2}", cell(column).parse::<f64>().expect("a depth"));
                let depth = depth.strip_prefix('0').unwrap_or(&depth);
                assert!(end.contains(&format!("{name} {depth}")), "{name} {depth} in {end}");
            }
        }
    }
}

/// A change of any number shows here. Where it is meant, `PLENARY_BLESS=1 cargo test fingerprints` writes the file
/// anew, and the commit says why.
#[test]
fn fingerprints() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fingerprints.txt");
    let mut lines = String::from("# SHA-256 of replicates.csv, 200 replicates, seed 1\n");
    for path in shipped() {
        let name = path.file_stem().and_then(|s| s.to_str()).expect("a name");
        let (_, rows) = run(path.to_str().expect("UTF-8"), "200", "2");
        let digest: String = Sha256::digest(rows).iter().map(|byte| format!("{byte:02x}")).collect();
        lines.push_str(&format!("{name} {digest}\n"));
    }
    if std::env::var_os("PLENARY_BLESS").is_some() {
        fs::write(&file, &lines).expect("tests/data can be written");
    }
    assert_eq!(lines, fs::read_to_string(&file).expect("tests/data/fingerprints.txt"));
}
