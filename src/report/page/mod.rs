//! The report: one self-contained HTML page for a class or an appendix, without network access or scripts.
//!
//! A case is told by [`render`], a result folder of another kind by [`folder::render`]: both are sections of one sheet, whose
//! style is in `style.css`: on wide and narrow windows, light and dark, and on paper.

mod case;
mod figures;
pub mod folder;
mod method;
mod tables;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{language::Language, printable, say};

pub use case::{ReportPage, render};

/// A part of a page, with the anchor by which it is found.
struct Section {
    anchor: &'static str,
    name: String,
    body: Markup,
}

impl Section {
    fn new(anchor: &'static str, name: String, body: Markup) -> Self {
        Self { anchor, name, body }
    }
}

/// A page: what stands at its head, and its sections.
struct Sheet<'a> {
    language: Language,
    title: &'a str,
    question: &'a str,
    /// What was changed in the case, a line each.
    changed: &'a [String],
    /// What the page is based on.
    quiet: &'a str,
    sections: &'a [Section],
}

/// A page as HTML.
fn render_sheet(sheet: &Sheet<'_>) -> String {
    let language = sheet.language;
    let markup = html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ "plenary " (env!("CARGO_PKG_VERSION")) };
                title { (sheet.title) }
                style { (PreEscaped(include_str!("style.css"))) }
            }
            body {
                a.skip href="#answer" { (say!(language, "report-skip")) }
                header {
                    h1 { (sheet.title) }
                    @if !sheet.question.is_empty() { p.question { (sheet.question) } }
                    @if !sheet.changed.is_empty() {
                        p { (say!(language, "report-changed")) }
                        ul.changed { @for change in sheet.changed { li { (change) } } }
                    }
                    p.quiet { (sheet.quiet) }
                }
                nav aria-label=(say!(language, "report-contents")) {
                    ol { @for section in sheet.sections { li { a href={ "#" (section.anchor) } { (section.name) } } } }
                }
                main {
                    @for Section { anchor, name, body } in sheet.sections {
                        section id=(anchor) aria-labelledby={ (anchor) "-h" } {
                            h2 id={ (anchor) "-h" } { (name) }
                            (body)
                        }
                    }
                }
            }
        }
    };
    printable::lines(&markup.into_string()).into_owned()
}
