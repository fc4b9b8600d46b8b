//! `plenary report`: writes all results on one HTML page.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{
    CaseArgs, again,
    destination::{self, ForceArg},
    drawing::{self, Drawing},
    explain::narrate,
    input::{Input, SampleArgs},
    language,
    nulls::NullArgs,
    progress::TerminalProgress,
    sweep,
};
use plenary::{
    Case,
    language::Language,
    output::{
        self,
        stamp::{self, StampKind},
    },
    report::{
        chart::{ChartKind, ChartOptions, ChartSource, KINDS, Picture, Size},
        glossary,
        page::{
            self, ReportPage,
            folder::{self, FolderPage},
        },
        titles::Titles,
    },
    say,
    scenario::comments,
    shell,
    study::{
        Chronicle, FailureSummary,
        choices::{self, ChoiceSet},
        responsibility::Responsibility,
        store::Results,
    },
};

/// Number of negotiations per switch: enough to rank the switches.
const REPLICATES_PER_LEVER: u64 = 200;
/// Size of charts on wide windows.
const WIDE: Size = Size { width: 960, height: 600 };
/// Tables with a row for each negotiation: too long for a page.
const LONG: [&str; 3] = ["replicates", "trajectory", "posterior"];

/// Write a one-page report for a class or an appendix: the answer, charts, tables and method of a case, or of the folder that
/// `run`, `sweep`, `compare`, `levers`, `sensitivity`, `discover` or `backtest` has written.
#[derive(Args)]
pub struct ReportArgs {
    #[command(flatten)]
    case: CaseArgs,
    /// The file to write [default: report.html; report-CHANGES.html where switches or settings change the case]
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    force: ForceArg,
    #[command(flatten)]
    sample: SampleArgs,
    #[command(flatten)]
    nulls: NullArgs,
}

impl ReportArgs {
    pub fn execute(self) -> Result<u8> {
        let permission = self.force.permission(self.case.inputs());
        let input = Input::of(&self.case, &self.sample)?;
        let out = self.out.clone().unwrap_or_else(|| input.file_name("report", "html"));
        destination::check(&out, &[".html", ".htm"], &permission)?;
        let page = match input.results().filter(|(_, results)| results.manifest.command != "run") {
            Some((folder, results)) => self.of_folder(folder, results, &input, &out)?,
            None => {
                let case = super::compile_case(input.scenario()?)?;
                super::on_threads(self.sample.threads, || self.compose(&input, &case, &out))??
            }
        };
        output::write(&out, &stamp::add(StampKind::Markup, page.as_bytes(), None), &permission)?;
        let what = out.display().to_string();
        super::print_stderr(&say!(super::language(), "commands-wrote", what = what));
        Ok(0)
    }

    /// The page of a result folder that is no single case: nothing is negotiated for it.
    fn of_folder(&self, dir: &Path, results: &Results, input: &Input, out: &Path) -> Result<String> {
        let manifest = &results.manifest;
        let mut tables = Vec::new();
        for table in manifest.tables.iter().filter(|table| !LONG.contains(&table.name.as_str())) {
            tables.push((table.name.clone(), results.table(&table.name)?));
        }
        let scenario = input.scenario.as_ref();
        let study = sweep::of_results(dir)?;
        let document = |name: &str| -> Option<serde_json::Value> {
            serde_json::from_str(&std::fs::read_to_string(dir.join(name)).ok()?).ok()
        };
        let (scores, findings) = (document("scores.json"), document("findings.json"));
        let mut again = again::of_folder(dir, manifest);
        let named = shell::path(&dir.display().to_string());
        again.push(format!("plenary report {named} -o {}", shell::path(&out.display().to_string())));
        Ok(folder::render(&FolderPage {
            language: input.language(),
            manifest,
            scenario,
            study: study.as_ref().map(|definition| &definition.study),
            tables: &tables,
            scores: scores.as_ref(),
            findings: findings.as_ref(),
            pictures: &of_tables(dir, results, input.language()),
            again: &again,
        }))
    }

