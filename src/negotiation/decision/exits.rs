//! Who leaves the negotiation, and who breaks with its bloc (specification §3).

use super::super::{ballot::Ballot, observer::Observer, table::NegotiationTable};
use crate::voting::{Tally, Vote};

/// Who has left, and who is about to.
#[derive(Clone, Debug)]
pub(in crate::negotiation) struct Exits {
    /// Who left during the negotiation.
    pub left: Vec<bool>,
    /// Texts in a row too far below each country's reservation value.
    unbearable: Vec<u32>,
}

impl Exits {
    pub fn new(countries: usize) -> Self {
        Self { left: vec![false; countries], unbearable: vec![0; countries] }
    }

    /// Forgets who has left.
    pub fn reset(&mut self) {
        self.left.fill(false);
        self.unbearable.fill(0);
    }

    /// After a failed attempt: some leave, and some who broke their bloc's line to object speak for themselves.
    ///
    /// A party leaves over texts that lie too far below its reservation value, several in a row, if the others are settling
    /// on them (no more than half say no) and its own No would not stop them: whoever can stop a text does better
    /// by staying. Nobody leaves over one clause.
    pub fn handle<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        ballot: &Ballot,
        observer: &mut O,
    ) {
        let mut changed = false;
        for i in 0..table.seated.len() {
            if !table.seated[i] {
                continue;
            }
            self.unbearable[i] = if bears(table, ballot, i) { 0 } else { self.unbearable[i] + 1 };
            if self.unbearable[i] >= table.model.exit_after {
                table.seated[i] = false;
                self.left[i] = true;
                changed = true;
                observer.left(&table.view(), i);
            } else if table.model.proceedings.defectors_speak && ballot.defects[i] && ballot.says_no[i] {
                changed |= table.voices.let_speak(i);
            }
        }
        if changed {
            table.voices.assemble(table.model, &table.parties, &table.seated);
            table.judge_text();
        }
    }

    /// Whether the return of those who left would have carried the text, or made the quorum.
    pub fn decided(&self, table: &NegotiationTable<'_>, ballot: &Ballot) -> bool {
        if !self.left.contains(&true) {
            return false;
        }
        let rule = table.last_word();
        let mut tally = Tally::default();
        for (i, left) in self.left.iter().enumerate() {
            let vote = if *left { Vote::Yes } else { ballot.votes[i] };
            tally.cast(vote, &table.parties.voting_weight(table.model, i));
        }
        rule.carries(&tally) || !rule.has_quorum(&ballot.tally)
    }
}

/// Whether a country would stay over the text that has just failed.
fn bears(table: &NegotiationTable<'_>, ballot: &Ballot, i: usize) -> bool {
    let settling = 2 * ballot.tally.no.heads <= ballot.tally.present();
    let least = table.parties.reservations[i] - table.model.exit_margin;
    let everyone = &table.voices.everyone;
    table.agenda.is_some()
        || table.said.stays(i)
        || !settling
        || ballot.utilities()[i] >= least
        || !table.rule_in_force().carries(&everyone.with_yes_turned(&table.model.countries[i].voting_weight))
}
