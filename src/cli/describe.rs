//! `plenary describe`: the model, described for a paper.

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::Case;
use plenary::{model::Model, report::odd};

/// Describe the model of a scenario by the ODD protocol's seven elements, as Markdown.
#[derive(Args)]
pub struct Describe {
    #[command(flatten)]
    case: Case,
}

impl Describe {
    pub fn execute(self) -> Result<u8> {
        let (_, scenario) = self.case.load_to_negotiate()?;
        let model = Model::compile(&scenario).map_err(|e| failure!("{e}"))?;
        super::say(&odd::render(&scenario, &model))
    }
}
