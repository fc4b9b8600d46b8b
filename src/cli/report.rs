//! `plenary report`: writes all results on one HTML page.

use std::{ops::ControlFlow, path::PathBuf};

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{
    CaseArgs,
    destination::{self, ForceArg},
    drawing::{self, Drawing},
    explain::narrate,
    input::{Input, SampleArgs},
    nulls::NullArgs,
    progress::TerminalProgress,
};
use plenary::{
    Case,
    output::{
        self,
        stamp::{self, StampKind},
    },
    report::{
        chart::{ChartKind, ChartOptions, ChartSource, KINDS, Picture, Size},
        page::{self, ReportPage},
    },
    study::{
        Chronicle, FailureSummary,
        choices::{self, ChoiceSet},
        responsibility::Responsibility,
    },
};

/// Number of negotiations per switch: enough to rank the switches.
const REPLICATES_PER_LEVER: u64 = 200;
/// Size of charts on wide windows and on paper.
const WIDE: Size = Size { width: 960, height: 600 };

/// Write a one-page report for a class or an appendix: answer, charts, tables, one negotiation narrated, method.
#[derive(Args)]
pub struct ReportArgs {
    #[command(flatten)]
    case: CaseArgs,
    /// The file to write
    #[arg(short, long, value_name = "FILE", default_value = "report.html")]
    out: PathBuf,
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
        destination::check(&self.out, &[".html", ".htm"], &permission)?;
        let input = Input::of(&self.case, &self.sample)?;
        let case = super::compile_case(input.scenario()?)?;
        let page = super::on_threads(self.sample.threads, || self.compose(&input, &case))??;
        output::write(&self.out, &stamp::add(StampKind::Markup, page.as_bytes(), None), &permission)?;
        super::print_stderr(&format!("Wrote {}.", self.out.display()));
        Ok(0)
    }

    fn compose(&self, input: &Input, case: &Case) -> Result<String> {
        let (scenario, model, Input { replicates, seed, .. }) = (case.scenario(), case.model(), input);
        let mut progress = TerminalProgress::new(*replicates);
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
        let pictures = pictures(&drawing, input)?;
        pictures.iter().for_each(|(wide, _)| super::chart::warn_unprintable(wide));
        let source = scenario.as_file();
        Ok(page::render(&ReportPage {
            chronicle: drawing.chronicle(None),
            pictures: &pictures,
            narration: (
                replicate,
                &narrate(scenario, model, *seed, replicate, super::screen::file_of(scenario)).whole,
            ),
            source: &source,
            arguments: &self.case.as_arguments(),
        }))
    }
}

/// Draws every chart of the case and of the study named, if any; each for wide and for narrow windows.
fn pictures(drawing: &Drawing<'_>, input: &Input) -> Result<Vec<(Picture, Picture)>> {
    let mut pictures = Vec::new();
    for kind in KINDS {
        let of = |size| {
            let wanted = ChartOptions::at(size);
            let found = input.results().filter(|_| is_drawn_from_tables(kind));
            match found.map(|(folder, results)| drawing::draw_found(folder, results, kind, &wanted)) {
                Some(Ok(Some(drawn))) => Ok(drawn),
                _ => drawing.draw(kind, &wanted),
            }
        };
        // A chart with nothing to draw is left out; the tables of the page say why.
        if let (Ok(wide), Ok(narrow)) = (of(WIDE)?, of(Size::COLUMN)?) {
            pictures.push((wide, narrow));
        }
    }
    Ok(pictures)
}

/// Whether a chart is preferably drawn from the tables of a study.
fn is_drawn_from_tables(kind: &ChartKind) -> bool {
    matches!(kind.sources.first(), Some(ChartSource::Table(..)))
}
