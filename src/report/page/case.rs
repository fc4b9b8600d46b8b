//! The report of one case: the answer, the case, pictures, tables, one negotiation, sources, method.

use maud::{Markup, html};

use super::{Section, Sheet, figures, method, render_sheet, tables};
use crate::{
    language::Language,
    report::{answer, chart::Picture, glossary::Entry, identity, narration::Story, overview, who},
    say,
    study::{Chronicle, Summary},
};

/// A narration of more lines is told in brief on paper.
const LONG: usize = 60;

/// The content of a report.
pub struct ReportPage<'a> {
    /// The language of the page.
    pub language: Language,
    /// The results of all negotiations.
    pub chronicle: &'a Chronicle<'a>,
    /// The pictures, each for a wide and for a narrow window.
    pub pictures: &'a [(Picture, Picture)],
    /// The number of one replicate.
    pub replicate: u64,
    /// Its narration, whole and in brief.
    pub story: &'a Story,
    /// What the author wrote at the head of the file: sources, what to expect; empty where there is nothing.
    pub comments: &'a str,
    /// The words of the page and what they mean.
    pub glossary: &'a [Entry],
    /// The scenario file as the program read it.
    pub source: &'a str,
    /// The commands that give these results, and this page, again; the one that narrates the replicate last.
    pub again: &'a [String],
    /// The command that narrates the replicate.
    pub explain: &'a str,
}

/// The page as HTML.
pub fn render(page: &ReportPage<'_>) -> String {
    let (language, s) = (page.language, &page.chronicle.summary);
    let scenario = page.chronicle.case.scenario();
    let comments = (!page.comments.is_empty())
        .then(|| Section::new("sources", say!(language, "report-section-sources"), comments(page)));
    let glossary = (!page.glossary.is_empty())
        .then(|| Section::new("glossary", say!(language, "report-section-glossary"), glossary(page)));
    let sections = [
        Some(Section::new("answer", say!(language, "report-section-answer"), headline(page))),
        Some(Section::new("case", say!(language, "report-section-case"), case(page))),
        Some(Section::new("pictures", say!(language, "report-section-pictures"), pictures(page))),
        Some(Section::new(
            "clauses",
            say!(language, "report-section-clauses"),
            tables::clauses(language, page.chronicle),
        )),
        Some(Section::new("parties", say!(language, "report-section-parties"), parties(page))),
        Some(Section::new("told", say!(language, "report-section-told"), narration(page))),
        comments,
        glossary,
        Some(Section::new(
            "method",
            say!(language, "report-section-method"),
            method::notes(language, page.chronicle),
        )),
        Some(Section::new("again", say!(language, "report-section-again"), reproduction(page))),
    ];
    let sections: Vec<Section> = sections.into_iter().flatten().collect();
    render_sheet(&Sheet {
        language,
        title: &identity::title(language, scenario),
        question: &scenario.about,
        changed: &identity::changes(language, scenario),
        quiet: &format!("{} {}", answer::who_decides(language, scenario), based_on(language, s)),
        sections: &sections,
    })
}

fn based_on(language: Language, s: &Summary) -> String {
    say!(
        language,
        "report-case-based-on",
        n = s.replicates,
        seed = s.seed.to_string(),
        hash = s.hash.as_str(),
        version = s.version
    )
}

fn headline(page: &ReportPage<'_>) -> Markup {
    let (language, scenario, s) = (page.language, page.chronicle.case.scenario(), &page.chronicle.summary);
    html! {
        @for sentence in answer::answer(language, scenario, s) { p.answer { (sentence) } }
        (tables::outcomes(language, scenario, s))
        @for sentence in answer::background(language, scenario, s).into_iter().flatten() { p.quiet { (sentence) } }
        @if s.has_ambition() { (tables::nulls(language, s)) }
    }
}

fn case(page: &ReportPage<'_>) -> Markup {
    let (language, scenario, model) =
        (page.language, page.chronicle.case.scenario(), page.chronicle.case.model());
    html! {
        @for sentence in overview::how_it_is_decided(scenario, language) { p { (sentence) } }
        @let speakers: Vec<String> = overview::blocs(scenario, model, language).into_iter().chain(overview::firms(scenario, model, language)).collect();
        @if !speakers.is_empty() {
            h3 { (say!(language, "report-blocs-and-firms")) }
            ul { @for sentence in speakers { li { (sentence) } } }
        }
        h3.folded { (say!(language, "report-the-parties")) }
        (tables::party_parameters(language, page.chronicle))
        h3 { (say!(language, "report-on-the-table")) }
        (tables::poles(language, page.chronicle))
    }
}

fn pictures(page: &ReportPage<'_>) -> Markup {
    html! { @for pair in page.pictures { (figures::figure(page.language, pair, None)) } }
}

fn parties(page: &ReportPage<'_>) -> Markup {
    html! {
        @for sentence in who::sentences(page.language, page.chronicle.case.scenario(), &page.chronicle.summary) { p { (sentence) } }
        (tables::parties(page.language, page.chronicle))
    }
}

fn narration(page: &ReportPage<'_>) -> Markup {
    let Story { why, whole, brief } = page.story;
    html! {
        p.quiet { (say!(page.language, "report-told-by", replicate = page.replicate.to_string())) " " code { (page.explain) } }
        p { (why) }
        @let is_long = whole.lines().count() > LONG;
        pre.told.long[is_long] { (whole) }
        @if is_long { pre.on-paper { (brief) } }
    }
}

/// What the author says of the case, paragraph by paragraph.
fn comments(page: &ReportPage<'_>) -> Markup {
    html! {
        p.quiet { (say!(page.language, "report-sources-by-author")) }
        @for paragraph in page.comments.split("\n\n") { p { (paragraph) } }
    }
}

/// Terms and what they mean.
fn glossary(page: &ReportPage<'_>) -> Markup {
    html! { dl.glossary { @for entry in page.glossary { dt { (entry.term) } dd { (entry.meaning) } } } }
}

fn reproduction(page: &ReportPage<'_>) -> Markup {
    let (language, s) = (page.language, &page.chronicle.summary);
    html! {
        div.box {
            p { (say!(language, "report-again-same", source = identity::source(language, &s.identity()))) }
            @for command in page.again { p { code { (command) } } }
        }
        details {
            summary { (say!(language, "report-scenario-as-read")) }
            pre { (page.source) }
        }
    }
}
