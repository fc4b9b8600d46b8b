//! The table of `levers`: effects on depth and on the LCD, the strongest first.

use super::{
    number::{count, of, percent, point},
    table::{Align, Table, wrap},
};
use crate::{
    scenario::Scenario,
    study::{levers::Lever, statistics::Mean},
};

/// The table, with the base case above it.
pub fn render(scenario: &Scenario, levers: &[Lever], replicates: u64, seed: u64) -> String {
    let mut out = format!("{}\n", scenario.title);
    out.push_str(&format!(
        "  {} each, the same draws for every switch; seed {seed}, scenario {}, version {}.\n\n",
        of_replicates(replicates),
        scenario.hash(),
        env!("CARGO_PKG_VERSION")
    ));
    let right = Align::Right;
    let mut table = Table::new([
        ("switch", Align::Left),
        ("depth", right),
        ("change", right),
        ("±", right),
        ("guaranteed", right),
        ("change", right),
        ("±", right),
        ("× participation", right),
        ("adopted", right),
        ("LCD", right),
        ("in substance", right),
        ("hollow", right),
    ]);
    let mut sorted: Vec<&Lever> = levers.iter().collect();
    sorted.sort_by(|a, b| {
        let rise = |l: &Lever| l.depth_change.mean.unwrap_or(0.0);
        rise(b).total_cmp(&rise(a))
    });
    for l in sorted {
        let share = |r: &crate::study::statistics::Rate| percent(r.rate.unwrap_or(0.0));
        table.row([
            if l.name == "base" { "— as it is —".to_owned() } else { l.name.clone() },
            fine(l.depth.mean),
            signed(l.depth_change.mean),
            half_width(&l.depth_change),
            fine(l.guaranteed.mean),
            signed(l.guaranteed_change.mean),
            half_width(&l.guaranteed_change),
            fine(l.by_participation.mean),
            share(&l.adopted),
            share(&l.lcd),
            share(&l.lcd_in_substance),
            share(&l.hollow),
        ]);
    }
    out.push_str(&table.render());
    out.push('\n');
    out.push_str(&wrap(
        "Deepest first. depth: of what holds afterwards. guaranteed: on the least demanding reading. ± is half of the \
         95 % interval of the paired difference to the case as it is. × participation: guaranteed depth times the share \
         of materiality in the room.",
        110,
        "  ",
    ));
    if levers.len() == 1 {
        out.push_str("  This scenario documents no switches: add some, or use --set with `plenary run`.\n");
    }
    out
}

fn of_replicates(n: u64) -> String {
    if n == 1 { of(1, "replicate", "") } else { format!("{} replicates", count(n)) }
}

/// Three decimals, as small effects need.
pub(super) fn fine(x: Option<f64>) -> String {
    x.map_or_else(|| point(None), |x| format!("{x:.3}").replacen("0.", ".", 1))
}

pub(super) fn signed(x: Option<f64>) -> String {
    x.map_or_else(
        || point(None),
        |x| match format!("{x:+.3}").as_str() {
            "+0.000" | "-0.000" => ".000".to_owned(),
            text => text.replacen("0.", ".", 1).replace('-', "−"),
        },
    )
}

pub(super) fn half_width(mean: &Mean) -> String {
    match (mean.low, mean.high) {
        (Some(low), Some(high)) => fine(Some((high - low) / 2.0)),
        _ => point(None),
    }
}
