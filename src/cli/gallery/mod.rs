//! `plenary gallery`: every kind of picture, on scenarios that come with the program, and on small studies of the first.

mod studies;

use std::path::{Path, PathBuf};

use crate::cli::failure::{Context, IntoFailure, Result, failure};
use clap::{Args, ValueEnum};

use super::{chart::Look, drawing::Drawing, output, shipped};
use plenary::{
    model::Model,
    report::chart::{Draws, KINDS, Kind, Picture, Wanted, raster},
    scenario::Scenario,
};

/// Negotiations at each point of a study.
const STUDIED: u64 = 100;
/// The replicate whose negotiation is shown.
const SHOWN: u64 = 0;

/// Draw every kind of picture on the scenarios that come with the program.
#[derive(Args)]
pub struct Gallery {
    /// The folder to write to; one folder below for each scenario
    #[arg(short, long, value_name = "DIR")]
    out: PathBuf,
    /// What to write the pictures as
    #[arg(long, value_enum, default_value_t = Format::Svg)]
    format: Format,
    /// How many negotiations of each scenario, and for each switch at most 200
    #[arg(short = 'n', long, default_value_t = 1000)]
    replicates: u64,
    #[command(flatten)]
    look: Look,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Svg,
    Png,
}

impl Gallery {
    pub fn execute(self) -> Result<u8> {
        super::replicates(self.replicates, plenary::study::MAX_REPLICATES)?;
        let mut left_out = Vec::new();
        let mut drawn = 0;
        for name in shipped::names(&[shipped::Kind::Scenario]) {
            let scenario = shipped::load(name)?;
            if scenario.is_body() {
                continue;
            }
            drawn += self.hang(name, &scenario, &mut left_out)?;
        }
        drawn += self.hang_studies(&mut left_out)?;
        super::remark(&format!("Wrote {drawn} pictures to {}.", self.out.display()));
        left_out.iter().for_each(|line: &String| super::remark(line));
        Ok(0)
    }

    /// Draws what there is to draw of a scenario; says how many pictures that is.
    fn hang(&self, name: &str, scenario: &Scenario, left_out: &mut Vec<String>) -> Result<usize> {
        let model = Model::compile(scenario).map_err(|e| failure!("{e}"))?;
        let folder = self.out.join(name);
        std::fs::create_dir_all(&folder)
            .into_failure()
            .context(|| format!("cannot make the folder {}", folder.display()))?;
        let drawing = Drawing::new(scenario, &model, 1, self.replicates, SHOWN).with_pulls(200);
        let wanted = Wanted::at(self.look.size);
        let mut drawn = 0;
        for kind in KINDS.iter().filter(|kind| is_of_a_case(kind)) {
            match drawing.draw(kind, &wanted)? {
                Ok(picture) => {
                    self.write(&folder.join(kind.name), &picture)?;
                    drawn += 1;
                }
                Err(why) => left_out.push(format!("Not drawn: {} of {name}: {why}", kind.name)),
            }
        }
        Ok(drawn)
    }

    /// Draws what is drawn from studies.
    fn hang_studies(&self, left_out: &mut Vec<String>) -> Result<usize> {
        let folder = self.out.join(studies::CASE);
        let wanted = Wanted::at(self.look.size);
        let studied = studies::all(self.replicates.min(STUDIED))?;
        let mut drawn = 0;
        for kind in KINDS.iter().filter(|kind| !is_of_a_case(kind)) {
            let mut why = None;
            let picture = kind.draws.iter().find_map(|draws| {
                let Draws::Table(tables, draw) = draws else { return None };
                let of = studied.iter().filter(|s| tables.contains(&s.name));
                of.map(|s| draw(&s.found(), &wanted)).find_map(|drawn| drawn.map_err(|e| why = Some(e)).ok())
            });
            match (picture, why) {
                (Some(picture), _) => {
                    self.write(&folder.join(kind.name), &picture)?;
                    drawn += 1;
                }
                (None, why) => {
                    let why = why.map_or_else(String::new, |why| format!(": {why}"));
                    left_out.push(format!("Not drawn: {}{why}", kind.name));
                }
            }
        }
        Ok(drawn)
    }

    fn write(&self, path: &Path, picture: &Picture) -> Result<()> {
        let (ending, bytes) = match self.format {
            Format::Svg => ("svg", picture.svg.clone().into_bytes()),
            Format::Png => ("png", raster::png(picture, self.look.scale).into_failure()?),
        };
        output::write_whole(&[
            (path.with_extension("csv"), picture.data.csv().into_bytes()),
            (path.with_extension(ending), bytes),
        ])
    }
}

/// Whether a picture is drawn from one case; else from a study.
fn is_of_a_case(kind: &Kind) -> bool {
    kind.draws.iter().any(|draws| match draws {
        Draws::Table(tables, _) => tables.contains(&"levers"),
        _ => true,
    })
}
