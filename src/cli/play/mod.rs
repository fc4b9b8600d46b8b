//! `plenary play`: a person, a program or a script takes a seat in one negotiation.

mod seating;
mod terminal;

use std::{cell::Cell, path::PathBuf, rc::Rc, time::Duration};

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{
    CaseArgs, again,
    destination::{self, ForceArg},
    screen,
};
use plenary::{
    Case,
    negotiation::{Negotiator, Progress, Seats},
    outcome::Outcome,
    output,
    report::{
        identity,
        screen::Screen,
        seat::{self, Brief, Debrief, Instructions, debrief},
    },
    say,
    seat::Record,
    shell,
    study::seat::{AutomaticDelegate, responsibility},
};
use seating::{Plan, Taker};
use terminal::Terminal;

/// Take a seat in one negotiation: read your instructions, ask, propose, object round by round, and see what you got beside
/// what the model would have got for you; or give a seat to a program or a script.
#[derive(Args)]
pub struct PlayArgs {
    #[command(flatten)]
    case: CaseArgs,
    /// The country or bloc whose seat you take
    #[arg(long = "as", value_name = "SEAT")]
    seat: Option<String>,
    /// Give a seat to a program or a script, as in --seat "France=process:python3 bot.py" or --seat India=script:india.jsonl (may
    /// be repeated)
    #[arg(long = "seat", value_name = "SEAT=WHO")]
    seats: Vec<String>,
    /// The master seed
    #[arg(long, default_value_t = 1, value_parser = super::words::whole, allow_negative_numbers = true)]
    seed: u64,
    /// Which replicate of `plenary run` with this seed to play
    #[arg(short, long, default_value_t = 0, value_parser = super::words::whole, allow_negative_numbers = true)]
    replicate: u64,
    /// How many seconds a program has to answer in each round
    #[arg(long, value_name = "SECONDS", default_value_t = 5.0)]
    time_limit: f64,
    /// Write all that was said to this file, as JSON lines
    #[arg(long, value_name = "FILE.jsonl")]
    record: Option<PathBuf>,
    /// Play a record again, without anybody at the table
    #[arg(long, value_name = "FILE.jsonl", conflicts_with_all = ["seat", "seats", "seed", "replicate"])]
    replay: Option<PathBuf>,
    #[command(flatten)]
    force: ForceArg,
}

/// What came of a negotiation.
struct Played<'a> {
    brief: Brief<'a>,
    outcome: Outcome,
    spoken: Vec<plenary::negotiation::Spoken>,
}

impl PlayArgs {
    pub fn execute(self) -> Result<u8> {
        let (_, scenario) = self.case.load_to_negotiate()?;
        let case = super::compile_case(&scenario)?;
        super::replicate(self.replicate)?;
        let inputs = self.case.inputs().into_iter().chain(self.replay.clone());
        let permission = self.force.permission(inputs);
        if let Some(record) = &self.record {
            destination::check(record, &[".jsonl"], &permission)?;
            // A record is of one game: another would take its place.
            if record.exists() && !self.force.is_forced() {
                return Err(failure!(
                    help = "name another file, or add --force to replace it",
                    "{} already exists",
                    record.display()
                ));
            }
        }
        let screen = screen::of(&scenario);
        let plan = self.plan(&case)?;
        let played = self.negotiate(&case, screen, &plan)?;
        let written = self.record.as_ref().map_or(Ok(()), |file| {
            let spoken = match &played {
                Ok(played) => &played.spoken,
                Err(spoken) => spoken,
            };
            let text = Record::write(case.model(), &plan.heading(&case), spoken);
            output::write(file, text.as_bytes(), &permission)
        });
        // What came of it is told even where the record cannot be written.
        let end = match &played {
            Err(_) => screen.wrap(&say!(screen.language, "play-quit"), ""),
            Ok(played) => super::on_threads(None, || self.end(&case, screen, &plan, played))?,
        };
        super::print_stdout(&end)?;
        written?;
        Ok(0)
    }

