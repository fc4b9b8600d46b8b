//! What the map and its sheets say of a negotiation.

use super::super::ChartCase;
use crate::{
    language::Language,
    report::names,
    say,
    study::{DraftLook, Drafting, Settled},
    text::{ClauseId, Value},
};

/// One negotiation, to be told in a language.
#[derive(Clone, Copy)]
pub struct BracketCourse<'a> {
    pub case: &'a ChartCase<'a>,
    pub drafting: &'a Drafting,
    pub language: Language,
}

impl BracketCourse<'_> {
    /// The title of a clause.
    pub fn clause(&self, clause: usize) -> &str {
        self.case.scenario.title_of(&self.case.model.clauses[clause].name)
    }

    /// The title of a voice.
    pub fn voice(&self, voice: usize) -> &str {
        self.case.scenario.title_of(&self.drafting.voices[voice])
    }

    /// The rounds that were played.
    pub fn played(&self) -> &[DraftLook] {
        &self.drafting.looks[..self.drafting.rounds()]
    }

    /// Who keeps a clause in brackets in a look, with what each would put.
    pub fn bracketing<'l>(
        &self,
        look: &'l DraftLook,
        clause: usize,
    ) -> impl Iterator<Item = (usize, Value)> + use<'l> {
        let of = look.brackets.iter().filter(move |(_, c, _)| c.index() == clause);
        of.map(|(voice, _, wants)| (*voice, *wants))
    }

    /// How many clauses are in brackets in a look.
    pub fn open(&self, look: &DraftLook) -> usize {
        let mut clauses: Vec<ClauseId> = look.brackets.iter().map(|(_, clause, _)| *clause).collect();
        clauses.dedup();
        clauses.len()
    }

    /// Who kept a clause in brackets, in how many rounds, the most first.
    pub fn keepers(&self, clause: usize) -> Vec<(usize, usize)> {
        let mut rounds = vec![0; self.drafting.voices.len()];
        for look in self.played() {
            self.bracketing(look, clause).for_each(|(voice, _)| rounds[voice] += 1);
        }
        let mut keepers: Vec<(usize, usize)> =
            rounds.into_iter().enumerate().filter(|(_, n)| *n > 0).collect();
        keepers.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
        keepers
    }

    /// How a clause was settled; none where there is no text.
    pub fn settled(&self, clause: usize) -> Option<Settled> {
        self.drafting.settled.as_ref().map(|ways| ways[clause])
    }

    /// What a value says, with its number: "decides (.90)"; an option by its name.
    pub fn says(&self, clause: usize, value: Value) -> String {
        let source = &self.case.model.clauses[clause].source;
        let (words, number) = (names::value(self.language, source, value), self.number(value));
        if number.is_empty() {
            words
        } else if source.levels().is_empty() {
            number
        } else {
            say!(self.language, "pictures-brackets-says", words = words, number = number)
        }
    }

    /// The number of a value: ".90", ".20–.40"; nothing of an option.
    pub fn number(&self, value: Value) -> String {
        match value {
            Value::Interval { lo, hi } => {
                let (low, high) = (self.language.point(lo), self.language.point(hi));
                if low == high { low } else { format!("{low}–{high}") }
            }
            Value::Option(_) => String::new(),
        }
    }

    /// Which clauses left their brackets last, who kept it there to the end where it is one, and in which round that was.
    pub fn last_closed(&self) -> (&'static str, String, String, u32) {
        let disputed = &self.drafting.disputed;
        let Some(round) = disputed.iter().flatten().max().copied() else {
            return ("never", String::new(), String::new(), 0);
        };
        let clauses: Vec<usize> = (0..disputed.len()).filter(|&c| disputed[c] == Some(round)).collect();
        let last = self.played().iter().find(|look| look.round == round);
        let keep = |&c: &usize| last.map(|look| self.bracketing(look, c)).into_iter().flatten();
        let mut who: Vec<&str> = clauses.iter().flat_map(keep).map(|(voice, _)| self.voice(voice)).collect();
        who.dedup();
        let titles: Vec<&str> = clauses.iter().map(|&c| self.clause(c)).collect();
        let kind = if self.drafting.settled.is_some() { "closed" } else { "open" };
        let who = if clauses.len() == 1 { self.language.list(&who, 3) } else { String::new() };
        (kind, self.language.list(&titles, 3), who, round)
    }

    /// The negotiation in words, for those who cannot see it.
    pub fn alt(&self) -> String {
        let clause = |c: usize| {
            let who: Vec<&str> = self.keepers(c).iter().map(|&(voice, _)| self.voice(voice)).collect();
            say!(
                self.language,
                "pictures-brackets-alt",
                clause = self.clause(c),
                who = self.language.list(&who, 4),
                kept = self.drafting.disputed[c].map_or("no", |_| "yes"),
                round = self.drafting.disputed[c].unwrap_or(0),
                settled = super::settled_word(self.settled(c)),
                says = self.says(c, self.drafting.outcome.text.0[c]),
            )
        };
        let all: Vec<String> = (0..self.case.model.clauses.len()).take(12).map(clause).collect();
        all.join(" ")
    }
}

/// The looks that tell most, at most `most` of them: the first, the end, and between them those before which most changed:
/// clauses that came into brackets or left them, votes on single clauses, and how far values moved.
pub fn turning_points(drafting: &Drafting, most: usize) -> Vec<usize> {
    let last = drafting.looks.len() - 1;
    let change = |k: usize| -> f64 {
        let (before, now) = (&drafting.looks[k - 1], &drafting.looks[k]);
        let is_open =
            |look: &DraftLook, c: usize| look.brackets.iter().any(|(_, clause, _)| clause.index() == c);
        let moved = before.text.0.iter().zip(&now.text.0).map(|(a, b)| distance(*a, *b));
        #[allow(clippy::cast_precision_loss)] // a handful of clauses
        let turned = (0..now.text.0.len()).filter(|&c| is_open(before, c) != is_open(now, c)).count() as f64;
        let votes = drafting.divisions.iter().filter(|d| d.round == before.round).count();
        #[allow(clippy::cast_precision_loss)]
        let votes = votes as f64;
        turned + votes + moved.sum::<f64>()
    };
    let mut between: Vec<(usize, f64)> =
        (1..last).map(|k| (k, change(k))).filter(|(_, change)| *change > 0.0).collect();
    between.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut keys: Vec<usize> = between.into_iter().take(most.saturating_sub(2)).map(|(k, _)| k).collect();
    keys.extend([0, last]);
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// How far apart two values are: of options, all or nothing.
fn distance(a: Value, b: Value) -> f64 {
    match (a, b) {
        (Value::Interval { .. }, Value::Interval { .. }) => (a.middle() - b.middle()).abs(),
        _ => f64::from(u8::from(a != b)),
    }
}
