//! Every kind of chart, for scenarios of every size: it is drawn, labels do not overlap, and its data agree with the
//! summary.

use std::{collections::BTreeMap, fmt::Write, ops::ControlFlow, sync::LazyLock};

use plenary::{
    Case,
    language::Language,
    null::Null,
    outcome::Label,
    report::{
        chart::{
            self, ChartCase, ChartKind, ChartOptions, ChartSource, KINDS, NothingToDraw, Picture,
            ResultTable, Size, Theme, raster,
        },
        titles::Titles,
    },
    scenario::Scenario,
    study::{
        Chronicle, Drafting, Minutes, Switching,
        identity::{CaseIdentity, Identity, Runs},
        levers::{self, Effort, LeverSet},
        responsibility::Responsibility,
        statistics::Rate,
        table::{Cell, Column, ColumnKind as CellKind, DataTable},
    },
};
use roxmltree::{Document, Node};

use crate::support::flagship;

/// Number of negotiations per chart: enough for every kind of mark, few enough for many charts.
const N: u64 = 40;

/// A scenario with this many countries, names of this kind, clauses of every kind, three blocs and a fallback vote.
fn room(parties: usize, name: impl Fn(usize) -> String) -> Scenario {
    let mut countries = String::new();
    for i in 0..parties {
        // Multiples of the golden ratio are well spread and reproducible.
        let x = |k: usize| ((i * 7 + k * 3 + 1) as f64 * 0.618_034).fract();
        let bloc = ["\"B0\": 1.0", "\"B1\": 1.0", "\"B2\": 1.0", ""][i % 4];
        let _ = write!(
            countries,
            "\"P{i}\": (title: {:?}, materiality: {:.3}, attendance: 0.9, member_of: {{{bloc}}}, positions: {{
                \"cuts\": ({:.3}, 0.5), \"money\": ({:.3}, 0.4), \"who\": ({:.3}, 0.3), \"scope\": ({:.3}, 0.2),
                \"form\": {{\"none\": {:.2}, \"pact\": {:.2}, \"law\": 0.5}}}}),",
            name(i),
            0.1 + x(5),
            x(0),
            x(1),
            x(2),
            x(3),
            x(4),
            x(6)
        );
    }
    let text = format!(
        "(format: 1, title: \"A room of {parties}\", clauses: {{
            \"cuts\": Ambition(title: \"Cuts of what is to be cut\", status_quo: 0.1, weight: 2),
            \"money\": Ambition(status_quo: 0.05), \"who\": Positional(title: \"谁来审查\", status_quo: 0.5),
            \"scope\": Scope(status_quo: 0.6, governs: {{\"cuts\": 0.5}}),
            \"form\": Options(title: \"Form of the text\", status_quo: \"none\",
                options: {{\"none\": (), \"pact\": (), \"law\": ()}})}},
          countries: {{{countries}}},
          blocs: {{\"B0\": (title: \"Friends of the text\", cohesion: 0.6), \"B1\": (title: \"مجموعة\", cohesion: 0.3),
                   \"B2\": (title: \"A bloc with a long and winding official name\", cohesion: 0.1)}},
          rule: ConsensusThenVote(vote: TwoThirds, attempts: 2, every: 5), protocol: ChairRevisions(rounds: 20),
          uncertainty: (ideals: (medium: Normal(0.08)), patience: LogNormal(0.2)),
          switches: {{\"consensus\": (asks: \"What if all must agree?\", set: {{\"rule\": \"Consensus\"}}),
                     \"a switch with a rather long and winding name\":
                        (asks: \"What if it costs nothing to fail?\", set: {{\"countries.*.cost_of_failure\": \"0\"}}),
                     \"多数\": (asks: \"What if a majority decides?\", set: {{\"rule\": \"SimpleMajority\"}})}})"
    );
    Scenario::parse("room", &text).unwrap_or_else(|e| panic!("{text}\n{}", crate::support::explained(&e)))
}

fn plain(i: usize) -> String {
    format!("Country {i}")
}

/// Names of forty characters, and names in several scripts and directions.
fn hard(i: usize) -> String {
    match i % 6 {
        0 => format!("The United Provinces of Upper Country {i:02}"),
        1 => format!("المملكة رقم {i}"),
        2 => format!("中华人民共和国第{i}省"),
        3 => format!("Королевство {i} & <Сыновья>"),
        4 => format!("דרום {i} אפריקה"),
        _ => format!("Q{i}"),
    }
}

static ROOMS: LazyLock<Vec<(&'static str, Scenario)>> = LazyLock::new(|| {
    vec![
        ("nine", room(9, plain)),
        ("thirty-one with hard names", room(31, hard)),
        ("all members", room(193, |i| format!("Member State {i}"))),
        ("flagship", flagship()),
    ]
});

/// The input of all charts of a case, simulated once.
struct Material<'a> {
    chronicle: Chronicle<'a>,
    minutes: Minutes,
    responsibility: Option<Responsibility>,
    switching: Switching,
    /// Tables of studies: name, factors, cells.
    tables: Vec<(&'static str, Vec<String>, DataTable)>,
}

impl<'a> Material<'a> {
    fn of(case: &'a Case, n: u64) -> Self {
        let (scenario, model) = (case.scenario(), case.model());
        Self {
            chronicle: Chronicle::of(case, 1, n, &[], || ()),
            minutes: Minutes::of(model, scenario.protocol.rounds(), 1, 0),
            responsibility: Responsibility::of_run(case, 1, n),
            switching: Switching::of(case, 1, n, || ()),
            tables: tables(scenario, n),
        }
    }

    fn draw(&self, kind: &ChartKind, wanted: &ChartOptions) -> Result<Picture, NothingToDraw> {
        let (case, seed) = (self.chronicle.case, self.chronicle.seed);
        let (scenario, model) = (case.scenario(), case.model());
        match kind.sources[0] {
            ChartSource::Chronicle(draw) => draw(&self.chronicle, wanted),
            ChartSource::Minutes(draw) => draw(&ChartCase { scenario, model, seed }, &self.minutes, wanted),
            ChartSource::Scenario(draw) => draw(scenario, wanted),
            ChartSource::Drafting(draw) => {
                draw(&ChartCase { scenario, model, seed }, &Drafting::of(model, seed, 0), wanted)
            }
            ChartSource::Responsibility(draw) => {
                draw(&ChartCase { scenario, model, seed }, self.responsibility.as_ref(), wanted)
            }
            ChartSource::Switches(draw) => {
                draw(&ChartCase { scenario, model, seed }, &self.switching, wanted)
            }
            ChartSource::Table(names, draw) => {
                // At least one of these tables must be drawable.
                let mut drawn = self.tables.iter().filter(|(name, ..)| names.contains(name)).map(
                    |(_, factors, table)| {
                        let identity = Identity::of(scenario, seed, Runs::Each(40));
                        let found = ResultTable { identity: &identity, factors, table };
                        draw(&found, wanted)
                    },
                );
                let first = drawn
                    .next()
                    .unwrap_or_else(|| panic!("no table for {}: add one to the tests", kind.name));
                drawn.fold(first, |best, next| if best.is_ok() { best } else { next })
            }
        }
    }
}

/// A table with these columns.
fn table(columns: &[String], rows: Vec<Vec<Cell>>) -> DataTable {
    let column = |name: &String| Column::new(name, CellKind::String, "");
    DataTable { columns: columns.iter().map(column).collect(), rows }
}

/// The names of an estimate and of the ends of its interval.
fn with_ends(name: &str) -> [String; 3] {
    ["", "_low", "_high"].map(|end| format!("{name}{end}"))
}

/// Estimates at a point of a study: `slope` from 0 to 1, with narrow and wide intervals in turn.
fn estimates(slope: f64, n: u64) -> Vec<Cell> {
    let wide = |count: f64| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let rate = Rate::new((count * n as f64).round() as u64, n);
        [rate.rate.unwrap_or(0.0), rate.low, rate.high].map(Cell::from)
    };
    let mut row = vec![Cell::from(n)];
    [1.0 - slope * slope, slope, slope.sqrt(), 1.0 - slope].into_iter().for_each(|x| row.extend(wide(x)));
    row
}

fn points(factors: &[&str], places: Vec<(Vec<Cell>, f64)>, n: u64) -> (&'static str, Vec<String>, DataTable) {
    let factors: Vec<String> = factors.iter().map(|f| (*f).to_owned()).collect();
    let measures = ["adopted", "lcd", "lcd_in_substance", "realised_depth"].into_iter().flat_map(with_ends);
    let columns: Vec<String> =
        factors.iter().cloned().chain(["replicates".to_owned()]).chain(measures).collect();
    let rows =
        places.into_iter().map(|(start, slope)| start.into_iter().chain(estimates(slope, n)).collect());
    let table = table(&columns, rows.collect());
    ("points", factors, table)
}

/// Ranks of outcomes under a calibrated model, a model of single points, and a model with a long name.
fn ranks(n: u64) -> DataTable {
    let of = |model: &str, rank: &dyn Fn(u64) -> f64| -> Vec<Vec<Cell>> {
        (0..n).map(|k| vec![Cell::from(model.to_owned()), Cell::from(rank(k))]).collect()
    };
    let rows = [
        of("calibrated", &|k| (k as f64 + 0.5) / n as f64),
        of("中位数", &|k| (k % 3) as f64 / 2.0),
        of("a template with a rather long and winding name", &|k| (k * k % n) as f64 / n as f64),
    ];
    table(&["model".to_owned(), "rank".to_owned()], rows.concat())
}

/// Tables as studies write them: sweeps over two parameters, one parameter and strings; indices, effects, a comparison.
fn tables(scenario: &Scenario, n: u64) -> Vec<(&'static str, Vec<String>, DataTable)> {
    let levers = levers::pull(scenario, 1, Effort::Exhaustive(n.min(10)), LeverSet::Switches, &[], |_| {
        ControlFlow::Continue(())
    });
    let slope = |x: u32, of: u32| f64::from(x) / f64::from(of);
    let grid = (0..9).flat_map(|y| (0..12).map(move |x| (x, y)));
    let grid = grid.map(|(x, y)| {
        (
            vec![Cell::from(slope(x, 11)), Cell::from(slope(y, 8) * 40.0)],
            0.5 * slope(x, 11) + 0.5 * slope(y, 8),
        )
    });
    let line = (0..6).map(|x| (vec![Cell::from(slope(x, 5) * 0.3)], slope(x, 5)));
    let words =
        ["Consensus", "ConsensusMinus(1)", "ConsensusThenVote(vote: TwoThirds, attempts: 3)", "多数决"];
    let words =
        words.iter().enumerate().map(|(k, word)| (vec![Cell::from((*word).to_owned())], k as f64 / 3.0));
    let factors: Vec<String> = (0..14).map(|k| format!("countries.Party {k}.cost_of_failure")).collect();
    let indices = |names: [&str; 2]| {
        let columns: Vec<String> = ["measure", "factor"]
            .into_iter()
            .map(str::to_owned)
            .chain(names.into_iter().flat_map(with_ends))
            .collect();
        let row = |(k, factor): (usize, &String)| {
            let x = 0.6 / (k as f64 + 1.0);
            let numbers = [x, x - 0.02, x + 0.02, x * 1.3, x * 1.3 - 0.03, x * 1.3 + 0.03].map(Cell::from);
            ["realised_depth".to_owned(), factor.clone()].map(Cell::from).into_iter().chain(numbers).collect()
        };
        table(&columns, factors.iter().enumerate().map(row).collect())
    };
    let compared = [
        "adopted",
        "lcd",
        "realised_depth",
        "holds:Money",
        "holds:A clause with a rather long name",
        "gain:中国",
    ];
    let columns: Vec<String> = std::iter::once("measure".to_owned())
        .chain(["a", "b", "difference"].into_iter().flat_map(with_ends))
        .collect();
    let difference = |(k, measure): (usize, &&str)| {
        let d = 0.1 * (k as f64 - 2.0);
        let numbers = [0.4, 0.38, 0.42, 0.4 + d, 0.38 + d, 0.42 + d, d, d - 0.03, d + 0.03].map(Cell::from);
        std::iter::once(Cell::from((**measure).to_owned())).chain(numbers).collect()
    };
    vec![
        ("levers", Vec::new(), levers::table(&levers.expect("sound switches"))),
        points(&["isolation_cost", "cost_of_failure"], grid.collect(), n),
        points(&["outside_option"], line.collect(), n),
        points(&["rule"], words.collect(), n),
        ("indices", factors.clone(), indices(["first", "total"])),
        ("effects", factors.clone(), indices(["mu_star", "sigma"])),
        ("sample_indices", factors.clone(), indices(["first", "prcc"])),
        ("peeling", factors.clone(), peeling()),
        ("differences", Vec::new(), table(&columns, compared.iter().enumerate().map(difference).collect())),
        ("issues", Vec::new(), ranks(n)),
    ]
}

/// Ten steps of peeling, each denser and smaller than the one before.
fn peeling() -> DataTable {
    let columns = ["step", "density", "coverage", "mass", "limited", "taken"].map(str::to_owned);
    let row = |n: u64| {
        let x = n as f64 / 10.0;
        let shares = [0.2 + 0.8 * x, 1.0 - 0.6 * x * x, 1.0 - 0.9 * x].map(Cell::from);
        let ends = [Cell::from(n / 4), Cell::from(n == 6)];
        std::iter::once(Cell::from(n)).chain(shares).chain(ends).collect()
    };
    table(&columns, (0..=10).map(row).collect())
}

fn compiled(scenario: &Scenario) -> Case {
    Case::new(scenario.clone()).expect("a sound scenario")
}

/// The position of a line of text in the SVG, with its width in the built-in fonts and its size.
#[derive(Debug)]
struct Line<'a> {
    text: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    group: &'a str,
    size: f64,
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap_or("0").parse().unwrap_or_else(|_| panic!("{name} of {node:?}"))
}

fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter_map(|n| n.is_text().then(|| n.text()).flatten()).collect()
}

fn lines<'a>(document: &'a Document<'_>) -> Vec<Line<'a>> {
    let of = |node: Node<'a, '_>| {
        let (x, y, size) = (number(node, "x"), number(node, "y"), number(node, "font-size"));
        let length = number(node, "textLength");
        let left = match node.attribute("text-anchor") {
            Some("middle") => x - length / 2.0,
            Some("end") => x - length,
            _ => x,
        };
        Line {
            text: words(node),
            left,
            right: left + length,
            // From the height of capitals to the depth of descenders.
            top: y - 0.74 * size,
            bottom: y + 0.2 * size,
            group: node.parent().and_then(|p| p.attribute("class")).unwrap_or(""),
            size,
        }
    };
    // What is hidden until it is asked for is a picture of its own.
    let is_shown = |n: &Node<'_, '_>| n.ancestors().all(|a| a.attribute("display") != Some("none"));
    document.descendants().filter(|n| n.has_tag_name("text") && is_shown(n)).map(of).collect()
}

fn check_layout(what: &str, size: Size, picture: &Picture) {
    let document = Document::parse(&picture.svg).unwrap_or_else(|e| panic!("{what}: {e}"));
    let lines = lines(&document);
    assert!(lines.len() > 3, "{what}: hardly a word");
    let (width, height) = (f64::from(size.width), f64::from(size.height));
    for (k, a) in lines.iter().enumerate() {
        assert!(
            a.left >= 0.0 && a.top >= 0.0 && a.right <= width + 0.5 && a.bottom <= height,
            "{what}: {a:?} leaves the page"
        );
        // Eight points at 96 pixels to the inch, but for rounding to hundredths of a pixel.
        assert!(a.size > 8.0 * 96.0 / 72.0 - 0.01, "{what}: {a:?} is too small to print");
        for b in &lines[k + 1..] {
            let apart = a.right <= b.left + 0.1
                || b.right <= a.left + 0.1
                || a.bottom <= b.top + 0.1
                || b.bottom <= a.top + 0.1;
            assert!(apart, "{what}: {a:?} runs into {b:?}");
        }
    }
    for part in ["title", "reading", "source"] {
        assert!(lines.iter().any(|l| l.group == part), "{what} has no {part}");
    }
}

#[test]
fn labels_do_not_overlap() {
    let column_and_slide = [Size::SLIDE, Size::COLUMN, Size { width: 700, height: 500 }];
    for (name, scenario) in ROOMS.iter() {
        let case = compiled(scenario);
        let material = Material::of(&case, N);
        for kind in KINDS {
            for size in column_and_slide {
                let wanted = ChartOptions { frames: Some(4), ..ChartOptions::at(size) };
                let what = format!("{} of {name} at {size}", kind.name);
                let picture = material.draw(kind, &wanted).unwrap_or_else(|e| panic!("{what}: {e}"));
                check_layout(&what, size, &picture);
                picture
                    .frames
                    .iter()
                    .for_each(|frame| check_layout(&format!("{what}: {}", frame.title), size, frame));
                assert!(picture.unprintable.is_empty(), "{what}: {:?}", picture.unprintable);
                assert!(!picture.data.rows.is_empty() && !picture.alt.is_empty(), "{what} says nothing");
                let width = picture.data.columns.len();
                assert!(picture.data.rows.iter().all(|row| row.len() == width), "{what}: ragged figures");
            }
        }
    }
}

/// One replicate, identical parties, no text adopted, nothing to measure: a chart or an error, never a panic.
#[test]
fn degenerate_studies_give_a_chart_or_an_error() {
    let alone = r#"(format: 1, title: "Alone", clauses: {"x": Ambition(status_quo: 0.5)},
        countries: {"A": (positions: {"x": 0.5})})"#;
    let deadlocked = r#"(format: 1, title: "Nobody yields", clauses: {"x": Ambition(status_quo: 0.5)},
        countries: {"A": (outside_option: 0.6, positions: {"x": 0.0}), "B": (outside_option: 0.6, positions: {"x": 1.0})},
        protocol: ChairRevisions(rounds: 2))"#;
    let chosen = r#"(format: 1, title: "Options only",
        clauses: {"x": Options(status_quo: "a", options: {"a": (), "b": ()})},
        countries: {"A": (positions: {"x": {"a": 1.0}}), "B": (positions: {"x": {"b": 1.0}})})"#;
    for text in [alone, deadlocked, chosen] {
        let scenario =
            Scenario::parse("poor", text).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)));
        let case = compiled(&scenario);
        for n in [1, 5] {
            let material = Material::of(&case, n);
            for kind in KINDS {
                let what = format!("{} of {} with {n}", kind.name, scenario.title);
                match material.draw(kind, &ChartOptions::default()) {
                    Ok(picture) => check_layout(&what, Size::SLIDE, &picture),
                    Err(why) => assert!(why.to_string().len() > 20, "{what}: {why}"),
                }
            }
        }
    }
}

