//! `plenary gallery`: every kind of picture, on scenarios that come with the program.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use miette::{Context, IntoDiagnostic, Result, miette};

use super::{chart::Look, drawing::Drawing, output, shipped};
use plenary::{
    model::Model,
    report::chart::{KINDS, Picture, Wanted, raster},
    scenario::Scenario,
};

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
        super::remark(&format!("Wrote {drawn} pictures to {}.", self.out.display()));
        left_out.iter().for_each(|line: &String| super::remark(line));
        Ok(0)
    }

    /// Draws what there is to draw of a scenario; says how many pictures that is.
    fn hang(&self, name: &str, scenario: &Scenario, left_out: &mut Vec<String>) -> Result<usize> {
        let model = Model::compile(scenario).map_err(|e| miette!("{e}"))?;
        let folder = self.out.join(name);
        std::fs::create_dir_all(&folder)
            .into_diagnostic()
            .wrap_err_with(|| format!("cannot make the folder {}", folder.display()))?;
        let drawing = Drawing::new(scenario, &model, 1, self.replicates, SHOWN).with_pulls(200);
        let wanted = Wanted::at(self.look.size);
        let mut drawn = 0;
        for kind in KINDS {
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

    fn write(&self, path: &Path, picture: &Picture) -> Result<()> {
        let (ending, bytes) = match self.format {
            Format::Svg => ("svg", picture.svg.clone().into_bytes()),
            Format::Png => ("png", raster::png(picture, self.look.scale).into_diagnostic()?),
        };
        output::write_whole(&[
            (path.with_extension("csv"), picture.data.csv().into_bytes()),
            (path.with_extension(ending), bytes),
        ])
    }
}
