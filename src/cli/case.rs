//! Which case a command is about: the scenario it names, with the changes it asks for.

use std::path::Path;

use crate::cli::failure::Result;
use clap::Args;

use super::{
    shipped::{self, ShippedKind},
    usage::UsageError,
};
use plenary::{
    expression::Expression,
    model::Model,
    named::Named,
    scenario::{OwnMeasure, Scenario, head, shadowed},
    shell,
    study::measure::Measures,
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
    /// Make a measure of others, as in --define "gap=realised_depth - depth_lcd" (may be repeated)
    #[arg(long = "define", value_name = "NAME=EXPRESSION")]
    pub(super) defines: Vec<String>,
}

impl CaseArgs {
    /// The scenario argument, if one was given.
    pub fn scenario(&self) -> Option<&str> {
        self.scenario.as_deref()
    }

    /// Whether neither `--switch` nor `--set` was given.
    pub fn is_unmodified(&self) -> bool {
        self.switches.is_empty() && self.settings.is_empty() && self.defines.is_empty()
    }

    /// The name and the text of the scenario's file; none where it cannot be read again.
    pub fn source(&self) -> Option<(String, String)> {
        let name = self.scenario.as_deref().unwrap_or(shipped::FLAGSHIP);
        let is_file = self.scenario.is_some() && Path::new(name).exists();
        let text = match shipped::find(name).filter(|_| !is_file) {
            Some(text) => text.to_owned(),
            None => plenary::scenario::read(Path::new(name), "scenario").ok()?,
        };
        Some((name.to_owned(), text))
    }

    /// A scenario as a file, with what its author says at the head of it.
    pub fn as_file(&self, scenario: &Scenario) -> String {
        let text = self.source().map_or_else(String::new, |(_, text)| head(&text).to_owned());
        text + &scenario.as_file()
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
        self.check_order(&written)?;
        let mut changed =
            written.with_switches(self.switches.iter().map(String::as_str)).map_err(UsageError::Parameter)?;
        for setting in &self.settings {
            let (parameter, value) =
                setting.split_once('=').ok_or_else(|| UsageError::NoValue { setting: setting.clone() })?;
            changed.change(parameter.trim(), value.trim()).map_err(UsageError::Parameter)?;
        }
        for define in &self.defines {
            let (name, of) =
                define.split_once('=').ok_or_else(|| UsageError::NoExpression { define: define.clone() })?;
            of.trim()
                .parse::<Expression>()
                .map_err(|error| UsageError::faulty_measure(name.trim(), &error))?;
            let own = OwnMeasure { of: of.trim().to_owned(), about: String::new() };
            changed.measures.set(name.trim(), own);
        }
        let problems = changed.problems();
        if !problems.is_empty() {
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            return Err(UsageError::InvalidScenario { problems: problems.join("; ") }.into());
        }
        check_measures(&changed)?;
        Ok((written, changed))
    }

    /// Refuses switches of which one overwrites what another sets, and settings of which one overwrites another.
    fn check_order(&self, written: &Scenario) -> Result<()> {
        let of_switch = |name: &String| {
            let set = written.switches.get(name).into_iter().flat_map(|switch| switch.set.iter());
            set.map(|(path, value)| (format!("--switch {name}"), path, value.as_str())).collect::<Vec<_>>()
        };
        let of_setting = |setting: &'_ String| -> Option<(String, String, String)> {
            let (path, value) = setting.split_once('=')?;
            Some((format!("--set {setting}"), path.trim().to_owned(), value.trim().to_owned()))
        };
        let bare = Scenario { switches: Named::default(), ..written.clone() };
        let switches: Vec<(String, &str, &str)> = self.switches.iter().flat_map(of_switch).collect();
        let settings: Vec<_> = self.settings.iter().filter_map(of_setting).collect();
        let settings: Vec<(String, &str, &str)> = settings
            .iter()
            .map(|(from, path, value)| (from.clone(), path.as_str(), value.as_str()))
            .collect();
        let Ok(flipped) = written.with_switches(self.switches.iter().map(String::as_str)) else {
            return Ok(());
        };
        for (base, list) in [(&bare, switches), (&flipped, settings)] {
            let pairs: Vec<(&str, &str)> = list.iter().map(|(_, path, value)| (*path, *value)).collect();
            if let Some((first, by)) = shadowed(base, &pairs) {
                let (first, by) = (&list[first], &list[by]);
                return Err(UsageError::Overwritten {
                    first: first.0.clone(),
                    by: by.0.clone(),
                    what: first.1.to_owned(),
                }
                .into());
            }
        }
        Ok(())
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
        let language = super::language::asked().map(|language| format!("--lang {language}"));
        scenario
            .chain(switches)
            .chain(settings)
            .chain(self.defines.iter().map(|define| shell::option("--define", define)))
            .chain(language)
            .map(|argument| format!(" {argument}"))
            .collect()
    }
}

/// Refuses measures of the author's own that are made of what the case does not have.
fn check_measures(scenario: &Scenario) -> Result<()> {
    if scenario.measures.is_empty() {
        return Ok(());
    }
    let Ok(model) = Model::compile(scenario) else { return Ok(()) };
    match Measures::of(&model).faulty() {
        [] => Ok(()),
        [(name, error), ..] => Err(UsageError::faulty_measure(name, error).into()),
    }
}