/// Both parties want the second of two options. Their ticks stand where its disc does, and every option is named.
#[test]
fn wishes_and_options_are_on_one_scale() {
    let text = r#"(format: 1, title: "Two options and nothing",
        clauses: {"stay": Options(options: {"leave it": (), "take it": ()})},
        countries: {"A": (minimum_points: 10, positions: {"stay": {"leave it": 0, "take it": 50}}),
                    "B": (minimum_points: 10, positions: {"stay": {"leave it": 0, "take it": 50}})}, rule: Consensus)"#;
    let case = Case::parse("t", text).expect("sound");
    let chronicle = Chronicle::of(&case, 1, 5, &[], || ());
    let ChartSource::Chronicle(draw) = chart::kind("ladder").expect("it is there").sources[0] else {
        panic!("of many")
    };
    for size in [Size::SLIDE, Size::COLUMN] {
        let svg = draw(&chronicle, &ChartOptions::at(size)).expect("drawn").svg;
        let document = Document::parse(&svg).expect("well formed");
        let wishes: Vec<f64> = shapes(&document, "wishes", "path")
            .iter()
            .map(|p| {
                p.attribute("d").expect("a path")[1..]
                    .split(' ')
                    .next()
                    .expect("x")
                    .parse()
                    .expect("a number")
            })
            .collect();
        // The largest disc outside the legend is that of the option every text has.
        let discs = document.descendants().filter(|n| n.has_tag_name("circle"));
        let largest = discs.max_by(|a, b| number(*a, "r").total_cmp(&number(*b, "r"))).expect("a disc");
        assert_eq!(wishes.len(), 2);
        assert!(wishes.iter().all(|x| (x - number(largest, "cx")).abs() < 0.02), "{wishes:?}, {largest:?}");
        for option in ["leave it", "take it", "nothing agreed"] {
            assert!(lines(&document).iter().any(|l| l.text.contains(option)), "{option} at {size}");
        }
    }
}

