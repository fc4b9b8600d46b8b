//! The tables of the report. On narrow windows each row stands by itself, every cell with the heading of its column.

use maud::{Markup, html};

use crate::{
    language::Language,
    negotiation::Realisation,
    report::{
        estimate, nulls,
        outcomes::{self, Parts},
        overview,
        table::{Align, Table},
        texts,
    },
    say,
    scenario::Scenario,
    study::{Chronicle, Summary, statistics::Rate},
};

/// A container that scrolls a table wider than the window.
fn scroll(name: &str, table: &Markup) -> Markup {
    html! { div.scroll tabindex="0" role="group" aria-label=(name) { (table) } }
}

/// A table as HTML: the first cell of a row is its heading. Roles are stated, for a row that is set as a block is none to a
/// screen reader otherwise.
pub fn markup(name: &str, caption: &str, table: &Table) -> Markup {
    let table = html! {
        table role="table" {
            @if !caption.is_empty() { caption { (caption) } }
            thead role="rowgroup" { tr role="row" {
                @for (column, align) in &table.columns {
                    @match (column.is_empty(), align) {
                        (true, _) => td role="cell" {},
                        (_, Align::Left) => th scope="col" role="columnheader" { (column) },
                        (_, Align::Right) => th.number scope="col" role="columnheader" { (column) },
                    }
                }
            } }
            tbody role="rowgroup" {
                @for row in &table.rows {
                    tr role="row" {
                        @for (n, (cell, (column, align))) in row.iter().zip(&table.columns).enumerate() {
                            @match (n, align) {
                                (0, _) => th scope="row" role="rowheader" { (cell) },
                                (_, Align::Left) => td role="cell" data-label=(column) { (cell) },
                                (_, Align::Right) => td.number role="cell" data-label=(column) { (cell) },
                            }
                        }
                    }
                }
            }
        }
    };
    scroll(name, &table)
}

/// Figures as a table without a heading for each row.
pub fn plain(name: &str, columns: &[String], rows: impl Iterator<Item = Vec<String>>) -> Markup {
    let table = html! {
        table.plain role="table" {
            thead role="rowgroup" { tr role="row" { @for column in columns { th scope="col" role="columnheader" { (column) } } } }
            tbody role="rowgroup" {
                @for row in rows {
                    tr role="row" {
                        @for (cell, column) in row.iter().zip(columns) { td role="cell" data-label=(column) { (cell) } }
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

/// A table with headings in the language of the page; numbers from the column of this number on.
fn headed(heads: &[String], numbers: usize) -> Table {
    let align = |n| if n < numbers { Align::Left } else { Align::Right };
    Table::new(heads.iter().enumerate().map(|(n, head)| (head.as_str(), align(n))))
}

/// The distribution of outcomes.
pub fn outcomes(language: Language, scenario: &Scenario, s: &Summary) -> Markup {
    let caption = say!(language, "report-table-outcomes");
    markup(&caption, &caption, &outcomes::table(language, &scenario.thresholds, s, Parts::Meaning))
}

/// The null models, and the excess of the runs over them.
pub fn nulls(language: Language, s: &Summary) -> Markup {
    let caption = say!(language, "report-table-nulls");
    markup(&caption, &caption, &nulls::table(language, s))
}

/// Benchmarks and adopted texts by clause; choices among options beside them.
pub fn clauses(language: Language, chronicle: &Chronicle<'_>) -> Markup {
    let (scenario, s) = (chronicle.case.scenario(), &chronicle.summary);
    let scales = texts::scales(language, scenario, s, &whole);
    let options = texts::options(language, s, &whole);
    let name = say!(language, "report-section-clauses");
    let caption = say!(language, "report-table-clauses", legend = texts::legend(language, scenario, s));
    let of_options = say!(language, "report-table-options");
    html! {
        @if !scales.is_empty() { (markup(&name, &caption, &scales)) }
        @if !options.is_empty() { (markup(&of_options, &of_options, &options)) }
    }
}

/// Behaviour and gain of each country.
pub fn parties(language: Language, chronicle: &Chronicle<'_>) -> Markup {
    let share = |r: &Rate| language.percent(r.rate.unwrap_or(0.0));
    let heads = [
        say!(language, "report-column-country"),
        say!(language, "report-column-laggard"),
        say!(language, "report-column-held-out"),
        say!(language, "report-column-protest"),
        say!(language, "report-column-abstained"),
        say!(language, "report-column-sponsored"),
        say!(language, "report-column-left"),
        say!(language, "report-column-gain"),
    ];
    let mut table = headed(&heads, 1);
    for p in &chronicle.summary.parties {
        let title = chronicle.case.scenario().title_of(&p.name).to_owned();
        let shares = [&p.laggard, &p.held_out, &p.explained, &p.abstained, &p.sponsored, &p.left].map(share);
        let gain = estimate::change(language, "", [p.gain.mean, p.gain.low, p.gain.high]);
        table.row([title].into_iter().chain(shares).chain([gain]));
    }
    let name = say!(language, "report-table-parties");
    let table = markup(&name, &say!(language, "report-table-parties-caption"), &table);
    html! { details { summary { (name) } (table) } }
}

/// Parameters of each country.
pub fn party_parameters(language: Language, chronicle: &Chronicle<'_>) -> Markup {
    let (scenario, model) = (chronicle.case.scenario(), chronicle.case.model());
    let room = Realisation::as_stated(model);
    let heads = [
        say!(language, "report-column-country"),
        say!(language, "report-column-blocs"),
        say!(language, "report-column-weight"),
        say!(language, "report-column-patience"),
        say!(language, "report-column-isolation"),
        say!(language, "report-column-status-quo"),
        say!(language, "report-column-settles-for"),
    ];
    let mut table = headed(&heads, 2);
    for (i, c) in model.countries.iter().enumerate() {
        let blocs: Vec<&str> =
            c.memberships.iter().map(|(b, _)| scenario.title_of(&model.blocs[*b].name)).collect();
        let start =
            [scenario.title_of(&c.name).to_owned(), blocs.join(", "), language.percent(c.materiality)];
        let figures = [c.tactic.beta, c.isolation_cost, room.at_status_quo[i], room.reservations[i]];
        table.row(start.into_iter().chain(figures.map(|x| language.point(x))));
    }
    let name = say!(language, "report-the-parties");
    let table = markup(&name, &say!(language, "report-table-parameters"), &table);
    html! { details { summary { (say!(language, "report-parties-one-by-one")) } (table) } }
}

/// The clauses with both ends of their scales.
pub fn poles(language: Language, chronicle: &Chronicle<'_>) -> Markup {
    let name = say!(language, "report-on-the-table");
    let clauses = overview::clauses(chronicle.case.model(), language, whole);
    markup(&name, &say!(language, "report-table-poles"), &clauses)
}
