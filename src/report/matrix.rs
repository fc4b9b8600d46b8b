//! The matrix of positions, where typing errors hide: who wants what on each clause, and how much it cares.

use unicode_width::UnicodeWidthStr;

use super::{
    number::{of, point},
    table::{Align, Table, WIDTH, clip, wrap},
};
use crate::{
    named::Named,
    preference::Position,
    scenario::Scenario,
    text::{Clause, Options},
};

/// Rows that are shown unless all are asked for.
const MOST_ROWS: usize = 40;
/// The width of a party's name.
const NAME: usize = 22;
/// The width of a cell.
const CELL: usize = 24;
/// The width of a clause's word in a cell.
const WORD: usize = 14;

/// A party with its positions, and those it takes over.
struct Row<'s> {
    title: &'s str,
    own: &'s Named<Position>,
    taken: Option<&'s Named<Position>>,
}

/// The matrix: countries, then blocs with published positions, then firms; as many clauses beside one another as a screen has
/// room for. `whole` shows every party; else countries that have all their positions from a bloc are counted only.
pub fn render(scenario: &Scenario, whole: bool) -> String {
    let rows = rows(scenario);
    let all = rows.len();
    let (led, mut rows): (Vec<Row<'_>>, Vec<Row<'_>>) = rows
        .into_iter()
        .partition(|row| !whole && row.own.is_empty() && row.taken.is_some_and(|t| !t.is_empty()));
    if !whole {
        rows.truncate(MOST_ROWS);
    }
    let columns: Vec<Vec<String>> =
        scenario.clauses.iter().map(|clause| column(scenario, clause, &rows)).collect();
    let names: Vec<String> = rows.iter().map(|row| clip(row.title, NAME)).collect();
    let mut out = String::new();
    for group in groups(&names, &columns) {
        let heading = group.iter().map(|&n| (columns[n][0].as_str(), Align::Left));
        let mut table = Table::new(std::iter::once(("party", Align::Left)).chain(heading));
        for (k, name) in names.iter().enumerate() {
            let cells = group.iter().map(|&n| columns[n][k + 1].clone());
            table.row(std::iter::once(name.clone()).chain(cells));
        }
        out.push_str(&table.render());
    }
    out.push_str(&left_out(led.len(), all - rows.len() - led.len()));
    out + LEGEND
}

/// What says which parties are not shown.
fn left_out(led: usize, others: usize) -> String {
    let led = (led > 0).then(|| {
        of(
            led,
            "country that has its bloc's positions alone",
            "countries that have their bloc's positions alone",
        )
    });
    let others = (others > 0).then(|| of(others, "party", "parties") + " more");
    let left_out: Vec<String> = led.into_iter().chain(others).collect();
    if left_out.is_empty() {
        return String::new();
    }
    wrap(&format!("… and {}: --all shows them.", left_out.join(", and ")), WIDTH, "  ")
}

const LEGEND: &str = "  what each wants, with the word for it where there is one, and in brackets how much it cares (its salience).\n\
     \x20 ←: taken over from its bloc. –: no position: the clause does not concern it.\n";

fn rows(scenario: &Scenario) -> Vec<Row<'_>> {
    let countries = scenario.countries.iter().map(|(name, country)| {
        let heaviest = Scenario::blocs_of(country).first().and_then(|(bloc, _)| scenario.blocs.get(bloc));
        Row { title: scenario.title_of(name), own: &country.positions, taken: heaviest.map(|b| &b.positions) }
    });
    let blocs = scenario.blocs.iter().filter(|(_, bloc)| !bloc.positions.is_empty());
    let blocs = blocs.map(|(name, bloc)| (name, &bloc.positions));
    let firms = scenario.firms.iter().map(|(name, firm)| (name, &firm.positions));
    let others = blocs.chain(firms);
    countries
        .chain(others.map(|(name, own)| Row { title: scenario.title_of(name), own, taken: None }))
        .collect()
}

/// A clause's heading and its cells.
fn column(scenario: &Scenario, (name, clause): (&str, &Clause), rows: &[Row<'_>]) -> Vec<String> {
    let cell = |row: &Row<'_>| match (row.own.get(name), row.taken.and_then(|taken| taken.get(name))) {
        (Some(own), _) => position(clause, own),
        (None, Some(taken)) => format!("{} ←", position(clause, taken)),
        (None, None) => "–".to_owned(),
    };
    std::iter::once(clip(scenario.title_of(name), CELL)).chain(rows.iter().map(cell)).collect()
}

fn position(clause: &Clause, position: &Position) -> String {
    match (position, clause) {
        (Position::Points(points), Clause::Options(options)) => clip(&self::points(points, options), CELL),
        (Position::Points(_), _) => "points".to_owned(),
        (Position::Ideal { ideal, salience, .. }, _) => {
            let word = word(clause, *ideal).map_or_else(String::new, |word| format!(" {word}"));
            format!("{}{word} ({})", point(*ideal), short(*salience))
        }
    }
}

/// The word that stands for exactly this value, where it is short.
fn word(clause: &Clause, at: f64) -> Option<&str> {
    let words = match clause {
        Clause::Ambition(c) => &c.words,
        Clause::Positional(c) => &c.words,
        Clause::Scope(c) => &c.words,
        Clause::Options(_) => return None,
    };
    let found = words.iter().find(|(value, _)| (value - at).abs() < 1e-9);
    found.map(|(_, word)| word.as_str()).filter(|word| word.width() <= WORD)
}

/// Points by option, in the order of the clause.
fn points(points: &Named<f64>, options: &Options) -> String {
    let of = |(name, _): (&str, _)| match points.get(name) {
        Some(p) => format!("{name} {p}"),
        None => format!("{name} –"),
    };
    options.options.iter().map(of).collect::<Vec<_>>().join(", ")
}

/// A salience as it was written, on whatever scale.
fn short(x: f64) -> String {
    if x < 1.0 { point(x) } else { format!("{}", (x * 100.0).round() / 100.0) }
}

/// The columns that stand beside one another: as many as fit.
fn groups(names: &[String], columns: &[Vec<String>]) -> Vec<Vec<usize>> {
    let wide = |cells: &[String]| cells.iter().map(|cell| cell.width()).max().unwrap_or(0);
    let start = 2 + wide(names).max("party".len());
    let (mut groups, mut used) = (vec![Vec::new()], start);
    for (n, cells) in columns.iter().enumerate() {
        let width = 2 + wide(cells);
        if used + width > WIDTH && groups.last().is_some_and(|group: &Vec<usize>| !group.is_empty()) {
            groups.push(Vec::new());
            used = start;
        }
        used += width;
        groups.last_mut().into_iter().for_each(|group| group.push(n));
    }
    groups
}
