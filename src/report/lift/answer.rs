//! The answer of `lift` in two sentences: what it takes by one lever, and by several.

use super::{level, measure, name, tables::reaching, target};
use crate::{
    language::Language,
    say,
    scenario::Scenario,
    study::lift::{Lever, Lifted, Side, Standing, Way},
};

/// Levers that are named beside the cheapest.
const NAMED: usize = 3;

/// Both sentences.
pub fn sentences(scenario: &Scenario, lifted: &Lifted, language: Language) -> String {
    let Some(base) = &lifted.base else { return say!(language, "lift-nothing-known") };
    let (measure, target, now) =
        (measure(lifted, language), target(lifted, language), level(lifted, base, language));
    if base.defined == 0 {
        return say!(language, "lift-base-undefined", measure = measure, n = base.of);
    }
    if lifted.side() == Side::Reaches {
        return say!(language, "lift-reached-already", measure = measure, target = target, now = now);
    }
    if lifted.levers.is_empty() && lifted.unfinished > 0 {
        return say!(language, "lift-no-lever-done", measure = measure, now = now);
    }
    let first = one(scenario, lifted, [&measure, &target, &now], language);
    match several(scenario, lifted, language) {
        Some(second) => format!("{first}{}{second}", say!(language, "terminal-between-sentences")),
        None => first,
    }
}

/// What it takes by one lever alone.
fn one(
    scenario: &Scenario,
    lifted: &Lifted,
    [measure, target, now]: [&str; 3],
    language: Language,
) -> String {
    let near = if lifted.side() == Side::Open { "yes" } else { "no" };
    let sure = lifted.levers.iter().filter(|lever| lever.standing == Standing::Reaches).count();
    let open = lifted.levers.iter().filter(|lever| lever.standing == Standing::Open).count();
    let Some(best) = lifted.levers.first().filter(|lever| lever.standing == Standing::Reaches) else {
        return say!(
            language,
            "lift-none-alone",
            measure = measure,
            target = target,
            now = now,
            near = near,
            n = lifted.levers.len(),
            open = open
        );
    };
    let lever = name::asked(scenario, best, language);
    let rivals: Vec<String> =
        rivals(lifted, best).map(|rival| name::short(scenario, rival, language)).collect();
    let tied = if rivals.is_empty() { "no" } else { "yes" };
    let rivals = language.list(&rivals, NAMED);
    let Some(dose) = &best.dose else {
        return say!(
            language,
            "lift-switch-alone",
            lever = lever,
            measure = measure,
            target = target,
            tied = tied,
            rivals = rivals,
            now = now,
            near = near,
            sure = sure,
            n = lifted.levers.len()
        );
    };
    say!(
        language,
        "lift-dose-alone",
        lever = lever,
        measure = measure,
        target = target,
        tied = tied,
        rivals = rivals,
        now = now,
        near = near,
        from = best.from().map_or_else(String::new, |from| name::value_of(best, from, language)),
        dose = interval(best, dose, lifted.is_certain, language),
        sure = sure,
        n = lifted.levers.len()
    )
}

/// Levers whose dose may cost no more than the best one's: their intervals of cost meet.
fn rivals<'l>(lifted: &'l Lifted, best: &'l Lever) -> impl Iterator<Item = &'l Lever> {
    let ends = |lever: &Lever| match &lever.dose {
        Some(dose) if lifted.is_certain => [dose.share; 2].map(|share| lever.cost * share),
        Some(dose) => [dose.low.unwrap_or(0.0), dose.high.unwrap_or(1.0)].map(|share| lever.cost * share),
        None => [lever.cost; 2],
    };
    let [_, most] = ends(best);
    reaching(lifted).filter(move |lever| lever.name != best.name && ends(lever)[0] <= most)
}

/// A value with its interval, whose ends may lie beyond the range.
pub fn interval(
    best: &Lever,
    dose: &crate::study::lift::Dose,
    is_certain: bool,
    language: Language,
) -> String {
    let value =
        |share: f64| best.value(share).map_or_else(String::new, |x| name::value_of(best, x, language));
    let end = |share: Option<f64>| share.map(value);
    let kind = match (is_certain, dose.low, dose.high) {
        (true, ..) => "exact",
        (_, Some(_), Some(_)) => "both",
        (_, None, Some(_)) => "below",
        (_, Some(_), None) => "above",
        (_, None, None) => "neither",
    };
    say!(
        language,
        "lift-interval",
        kind = kind,
        at = value(dose.share),
        low = end(dose.low).unwrap_or_default(),
        high = end(dose.high).unwrap_or_default()
    )
}

/// What it takes by several together; none where combinations were not sought.
fn several(scenario: &Scenario, lifted: &Lifted, language: Language) -> Option<String> {
    let terms = lifted.terms.as_ref()?;
    if terms.contenders < 2 {
        return Some(say!(language, "lift-no-contenders", n = terms.contenders));
    }
    let is_together = |way: &&Way| way.parts.len() > 1;
    let Some(best) = lifted.ways.iter().filter(is_together).find(|way| way.is_sure) else {
        let open = lifted.ways.iter().filter(is_together).count();
        let any = if lifted.ways.iter().any(|way| way.is_sure) { "yes" } else { "no" };
        return Some(say!(language, "lift-none-together", n = terms.contenders, open = open, any = any));
    };
    let parts: Vec<String> =
        best.parts.iter().map(|part| name::dosed(scenario, lifted, part, language)).collect();
    let single = lifted.ways.iter().find(|way| way.parts.len() == 1 && way.is_sure);
    let against = match single {
        None => "none",
        Some(single) if single.cost + 1e-9 < best.cost => "dearer",
        Some(single) if best.cost + 1e-9 < single.cost => "cheaper",
        Some(_) => "same",
    };
    Some(say!(
        language,
        "lift-together",
        levers = language.list(&parts, parts.len()),
        cost = language.short(best.cost),
        reach = level(lifted, &best.level, language),
        against = against,
        single = single.map_or_else(String::new, |single| language.short(single.cost))
    ))
}
