//! `plenary chart`: draws one chart and writes the data behind it.

use std::path::{Path, PathBuf};

use crate::cli::failure::{Failure, IntoFailure, Result, failure};
use clap::Args;

use super::{
    CaseArgs, compile_case,
    destination::{self, ForceArg},
    drawing::{self, Drawing},
    input::{Input, SampleArgs},
};
use plenary::{
    diagnostic::Diagnose,
    language::Message,
    output::{
        self, Permission, digest,
        stamp::{self, StampKind},
    },
    report::{
        chart::{self, ChartKind, ChartOptions, ChartSource, KINDS, Picture, Size, Theme, raster},
        titles::Titles,
    },
    say,
    study::store::Results,
};

/// Draw one chart and write its figures to a CSV file beside it.
#[derive(Args)]
#[command(after_help = "plenary chart list   lists every kind of chart")]
pub struct ChartArgs {
    /// The kind of chart; `list` lists them all
    kind: String,
    #[command(flatten)]
    case: CaseArgs,
    /// The file to write: FILE.svg or FILE.png; the figures go to FILE.KIND.csv beside it [default: KIND.svg, figures KIND.csv; KIND-CHANGES.svg where switches or settings change the case]
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    force: ForceArg,
    #[command(flatten)]
    style: ChartStyle,
    #[command(flatten)]
    sample: SampleArgs,
    /// What pictures of a study, of levers and of convergence show, as in lcd, realised_depth or gain:China
    #[arg(long)]
    measure: Option<String>,
    /// Of brackets: write the N turning points that tell most, as well, to FILE-1, FILE-2 and so on
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(2..=99))]
    frames: Option<u16>,
    /// Write only the figures, to FILE.csv; without --out, print them
    #[arg(long)]
    data_only: bool,
}

/// The appearance of charts.
#[derive(Args)]
pub struct ChartStyle {
    /// slide (1280x720), column (336x480, a journal's column) or WIDTHxHEIGHT in CSS pixels, 96 to the inch
    #[arg(long, default_value = "slide", value_parser = |s: &str| s.parse::<Size>())]
    pub size: Size,
    /// PNG pixels per CSS pixel
    #[arg(long, default_value_t = 2.0, value_parser = scale)]
    pub scale: f64,
    /// light, for paper, or dark, for a dark screen
    #[arg(long, default_value = "light", value_parser = |s: &str| s.parse::<Theme>())]
    pub theme: Theme,
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
        let needs_no_run = matches!(kind.sources, [ChartSource::Scenario(_)]);
        let input = if needs_no_run { Input::of_any } else { Input::of }(&self.case, &self.sample)?;
        let out = self.out.clone().unwrap_or_else(|| input.file_name(kind.name, "svg"));
        let permission = self.force.permission(self.case.inputs());
        let files =
            if to_screen { None } else { Some(ChartFiles::of(&out, kind, self.data_only, permission)?) };
        let wanted = ChartOptions {
            size: self.style.size,
            title: self.style.title.clone(),
            measure: self.measure.clone(),
            language: input.language(),
            theme: self.style.theme,
            frames: self.frames.map(usize::from),
            is_still: false,
            titles: input.scenario().map(Titles::of).unwrap_or_default(),
        };
        let picture = draw(kind, &input, &self.sample, &wanted)?;
        if self.frames.is_some() && picture.frames.is_empty() {
            return Err(failure!(
                help = "leave --frames out, or draw brackets",
                "{} is one still picture",
                kind.name
            ));
        }
        warn_unprintable(&picture);
        let figures = picture.csv();
        let Some(files) = files else { return super::print_stdout(&figures) };
        let written = files.write(&picture, figures.as_bytes(), self.style.scale)?;
        let language = super::language();
        let what = language.list(&written, usize::MAX);
        super::print_stderr(&say!(language, "commands-wrote", what = what));
        Ok(0)
    }
}

/// The files of a chart: the picture, where one is wanted, and its figures.
pub struct ChartFiles {
    picture: Option<PathBuf>,
    figures: PathBuf,
    permission: Permission,
}

impl ChartFiles {
    /// The files by the name that was given for the picture or, with `data_only`, for the figures. Called before the
    /// simulation, so that mistakes are told early.
    pub fn of(out: &Path, kind: &ChartKind, data_only: bool, permission: Permission) -> Result<Self> {
        if data_only {
            destination::check(out, &[".csv"], &permission)?;
            return Ok(Self { picture: None, figures: out.to_owned(), permission });
        }
        let figures = figures_of(out, kind);
        // The same figures may have been drawn in the other format.
        let pictures = ["svg", "png"].map(|ending| out.with_extension(ending));
        let permission = permission.with_figures_of(&pictures, &figures);
        destination::check(out, &[".svg", ".png"], &permission)?;
        destination::check(&figures, &[".csv"], &permission)?;
        Ok(Self { picture: Some(out.to_owned()), figures, permission })
    }

