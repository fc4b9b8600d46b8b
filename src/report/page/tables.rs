//! The tables of the report.

use maud::{Markup, html};

use crate::{
    language::Language,
    negotiation::Realisation,
    report::{
        chart::Data,
        nulls,
        number::{change_with_interval, percent, point},
        outcomes::{self, Parts},
        overview,
        table::{Align, Table},
        texts,
    },
    scenario::Scenario,
    study::{Chronicle, Summary, statistics::Rate},
};

/// The largest number of rows of a data table; the complete data can be written with `plenary chart --data-only`.
const MAX_ROWS: usize = 200;

/// A container that scrolls a table wider than the window.
fn scroll(name: &str, table: &Markup) -> Markup {
    html! { div.scroll tabindex="0" role="group" aria-label=(name) { (table) } }
}

/// A table as HTML: the first cell of a row is its heading.
fn markup(name: &str, caption: &str, table: &Table) -> Markup {
    let table = html! {
        table {
            @if !caption.is_empty() { caption { (caption) } }
            thead { tr {
                @for (column, align) in &table.columns {
                    @match (column.is_empty(), align) {
                        (true, _) => td {},
                        (_, Align::Left) => th scope="col" { (column) },
                        (_, Align::Right) => th.number scope="col" { (column) },
                    }
                }
            } }
            tbody {
                @for row in &table.rows {
                    tr {
                        @for (n, (cell, (_, align))) in row.iter().zip(&table.columns).enumerate() {
                            @match (n, align) {
                                (0, _) => th scope="row" { (cell) },
                                (_, Align::Left) => td { (cell) },
                                (_, Align::Right) => td.number { (cell) },
                            }
                        }
                    }
                }
            }
        }
    };
    scroll(name, &table)
}

/// Words are not cut: the window scrolls.
fn whole(text: &str, _: usize) -> String {
    text.to_owned()
}

/// The distribution of outcomes.
pub fn outcomes(language: Language, scenario: &Scenario, s: &Summary) -> Markup {
    let caption = "How it ends; each run has one name, the first that fits, and the intervals hold together.";
    markup("How it ends", caption, &outcomes::table(language, &scenario.thresholds, s, Parts::Meaning))
}

/// The null models, and the excess of the runs over them.
pub fn nulls(language: Language, s: &Summary) -> Markup {
    let caption = "Beside arithmetic and chance: what null models make of the same draws, of all runs; excess in percentage points.";
    markup("Beside arithmetic and chance", caption, &nulls::table(language, s))
}

/// Benchmarks and adopted texts by clause; choices among options beside them.
pub fn clauses(language: Language, chronicle: &Chronicle<'_>) -> Markup {
    let (scenario, s) = (chronicle.case.scenario(), &chronicle.summary);
    let scales = texts::scales(language, scenario, s, &whole);
    let options = texts::options(language, s, &whole);
    let caption = format!("Each clause from 0 to 1. {}", texts::legend(language, scenario, s));
    html! {
        @if !scales.is_empty() { (markup("Clause by clause", &caption, &scales)) }
        @if !options.is_empty() { (markup("Option by option", "How often each option is agreed.", &options)) }
    }
}

/// Behaviour and gain of each country.
pub fn parties(chronicle: &Chronicle<'_>) -> Markup {
    let share = |r: &Rate| percent(r.rate.unwrap_or(0.0));
    let mut table = Table::headed(
        "country | among the least ambitious > | held out > | went along under protest > | abstained > | sponsored > | walked out > | gain >",
    );
    for p in &chronicle.summary.parties {
        let title = chronicle.case.scenario().title_of(&p.name).to_owned();
        let shares = [&p.laggard, &p.held_out, &p.explained, &p.abstained, &p.sponsored, &p.left].map(share);
        table.row([title].into_iter().chain(shares).chain([change_with_interval(&p.gain)]));
    }
    let caption =
        "Shares of all runs; the gain over the status quo in utility, by its own wishes, with its interval.";
    let table = markup("Country by country", caption, &table);
    html! { details { summary { "Country by country" } (table) } }
}

/// Parameters of each country.
pub fn party_parameters(chronicle: &Chronicle<'_>) -> Markup {
    let (scenario, model) = (chronicle.case.scenario(), chronicle.case.model());
    let room = Realisation::as_stated(model);
    let mut table = Table::headed(
        "country | blocs | weight > | patience β > | cost of standing alone > | status quo > | settles for >",
    );
    for (i, c) in model.countries.iter().enumerate() {
        let blocs: Vec<&str> =
            c.memberships.iter().map(|(b, _)| scenario.title_of(&model.blocs[*b].name)).collect();
        let start = [scenario.title_of(&c.name).to_owned(), blocs.join(", "), percent(c.materiality)];
        let figures = [c.tactic.beta, c.isolation_cost, room.at_status_quo[i], room.reservations[i]];
        table.row(start.into_iter().chain(figures.map(point)));
    }
    let caption = "Weight: its share of materiality. Utility of the status quo, and the least utility it would settle for at the deadline, as stated.";
    let table = markup("The parties", caption, &table);
    html! { details { summary { "Its parties, one by one" } (table) } }
}

/// The clauses with both ends of their scales.
pub fn poles(chronicle: &Chronicle<'_>) -> Markup {
    let caption = "Depth: the clause's share of it.";
    markup(
        "What is on the table",
        caption,
        &overview::clauses(chronicle.case.model(), crate::language::Language::English, whole),
    )
}

/// The data behind a picture.
pub fn figures(data: &Data, title: &str) -> Markup {
    let name = format!("The figures behind “{title}”");
    let table = html! {
        table {
            thead { tr { @for column in &data.columns { th scope="col" { (column.replace('_', " ")) } } } }
            tbody {
                @for row in data.rows.iter().take(MAX_ROWS) { tr { @for cell in row { td { (short(cell)) } } } }
            }
        }
    };
    html! {
        details {
            summary { (name) }
            (scroll(&name, &table))
            @if data.rows.len() > MAX_ROWS {
                p.quiet { "The first " (MAX_ROWS) " of " (data.rows.len()) " rows; " code { "plenary chart KIND --data-only" } " writes them all." }
            }
        }
    }
}

/// Rounds a number to four decimals; other cells are unchanged.
fn short(cell: &str) -> String {
    match cell.parse::<f64>() {
        Ok(x) if cell.contains('.') => format!("{x:.4}"),
        _ => cell.to_owned(),
    }
}
