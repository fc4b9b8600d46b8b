//! The printed kit of a class: a sheet of instructions for each delegation, a handout, exercises and their key, a glossary.
//! Each is one self-contained HTML page for A4, without network access or scripts.

mod exercises;
mod handout;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    glossary, identity,
    seat::{Brief, Instructions},
};
use crate::{
    case::Case, language::Language, negotiation::Voice, printable, random::Seed, say, study::lesson::Lesson,
};

/// What a kit is made of.
pub struct Kit<'a> {
    /// The language of the pages.
    pub language: Language,
    /// The case.
    pub case: &'a Case,
    /// The figures of the key.
    pub lesson: &'a Lesson,
    /// The master seed.
    pub seed: Seed,
    /// The arguments that select the case in commands.
    pub arguments: &'a str,
}

/// The names of the pages.
pub const PAGES: [&str; 5] =
    ["instructions.html", "handout.html", "exercises.html", "key.html", "glossary.html"];

/// The pages, as HTML, in the order of [`PAGES`].
pub fn render(kit: &Kit<'_>) -> [String; 5] {
    let language = kit.language;
    let page = |name: String, body: Markup| page(kit, &name, &body);
    [
        page(say!(language, "class-instructions"), instructions(kit)),
        page(say!(language, "class-handout"), handout::body(kit)),
        page(say!(language, "class-exercises"), exercises::questions(kit)),
        page(say!(language, "class-key"), exercises::key(kit)),
        page(say!(language, "class-glossary"), words(language)),
    ]
}

/// A page of this name.
fn page(kit: &Kit<'_>, name: &str, body: &Markup) -> String {
    let language = kit.language;
    let title = identity::title(language, kit.case.scenario());
    let markup = html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content={ "plenary " (env!("CARGO_PKG_VERSION")) };
                title { (say!(language, "class-title", name = name, title = title.as_str())) }
                style { (PreEscaped(include_str!("class.css"))) }
            }
            body { (body) }
        }
    };
    printable::lines(&markup.into_string()).into_owned()
}

/// The seats of a case that can be taken, those that speak while the text is revised first.
fn seats(case: &Case) -> Vec<Voice> {
    let model = case.model();
    let blocs = (0..model.blocs().len()).map(Voice::Bloc);
    blocs.chain((0..model.countries().len()).map(Voice::Country)).collect()
}

/// A sheet of instructions for each delegation, each on a page of its own.
fn instructions(kit: &Kit<'_>) -> Markup {
    let (scenario, model) = (kit.case.scenario(), kit.case.model());
    let briefs = seats(kit.case).into_iter().filter_map(|seat| Brief::as_stated(scenario, model, seat));
    let sheets: Vec<Instructions> = briefs.map(|brief| Instructions::of(kit.language, &brief)).collect();
    html! {
        @for sheet in &sheets {
            section.sheet {
                p.quiet { (identity::title(kit.language, scenario)) }
                h1 { (sheet.heading) }
                @for sentence in &sheet.who { p { (sentence) } }
                ul {
                    @for item in &sheet.items {
                        li { strong { (item.clause) } ul { @for line in &item.lines { li { (line) } } } }
                    }
                }
                @if !sheet.others.is_empty() { p { (sheet.others) } }
                @for sentence in &sheet.stakes { p { (sentence) } }
                p.quiet { (say!(kit.language, "class-secret")) }
            }
        }
    }
}

/// The glossary.
fn words(language: Language) -> Markup {
    html! {
        h1 { (say!(language, "class-glossary")) }
        dl { @for entry in glossary::entries(language) { dt { (entry.term) } dd { (entry.meaning) } } }
    }
}
