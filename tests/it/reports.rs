//! The report of each kind of result folder: it shows that folder, its commands run, and in Chinese it is Chinese.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

const CASE: &str = include_str!("../data/reports/camps.ron");
const STUDIES: [(&str, &str); 4] = [
    (
        "grid",
        r#"design: Grid, factors: {"countries.Asteria.cost_of_failure": Steps(0.0, 0.4, 3), "rule.objections": Whole(0, 1)},
            labels: {"countries.Asteria.cost_of_failure": (label: "Asteria's cost of failure", unit: "utility")}"#,
    ),
    (
        "morris",
        r#"design: Morris(trajectories: 4), factors: {"countries.*.cost_of_failure": Range(0.0, 0.4), "defaults.theta": Range(0.0, 0.4)}"#,
    ),
    ("list", r#"design: List(file: "points.csv")"#),
    (
        "switched",
        r#"design: Grid, switches: ["veto"], set: {"defaults.theta": "0.3"}, factors: {"rule.objections": Whole(0, 1)}"#,
    ),
];

/// Runs the program in a folder.
fn output(here: &Path, arguments: &[&str]) -> Output {
    let output = Command::new(env!("CARGO_BIN_EXE_plenary")).current_dir(here).args(arguments).output();
    output.expect("it starts")
}

fn plenary(here: &Path, arguments: &[&str]) -> String {
    let output = output(here, arguments);
    let said =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(output.status.success(), "plenary {arguments:?}: {said}");
    said
}

/// A folder with one result folder of each kind.
fn folders() -> (tempfile::TempDir, Vec<&'static str>) {
    let folder = tempfile::tempdir().expect("a folder");
    let here = folder.path();
    fs::write(here.join("my camps.ron"), CASE).expect("written");
    fs::write(here.join("points.csv"), "countries.*.cost_of_failure,defaults.theta\n0.0,0.1\n0.2,0.3\n")
        .expect("written");
    for (name, rest) in STUDIES {
        let text = format!(
            r#"(format: 1, title: "A {name} of camps", about: "Which?", scenario: "my camps.ron", replicates: 8, {rest})"#
        );
        fs::write(here.join(format!("{name}.ron")), text).expect("written");
    }
    for arguments in [
        &[
            "run",
            "my camps.ron",
            "--switch",
            "veto",
            "--set",
            "rule=ConsensusMinus(1)",
            "--null",
            "none",
            "--choices",
            "none",
            "-n",
            "12",
            "--seed",
            "7",
            "--out",
            "the run",
        ][..],
        &["sweep", "grid.ron", "--out", "grid"],
        &["sweep", "morris.ron", "--out", "morris"],
        &["sweep", "list.ron", "--out", "list"],
        &["sweep", "switched.ron", "--out", "switched"],
        &[
            "levers",
            "my camps.ron",
            "--set",
            "rule=ConsensusMinus(1)",
            "--by",
            "gain:Asteria",
            "-n",
            "12",
            "--only",
            "switches",
            "--out",
            "levers",
        ],
        &["levers", "my camps.ron", "-n", "8", "--exhaustive", "--out", "all-levers"],
        &["compare", "my camps.ron", "--switch", "veto", "-n", "12", "--out", "compared"],
        &[
            "compare",
            "my camps.ron",
            "least-ambitious-law",
            "--of",
            "realised_depth>=0.3",
            "-n",
            "12",
            "--out",
            "others",
        ],
        &["sensitivity", "morris", "--out", "sensitivity"],
        &["discover", "grid", "--of", "realised_depth>=0.3", "--out", "discover"],
        &["discover", "list", "--of", "adopted", "--out", "from-list"],
    ] {
        plenary(here, arguments);
    }
    let issues = "issue,dossier,rule,members,status_quo,outcome\na,d,qmv,3,0,60\nb,d,qmv,3,,20\nc,e,unanimity,3,10,90\n";
    fs::write(here.join("issues.csv"), issues).expect("written");
    let actors = ["a", "b", "c"].iter().flat_map(|issue| {
        [("X", 0, 80), ("Y", 50, 60), ("Z", 100, 40)].map(|(actor, position, salience)| {
            format!("{issue},{actor},member,{position},{salience},10,0.3\n")
        })
    });
    let positions =
        format!("issue,actor,role,position,salience,votes,capability\n{}", actors.collect::<String>());
    fs::write(here.join("positions.csv"), positions).expect("written");
    let tables = ["backtest", "--issues", "issues.csv", "--positions", "positions.csv"];
    plenary(
        here,
        &[&tables[..], &["--models", "compromise,positions-with-noise", "-n", "20", "--out", "backtest"]]
            .concat(),
    );
    let names = vec![
        "the run",
        "grid",
        "morris",
        "list",
        "switched",
        "levers",
        "all-levers",
        "compared",
        "others",
        "sensitivity",
        "discover",
        "from-list",
        "backtest",
    ];
    (folder, names)
}

/// What stands between two marks, the last of them.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start = text.find(from).unwrap_or_else(|| panic!("no {from}")) + from.len();
    &text[start..start + text[start..].find(to).expect("an end")]
}