/// Where all want the same nobody gains most and nothing falls; where nothing is adopted nothing is said to have come out.
/// All want .6 and .2 holds: the text is .6, each gains |.6 − .2| = .4 of utility, and depth is .6 from draft to end.
#[test]
fn titles_say_no_more_than_is_found() {
    let same = r#"(format: 1, title: "Same", clauses: {"a": Ambition(status_quo: 0.2)},
        countries: {"A": (positions: {"a": 0.6}), "B": (positions: {"a": 0.6}), "C": (positions: {"a": 0.6})})"#;
    let stuck = r#"(format: 1, title: "Stuck", clauses: {"x": Ambition(status_quo: 0.5)},
        countries: {"A": (outside_option: 0.6, positions: {"x": 0.0}), "B": (outside_option: 0.6, positions: {"x": 1.0})},
        protocol: ChairRevisions(rounds: 2))"#;
    for (text, expected) in [
        (
            same,
            &[
                ("outcomes", "All 20 runs end as: "),
                ("trajectory", "Depth stays where the draft put it, at .60"),
                ("gains", "All 3 parties gain the same: +.40"),
                ("ladder", "What parties want, and what came out"),
            ][..],
        ),
        (
            stuck,
            &[
                ("outcomes", "All 20 runs end as: "),
                ("trajectory", "Nothing is adopted: "),
                ("gains", "Nobody gains or loses as much as .001"),
                ("ladder", "Nothing is adopted: "),
            ],
        ),
    ] {
        let case = Case::parse("t", text).expect("sound");
        let chronicle = Chronicle::of(&case, 1, 20, &[], || ());
        for (kind, title) in expected {
            let ChartSource::Chronicle(draw) = chart::kind(kind).expect("it is there").sources[0] else {
                panic!("of many")
            };
            let picture = draw(&chronicle, &ChartOptions::default()).expect("drawn");
            assert!(picture.title.starts_with(title), "{kind}: {}", picture.title);
        }
    }
}

