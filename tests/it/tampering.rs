//! Results that were changed after they were written are refused by whoever reads them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use plenary::study::{
    store::{
        Folder, Manifest, Results, StoreError,
        manifest::{MANIFEST, sha256},
        merge::Survey,
        verify::verify,
    },
    sweep::Sweep,
};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;

use crate::{
    studies::{fingerprint, sweep, written},
    support::{command, plenary, printed},
};

const MORRIS: &str = r#"(format: 1, title: "M", scenario: "starter", factors: {"countries.Delta.cost_of_failure": Range(0.0, 0.5),
    "countries.Upstream.cost_of_failure": Range(0.0, 0.5)}, design: Morris(trajectories: 6), replicates: 40)"#;
const TINY: &str = r#"(format: 1, title: "Tiny", scenario: "least-ambitious-law", replicates: 3, record: [Trajectory],
    factors: {"countries.*.cost_of_failure": Values([0.0, 0.3])})"#;
const TABLES: [&str; 3] = ["replicates.csv", "points.csv", MANIFEST];

fn swept(study: &str) -> (TempDir, PathBuf) {
    let (folder, study) = written(study);
    let out = folder.path().join("m");
    printed(sweep::<&str>(&study, &out, &[]));
    (folder, out)
}

/// What a command says of a folder that it refuses.
fn refusal(arguments: &[&str], folder: &Path) -> String {
    let output = command().args(arguments).arg(folder).output().expect("it runs");
    assert!(!output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    let said = String::from_utf8_lossy(&output.stderr);
    said.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &target) } else { _ = fs::copy(entry.path(), target) }
    }
}

/// A truncated table, a rate of 7, an emptied file: refused by name, and rebuilt from the journal.
#[test]
fn tables_that_were_changed() {
    let (folder, sound) = swept(MORRIS);
    let expected = fingerprint(&sound, &TABLES);
    let changed = |name: &str, file: &str, edit: &dyn Fn(String) -> String| {
        let out = folder.path().join(name);
        copy(&sound, &out);
        let text = fs::read_to_string(out.join(file)).expect("a table");
        fs::write(out.join(file), edit(text)).expect("a change");
        out
    };
    let first_200 = |text: String| text.split_inclusive('\n').take(200).collect();
    let a_rate_of_7 = |text: String| {
        let mut rows: Vec<Vec<String>> =
            text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
        let column = rows[0].iter().position(|name| name == "lcd_in_substance").expect("a column");
        rows[5][column] = "7".to_owned();
        rows.iter().map(|row| row.join(",") + "\n").collect()
    };
    for (name, file, edit, why) in [
        (
            "cut",
            "replicates.csv",
            &first_200 as &dyn Fn(String) -> String,
            "replicates.csv is not as its manifest says: it has 199 rows instead of ",
        ),
        (
            "emptied",
            "replicates.csv",
            &|_| String::new(),
            "replicates.csv is not as its manifest says: its heading",
        ),
        (
            "seven",
            "points.csv",
            &a_rate_of_7,
            "points.csv is not as its manifest says: row 5: lcd_in_substance is 7, not a number from 0 to 1",
        ),
        (
            "nan",
            "points.csv",
            &|text| text.replacen("0.", "NaN,0.", 1),
            "points.csv is not as its manifest says",
        ),
        (
            "manifest",
            MANIFEST,
            &|text| text.replacen("\"rows\": ", "\"rows\": 1", 1),
            "manifest.json is not as it was written",
        ),
    ] {
        let out = changed(name, file, edit);
        for reading in
            [&["discover"][..], &["sensitivity"], &["report"], &["chart", "phase"], &["chart", "ladder"]]
        {
            let said = refusal(reading, &out);
            assert!(said.contains(why), "{reading:?}: {said}");
            assert!(said.contains("plenary verify"), "{reading:?}: {said}");
        }
        let verified = command().arg("verify").arg(&out).output().expect("it runs");
        assert_eq!(verified.status.code(), Some(1));
        let said = String::from_utf8_lossy(&verified.stdout).into_owned();
        assert!(said.contains("not as it was written") && said.contains(file), "{said}");
        assert!(said.contains("can be rebuilt from the journal: plenary sweep merge"), "{said}");
        // What somebody has changed is not written over unasked.
        let unasked = refusal(&["sweep", "merge"], &out);
        assert!(unasked.contains("already exists") && unasked.contains("--force"), "{unasked}");
        printed(command().args(["sweep", "merge", "--force"]).arg(&out).output().expect("it runs"));
        assert_eq!(fingerprint(&out, &TABLES), expected);
        printed(command().arg("verify").arg(&out).output().expect("it runs"));
    }
}

