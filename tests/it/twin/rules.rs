//! The decision rules by their legal texts (specification §4), in whole numbers.

use plenary::{
    scenario::Scenario,
    voting::{Rule, Share},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    Yes,
    No,
    Abstain,
    Absent,
}

/// What a member brings to a count.
#[derive(Clone, Copy, Debug)]
struct Member {
    votes: u128,
    population: u128,
    materiality: u128,
    takes_part: bool,
}

/// Whether only objections are asked for.
pub fn asks_for_objections(rule: &Rule) -> bool {
    matches!(
        rule,
        Rule::Consensus
            | Rule::ConsensusMinus(_)
            | Rule::SilenceProcedure
            | Rule::ChairsGavel(_)
            | Rule::ReverseConsensus
    )
}

/// What the countries said, in the scenario's order, added up in several ways.
struct Count<'a> {
    members: Vec<Member>,
    says: &'a [Say],
}

impl Count<'_> {
    fn sum(&self, of: impl Fn(&Member) -> u128, which: impl Fn(Say, &Member) -> bool) -> u128 {
        let both = self.members.iter().zip(self.says);
        both.filter(|(m, s)| which(**s, m)).map(|(m, _)| of(m)).sum()
    }

    fn heads(&self, say: Say) -> u128 {
        self.sum(|_| 1, |s, _| s == say)
    }
}

/// `part` is at least num/den of `whole`.
fn reaches(Share(num, den): Share, part: u128, whole: u128) -> bool {
    part * u128::from(den) >= whole * u128::from(num)
}

/// Whether the rule carries a text on which the countries say this.
pub fn carries(scenario: &Scenario, rule: &Rule, says: &[Say]) -> bool {
    let members = scenario.countries.values().map(|c| Member {
        votes: c.votes.into(),
        population: c.population.into(),
        materiality: (c.materiality * 1e6).round() as u128,
        takes_part: !c.opts_out,
    });
    let count = Count { members: members.collect(), says };
    let all = says.len() as u128;
    let (yes, no) = (count.heads(Say::Yes), count.heads(Say::No));
    let present = all - count.heads(Say::Absent);
    let taking_part = count.sum(|_| 1, |_, m| m.takes_part);
    if no == present || (!asks_for_objections(rule) && yes == 0) {
        return false;
    }
    let quorum = 2 * present > taking_part;
    match rule {
        Rule::Consensus | Rule::SilenceProcedure => no == 0,
        Rule::ConsensusMinus(k) => no <= u128::from(*k),
        Rule::ReverseConsensus => no < present,
        Rule::ChairsGavel(gavel) => {
            let against = count.sum(|m| m.materiality, |s, _| s == Say::No);
            let there = count.sum(|m| m.materiality, |s, _| s != Say::Absent);
            let Share(num, den) = gavel.materiality;
            no <= u128::from(gavel.objectors) && against * u128::from(den) <= there * u128::from(num)
        }
        Rule::Unanimity => yes == all,
        Rule::UnanimityWithAbstention => no == 0 && present == taking_part,
        Rule::SimpleMajority => yes > no && quorum,
        Rule::TwoThirds => yes >= 2 * no && quorum,
        Rule::AbsoluteMajority => 2 * yes > all,
        Rule::TwoThirdsOfMembers => 3 * yes >= 2 * all,
        Rule::DoubleMajority => double_majority(&count, Share(55, 100)),
        Rule::ReinforcedDoubleMajority => double_majority(&count, Share(72, 100)),
        Rule::WeightedMajority(w) => {
            let for_it = count.sum(|m| m.population, |s, _| s == Say::Yes);
            let people = count.sum(|m| m.population, |_, _| true);
            count.sum(|m| m.votes, |s, _| s == Say::Yes) >= u128::from(w.quota)
                && w.members.is_none_or(|least| yes >= u128::from(least))
                && w.population.is_none_or(|share| reaches(share, for_it, people))
        }
        Rule::SecurityCouncil(council) => {
            let names = scenario.countries.names().zip(says);
            let vetoed =
                names.into_iter().any(|(n, s)| *s == Say::No && council.permanent.iter().any(|p| p == n));
            yes >= u128::from(council.affirmative) && !vetoed
        }
        Rule::CoalitionOfTheWilling(coalition) => {
            let signed = count.sum(|m| m.materiality, |s, _| s == Say::Yes);
            let of_all = count.sum(|m| m.materiality, |_, _| true);
            yes >= u128::from(coalition.signatories)
                && coalition.materiality.is_none_or(|share| reaches(share, signed, of_all))
        }
        Rule::ConsensusThenVote(_) | Rule::Composed(_) => panic!("{rule:?} is decided stage by stage"),
    }
}

/// So many of the members taking part with 65 % of their population; fewer than four opponents cannot block.
fn double_majority(count: &Count<'_>, members: Share) -> bool {
    let taking_part = count.sum(|_| 1, |_, m| m.takes_part);
    let people = count.sum(|m| m.population, |_, m| m.takes_part);
    let yes = count.heads(Say::Yes);
    let for_it = count.sum(|m| m.population, |s, _| s == Say::Yes);
    taking_part - yes < 4 || (reaches(members, yes, taking_part) && reaches(Share(65, 100), for_it, people))
}
