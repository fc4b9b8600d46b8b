//! Where something happens, in words: boxes, crossings, and the ½ line.

use super::{
    number::{count, percent},
    study::column_label,
    table::{Align, Table as Printed, WIDTH, wrap},
};
use crate::study::{
    bootstrap::BootstrapEstimate,
    discovery::{
        crossing::Crossing,
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
        "\nWhere it becomes more likely than not (P = ½ by a logistic fit, whatever the other factors)\n",
    );
    out.push_str(&crossings(found));
    if let Some(contour) = &found.contour {
        let [first, second] = contour.axes.map(|k| column_label(&found.factors[k]));
        out.push_str(&format!("\nThe ½ line: {first} at which P = ½, for each value of {second}\n"));
        let mut table = Printed::new([
            (second.as_str(), Align::Right),
            ("crosses at", Align::Right),
            ("range", Align::Right),
            ("P from", Align::Right),
            ("to", Align::Right),
        ]);
        for (value, crossing) in &contour.across {
            let [at, range, from, to] = crossing_cells(crossing.as_ref());
            table.row([short_number(*value), at, range, from, to]);
        }
        out.push_str(&table.render());
        if contour.lines.is_empty() {
            out.push_str("  The rate of no two neighbouring points lies on both sides of ½.\n");
        }
    }
    out
}

fn crossings(found: &DiscoveryFindings) -> String {
    let mut table = Printed::headed("factor | crosses at > | range > | P from > | to >");
    let numbers = found.factors.iter().zip(&found.crossings).filter(|(f, _)| f.kind != ColumnKind::String);
    let mut any = false;
    for (factor, crossing) in numbers {
        any = true;
        let [at, range, from, to] = crossing_cells(crossing.as_ref());
        table.row([column_label(factor), at, range, from, to]);
    }
    if any { table.render() } else { "  no factor has numbers\n".to_owned() }
}

fn crossing_cells(crossing: Option<&Crossing>) -> [String; 4] {
    let Some(Crossing { at, from, to }) = crossing else {
        return ["does not vary".to_owned(), String::new(), String::new(), String::new()];
    };
    let side = if *from < 0.5 { "stays below" } else { "stays above" };
    let value = at.map_or_else(|| side.to_owned(), |e| short_number(e.value));
    let range = match at {
        Some(BootstrapEstimate { low: Some(low), high: Some(high), .. }) => {
            format!("{} to {}", short_number(*low), short_number(*high))
        }
        Some(_) => "uncertain".to_owned(),
        None => String::new(),
    };
    [value, range, percent(*from), percent(*to)]
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
        number("crossing", "Value at which P = ½; empty where it stays on one side"),
        number("crossing_low", "Lower end of its 95 % bootstrap interval"),
        number("crossing_high", "Upper end of its 95 % bootstrap interval"),
        share("from", "P at the lowest value, by the fit"),
        share("to", "P at the highest value, by the fit"),
    ];
    let row = |factor: &str, held: Option<String>, crossing: &Crossing| -> Row {
        let at = crossing.at;
        vec![
            factor.to_owned().into(),
            held.into(),
            at.map(|e| e.value).into(),
            at.and_then(|e| e.low).into(),
            at.and_then(|e| e.high).into(),
            crossing.from.into(),
            crossing.to.into(),
        ]
    };
    let single = found.factors.iter().zip(&found.crossings);
    let mut rows: Vec<Row> = single.filter_map(|(f, c)| Some(row(&f.name, None, c.as_ref()?))).collect();
    if let Some(contour) = &found.contour {
        let [first, second] = contour.axes.map(|k| found.factors[k].name.as_str());
        let across = contour.across.iter();
        rows.extend(across.filter_map(|(v, c)| Some(row(first, Some(format!("{second}={v}")), c.as_ref()?))));
    }
    DataTable { columns, rows }
}
