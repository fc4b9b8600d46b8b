//! Where something happens, in words: boxes, crossings, and the ½ line.

use super::{
    number::{count, list, percent},
    study::column_label,
    table::{Table as Printed, WIDTH, wrap},
};
use crate::study::{
    discovery::{
        Crossing, CrossingMethod, CrossingRange,
        findings::DiscoveryFindings,
        prim::{Limit, Region},
    },
    table::{Cell, Column, ColumnKind, DataTable, Row},
};

/// What happens where a measure is true, in words.
pub fn happening(measure: &Column) -> String {
    match measure.name.as_str() {
        "lcd" => "an LCD text".to_owned(),
        "lcd_in_substance" => "a text that is an LCD in substance".to_owned(),
        "adopted" => "a text".to_owned(),
        "adopted=false" => "no text".to_owned(),
        name => name.to_owned(),
    }
}

/// What was found, in words; `what` is what happens.
pub fn render(title: &str, what: &str, found: &DiscoveryFindings) -> String {
    let mut out = format!("{title}\n");
    #[allow(clippy::cast_precision_loss)] // for people
    let share = percent(found.count as f64 / (found.of as f64).max(1.0));
    let heading = format!(
        "Where does it come to {what}? Over the whole design, in {share} of {} negotiations.",
        count(found.of)
    );
    out.push_str(&wrap(&heading, WIDTH, "  "));
    out.push_str("\nBoxes (PRIM), the first found first\n");
    if found.boxes.is_empty() {
        out.push_str("  none: it happens about as often everywhere\n");
    }
    for (n, region) in found.boxes.iter().enumerate() {
        let limits = limits(found, region);
        let text = format!(
            "{}. {}: there it happens in {} of negotiations; {} of all occurrences lie there, in {} of the design.",
            n + 1,
            limits.join(" and "),
            percent(region.density),
            percent(region.coverage),
            percent(region.mass)
        );
        out.push_str(&wrap(&text, WIDTH, "  "));
    }
    out.push_str(
        "\nWhere it becomes more likely than not: values at which P = ½, averaged over the other factors\n",
    );
    out.push_str(&crossings(found));
    if let Some(contour) = &found.contour {
        let [first, second] = contour.axes.map(|k| column_label(&found.factors[k]));
        out.push_str(&format!("\nThe ½ line: {first} at which P = ½, for each value of {second}\n"));
        let mut table = Printed::headed(&format!("{second} > | {CROSSING_COLUMNS}"));
        for (value, crossing) in &contour.across {
            crossing_rows(&mut table, &short_number(*value), crossing.as_ref());
        }
        out.push_str(&table.render());
        if contour.lines.is_empty() {
            out.push_str("  The rate of no two neighbouring points lies on both sides of ½.\n");
        }
    }
    out
}

/// What is said of a crossing.
const CROSSING_COLUMNS: &str = "crosses at > | 95 % range > | P at the least > | at the greatest >";

fn crossings(found: &DiscoveryFindings) -> String {
    let mut table = Printed::headed(&format!("factor | {CROSSING_COLUMNS}"));
    let numbers = found.factors.iter().zip(&found.crossings).filter(|(f, _)| f.kind != ColumnKind::String);
    let named: Vec<(String, Option<&Crossing>)> =
        numbers.map(|(factor, crossing)| (column_label(factor), crossing.as_ref())).collect();
    if named.is_empty() {
        return "  no factor has numbers\n".to_owned();
    }
    named.iter().for_each(|(name, crossing)| crossing_rows(&mut table, name, *crossing));
    table.render() + &wrap(&crossing_notes(&named), WIDTH, "  ")
}

/// How the crossings were found, and what to make of those of regressions that do not fit.
fn crossing_notes(named: &[(String, Option<&Crossing>)]) -> String {
    let found = || named.iter().filter_map(|(name, crossing)| Some((name, (*crossing)?)));
    let is_curve = |crossing: &Crossing| matches!(crossing.method, CrossingMethod::Curve { .. });
    let mut notes = Vec::new();
    if found().any(|(_, c)| is_curve(c)) {
        notes.push(
            "P by a logistic regression on all factors; ranges allow for other points and other draws having come up."
                .to_owned(),
        );
    }
    if found().any(|(_, c)| !is_curve(c)) {
        notes.push(
            "P by the rates at the values tried: between two of them only their sides of ½ are known, and the crossing is \
             where a straight line has it."
                .to_owned(),
        );
    }
    let misfits: Vec<&str> = found().filter(|(_, c)| c.is_misfit()).map(|(name, _)| name.as_str()).collect();
    if !misfits.is_empty() {
        notes.push(format!(
            "The regression does not fit (p < .01) for {}: the odds bend, or depend on two factors at once; crossings there \
             are rough.",
            list(&misfits, 9)
        ));
    }
    let untested = |c: &Crossing| c.method == CrossingMethod::Curve { misfit: None };
    if found().any(|(_, c)| untested(c)) {
        notes.push("Points are too few to test whether it fits.".to_owned());
    }
    notes.join(" ")
}

