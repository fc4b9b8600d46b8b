//! Two cases compared, in words: what the second changes, and who gains.

use super::{
    identity,
    levers::survival,
    number::{change_with_interval, count, fine, half_width, list, percent, signed},
    table::{Align, Table, WIDTH, wrap},
};
use crate::{
    language::Language,
    scenario::Scenario,
    study::comparison::{COMPARED, Comparison, ComparisonLine},
};

/// The comparison, with how each case is called.
pub fn render(a: &Scenario, b: &Scenario, called: [&str; 2], comparison: &Comparison) -> String {
    let side = |letter, scenario: &Scenario, called| {
        let line = format!(
            "{} ({called}, scenario {})",
            identity::title(Language::default(), scenario),
            scenario.hash()
        );
        format!("{letter}{}", &wrap(&line, WIDTH, "   ")[1..])
    };
    let mut out = side("A", a, called[0]) + &side("B", b, called[1]);
    let heading = format!(
        "{} replicates of each on the same draws, seed {}, version {}. Differences are B − A, replicate by replicate; ± is \
         half of the 95 % interval.",
        count(comparison.replicates),
        comparison.seed,
        env!("CARGO_PKG_VERSION")
    );
    out.push_str(&wrap(&heading, WIDTH, "   "));
    if comparison.lines.iter().any(|line| line.survival.is_some()) {
        let text = "over choices: the least and the greatest difference under other choices of modelling, no interval; sign \
                    holds: in how many of them, the cases as they are included; unclear: of these, how many have an interval \
                    that includes 0. A finding needs 95 %.";
        out.push_str(&wrap(text, WIDTH, "   "));
    }
    let of_family =
        |family: &'static str| comparison.lines.iter().filter(move |l| l.measure.starts_with(family));
    let is_single = |line: &&ComparisonLine| !["holds:", "gain:"].iter().any(|f| line.measure.starts_with(f));
    let single = || comparison.lines.iter().filter(is_single);
    let mut section = |heading: &str, table: String| {
        // A heading alone is a line.
        if table.lines().count() > 1 {
            out.push_str(&format!("\n{heading}\n{table}"));
        }
    };
    section("How it ends", rates(single().filter(|l| l.is_rate)));
    let heading = "How deep (0 to 1, of what holds afterwards)";
    let depths = || single().filter(|l| !l.is_rate);
    let only_usual = depths().all(|l| COMPARED.contains(&l.measure.as_str()));
    section(if only_usual { heading } else { "Means" }, levels(depths(), |name| name.replace('_', " ")));
    let title = |name: &str| a.title_of(name.split_once(':').map_or(name, |(_, name)| name)).to_owned();
    let heading = "What holds, clause by clause (the text where adopted, else the status quo)";
    section(heading, levels(of_family("holds:"), title));
    let mut gains: Vec<&ComparisonLine> = of_family("gain:").collect();
    let rise = |line: &ComparisonLine| line.difference.mean.unwrap_or(0.0);
    gains.sort_by(|x, y| rise(y).total_cmp(&rise(x)));
    let heading = "Who gains (utility over the status quo, by their own ideals; the greatest change first)";
    section(heading, levels(gains.iter().copied(), title));
    let verdict = verdict(a, comparison, &gains);
    if !verdict.is_empty() {
        out.push_str(&format!("\n{}", wrap(verdict.trim(), WIDTH, "  ")));
    }
    out
}

fn rates<'l>(lines: impl Iterator<Item = &'l ComparisonLine>) -> String {
    let right = Align::Right;
    let lines: Vec<&ComparisonLine> = lines.collect();
    let columns = [("", Align::Left), ("A", right), ("B", right), ("B − A", right)];
    let mut table = Table::new(columns.into_iter().chain(held(&lines)));
    for line in lines {
        let name = match line.measure.as_str() {
            "adopted" => "a text is adopted",
            "lcd" => "an LCD text",
            "lcd_in_substance" => "LCD in substance",
            "outcome=Hollow" => "a hollow text",
            name => name,
        };
        let share = |x: Option<f64>| x.map_or_else(|| "–".to_owned(), percent);
        table.row(
            [
                name.to_owned(),
                share(line.a.value()),
                share(line.b.value()),
                change_with_interval(&line.difference),
            ]
            .into_iter()
            .chain(choices(line)),
        );
    }
    table.render()
}

fn levels<'l>(lines: impl Iterator<Item = &'l ComparisonLine>, name: impl Fn(&str) -> String) -> String {
    let right = Align::Right;
    let lines: Vec<&ComparisonLine> = lines.collect();
    let columns = [("", Align::Left), ("A", right), ("B", right), ("B − A", right), ("±", right)];
    let mut table = Table::new(columns.into_iter().chain(held(&lines)));
    for line in lines {
        table.row(
            [
                name(&line.measure),
                fine(line.a.value()),
                fine(line.b.value()),
                signed(line.difference.mean),
                half_width(&line.difference),
            ]
            .into_iter()
            .chain(choices(line)),
        );
    }
    table.render()
}

/// Two more columns where the declared choices were run.
fn held(lines: &[&ComparisonLine]) -> impl Iterator<Item = (&'static str, Align)> + use<> {
    let is_held = lines.iter().any(|line| line.survival.is_some());
    [("over choices", Align::Right), ("sign holds", Align::Left)].into_iter().filter(move |_| is_held)
}

fn choices(line: &ComparisonLine) -> impl Iterator<Item = String> + use<> {
    line.survival.as_ref().map(survival).into_iter().flatten()
}

/// Who is better and who is worse off, where the interval leaves no doubt.
fn verdict(a: &Scenario, comparison: &Comparison, gains: &[&ComparisonLine]) -> String {
    let sure = |up: bool| -> Vec<&str> {
        let is_held = |line: &ComparisonLine| line.survival.is_none_or(|s| s.is_finding());
        let lines = gains.iter().filter(|line| is_held(line)).filter(|line| {
            match (line.difference.low, line.difference.high) {
                (Some(low), Some(high)) => {
                    if up {
                        low > 0.0
                    } else {
                        high < 0.0
                    }
                }
                _ => false,
            }
        });
        let names: Vec<&str> =
            lines.map(|line| a.title_of(line.measure.trim_start_matches("gain:"))).collect();
        if up { names } else { names.into_iter().rev().collect() }
    };
    let (better, worse) = (sure(true), sure(false));
    let mut text = if gains.is_empty() {
        String::new()
    } else {
        format!("Better off under B beyond doubt: {}. Worse off: {}.", list(&better, 8), list(&worse, 8))
    };
    if !comparison.unmatched.is_empty() {
        let names: Vec<&str> = comparison.unmatched.iter().map(String::as_str).collect();
        text.push_str(&format!(" Not in both: {}.", list(&names, 12)));
    }
    text
}
