//! `plenary backtest`: predicts real cases and compares the predictions with the actual outcomes.

use std::path::{Path, PathBuf};

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{
    SamplingArgs,
    chart::{stamped, warn_unprintable},
    import::read_table,
    result_folder::{ResultFolder, manifest_without_scenario},
    shipped,
};
use plenary::{
    backtest::{
        Engine, Evaluation, Free, MOST_PARAMETERS, ModelPredictions, POSITIONS_WITH_NOISE, Rival, Template,
        Tuned,
        cases::{self, Counted, Dossier},
        positions_with_noise, tune,
    },
    diagnostic::Diagnose,
    null::Null,
    report::{
        backtest::{self as answer, rows},
        chart::{ChartOptions, ResultTable, calibration},
    },
    say,
    scenario::{nearest, read},
    study::{
        identity::{CaseIdentity, Identity, Runs},
        store::Manifest,
        table::DataTable,
    },
};

/// The models that all others are compared with.
const REFERENCES: [&str; 4] = [POSITIONS_WITH_NOISE, "compromise", "positions", "draft-alone"];

/// The null models that do not duplicate one of the simple models.
const NULLS: [Null; 5] = [
    Null::LaggardsRemoved,
    Null::NoIsolationCost,
    Null::IdealsPermuted,
    Null::RandomText,
    Null::ZeroIntelligence,
];

/// Predict real cases with several models and compare the predictions with the actual outcomes.
#[derive(Args)]
pub struct BacktestArgs {
    /// The issues: columns issue, dossier, rule, members, status_quo (may be empty), outcome
    #[arg(long, value_name = "FILE.csv")]
    issues: PathBuf,
    /// The positions: columns issue, actor, role, position, salience, votes, capability
    #[arg(long, value_name = "FILE.csv")]
    positions: PathBuf,
    /// Which models: names of simple models (compromise, positions-with-noise, lcd …), of shipped templates, or template files
    /// [default: all simple models and shipped templates]
    #[arg(long, value_delimiter = ',', value_name = "NAME,…")]
    models: Vec<String>,
    /// Also run the null models of each template on the same parties
    #[arg(long)]
    nulls: bool,
    /// Fit the free parameters of this template by leave-one-dossier-out cross-validation
    #[arg(long, value_name = "TEMPLATE", requires = "free")]
    tune: Option<String>,
    /// A free parameter and the values it may take, as in --free defaults.cost_of_failure=0,0.2,0.5 (at most three)
    #[arg(long, value_name = "PARAMETER=VALUE,…", requires = "tune")]
    free: Vec<String>,
    #[command(flatten)]
    sampling: SamplingArgs,
    /// Write the scores, one row per issue and model, and a calibration chart to this new folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// The results of the command.
#[derive(serde::Serialize)]
struct BacktestResults<'a> {
    version: &'static str,
    seed: u64,
    replicates: u64,
    counted: &'a Counted,
    #[serde(flatten)]
    evaluation: &'a Evaluation,
    #[serde(skip_serializing_if = "Option::is_none")]
    tuned: Option<&'a Tuned>,
}

impl BacktestArgs {
    pub fn execute(self) -> Result<u8> {
        super::replicates(self.sampling.replicates, 1_000_000)?;
        let models = self.chosen_models()?;
        let free = self.free_parameters()?;
        let (dossiers, counted) = self.read()?;
        let folder = self.out.as_deref().map(|dir| ResultFolder::create(dir, &[])).transpose()?;
        let (predicted, tuned) =
            super::on_threads(self.sampling.threads, || self.predict(&models, &free, &dossiers))??;
        let evaluation = Evaluation::of(&dossiers, &predicted, &REFERENCES, self.sampling.seed);
        let results = BacktestResults {
            version: env!("CARGO_PKG_VERSION"),
            seed: self.sampling.seed,
            replicates: self.sampling.replicates,
            counted: &counted,
            evaluation: &evaluation,
            tuned: tuned.as_ref(),
        };
        let json = plenary::printable::json(&results).map_err(|e| failure!("{e}"))?;
        let written = folder.map(|folder| self.write(folder, &evaluation, &json));
        super::print_stdout(&if self.sampling.json {
            json
        } else {
            answer::render(&counted, &evaluation, tuned.as_ref(), super::screen::plain())
        })?;
        written.transpose()?;
        Ok(0)
    }

