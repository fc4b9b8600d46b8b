//! The report of a result folder that is no single case: what its own tables say, told as its kind of results is told.

mod backtest;
mod calibration;
mod comparison;
mod discovery;
mod levers;
mod sensitivity;
mod sweep;

use maud::{Markup, html};

use super::{Section, Sheet, figures, tables};
use crate::{
    language::Language,
    report::{chart::Picture, estimate, identity, study},
    say,
    scenario::Scenario,
    study::{
        definition::Study,
        store::Manifest,
        table::{Cell, DataTable, Row},
    },
};

/// A result folder, and what is shown of it.
pub struct FolderPage<'a> {
    /// The language of the page.
    pub language: Language,
    /// What the folder says of itself.
    pub manifest: &'a Manifest,
    /// The case that it rests on, for the names in it; none of a backtest.
    pub scenario: Option<&'a Scenario>,
    /// The study that it rests on, if any.
    pub study: Option<&'a Study>,
    /// Its tables by name, without those that have a row for each negotiation.
    pub tables: &'a [(String, DataTable)],
    /// The scores of a backtest, as its folder has them.
    pub scores: Option<&'a serde_json::Value>,
    /// What a calibration found, as its folder has it.
    pub findings: Option<&'a serde_json::Value>,
    /// Its pictures, the most telling one first; each for a wide and for a narrow window.
    pub pictures: &'a [(Picture, Picture)],
    /// The commands that write the folder and this page again.
    pub again: &'a [String],
}

/// What is told of a folder: the answer, what to keep in mind about it, and the tables behind it.
#[derive(Default)]
struct Told {
    answer: Vec<String>,
    caveats: Vec<String>,
    tables: Vec<Markup>,
}

/// The page as HTML.
pub fn render(page: &FolderPage<'_>) -> String {
    let (language, manifest) = (page.language, page.manifest);
    let told = match manifest.command.as_str() {
        "sweep" => sweep::tell(page),
        "compare" => comparison::tell(page),
        "levers" => levers::tell(page),
        "sensitivity" => sensitivity::tell(page),
        "discover" => discovery::tell(page),
        "backtest" => backtest::tell(page),
        "calibrate" => calibration::tell(page),
        _ => Told::default(),
    };
    let identity = manifest.identity();
    let more = page.pictures.get(1..).unwrap_or_default();
    let mut sections =
        vec![Section::new("answer", say!(language, "report-section-answer"), answer(page, &told))];
    if !more.is_empty() {
        let body = html! { @for pair in more { (figures::figure(language, pair, None)) } };
        sections.push(Section::new("pictures", say!(language, "report-section-pictures"), body));
    }
    let body = html! { @for table in &told.tables { (table) } };
    sections.push(Section::new("figures", say!(language, "report-section-figures"), body));
    sections.push(Section::new("design", say!(language, "report-section-design"), design(page)));
    sections.push(Section::new("again", say!(language, "report-section-again"), again(page)));
    super::render_sheet(&Sheet {
        language,
        title: &identity::of(language, &identity),
        question: "",
        quiet: &say!(language, "report-based-on", source = identity::source(language, &identity)),
        changed: &[],
        sections: &sections,
    })
}

fn answer(page: &FolderPage<'_>, told: &Told) -> Markup {
    let language = page.language;
    html! {
        @for sentence in &told.answer { p.answer { (sentence) } }
        @if let Some(hero) = page.pictures.first() { (figures::figure(language, hero, told.answer.first().map(String::as_str))) }
        @for caveat in &told.caveats { p.quiet { (caveat) } }
    }
}

/// How the results came about: command, design, what was varied, which case, how often.
fn design(page: &FolderPage<'_>) -> Markup {
    let (language, manifest) = (page.language, page.manifest);
    let mut lines = vec![say!(language, "report-design-command", command = manifest.command.as_str())];
    if let Some(study) = page.study {
        lines.push(say!(language, "report-design-design", design = study::design(language, study)));
        let stopping = study::stopping(language, study);
        lines.extend(stopping.map(|rule| say!(language, "report-design-stopping", rule = rule)));
    }
    let factors: Vec<String> = manifest.factors.iter().map(|name| factor(page, name)).collect();
    if !factors.is_empty() {
        lines.push(say!(language, "report-design-factors", factors = language.list(&factors, usize::MAX)));
    }
    if let Some(scenario) = page.scenario {
        lines.push(say!(language, "report-design-case", case = scenario.title.as_str()));
    }
    let changed: Vec<String> = manifest.changed.iter().map(ToString::to_string).collect();
    if !changed.is_empty() {
        lines.push(say!(language, "report-design-changed", changes = language.list(&changed, usize::MAX)));
    }
    lines.extend(manifest.replicates.map(|n| say!(language, "report-design-replicates", n = n)));
    lines.push(say!(language, "report-design-draws", seed = manifest.seed.to_string()));
    lines.push(say!(language, "report-no-prediction"));
    html! { ul { @for line in lines { li { (line) } } } }
}

fn again(page: &FolderPage<'_>) -> Markup {
    let (language, manifest) = (page.language, page.manifest);
    let source = identity::source(language, &manifest.identity());
    html! {
        div.box {
            p { (say!(language, "report-again-same", source = source)) }
            @for command in page.again { p { code { (command) } } }
        }
        @if let Some(study) = &manifest.study {
            details { summary { (say!(language, "report-study-as-read")) } pre { (study) } }
        }
        @if !manifest.scenario.is_empty() {
            details { summary { (say!(language, "report-scenario-as-read")) } pre { (manifest.scenario) } }
        }
    }
}

impl<'a> FolderPage<'a> {
    /// The table of this name.
    fn table(&self, name: &str) -> Option<&'a DataTable> {
        self.tables.iter().find(|(known, _)| known == name).map(|(_, table)| table)
    }

    /// What a measure is called.
    fn measure(&self, name: &str) -> String {
        estimate::measure(self.language, name, |key| self.title_of(key))
    }

    /// The name to print for a clause or party.
    fn title_of(&self, key: &str) -> String {
        self.scenario.map_or(key, |scenario| scenario.title_of(key)).to_owned()
    }
}

/// What a parameter that is varied is called.
fn factor(page: &FolderPage<'_>, name: &str) -> String {
    page.manifest
        .labels
        .get(name)
        .map_or_else(|| study::label(page.language, name, false), |label| label.words())
}

/// A cell of a row by the name of its column.
fn cell<'r>(table: &DataTable, row: &'r Row, column: &str) -> Option<&'r Cell> {
    row.get(table.column(column)?)
}

/// A number of a row by the name of its column.
fn number(table: &DataTable, row: &Row, column: &str) -> Option<f64> {
    cell(table, row, column)?.number()
}

/// A text of a row by the name of its column; empty where there is none.
fn word<'r>(table: &DataTable, row: &'r Row, column: &str) -> &'r str {
    cell(table, row, column).and_then(Cell::word).unwrap_or_default()
}

/// A value and its interval in a row: NAME, NAME_low, NAME_high.
fn interval(table: &DataTable, row: &Row, column: &str) -> [Option<f64>; 3] {
    ["", "_low", "_high"].map(|end| number(table, row, &format!("{column}{end}")))
}

/// A table as HTML, with its caption.
fn markup(caption: &str, table: &crate::report::table::Table) -> Markup {
    tables::markup(caption, caption, table)
}
