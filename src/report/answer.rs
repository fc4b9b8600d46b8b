//! The output of `run`: one screen of text, the answer first.

use super::{
    figures::{self, Spelling},
    headline, identity, names, nulls, outcomes, responsibility, rule,
    statement::{Dilution, Endings, Figure, LcdShare, Round, Sample, range},
    table::wrap,
    texts, who,
};
use crate::{
    language::Language,
    outcome::Label,
    say,
    scenario::Scenario,
    study::{DealSummary, Summary, choices::ChoiceSet},
};

/// The complete answer, no line wider than this; `arguments` select the case on the command line.
pub fn render(
    language: Language,
    scenario: &Scenario,
    summary: &Summary,
    arguments: &str,
    width: usize,
) -> String {
    let paragraph = |sentences: &[String]| match sentences {
        [] => String::new(),
        some => wrap(&some.join(&names::gap(language)), width, "  "),
    };
    let mut out = wrap(&identity::title(language, scenario), width, "");
    out.push_str(&wrap(&who_decides(language, scenario), width, "  "));
    out.push_str(&wrap(&runs(language, summary), width, "  "));
    out.push('\n');
    out.push_str(&paragraph(&answer(language, scenario, summary)));
    for sentences in background(language, scenario, summary) {
        out.push('\n');
        out.push_str(&paragraph(&sentences));
    }
    out.push('\n');
    out.push_str(&outcomes::section(language, &scenario.thresholds, summary, width));
    out.push_str(&texts::sections(language, scenario, summary, width));
    out.push_str(&nulls::section(language, summary, width));
    out.push('\n');
    for sentence in who::sentences(language, scenario, summary) {
        out.push_str(&wrap(&sentence, width, "  "));
    }
    out.push('\n');
    out.push_str(&next(language, summary, arguments));
    out
}

/// One sentence: how many parties and clauses there are, and when a text is adopted.
pub(super) fn who_decides(language: Language, s: &Scenario) -> String {
    let mut parts = vec![say!(language, "answer-countries", n = s.countries.len())];
    if !s.blocs.is_empty() {
        parts.push(say!(language, "answer-blocs", n = s.blocs.len()));
    }
    if !s.firms.is_empty() {
        parts.push(say!(language, "answer-firms", n = s.firms.len()));
    }
    parts.push(say!(language, "answer-clauses", n = s.clauses.len()));
    let who = parts.join(&say!(language, "answer-comma"));
    say!(language, "answer-who-decides", who = who, rule = rule::sentence(language, &s.rule, s))
}

/// What was run, and what the ranges are.
fn runs(language: Language, summary: &Summary) -> String {
    let ranges = match Sample::of(summary) {
        Sample::Exact => "exact",
        Sample::OneRun => "one",
        Sample::Runs(_) if summary.choices.as_ref().is_some_and(|c| c.variants > 1) => "choices",
        Sample::Runs(_) => "sampling",
    };
    say!(
        language,
        "answer-runs",
        n = summary.replicates,
        seed = summary.seed.to_string(),
        hash = summary.hash.as_str(),
        version = summary.version,
        ranges = ranges
    )
}

/// The answer in a few sentences: what comes out, and why.
pub(super) fn answer(language: Language, scenario: &Scenario, s: &Summary) -> Vec<String> {
    let mut out = headline::sentences(language, scenario, s);
    out.extend(s.deals.as_ref().map(|d| deals(language, d)));
    out
}

/// A paragraph each: what the words mean and how often a text is called an LCD, what is behind the answer, and what it is
/// compared to.
pub(super) fn background(language: Language, scenario: &Scenario, s: &Summary) -> Vec<Vec<String>> {
    let (mut words, mut behind, mut beside) = (Vec::new(), Vec::new(), Vec::new());
    behind.extend(headline::premise(language, s));
    if s.has_ambition() {
        let index = if LcdShare::of(s).is_some() { "yes" } else { "no" };
        words.push(say!(language, "answer-terms", index = index));
        let called = headline::called(language, s);
        let guaranteed = guaranteed(language, s, called.is_some());
        words.extend(called);
        words.extend(guaranteed);
        if let Some(r) = &s.responsibility {
            behind.extend(responsibility::details(language, scenario, r));
        }
        behind.push(compare(language, s));
        behind.extend(participation(language, s));
        behind.extend(diluted(language, s));
        beside.extend(nulls::sentence(language, s));
    }
    beside.extend(choices(language, s));
    [words, behind, beside].into_iter().filter(|sentences| !sentences.is_empty()).collect()
}

