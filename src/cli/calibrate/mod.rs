//! `plenary calibrate`: what an observed ending says of numbers that nobody knows.

mod folder;

use std::path::PathBuf;

use clap::Args;

use super::{CaseArgs, interrupt, usage::UsageError, words};
use crate::cli::failure::{Failure, Result, failure};
use folder::CalibrationFolder;
use plenary::{
    language::Language,
    report::calibration::{self as answer, Calibrated},
    scenario::{Parameter, Scenario},
    study::{
        calibration::{
            Calibration, FORMS, Free, MOST_GENERATIONS, MOST_PARTICLES, Population, Prior, Settings,
            StatisticKind, split,
        },
        design::Level,
    },
};

/// Infer numbers that nobody knows from what really happened.
///
/// Each case states what was observed. Numbers are drawn from their priors, the cases negotiated, and draws whose endings
/// are nearest to what was observed kept and moved, generation by generation (approximate Bayesian computation by sequential
/// Monte Carlo). The answer says of each number what is known of it before and after, and whether the model comes near at all.
#[derive(Args)]
pub struct CalibrateArgs {
    /// Scenario files, or names of shipped ones; several share the free numbers [default: un-ai-dialogue-2025]
    scenarios: Vec<String>,
    /// A free number and its prior, as in 'defaults.theta=Uniform(0, 0.45)' (may be repeated). Priors: Uniform(low, high),
    /// LogUniform(low, high), Normal(mean, sd, low, high), Triangular(low, mode, high), Discrete(value, value, …); in Times(…)
    /// they are of a factor on what the scenario says
    #[arg(long, value_name = "PARAMETER=PRIOR", required = true)]
    free: Vec<String>,
    /// Turn on a switch in every case (may be repeated)
    #[arg(long = "switch", value_name = "NAME")]
    switches: Vec<String>,
    /// Set a parameter in every case (may be repeated)
    #[arg(long = "set", value_name = "PARAMETER=VALUE")]
    settings: Vec<String>,
    /// Leave out the positions that rest only on what was said afterwards (`later`), where cases state any
    #[arg(long)]
    without_later: bool,
    /// What of an ending is compared: clauses, adopted, yes_share, of those that are observed
    #[arg(long, value_name = "KIND,…", default_value = "clauses,adopted,yes_share")]
    summaries: String,
    /// The scale of a statistic, as in clause:cuts=0.1 or clauses=0.1 for all (may be repeated) [default: the median absolute
    /// deviation over the prior's draws]
    #[arg(long, value_name = "STATISTIC=SCALE")]
    scale: Vec<String>,
    /// Particles in each generation
    #[arg(short = 'n', long = "particles", default_value_t = 500, value_parser = words::whole, allow_negative_numbers = true)]
    particles: u64,
    /// The most generations after the prior's
    #[arg(long, default_value_t = 8, value_parser = words::whole, allow_negative_numbers = true)]
    generations: u64,
    /// The share of the last generation's distances that the next tolerance keeps
    #[arg(long, default_value_t = 0.5, value_parser = share)]
    quantile: f64,
    /// Give up a generation in which fewer of the draws than this share come near enough
    #[arg(long, default_value_t = 0.05, value_parser = share)]
    acceptance: f64,
    /// End at this tolerance, in units of the scales
    #[arg(long, value_parser = positive)]
    tolerance: Option<f64>,
    /// The master seed
    #[arg(long, default_value_t = 1, value_parser = words::whole, allow_negative_numbers = true)]
    seed: u64,
    /// Worker threads [default: one per core]; the results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON document instead of text
    #[arg(long)]
    json: bool,
    /// Write every generation as it is done, tables and a manifest to this new folder
    #[arg(short = 'o', long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Go on with what is in the folder
    #[arg(long, requires = "out")]
    resume: bool,
}

