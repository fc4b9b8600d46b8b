//! Where something happens, in words: boxes, crossings, and the ½ line.

mod peeling;

use super::{
    study::column_label,
    table::{Align, Table as Printed, WIDTH, wrap},
};
use crate::study::{
    discovery::{
        Crossing, CrossingMethod, CrossingRange,
        findings::DiscoveryFindings,
        prim::{Limit, Region},
    },
    table::{Cell, Column, ColumnKind, DataTable, Row},
};
use crate::{language::Language, say};

/// What happens where a measure is true, in words.
pub fn happening(language: Language, measure: &Column) -> String {
    match measure.name.as_str() {
        "lcd" => say!(language, "report-happens-lcd"),
        "lcd_in_substance" => say!(language, "report-happens-in-substance"),
        "adopted" => say!(language, "report-happens-adopted"),
        "adopted=false" => say!(language, "report-happens-nothing"),
        name => name.to_owned(),
    }
}

/// What was found, in words; `what` is what happens.
pub fn render(language: Language, title: &str, what: &str, found: &DiscoveryFindings) -> String {
    let mut out = wrap(title, WIDTH, "");
    #[allow(clippy::cast_precision_loss)] // for people
    let share = language.percent(found.count as f64 / (found.of as f64).max(1.0));
    let heading = say!(language, "report-discover-heading", what = what, share = share, n = found.of);
    out.push_str(&wrap(&heading, WIDTH, "  "));
    out.push_str(&format!("\n{}\n", say!(language, "report-discover-prim")));
    if found.peeling.is_none() {
        out.push_str(&wrap(&peeling::too_few(language, found), WIDTH, "  "));
    } else if found.boxes.is_empty() {
        out.push_str(&format!("  {}\n", say!(language, "report-discover-no-box")));
    }
    for (n, region) in found.boxes.iter().enumerate() {
        let limits = language.list(&limits(language, found, region), usize::MAX);
        let text = say!(
            language,
            "report-discover-box",
            place = if n == 0 { "first" } else { "later" },
            limits = limits,
            density = language.percent(region.density),
            coverage = language.percent(region.coverage),
            mass = language.percent(region.mass)
        );
        out.push_str(&wrap(&format!("{}. {text}", n + 1), WIDTH, "  "));
    }
    if let Some(peeling) = &found.peeling {
        out.push_str(&peeling::render(language, found, peeling));
    }
    out.push_str(&format!("\n{}\n", say!(language, "report-discover-fit")));
    out.push_str(&crossings(language, found));
    if let Some(contour) = &found.contour {
        let [first, second] = contour.axes.map(|k| column_label(language, &found.factors[k]));
        let heading =
            say!(language, "report-discover-line", first = first.as_str(), second = second.as_str());
        out.push_str(&format!("\n{heading}\n"));
        let mut table = table(language, &second, Align::Right);
        for (value, crossing) in &contour.across {
            crossing_rows(language, &mut table, &short_number(language, *value), crossing.as_ref());
        }
        out.push_str(&table.render());
        if contour.lines.is_empty() {
            out.push_str(&format!("  {}\n", say!(language, "report-discover-no-line")));
        }
    }
    out
}

/// An empty table of crossings.
fn table(language: Language, first: &str, align: Align) -> Printed {
    let heads = [
        say!(language, "report-column-crossing"),
        say!(language, "report-column-reach"),
        say!(language, "report-column-from"),
        say!(language, "report-column-to"),
    ];
    let heads = heads.iter().map(|head| (head.as_str(), Align::Right));
    Printed::new(std::iter::once((first, align)).chain(heads))
}

fn crossings(language: Language, found: &DiscoveryFindings) -> String {
    let numbers = found.factors.iter().zip(&found.crossings).filter(|(f, _)| f.kind != ColumnKind::String);
    let named: Vec<(String, Option<&Crossing>)> =
        numbers.map(|(factor, crossing)| (column_label(language, factor), crossing.as_ref())).collect();
    if named.is_empty() {
        return format!("  {}\n", say!(language, "report-discover-no-numbers"));
    }
    let mut table = table(language, &say!(language, "report-column-factor"), Align::Left);
    named.iter().for_each(|(name, crossing)| crossing_rows(language, &mut table, name, *crossing));
    let notes = crossing_notes(language, &named);
    table.render() + &notes.iter().map(|note| wrap(note, WIDTH, "  ")).collect::<String>()
}

