//! The matrix of positions, where typing errors hide: who wants what on each clause, and how much it cares.

use unicode_width::UnicodeWidthStr;

use super::{
    screen::Screen,
    table::{Align, Table, clip},
};
use crate::{
    language::Language,
    named::Named,
    preference::Position,
    say,
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
pub fn render(scenario: &Scenario, whole: bool, screen: Screen) -> String {
    let language = screen.language;
    let rows = rows(scenario);
    let all = rows.len();
    let (led, mut rows): (Vec<Row<'_>>, Vec<Row<'_>>) = rows
        .into_iter()
        .partition(|row| !whole && row.own.is_empty() && row.taken.is_some_and(|t| !t.is_empty()));
    if !whole {
        rows.truncate(MOST_ROWS);
    }
    let columns: Vec<Vec<String>> =
        scenario.clauses.iter().map(|clause| column(scenario, clause, &rows, language)).collect();
    let names: Vec<String> = rows.iter().map(|row| clip(row.title, NAME)).collect();
    let mut out = String::new();
    let party = say!(language, "terminal-party");
    let start = 2 + names.iter().map(|name| name.width()).max().unwrap_or(0).max(party.width());
    let room = if screen.is_whole() { usize::MAX } else { screen.width() };
    for group in groups(start, &columns, room) {
        let heading = group.iter().map(|&n| (columns[n][0].as_str(), Align::Left));
        let mut table = Table::new(std::iter::once((party.as_str(), Align::Left)).chain(heading));
        for (k, name) in names.iter().enumerate() {
            let cells = group.iter().map(|&n| columns[n][k + 1].clone());
            table.row(std::iter::once(name.clone()).chain(cells));
        }
        out.push_str(&screen.table(&table));
    }
    if led.len() + rows.len() < all || !led.is_empty() {
        let (led, others) = (led.len(), all - rows.len() - led.len());
        out.push_str(&screen.paragraph(&say!(language, "terminal-matrix-rest", led = led, others = others)));
    }
    out + &screen.paragraph(&say!(language, "terminal-matrix-legend"))
}

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
fn column(
    scenario: &Scenario,
    (name, clause): (&str, &Clause),
    rows: &[Row<'_>],
    language: Language,
) -> Vec<String> {
    let cell = |row: &Row<'_>| match (row.own.get(name), row.taken.and_then(|taken| taken.get(name))) {
        (Some(own), _) => position(clause, own, language),
        (None, Some(taken)) => format!("{} ←", position(clause, taken, language)),
        (None, None) => "–".to_owned(),
    };
    std::iter::once(clip(scenario.title_of(name), CELL)).chain(rows.iter().map(cell)).collect()
}

fn position(clause: &Clause, position: &Position, language: Language) -> String {
    match (position, clause) {
        (Position::Points(points), Clause::Options(options)) => clip(&self::points(points, options), CELL),
        (Position::Points(_), _) => say!(language, "terminal-points"),
        (Position::Ideal { ideal, salience, .. }, _) => {
            let word = word(clause, *ideal).map_or_else(String::new, |word| format!(" {word}"));
            let at = format!("{}{word}", language.point(*ideal));
            say!(language, "list-bracketed", text = at, inside = short(*salience, language))
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
fn short(x: f64, language: Language) -> String {
    if x < 1.0 { language.point(x) } else { format!("{}", (x * 100.0).round() / 100.0) }
}

/// The columns that stand beside one another after the names: as many as fit.
fn groups(start: usize, columns: &[Vec<String>], room: usize) -> Vec<Vec<usize>> {
    let (mut groups, mut used) = (vec![Vec::new()], start);
    for (n, cells) in columns.iter().enumerate() {
        let width = 2 + cells.iter().map(|cell| cell.width()).max().unwrap_or(0);
        if used + width > room && groups.last().is_some_and(|group: &Vec<usize>| !group.is_empty()) {
            groups.push(Vec::new());
            used = start;
        }
        used += width;
        groups.last_mut().into_iter().for_each(|group| group.push(n));
    }
    groups
}
