//! In Chinese everything that is printed is Chinese: no three Latin words stand in a row but those that an author of a case
//! wrote, and what a reader types or looks up.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

/// Words that are the same in every language: commands as they are typed, what stands for an argument, works as they are
/// cited, and the names of models in tables.
const ALLOWED: &[&str] = &[
    "plenary",
    "run",
    "explain",
    "levers",
    "sweep",
    "merge",
    "compare",
    "analyse",
    "check",
    "chart",
    "report",
    "backtest",
    "sensitivity",
    "discover",
    "list",
    "new",
    "bash",
    "NAME",
    "DIR",
    "STUDY",
    "KIND",
    "LCD",
    "et",
    "al",
    "JASSS",
    "ODD",
];

/// Everything that authors wrote: the shipped files, and the case of the tests.
fn authors() -> Vec<String> {
    fn collect(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            match entry.is_dir() {
                true => collect(&entry, text),
                false => text.push_str(&fs::read_to_string(&entry).expect("a file")),
            }
        }
    }
    let mut text = CAMPS.to_owned() + GAME + STUDY + LIST;
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"), &mut text);
    text.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

const CAMPS: &str = include_str!("../data/reports/camps.ron");
const STUDY: &str = r#"(format: 1, title: "A grid of camps", scenario: "camps.ron", replicates: 8, design: Grid,
    factors: {"countries.Asteria.cost_of_failure": Steps(0.0, 0.4, 3), "rule.objections": Whole(0, 1)})"#;
const LIST: &str = r#"(format: 1, title: "Effects in camps", scenario: "camps.ron", replicates: 8,
    design: Morris(trajectories: 4), factors: {"countries.*.cost_of_failure": Range(0.0, 0.4), "defaults.theta": Range(0.0, 0.4)})"#;
/// A scorable game: options with points, and the least that each party settles for.
const GAME: &str = r#"(format: 1, title: "A harbour", clauses: {
        "site": Options(options: {"north": (), "south": ()}), "jobs": Options(options: {"few": (), "many": ()})},
    countries: {
        "Port": (positions: {"site": {"north": 60, "south": 20}, "jobs": {"few": 10, "many": 40}}, minimum_points: 50),
        "Union": (positions: {"site": {"north": 10, "south": 30}, "jobs": {"few": 0, "many": 70}}, minimum_points: 40)},
    protocol: ChairRevisions(rounds: 8))"#;

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\'' | '’')
}

/// Whether this is a plain word, and no option, path, number, file, field or name in a program.
fn plain(token: &str) -> Option<&str> {
    let word = token
        .trim_matches(|c: char| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '(' | ')' | '"' | '“' | '”'));
    let is_plain =
        word.chars().all(|c| is_of_word(c) || c == '-') && !word.starts_with('-') && word.len() > 1;
    let is_name =
        word.chars().skip(1).any(|c| c.is_ascii_uppercase()) && word.chars().any(|c| c.is_ascii_lowercase());
    (is_plain && !is_name && !ALLOWED.contains(&word)).then_some(word)
}

/// The runs of three Latin words or more that no author wrote.
fn english<'t>(text: &'t str, authors: &[String]) -> Vec<Vec<&'t str>> {
    let mut found = Vec::new();
    // Cells of a table stand two blanks apart.
    let parts =
        text.lines().flat_map(|line| line.split(|c: char| !c.is_ascii() && !matches!(c, '’' | '“' | '”')));
    for part in parts.flat_map(|part| part.split("  ")) {
        let mut run: Vec<&str> = Vec::new();
        for token in part.split(' ').map(plain).chain([None]) {
            match token {
                Some(word) => run.push(word),
                None => {
                    if run.len() >= 3 && !wrote(&run, authors) {
                        found.push(run.clone());
                    }
                    run.clear();
                }
            }
        }
    }
    found
}