    /// Writes them, all or none; returns their names.
    pub fn write(&self, picture: &Picture, figures: &[u8], scale: f64) -> Result<Vec<String>> {
        // The figures first: if the picture then cannot be put in its place, the same command writes the same figures.
        let mut files = vec![(self.figures.clone(), figures.to_vec())];
        if let Some(path) = &self.picture {
            let is_png = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("png"));
            let bytes = |picture: &Picture| match is_png {
                true => stamped_png(picture, figures, scale),
                false => Ok(stamped(picture, figures)),
            };
            for (number, frame) in (1..).zip(&picture.frames) {
                files.push((numbered(path, number), bytes(frame)?));
            }
            files.push((path.clone(), bytes(picture)?));
        }
        output::write_all(&files, &self.permission)?;
        Ok(files.iter().rev().map(|(path, _)| path.display().to_string()).collect())
    }
}

/// The file of a frame: FILE-1.svg of FILE.svg.
fn numbered(picture: &Path, number: usize) -> PathBuf {
    let stem = picture.file_stem().unwrap_or_default().to_string_lossy();
    let ending = picture.extension().unwrap_or_default().to_string_lossy();
    picture.with_file_name(format!("{stem}-{number}.{ending}"))
}

/// The file with a picture's figures: X.KIND.csv, so that a table of the user's, X.csv, is not met; KIND.csv of KIND.svg,
/// unless that is a table of results.
fn figures_of(picture: &Path, kind: &ChartKind) -> PathBuf {
    let short = picture.with_extension("csv");
    let is_named_so = picture.file_stem().is_some_and(|stem| stem == kind.name);
    if is_named_so && !Results::holds(&short) {
        short
    } else {
        picture.with_extension(format!("{}.csv", kind.name))
    }
}

/// A picture as an SVG file with its mark.
pub fn stamped(picture: &Picture, figures: &[u8]) -> Vec<u8> {
    stamp::add(StampKind::Markup, picture.documented().as_bytes(), Some(&digest(figures)))
}

fn stamped_png(picture: &Picture, figures: &[u8], scale: f64) -> Result<Vec<u8>> {
    let png = raster::png(picture, scale).into_failure()?;
    Ok(stamp::add(StampKind::Png, &png, Some(&digest(figures))))
}

/// Loads or simulates what this kind of chart needs, and draws it.
fn draw(kind: &ChartKind, input: &Input, sample: &SampleArgs, wanted: &ChartOptions) -> Result<Picture> {
    if let [ChartSource::Scenario(draw)] = kind.sources {
        return draw(input.scenario()?, wanted).map_err(|why| failure!("{}: {why}", kind.name));
    }
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
    drawn.map_err(|why| {
        let why = why.message();
        let text = Message::new(|language| {
            say!(language, "charts-failed", chart = kind.name, why = why.text(language))
        });
        Failure::new(text, None)
    })
}

/// The usual pictures of these kinds, with their figures, each under the name of its file.
pub(super) fn usual(kinds: &[&str], input: &Input, sample: &SampleArgs) -> Result<Vec<(String, Vec<u8>)>> {
    let wanted = ChartOptions {
        language: input.language(),
        is_still: true,
        titles: input.scenario().map(Titles::of).unwrap_or_default(),
        ..ChartOptions::at(Size::SLIDE)
    };
    let mut files = Vec::new();
    for kind in kinds.iter().filter_map(|name| chart::kind(name)) {
        let picture = draw(kind, input, sample, &wanted)?;
        let figures = picture.csv().into_bytes();
        files.push((format!("figure-{}.svg", kind.name), picture.svg.into_bytes()));
        files.push((format!("figure-{}.csv", kind.name), figures));
    }
    Ok(files)
}

fn list() -> String {
    let widest = KINDS.iter().map(|k| k.name.len()).max().unwrap_or(0);
    KINDS.iter().map(|k| format!("  {:widest$}  {}\n", k.name, k.about)).collect()
}

fn unknown_kind(name: &str) -> Failure {
    let known: Vec<&str> = KINDS.iter().map(|k| k.name).collect();
    let near =
        known.iter().max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    let near = near.filter(|k| strsim::jaro_winkler(k, name) > 0.75);
    let name = name.escape_debug().to_string();
    let help = Message::new(|language| {
        let known = known.join(&say!(language, "list-comma"));
        say!(language, "errors-no-chart-help", known = known, near = near.copied().unwrap_or("none"))
    });
    let text = Message::new(|language| say!(language, "errors-no-chart", name = name.as_str()));
    Failure::new(text, Some(help))
}

/// Warns about labels with characters that the built-in fonts lack.
pub fn warn_unprintable(picture: &Picture) {
    for (label, characters) in &picture.unprintable {
        let named: Vec<String> =
            characters.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
        let language = super::language();
        let characters = named.join(&say!(language, "list-comma"));
        super::print_stderr(&say!(
            language,
            "charts-unprintable",
            characters = characters,
            label = label.as_str()
        ));
    }
}
