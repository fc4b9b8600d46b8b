//! What can go wrong while a study runs: nothing finished is lost, and what goes on ends in the same bytes.

use std::{
    fs::{self, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;

use crate::{
    studies::{SMALL, fingerprint, sweep, written},
    support::{command, printed},
};

/// Enough work to be interrupted in.
const LONGER: &str = r#"(
    format: 1,
    title: "Longer",
    scenario: "least-ambitious-law",
    factors: {
        "countries.*.cost_of_failure": Steps(0.0, 0.5, 6),
        "rule.objections": Whole(0, 5),
    },
    replicates: 320,
)"#;
const TABLES: [&str; 5] =
    ["replicates.csv", "replicates.parquet", "points.csv", "failures.csv", "manifest.json"];

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" │ ", " ")
}

fn refused(output: Output) -> String {
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    said(&output)
}

fn begin(study: &Path, out: &Path) -> Child {
    command()
        .arg("sweep")
        .arg(study)
        .arg("--out")
        .arg(out)
        .arg("--resume")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts")
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([name, &child.id().to_string()]).status().expect("kill is there");
    assert!(sent.success());
}

/// The journal of a whole study.
fn journal(out: &Path) -> PathBuf {
    out.join("shards/1-of-1.journal")
}

/// Waits until the journal has grown by so many bytes, or the process has ended.
fn wait_for(child: &mut Child, out: &Path, bytes: u64) {
    let size = || fs::metadata(journal(out)).map_or(0, |m| m.len());
    let (before, started) = (size(), Instant::now());
    while size() < before + bytes && started.elapsed() < Duration::from_secs(60) {
        if child.try_wait().expect("it can be asked").is_some() {
            return;
        }
        thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn killed_at_random_moments() {
    let (folder, study) = written(LONGER);
    let whole = folder.path().join("whole");
    printed(sweep(&study, &whole, &["--threads", "2"]));
    let expected = fingerprint(&whole, &TABLES);
    let mut random = ChaCha8Rng::seed_from_u64(9);
    let (mut kills, mut studies, mut last) = (0, 0, 0);
    // `.ci/kills` asks for more.
    let wanted = std::env::var("PLENARY_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(50);
    while kills < wanted {
        studies += 1;
        let out = folder.path().join(format!("killed-{studies}"));
        let mut killed_here = 0;
        loop {
            let mut child = begin(&study, &out);
            // Somewhere while it starts, reads its journal, negotiates, writes, or merges.
            let moment = if killed_here < 12 { random.random_range(0..60_000) } else { 10_000_000 };
            let deadline = Instant::now() + Duration::from_micros(moment);
            while Instant::now() < deadline && child.try_wait().expect("it can be asked").is_none() {
                thread::sleep(Duration::from_micros(200));
            }
            if child.try_wait().expect("it can be asked").is_some() {
                break;
            }
            child.kill().expect("it can be killed");
            child.wait().expect("it has ended");
            (kills, killed_here) = (kills + 1, killed_here + 1);
            // Nothing that was finished is lost: what a resumed process found stays.
            let now = fs::metadata(journal(&out)).map_or(0, |m| m.len());
            last = if killed_here == 1 { 0 } else { last };
            assert!(now + 200_000 > last, "the journal shrank from {last} to {now}");
            last = now;
        }
        assert_eq!(fingerprint(&out, &TABLES), expected, "after {killed_here} kills");
    }
    assert!(kills >= wanted && studies < wanted, "{kills} kills in {studies} studies");
    println!("{kills} kills in {studies} studies, each with the tables of one that was not killed");
}

/// Killed after the scenario was written, but not yet the study. What is not this study's is left alone.
#[test]
fn killed_while_it_began() {
    let (folder, study) = written(LONGER);
    let whole = folder.path().join("whole");
    printed(sweep(&study, &whole, &["--threads", "2"]));
    let out = folder.path().join("half-begun");
    fs::create_dir_all(out.join("shards")).expect("a folder");
    fs::copy(whole.join("scenario.ron"), out.join("scenario.ron")).expect("it was written");
    printed(sweep(&study, &out, &["--resume"]));
    assert_eq!(fingerprint(&out, &TABLES), fingerprint(&whole, &TABLES));

    let other = folder.path().join("other");
    fs::create_dir_all(&other).expect("a folder");
    fs::write(other.join("scenario.ron"), "(format: 1)").expect("it can be written");
    let said = refused(sweep(&study, &other, &["--resume"]));
    assert!(said.contains("it holds other files"), "{said}");
    assert_eq!(fs::read_to_string(other.join("scenario.ron")).expect("it is there"), "(format: 1)");
}

/// Ctrl-C, and what a batch system sends before it ends a task.
#[test]
fn interrupted() {
    let (folder, study) = written(LONGER);
    let whole = folder.path().join("whole");
    printed(sweep(&study, &whole, &["--threads", "2"]));
    for name in ["-INT", "-TERM"] {
        let out = folder.path().join(name);
        let mut child = begin(&study, &out);
        wait_for(&mut child, &out, 30_000);
        signal(&child, name);
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(130), "{}", said(&output));
        assert!(said(&output).contains("Interrupted: what is finished is safe"), "{}", said(&output));
        assert!(said(&output).contains("Go on with: plenary sweep"), "{}", said(&output));
        // Every record is whole.
        let status =
            printed(command().args(["sweep", "status", "--json"]).arg(&out).output().expect("it runs"));
        let status: serde_json::Value = serde_json::from_str(&status).expect("JSON");
        assert_eq!(status["shards"][0]["damaged_bytes"], 0);
        assert_eq!(status["complete"], false);
        assert!(status["done"].as_u64().is_some_and(|n| n > 0), "{status}");
        let early = refused(command().args(["sweep", "merge"]).arg(&out).output().expect("it runs"));
        assert!(early.contains("the study is not complete") && early.contains("replicates"), "{early}");
        printed(command().arg("sweep").arg(&out).arg("--resume").output().expect("it runs"));
        assert_eq!(fingerprint(&out, &TABLES), fingerprint(&whole, &TABLES));
    }
}

#[test]
fn damaged_records_are_found_and_done_again() {
    let (folder, study) = written(SMALL);
    let whole = folder.path().join("whole");
    printed(sweep(&study, &whole, &["--threads", "2"]));
    let expected = fingerprint(&whole, &TABLES);
    let sound = fs::read(journal(&whole)).expect("a journal");
    let length = sound.len();
    let heading = sound.iter().position(|b| *b == b'\n').expect("a line") + 1;
    // Cut off within the last record, at its very end, in the middle, within the heading; a bit flipped at the end,
    // in the middle, in the line of a record.
    let mut cases: Vec<(&str, Vec<u8>)> = vec![
        ("cut in the last record", sound[..length - 10].to_vec()),
        ("cut by a byte", sound[..length - 1].to_vec()),
        ("cut in the middle", sound[..length / 2].to_vec()),
        ("cut in the heading", sound[..heading - 5].to_vec()),
        ("empty", Vec::new()),
    ];
    for (name, at) in [("last", length - 3), ("middle", length / 2), ("first record's line", heading + 5)] {
        let mut flipped = sound.clone();
        flipped[at] ^= 4;
        cases.push((name, flipped));
    }
    for (n, (name, bytes)) in cases.into_iter().enumerate() {
        let out = folder.path().join(format!("damaged-{n}"));
        printed(sweep(&study, &out, &["--threads", "2"]));
        fs::remove_file(out.join("manifest.json")).expect("it is there");
        fs::write(journal(&out), &bytes).expect("a journal");
        let early = refused(command().args(["sweep", "merge"]).arg(&out).output().expect("it runs"));
        assert!(early.contains("the study is not complete"), "{name}: {early}");
        let resumed = sweep(&study, &out, &["--resume"]);
        assert!(resumed.status.success(), "{name}: {}", said(&resumed));
        let silent = ["cut in the heading", "empty", "cut in the middle"].contains(&name);
        assert!(silent || said(&resumed).contains("damaged records"), "{name}: {}", said(&resumed));
        assert_eq!(fingerprint(&out, &TABLES), expected, "{name}");
    }
}

#[test]
fn two_processes_do_not_share_a_journal() {
    let (folder, study) = written(LONGER);
    let out = folder.path().join("out");
    let mut first = begin(&study, &out);
    wait_for(&mut first, &out, 1_000);
    let second = refused(sweep(&study, &out, &["--resume"]));
    assert!(second.contains("another process is writing"), "{second}");
    first.kill().expect("it can be killed");
    first.wait().expect("it has ended");
    printed(sweep(&study, &out, &["--resume"]));
}

#[test]
fn results_of_another_study_are_left_alone() {
    let (folder, study) = written(SMALL);
    let out = folder.path().join("out");
    printed(sweep(&study, &out, &["--shard", "1/2"]));
    // Without --resume, nothing is touched.
    let again = refused(sweep(&study, &out, &["--shard", "1/2"]));
    assert!(again.contains("already holds results of this study") && again.contains("--resume"), "{again}");
    // Edited after it started: each change is named.
    for (from, to, named) in [
        ("seed: 7", "seed: 8", "the seed changed"),
        ("replicates: 75", "replicates: 76", "the number of replicates changed"),
        ("Values([0.0, 0.3])", "Values([0.0, 0.2])", "the values of the factors changed"),
        ("least-ambitious-law", "un-ai-dialogue-2025", "the scenario"),
        ("[Text, Stances,", "[Text,", "what is recorded changed"),
    ] {
        fs::write(&study, SMALL.replace(from, to)).expect("an edit");
        let edited = refused(sweep(&study, &out, &["--resume", "--shard", "2/2"]));
        assert!(edited.contains("another study") && edited.contains(named), "{named}: {edited}");
    }
    // A comment is no change.
    fs::write(&study, format!("// A thought.\n{SMALL}")).expect("an edit");
    printed(sweep(&study, &out, &["--resume", "--shard", "2/2"]));
    // Shards of different studies, and a journal that was put there.
    fs::write(&study, SMALL.replace("seed: 7", "seed: 8")).expect("an edit");
    let other = folder.path().join("other");
    printed(sweep(&study, &other, &["--shard", "2/2"]));
    let both = command()
        .args(["sweep", "merge", "--out"])
        .arg(folder.path().join("both"))
        .args([&out, &other])
        .output();
    let both = refused(both.expect("it runs"));
    assert!(both.contains("different studies"), "{both}");
    fs::copy(other.join("shards/2-of-2.journal"), out.join("shards/2-of-2.journal")).expect("a copy");
    let put = refused(command().args(["sweep", "merge"]).arg(&out).output().expect("it runs"));
    assert!(put.contains("another study"), "{put}");
    // A folder with something else in it.
    let stranger = TempDir::new().expect("a folder");
    fs::write(stranger.path().join("thesis.doc"), "precious").expect("a file");
    let full = refused(sweep(&study, stranger.path(), &["--resume"]));
    assert!(full.contains("it holds other files"), "{full}");
    assert_eq!(fs::read_dir(stranger.path()).expect("a folder").count(), 1);
    // No results at all.
    let none = refused(command().args(["sweep", "status"]).arg(stranger.path()).output().expect("it runs"));
    assert!(none.contains("holds no results of a study"), "{none}");
}

/// Two journals that say different things of the same run are not merged.
#[test]
fn journals_that_disagree() {
    let (folder, study) = written(SMALL);
    let (one, other) = (folder.path().join("one"), folder.path().join("other"));
    printed(sweep(&study, &one, &["--threads", "2"]));
    fs::create_dir_all(other.join("shards")).expect("a folder");
    for name in ["study.ron", "scenario.ron"] {
        fs::copy(one.join(name), other.join(name)).expect("a copy");
    }
    fs::copy(journal(&one), journal(&other)).expect("a copy");
    let merged = folder.path().join("merged");
    let merge = || command().args(["sweep", "merge", "--out"]).arg(&merged).args([&one, &other]).output();
    printed(merge().expect("it runs"));
    assert_eq!(
        fingerprint(&merged, &TABLES),
        fingerprint(&one, &TABLES),
        "the same work done twice counts once"
    );
    // A record with a digest of its own that says something else.
    let mut file = OpenOptions::new().read(true).write(true).open(journal(&other)).expect("a journal");
    let text = fs::read(journal(&other)).expect("a journal");
    let heading = text.iter().position(|b| *b == b'\n').expect("a line") + 1;
    let why = "made up";
    let line = format!("failed 0 0 32 {} 1", why.len());
    let digest = {
        use sha2::{Digest as _, Sha256};
        // Over the study's fingerprint, the line, and what follows.
        let fingerprint = String::from_utf8_lossy(&text).split(' ').nth(1).expect("a heading").to_owned();
        let digest = Sha256::digest(format!("{fingerprint}{line}{why}\n").as_bytes());
        digest[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    file.set_len(heading as u64).expect("a cut");
    file.seek(SeekFrom::End(0)).expect("its end");
    file.write_all(format!("{line} {digest}\n{why}\n").as_bytes()).expect("a record");
    fs::remove_dir_all(&merged).expect("it is there");
    let disagree = refused(merge().expect("it runs"));
    assert!(disagree.contains("two journals disagree on replicates 0 to 31 of point 0"), "{disagree}");
}

/// A mounted file system for the test, taken down at its end; none where mounting is not permitted.
struct Mounted(PathBuf);

impl Mounted {
    fn new(at: &Path, options: &str) -> Option<Self> {
        fs::create_dir_all(at).expect("a folder");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(at).output();
        let done = mounted.is_ok_and(|m| m.status.success());
        if !done {
            eprintln!("SKIPPED: a tmpfs cannot be mounted here (it takes root)");
        }
        done.then(|| Self(at.to_owned()))
    }

    fn remount(&self, options: &str) {
        let done = Command::new("mount").args(["-o", &format!("remount,{options}")]).arg(&self.0).status();
        assert!(done.is_ok_and(|s| s.success()));
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk() {
    let (folder, study) = written(LONGER);
    let whole = folder.path().join("whole");
    printed(sweep(&study, &whole, &["--threads", "2"]));
    let at = folder.path().join("disk");
    let Some(disk) = Mounted::new(&at, "size=256k") else { return };
    let out = at.join("out");
    let full = refused(sweep(&study, &out, &["--threads", "2"]));
    assert!(full.contains("cannot write") && full.contains("make room and go on with --resume"), "{full}");
    let status = printed(command().args(["sweep", "status", "--json"]).arg(&out).output().expect("it runs"));
    let status: serde_json::Value = serde_json::from_str(&status).expect("JSON");
    assert!(status["done"].as_u64().is_some_and(|n| n > 100), "{status}");
    // Room for the journal, none for the tables; then room for all.
    let journal_length = fs::metadata(journal(&whole)).expect("a journal").len();
    disk.remount(&format!("size={}", journal_length + 100_000));
    let tables = refused(sweep(&study, &out, &["--resume"]));
    assert!(tables.contains("cannot write") && tables.contains("the disk is full"), "{tables}");
    disk.remount("size=64m");
    printed(command().args(["sweep", "merge"]).arg(&out).output().expect("it runs"));
    assert_eq!(fingerprint(&out, &TABLES), fingerprint(&whole, &TABLES));
}

#[test]
fn a_folder_that_cannot_be_written() {
    let (folder, study) = written(SMALL);
    let at = folder.path().join("disk");
    if let Some(disk) = Mounted::new(&at, "size=1m") {
        disk.remount("ro");
        let refusal = refused(sweep(&study, &at.join("out"), &["--resume"]));
        assert!(refusal.contains("cannot write") && refusal.contains("--out"), "{refusal}");
    }
    // Beneath a file there is no folder, root or not.
    let refusal = refused(sweep(&study, &study.join("out"), &["--resume"]));
    assert!(refusal.contains("cannot write"), "{refusal}");
}
