//! The pictures of a page: each for a wide and for a narrow window, with a sentence for a slide and its figures as a table.

use maud::{Markup, PreEscaped, html};

use super::tables;
use crate::{
    language::Language,
    report::{
        chart::{Data, Picture},
        identity,
    },
    say,
};

/// The largest number of rows of a data table; the complete data can be written with `plenary chart --data-only`.
const MAX_ROWS: usize = 200;

/// A picture with what belongs to it; `finding`: what it shows in a sentence, its title where there is none.
pub fn figure(language: Language, (wide, narrow): &(Picture, Picture), finding: Option<&str>) -> Markup {
    let of = identity::of(language, &wide.identity);
    html! {
        figure {
            h3.hidden { (wide.title) }
            div.wide { (PreEscaped(&wide.svg)) }
            div.narrow { (PreEscaped(&narrow.svg)) }
            figcaption {
                p.alt { (wide.alt) }
                p.slide { (say!(language, "report-for-your-slide", finding = finding.unwrap_or(&wide.title), of = of)) }
            }
            (data(language, &wide.data, &wide.title))
        }
    }
}

/// The data behind a picture.
fn data(language: Language, data: &Data, title: &str) -> Markup {
    let name = say!(language, "report-figures-behind", title = title);
    let shown = data.rows.len().min(MAX_ROWS);
    let columns: Vec<String> = data.columns.iter().map(|column| column.replace('_', " ")).collect();
    let rows =
        data.rows[..shown].iter().map(|row| row.iter().map(|cell| short(cell)).collect::<Vec<String>>());
    html! {
        details {
            summary { (name) }
            (tables::plain(&name, &columns, rows))
            @if shown < data.rows.len() {
                p.quiet { (say!(language, "report-figures-part", shown = shown, of = data.rows.len())) }
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