/// A row for each range of a crossing.
fn crossing_rows(table: &mut Printed, name: &str, crossing: Option<&Crossing>) {
    let Some(Crossing { ranges, from, to, .. }) = crossing else {
        return table.row([name, "not to be told", "", "", ""].map(str::to_owned));
    };
    let ends = [percent(*from), percent(*to)];
    if ranges.is_empty() {
        let side = if *from < 0.5 { "stays below" } else { "stays above" };
        let [low, high] = ends.clone();
        table.row([name.to_owned(), side.to_owned(), String::new(), low, high]);
    }
    for (n, range) in ranges.iter().enumerate() {
        let at = match range.at[..] {
            [] => "perhaps".to_owned(),
            [at] => short_number(at),
            _ => "to and fro".to_owned(),
        };
        let [low, high] = if n == 0 { ends.clone() } else { Default::default() };
        table.row([if n == 0 { name.to_owned() } else { String::new() }, at, reach(range), low, high]);
    }
}

/// "0.12 to 0.2", "up to 0.2", "0.12 or more", "anywhere".
fn reach(range: &CrossingRange) -> String {
    match (range.low, range.high) {
        (Some(low), Some(high)) => format!("{} to {}", short_number(low), short_number(high)),
        (None, Some(high)) => format!("{} or less", short_number(high)),
        (Some(low), None) => format!("{} or more", short_number(low)),
        (None, None) => "anywhere".to_owned(),
    }
}

/// The limits of a box, in words.
fn limits(found: &DiscoveryFindings, region: &Region) -> Vec<String> {
    let named = region.limits.iter().enumerate().filter_map(|(k, limit)| {
        let name = column_label(&found.factors[k]);
        match limit {
            Limit::Free => None,
            Limit::Between(low, high) if low.is_finite() && high.is_finite() => {
                Some(format!("{name} from {} to {}", short_number(*low), short_number(*high)))
            }
            Limit::Between(low, _) if low.is_finite() => {
                Some(format!("{name} {} or more", short_number(*low)))
            }
            Limit::Between(_, high) if high.is_finite() => {
                Some(format!("{name} {} or less", short_number(*high)))
            }
            Limit::Between(..) => None,
            Limit::Among(words) => Some(format!("{name} {}", words_of(found, k, words).join(" or "))),
        }
    });
    let limits: Vec<String> = named.collect();
    if limits.is_empty() { vec!["everywhere".to_owned()] } else { limits }
}

fn words_of(found: &DiscoveryFindings, k: usize, numbers: &[u64]) -> Vec<String> {
    let word = |n: &u64| usize::try_from(*n).ok().and_then(|n| found.words[k].get(n)).cloned();
    numbers.iter().filter_map(word).collect()
}

fn short_number(x: f64) -> String {
    let text = if x.abs() >= 100.0 { format!("{x:.0}") } else { format!("{x:.3}") };
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text };
    text.replace('-', "−")
}

/// The findings as tables.
pub fn tables(found: &DiscoveryFindings) -> Vec<(&'static str, DataTable)> {
    let mut tables = vec![("boxes", boxes(found)), ("crossings", crossing_table(found))];
    if let Some(contour) = &found.contour {
        let names = contour.axes.map(|k| found.factors[k].name.clone());
        let columns = vec![
            Column::new("line", ColumnKind::Integer, "Number of the line along which P = ½"),
            Column::new(&names[0], ColumnKind::Number, "Value of the first factor on it"),
            Column::new(&names[1], ColumnKind::Number, "Value of the second factor on it"),
        ];
        let lines = (0_u64..).zip(&contour.lines);
        let rows = lines
            .flat_map(|(n, line)| line.iter().map(move |[x, y]| vec![n.into(), (*x).into(), (*y).into()]));
        tables.push(("contour", DataTable { columns, rows: rows.collect() }));
    }
    tables
}

fn share(name: &str, about: &str) -> Column {
    Column::new(name, ColumnKind::Number, about).within([0.0, 1.0])
}

