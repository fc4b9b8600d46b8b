//! Narration of attempts: the verdict of a ballot, who said no and why, amendments and separate votes.

use super::Narration;
use crate::{
    negotiation::{Ballot, Motion, View},
    report::{
        number::point,
        table::{WIDTH, wrap},
    },
    stance::{Price, isolation_cost},
    voting::{Asks, Binds, Tally},
};

/// Objectors are explained one by one only if there are at most this many.
const MAX_EXPLAINED: usize = 6;

impl Narration<'_> {
    /// The result of a ballot on the text.
    pub(super) fn verdict(&self, ballot: &Ballot, carried: bool) -> String {
        let (t, revision) = (&ballot.tally, self.attempts);
        let (no, present) = (t.against(ballot.asks), t.present());
        match (ballot.asks, carried) {
            (Asks::Objections, true) if no == 1 => "adopted over one objection".to_owned(),
            (Asks::Objections, true) if no > 1 => format!("adopted over {no} objections"),
            (Asks::Objections, true) => "no objection stands in the way: adopted".to_owned(),
            (Asks::Objections, false) => format!("{no} of {present} object"),
            (Asks::Silence, true) => format!("revision {revision} under silence; nobody breaks it: adopted"),
            (Asks::Silence, false) => {
                format!("revision {revision} under silence; {no} of {present} break it")
            }
            (Asks::Votes, _) if ballot.binds == Binds::Signatories => {
                format!("{} of {present} sign: {}", t.yes.heads, if carried { "in force" } else { "too few" })
            }
            (Asks::Votes, _) => {
                format!("{}: {}", counted(t), if carried { "adopted" } else { "not carried" })
            }
        }
    }

    /// The result of a vote on an amendment or a single clause.
    pub(super) fn division(&self, view: &View<'_>, motion: Motion, tally: &Tally, carried: bool) -> String {
        let counted = counted(tally);
        match motion {
            Motion::Amend(bracket) => format!(
                "Amendment to {} [{}]: {counted}: {}.",
                self.clause(view, bracket.clause),
                self.tabled(view, &bracket),
                if carried { "carried" } else { "rejected" }
            ),
            Motion::Keep(clause) => format!(
                "Separate vote on {}: {counted}: {}.",
                self.clause(view, clause),
                if carried { "it stays" } else { "struck" }
            ),
        }
    }

    /// Who said no, and why; empty if there are too many.
    pub(super) fn objections(&self, view: &View<'_>, ballot: &Ballot) -> String {
        let said_no: Vec<usize> = (0..ballot.says_no.len()).filter(|&i| ballot.says_no[i]).collect();
        if said_no.len() > MAX_EXPLAINED {
            return String::new();
        }
        said_no.iter().map(|&i| wrap(&self.reason(view, ballot, i), WIDTH, "    ")).collect()
    }

    /// Why a country says no: its margin exceeds the cost of isolation, or it follows its bloc.
    fn reason(&self, view: &View<'_>, ballot: &Ballot, i: usize) -> String {
        let country = self.scenario.title_of(&view.model.countries[i].name);
        let (no, others) = (ballot.tally.against(ballot.asks), ballot.tally.present().saturating_sub(1));
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 members
        let company = if others > 0 { no.saturating_sub(1) as f64 / others as f64 } else { 0.0 };
        let c = isolation_cost(view.parties.isolation_cost[i], company, view.model.isolation_decay);
        let (price, act) = match ballot.asks {
            Asks::Objections => (Price::OBJECTION.of(c), "objects"),
            Asks::Silence => (Price::OBJECTION.of(c), "breaks the silence"),
            Asks::Votes if ballot.binds == Binds::Signatories => (Price::NO_VOTE.of(c), "stays out"),
            Asks::Votes => (Price::NO_VOTE.of(c), "votes no"),
        };
        let over =
            ballot.costliest(i).map_or_else(String::new, |d| format!(" over {}", self.clause(view, d)));
        let line = if ballot.defects[i] { ", against its bloc" } else { "" };
        let (margin, lacks) = match ballot.asks {
            Asks::Votes => (ballot.surpluses[i], "better off without a text"),
            Asks::Objections | Asks::Silence => (ballot.margins[i], "short of what it asks"),
        };
        if -margin > price {
            let company = if no > 1 { "even in this company" } else { "alone" };
            format!(
                "{country} {act}{over}{line}: it is {} {lacks}, and saying no {company} costs {}.",
                at_least_a_little(-margin, "less than .01"),
                at_least_a_little(price, "nothing")
            )
        } else {
            format!("{country} {act} to keep its bloc's line (its own margin is {}).", point(margin))
        }
    }
}

fn counted(tally: &Tally) -> String {
    format!("{} yes, {} no, {} abstain", tally.yes.heads, tally.no.heads, tally.abstain.heads)
}

/// A number to two decimals, or `otherwise` if it would be rounded to .00.
fn at_least_a_little(x: f64, otherwise: &str) -> String {
    if x < 0.005 { otherwise.to_owned() } else { point(x) }
}
