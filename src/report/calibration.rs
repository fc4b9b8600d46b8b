//! The output of `calibrate`: what is known of each number before and after, and whether the model comes near.

use serde::Serialize;

use super::{
    identity, names,
    screen::Screen,
    table::{Align, Table},
};
use crate::{
    language::Language,
    say,
    scenario::Scenario,
    study::calibration::{Calibration, Findings, ParameterFinding, Predicted, Settings, Statistic, Stopped},
};

/// A calibration that is done.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<'a> {
    /// The cases.
    pub cases: &'a [&'a Scenario],
    /// What was inferred from what.
    pub calibration: &'a Calibration,
    /// What was found.
    pub findings: &'a Findings,
}

/// Findings with the cases that they are of, for the titles of clauses; cases that are not at hand are left out.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The cases.
    pub cases: &'a [&'a Scenario],
    /// What was found.
    pub findings: &'a Findings,
}

/// The complete answer.
pub fn render(of: &Calibrated<'_>, screen: Screen) -> String {
    let (language, findings) = (screen.language, of.findings);
    let found = Found { cases: of.cases, findings };
    let titles: Vec<String> = of.cases.iter().map(|case| identity::title(language, case)).collect();
    let mut out = screen.wrap(&language.list(&titles, usize::MAX), "");
    out.push_str(&screen.paragraph(&heading(language, of)));
    out.push('\n');
    for sentence in answer(language, &found).into_iter().chain(warnings(language, &found)) {
        out.push_str(&screen.paragraph(&sentence));
    }
    out.push_str(&screen.section(&say!(language, "calibration-section-numbers")));
    out.push_str(&screen.table(&numbers(language, findings)));
    out.push_str(&screen.section(&say!(language, "calibration-section-predictive")));
    out.push_str(&screen.table(&predictive(language, &found)));
    out.push_str(&screen.section(&say!(language, "calibration-section-generations")));
    out.push_str(&screen.table(&generations(language, findings)));
    out.push('\n');
    out.push_str(&screen.paragraph(&legend(language, findings)));
    out
}

/// The same as one document.
pub fn json(of: &Calibrated<'_>) -> impl Serialize {
    #[derive(Serialize)]
    struct Document<'a> {
        cases: Vec<Case<'a>>,
        version: &'static str,
        settings: &'a Settings,
        statistics: &'a [Statistic],
        #[serde(flatten)]
        findings: &'a Findings,
    }
    #[derive(Serialize)]
    struct Case<'a> {
        scenario: &'a str,
        hash: String,
    }
    serde_json::to_value(Document {
        cases: of.cases.iter().map(|case| Case { scenario: &case.title, hash: case.hash() }).collect(),
        version: env!("CARGO_PKG_VERSION"),
        settings: of.calibration.settings(),
        statistics: of.calibration.statistics(),
        findings: of.findings,
    })
    .unwrap_or_default()
}

fn heading(language: Language, of: &Calibrated<'_>) -> String {
    let settings = of.calibration.settings();
    let hashes: Vec<String> = of.cases.iter().map(|case| case.hash()).collect();
    say!(
        language,
        "calibration-heading",
        numbers = of.calibration.parameters().len(),
        statistics = of.calibration.statistics().len(),
        particles = settings.particles,
        seed = settings.seed.to_string(),
        hash = hashes.join("/"),
        version = env!("CARGO_PKG_VERSION")
    )
}

/// What the data say of the numbers and whether the model comes near with them; first of all that it does not.
pub fn answer(language: Language, of: &Found<'_>) -> Vec<String> {
    let said = data(language, of.findings).join(&names::gap(language));
    let model = model(language, of);
    if of.findings.is_out_of_reach { vec![model, said] } else { vec![said, model] }
}

/// What the data say of the numbers: much, little or nothing.
fn data(language: Language, findings: &Findings) -> Vec<String> {
    let names = |which: fn(&ParameterFinding) -> bool| -> Vec<&str> {
        findings.parameters.iter().filter(|p| which(p)).map(|p| p.parameter.as_str()).collect()
    };
    let told = findings.parameters.iter().filter(|p| p.is_told && !p.is_little);
    let told: Vec<String> = told.map(|p| moved(language, p)).collect();
    let (little, idle) = (names(|p| p.is_little), names(|p| !p.is_told));
    let told = (!told.is_empty())
        .then(|| say!(language, "calibration-told", numbers = language.list(&told, usize::MAX)));
    let little = (!little.is_empty())
        .then(|| say!(language, "calibration-little", numbers = language.list(&little, usize::MAX)));
    let idle = (!idle.is_empty())
        .then(|| say!(language, "calibration-idle", numbers = language.list(&idle, usize::MAX)));
    [told, little, idle].into_iter().flatten().collect()
}

