//! The report: one self-contained HTML page for a class or an appendix, without network access or scripts.
//!
//! Every picture is included for wide and for narrow windows, and the style sheet shows one of them. Its data follow as a
//! table.

mod method;
mod tables;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{answer, chart::Picture, number::count, overview, who};
use crate::{language::Language, printable, study::Chronicle};

/// The content of a report.
pub struct ReportPage<'a> {
    /// The results of all negotiations.
    pub chronicle: &'a Chronicle<'a>,
    /// The pictures, each for a wide and for a narrow window.
    pub pictures: &'a [(Picture, Picture)],
    /// The number of one replicate, and its narration.
    pub narration: (u64, &'a str),
    /// The scenario file as the program read it.
    pub source: &'a str,
    /// The command-line arguments that select the case.
    pub arguments: &'a str,
}

/// The language of the page.
const LANGUAGE: Language = Language::English;

/// The sections, with their anchors.
const SECTIONS: [(&str, &str); 8] = [
    ("answer", "The answer"),
    ("case", "The case"),
    ("pictures", "Pictures"),
    ("clauses", "Clause by clause"),
    ("parties", "Who holds it down"),
    ("told", "One negotiation, told"),
    ("method", "Method, and what to keep in mind"),
    ("again", "To reproduce this"),
];

/// The page as HTML.
pub fn render(page: &ReportPage<'_>) -> String {
    let s = &page.chronicle.summary;
    let sections: [Markup; 8] = [
        headline(page),
        case(page),
        pictures(page),
        tables::clauses(LANGUAGE, page.chronicle),
        parties(page),
        narration(page),
        method::notes(page.chronicle),
        reproduction(page),
    ];
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content={ "plenary " (s.version) };
                title { (s.scenario) }
                style { (PreEscaped(include_str!("style.css"))) }
            }
            body {
                header {
                    h1 { (s.scenario) }
                    p.question { (page.chronicle.case.scenario().about) }
                    p.quiet { (answer::who_decides(LANGUAGE, page.chronicle.case.scenario())) " " (based_on(page)) }
                }
                nav aria-label="Contents" {
                    ol { @for (anchor, name) in SECTIONS { li { a href={ "#" (anchor) } { (name) } } } }
                }
                main {
                    @for ((anchor, name), section) in SECTIONS.iter().zip(sections) {
                        section id=(anchor) aria-labelledby={ (anchor) "-h" } {
                            h2 id={ (anchor) "-h" } { (name) }
                            (section)
                        }
                    }
                }
            }
        }
    };
    printable::lines(&markup.into_string()).into_owned()
}

fn based_on(page: &ReportPage<'_>) -> String {
    let s = &page.chronicle.summary;
    format!(
        "Based on {} negotiations, seed {}, scenario {}, plenary {}. Ranges are 95\u{a0}% intervals unless said. These are results of a model.",
        count(s.replicates),
        s.seed,
        s.hash,
        s.version
    )
}

fn headline(page: &ReportPage<'_>) -> Markup {
    let (scenario, s) = (page.chronicle.case.scenario(), &page.chronicle.summary);
    html! {
        @for sentence in answer::answer(LANGUAGE, scenario, s) { p { (sentence) } }
        (tables::outcomes(LANGUAGE, scenario, s))
        @for sentence in answer::background(LANGUAGE, scenario, s) { p.quiet { (sentence) } }
        @if s.has_ambition() { (tables::nulls(LANGUAGE, s)) }
    }
}

fn case(page: &ReportPage<'_>) -> Markup {
    let (scenario, model) = (page.chronicle.case.scenario(), page.chronicle.case.model());
    html! {
        @for sentence in overview::how_it_is_decided(scenario, Language::English) { p { (sentence) } }
        @let speakers: Vec<String> = overview::blocs(scenario, model, Language::English).into_iter().chain(overview::firms(scenario, model, Language::English)).collect();
        @if !speakers.is_empty() {
            h3 { "Blocs and firms" }
            ul { @for sentence in speakers { li { (sentence) } } }
        }
        h3.folded { "The parties" }
        (tables::party_parameters(page.chronicle))
        h3 { "What is on the table" }
        (tables::poles(page.chronicle))
    }
}

fn pictures(page: &ReportPage<'_>) -> Markup {
    html! {
        @for (wide, narrow) in page.pictures {
            figure {
                h3.hidden { (wide.title) }
                div.wide { (PreEscaped(&wide.svg)) }
                div.narrow { (PreEscaped(&narrow.svg)) }
                figcaption { (wide.alt) }
                (tables::figures(&wide.data, &wide.title))
            }
        }
    }
}

fn parties(page: &ReportPage<'_>) -> Markup {
    html! {
        @for sentence in who::sentences(LANGUAGE, page.chronicle.case.scenario(), &page.chronicle.summary) { p { (sentence) } }
        (tables::parties(page.chronicle))
    }
}

fn narration(page: &ReportPage<'_>) -> Markup {
    let (replicate, narration) = page.narration;
    html! {
        p.quiet { "Replicate " (replicate) ", as " code { "plenary explain" (page.arguments) (seed(page)) " --replicate " (replicate) } " tells it." }
        pre { (narration) }
    }
}

fn reproduction(page: &ReportPage<'_>) -> Markup {
    let s = &page.chronicle.summary;
    html! {
        div.box {
            p { "Scenario " code { (s.hash) } ", master seed " code { (s.seed) } ", " (count(s.replicates)) " replicates, plenary " code { (s.version) }
                ". The same scenario, seed and version give the same results to the bit, on any machine and any number of threads." }
            p { code { "plenary run" (page.arguments) (seed(page)) " -n " (s.replicates) } }
            p { code { "plenary report" (page.arguments) (seed(page)) " -n " (s.replicates) " -o report.html" } }
        }
        details {
            summary { "The scenario as it was read" }
            pre { (page.source) }
        }
    }
}

fn seed(page: &ReportPage<'_>) -> String {
    match page.chronicle.seed {
        1 => String::new(),
        seed => format!(" --seed {seed}"),
    }
}