fn boxes(found: &DiscoveryFindings) -> DataTable {
    let mut columns = vec![
        Column::new("box", ColumnKind::Integer, "Number of the box, the first found first"),
        share("density", "Share of its negotiations in which it happens"),
        share("coverage", "Share of all occurrences that lie in it"),
        share("mass", "Share of all negotiations that lie in it"),
    ];
    for factor in &found.factors {
        let name = &factor.name;
        if factor.kind == ColumnKind::String {
            columns.push(Column::new(
                name,
                ColumnKind::String,
                "Words it is limited to, separated by |; empty where it is not",
            ));
        } else {
            columns.push(Column::new(
                format!("{name}_low"),
                ColumnKind::Number,
                "Lower limit; empty where there is none",
            ));
            columns.push(Column::new(
                format!("{name}_high"),
                ColumnKind::Number,
                "Upper limit; empty where there is none",
            ));
        }
    }
    let row = |(n, region): (u64, &Region)| -> Row {
        let mut row: Row = vec![n.into(), region.density.into(), region.coverage.into(), region.mass.into()];
        let end = |x: &f64| Cell::from(x.is_finite().then_some(*x));
        for (k, limit) in region.limits.iter().enumerate() {
            match limit {
                Limit::Between(low, high) => row.extend([end(low), end(high)]),
                Limit::Among(words) => row.push(words_of(found, k, words).join("|").into()),
                Limit::Free if found.factors[k].kind == ColumnKind::String => row.push(Cell::Empty),
                Limit::Free => row.extend([Cell::Empty, Cell::Empty]),
            }
        }
        row
    };
    DataTable { columns, rows: (0_u64..).zip(&found.boxes).map(row).collect() }
}

fn crossing_table(found: &DiscoveryFindings) -> DataTable {
    let number = |name: &str, about: &str| Column::new(name, ColumnKind::Number, about);
    let columns = vec![
        Column::new("factor", ColumnKind::String, "The factor that varies"),
        Column::new(
            "at",
            ColumnKind::String,
            "Another factor that is held, with its value; empty where all others vary",
        ),
        number(
            "crossing",
            "Value at which P = ½ by the estimate; empty where it only comes near, or goes to and fro",
        ),
        number(
            "crossing_low",
            "Lower end of its 95 % range; empty where the range goes on below the values swept",
        ),
        number("crossing_high", "Upper end of its 95 % range; empty where the range goes on above them"),
        Column::new(
            "verdict",
            ColumnKind::String,
            "crosses, perhaps (½ is not rejected), to and fro, above or below (½ is rejected at all values)",
        ),
        share("from", "P at the lowest value"),
        share("to", "P at the highest value"),
        Column::new(
            "method",
            ColumnKind::String,
            "levels (rates at the values tried) or curve (logistic regression)",
        ),
        share("misfit", "The p-value of terms that the regression leaves out; empty where there is no test"),
    ];
    let row =
        |factor: &str, held: Option<String>, crossing: &Crossing, range: Option<&CrossingRange>| -> Row {
            let side = if crossing.from < 0.5 { "below" } else { "above" };
            let (at, verdict) = match range.map(|range| &range.at[..]) {
                None => (None, side),
                Some([]) => (None, "perhaps"),
                Some([at]) => (Some(*at), "crosses"),
                Some(_) => (None, "to and fro"),
            };
            let (method, misfit) = match crossing.method {
                CrossingMethod::Levels => ("levels", None),
                CrossingMethod::Curve { misfit } => ("curve", misfit),
            };
            vec![
                factor.to_owned().into(),
                held.into(),
                at.into(),
                range.and_then(|range| range.low).into(),
                range.and_then(|range| range.high).into(),
                verdict.to_owned().into(),
                crossing.from.into(),
                crossing.to.into(),
                method.to_owned().into(),
                misfit.into(),
            ]
        };
    let rows_of = |factor: &str, held: Option<String>, crossing: Option<&Crossing>| -> Vec<Row> {
        let Some(crossing) = crossing else { return Vec::new() };
        let none = crossing.ranges.is_empty().then_some(None);
        let ranges = crossing.ranges.iter().map(Some).chain(none);
        ranges.map(|range| row(factor, held.clone(), crossing, range)).collect()
    };
    let single = found.factors.iter().zip(&found.crossings);
    let mut rows: Vec<Row> = single.flat_map(|(f, c)| rows_of(&f.name, None, c.as_ref())).collect();
    if let Some(contour) = &found.contour {
        let [first, second] = contour.axes.map(|k| found.factors[k].name.as_str());
        let across = contour.across.iter();
        rows.extend(across.flat_map(|(v, c)| rows_of(first, Some(format!("{second}={v}")), c.as_ref())));
    }
    DataTable { columns, rows }
}
