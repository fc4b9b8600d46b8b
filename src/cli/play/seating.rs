//! Who takes which seat, and in which negotiation.

use std::{collections::BTreeMap, fs, path::Path, time::Duration};

use crate::cli::failure::{Context, IntoFailure, Result, failure};
use plenary::{
    Case,
    negotiation::{Delegate, Voice},
    random::Seed,
    seat::{self, Heading, Process, Record, Script},
};

/// How a record names the person at the terminal.
const PERSON: &str = "person";

/// Who takes a seat.
pub enum Taker {
    /// The person at the terminal.
    Person,
    /// Another program, given with its arguments, and how long it may think.
    Process(String, Duration),
    /// A script, and where it is from.
    Script(Script, String),
}

/// Who takes which seat in which negotiation.
pub struct Plan {
    pub seed: Seed,
    pub replicate: u64,
    pub seats: Vec<(Voice, Taker)>,
    /// The seat of which the end is told.
    main: usize,
}

impl Taker {
    /// The delegate; `person` makes that of a person.
    pub fn delegate<'d, P: Delegate + 'd>(
        &self,
        person: impl FnOnce() -> P,
    ) -> Result<Box<dyn Delegate + 'd>> {
        Ok(match self {
            Self::Person => Box::new(person()),
            Self::Process(command, limit) => Box::new(Process::start(command, *limit)?),
            Self::Script(script, _) => Box::new(script.clone()),
        })
    }

    /// How a record names it.
    fn name(&self) -> String {
        match self {
            Self::Person => PERSON.to_owned(),
            Self::Process(command, _) => format!("process:{command}"),
            Self::Script(_, from) => from.clone(),
        }
    }
}

impl Plan {
    /// What the command line asks for.
    pub fn asked(
        case: &Case,
        person: Option<&str>,
        others: &[String],
        (seed, replicate): (Seed, u64),
        limit: Duration,
    ) -> Result<Self> {
        let mut seats = Vec::new();
        if let Some(name) = person {
            seats.push((find(case, name)?, Taker::Person));
        }
        for asked in others {
            seats.push(other(case, asked, limit)?);
        }
        if seats.is_empty() {
            let example =
                case.model().countries().first().map_or("Brazil", |c| case.scenario().title_of(&c.name));
            return Err(failure!(
                help = format!("name the country or bloc whose seat you take, as in --as \"{example}\""),
                "nobody takes a seat"
            ));
        }
        Ok(Self { seed, replicate, seats, main: 0 })
    }

    /// What a record says.
    pub fn of_record(case: &Case, file: &Path) -> Result<Self> {
        let (record, name) = (read(case, file)?, file.display());
        let heading = record.heading.as_ref().ok_or_else(|| {
            failure!(
                help = "give a script to a seat instead, as in --seat India=script:india.jsonl",
                "{name} does not say of which negotiation it is a record"
            )
        })?;
        let hash = case.scenario().hash();
        if heading.scenario != hash {
            return Err(failure!(
                help = "give the scenario, switches and settings that it was recorded with",
                "{name} is a record of another case: of {}, not {hash}",
                heading.scenario
            ));
        }
        if heading.plenary != env!("CARGO_PKG_VERSION") {
            crate::cli::print_stderr(&format!(
                "{name} was recorded by version {}: this one may negotiate otherwise.",
                heading.plenary
            ));
        }
        let mut seats = Vec::new();
        for (key, taker) in &heading.seats {
            let seat = find(case, key)?;
            seats.push((seat, Taker::Script(record.script_of(seat), taker.clone())));
        }
        if seats.is_empty() {
            return Err(failure!("{name} is a record in which nobody took a seat"));
        }
        let main = heading.seats.values().position(|taker| taker == PERSON).unwrap_or(0);
        Ok(Self { seed: heading.seed, replicate: heading.replicate, seats, main })
    }

    /// The seat of which the end is told: the person's, else the first.
    pub fn main(&self) -> Voice {
        self.seats[self.main].0
    }

    /// What a record says at its head.
    pub fn heading(&self, case: &Case) -> Heading {
        let seats = self.seats.iter().map(|(seat, taker)| (seat.name(case.model()).to_owned(), taker.name()));
        Heading {
            plenary: env!("CARGO_PKG_VERSION").to_owned(),
            scenario: case.scenario().hash(),
            seed: self.seed,
            replicate: self.replicate,
            seats: seats.collect::<BTreeMap<_, _>>(),
        }
    }
}

/// A seat with who takes it, as in "France=process:python3 bot.py".
fn other(case: &Case, asked: &str, limit: Duration) -> Result<(Voice, Taker)> {
    let wrong = || {
        failure!(
            help = "write --seat \"France=process:python3 bot.py\" or --seat India=script:india.jsonl",
            "--seat {asked} does not say who takes it"
        )
    };
    // Names may hold an equals sign; what follows the last seat's name begins with its kind.
    let at = ["=process:", "=script:"].iter().filter_map(|kind| asked.find(kind)).min().ok_or_else(wrong)?;
    let (name, taker) = asked.split_at(at);
    let seat = find(case, name)?;
    let taker = match taker.split_once(':') {
        Some(("=process", command)) if !command.trim().is_empty() => {
            Taker::Process(command.trim().to_owned(), limit)
        }
        Some(("=script", file)) if !file.is_empty() => {
            let record = read(case, Path::new(file))?;
            Taker::Script(record.script_of(seat), format!("script:{file}"))
        }
        _ => return Err(wrong()),
    };
    Ok((seat, taker))
}

fn find(case: &Case, name: &str) -> Result<Voice> {
    seat::seat(case.scenario(), case.model(), name).map_err(|problem| match problem.split_once(": ") {
        Some((problem, help)) => failure!(help = help, "{problem}"),
        None => failure!("{problem}"),
    })
}

fn read(case: &Case, file: &Path) -> Result<Record> {
    let name = file.display().to_string();
    let text = fs::read_to_string(file).into_failure().context(|| format!("cannot read {name}"))?;
    Ok(Record::read(case.model(), &name, &text)?)
}