/// A byte of the manifest or of a table flipped, at 2,400 places: always refused.
#[test]
fn flipped_bytes() {
    let (folder, swept) = swept(TINY);
    let ran = folder.path().join("ran");
    let law = "least-ambitious-law";
    printed(
        command()
            .args(["run", law, "-n", "3", "--choices", "none", "--out"])
            .arg(&ran)
            .output()
            .expect("it runs"),
    );
    let mut random = ChaCha8Rng::seed_from_u64(18);
    let mut flips = 0;
    for out in [&swept, &ran] {
        assert_eq!(verify(out).expect("results"), []);
        let files = Results::files_in(out);
        let each = 1_200_usize.div_ceil(files.len());
        for file in files {
            let sound = fs::read(&file).expect("a file");
            for _ in 0..each {
                let (place, bit) = (random.random_range(0..sound.len()), random.random_range(0..8));
                let mut flipped = sound.clone();
                flipped[place] ^= 1 << bit;
                fs::write(&file, &flipped).expect("a flip");
                let opened = Results::open(out);
                let name = file.file_name().expect("a name").to_string_lossy().into_owned();
                assert!(
                    matches!(&opened, Err(StoreError::Changed { file, .. }) if *file == name),
                    "bit {bit} of byte {place} of {name}: {opened:?}"
                );
                flips += 1;
            }
            fs::write(&file, &sound).expect("restored");
            // Cut off, and something added.
            for bytes in [&sound[..sound.len() - 1], &[&sound[..], b"\n"].concat()] {
                fs::write(&file, bytes).expect("a change");
                assert!(Results::open(out).is_err(), "{}", file.display());
            }
            fs::write(&file, &sound).expect("restored");
        }
        assert!(Results::open(out).is_ok());
    }
    assert!(flips >= 2_400, "{flips}");
}

/// Whoever makes the digests fit must still say what can be: kinds, ranges, rows.
#[test]
fn forged_digests() {
    let (_folder, out) = swept(TINY);
    let sound = Results::open(&out).expect("sound").manifest;
    let points = fs::read_to_string(out.join("points.csv")).expect("points");
    let edits: [(&str, &Edit, &str); 4] = [
        ("a rate of 7", &|text| cell(text, "lcd", "7.0"), "lcd is 7, not a number from 0 to 1"),
        (
            "no number",
            &|text| cell(text, "realised_depth", "NaN"),
            "realised_depth is NaN, which is no number",
        ),
        ("a word", &|text| cell(text, "adopted_count", "many"), "\"many\" in column \"adopted_count\""),
        (
            "a row too few",
            &|text| text.lines().take(2).map(|l| format!("{l}\n")).collect(),
            "it has 1 rows instead of 2",
        ),
    ];
    for (name, edit, why) in edits {
        fs::write(out.join("points.csv"), edit(&points)).expect("a change");
        let mut manifest: Manifest = sound.clone();
        let table = manifest.tables.iter_mut().find(|t| t.name == "points").expect("points");
        table.files[0].sha256 = sha256(&out.join("points.csv")).expect("a digest");
        fs::write(out.join(MANIFEST), manifest.to_text()).expect("a manifest");
        let results = Results::open(&out).unwrap_or_else(|e| panic!("{name}: {e}"));
        let read = results.table("points").expect_err(name).to_string();
        assert!(read.contains(why), "{name}: {read}");
        let found = verify(&out).expect("results");
        assert!(found.iter().any(|change| change.why.contains(why)), "{name}: {found:?}");
    }
    // Another version's results are not read as if they were this one's.
    fs::write(out.join("points.csv"), &points).expect("restored");
    let old = Manifest { version: "0.1.0".to_owned(), ..sound };
    fs::write(out.join(MANIFEST), old.to_text()).expect("a manifest");
    let said = refusal(&["chart", "response"], &out);
    assert!(said.contains("was written by plenary 0.1.0, and this is plenary"), "{said}");
}

/// A change to the text of a table.
type Edit = dyn Fn(&str) -> String;

/// The text of a table with a cell of its first row changed.
fn cell(text: &str, column: &str, value: &str) -> String {
    let heading: Vec<&str> = text.lines().next().expect("a heading").split(',').collect();
    let place = heading.iter().position(|name| *name == column).expect(column);
    let edit = |(n, line): (usize, &str)| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if n == 1 {
            cells[place] = value;
        }
        cells.join(",") + "\n"
    };
    text.lines().enumerate().map(edit).collect()
}

