//! Two cases compared, in words: what the second changes, and who gains.

use super::{
    levers::{fine, half_width, signed},
    number::{change_with_interval, count, list, percent},
    table::{Align, Table, WIDTH, wrap},
};
use crate::{
    scenario::Scenario,
    study::comparison::{Comparison, Line},
};

/// The comparison, with how each case is called.
pub fn render(a: &Scenario, b: &Scenario, called: [&str; 2], comparison: &Comparison) -> String {
    let mut out = format!("A  {} ({}, scenario {})\n", a.title, called[0], a.hash());
    out.push_str(&format!("B  {} ({}, scenario {})\n", b.title, called[1], b.hash()));
    let heading = format!(
        "{} replicates of each on the same draws, seed {}, version {}. Differences are B − A, replicate by replicate; ± is \
         half of the 95 % interval.",
        count(comparison.replicates),
        comparison.seed,
        env!("CARGO_PKG_VERSION")
    );
    out.push_str(&wrap(&heading, WIDTH, "   "));
    out.push_str("\nHow it ends\n");
    out.push_str(&rates(comparison));
    out.push_str("\nHow deep (0 to 1, of what holds afterwards)\n");
    out.push_str(&levels(&comparison.depths, |what| what.replace('_', " ")));
    out.push_str("\nWhat holds, clause by clause (the text where adopted, else the status quo)\n");
    let clause = |what: &str| a.title_of(what.trim_start_matches("clause:")).to_owned();
    out.push_str(&levels(&comparison.clauses, clause));
    out.push_str(
        "\nWho gains (utility over the status quo, by their own ideals; the greatest change first)\n",
    );
    let mut gains = comparison.gains.clone();
    let rise = |line: &Line| line.difference.mean.unwrap_or(0.0);
    gains.sort_by(|x, y| rise(y).total_cmp(&rise(x)));
    out.push_str(&levels(&gains, |what| a.title_of(what.trim_start_matches("gain:")).to_owned()));
    out.push('\n');
    out.push_str(&verdict(a, comparison, &gains));
    out
}

fn rates(comparison: &Comparison) -> String {
    let right = Align::Right;
    let mut table = Table::new([("", Align::Left), ("A", right), ("B", right), ("B − A", right)]);
    for line in &comparison.rates {
        let name = match line.what.as_str() {
            "adopted" => "a text is adopted",
            "lcd" => "an LCD text",
            "lcd_in_substance" => "LCD in substance",
            _ => "a hollow text",
        };
        let share = |x: Option<f64>| x.map_or_else(|| "–".to_owned(), percent);
        table.row([
            name.to_owned(),
            share(line.a.mean),
            share(line.b.mean),
            change_with_interval(&line.difference),
        ]);
    }
    table.render()
}

fn levels(lines: &[Line], name: impl Fn(&str) -> String) -> String {
    let right = Align::Right;
    let mut table =
        Table::new([("", Align::Left), ("A", right), ("B", right), ("B − A", right), ("±", right)]);
    for line in lines {
        table.row([
            name(&line.what),
            fine(line.a.mean),
            fine(line.b.mean),
            signed(line.difference.mean),
            half_width(&line.difference),
        ]);
    }
    table.render()
}

/// Who is better and who is worse off, where the interval leaves no doubt.
fn verdict(a: &Scenario, comparison: &Comparison, gains: &[Line]) -> String {
    let sure = |up: bool| -> Vec<&str> {
        let lines = gains.iter().filter(|line| match (line.difference.low, line.difference.high) {
            (Some(low), Some(high)) => {
                if up {
                    low > 0.0
                } else {
                    high < 0.0
                }
            }
            _ => false,
        });
        let names: Vec<&str> = lines.map(|line| a.title_of(line.what.trim_start_matches("gain:"))).collect();
        if up { names } else { names.into_iter().rev().collect() }
    };
    let (better, worse) = (sure(true), sure(false));
    let mut text =
        format!("Better off under B beyond doubt: {}. Worse off: {}.", list(&better, 8), list(&worse, 8));
    if !comparison.unmatched.is_empty() {
        let names: Vec<&str> = comparison.unmatched.iter().map(String::as_str).collect();
        text.push_str(&format!(" Not in both: {}.", list(&names, 12)));
    }
    wrap(&text, WIDTH, "  ")
}
