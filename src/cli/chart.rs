//! `plenary chart`: draws one chart and writes the data behind it.

use std::path::{Path, PathBuf};

use crate::cli::failure::{IntoFailure, Result, failure};
use clap::Args;

use super::{
    CaseArgs, compile_case,
    drawing::{self, Drawing},
    files,
    input::{Input, SampleArgs},
};
use plenary::report::chart::{self, ChartKind, ChartOptions, KINDS, Picture, Size, raster};

/// Draw one chart and write the data behind it to a CSV file beside it.
#[derive(Args)]
#[command(after_help = "plenary chart list   lists every kind of chart")]
pub struct ChartArgs {
    /// The kind of chart; `list` lists them all
    kind: String,
    #[command(flatten)]
    case: CaseArgs,
    /// The file to write: FILE.svg or FILE.png; the data go to FILE.csv beside it [default: KIND.svg]
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    style: ChartStyle,
    #[command(flatten)]
    sample: SampleArgs,
    /// What pictures of a study, of levers and of convergence show, as in lcd, realised_depth or gain:China
    #[arg(long)]
    measure: Option<String>,
    /// Write only the data, to FILE.csv; without --out, print them
    #[arg(long)]
    data_only: bool,
}

/// The appearance of charts.
#[derive(Args)]
pub struct ChartStyle {
    /// slide (1280x720), column (336x400, a journal's column) or WIDTHxHEIGHT in CSS pixels, 96 to the inch
    #[arg(long, default_value = "slide", value_parser = |s: &str| s.parse::<Size>())]
    pub size: Size,
    /// PNG pixels per CSS pixel
    #[arg(long, default_value_t = 2.0, value_parser = scale)]
    pub scale: f64,
    /// A title to replace the chart's own
    #[arg(long)]
    pub title: Option<String>,
}

fn scale(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|s| (0.1..=20.0).contains(s))
        .ok_or_else(|| "expected a number from 0.1 to 20".to_owned())
}

impl ChartArgs {
    pub fn execute(self) -> Result<u8> {
        if self.kind == "list" {
            return super::print_stdout(&list());
        }
        let kind = chart::kind(&self.kind).ok_or_else(|| unknown_kind(&self.kind))?;
        let to_screen = self.data_only && self.out.is_none();
        let out = self.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}.svg", kind.name)));
        let format = OutputFormat::of(&out, self.data_only)?;
        let input = Input::of(&self.case, &self.sample)?;
        let wanted = ChartOptions {
            size: self.style.size,
            title: self.style.title.clone(),
            measure: self.measure.clone(),
        };
        let picture = draw(kind, &input, &self.sample, &wanted)?;
        warn_unprintable(&picture);
        let figures = picture.data.csv();
        if to_screen {
            return super::print_stdout(&figures);
        }
        let data = out.with_extension("csv");
        let mut files = vec![(data.clone(), figures.into_bytes())];
        if let Some(bytes) = format.encode(&picture, self.style.scale)? {
            files.push((out.clone(), bytes));
        }
        files::write_atomically(&files)?;
        let written: Vec<String> = files.iter().rev().map(|(path, _)| path.display().to_string()).collect();
        super::print_stderr(&format!("Wrote {}.", written.join(" and ")));
        Ok(0)
    }
}

/// The format to write.
#[derive(Clone, Copy)]
enum OutputFormat {
    Svg,
    Png,
    Figures,
}

impl OutputFormat {
    /// Chooses the format by the file's extension; called before the simulation so that mistakes are reported early.
    fn of(path: &Path, data_only: bool) -> Result<Self> {
        files::check_folder(path)?;
        match path.extension().and_then(|e| e.to_str()).map(str::to_lowercase).as_deref() {
            _ if data_only => Ok(Self::Figures),
            Some("svg") => Ok(Self::Svg),
            Some("png") => Ok(Self::Png),
            _ => Err(failure!(
                help = "name it FILE.svg or FILE.png; with --data-only, FILE.csv",
                "{} is neither SVG nor PNG",
                path.display()
            )),
        }
    }

    fn encode(self, picture: &Picture, scale: f64) -> Result<Option<Vec<u8>>> {
        match self {
            Self::Figures => Ok(None),
            Self::Svg => Ok(Some(picture.svg.clone().into_bytes())),
            Self::Png => raster::png(picture, scale).map(Some).into_failure(),
        }
    }
}

/// Loads or simulates what this kind of chart needs, and draws it.
fn draw(kind: &ChartKind, input: &Input, sample: &SampleArgs, wanted: &ChartOptions) -> Result<Picture> {
    let found = input.results().map(|(folder, results)| drawing::draw_found(folder, results, kind, wanted));
    let drawn = match found.transpose()?.flatten() {
        Some(drawn) => drawn,
        None => {
            let case = compile_case(input.scenario()?)?;
            super::on_threads(sample.threads, || {
                Drawing::new(&case, input.seed, input.replicates, sample.replicate).draw(kind, wanted)
            })??
        }
    };
    drawn.map_err(|why| failure!("{}: {why}", kind.name))
}

fn list() -> String {
    let widest = KINDS.iter().map(|k| k.name.len()).max().unwrap_or(0);
    KINDS.iter().map(|k| format!("  {:widest$}  {}\n", k.name, k.about)).collect()
}

fn unknown_kind(name: &str) -> crate::cli::failure::Failure {
    let known: Vec<&str> = KINDS.iter().map(|k| k.name).collect();
    let near =
        known.iter().max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    let near = near
        .filter(|k| strsim::jaro_winkler(k, name) > 0.75)
        .map_or_else(String::new, |k| format!("; did you mean {k}?"));
    failure!(help = format!("one of {}{near}", known.join(", ")), "there is no kind of chart called {name:?}")
}

/// Warns about labels with characters that the built-in fonts lack.
pub fn warn_unprintable(picture: &Picture) {
    for (label, characters) in &picture.unprintable {
        let named: Vec<String> =
            characters.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
        super::print_stderr(&format!(
            "The built-in fonts lack {} in “{label}”: PNG shows □ instead, SVG depends on the viewer's fonts.",
            named.join(", ")
        ));
    }
}