/// How the crossings were found, and what to make of those of regressions that do not fit.
fn crossing_notes(language: Language, named: &[(String, Option<&Crossing>)]) -> Vec<String> {
    let found = || named.iter().filter_map(|(name, crossing)| Some((name, (*crossing)?)));
    let is_curve = |crossing: &Crossing| matches!(crossing.method, CrossingMethod::Curve { .. });
    let mut notes = Vec::new();
    if found().any(|(_, c)| is_curve(c)) {
        notes.push(say!(language, "report-discover-by-curve"));
    }
    if found().any(|(_, c)| !is_curve(c)) {
        notes.push(say!(language, "report-discover-by-levels"));
    }
    let misfits: Vec<&str> = found().filter(|(_, c)| c.is_misfit()).map(|(name, _)| name.as_str()).collect();
    if !misfits.is_empty() {
        let factors = language.list(&misfits, usize::MAX);
        notes.push(say!(language, "report-discover-misfit", factors = factors));
    }
    if found().any(|(_, c)| c.method == CrossingMethod::Curve { misfit: None }) {
        notes.push(say!(language, "report-discover-untested"));
    }
    notes
}

/// A row for each range of a crossing.
fn crossing_rows(language: Language, table: &mut Printed, name: &str, crossing: Option<&Crossing>) {
    let Some(crossing) = crossing else {
        let unknown = say!(language, "report-discover-constant");
        return table.row([name.to_owned(), unknown, String::new(), String::new(), String::new()]);
    };
    for (n, verdict) in CrossingVerdict::all(crossing).into_iter().enumerate() {
        let [at, reach] = verdict.words(language);
        let ends = [crossing.from, crossing.to].map(|p| language.percent(p));
        let [name, low, high] =
            if n == 0 { [name.to_owned(), ends[0].clone(), ends[1].clone()] } else { Default::default() };
        table.row([name, at, reach, low, high]);
    }
}

/// What is said of one range of a crossing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CrossingVerdict<'w> {
    /// crosses, perhaps, to-and-fro, below or above.
    pub word: &'w str,
    /// Where it crosses, if it does once.
    pub at: Option<f64>,
    /// The ends of the range; none where it goes on.
    pub reach: [Option<f64>; 2],
}

impl CrossingVerdict<'_> {
    /// Of each range; or on which side of ½ it stays.
    fn all(crossing: &Crossing) -> Vec<Self> {
        if crossing.ranges.is_empty() {
            let word = if crossing.from < 0.5 { "below" } else { "above" };
            return vec![Self { word, at: None, reach: [None; 2] }];
        }
        let of = |range: &CrossingRange| {
            let (word, at) = match range.at[..] {
                [] => ("perhaps", None),
                [at] => ("crosses", Some(at)),
                _ => ("to-and-fro", None),
            };
            Self { word, at, reach: [range.low, range.high] }
        };
        crossing.ranges.iter().map(of).collect()
    }

    /// Where it crosses, and the range of that.
    pub(super) fn words(&self, language: Language) -> [String; 2] {
        let number = |x: Option<f64>| x.map_or_else(String::new, |x| short_number(language, x));
        let at = say!(language, "report-discover-verdict", verdict = self.word, at = number(self.at));
        if ["below", "above"].contains(&self.word) {
            return [at, String::new()];
        }
        let ends = match self.reach {
            [Some(_), Some(_)] => "both",
            [Some(_), None] => "low",
            [None, Some(_)] => "high",
            [None, None] => "none",
        };
        let [low, high] = self.reach.map(number);
        [at, say!(language, "report-discover-reach", ends = ends, low = low, high = high)]
    }
}

