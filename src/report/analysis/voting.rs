//! Voting power, vetoes, and how easily a text is carried.

use super::{choice::safe_majorities, names, paragraph, sampled, section};
use crate::{
    analysis::{MemberPower, Nakamura, RuleChoice, Voting},
    report::{
        number::{count, list, of, percent},
        table::{Align, Table, clip},
    },
    scenario::Scenario,
};

/// The largest number of rows in the table of power; the rest is summarised.
const MAX_ROWS: usize = 12;

/// The section on the power of members under a rule.
pub fn render(scenario: &Scenario, title: &str, voting: &Voting, choice: Option<&RuleChoice>) -> String {
    let mut out = section(title);
    out.push_str(&paragraph(&format!("{} members; {}.", voting.members, voting.rule)));
    if let Some(sampled) = &voting.sampled {
        out.push_str(&sampled::render(scenario, sampled));
    } else if let Some(why) = &voting.not_counted {
        out.push_str(&paragraph(&format!("Power was not counted: {why}.")));
    } else {
        out.push_str(&power(scenario, voting));
        out.push_str(&paragraph(
            "Shapley–Shubik: how often a member's Yes is the one that decides, if all speak up in random order. \
             Banzhaf: its share of the cases in which a single vote decides.",
        ));
    }
    out.push_str(&paragraph(&blockers(scenario, voting)));
    out.push_str(&paragraph(&power_to_act(voting)));
    out.push_str(&paragraph(&cycles(voting)));
    if let Some(choice) = choice.filter(|_| matches!(voting.nakamura, Nakamura::Number(_))) {
        out.push_str(&paragraph(&safe_majorities(choice)));
    }
    out
}

/// The table of power, with one row for all members of equal votes and power.
fn power(scenario: &Scenario, voting: &Voting) -> String {
    let groups = equal_members(voting);
    let weighted = groups.iter().any(|group| group[0].votes != 1);
    let mut columns = vec![("", Align::Right), ("member", Align::Left)];
    if weighted {
        columns.push(("votes", Align::Right));
    }
    columns.extend([("Shapley–Shubik", Align::Left), ("Banzhaf", Align::Left)]);
    let mut table = Table::new(columns);
    for group in groups.iter().take(MAX_ROWS) {
        let names: Vec<&str> = match group.len() == voting.power.len() && group.len() > 1 {
            true => vec!["every member"],
            false => group.iter().map(|m| scenario.title_of(&m.name)).collect(),
        };
        let head = if group.len() > 1 { format!("{} ×", group.len()) } else { String::new() };
        let mut row = vec![head, clip(&list(&names, 5), 52)];
        if weighted {
            row.push(count(group[0].votes));
        }
        let exact = group[0].exact.as_ref();
        row.push(share(group[0].shapley_shubik, exact.map(|e| e.0.as_str())));
        row.push(share(group[0].banzhaf, exact.map(|e| e.1.as_str())));
        table.row(row);
    }
    let more: usize = groups.iter().skip(MAX_ROWS).map(Vec::len).sum();
    let rest = if more > 0 {
        paragraph(&format!("… and {more} more, with less power each."))
    } else {
        String::new()
    };
    table.render() + &rest
}

/// Groups of members with equal votes and power, the most powerful first.
fn equal_members(voting: &Voting) -> Vec<Vec<&MemberPower>> {
    let mut groups: Vec<Vec<&MemberPower>> = Vec::new();
    for member in &voting.power {
        let same = |group: &&mut Vec<&MemberPower>| {
            let first = group[0];
            (first.votes, first.shapley_shubik, first.banzhaf)
                == (member.votes, member.shapley_shubik, member.banzhaf)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(member),
            None => groups.push(vec![member]),
        }
    }
    groups.sort_by(|a, b| b[0].shapley_shubik.total_cmp(&a[0].shapley_shubik));
    groups
}

/// A share in per cent to three significant figures, with the exact fraction if it is known.
fn share(x: f64, exact: Option<&str>) -> String {
    let hundred = 100.0 * x;
    let decimals = match hundred {
        h if h >= 9.995 => 1,
        h if h >= 0.9995 => 2,
        _ => 3,
    };
    let exact = exact.filter(|e| e.contains('/')).map_or_else(String::new, |e| format!(" ({e})"));
    if x == 0.0 { "0".to_owned() } else { format!("{hundred:.decimals$}\u{a0}%{exact}") }
}

fn blockers(scenario: &Scenario, voting: &Voting) -> String {
    let names = |keys: &[String]| names(scenario, keys, 8);
    let block = match voting.blockers.len() {
        0 => "Nobody can stop a text alone.".to_owned(),
        n if n == voting.members => "Everybody can stop a text alone.".to_owned(),
        _ => format!("Can stop a text alone: {}.", names(&voting.blockers)),
    };
    if voting.dummies.is_empty() {
        return block;
    }
    let none = format!("Votes without ever making a difference: {}.", names(&voting.dummies));
    format!("{block} {none}")
}

fn power_to_act(voting: &Voting) -> String {
    let fewest = voting.smallest_winning.map_or_else(String::new, |n| {
        format!("The fewest that can carry a text: {}. ", of(n, "member", "members"))
    });
    if let Some(sampled) = &voting.sampled {
        return sampled::power_to_act(sampled);
    }
    let Some(act) = voting.power_to_act else { return fewest };
    let exact = voting.power_to_act_exact.as_ref().filter(|e| e.contains('/'));
    let figure = match (exact, act >= 1e-4) {
        (Some(exact), true) => format!("{act:.4} ({exact})"),
        (Some(exact), false) => exact.clone(),
        (None, true) => format!("{act:.4}"),
        (None, false) => "below .0001".to_owned(),
    };
    let odds = if act >= 0.095 {
        format!("in {} of cases", percent(act))
    } else if act > 1e-6 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // at most a million
        let one_in = count((1.0 / act).round() as u64);
        format!("in one case of {one_in}")
    } else {
        "practically never".to_owned()
    };
    format!(
        "{fewest}Power to act (Coleman): {figure}. If everybody tossed a coin, a text would carry {odds}."
    )
}

fn cycles(voting: &Voting) -> String {
    match voting.nakamura {
        Nakamura::Infinite => {
            "Nakamura number: infinite. Since somebody has a veto, majorities cannot go round in a \
                               circle, however many options there are."
                .to_owned()
        }
        Nakamura::Number(n) => format!(
            "Nakamura number {n}: among {n} options or more, majorities can go round in a circle (A beats B, B beats \
             C, C beats A); among fewer, some option is always unbeaten."
        ),
        Nakamura::NotCounted => "Nakamura number: not counted, too many different coalitions.".to_owned(),
    }
}