/// Whether an author wrote these words in a row; the last may be cut off.
fn wrote(run: &[&str], authors: &[String]) -> bool {
    let run: Vec<&str> =
        run.iter().flat_map(|word| word.split('-')).filter(|word| !word.is_empty()).collect();
    let Some((last, rest)) = run.split_last() else { return true };
    authors.windows(run.len()).any(|there| {
        let (end, start) = there.split_last().expect("a window");
        start.iter().zip(rest).all(|(a, b)| a == b) && end.starts_with(*last)
    })
}

/// The texts of a page or picture, a line each, without styles and the author's file, and without what goes by the names of a
/// table's columns: the figures beside a picture, and what they mean.
fn texts(markup: &str) -> String {
    let mut rest = markup.to_owned();
    for (open, tag) in [
        ("<style", "style"),
        ("<script", "script"),
        ("<pre", "pre"),
        ("<code", "code"),
        ("<metadata", "metadata"),
        ("<table class=\"plain\"", "table"),
    ] {
        while let Some(start) = rest.find(open) {
            let close = format!("</{tag}>");
            let end = rest[start..].find(&close).map_or(rest.len(), |end| start + end + close.len());
            rest.replace_range(start..end, "\n");
        }
    }
    let mut out = String::new();
    let mut inside = true;
    for c in rest.chars() {
        match c {
            '<' => inside = false,
            '>' => {
                inside = true;
                out.push('\n');
            }
            c if inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&amp;", "&").replace("&quot;", "\"")
}

struct Speaker {
    folder: TempDir,
    authors: Vec<String>,
    found: Vec<String>,
}

impl Speaker {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        for (name, text) in
            [("camps.ron", CAMPS), ("game.ron", GAME), ("grid.ron", STUDY), ("morris.ron", LIST)]
        {
            fs::write(folder.path().join(name), text).expect("written");
        }
        Self { folder, authors: authors(), found: Vec::new() }
    }

    /// What the program prints to both streams.
    fn says(&self, command: &str) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_plenary"))
            .current_dir(self.folder.path())
            .args(command.split(' '))
            .args(["--lang", "zh"])
            .output()
            .expect("it starts");
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
    }

    fn hears(&mut self, command: &str) {
        let said = self.says(command);
        self.reads(command, &said);
    }

    fn reads(&mut self, what: &str, text: &str) {
        assert!(text.chars().any(|c| ('\u{4e00}'..'\u{a000}').contains(&c)), "{what}: {text}");
        let runs = english(text, &self.authors);
        self.found.extend(runs.iter().map(|run| format!("{what}: {}", run.join(" "))));
    }

    /// The texts of a file that the program has written.
    fn hears_file(&mut self, command: &str, file: &str) {
        let said = self.says(command);
        let path: PathBuf = self.folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{command}: {said}"));
        self.reads(command, &texts(&text));
    }

    fn is_content(&self) {
        assert!(self.found.is_empty(), "{:#?}", self.found);
    }
}

const CASES: [&str; 5] =
    ["un-ai-dialogue-2025-zh", "logrolling", "hollow-text", "objection-cascade", "game.ron"];

#[test]
fn screens_are_chinese() {
    let mut speaker = Speaker::new();
    for case in CASES {
        for command in [
            "run {} -n 20 --choices none",
            "explain {} --brief",
            "explain {} --full",
            "levers {} -n 12",
            "levers {} -n 12 --exhaustive --wide",
            "analyse {}",
            "check {} --all",
            "describe {}",
        ] {
            speaker.hears(&command.replace("{}", case));
        }
    }
    for command in [
        "analyse un-security-council",
        "check un-security-council",
        "run un-security-council",
        "check flagship-screening",
        "check grid.ron",
        "compare camps.ron --switch veto -n 12",
        "glossary",
        "list",
        "new my-case",
    ] {
        speaker.hears(command);
    }
    speaker.is_content();
}