fn moved(language: Language, p: &ParameterFinding) -> String {
    let likeliest = p.listed.iter().max_by(|a, b| a.2.total_cmp(&b.2));
    if let Some((value, before, after)) = likeliest {
        let (before, after) = (language.percent(*before), language.percent(*after));
        return say!(
            language,
            "calibration-moved-value",
            number = p.parameter.as_str(),
            value = value.as_str(),
            before = before,
            after = after
        );
    }
    say!(
        language,
        "calibration-moved",
        number = p.parameter.as_str(),
        before = of_number(language, p, &p.prior),
        after = of_number(language, p, &p.posterior)
    )
}

/// Both ends of what is known of a number; of a factor it is said that it is one.
fn of_number(language: Language, p: &ParameterFinding, quantiles: &[f64]) -> String {
    let times = if p.prior_written.times { "× " } else { "" };
    format!("{times}{}", ends(language, quantiles))
}

/// Both ends of an interval, to as many decimals as its width is worth.
fn ends(language: Language, quantiles: &[f64]) -> String {
    let (Some(low), Some(high)) = (quantiles.first(), quantiles.last()) else { return String::new() };
    let decimals = decimals(high - low);
    let [low, high] = [low, high].map(|x| language.point_to(decimals, *x));
    say!(language, "answer-range", low = low, high = high)
}

/// The decimals that two digits of a width take.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to 6
fn decimals(width: f64) -> usize {
    if width > 0.0 { (1.0 - libm::log10(width).floor()).clamp(0.0, 6.0) as usize } else { 2 }
}

/// Whether the model comes near with them, and which values it does not reach.
fn model(language: Language, of: &Found<'_>) -> String {
    let findings = of.findings;
    if findings.is_out_of_reach {
        return say!(language, "calibration-no-reach", share = language.percent(findings.discrepancy));
    }
    let n = findings.predictive.len();
    let inside = findings.predictive.iter().filter(|p| p.inside).count();
    let reached = findings.predictive.iter().filter(|p| !p.inside && p.in_reach).count();
    let missed = findings.predictive.iter().filter(|p| !p.inside && !p.in_reach);
    let missed: Vec<String> = missed.map(|p| name(language, of, p)).collect();
    say!(
        language,
        "calibration-reach",
        k = inside,
        n = n,
        reach = reached,
        missed = if missed.is_empty() { "none".to_owned() } else { language.list(&missed, usize::MAX) }
    )
}

/// What to keep in mind about the numbers.
pub fn warnings(language: Language, of: &Found<'_>) -> Vec<String> {
    let findings = of.findings;
    let thin = findings
        .is_thin
        .then(|| say!(language, "calibration-thin", size = language.point_to(0, findings.effective_size)));
    let flat = findings.predictive.iter().filter(|p| p.scale.is_none());
    let flat: Vec<String> = flat.map(|p| name(language, of, p)).collect();
    let flat = (!flat.is_empty())
        .then(|| say!(language, "calibration-flat", statistics = language.list(&flat, usize::MAX)));
    let later = of.cases.iter().filter_map(|case| case.observed.as_ref());
    let later: usize = later.flat_map(|observed| observed.later.values()).map(Vec::len).sum();
    let later = (later > 0).then(|| say!(language, "calibration-later", n = later));
    let early = (findings.generations.len() == 1).then(|| say!(language, "calibration-prior-only"));
    thin.into_iter().chain(later).chain(flat).chain(early).collect()
}