/// A dark picture is the same picture: the same words in the same places, on another ground.
#[test]
fn every_chart_has_a_dark_variant() {
    let case = compiled(&flagship());
    let material = Material::of(&case, N);
    for kind in KINDS {
        let light = material.draw(kind, &ChartOptions::default()).expect("drawn");
        let wanted = ChartOptions { theme: Theme::Dark, ..ChartOptions::default() };
        let dark = material.draw(kind, &wanted).expect("drawn");
        let [light, dark] = [&light.svg, &dark.svg].map(|svg| Document::parse(svg).expect("well formed"));
        let words =
            |d: &Document<'_>| lines(d).into_iter().map(|l| (l.text, l.left as i64)).collect::<Vec<_>>();
        assert_eq!(words(&light), words(&dark), "{}", kind.name);
        let grounds = [&light, &dark].map(|d| {
            let ground = d.descendants().find(|n| n.has_tag_name("rect")).expect("a ground");
            (number(ground, "width"), ground.attribute("fill").expect("a colour").to_owned())
        });
        assert_eq!(
            grounds,
            [(1280.0, "#ffffff".to_owned()), (1280.0, "#15181b".to_owned())],
            "{}",
            kind.name
        );
        for mark in ["#ffffff", "#1a1a1a", "#0072b2", "#595959"] {
            assert!(!dark.input_text().contains(mark), "{} draws {mark} on a dark ground", kind.name);
        }
    }
}

/// In Chinese no word is English, but for abbreviations, what the scenario says and the names of its switches.
#[test]
fn charts_speak_chinese() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/un-ai-dialogue-2025-zh.ron");
    let chinese = Scenario::load(path).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)));
    let case = compiled(&chinese);
    let material = Material::of(&case, N);
    let wanted = |size| ChartOptions {
        language: Language::Chinese,
        titles: Titles::of(&chinese),
        ..ChartOptions::at(size)
    };
    // Tables of the tests name factors and models in English; the source line is the same in every language.
    let tested = KINDS.iter().filter(|kind| !matches!(kind.sources[0], ChartSource::Table(..)));
    for (kind, size) in tested.flat_map(|kind| [(kind, Size::SLIDE), (kind, Size::COLUMN)]) {
        let picture = material.draw(kind, &wanted(size)).expect("drawn");
        check_layout(&format!("{} in Chinese at {size}", kind.name), size, &picture);
        let document = Document::parse(&picture.svg).expect("well formed");
        for line in lines(&document).iter().filter(|l| l.group != "source") {
            let words = line.text.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| w.len() > 3);
            assert_eq!(words.collect::<Vec<_>>(), Vec::<&str>::new(), "{} at {size}: {line:?}", kind.name);
        }
        assert!(picture.alt.chars().filter(char::is_ascii_alphabetic).count() < 40, "{}", picture.alt);
    }
}

#[test]
fn charts_do_not_depend_on_the_number_of_threads() {
    let scenario = flagship();
    let case = compiled(&scenario);
    let on = |threads: usize| -> Vec<String> {
        rayon_pool(threads).install(|| {
            let material = Material::of(&case, 100);
            KINDS
                .iter()
                .map(|kind| material.draw(kind, &ChartOptions::default()).expect("drawn").svg)
                .collect()
        })
    };
    assert_eq!(on(1), on(3));
}

fn rayon_pool(threads: usize) -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started")
}

/// The shapes in groups of this class.
fn shapes<'a, 'd>(document: &'d Document<'a>, class: &str, tag: &str) -> Vec<Node<'d, 'a>> {
    document
        .descendants()
        .filter(|n| n.attribute("class") == Some(class))
        .flat_map(|n| n.descendants())
        .filter(|n| n.has_tag_name(tag))
        .collect()
}

