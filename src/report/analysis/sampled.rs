//! Voting power that is estimated, where it cannot be counted.

use super::paragraph;
use crate::{
    analysis::{SampledMember, SampledVoting},
    benchmark::Sampled,
    report::{
        number::count,
        table::{Align, Table, clip},
    },
    scenario::Scenario,
    study::statistics::Rate,
};

/// The largest number of rows.
const MAX_ROWS: usize = 12;
/// How often any of the intervals may miss.
const ALPHA: f64 = 0.05;

/// The table of estimated power, the most powerful first, and how it is to be read.
pub fn render(scenario: &Scenario, sampled: &SampledVoting) -> String {
    let mut members: Vec<&SampledMember> = sampled.members.iter().collect();
    members.sort_by_key(|member| std::cmp::Reverse((member.shapley_shubik.count, member.votes)));
    let columns = [
        ("member", Align::Left),
        ("votes", Align::Right),
        ("Shapley–Shubik", Align::Left),
        ("decides", Align::Left),
    ];
    let mut table = Table::new(columns);
    let alpha = alpha_of_each(sampled);
    for member in members.iter().take(MAX_ROWS) {
        table.row([
            clip(scenario.title_of(&member.name), 40),
            count(member.votes),
            share(member.shapley_shubik, alpha),
            share(member.banzhaf_absolute, alpha),
        ]);
    }
    let more = members.len().saturating_sub(MAX_ROWS);
    let rest = if more > 0 {
        paragraph(&format!("… and {more} more, pivotal no more often."))
    } else {
        String::new()
    };
    let draws = count(sampled.power_to_act.of);
    let words = format!(
        "Power is estimated, since there are too many different sums of votes to count: from {draws} random orders of the \
         members and {draws} votes by tossing coins. In brackets intervals that hold together: 95 % that none of them errs. \
         Shapley–Shubik: how often a member's Yes is the one that decides, if all speak up in random order. decides: how \
         often its vote does, if every other member tosses a coin (Banzhaf, absolute)."
    );
    table.render() + &rest + &paragraph(&words)
}

/// How often a text would carry by tossing coins.
pub fn power_to_act(sampled: &SampledVoting) -> String {
    format!(
        "Power to act (Coleman): if everybody tossed a coin, a text would carry in {} of cases.",
        share(sampled.power_to_act, alpha_of_each(sampled))
    )
}

/// How often each interval may miss: two for each member, and one for the power to act (Bonferroni).
fn alpha_of_each(sampled: &SampledVoting) -> f64 {
    ALPHA / (2 * sampled.members.len() + 1) as f64
}

/// A share with its interval.
fn share(Sampled { count, of }: Sampled, alpha: f64) -> String {
    let Rate { rate, low, high, .. } = Rate::at(count, of, alpha);
    let [rate, low, high] = [rate.unwrap_or(0.0), low, high].map(|x| format!("{:.2}", 100.0 * x));
    format!("{rate}\u{a0}% ({low}–{high})")
}
