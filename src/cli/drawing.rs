//! Drawing charts. The negotiations a chart needs are simulated, or read from a result folder, on first use.

use std::{cell::OnceCell, ops::ControlFlow, path::Path};

use crate::cli::failure::{Failure, Result, failure};

use super::{again, progress::TerminalProgress};
use plenary::{
    Case,
    random::Seed,
    report::chart::{self, ChartKind, ChartOptions, ChartSource, KINDS, NothingToDraw, Picture, ResultTable},
    scenario::Scenario,
    study::{
        Chronicle, Drafting, Minutes, Switching,
        identity::{Identity, Runs},
        levers::{self, Effort, LeverSet},
        measure::{Measure, Measures},
        responsibility::Responsibility,
        store::Results,
        table::DataTable,
    },
};

/// A picture, or the reason why there is none.
pub type DrawResult = std::result::Result<Picture, NothingToDraw>;

/// One case, with the results simulated for it so far.
pub struct Drawing<'a> {
    case: &'a Case,
    seed: Seed,
    replicates: u64,
    /// The replicate shown in charts of a single negotiation.
    replicate: u64,
    /// The most negotiations of a lever.
    replicates_per_lever: u64,
    chronicle: OnceCell<Chronicle<'a>>,
    minutes: OnceCell<Minutes>,
    levers: OnceCell<DataTable>,
    responsibility: OnceCell<Option<Responsibility>>,
    drafting: OnceCell<Drafting>,
    switching: OnceCell<Switching>,
}

impl<'a> Drawing<'a> {
    /// A drawing without results.
    pub fn new(case: &'a Case, seed: Seed, replicates: u64, replicate: u64) -> Self {
        Self {
            case,
            seed,
            replicates,
            replicate,
            replicates_per_lever: replicates,
            chronicle: OnceCell::new(),
            minutes: OnceCell::new(),
            levers: OnceCell::new(),
            responsibility: OnceCell::new(),
            drafting: OnceCell::new(),
            switching: OnceCell::new(),
        }
    }

    /// A drawing of negotiations that have already been simulated.
    pub fn of(chronicle: Chronicle<'a>, replicate: u64) -> Self {
        let Chronicle { case, seed, .. } = chronicle;
        let drawing = Self::new(case, seed, chronicle.summary.replicates, replicate);
        let _ = drawing.chronicle.set(chronicle);
        drawing
    }

    /// Limits the number of negotiations per lever.
    #[must_use]
    pub fn limit_replicates_per_lever(mut self, max: u64) -> Self {
        self.replicates_per_lever = self.replicates_per_lever.min(max);
        self
    }

    /// The scenario of the case.
    pub fn scenario(&self) -> &Scenario {
        self.case.scenario()
    }

