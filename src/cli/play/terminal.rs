//! A person at the terminal, or the lines of a pipe.

use std::{
    cell::Cell,
    io::{self, BufRead, IsTerminal, Read, Write},
    rc::Rc,
};

use plenary::{
    negotiation::{Answer, Delegate, Refusal, Saying, Situation},
    report::{
        screen::Screen,
        seat::{help, round, text, value},
    },
    say,
    scenario::Scenario,
    seat::command::{self, Command, Page},
    text::{ClauseId, Value},
};

/// Most bytes of a line.
const LINE: u64 = 4096;

/// A delegate who types commands.
pub struct Terminal<'s> {
    screen: Screen,
    scenario: &'s Scenario,
    instructions: String,
    /// What is asked for from now on.
    asked: Saying,
    /// Rounds that are passed without a question.
    passes: u32,
    /// Whether no more is typed.
    is_silent: bool,
    /// Whether the person has left the program.
    left: Rc<Cell<bool>>,
    is_first: bool,
}

impl<'s> Terminal<'s> {
    /// A person with these instructions; `left` is set once it leaves the program.
    pub fn new(screen: Screen, scenario: &'s Scenario, instructions: String, left: Rc<Cell<bool>>) -> Self {
        // Nobody is made to leave the room who has not said so.
        let asked = Saying { walks_out: Some(false), ..Saying::default() };
        Self { screen, scenario, instructions, asked, passes: 0, is_silent: false, left, is_first: true }
    }

    fn print(&mut self, text: &str) {
        // Whoever reads no more says no more.
        self.is_silent |= crate::cli::print_stdout(text).is_err();
    }

    fn tell(&mut self, sentence: &str) {
        let text = self.screen.paragraph(sentence);
        self.print(&text);
    }

    /// The next line that is typed; none at the end.
    fn line(&mut self, name: &str) -> Option<String> {
        self.print(&format!("{} ", say!(self.screen.language, "play-prompt", seat = name)));
        let _ = io::stdout().flush();
        let mut line = Vec::new();
        let stdin = io::stdin();
        let read = stdin.lock().take(LINE).read_until(b'\n', &mut line);
        if !matches!(read, Ok(1..)) {
            self.print("\n");
            return None;
        }
        let line = String::from_utf8_lossy(&line).trim().to_owned();
        if !stdin.is_terminal() {
            self.print(&format!("{line}\n"));
        }
        Some(line)
    }