/// The rows of the table of crossings.
fn verdict_rows(factor: &str, held: Option<&str>, crossing: Option<&Crossing>) -> Vec<Row> {
    let Some(crossing) = crossing else { return Vec::new() };
    let (method, misfit) = match crossing.method {
        CrossingMethod::Levels => ("levels", None),
        CrossingMethod::Curve { misfit } => ("curve", misfit),
    };
    let row = |verdict: CrossingVerdict<'_>| {
        vec![
            factor.to_owned().into(),
            held.map(str::to_owned).into(),
            verdict.at.into(),
            verdict.reach[0].into(),
            verdict.reach[1].into(),
            verdict.word.to_owned().into(),
            crossing.from.into(),
            crossing.to.into(),
            method.to_owned().into(),
            misfit.into(),
        ]
    };
    CrossingVerdict::all(crossing).into_iter().map(row).collect()
}

/// The limits of a box, in words.
fn limits(language: Language, found: &DiscoveryFindings, region: &Region) -> Vec<String> {
    let named = region.limits.iter().enumerate().filter_map(|(k, limit)| {
        let factor = column_label(language, &found.factors[k]);
        match limit {
            Limit::Free => None,
            Limit::Between(low, high) => {
                let finite = |x: &f64| Some(*x).filter(|x| x.is_finite());
                self::limit(language, &factor, [finite(low), finite(high)])
            }
            Limit::Among(words) => {
                let value = words_of(found, k, words).join(" / ");
                Some(say!(language, "report-factor-at", factor = factor, value = value))
            }
        }
    });
    let limits: Vec<String> = named.collect();
    if limits.is_empty() { vec![say!(language, "report-discover-everywhere")] } else { limits }
}

/// Between which values a factor lies; none where it is free.
pub(super) fn limit(language: Language, factor: &str, [low, high]: [Option<f64>; 2]) -> Option<String> {
    let ends = match (low, high) {
        (None, None) => return None,
        (Some(_), Some(_)) => "both",
        (Some(_), None) => "low",
        (None, Some(_)) => "high",
    };
    let [low, high] = [low, high].map(|x| x.map_or_else(String::new, |x| short_number(language, x)));
    Some(say!(language, "report-discover-limit", factor = factor, ends = ends, low = low, high = high))
}

fn words_of(found: &DiscoveryFindings, k: usize, numbers: &[u64]) -> Vec<String> {
    let word = |n: &u64| usize::try_from(*n).ok().and_then(|n| found.words[k].get(n)).cloned();
    numbers.iter().filter_map(word).collect()
}

fn short_number(language: Language, x: f64) -> String {
    if x.abs() >= 100.0 {
        language.decimal(&format!("{x:.0}"))
    } else {
        language.short((x * 1e3).round() / 1e3)
    }
}

/// The findings as tables.
pub fn tables(found: &DiscoveryFindings) -> Vec<(&'static str, DataTable)> {
    let mut tables = vec![("boxes", boxes(found)), ("crossings", crossing_table(found))];
    if let Some(peeling) = &found.peeling {
        tables.extend(peeling::tables(found, peeling));
    }
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
    let number = Column::new("box", ColumnKind::Integer, "Number of the box, the first found first");
    regions(found, number, &found.boxes)
}

/// Boxes as rows, numbered from 0.
fn regions(found: &DiscoveryFindings, number: Column, boxes: &[Region]) -> DataTable {
    let mut columns = vec![
        number,
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
    DataTable { columns, rows: (0_u64..).zip(boxes).map(row).collect() }
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
            "crosses, perhaps (½ is not rejected), to-and-fro, above or below (½ is rejected at all values)",
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
    let single = found.factors.iter().zip(&found.crossings);
    let mut rows: Vec<Row> = single.flat_map(|(f, c)| verdict_rows(&f.name, None, c.as_ref())).collect();
    if let Some(contour) = &found.contour {
        let [first, second] = contour.axes.map(|k| found.factors[k].name.as_str());
        let across = contour.across.iter();
        rows.extend(
            across.flat_map(|(v, c)| verdict_rows(first, Some(&format!("{second}={v}")), c.as_ref())),
        );
    }
    DataTable { columns, rows }
}
