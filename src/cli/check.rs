//! `plenary check`: validates a scenario or a study, prints how it was understood and what a careful reader would ask.

use std::{fs, path::Path};

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{
    CaseArgs, language, notes,
    shipped::{self, ShippedKind},
    sweep,
};
use plenary::{
    diagnostic::{Style, render_in},
    language::Language,
    report::{overview, plan},
    scenario::{LocatedNote, Scenario},
    study::{
        definition::Definition,
        sweep::Sweep as Study,
        trial::{Idle, Trial},
    },
};

/// Validate a scenario or a study without running it: how it was understood, what it would cost, what is probably not meant.
#[derive(Args)]
pub struct CheckArgs {
    #[command(flatten)]
    case: CaseArgs,
    /// Show the positions of every party, however many there are
    #[arg(long)]
    all: bool,
}

impl CheckArgs {
    pub fn execute(self) -> Result<u8> {
        if let Some(study) = self.case.scenario().filter(|name| is_study(name)) {
            if !self.case.is_unmodified() {
                return Err(failure!(
                    help = "write them into the study, as switches: […] and set: {…}",
                    "{study} is a study: --switch and --set are for scenarios"
                ));
            }
            let (definition, _) = sweep::load(study)?;
            return check_study(study, &definition);
        }
        let (written, scenario) = self.case.load_to_negotiate()?;
        let model = super::compile(&scenario)?;
        let shown = Scenario { switches: written.switches, ..scenario };
        let mut page = overview::render(&shown, &model, self.all, super::screen::of(&shown));
        page.push_str(&written_out(&notes::of_case(&self.case, &shown), language::of(&shown)));
        super::print_stdout(&page)
    }
}

/// Whether this is the name or the file of a study.
fn is_study(name: &str) -> bool {
    let path = Path::new(name);
    if !path.exists() {
        return shipped::find(name).is_none() && shipped::source(name, ShippedKind::Study).is_some();
    }
    // A scenario has no scenario.
    path.is_file() && fs::read_to_string(path).is_ok_and(|text| Definition::is_study(&text))
}

fn check_study(name: &str, definition: &Definition) -> Result<u8> {
    let study = Study::new(definition).map_err(|e| failure!("{e}"))?;
    let soundness = definition.soundness();
    if soundness.is_hopeless() {
        return Err(sweep::hopeless(&soundness));
    }
    let (trial, idle) = (Trial::of(&study), Idle::of(&study));
    let mut page = plan::render(
        &study,
        &soundness,
        trial.as_ref(),
        &idle,
        sweep::cores(),
        super::screen::of(&definition.scenario),
    );
    page.push_str(&written_out(&notes::of_study(name, definition), language::of(&definition.scenario)));
    super::print_stdout(&page)
}

/// Notes as they are printed below a page.
fn written_out(notes: &[LocatedNote], language: Language) -> String {
    notes.iter().map(|note| format!("\n{}", render_in(note, Style::Plain, language))).collect()
}