impl CalibrateArgs {
    pub fn execute(self) -> Result<u8> {
        let cases = self.cases()?;
        let calibration = self.calibration(&cases)?;
        let files: Vec<String> = cases.iter().map(|(args, scenario)| args.as_file(scenario)).collect();
        interrupt::listen();
        let mut folder = match &self.out {
            Some(dir) => Some(CalibrationFolder::open(dir, &calibration, &files, self.resume)?),
            None => None,
        };
        let stored = folder.as_mut().map_or_else(Vec::new, CalibrationFolder::take_stored);
        let mut poll = |_| interrupt::poll();
        let (sampled, findings) = super::on_threads(self.threads, || {
            let keep = |number, population: &Population| {
                super::print_stderr(&done(number, population));
                match &folder {
                    Some(folder) => folder.keep(&calibration, number, population),
                    None => Ok::<(), Failure>(()),
                }
            };
            let sampled = calibration.sample(stored, keep, &mut poll)?;
            let findings =
                if interrupt::requested() { None } else { calibration.findings(&sampled, &mut poll)? };
            Ok::<_, Failure>((sampled, findings))
        })??;
        let (Some(findings), Some(last)) = (findings, sampled.populations.last()) else {
            super::print_stderr(&interrupted(self.out.is_some(), sampled.populations.len()));
            return Ok(interrupt::EXIT_CODE);
        };
        let scenarios: Vec<&Scenario> = cases.iter().map(|(_, scenario)| scenario).collect();
        let calibrated = Calibrated { cases: &scenarios, calibration: &calibration, findings: &findings };
        let written = folder.map(|folder| folder.finish(&calibration, last, &findings, self.options()));
        if self.json {
            super::print_json(&answer::json(&calibrated))?;
        } else {
            super::print_stdout(&answer::render(&calibrated, super::screen::of(scenarios[0])))?;
        }
        if let Some(words) = written.transpose()? {
            super::print_stderr(&words);
        }
        Ok(0)
    }

    fn cases(&self) -> Result<Vec<(CaseArgs, Scenario)>> {
        let names = self.scenarios.iter().map(|name| Some(name.clone()));
        let names: Vec<Option<String>> = if self.scenarios.is_empty() { vec![None] } else { names.collect() };
        let load = |scenario| {
            let args = CaseArgs {
                scenario,
                switches: self.switches.clone(),
                settings: self.settings.clone(),
                defines: Vec::new(),
            };
            let (_, changed) = args.load_to_negotiate()?;
            Ok((args, if self.without_later { changed.without_later() } else { changed }))
        };
        names.into_iter().map(load).collect()
    }

    fn calibration(&self, cases: &[(CaseArgs, Scenario)]) -> Result<Calibration> {
        let scenarios: Vec<Scenario> = cases.iter().map(|(_, scenario)| scenario.clone()).collect();
        let settings = Settings {
            seed: self.seed,
            particles: bounded(self.particles, 2, MOST_PARTICLES, "particles")?,
            generations: bounded(self.generations, 0, MOST_GENERATIONS, "generations")?,
            quantile: self.quantile,
            acceptance: self.acceptance,
            tolerance: self.tolerance,
        };
        let free = self.free()?;
        for (free, scenario) in free.iter().flat_map(|free| scenarios.iter().map(move |s| (free, s))) {
            let setting = free.prior.setting(free.prior.quantile(0.5));
            free.parameter.set(&mut scenario.clone(), &setting).map_err(UsageError::Parameter)?;
        }
        let mut calibration = Calibration::new(&scenarios, free, &self.kinds()?, settings)?;
        for stated in &self.scale {
            let scale =
                stated.rsplit_once('=').and_then(|(name, x)| Some((name.trim(), positive(x.trim()).ok()?)));
            let Some((name, scale)) = scale else {
                return Err(failure!(
                    help = "write it as --scale clause:cuts=0.1",
                    "--scale {stated} states no scale"
                ));
            };
            calibration.state_scale(name, scale)?;
        }
        Ok(calibration)
    }

