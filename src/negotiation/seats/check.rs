//! What of a saying counts.

use super::{
    super::{Voice, table::NegotiationTable},
    saying::{Refusal, Saying},
    situation::{Powers, Situation},
};
use crate::{
    model::Author,
    protocol::Protocol,
    text::{ClauseId, Value},
    voting::Asks,
};

impl Saying {
    /// What of it counts in a situation, and what does not.
    pub(super) fn checked(
        mut self,
        table: &NegotiationTable<'_>,
        situation: &Situation<'_>,
    ) -> (Self, Vec<Refusal>) {
        let may = situation.may;
        let mut refused = std::mem::take(&mut self.unreadable);
        // A demand that is no number is refused, too.
        if let Some(demand) = self.demand.take_if(|demand| !(0.0..=1.0).contains(demand)) {
            refused.push(Refusal::Demand(demand));
        }
        let mut keep = |found: Result<(), Refusal>| found.map_err(|refusal| refused.push(refusal)).is_ok();
        self.wishes.retain(|&(clause, value)| {
            let has_stake = || situation.wants[clause.index()].1 > 0.0;
            keep(check_value(table, clause, value, false).and_then(|()| match has_stake() {
                true => Ok(()),
                false => Err(Refusal::NoStake { clause: name(table, clause) }),
            }))
        });
        self.proposals.retain(|&(clause, value)| {
            keep(match may.propose {
                true => check_value(table, clause, value, true),
                false => Err(Refusal::NoProposals),
            })
        });
        if !may.answer && self.answer.take().is_some() {
            refused.push(Refusal::NoSay);
        }
        if !may.call_vote && std::mem::take(&mut self.calls_vote) {
            refused.push(Refusal::NoVoteToCall);
        }
        if !may.walk_out && self.walks_out.take_if(|leaves| *leaves).is_some() {
            refused.push(Refusal::LastInTheRoom);
        }
        (self, refused)
    }
}

/// Whether a clause is under negotiation and can have a value; a range of values only where `ranges` are allowed.
fn check_value(
    table: &NegotiationTable<'_>,
    clause: ClauseId,
    value: Value,
    ranges: bool,
) -> Result<(), Refusal> {
    let Some(compiled) = table.model.clauses.get(clause.index()) else {
        return Err(Refusal::UnknownClause((clause.index() + 1).to_string()));
    };
    if !table.open_clauses().contains(&clause.index()) {
        return Err(Refusal::NotOpen { clause: name(table, clause) });
    }
    let fits = match value {
        Value::Interval { lo, hi } => {
            let within = 0.0 <= lo && lo <= hi && hi <= 1.0;
            compiled.options == 0 && within && (ranges || lo == hi)
        }
        Value::Option(option) => usize::from(option) < compiled.options,
    };
    let value = || match value {
        Value::Interval { lo, hi } if lo == hi => lo.to_string(),
        Value::Interval { lo, hi } => format!("{lo} to {hi}"),
        Value::Option(option) => format!("option {}", u32::from(option) + 1),
    };
    if fits { Ok(()) } else { Err(Refusal::NoSuchValue { clause: name(table, clause), value: value() }) }
}

fn name(table: &NegotiationTable<'_>, clause: ClauseId) -> String {
    let compiled = &table.model.clauses[clause.index()];
    compiled.source.title().unwrap_or(&compiled.name).to_owned()
}

/// What a seat may say in the round that begins.
pub(super) fn powers(table: &NegotiationTable<'_>, seat: Voice) -> Powers {
    let model = table.model;
    let (round, deadline) = (table.round + 1, table.deadline());
    let due = round.is_multiple_of(model.proceedings.attempt_every) || round == deadline;
    let fallback = model.fallback.as_ref();
    let callable = model.rule.asks == Asks::Votes
        || fallback.is_some_and(|f| f.callable || round >= f.from_round && f.rule.asks == Asks::Votes);
    let sponsors = match seat {
        Voice::Country(i) => table.sponsor.who == Some(Author::Country(i)),
        Voice::Bloc(b) => table.sponsor.who == Some(Author::Bloc(b)),
    };
    let speaks_for = |i: &usize| table.seated[*i] && is_of(table, seat, *i);
    let has_say = |i: usize| {
        let asked = |asks| model.countries[i].has_say(asks);
        asked(model.rule.asks) || fallback.is_some_and(|f| asked(f.rule.asks))
    };
    Powers {
        answer: (0..table.seated.len()).filter(speaks_for).any(has_say),
        propose: match model.protocol {
            Protocol::Compromise => false,
            Protocol::SponsorsText(_) | Protocol::AgendaSetter(_) => sponsors,
            Protocol::ChairRevisions(_) | Protocol::ClauseByClause(_) | Protocol::SingleText(_) => true,
        },
        call_vote: due && callable,
        walk_out: (0..table.seated.len()).any(|i| table.seated[i] && !is_of(table, seat, i)),
    }
}

/// Whether a seat is a country's own, or of the bloc that leads it.
pub(super) fn is_of(table: &NegotiationTable<'_>, seat: Voice, country: usize) -> bool {
    match seat {
        Voice::Country(i) => i == country,
        Voice::Bloc(b) => {
            let lead = table.voices.lead(table.model, country);
            lead.is_some() && lead == table.voices.of_bloc[b] && !table.voices.speaks_alone(country)
        }
    }
}
