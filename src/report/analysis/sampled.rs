//! Voting power that is estimated, where it cannot be counted.

use super::Page;
use crate::{
    analysis::{SampledMember, SampledVoting},
    benchmark::Sampled,
    language::Language,
    report::table::{Table, clip},
    say,
    study::statistics::Rate,
};

/// The largest number of rows.
const MAX_ROWS: usize = 12;
/// How often any of the intervals may miss.
const ALPHA: f64 = 0.05;

/// The table of estimated power, the most powerful first, and how it is to be read.
pub fn render(page: Page<'_>, sampled: &SampledVoting) -> String {
    let language = page.language();
    let mut members: Vec<&SampledMember> = sampled.members.iter().collect();
    members.sort_by_key(|member| std::cmp::Reverse((member.shapley_shubik.count, member.votes)));
    let mut table = Table::headed(&say!(language, "terminal-sampled-power-columns"));
    let alpha = alpha_of_each(sampled);
    for member in members.iter().take(MAX_ROWS) {
        table.row([
            clip(page.title(&member.name), 40),
            language.count(member.votes),
            share(language, member.shapley_shubik, alpha),
            share(language, member.banzhaf_absolute, alpha),
        ]);
    }
    let more = members.len().saturating_sub(MAX_ROWS);
    let rest = match more {
        0 => String::new(),
        more => page.paragraph(&say!(language, "terminal-more-members-sampled", more = more)),
    };
    let words = say!(language, "terminal-sampled-power-legend", draws = sampled.power_to_act.of);
    page.table(&table) + &rest + &page.paragraph(&words)
}

/// How often a text would carry by tossing coins.
pub fn power_to_act(language: Language, sampled: &SampledVoting) -> String {
    let share = share(language, sampled.power_to_act, alpha_of_each(sampled));
    say!(language, "terminal-sampled-power-to-act", share = share)
}

/// How often each interval may miss: two for each member, and one for the power to act (Bonferroni).
fn alpha_of_each(sampled: &SampledVoting) -> f64 {
    ALPHA / (2 * sampled.members.len() + 1) as f64
}

/// A share with its interval.
fn share(language: Language, Sampled { count, of }: Sampled, alpha: f64) -> String {
    let Rate { rate, low, high, .. } = Rate::at(count, of, alpha);
    let [rate, low, high] = [rate.unwrap_or(0.0), low, high].map(|x| format!("{:.2}", 100.0 * x));
    let rate = say!(language, "number-percent", number = rate);
    say!(language, "terminal-rate", rate = rate, low = low, high = high)
}