    /// The free numbers; several may stand in one argument, with commas between them.
    fn free(&self) -> Result<Vec<Free>> {
        let mut written: Vec<String> = Vec::new();
        for argument in &self.free {
            for (k, part) in split(argument).into_iter().enumerate() {
                match written.last_mut().filter(|_| k > 0 && !part.contains('=')) {
                    // The comma belongs to a name.
                    Some(before) => *before = format!("{before},{part}"),
                    None => written.push(part.to_owned()),
                }
            }
        }
        written.iter().map(|one| free(one)).collect()
    }

    fn kinds(&self) -> Result<Vec<StatisticKind>> {
        let kind = |word: &str| {
            let found = StatisticKind::ALL.iter().find(|(_, name)| *name == word.trim());
            found.map(|(kind, _)| *kind).ok_or_else(|| {
                let names = StatisticKind::ALL.map(|(_, name)| name).join(", ");
                failure!(
                    help = format!("known: {names}"),
                    "there is no kind of statistic \"{}\"",
                    word.trim()
                )
            })
        };
        self.summaries.split(',').map(kind).collect()
    }

    /// The words of the command line beside case and seed.
    fn options(&self) -> Vec<String> {
        let each = |flag: &'static str, values: &[String]| {
            values.iter().flat_map(move |v| [flag.to_owned(), v.clone()]).collect::<Vec<_>>()
        };
        let later = self.without_later.then(|| vec!["--without-later".to_owned()]);
        let tolerance = self.tolerance.map(|t| vec!["--tolerance".to_owned(), t.to_string()]);
        [
            each("--free", &self.free),
            each("--summaries", std::slice::from_ref(&self.summaries)),
            each("--scale", &self.scale),
            each("-n", &[self.particles.to_string()]),
            each("--generations", &[self.generations.to_string()]),
            each("--quantile", &[self.quantile.to_string()]),
            each("--acceptance", &[self.acceptance.to_string()]),
            tolerance.unwrap_or_default(),
            later.unwrap_or_default(),
        ]
        .concat()
    }
}

/// A free number and its prior.
fn free(text: &str) -> Result<Free> {
    let help = || format!("write it as --free 'defaults.theta=Uniform(0, 0.45)'; priors: {FORMS}");
    let Some((path, prior)) = text.split_once('=') else {
        return Err(failure!(help = help(), "--free {text} has no prior"));
    };
    let parameter: Parameter = path.trim().parse().map_err(UsageError::Parameter)?;
    let prior: Prior = prior.parse().map_err(|why: String| failure!(help = help(), "{why}"))?;
    if prior.times && matches!(prior.level(prior.ends()[0]), Level::Word(_)) {
        return Err(failure!(help = help(), "{prior} is of no factor"));
    }
    Ok(Free { parameter, prior })
}

fn bounded(n: u64, least: usize, most: usize, what: &str) -> Result<usize> {
    let found = usize::try_from(n).ok().filter(|n| (least..=most).contains(n));
    found.ok_or_else(|| {
        failure!(
            help = format!("expected a whole number from {least} to {most}"),
            "{n} {what} are not possible"
        )
    })
}

/// A generation that is done, for those who wait.
fn done(number: usize, population: &Population) -> String {
    let draws = match population.attempts() {
        1 => "1 draw".to_owned(),
        n => format!("{} draws", Language::English.count(n)),
    };
    match population.tolerance {
        None => format!("Generation {number}: the prior, {draws}"),
        Some(tolerance) => format!("Generation {number}: tolerance {tolerance:.2}, {draws}"),
    }
}

fn interrupted(is_kept: bool, generations: usize) -> String {
    let done = match generations {
        0 => "Interrupted: no generation is complete.".to_owned(),
        1 => "Interrupted after the prior's generation.".to_owned(),
        n => format!("Interrupted after generation {}.", n - 1),
    };
    if is_kept { format!("{done} The same command with --resume goes on.") } else { done }
}

/// A share between 0 and 1.
fn share(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|x| (1e-4..1.0).contains(x));
    number.ok_or_else(|| "expected a number above 0 and below 1, as 0.05".to_owned())
}

/// A number above 0.
fn positive(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|x| *x > 0.0 && x.is_finite());
    number.ok_or_else(|| "expected a number above 0".to_owned())
}