    /// Does what a command says; whether the round goes on without more.
    fn obey(
        &mut self,
        situation: &Situation<'_>,
        saying: &mut Saying,
        command: Command,
    ) -> Result<bool, Refusal> {
        let may = situation.may;
        let needs = |can: bool, refusal: Refusal| if can { Ok(()) } else { Err(refusal) };
        match command {
            Command::Pass(rounds) => {
                self.passes = rounds - 1;
                return Ok(true);
            }
            Command::Object | Command::Support | Command::Abstain => {
                needs(may.answer, Refusal::NoSay)?;
                saying.answer = Some(match command {
                    Command::Object => Answer::Object,
                    Command::Support => Answer::Support,
                    _ => Answer::Abstain,
                });
                return Ok(true);
            }
            Command::WalkOut => {
                needs(may.walk_out, Refusal::LastInTheRoom)?;
                saying.walks_out = Some(true);
                return Ok(true);
            }
            Command::Vote => {
                needs(may.call_vote, Refusal::NoVoteToCall)?;
                saying.calls_vote = true;
                self.tell(&say!(self.screen.language, "play-noted-vote"));
            }
            Command::Ask(clause, value) => self.ask(situation, clause, value)?,
            Command::AskNoMore(clause) => {
                self.asked.wishes.retain(|(asked, _)| *asked != clause);
                let clause = title(situation, clause);
                self.tell(&say!(self.screen.language, "play-noted-withdrawn", clause = clause));
            }
            Command::Demand(level) => {
                self.asked.demand = level;
                let kind = if level.is_some() { "own" } else { "default" };
                let level = self.screen.language.point(level);
                self.tell(&say!(self.screen.language, "play-noted-demand", kind = kind, level = level));
            }
            Command::Propose(clause, proposed) => {
                needs(may.propose, Refusal::NoProposals)?;
                is_open(situation, clause)?;
                saying.proposals.retain(|(of, _)| *of != clause);
                saying.proposals.push((clause, proposed));
                let said = self.said(situation, clause, proposed);
                let clause = title(situation, clause);
                self.tell(&say!(self.screen.language, "play-noted-propose", clause = clause, value = said));
            }
            Command::Show(page) => {
                let page = match page {
                    Page::Text => text(self.screen, self.scenario, situation, &self.asked),
                    Page::Help => help(self.screen, situation),
                    Page::Instructions => self.instructions.clone(),
                };
                self.print(&page);
            }
            Command::Quit => {
                self.left.set(true);
                self.is_silent = true;
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn ask(&mut self, situation: &Situation<'_>, clause: ClauseId, asked: Value) -> Result<(), Refusal> {
        is_open(situation, clause)?;
        if situation.wants[clause.index()].1 == 0.0 {
            return Err(Refusal::NoStake { clause: title(situation, clause) });
        }
        if asked.width() > 0.0 {
            return Err(Refusal::Unreadable("ask for one value; a range can be proposed".to_owned()));
        }
        self.asked.wishes.retain(|(of, _)| *of != clause);
        self.asked.wishes.push((clause, asked));
        let said = self.said(situation, clause, asked);
        let clause = title(situation, clause);
        self.tell(&say!(self.screen.language, "play-noted-ask", clause = clause, value = said));
        Ok(())
    }

    fn said(&self, situation: &Situation<'_>, clause: ClauseId, said: Value) -> String {
        value(self.screen.language, &situation.model.clauses()[clause.index()].source, said)
    }

    /// What is asked for in this round: clause by clause, only of the one that is open.
    fn standing(&self, situation: &Situation<'_>) -> Saying {
        let mut saying = self.asked.clone();
        saying.wishes.retain(|(clause, _)| situation.clause.is_none_or(|only| only == *clause));
        saying
    }
}

impl Delegate for Terminal<'_> {
    fn speak(&mut self, situation: &Situation<'_>) -> Saying {
        if self.is_silent {
            return Saying::default();
        }
        if self.passes > 0 {
            self.passes -= 1;
            return self.standing(situation);
        }
        self.print(&round(self.screen, self.scenario, situation, &self.asked));
        if std::mem::take(&mut self.is_first) {
            self.tell(&say!(self.screen.language, "play-begin"));
        }
        let name = self.scenario.title_of(situation.seat.name(situation.model));
        let mut saying = Saying::default();
        loop {
            let Some(line) = self.line(name) else {
                self.is_silent = true;
                self.tell(&say!(self.screen.language, "play-plays-on"));
                return Saying::default();
            };
            let obeyed = command::read(situation.model, &line)
                .and_then(|command| self.obey(situation, &mut saying, command));
            match obeyed {
                Ok(true) => break,
                Ok(false) => {}
                Err(refusal) => {
                    let why = refusal.to_string();
                    let asks = why.ends_with('?');
                    let told =
                        if asks { why } else { say!(self.screen.language, "play-not-understood", why = why) };
                    self.tell(&told);
                }
            }
        }
        let Saying { demand, wishes, walks_out, .. } = self.standing(situation);
        Saying { demand, wishes, walks_out: saying.walks_out.or(walks_out), ..saying }
    }
}

fn is_open(situation: &Situation<'_>, clause: ClauseId) -> Result<(), Refusal> {
    match situation.clause.is_none_or(|only| only == clause) {
        true => Ok(()),
        false => Err(Refusal::NotOpen { clause: title(situation, clause) }),
    }
}

fn title(situation: &Situation<'_>, clause: ClauseId) -> String {
    let compiled = &situation.model.clauses()[clause.index()];
    compiled.source.title().unwrap_or(&compiled.name).to_owned()
}