/// The horizontal scale read from its labels: pixels at 0 % and at 100 %.
fn percent_scale(document: &Document<'_>) -> (f64, f64) {
    let at = |label: &str| {
        let tick = lines(document).into_iter().find(|l| l.group == "axes" && l.text == label);
        let tick = tick.unwrap_or_else(|| panic!("a tick at {label}"));
        (tick.left + tick.right) / 2.0
    };
    (at("0\u{a0}%"), at("100\u{a0}%"))
}

#[test]
fn bar_lengths_match_the_shares() {
    let case = compiled(&flagship());
    let chronicle = Chronicle::of(&case, 1, 200, &[], || ());
    let ChartSource::Chronicle(draw) = chart::kind("outcomes").expect("it is there").sources[0] else {
        panic!("of many")
    };
    let picture = draw(&chronicle, &ChartOptions::default()).expect("drawn");
    let document = Document::parse(&picture.svg).expect("well formed");
    let (zero, one) = percent_scale(&document);
    let bars: Vec<f64> =
        shapes(&document, "bar", "rect").iter().map(|bar| number(*bar, "width") / (one - zero)).collect();
    let mut shares: Vec<f64> =
        chronicle.summary.outcomes.iter().filter_map(|o| o.share.rate).filter(|r| *r > 0.0).collect();
    shares.sort_by(|a, b| b.total_cmp(a));
    assert_eq!(bars.len(), shares.len());
    for (bar, share) in bars.iter().zip(&shares) {
        assert!((bar - share).abs() < 1e-4, "a bar of {bar} for {share}");
    }
    assert!((bars.iter().sum::<f64>() - 1.0).abs() < 1e-3);
    // The data agree with the summary and count every run once.
    let rows = picture.data.rows.iter().filter(|r| r[1] == "of all runs" && !r[0].starts_with("LCD"));
    let counted: BTreeMap<&str, u64> =
        rows.map(|r| (r[0].as_str(), r[2].parse().expect("a count"))).collect();
    assert_eq!(counted.values().sum::<u64>(), 200);
    for label in Label::ALL {
        let share = chronicle.summary.outcomes.iter().find(|o| o.label == label).expect("listed").share;
        assert_eq!(counted.get(label.words()).copied().unwrap_or(0), share.count);
    }
}

#[test]
fn ladder_medians_match_the_summary() {
    let case = compiled(&flagship());
    let chronicle = Chronicle::of(&case, 1, 200, &[], || ());
    let ChartSource::Chronicle(draw) = chart::kind("ladder").expect("it is there").sources[0] else {
        panic!("of many")
    };
    let picture = draw(&chronicle, &ChartOptions::default()).expect("drawn");
    let document = Document::parse(&picture.svg).expect("well formed");
    let axis = |label: &str| {
        let all = lines(&document);
        let tick = all.iter().find(|l| l.group == "axes" && l.text == label).expect("a tick");
        (tick.left + tick.right) / 2.0
    };
    let (zero, one) = (axis(".00"), axis("1.00"));
    let first_x = |path: Node<'_, '_>| -> f64 {
        let d = path.attribute("d").expect("a path");
        d[1..].split([' ', 'L']).next().and_then(|x| x.parse().ok()).expect("a number")
    };
    // The first point of a diamond is its top, above its centre.
    let medians: Vec<f64> =
        shapes(&document, "median", "path").into_iter().map(|p| (first_x(p) - zero) / (one - zero)).collect();
    let expected: Vec<f64> =
        chronicle.summary.clauses.iter().filter_map(|c| c.text.as_ref()?.median).collect();
    assert_eq!(medians.len(), expected.len());
    for (drawn, median) in medians.iter().zip(&expected) {
        assert!((drawn - median).abs() < 1e-3, "{drawn} for {median}");
    }
}

#[test]
fn roll_call_marks_match_the_votes() {
    let scenario = room(9, plain);
    let case = compiled(&scenario);
    let minutes = Minutes::of(case.model(), scenario.protocol.rounds(), 1, 0);
    let case = ChartCase { scenario: &scenario, model: case.model(), seed: 1 };
    let ChartSource::Minutes(draw) = chart::kind("roll-call").expect("it is there").sources[0] else {
        panic!("of one")
    };
    let picture = draw(&case, &minutes, &ChartOptions::default()).expect("drawn");
    let document = Document::parse(&picture.svg).expect("well formed");
    let marks = |class: &str| document.descendants().filter(|n| n.attribute("class") == Some(class)).count();
    let votes = |vote: plenary::voting::Vote| {
        minutes.roll_calls.iter().flat_map(|c| &c.votes).filter(|v| **v == vote).count()
    };
    use plenary::voting::Vote::{Absent, Abstain, No, Yes};
    for (class, vote) in [("yes", Yes), ("no", No), ("abstain", Abstain), ("absent", Absent)] {
        assert_eq!(marks(class), votes(vote), "{class}");
    }
    assert_eq!(minutes.roll_calls.last().map(|c| c.carried), Some(minutes.outcome.conclusion.adopted()));
}

/// The summary of the chronicle equals that of `run`: observers do not change results.
#[test]
fn observers_do_not_change_results() {
    let case = compiled(&flagship());
    let watched = Chronicle::of(&case, 3, 70, &[Null::LaggardsRemoved], || ());
    let mut plain = plenary::study::Accumulator::new(&case, 3);
    let _ = plenary::study::Ensemble::new(case.model(), 3).with_counterfactual().run(0..70, |outcome| {
        plain.add(&outcome);
        std::ops::ControlFlow::<()>::Continue(())
    });
    let json = |s: &plenary::study::Summary| serde_json::to_string(s).expect("serialises");
    assert_eq!(json(&watched.summary), json(&plain.summarise()));
    // The trajectory ends at the final texts.
    let last = watched.course.looks().len() - 1;
    for (c, clause) in watched.summary.clauses.iter().enumerate() {
        let (course, text) =
            (watched.course.quantile(c, last, 0.5), clause.text.as_ref().and_then(|t| t.median));
        assert!((course.unwrap() - text.unwrap()).abs() <= 0.0025 + 1e-9, "{course:?} for {text:?}");
    }
    let settled: u64 = watched.course.settling(0).map(|(ways, lost)| ways.iter().sum::<u64>() + lost).sum();
    assert_eq!(settled, 70);
}

