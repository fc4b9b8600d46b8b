//! `plenary sensitivity`: which factors drive the results of a study?

use std::path::PathBuf;

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{language, result_folder::ResultFolder, sweep};
use plenary::{
    language::Language,
    report::{identity, sensitivity as words, study::labels},
    study::{
        definition::Definition,
        record::IDENTITY,
        sensitivity::{
            PointNoise, SensitivityError, analyse_all,
            given::{NoiseMeans, NoiseRests},
            is_sample, measures,
        },
        store::{Folder, Manifest, Results, StoreError, merge::Survey, verify},
        sweep::Sweep as Study,
        table::{Cell, Column, Row, select::select_numeric},
    },
};

/// Say which factors drive the results: Morris' effects or Sobol' indices, where the study's design is one for them; else
/// first-order indices and partial rank correlations of its points as a sample.
#[derive(Args)]
pub struct SensitivityArgs {
    /// The folder that `plenary sweep STUDY --out` has written
    study: PathBuf,
    /// A measure to analyse: a column of the table of points (may be repeated) [default: realised_depth, guaranteed_depth,
    /// lcd, lcd_in_substance and adopted]
    #[arg(long, value_name = "MEASURE")]
    of: Vec<String>,
    /// Print one JSON document instead of words
    #[arg(long)]
    json: bool,
    /// Write the table and a manifest to this new folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl SensitivityArgs {
    pub fn execute(self) -> Result<u8> {
        let (definition, results) = swept(&self.study)?;
        let (study, language) = (&definition.study, language::of(&definition.scenario));
        let points = results.table("points")?;
        let measures = measures(&points, &self.of).map_err(|error| failure!("{error}"))?;
        let noise =
            if is_sample(&study.design) { noise(&results, &definition, &measures)? } else { Vec::new() };
        let all = analyse_all(study, &points, measures, &noise).map_err(|error| match error {
            SensitivityError::Design { .. } => failure!(
                help = "plenary chart levers draws what each factor does alone; for indices give the study another design, \
                        as LatinHypercube(points: 200)",
                "{error}"
            ),
            SensitivityError::TooFew { .. } => failure!(
                help = "take more points; failures.csv says which make no sense as a scenario, if any",
                "{error}"
            ),
            SensitivityError::Missing { .. } => failure!(
                help = "those points are empty, or make no sense as a scenario (failures.csv says why): narrow the factors so \
                        that every point does",
                "{error}"
            ),
            error => error.into(),
        })?;
        let factors: Vec<String> = study.factors.names().map(str::to_owned).collect();
        if let Some(dir) = &self.out {
            let mut folder = derived_folder(dir, &definition)?;
            words::tables(&factors, &labels(language, study), &all)
                .iter()
                .try_for_each(|(name, table)| folder.table(name, table))?;
            let options = self.of.iter().flat_map(|of| ["--of".to_owned(), of.clone()]).collect();
            folder.finish(Manifest { options, ..derived(&results.manifest, "sensitivity") })?;
        }
        if self.json {
            let json = words::json(&study.title, &factors, &all);
            return super::print_json(&json);
        }
        let title = identity::of(language, &results.manifest.identity());
        super::print_stdout(&words::render(language, study, &title, &all))
    }
}

/// How much of what differs between points comes from the draws of their replicates, for each measure.
fn noise(results: &Results, definition: &Definition, measures: &[Column]) -> Result<Vec<PointNoise>> {
    let columns = results.columns("replicates")?.to_vec();
    let start = 1 + definition.study.factors.len() + IDENTITY;
    let find = |measure: &Column| select_numeric(&columns[start..], &measure.name);
    // The table of points has no other measures than replicates have.
    let of: Vec<_> =
        measures.iter().map(find).collect::<std::result::Result<_, _>>().map_err(|e| failure!("{e}"))?;
    let key = |row: &Row, at: usize| match row.get(at) {
        Some(Cell::Integer(n)) => *n,
        _ => 0,
    };
    let values = |row: &Row, sink: &mut dyn FnMut(usize, u64, u64, Option<f64>)| {
        for (n, of) in of.iter().enumerate() {
            sink(n, key(row, 0), key(row, start - 1), of.of_row(&row[start..]).number());
        }
    };
    let mut means = vec![NoiseMeans::default(); of.len()];
    results.each("replicates", |row| values(&row, &mut |n, p, r, y| means[n].add(p, r, y)))?;
    let mut rests: Vec<_> = means.into_iter().map(NoiseMeans::finish).collect();
    results.each("replicates", |row| values(&row, &mut |n, p, r, y| rests[n].add(p, r, y)))?;
    Ok(rests.into_iter().map(NoiseRests::finish).collect())
}

/// A study that has been swept whole; says what is missing where it is not.
pub fn swept(path: &std::path::Path) -> Result<(Definition, Results)> {
    let folder = Folder::at(path);
    if !folder.is_begun() {
        if path.is_file() || sweep::load(&path.display().to_string()).is_ok() {
            let named = plenary::shell::path(&path.display().to_string());
            return Err(failure!(
                help = format!("plenary sweep {named} --out results, then name results here"),
                "{} is a study: its results are wanted",
                path.display()
            ));
        }
        return Err(StoreError::Nothing { path: path.display().to_string() }.into());
    }
    let definition = folder.definition()?;
    if !Results::are_in(path) {
        let study = Study::new(&definition).map_err(|e| failure!("{e}"))?;
        let survey = Survey::of(&[folder], &definition, study.layout())?;
        let missing = survey.missing(study.plan());
        if missing.runs > 0 {
            let missing = plenary::report::study::missing(Language::English, &missing);
            return Err(StoreError::Incomplete { missing }.into());
        }
        return Err(failure!(
            help = format!("plenary sweep merge {}", plenary::shell::path(&path.display().to_string())),
            "the study is complete, but its shards are not merged"
        ));
    }
    let results = Results::open(path)?;
    verify::of_this_study(path, &definition)?;
    Ok((definition, results))
}

/// A new folder for results that rest on a sweep, with the list of its points where the study has one.
pub fn derived_folder(dir: &std::path::Path, definition: &Definition) -> Result<ResultFolder> {
    let mut folder = ResultFolder::create(dir, &[])?;
    definition.list.iter().try_for_each(|list| folder.file(sweep::LIST, list))?;
    Ok(folder)
}

/// A manifest of results that rest on a sweep.
pub fn derived(of: &Manifest, command: &str) -> Manifest {
    Manifest { command: command.to_owned(), tables: Vec::new(), files: Vec::new(), ..of.clone() }
}