/// How deep the text is on the least demanding reading, `after` that reading was spoken of; none where it is as deep as it says.
fn guaranteed(language: Language, s: &Summary, after: bool) -> Option<String> {
    let sample = Sample::of(s);
    let [guaranteed, depth] = [&s.depth.guaranteed, &s.depth.adopted].map(|mean| Figure::mean(mean, sample));
    let guaranteed = Figure { interval: None, ..guaranteed?.under(range(s, "guaranteed")) };
    if language.point(guaranteed.value) == language.point(depth?.value) {
        return None;
    }
    let after =
        if after && LcdShare::of(s).is_some_and(|lcd| lcd.called != lcd.in_substance) { "yes" } else { "no" };
    let depth = figures::mean(language, &guaranteed, Spelling::Bare);
    Some(say!(language, "answer-guaranteed", after = after, depth = depth))
}

/// The deepest text that nobody likes less than what holds already.
fn compare(language: Language, s: &Summary) -> String {
    let stated = &s.depth.as_stated;
    let package = stated.tolerance_frontier.map_or_else(|| "none".to_owned(), |x| language.point(x));
    let clausewise = language.point(stated.weak_lcd);
    say!(language, "answer-compare", clausewise = clausewise, package = package)
}

/// What signatories hold, where a text binds them only.
fn participation(language: Language, s: &Summary) -> Option<String> {
    Endings::of(s)?.share_of(Label::CoalitionOfTheWilling)?;
    let share = language.percent(s.depth.participation.mean?);
    Some(say!(language, "answer-participation", share = share))
}

/// Whether LCD texts were diluted on the way, and when.
fn diluted(language: Language, s: &Summary) -> Option<String> {
    let found = Dilution::of(s)?;
    let (round, exact) = match found.round {
        None => ("none".to_owned(), "yes"),
        Some(Round::Always(round)) => (format!("{round:.0}"), "yes"),
        Some(Round::Mean(round)) => (format!("{:.0}", round.value), "no"),
    };
    let kind = match (found.texts, found.diluted) {
        (_, 0) => "none",
        (1, _) => "one",
        (texts, diluted) if texts == diluted => "all",
        _ => "some",
    };
    Some(say!(
        language,
        "answer-diluted",
        kind = kind,
        n = found.texts,
        k = found.diluted,
        round = round,
        exact = exact
    ))
}

/// What the ranges of modelling choices are, and what was not tried.
pub(super) fn choices(language: Language, s: &Summary) -> Option<String> {
    let choices = s.choices.as_ref()?;
    if choices.variants == 1 {
        return Some(say!(language, "answer-choices-idle"));
    }
    let none = || "none".to_owned();
    let ends = (choices.replicates_at_ends > choices.replicates).then_some(choices.replicates_at_ends);
    let idle: Vec<String> = choices.left_out.iter().map(|l| names::choice(language, &l.choice)).collect();
    Some(say!(
        language,
        "answer-choices",
        variants = choices.variants,
        mixes = if choices.set == ChoiceSet::All { "yes" } else { "no" },
        n = choices.replicates,
        ends = ends.map_or_else(none, |n| language.count(n)),
        idle = if idle.is_empty() { none() } else { language.list(&idle, 9) }
    ))
}

/// How the deals agreed rank among all possible deals.
fn deals(language: Language, d: &DealSummary) -> String {
    let whole =
        |x: Option<f64>| x.map_or_else(|| language.point(None), |x| language.decimal(&format!("{x:.1}")));
    let possible = u64::try_from(d.possible);
    let possible = possible.map_or_else(|_| say!(language, "answer-very-many"), |n| language.count(n));
    let acceptable = language.count(d.acceptable);
    let (Some(agreed), Some(best)) = (Figure::share(&d.agreed_acceptable), Figure::share(&d.agreed_best))
    else {
        return say!(language, "answer-deals-none", acceptable = acceptable, possible = possible);
    };
    let share = |figure: &Figure| figures::share(language, figure, Spelling::Bare);
    say!(
        language,
        "answer-deals",
        kind = match (d.agreed_acceptable.count, d.agreed_acceptable.of) {
            (0, 1) => "onenot",
            (1, 1) => "one",
            (count, of) if count == of => "all",
            _ => "some",
        },
        acceptable = acceptable,
        possible = possible,
        agreed = share(&agreed),
        best = share(&best),
        sum = whole(d.sum.mean),
        most = whole(d.best_sum)
    )
}

/// Commands to run next, on a line each; they are never broken.
fn next(language: Language, s: &Summary, arguments: &str) -> String {
    let commonest = Endings::of(s).and_then(|e| e.names.first().copied());
    let mut out = String::new();
    let mut line = |command: String, what: String| {
        out.push_str(&say!(language, "answer-next", command = command, what = what));
        out.push('\n');
    };
    if let Some((label, replicate)) = commonest.and_then(|e| Some((e.label, e.example?))) {
        let seed = if s.seed == 1 { String::new() } else { format!(" --seed {}", s.seed) };
        let what = say!(language, "answer-next-explain", how = names::label(language, label));
        line(format!("plenary explain{arguments}{seed} --replicate {replicate}"), what);
    }
    line(format!("plenary levers{arguments}"), say!(language, "answer-next-levers"));
    out
}