/// Whoever asks for more than any text gives is drawn so: the axis reaches what it would settle for, 1.3. And where everybody
/// asks for no more than it would settle for, nothing else is drawn as its demand.
#[test]
fn demands_are_drawn_as_made() {
    let minutes = |more: &str| {
        let text = format!(
            r#"(format: 1, title: "T", clauses: {{"c": Ambition(status_quo: 0.0)}}, {more}
                countries: {{"A": (outside_option: 0.3, positions: {{"c": 0.0}}), "B": (positions: {{"c": 0.8}})}})"#
        );
        let case = Case::parse("t", &text).expect("sound");
        let minutes = Minutes::of(case.model(), case.scenario().protocol.rounds(), 1, 0);
        let ChartSource::Minutes(draw) = chart::kind("concessions").expect("it is there").sources[0] else {
            panic!("drawn from minutes")
        };
        let from = ChartCase { scenario: case.scenario(), model: case.model(), seed: 1 };
        let svg = draw(&from, &minutes, &ChartOptions::at(Size::SLIDE)).expect("drawn").svg;
        (minutes, svg)
    };
    let (_, svg) = minutes("");
    assert!(svg.contains(">1.30<") || svg.contains(">1.20<"), "an axis that reaches 1.3");
    let (minutes, _) = minutes("protocol: SponsorsText(sponsor: Party(\"B\")),");
    assert!(minutes.standings.iter().all(|standing| standing.demands == minutes.reservations));
}

#[test]
fn a_png_has_the_requested_size_and_a_key_of_unprintable_characters() {
    let scenario = room(9, |i| if i == 0 { "𓂀 Kemet".to_owned() } else { plain(i) });
    let kind = chart::kind("concessions").expect("it is there");
    let case = compiled(&scenario);
    let wanted = ChartOptions { title: Some("A title of mine".to_owned()), ..ChartOptions::at(Size::COLUMN) };
    let picture = Material::of(&case, 1).draw(kind, &wanted).expect("drawn");
    assert_eq!(picture.unprintable, [("𓂀 Kemet".to_owned(), vec!['𓂀'])]);
    assert_eq!(picture.title, "A title of mine");
    let document = Document::parse(&picture.svg).expect("well formed");
    let says = |text: &str| lines(&document).iter().any(|l| l.text.contains(text));
    assert!(says("[1] Kemet") && says("[1] U+13080"), "a reference and its key");
    check_layout("a picture with a key", Size::COLUMN, &picture);
    let png = raster::png(&picture, 2.0).expect("printed");
    // Width and height are at a fixed offset in the first chunk.
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((side(16), side(20)), (Size::COLUMN.width * 2, Size::COLUMN.height * 2));
    assert!(matches!(raster::png(&picture, 1000.0), Err(raster::RasterError::TooLarge { .. })));
}

/// Results of this title, in as many runs as they happen to be.
fn named(title: &str) -> Identity {
    Identity::new(CaseIdentity { title: title.to_owned(), ..CaseIdentity::default() }, 1, Runs::Several)
}

/// Every table of a study gives a different chart.
#[test]
fn every_table_is_drawn() {
    let scenario = room(9, plain);
    for (name, factors, table) in tables(&scenario, N) {
        let identity = named("A study");
        let found = ResultTable { identity: &identity, factors: &factors, table: &table };
        let mut drawn = 0;
        for (kind, source) in
            KINDS.iter().flat_map(|kind| kind.sources.iter().map(move |source| (kind, source)))
        {
            if let ChartSource::Table(names, draw) = source {
                for size in [Size::SLIDE, Size::COLUMN] {
                    let picture = names.contains(&name).then(|| draw(&found, &ChartOptions::at(size)));
                    if let Some(Ok(picture)) = picture {
                        check_layout(
                            &format!("{} of {name} over {factors:?} at {size}", kind.name),
                            size,
                            &picture,
                        );
                        drawn += 1;
                    }
                }
            }
        }
        assert_eq!(
            drawn,
            if ["levers", "points"].contains(&name) { 4 } else { 2 },
            "{name} over {factors:?}"
        );
    }
}

/// Ten outcomes at the ranks .05, .15 … .95: half of them lie at or below the middle, where Binomial(10, ½) puts 95 %
/// between 2 and 8 (P(X ≤ 1) = 11/1024, P(X ≤ 2) = 56/1024).
#[test]
fn the_calibration_curve_is_the_share_of_outcomes() {
    let table = ranks(10);
    let identity = named("A backtest");
    let found = ResultTable {
        identity: &identity,
        factors: &[],
        table: &DataTable { rows: table.rows[..10].to_vec(), ..table.clone() },
    };
    let picture = chart::calibration::draw(&found, &ChartOptions::default()).expect("drawn");
    let row = |quantile: &str| {
        let row = picture.data.rows.iter().find(|r| r[2] == quantile).expect("a row");
        row[1..].iter().map(|cell| cell.parse().expect("a number")).collect::<Vec<f64>>()
    };
    assert_eq!(row("0"), [10.0, 0.0, 0.0, 0.0, 0.0]);
    assert_eq!(row("0.05"), [10.0, 0.05, 0.1, 0.0, 0.2]);
    assert_eq!(row("0.5"), [10.0, 0.5, 0.5, 0.2, 0.8]);
    assert_eq!(row("1"), [10.0, 1.0, 1.0, 1.0, 1.0]);
    // The curve goes from (0, 0) to (1, 1) and is half-way up in the middle.
    let document = Document::parse(&picture.svg).expect("well formed");
    // The labels of the horizontal axis come after those of the vertical one.
    let tick = |label: &str| {
        let mut ticks = lines(&document).into_iter().rev();
        let tick = ticks.find(|l| l.group == "axes" && l.text == label);
        tick.map(|l| (l.left + l.right) / 2.0).expect("a tick")
    };
    let (zero, one) = (tick("0\u{a0}%"), tick("100\u{a0}%"));
    let path = shapes(&document, "observed", "path")[0].attribute("d").expect("a path");
    let points: Vec<(f64, f64)> = path
        .split(['M', 'L'])
        .filter_map(|p| p.trim().split_once(' '))
        .map(|(x, y)| ((x.parse::<f64>().expect("x") - zero) / (one - zero), y.parse().expect("y")))
        .collect();
    let (foot, head) = (points[0].1, points[points.len() - 1].1);
    let shares = points.iter().map(|&(x, y)| (x, (foot - y) / (foot - head)));
    for (x, share) in shares {
        // The curve has steps of a tenth at .05, .15 …; both ends of a step are drawn.
        assert!((share - x).abs() < 0.05 + 0.01 + 1e-3, "{share} of outcomes at the {x} quantile");
    }
    let at_half = |p: &&(f64, f64)| (p.0 - 0.5).abs() < 1e-3;
    let middle = points.iter().find(at_half).expect("the middle");
    assert!(((foot - middle.1) / (foot - head) - 0.5).abs() < 1e-3);
}

