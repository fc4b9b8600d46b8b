//! The output of `analyse`: what follows from preferences and rules alone, a table for each section and a sentence for each figure.

mod agreement;
mod ambition;
mod breadth;
mod choice;
mod consensus;
mod deals;
mod sampled;
mod vetoes;
mod voting;

use super::{
    identity,
    screen::Screen,
    table::{Table, clip},
};
use crate::{analysis::Analysis, language::Language, say, scenario::Scenario, study::statistics::Rate};

/// Clauses and parties in a first column are cut to this.
const NAME: usize = 28;

/// What every section needs: the case, and for whom it is set.
#[derive(Clone, Copy)]
struct Page<'s> {
    scenario: &'s Scenario,
    screen: Screen,
}

/// The complete analysis.
pub fn render(scenario: &Scenario, analysis: &Analysis, screen: Screen) -> String {
    let page = Page { scenario, screen };
    let language = screen.language;
    let mut out = heading(page, analysis);
    out.push_str(&ambition::render(page, analysis));
    out.push_str(&analysis.agreement.as_ref().map_or_else(String::new, |a| agreement::render(page, a)));
    out.push_str(&analysis.consensus.as_ref().map_or_else(String::new, |c| consensus::render(page, c)));
    out.push_str(&analysis.deals.as_ref().map_or_else(String::new, |d| deals::render(page, d)));
    out.push_str(&vetoes::render(page, analysis));
    let title = say!(language, "terminal-choice-heading");
    out.push_str(&choice::render(page, &title, analysis.choice.as_ref()));
    let title = say!(language, "terminal-fallback-choice-heading");
    out.push_str(&choice::render(page, &title, analysis.fallback_choice.as_ref()));
    out.push_str(&analysis.breadth.as_ref().map_or_else(String::new, |b| breadth::render(page, b)));
    let safe = analysis.choice.as_ref();
    let (first, then) = scenario.rule.compile();
    let title_of = |name: &str| scenario.title_of(name).to_owned();
    let rule = first.in_words(language, &title_of);
    let title = say!(language, "terminal-power-heading");
    out.push_str(&voting::render(page, &title, (&analysis.rule, rule), safe));
    if let (Some(fallback), Some(then)) = (&analysis.fallback, then) {
        let (title, rule) =
            (say!(language, "terminal-fallback-power-heading"), then.rule.in_words(language, &title_of));
        out.push_str(&voting::render(page, &title, (fallback, rule), safe));
    }
    out
}

fn heading(page: Page<'_>, analysis: &Analysis) -> String {
    let body = if page.scenario.is_body() { "yes" } else { "no" };
    let (hash, version) = (analysis.hash.as_str(), analysis.version.to_string());
    let line =
        say!(page.language(), "terminal-analysis-heading", body = body, hash = hash, version = version);
    page.screen.wrap(&identity::title(page.language(), page.scenario), "") + &page.paragraph(&line)
}

impl<'s> Page<'s> {
    fn language(self) -> Language {
        self.screen.language
    }

    /// A sentence as an indented paragraph.
    fn paragraph(self, sentence: &str) -> String {
        self.screen.paragraph(sentence)
    }

    /// Each sentence as an indented paragraph.
    fn paragraphs(self, sentences: &[String]) -> String {
        sentences.iter().map(|sentence| self.paragraph(sentence)).collect()
    }

    /// The heading of a section.
    fn section(self, title: &str) -> String {
        self.screen.section(title)
    }

    fn table(self, table: &Table) -> String {
        self.screen.table(table)
    }

    /// A title in the first column of a table.
    fn name(self, key: &str) -> String {
        clip(self.scenario.title_of(key), NAME)
    }

    /// A list of at most `most` parties by their titles.
    fn names(self, keys: &[String], most: usize) -> String {
        let names: Vec<&str> = keys.iter().map(|key| self.title(key)).collect();
        self.language().list(&names, most)
    }

    fn title<'a>(self, key: &'a str) -> &'a str
    where
        's: 'a,
    {
        self.scenario.title_of(key)
    }

    /// A rate with its interval; without one where it is known exactly.
    fn rate(self, rate: &Rate) -> String {
        let language = self.language();
        let bare = |x| language.hundredths(x);
        match rate.rate {
            None => language.point(None),
            Some(r) if rate.is_exact() => language.percent(r),
            Some(r) => say!(
                language,
                "terminal-rate",
                rate = language.percent(r),
                low = bare(rate.low),
                high = bare(rate.high)
            ),
        }
    }
}