/// Number by number, before and after.
pub fn numbers(language: Language, findings: &Findings) -> Table {
    let mut table = headed([
        (say!(language, "calibration-column-number"), Align::Left),
        (say!(language, "calibration-column-prior"), Align::Left),
        (say!(language, "calibration-column-before"), Align::Right),
        (say!(language, "calibration-column-after"), Align::Right),
        (say!(language, "calibration-column-median"), Align::Right),
        (say!(language, "calibration-column-says"), Align::Left),
    ]);
    for p in &findings.parameters {
        let verdict = say!(
            language,
            "calibration-verdict",
            told = match (p.is_told, p.is_little) {
                (false, _) => "no",
                (true, true) => "little",
                (true, false) => "yes",
            },
            moved = language.point_to(3, p.moved),
            critical = language.point_to(3, p.critical)
        );
        if p.listed.is_empty() {
            let [before, after] = [&p.prior, &p.posterior].map(|q| of_number(language, p, q));
            let median = match p.posterior[..] {
                [low, median, high] => language.point_to(decimals(high - low), median),
                _ => String::new(),
            };
            table.row([p.parameter.clone(), p.prior_written.to_string(), before, after, median, verdict]);
            continue;
        }
        for (k, (value, before, after)) in p.listed.iter().enumerate() {
            let first = |text: &str| if k == 0 { text.to_owned() } else { String::new() };
            table.row([
                first(&p.parameter),
                value.clone(),
                language.percent(*before),
                language.percent(*after),
                String::new(),
                first(&verdict),
            ]);
        }
    }
    table
}

/// Value by value, as the posterior predicts it.
pub fn predictive(language: Language, of: &Found<'_>) -> Table {
    let mut table = headed([
        (say!(language, "calibration-column-statistic"), Align::Left),
        (say!(language, "calibration-column-observed"), Align::Right),
        (say!(language, "calibration-column-predicted-before"), Align::Right),
        (say!(language, "calibration-column-predicted"), Align::Right),
        (say!(language, "calibration-column-median"), Align::Right),
        (say!(language, "calibration-column-tail"), Align::Right),
        (String::new(), Align::Left),
    ]);
    for p in &of.findings.predictive {
        table.row([
            name(language, of, p),
            language.point(p.observed),
            ends(language, &[p.prior_low, p.prior_high]),
            ends(language, &[p.low, p.high]),
            language.point(p.median),
            language.point_to(3, p.tail),
            say!(
                language,
                "calibration-place",
                place = match (p.inside, p.in_reach) {
                    (true, _) => "inside",
                    (false, true) => "reach",
                    (false, false) => "outside",
                }
            ),
        ]);
    }
    table.giving_up([2, 4])
}

/// A statistic as it is called: a clause by its title.
fn name(language: Language, of: &Found<'_>, p: &Predicted) -> String {
    let several = of.findings.predictive.iter().any(|p| p.case > 0);
    let bare = p.statistic.split_once('/').filter(|_| several).map_or(p.statistic.as_str(), |s| s.1);
    let what = match bare.strip_prefix("clause:") {
        Some(clause) => of.cases.get(p.case).map_or(clause, |case| case.title_of(clause)).to_owned(),
        None if bare == "adopted" => say!(language, "calibration-statistic-adopted"),
        None => say!(language, "calibration-statistic-yes"),
    };
    if several { format!("{}: {what}", p.case + 1) } else { what }
}

/// Generation by generation.
pub fn generations(language: Language, findings: &Findings) -> Table {
    let mut table = headed([
        (say!(language, "calibration-column-generation"), Align::Right),
        (say!(language, "calibration-column-tolerance"), Align::Right),
        (say!(language, "calibration-column-draws"), Align::Right),
        (say!(language, "calibration-column-acceptance"), Align::Right),
        (say!(language, "calibration-column-effective"), Align::Right),
    ]);
    for (k, g) in findings.generations.iter().enumerate() {
        table.row([
            k.to_string(),
            g.tolerance.map_or_else(|| language.point(None), |t| language.point_to(2, t)),
            language.count(g.attempts),
            language.percent(g.acceptance),
            language.point_to(0, g.effective_size),
        ]);
    }
    table
}

/// Why it ended, and what the words mean.
pub fn legend(language: Language, findings: &Findings) -> String {
    let stopped = match findings.stopped {
        Stopped::Tolerance => "tolerance",
        Stopped::Generations => "generations",
        Stopped::Acceptance => "acceptance",
        Stopped::NoNearer => "nearer",
        Stopped::Interrupted => "interrupted",
    };
    [say!(language, "calibration-stopped", why = stopped), say!(language, "calibration-legend")]
        .join(&names::gap(language))
}

fn headed<const N: usize>(columns: [(String, Align); N]) -> Table {
    Table::new(columns.iter().map(|(name, align)| (name.as_str(), *align)))
}