    /// Who takes which seat in which negotiation.
    fn plan(&self, case: &Case) -> Result<Plan> {
        match &self.replay {
            Some(file) => Plan::of_record(case, file),
            None => {
                let limit =
                    Duration::try_from_secs_f64(self.time_limit).ok().filter(|limit| !limit.is_zero());
                let limit = limit.ok_or_else(|| {
                    failure!(
                        help = "a number of seconds above 0, as in --time-limit 2.5",
                        "invalid time limit: {}",
                        self.time_limit
                    )
                })?;
                Plan::asked(case, self.seat.as_deref(), &self.seats, (self.seed, self.replicate), limit)
            }
        }
    }

    /// Plays the negotiation; only what was said so far, where the person leaves.
    fn negotiate<'a>(
        &self,
        case: &'a Case,
        screen: Screen,
        plan: &Plan,
    ) -> Result<std::result::Result<Played<'a>, Vec<plenary::negotiation::Spoken>>> {
        let (scenario, model) = (case.scenario(), case.model());
        let mut negotiator = Negotiator::new(model, plan.seed);
        let session = negotiator.open(plan.replicate, &mut ());
        let seat = plan.main();
        let name = scenario.title_of(seat.name(model));
        let Some(brief) = Brief::in_room(scenario, model, &session.view(), seat) else {
            return Err(failure!(
                help = "take another replicate, as in --replicate 1",
                "{name} has not come to this negotiation"
            ));
        };
        let heading = say!(
            screen.language,
            "account-heading",
            replicate = plan.replicate.to_string(),
            seed = plan.seed.to_string(),
            hash = scenario.hash(),
            version = env!("CARGO_PKG_VERSION")
        );
        let heading =
            screen.wrap(&identity::title(screen.language, scenario), "") + &screen.wrap(&heading, "");
        super::print_stdout(&heading)?;
        let left = Rc::new(Cell::new(false));
        let instructions = Instructions::of(screen.language, &brief).render(screen);
        let mut seats = Seats::default();
        for (seat, taker) in &plan.seats {
            let person = || Terminal::new(screen, scenario, instructions.clone(), Rc::clone(&left));
            let delegate = taker.delegate(person)?;
            seats.take(model, *seat, delegate).map_err(|e| failure!("{e}"))?;
        }
        if plan.seats.iter().any(|(_, taker)| matches!(taker, Taker::Person)) {
            super::print_stdout(&format!("\n{instructions}"))?;
        }
        let mut heard = 0;
        while session.step_with(&mut (), &mut seats) == Progress::Continues && !left.get() {
            Self::tell_refusals(case, screen, &seats, &mut heard)?;
        }
        Self::tell_refusals(case, screen, &seats, &mut heard)?;
        let spoken = std::mem::take(&mut seats.spoken);
        match session.outcome().filter(|_| !left.get()) {
            Some(outcome) => Ok(Ok(Played { brief, outcome, spoken })),
            None => Ok(Err(spoken)),
        }
    }

    /// Says what was said in vain since so many sayings.
    fn tell_refusals(case: &Case, screen: Screen, seats: &Seats<'_>, heard: &mut usize) -> Result<()> {
        for spoken in &seats.spoken[*heard..] {
            let name = case.scenario().title_of(spoken.seat.name(case.model()));
            super::print_stdout(&seat::refusals(screen, name, &spoken.refused))?;
        }
        *heard = seats.spoken.len();
        Ok(())
    }

    /// What came of it.
    fn end(&self, case: &Case, screen: Screen, plan: &Plan, played: &Played<'_>) -> String {
        let seat = plan.main();
        let automatic = AutomaticDelegate::measure(case, plan.seed, seat, plan.replicate);
        let responsibility = responsibility(case, plan.seed, seat);
        let arguments = self.case.as_arguments();
        let mut out = debrief(
            screen,
            &Debrief {
                brief: &played.brief,
                outcome: &played.outcome,
                automatic: &automatic,
                responsibility: responsibility.as_ref(),
                levers: &format!("plenary levers{arguments}{}", again::seed(plan.seed)),
            },
        );
        if let Some(file) = &self.record {
            let file = shell::path(&file.display().to_string());
            let command = format!("plenary play{arguments} --replay {file}");
            let line = say!(screen.language, "play-recorded", file = file, command = command);
            out.push_str(&screen.paragraph(&line));
        }
        out
    }
}
