//! `plenary chart`: one picture, with the figures behind it.

use std::path::{Path, PathBuf};

use clap::Args;
use miette::{IntoDiagnostic, Result, miette};

use super::{
    Case,
    drawing::{self, Drawing},
    input::{Input, Sample},
    output,
};
use plenary::{
    model::Model,
    report::chart::{self, KINDS, Kind, Picture, Size, Wanted, raster},
};

/// Draw one picture, and write the figures behind it beside it.
#[derive(Args)]
#[command(after_help = "plenary chart list   names every kind of picture")]
pub struct Chart {
    /// The kind of picture; `list` names them all
    kind: String,
    #[command(flatten)]
    case: Case,
    /// Where to write: FILE.svg or FILE.png; the figures go to FILE.csv beside it [default: KIND.svg]
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    look: Look,
    #[command(flatten)]
    sample: Sample,
    /// What pictures of a study, of levers and of convergence show, as in lcd, realised_depth or gain:China
    #[arg(long)]
    measure: Option<String>,
    /// Write only the figures, to FILE.csv, or print them where no file is named
    #[arg(long)]
    data_only: bool,
}

/// How pictures look.
#[derive(Args)]
pub struct Look {
    /// slide (1280x720), column (336x400, a journal's column) or WIDTHxHEIGHT in CSS pixels, 96 to the inch
    #[arg(long, default_value = "slide", value_parser = |s: &str| s.parse::<Size>())]
    pub size: Size,
    /// Pixels of a PNG to a CSS pixel
    #[arg(long, default_value_t = 2.0, value_parser = scale)]
    pub scale: f64,
    /// A title in place of the picture's own
    #[arg(long)]
    pub title: Option<String>,
}

fn scale(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|s| (0.1..=20.0).contains(s))
        .ok_or_else(|| "expected a number from 0.1 to 20".to_owned())
}

impl Chart {
    pub fn execute(self) -> Result<u8> {
        if self.kind == "list" {
            return super::say(&list());
        }
        let kind = chart::kind(&self.kind).ok_or_else(|| unknown(&self.kind))?;
        let to_screen = self.data_only && self.out.is_none();
        let out = self.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}.svg", kind.name)));
        let format = Format::of(&out, self.data_only)?;
        let input = Input::of(&self.case, &self.sample)?;
        let wanted =
            Wanted { size: self.look.size, title: self.look.title.clone(), measure: self.measure.clone() };
        let picture = draw(kind, &input, &self.sample, &wanted)?;
        remark_unprintable(&picture);
        let figures = picture.data.csv();
        if to_screen {
            return super::say(&figures);
        }
        let data = out.with_extension("csv");
        let mut files = vec![(data.clone(), figures.into_bytes())];
        if let Some(bytes) = format.print(&picture, self.look.scale)? {
            files.push((out.clone(), bytes));
        }
        output::write_whole(&files)?;
        let written: Vec<String> = files.iter().rev().map(|(path, _)| path.display().to_string()).collect();
        super::remark(&format!("Wrote {}.", written.join(" and ")));
        Ok(0)
    }
}

/// What is written.
#[derive(Clone, Copy)]
enum Format {
    Svg,
    Png,
    Figures,
}

impl Format {
    /// From the file's name, before anything is run.
    fn of(path: &Path, data_only: bool) -> Result<Self> {
        output::check_folder(path)?;
        match path.extension().and_then(|e| e.to_str()).map(str::to_lowercase).as_deref() {
            _ if data_only => Ok(Self::Figures),
            Some("svg") => Ok(Self::Svg),
            Some("png") => Ok(Self::Png),
            _ => Err(miette!(
                help = "name it FILE.svg or FILE.png; with --data-only, FILE.csv",
                "{} is neither SVG nor PNG",
                path.display()
            )),
        }
    }

    fn print(self, picture: &Picture, scale: f64) -> Result<Option<Vec<u8>>> {
        match self {
            Self::Figures => Ok(None),
            Self::Svg => Ok(Some(picture.svg.clone().into_bytes())),
            Self::Png => raster::png(picture, scale).map(Some).into_diagnostic(),
        }
    }
}

/// Reads or negotiates what this kind of picture needs, and draws it.
fn draw(kind: &Kind, input: &Input, sample: &Sample, wanted: &Wanted) -> Result<Picture> {
    let found = input.results().map(|(folder, results)| drawing::draw_found(folder, results, kind, wanted));
    let drawn = match found.transpose()?.flatten() {
        Some(drawn) => drawn,
        None => {
            let scenario = input.scenario()?;
            let model = Model::compile(scenario).map_err(|e| miette!("{e}"))?;
            super::on_threads(sample.threads, || {
                Drawing::new(scenario, &model, input.seed, input.replicates, sample.replicate)
                    .draw(kind, wanted)
            })??
        }
    };
    drawn.map_err(|why| miette!("{}: {why}", kind.name))
}

fn list() -> String {
    let widest = KINDS.iter().map(|k| k.name.len()).max().unwrap_or(0);
    KINDS.iter().map(|k| format!("  {:widest$}  {}\n", k.name, k.about)).collect()
}

fn unknown(name: &str) -> miette::Report {
    let known: Vec<&str> = KINDS.iter().map(|k| k.name).collect();
    let near =
        known.iter().max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    let near = near
        .filter(|k| strsim::jaro_winkler(k, name) > 0.75)
        .map_or_else(String::new, |k| format!("; did you mean {k}?"));
    miette!(help = format!("one of {}{near}", known.join(", ")), "there is no picture called {name:?}")
}

/// Names the labels that the fonts built in cannot print.
pub fn remark_unprintable(picture: &Picture) {
    for (label, characters) in &picture.unprintable {
        let named: Vec<String> =
            characters.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
        super::remark(&format!(
            "No font built in has {} of “{label}”: shown as □ in PNG, and in SVG as far as the viewer's fonts go.",
            named.join(", ")
        ));
    }
}