/// P(LCD) increases with x + y: its contour at ½ is the diagonal where x and y sum to one.
#[test]
fn the_contour_is_at_one_half() {
    let scenario = room(9, plain);
    let (_, factors, table) = tables(&scenario, 400).into_iter().nth(1).expect("a grid");
    let identity = named("A study");
    let found = ResultTable { identity: &identity, factors: &factors, table: &table };
    let ChartSource::Table(_, draw) = chart::kind("phase").expect("it is there").sources[0] else {
        panic!("of a table")
    };
    let picture = draw(&found, &ChartOptions::default()).expect("drawn");
    let document = Document::parse(&picture.svg).expect("well formed");
    let cells = shapes(&document, "cell", "rect");
    assert_eq!(cells.len(), 12 * 9);
    let least = |side: &str| cells.iter().map(|c| number(*c, side)).fold(f64::MAX, f64::min);
    let (left, top) = (least("x"), least("y"));
    let (w, h) = (number(cells[0], "width") - 0.6, number(cells[0], "height") - 0.6);
    let mut points = 0;
    for path in shapes(&document, "contour", "path") {
        let d = path.attribute("d").expect("a path");
        for point in d.trim_start_matches('M').split('L') {
            let (x, y) = point.split_once(' ').expect("a point");
            let x: f64 = x.parse().expect("a number");
            let y: f64 = y.parse().expect("a number");
            // In units of cells, from the lower left.
            let (across, up) = ((x - left) / w - 0.5, 8.5 - (y - top) / h);
            assert!((across / 11.0 + up / 8.0 - 1.0).abs() < 0.02, "{across}, {up}");
            points += 1;
        }
    }
    assert!(points > 20);
    // Exactly the cells whose interval holds values on both sides of ½ are hatched.
    let undecided = picture.data.rows.iter().filter(|r| {
        let end = |k: usize| r[k].parse::<f64>().expect("a number");
        end(5) < 0.5 && end(6) >= 0.5
    });
    let hatched = document.descendants().filter(|n| n.attribute("class") == Some("hatched")).count();
    assert_eq!(hatched, undecided.count());
}

/// The Chinese edition is the default scenario with other titles: same keys, same numbers, same results to the bit.
#[test]
fn the_chinese_edition_gives_the_same_results() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/un-ai-dialogue-2025-zh.ron");
    let chinese = Scenario::load(path).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)));
    let summary = |scenario: &Scenario| {
        let case = compiled(scenario);
        Chronicle::of(&case, 1, 64, &[], || ()).summary
    };
    let (here, there) = (summary(&chinese), summary(&flagship()));
    assert_eq!(format!("{:?}", here.parties), format!("{:?}", there.parties));
    assert_eq!(format!("{:?}", here.depth), format!("{:?}", there.depth));
    assert_eq!(format!("{:?}", here.outcomes), format!("{:?}", there.outcomes));
    for (a, b) in here.clauses.iter().zip(&there.clauses) {
        assert_eq!((&a.name, a.lcd_point, a.status_quo_at), (&b.name, b.lcd_point, b.status_quo_at));
        assert_ne!(a.title, b.title);
    }
    // Every name is Chinese, and every character of it can be printed.
    let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for name in chinese.clauses.names().chain(chinese.countries.names()).chain(chinese.blocs.names()) {
        assert!(is_chinese(chinese.title_of(name)), "{name}");
    }
    let case = compiled(&chinese);
    let material = Material::of(&case, 20);
    for kind in KINDS {
        let picture = material.draw(kind, &ChartOptions::default()).expect("drawn");
        assert!(picture.unprintable.is_empty(), "{}: {:?}", kind.name, picture.unprintable);
        assert!(is_chinese(&picture.svg), "{}", kind.name);
    }
}

/// The charts in the README are what the program draws; `PLENARY_BLESS=1 cargo test readme_pictures` updates them.
#[test]
fn readme_pictures_are_current() {
    let case = compiled(&flagship());
    let chronicle = Chronicle::of(&case, 1, 1000, &[], || ());
    let readme = include_str!("../../README.md");
    for name in ["ladder", "trajectory"] {
        let ChartSource::Chronicle(draw) = chart::kind(name).expect("it is there").sources[0] else {
            panic!("of many")
        };
        let svg = draw(&chronicle, &ChartOptions::default()).expect("drawn").svg;
        let shown = format!("tests/snapshots/pictures/{name}.svg");
        assert!(readme.contains(&format!("]({shown})")), "the README shows {shown}");
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(shown);
        if std::env::var_os("PLENARY_BLESS").is_some() {
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            std::fs::write(&file, &svg).expect("written");
        }
        assert!(
            svg == std::fs::read_to_string(&file).expect("drawn before"),
            "{name} has changed: look at it, then bless it"
        );
    }
}

mod commands {
    use std::{fs, path::Path};

    use crate::support::{plenary, printed};

