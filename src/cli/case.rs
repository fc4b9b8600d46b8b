//! Which case a command is about: the scenario it names, with the changes it asks for.

use std::path::Path;

use crate::cli::failure::Result;
use clap::Args;

use super::{
    shipped::{self, ShippedKind},
    usage::{UsageError, parameter_error},
};
use plenary::{
    scenario::{Parameter, Scenario},
    shell,
};

/// Which scenario to use, and what to change in it.
#[derive(Args)]
pub struct CaseArgs {
    /// A scenario file, or the name of a shipped one (`plenary list`) [default: un-ai-dialogue-2025]
    pub(super) scenario: Option<String>,
    /// Turn on one of the scenario's documented switches (may be repeated; `plenary check` lists them)
    #[arg(long = "switch", value_name = "NAME")]
    pub(super) switches: Vec<String>,
    /// Set a parameter, as in --set countries.USA.outside_option=0.15 or --set rule=TwoThirds (may be repeated)
    #[arg(long = "set", value_name = "PARAMETER=VALUE")]
    pub(super) settings: Vec<String>,
}

impl CaseArgs {
    /// The scenario argument, if one was given.
    pub fn scenario(&self) -> Option<&str> {
        self.scenario.as_deref()
    }

    /// Whether neither `--switch` nor `--set` was given.
    pub fn is_unmodified(&self) -> bool {
        self.switches.is_empty() && self.settings.is_empty()
    }

    /// Loads the scenario; returns it as written and with the changes applied.
    pub fn load(&self) -> Result<(Scenario, Scenario)> {
        let written = match self.scenario.as_deref() {
            None => shipped::flagship()?,
            Some(name) if !Path::new(name).exists() && shipped::find(name).is_some() => shipped::load(name)?,
            Some(path) => match shipped::suggestion(path, ShippedKind::Scenario)
                .filter(|_| !Path::new(path).exists())
            {
                Some(help) => return Err(UsageError::NoSuchScenario { name: path.to_owned(), help }.into()),
                None => Scenario::load(path)?,
            },
        };
        let mut changed =
            written.with_switches(self.switches.iter().map(String::as_str)).map_err(parameter_error)?;
        for setting in &self.settings {
            let (parameter, value) =
                setting.split_once('=').ok_or_else(|| UsageError::NoValue { setting: setting.clone() })?;
            let parameter: Parameter = parameter.trim().parse().map_err(parameter_error)?;
            parameter.set(&mut changed, value.trim()).map_err(parameter_error)?;
        }
        let problems = changed.problems();
        if !problems.is_empty() {
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            return Err(UsageError::InvalidScenario { problems: problems.join("; ") }.into());
        }
        Ok((written, changed))
    }

    /// Same as [`load`](Self::load), but fails if the scenario has no clauses to negotiate.
    pub fn load_to_negotiate(&self) -> Result<(Scenario, Scenario)> {
        let (written, changed) = self.load()?;
        if changed.is_body() {
            return Err(UsageError::NothingToNegotiate { title: changed.title }.into());
        }
        Ok((written, changed))
    }

    /// The command-line arguments that select this case, for use in suggested commands.
    pub fn as_arguments(&self) -> String {
        let scenario = self.scenario.iter().map(|name| shell::path(name));
        let switches = self.switches.iter().map(|name| shell::option("--switch", name));
        let settings = self.settings.iter().map(|setting| shell::option("--set", setting));
        scenario.chain(switches).chain(settings).map(|argument| format!(" {argument}")).collect()
    }
}
