//! `plenary discover`: where in the space of factors does something happen?

use std::path::PathBuf;

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{
    language, result_folder,
    sensitivity::{derived, derived_folder, swept},
};
use plenary::{
    report::{discovery as words, identity},
    study::{
        discovery::findings::Sightings,
        record::IDENTITY,
        store::Manifest,
        table::{ColumnKind, Row, select::select_numeric},
    },
};

/// Find where something happens: boxes, the value of each factor at which it becomes likely, and the ½ line.
#[derive(Args)]
pub struct DiscoverArgs {
    /// The folder that `plenary sweep STUDY --out` has written
    study: PathBuf,
    /// What is looked for: a boolean that the study records, or a condition on what it records, as in lcd, adopted=false,
    /// outcome=Hollow, stance:China=object or realised_depth>=0.5
    #[arg(long, value_name = "MEASURE", default_value = "lcd_in_substance")]
    of: String,
    /// Look at this step of the peeling of the first box, in place of the boxes that are found
    #[arg(long = "box", value_name = "K")]
    step: Option<usize>,
    /// Print one JSON document instead of words
    #[arg(long)]
    json: bool,
    /// Write the tables and a manifest to this new folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl DiscoverArgs {
    pub fn execute(self) -> Result<u8> {
        let (definition, results) = swept(&self.study)?;
        let columns = results.columns("replicates")?.to_vec();
        let factors = definition.study.factors.len();
        if factors == 0 {
            return Err(failure!("the study varies nothing: there is nowhere to look"));
        }
        // After the point and its factors: which replicate it is, then what is measured.
        let measures = 1 + factors + IDENTITY;
        let of = select_numeric(&columns[measures..], &self.of)?;
        if of.column.kind != ColumnKind::Boolean {
            let name = &of.column.name;
            return Err(failure!(
                help = format!("say how many, as in --of '{name}>=0.5'"),
                "\"{name}\" is a number: it does not happen or not happen"
            ));
        }
        let mut sightings = Sightings::new(&columns[1..=factors]);
        results.each("replicates", |row: Row| {
            sightings.add(&row, of.of_row(&row[measures..]).is_true());
        })?;
        let found = sightings.findings(definition.study.seed, self.step);
        if let (Some(asked), Some(peeling)) = (self.step, &found.peeling)
            && asked >= peeling.steps.len()
        {
            return Err(failure!("there is no step {asked}: peeling took {} steps", peeling.steps.len() - 1));
        }
        let tables = words::tables(&found);
        if let Some(dir) = &self.out {
            let mut folder = derived_folder(dir, &definition)?;
            tables.iter().try_for_each(|(name, table)| folder.table(name, table))?;
            // What is drawn of them.
            folder.table("points", &results.table("points")?)?;
            let mut options = vec!["--of".to_owned(), self.of.clone()];
            options.extend(self.step.iter().flat_map(|step| ["--box".to_owned(), step.to_string()]));
            folder.finish(Manifest { options, ..derived(&results.manifest, "discover") })?;
        }
        if self.json {
            let json = result_folder::json(&tables);
            return super::print_json(&json);
        }
        let language = language::of(&definition.scenario);
        let title = identity::of(language, &results.manifest.identity());
        let what = words::happening(language, &of.column);
        super::print_stdout(&words::render(language, &title, &what, &found))
    }
}
