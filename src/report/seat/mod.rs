//! A seat at the table, in words: its instructions, the room in each round, and what it got.

mod brief;
mod debrief;
mod instructions;
mod room;

pub use brief::{Brief, Want};
pub use debrief::{Debrief, debrief};
#[cfg(feature = "pictures")]
pub(in crate::report) use instructions::ladder;
pub use instructions::{Instructions, Item};
pub use room::{help, refusals, round, text};

use super::names;
use crate::{
    language::Language,
    negotiation::Voice,
    say,
    scenario::Scenario,
    text::{Clause, Value},
};

/// A seat's name.
fn name<'s>(scenario: &'s Scenario, model: &'s crate::model::Model, seat: Voice) -> &'s str {
    scenario.title_of(seat.name(model))
}

/// A value as a number with its words, or an option by its name.
pub fn value(language: Language, clause: &Clause, value: Value) -> String {
    let number = |x| language.point(x);
    match value {
        Value::Option(_) => option(language, clause, value),
        Value::Interval { lo, hi } => {
            let range = if lo == hi { number(lo) } else { format!("{}–{}", number(lo), number(hi)) };
            match (names::level(language, clause, lo), names::level(language, clause, hi)) {
                (Some(low), Some(high)) if low == high => {
                    say!(language, "account-value", number = range, words = low)
                }
                (Some(low), Some(high)) => {
                    let words = format!("{low} … {high}");
                    say!(language, "account-value", number = range, words = words)
                }
                _ => range,
            }
        }
    }
}

/// A value as a number, or an option by its name.
fn short(language: Language, clause: &Clause, value: Value) -> String {
    match value {
        Value::Option(_) => option(language, clause, value),
        Value::Interval { lo, hi } if lo == hi => language.point(lo),
        Value::Interval { lo, hi } => format!("{}–{}", language.point(lo), language.point(hi)),
    }
}

/// An option's name; that nothing is agreed, where it is none of them.
fn option(language: Language, clause: &Clause, value: Value) -> String {
    match (clause, value) {
        (Clause::Options(options), Value::Option(o)) if usize::from(o) >= options.options.len() => {
            say!(language, "play-nothing-agreed")
        }
        _ => clause.in_words(value),
    }
}

/// What a clause is called.
fn title(model: &crate::model::Model, clause: crate::text::ClauseId) -> &str {
    let compiled = &model.clauses[clause.index()];
    compiled.source.title().unwrap_or(&compiled.name)
}