    fn read(&self) -> Result<(Vec<Dossier>, Counted)> {
        let (issues, positions) = (read_table(&self.issues)?, read_table(&self.positions)?);
        let [issues_name, positions_name] = [&self.issues, &self.positions].map(|p| p.display().to_string());
        Ok(cases::read((&issues_name, &issues), (&positions_name, &positions))?)
    }

    /// The models named on the command line (default: all), with templates loaded.
    fn chosen_models(&self) -> Result<Vec<Candidate>> {
        if self.models.is_empty() {
            let rivals = Rival::ALL.into_iter().map(Candidate::Rival);
            let templates = shipped::templates().into_iter().map(template);
            return rivals.chain([Candidate::Noise]).map(Ok).chain(templates).collect();
        }
        let find = |name: &String| match Rival::ALL.into_iter().find(|r| r.name() == name) {
            Some(rival) => Ok(Candidate::Rival(rival)),
            None if name == POSITIONS_WITH_NOISE => Ok(Candidate::Noise),
            None => template(name),
        };
        self.models.iter().map(find).collect()
    }

    fn free_parameters(&self) -> Result<Vec<Free>> {
        if self.free.len() > MOST_PARAMETERS {
            return Err(failure!(
                "too many free parameters: {} (at most {MOST_PARAMETERS})",
                self.free.len()
            ));
        }
        let parse = |written: &String| -> Result<Free> {
            let (path, values) = written.split_once('=').ok_or_else(|| {
                failure!(
                    help = "write it as --free defaults.cost_of_failure=0,0.2,0.5",
                    "--free {written} has no values"
                )
            })?;
            let parameter = path.trim().parse().map_err(super::UsageError::Parameter)?;
            Ok(Free { parameter, values: values.split(',').map(|v| v.trim().to_owned()).collect() })
        };
        self.free.iter().map(parse).collect()
    }

    fn predict(
        &self,
        models: &[Candidate],
        free: &[Free],
        dossiers: &[Dossier],
    ) -> Result<(Vec<ModelPredictions>, Option<Tuned>)> {
        let mut predicted: Vec<ModelPredictions> = Vec::new();
        for model in models {
            match model {
                Candidate::Rival(rival) => predicted.push(ModelPredictions {
                    name: rival.name().to_owned(),
                    words: rival.words().into(),
                    predictions: dossiers.iter().flat_map(|d| &d.issues).map(|i| rival.predict(i)).collect(),
                    null_of: None,
                }),
                Candidate::Noise => predicted.push(positions_with_noise(dossiers)),
                Candidate::Template(name, template) => {
                    let nulls = NULLS.into_iter().filter(|_| self.nulls).map(Some);
                    for null in std::iter::once(None).chain(nulls) {
                        predicted.push(self.simulate(name, template, null, dossiers)?);
                    }
                }
            }
        }
        let Some(name) = &self.tune else { return Ok((predicted, None)) };
        let Candidate::Template(_, template) = template(name)? else { return Ok((predicted, None)) };
        let report = |done: usize, of: usize| {
            super::print_stderr(&say!(super::language(), "backtest-setting", n = done + 1, of = of));
        };
        let (chosen, tuned) = tune(&self.engine(&template), free, dossiers, &stem(name), report)
            .map_err(|e| failure!("{name}: {e}"))?;
        predicted.extend(chosen);
        Ok((predicted, Some(tuned)))
    }

