//! The table of `levers`: effects on depth and on the LCD, the strongest first.

use super::{
    number::{count, of, percent, point},
    table::{Align, Table, wrap},
};
use crate::{
    scenario::Scenario,
    study::{
        levers::{Lever, Source},
        statistics::Mean,
    },
};

/// By which effect levers are ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Depth of what holds afterwards, the deepest first.
    #[default]
    Depth,
    /// P(LCD), the lowest first.
    Lcd,
    /// P(LCD in substance), the lowest first.
    LcdInSubstance,
    /// P(adopted), the highest first.
    Adopted,
}

impl By {
    fn lifts(self, l: &Lever) -> f64 {
        let x = |m: &Mean| m.mean.unwrap_or(0.0);
        match self {
            Self::Depth => x(&l.depth_change),
            Self::Lcd => -x(&l.lcd_change),
            Self::LcdInSubstance => -x(&l.lcd_in_substance_change),
            Self::Adopted => x(&l.adopted_change),
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Depth => "Deepest first",
            Self::Lcd => "Fewest LCD texts first",
            Self::LcdInSubstance => "Fewest texts at the LCD in substance first",
            Self::Adopted => "Most texts adopted first",
        }
    }
}

/// The tables: the scenario's switches, then what is tried on any case, each with the case as it is among them.
pub fn render(scenario: &Scenario, levers: &[Lever], replicates: u64, seed: u64, by: By) -> String {
    let mut out = format!("{}\n", scenario.title);
    out.push_str(&format!(
        "  {} each, the same draws throughout; seed {seed}, scenario {}, version {}.\n",
        of_replicates(replicates),
        scenario.hash(),
        env!("CARGO_PKG_VERSION")
    ));
    for (source, heading) in
        [(Source::Switch, "Switches of the scenario"), (Source::Treatment, "Tried on any case")]
    {
        if levers.iter().any(|l| l.source == source) {
            out.push_str(&format!("\n{heading}\n{}", table(levers, source, by)));
        }
    }
    out.push('\n');
    let text = format!(
        "{}. ± is half of the 95 % interval of the paired difference to the case as it is. depth: of what holds \
         afterwards. guaranteed: on the least demanding reading; × participation: times the share of materiality in the \
         room. in substance: texts that commit to no more than the LCD.",
        by.words()
    );
    out.push_str(&wrap(&text, 110, "  "));
    if !levers.iter().any(|l| l.source != Source::Base) {
        out.push_str("  This scenario documents no switches: add some, or use --set with `plenary run`.\n");
    }
    out
}

/// Depths that change by less are told in a line, where no rate stands out.
const CALM: f64 = 0.0015;

fn table(levers: &[Lever], source: Source, by: By) -> String {
    let right = Align::Right;
    let mut table = Table::new([
        ("", Align::Left),
        ("depth", right),
        ("change", right),
        ("guaranteed", right),
        ("change", right),
        ("× participation", right),
        ("adopted", right),
        ("change", right),
        ("LCD", right),
        ("change", right),
        ("in substance", right),
        ("change", right),
    ]);
    let mut sorted: Vec<&Lever> =
        levers.iter().filter(|l| l.source == source || l.source == Source::Base).collect();
    sorted.sort_by(|a, b| by.lifts(b).total_cmp(&by.lifts(a)));
    // What changes nothing that can be seen is named below the table.
    let calm = |l: &&Lever| {
        let small = |m: &Mean| m.mean.unwrap_or(0.0).abs() < CALM;
        let doubtful =
            |m: &Mean| m.low.is_some_and(|low| low <= 0.0) && m.high.is_some_and(|high| high >= 0.0);
        l.source == Source::Treatment
            && small(&l.depth_change)
            && small(&l.guaranteed_change)
            && [l.lcd_change, l.lcd_in_substance_change, l.adopted_change].iter().all(doubtful)
    };
    let (quiet, loud): (Vec<&Lever>, Vec<&Lever>) = sorted.into_iter().partition(calm);
    for l in loud {
        let share = |r: &crate::study::statistics::Rate| percent(r.rate.unwrap_or(0.0));
        let base = l.source == Source::Base;
        let change =
            |m: &Mean| if base { String::new() } else { format!("{} ± {}", signed(m.mean), half_width(m)) };
        table.row([
            if base { "— as it is —".to_owned() } else { l.name.clone() },
            fine(l.depth.mean),
            change(&l.depth_change),
            fine(l.guaranteed.mean),
            change(&l.guaranteed_change),
            fine(l.by_participation.mean),
            share(&l.adopted),
            change(&l.adopted_change),
            share(&l.lcd),
            change(&l.lcd_change),
            share(&l.lcd_in_substance),
            change(&l.lcd_in_substance_change),
        ]);
    }
    let mut out = table.render();
    if !quiet.is_empty() {
        let names: Vec<&str> = quiet.iter().map(|l| l.name.as_str()).collect();
        let text = format!(
            "Hardly anything (depths by less than {CALM}, rates by nothing that stands out): {}.",
            names.join(", ")
        );
        out.push_str(&wrap(&text, 110, "  "));
    }
    out
}

fn of_replicates(n: u64) -> String {
    if n == 1 { of(1, "replicate", "") } else { format!("{} replicates", count(n)) }
}

/// Three decimals, as small effects need.
pub(super) fn fine(x: Option<f64>) -> String {
    let text = |x: f64| {
        let text = format!("{x:.3}");
        if x.abs() < 0.9995 {
            text.replacen("0.", ".", 1).replace('-', "−")
        } else {
            text.replace('-', "−")
        }
    };
    x.map_or_else(|| point(None), text)
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
