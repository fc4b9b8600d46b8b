//! Drawing: what each kind of picture needs is negotiated, or read from a result folder, when it is first asked for.

use std::{cell::OnceCell, ops::ControlFlow, path::Path};

use miette::{Result, miette};

use super::progress::Progress;
use plenary::{
    model::Model,
    random::Seed,
    report::chart::{self, Draws, Found, Kind, NothingToDraw, Picture, Wanted},
    scenario::Scenario,
    study::{
        Chronicle, Minutes,
        levers::{self, Which},
        store::Results,
        table::Table,
    },
};

/// A picture, or why there is none.
pub type Drawn = std::result::Result<Picture, NothingToDraw>;

/// One case, and what has been negotiated of it so far.
pub struct Drawing<'a> {
    scenario: &'a Scenario,
    model: &'a Model,
    seed: Seed,
    replicates: u64,
    /// Which replicate pictures of a single negotiation show.
    replicate: u64,
    /// Negotiations for each lever.
    pulls: u64,
    chronicle: OnceCell<Chronicle<'a>>,
    minutes: OnceCell<Minutes>,
    levers: OnceCell<Table>,
}

impl<'a> Drawing<'a> {
    /// Nothing negotiated yet.
    pub fn new(
        scenario: &'a Scenario,
        model: &'a Model,
        seed: Seed,
        replicates: u64,
        replicate: u64,
    ) -> Self {
        Self {
            scenario,
            model,
            seed,
            replicates,
            replicate,
            pulls: replicates,
            chronicle: OnceCell::new(),
            minutes: OnceCell::new(),
            levers: OnceCell::new(),
        }
    }

    /// From negotiations that are there already.
    pub fn of(chronicle: Chronicle<'a>, replicate: u64) -> Self {
        let Chronicle { scenario, model, seed, .. } = chronicle;
        let drawing = Self::new(scenario, model, seed, chronicle.summary.replicates, replicate);
        let _ = drawing.chronicle.set(chronicle);
        drawing
    }

    /// Negotiates no more than this for each lever.
    #[must_use]
    pub fn with_pulls(mut self, most: u64) -> Self {
        self.pulls = self.pulls.min(most);
        self
    }

    /// Many negotiations of the case.
    pub fn chronicle(&self) -> &Chronicle<'a> {
        self.chronicle.get_or_init(|| {
            let mut progress = Progress::new(self.replicates);
            let (scenario, model) = (self.scenario, self.model);
            let chronicle =
                Chronicle::of(scenario, model, self.seed, self.replicates, &[], || progress.add(1));
            progress.finish();
            chronicle
        })
    }

    /// Draws a picture.
    pub fn draw(&self, kind: &Kind, wanted: &Wanted) -> Result<Drawn> {
        let Self { scenario, model, seed, .. } = *self;
        let Some(first) = kind.draws.first() else { return Err(miette!("{} cannot be drawn", kind.name)) };
        Ok(match *first {
            Draws::Chronicle(draw) => draw(self.chronicle(), wanted),
            Draws::Minutes(draw) => {
                let rounds = scenario.protocol.rounds();
                let minutes = self.minutes.get_or_init(|| Minutes::of(model, rounds, seed, self.replicate));
                draw(&chart::Case { scenario, model, seed }, minutes, wanted)
            }
            Draws::Table(tables, draw) if tables.contains(&"levers") => {
                let hash = scenario.hash();
                let found = Found {
                    title: &scenario.title,
                    hash: &hash,
                    version: env!("CARGO_PKG_VERSION"),
                    seed,
                    replicates: Some(self.pulls),
                    factors: &[],
                    table: self.levers()?,
                };
                draw(&found, wanted)
            }
            Draws::Table(tables, _) => Err(NothingToDraw::of_a_case(tables)),
        })
    }

    fn levers(&self) -> Result<&Table> {
        if self.levers.get().is_none() {
            let mut progress = Progress::new(self.pulls * levers::count(self.scenario, Which::All) as u64);
            let pulled = levers::pull(self.scenario, self.seed, self.pulls, Which::All, &[], || {
                progress.add(self.pulls);
                ControlFlow::Continue(())
            });
            progress.finish();
            let _ = self.levers.set(levers::table(&pulled.map_err(|e| miette!("{e}"))?));
        }
        self.levers.get().ok_or_else(|| miette!("no lever was pulled"))
    }
}

/// Draws a picture from the tables of a result folder; none where it is drawn from a case.
pub fn draw_found(folder: &Path, results: &Results, kind: &Kind, wanted: &Wanted) -> Result<Option<Drawn>> {
    let mut needed: &[&str] = &[];
    for draws in kind.draws {
        let Draws::Table(tables, draw) = draws else { continue };
        let Some(name) = tables.iter().find(|name| results.has(name)) else {
            needed = tables;
            continue;
        };
        let (table, manifest) = (results.table(name)?, &results.manifest);
        if table.rows.is_empty() {
            let file = folder.join(format!("{name}.csv"));
            return Err(miette!("{} holds no rows: there is nothing to draw", file.display()));
        }
        let found = Found {
            title: &manifest.title,
            hash: &manifest.scenario_hash,
            version: &manifest.version,
            seed: manifest.seed,
            replicates: None,
            factors: &manifest.factors,
            table: &table,
        };
        return Ok(Some(draw(&found, wanted)));
    }
    let from_a_case = kind.draws.iter().any(|d| !matches!(d, Draws::Table(..)));
    if from_a_case || (needed.contains(&"levers") && results.manifest.command == "run") {
        return Ok(None);
    }
    let held: Vec<&str> = results.manifest.tables.iter().map(|t| t.name.as_str()).collect();
    Err(miette!(
        help = format!("it is drawn from {}", chart::comes_from(needed)),
        "{} cannot be drawn from {}: it holds {} (plenary {})",
        kind.name,
        folder.display(),
        held.join(", "),
        results.manifest.command
    ))
}
