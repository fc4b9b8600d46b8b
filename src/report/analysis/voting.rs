//! Voting power, vetoes, and how easily a text is carried.

use super::{Page, choice::safe_majorities, sampled};
use crate::{
    analysis::{MemberPower, Nakamura, RuleChoice, Voting},
    language::Language,
    report::table::{Align, Table, clip},
    say,
};

/// The largest number of rows in the table of power; the rest is summarised.
const MAX_ROWS: usize = 12;
/// Members that are named in a sentence.
const NAMED: usize = 8;

/// The section on the power of members under a rule, given in words.
pub fn render(
    page: Page<'_>,
    title: &str,
    (voting, rule): (&Voting, String),
    choice: Option<&RuleChoice>,
) -> String {
    let language = page.language();
    let mut out = page.section(title);
    out.push_str(&page.paragraph(&say!(language, "terminal-members", n = voting.members, rule = rule)));
    if let Some(sampled) = &voting.sampled {
        out.push_str(&sampled::render(page, sampled));
    } else if let Some(why) = &voting.not_counted {
        out.push_str(&page.paragraph(&say!(
            language,
            "terminal-power-not-counted",
            why = why.text(language)
        )));
    } else {
        out.push_str(&power(page, voting));
        out.push_str(&page.paragraph(&say!(language, "terminal-power-legend")));
    }
    out.push_str(&page.paragraph(&blockers(page, voting)));
    out.push_str(&page.paragraph(&power_to_act(language, voting)));
    out.push_str(&page.paragraph(&cycles(language, voting)));
    if let Some(choice) = choice.filter(|_| matches!(voting.nakamura, Nakamura::Number(_))) {
        out.push_str(&page.paragraph(&safe_majorities(language, choice)));
    }
    out
}

/// The table of power, with one row for all members of equal votes and power.
fn power(page: Page<'_>, voting: &Voting) -> String {
    let language = page.language();
    let groups = equal_members(voting);
    let weighted = groups.iter().any(|group| group[0].votes != 1);
    let headings = [
        (String::new(), Align::Right),
        (say!(language, "terminal-member"), Align::Left),
        (say!(language, "terminal-votes"), Align::Right),
        ("Shapley–Shubik".to_owned(), Align::Left),
        ("Banzhaf".to_owned(), Align::Left),
    ];
    let columns = headings.iter().enumerate().filter(|(k, _)| weighted || *k != 2);
    let mut table = Table::new(columns.map(|(_, (name, align))| (name.as_str(), *align)));
    for group in groups.iter().take(MAX_ROWS) {
        let names = match group.len() == voting.power.len() && group.len() > 1 {
            true => say!(language, "terminal-every-member"),
            false => language.list(&group.iter().map(|m| page.title(&m.name)).collect::<Vec<_>>(), 5),
        };
        let head = if group.len() > 1 { format!("{} ×", group.len()) } else { String::new() };
        let mut row = vec![head, clip(&names, 52)];
        if weighted {
            row.push(language.count(group[0].votes));
        }
        let exact = group[0].exact.as_ref();
        row.push(share(language, group[0].shapley_shubik, exact.map(|e| e.0.as_str())));
        row.push(share(language, group[0].banzhaf, exact.map(|e| e.1.as_str())));
        table.row(row);
    }
    let more: usize = groups.iter().skip(MAX_ROWS).map(Vec::len).sum();
    let rest = match more {
        0 => String::new(),
        more => page.paragraph(&say!(language, "terminal-more-members", more = more)),
    };
    page.table(&table) + &rest
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
fn share(language: Language, x: f64, exact: Option<&str>) -> String {
    let hundred = 100.0 * x;
    let decimals = match hundred {
        h if h >= 9.995 => 1,
        h if h >= 0.9995 => 2,
        _ => 3,
    };
    if x == 0.0 {
        return "0".to_owned();
    }
    let share = say!(language, "number-percent", number = format!("{hundred:.decimals$}"));
    match exact.filter(|e| e.contains('/')) {
        Some(exact) => say!(language, "terminal-exact", number = share, exact = exact),
        None => share,
    }
}

fn blockers(page: Page<'_>, voting: &Voting) -> String {
    let language = page.language();
    let kind = match voting.blockers.len() {
        0 => "none",
        n if n == voting.members => "all",
        _ => "some",
    };
    say!(
        language,
        "terminal-blockers",
        kind = kind,
        blockers = page.names(&voting.blockers, NAMED),
        has_dummies = if voting.dummies.is_empty() { "no" } else { "yes" },
        dummies = page.names(&voting.dummies, NAMED)
    )
}

fn power_to_act(language: Language, voting: &Voting) -> String {
    if let Some(sampled) = &voting.sampled {
        return sampled::power_to_act(language, sampled);
    }
    let fewest = voting.smallest_winning.unwrap_or(0);
    let known = if voting.smallest_winning.is_some() { "yes" } else { "no" };
    let Some(act) = voting.power_to_act else {
        return say!(language, "terminal-fewest", known = known, n = fewest);
    };
    let exact = voting.power_to_act_exact.as_ref().filter(|e| e.contains('/'));
    let figure = match (exact, act >= 1e-4) {
        (Some(exact), true) => {
            let number = language.point_to(4, act);
            say!(language, "terminal-exact", number = number, exact = exact.as_str())
        }
        (Some(exact), false) => exact.clone(),
        (None, true) => language.point_to(4, act),
        (None, false) => say!(language, "terminal-below-a-myriad"),
    };
    let odds = match act {
        act if act >= 0.095 => "share",
        act if act > 1e-6 => "one-in",
        _ => "never",
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // at most a million where it is shown
    let one_in = (1.0 / act).round() as u64;
    say!(
        language,
        "terminal-power-to-act",
        known = known,
        n = fewest,
        figure = figure,
        odds = odds,
        share = language.percent(act),
        one_in = one_in
    )
}

fn cycles(language: Language, voting: &Voting) -> String {
    let (kind, n) = match voting.nakamura {
        Nakamura::Infinite => ("infinite", 0),
        Nakamura::Number(n) => ("number", n),
        Nakamura::NotCounted => ("not-counted", 0),
    };
    say!(language, "terminal-cycles", kind = kind, n = n)
}
