//! The output of `adopted`: the text that was adopted in fact beside the runs, and where the model is wrong.

use super::{
    figures::{self, Spelling},
    identity, names, rule,
    statement::Figure,
    table::{Align, Table, clip, wrap},
};
use crate::{
    backtest::{Beside, ClauseBeside, MeanErrors, Tabled, TabledParty},
    language::Language,
    random::Seed,
    say,
    scenario::{AdoptedText, Scenario},
    study::statistics::Rate,
    voting::Rule,
};

/// Parties named in a sentence.
const NAMED: usize = 8;
/// Titles of clauses are cut to so many columns of a screen.
const TITLE: usize = 24;

/// What the comparison was made of.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// What was adopted in fact.
    pub adopted: &'a AdoptedText,
    /// The runs beside it, with and without what may be an effect of the text.
    pub beside: &'a [Beside],
    /// How many negotiations.
    pub replicates: u64,
    /// The master seed.
    pub seed: Seed,
}

/// The complete comparison, no line wider than this.
pub fn render(language: Language, of: &Comparison<'_>, width: usize) -> String {
    let scenario = of.scenario;
    let heading = say!(
        language,
        "answer-adopted-heading",
        title = of.adopted.title.as_str(),
        n = of.replicates,
        seed = of.seed.to_string(),
        hash = scenario.hash(),
        version = env!("CARGO_PKG_VERSION")
    );
    let mut out = wrap(&identity::title(language, scenario), width, "") + &wrap(&heading, width, "  ");
    for one in of.beside {
        out.push_str(&format!("\n{}", wrap(&title(language, one.left_out, of.beside.len()), width, "")));
        out.push_str(&clauses(language, one).fit(width).0);
        let paragraphs = [
            verdict(language, one),
            tabled(language, scenario, &one.tabled, &scenario.rule, "own"),
            tabled(language, scenario, &one.by_majority, &Rule::SimpleMajority, "majority"),
        ];
        paragraphs.iter().for_each(|paragraph| out.push_str(&wrap(paragraph, width, "  ")));
    }
    out.push('\n');
    out.push_str(&wrap(&say!(language, "answer-adopted-legend"), width, "  "));
    out
}

fn title(language: Language, left_out: usize, of_how_many: usize) -> String {
    match (left_out, of_how_many) {
        (0, 1) => say!(language, "answer-adopted-clauses"),
        (0, _) => say!(language, "answer-adopted-every-position"),
        (n, _) => say!(language, "answer-adopted-without-later", n = n),
    }
}

fn clauses(language: Language, one: &Beside) -> Table {
    let headings = [
        (say!(language, "answer-column-clause"), Align::Left),
        (say!(language, "answer-adopted-column-adopted"), Align::Right),
        (say!(language, "answer-adopted-column-coded"), Align::Right),
        (say!(language, "answer-column-text"), Align::Right),
        (say!(language, "answer-column-spread"), Align::Right),
        (String::new(), Align::Left),
        (say!(language, "answer-adopted-column-off"), Align::Right),
        (say!(language, "answer-column-lcd"), Align::Right),
        (say!(language, "answer-column-status-quo"), Align::Right),
        (say!(language, "answer-adopted-column-mean"), Align::Right),
    ];
    let mut table = Table::new(headings.iter().map(|(name, align)| (name.as_str(), *align)));
    for c in &one.clauses {
        let off = |x: Option<f64>| language.point(x.map(|x| (x - c.coded.value).abs()));
        table.row([
            clip(&c.title, TITLE),
            language.point(c.coded.value),
            range(language, Some(c.coded.low), Some(c.coded.high)),
            language.point(c.median),
            range(language, c.p10, c.p90),
            place(language, c),
            off(c.median),
            off(c.lcd),
            off(Some(c.status_quo)),
            off(c.compromise),
        ]);
    }
    for errors in &one.errors {
        let MeanErrors { median, lcd, status_quo, compromise, .. } = *errors;
        let mut row = vec![say!(language, "answer-adopted-mean-of", n = errors.clauses)];
        row.extend(std::iter::repeat_n(String::new(), 5));
        row.extend([median, lcd, status_quo, compromise].map(|x| language.point(x)));
        table.row(row);
    }
    table.giving_up([9, 8, 2, 4])
}

fn range(language: Language, low: Option<f64>, high: Option<f64>) -> String {
    let ends = |(low, high): (f64, f64)| {
        say!(language, "answer-range", low = language.point(low), high = language.point(high))
    };
    low.zip(high).map_or_else(|| language.point(None), ends)
}

fn place(language: Language, c: &ClauseBeside) -> String {
    match (c.inside, c.in_reach) {
        (Some(true), _) => say!(language, "answer-adopted-inside"),
        (Some(false), Some(true)) => say!(language, "answer-adopted-in-reach"),
        (Some(false), _) => say!(language, "answer-adopted-outside"),
        (None, _) => String::new(),
    }
}

/// How many clauses lie inside, and where the model is wrong.
fn verdict(language: Language, one: &Beside) -> String {
    let mut out = vec![say!(language, "answer-adopted-share", share = share(language, &one.adopted))];
    let judged: Vec<&ClauseBeside> = one.clauses.iter().filter(|c| c.inside.is_some()).collect();
    if !judged.is_empty() {
        let inside = judged.iter().filter(|c| c.inside == Some(true)).count();
        out.push(say!(language, "answer-adopted-count-inside", k = inside, n = judged.len()));
    }
    let wrong = judged.iter().filter(|c| c.in_reach == Some(false)).map(|c| {
        let is_above = Some(c.coded.value) > c.p90;
        say!(
            language,
            "answer-adopted-wrong-clause",
            clause = c.title.as_str(),
            value = language.point(c.coded.value),
            way = if is_above { "most" } else { "least" },
            end = language.point(if is_above { c.p90 } else { c.p10 })
        )
    });
    let wrong: Vec<String> = wrong.collect();
    if !wrong.is_empty() {
        out.push(say!(language, "answer-adopted-wrong", clauses = language.list(&wrong, wrong.len())));
    }
    out.join(&names::gap(language))
}

/// What the text adopted in fact would have met under a rule.
fn tabled(language: Language, scenario: &Scenario, tabled: &Tabled, by: &Rule, how: &str) -> String {
    let who = |of: fn(&TabledParty) -> &Rate| -> String {
        let mut parties: Vec<(f64, &str)> = tabled
            .parties
            .iter()
            .filter_map(|p| Some((of(p).rate?, scenario.title_of(&p.name))))
            .filter(|(share, _)| *share > 0.0)
            .collect();
        parties.sort_by(|a, b| b.0.total_cmp(&a.0));
        let doer = |(share, name): &(f64, &str)| {
            say!(language, "answer-doer", who = *name, share = language.percent(*share))
        };
        let named: Vec<String> = parties.iter().map(doer).collect();
        language.list(&named, NAMED)
    };
    say!(
        language,
        "answer-adopted-tabled",
        how = how,
        rule = rule::sentence(language, by, scenario),
        share = share(language, &tabled.carried),
        asks = if tabled.for_objections { "objections" } else { "votes" },
        against = who(|p| &p.against),
        along = who(|p| &p.goes_along)
    )
}

fn share(language: Language, rate: &Rate) -> String {
    Figure::share(rate)
        .map_or_else(|| language.point(None), |figure| figures::share(language, &figure, Spelling::Bare))
}
