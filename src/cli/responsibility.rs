//! `plenary responsibility`: who holds the text down, and by how much.

use std::path::PathBuf;

use crate::cli::failure::{Result, failure};
use clap::{Args, ValueEnum};

use super::{
    CaseArgs, SamplingArgs,
    chart::{ChartFiles, ChartStyle, warn_unprintable},
    compile_case,
    destination::ForceArg,
    interrupt, notes, progress,
};
use plenary::{
    Case,
    report::{
        chart::{self, ChartCase, ChartKind, ChartOptions, ChartSource, words::Titles},
        responsibility as words,
    },
    study::{
        MAX_REPLICATES,
        identity::CaseIdentity,
        responsibility::{Breakdown, Responsibility},
    },
};

/// The picture that shows the answer.
const PICTURE: &str = "responsibility";

/// Share out the way from the draft down to what holds afterwards: who holds the text down, who pulls it up, by how much.
///
/// Each negotiation is held again with some of the parties silent, on the same draws; a party's share is its Shapley value,
/// so that all shares add up.
#[derive(Args)]
pub struct ResponsibilityArgs {
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    sampling: SamplingArgs,
    /// Whose shares: of blocs and lone countries, of every country (a bloc's members share what it answers for), or of
    /// blocs and lone countries on each clause
    #[arg(long, value_enum, default_value = "bloc")]
    by: By,
    /// Draw the shares, to FILE.svg or FILE.png, with the figures in FILE.responsibility.csv; or write only the figures,
    /// to FILE.csv
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    force: ForceArg,
    #[command(flatten)]
    style: ChartStyle,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Bloc,
    Party,
    Clause,
}

impl From<By> for Breakdown {
    fn from(by: By) -> Self {
        match by {
            By::Bloc => Self::Bloc,
            By::Party => Self::Party,
            By::Clause => Self::Clause,
        }
    }
}

/// The results of the command.
#[derive(serde::Serialize)]
struct ResponsibilityResults<'a> {
    case: CaseIdentity,
    version: &'static str,
    seed: u64,
    /// None where no clause is a matter of ambition.
    responsibility: Option<&'a Responsibility>,
}

impl ResponsibilityArgs {
    pub fn execute(self) -> Result<u8> {
        let (_, scenario) = self.case.load_to_negotiate()?;
        let case = compile_case(&scenario)?;
        let (seed, n) =
            (self.sampling.seed, super::replicates(self.sampling.replicates, MAX_REPLICATES / 1000)?);
        notes::warn_of_case(&self.case, &scenario);
        let files = self.files()?;
        interrupt::listen();
        let found = self.measure(&case, n)?;
        let written = files.map(|(kind, files)| self.draw(kind, &files, &case, found.as_ref())).transpose();
        if self.sampling.json {
            super::print_json(&ResponsibilityResults {
                case: CaseIdentity::of(&scenario),
                version: env!("CARGO_PKG_VERSION"),
                seed,
                responsibility: found.as_ref(),
            })?;
        } else {
            super::print_stdout(&words::render(
                &scenario,
                found.as_ref(),
                seed,
                super::screen::of(&scenario),
            ))?;
        }
        if let Some(written) = written? {
            super::print_stderr(&format!("Wrote {}.", written.join(" and ")));
        }
        if interrupt::requested() {
            let done = found.map_or(0, |found| found.draft.n);
            super::print_stderr(&format!("Interrupted after {done} of {n} replicates."));
            return Ok(interrupt::EXIT_CODE);
        }
        Ok(0)
    }

    fn measure(&self, case: &Case, n: u64) -> Result<Option<Responsibility>> {
        let bar = progress::bar(n);
        let found = super::on_threads(self.sampling.threads, || {
            Responsibility::broken_down(case, self.sampling.seed, n, self.by.into(), |more| {
                bar.inc(more);
                interrupt::poll()
            })
        })?;
        bar.finish_and_clear();
        Ok(found)
    }

    /// Where the picture goes, if one is wanted; told before the work.
    fn files(&self) -> Result<Option<(&'static ChartKind, ChartFiles)>> {
        let Some(out) = &self.out else { return Ok(None) };
        let kind = chart::kind(PICTURE).ok_or_else(|| failure!("{PICTURE} cannot be drawn"))?;
        let data_only = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        let permission = self.force.permission(self.case.inputs());
        Ok(Some((kind, ChartFiles::of(out, kind, data_only, permission)?)))
    }

    fn draw(
        &self,
        kind: &ChartKind,
        files: &ChartFiles,
        case: &Case,
        found: Option<&Responsibility>,
    ) -> Result<Vec<String>> {
        let [ChartSource::Responsibility(draw)] = kind.sources else {
            return Err(failure!("{} cannot be drawn", kind.name));
        };
        let (scenario, model, seed) = (case.scenario(), case.model(), self.sampling.seed);
        let wanted = ChartOptions {
            size: self.style.size,
            title: self.style.title.clone(),
            measure: None,
            language: super::language::of(scenario),
            theme: self.style.theme,
            frames: None,
            is_still: false,
            titles: Titles::of(scenario),
        };
        let picture = draw(&ChartCase { scenario, model, seed }, found, &wanted);
        let picture = picture.map_err(|why| failure!("{}: {why}", kind.name))?;
        warn_unprintable(&picture);
        files.write(&picture, picture.csv().as_bytes(), self.style.scale)
    }
}