#[test]
fn folders_and_their_reports_are_chinese() {
    let mut speaker = Speaker::new();
    let issues = "issue,dossier,rule,members,status_quo,outcome\na,d,qmv,3,0,60\nb,d,qmv,3,,20\nc,e,unanimity,3,10,90\n";
    fs::write(speaker.folder.path().join("issues.csv"), issues).expect("written");
    let actors = ["a", "b", "c"].iter().flat_map(|issue| {
        [("X", 0, 80), ("Y", 50, 60), ("Z", 100, 40)].map(|(actor, position, salience)| {
            format!("{issue},{actor},member,{position},{salience},10,0.3\n")
        })
    });
    let positions =
        "issue,actor,role,position,salience,votes,capability\n".to_owned() + &actors.collect::<String>();
    fs::write(speaker.folder.path().join("positions.csv"), positions).expect("written");
    for command in [
        "run camps.ron -n 20 --out ran",
        "sweep grid.ron --out grid",
        "sweep status grid",
        "verify grid",
        "sweep morris.ron --out morris",
        "levers camps.ron -n 12 --out levered",
        "compare camps.ron --switch veto -n 12 --out compared",
        "sensitivity morris --out sensitive",
        "discover grid --of realised_depth>=0.3 --out discovered",
        "backtest --issues issues.csv --positions positions.csv --models compromise,positions-with-noise,draft-alone -n 10 --out tested",
    ] {
        speaker.hears(command);
    }
    for folder in ["ran", "grid", "levered", "compared", "sensitive", "discovered", "tested"] {
        speaker.hears_file(&format!("report {folder} -o {folder}.html"), &format!("{folder}.html"));
    }
    speaker.hears_file("report hollow-text -n 20 -o case.html", "case.html");
    speaker.is_content();
}

#[test]
fn pictures_are_chinese_or_say_why_there_is_none() {
    let mut speaker = Speaker::new();
    let kinds = speaker.says("chart list");
    let kinds: Vec<&str> = kinds.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(kinds.len() > 15, "{kinds:?}");
    for case in ["logrolling", "game.ron"] {
        for kind in &kinds {
            let command = format!("chart {kind} {case} -n 12 -o picture.svg --force");
            let _ = fs::remove_file(speaker.folder.path().join("picture.svg"));
            speaker.hears(&command);
            if let Ok(picture) = fs::read_to_string(speaker.folder.path().join("picture.svg")) {
                speaker.reads(&command, &texts(&picture));
            }
        }
    }
    speaker.is_content();
}

/// The ten commonest errors.
#[test]
fn the_commonest_errors_are_chinese() {
    let mut speaker = Speaker::new();
    let sound = CAMPS;
    let first = "status_quo: 0.1";
    assert!(sound.contains(first), "{sound}");
    for (name, wrong) in [
        ("field.ron", sound.replacen("status_quo:", "status_qou:", 1)),
        ("missing.ron", sound.replacen(first, "", 1)),
        ("range.ron", sound.replacen(first, "status_quo: 20", 1)),
        ("syntax.ron", sound.replacen("countries: {", "countries：{", 1)),
        ("bracket.ron", sound.trim_end().trim_end_matches(')').to_owned()),
        ("number.ron", sound.replacen(first, "status_quo: \"low\"", 1)),
        ("name.ron", sound.replacen("positions: {\"", "positions: {\"x", 1)),
    ] {
        fs::write(speaker.folder.path().join(name), wrong).expect("written");
        speaker.hears(&format!("check {name}"));
    }
    for command in [
        "run logroling",
        "run nowhere/no.ron",
        "run -n 0 logrolling",
        "run logrolling --set rul=Consensus",
        "run logrolling --set countries.Nowhere.boycotts=true",
        "run logrolling --switch anealing",
        "levers logrolling --by lcdd",
        "chart ladderr logrolling",
        "glossary wrod",
    ] {
        speaker.hears(command);
    }
    speaker.is_content();
}

#[test]
fn a_run_of_english_is_found() {
    let authors = authors();
    let text = "深度为0.5 this was never translated。\n  plenary run NAME --out DIR  \n写作countries.USA.tactic.beta";
    assert_eq!(english(text, &authors), [["this", "was", "never", "translated"]]);
}
