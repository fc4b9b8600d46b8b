//! Narration of attempts: the verdict of a ballot, who said no and why, amendments and separate votes.

use super::Narration;
use crate::{
    language::Language,
    negotiation::{Ballot, Motion, View},
    say,
    stance::{Price, isolation_cost},
    voting::{Asks, Binds, Tally},
};

/// Objectors are explained one by one only if there are at most this many.
const MAX_EXPLAINED: usize = 6;

impl Narration<'_> {
    /// The result of a ballot on the text.
    pub(super) fn verdict(&self, ballot: &Ballot, carried: bool) -> String {
        let (t, language) = (&ballot.tally, self.screen.language);
        let (no, present) = (t.against(ballot.asks), t.present());
        let revision = self.attempts;
        match (ballot.asks, carried) {
            (Asks::Objections, true) if no > 0 => say!(language, "account-over-objections", no = no),
            (Asks::Objections, true) => say!(language, "account-no-objection"),
            (Asks::Objections, false) => say!(language, "account-object", no = no, present = present),
            (Asks::Silence, true) => say!(language, "account-silence-kept", revision = revision),
            (Asks::Silence, false) => {
                say!(language, "account-silence-broken", revision = revision, no = no, present = present)
            }
            (Asks::Votes, _) if ballot.binds == Binds::Signatories => {
                let yes = t.yes.heads;
                say!(language, "account-signed", yes = yes, present = present, carried = yes_no(carried))
            }
            (Asks::Votes, _) => say!(
                language,
                "account-voted",
                yes = t.yes.heads,
                no = t.no.heads,
                abstain = t.abstain.heads,
                carried = yes_no(carried)
            ),
        }
    }

    /// The result of a vote on an amendment or a single clause.
    pub(super) fn division(&self, view: &View<'_>, motion: Motion, tally: &Tally, carried: bool) -> String {
        let [yes, no, abstain] = [&tally.yes, &tally.no, &tally.abstain].map(|votes| votes.heads);
        let (language, carried) = (self.screen.language, yes_no(carried));
        match motion {
            Motion::Amend(bracket) => say!(
                language,
                "account-amendment",
                clause = self.clause(view, bracket.clause),
                tabled = self.tabled(view, &bracket),
                yes = yes,
                no = no,
                abstain = abstain,
                carried = carried
            ),
            Motion::Keep(clause) => say!(
                language,
                "account-separate-vote",
                clause = self.clause(view, clause),
                yes = yes,
                no = no,
                abstain = abstain,
                carried = carried
            ),
        }
    }

    /// Who said no, and why; empty if there are too many.
    pub(super) fn objections(&self, view: &View<'_>, ballot: &Ballot) -> String {
        let said_no: Vec<usize> = (0..ballot.says_no.len()).filter(|&i| ballot.says_no[i]).collect();
        if said_no.len() > MAX_EXPLAINED {
            return String::new();
        }
        said_no.iter().map(|&i| self.screen.wrap(&self.reason(view, ballot, i), "    ")).collect()
    }

    /// Why a country says no: its margin exceeds the cost of isolation, or it follows its bloc.
    fn reason(&self, view: &View<'_>, ballot: &Ballot, i: usize) -> String {
        let language = self.screen.language;
        let country = self.scenario.title_of(&view.model.countries[i].name);
        let no = ballot.tally.against(ballot.asks);
        let price = price_of_no(view, ballot, i);
        let act = match ballot.asks {
            Asks::Objections => "objects",
            Asks::Silence => "breaks",
            Asks::Votes if ballot.binds == Binds::Signatories => "stays-out",
            Asks::Votes => "votes-no",
        };
        let clause = ballot.costliest(i).map(|d| self.clause(view, d));
        let margin = match ballot.asks {
            Asks::Votes => ballot.surpluses[i],
            Asks::Objections | Asks::Silence => ballot.margins[i],
        };
        if -margin > price {
            say!(
                language,
                "account-says-no",
                country = country,
                act = act,
                over = yes_no(clause.is_some()),
                clause = clause.unwrap_or_default(),
                defects = yes_no(ballot.defects[i]),
                margin =
                    at_least_a_little(-margin, say!(language, "account-less-than-a-hundredth"), language),
                company = yes_no(no > 1),
                price = at_least_a_little(price, say!(language, "account-costs-nothing"), language)
            )
        } else {
            let margin = language.point(margin);
            say!(language, "account-keeps-line", country = country, act = act, margin = margin)
        }
    }
}

/// What a No costs a country in the company of all that say it.
pub(super) fn price_of_no(view: &View<'_>, ballot: &Ballot, i: usize) -> f64 {
    let (no, others) = (ballot.tally.against(ballot.asks), ballot.tally.present().saturating_sub(1));
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 members
    let company = if others > 0 { no.saturating_sub(1) as f64 / others as f64 } else { 0.0 };
    let c = isolation_cost(view.parties.isolation_cost[i], company, view.model.isolation_decay);
    match ballot.asks {
        Asks::Objections | Asks::Silence => Price::OBJECTION.of(c),
        Asks::Votes => Price::NO_VOTE.of(c),
    }
}

/// A number to two decimals, or `otherwise` if it would be rounded to .00.
fn at_least_a_little(x: f64, otherwise: String, language: Language) -> String {
    if x < 0.005 { otherwise } else { language.point(x) }
}

/// How a message is told whether something is so.
pub(super) fn yes_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
