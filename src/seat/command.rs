//! What a person types at the table, in plain words.

use super::words;
use crate::{
    document::nearest,
    model::Model,
    negotiation::Refusal,
    text::{ClauseId, Value},
};

/// Something that a person types.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Says no more in this round, nor in as many after it.
    Pass(u32),
    /// Objects, or votes no.
    Object,
    /// Lets the text pass, or votes yes.
    Support,
    /// Stays silent, or abstains.
    Abstain,
    /// Asks for something on a clause from now on.
    Ask(ClauseId, Value),
    /// Asks for no more on a clause than what is wanted.
    AskNoMore(ClauseId),
    /// Asks for this utility from now on; for what the delegate asks for, where none is given.
    Demand(Option<f64>),
    /// Proposes a change in this round.
    Propose(ClauseId, Value),
    /// Calls for a vote.
    Vote,
    /// Leaves for good.
    WalkOut,
    /// Wants to see the text, the commands or the instructions again.
    Show(Page),
    /// Leaves the program.
    Quit,
}

/// What can be shown again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The text as it stands.
    Text,
    /// The commands.
    Help,
    /// The instructions.
    Instructions,
}

/// The words that commands begin with.
pub const WORDS: [&str; 14] = [
    "pass",
    "object",
    "support",
    "abstain",
    "ask",
    "withdraw",
    "demand",
    "propose",
    "vote",
    "walk out",
    "text",
    "help",
    "instructions",
    "quit",
];

/// What a line says; nothing typed is a pass.
///
/// # Errors
/// The nearest word, clause or value.
pub fn read(model: &Model, line: &str) -> Result<Command, Refusal> {
    let line = line.trim();
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    let unknown = |problem: String| Err(Refusal::Unreadable(problem));
    let command = match word.to_lowercase().as_str() {
        "" => Command::Pass(1),
        "pass" | "p" => Command::Pass(rounds(rest)?),
        "object" | "no" => Command::Object,
        "support" | "yes" => Command::Support,
        "abstain" => Command::Abstain,
        "ask" => words::clause_and_value(model, rest).map(|(clause, value)| Command::Ask(clause, value))?,
        "withdraw" => Command::AskNoMore(words::clause(model, rest)?),
        "demand" => Command::Demand(demand(rest)?),
        "propose" => {
            words::clause_and_value(model, rest).map(|(clause, value)| Command::Propose(clause, value))?
        }
        "vote" => Command::Vote,
        "walk" | "leave" => match rest.to_lowercase().as_str() {
            "out" => Command::WalkOut,
            _ => return unknown(format!("\"{line}\" is no command: did you mean \"walk out\"?")),
        },
        "text" => Command::Show(Page::Text),
        "help" | "?" => Command::Show(Page::Help),
        "instructions" => Command::Show(Page::Instructions),
        "quit" | "exit" | "q" => Command::Quit,
        other => return unknown(format!("\"{other}\" is no command: {}", nearest(other, WORDS))),
    };
    let takes_more = matches!(
        command,
        Command::Pass(_)
            | Command::Ask(..)
            | Command::AskNoMore(_)
            | Command::Demand(_)
            | Command::Propose(..)
            | Command::WalkOut
    );
    if !takes_more && !rest.is_empty() {
        return unknown(format!("\"{word}\" stands alone: \"{rest}\" is too much"));
    }
    Ok(command)
}

/// How many rounds are passed.
fn rounds(rest: &str) -> Result<u32, Refusal> {
    if rest.is_empty() {
        return Ok(1);
    }
    let rounds = rest.parse().ok().filter(|rounds| *rounds > 0);
    rounds.ok_or_else(|| {
        Refusal::Unreadable(format!("pass {rest}: expected a whole number of rounds, as in pass 5"))
    })
}

/// What is asked for.
fn demand(rest: &str) -> Result<Option<f64>, Refusal> {
    if rest.is_empty() || rest.eq_ignore_ascii_case("default") {
        return Ok(None);
    }
    let demand = rest.parse::<f64>().ok().filter(|demand| (0.0..=1.0).contains(demand));
    let expected =
        || Refusal::Unreadable(format!("demand {rest}: expected a number from 0 to 1, or \"default\""));
    demand.map(Some).ok_or_else(expected)
}