/// A bit of a journal's heading: nothing is lost, `status` and `--resume` agree, and the heading is mended from the
/// study's own text. Every byte of it, in the process; one of them from the command line.
#[test]
fn a_damaged_heading() {
    let (folder, out) = swept(TINY);
    let expected = fingerprint(&out, &TABLES);
    let journal = out.join("shards/1-of-1.journal");
    let sound = fs::read(&journal).expect("a journal");
    let length = sound.iter().position(|b| *b == b'\n').expect("a line") + 1;
    let store = Folder::at(&out);
    let definition = store.definition().expect("a study");
    let study = Sweep::new(&definition).expect("sound");
    for (place, bit) in (0..length).map(|place| (place, place % 8)) {
        let mut flipped = sound.clone();
        flipped[place] ^= 1 << bit;
        fs::write(&journal, &flipped).expect("a flip");
        let survey = Survey::of(std::slice::from_ref(&store), &definition, study.layout()).expect("a survey");
        let shard = &survey.shards[0];
        assert!(shard.has_damaged_heading && shard.damaged >= length as u64, "byte {place}: {shard:?}");
        // With the end of its line gone, the record after it goes, too.
        let done = if place + 1 == length { 3 } else { 6 };
        assert_eq!(survey.progress.replicates, done, "byte {place}");
        // A process that another test starts at this moment holds the lock until it has begun.
        let open = loop {
            match store.open(&definition, study.layout(), shard.shard, true) {
                Err(StoreError::Locked { .. }) => std::thread::yield_now(),
                opened => break opened.expect("it is mended"),
            }
        };
        assert!(open.mended_heading && open.progress.replicates == done, "byte {place}");
        drop(open);
        let mended = fs::read(&journal).expect("a journal");
        assert!(sound.starts_with(&mended[..length]), "byte {place}");
    }
    let mut flipped = sound.clone();
    flipped[25] ^= 1;
    fs::write(&journal, &flipped).expect("a flip");
    let status = printed(plenary(["sweep", "status", &out.display().to_string()]));
    assert!(status.contains("done     6 negotiations") && status.contains("missing  0"), "{status}");
    assert!(status.contains("The heading of") && status.contains("is damaged"), "{status}");
    let verified = command().arg("verify").arg(&out).output().expect("it runs");
    let said = String::from_utf8_lossy(&verified.stdout).into_owned();
    assert_eq!(verified.status.code(), Some(1), "{said}");
    assert!(said.contains("its heading among them") && said.contains("--resume"), "{said}");
    let resumed = command().arg("sweep").arg(&out).arg("--resume").output().expect("it runs");
    let said = String::from_utf8_lossy(&resumed.stderr).into_owned();
    assert!(resumed.status.success() && said.contains("mended from the study's own text"), "{said}");
    assert_eq!(fs::read(&journal).expect("a journal"), sound);
    assert_eq!(fingerprint(&out, &TABLES), expected);
    // Another study's records do not pass for ours without their heading.
    let (_other, other) = swept(&TINY.replace("0.3", "0.2"));
    let foreign = fs::read(other.join("shards/1-of-1.journal")).expect("a journal");
    fs::write(&journal, &foreign[10..]).expect("a journal");
    let survey = Survey::of(std::slice::from_ref(&store), &definition, study.layout()).expect("a survey");
    assert_eq!(survey.progress.replicates, 0);
    drop(folder);
}

/// `verify` in words: each kind of folder, sound.
#[test]
fn what_is_sound_is_said_to_be() {
    let (folder, out) = swept(TINY);
    let said = printed(command().arg("verify").arg(&out).output().expect("it runs"));
    assert!(said.contains("sweep wrote it: 9 files, 4 tables,"), "{said}");
    for arguments in [
        &["run", "least-ambitious-law", "-n", "3", "--choices", "none"][..],
        &["levers", "least-ambitious-law", "-n", "5"],
        &["compare", "least-ambitious-law", "--set", "rule=TwoThirds", "-n", "5"],
    ] {
        let out = folder.path().join(arguments[0]);
        printed(command().args(arguments).arg("--out").arg(&out).output().expect("it runs"));
        let said = printed(command().arg("verify").arg(&out).output().expect("it runs"));
        assert!(said.contains(&format!("{} wrote it: ", arguments[0])), "{said}");
    }
    let said = refusal(&["verify"], folder.path());
    assert!(said.contains("holds no results"), "{said}");
    let scenario = folder.path().join("run/scenario.ron");
    fs::write(&scenario, fs::read_to_string(&scenario).expect("text") + "\n").expect("an edit");
    let verified = command().arg("verify").arg(folder.path().join("run")).output().expect("it runs");
    let said = String::from_utf8_lossy(&verified.stdout).into_owned();
    assert!(
        said.contains("scenario.ron: its bytes were changed") && said.contains("It cannot be rebuilt"),
        "{said}"
    );
}