    /// All replicates of the case, simulated on first use; this measure is watched then, too.
    pub fn chronicle(&self, measure: Option<&str>) -> &Chronicle<'a> {
        self.chronicle.get_or_init(|| {
            let (case, seed, n) = (self.case, self.seed, self.replicates);
            let mut progress = TerminalProgress::new(n, super::language::of(self.scenario()));
            // What cannot be measured is said when it is drawn.
            let measure = measure.map(|name| Measures::of(case.model()).select(name));
            let measures: Vec<Measure> = measure.into_iter().flatten().collect();
            let chronicle = Chronicle::watching(case, seed, n, &[], &measures, || progress.add(1));
            progress.finish();
            chronicle
        })
    }

    /// Draws a picture.
    pub fn draw(&self, kind: &ChartKind, wanted: &ChartOptions) -> Result<DrawResult> {
        let (scenario, model, seed) = (self.case.scenario(), self.case.model(), self.seed);
        let Some(first) = kind.sources.first() else { return Err(failure!("{} cannot be drawn", kind.name)) };
        Ok(match *first {
            ChartSource::Chronicle(draw) => draw(self.chronicle(wanted.measure.as_deref()), wanted),
            ChartSource::Minutes(draw) => {
                let rounds = scenario.protocol.rounds();
                let minutes = self.minutes.get_or_init(|| Minutes::of(model, rounds, seed, self.replicate));
                draw(&chart::ChartCase { scenario, model, seed }, minutes, wanted)
            }
            ChartSource::Drafting(draw) => {
                let drafting = self.drafting.get_or_init(|| Drafting::of(model, seed, self.replicate));
                draw(&chart::ChartCase { scenario, model, seed }, drafting, wanted)
            }
            ChartSource::Scenario(draw) => draw(scenario, wanted),
            ChartSource::Switches(draw) => {
                draw(&chart::ChartCase { scenario, model, seed }, self.switching(), wanted)
            }
            ChartSource::Responsibility(draw) => {
                draw(&chart::ChartCase { scenario, model, seed }, self.responsibility(), wanted)
            }
            ChartSource::Table(tables, draw) if tables.contains(&"levers") => {
                let identity = Identity::of(scenario, seed, Runs::Several);
                let table = levers::asked_in(self.levers()?, scenario, wanted.language);
                let found = ResultTable { identity: &identity, factors: &[], table: &table };
                draw(&found, wanted)
            }
            ChartSource::Table(tables, _) => Err(NothingToDraw::of_a_case(tables)),
        })
    }

    /// Who holds the text down: as found with the chronicle, else computed on first use.
    fn responsibility(&self) -> Option<&Responsibility> {
        let known = || self.chronicle.get()?.summary.responsibility.clone();
        let asked = || Responsibility::of_run(self.case, self.seed, self.replicates);
        self.responsibility.get_or_init(|| known().or_else(asked)).as_ref()
    }

    /// The outcomes of the case and of each of its switches, simulated on first use.
    fn switching(&self) -> &Switching {
        self.switching.get_or_init(|| {
            let (case, n) = (self.case, self.replicates_per_lever);
            let mut progress = TerminalProgress::new(
                n * (1 + case.scenario().switches.len() as u64),
                super::language::of(case.scenario()),
            );
            let switching = Switching::of(case, self.seed, n, || progress.add(1));
            progress.finish();
            switching
        })
    }

    fn levers(&self) -> Result<&DataTable> {
        if self.levers.get().is_none() {
            let effort = Effort::Race { most: self.replicates_per_lever, small: None };
            let mut progress = TerminalProgress::new(0, super::language::of(self.scenario()));
            let pulled = levers::pull(self.case.scenario(), self.seed, effort, LeverSet::All, &[], |pulse| {
                progress.add_before(pulse.more, pulse.left);
                ControlFlow::Continue(())
            });
            progress.finish();
            let _ = self.levers.set(levers::table(&pulled.map_err(|e| failure!("{e}"))?));
        }
        self.levers.get().ok_or_else(|| failure!("no treatment was run"))
    }
}

/// Draws a picture from the tables of a result folder; `None` if this kind must be drawn from the case itself.
pub fn draw_found(
    folder: &Path,
    results: &Results,
    kind: &ChartKind,
    wanted: &ChartOptions,
) -> Result<Option<DrawResult>> {
    let mut needed: &[&str] = &[];
    for source in kind.sources {
        let ChartSource::Table(tables, draw) = source else { continue };
        let Some(name) = tables.iter().find(|name| results.has(name)) else {
            needed = tables;
            continue;
        };
        let (mut table, manifest) = (results.table(name)?, &results.manifest);
        if *name == "levers"
            && let Ok(case) = Scenario::parse("scenario.ron", &manifest.scenario)
        {
            table = levers::asked_in(&table, &case, wanted.language);
        }
        if table.rows.is_empty() {
            let file = folder.join(format!("{name}.csv"));
            return Err(failure!("{} has no rows: there is nothing to draw", file.display()));
        }
        let identity = manifest.identity();
        let found = ResultTable { identity: &identity, factors: &manifest.factors, table: &table };
        return Ok(Some(draw(&found, wanted)));
    }
    let from_a_case = kind.sources.iter().any(|d| !matches!(d, ChartSource::Table(..)));
    if results.manifest.command == "run" && (from_a_case || needed.contains(&"levers")) {
        return Ok(None);
    }
    Err(not_there(folder, results, kind, from_a_case, needed))
}

/// Why this kind cannot be drawn from a folder, and what can.
fn not_there(
    folder: &Path,
    results: &Results,
    kind: &ChartKind,
    from_a_case: bool,
    needed: &[&str],
) -> Failure {
    let command = &results.manifest.command;
    let is_there = |kind: &&ChartKind| {
        let tables = |source: &ChartSource| match source {
            ChartSource::Table(tables, _) => tables.iter().any(|name| results.has(name)),
            _ => false,
        };
        kind.sources.iter().any(tables)
    };
    let others: Vec<&str> = KINDS.iter().filter(is_there).map(|kind| kind.name).collect();
    let others =
        if others.is_empty() { String::new() } else { format!("; from this folder: {}", others.join(", ")) };
    let source = match from_a_case {
        true => format!(
            "one case: a scenario, or the folder of plenary run{}",
            again::case_in(folder, &results.manifest)
        ),
        false => chart::comes_from(needed).to_string(),
    };
    failure!(
        help = format!("it is drawn from {source}{others}"),
        "{} cannot be drawn from {}: the folder holds the results of plenary {command}",
        kind.name,
        folder.display()
    )
}
