//! Who holds a text down, in sentences: who is least ambitious, says no, goes along, abstains, gains.

use super::number::{change, list, percent};
use crate::{
    scenario::Scenario,
    study::{PartySummary, Summary, statistics::Rate},
};

/// One sentence each: who is least ambitious, who objects, who goes along, who gains.
pub fn sentences(scenario: &Scenario, s: &Summary) -> Vec<String> {
    let who = |what: &str, of: &dyn Fn(&PartySummary) -> f64| {
        let mut ranked: Vec<(&str, f64)> = s
            .parties
            .iter()
            .map(|p| (scenario.title_of(&p.name), of(p)))
            .filter(|(_, r)| *r >= 0.01)
            .collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        let named: Vec<String> = ranked.iter().map(|(name, r)| format!("{name} {}", percent(*r))).collect();
        format!("{what}: {}.", list(&named, 5))
    };
    let share = |r: &Rate| r.rate.unwrap_or(0.0);
    let mut out = Vec::new();
    if s.has_ambition() {
        out.push(who("Among the least ambitious", &|p| share(&p.laggard)));
        out.extend(ties(scenario, s));
    }
    out.push(who("Still said no at the last attempt that failed", &|p| share(&p.held_out)));
    out.push(who("Went along under protest", &|p| share(&p.explained)));
    if s.parties.iter().any(|p| p.abstained.count > 0) {
        out.push(who("Abstained in the last vote", &|p| share(&p.abstained)));
    }
    if s.parties.iter().any(|p| p.left.count > 0) {
        out.push(who("Walked out", &|p| share(&p.left)));
    }
    if s.parties.iter().any(|p| p.defected.count > 0) {
        out.push(who("Broke its bloc's line at the end", &|p| share(&p.defected)));
    }
    out.push(gains(scenario, s));
    out
}

/// Who is as little ambitious as one that is a laggard in every run, but stands later in the file, which settles ties.
fn ties(scenario: &Scenario, s: &Summary) -> Option<String> {
    let laggards = || s.parties.iter().filter(|p| p.laggard.count == p.laggard.of);
    let ties = |p: &&PartySummary| {
        let as_low = laggards().any(|l| (l.ideal_depth - p.ideal_depth).abs() < 1e-9);
        p.laggard.count == 0 && p.present.count > 0 && as_low
    };
    let names: Vec<&str> = s.parties.iter().filter(ties).map(|p| scenario.title_of(&p.name)).collect();
    (!names.is_empty()).then(|| format!("As little ambitious, but later in the file: {}.", list(&names, 5)))
}

fn gains(scenario: &Scenario, s: &Summary) -> String {
    let mut ranked: Vec<(&str, f64)> =
        s.parties.iter().map(|p| (scenario.title_of(&p.name), p.gain.mean.unwrap_or(0.0))).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let name = |(n, g): &(&str, f64)| format!("{n} {}", change(*g));
    match ranked.as_slice() {
        [] => String::new(),
        [only] => format!("Gain over the status quo: {}.", name(only)),
        [first, .., last] if name(&("", first.1)) == name(&("", last.1)) => {
            format!("Everybody gains the same over the status quo, to two decimals:{}.", name(&("", first.1)))
        }
        [first, .., last] => {
            format!("Gains most over the status quo: {}; least: {}.", name(first), name(last))
        }
    }
}