/// The text of a page without its style, pictures and marks.
fn words(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    for (open, close) in
        [("<style", "</style>"), ("<svg", "</svg>"), ("<pre", "</pre>"), ("<code", "</code>")]
    {
        let mut left = String::new();
        while let Some(start) = rest.find(open) {
            left.push_str(&rest[..start]);
            rest = &rest[start + rest[start..].find(close).expect("it ends") + close.len()..];
        }
        left.push_str(rest);
        out = left;
        rest = Box::leak(out.clone().into_boxed_str());
    }
    let mut text = String::new();
    let mut is_mark = false;
    for c in out.chars() {
        match c {
            '<' => is_mark = true,
            '>' => {
                is_mark = false;
                text.push('\n');
            }
            c if !is_mark => text.push(c),
            _ => {}
        }
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// The commands by which a page says its results are got again.
fn commands(page: &str) -> Vec<String> {
    let again = between(page, "id=\"again\"", "</section>");
    let codes = again.split("<code>").skip(1).map(|rest| rest.split("</code>").next().unwrap_or_default());
    let plain = |code: &str| {
        code.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&")
    };
    codes.map(plain).collect()
}

/// Every command that a page gives runs as it stands, in the folder in which the page was made; the results it names again are
/// those of the folder.
#[test]
fn what_is_said_to_reproduce_a_report_does() {
    let (folder, names) = folders();
    let here = folder.path();
    let bin = Path::new(env!("CARGO_BIN_EXE_plenary")).parent().expect("a folder");
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    for name in names {
        plenary(here, &["report", name, "-o", "page.html"]);
        let page = fs::read_to_string(here.join("page.html")).expect("written");
        let commands = commands(&page);
        assert!(commands.len() >= 2, "{name}: {commands:?}");
        for command in commands {
            let command = command.replace("-o page.html", "-o again.html");
            let ran = Command::new("sh")
                .args(["-c", &command])
                .current_dir(here)
                .env("PATH", &path)
                .output()
                .expect("sh");
            assert!(ran.status.success(), "{name}: {command}: {}", String::from_utf8_lossy(&ran.stderr));
        }
        let again = fs::read_to_string(here.join("again.html")).expect("the page again");
        let results = |page: &str| between(page, "<header>", "id=\"again\"").to_owned();
        assert!(results(&again) == results(&page), "{name}: another page");
        let swept = here.join("again");
        if swept.exists() {
            let [old, new] =
                [here.join(name), swept.clone()].map(|dir| fs::read(dir.join("points.csv")).ok());
            assert!(old.is_none() || old == new, "{name}: other points");
            fs::remove_dir_all(swept).expect("removed");
        }
    }
}

/// A page is about its folder: its title, what was changed, its own number of negotiations; nothing is negotiated anew but for a
/// folder of `run`, whose results are its own.
#[test]
fn a_report_shows_its_folder() {
    let (folder, names) = folders();
    let here = folder.path();
    for name in names {
        plenary(here, &["report", name, "-o", "page.html"]);
        let page = fs::read_to_string(here.join("page.html")).expect("written");
        let title = between(&page, "<h1>", "</h1>");
        let expected = match name {
            "the run" => "Two camps — with veto and rule=ConsensusMinus(1)",
            "levers" => "Two camps — with rule=ConsensusMinus(1)",
            "all-levers" => "Two camps",
            "compared" => "Two camps: as it is (A) and with veto (B)",
            "others" => "A: Two camps; B: The law of the least ambitious programme",
            "grid" | "discover" => "A grid of camps",
            "morris" | "sensitivity" => "A morris of camps",
            "list" | "from-list" => "A list of camps",
            "switched" => "A switched of camps — with veto and defaults.theta=0.3",
            _ => "Against what came out",
        };
        assert_eq!(title, expected, "{name}");
        let answer = words(between(&page, "id=\"answer\"", "</section>"));
        assert!(answer.split_whitespace().count() > 15, "{name}: {answer}");
        assert!(page.contains("<figure"), "{name} has no picture");
        let said = words(&page);
        if name == "grid" {
            assert!(
                said.contains("Asteria's cost of failure (utility)") && !answer.contains("countries."),
                "{answer}"
            );
        }
    }
}

/// The figures of a sweep's page are those of its points, and not of the base case.
#[test]
fn a_sweep_is_not_its_base_case() {
    let (folder, _) = folders();
    let here = folder.path();
    plenary(here, &["report", "grid", "-o", "page.html"]);
    let page = words(&fs::read_to_string(here.join("page.html")).expect("written"));
    let points = fs::read_to_string(here.join("grid/points.csv")).expect("points");
    let mut rows = csv::Reader::from_reader(points.as_bytes());
    let at =
        rows.headers().expect("a heading").iter().position(|name| name == "realised_depth").expect("depth");
    let depths = rows.records().map(|row| row.expect("a row")[at].parse::<f64>().expect("a number"));
    let (least, greatest) = depths.fold((f64::MAX, f64::MIN), |(l, g), x| (l.min(x), g.max(x)));
    let shown = |x: f64| format!("{x:.2}").trim_start_matches('0').to_owned();
    let sentence = page.lines().find(|line| line.contains("depth goes from")).expect("the range");
    assert!(
        sentence.contains(&shown(least)) && sentence.contains(&shown(greatest)),
        "{sentence}: {least} to {greatest}"
    );
}

/// What cannot be drawn from a folder is refused, with what can; nothing of the base case is drawn under a study's name.
#[test]
fn a_chart_of_another_kind_of_folder_is_refused() {
    let (folder, _) = folders();
    let here = folder.path();
    for (kind, name, says) in [
        ("outcomes", "grid", "phase"),
        ("ladder", "compared", "differences"),
        ("convergence", "levers", "levers"),
        ("spatial", "sensitivity", "sensitivity"),
        ("outcomes", "backtest", "calibration"),
    ] {
        let refused = output(here, &["chart", kind, name]);
        let said = String::from_utf8_lossy(&refused.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            !refused.status.success() && said.contains("cannot be drawn from") && said.contains(says),
            "{kind} {name}: {said}"
        );
    }
}

/// What stands at the head of the author's file is on the page, from the file and from a folder of results.
#[test]
fn the_authors_comments_are_on_the_page() {
    let (folder, _) = folders();
    let here = folder.path();
    for name in ["my camps.ron", "the run"] {
        plenary(here, &["report", name, "-n", "5", "-o", "page.html"]);
        let page = fs::read_to_string(here.join("page.html")).expect("written");
        assert!(
            words(between(&page, "id=\"sources\"", "</section>")).contains("Sources: none, it is made up."),
            "{name}"
        );
    }
}

/// Words of a Chinese page that are no Chinese: names that the author gave, terms and commands.
const ALLOWED: &[&str] = &[
    "Two",
    "camps",
    "Asteria",
    "Borealia",
    "Cordova",
    "Cuts",
    "of",
    "emissions",
    "money",
    "veto",
    "A",
    "B",
    "LCD",
    "CRPS",
    "plenary",
    "run",
    "sweep",
    "compare",
    "levers",
    "sensitivity",
    "discover",
    "backtest",
    "report",
    "chart",
    "KIND",
    "data",
    "only",
    "choices",
    "csv",
    "points",
    "ST",
    "S",
    "P",
    "q",
    "n",
    "U",
    "x",
    "rule",
    "ConsensusMinus",
    "utility",
    "theta",
    "defaults",
    "t",
    "CRPS",
];

/// English sentences in a text: three words or more in a row that are not on the list, or in the case's own words.
fn english(text: &str) -> Vec<String> {
    let own: Vec<&str> = CASE.split(|c: char| !c.is_ascii_alphabetic()).collect();
    let mut found = Vec::new();
    for line in text.lines() {
        let mut run: Vec<&str> = Vec::new();
        for piece in
            line.split_whitespace().flat_map(|word| word.split_inclusive(|c: char| !c.is_ascii_alphabetic()))
        {
            let word = piece.trim_matches(|c: char| !c.is_ascii_alphabetic());
            let is_plain = word.len() > 1 && !ALLOWED.contains(&word) && !own.contains(&word);
            match is_plain {
                true => run.push(word),
                false if word.is_empty() && piece.is_ascii() => {}
                false => run.clear(),
            }
            if run.len() == 3 {
                found.push(line.trim().to_owned());
                break;
            }
        }
    }
    found
}

/// A page without its pictures and what is told of them.
fn without_figures(page: &str) -> String {
    let parts = page.split("<figure").enumerate();
    let rest =
        parts.map(
            |(n, part)| if n == 0 { part } else { part.split_once("</figure>").map_or("", |(_, rest)| rest) },
        );
    rest.collect()
}

/// The page of every kind of folder is Chinese throughout, and says that it is.
#[test]
fn a_chinese_report_has_no_english_sentence() {
    let (folder, names) = folders();
    let here = folder.path();
    for name in names.into_iter().filter(|name| !["the run", "others", "backtest"].contains(name)) {
        plenary(here, &["report", name, "--lang", "zh", "-o", "page.html"]);
        let page = fs::read_to_string(here.join("page.html")).expect("written");
        assert!(page.contains("<html lang=\"zh-Hans\""), "{name}");
        // What pictures say is held by the tests of pictures.
        let found = english(&words(&without_figures(&page)));
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}