    /// What the engine predicts under a template, or of a null model in its place.
    fn simulate(
        &self,
        name: &str,
        template: &Template,
        null: Option<Null>,
        dossiers: &[Dossier],
    ) -> Result<ModelPredictions> {
        let engine = Engine { null, ..self.engine(template) };
        let predictions = engine.predict(dossiers).map_err(|e| failure!("{name}: {e}"))?;
        Ok(match null {
            None => ModelPredictions {
                name: name.to_owned(),
                words: template.about.as_str().into(),
                predictions,
                null_of: None,
            },
            Some(null) => ModelPredictions {
                name: format!("{name}: {null}"),
                words: null.words().into(),
                predictions,
                null_of: Some(name.to_owned()),
            },
        })
    }

    /// Writes the table of issues, the scores, the manifest and the calibration chart.
    fn write(&self, mut folder: ResultFolder, evaluation: &Evaluation, json: &str) -> Result<()> {
        let issues = rows(&evaluation.rows);
        folder.table("issues", &issues)?;
        folder.file("scores.json", json)?;
        self.draw(&mut folder, &issues)?;
        folder.finish(Manifest {
            replicates: Some(self.sampling.replicates),
            options: self.options(),
            ..manifest_without_scenario("backtest", &title(), self.sampling.seed)
        })
    }

    /// The words of the command line beside seed and number of negotiations.
    fn options(&self) -> Vec<String> {
        let path = |path: &Path| path.display().to_string();
        let files = [("--issues", path(&self.issues)), ("--positions", path(&self.positions))];
        let models = (!self.models.is_empty()).then(|| ("--models", self.models.join(",")));
        let tune = self.tune.clone().map(|name| ("--tune", name));
        let free = self.free.iter().map(|free| ("--free", free.clone()));
        let all = files.into_iter().chain(models).chain(tune).chain(free);
        let words = all.flat_map(|(name, value)| [name.to_owned(), value]);
        words.chain(self.nulls.then(|| "--nulls".to_owned())).collect()
    }

    fn draw(&self, folder: &mut ResultFolder, issues: &DataTable) -> Result<()> {
        let (seed, n) = (self.sampling.seed, self.sampling.replicates);
        let case = CaseIdentity { title: title(), ..CaseIdentity::default() };
        let identity = Identity::new(case, seed, Runs::Each(n));
        let found = ResultTable { identity: &identity, factors: &[], table: issues };
        match calibration::draw(&found, &ChartOptions::default()) {
            Ok(picture) => {
                warn_unprintable(&picture);
                let figures = picture.csv().into_bytes();
                folder.extra("calibration.svg", &stamped(&picture, &figures))?;
                folder.extra("calibration.csv", &figures)
            }
            Err(why) => {
                let why = why.message();
                let language = super::language();
                super::print_stderr(&say!(language, "backtest-no-chart", why = why.text(language)));
                Ok(())
            }
        }
    }

    fn engine(&self, template: &Template) -> Engine {
        Engine {
            template: template.clone(),
            settings: Vec::new(),
            replicates: self.sampling.replicates,
            seed: self.sampling.seed,
            null: None,
        }
    }
}

/// The title in result folders and charts.
fn title() -> String {
    say!(super::language(), "backtest-title")
}

/// A model that predicts the outcomes of issues.
enum Candidate {
    Rival(Rival),
    Noise,
    Template(String, Box<Template>),
}

/// Loads a shipped template, or one from a file.
fn template(name: &str) -> Result<Candidate> {
    let shipped = shipped::template(name);
    if shipped.is_none() && !Path::new(name).exists() {
        let simple = Rival::ALL.into_iter().map(Rival::name).chain([POSITIONS_WITH_NOISE]);
        let known = simple.chain(shipped::templates());
        return Err(failure!(help = nearest(name, known), "there is no model or template file \"{name}\""));
    }
    let template = match shipped {
        Some(text) => Template::parse(name, text)?,
        None => Template::parse(name, &read(Path::new(name), "template")?)?,
    };
    Ok(Candidate::Template(stem(name), Box::new(template)))
}

/// A file's name without folder and extension.
fn stem(name: &str) -> String {
    Path::new(name).file_stem().map_or_else(|| name.to_owned(), |stem| stem.to_string_lossy().into_owned())
}