    fn in_folder(folder: &Path, arguments: &[&str]) -> std::process::Output {
        crate::support::command().current_dir(folder).args(arguments).output().expect("the program was built")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").file_name());
        let mut names: Vec<String> = entries.map(|n| n.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_chart_and_its_data_are_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let here = folder.path();
        for arguments in [
            &["chart", "outcomes", "-n", "30"][..],
            &["chart", "outcomes", "-n", "30", "-o", "threads.svg", "--threads", "1"],
            &["chart", "roll-call", "least-ambitious-law", "-o", "r.png", "--size", "column", "--scale", "1"],
        ] {
            printed(in_folder(here, arguments));
        }
        assert_eq!(
            names(here),
            [
                "outcomes.csv",
                "outcomes.svg",
                "r.png",
                "r.roll-call.csv",
                "threads.outcomes.csv",
                "threads.svg"
            ]
        );
        let read = |name: &str| fs::read(here.join(name)).expect("written");
        assert_eq!(read("outcomes.svg"), read("threads.svg"));
        assert_eq!(read("outcomes.csv"), read("threads.outcomes.csv"));
        assert!(read("r.png").starts_with(b"\x89PNG"));
        let figures = printed(in_folder(here, &["chart", "outcomes", "-n", "30", "--data-only"]));
        assert_eq!(figures.as_bytes(), read("outcomes.csv"));
        assert!(figures.starts_with("what,of,count,n,share,low,high,scenario,scenario_hash,seed,plenary\n"));
    }

    #[test]
    fn a_failed_write_leaves_no_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let here = folder.path();
        fs::create_dir(here.join("taken.svg")).expect("a folder in the way");
        for (arguments, says) in [
            (&["chart", "outcomes", "-n", "5", "-o", "nowhere/a.svg"][..], "there is no folder nowhere"),
            (&["chart", "outcomes", "-n", "5", "-o", "a.gif"], "a.gif does not end in .svg or .png"),
            (&["chart", "outcomes", "-n", "5", "-o", "taken.svg"], "cannot write taken.svg"),
            (&["chart", "outcome", "-n", "5"], "did you mean outcomes?"),
            (&["chart", "outcomes", "--size", "10x10"], "slide, column"),
            (&["chart", "outcomes", "--scale", "0"], "from 0.1 to 20"),
            (&["chart", "convergence", "-n", "1"], "one replicate has no interval"),
            (&["chart", "outcomes", "un-security-council"], "nothing to negotiate"),
            (&["report", "-n", "5", "-o", "nowhere/r.html"], "there is no folder nowhere"),
        ] {
            let output = in_folder(here, arguments);
            assert!(!output.status.success(), "{arguments:?}");
            let said = String::from_utf8_lossy(&output.stderr);
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(says), "{arguments:?} says {said}");
            assert_eq!(names(here), ["taken.svg"], "after {arguments:?}");
        }
    }

    /// Folders of `run` (simulated again with the same results), of a sweep and of levers; and folders without results, or
    /// without the required table.
    #[test]
    fn charts_are_drawn_from_result_folders() {
        let folder = tempfile::tempdir().expect("a folder");
        let here = folder.path();
        let study = r#"(format: 1, title: "Two by two", about: "Which?", scenario: "least-ambitious-law", replicates: 8,
            factors: {"rule.objections": Whole(0, 1), "countries.*.isolation_cost": Steps(0.0, 0.2, 2)}, design: Grid)"#;
        fs::write(here.join("study.ron"), study).expect("written");
        fs::create_dir(here.join("empty")).expect("made");
        for arguments in [
            &["run", "least-ambitious-law", "-n", "30", "--seed", "5", "--out", "ran"][..],
            &["sweep", "study.ron", "--out", "swept"],
            &["levers", "least-ambitious-law", "-n", "5", "--out", "pulled"],
            &["compare", "least-ambitious-law", "--set", "rule=TwoThirds", "-n", "5", "--out", "compared"],
        ] {
            printed(in_folder(here, arguments));
        }
        let figures = |arguments: &[&str]| {
            let arguments: Vec<&str> =
                ["chart"].iter().chain(arguments).chain(&["--data-only"]).copied().collect();
            printed(in_folder(here, &arguments))
        };
        assert_eq!(
            figures(&["outcomes", "ran"]),
            figures(&["outcomes", "least-ambitious-law", "-n", "30", "--seed", "5"])
        );
        assert_eq!(figures(&["phase", "swept"]).lines().count(), 1 + 4);
        assert!(figures(&["phase", "swept", "--measure", "adopted"]).contains(",adopted,8,"));
        // Any measure, whatever its range.
        assert!(figures(&["phase", "swept", "--measure", "round"]).contains(",round,8,"));
        assert!(figures(&["phase", "swept", "--measure", "depth"]).contains(",realised_depth,8,"));
        assert!(figures(&["levers", "pulled", "--measure", "adopted"]).contains(",adopted,"));
        let held_out =
            figures(&["convergence", "least-ambitious-law", "-n", "30", "--measure", "held_out:Asteria"]);
        assert_eq!(held_out.lines().count(), 1 + 6, "after 1, 2, 5, 10, 20 and 30: {held_out}");
        assert!(figures(&["levers", "pulled"]).starts_with("lever,asks,measure,change,low,high,scenario,"));
        assert!(figures(&["breadth", "pulled"]).starts_with("lever,participation"));
        assert!(figures(&["differences", "compared"]).contains("\nrealised_depth,"));
        printed(in_folder(here, &["report", "swept"]));
        let page = fs::read_to_string(here.join("report.html")).expect("written");
        assert!(page.contains("Two by two"), "the study's own picture is on the page");
        for (arguments, says) in [
            (&["chart", "outcomes", "empty"][..], "empty"),
            (&["chart", "phase", "ran"], "plenary sweep STUDY --out DIR"),
            (&["chart", "phase", "least-ambitious-law"], "plenary sweep STUDY --out DIR"),
            (&["chart", "phase", "swept", "--measure", "depht"], "there is no measure \"depht\" here"),
            (&["chart", "response", "swept"], "needs one factor"),
            (&["chart", "sensitivity", "swept"], "plenary sensitivity SWEEP"),
            (&["chart", "outcomes", "ran", "--switch", "x"], "cannot change them"),
            (&["chart", "outcomes", "ran", "--seed", "6"], "run with --seed 5"),
        ] {
            let output = in_folder(here, arguments);
            assert!(!output.status.success(), "{arguments:?}");
            let said = String::from_utf8_lossy(&output.stderr);
            let said = said.split_whitespace().filter(|w| *w != "│").collect::<Vec<_>>().join(" ");
            assert!(said.contains(says), "{arguments:?} says {said}");
        }
    }

    #[test]
    fn every_kind_is_listed_with_a_description() {
        let list = printed(plenary(["chart", "list"]));
        for kind in plenary::report::chart::KINDS {
            assert!(list.contains(kind.name) && list.contains(kind.about), "{}", kind.name);
        }
    }

    #[test]
    fn the_report_is_a_self_contained_file() {
        let folder = tempfile::tempdir().expect("a folder");
        printed(in_folder(folder.path(), &["report", "least-ambitious-law", "-n", "20"]));
        assert_eq!(names(folder.path()), ["report.html"]);
        let page = fs::read_to_string(folder.path().join("report.html")).expect("written");
        for outside in ["<script", "<link", "src=", "url(", "@import", "href=\"http"] {
            assert!(!page.contains(outside), "{outside}");
        }
        for part in ["<h1>", "The answer", "Clause by clause", "told", "Method", "To reproduce this", "<svg"]
        {
            assert!(page.contains(part), "{part}");
        }
        let pictures = page.matches("<figure>").count();
        assert_eq!(page.matches("<svg").count(), 2 * pictures);
        assert!(pictures >= 8, "{pictures}");
    }

    #[test]
    fn the_gallery_draws_every_kind() {
        let folder = tempfile::tempdir().expect("a folder");
        printed(in_folder(folder.path(), &["gallery", "-o", "hall", "-n", "10"]));
        let flagship = names(&folder.path().join("hall/un-ai-dialogue-2025"));
        for kind in plenary::report::chart::KINDS {
            // It is drawn from real cases, which are not shipped.
            if kind.name == "calibration" {
                continue;
            }
            for ending in ["svg", "csv"] {
                assert!(flagship.contains(&format!("{}.{ending}", kind.name)), "{}.{ending}", kind.name);
            }
        }
    }
}