    fn compose(&self, input: &Input, case: &Case, out: &Path) -> Result<String> {
        let (scenario, model, Input { replicates, seed, .. }) = (case.scenario(), case.model(), input);
        let mut progress = TerminalProgress::new(*replicates, super::language::of(case.scenario()));
        let mut chronicle = Chronicle::of(case, *seed, *replicates, &self.nulls.models(), || progress.add(1));
        chronicle.summary.responsibility = Responsibility::of_run(case, *seed, *replicates);
        chronicle.summary.failures = FailureSummary::of(case, &chronicle.summary);
        let choices = choices::survey(case, &chronicle.summary, ChoiceSet::Alone, |more| {
            progress.add(more);
            ControlFlow::Continue(())
        });
        chronicle.summary.choices = choices.map_err(|e| failure!("{e}"))?;
        progress.finish();
        let commonest = chronicle.summary.outcomes.iter().max_by_key(|o| o.share.count);
        let replicate = commonest.and_then(|o| o.example).unwrap_or(0);
        let drawing = Drawing::of(chronicle, replicate).limit_replicates_per_lever(REPLICATES_PER_LEVER);
        let pictures = pictures(&drawing, language::of(scenario))?;
        pictures.iter().for_each(|(wide, _)| super::chart::warn_unprintable(wide));
        let comments = input.text(&self.case).map_or_else(String::new, |text| comments(&text));
        let seed_option = again::seed(*seed);
        let arguments = &input.arguments;
        let null =
            self.nulls.options().iter().map(|word| format!(" {}", shell::quoted(word))).collect::<String>();
        let out = shell::path(&out.display().to_string());
        Ok(page::render(&ReportPage {
            language: language::of(scenario),
            chronicle: drawing.chronicle(None),
            pictures: &pictures,
            replicate,
            story: &narrate(scenario, model, *seed, replicate, super::screen::file_of(scenario)),
            comments: &comments,
            glossary: &glossary::entries(language::of(scenario)),
            source: &scenario.as_file(),
            again: &[
                format!("plenary run{arguments}{seed_option} -n {replicates}{null}"),
                format!("plenary report{arguments}{seed_option} -n {replicates}{null} -o {out}"),
            ],
            explain: &format!("plenary explain{arguments}{seed_option} --replicate {replicate} --full"),
        }))
    }
}

/// Draws every chart of the case, each for wide and for narrow windows.
fn pictures(drawing: &Drawing<'_>, language: Language) -> Result<Vec<(Picture, Picture)>> {
    let mut pictures = Vec::new();
    for kind in KINDS {
        let titles = Titles::of(drawing.scenario());
        // A chart with nothing to draw is left out; the tables of the page say why.
        let [wide, narrow] = [WIDE, Size::COLUMN].map(|size| {
            drawing.draw(
                kind,
                &ChartOptions { language, titles: titles.clone(), is_still: true, ..ChartOptions::at(size) },
            )
        });
        if let (Ok(wide), Ok(narrow)) = (wide?, narrow?) {
            pictures.push((wide, narrow));
        }
    }
    Ok(pictures)
}

/// Draws every chart of a result folder's tables; the measure that the command was asked about, where a chart has it.
pub(super) fn of_tables(dir: &Path, results: &Results, language: Language) -> Vec<(Picture, Picture)> {
    let asked = results.manifest.options.iter().skip_while(|option| *option != "--of").nth(1).cloned();
    let is_of_tables = |kind: &&ChartKind| kind.sources.iter().any(|s| matches!(s, ChartSource::Table(..)));
    let draw = |kind: &ChartKind, size| {
        let usual = ChartOptions { language, is_still: true, ..ChartOptions::at(size) };
        let wanted = ChartOptions { measure: asked.clone(), ..usual.clone() };
        let one = |wanted| {
            drawing::draw_found(dir, results, kind, wanted).ok().flatten().and_then(|drawn| drawn.ok())
        };
        asked.as_ref().and_then(|_| one(&wanted)).or_else(|| one(&usual))
    };
    let pairs =
        KINDS.iter().filter(is_of_tables).filter_map(|kind| draw(kind, WIDE).zip(draw(kind, Size::COLUMN)));
    let pairs: Vec<(Picture, Picture)> = pairs.collect();
    pairs.iter().for_each(|(wide, _)| super::chart::warn_unprintable(wide));
    pairs
}
