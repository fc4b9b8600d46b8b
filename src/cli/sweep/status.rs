//! `plenary sweep status`: what is done, failed and missing.

use std::path::PathBuf;

use crate::cli::failure::{Result, failure};
use clap::Args;

use plenary::{
    report::study as words,
    study::{
        store::{Folder, merge::Survey},
        sweep::Sweep as Study,
    },
};

/// Say what is done, failed and missing.
#[derive(Args)]
pub struct Status {
    /// The folders of the study's shards
    #[arg(required = true, value_name = "DIR")]
    folders: Vec<PathBuf>,
    /// Print one JSON document instead of words
    #[arg(long)]
    json: bool,
}

impl Status {
    pub fn execute(self) -> Result<u8> {
        let folders: Vec<Folder> = self.folders.iter().map(|path| Folder::at(path)).collect();
        let Some(first) = folders.first() else { return Ok(0) };
        let definition = first.definition()?;
        let study = Study::new(&definition).map_err(|e| failure!("{e}"))?;
        if let [only] = &folders[..]
            && only.has_only_tables()
        {
            let screen = super::super::screen::of(&definition.scenario);
            let line = plenary::say!(screen.language, "research-status-only-tables");
            return match self.json {
                true => super::super::print_json(&serde_json::json!({"complete": true, "journals": false})),
                false => super::super::print_stdout(&screen.paragraph(&line)),
            };
        }
        let survey = Survey::of(&folders, &definition, study.layout())?;
        let missing = survey.missing(study.plan());
        if self.json {
            let json = words::status_json(&study, &survey, &missing);
            return super::super::print_json(&json);
        }
        let screen = super::super::screen::of(&definition.scenario);
        super::super::print_stdout(&words::status(&study, &survey, &missing, screen))
    }
}
