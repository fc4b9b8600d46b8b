//! `plenary gallery`: draws every kind of chart for the shipped scenarios, and for small studies of the default one.

mod studies;

use std::path::{Path, PathBuf};

use crate::cli::failure::Result;
use clap::{Args, ValueEnum};

use super::{
    chart::{ChartFiles, ChartStyle},
    destination::ForceArg,
    drawing::Drawing,
    language, shipped,
};
use plenary::{
    output,
    report::{
        chart::{ChartKind, ChartOptions, ChartSource, KINDS, Picture},
        titles::Titles,
    },
    say,
    scenario::Scenario,
};

/// Number of negotiations at each point of a study.
const REPLICATES_PER_POINT: u64 = 100;
/// The replicate shown in charts of a single negotiation.
const REPLICATE: u64 = 0;

/// Draw every kind of chart for the scenarios that come with the program.
#[derive(Args)]
pub struct GalleryArgs {
    /// The folder to write to, with one subfolder per scenario
    #[arg(short, long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    force: ForceArg,
    /// The image format
    #[arg(long, value_enum, default_value_t = ImageFormat::Svg)]
    format: ImageFormat,
    /// How many negotiations per scenario (at most 200 per switch)
    #[arg(short = 'n', long, default_value_t = 1000, value_parser = crate::cli::words::whole, allow_negative_numbers = true)]
    replicates: u64,
    #[command(flatten)]
    style: ChartStyle,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ImageFormat {
    Svg,
    Png,
}

impl GalleryArgs {
    pub fn execute(self) -> Result<u8> {
        super::replicates(self.replicates, plenary::study::MAX_REPLICATES)?;
        let mut left_out = Vec::new();
        let mut drawn = 0;
        for name in shipped::names(&[shipped::ShippedKind::Scenario]) {
            let scenario = shipped::load(name)?;
            if scenario.is_body() {
                continue;
            }
            drawn += self.draw_scenario(name, &scenario, &mut left_out)?;
        }
        drawn += self.draw_studies(&mut left_out)?;
        let language = super::language();
        let (what, folder) = (say!(language, "commands-pictures", n = drawn), self.out.display().to_string());
        super::print_stderr(&say!(language, "commands-wrote-to", what = what, folder = folder));
        left_out.iter().for_each(|line: &String| super::print_stderr(line));
        Ok(0)
    }

    fn options(&self, scenario: &Scenario) -> ChartOptions {
        ChartOptions {
            theme: self.style.theme,
            language: language::of(scenario),
            titles: Titles::of(scenario),
            ..ChartOptions::at(self.style.size)
        }
    }

    /// Draws every chart of a scenario and returns how many there are; notes those that could not be drawn.
    fn draw_scenario(&self, name: &str, scenario: &Scenario, left_out: &mut Vec<String>) -> Result<usize> {
        let case = super::compile_case(scenario)?;
        let folder = self.out.join(name);
        output::create_folder(&folder)?;
        let drawing = Drawing::new(&case, 1, self.replicates, REPLICATE);
        let drawing = drawing.limit_replicates_per_lever(200);
        let wanted = self.options(scenario);
        let mut drawn = 0;
        for kind in KINDS.iter().filter(|kind| is_drawn_from_case(kind)) {
            match drawing.draw(kind, &wanted)? {
                Ok(picture) => {
                    self.write(&folder, kind, &picture)?;
                    drawn += 1;
                }
                Err(why) => left_out.push(format!("Not drawn: {} of {name}: {why}", kind.name)),
            }
        }
        Ok(drawn)
    }

    /// Draws the charts that need a study.
    fn draw_studies(&self, left_out: &mut Vec<String>) -> Result<usize> {
        let folder = self.out.join(studies::CASE);
        let wanted = self.options(&shipped::load(studies::CASE)?);
        let studied = studies::all(self.replicates.min(REPLICATES_PER_POINT))?;
        let mut drawn = 0;
        for kind in KINDS.iter().filter(|kind| !is_drawn_from_case(kind)) {
            let mut why = None;
            let picture = kind.sources.iter().find_map(|source| {
                let ChartSource::Table(tables, draw) = source else { return None };
                let of = studied.iter().filter(|s| tables.contains(&s.name));
                of.map(|s| draw(&s.found(), &wanted)).find_map(|drawn| drawn.map_err(|e| why = Some(e)).ok())
            });
            match (picture, why) {
                (Some(picture), _) => {
                    self.write(&folder, kind, &picture)?;
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

    fn write(&self, folder: &Path, kind: &ChartKind, picture: &Picture) -> Result<()> {
        let ending = match self.format {
            ImageFormat::Svg => "svg",
            ImageFormat::Png => "png",
        };
        let out = folder.join(format!("{}.{ending}", kind.name));
        let files = ChartFiles::of(&out, kind, false, self.force.permission([]))?;
        files.write(picture, picture.csv().as_bytes(), self.style.scale)?;
        Ok(())
    }
}

/// Whether a chart is drawn from one case rather than from a study.
fn is_drawn_from_case(kind: &ChartKind) -> bool {
    kind.sources.iter().any(|source| match source {
        ChartSource::Table(tables, _) => tables.contains(&"levers"),
        _ => true,
    })
}
